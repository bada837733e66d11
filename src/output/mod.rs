//! The commit: rendered files reach the output folder, whole, only those that changed, and only
//! once everything has rendered.
//!
//! What is promised: a build that fails before its commit changes nothing. Every file is replaced
//! by a rename, so that it is always a whole file of the old site or of the new. A file that no
//! build made is never touched. A build that was killed leaves a journal by which the next one
//! knows its files; what it staged is thrown away.

mod error;
mod folder;
mod manifest;
mod stage;

pub use error::OutputError;
pub use folder::{Opening, OutputFolder, is_current};
pub use manifest::Whole;
pub use stage::{Stage, Summary};
