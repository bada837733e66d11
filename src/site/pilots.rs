//! The pilots, from A to Z.

use serde::Serialize;
use tera::Value;

use crate::catalogue::PilotEntry;

use super::Site;
use super::frame::value;
use super::letters::{IndexPage, under_letters};
use super::plan::{Content, Job};

/// The index of pilots.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    site.indexes().pilots.pages().map(|page| job(site, page)).collect()
}

fn job<'s>(site: &'s Site<'s>, page: IndexPage<'s>) -> Job<'s> {
    let pilots = &site.catalogue.pilots;
    let name = move |rank: usize| site.set(&pilots[rank].filing_name);
    let make = move || {
        let mut context = page.context(site, name);
        let shown = page.shown().iter().map(|(rank, sheets)| {
            let pilot = &pilots[*rank];
            (pilot, site.entries(&pilot.initiatives[sheets.clone()]))
        });
        context.insert_value("letters", letters(site, shown));
        context.insert("partners_path", &site.partners_path());
        context
    };
    let fingerprint = move || {
        let mut shown = blake3::Hasher::new();
        for (rank, sheets) in page.shown() {
            // Its name stands in its sheets.
            shown.update(pilots[*rank].slug.as_bytes());
            shown.update(&site.listed(&pilots[*rank].initiatives[sheets.clone()]));
        }
        site.fingerprint(&[b"pilots", &page.fingerprint(site, name), shown.finalize().as_bytes()])
    };
    Job {
        path: page.path(),
        asked_by: None,
        fingerprint: Some(Box::new(fingerprint)),
        content: Content::Page("pilots.html", Box::new(make)),
    }
}

/// Where a pilot stands in the index, by its rank.
pub(super) fn path(site: &Site<'_>, rank: usize) -> Option<String> {
    let pilot = site.catalogue.pilots.get(rank)?;
    Some(format!("{}#{}", site.indexes().pilots.path_of(pilot.letter, rank), anchor(pilot)))
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
    let pilots = pilots.map(|(pilot, entries)| (pilot.letter, pilot_value(site, pilot, entries)));
    under_letters(site, "pilots", pilots)
}

/// The id of a pilot in the index.
fn anchor(pilot: &PilotEntry) -> String {
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
