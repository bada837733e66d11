//! A line of a YAML file, as an editor sees it.

use std::ops::Range;

/// A line and what can be recognised in it without parsing the file. Offsets are the text's.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    /// The line, without its end.
    pub(super) text: &'a str,
    /// Where it begins.
    pub(super) start: usize,
}

/// A no-break space, wide or narrow: it looks like a space, and YAML takes it for a letter.
pub(super) fn is_no_break(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}')
}

/// What looks like indentation.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t') || is_no_break(c)
}

/// The beginning of a field in a line: `name:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) span: Range<usize>,
    /// Where the colon stands.
    pub(super) colon: usize,
}

impl<'a> Line<'a> {
    /// The line that holds the byte `at`.
    pub(super) fn at(text: &'a str, at: usize) -> Self {
        let at = text.floor_char_boundary(at);
        let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
        Self { text: text[start..end].trim_end_matches('\r'), start }
    }

    /// The nearest line before this one that is not blank.
    pub(super) fn before(&self, text: &'a str) -> Option<Self> {
        let mut start = self.start;
        while start > 0 {
            let line = Self::at(text, start - 1);
            if !line.text.trim().is_empty() {
                return Some(line);
            }
            start = line.start;
        }
        None
    }

    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Where its first visible character stands.
    pub(super) fn first(&self) -> usize {
        self.start + (self.text.len() - self.text.trim_start_matches(is_blank).len())
    }

    /// How many blanks stand before the first visible character.
    pub(super) fn indent(&self) -> usize {
        self.first() - self.start
    }

    /// The name of the field that the line begins with, past the dash of a list.
    pub(super) fn name(&self) -> Option<Name> {
        let mut start = self.first();
        while self.text[start - self.start..].starts_with("- ") {
            let rest = &self.text[start - self.start + 2..];
            start += 2 + (rest.len() - rest.trim_start_matches(' ').len());
        }
        let rest = &self.text[start - self.start..];
        let length =
            rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-')).unwrap_or(rest.len());
        let behind = rest[length..].trim_start_matches(|c| c == ' ' || is_no_break(c));
        let colon = start + rest.len() - behind.len();
        (length > 0 && behind.starts_with(':') && !behind.starts_with("://"))
            .then(|| Name { span: start..start + length, colon })
    }

    /// The value behind the name, or behind the dash of a list.
    pub(super) fn value(&self) -> Range<usize> {
        let begin = match self.name() {
            Some(name) => name.colon + 1,
            None => {
                self.first() + if self.text[self.first() - self.start..].starts_with("- ") { 2 } else { 0 }
            }
        };
        let text = &self.text[begin - self.start..];
        let start = begin + (text.len() - text.trim_start().len());
        start..(self.start + self.text.trim_end().len()).max(start)
    }

    /// The text of a range.
    pub(super) fn slice(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.start - self.start..range.end - self.start).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values_are_recognised() {
        let text = "a: b\n  - name: Mairie : service\nhttps://a.fr\ntitle:x\n";
        let value = |at| {
            let line = Line::at(text, at);
            line.slice(&line.value())
        };
        assert_eq!(value(0), "b");
        assert_eq!(value(8), "Mairie : service");
        assert_eq!(Line::at(text, 35).name(), None);
        let line = Line::at(text, 48);
        assert_eq!(line.name().map(|name| line.slice(&name.span)), Some("title"));
    }
}
