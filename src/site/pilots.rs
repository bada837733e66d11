//! The pilots, from A to Z.

use serde::Serialize;
use tera::Value;

use crate::catalogue::{Letter, PilotEntry};

use super::Site;
use super::frame::value;
use super::plan::{Content, Job};

/// The index of pilots.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    let make = move || {
        let mut context = site.context("pilots", site.label("title_pilots"), &site.addresses.pilots());
        let pilots = site.catalogue.pilots.iter();
        let listed = pilots.clone().map(|pilot| (pilot, site.entries(&pilot.initiatives)));
        context.insert_value("letters", letters(site, listed));
        context.insert_value("alphabet", alphabet(site, pilots.map(|pilot| pilot.letter)));
        context.insert("pilots_text", &site.count("pilots", site.catalogue.pilots.len()));
        context.insert("partners_path", &site.partners_path());
        context
    };
    vec![Job {
        path: site.addresses.pilots(),
        asked_by: None,
        fingerprint: Some(Box::new(move || site.fingerprint(&[b"pilots", site.all_listed()]))),
        content: Content::Page("pilots.html", Box::new(make)),
    }]
}

#[derive(Serialize)]
pub(super) struct LetterView {
    letter: String,
    id: String,
    is_used: bool,
}

pub(super) fn letter_view(site: &Site<'_>, letter: Letter, is_used: bool) -> LetterView {
    let (text, id) = match letter {
        Letter::Letter(letter) => (letter.to_string(), format!("letter-{}", u32::from(letter))),
        Letter::Digit => ("0–9".to_owned(), "letter-0-9".to_owned()),
        Letter::Other => (site.label("letter_other").to_owned(), "letter-other".to_owned()),
    };
    LetterView { letter: text, id, is_used }
}

/// The letters of the alphabet and all others that an index uses, in order.
pub(super) fn alphabet(site: &Site<'_>, used: impl Iterator<Item = Letter>) -> Value {
    let used: std::collections::BTreeSet<Letter> = used.collect();
    let all: std::collections::BTreeSet<Letter> =
        used.iter().copied().chain(('A'..='Z').map(Letter::Letter)).collect();
    let views: Vec<LetterView> =
        all.into_iter().map(|letter| letter_view(site, letter, used.contains(&letter))).collect();
    value(&views)
}

#[derive(Serialize)]
struct PilotView {
    id: String,
    filing_name: String,
    /// The full name, where it is filed under another.
    full_name: Option<String>,
}

/// Pilots under their letters, each with its sheets in short.
pub(super) fn letters<'p>(site: &Site<'_>, pilots: impl Iterator<Item = (&'p PilotEntry, Value)>) -> Value {
    let pilots: Vec<(&PilotEntry, Value)> = pilots.collect();
    let mut groups: Vec<Value> = Vec::new();
    for pilots in pilots.chunk_by(|(one, _), (next, _)| one.letter == next.letter) {
        let heading = pilots.first().map_or(Letter::Other, |(pilot, _)| pilot.letter);
        let entries: Vec<Value> =
            pilots.iter().map(|(pilot, entries)| pilot_value(site, pilot, entries.clone())).collect();
        let group = std::collections::BTreeMap::from([
            ("letter", value(&letter_view(site, heading, true))),
            ("pilots", Value::from(entries)),
        ]);
        groups.push(Value::from(group));
    }
    Value::from(groups)
}

/// The id of a pilot in the index.
pub(super) fn anchor(pilot: &PilotEntry) -> String {
    format!("pilot-{}", pilot.slug)
}

fn pilot_value(site: &Site<'_>, pilot: &PilotEntry, entries: Value) -> Value {
    let view = PilotView {
        id: anchor(pilot),
        filing_name: site.set(&pilot.filing_name),
        full_name: (pilot.name != pilot.filing_name).then(|| site.set(&pilot.name)),
    };
    Value::from(std::collections::BTreeMap::from([("names", value(&view)), ("entries", entries)]))
}
