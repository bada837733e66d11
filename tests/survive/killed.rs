//! Builds that are killed at a random instant.

use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, Instant};

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
    fn kill(&mut self, mut build: Child, journal: &std::path::Path) {
        build.kill().unwrap();
        let status = build.wait().unwrap();
        *match (status.success(), journal.exists()) {
            (true, _) => &mut self.after,
            (false, true) => &mut self.within,
            (false, false) => &mut self.before,
        } += 1;
    }
}

#[test]
fn at_any_instant() {
    let (sites, catalogue, mut kills) = (sites(), built(), Kills::default());
    let journal = catalogue.path("public/.florilege/journal");
    let time = time_of_a_build(&catalogue);
    let mut dice = Dice::new(1);
    for round in 0..rounds(6) {
        let version = 1 - round % 2;
        write_version(&catalogue, version);
        let build = start(&catalogue);
        sleep(dice.part_of(time));
        kills.kill(build, &journal);
        must_be_whole(&catalogue, &sites);
        must_complete(&catalogue, &sites, version);
    }
    println!("at any instant: {kills:?}, each completed by the next build");
}

#[test]
fn while_files_are_put_in_place() {
    let (sites, catalogue, mut kills) = (sites(), built(), Kills::default());
    let journal = catalogue.path("public/.florilege/journal");
    let time = time_of_placing(&catalogue);
    let mut dice = Dice::new(2);
    for round in 0..rounds(6) {
        let version = 1 - round % 2;
        write_version(&catalogue, version);
        let mut build = start(&catalogue);
        while !journal.exists() && build.try_wait().unwrap().is_none() {}
        sleep(dice.part_of(time));
        kills.kill(build, &journal);
        must_be_whole(&catalogue, &sites);
        must_complete(&catalogue, &sites, version);
    }
    println!("while files are put in place: {kills:?}, each completed by the next build");
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
            while !journal.exists() && build.try_wait().unwrap().is_none() {}
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
fn time_of_placing(catalogue: &crate::catalogue::Catalogue) -> Duration {
    let journal = catalogue.path("public/.florilege/journal");
    write_version(catalogue, 1);
    let mut build = start(catalogue);
    while !journal.exists() && build.try_wait().unwrap().is_none() {}
    let start = Instant::now();
    while journal.exists() {}
    let time = start.elapsed();
    assert!(build.wait().unwrap().success());
    write_version(catalogue, 0);
    catalogue.build();
    time
}
