//! What was read before: it stands for a file that did not change since, which is not read again.

use std::collections::HashSet;
use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

use foldhash::HashMap;
use rayon::prelude::*;

use crate::catalogue::{EditorialPage, Filed, Forum, Settings, Sheet, Source};
use crate::problems::Files;
use crate::text::Language;

use super::look::{Found, Stamp};
use super::pictures::ReadPicture;
use super::{Folders, decode};

/// What a file says, and what is wrong with it.
pub(super) type Read<T> = decode::Read<Filed<T>>;

/// All that was read of a catalogue. Whoever reads it only once begins with an empty memory.
#[derive(Debug)]
pub struct Memory {
    pub(super) files: Files,
    /// The language that texts were set in.
    pub(super) language: Language,
    pub(super) settings: Shelf<Read<Settings>>,
    pub(super) sheets: Shelf<Read<Arc<Sheet>>>,
    pub(super) forums: Shelf<Read<Forum>>,
    pub(super) sources: Shelf<Read<Source>>,
    pub(super) pages: Shelf<Read<EditorialPage>>,
    pub(super) pictures: Shelf<ReadPicture>,
}

impl Memory {
    /// Nothing was read yet of the catalogue in these folders.
    #[must_use]
    pub fn new(folders: &Folders) -> Self {
        Self {
            files: Files::new(folders.root()),
            language: Language::default(),
            settings: Shelf::default(),
            sheets: Shelf::default(),
            forums: Shelf::default(),
            sources: Shelf::default(),
            pages: Shelf::default(),
            pictures: Shelf::default(),
        }
    }

    /// The files of the run, in the order of their problems.
    pub fn files(&mut self) -> &mut Files {
        &mut self.files
    }

    /// Reads these files again, and those of these folders, even if their size and their time are what they were: a clock may
    /// be too coarse to tell two saves apart.
    pub fn doubt<'p>(&mut self, paths: impl IntoIterator<Item = &'p Path>) {
        for path in paths {
            // A folder, or a file that was never read, is sought among all others.
            let _ = self.settings.drop(path)
                || self.sheets.drop(path)
                || self.forums.drop(path)
                || self.sources.drop(path)
                || self.pages.drop(path)
                || self.pictures.drop(path);
        }
    }

    /// Reads everything again.
    pub fn doubt_all(&mut self) {
        self.settings = Shelf::default();
        self.pictures = Shelf::default();
        self.forget_texts();
    }

    /// Texts depend on the catalogue's language.
    pub(super) fn set_in(&mut self, language: &Language) {
        if self.language != *language {
            self.language = language.clone();
            self.forget_texts();
        }
    }

    fn forget_texts(&mut self) {
        self.sheets = Shelf::default();
        self.forums = Shelf::default();
        self.sources = Shelf::default();
        self.pages = Shelf::default();
    }
}

/// What was read from files of one kind.
#[derive(Debug)]
pub(super) struct Shelf<T> {
    // By whole paths as the system writes them, which are compared faster than part by part.
    kept: HashMap<OsString, (Stamp, T)>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { kept: HashMap::default() }
    }
}

impl<T: Clone + Send + Sync> Shelf<T> {
    /// What each file says, in their order, read side by side where it is not known. They were looked
    /// at before: what changes in between is seen next time.
    pub(super) fn read<F: Sync>(
        &mut self,
        files: &[F],
        found: impl Fn(&F) -> &Found + Sync,
        read: impl Fn(&F) -> T + Sync,
    ) -> Vec<T> {
        let known = &self.kept;
        let path = |file: &F| found(file).path.as_os_str().to_owned();
        let one = |file: &F| {
            let Found { path, stamp, .. } = found(file);
            match known.get(path.as_os_str()) {
                Some((before, value)) if stamp.as_ref() == Some(before) => (value.clone(), None),
                _ => (read(file), *stamp),
            }
        };
        let read: Vec<(T, Option<Stamp>)> = files.par_iter().map(one).collect();
        if known.len() > files.len() {
            let here: HashSet<OsString> = files.iter().map(path).collect();
            self.kept.retain(|path, _| here.contains(path));
        }
        let mut values = Vec::with_capacity(read.len());
        for (file, (value, stamp)) in files.iter().zip(read) {
            if let Some(stamp) = stamp {
                self.kept.insert(path(file), (stamp, value.clone()));
            }
            values.push(value);
        }
        values
    }

    /// Forgets a file, or all that stands in a folder; whether it was a file.
    fn drop(&mut self, path: &Path) -> bool {
        let is_file = self.kept.remove(path.as_os_str()).is_some();
        if !is_file {
            let folder = path.as_os_str().as_encoded_bytes();
            self.kept.retain(|path, _| !path.as_encoded_bytes().starts_with(folder));
        }
        is_file
    }
}
