//! Loading: every file of a catalogue, read and decoded; every problem told.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Drafts, EditorialPage, Filed, Settings};
use crate::fingerprint::shorten;
use crate::problems::{Code, FileId, Files, Place, Problem, Problems};
use crate::record::Value;
use crate::text::Language;

use super::decode::{self, decode_page, decode_record, decode_settings};
use super::folder::{Folders, SheetFile, id_files};
use super::look::{Found, Listing, Look};
use super::memory::{Memory, Read, Shelf};
use super::pictogram::read_pictogram;
use super::pictures::read_pictures;
use super::read::read_text;

/// A catalogue as it was read.
#[derive(Debug)]
pub struct Loaded {
    /// What they say.
    pub drafts: Drafts,
    /// What is wrong with them, each by itself.
    pub problems: Problems,
}

/// Reads a catalogue as it looks, but for what the memory knows. Never stops at a problem.
#[must_use]
pub fn load(folders: &Folders, look: &Look, memory: &mut Memory) -> Loaded {
    let mut problems = Problems::default();
    let mut drafts = Drafts::default();
    memory.files.begin();
    let settings = memory.files.add(Folders::SETTINGS);
    drafts.settings = load_settings(&look.settings, settings, &mut memory.settings, &mut problems);
    let language = drafts.language();
    memory.set_in(&language);

    let files = &mut memory.files;
    let forums = id_files(&look.forums, &["yaml", "yml"], files, &mut problems);
    let sheets = id_files(&look.sheets, &["yaml", "yml"], files, &mut problems);
    let pages = id_files(&look.pages, &["md"], files, &mut problems);
    let sources = id_files(&look.sources, &["yaml", "yml"], files, &mut problems);
    for group in [&forums, &sheets, &pages, &sources] {
        tell_duplicates(group, files, &mut problems);
    }
    drafts.sheet_ids = sheets.iter().map(|sheet| (sheet.id.to_owned(), Place::whole(sheet.file))).collect();
    let ids = |files: &[SheetFile<'_>]| files.iter().map(|file| file.id.to_owned()).collect();
    (drafts.forum_ids, drafts.page_ids, drafts.source_ids) = (ids(&forums), ids(&pages), ids(&sources));

    let one = &language;
    drafts.forums = read_all(&mut memory.forums, &forums, &mut problems, |file| load_record(file, one));
    drafts.sheets = read_all(&mut memory.sheets, &sheets, &mut problems, |file| load_record(file, one));
    drafts.sources = read_all(&mut memory.sources, &sources, &mut problems, |file| load_record(file, one));
    drafts.pages = read_all(&mut memory.pages, &pages, &mut problems, |file| load_page(file, one));
    drafts.media = media_files(&look.media, files, &mut problems);
    drafts.pictures = read_pictures(&look.media, &drafts, &mut memory.pictures);
    drafts.pictograms = load_pictograms(folders, &drafts, files, &mut problems);
    let errors = problems.told().iter().filter(|problem| problem.is_error());
    drafts.flawed = errors.filter_map(|problem| problem.place).map(|place| place.file).collect();
    Loaded { drafts, problems }
}

/// Reads files, and keeps their order.
fn read_all<T: Clone + Send + Sync>(
    shelf: &mut Shelf<Read<T>>,
    files: &[SheetFile<'_>],
    problems: &mut Problems,
    read: impl Fn(&SheetFile<'_>) -> Read<T> + Sync,
) -> Vec<Filed<T>> {
    let results = shelf.read(files, |file| file.found, read);
    let mut values = Vec::with_capacity(results.len());
    for (value, found) in results {
        problems.extend(found);
        values.extend(value);
    }
    values
}

fn load_settings(
    found: &Found,
    file: FileId,
    shelf: &mut Shelf<Read<Settings>>,
    problems: &mut Problems,
) -> Option<Filed<Settings>> {
    if !found.path.exists() {
        problems.push(Problem::at(Code::MissingSettings, None).with("file", Folders::SETTINGS));
        return None;
    }
    let sheet = SheetFile { id: "catalogue", file, found };
    let read = |sheet: &SheetFile<'_>| load_file(sheet, |source| decode_settings(source, file));
    read_all(shelf, &[sheet], problems, read).pop()
}

/// Reads a file that holds one record.
fn load_record<T: Value>(sheet: &SheetFile<'_>, language: &Language) -> Read<T> {
    load_file(sheet, |source| decode_record(source, sheet.file, language))
}

/// Reads an editorial page.
fn load_page(sheet: &SheetFile<'_>, language: &Language) -> Read<EditorialPage> {
    load_file(sheet, |source| decode_page(source, sheet.file, language))
}

/// Reads a file, and what it says.
fn load_file<T>(sheet: &SheetFile<'_>, decode: impl Fn(&str) -> decode::Read<T>) -> Read<T> {
    let source = match read_text(&sheet.found.path, sheet.file) {
        Ok(source) => source,
        Err(problem) => return (None, vec![problem]),
    };
    let (value, problems) = decode(&source);
    let fingerprint = shorten(&blake3::hash(source.as_bytes()));
    let filed =
        |value| Filed { id: sheet.id.to_owned(), place: Place::whole(sheet.file), value, fingerprint };
    (value.map(filed), problems)
}

/// Two files may have one id in two folders, or with two extensions.
fn tell_duplicates(group: &[SheetFile<'_>], files: &Files, problems: &mut Problems) {
    let mut seen: BTreeMap<&str, FileId> = BTreeMap::new();
    for sheet in group {
        if let Some(first) = seen.insert(sheet.id, sheet.file) {
            let problem = Problem::at(Code::DuplicateId, Place::whole(sheet.file)).with("id", sheet.id);
            problems.push(problem.with("other", files.name(first)));
        }
    }
}

fn media_files(listing: &Listing, files: &mut Files, problems: &mut Problems) -> BTreeSet<String> {
    listing.tell(files, problems);
    // A pipe or a device is no picture.
    let pictures = listing.files.iter().filter(|found| found.is_file());
    pictures.filter_map(|found| found.below(Folders::MEDIA)).map(str::to_owned).collect()
}

fn load_pictograms(
    folders: &Folders,
    drafts: &Drafts,
    files: &mut Files,
    problems: &mut Problems,
) -> BTreeMap<String, String> {
    let mut pictograms = BTreeMap::new();
    let themes = drafts.settings.iter().flat_map(|settings| &settings.value.themes);
    for name in
        themes.filter_map(|theme| theme.pictogram.as_ref()).filter(|name| drafts.media.contains(&name.value))
    {
        let path = format!("{}/{}", Folders::MEDIA, name.value);
        let file = files.add(path.as_str());
        match read_text(&folders.join(&path), file).map(|source| read_pictogram(&source)) {
            Ok(Ok(svg)) => {
                pictograms.insert(name.value.clone(), svg);
            }
            Ok(Err(refused)) => {
                problems.push(Problem::at(Code::BadPictogram, Place::whole(file)).with("value", refused));
            }
            Err(problem) => problems.push(problem),
        }
    }
    pictograms
}
