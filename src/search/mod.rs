//! What the script of the search page reads: which words stand in which sheets, sheets in short,
//! and lists of sheets to filter by, cut into files that a browser loads as it needs them.
//!
//! Files are scripts that call one function with data, since a page that was opened from a folder
//! may load scripts and nothing else. They hold no code. Pure: texts in, bytes out.

mod code;
mod files;
mod index;

pub use files::{Choice, Lists, SearchFiles, write_lists, write_words};
pub use index::{Field, Index, Texts};
