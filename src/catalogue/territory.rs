//! Regions and departments of France, by their official codes.

use std::sync::LazyLock;

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
    REGIONS.iter().find(|area| area.code == code)
}

/// The department of a code, such as `05`, `2A` or `974`.
#[must_use]
pub fn department(code: &str) -> Option<&'static Area> {
    DEPARTMENTS.iter().find(|area| area.code == code)
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
}
