//! The search: its page, and what can be found.

use std::collections::BTreeSet;

use rayon::prelude::*;
use tera::Context;

use crate::catalogue::{Initiative, Partner, Territory, department, region};
use crate::record::Line;
use crate::search::{Field, Index, SearchFiles, Texts, write_lists, write_words};
use crate::text::each_word;

use super::plan::{Content, Job};
use super::{Site, filters, view};

/// The sheets in short, and the lists to filter them by.
pub(super) fn lists(site: &Site<'_>) -> SearchFiles {
    let initiatives = &site.catalogue.initiatives;
    let sheets: Vec<InShort> = initiatives.par_iter().map(|initiative| in_short(site, initiative)).collect();
    write_lists(&sheets, &filters::lists(site))
}

/// The words of the sheets.
pub(super) fn words(site: &Site<'_>) -> SearchFiles {
    let common = common_words(site.label("search_common"));
    let initiatives = &site.catalogue.initiatives;
    let index = Index::new(initiatives, &common, |initiative, texts| texts_of(site, initiative, texts));
    write_words(&index, &common)
}

/// The files that the scripts of the site read. Naming them is making them.
pub fn search_jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    let files = site.lists().files.iter().chain(&site.words().files);
    let job = |(path, bytes): &'s (String, Vec<u8>)| Job {
        path: path.clone(),
        asked_by: None,
        fingerprint: None,
        content: Content::Bytes(Box::new(move || bytes.clone())),
    };
    files.map(job).collect()
}

/// The page that searches. Without its script it says where to look instead.
pub(super) fn job<'s>(site: &'s Site<'s>) -> Job<'s> {
    let make = move || {
        let mut context = site.context("search", site.label("title_search"), &site.addresses.search());
        insert_paths(site, &mut context);
        context.insert("words_path", &site.words().entry);
        context.insert("initiatives_path", &site.addresses.initiatives());
        context.insert("themes_path", &site.addresses.themes());
        context.insert("pilots_path", &site.addresses.pilots());
        context.insert("territories_path", &site.territories_path());
        context.insert("audiences_path", &site.audiences_path());
        context.insert("booklet_path", &site.addresses.booklet(None, 1));
        context
    };
    Job {
        path: site.addresses.search(),
        asked_by: None,
        fingerprint: Some(Box::new(move || {
            site.fingerprint(&[b"search", site.lists().entry.as_bytes(), site.words().entry.as_bytes()])
        })),
        content: Content::Page("search.html", Box::new(make)),
    }
}

/// Adds where the script finds the lists, and how it makes the address of a sheet.
pub(super) fn insert_paths(site: &Site<'_>, context: &mut Context) {
    context.insert("lists_path", &site.lists().entry);
    context.insert("sheet_path", &site.addresses.sheet("{id}"));
}

/// The words of a text, such as that of the label that lists those which say nothing.
fn common_words(text: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    each_word(text, &mut |word| {
        words.insert(word.to_owned());
    });
    words
}

/// A sheet in short, as the script reads it: id, theme, heading, pilot, territory; and, where the
/// heading is the pilot, the objective.
type InShort = (String, usize, String, String, String, String);

fn in_short(site: &Site<'_>, initiative: &Initiative) -> InShort {
    let entry = view::entry(site, initiative, initiative.number);
    let (pilot, objective) = match entry.pilot {
        Some(pilot) => (pilot, String::new()),
        None => (String::new(), entry.objective),
    };
    (initiative.id.clone(), initiative.theme, entry.heading, pilot, entry.territory, objective)
}

/// The texts by which a sheet is found. Contacts are not among them: whoever wants to reach somebody
/// goes through the initiative, and no file gathers the names and numbers of all.
fn texts_of(site: &Site<'_>, initiative: &Initiative, texts: &mut Texts) {
    let sheet = &initiative.sheet;
    sheet.title.iter().for_each(|title| texts.add(Field::Title, title));
    texts.add(Field::Pilot, &sheet.pilot.name);
    texts.add(Field::Pilot, sheet.pilot.filing_name());
    if sheet.title.is_none() {
        // Such a sheet is headed by its pilot.
        texts.add(Field::Title, &sheet.pilot.name);
    }
    for partner in &sheet.partners {
        if let Partner::Group(group) = partner {
            texts.add(Field::Related, &group.group);
        }
        partner.names().iter().for_each(|name| texts.add(Field::Related, name));
    }
    for rank in std::iter::once(&initiative.theme).chain(&initiative.also) {
        texts.add(Field::Related, &site.catalogue.themes[*rank].settings.title);
    }
    sheet.audiences.iter().for_each(|audience| texts.add(Field::Related, audience));
    sheet.territory.iter().for_each(|territory| add_territory(site, territory, texts));
    texts.add(Field::Objective, &sheet.objective);
    for text in [&sheet.description, &sheet.results, &sheet.partners_note, &sheet.pilot.description]
        .into_iter()
        .flatten()
    {
        text.add_words_to(texts.of(Field::Text));
    }
    let figures = sheet.figures.iter().flat_map(|figure| [&figure.value, &figure.label]);
    let pictures = sheet.media.iter().flat_map(|media| std::iter::once(&media.alt.0).chain(&media.caption));
    let links = sheet.videos.iter().chain(&sheet.links).map(|link| &link.title);
    let add = |line: &Line| texts.add(Field::Text, line);
    figures.chain(pictures).chain(links).for_each(add);
}

/// Names and codes of a territory, and the regions of its departments.
fn add_territory(site: &Site<'_>, territory: &Territory, texts: &mut Texts) {
    if territory.national {
        texts.add(Field::Related, site.label("national"));
    }
    for area in territory.departments.iter().filter_map(|code| department(code)) {
        texts.add(Field::Related, &area.name);
        texts.add(Field::Related, &area.code);
    }
    let of_departments = territory.departments.iter().filter_map(|code| department(code)?.region.as_deref());
    let regions: BTreeSet<&str> =
        territory.regions.iter().map(|code| code.as_str()).chain(of_departments).collect();
    for area in regions.into_iter().filter_map(region) {
        texts.add(Field::Related, &area.name);
    }
    for place in territory.places.iter().chain(&territory.cross_border) {
        texts.add(Field::Related, place);
    }
}
