//! All initiatives, in the catalogue's order.

use std::ops::Range;

use serde::Serialize;
use tera::{Context, Value};

use super::frame::value;
use super::plan::{Content, Job};
use super::{Site, filters, search};

/// How many sheets a page of the list shows. Every catalogue of usual size fits on one; a page of
/// more would weigh more than half a megabyte.
const PAGE: usize = 500;

/// The list of all initiatives, theme by theme, on as many pages as it takes.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    let pages = site.catalogue.initiatives.len().div_ceil(PAGE).max(1);
    (1..=pages).map(|page| job(site, page, pages)).collect()
}

fn job<'s>(site: &'s Site<'s>, page: usize, pages: usize) -> Job<'s> {
    let count = site.catalogue.initiatives.len();
    let shown = (page - 1) * PAGE..(page * PAGE).min(count);
    let listed = shown.clone();
    let fingerprint = move || {
        let listed = site.listed(&listed.clone().collect::<Vec<usize>>());
        let numbers = [page.to_le_bytes(), pages.to_le_bytes()].concat();
        site.fingerprint(&[b"initiatives", &numbers, &listed, site.lists().entry.as_bytes()])
    };
    let make = move || {
        let mut context =
            site.context("initiatives", &title(site, page), &site.addresses.initiatives_page(page));
        context.insert_value("groups", groups(site, &shown));
        search::insert_paths(site, &mut context);
        context.insert_value("pages", value(&pages_view(site, page, pages)));
        filters::insert_filters(site, &mut context);
        filters::insert_ways(site, &mut context);
        context
    };
    Job {
        path: site.addresses.initiatives_page(page),
        asked_by: None,
        fingerprint: Some(Box::new(fingerprint)),
        content: Content::Page("initiatives.html", Box::new(make)),
    }
}

fn title(site: &Site<'_>, page: usize) -> String {
    let title = site.label("title_initiatives");
    if page == 1 {
        return title.to_owned();
    }
    let number = site.theme.labels.fill("list_page", &[("n", &page.to_string())]);
    format!("{title}{}{number}", site.label("title_separator"))
}

/// A page of the list, for the way from one to the other.
#[derive(Serialize)]
struct PageView {
    number: usize,
    path: String,
    is_this: bool,
}

fn pages_view(site: &Site<'_>, this: usize, pages: usize) -> Vec<PageView> {
    let view = |number: usize| PageView {
        number,
        path: site.addresses.initiatives_page(number),
        is_this: number == this,
    };
    (1..=pages).map(view).collect()
}

/// All initiatives, theme by theme.
pub(super) fn all_groups(site: &Site<'_>) -> Value {
    groups(site, &(0..site.catalogue.initiatives.len()))
}

/// Some initiatives, by their ranks, under their themes.
fn groups(site: &Site<'_>, shown: &Range<usize>) -> Value {
    let themes = site.catalogue.themes.iter().enumerate().map(|(rank, theme)| {
        let own = theme.initiatives.iter().copied().filter(|rank| shown.contains(rank));
        (rank, own.collect::<Vec<usize>>())
    });
    let filled = themes.filter(|(_, own)| !own.is_empty());
    Value::from(
        filled.map(|(rank, own)| group(site.theme_value(rank), site.entries(&own))).collect::<Vec<Value>>(),
    )
}

/// A theme and sheets, side by side.
pub(super) fn group(theme: Value, entries: Value) -> Value {
    let pairs = std::collections::BTreeMap::from([("theme", theme), ("entries", entries)]);
    Value::from(pairs)
}

/// Adds what the way back and forth shows: the sheets before and after one.
pub(super) fn insert_neighbours(site: &Site<'_>, rank: usize, context: &mut Context) {
    let last = site.catalogue.initiatives.len() - 1;
    context.insert_value("previous", rank.checked_sub(1).map_or_else(Value::none, |rank| site.entry(rank)));
    context.insert_value("next", if rank < last { site.entry(rank + 1) } else { Value::none() });
}
