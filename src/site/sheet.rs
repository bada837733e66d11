//! An initiative's sheet: *who* on one side, *what* on the other.

use serde::Serialize;
use tera::Value;

use crate::catalogue::{Figure, Initiative, Media, WebLink};
use crate::fingerprint::Fingerprint;
use crate::record::Line;

use super::Site;
use super::audiences::{self, NamedAudience};
use super::frame::{Form, Shown, value};
use super::initiatives::insert_neighbours;
use super::plan::{Content, Job};
use super::sharing::{self, describe, illustrate};
use super::territories::borders_path;
use super::{areas, forums, partners, view};

/// A page for each sheet.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    (0..site.catalogue.initiatives.len()).map(|rank| job(site, rank)).collect()
}

fn job<'s>(site: &'s Site<'s>, rank: usize) -> Job<'s> {
    let initiative = &site.catalogue.initiatives[rank];
    let make = move || {
        let path = site.addresses.sheet(&initiative.id);
        let mut context =
            site.themed_context("sheet", &page_title(initiative), &path, Some(initiative.theme));
        let shown = Shown { root: "../../", volume: None, level: 2, ids: Some(""), form: Form::Html };
        context.insert_value("sheet", sheet_value(site, rank, &shown));
        context.insert_value("theme", site.theme_value(initiative.theme));
        context.insert("level", &1);
        context.insert("in_booklet", &false);
        insert_neighbours(site, rank, &mut context);
        let data = sharing::project(site, initiative);
        describe(&mut context, &site.set(&initiative.sheet.objective), "article", Some(&data));
        illustrate(site, &mut context, initiative.sheet.media.iter().chain(sharing::cover(site, None)));
        context
    };
    Job {
        path: site.addresses.sheet(&initiative.id),
        asked_by: Some(initiative.place),
        fingerprint: Some(Box::new(move || fingerprint(site, rank))),
        content: Content::Page("sheet.html", Box::new(make)),
    }
}

/// What a sheet's page depends on: itself, its neighbours, what they are called that it names, and where
/// lists go on that it leads to.
fn fingerprint(site: &Site<'_>, rank: usize) -> Fingerprint {
    let initiatives = &site.catalogue.initiatives;
    let initiative = &initiatives[rank];
    let previous = rank.checked_sub(1).map(|rank| site.listed(&[rank]));
    let next = (rank + 1 < initiatives.len()).then(|| site.listed(&[rank + 1]));
    let neighbours = [previous.unwrap_or_default(), next.unwrap_or_default()].concat();
    let partners = partners::fingerprint(site, &initiative.sheet);
    let territory = initiative.sheet.territory.as_ref();
    let is_abroad = territory.is_some_and(|territory| !territory.cross_border.is_empty());
    let borders = if is_abroad { borders_path(site) } else { String::new() };
    site.fingerprint(&[
        b"sheet",
        initiative.id.as_bytes(),
        &initiative.fingerprint,
        &initiative.number.to_le_bytes(),
        &neighbours,
        &partners,
        borders.as_bytes(),
        audiences::slugs_of(site, initiative).as_bytes(),
    ])
}

/// A title that tells sheets apart: two pilots may have named their initiatives alike.
fn page_title(initiative: &Initiative) -> String {
    let pilot = &initiative.sheet.pilot.name.value;
    match &initiative.sheet.title {
        Some(title) => format!("{} – {pilot}", title.value),
        None => pilot.clone(),
    }
}

#[derive(Serialize)]
struct SheetView {
    id: String,
    number: usize,
    anchor: String,
    theme: usize,
    heading: String,
    has_title: bool,
    objective: String,
    pilot: PilotView,
    partners: Vec<partners::GroupView>,
    partners_note: Option<Value>,
    contacts: Vec<view::ContactView>,
    territory: Option<areas::TerritoryView>,
    period: Option<String>,
    audiences: Vec<NamedAudience>,
    description: Option<Value>,
    results: Option<Value>,
    figures: Vec<FigureView>,
    pictures: Vec<view::PictureView>,
    videos: Vec<view::WebView>,
    links: Vec<view::WebView>,
    forums: Vec<view::ForumView>,
    sources: Vec<SourceView>,
    reviewed: Option<view::DateView>,
    crossing: Vec<usize>,
    path: String,
}

#[derive(Serialize)]
struct PilotView {
    name: String,
    description: Option<Value>,
    website: Option<view::WebView>,
    logo: Option<view::PictureView>,
}

#[derive(Serialize)]
struct FigureView {
    value: String,
    label: String,
}

#[derive(Serialize)]
struct SourceView {
    title: String,
    publisher: Option<String>,
    date: Option<view::DateView>,
    website: Option<view::WebView>,
}

/// A whole sheet, for its own page, where it has the catalogue's number, and for booklets, where it
/// has theirs.
pub(super) fn sheet_value(site: &Site<'_>, rank: usize, shown: &Shown<'_>) -> Value {
    let initiative = &site.catalogue.initiatives[rank];
    let sheet = &initiative.sheet;
    let number = shown.volume.and_then(|volume| volume.booklet.selection.number(rank));
    let number = number.unwrap_or(initiative.number);
    value(&SheetView {
        id: initiative.id.clone(),
        number,
        anchor: super::booklet::anchor(number),
        theme: initiative.theme,
        heading: site.set(initiative.heading()),
        has_title: sheet.title.is_some(),
        objective: site.set(&sheet.objective),
        pilot: pilot(site, initiative, shown),
        partners: partners::of_sheet(site, sheet, shown),
        partners_note: view::part(site, sheet.partners_note.as_ref(), &side(shown)),
        contacts: view::contacts(site, initiative, shown.form),
        territory: sheet.territory.as_ref().map(|territory| areas::territory(site, territory)),
        period: sheet.period.as_ref().and_then(|period| view::period(site, period)),
        audiences: audiences::of_sheet(site, initiative),
        description: view::part(site, sheet.description.as_ref(), shown),
        results: view::part(
            site,
            sheet.results.as_ref(),
            &Shown { level: shown.level + 1, ids: None, ..*shown },
        ),
        figures: sheet.figures.iter().map(|figure| figure_view(site, figure)).collect(),
        pictures: sheet.media.iter().filter_map(|media| picture(site, media)).collect(),
        videos: sheet.videos.iter().map(|link| link_view(site, link)).collect(),
        links: sheet.links.iter().map(|link| link_view(site, link)).collect(),
        forums: forums::of_sheet(site, rank, shown),
        sources: sources(site, &sheet.sources),
        reviewed: sheet.reviewed.as_ref().and_then(|date| view::date_view(date, &site.theme.labels)),
        crossing: initiative.also.clone(),
        path: site.addresses.sheet(&initiative.id),
    })
}

fn figure_view(site: &Site<'_>, figure: &Figure) -> FigureView {
    FigureView { value: site.set(&figure.value), label: site.set(&figure.label) }
}

fn picture(site: &Site<'_>, media: &Media) -> Option<view::PictureView> {
    view::picture(site.catalogue, media, &|text| site.set(text))
}

fn link_view(site: &Site<'_>, link: &WebLink) -> view::WebView {
    view::WebView::new(&link.url.link, &site.set(&link.title))
}

fn sources(site: &Site<'_>, ids: &[Line]) -> Vec<SourceView> {
    let sources = ids.iter().filter_map(|id| site.catalogue.source(id)).map(|filed| &filed.value);
    sources
        .map(|source| SourceView {
            title: site.set(&source.title),
            publisher: source.publisher.as_ref().map(|publisher| site.set(publisher)),
            date: source.date.as_ref().and_then(|date| view::date_view(date, &site.theme.labels)),
            website: source.website.as_ref().map(|website| view::WebView::new(&website.link, &website.shown)),
        })
        .collect()
}

fn pilot(site: &Site<'_>, initiative: &Initiative, shown: &Shown<'_>) -> PilotView {
    let pilot = &initiative.sheet.pilot;
    PilotView {
        name: site.set(&pilot.name),
        description: view::part(site, pilot.description.as_ref(), &side(shown)),
        website: pilot.website.as_ref().map(|website| view::WebView::new(&website.link, &website.shown)),
        logo: pilot.logo.as_ref().and_then(|file| view::logo(site.catalogue, file)),
    }
}

/// How texts on the side are shown: below the headings of their boxes, without ids, so that ids
/// stay unique on the page.
fn side<'a>(shown: &Shown<'a>) -> Shown<'a> {
    Shown { level: shown.level + 1, ids: None, ..*shown }
}
