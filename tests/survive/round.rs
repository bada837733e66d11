//! What all rounds share: a catalogue in two versions, files that no build made, and what must hold.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::catalogue::{Catalogue, ELAN, Site, program};

/// How many sheets a version has.
const SHEETS: usize = 150;

/// Files that no build made: beside pages, and below folders that come and go.
const FOREIGN: &[&str] = &["CNAME", "initiatives/fiche-0/photo.jpg", "initiatives/fiche-160/notes.txt"];

/// How many rounds a test does: a few, unless the environment asks for more.
pub(crate) fn rounds(few: usize) -> usize {
    std::env::var("FLORILEGE_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(few)
}

/// Numbers that look random, the same in every run; the instants that they lead to are not.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below a limit.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }

    /// A part of a duration.
    pub(crate) fn part_of(&mut self, whole: Duration) -> Duration {
        Duration::from_nanos(self.below(u64::try_from(whole.as_nanos()).unwrap()))
    }
}

/// Writes the content of a version. The two have two thirds of their ids in common, and no text.
pub(crate) fn write_version(catalogue: &Catalogue, version: usize) {
    let _ = fs::remove_dir_all(catalogue.path("content/initiatives"));
    for number in version * SHEETS / 3..version * SHEETS / 3 + SHEETS {
        let text = ELAN.replace("Elan", &number.to_string());
        let text =
            format!("{text}description: \"Version {version}. {}\"\n", "Une phrase du texte. ".repeat(4));
        catalogue.write(&format!("content/initiatives/fiche-{number}.yaml"), text);
    }
}

/// The sites of both versions, as first builds make them.
pub(crate) fn sites() -> [Site; 2] {
    [0, 1].map(|version| {
        let catalogue = Catalogue::new();
        write_version(&catalogue, version);
        catalogue.build();
        catalogue.site()
    })
}

/// A catalogue whose site of version 0 is built, with files beside it that no build made.
pub(crate) fn built() -> Catalogue {
    let catalogue = Catalogue::new();
    write_version(&catalogue, 0);
    catalogue.build();
    for path in FOREIGN {
        catalogue.write(&format!("public/{path}"), foreign(path));
    }
    catalogue
}

fn foreign(path: &str) -> String {
    format!("à moi : {path}")
}

/// Starts a build, in French, whose words can be read.
pub(crate) fn start(catalogue: &Catalogue) -> Child {
    let mut build = Command::new(program());
    build.current_dir(catalogue.path(".")).args(["build", "--quiet", "--lang", "fr"]);
    build.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

/// How long a build takes from one version to the other, there and back.
pub(crate) fn time_of_a_build(catalogue: &Catalogue) -> Duration {
    let start = Instant::now();
    for version in [1, 0] {
        write_version(catalogue, version);
        catalogue.build();
    }
    start.elapsed() / 2
}

/// Every file is whole, and of one of the two sites; what both have is there; what no build made is
/// as it was.
#[track_caller]
pub(crate) fn must_be_whole(catalogue: &Catalogue, sites: &[Site; 2]) {
    let mut site = without_state(catalogue.site());
    take_foreign(&mut site);
    for (path, bytes) in &site {
        assert!(sites.iter().any(|whole| whole.0.get(path) == Some(bytes)), "{path} is of neither site");
    }
    let [old, new] = sites;
    for path in old.0.keys().filter(|path| new.0.contains_key(*path) && !path.starts_with(".florilege/")) {
        assert!(site.contains_key(path), "{path} is missing");
    }
}

/// The site is that one to the byte, with what the builds keep for themselves and nothing else, and
/// what no build made is as it was.
#[track_caller]
pub(crate) fn must_be(catalogue: &Catalogue, whole: &Site) {
    let mut site = catalogue.site();
    take_foreign(&mut site.0);
    site.must_be(whole);
}

fn without_state(site: Site) -> BTreeMap<String, Vec<u8>> {
    site.0.into_iter().filter(|(path, _)| !path.starts_with(".florilege/")).collect()
}

#[track_caller]
fn take_foreign(site: &mut BTreeMap<String, Vec<u8>>) {
    for path in FOREIGN {
        let bytes = site.remove(*path).unwrap_or_else(|| panic!("{path} was removed"));
        assert_eq!(bytes, foreign(path).into_bytes(), "{path} was changed");
    }
}

/// The next build completes the site of a version, and the one after that has nothing to do.
#[track_caller]
pub(crate) fn must_complete(catalogue: &Catalogue, sites: &[Site; 2], version: usize) {
    catalogue.build();
    must_be(catalogue, &sites[version]);
    catalogue.age();
    catalogue.build();
    assert!(catalogue.touched().is_empty(), "{:?}", catalogue.touched());
}
