//! A problem as data.

use std::collections::BTreeMap;

use super::{Code, Files, Place, Severity};

/// What a message is filled with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A piece of text, shown as it is.
    Text(String),
    /// A count, which the wording may put in the plural.
    Count(i64),
    /// Lines of the program's own, shown one below the other.
    Lines(Vec<String>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Vec<String>> for Arg {
    fn from(lines: Vec<String>) -> Self {
        Self::Lines(lines)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// Something wrong in the content, with its place; its wording names cause and remedy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub code: Code,
    /// Whether it stops the build: its code says so, unless the run is strict.
    pub severity: Severity,
    /// Where; none when it concerns no file in particular.
    pub place: Option<Place>,
    /// Another place that has to do with it, such as the first of two equal keys.
    pub related: Option<Place>,
    /// What the wording is filled with.
    pub args: Vec<(&'static str, Arg)>,
}

impl Problem {
    /// A problem at a place.
    #[must_use]
    pub fn at(code: Code, place: impl Into<Option<Place>>) -> Self {
        Self { code, severity: code.severity(), place: place.into(), related: None, args: Vec::new() }
    }

    /// Adds an argument of the wording.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// Adds an argument of the wording that may be missing; the wording then sees `none`.
    #[must_use]
    pub fn with_or_none(self, name: &'static str, arg: Option<&str>) -> Self {
        self.with(name, arg.unwrap_or("none"))
    }

    /// Points at a second place.
    #[must_use]
    pub fn related(mut self, place: impl Into<Option<Place>>) -> Self {
        self.related = place.into();
        self
    }

    /// Whether it stops the build.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// The problems of a run.
#[derive(Debug, Default, Clone)]
pub struct Problems {
    all: Vec<Problem>,
    is_strict: bool,
}

impl Problems {
    /// How many errors, and how many warnings, are told of one file: more than anybody mends before
    /// the next try.
    pub const MOST_OF_A_FILE: usize = 200;

    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        self.extend([problem]);
    }

    /// From now on, and for what was told already, whatever warns stops the build.
    pub fn be_strict(&mut self) {
        self.is_strict = true;
        let told = std::mem::take(&mut self.all);
        self.extend(told);
    }

    /// Leaves out what a command has no business with.
    pub fn leave_out(&mut self, code: Code) {
        self.all.retain(|problem| problem.code != code);
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether any of them stops the build.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.all.iter().any(Problem::is_error)
    }

    /// How many stop the build, and how many only warn.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let told = self.sorted_by(|problem| problem.place);
        let errors = told.iter().filter(|problem| problem.is_error()).count();
        (errors, told.len() - errors)
    }

    /// All of them, in the order of files and lines; of a file that has too many, the first.
    #[must_use]
    pub fn sorted(&self, files: &Files) -> Vec<&Problem> {
        self.sorted_by(|problem| problem.place.map(|place| (files.rank(place.file), place)))
    }

    /// All of them, as they come.
    #[must_use]
    pub fn told(&self) -> &[Problem] {
        &self.all
    }

    fn sorted_by<K: Ord>(&self, place: impl Fn(&Problem) -> K) -> Vec<&Problem> {
        let mut all: Vec<&Problem> = self.all.iter().collect();
        all.sort_by_key(|problem| (place(problem), problem.code));
        all.dedup();
        let mut told = BTreeMap::new();
        all.retain(|problem| {
            let told = told.entry((problem.place.map(|place| place.file), problem.is_error())).or_insert(0);
            *told += 1;
            problem.place.is_none() || *told <= Self::MOST_OF_A_FILE
        });
        all
    }
}

impl Extend<Problem> for Problems {
    fn extend<I: IntoIterator<Item = Problem>>(&mut self, problems: I) {
        let is_strict = self.is_strict;
        self.all.extend(problems.into_iter().map(|problem| {
            let severity = if is_strict { Severity::Error } else { problem.severity };
            Problem { severity, ..problem }
        }));
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}
