//! The partners that several sheets name, from A to Z.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::catalogue::{Letter, Partner, PartnerEntry, Sheet};
use crate::record::Line;

use super::Site;
use super::frame::{Shown, value};
use super::pilots::{self, alphabet, letter_view};
use super::plan::{Content, Job};
use super::sharing::describe;

/// The index of partners; none, if no two sheets name the same.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    let Some(path) = site.partners_path() else {
        return Vec::new();
    };
    let entries = &site.catalogue.partners.entries;
    let make = move || {
        let path = site.addresses.partners();
        let mut context = site.context("partners", site.label("title_partners"), &path);
        describe(&mut context, site.label("partners_lead"), "website", None);
        context.insert_value("letters", letters(site));
        context.insert_value("alphabet", alphabet(site, entries.iter().map(|entry| entry.letter)));
        context.insert("partners_text", &site.count("partners", entries.len()));
        context.insert("pilots_path", &site.addresses.pilots());
        context
    };
    let fingerprint = move || {
        let mut shown = blake3::Hasher::new();
        for entry in entries {
            let pilot = pilot_path(site, entry).unwrap_or_default();
            for part in [&entry.name, &entry.slug, &pilot] {
                shown.update(&part.len().to_le_bytes());
                shown.update(part.as_bytes());
            }
            shown.update(&site.listed(&entry.initiatives));
        }
        site.fingerprint(&[b"partners", shown.finalize().as_bytes()])
    };
    vec![Job {
        path,
        asked_by: None,
        fingerprint: Some(Box::new(fingerprint)),
        content: Content::Page("partners.html", Box::new(make)),
    }]
}

#[derive(Serialize)]
struct PartnerView {
    id: String,
    name: String,
    /// Where the partner stands among the pilots, if it is one.
    pilot_path: Option<String>,
}

/// The partners under their letters, each with the sheets that name it.
fn letters(site: &Site<'_>) -> Value {
    let entries = &site.catalogue.partners.entries;
    let groups = entries.chunk_by(|one, next| one.letter == next.letter).map(|partners| {
        let heading = partners.first().map_or(Letter::Other, |partner| partner.letter);
        let shown: Vec<Value> = partners.iter().map(|partner| partner_value(site, partner)).collect();
        let letter = value(&letter_view(site, heading, true));
        Value::from(BTreeMap::from([("letter", letter), ("partners", Value::from(shown))]))
    });
    Value::from(groups.collect::<Vec<Value>>())
}

fn partner_value(site: &Site<'_>, partner: &PartnerEntry) -> Value {
    let view = PartnerView {
        id: anchor(partner),
        name: site.set(&partner.name),
        pilot_path: pilot_path(site, partner),
    };
    Value::from(BTreeMap::from([("partner", value(&view)), ("entries", site.entries(&partner.initiatives))]))
}

fn pilot_path(site: &Site<'_>, partner: &PartnerEntry) -> Option<String> {
    let pilot = site.catalogue.pilots.get(partner.pilot?)?;
    Some(format!("{}#{}", site.addresses.pilots(), pilots::anchor(pilot)))
}

/// The id of a partner in the index.
fn anchor(partner: &PartnerEntry) -> String {
    format!("partner-{}", partner.slug)
}

/// A partner of a sheet, or a group of partners.
#[derive(Serialize)]
pub(super) struct GroupView {
    /// The heading of a group; none for a single name.
    group: Option<String>,
    names: Vec<NameView>,
}

#[derive(Serialize)]
struct NameView {
    name: String,
    /// Where it stands in the index, if other sheets name it too.
    path: Option<String>,
}

/// The partners of a sheet. On the printable page they lead nowhere.
pub(super) fn of_sheet(site: &Site<'_>, sheet: &Sheet, shown: &Shown<'_>) -> Vec<GroupView> {
    let view = |name: &Line| {
        let entry = site.catalogue.partners.get(name).filter(|_| shown.volume.is_none());
        let path = entry.map(|entry| format!("{}#{}", site.addresses.partners(), anchor(entry)));
        NameView { name: site.set(name), path }
    };
    let groups = sheet.partners.iter().map(|partner| GroupView {
        group: match partner {
            Partner::Name(_) => None,
            Partner::Group(group) => Some(site.set(&group.group)),
        },
        names: partner.names().iter().map(view).collect(),
    });
    groups.collect()
}

/// What a sheet's page depends on: which of its partners stand in the index, and where.
pub(super) fn fingerprint(site: &Site<'_>, sheet: &Sheet) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for name in sheet.partners.iter().flat_map(Partner::names) {
        let slug = site.catalogue.partners.get(name).map_or("", |entry| entry.slug.as_str());
        hasher.update(slug.as_bytes());
        hasher.update(b"/");
    }
    *hasher.finalize().as_bytes()
}
