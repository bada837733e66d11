//! Rich text as data: the tree itself, in words that a template of the booklet understands.
//!
//! A text is a list of blocks, a block or a piece of a line a record whose `kind` says what it is. No
//! string in it is markup of any kind: whoever sets it takes it as it stands.

use serde_json::{Value, json};

use super::html::Levels;
use super::rich::{Block, Inline, RichText, Target, TargetKind};

/// Where a text stands that is given as data.
pub struct Ground<'a> {
    /// The level of its first headings, 2 to 6.
    pub first_level: u8,
    /// The address of something in the catalogue; empty where it has none.
    pub address: &'a dyn Fn(TargetKind, &str) -> String,
    /// The file to show a picture with; none of one that is not there.
    pub picture: &'a dyn Fn(&str) -> Option<String>,
}

/// Gives a text as data. Its headings fit their surroundings as those of [`super::write_html`] do.
#[must_use]
pub fn tree(text: &RichText, ground: &Ground<'_>) -> Value {
    Planter { ground, levels: Levels::default() }.blocks(&text.blocks)
}

struct Planter<'a, 'g> {
    ground: &'a Ground<'g>,
    levels: Levels,
}

impl Planter<'_, '_> {
    fn blocks(&mut self, blocks: &[Block]) -> Value {
        Value::Array(blocks.iter().map(|block| self.block(block)).collect())
    }

    fn block(&mut self, block: &Block) -> Value {
        match block {
            Block::Paragraph(text) => json!({"kind": "paragraph", "text": self.inlines(text)}),
            Block::Heading { level, text } => {
                let level = self.levels.open(*level, self.ground.first_level);
                json!({"kind": "heading", "level": level, "text": self.inlines(text)})
            }
            Block::List { start, items } => {
                let items: Vec<Value> = items.iter().map(|item| self.blocks(item)).collect();
                json!({"kind": "list", "start": start, "items": items})
            }
            Block::Quote(blocks) => json!({"kind": "quote", "blocks": self.blocks(blocks)}),
            Block::Code(code) => json!({"kind": "code", "text": code}),
            Block::Table(table) => {
                let cells = |row: &Vec<Vec<Inline>>| -> Vec<Value> {
                    row.iter().map(|cell| self.inlines(cell)).collect()
                };
                json!({
                    "kind": "table",
                    "caption": table.caption.as_ref().map(|caption| self.inlines(caption)),
                    "header": cells(&table.header),
                    "rows": table.rows.iter().map(cells).collect::<Vec<_>>(),
                })
            }
            Block::Rule => json!({"kind": "rule"}),
        }
    }

    fn inlines(&self, inlines: &[Inline]) -> Value {
        Value::Array(inlines.iter().map(|inline| self.inline(inline)).collect())
    }

    fn inline(&self, inline: &Inline) -> Value {
        match inline {
            Inline::Text(text) => json!({"kind": "text", "text": text}),
            Inline::Emphasis(inner) => json!({"kind": "emphasis", "text": self.inlines(inner)}),
            Inline::Strong(inner) => json!({"kind": "strong", "text": self.inlines(inner)}),
            Inline::Code(code) => json!({"kind": "code", "text": code}),
            Inline::Link { target, text } => {
                let address = match target {
                    Target::Address(address) => address.to_string(),
                    Target::Inside(kind, name) => (self.ground.address)(*kind, name),
                };
                json!({"kind": "link", "address": address, "text": self.inlines(text)})
            }
            Inline::Foreign { language, text } => {
                json!({"kind": "foreign", "language": language, "text": self.inlines(text)})
            }
            Inline::Picture { file, alt } => {
                json!({"kind": "picture", "file": (self.ground.picture)(file), "alt": alt})
            }
            Inline::Break => json!({"kind": "break"}),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, parse_markdown};

    #[test]
    fn a_text_is_data_and_nothing_in_it_is_markup() {
        let (text, _) = parse_markdown("# #eval(1 + 1)\n\n- *a* [b](fiche:c)", &Language::default());
        let address = |_, name: &str| format!("#{name}");
        let ground = Ground { first_level: 2, address: &address, picture: &|_| None };
        let expected = json!([
            {"kind": "heading", "level": 2, "text": [{"kind": "text", "text": "#eval(1 + 1)"}]},
            {"kind": "list", "start": null, "items": [[{"kind": "paragraph", "text": [
                {"kind": "emphasis", "text": [{"kind": "text", "text": "a"}]},
                {"kind": "text", "text": " "},
                {"kind": "link", "address": "#c", "text": [{"kind": "text", "text": "b"}]},
            ]}]]},
        ]);
        assert_eq!(tree(&text, &ground), expected);
    }
}
