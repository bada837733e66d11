//! What the list of initiatives can be filtered by: theme, territory, audience. The choices are
//! those that have pages of their own, with the same sheets.

use tera::Context;

use crate::catalogue::{Audience, DepartmentSheets, Theme};
use crate::search::{Choice, Lists};

use super::Site;
use super::areas::NATIONAL;
use super::frame::value;
use super::view::Link;

/// The most audiences to choose from. Beyond, those of the fewest sheets are left out: nobody reads
/// a menu of a thousand lines, and each has its page.
const MOST_AUDIENCES: usize = 100;

/// The choices of all filters, with the ranks of their sheets. A filter without a choice is none.
pub(super) fn lists<'s>(site: &'s Site<'_>) -> Lists<'s> {
    let themes = site.catalogue.themes.iter().filter(|theme| !theme.initiatives.is_empty());
    let theme = |theme: &'s Theme| {
        let settings = &theme.settings;
        choice(site, &settings.id, &settings.title, &theme.initiatives)
    };
    let audience = |audience: &'s Audience| {
        choice(site, &audience.slug, &capitalised(&audience.name), &audience.initiatives)
    };
    let lists = [
        ("theme", themes.map(theme).collect()),
        ("territory", territories(site)),
        ("audience", audiences(site).into_iter().map(audience).collect::<Vec<Choice<'_>>>()),
    ];
    lists.into_iter().filter(|(_, choices)| !choices.is_empty()).collect()
}

/// The country, then each region with its departments.
fn territories<'s>(site: &'s Site<'_>) -> Vec<Choice<'s>> {
    let territories = &site.catalogue.territories;
    let national = choice(site, NATIONAL, site.label("national"), &territories.national);
    let regions = territories.regions.iter().flat_map(|region| {
        let group = if region.is_department() { String::new() } else { site.set(&region.area.name) };
        let whole = (!region.is_department()).then(|| {
            let value = site.addresses.region_name(&region.area.code);
            choice(site, &value, &region.area.name, &region.sheets)
        });
        let department =
            |one: &'s DepartmentSheets| choice(site, &one.area.code, &one.area.name, &one.sheets);
        let choices = whole.into_iter().chain(region.departments.iter().map(department));
        choices.map(move |choice| Choice { group: group.clone(), ..choice })
    });
    std::iter::once(national).filter(|choice| !choice.sheets.is_empty()).chain(regions).collect()
}

/// The audiences to choose from, in alphabetical order.
fn audiences<'s>(site: &'s Site<'_>) -> Vec<&'s Audience> {
    let all = &site.catalogue.audiences;
    let mut ranks: Vec<usize> = (0..all.len()).collect();
    ranks.sort_by_key(|rank| usize::MAX - all[*rank].initiatives.len());
    ranks.truncate(MOST_AUDIENCES);
    ranks.sort_unstable();
    ranks.into_iter().map(|rank| &all[rank]).collect()
}

fn choice<'s>(site: &Site<'_>, value: &str, title: &str, sheets: &'s [usize]) -> Choice<'s> {
    Choice { value: value.to_owned(), title: site.set(title), sheets, group: String::new() }
}

/// Adds the kinds of filters that there are. The script fills them with their choices.
pub(super) fn insert_filters(site: &Site<'_>, context: &mut Context) {
    let lists = lists(site);
    let kinds = ["theme", "territory", "audience"].into_iter().filter(|kind| lists.contains_key(kind));
    context.insert("filters", &kinds.collect::<Vec<&str>>());
}

/// Adds the ways to all sheets that need no script: lists that are pages.
pub(super) fn insert_ways(site: &Site<'_>, context: &mut Context) {
    let ways = [
        ("title_themes", Some(site.addresses.themes())),
        ("title_pilots", Some(site.addresses.pilots())),
        ("title_territories", site.territories_path()),
        ("title_audiences", site.audiences_path()),
    ];
    let ways = ways.into_iter().filter_map(|(key, path)| {
        let title = site.label(key).to_owned();
        path.map(|path| Link { title, path })
    });
    context.insert_value("ways", value(&ways.collect::<Vec<Link>>()));
}

/// A text with a capital at its beginning.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
