//! Rich text as HTML.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::markdown::plain_text;
use super::rich::{Block, Inline, RichText, Table, Target, TargetKind};
use super::slug::slug;

/// How a text fits into the page that shows it.
pub struct Outline<'a> {
    /// The level of its first headings, 2 to 6.
    pub first_level: u8,
    /// What the ids of its headings begin with; none when they need no ids.
    pub ids: Option<&'a str>,
    /// The address of something in the catalogue, from this page.
    pub address: &'a dyn Fn(TargetKind, &str) -> String,
    /// Writes a picture of the catalogue, by its file and what it shows. What it writes is HTML.
    pub picture: &'a dyn Fn(&str, &str, &mut String),
}

/// Writes a text as HTML. Whatever the text holds comes out escaped.
pub fn write_html(text: &RichText, outline: &Outline<'_>, html: &mut String) {
    let mut writer = Writer { outline, html, levels: Levels::default(), ids: BTreeMap::new() };
    writer.blocks(&text.blocks);
}

/// Escapes a text for HTML, in elements and in quoted attributes.
pub fn escape(text: &str, html: &mut String) {
    let mut rest = text;
    // Bytes, since all five are ASCII, and most texts have none of them.
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')) {
        let (plain, special) = rest.split_at(at);
        html.push_str(plain);
        html.push_str(match special.as_bytes()[0] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &special[1..];
    }
    html.push_str(rest);
}

/// The typed levels of the headings that are open, outermost first.
#[derive(Default)]
pub(super) struct Levels(Vec<u8>);

impl Levels {
    /// The level of a heading: one below the one that holds it, whatever level was typed.
    pub(super) fn open(&mut self, typed: u8, first_level: u8) -> u8 {
        while self.0.last().is_some_and(|open| *open >= typed) {
            self.0.pop();
        }
        let depth = u8::try_from(self.0.len()).unwrap_or(u8::MAX);
        self.0.push(typed);
        first_level.saturating_add(depth).min(6)
    }
}

struct Writer<'a, 'o> {
    outline: &'a Outline<'o>,
    html: &'a mut String,
    levels: Levels,
    ids: BTreeMap<String, usize>,
}

impl Writer<'_, '_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => {
                self.html.push_str("<p>");
                self.inlines(text);
                self.html.push_str("</p>\n");
            }
            Block::Heading { level, text } => self.heading(*level, text),
            Block::List { start, items } => self.list(*start, items),
            Block::Quote(blocks) => {
                self.html.push_str("<blockquote>\n");
                self.blocks(blocks);
                self.html.push_str("</blockquote>\n");
            }
            Block::Code(code) => {
                self.html.push_str("<pre><code>");
                escape(code, self.html);
                self.html.push_str("</code></pre>\n");
            }
            Block::Table(table) => self.table(table),
            Block::Rule => self.html.push_str("<hr>\n"),
        }
    }

    fn heading(&mut self, typed: u8, text: &[Inline]) {
        let level = self.levels.open(typed, self.outline.first_level);
        let _ = write!(self.html, "<h{level}");
        if let Some(prefix) = self.outline.ids {
            let id = self.unique_id(prefix, &plain_text(text));
            self.html.push_str(" id=\"");
            escape(&id, self.html);
            self.html.push('"');
        }
        self.html.push('>');
        self.inlines(text);
        let _ = writeln!(self.html, "</h{level}>");
    }

    fn unique_id(&mut self, prefix: &str, text: &str) -> String {
        let id = format!("{prefix}{}", slug(text).unwrap_or_else(|| "heading".to_owned()));
        let seen = self.ids.entry(id.clone()).or_default();
        *seen += 1;
        if *seen == 1 { id } else { format!("{id}-{seen}") }
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>]) {
        let name = if start.is_some() { "ol" } else { "ul" };
        match start {
            Some(first) if first != 1 => {
                let _ = writeln!(self.html, "<ol start=\"{first}\">");
            }
            _ => {
                let _ = writeln!(self.html, "<{name}>");
            }
        }
        for item in items {
            self.html.push_str("<li>");
            match item.as_slice() {
                // An item of a single paragraph needs none.
                [Block::Paragraph(text)] => self.inlines(text),
                [Block::Paragraph(text), rest @ ..] if matches!(rest, [Block::List { .. }]) => {
                    self.inlines(text);
                    self.html.push('\n');
                    self.blocks(rest);
                }
                blocks => self.blocks(blocks),
            }
            self.html.push_str("</li>\n");
        }
        let _ = writeln!(self.html, "</{name}>");
    }

    fn table(&mut self, table: &Table) {
        self.html.push_str("<table>\n");
        if let Some(caption) = &table.caption {
            self.marked("caption", caption);
            self.html.push('\n');
        }
        self.html.push_str("<thead>\n<tr>");
        for cell in &table.header {
            self.html.push_str("<th scope=\"col\">");
            self.inlines(cell);
            self.html.push_str("</th>");
        }
        self.html.push_str("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            self.html.push_str("<tr>");
            for cell in row {
                self.html.push_str("<td>");
                self.inlines(cell);
                self.html.push_str("</td>");
            }
            self.html.push_str("</tr>\n");
        }
        self.html.push_str("</tbody>\n</table>\n");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => escape(text, self.html),
                Inline::Emphasis(inner) => self.marked("em", inner),
                Inline::Strong(inner) => self.marked("strong", inner),
                Inline::Code(code) => {
                    self.html.push_str("<code>");
                    escape(code, self.html);
                    self.html.push_str("</code>");
                }
                Inline::Link { target, text } => self.link(target, text),
                Inline::Foreign { language, text } => {
                    self.html.push_str("<span lang=\"");
                    escape(language, self.html);
                    // Some languages are written from right to left.
                    self.html.push_str("\" dir=\"auto\">");
                    self.inlines(text);
                    self.html.push_str("</span>");
                }
                Inline::Picture { file, alt } => (self.outline.picture)(file, alt, self.html),
                Inline::Break => self.html.push_str("<br>\n"),
            }
        }
    }

    fn marked(&mut self, name: &str, inner: &[Inline]) {
        let _ = write!(self.html, "<{name}>");
        self.inlines(inner);
        let _ = write!(self.html, "</{name}>");
    }

    fn link(&mut self, target: &Target, text: &[Inline]) {
        let address = match target {
            Target::Address(address) => address.to_string(),
            Target::Inside(kind, name) => (self.outline.address)(*kind, name),
        };
        self.html.push_str("<a href=\"");
        escape(&address, self.html);
        // Print writes addresses out behind links, but for those that say them already.
        let says_it = matches!(text, [Inline::Text(said)] if **said == *address);
        self.html.push_str(if says_it { "\" class=\"address\">" } else { "\">" });
        self.inlines(text);
        self.html.push_str("</a>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, parse_markdown};

    fn html(source: &str) -> String {
        let (text, _) = parse_markdown(source, &Language::default());
        let outline = Outline {
            first_level: 3,
            ids: Some("t-"),
            address: &|_, name| format!("../{name}/index.html"),
            picture: &|file, _, html| html.push_str(file),
        };
        let mut html = String::new();
        write_html(&text, &outline, &mut html);
        html
    }

    #[test]
    fn headings_fit_the_page_without_skipping() {
        assert_eq!(
            html("# Un\n\n#### Deux\n\n## Trois\n\n# Un"),
            "<h3 id=\"t-un\">Un</h3>\n<h4 id=\"t-deux\">Deux</h4>\n<h4 id=\"t-trois\">Trois</h4>\n<h3 id=\"t-un-2\">Un</h3>\n"
        );
    }

    #[test]
    fn whatever_is_typed_comes_out_escaped() {
        let html = html("<script>alert('x')</script>\n\n[a](https://b.fr/\"onclick=x)\n\n`<i>` & <b>");
        assert!(!html.contains("<script") && !html.contains("<i>") && !html.contains("<b>"), "{html}");
        assert!(!html.contains("\"onclick"), "{html}");
    }

    #[test]
    fn lists_tables_and_links() {
        assert_eq!(html("1. a\n2. b"), "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n");
        assert_eq!(html("- a\n  - b"), "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n");
        assert_eq!(html("[Elan](fiche:elan)"), "<p><a href=\"../elan/index.html\">Elan</a></p>\n");
        assert_eq!(
            html("<https://b.fr/> [ici](https://b.fr/)"),
            "<p><a href=\"https://b.fr/\" class=\"address\">https://b.fr/</a> <a href=\"https://b.fr/\">ici</a></p>\n"
        );
        assert_eq!(
            html("Un *[« wait »; ok](lang:en)* : [مرحبا](lang:ar)"),
            "<p>Un <em><span lang=\"en\" dir=\"auto\">« wait »; ok</span></em>\u{a0}: <span lang=\"ar\" dir=\"auto\">مرحبا</span></p>\n"
        );
        assert!(html("|a|\n|-|\n|b|").contains("<th scope=\"col\">a</th>"));
    }
}
