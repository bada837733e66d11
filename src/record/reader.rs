//! Reading a record from a tree. Nothing stops at a mistake: each is told, a default takes the
//! place of what could not be read, and the rest is read all the same.

use std::ops::Range;

use crate::problems::{Code, FileId, Place, Problem, Problems};
use crate::text::Language;

use super::{Content, Field, Kind, Node, Record, closest};

/// Something that can be read from a node.
pub trait Value: Sized + Default {
    /// What it is, for schemas and guides.
    const KIND: Kind;
    /// Whether a field of this type must be there.
    const REQUIRED: bool = true;
    /// What is wrong where a required field of this type is not there.
    const MISSING: Code = Code::MissingField;
    /// Whether `""` says something.
    const MAY_BE_BLANK: bool = false;

    /// Reads it; `name` is the field's, for messages. What is wrong goes to the reader, and a
    /// default is returned for it.
    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self;
}

/// Reads the records of one file, and gathers what is wrong with it.
pub struct Reader<'a> {
    file: FileId,
    source: &'a str,
    language: Language,
    poisoned: Vec<Range<usize>>,
    problems: Vec<Problem>,
    field: Option<&'static Field>,
}

impl<'a> Reader<'a> {
    /// Reads from `file`, whose whole text is `source`, in a catalogue of `language`.
    #[must_use]
    pub fn new(file: FileId, source: &'a str, language: &Language) -> Self {
        let language = language.clone();
        Self { file, source, language, poisoned: Vec::new(), problems: Vec::new(), field: None }
    }

    /// Says that parts of the text were mended for the sake of reading on: whatever is wrong
    /// there has been told already.
    #[must_use]
    pub fn without(mut self, poisoned: Vec<Range<usize>>) -> Self {
        self.poisoned = poisoned;
        self
    }

    /// The file's text.
    #[must_use]
    pub fn source(&self) -> &'a str {
        self.source
    }

    /// The catalogue's language.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The place of bytes of the file.
    #[must_use]
    pub fn place(&self, span: Range<usize>) -> Place {
        Place::new(self.file, span)
    }

    /// Tells a problem, unless it stands in a mended part, or too many were told.
    pub fn tell(&mut self, problem: Problem) {
        // An error is never left out for the sake of what only warns.
        let told = self.problems.iter().filter(|told| told.severity == problem.severity).count();
        if told >= Problems::MOST_OF_A_FILE {
            return;
        }
        let is_known = problem.place.is_some_and(|place| {
            let span = place.span();
            self.poisoned.iter().any(|bad| span.start < bad.end && bad.start < span.end.max(span.start + 1))
        });
        if !is_known {
            self.problems.push(problem);
        }
    }

    /// Tells a problem that concerns the whole of a node.
    pub fn tell_at(&mut self, node: &Node<'_>, code: Code, name: &'static str) {
        let problem = self.problem_at(node, code, name);
        self.tell(problem);
    }

    /// A problem that concerns the whole of a node, with the field's name and an example.
    #[must_use]
    pub fn problem_at(&self, node: &Node<'_>, code: Code, name: &'static str) -> Problem {
        let found = match node.content {
            Content::List(_) => "list",
            Content::Record(_) => "record",
            Content::Text(..) | Content::Empty => "text",
        };
        let place = self.place(first_line(self.source, &node.span));
        let problem = Problem::at(code, place).with("field", name).with("found", found);
        let problem = problem.with("value", node.text().unwrap_or_default());
        match self.field {
            Some(field) => with_kind(problem, field),
            None => problem.with("kind", "line").with("example", ""),
        }
    }

    /// What is wrong with the file.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// The fields of a record. Tells names that are unknown or given twice.
    pub fn fields<'n, 't>(
        &mut self,
        node: &'n Node<'t>,
        name: &'static str,
        record: &'static Record,
    ) -> Fields<'n, 't> {
        let mut found: Vec<Option<&'n Node<'t>>> = vec![None; record.fields.len()];
        let mut anchor = node.span.clone();
        match &node.content {
            Content::Record(entries) => {
                if let Some((first, _)) = entries.first() {
                    anchor = first.span.clone();
                }
                self.sort_entries(entries, record, &mut found);
            }
            Content::Empty => {}
            Content::Text(..) | Content::List(_) => {
                let problem = self.problem_at(node, Code::ExpectedRecord, name).with("known", known(record));
                self.tell(problem);
                // Its missing fields follow from that.
                self.poisoned.push(node.span.clone());
            }
        }
        Fields { record, found, anchor, next: 0 }
    }

    fn sort_entries<'n, 't>(
        &mut self,
        entries: &'n [(Node<'t>, Node<'t>)],
        record: &'static Record,
        found: &mut [Option<&'n Node<'t>>],
    ) {
        for (rank, (key, value)) in entries.iter().enumerate() {
            let place = self.place(key.span.clone());
            let Some(typed) = key.text() else {
                let whole = key.span.start..value.span.end.max(key.span.end);
                let place = self.place(first_line(self.source, &whole));
                self.tell(Problem::at(Code::MissingColon, place));
                continue;
            };
            match record.fields.iter().position(|field| field.name == typed) {
                Some(at) if found[at].is_none() => found[at] = Some(value),
                Some(_) => {
                    let first = entries[..rank].iter().find(|(other, _)| other.text() == Some(typed));
                    let first = first.map(|(other, _)| self.place(other.span.clone()));
                    self.tell(Problem::at(Code::DuplicateKey, place).with("field", typed).related(first));
                }
                None => self.tell_unknown(typed, place, record),
            }
        }
    }

    fn tell_unknown(&mut self, typed: &str, place: Place, record: &'static Record) {
        let names = record.fields.iter().map(|field| field.name);
        let visible = typed.trim_matches(|c: char| c.is_whitespace());
        if visible != typed && names.clone().any(|name| name == visible) {
            self.tell(Problem::at(Code::NbspAroundName, place).with("name", visible));
            return;
        }
        let suggestion = closest(visible, names);
        let problem = Problem::at(Code::UnknownField, place).with("field", typed).with("record", record.name);
        self.tell(problem.with_or_none("suggestion", suggestion).with("known", known(record)));
    }
}

/// The fields of one record, to be taken in the order of its declaration.
pub struct Fields<'n, 't> {
    record: &'static Record,
    found: Vec<Option<&'n Node<'t>>>,
    anchor: Range<usize>,
    next: usize,
}

impl Fields<'_, '_> {
    /// The next field of the declaration. Tells a required one that is missing or empty.
    pub fn take<T: Value>(&mut self, reader: &mut Reader<'_>) -> T {
        let at = self.next;
        self.next += 1;
        let (Some(field), Some(found)) = (self.record.fields.get(at), self.found.get(at)) else {
            return T::default();
        };
        reader.field = Some(field);
        match found {
            Some(node) if T::REQUIRED && !T::MAY_BE_BLANK && is_blank(node) => {
                tell_empty(node, field, reader);
                T::default()
            }
            Some(node) => T::read(node, field.name, reader),
            None => {
                if T::REQUIRED {
                    let place = reader.place(first_line(reader.source, &self.anchor));
                    let problem = Problem::at(T::MISSING, place).with("field", field.name);
                    reader.tell(with_kind(problem.with("record", self.record.name), field));
                }
                T::default()
            }
        }
    }
}

fn tell_empty(node: &Node<'_>, field: &'static Field, reader: &mut Reader<'_>) {
    // An empty value has no width: underline what stands before it.
    let line_start = reader.source[..node.span.start].rfind('\n').map_or(0, |newline| newline + 1);
    let start = if node.span.is_empty() { line_start } else { node.span.start };
    let end = node.span.end.max(node.span.start);
    let shown = reader.source[start..end].trim_start();
    let place = reader.place(end - shown.len()..end);
    reader.tell(with_kind(Problem::at(Code::EmptyField, place).with("field", field.name), field));
}

fn is_blank(node: &Node<'_>) -> bool {
    match &node.content {
        Content::Empty => true,
        Content::Text(text, _) => text.trim().is_empty(),
        Content::List(_) | Content::Record(_) => false,
    }
}

/// Adds what a remedy needs to show how a field is written.
fn with_kind(problem: Problem, field: &Field) -> Problem {
    let (kind, example) = match field.kind {
        Kind::Markdown => ("markdown", field.example.to_owned()),
        Kind::Record(record) => ("record", known(record)),
        Kind::List(_) => ("list", field.example.to_owned()),
        _ => ("line", field.example.to_owned()),
    };
    problem.with("kind", kind).with("example", example)
}

/// The names of a record's fields, for messages.
fn known(record: &Record) -> String {
    let names: Vec<&str> = record.fields.iter().map(|field| field.name).collect();
    names.join(", ")
}

/// The part of a span on its first line: a whole list underlined is hard to read.
fn first_line(source: &str, span: &Range<usize>) -> Range<usize> {
    let text = source.get(span.clone()).unwrap_or_default();
    let length = text.find('\n').unwrap_or(text.len());
    let visible = text[..length].trim_end();
    span.start..span.start + visible.len().max(text.chars().next().map_or(0, char::len_utf8))
}
