//! Staging and committing: rendered files wait beside their places until all are there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::fingerprint::shorten;
use crate::path::below;

use super::manifest::{Entry, Manifest, Whole};
use super::{OutputError, OutputFolder};

/// What a build did to its output folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that were left alone.
    pub unchanged: usize,
    /// Files of an earlier build that are no longer part of the site.
    pub removed: usize,
}

/// Rendered files on their way. Many threads may add to it at once.
#[derive(Debug)]
pub struct Stage {
    folder: OutputFolder,
    /// Where files wait.
    waiting_room: PathBuf,
    made: Mutex<Made>,
}

#[derive(Debug, Default)]
struct Made {
    entries: BTreeMap<String, Entry>,
    /// Paths of the files that wait in the stage.
    staged: BTreeSet<String>,
    /// Folders of the stage that are there already.
    folders: BTreeSet<String>,
}

impl Stage {
    pub(super) fn new(folder: OutputFolder) -> Result<Self, OutputError> {
        let waiting_room = folder.waiting_room();
        fs::create_dir(&waiting_room).map_err(OutputError::at(folder.path()))?;
        Ok(Self { folder, waiting_room, made: Mutex::default() })
    }

    /// Whether the file at `path` was made from the same things at the last build, and nobody
    /// touched it since. It is then part of the new site as it is.
    #[must_use]
    pub fn keeps(&self, path: &str, fingerprint: Option<[u8; 16]>) -> bool {
        let Some(entry) = self.folder.manifest.entries.get(path) else {
            return false;
        };
        // A build that was killed may have put another one in its place.
        let is_doubtful = self.folder.journal.get(path).is_some_and(|coming| coming != entry);
        if fingerprint.is_none()
            || entry.fingerprint != fingerprint
            || is_doubtful
            || !self.folder.manifest.is_untouched(&self.target(path), entry)
        {
            return false;
        }
        self.made().entries.insert(path.to_owned(), *entry);
        true
    }

    /// Takes a rendered file; it is staged only if it differs from what stands there.
    ///
    /// # Errors
    ///
    /// The machine refuses to write.
    pub fn put(&self, path: &str, fingerprint: Option<[u8; 16]>, bytes: &[u8]) -> Result<(), OutputError> {
        let hash = shorten(&blake3::hash(bytes));
        let entry = Entry { fingerprint, hash, size: bytes.len() as u64 };
        let is_same = self.folder.owns(path) && self.stands_there(path, &entry, bytes);
        if !is_same {
            self.write(path, bytes).map_err(|error| self.folder.gone_or(error))?;
        }
        let mut made = self.made();
        made.entries.insert(path.to_owned(), entry);
        if !is_same {
            made.staged.insert(path.to_owned());
        }
        Ok(())
    }

    fn stands_there(&self, path: &str, entry: &Entry, bytes: &[u8]) -> bool {
        let target = self.target(path);
        let Ok(about) = target.symlink_metadata() else {
            return false;
        };
        if !about.is_file() || about.len() != entry.size {
            return false;
        }
        fs::read(&target).is_ok_and(|there| there == bytes)
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        let place = below(&self.waiting_room, path);
        if let Some((folder, _)) = path.rsplit_once('/') {
            let is_new = self.made().folders.insert(folder.to_owned());
            if is_new {
                self.make_folders(folder)?;
            }
        }
        match fs::write(&place, bytes) {
            // Another thread has announced the folder and not made it yet.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if let Some((folder, _)) = path.rsplit_once('/') {
                    self.make_folders(folder)?;
                }
                fs::write(&place, bytes).map_err(OutputError::at(&self.target(path)))
            }
            // Where it would go says more to an editor than where it waits.
            done => done.map_err(OutputError::at(&self.target(path))),
        }
    }

    /// Makes a folder of the stage, and those it stands in. Never the stage itself: if it is gone,
    /// somebody took the output folder away.
    fn make_folders(&self, folder: &str) -> Result<(), OutputError> {
        for (end, _) in folder.match_indices('/').chain([(folder.len(), "")]) {
            let place = below(&self.waiting_room, &folder[..end]);
            match fs::create_dir(&place) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                    return Err(OutputError::at(&self.target(&folder[..end]))(error));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Puts everything in place: first the folders are checked, then files are renamed, then
    /// those are removed that are no longer part of the site. `whole` says what the site was made
    /// from, if the next build may rely on it.
    ///
    /// # Errors
    ///
    /// Something foreign stands in the way, and nothing was changed; or the machine refuses, and
    /// the next build completes what was begun.
    pub fn commit(self, whole: Option<Whole>) -> Result<Summary, OutputError> {
        self.folder.must_be_there()?;
        let Made { entries, staged, .. } = std::mem::take(&mut *self.made());
        let gone = self.stale(&entries);
        self.check_places(&staged, &gone)?;
        let summary =
            Summary { written: staged.len(), unchanged: entries.len() - staged.len(), removed: gone.len() };
        let manifest = Manifest { entries, written: None, whole };
        let is_same =
            manifest.entries == self.folder.manifest.entries && manifest.whole == self.folder.manifest.whole;
        if staged.is_empty() && gone.is_empty() && is_same {
            // A build that was killed when all was in place left it.
            self.folder.end_journal()?;
            self.clean()?;
            return Ok(summary);
        }
        self.announce(&manifest)?;
        let placed = self.place(&gone).and_then(|()| {
            self.folder.adopt_manifest()?;
            self.folder.end_journal()?;
            self.clean()
        });
        placed.map(|()| summary).map_err(|error| self.folder.gone_or(error).begun())
    }

    /// Writes all that has to be written before the first file is put in place: from then on, a disk
    /// that is full stops nothing.
    fn announce(&self, manifest: &Manifest) -> Result<(), OutputError> {
        // What an earlier build was killed over stays ours until all is in place.
        let mut coming = manifest.entries.clone();
        for (path, earlier) in &self.folder.journal {
            let entry = coming.entry(path.clone()).or_insert(*earlier);
            if entry != earlier {
                // It may be either of the two: only its bytes will tell.
                entry.fingerprint = None;
            }
        }
        self.folder.begin_journal(&Manifest { entries: coming, ..Manifest::default() })?;
        self.folder.prepare_manifest(manifest).inspect_err(|_| {
            // Nothing has come yet.
            if self.folder.journal.is_empty() {
                let _ = self.folder.end_journal();
            }
        })
    }

    fn place(&self, gone: &BTreeSet<String>) -> Result<(), OutputError> {
        for path in gone {
            self.remove(path)?;
        }
        self.move_into_place("", &self.waiting_room)
    }

    /// Files of earlier builds that this one did not make.
    fn stale(&self, entries: &BTreeMap<String, Entry>) -> BTreeSet<String> {
        let known = self.folder.manifest.entries.keys().chain(self.folder.journal.keys());
        let stale = known.filter(|path| !entries.contains_key(*path));
        stale
            .filter(|path| self.target(path).symlink_metadata().is_ok_and(|about| !about.is_dir()))
            .cloned()
            .collect()
    }

    /// Nothing foreign may stand where a file goes, and no link where a folder should be.
    fn check_places(&self, staged: &BTreeSet<String>, stale: &BTreeSet<String>) -> Result<(), OutputError> {
        let mut checked: BTreeSet<&str> = BTreeSet::new();
        for path in staged {
            for (at, _) in path.match_indices('/') {
                let folder = &path[..at];
                if !checked.insert(folder) {
                    continue;
                }
                match self.target(folder).symlink_metadata() {
                    Ok(about) if about.is_symlink() => {
                        return Err(OutputError::Linked(self.target(folder)));
                    }
                    Ok(about) if !about.is_dir() && !stale.contains(folder) => {
                        return Err(OutputError::ForeignPath(self.target(folder)));
                    }
                    _ => {}
                }
            }
            match self.target(path).symlink_metadata() {
                Ok(about) if about.is_dir() && self.will_be_gone(path, stale) => {}
                Ok(about) if about.is_dir() || !self.folder.owns(path) => {
                    return Err(OutputError::ForeignPath(self.target(path)));
                }
                _ => {}
            }
        }
        // A file of ours below a link is not ours to remove.
        for path in stale {
            let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
            for folder in folders.filter(|folder| checked.insert(folder)) {
                if self.target(folder).symlink_metadata().is_ok_and(|about| about.is_symlink()) {
                    return Err(OutputError::Linked(self.target(folder)));
                }
            }
        }
        Ok(())
    }

    /// Whether a folder holds files that are about to be removed, and nothing else.
    fn will_be_gone(&self, folder: &str, stale: &BTreeSet<String>) -> bool {
        let Ok(entries) = fs::read_dir(self.target(folder)) else { return false };
        let mut holds_any = false;
        for entry in entries {
            let Ok(entry) = entry else { return false };
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let is_going = stale.contains(&path) || is_folder && self.will_be_gone(&path, stale);
            if !is_going {
                return false;
            }
            holds_any = true;
        }
        holds_any
    }

    /// Renames what a folder of the stage holds. A folder that is not in the output yet goes
    /// there as a whole.
    fn move_into_place(&self, below: &str, from: &Path) -> Result<(), OutputError> {
        for entry in fs::read_dir(from).map_err(OutputError::at(from))? {
            let entry = entry.map_err(OutputError::at(from))?;
            let name = entry.file_name();
            let path = format!("{below}{}", name.to_string_lossy());
            let target = self.target(&path);
            let is_folder = entry.file_type().map_err(OutputError::at(from))?.is_dir();
            if is_folder && target.symlink_metadata().is_ok() {
                self.move_into_place(&format!("{path}/"), &entry.path())?;
            } else {
                fs::rename(entry.path(), &target).map_err(OutputError::at(&target))?;
            }
        }
        Ok(())
    }

    /// Removes a file, and the folders that are empty without it.
    fn remove(&self, path: &str) -> Result<(), OutputError> {
        let target = self.target(path);
        match fs::remove_file(&target) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(OutputError::at(&target)(error));
            }
            _ => {}
        }
        let mut folder = path;
        while let Some((parent, _)) = folder.rsplit_once('/') {
            // A folder that holds anything else refuses, and so do those above it.
            if fs::remove_dir(self.target(parent)).is_err() {
                break;
            }
            folder = parent;
        }
        Ok(())
    }

    fn clean(&self) -> Result<(), OutputError> {
        fs::remove_dir_all(&self.waiting_room).map_err(OutputError::at(&self.waiting_room))
    }

    fn target(&self, path: &str) -> PathBuf {
        below(self.folder.path(), path)
    }

    /// A thread that panicked while adding leaves nothing half-added behind.
    fn made(&self) -> std::sync::MutexGuard<'_, Made> {
        self.made.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Drop for Stage {
    /// A build that fails leaves nothing behind but its empty state.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.waiting_room);
    }
}
