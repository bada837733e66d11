//! Folders as wholes: copied, counted.

use std::fs;
use std::io;
use std::path::Path;

/// Files and bytes below a folder.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Weight {
    /// How many files.
    pub(crate) files: u64,
    /// How many bytes they have together.
    pub(crate) bytes: u64,
}

/// Copies a folder into another that is not there yet: one file after the other, as `cp -r` does.
pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

/// Weighs a folder.
pub(crate) fn weigh(folder: &Path) -> io::Result<Weight> {
    let mut weight = Weight::default();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            let inner = weigh(&entry.path())?;
            weight.files += inner.files;
            weight.bytes += inner.bytes;
        } else {
            weight.files += 1;
            weight.bytes += entry.metadata()?.len();
        }
    }
    Ok(weight)
}
