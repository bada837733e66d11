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
    /// The folder was removed, moved away or replaced while the build was working.
    #[error("the folder {0} was taken away during the build")]
    Gone(PathBuf),
    /// The machine refused.
    #[error("{path}: {source}")]
    Machine {
        /// What was being read or written.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
        /// Whether files were being put in place: some may be those of the new site, and the next
        /// build completes it. Otherwise the site is as it was.
        begun: bool,
    },
}

impl OutputError {
    /// Says what was being done when the machine refused.
    pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |source| Self::Machine { path: path.to_owned(), source, begun: false }
    }

    /// The same, once files are being put in place.
    pub(super) fn begun(self) -> Self {
        match self {
            Self::Machine { path, source, .. } => Self::Machine { path, source, begun: true },
            other => other,
        }
    }
}
