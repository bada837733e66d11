//! Characters that no font of the booklet has: told before anything is typeset, where they were typed.

use std::collections::BTreeSet;

use foldhash::{HashSet, HashSetExt as _};
use rayon::prelude::*;
use serde_json::Value;

use crate::problems::{Code, FileId, Files, Place, Problem};
use crate::site::Site;

use super::desk::Desk;

/// Tells every character of the booklet's texts that no font has.
pub(super) fn check(
    site: &Site<'_>,
    desk: &Desk,
    data: &Value,
    sheets: &[Value],
    files: &Files,
) -> Result<(), Vec<Problem>> {
    let missing = |value: &Value| {
        let mut met = HashSet::new();
        collect(value, &mut |text| met.extend(text.chars()));
        met.retain(|c| !desk.can_show(*c));
        met
    };
    let missing = rayon::iter::once(data).chain(sheets).flat_map_iter(missing).collect::<BTreeSet<char>>();
    if missing.is_empty() {
        return Ok(());
    }
    Err(missing.into_iter().flat_map(|c| places(site, c, files)).collect())
}

/// Every text that is shown: the values of records, not the names of their fields.
fn collect(value: &Value, tell: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => tell(text),
        Value::Array(items) => items.iter().for_each(|item| collect(item, tell)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, tell)),
        _ => {}
    }
}

/// Where a character was typed: once a file. A comment is no text.
fn places(site: &Site<'_>, c: char, files: &Files) -> Vec<Problem> {
    let catalogue = site.catalogue;
    let sheets = catalogue.initiatives.iter().map(|initiative| initiative.place.file);
    let forums = catalogue.forums.iter().map(|forum| forum.place.file);
    let pages = catalogue.pages.iter().map(|page| page.place.file);
    let all = sheets.chain(forums).chain(pages).chain([catalogue.settings_place.file]);
    let problem = |place: Option<Place>| {
        Problem::at(Code::MissingGlyph, place)
            .with("value", c.to_string())
            .with("code", format!("{:04X}", u32::from(c)))
    };
    let found: Vec<Problem> =
        all.filter_map(|file| place_in(file, c, files)).map(|place| problem(Some(place))).collect();
    if found.is_empty() { vec![problem(None)] } else { found }
}

fn place_in(file: FileId, c: char, files: &Files) -> Option<Place> {
    let text = crate::source::text_of(files, file)?;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(at) = line.find(c).filter(|_| !line.trim_start().starts_with('#')) {
            return Some(Place::new(file, start + at..start + at + c.len_utf8()));
        }
        start += line.len();
    }
    None
}
