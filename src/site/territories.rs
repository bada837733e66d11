//! The territories: the map and the list of them, and a page for each area that has sheets.

use serde::Serialize;
use tera::Value;

use crate::catalogue::{Area, DepartmentSheets, RegionSheets};
use crate::fingerprint::Fingerprint;

use super::address::page_of;
use super::areas::{NATIONAL, department_link, department_name, genitive, region_link};
use super::frame::value;
use super::pages::{ListPage, PAGE};
use super::plan::{Content, Job};
use super::sharing::describe;
use super::view::Link;
use super::{Site, map};

/// The index, a page for each region and one for each department. None, if no sheet says where
/// it takes place.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    let territories = &site.catalogue.territories;
    if territories.is_empty() {
        return Vec::new();
    }
    let areas = territories.regions.iter().flat_map(|region| {
        let own = (!region.is_department()).then_some(AreaSheets { region, department: None });
        let departments = region.departments.iter();
        own.into_iter().chain(departments.map(move |one| AreaSheets { region, department: Some(one) }))
    });
    let areas =
        areas.flat_map(|area| ListPage::all(area.sheets().len()).map(move |page| area_job(site, area, page)));
    let listed: usize = outside_areas(site).iter().map(|list| list.len()).sum();
    ListPage::all(listed).map(|page| index(site, page)).chain(areas).collect()
}

/// The sheets that the index lists itself, for they stand in no area's page, or not only there.
fn outside_areas<'s>(site: &'s Site<'_>) -> [&'s [usize]; 3] {
    let territories = &site.catalogue.territories;
    [&territories.national, &territories.cross_border, &territories.elsewhere]
}

/// The page of the index that lists first what is beyond the borders, behind what is everywhere.
pub(super) fn borders_path(site: &Site<'_>) -> String {
    page_of(&site.addresses.territories(), site.catalogue.territories.national.len() / PAGE + 1)
}

fn index<'s>(site: &'s Site<'s>, page: ListPage) -> Job<'s> {
    let first = site.addresses.territories();
    let path = page.path(&first);
    let fingerprint = move || {
        let listed = page.fingerprint(site, &page.of(outside_areas(site)));
        // The first page counts the sheets of all areas, and shows on the map what they are about.
        let all = if page.is_first() { site.all_listed() } else { &[] };
        site.fingerprint(&[b"territories", all, &listed])
    };
    let page_path = path.clone();
    let make = move || {
        let title = page.title(site, site.label("title_territories"));
        let mut context = site.context("territories", &title, &page_path);
        describe(&mut context, site.label("territories_lead"), "website", None);
        context.insert("heading", &page.title(site, site.label("territories_title")));
        let map = page.is_first().then(|| map::of_country(site));
        context.insert_value("map", value(&map));
        context.insert_value("regions", value(&if page.is_first() { regions(site) } else { Vec::new() }));
        let shown = page.of(outside_areas(site));
        for (name, part) in ["national", "cross_border", "elsewhere"].into_iter().zip(shown) {
            context.insert_value(name, site.entries(part));
        }
        page.insert(site, &mut context, &first);
        context
    };
    Job {
        path,
        asked_by: None,
        fingerprint: Some(Box::new(fingerprint)),
        content: Content::Page("territories.html", Box::new(make)),
    }
}

/// An area of a list, with how many initiatives it has.
#[derive(Serialize)]
struct AreaView {
    link: Link,
    count: usize,
    count_text: String,
}

impl AreaView {
    fn new(site: &Site<'_>, link: Link, sheets: &[usize]) -> Self {
        Self { link, count: sheets.len(), count_text: site.count("initiatives", sheets.len()) }
    }
}

fn department_views(site: &Site<'_>, region: &RegionSheets) -> Vec<AreaView> {
    let view = |one: &DepartmentSheets| AreaView::new(site, department_link(site, one.area), &one.sheets);
    region.departments.iter().map(view).collect()
}

/// A region of the list, with its departments where it has several.
#[derive(Serialize)]
pub(super) struct RegionView {
    region: AreaView,
    departments: Vec<AreaView>,
}

/// The regions that have sheets, with their departments.
pub(super) fn regions(site: &Site<'_>) -> Vec<RegionView> {
    let view = |region: &RegionSheets| RegionView {
        region: AreaView::new(site, region_link(site, region.area), &region.sheets),
        departments: if region.is_department() { Vec::new() } else { department_views(site, region) },
    };
    site.catalogue.territories.regions.iter().map(view).collect()
}

/// What a department's page is called, and its link on the map: `Gard (30) : 2 initiatives`.
pub(super) fn title(site: &Site<'_>, department: &DepartmentSheets) -> String {
    area_title(site, &department_name(site, department.area), &department.sheets)
}

fn area_title(site: &Site<'_>, name: &str, sheets: &[usize]) -> String {
    let count = site.count("initiatives", sheets.len());
    site.theme.labels.fill("title_area", &[("name", name), ("count", &count)])
}

/// What the page of an area shows beside its sheets.
#[derive(Serialize)]
struct PageView {
    name: String,
    /// The code that everybody knows it by, if it is a department.
    code: Option<String>,
    count_text: String,
    /// The region of a department that is not all of it.
    region: Option<Link>,
    /// Where in the country it lies.
    locator: Option<map::Locator>,
    /// A region with its departments.
    map: Option<map::Map>,
    areas_title: String,
    /// The departments of a region, or the neighbours of a department.
    areas: Vec<AreaView>,
    national_path: String,
    /// How many sheets cover the whole country, in words; none if none does.
    national_text: Option<String>,
}

impl PageView {
    /// The same on any page: those behind the first say where one is, and go on with the sheets.
    fn on(self, site: &Site<'_>, page: ListPage) -> Self {
        if page.is_first() {
            return self;
        }
        let name = page.title(site, &self.name);
        Self { name, locator: None, map: None, areas: Vec::new(), ..self }
    }
}

/// Sheets below a heading.
#[derive(Serialize)]
struct Group {
    title: String,
    /// The page of the area that the heading names, if it is another one.
    path: Option<String>,
    #[serde(skip)]
    sheets: Vec<usize>,
}

/// An area that has a page: a region, or one of its departments.
#[derive(Clone, Copy)]
struct AreaSheets<'s> {
    region: &'s RegionSheets,
    department: Option<&'s DepartmentSheets>,
}

impl<'s> AreaSheets<'s> {
    fn sheets(self) -> &'s [usize] {
        self.department.map_or(&self.region.sheets, |one| &one.sheets)
    }

    fn link(self, site: &Site<'_>) -> Link {
        self.department
            .map_or_else(|| region_link(site, self.region.area), |one| department_link(site, one.area))
    }

    /// Its sheets, each once, below the headings of its page.
    fn groups(self, site: &Site<'_>) -> Vec<Group> {
        self.department
            .map_or_else(|| region_groups(site, self.region), |one| department_groups(site, self.region, one))
    }

    /// What its first page shows beside them.
    fn view(self, site: &Site<'_>) -> PageView {
        self.department
            .map_or_else(|| region_view(site, self.region), |one| department_view(site, self.region, one))
    }
}

fn area_job<'s>(site: &'s Site<'s>, area: AreaSheets<'s>, page: ListPage) -> Job<'s> {
    let link = area.link(site);
    let path = page.path(&link.path);
    let page_path = path.clone();
    let make = move || {
        let title = page.title(site, &area_title(site, &link.title, area.sheets()));
        let mut context = site.context("territory", &title, &page_path);
        context.insert_value("area", value(&area.view(site).on(site, page)));
        let groups = area.groups(site);
        let shown = page.of(groups.iter().map(|group| group.sheets.as_slice()));
        let filled = groups.iter().zip(shown).filter(|(_, part)| !part.is_empty());
        let filled = filled.map(|(group, part)| {
            let pairs = [("heading", value(group)), ("entries", site.entries(part))];
            Value::from(std::collections::BTreeMap::from(pairs))
        });
        context.insert_value("groups", Value::from(filled.collect::<Vec<Value>>()));
        context.insert("territories_path", &site.addresses.territories());
        page.insert(site, &mut context, &link.path);
        context
    };
    Job {
        fingerprint: Some(Box::new(move || area_fingerprint(site, area, page))),
        path,
        asked_by: None,
        content: Content::Page("territory.html", Box::new(make)),
    }
}

/// What a page of an area depends on. Neighbours are listed with how many sheets they have; which sheet is in
/// which department stands in the sheets themselves, but for those that are only counted.
fn area_fingerprint(site: &Site<'_>, area: AreaSheets<'_>, page: ListPage) -> Fingerprint {
    let mut beside = blake3::Hasher::new();
    for department in &area.region.departments {
        beside.update(department.area.code.as_bytes());
        beside.update(&department.sheets.len().to_le_bytes());
    }
    let beside = beside.finalize();
    let counts = [area.sheets().len(), site.catalogue.territories.national.len()].map(usize::to_le_bytes);
    let groups = area.groups(site);
    let listed = page.fingerprint(site, &page.of(groups.iter().map(|group| group.sheets.as_slice())));
    let path = area.link(site).path;
    site.fingerprint(&[b"territory", path.as_bytes(), &listed, beside.as_bytes(), &counts.concat()])
}

fn region_view(site: &Site<'_>, region: &RegionSheets) -> PageView {
    PageView {
        map: Some(map::of_region(site, region)),
        areas_title: site.label("region_departments").to_owned(),
        areas: department_views(site, region),
        ..page_view(site, region.area, &region.sheets)
    }
}

/// The sheets of a region, each once: those of all of it, those of several departments, then
/// those of one.
fn region_groups(site: &Site<'_>, region: &RegionSheets) -> Vec<Group> {
    let has = |one: &DepartmentSheets, rank: usize| one.own.binary_search(&rank).is_ok();
    let is_in = |rank: &usize| region.departments.iter().filter(|one| has(one, *rank)).count();
    let mut groups = vec![
        Group { title: site.label("region_whole").to_owned(), path: None, sheets: region.whole.clone() },
        Group {
            title: site.label("region_several").to_owned(),
            path: None,
            sheets: region.sheets.iter().copied().filter(|rank| is_in(rank) > 1).collect(),
        },
    ];
    groups.extend(region.departments.iter().map(|one| {
        let link = department_link(site, one.area);
        let sheets = one.own.iter().copied().filter(|rank| is_in(rank) == 1).collect();
        Group { title: link.title, path: Some(link.path), sheets }
    }));
    groups
}

fn department_view(site: &Site<'_>, region: &RegionSheets, one: &DepartmentSheets) -> PageView {
    let own = department_link(site, one.area).path;
    let neighbours = department_views(site, region).into_iter().filter(|view| view.link.path != own);
    let name = site.set(&region.area.name);
    PageView {
        code: Some(one.area.code.clone()),
        region: (!region.is_department()).then(|| region_link(site, region.area)),
        locator: map::locator(&[&one.area.code]),
        areas_title: site.theme.labels.fill("area_neighbours", &[("region", &name)]),
        areas: neighbours.collect(),
        ..page_view(site, one.area, &one.sheets)
    }
}

/// The sheets of a department: its own, then those of its whole region.
fn department_groups(site: &Site<'_>, region: &RegionSheets, one: &DepartmentSheets) -> Vec<Group> {
    let labels = &site.theme.labels;
    let of = genitive(site, one.area);
    let own = Group {
        title: labels.fill("area_sheets", &[("name", &site.set(&one.area.name)), ("of", &of)]),
        path: None,
        sheets: one.own.clone(),
    };
    let is_own = |rank: &usize| one.own.binary_search(rank).is_ok();
    let whole = Group {
        title: labels.fill("area_region", &[("region", &site.set(&region.area.name))]),
        path: Some(region_link(site, region.area).path),
        sheets: one.sheets.iter().copied().filter(|rank| !is_own(rank)).collect(),
    };
    vec![own, whole]
}

fn page_view(site: &Site<'_>, area: &Area, sheets: &[usize]) -> PageView {
    let national = site.catalogue.territories.national.len();
    PageView {
        name: site.set(&area.name),
        code: None,
        count_text: site.count("initiatives", sheets.len()),
        region: None,
        locator: None,
        map: None,
        areas_title: String::new(),
        areas: Vec::new(),
        national_path: format!("{}#{NATIONAL}", site.addresses.territories()),
        national_text: (national > 0).then(|| site.count("national_sheets", national)),
    }
}
