//! What a file says, from its bytes alone: nothing here asks a disk.

use crate::catalogue::{EditorialPage, Page, Settings};
use crate::problems::{Code, FileId, Place, Problem};
use crate::record::{Reader, Value, read_rich_text};
use crate::text::Language;

use super::front_matter;
use super::yaml::{Tree, read_yaml};

/// What a file says, as far as it could be read, and what is wrong with it.
pub type Read<T> = (Option<T>, Vec<Problem>);

/// The text of a file, in UTF-8.
///
/// # Errors
///
/// It is no text, or in another encoding.
pub fn decode_text(bytes: Vec<u8>, file: FileId) -> Result<String, Problem> {
    match String::from_utf8(bytes) {
        // A document of a word processor, renamed: no text holds this character.
        Ok(text) if text.contains('\0') => Err(Problem::at(Code::NotText, Place::whole(file))),
        Ok(text) => Ok(text),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            if error.as_bytes().contains(&0) {
                return Err(Problem::at(Code::NotText, Place::whole(file)));
            }
            Err(Problem::at(Code::NotUtf8, Place::new(file, at..at + 1)))
        }
    }
}

/// Reads a file that holds one record: a sheet, a forum, the settings.
#[must_use]
pub fn decode_record<T: Value>(source: &str, file: FileId, language: &Language) -> Read<T> {
    let Tree { root, mut problems, poisoned } = read_yaml(source, file);
    let Some(root) = root else {
        if problems.is_empty() {
            problems.push(Problem::at(Code::EmptyFile, Place::whole(file)));
        }
        return (None, problems);
    };
    let mut reader = Reader::new(file, source, language).without(poisoned);
    let value = T::read(&root, "", &mut reader);
    problems.extend(reader.into_problems());
    (Some(value), problems)
}

/// Reads the settings, in the language that they name themselves.
#[must_use]
pub fn decode_settings(source: &str, file: FileId) -> Read<Settings> {
    let (settings, found) = decode_record(source, file, &Language::default());
    // The language must be known before texts are set: settings in another language are read
    // once more.
    let other = settings.as_ref().and_then(|settings: &Settings| settings.language.clone());
    match other.filter(|language| *language != Language::default()) {
        Some(language) => decode_record(source, file, &language),
        None => (settings, found),
    }
}

/// Reads an editorial page.
#[must_use]
pub fn decode_page(source: &str, file: FileId, language: &Language) -> Read<EditorialPage> {
    if source.trim().is_empty() {
        return (None, vec![Problem::at(Code::EmptyFile, Place::whole(file))]);
    }
    let parts = match front_matter::split(source, file) {
        Ok(parts) => parts,
        Err(problem) => return (None, vec![problem]),
    };
    // From the file's beginning, so that places are those of the file.
    let head = &source[..parts.fields.end];
    let Tree { root, mut problems, poisoned } = read_yaml(head, file);
    let Some(root) = root else {
        return (None, problems);
    };
    let mut reader = Reader::new(file, source, language).without(poisoned);
    let page = Page::read(&root, "", &mut reader);
    let start = parts.text.start;
    let text = read_rich_text(&source[parts.text], |span| start + span.start..start + span.end, &mut reader);
    problems.extend(reader.into_problems());
    (Some(EditorialPage { page, text }), problems)
}
