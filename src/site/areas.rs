//! Where initiatives take place, as pages show it: names, links, and a small map.

use serde::Serialize;

use crate::catalogue::{Area, Initiative, Territory, department, region, sole_department};
use crate::record::Line;

use super::Site;
use super::map::{Locator, locator};
use super::territories::borders_path;
use super::view::Link;

/// Where a sheet's initiative takes place.
#[derive(Serialize)]
pub(super) struct TerritoryView {
    national: bool,
    national_path: String,
    areas: Vec<Link>,
    places: Vec<String>,
    cross_border: Vec<String>,
    cross_border_path: String,
    map: Option<Locator>,
}

/// The territory of a sheet.
pub(super) fn territory(site: &Site<'_>, territory: &Territory) -> TerritoryView {
    let set = |lines: &[Line]| lines.iter().map(|line| site.set(line)).collect();
    let regions = regions_of(territory).map(|area| region_link(site, area));
    let departments = departments_of(territory).map(|area| department_link(site, area));
    TerritoryView {
        national: territory.national,
        national_path: format!("{}#{NATIONAL}", site.addresses.territories()),
        areas: regions.chain(departments).collect(),
        places: set(&territory.places),
        cross_border: set(&territory.cross_border),
        cross_border_path: format!("{}#{CROSS_BORDER}", borders_path(site)),
        map: locator(&covered(territory)),
    }
}

/// The parts of the index that are no list of areas, as its template names them.
pub(super) const NATIONAL: &str = "nationwide";
const CROSS_BORDER: &str = "borders";

fn regions_of(territory: &Territory) -> impl Iterator<Item = &'static Area> {
    territory.regions.iter().filter_map(|code| region(code))
}

fn departments_of(territory: &Territory) -> impl Iterator<Item = &'static Area> {
    territory.departments.iter().filter_map(|code| department(code))
}

/// The departments that a sheet is about: those it names, and those of a region it names alone.
fn covered(territory: &Territory) -> Vec<&'static str> {
    let named: Vec<&Area> = departments_of(territory).collect();
    let mut codes: Vec<&'static str> = departments_of(territory).map(|area| area.code.as_str()).collect();
    for region in regions_of(territory) {
        if !named.iter().any(|area| area.region.as_ref() == Some(&region.code)) {
            codes.extend(crate::catalogue::departments_of(region).map(|area| area.code.as_str()));
        }
    }
    codes
}

/// A department by name and code, and the way to its page.
pub(super) fn department_link(site: &Site<'_>, area: &Area) -> Link {
    Link { title: department_name(site, area), path: site.addresses.department(&area.code) }
}

/// A region by name, and the way to its page: overseas, that of the department it is.
pub(super) fn region_link(site: &Site<'_>, area: &Area) -> Link {
    let path = match sole_department(area) {
        Some(department) => site.addresses.department(&department.code),
        None => site.addresses.region(&area.code),
    };
    Link { title: site.set(&area.name), path }
}

/// A department's name with the code that everybody knows it by.
pub(super) fn department_name(site: &Site<'_>, area: &Area) -> String {
    format!("{}\u{a0}({})", site.set(&area.name), area.code)
}

/// A name as it stands behind “of”.
pub(super) fn genitive(site: &Site<'_>, area: &Area) -> String {
    if site.catalogue.language.is_french() { site.set(&area.french_genitive()) } else { area.name.clone() }
}

/// The names under which an initiative stands in an index of territories.
pub(super) fn index_names(site: &Site<'_>, initiative: &Initiative) -> Vec<String> {
    let Some(territory) = &initiative.sheet.territory else { return Vec::new() };
    let national = territory.national.then(|| site.label("national").to_owned());
    let regions = regions_of(territory).map(|area| site.set(&area.name));
    let departments = departments_of(territory).map(|area| department_name(site, area));
    let abroad = territory.cross_border.iter().map(|place| site.set(place));
    national.into_iter().chain(regions).chain(departments).chain(abroad).collect()
}

/// A territory in a line, for lists.
pub(super) fn territory_line(site: &Site<'_>, initiative: &Initiative) -> String {
    const SHOWN: usize = 3;
    let Some(territory) = &initiative.sheet.territory else {
        return String::new();
    };
    if territory.national {
        return site.label("national").to_owned();
    }
    let mut areas: Vec<String> = departments_of(territory).map(|area| department_name(site, area)).collect();
    if areas.is_empty() {
        areas = regions_of(territory).map(|area| site.set(&area.name)).collect();
    }
    if areas.is_empty() {
        areas = territory.places.iter().map(|place| site.set(place)).collect();
    }
    let more = areas.len().saturating_sub(SHOWN);
    areas.truncate(SHOWN);
    areas.extend(territory.cross_border.iter().map(|place| site.set(place)));
    let mut line = areas.join(", ");
    if more > 0 {
        line.push_str(&site.theme.labels.fill("and_more", &[("n", &more.to_string())]));
    }
    line
}
