//! Where something stands: a file of the catalogue, and a range of bytes in it.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use foldhash::HashMap;
use serde::{Serialize, Serializer};

use crate::path::below;

/// A file that was read: the same for as long as its [`Files`] are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A range of bytes in a file.
///
/// Offsets count bytes of the file as it stands on the disk; files are limited to far less than
/// 4 GiB when they are read, so that 32 bits suffice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: FileId,
    start: u32,
    end: u32,
}

impl Place {
    /// The bytes `span` of `file`. Offsets beyond 4 GiB are cut down to it.
    #[must_use]
    pub fn new(file: FileId, span: Range<usize>) -> Self {
        let cut = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { file, start: cut(span.start), end: cut(span.end.max(span.start)) }
    }

    /// The very beginning of `file`, for what concerns it as a whole.
    #[must_use]
    pub fn whole(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The range of bytes.
    #[must_use]
    pub fn span(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value that knows where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands; none for a value that nobody wrote (a default).
    pub place: Option<Place>,
}

impl<T> Located<T> {
    /// `value`, written at `place`.
    #[must_use]
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place: Some(place) }
    }
}

impl<T: Default> Default for Located<T> {
    fn default() -> Self {
        Self { value: T::default(), place: None }
    }
}

impl<T> std::ops::Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Where it stands is no part of what it says.
impl<T: Serialize> Serialize for Located<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

/// The files of a catalogue, each once, in the order in which their problems are told.
///
/// They may be kept from one run to the next, with the places in them: files that come and go
/// change no other's place, only the order.
#[derive(Debug, Default, Clone)]
pub struct Files {
    root: PathBuf,
    names: Vec<Arc<str>>,
    ids: HashMap<Arc<str>, FileId>,
    /// The rank of each file in this run; none of those that are there no more.
    ranks: Vec<Option<u32>>,
    count: u32,
}

impl Files {
    /// No file yet, below the folder `root`.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), ..Self::default() }
    }

    /// Begins another run: files are put in order anew, and keep their ids.
    pub fn begin(&mut self) {
        self.ranks.fill(None);
        self.count = 0;
    }

    /// Registers a file by its path below the root, written with `/`.
    pub fn add(&mut self, name: impl AsRef<str>) -> FileId {
        let name = name.as_ref();
        let id = self.ids.get(name).copied().unwrap_or_else(|| self.add_new(name));
        let rank = &mut self.ranks[id.0 as usize];
        if rank.is_none() {
            *rank = Some(self.count);
            self.count += 1;
        }
        id
    }

    fn add_new(&mut self, name: &str) -> FileId {
        let id = FileId(u32::try_from(self.names.len()).unwrap_or(u32::MAX));
        let name: Arc<str> = name.into();
        self.names.push(name.clone());
        self.ids.insert(name, id);
        self.ranks.push(None);
        id
    }

    /// The path below the root, written with `/`, as messages show it.
    #[must_use]
    pub fn name(&self, file: FileId) -> &str {
        self.names.get(file.0 as usize).map_or("?", |name| name)
    }

    /// The path on the disk.
    #[must_use]
    pub fn path(&self, file: FileId) -> PathBuf {
        below(&self.root, self.name(file))
    }

    /// Where a file stands among those of this run.
    pub(super) fn rank(&self, file: FileId) -> Option<u32> {
        self.ranks.get(file.0 as usize).copied().flatten()
    }
}
