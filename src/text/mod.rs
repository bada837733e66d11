//! Text as readers see it: Markdown read into a tree, French typography, telephone numbers,
//! dates, slugs, words to search by. Pure functions: no file, no clock, no template.

mod caption;
mod date;
mod html;
mod language;
mod markdown;
mod phone;
mod rich;
mod slug;
mod tree;
mod typography;
mod words;

pub use date::PartialDate;
pub use html::{Outline, escape, write_html};
pub use language::Language;
pub(crate) use markdown::is_media_path;
pub use markdown::{Finding, FindingKind, parse_markdown};
pub use phone::PhoneNumber;
pub use rich::{Block, Inline, Inlines, Reference, RichText, Table, Target, TargetKind};
pub use slug::{distinct_slugs, is_id, is_reserved_name, slug};
pub use tree::{Ground, tree};
pub use typography::{typeset, typeset_runs};
pub use words::{each_word, folded};
