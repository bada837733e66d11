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
        number: volume.number,
        count: volume.count,
        is_first: volume.number == 1,
        is_last: volume.number == volume.count,
        paths: (1..=volume.count).map(|number| volume.path(site, number)).collect(),
    };
    context.insert_value("volume", value(&view));
    context.insert_value("booklet", value(&booklet_view(site, volume, &path, &root)));
    context.insert_value("before", pages(site, BookletPart::Before, volume, &root));
    context.insert_value("after", pages(site, BookletPart::After, volume, &root));
    let none = || Value::from(Vec::<Value>::new());
    context.insert_value("key", if view.is_first { key(site, volume) } else { none() });
    context.insert_value("contents", if view.is_first { contents(site, volume) } else { none() });
    context.insert_value("letters", if view.is_last { index(site, volume) } else { none() });
    context.insert_value("parts", parts(site, volume, &root));
    context.insert("level", &3);
    context.insert("in_booklet", &true);
    context
}

/// A title that tells booklets and their volumes apart.
fn title(site: &Site<'_>, volume: &Volume<'_>) -> String {
    let forum = volume.booklet.forum.map(|forum| forums::name(site, forum));
    let number = volume.number.to_string();
    let number = (volume.number > 1).then(|| site.theme.labels.fill("volume", &[("n", &number)]));
    let parts = std::iter::once(site.label("title_booklet").to_owned()).chain(forum).chain(number);
    parts.collect::<Vec<String>>().join(site.label("title_separator"))
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
fn key(site: &Site<'_>, volume: &Volume<'_>) -> Value {
    let booklet = volume.booklet;
    let sheets = booklet.selection.initiatives.iter().map(|rank| &site.catalogue.initiatives[*rank]);
    let borne: BTreeSet<usize> =
        sheets.flat_map(|sheet| std::iter::once(sheet.theme).chain(sheet.also.iter().copied())).collect();
    let themes = 0..site.catalogue.themes.len();
    let shown = themes.filter(|rank| booklet.forum.is_none() || borne.contains(rank));
    Value::from(shown.map(|rank| site.theme_value(rank)).collect::<Vec<Value>>())
}

/// The contents: theme by theme, or in one list.
fn contents(site: &Site<'_>, volume: &Volume<'_>) -> Value {
    let booklet = volume.booklet;
    let ranks = &booklet.selection.initiatives;
    let entries = |ranks: &[usize]| booklet.entries(site, ranks);
    Value::from(if is_run(volume) {
        vec![group(Value::none(), entries(ranks))]
    } else {
        let themes = site.catalogue.by_theme(ranks);
        themes.map(|(theme, ranks)| group(site.theme_value(theme), entries(ranks))).collect()
    })
}

/// The index of the pilots who have sheets in the booklet.
fn index(site: &Site<'_>, volume: &Volume<'_>) -> Value {
    let booklet = volume.booklet;
    let pilots = booklet.selection.pilots(site.catalogue);
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
