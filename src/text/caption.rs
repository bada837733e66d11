//! The caption of a table: the paragraph before it that begins with `Tableau :` or `Table:`, for
//! Markdown has no sign of its own. Pandoc reads captions alike.

use super::rich::{Block, Inline, Inlines};

/// What a caption begins with, before its colon.
const WORDS: [&str; 2] = ["Tableau", "Table"];

/// Takes the caption of a table from the blocks before it, if the last one is one.
pub(super) fn take_caption(before: &mut Vec<Block>) -> Option<Inlines> {
    let Some(Block::Paragraph(text)) = before.last_mut() else {
        return None;
    };
    let Some(Inline::Text(first)) = text.first_mut() else {
        return None;
    };
    let rest = WORDS.iter().find_map(|word| {
        // The typography may have set the space before the colon.
        first.strip_prefix(word)?.trim_start().strip_prefix(':')
    })?;
    *first = rest.trim_start().into();
    let Some(Block::Paragraph(text)) = before.pop() else {
        return None;
    };
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::super::{Language, parse_markdown};
    use super::*;

    fn table(source: &str) -> (usize, Option<Inlines>) {
        let (text, _) = parse_markdown(source, &Language::default());
        let caption = text.blocks.iter().find_map(|block| match block {
            Block::Table(table) => table.caption.clone(),
            _ => None,
        });
        (text.blocks.len(), caption)
    }

    #[test]
    fn the_paragraph_before_a_table_that_says_so_is_its_caption() {
        let caption = Some(vec![Inline::Text("par an".into())]);
        for word in ["Tableau :", "Tableau\u{a0}:", "Table:", "Table :"] {
            assert_eq!(
                table(&format!("{word} par an\n\n| a |\n| - |\n| b |")),
                (1, caption.clone()),
                "{word}"
            );
        }
        assert_eq!(table("Tableaux : par an\n\n| a |\n| - |\n| b |"), (2, None));
        assert_eq!(table("Tableau : par an\n\nUn texte.\n\n| a |\n| - |\n| b |"), (3, None));
    }
}
