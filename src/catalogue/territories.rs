//! The catalogue by territory: which areas have sheets, and which sheets have no area.

use foldhash::HashMap;

use super::spelling::{note, together};
use super::{
    Area, Collation, Initiative, Territory, Zone, department, departments_of, region, regions,
    sole_department,
};

/// The initiatives by territory. All lists hold ranks in [`super::Catalogue::initiatives`], in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Territories {
    /// The regions that have sheets: by name, those overseas last.
    pub regions: Vec<RegionSheets>,
    /// The initiatives that cover the whole country.
    pub national: Vec<usize>,
    /// Those that reach beyond its borders.
    pub cross_border: Vec<usize>,
    /// Those that name none of all this.
    pub elsewhere: Vec<usize>,
}

/// A region and its sheets.
#[derive(Debug, PartialEq, Eq)]
pub struct RegionSheets {
    /// The region.
    pub area: &'static Area,
    /// All initiatives of the region and its departments, each once.
    pub sheets: Vec<usize>,
    /// Those that cover all of it: they name the region, and none of its departments. A region
    /// named beside departments of its own only says where these are.
    pub whole: Vec<usize>,
    /// The departments that have sheets, in the order of their codes: all of them, as soon as one
    /// sheet covers the whole region.
    pub departments: Vec<DepartmentSheets>,
}

/// A department and its sheets.
#[derive(Debug, PartialEq, Eq)]
pub struct DepartmentSheets {
    /// The department.
    pub area: &'static Area,
    /// The initiatives that name it.
    pub own: Vec<usize>,
    /// These and those that cover its whole region.
    pub sheets: Vec<usize>,
}

impl RegionSheets {
    /// Whether the region and its one department are the same territory.
    #[must_use]
    pub fn is_department(&self) -> bool {
        sole_department(self.area).is_some()
    }
}

/// What one region has, while sheets are gone through in their order.
#[derive(Default)]
struct Found {
    whole: Vec<usize>,
    own: HashMap<&'static str, Vec<usize>>,
}

impl Territories {
    /// Sorts initiatives by territory.
    pub(super) fn new(initiatives: &[Initiative], collation: &Collation) -> Self {
        let mut territories = Self::default();
        let mut found: HashMap<&'static str, Found> = HashMap::default();
        for (rank, initiative) in initiatives.iter().enumerate() {
            let nowhere = Territory::default();
            let territory = initiative.sheet.territory.as_ref().unwrap_or(&nowhere);
            let has_area = find(rank, territory, &mut found);
            if territory.national {
                territories.national.push(rank);
            }
            if !territory.cross_border.is_empty() {
                territories.cross_border.push(rank);
            }
            if !has_area && !territory.national && territory.cross_border.is_empty() {
                territories.elsewhere.push(rank);
            }
        }
        let mut named: Vec<RegionSheets> = regions()
            .iter()
            .filter_map(|area| Some(region_sheets(area, found.remove(area.code.as_str())?)))
            .collect();
        named.sort_by_cached_key(|region| {
            (region.area.zone > Zone::Metro, collation.key(&region.area.name), &region.area.code)
        });
        territories.regions = named;
        territories
    }

    /// Whether no sheet says where it takes place.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.regions.is_empty() && self.national.is_empty() && self.cross_border.is_empty()
    }
}

/// Notes the areas of one sheet, and tells whether there were any.
fn find(rank: usize, territory: &Territory, found: &mut HashMap<&'static str, Found>) -> bool {
    let regions: Vec<&'static Area> = territory.regions.iter().filter_map(|code| region(code)).collect();
    let alone = regions.iter().filter_map(|area| sole_department(area));
    let named = territory.departments.iter().filter_map(|code| department(code));
    let departments: Vec<&'static Area> = named.chain(alone).collect();
    for area in &departments {
        if let Some(region) = &area.region {
            note(rank, found.entry(region).or_default().own.entry(&area.code).or_default());
        }
    }
    for area in &regions {
        let is_detailed = departments.iter().any(|one| one.region.as_ref() == Some(&area.code));
        if !is_detailed {
            note(rank, &mut found.entry(&area.code).or_default().whole);
        }
    }
    !departments.is_empty() || !regions.is_empty()
}

fn region_sheets(area: &'static Area, mut found: Found) -> RegionSheets {
    let departments: Vec<DepartmentSheets> = departments_of(area)
        .map(|area| {
            let own = found.own.remove(area.code.as_str()).unwrap_or_default();
            let sheets = together([own.as_slice(), &found.whole]);
            DepartmentSheets { area, own, sheets }
        })
        .filter(|department| !department.sheets.is_empty())
        .collect();
    let lists = departments.iter().map(|department| department.sheets.as_slice());
    let sheets = together(lists.chain([found.whole.as_slice()]));
    RegionSheets { area, sheets, whole: found.whole, departments }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::linked::tests::initiative;
    use super::*;
    use crate::record::Line;
    use crate::text::Language;

    fn lines(texts: &[&str]) -> Vec<Line> {
        texts.iter().map(|text| Line { value: (*text).to_owned(), place: None }).collect()
    }

    /// Sheets of regions, departments and places abroad; `*` says the whole country.
    fn indexed(sheets: &[(&[&str], &[&str], &[&str])]) -> Territories {
        let initiatives: Vec<Initiative> = sheets
            .iter()
            .map(|(regions, departments, abroad)| {
                let mut made = initiative(0, "Elia", "", "a");
                Arc::make_mut(&mut made.sheet).territory = Some(Territory {
                    national: regions.contains(&"*"),
                    regions: lines(regions).into_iter().filter(|line| line.value != "*").collect(),
                    departments: lines(departments),
                    cross_border: lines(abroad),
                    ..Territory::default()
                });
                made
            })
            .collect();
        Territories::new(&initiatives, &Collation::new(&Language::default()))
    }

    /// A line a region: its sheets, those of all of it, then its departments.
    fn told(territories: &Territories) -> Vec<String> {
        let departments = |region: &RegionSheets| {
            let told = region
                .departments
                .iter()
                .map(|one| format!("{}{:?}{:?}", one.area.code, one.own, one.sheets));
            told.collect::<Vec<_>>().join(" ")
        };
        let regions = territories.regions.iter();
        regions
            .map(|region| {
                format!("{} {:?} {:?} {}", region.area.name, region.sheets, region.whole, departments(region))
            })
            .collect()
    }

    #[test]
    fn a_region_beside_its_departments_only_says_where_they_are() {
        let territories = indexed(&[(&["76"], &["30", "34"], &[]), (&["94"], &[], &[]), (&[], &["2B"], &[])]);
        assert_eq!(
            told(&territories),
            ["Corse [1, 2] [1] 2A[][1] 2B[2][1, 2]", "Occitanie [0] [] 30[0][0] 34[0][0]"]
        );
    }

    #[test]
    fn a_region_beside_departments_of_another_is_meant_as_a_whole() {
        let territories = indexed(&[(&["94"], &["75"], &[])]);
        assert_eq!(told(&territories), ["Corse [0] [0] 2A[][0] 2B[][0]", "Île-de-France [0] [] 75[0][0]"]);
    }

    #[test]
    fn overseas_the_codes_of_region_and_department_mean_one_territory() {
        let territories =
            indexed(&[(&["04"], &[], &[]), (&["04"], &["974"], &[]), (&[], &["974", "974"], &[])]);
        assert_eq!(told(&territories), ["La Réunion [0, 1, 2] [] 974[0, 1, 2][0, 1, 2]"]);
        assert!(territories.regions[0].is_department());
    }

    #[test]
    fn regions_stand_by_name_and_those_overseas_last() {
        let territories = indexed(&[(&[], &["971", "67", "35", "60", "91", "988"], &[])]);
        let names: Vec<&str> = territories.regions.iter().map(|region| region.area.name.as_str()).collect();
        assert_eq!(
            names,
            ["Bretagne", "Grand Est", "Hauts-de-France", "Île-de-France", "Guadeloupe", "Nouvelle-Calédonie"]
        );
    }

    #[test]
    fn the_country_the_borders_and_the_rest_stand_apart() {
        let territories = indexed(&[(&["*"], &[], &[]), (&["32"], &[], &["Wallonie"]), (&[], &[], &[])]);
        assert_eq!(
            (territories.national, territories.cross_border, territories.elsewhere),
            (vec![0], vec![1], vec![2])
        );
        assert!(indexed(&[(&[], &[], &[])]).is_empty());
    }
}
