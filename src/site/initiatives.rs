//! All initiatives, in the catalogue's order.

use tera::{Context, Value};

use super::pages::ListPage;
use super::plan::{Content, Job};
use super::{Site, filters, search};

/// The list of all initiatives, theme by theme, on as many pages as it takes.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    ListPage::all(site.catalogue.initiatives.len()).map(|page| job(site, page)).collect()
}

fn job<'s>(site: &'s Site<'s>, page: ListPage) -> Job<'s> {
    let path = page.path(&site.addresses.initiatives());
    let fingerprint = move || {
        let listed = page.fingerprint(site, &by_theme(site, page));
        site.fingerprint(&[b"initiatives", &listed, site.lists().entry.as_bytes()])
    };
    let page_path = path.clone();
    let make = move || {
        let title = page.title(site, site.label("title_initiatives"));
        let mut context = site.context("initiatives", &title, &page_path);
        context.insert_value("groups", groups(site, by_theme(site, page)));
        search::insert_paths(site, &mut context);
        page.insert(site, &mut context, &site.addresses.initiatives());
        filters::insert_filters(site, &mut context);
        filters::insert_ways(site, &mut context);
        context
    };
    Job {
        path,
        asked_by: None,
        fingerprint: Some(Box::new(fingerprint)),
        content: Content::Page("initiatives.html", Box::new(make)),
    }
}

/// What a page shows of each theme.
fn by_theme<'s>(site: &'s Site<'_>, page: ListPage) -> Vec<&'s [usize]> {
    page.of(site.catalogue.themes.iter().map(|theme| theme.initiatives.as_slice()))
}

/// All initiatives, theme by theme.
pub(super) fn all_groups(site: &Site<'_>) -> Value {
    groups(site, site.catalogue.themes.iter().map(|theme| theme.initiatives.as_slice()))
}

/// What is shown of each theme, under it.
fn groups<'l>(site: &Site<'_>, shown: impl IntoIterator<Item = &'l [usize]>) -> Value {
    let filled = shown.into_iter().enumerate().filter(|(_, own)| !own.is_empty());
    Value::from(
        filled.map(|(rank, own)| group(site.theme_value(rank), site.entries(own))).collect::<Vec<Value>>(),
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
