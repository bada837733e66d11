//! How problems are shown: to people, to programs, to a forge's continuous integration.

use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::{FileId, Files, Place, Problem, Severity, Wording};

/// What the report looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people: the line, underlined, with the remedy. With colours or without.
    Human {
        /// Whether the terminal shows colours.
        colour: bool,
    },
    /// For programs: a JSON array on one line a problem.
    Json,
    /// Annotations of GitHub's workflows.
    Github,
}

/// Shows problems. It is given the files' texts when it asks for them, so that nobody has to
/// keep ten thousand files in memory for the sake of one mistake.
pub struct Report<'a> {
    wording: &'a Wording,
    files: &'a Files,
    texts: BTreeMap<FileId, Lines>,
    /// Stands for a text that cannot be had.
    nothing: Lines,
}

/// A text, and where each of its lines begins.
#[derive(Default)]
struct Lines {
    text: String,
    starts: Vec<usize>,
}

impl Lines {
    fn new(text: &str) -> Self {
        // The second set of control characters commands some terminals, as the first does, which the
        // renderer shows as signs. Replaced by what is as long, so that places stay right.
        let text = text.replace(|c| matches!(c, '\u{80}'..='\u{9f}'), "·");
        let behind = text.match_indices('\n').map(|(newline, _)| newline + 1);
        let starts = [0].into_iter().chain(behind).collect();
        Self { text, starts }
    }

    /// The rank of the line that holds a byte, from 0.
    fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// The rank of the line that shows a byte: the end of a text that ends its last line is shown there.
    fn shown_line(&self, offset: usize) -> usize {
        let line = self.line(offset);
        if self.start(line) == self.text.len() { line.saturating_sub(1) } else { line }
    }

    /// Where a line begins; behind the last one, the end of the text.
    fn start(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(self.text.len())
    }
}

/// Line and column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A problem as programs read it.
#[derive(Serialize)]
pub struct Entry<'a> {
    /// What is wrong, for programs.
    pub code: &'a str,
    /// `error` or `warning`.
    pub severity: &'a str,
    /// The file, by its path below the root.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<&'a str>,
    /// Where in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Position>,
    /// Up to where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Position>,
    /// What is wrong, in words.
    pub message: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
}

impl<'a> Report<'a> {
    /// A report on `problems`; `text_of` gives the text of a file, or none if it cannot be had.
    pub fn new(
        wording: &'a Wording,
        files: &'a Files,
        problems: &[&Problem],
        text_of: impl Fn(FileId) -> Option<String>,
    ) -> Self {
        let mut texts = BTreeMap::new();
        for place in problems.iter().flat_map(|problem| [problem.place, problem.related]).flatten() {
            texts.entry(place.file).or_insert_with(|| Lines::new(&text_of(place.file).unwrap_or_default()));
        }
        Self { wording, files, texts, nothing: Lines::default() }
    }

    /// The report as text, ready to be printed.
    #[must_use]
    pub fn render(&self, problems: &[&Problem], format: Format) -> String {
        match format {
            Format::Human { colour } => {
                let shown: Vec<String> = problems.iter().map(|problem| self.human(problem, colour)).collect();
                shown.join("\n")
            }
            Format::Json => {
                serde_json::to_string(&self.entries(problems)).unwrap_or_else(|_| "[]".to_owned()) + "\n"
            }
            Format::Github => problems.iter().map(|problem| self.github(problem)).collect(),
        }
    }

    /// The problems as data.
    #[must_use]
    pub fn entries(&self, problems: &[&Problem]) -> Vec<Entry<'_>> {
        problems.iter().map(|problem| self.entry(problem)).collect()
    }

    fn human(&self, problem: &Problem, colour: bool) -> String {
        let (level, name) = match problem.severity {
            Severity::Error => (Level::ERROR, "error"),
            Severity::Warning => (Level::WARNING, "warning"),
        };
        let name = self.wording.say(name, &[]);
        let message = self.wording.message(problem);
        let mut group = level.with_name(name).primary_title(message).id(problem.code.id()).elements(
            [problem.place].into_iter().flatten().filter(|place| self.has_lines(*place)).map(|place| {
                let related = problem.related.filter(|first| first.file == place.file);
                let places = [Some(place), related];
                let spans: Vec<Range<usize>> =
                    places.into_iter().flatten().map(|place| self.visible(place)).collect();
                self.snippet(place.file, &spans, |rank, span| match rank {
                    0 => AnnotationKind::Primary
                        .span(span)
                        .label(self.wording.label(problem).unwrap_or_default()),
                    _ => AnnotationKind::Context.span(span).label(self.wording.related(problem)),
                })
            }),
        );
        if let Some(place) = problem.place.filter(|place| !self.has_lines(*place)) {
            group = group.element(Origin::path(self.files.name(place.file)));
        }
        let remedy = self.wording.remedy(problem).map(|remedy| {
            let name = self.wording.say("remedy", &[]);
            Level::HELP.with_name(name).message(remedy)
        });
        let report: Vec<Group<'_>> = vec![match remedy {
            Some(remedy) => group.element(remedy),
            None => group,
        }];
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        renderer.decor_style(DecorStyle::Unicode).render(&report) + "\n"
    }

    /// The lines of a file that the marks stand on, and those between them: a report of many
    /// problems would take for ever if each read the whole file again.
    fn snippet<'b>(
        &'b self,
        file: FileId,
        spans: &[Range<usize>],
        mark: impl Fn(usize, Range<usize>) -> Annotation<'b>,
    ) -> Snippet<'b, Annotation<'b>> {
        let lines = self.lines(file);
        let first = spans.iter().map(|span| lines.shown_line(span.start)).min().unwrap_or_default();
        let last = spans.iter().map(|span| lines.shown_line(span.end)).max().unwrap_or_default();
        let (start, end) = (lines.start(first), lines.start(last + 1));
        let marks =
            spans.iter().enumerate().map(|(rank, span)| mark(rank, span.start - start..span.end - start));
        let snippet = Snippet::source(&lines.text[start..end]).line_start(first + 1);
        snippet.path(self.files.name(file)).annotations(marks)
    }

    fn lines(&self, file: FileId) -> &Lines {
        self.texts.get(&file).unwrap_or(&self.nothing)
    }

    fn text(&self, file: FileId) -> &str {
        &self.lines(file).text
    }

    fn has_lines(&self, place: Place) -> bool {
        !place.span().is_empty() && !self.text(place.file).is_empty()
    }

    /// The span, cut to the text and to whole characters: the file may have changed since.
    fn visible(&self, place: Place) -> Range<usize> {
        let text = self.text(place.file);
        let span = place.span();
        text.floor_char_boundary(span.start)..text.ceil_char_boundary(span.end)
    }

    fn position(&self, place: Place, offset: usize) -> Position {
        let lines = self.lines(place.file);
        let line = lines.line(offset);
        Position { line: line + 1, column: lines.text[lines.start(line)..offset].chars().count() + 1 }
    }

    fn entry(&self, problem: &Problem) -> Entry<'_> {
        let place = problem.place;
        let ends = place.filter(|place| self.has_lines(*place)).map(|place| {
            let span = self.visible(place);
            (self.position(place, span.start), self.position(place, span.end))
        });
        Entry {
            code: problem.code.id(),
            severity: match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            file: place.map(|place| self.files.name(place.file)),
            start: ends.map(|(start, _)| start),
            end: ends.map(|(_, end)| end),
            message: self.wording.message(problem),
            remedy: self.wording.remedy(problem),
        }
    }

    fn github(&self, problem: &Problem) -> String {
        let entry = self.entry(problem);
        let mut properties = Vec::new();
        if let Some(file) = entry.file {
            properties.push(("file", file.to_owned()));
        }
        if let (Some(start), Some(end)) = (entry.start, entry.end) {
            properties.push(("line", start.line.to_string()));
            properties.push(("endLine", end.line.to_string()));
            if start.line == end.line {
                properties.push(("col", start.column.to_string()));
                properties.push(("endColumn", end.column.to_string()));
            }
        }
        properties.push(("title", entry.code.to_owned()));
        let text = match &entry.remedy {
            Some(remedy) => format!("{}\n{remedy}", entry.message),
            None => entry.message,
        };
        annotation(entry.severity, &properties, &text)
    }
}

/// A line that GitHub's workflows read as an annotation: `level` is error, warning or notice. See
/// GitHub's documentation, “Workflow commands for GitHub Actions”.
#[must_use]
pub fn annotation(level: &str, properties: &[(&str, String)], text: &str) -> String {
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| format!("{name}={}", escape_property(value))).collect();
    format!("::{level} {}::{}\n", properties.join(","), escape_data(text))
}

fn escape_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}
