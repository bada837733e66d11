//! Paths as the catalogue writes them, with `/` on every system.

use std::path::{Path, PathBuf};

/// The place that a path with `/` means below a folder.
#[must_use]
pub fn below(folder: &Path, path: &str) -> PathBuf {
    path.split('/').fold(folder.to_owned(), |joined, part| joined.join(part))
}
