//! Markdown read into a tree. Raw HTML becomes text; links are sorted into safe addresses and
//! places of the catalogue. What an editor should know is told as findings.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use super::Language;
use super::caption::take_caption;
use super::rich::{Block, Inline, Inlines, Reference, RichText, Table, Target, TargetKind, add_inlines};
use super::slug::is_reserved_name;
use super::typography::typeset_inlines;

/// How many blocks and marks may stand inside each other; what is deeper joins its parent, so
/// that no text, however hostile, exhausts the stack of whoever walks the tree.
const MAX_DEPTH: usize = 24;

/// How many findings of one text are told.
const MAX_FINDINGS: usize = 30;

/// Something in a text that its editor should know, with the bytes of the Markdown concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// Where it stands in the Markdown.
    pub span: Range<usize>,
}

/// What can be found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingKind {
    /// HTML, which is shown as text.
    RawHtml(String),
    /// A link whose scheme is not on the list.
    UnsafeLink(String),
    /// A link that depends on the page it stands on.
    RelativeLink(String),
    /// A link that was not recognised, because its address has a space.
    BrokenLink,
    /// A picture without its alternative text.
    MissingAlt(String),
    /// A picture that is not below `content/media/`.
    BadPicture(String),
    /// A table without its caption.
    MissingCaption,
}

/// Reads Markdown, and sets its typography for `language`.
#[must_use]
pub fn parse_markdown(source: &str, language: &Language) -> (RichText, Vec<Finding>) {
    let mut builder = Builder {
        language,
        frames: vec![Frame::root()],
        open: Vec::new(),
        findings: Vec::new(),
        references: Vec::new(),
    };
    for (event, span) in Parser::new_ext(source, Options::ENABLE_TABLES).into_offset_iter() {
        builder.take(event, span);
    }
    builder.find_broken_links(source);
    // The parser closes what it opens, so that only the root is left.
    let blocks = builder.frames.pop().map(|frame| frame.blocks).unwrap_or_default();
    (RichText { blocks, references: builder.references }, builder.findings)
}

/// A block or mark that is still open, with what it holds so far.
struct Frame {
    open: Open,
    blocks: Vec<Block>,
    inlines: Inlines,
    /// The plain text that follows them, which comes in pieces.
    run: String,
    items: Vec<Vec<Block>>,
    table: Table,
    row: Vec<Inlines>,
}

enum Open {
    /// The text itself, or something that leaves no trace of its own.
    Plain,
    Paragraph,
    Heading(u8),
    List(Option<u64>),
    Item,
    Quote,
    Code,
    Table(Range<usize>),
    Head,
    Row,
    Cell,
    Emphasis,
    Strong,
    Link(Option<Target>),
    Foreign(Box<str>),
    Picture(String, Range<usize>),
}

impl Frame {
    fn new(open: Open) -> Self {
        Self {
            open,
            blocks: Vec::new(),
            inlines: Vec::new(),
            run: String::new(),
            items: Vec::new(),
            table: Table::default(),
            row: Vec::new(),
        }
    }

    fn root() -> Self {
        Self::new(Open::Plain)
    }

    /// Puts the text that has come so far among the inlines.
    fn end_run(&mut self) {
        if !self.run.is_empty() {
            self.inlines.push(Inline::Text(std::mem::take(&mut self.run).into()));
        }
    }
}

/// What the parser has opened and not closed yet.
enum Level {
    /// A block or mark with a frame of its own.
    Framed,
    /// A mark past the greatest depth: its text joins what it stands in.
    Mark,
    /// A list, an item or a quotation past the greatest depth: likewise, as paragraphs.
    Block,
}

struct Builder<'l> {
    language: &'l Language,
    frames: Vec<Frame>,
    open: Vec<Level>,
    findings: Vec<Finding>,
    references: Vec<Reference>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => {
                let open = self.open(tag, span);
                let level = if self.frames.len() > MAX_DEPTH { level_below(&open) } else { Level::Framed };
                match level {
                    Level::Framed => self.frames.push(Frame::new(open)),
                    Level::Mark => {}
                    Level::Block => self.end_paragraph(),
                }
                self.open.push(level);
            }
            Event::End(tag) => match self.open.pop() {
                Some(Level::Framed) => self.close(tag),
                Some(Level::Block) => self.end_paragraph(),
                Some(Level::Mark) | None => {}
            },
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.inline(Inline::Code((&*code).into())),
            Event::Html(html) | Event::InlineHtml(html) => {
                let visible = html.trim_end().len();
                self.find(FindingKind::RawHtml(html.trim().to_owned()), span.start..span.start + visible);
                self.text(&html);
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Rule => self.block(Block::Rule),
            // These belong to extensions that are not enabled.
            Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>, span: Range<usize>) -> Open {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => Open::Paragraph,
            Tag::Heading { level, .. } => Open::Heading(level as u8),
            Tag::BlockQuote(_) => Open::Quote,
            Tag::CodeBlock(_) => Open::Code,
            Tag::List(start) => Open::List(start),
            Tag::Item => Open::Item,
            Tag::Table(_) => Open::Table(span),
            Tag::TableHead => {
                // Its first line is enough to show where a table stands.
                if let Open::Table(place) = &mut self.top().open {
                    *place = span;
                }
                Open::Head
            }
            Tag::TableRow => Open::Row,
            Tag::TableCell => Open::Cell,
            Tag::Emphasis => Open::Emphasis,
            Tag::Strong => Open::Strong,
            // An address between angle brackets in the text of a link: browsers would end the link there.
            Tag::Link { .. } if self.is_in_link() => Open::Link(None),
            Tag::Link { dest_url, .. } => match foreign(&dest_url) {
                Some(language) => Open::Foreign(language),
                None => Open::Link(self.target(&dest_url, span)),
            },
            Tag::Image { dest_url, .. } => Open::Picture(dest_url.into_string(), span),
            _ => Open::Plain,
        }
    }

    fn close(&mut self, tag: TagEnd) {
        let Some(mut frame) = self.frames.pop() else {
            return;
        };
        frame.end_run();
        let in_block =
            matches!(tag, TagEnd::Item | TagEnd::BlockQuote(_)) || matches!(frame.open, Open::Plain);
        if in_block && !frame.inlines.is_empty() {
            // The items of a tight list hold their text without a paragraph.
            let text = self.set(std::mem::take(&mut frame.inlines));
            frame.blocks.push(Block::Paragraph(text));
        }
        match frame.open {
            Open::Plain => self.top().blocks.append(&mut frame.blocks),
            Open::Paragraph => {
                let text = self.set(frame.inlines);
                self.block(Block::Paragraph(text));
            }
            Open::Heading(level) => {
                let text = self.set(frame.inlines);
                self.block(Block::Heading { level, text });
            }
            Open::List(start) => self.block(Block::List { start, items: frame.items }),
            Open::Item => self.top().items.push(frame.blocks),
            Open::Quote => self.block(Block::Quote(frame.blocks)),
            Open::Code => self.block(Block::Code(plain_text(&frame.inlines).into())),
            Open::Table(span) => {
                frame.table.caption = take_caption(&mut self.top().blocks);
                if frame.table.caption.is_none() {
                    self.find(FindingKind::MissingCaption, span);
                }
                self.block(Block::Table(frame.table));
            }
            Open::Head => self.top().table.header = frame.row,
            Open::Row => self.top().table.rows.push(frame.row),
            Open::Cell => {
                let text = self.set(frame.inlines);
                self.top().row.push(text);
            }
            Open::Emphasis => self.inline(Inline::Emphasis(frame.inlines)),
            Open::Strong => self.inline(Inline::Strong(frame.inlines)),
            Open::Link(Some(target)) => self.inline(Inline::Link { target, text: frame.inlines }),
            Open::Foreign(language) => self.inline(Inline::Foreign { language, text: frame.inlines }),
            Open::Link(None) => {
                let top = self.top();
                top.end_run();
                top.inlines.append(&mut frame.inlines);
            }
            Open::Picture(file, span) => self.picture(&file, &plain_text(&frame.inlines), span),
        }
    }

    fn set(&self, mut inlines: Inlines) -> Inlines {
        typeset_inlines(&mut inlines, self.language);
        inlines.shrink_to_fit();
        inlines
    }

    fn is_in_link(&self) -> bool {
        self.frames.iter().any(|frame| matches!(frame.open, Open::Link(Some(_))))
    }

    /// The innermost frame. The root is only taken once all events have been read.
    fn top(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame::root());
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn text(&mut self, text: &str) {
        self.top().run.push_str(text);
    }

    fn inline(&mut self, inline: Inline) {
        let top = self.top();
        top.end_run();
        top.inlines.push(inline);
    }

    fn block(&mut self, block: Block) {
        // The text of a tight item, before the list inside it.
        self.end_paragraph();
        self.top().blocks.push(block);
    }

    /// Makes a paragraph of text that stands in a block by itself.
    fn end_paragraph(&mut self) {
        let language = self.language;
        let top = self.top();
        top.end_run();
        if !top.inlines.is_empty() {
            let mut text = std::mem::take(&mut top.inlines);
            typeset_inlines(&mut text, language);
            top.blocks.push(Block::Paragraph(text));
        }
    }

    /// Keeps a finding. Whoever pastes a web page is told soon enough.
    fn find(&mut self, kind: FindingKind, span: Range<usize>) {
        if self.findings.len() >= MAX_FINDINGS {
            return;
        }
        self.findings.push(Finding { kind, span });
    }

    /// `[texte](mon fichier.jpg)`: an address ends at its first space.
    fn find_broken_links(&mut self, source: &str) {
        // Where the last address that was looked at ends, and its last space: one that begins before
        // that end has the same, and is not read again.
        let (mut end, mut space) = (0, None);
        for (at, _) in source.match_indices("](") {
            if self.findings.len() >= MAX_FINDINGS {
                return;
            }
            let start = at + 2;
            if end < start {
                end = source[start..].find([')', '\n']).map_or(source.len(), |length| start + length);
                space = source[start..end].trim_end().rfind(' ').map(|length| start + length);
            }
            let address = &source[start..end];
            let is_broken = source[end..].starts_with(')')
                && space.is_some_and(|space| space > start + (address.len() - address.trim_start().len()))
                && !address.starts_with('<')
                && !address.ends_with(['"', '\'']);
            if is_broken {
                let start = source[..at].rfind('[').unwrap_or(at);
                self.find(FindingKind::BrokenLink, start..end + 1);
            }
        }
    }

    fn refer(&mut self, kind: Option<TargetKind>, name: &str, span: Range<usize>) {
        let cut = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        self.references.push(Reference { kind, name: name.into(), span: cut(span.start)..cut(span.end) });
    }

    fn target(&mut self, address: &CowStr<'_>, span: Range<usize>) -> Option<Target> {
        let Some((scheme, rest)) = split_scheme(address) else {
            let kind = if address.contains('@') {
                None
            } else {
                Some(FindingKind::RelativeLink(address.to_string()))
            };
            if let Some(kind) = kind {
                self.find(kind, span);
                return None;
            }
            // An e-mail address between angle brackets.
            return Some(Target::Address(format!("mailto:{address}").into()));
        };
        let inside = match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" | "mailto" | "tel" => {
                return Some(Target::Address((&**address).into()));
            }
            "fiche" | "sheet" => TargetKind::Sheet,
            "rubrique" | "page" => TargetKind::Page,
            "theme" => TargetKind::Theme,
            _ => {
                self.find(FindingKind::UnsafeLink(format!("{scheme}:")), span);
                return None;
            }
        };
        self.refer(Some(inside), rest, span);
        Some(Target::Inside(inside, rest.into()))
    }

    fn picture(&mut self, file: &str, alt: &str, span: Range<usize>) {
        if !is_media_path(file) {
            self.find(FindingKind::BadPicture(file.to_owned()), span);
        } else if alt.trim().is_empty() {
            self.find(FindingKind::MissingAlt(file.to_owned()), span);
        } else {
            self.refer(None, file, span);
            self.inline(Inline::Picture { file: file.into(), alt: alt.into() });
        }
    }
}

/// Past the greatest depth, blocks and marks leave no trace but their text.
fn level_below(open: &Open) -> Level {
    match open {
        Open::Emphasis | Open::Strong | Open::Link(_) | Open::Foreign(_) | Open::Picture(..) => Level::Mark,
        Open::Plain | Open::List(_) | Open::Item | Open::Quote => Level::Block,
        _ => Level::Framed,
    }
}

/// The language of words that are marked as being in another one: `lang:en`.
fn foreign(address: &str) -> Option<Box<str>> {
    let tag = address.strip_prefix("lang:")?;
    Language::parse(tag).map(|_| tag.into())
}

/// Scheme and rest of an address, when it has a scheme (RFC 3986, section 3.1). Control
/// characters and blanks before the colon, which browsers skip, make the scheme unsafe.
fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    (!scheme.contains(['/', '?', '#'])).then_some((scheme, rest))
}

/// Whether a path stays below the pictures' folder on every system.
pub(crate) fn is_media_path(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':', '\0', '?', '#', '%', '<', '>', '"', '|', '*'])
        && !path.chars().any(char::is_control)
        && !path.split('/').any(is_reserved_name)
        && path
            .split('/')
            .all(|part| !part.is_empty() && !part.starts_with('.') && !part.ends_with([' ', '.']))
}

/// The text of inlines without their marks.
pub(crate) fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    add_inlines(inlines, &mut text);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(source: &str) -> Vec<FindingKind> {
        let (_, findings) = parse_markdown(source, &Language::default());
        findings.into_iter().map(|finding| finding.kind).collect()
    }

    #[test]
    fn html_becomes_text_and_is_told() {
        let (rich, _) = parse_markdown("Un <b>mot</b>", &Language::default());
        assert_eq!(rich.blocks, [Block::Paragraph(vec![Inline::Text("Un <b>mot</b>".into())])]);
        assert_eq!(
            findings("Un <b>mot</b>"),
            [FindingKind::RawHtml("<b>".into()), FindingKind::RawHtml("</b>".into())]
        );
        assert_eq!(findings("<script>alert(1)</script>").len(), 1);
    }

    #[test]
    fn only_safe_schemes_make_links() {
        for address in
            ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd"]
        {
            let found = findings(&format!("[a]({address})"));
            assert!(matches!(found[..], [FindingKind::UnsafeLink(_)]), "{address}: {found:?}");
        }
        assert!(findings("[a](https://a.fr) <b@c.fr> [d](tel:+331) [e](mailto:f@g.fr)").is_empty());
    }

    #[test]
    fn no_link_stands_in_another() {
        for text in ["[a <https://a.fr> b](https://b.fr)", "[![<https://a.fr>](a.jpg)](https://b.fr)"] {
            let (rich, _) = parse_markdown(text, &Language::default());
            assert_eq!(format!("{rich:?}").matches("Link").count(), 1, "{rich:?}");
        }
    }

    #[test]
    fn links_to_the_catalogue_are_kept_as_references() {
        let (rich, _) = parse_markdown("[Elan](fiche:samusocial-elan)", &Language::default());
        assert_eq!(&*rich.references[0].name, "samusocial-elan");
        assert_eq!(rich.references[0].kind, Some(TargetKind::Sheet));
        assert!(matches!(findings("[x](../autre)")[..], [FindingKind::RelativeLink(_)]));
    }

    #[test]
    fn pictures_need_a_text_and_stay_in_their_folder() {
        assert!(matches!(findings("![](a.jpg)")[..], [FindingKind::MissingAlt(_)]));
        for path in ["../a.jpg", "/a.jpg", "c:/a.jpg", "a/../../b.jpg", "https://a.fr/b.jpg", ".git/a"] {
            assert!(matches!(findings(&format!("![x]({path})"))[..], [FindingKind::BadPicture(_)]), "{path}");
        }
    }

    #[test]
    fn addresses_with_spaces_are_told() {
        assert_eq!(findings("![x](photo 1.jpg)"), [FindingKind::BrokenLink]);
        assert_eq!(findings("[x](https://a.fr \"titre\")"), []);
    }

    #[test]
    fn depth_is_bounded() {
        let (rich, _) = parse_markdown(&">".repeat(5_000), &Language::default());
        drop(rich);
        let (rich, _) = parse_markdown(&("*a ".repeat(3_000) + &"*".repeat(3_000)), &Language::default());
        assert!(format!("{rich:?}").contains('a'));
        let nested = (0..200).fold(String::new(), |text, depth| text + &"  ".repeat(depth) + "- x\n");
        let (rich, _) = parse_markdown(&nested, &Language::default());
        // What is too deep loses its dashes, and not its words.
        let words = format!("{rich:?}").replace("Text", "").matches('x').count();
        assert_eq!(words, 200);
    }
}
