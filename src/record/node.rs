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

    /// Finds out where parts of this node's text stand in the file `source`.
    #[must_use]
    pub fn locator(&self, source: &str) -> Locator {
        let raw = source.get(self.span.clone()).unwrap_or_default();
        let way = match &self.content {
            Content::Text(text, Style::Plain) if raw.starts_with(&**text) => Way::Shifted(0),
            Content::Text(text, Style::Quoted)
                if raw.get(1..raw.len().saturating_sub(1)) == Some(&**text) =>
            {
                Way::Shifted(1)
            }
            Content::Text(text, Style::Lines) => {
                kept_lines(text, source, self.span.start).map_or(Way::Whole, Way::Lines)
            }
            _ => Way::Whole,
        };
        Locator { span: self.span.clone(), way }
    }
}

/// Where the lines of a kept text begin, in the text and in the file, from the first that says
/// something: that one stands at `start`. None if they are not the file's lines.
fn kept_lines(text: &str, source: &str, start: usize) -> Option<Vec<(usize, usize)>> {
    let blank = text.len() - text.trim_start_matches('\n').len();
    let first = source.get(..start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let (mut in_text, mut in_file) = (blank, first);
    let mut lines = Vec::new();
    for (read, typed) in text[blank..].split('\n').zip(source[first..].split('\n')) {
        let indented = typed.trim_end_matches('\r').strip_suffix(read)?;
        lines.push((in_text, in_file + indented.len()));
        in_text += read.len() + 1;
        in_file += typed.len() + 1;
    }
    Some(lines)
}

/// Knows where the parts of a text stand in the file that it was read from.
#[derive(Debug)]
pub struct Locator {
    /// Where the text stands as a whole.
    span: Range<usize>,
    way: Way,
}

#[derive(Debug)]
enum Way {
    /// The text stands in the file as it is, so many bytes behind the node's beginning.
    Shifted(usize),
    /// The text stands in the file line by line: where each begins in the text, and in the file.
    Lines(Vec<(usize, usize)>),
    /// Only the whole is known: in folded lines and between quotes with escapes.
    Whole,
}

impl Locator {
    /// Where the bytes `part` of the text stand; the whole of it where that cannot be known.
    #[must_use]
    pub fn locate(&self, part: Range<usize>) -> Range<usize> {
        match &self.way {
            Way::Shifted(by) => self.span.start + by + part.start..self.span.start + by + part.end,
            Way::Lines(lines) => {
                let offset = |at: usize| {
                    let line = lines.partition_point(|(read, _)| *read <= at).saturating_sub(1);
                    lines.get(line).map_or(self.span.start, |(read, typed)| typed + at.saturating_sub(*read))
                };
                let start = offset(part.start);
                start..offset(part.end).max(start)
            }
            Way::Whole => self.span.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the file holds where a part of the text stands.
    fn located<'s>(source: &'s str, span: Range<usize>, text: &str, part: &str) -> &'s str {
        let node = Node { span, content: Content::Text(text.into(), Style::Lines) };
        let start = text.find(part).unwrap();
        &source[node.locator(source).locate(start..start + part.len())]
    }

    #[test]
    fn parts_of_kept_lines_are_found_in_the_file() {
        let source = "a: |\n  un\n\n    deux\n  trois\nb: c\n";
        for part in ["un", "  deux", "trois", "un\n"] {
            assert_eq!(located(source, 7..27, "un\n\n  deux\ntrois\n", part), part);
        }
    }

    #[test]
    fn not_even_blank_lines_before_them_move_them() {
        let source = "a: |\r\n\r\n \r\n  un\r\n  deux\r\n";
        assert_eq!(located(source, 13..23, "\n\nun\ndeux\n", "deux"), "deux");
    }

    #[test]
    fn lines_that_are_not_the_files_are_found_as_a_whole() {
        assert_eq!(located("a: |\n  un\r  deux\n", 7..17, "un\ndeux\n", "deux"), "un\r  deux\n");
    }
}
