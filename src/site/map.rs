//! The map of France: its departments as shapes, which wear the patches of their sheets' themes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::catalogue::{DepartmentSheets, RegionSheets, department, departments_of};

use super::Site;
use super::areas::department_link;
use super::territories::title;

/// The drawing, as `data/draw.mjs` makes it.
#[derive(Debug, Default, Deserialize)]
struct Drawing {
    width: u32,
    height: u32,
    /// Where the inset stands: left, top, width, height.
    frame: [u32; 4],
    /// The mainland and Corsica in one shape.
    outline: String,
    /// The borders between their regions.
    seams: String,
    /// How high the close view of each region is. All are as wide as the whole.
    heights: BTreeMap<String, u32>,
    #[serde(rename = "areas")]
    pieces: Vec<Piece>,
}

/// A department, cut out.
#[derive(Debug, Deserialize)]
struct Piece {
    code: String,
    shape: String,
    /// A larger shape, for the close view of its region.
    close: Option<String>,
    /// A second shape, enlarged, in the inset.
    inset: Option<String>,
    /// The tile of its own that it stands in, overseas.
    tile: Option<[u32; 4]>,
}

impl Piece {
    fn path(&self) -> String {
        self.shape.clone() + self.inset.as_deref().unwrap_or_default()
    }
}

/// The drawing is part of the program; a test reads it.
static DRAWING: LazyLock<Drawing> =
    LazyLock::new(|| serde_json::from_str(include_str!("data/map.json")).unwrap_or_default());

fn piece(code: &str) -> Option<&'static Piece> {
    DRAWING.pieces.iter().find(|area| area.code == code)
}

/// A map with its links, for templates.
#[derive(Serialize)]
pub(super) struct Map {
    width: u32,
    height: u32,
    /// Where the inset stands, on the map of the country.
    frame: Option<[u32; 4]>,
    /// The tiles of overseas departments.
    tiles: Vec<Tile>,
    /// What has no sheets, and on the map of the country all that lies below the others.
    land: String,
    /// The borders between regions, on the map of the country.
    seams: &'static str,
    /// The departments that have sheets, in the order of the list beside the map.
    areas: Vec<AreaView>,
    fabrics: Vec<Fabric>,
    /// The themes that the fabrics show.
    themes: BTreeSet<usize>,
}

#[derive(Serialize)]
struct Tile {
    place: [u32; 4],
    name: String,
}

#[derive(Serialize)]
struct AreaView {
    path: String,
    /// What the link is called: `Gard (30) : 2 initiatives`.
    name: String,
    shape: String,
    tile: Option<[u32; 4]>,
    /// The rank of its fabric.
    fabric: usize,
}

/// What departments are filled with: the patches of some themes, side by side.
#[derive(Serialize)]
struct Fabric {
    across: usize,
    down: usize,
    patches: Vec<Patch>,
}

/// One patch of a fabric: its place, counted in patches, and its theme.
#[derive(Serialize)]
struct Patch {
    x: usize,
    y: usize,
    theme: usize,
}

/// The map of the country.
pub(super) fn of_country(site: &Site<'_>) -> Map {
    let departments = || site.catalogue.territories.regions.iter().flat_map(|region| &region.departments);
    let is_bare = |tiled: &&Piece| {
        tiled.tile.is_some() && !departments().any(|department| department.area.code == tiled.code)
    };
    let bare = DRAWING.pieces.iter().filter(is_bare).map(|tiled| tiled.shape.as_str());
    let tiles = DRAWING.pieces.iter().filter_map(|area| {
        let name = site.set(&department(&area.code)?.name);
        Some(Tile { place: area.tile?, name })
    });
    Map {
        height: DRAWING.height,
        frame: Some(DRAWING.frame),
        tiles: tiles.collect(),
        land: std::iter::once(DRAWING.outline.as_str()).chain(bare).collect(),
        seams: &DRAWING.seams,
        ..drawn(site, departments(), |piece| Some(piece.path()))
    }
}

/// The close view of a region that has several departments.
pub(super) fn of_region(site: &Site<'_>, region: &RegionSheets) -> Map {
    let has_sheets = |code: &str| region.departments.iter().any(|department| department.area.code == code);
    let bare = departments_of(region.area).filter(|area| !has_sheets(&area.code));
    Map {
        height: DRAWING.heights.get(&region.area.code).copied().unwrap_or(DRAWING.height),
        land: bare.filter_map(|area| piece(&area.code)?.close.as_deref()).collect(),
        ..drawn(site, region.departments.iter(), |piece| piece.close.clone())
    }
}

/// Departments in the fabrics of their sheets.
fn drawn<'s>(
    site: &Site<'_>,
    departments: impl Iterator<Item = &'s DepartmentSheets>,
    path: impl Fn(&Piece) -> Option<String>,
) -> Map {
    let mut fabrics = Fabrics::default();
    let areas = departments.filter_map(|department| {
        let piece = piece(&department.area.code)?;
        Some(AreaView {
            path: department_link(site, department.area).path,
            name: title(site, department),
            shape: path(piece)?,
            tile: piece.tile,
            fabric: fabrics.rank(themes(site, &department.sheets)),
        })
    });
    Map {
        width: DRAWING.width,
        height: 0,
        frame: None,
        tiles: Vec::new(),
        land: String::new(),
        seams: "",
        areas: areas.collect(),
        themes: fabrics.known.keys().flatten().copied().collect(),
        fabrics: fabrics.list,
    }
}

/// The main themes of sheets, each once.
fn themes(site: &Site<'_>, sheets: &[usize]) -> Vec<usize> {
    let themes: BTreeSet<usize> = sheets.iter().map(|rank| site.catalogue.initiatives[*rank].theme).collect();
    themes.into_iter().collect()
}

/// The fabrics of a map, each once.
#[derive(Default)]
struct Fabrics {
    list: Vec<Fabric>,
    known: BTreeMap<Vec<usize>, usize>,
}

impl Fabrics {
    fn rank(&mut self, themes: Vec<usize>) -> usize {
        if let Some(rank) = self.known.get(&themes) {
            return *rank;
        }
        let rank = self.list.len();
        self.list.push(fabric(&themes));
        self.known.insert(themes, rank);
        rank
    }
}

/// Sews the patches of themes together. The second row is shifted, so that a narrow department
/// shows them all: two themes make a checkerboard.
fn fabric(themes: &[usize]) -> Fabric {
    let across = themes.len();
    let down = across.min(2);
    let shift = across.div_ceil(2);
    let patches = (0..down)
        .flat_map(|y| (0..across).map(move |x| Patch { x, y, theme: themes[(x + y * shift) % across] }));
    Fabric { across, down, patches: patches.collect() }
}

/// A small map that shows where something is: a decoration, since words say it beside it.
#[derive(Serialize)]
pub(super) struct Locator {
    /// The part of the drawing that it shows: left, top, width, height.
    view: [u32; 4],
    /// France, unless the map shows one territory overseas.
    outline: Option<&'static str>,
    shape: String,
    /// Where to draw a ring around what is too small to be seen.
    ring: Option<[u32; 2]>,
}

/// The small map of some departments; none if the drawing shows none of them.
pub(super) fn locator(codes: &[&str]) -> Option<Locator> {
    let pieces: Vec<&Piece> = codes.iter().filter_map(|code| piece(code)).collect();
    let at_home: Vec<&Piece> = pieces.iter().copied().filter(|piece| piece.tile.is_none()).collect();
    let Some(first) = at_home.first() else {
        let overseas = pieces.first()?;
        let shape = overseas.shape.clone();
        return Some(Locator { view: overseas.tile?, outline: None, shape, ring: None });
    };
    // Above the tiles of overseas departments.
    let height = DRAWING.pieces.iter().filter_map(|piece| Some(piece.tile?[1])).min();
    let view = [0, 0, DRAWING.width, height.unwrap_or(DRAWING.height)];
    let is_tiny = at_home.iter().all(|piece| piece.inset.is_some());
    let ring = is_tiny.then(|| start(&first.shape)).flatten();
    let shape = at_home.iter().map(|piece| piece.shape.as_str()).collect();
    Some(Locator { view, outline: Some(&DRAWING.outline), shape, ring })
}

/// Where a path begins.
fn start(path: &str) -> Option<[u32; 2]> {
    let (x, y) = path.strip_prefix('M')?.split_once('l')?.0.split_once(' ')?;
    Some([x.parse().ok()?, y.parse().ok()?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Zone, departments};

    #[test]
    fn every_department_is_drawn_once_and_only_departments_are() {
        let drawn: Vec<&str> = DRAWING.pieces.iter().map(|area| area.code.as_str()).collect();
        let wanted: BTreeSet<&str> = departments()
            .iter()
            .filter(|area| area.zone != Zone::Com)
            .map(|area| area.code.as_str())
            .collect();
        assert_eq!(drawn.len(), 101);
        assert_eq!(drawn.into_iter().collect::<BTreeSet<_>>(), wanted);
    }

    #[test]
    fn shapes_are_plain_paths() {
        let plain = |path: &str| {
            path.starts_with('M')
                && path.ends_with('z')
                && path.bytes().all(|b| b"Mlz -0123456789".contains(&b))
        };
        for area in &DRAWING.pieces {
            assert!(plain(&area.path()), "{}", area.code);
            let is_overseas = area.code.len() == 3;
            assert_eq!(
                (area.tile.is_some(), area.close.is_none()),
                (is_overseas, is_overseas),
                "{}",
                area.code
            );
            assert!(area.close.as_deref().is_none_or(plain), "{}", area.code);
        }
        assert!(plain(&DRAWING.outline));
    }

    #[test]
    fn a_fabric_shows_each_theme_in_both_rows() {
        let told = |themes: &[usize]| {
            let rows = fabric(themes);
            let row = |y| rows.patches.iter().filter(|patch| patch.y == y).map(|patch| patch.theme).collect();
            (0..rows.down).map(row).collect::<Vec<Vec<usize>>>()
        };
        assert_eq!(told(&[4]), [[4]]);
        assert_eq!(told(&[1, 4]), [[1, 4], [4, 1]]);
        assert_eq!(told(&[0, 1, 4]), [[0, 1, 4], [4, 0, 1]]);
    }

    #[test]
    fn a_small_map_shows_france_or_one_territory_overseas() {
        let france = locator(&["30", "974"]).unwrap();
        assert!(france.outline.is_some() && france.shape == piece("30").unwrap().shape);
        let reunion = locator(&["974"]).unwrap();
        assert_eq!((reunion.outline, Some(reunion.view)), (None, piece("974").unwrap().tile));
        assert!(locator(&["988"]).is_none() && locator(&[]).is_none());
        let ring = |codes: &[&str]| locator(codes).unwrap().ring.is_some();
        assert!(ring(&["75"]) && ring(&["94", "92"]) && !ring(&["75", "77"]));
    }
}
