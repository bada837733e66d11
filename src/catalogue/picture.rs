//! The pictures that a catalogue shows: which files its records name, where, and what for.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::fingerprint::{Fingerprint, shorten};
use crate::picture::{Facts, Fault};
use crate::problems::Place;
use crate::record::Line;
use crate::text::{RichText, slug};

use super::{Catalogue, Drafts, EditorialPage, Filed, Forum, Settings, Sheet};

/// How long a part of a made file's name may be, on systems that count bytes.
const MAX_STEM: usize = 80;

/// A picture of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What it is.
    pub facts: Facts,
    /// A hash of its file's bytes.
    pub hash: Fingerprint,
    /// What files made from it are called first: the name of the first file that holds it, fit for
    /// an address. Two files that hold one picture share what is made from it.
    pub stem: String,
}

impl Picture {
    /// What files made from a file are called first.
    #[must_use]
    pub fn stem_of(file: &str) -> String {
        let name = file.rsplit('/').next().unwrap_or(file);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let mut stem = slug(stem).unwrap_or_else(|| "image".to_owned());
        // A slug is ASCII.
        stem.truncate(MAX_STEM);
        stem
    }
}

/// The pictures that were looked at, by their files below `content/media/`.
pub type Pictures = BTreeMap<String, Result<Picture, Fault>>;

/// What a picture is shown as, which decides how large it is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureUse {
    /// Beside a text or within it, or on a cover.
    Picture,
    /// The sign of a pilot.
    Logo,
}

/// A picture, named by a record or a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention<'c> {
    /// Its file below `content/media/`.
    pub file: &'c str,
    /// Where it is named.
    pub place: Place,
    /// What for.
    pub usage: PictureUse,
}

impl Drafts {
    /// Every picture that is named. Pictograms are none: they become part of the pages.
    #[must_use]
    pub fn mentions(&self) -> Vec<Mention<'_>> {
        let mut mentions = Vec::new();
        if let Some(settings) = &self.settings {
            mentions.extend(of_settings(&settings.value, settings.place));
        }
        let sheets = self.sheets.par_iter();
        mentions.par_extend(sheets.flat_map_iter(|sheet| of_sheet(&sheet.value, sheet.place)));
        mentions.extend(self.forums.iter().flat_map(of_forum));
        mentions.extend(self.pages.iter().flat_map(of_page));
        mentions
    }

    /// Adds the pictures that each file names to its fingerprint: their sizes, and the names of what
    /// is made from them, stand in its pages.
    pub(super) fn fingerprint_pictures(&mut self) {
        let pictures = &self.pictures;
        if let Some(settings) = &mut self.settings {
            let mentions = of_settings(&settings.value, settings.place);
            settings.fingerprint = with_pictures(settings.fingerprint, &mentions, pictures);
        }
        self.sheets.par_iter_mut().for_each(|sheet| {
            let mentions = of_sheet(&sheet.value, sheet.place);
            sheet.fingerprint = with_pictures(sheet.fingerprint, &mentions, pictures);
        });
        for forum in &mut self.forums {
            forum.fingerprint = with_pictures(forum.fingerprint, &of_forum(forum), pictures);
        }
        for page in &mut self.pages {
            page.fingerprint = with_pictures(page.fingerprint, &of_page(page), pictures);
        }
    }
}

impl Catalogue {
    /// Every picture that is named.
    #[must_use]
    pub fn mentions(&self) -> Vec<Mention<'_>> {
        let mut mentions = of_settings(&self.settings, self.settings_place);
        let initiatives = self.initiatives.par_iter();
        mentions.par_extend(
            initiatives.flat_map_iter(|initiative| of_sheet(&initiative.sheet, initiative.place)),
        );
        mentions.extend(self.forums.iter().flat_map(of_forum));
        mentions.extend(self.pages.iter().flat_map(of_page));
        mentions
    }

    /// A picture by its file.
    #[must_use]
    pub fn picture(&self, file: &str) -> Option<&Picture> {
        self.pictures.get(file)?.as_ref().ok()
    }
}

fn with_pictures(own: Fingerprint, mentions: &[Mention<'_>], pictures: &Pictures) -> Fingerprint {
    if mentions.is_empty() {
        return own;
    }
    let mut hasher = blake3::Hasher::new();
    hasher.update(&own);
    for mention in mentions {
        if let Some(Ok(picture)) = pictures.get(mention.file) {
            hasher.update(&picture.hash);
            hasher.update(picture.stem.as_bytes());
        }
        hasher.update(&[0]);
    }
    shorten(&hasher.finalize())
}

fn of_settings(settings: &Settings, place: Place) -> Vec<Mention<'_>> {
    settings.themes.iter().flat_map(|theme| of_text(theme.description.as_ref(), place)).collect()
}

fn of_sheet(sheet: &Sheet, place: Place) -> Vec<Mention<'_>> {
    let pilot = &sheet.pilot;
    let mut mentions: Vec<Mention<'_>> =
        pilot.logo.iter().map(|file| of_line(file, place, PictureUse::Logo)).collect();
    mentions.extend(sheet.media.iter().map(|media| of_line(&media.file, place, PictureUse::Picture)));
    for text in [&pilot.description, &sheet.partners_note, &sheet.description, &sheet.results] {
        mentions.extend(of_text(text.as_ref(), place));
    }
    mentions
}

fn of_forum(forum: &Filed<Forum>) -> Vec<Mention<'_>> {
    let cover = forum.value.cover.iter().map(|cover| of_line(&cover.file, forum.place, PictureUse::Picture));
    cover.chain(of_text(forum.value.description.as_ref(), forum.place)).collect()
}

fn of_page(page: &Filed<EditorialPage>) -> Vec<Mention<'_>> {
    of_text(Some(&page.value.text), page.place).collect()
}

fn of_line(file: &Line, of_file: Place, usage: PictureUse) -> Mention<'_> {
    Mention { file, place: file.place.unwrap_or(of_file), usage }
}

fn of_text(text: Option<&RichText>, of_file: Place) -> impl Iterator<Item = Mention<'_>> {
    let references = text.into_iter().flat_map(|text| &text.references);
    references.filter(|reference| reference.kind.is_none()).map(move |reference| {
        let span = reference.span.start as usize..reference.span.end as usize;
        Mention { file: &reference.name, place: Place::new(of_file.file, span), usage: PictureUse::Picture }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_fit_for_an_address() {
        let stem = Picture::stem_of;
        assert_eq!(stem("été 2018/Le repas, à table.final.JPG"), "le-repas-a-table-final");
        assert_eq!(stem("….png"), "image");
        assert_eq!(stem(&format!("{}.png", "long".repeat(60))).len(), MAX_STEM);
    }
}
