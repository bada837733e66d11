//! The output folder: whose it is, and who may write to it now.

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::path::below;

use super::manifest::{Entry, Manifest, NEW, Whole};
use super::{OutputError, Stage};

/// The folder in which a build keeps what it knows of its output.
const STATE: &str = ".florilege";

/// An output folder that this build alone may write to.
#[derive(Debug)]
pub struct OutputFolder {
    path: PathBuf,
    pub(super) manifest: Manifest,
    /// Files that an unfinished build may have put in place.
    pub(super) journal: BTreeMap<String, Entry>,
    /// Held until the build ends; the system lets go of it when the process dies.
    _lock: File,
}

/// The outcome of asking for the output folder.
#[derive(Debug)]
pub enum Opening {
    /// It is ours.
    Ready(OutputFolder),
    /// Another build is writing to it.
    Busy(Waiting),
}

/// A place in the queue for the output folder.
#[derive(Debug)]
pub struct Waiting {
    path: PathBuf,
    lock: File,
}

impl Waiting {
    /// Waits for the other build to end.
    ///
    /// # Errors
    ///
    /// The machine refuses to wait.
    pub fn wait(self) -> Result<OutputFolder, OutputError> {
        self.lock.lock().map_err(OutputError::at(&self.path))?;
        OutputFolder::locked(self.path, self.lock)
    }
}

impl OutputFolder {
    /// Opens an output folder, and makes it if it is not there.
    ///
    /// # Errors
    ///
    /// A folder that holds files and that no build made; the machine refuses.
    pub fn open(path: &Path) -> Result<Opening, OutputError> {
        let state = path.join(STATE);
        // In this order: another build may be making the folder at this very moment.
        if holds_anything(path)? && !is_plain_folder(&state) {
            return Err(OutputError::ForeignFolder(path.to_owned()));
        }
        fs::create_dir_all(&state).map_err(OutputError::at(&state))?;
        let lock_path = state.join("lock");
        if lock_path.symlink_metadata().is_ok_and(|about| about.is_symlink()) {
            return Err(OutputError::Linked(lock_path));
        }
        let lock = File::options()
            .create(true)
            .append(true)
            .open(&lock_path)
            .map_err(OutputError::at(&lock_path))?;
        match lock.try_lock() {
            Ok(()) => Self::locked(path.to_owned(), lock).map(Opening::Ready),
            Err(TryLockError::WouldBlock) => Ok(Opening::Busy(Waiting { path: path.to_owned(), lock })),
            Err(TryLockError::Error(error)) => Err(OutputError::at(&lock_path)(error)),
        }
    }

    fn locked(path: PathBuf, lock: File) -> Result<Self, OutputError> {
        let state = path.join(STATE);
        let staged = state.join("stage");
        if staged.symlink_metadata().is_ok() {
            // What a build that was killed had staged.
            fs::remove_dir_all(&staged).map_err(OutputError::at(&staged))?;
        }
        for name in ["manifest", "journal"] {
            // What a build was killed over before it had its name.
            let _ = fs::remove_file(state.join(name).with_extension(NEW));
        }
        let manifest = Manifest::read(&state.join("manifest"));
        let journal = Manifest::read(&state.join("journal")).entries;
        Ok(Self { path, manifest, journal, _lock: lock })
    }

    /// A place to put rendered files until all of them are there.
    ///
    /// # Errors
    ///
    /// The machine refuses to make it.
    pub fn stage(self) -> Result<Stage, OutputError> {
        Stage::new(self)
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn state(&self) -> PathBuf {
        self.path.join(STATE)
    }

    /// Whether a build made the file.
    pub(super) fn owns(&self, path: &str) -> bool {
        self.manifest.entries.contains_key(path) || self.journal.contains_key(path)
    }
}

/// What the site in a folder was made from, if that is known, the folder holds all of it as it
/// was made, and no build was interrupted since.
#[must_use]
pub fn is_current(path: &Path, inputs: [u8; 16]) -> Option<(Whole, usize)> {
    let state = path.join(STATE);
    let was_interrupted = ["journal", "stage", "manifest.new", "journal.new"]
        .iter()
        .any(|name| state.join(name).symlink_metadata().is_ok());
    if !is_plain_folder(&state) || was_interrupted {
        return None;
    }
    let manifest = Manifest::read(&state.join("manifest"));
    let whole = manifest.whole.clone().filter(|whole| whole.inputs == inputs)?;
    let is_whole =
        manifest.entries.par_iter().all(|(name, entry)| manifest.is_untouched(&below(path, name), entry));
    is_whole.then_some((whole, manifest.entries.len()))
}

fn is_plain_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|about| about.is_dir())
}

fn holds_anything(path: &Path) -> Result<bool, OutputError> {
    match fs::read_dir(path) {
        Ok(mut entries) => Ok(entries.next().is_some()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => Ok(true),
        Err(error) => Err(OutputError::at(path)(error)),
    }
}
