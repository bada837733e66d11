//! The files of a site theme, and what is made of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::catalogue::Catalogue;
use crate::embedded;
use crate::problems::{Code, FileId, Files, Place, Problem, Problems};

use crate::source::is_passed_over;

use super::{Labels, Stylesheet, Templates, styles};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/forum");

/// The site theme that comes with the program.
const DEFAULT: &str = "forum";

/// The largest file that a site theme may hold: fonts and drawings are far smaller.
const MAX_FILE: u64 = 16 * 1024 * 1024;

/// A site theme, ready to render with.
pub struct SiteTheme {
    /// The templates.
    pub templates: Templates,
    /// The words of the interface.
    pub labels: Labels,
    /// The styles, and the assets they name.
    pub stylesheet: Stylesheet,
    /// What the booklet is typeset with: templates and fonts, by their paths below `booklet/`.
    #[cfg(feature = "booklet")]
    pub booklet: BTreeMap<String, (FileId, Vec<u8>)>,
    /// A fingerprint of all its files.
    pub fingerprint: [u8; 32],
    /// What it was made from, in short: its files, and what the catalogue says of itself.
    made_from: [u8; 32],
}

/// The files of a site theme, by their paths below it, with `/`.
pub(super) struct ThemeFiles {
    /// The name of the theme.
    pub(super) name: String,
    files: BTreeMap<String, (FileId, Vec<u8>)>,
}

impl ThemeFiles {
    /// A file's bytes, and its rank among the files of the run.
    pub(super) fn get(&self, path: &str) -> Option<(FileId, &[u8])> {
        self.files.get(path).map(|(file, bytes)| (*file, bytes.as_slice()))
    }

    /// A file's text. Tells bytes that are none.
    pub(super) fn text(&self, path: &str, problems: &mut Problems) -> Option<(FileId, &str)> {
        let (file, bytes) = self.get(path)?;
        match std::str::from_utf8(bytes) {
            Ok(text) => Some((file, text)),
            Err(error) => {
                let at = error.valid_up_to();
                problems.push(Problem::at(Code::NotUtf8, Place::new(file, at..at + 1)));
                None
            }
        }
    }

    /// The files below a folder of the theme, with their paths below it.
    pub(super) fn below<'f>(&'f self, folder: &'f str) -> impl Iterator<Item = (&'f str, FileId, &'f [u8])> {
        self.files.iter().filter_map(move |(path, (file, bytes))| {
            path.strip_prefix(folder)?.strip_prefix('/').map(|path| (path, *file, bytes.as_slice()))
        })
    }

    fn fingerprint(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        for (path, (_, bytes)) in &self.files {
            hasher.update(path.as_bytes());
            hasher.update(&[0]);
            hasher.update(blake3::hash(bytes).as_bytes());
        }
        *hasher.finalize().as_bytes()
    }
}

/// Loads the site theme that a catalogue names, from its folder `themes/` and from the program.
/// None if it has mistakes; they are told. The last one is taken again if it was made from the same.
#[must_use]
pub fn load_site_theme(
    catalogue: &Catalogue,
    themes_folder: &Path,
    last: Option<&Arc<SiteTheme>>,
    files: &mut Files,
    problems: &mut Problems,
) -> Option<Arc<SiteTheme>> {
    let setting = catalogue.settings.site_theme.as_ref();
    let name = setting.map_or(DEFAULT, |name| name);
    let folder = themes_folder.join(name);
    if name != DEFAULT && (!crate::text::is_id(name) || !folder.is_dir()) {
        let place = setting.and_then(|name| name.place);
        problems.push(Problem::at(Code::UnknownSiteTheme, place).with("value", name));
        return None;
    }
    let theme_files = collect(name, &folder, files, problems);
    let fingerprint = theme_files.fingerprint();
    let generated = styles::generated(&catalogue.themes, &catalogue.language);
    let made_from = made_from(&[name, catalogue.language.tag(), &generated], &fingerprint);
    if let Some(last) = last.filter(|last| last.made_from == made_from) {
        return Some(last.clone());
    }
    let labels = Labels::load(&theme_files, &catalogue.language, problems);
    let templates = Templates::load(&theme_files, &catalogue.language, problems);
    let stylesheet = styles::load(&theme_files, &generated, problems);
    Some(Arc::new(SiteTheme {
        templates: templates?,
        labels: labels?,
        stylesheet: stylesheet?,
        #[cfg(feature = "booklet")]
        booklet: theme_files
            .below("booklet")
            .map(|(path, file, bytes)| (path.to_owned(), (file, bytes.to_vec())))
            .collect(),
        fingerprint,
        made_from,
    }))
}

fn made_from(said: &[&str], files: &[u8; 32]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(files);
    for text in said {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    }
    *hasher.finalize().as_bytes()
}

fn collect(name: &str, folder: &Path, files: &mut Files, problems: &mut Problems) -> ThemeFiles {
    let embedded = embedded::files(&EMBEDDED);
    let mut found: BTreeMap<String, Vec<u8>> =
        embedded.into_iter().map(|(path, bytes)| (path, bytes.to_vec())).collect();
    if folder.is_dir() {
        add_from_disk(name, folder, &mut found, files, problems);
    }
    let register = |(path, bytes): (String, Vec<u8>)| {
        let file = files.add(format!("themes/{name}/{path}"));
        (path, (file, bytes))
    };
    ThemeFiles { name: name.to_owned(), files: found.into_iter().map(register).collect() }
}

fn add_from_disk(
    name: &str,
    folder: &Path,
    found: &mut BTreeMap<String, Vec<u8>>,
    files: &mut Files,
    problems: &mut Problems,
) {
    let entries = walkdir::WalkDir::new(folder).max_depth(10).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(|entry| entry.depth() == 0 || !is_passed_over(entry.file_name())) {
        let Ok(entry) = entry else { continue };
        if !entry.file_type().is_file() {
            continue;
        }
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let path = parts.join("/");
        let size = entry.metadata().map_or(0, |about| about.len());
        if size > MAX_FILE {
            let place = Place::whole(files.add(format!("themes/{name}/{path}")));
            let shown = |bytes: u64| format!("{} Mio", bytes.div_ceil(1024 * 1024));
            let problem = Problem::at(Code::TooLarge, place).with("size", shown(size));
            problems.push(problem.with("limit", shown(MAX_FILE)));
            continue;
        }
        match fs::read(entry.path()) {
            Ok(bytes) => {
                found.insert(path, bytes);
            }
            Err(error) => {
                let place = Place::whole(files.add(format!("themes/{name}/{path}")));
                problems.push(Problem::at(Code::Unreadable, place).with("reason", error.to_string()));
            }
        }
    }
}
