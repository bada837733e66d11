//! The tree that records are read from. It says nothing of the notation it was written in.

use std::borrow::Cow;
use std::ops::Range;

/// A value, with the bytes of the file where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node<'a> {
    /// Bytes of the file.
    pub span: Range<usize>,
    /// What stands there.
    pub content: Content<'a>,
}

/// What a node holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content<'a> {
    /// Nothing: `field:` and no value.
    Empty,
    /// Text, as it was typed: numbers and dates too.
    Text(Cow<'a, str>, Style),
    /// A list.
    List(Vec<Node<'a>>),
    /// Names and values, in the order of the file. A name may occur twice.
    Record(Vec<(Node<'a>, Node<'a>)>),
}

/// How a text was written, which decides where its characters stand in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As it is.
    Plain,
    /// Between quotes.
    Quoted,
    /// On lines of its own, kept as they are (`|`).
    Lines,
    /// On lines of its own, joined (`>`).
    Folded,
}

impl Node<'_> {
    /// The text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text, _) => Some(text),
            _ => None,
        }
    }

    /// Where the bytes `part` of this node's text stand in the file `source`. The whole node
    /// where that cannot be known: in folded lines and between quotes with escapes.
    #[must_use]
    pub fn locate(&self, source: &str, part: Range<usize>) -> Range<usize> {
        let Content::Text(text, style) = &self.content else {
            return self.span.clone();
        };
        let raw = source.get(self.span.clone()).unwrap_or_default();
        let shift = |by: usize| self.span.start + by + part.start..self.span.start + by + part.end;
        match style {
            Style::Plain if raw.starts_with(&**text) => shift(0),
            Style::Quoted if raw.get(1..raw.len().saturating_sub(1)) == Some(&**text) => shift(1),
            Style::Lines => self.locate_in_lines(source, text, &part),
            _ => self.span.clone(),
        }
    }

    /// In kept lines, each line of the text stands behind the same indentation.
    fn locate_in_lines(&self, source: &str, text: &str, part: &Range<usize>) -> Range<usize> {
        let line_start = source[..self.span.start].rfind('\n').map_or(0, |newline| newline + 1);
        let indent = self.span.start - line_start;
        let offset = |at: usize| {
            let before = text.get(..at)?;
            let line = before.matches('\n').count();
            let column = at - before.rfind('\n').map_or(0, |newline| newline + 1);
            let lines = source.get(line_start..)?.split_inclusive('\n');
            let skipped: usize = lines.take(line).map(str::len).sum();
            Some(line_start + skipped + indent + column)
        };
        match (offset(part.start), offset(part.end)) {
            (Some(start), Some(end)) if end <= source.len() => start..end.max(start),
            _ => self.span.clone(),
        }
    }
}
