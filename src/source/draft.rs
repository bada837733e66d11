//! A text that is mended for the sake of reading on, and still knows where its bytes stood in the
//! file: one mistake of notation must not hide those that follow it.

use std::ops::Range;

/// A text with edits.
pub(super) struct Draft<'t> {
    text: String,
    original: &'t str,
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

impl<'t> Draft<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text: text.to_owned(), original: text, edits: Vec::new(), poisoned: Vec::new() }
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

    /// Where a byte of the draft stood in the original, or near it where edits overlap: never beyond,
    /// and never within a character.
    pub(super) fn original(&self, offset: usize) -> usize {
        self.original.floor_char_boundary(self.unbounded(offset))
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
        let end = self.original.ceil_char_boundary(self.unbounded(span.end));
        start..end.max(start)
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

    #[test]
    fn places_in_mended_text_stand_between_characters() {
        let mut draft = Draft::new("é\u{a0}b");
        draft.replace(0..4, "xxxx");
        assert_eq!(draft.original_span(1..3), 0..4);
        assert_eq!(draft.original_span(3..9), 2..5);
    }
}
