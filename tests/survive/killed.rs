//! Builds that are killed at a random instant.

use std::path::Path;
use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::catalogue::Catalogue;
use crate::round::{
    Dice, built, must_be_whole, must_complete, rounds, sites, start, time_of_a_build, write_version,
};

/// How often builds were killed, and how they stood then.
#[derive(Debug, Default)]
struct Kills {
    /// Before the first file was put in place.
    before: usize,
    /// While files were put in place.
    within: usize,
    /// The build was faster.
    after: usize,
}

impl Kills {
    /// Kills a build, and notes how it stood.
    fn kill(&mut self, mut build: Child, journal: &Path) {
        build.kill().unwrap();
        let status = build.wait().unwrap();
        *match (status.success(), journal.exists()) {
            (true, _) => &mut self.after,
            (false, true) => &mut self.within,
            (false, false) => &mut self.before,
        } += 1;
    }
}

/// Kills builds when `wait` is over, each completed by the next one.
fn each_is_completed(what: &str, seed: u64, time: Time, wait: impl Fn(&mut Child, &Path)) {
    let (sites, catalogue, mut kills) = (sites(), built(), Kills::default());
    let journal = catalogue.path("public/.florilege/journal");
    let time = time(&catalogue);
    let mut dice = Dice::new(seed);
    for round in 0..rounds(6) {
        let version = 1 - round % 2;
        write_version(&catalogue, version);
        let mut build = start(&catalogue);
        wait(&mut build, &journal);
        sleep(dice.part_of(time));
        kills.kill(build, &journal);
        must_be_whole(&catalogue, &sites);
        must_complete(&catalogue, &sites, version);
    }
    println!("{what}: {kills:?}, each completed by the next build");
}

/// How long something takes.
type Time = fn(&Catalogue) -> Duration;

/// Waits until a build begins to put its files in place, or is over.
fn until_it_places(build: &mut Child, journal: &Path) {
    while !journal.exists() && build.try_wait().unwrap().is_none() {}
}

#[test]
fn at_any_instant() {
    each_is_completed("at any instant", 1, time_of_a_build, |_, _| {});
}

#[test]
fn while_files_are_put_in_place() {
    each_is_completed("while files are put in place", 2, time_of_placing, until_it_places);
}

/// One after the other, from one version to the other and back, with nothing completed between.
#[test]
fn many_times_in_a_row() {
    let (sites, catalogue, mut kills) = (sites(), built(), Kills::default());
    let journal = catalogue.path("public/.florilege/journal");
    let (time, placing) = (time_of_a_build(&catalogue), time_of_placing(&catalogue));
    let mut dice = Dice::new(3);
    let mut version = 0;
    for round in 0..rounds(6) {
        if dice.below(3) > 0 {
            version = 1 - version;
            write_version(&catalogue, version);
        }
        let mut build = start(&catalogue);
        if round % 2 == 0 {
            until_it_places(&mut build, &journal);
            sleep(dice.part_of(placing));
        } else {
            sleep(dice.part_of(time));
        }
        kills.kill(build, &journal);
        must_be_whole(&catalogue, &sites);
    }
    must_complete(&catalogue, &sites, version);
    println!("many times in a row: {kills:?}, the last one completed by the next build");
}

/// How long a build takes to put its files in place.
fn time_of_placing(catalogue: &Catalogue) -> Duration {
    let journal = catalogue.path("public/.florilege/journal");
    write_version(catalogue, 1);
    let mut build = start(catalogue);
    until_it_places(&mut build, &journal);
    let start = Instant::now();
    while journal.exists() {}
    let time = start.elapsed();
    assert!(build.wait().unwrap().success());
    write_version(catalogue, 0);
    catalogue.build();
    time
}
