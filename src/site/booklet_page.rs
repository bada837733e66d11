//! What the page of a booklet shows: cover, editorial pages, contents, sheets, index of pilots.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tera::{Context, Value};

use crate::catalogue::{BookletOrder, BookletPart};

use super::Site;
use super::address::root_of;
use super::booklet::{Volume, anchor};
use super::frame::{Form, Shown, value};
use super::initiatives::group;
use super::pilots::letters;
use super::sharing::{cover, illustrate};
use super::sheet::sheet_value;
use super::{forums, view};

#[derive(Serialize)]
struct BookletView {
    /// The forum; none for the whole catalogue.
    forum: Option<view::ForumView>,
    /// What the forum is about.
    description: Option<Value>,
    /// What its back cover says.
    back_cover: Option<Value>,
    /// Whether its sheets stand in one run by pilot, each with its theme.
    is_run: bool,
    sheets_text: String,
    /// The other booklets.
    others: Vec<view::Link>,
}

#[derive(Serialize)]
struct VolumeView {
    is_first: bool,
    is_last: bool,
    /// All volumes of the booklet, if it has several.
    all: Vec<InVolumes>,
}

/// A volume in the list of them.
#[derive(Serialize)]
pub(super) struct InVolumes {
    title: String,
    path: String,
    is_this: bool,
    /// Its sheets, by their numbers.
    sheets_text: String,
    /// Its themes; or, where sheets stand by pilot alone, the first and the last.
    holds: Vec<String>,
}

#[derive(Serialize)]
struct PartView {
    id: String,
    title: String,
    text: Value,
}

/// The context of a volume's page.
pub(super) fn context(site: &Site<'_>, volume: &Volume<'_>) -> Context {
    let path = volume.path(site, volume.number);
    let root = match volume.form {
        Form::Html => root_of(&path),
        Form::Data => site.published_root(),
    };
    let mut context = site.context("booklet", &title(site, volume), &path);
    illustrate(site, &mut context, cover(site, volume.booklet.forum));
    let view = VolumeView {
        is_first: volume.number == 1,
        is_last: volume.number == volume.count,
        all: volumes_view(site, volume),
    };
    context.insert_value("volume", value(&view));
    context.insert_value("booklet", value(&booklet_view(site, volume, &path, &root)));
    context.insert_value("before", pages(site, BookletPart::Before, volume, &root));
    context.insert_value("after", pages(site, BookletPart::After, volume, &root));
    let key = if view.is_first { borne(site, volume) } else { Vec::new() };
    let key = key.into_iter().map(|rank| site.theme_value(rank));
    context.insert_value("key", Value::from(key.collect::<Vec<Value>>()));
    context.insert_value("contents", contents(site, volume));
    context.insert_value("letters", index(site, volume));
    context.insert_value("parts", parts(site, volume, &root));
    context.insert("level", &3);
    context.insert("in_booklet", &true);
    context
}

/// A title that tells booklets and their volumes apart.
fn title(site: &Site<'_>, volume: &Volume<'_>) -> String {
    let forum = volume.booklet.forum.map(|forum| forums::name(site, forum));
    let number = (volume.number > 1).then(|| volume_title(site, volume.number));
    let parts = std::iter::once(site.label("title_booklet").to_owned()).chain(forum).chain(number);
    parts.collect::<Vec<String>>().join(site.label("title_separator"))
}

fn volume_title(site: &Site<'_>, number: usize) -> String {
    site.theme.labels.fill("volume", &[("n", &number.to_string())])
}

/// The volumes of a booklet, each with what it holds; nothing where there is only one.
pub(super) fn volumes_view(site: &Site<'_>, volume: &Volume<'_>) -> Vec<InVolumes> {
    let numbers = 1..=volume.count;
    let view = |number: usize| {
        let sheets = volume.booklet.sheets(number);
        let ends = [sheets.first(), sheets.last()].map(|rank| {
            let number = rank.and_then(|rank| volume.booklet.selection.number(*rank));
            number.unwrap_or_default().to_string()
        });
        let [from, to] = &ends;
        InVolumes {
            title: volume_title(site, number),
            path: volume.path(site, number),
            is_this: number == volume.number,
            sheets_text: site.theme.labels.fill("volume_sheets", &[("from", from), ("to", to)]),
            holds: holds(site, volume, sheets),
        }
    };
    numbers.filter(|_| volume.count > 1).map(view).collect()
}

/// What some sheets are about, in short.
fn holds(site: &Site<'_>, volume: &Volume<'_>, sheets: &[usize]) -> Vec<String> {
    let catalogue = site.catalogue;
    if is_run(volume) {
        let ends = [sheets.first(), sheets.last()].into_iter().flatten();
        return ends.map(|rank| site.set(catalogue.initiatives[*rank].sheet.pilot.filing_name())).collect();
    }
    let themes = catalogue.by_theme(sheets).map(|(theme, _)| &catalogue.themes[theme].settings.title);
    themes.map(|title| site.set(title)).collect()
}

fn booklet_view(site: &Site<'_>, volume: &Volume<'_>, path: &str, root: &str) -> BookletView {
    let booklet = volume.booklet;
    let shown = Shown { root, volume: Some(volume), level: 2, ids: None, form: volume.form };
    let description = booklet.forum.and_then(|forum| forum.value.description.as_ref());
    let back_cover = booklet.forum.and_then(|forum| forum.value.back_cover.as_ref());
    // Its headings may not bear the ids of another part's.
    let at_back = Shown { ids: Some("back-cover--"), level: 3, ..shown };
    let whole =
        view::Link { title: site.label("booklet_whole").to_owned(), path: site.addresses.booklet(None, 1) };
    let all = std::iter::once(whole).chain(forums::booklets(site));
    BookletView {
        forum: booklet.forum.map(|forum| forums::view(site, forum)),
        description: description.map(|text| site.text(text, &shown)),
        back_cover: back_cover.map(|text| site.text(text, &at_back)),
        is_run: is_run(volume),
        sheets_text: site.count("sheets", booklet.selection.initiatives.len()),
        others: all.filter(|other| other.path != path).collect(),
    }
}

/// Whether the sheets stand in one run: ordered by pilot alone, themes open nothing.
fn is_run(volume: &Volume<'_>) -> bool {
    volume.booklet.selection.order == BookletOrder::Pilot
}

/// Editorial pages, with the ids of their headings made unique.
fn pages(site: &Site<'_>, part: BookletPart, volume: &Volume<'_>, root: &str) -> Value {
    let forum = volume.booklet.forum.map(|forum| &forum.value);
    let pages = site.catalogue.pages_of(forum, part);
    let views: Vec<PartView> = pages
        .into_iter()
        .map(|page| {
            let prefix = format!("{}--", page.id);
            let shown = Shown { root, volume: Some(volume), level: 3, ids: Some(&prefix), form: volume.form };
            PartView {
                id: format!("page-{}", page.id),
                title: site.set(&page.value.page.title),
                text: site.text(&page.value.text, &shown),
            }
        })
        .collect();
    value(&views)
}

/// The themes whose signs the booklet bears: all of them, or those of its sheets.
pub(super) fn borne(site: &Site<'_>, volume: &Volume<'_>) -> Vec<usize> {
    let booklet = volume.booklet;
    let sheets = booklet.selection.initiatives.iter().map(|rank| &site.catalogue.initiatives[*rank]);
    let borne: BTreeSet<usize> =
        sheets.flat_map(|sheet| std::iter::once(sheet.theme).chain(sheet.also.iter().copied())).collect();
    let themes = 0..site.catalogue.themes.len();
    themes.filter(|rank| booklet.forum.is_none() || borne.contains(rank)).collect()
}

/// The contents of a volume: theme by theme, or in one list.
fn contents(site: &Site<'_>, volume: &Volume<'_>) -> Value {
    let booklet = volume.booklet;
    let ranks = volume.sheets();
    let entries = |ranks: &[usize]| booklet.entries(site, ranks);
    Value::from(if is_run(volume) {
        vec![group(Value::none(), entries(ranks))]
    } else {
        let themes = site.catalogue.by_theme(ranks);
        themes.map(|(theme, ranks)| group(site.theme_value(theme), entries(ranks))).collect()
    })
}

/// The index of the pilots who have sheets in a volume.
fn index(site: &Site<'_>, volume: &Volume<'_>) -> Value {
    let booklet = volume.booklet;
    let pilots = booklet.selection.pilots(site.catalogue, volume.sheets());
    letters(site, pilots.iter().map(|(pilot, ranks)| (*pilot, booklet.entries(site, ranks))))
}

/// The whole sheets of a volume, theme by theme, or in one run.
fn parts(site: &Site<'_>, volume: &Volume<'_>, root: &str) -> Value {
    let booklet = volume.booklet;
    let ranks = volume.sheets();
    let whole = |ranks: &[usize]| -> Value {
        let sheets = ranks.iter().map(|rank| {
            let number = booklet.selection.number(*rank).unwrap_or_default();
            let prefix = format!("{}--", anchor(number));
            let shown = Shown { root, volume: Some(volume), level: 4, ids: Some(&prefix), form: volume.form };
            sheet_value(site, *rank, &shown)
        });
        Value::from(sheets.collect::<Vec<Value>>())
    };
    if is_run(volume) {
        return Value::from(vec![Value::from(BTreeMap::from([("sheets", whole(ranks))]))]);
    }
    let themes = site.catalogue.by_theme(ranks).map(|(theme, ranks)| {
        let shown = Shown { root, volume: Some(volume), level: 3, ids: None, form: volume.form };
        let description = site.catalogue.themes[theme].settings.description.as_ref();
        Value::from(BTreeMap::from([
            ("theme", site.theme_value(theme)),
            ("description", Value::from(description.map(|text| site.text(text, &shown)))),
            ("opens", Value::from(opens(site, volume, ranks))),
            ("entries", booklet.entries(site, ranks)),
            ("sheets", whole(ranks)),
        ]))
    });
    Value::from(themes.collect::<Vec<Value>>())
}

/// Whether sheets are the first of their theme: one that runs over several volumes opens once.
fn opens(site: &Site<'_>, volume: &Volume<'_>, ranks: &[usize]) -> bool {
    let selection = volume.booklet.selection;
    let theme = |rank: &usize| site.catalogue.initiatives.get(*rank).map(|initiative| initiative.theme);
    let number = ranks.first().and_then(|rank| selection.number(*rank)).unwrap_or_default();
    let before = number.checked_sub(2).and_then(|at| selection.initiatives.get(at));
    before.is_none_or(|before| theme(before) != ranks.first().and_then(theme))
}
