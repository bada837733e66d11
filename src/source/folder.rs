//! The folders of a catalogue, and the files in them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::path::below;
use crate::problems::{Code, FileId, Files, Place, Problem, Problems};
use crate::text::{is_id, is_reserved_name, slug};

use super::look::{Found, Listing, Unseen};
use super::read::reason;

/// Where the parts of a catalogue stand, below its root.
#[derive(Debug, Clone)]
pub struct Folders {
    root: PathBuf,
}

impl Folders {
    /// The settings, below the root.
    pub const SETTINGS: &'static str = "content/catalogue.yaml";
    /// The settings, the sheets and all that they need, below the root.
    pub const CONTENT: &'static str = "content";
    pub(super) const THEMES: &'static str = "themes";
    pub(super) const SHEETS: &'static str = "content/initiatives";
    pub(super) const FORUMS: &'static str = "content/forums";
    pub(super) const PAGES: &'static str = "content/pages";
    pub(super) const MEDIA: &'static str = "content/media";
    /// The records of source documents, below the root.
    pub const SOURCES: &'static str = "seeds/sources";

    /// The folders of the catalogue at `root`.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The catalogue's root.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A folder or file below the root, by its path with `/`.
    #[must_use]
    pub fn join(&self, path: &str) -> PathBuf {
        below(&self.root, path)
    }

    /// A path below the root as messages show it: with `/`, and without signs that would command
    /// the terminal.
    #[must_use]
    pub fn name_below(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        parts.join("/").replace(char::is_control, "\u{fffd}")
    }

    /// Where sheets stand.
    #[must_use]
    pub fn sheets(&self) -> PathBuf {
        self.join(Self::SHEETS)
    }

    /// Where editorial pages stand.
    #[must_use]
    pub fn pages(&self) -> PathBuf {
        self.join(Self::PAGES)
    }

    /// Where pictures stand.
    #[must_use]
    pub fn media(&self) -> PathBuf {
        self.join(Self::MEDIA)
    }

    /// Where a site theme of this catalogue stands.
    #[must_use]
    pub fn site_theme(&self, name: &str) -> PathBuf {
        self.join(&format!("themes/{name}"))
    }
}

/// A file that bears an id.
#[derive(Debug)]
pub(super) struct SheetFile<'l> {
    /// Its id: the stem of its name.
    pub(super) id: &'l str,
    /// Its rank among the files of the catalogue.
    pub(super) file: FileId,
    /// Where it is, and what it looks like.
    pub(super) found: &'l Found,
}

/// The files of a folder that bear an id: the right extension, a stem fit for an address.
pub(super) fn id_files<'l>(
    listing: &'l Listing,
    extensions: &[&str],
    files: &mut Files,
    problems: &mut Problems,
) -> Vec<SheetFile<'l>> {
    let mut bearers = Vec::with_capacity(listing.files.len());
    listing.tell(files, problems);
    for found in &listing.files {
        let file_name = found.name.rsplit('/').next().unwrap_or(&found.name);
        let (stem, extension) = file_name.rsplit_once('.').unwrap_or((file_name, ""));
        let file = files.add(found.name.as_str());
        if !extensions.iter().any(|known| known.eq_ignore_ascii_case(extension)) {
            let expected = format!(".{}", extensions[0]);
            problems.push(Problem::at(Code::IgnoredFile, Place::whole(file)).with("extension", expected));
            continue;
        }
        if is_reserved_name(stem) {
            problems.push(Problem::at(Code::ReservedId, Place::whole(file)).with("id", stem));
        } else if !is_id(stem) {
            let suggestion = slug(stem).filter(|id| is_id(id)).unwrap_or_else(|| "ma-fiche".to_owned());
            let suggestion = format!("{suggestion}.{}", extensions[0]);
            let problem = Problem::at(Code::BadId, Place::whole(file)).with("id", stem);
            problems.push(problem.with("suggestion", suggestion));
        }
        bearers.push(SheetFile { id: stem, file, found });
    }
    bearers
}

/// The files below a folder, in the order of their paths: their names below the root, with `/`,
/// and their paths; and what could not be looked at. Hidden files and the leavings of editors are
/// passed over.
pub(super) fn walk(folders: &Folders, folder: &str) -> (Vec<(String, PathBuf)>, Vec<Unseen>) {
    let top = folders.join(folder);
    let (mut found, mut unseen) = (Vec::new(), Vec::new());
    if !top.exists() {
        return (found, unseen);
    }
    for entry in walker(&top) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => found.push((folders.name_below(entry.path()), entry.into_path())),
            Err(error) => {
                let name = error.path().map_or_else(|| folder.to_owned(), |path| folders.name_below(path));
                let why = if let Some(ancestor) = error.loop_ancestor() {
                    (Code::FolderLoop, "target", folders.name_below(ancestor))
                } else {
                    let said = error.io_error().map_or_else(|| error.to_string(), reason);
                    (Code::Unreadable, "reason", said)
                };
                unseen.push(Unseen { name, why });
            }
        }
    }
    (found, unseen)
}

/// The entries below a folder, in the order of their paths, links followed: each folder that is
/// linked to once, since folders that hold links to each other have no end of ways.
pub(super) fn walker(top: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    let mut linked = BTreeSet::new();
    let walk = WalkDir::new(top).follow_links(true).max_depth(20).sort_by_file_name();
    walk.into_iter().filter_entry(move |entry| {
        let is_linked_folder = entry.path_is_symlink() && entry.file_type().is_dir();
        let is_new =
            !is_linked_folder || entry.path().canonicalize().is_ok_and(|target| linked.insert(target));
        entry.depth() == 0 || is_new && !is_passed_over(entry.file_name())
    })
}

/// Whether a name is that of a hidden file, or of what editors and systems leave behind.
pub(crate) fn is_passed_over(name: &std::ffi::OsStr) -> bool {
    let name = name.to_string_lossy();
    let leavings = ["~", ".bak", ".tmp", ".swp", ".orig"];
    name.starts_with(['.', '~', '#'])
        || leavings.iter().any(|end| name.ends_with(end))
        || matches!(&*name, "Thumbs.db" | "desktop.ini" | "README.md" | "LISEZMOI.txt")
}
