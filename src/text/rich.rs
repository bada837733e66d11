//! Rich text as a tree: what Markdown was read into, and what HTML and the booklet are made of.

use serde::Serialize;

/// A run of inline text.
pub type Inlines = Vec<Inline>;

/// A text with its structure, typography already set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RichText {
    /// Its paragraphs, lists and other blocks.
    pub blocks: Vec<Block>,
    /// What its links and pictures refer to within the catalogue.
    #[serde(skip)]
    pub references: Vec<Reference>,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Block {
    /// A paragraph.
    Paragraph(Inlines),
    /// A heading, with the level that was typed (1 to 6).
    Heading {
        /// The level as typed; the page that shows the text fits it to its own outline.
        level: u8,
        /// Its text.
        text: Inlines,
    },
    /// A list: numbered from `start`, or with bullets.
    List {
        /// The first number; none for bullets.
        start: Option<u64>,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A block shown as typed.
    Code(Box<str>),
    /// A table.
    Table(Table),
    /// A break between two parts.
    Rule,
}

/// A table, with its header row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What it shows, in a line.
    pub caption: Option<Inlines>,
    /// The cells of the header.
    pub header: Vec<Inlines>,
    /// The rows, cell by cell.
    pub rows: Vec<Vec<Inlines>>,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Inline {
    /// Plain text.
    Text(Box<str>),
    /// Stressed text.
    Emphasis(Inlines),
    /// Important text.
    Strong(Inlines),
    /// Text shown as typed.
    Code(Box<str>),
    /// A link.
    Link {
        /// Where it leads.
        target: Target,
        /// What it says.
        text: Inlines,
    },
    /// Words in another language: `[welcome](lang:en)`.
    Foreign {
        /// Which one: a tag, as `lang` attributes have it.
        language: Box<str>,
        /// What it says.
        text: Inlines,
    },
    /// A picture of the catalogue.
    Picture {
        /// Its file below `content/media/`.
        file: Box<str>,
        /// What it shows, for those who do not see it.
        alt: Box<str>,
    },
    /// A line break within a paragraph.
    Break,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Target {
    /// An address with a safe scheme: `https:`, `http:`, `mailto:`, `tel:`.
    Address(Box<str>),
    /// Something in the catalogue.
    Inside(TargetKind, Box<str>),
}

/// What a link within the catalogue leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum TargetKind {
    /// An initiative's sheet: `fiche:ID` or `sheet:ID`.
    Sheet,
    /// An editorial page: `rubrique:ID` or `page:ID`.
    Page,
    /// A theme: `theme:ID`.
    Theme,
}

/// Something of the catalogue that a text refers to, and the bytes of its Markdown that do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// A link's target, or none for a picture.
    pub kind: Option<TargetKind>,
    /// The id, or the picture's file.
    pub name: Box<str>,
    /// Where it stands: bytes of the file, once the text has been located in it.
    pub span: std::ops::Range<u32>,
}

impl RichText {
    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Adds its words to a text, without marks, a line for each block.
    pub fn add_words_to(&self, text: &mut String) {
        add_blocks(&self.blocks, text);
    }
}

fn add_blocks(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(line) | Block::Heading { text: line, .. } => add_line(line, text),
            Block::List { items, .. } => items.iter().for_each(|item| add_blocks(item, text)),
            Block::Quote(inner) => add_blocks(inner, text),
            Block::Code(code) => {
                text.push_str(code);
                text.push('\n');
            }
            Block::Table(Table { caption, header, rows }) => {
                let lines = caption.iter().chain(header).chain(rows.iter().flatten());
                lines.for_each(|line| add_line(line, text));
            }
            Block::Rule => {}
        }
    }
}

fn add_line(line: &[Inline], text: &mut String) {
    add_inlines(line, text);
    text.push('\n');
}

/// The text of inlines without their marks.
pub(super) fn add_inlines(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(run) | Inline::Code(run) => text.push_str(run),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Link { text: inner, .. }
            | Inline::Foreign { text: inner, .. } => add_inlines(inner, text),
            Inline::Picture { alt, .. } => text.push_str(alt),
            Inline::Break => text.push(' '),
        }
    }
}
