//! A text that is mended for the sake of reading on, and still knows where its bytes stood in the
//! file: one mistake of notation must not hide those that follow it.

use std::ops::Range;

/// A text with edits.
pub(super) struct Draft {
    text: String,
    /// How long the original is.
    len: usize,
    /// Edits in the order of the text: bytes of the draft that stand for bytes of the original.
    edits: Vec<Edit>,
    /// Parts of the original whose value was mended: what is wrong there has been told.
    pub(super) poisoned: Vec<Range<usize>>,
}

/// `len` bytes at `at` of the draft stand for `was` bytes of the original.
struct Edit {
    at: usize,
    len: usize,
    was: usize,
}

impl Draft {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), len: text.len(), edits: Vec::new(), poisoned: Vec::new() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Replaces bytes of the draft.
    pub(super) fn replace(&mut self, range: Range<usize>, with: &str) {
        self.text.replace_range(range.clone(), with);
        let grown = with.len();
        let rank = self.edits.partition_point(|edit| edit.at < range.start);
        for edit in &mut self.edits[rank..] {
            // Edits inside an edited range are not undone: they only lose precision.
            edit.at = if edit.at >= range.end { edit.at + grown - range.len() } else { range.start + grown };
        }
        self.edits.insert(rank, Edit { at: range.start, len: grown, was: range.len() });
    }

    /// Where a byte of the draft stood in the original, or near it where edits overlap: never beyond.
    pub(super) fn original(&self, offset: usize) -> usize {
        self.unbounded(offset).min(self.len)
    }

    fn unbounded(&self, offset: usize) -> usize {
        let mut original = offset;
        let mut shift = 0_isize;
        for edit in self.edits.iter().take_while(|edit| edit.at < offset) {
            let inside = (offset - edit.at).min(edit.len);
            if inside < edit.len {
                return edit.at.saturating_add_signed(shift) + inside.min(edit.was);
            }
            shift += edit.was.cast_signed() - edit.len.cast_signed();
            original = offset.saturating_add_signed(shift);
        }
        original
    }

    /// Where bytes of the draft stood in the original.
    pub(super) fn original_span(&self, span: Range<usize>) -> Range<usize> {
        let start = self.original(span.start);
        start..self.original(span.end).max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mended_text_knows_where_it_stood() {
        let mut draft = Draft::new("a\tb\tc");
        draft.replace(1..2, "    ");
        assert_eq!(draft.text(), "a    b\tc");
        draft.replace(6..7, "..");
        assert_eq!(draft.text(), "a    b..c");
        assert_eq!((draft.original(0), draft.original(5), draft.original(8)), (0, 2, 4));
        draft.replace(0..0, "#");
        assert_eq!(draft.original_span(6..7), 2..3);
    }
}
