//! The printable page: the whole catalogue in one page, in volumes where it is very large.

use serde::Serialize;
use tera::Value;

use crate::catalogue::BookletPart;

use super::Site;
use super::frame::{Shown, value};
use super::initiatives::groups;
use super::pilots::letters;
use super::plan::{Content, Job};
use super::sheet::sheet_value;

/// How many sheets one page of the booklet holds. Every catalogue that a forum would hand out
/// fits; beyond, browsers take long to open one page, and longer to print it.
const VOLUME: usize = 500;

/// The volume that holds a sheet, from 1.
pub(super) fn volume_of(number: usize) -> usize {
    number.saturating_sub(1) / VOLUME + 1
}

/// The id of a sheet in the printable page.
pub(super) fn anchor(number: usize) -> String {
    format!("fiche-{number}")
}

/// The printable page, or its volumes.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    let volumes = volume_of(site.catalogue.initiatives.len());
    (1..=volumes).map(|volume| job(site, volume, volumes)).collect()
}

fn job<'s>(site: &'s Site<'s>, volume: usize, volumes: usize) -> Job<'s> {
    let path = site.addresses.booklet(volume);
    let mut shown = blake3::Hasher::new();
    for initiative in site.catalogue.initiatives.iter().skip((volume - 1) * VOLUME).take(VOLUME) {
        shown.update(initiative.id.as_bytes());
        shown.update(&initiative.fingerprint);
        shown.update(&initiative.number.to_le_bytes());
    }
    let is_outer = volume == 1 || volume == volumes;
    let listed: &[u8] = if is_outer { site.all_listed() } else { &[] };
    let sizes = [volume.to_le_bytes(), volumes.to_le_bytes()].concat();
    // The texts of a volume may link to sheets of another, whose volume depends on their number.
    let shown = shown.finalize();
    let parts: &[&[u8]] = &[b"booklet", &sizes, listed, site.order(), shown.as_bytes()];
    Job {
        path,
        asked_by: None,
        fingerprint: Some(site.fingerprint(parts)),
        content: Content::Page("booklet.html", Box::new(move || context(site, volume, volumes))),
    }
}

#[derive(Serialize)]
struct VolumeView {
    number: usize,
    count: usize,
    is_first: bool,
    is_last: bool,
    paths: Vec<String>,
}

#[derive(Serialize)]
struct PartView {
    id: String,
    title: String,
    text: String,
}

fn context(site: &Site<'_>, volume: usize, volumes: usize) -> tera::Context {
    let path = site.addresses.booklet(volume);
    let title = match volume {
        1 => site.label("title_booklet").to_owned(),
        _ => format!(
            "{} – {}",
            site.label("title_booklet"),
            site.theme.labels.fill("volume", &[("n", &volume.to_string())])
        ),
    };
    let mut context = site.context("booklet", &title, &path);
    let root = super::address::root_of(&path);
    let view = VolumeView {
        number: volume,
        count: volumes,
        is_first: volume == 1,
        is_last: volume == volumes,
        paths: (1..=volumes).map(|number| site.addresses.booklet(number)).collect(),
    };
    context.insert_value("volume", value(&view));
    context.insert_value("before", pages(site, BookletPart::Before, volume, &root));
    context.insert_value("after", pages(site, BookletPart::After, volume, &root));
    context.insert_value(
        "contents",
        if view.is_first { groups(site) } else { Value::from(Vec::<Value>::new()) },
    );
    context
        .insert_value("letters", if view.is_last { letters(site) } else { Value::from(Vec::<Value>::new()) });
    context.insert_value("parts", parts(site, volume, &root));
    context.insert("level", &3);
    context.insert("in_booklet", &true);
    context
}

/// Editorial pages, with the ids of their headings made unique.
fn pages(site: &Site<'_>, part: BookletPart, volume: usize, root: &str) -> Value {
    let pages = site.catalogue.pages.iter().filter(|page| page.value.page.booklet == Some(part));
    let views: Vec<PartView> = pages
        .map(|page| {
            let prefix = format!("{}--", page.id);
            let shown = Shown { root, volume: Some(volume), level: 3, ids: Some(&prefix) };
            PartView {
                id: format!("rubrique-{}", page.id),
                title: site.set(&page.value.page.title),
                text: site.html(&page.value.text, &shown),
            }
        })
        .collect();
    value(&views)
}

/// The themes of a volume, with their whole sheets.
fn parts(site: &Site<'_>, volume: usize, root: &str) -> Value {
    let mut parts: Vec<Value> = Vec::new();
    for (rank, theme) in site.catalogue.themes.iter().enumerate() {
        let numbered = theme.initiatives.iter().map(|rank| &site.catalogue.initiatives[*rank]);
        let sheets: Vec<Value> = numbered
            .filter(|initiative| volume_of(initiative.number) == volume)
            .map(|initiative| {
                let prefix = format!("{}--", anchor(initiative.number));
                let shown = Shown { root, volume: Some(volume), level: 4, ids: Some(&prefix) };
                sheet_value(site, initiative, &shown)
            })
            .collect();
        if sheets.is_empty() {
            continue;
        }
        let first = site.catalogue.initiatives[theme.initiatives[0]].number;
        let shown = Shown { root, volume: Some(volume), level: 3, ids: None };
        let description = theme.settings.description.as_ref().map(|text| site.html(text, &shown));
        parts.push(Value::from(std::collections::BTreeMap::from([
            ("theme", site.theme_value(rank)),
            ("description", Value::from(description)),
            // A theme that runs over several volumes opens once.
            ("opens", Value::from(volume_of(first) == volume)),
            ("entries", site.entries(&theme.initiatives)),
            ("sheets", Value::from(sheets)),
        ])));
    }
    Value::from(parts)
}
