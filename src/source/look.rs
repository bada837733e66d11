//! What stands in the folders of a catalogue, by size and time: nothing of it is read.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use crate::problems::{Code, Files, Place, Problem, Problems};

use super::Folders;
use super::folder::walk;

/// The files of a catalogue, and what each looks like. Those of the site theme are not among them:
/// they are few, and read each time.
#[derive(Debug, PartialEq, Eq)]
pub struct Look {
    pub(super) settings: Found,
    pub(super) forums: Listing,
    pub(super) sheets: Listing,
    pub(super) pages: Listing,
    pub(super) sources: Listing,
    pub(super) media: Listing,
}

/// What stands below a folder, in the order of paths.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Listing {
    pub(super) files: Vec<Found>,
    pub(super) unseen: Vec<Unseen>,
}

/// What could not be looked at.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unseen {
    /// Its path below the root, with `/`.
    pub(super) name: String,
    /// What is told of it.
    pub(super) why: (Code, &'static str, String),
}

/// A file that was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its path below the root, with `/`.
    pub(super) name: String,
    pub(super) path: PathBuf,
    /// None if it is not there, or nobody may look at it.
    pub(super) stamp: Option<Stamp>,
}

/// What tells a file from what it was, without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    size: u64,
    modified: SystemTime,
    is_file: bool,
}

impl Look {
    /// Looks at all files of a catalogue.
    #[must_use]
    pub fn new(folders: &Folders) -> Self {
        let name = Folders::SETTINGS;
        Self {
            settings: Found::new((name.to_owned(), folders.join(name))),
            forums: Listing::new(folders, Folders::FORUMS),
            sheets: Listing::new(folders, Folders::SHEETS),
            pages: Listing::new(folders, Folders::PAGES),
            sources: Listing::new(folders, Folders::SOURCES),
            media: Listing::new(folders, Folders::MEDIA),
        }
    }

    /// Looks at one file again. False where that is not enough, since others may have come or gone.
    #[must_use]
    pub fn again(&mut self, path: &Path) -> bool {
        let stamp = Stamp::of(path);
        if let Some(found) = self.files_mut().find(|found| found.path.as_os_str() == path.as_os_str()) {
            found.stamp = stamp;
            return found.is_file();
        }
        // What came and went since, as editors write beside a file. A folder would be missed.
        stamp.is_none() && !self.files_mut().any(|found| found.is_below(path))
    }

    fn files_mut(&mut self) -> impl Iterator<Item = &mut Found> {
        let listings =
            [&mut self.sheets, &mut self.media, &mut self.forums, &mut self.pages, &mut self.sources];
        std::iter::once(&mut self.settings).chain(listings.into_iter().flat_map(|listing| &mut listing.files))
    }
}

impl Listing {
    fn new(folders: &Folders, folder: &str) -> Self {
        let (files, unseen) = walk(folders, folder);
        Self { files: files.into_par_iter().map(Found::new).collect(), unseen }
    }

    /// Tells what could not be looked at.
    pub(super) fn tell(&self, files: &mut Files, problems: &mut Problems) {
        for Unseen { name, why: (code, what, said) } in &self.unseen {
            let place = Place::whole(files.add(name));
            problems.push(Problem::at(*code, place).with(what, said.as_str()));
        }
    }
}

impl Found {
    fn new((name, path): (String, PathBuf)) -> Self {
        let stamp = Stamp::of(&path);
        Self { name, path, stamp }
    }

    /// Whether it is there, and neither a pipe nor a device.
    pub(super) fn is_file(&self) -> bool {
        self.stamp.is_some_and(|stamp| stamp.is_file)
    }

    /// Its path below a folder, by the folder's path below the root.
    pub(super) fn below(&self, folder: &str) -> Option<&str> {
        self.name.strip_prefix(folder).map(|rest| rest.trim_start_matches('/'))
    }

    fn is_below(&self, folder: &Path) -> bool {
        self.path.as_os_str().as_encoded_bytes().starts_with(folder.as_os_str().as_encoded_bytes())
    }
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let about = fs::metadata(path).ok()?;
        Some(Self { size: about.len(), modified: about.modified().ok()?, is_file: about.is_file() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_file_may_tell_enough() {
        let root = tempfile::tempdir().unwrap();
        let path = |name: &str| root.path().join("content/initiatives").join(name);
        let write = |name: &str, text: &str| {
            fs::create_dir_all(path(name).parent().unwrap()).unwrap();
            fs::write(path(name), text).unwrap();
        };
        write("elan.yaml", "un");
        write("a/bail.yaml", "un");
        let folders = Folders::new(root.path());
        let mut look = Look::new(&folders);
        write("elan.yaml", "deux");
        assert_ne!(look, Look::new(&folders));
        assert!(look.again(&path("elan.yaml")));
        assert_eq!(look, Look::new(&folders));
        // It came and went.
        assert!(look.again(&path("4913")));
        write("toit.yaml", "un");
        assert!(!look.again(&path("toit.yaml")));
        assert!(!look.again(&path("a")));
        fs::remove_dir_all(path("a")).unwrap();
        assert!(!look.again(&path("a")));
        assert!(!look.again(&path("a/bail.yaml")));
    }
}
