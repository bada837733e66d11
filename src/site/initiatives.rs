//! All initiatives, in the catalogue's order.

use tera::{Context, Value};

use super::Site;
use super::plan::{Content, Job};

/// The list of all initiatives, theme by theme.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    let make = move || {
        let mut context =
            site.context("initiatives", site.label("title_initiatives"), &site.addresses.initiatives());
        context.insert_value("groups", groups(site));
        context
    };
    vec![Job {
        path: site.addresses.initiatives(),
        asked_by: None,
        fingerprint: Some(site.fingerprint(&[b"initiatives", site.all_listed()])),
        content: Content::Page("initiatives.html", Box::new(make)),
    }]
}

/// The themes that have sheets, each with them.
pub(super) fn groups(site: &Site<'_>) -> Value {
    let filled = site.catalogue.themes.iter().enumerate().filter(|(_, theme)| !theme.initiatives.is_empty());
    let groups = filled.map(|(rank, theme)| group(site.theme_value(rank), site.entries(&theme.initiatives)));
    Value::from(groups.collect::<Vec<Value>>())
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
