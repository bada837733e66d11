//! The territories: the map and the list of them, and a page for each area that has sheets.

use serde::Serialize;
use tera::Value;

use crate::catalogue::{Area, DepartmentSheets, RegionSheets};

use super::areas::{NATIONAL, department_link, department_name, genitive, region_link};
use super::frame::value;
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
    let regions = territories.regions.iter().flat_map(|region| {
        let own = (!region.is_department()).then(|| region_job(site, region));
        own.into_iter().chain(region.departments.iter().map(|one| department_job(site, region, one)))
    });
    std::iter::once(index(site)).chain(regions).collect()
}

fn index<'s>(site: &'s Site<'s>) -> Job<'s> {
    let territories = &site.catalogue.territories;
    let make = move || {
        let path = site.addresses.territories();
        let mut context = site.context("territories", site.label("title_territories"), &path);
        describe(&mut context, site.label("territories_lead"), "website", None);
        context.insert_value("map", value(&map::of_country(site)));
        context.insert_value("regions", value(&regions(site)));
        context.insert_value("national", site.entries(&territories.national));
        context.insert_value("cross_border", site.entries(&territories.cross_border));
        context.insert_value("elsewhere", site.entries(&territories.elsewhere));
        context
    };
    Job {
        path: site.addresses.territories(),
        asked_by: None,
        fingerprint: Some(Box::new(move || site.fingerprint(&[b"territories", site.all_listed()]))),
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

/// Sheets below a heading.
#[derive(Serialize)]
struct Group {
    title: String,
    /// The page of the area that the heading names, if it is another one.
    path: Option<String>,
    #[serde(skip)]
    sheets: Vec<usize>,
}

impl Group {
    fn value(&self, site: &Site<'_>) -> Value {
        let pairs = [("heading", value(self)), ("entries", site.entries(&self.sheets))];
        Value::from(std::collections::BTreeMap::from(pairs))
    }
}

/// Adds what the page of an area shows: itself, and the groups that have sheets.
fn insert(site: &Site<'_>, context: &mut tera::Context, page: &PageView, groups: Vec<Group>) {
    let filled = groups.into_iter().filter(|group| !group.sheets.is_empty());
    context.insert_value("area", value(page));
    context.insert_value("groups", Value::from(filled.map(|group| group.value(site)).collect::<Vec<_>>()));
    context.insert("territories_path", &site.addresses.territories());
}

fn region_job<'s>(site: &'s Site<'s>, region: &'s RegionSheets) -> Job<'s> {
    let path = site.addresses.region(&region.area.code);
    let make = move || {
        let link = region_link(site, region.area);
        let title = area_title(site, &link.title, &region.sheets);
        let mut context = site.context("territory", &title, &link.path);
        let page = PageView {
            map: Some(map::of_region(site, region)),
            areas_title: site.label("region_departments").to_owned(),
            areas: department_views(site, region),
            ..page_view(site, region.area, &region.sheets)
        };
        insert(site, &mut context, &page, region_groups(site, region));
        context
    };
    job(site, path, region, &region.sheets, Box::new(make))
}

/// The sheets of a region, each once: those of all of it, those of several departments, then
/// those of one.
fn region_groups(site: &Site<'_>, region: &RegionSheets) -> Vec<Group> {
    let is_in = |rank: &usize| region.departments.iter().filter(|one| one.own.contains(rank)).count();
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

fn department_job<'s>(site: &'s Site<'s>, region: &'s RegionSheets, one: &'s DepartmentSheets) -> Job<'s> {
    let path = site.addresses.department(&one.area.code);
    let make = move || {
        let link = department_link(site, one.area);
        let mut context = site.context("territory", &title(site, one), &link.path);
        let has_region = !region.is_department();
        let name = site.set(&region.area.name);
        let labels = &site.theme.labels;
        let neighbours =
            department_views(site, region).into_iter().filter(|view| view.link.path != link.path);
        let page = PageView {
            code: Some(one.area.code.clone()),
            region: has_region.then(|| region_link(site, region.area)),
            locator: map::locator(&[&one.area.code]),
            areas_title: labels.fill("area_neighbours", &[("region", &name)]),
            areas: neighbours.collect(),
            ..page_view(site, one.area, &one.sheets)
        };
        let of = genitive(site, one.area);
        let own = Group {
            title: labels.fill("area_sheets", &[("name", &site.set(&one.area.name)), ("of", &of)]),
            path: None,
            sheets: one.own.clone(),
        };
        let whole = Group {
            title: labels.fill("area_region", &[("region", &name)]),
            path: Some(region_link(site, region.area).path),
            sheets: one.sheets.iter().copied().filter(|rank| !one.own.contains(rank)).collect(),
        };
        insert(site, &mut context, &page, vec![own, whole]);
        context
    };
    job(site, path, region, &one.sheets, Box::new(make))
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

fn job<'s>(
    site: &'s Site<'s>,
    path: String,
    region: &'s RegionSheets,
    sheets: &'s [usize],
    make: Box<dyn Fn() -> tera::Context + Send + Sync + 's>,
) -> Job<'s> {
    // Neighbours are listed with how many sheets they have; which sheet is in which department
    // stands in the sheets themselves, but for those that are only counted.
    let page_path = path.clone();
    let fingerprint = move || {
        let mut beside = blake3::Hasher::new();
        for department in &region.departments {
            beside.update(department.area.code.as_bytes());
            beside.update(&department.sheets.len().to_le_bytes());
        }
        let beside = beside.finalize();
        let national = site.catalogue.territories.national.len().to_le_bytes();
        let path = page_path.as_bytes();
        site.fingerprint(&[b"territory", path, &site.listed(sheets), beside.as_bytes(), &national])
    };
    Job {
        fingerprint: Some(Box::new(fingerprint)),
        path,
        asked_by: None,
        content: Content::Page("territory.html", make),
    }
}
