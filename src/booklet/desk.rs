//! What the typesetter sees: the files it is given, our fonts, and nothing of the machine. There is no
//! clock and no package, so that the same content gives the same bytes everywhere.

use std::collections::{BTreeMap, HashMap};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

/// The files of a booklet, by their paths from `/`.
pub(super) struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
}

impl Desk {
    /// Lays out files to be typeset, `main` first; none if that is no path.
    pub(super) fn new(main: &str, files: BTreeMap<String, Vec<u8>>) -> Option<Self> {
        let mut desk = Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::default(),
            fonts: Vec::new(),
            main: file_id(main)?,
            sources: HashMap::new(),
            files: HashMap::new(),
        };
        for (path, bytes) in files {
            desk.put(&path, bytes);
        }
        desk.book = LazyHash::new(FontBook::from_fonts(&desk.fonts));
        Some(desk)
    }

    fn put(&mut self, path: &str, bytes: Vec<u8>) {
        let Some(id) = file_id(path) else { return };
        match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
            "ttf" | "otf" => self.fonts.extend(Font::iter(Bytes::new(bytes))),
            "typ" => {
                let source = Source::new(id, String::from_utf8_lossy(&bytes).into_owned());
                self.sources.insert(id, source);
            }
            _ => {
                self.files.insert(id, Bytes::new(bytes));
            }
        }
    }

    /// Whether some font has a glyph for a character, or needs none.
    pub(super) fn can_show(&self, c: char) -> bool {
        // What shapes the line and leaves no mark is drawn from the space, or not at all.
        let leaves_no_mark = c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
        leaves_no_mark || self.fonts.iter().any(|font| font.info().coverage.contains(c.into()))
    }
}

/// The id of a file by its path from `/`; none of a path that leaves it.
fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A desk on which some files lie that are for one template alone, which comes first.
#[derive(Clone)]
pub(super) struct With<'d> {
    desk: &'d Desk,
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

impl<'d> With<'d> {
    /// Begins with `main`.
    pub(super) fn new(desk: &'d Desk, main: &str) -> Self {
        Self { desk, main: file_id(main).unwrap_or(desk.main), files: HashMap::new() }
    }

    /// Adds a file, by its path from `/`.
    pub(super) fn file(mut self, path: &str, bytes: Vec<u8>) -> Self {
        self.files.extend(file_id(path).map(|id| (id, Bytes::new(bytes))));
        self
    }
}

/// Whether a template is shown the same.
impl PartialEq for With<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.main == other.main && self.files == other.files
    }
}

impl World for With<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.desk.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.desk.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.desk.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).map_or_else(|| self.desk.file(id), |bytes| Ok(bytes.clone()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.desk.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
