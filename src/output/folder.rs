//! The output folder: whose it is, and who may write to it now.

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use same_file::Handle;

use crate::path::below;

use super::manifest::{Entry, Manifest, Whole};
use super::{OutputError, Stage};

/// The folder in which a build keeps what it knows of its output.
const STATE: &str = ".florilege";
/// What is in the folder.
const MANIFEST: &str = "manifest";
/// What is about to be in it, while files are put in place.
const JOURNAL: &str = "journal";
/// Whose turn it is.
const LOCK: &str = "lock";
/// What the folders begin with in which rendered files wait.
const STAGE: &str = "stage";
/// What a file is called that is about to take the place of another.
const NEW: &str = "new";

/// An output folder that this build alone may write to.
#[derive(Debug)]
pub struct OutputFolder {
    path: PathBuf,
    pub(super) manifest: Manifest,
    /// Files that an unfinished build may have put in place.
    pub(super) journal: BTreeMap<String, Entry>,
    /// Held until the build ends; the system lets go of it when the process dies.
    lock: File,
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
        if must_be_there(&self.path, &self.lock).is_ok() {
            return OutputFolder::locked(self.path, self.lock);
        }
        // The folder was removed meanwhile, and with it what was waited for.
        match OutputFolder::open(&self.path)? {
            Opening::Ready(folder) => Ok(folder),
            Opening::Busy(waiting) => waiting.wait(),
        }
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
        fs::create_dir_all(&state).map_err(OutputError::at(path))?;
        let lock_path = state.join(LOCK);
        if lock_path.symlink_metadata().is_ok_and(|about| about.is_symlink()) {
            return Err(OutputError::Linked(lock_path));
        }
        let lock =
            File::options().create(true).append(true).open(&lock_path).map_err(OutputError::at(path))?;
        match lock.try_lock() {
            Ok(()) => Self::locked(path.to_owned(), lock).map(Opening::Ready),
            Err(TryLockError::WouldBlock) => Ok(Opening::Busy(Waiting { path: path.to_owned(), lock })),
            Err(TryLockError::Error(error)) => Err(OutputError::at(path)(error)),
        }
    }

    fn locked(path: PathBuf, lock: File) -> Result<Self, OutputError> {
        let state = path.join(STATE);
        for leaving in leavings(&state) {
            let is_folder = leaving.symlink_metadata().is_ok_and(|about| about.is_dir());
            let removed = if is_folder { fs::remove_dir_all(&leaving) } else { fs::remove_file(&leaving) };
            removed.map_err(OutputError::at(&path))?;
        }
        let manifest = Manifest::read(&state.join(MANIFEST));
        let journal = Manifest::read(&state.join(JOURNAL)).entries;
        Ok(Self { path, manifest, journal, lock })
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

    /// Where the files of this build may wait. The name is its own: if the folder is taken away and made
    /// again by another build, the two do not mix.
    pub(super) fn waiting_room(&self) -> PathBuf {
        self.state().join(format!("{STAGE}-{}", std::process::id()))
    }

    fn state(&self) -> PathBuf {
        self.path.join(STATE)
    }

    /// Whether it is still the folder that was opened: it may have been removed or moved away since,
    /// and another build may have made it again.
    pub(super) fn must_be_there(&self) -> Result<(), OutputError> {
        must_be_there(&self.path, &self.lock)
    }

    /// Why something could not be written: that the folder is gone, if it is.
    pub(super) fn gone_or(&self, error: OutputError) -> OutputError {
        self.must_be_there().err().unwrap_or(error)
    }

    /// Notes which files are about to be put in place.
    pub(super) fn begin_journal(&self, coming: &Manifest) -> Result<(), OutputError> {
        let journal = self.state().join(JOURNAL);
        coming.write(&journal.with_extension(NEW))?;
        rename_new(&journal)
    }

    /// Forgets it, once they are.
    pub(super) fn end_journal(&self) -> Result<(), OutputError> {
        let journal = self.state().join(JOURNAL);
        match fs::remove_file(&journal) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(OutputError::at(&journal)(error)),
            _ => Ok(()),
        }
    }

    /// Writes the manifest of the site that is about to be put in place.
    pub(super) fn prepare_manifest(&self, manifest: &Manifest) -> Result<(), OutputError> {
        manifest.write(&self.state().join(MANIFEST).with_extension(NEW))
    }

    /// Makes it the folder's manifest.
    pub(super) fn adopt_manifest(&self) -> Result<(), OutputError> {
        rename_new(&self.state().join(MANIFEST))
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
    let was_interrupted = state.join(JOURNAL).symlink_metadata().is_ok() || !leavings(&state).is_empty();
    if !is_plain_folder(&state) || was_interrupted {
        return None;
    }
    let manifest = Manifest::read(&state.join(MANIFEST));
    let whole = manifest.whole.clone().filter(|whole| whole.inputs == inputs)?;
    let is_whole =
        manifest.entries.par_iter().all(|(name, entry)| manifest.is_untouched(&below(path, name), entry));
    is_whole.then_some((whole, manifest.entries.len()))
}

/// Gives a file that was written beside its place its name. Only who holds the lock may.
fn rename_new(path: &Path) -> Result<(), OutputError> {
    fs::rename(path.with_extension(NEW), path).map_err(OutputError::at(path))
}

/// What a build leaves that was killed: what it had staged, and files that it had not named yet.
fn leavings(state: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(state) else { return Vec::new() };
    let is_left = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(STAGE) || path.extension().is_some_and(|extension| extension == NEW)
    };
    entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_left).collect()
}

fn must_be_there(folder: &Path, lock: &File) -> Result<(), OutputError> {
    let there = Handle::from_path(folder.join(STATE).join(LOCK));
    let opened = lock.try_clone().and_then(Handle::from_file);
    match (there, opened) {
        (Ok(there), Ok(opened)) if there == opened => Ok(()),
        _ => Err(OutputError::Gone(folder.to_owned())),
    }
}

fn is_plain_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|about| about.is_dir())
}

fn holds_anything(path: &Path) -> Result<bool, OutputError> {
    match fs::read_dir(path) {
        Ok(mut entries) => Ok(entries.next().is_some()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) if error.kind() == ErrorKind::NotADirectory => Ok(true),
        Err(error) => Err(OutputError::at(path)(error)),
    }
}
