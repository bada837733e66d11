//! The partners that several sheets name, from A to Z.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::catalogue::{Partner, PartnerEntry, Sheet};
use crate::record::Line;

use super::Site;
use super::frame::{Shown, value};
use super::letters::{IndexPage, under_letters};
use super::pilots;
use super::plan::{Content, Job};
use super::sharing::describe;

/// The index of partners; none, if no two sheets name the same.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    let pages = site.indexes().partners.pages().map(|page| job(site, page));
    if site.partners_path().is_some() { pages.collect() } else { Vec::new() }
}

fn job<'s>(site: &'s Site<'s>, page: IndexPage<'s>) -> Job<'s> {
    let partners = &site.catalogue.partners.entries;
    let name = move |rank: usize| site.set(&partners[rank].name);
    let make = move || {
        let mut context = page.context(site, name);
        describe(&mut context, site.label("partners_lead"), "website", None);
        let shown = page.shown().iter().map(|(rank, sheets)| {
            let partner = &partners[*rank];
            (partner.letter, partner_value(site, partner, &partner.initiatives[sheets.clone()]))
        });
        context.insert_value("letters", under_letters(site, "partners", shown));
        context.insert("pilots_path", &site.addresses.pilots());
        context
    };
    let fingerprint = move || {
        let mut shown = blake3::Hasher::new();
        for (rank, sheets) in page.shown() {
            let entry = &partners[*rank];
            let pilot = entry.pilot.and_then(|pilot| pilots::path(site, pilot)).unwrap_or_default();
            for part in [&entry.name, &entry.slug, &pilot] {
                shown.update(&part.len().to_le_bytes());
                shown.update(part.as_bytes());
            }
            shown.update(&site.listed(&entry.initiatives[sheets.clone()]));
        }
        site.fingerprint(&[b"partners", &page.fingerprint(site, name), shown.finalize().as_bytes()])
    };
    Job {
        path: page.path(),
        asked_by: None,
        fingerprint: Some(Box::new(fingerprint)),
        content: Content::Page("partners.html", Box::new(make)),
    }
}

#[derive(Serialize)]
struct PartnerView {
    id: String,
    name: String,
    /// Where the partner stands among the pilots, if it is one.
    pilot_path: Option<String>,
}

fn partner_value(site: &Site<'_>, partner: &PartnerEntry, sheets: &[usize]) -> Value {
    let view = PartnerView {
        id: anchor(partner),
        name: site.set(&partner.name),
        pilot_path: partner.pilot.and_then(|pilot| pilots::path(site, pilot)),
    };
    Value::from(BTreeMap::from([("partner", value(&view)), ("entries", site.entries(sheets))]))
}

/// Where a partner stands in the index.
fn path(site: &Site<'_>, name: &Line) -> Option<String> {
    let rank = site.catalogue.partners.rank(name)?;
    let partner = site.catalogue.partners.entries.get(rank)?;
    Some(format!("{}#{}", site.indexes().partners.path_of(partner.letter, rank), anchor(partner)))
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
        let path = if shown.volume.is_none() { path(site, name) } else { None };
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
        hasher.update(path(site, name).unwrap_or_default().as_bytes());
        hasher.update(b"/");
    }
    *hasher.finalize().as_bytes()
}
