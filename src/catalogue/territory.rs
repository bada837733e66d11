//! Regions and departments of France, by their official codes.

use std::sync::LazyLock;

use foldhash::HashMap;
use serde::Deserialize;

/// A region or a department.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Area {
    /// Its Insee code.
    pub code: String,
    /// Its official name.
    #[serde(rename = "nom")]
    pub name: String,
    /// The code of a department's region.
    pub region: Option<String>,
    /// How French joins its name to “de”, as Insee numbers it.
    liaison: u8,
    /// In which part of the country it lies.
    pub zone: Zone,
}

/// A part of the country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    /// In Europe.
    Metro,
    /// Overseas departments and regions.
    Drom,
    /// Overseas collectivities, which are neither.
    Com,
}

impl Area {
    /// Its name behind “de”: `du Gard`, `de l'Ain`, `d'Occitanie`.
    ///
    /// The list knows this much of the names' grammar; it does not know that one lives *en* Isère
    /// and *dans* l'Ain.
    #[must_use]
    pub fn french_genitive(&self) -> String {
        let joined = match self.liaison {
            1 => "d'",
            2 => "du ",
            3 => "de la ",
            4 => "des ",
            5 => "de l'",
            _ => "de ",
        };
        format!("{joined}{}", self.name)
    }
}

fn list(json: &str) -> Vec<Area> {
    // The lists are part of the program; a test reads them.
    serde_json::from_str(json).unwrap_or_default()
}

static REGIONS: LazyLock<Vec<Area>> = LazyLock::new(|| list(include_str!("data/regions.json")));
static DEPARTMENTS: LazyLock<Vec<Area>> = LazyLock::new(|| list(include_str!("data/departements.json")));

/// All regions, overseas ones and collectivities included.
#[must_use]
pub fn regions() -> &'static [Area] {
    &REGIONS
}

/// All departments, overseas ones and collectivities included.
#[must_use]
pub fn departments() -> &'static [Area] {
    &DEPARTMENTS
}

/// The region of a code, such as `76`.
#[must_use]
pub fn region(code: &str) -> Option<&'static Area> {
    static BY_CODE: LazyLock<Areas> = LazyLock::new(|| by_code(&REGIONS));
    BY_CODE.get(code).copied()
}

/// The department of a code, such as `05`, `2A` or `974`.
#[must_use]
pub fn department(code: &str) -> Option<&'static Area> {
    static BY_CODE: LazyLock<Areas> = LazyLock::new(|| by_code(&DEPARTMENTS));
    BY_CODE.get(code).copied()
}

/// Areas by a code: large catalogues ask for them by the ten thousand.
type Areas = HashMap<&'static str, &'static Area>;

fn by_code(areas: &'static [Area]) -> Areas {
    areas.iter().map(|area| (area.code.as_str(), area)).collect()
}

/// The departments of a region, in the order of their codes.
pub fn departments_of(region: &Area) -> impl Iterator<Item = &'static Area> {
    DEPARTMENTS.iter().filter(|area| area.region.as_ref() == Some(&region.code))
}

/// The department that a region is, where it is one: overseas, both are one territory, of one
/// name, under two codes.
#[must_use]
pub fn sole_department(region: &Area) -> Option<&'static Area> {
    static BY_REGION: LazyLock<Areas> = LazyLock::new(|| {
        let sole = |region: &'static Area| {
            let mut departments = departments_of(region);
            let first = departments.next().filter(|_| departments.next().is_none())?;
            Some((region.code.as_str(), first))
        };
        REGIONS.iter().filter_map(sole).collect()
    });
    BY_REGION.get(region.code.as_str()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_whole() {
        assert!(regions().len() >= 18 && departments().len() >= 101);
        assert_eq!(region("76").map(|area| area.name.as_str()), Some("Occitanie"));
        assert_eq!(department("2A").map(|area| area.name.as_str()), Some("Corse-du-Sud"));
        assert!(
            departments()
                .iter()
                .all(|area| area.region.is_none() || region(area.region.as_ref().unwrap()).is_some())
        );
    }

    #[test]
    fn names_stand_behind_de_as_french_puts_it() {
        let shown = ["2A", "30", "01", "40", "37", "75", "974", "28"]
            .map(|code| department(code).unwrap().french_genitive());
        assert_eq!(
            shown,
            [
                "de la Corse-du-Sud",
                "du Gard",
                "de l'Ain",
                "des Landes",
                "d'Indre-et-Loire",
                "de Paris",
                "de La Réunion",
                "d'Eure-et-Loir"
            ]
        );
        assert_eq!(region("11").unwrap().french_genitive(), "d'Île-de-France");
    }

    #[test]
    fn overseas_a_region_is_its_department() {
        let sole = |code: &str| sole_department(region(code).unwrap()).map(|area| area.code.as_str());
        assert_eq!([sole("04"), sole("975"), sole("94"), sole("11")], [Some("974"), Some("975"), None, None]);
        let is_alone = |area: &&Area| sole_department(area).is_some();
        assert!(regions().iter().filter(is_alone).all(|area| area.zone > Zone::Metro));
    }
}
