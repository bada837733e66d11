//! What can go wrong with the output folder.

use std::io;
use std::path::{Path, PathBuf};

/// Why nothing, or not everything, could be written.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The folder holds files, and no build made it.
    #[error("the folder {0} is not empty, and no build made it")]
    ForeignFolder(PathBuf),
    /// A file or folder that no build made stands where a page should go.
    #[error("{0} stands in the way, and no build made it")]
    ForeignPath(PathBuf),
    /// A link stands where a folder should be: writing there would leave the output folder.
    #[error("{0} is a link out of the output folder")]
    Linked(PathBuf),
    /// The machine refused.
    #[error("{path}: {source}")]
    Machine {
        /// What was being read or written.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
}

impl OutputError {
    /// Says what was being done when the machine refused.
    pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |source| Self::Machine { path: path.to_owned(), source }
    }
}
