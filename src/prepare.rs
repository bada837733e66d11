//! From folders to a catalogue that is ready to be rendered: the way that all commands share.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::catalogue::{Catalogue, Collation, check_unsigned, link};
use crate::problems::{FileId, Files, Problems};
use crate::site_theme::{SiteTheme, load_site_theme};
use crate::source::{Folders, Loaded, Look, Memory, load};
use crate::text::Language;

/// How many files are looked at one by one rather than with all others: each has to be found among them.
const FEW: usize = 100;

/// Prepares a catalogue, once or again after each change: what did not change is not read anew.
pub struct Preparation {
    folders: Folders,
    /// How its files look; none where all of them are to be looked at.
    look: Option<Look>,
    memory: Memory,
    site_theme: Option<Arc<SiteTheme>>,
    collation: Collation,
    language: Language,
}

/// A catalogue and its site theme, with what is wrong with them.
pub struct Prepared {
    /// The files that were read, in the order of their problems.
    pub files: Files,
    /// What is wrong.
    pub problems: Problems,
    /// The files of all sheets, those included that could not be read.
    pub sheets: BTreeSet<FileId>,
    /// What could be read; none without settings.
    pub catalogue: Option<Catalogue>,
    /// None if a problem stops the way.
    pub site_theme: Option<Arc<SiteTheme>>,
}

impl Preparation {
    /// Nothing was read yet.
    #[must_use]
    pub fn new(folders: Folders) -> Self {
        let language = Language::default();
        let collation = Collation::new(&language);
        let memory = Memory::new(&folders);
        Self { folders, look: None, memory, site_theme: None, collation, language }
    }

    /// The folders of the catalogue.
    #[must_use]
    pub fn folders(&self) -> &Folders {
        &self.folders
    }

    /// Reads these files again, and those of these folders, even if they look as they did. Nothing else
    /// is looked at, unless other files may have come or gone with them, or there are many.
    pub fn doubt(&mut self, paths: &BTreeSet<PathBuf>) {
        self.memory.doubt(paths.iter().map(PathBuf::as_path));
        let themes = self.folders.join("themes");
        let mut beside_themes = paths.iter().filter(|path| !path.starts_with(&themes));
        let look = self.look.take().filter(|_| paths.len() <= FEW);
        self.look = look.and_then(|mut look| beside_themes.all(|path| look.again(path)).then_some(look));
    }

    /// Looks at all files again.
    pub fn look_around(&mut self) {
        self.look = None;
    }

    /// Whether its files looked like that when it was last prepared.
    #[must_use]
    pub fn looks_like(&self, look: &Look) -> bool {
        self.look.as_ref() == Some(look)
    }

    /// Reads all files again.
    pub fn doubt_all(&mut self) {
        self.look_around();
        self.memory.doubt_all();
    }

    /// Loads, links, and loads the site theme; never stops at the first problem.
    /// A strict run takes what warns for an error, and no catalogue that nobody signs.
    pub fn prepare(&mut self, is_strict: bool) -> Prepared {
        let look = self.look.take().unwrap_or_else(|| Look::new(&self.folders));
        let Loaded { drafts, mut problems } = load(&self.folders, &look, &mut self.memory);
        self.look = Some(look);
        let places = drafts.sheet_ids.values().copied().chain(drafts.sheets.iter().map(|sheet| sheet.place));
        let sheets = places.map(|place| place.file).collect();
        let language = drafts.language();
        if self.language != language {
            (self.collation, self.language) = (Collation::new(&language), language);
        }
        let (catalogue, found) = link(drafts, &self.collation);
        problems.extend(found);
        if is_strict {
            problems.extend(catalogue.as_ref().and_then(|catalogue| check_unsigned(&catalogue.settings)));
            problems.be_strict();
        }
        let site_theme = catalogue.as_ref().and_then(|catalogue| self.look(catalogue, &mut problems));
        let files = self.memory.files().clone();
        let site_theme = site_theme.filter(|_| !problems.has_errors());
        Prepared { files, problems, sheets, catalogue, site_theme }
    }

    /// How the catalogue looks.
    fn look(&mut self, catalogue: &Catalogue, problems: &mut Problems) -> Option<Arc<SiteTheme>> {
        let (themes, files) = (self.folders.join("themes"), self.memory.files());
        let mut found = Problems::default();
        let site_theme = load_site_theme(catalogue, &themes, self.site_theme.as_ref(), files, &mut found);
        // What is wrong with it must be told each time.
        self.site_theme = site_theme.clone().filter(|_| found.is_empty());
        problems.extend(found);
        site_theme
    }
}
