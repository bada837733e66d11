//! A build that is killed leaves whole files, and the next one completes what it began.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::catalogue::{Catalogue, ELAN, Site, program};

const SHEETS: usize = 300;

/// Sheets with a text of their own; the two versions have two thirds of their ids in common.
fn write_version(catalogue: &Catalogue, version: usize) {
    let folder = catalogue.path("content/initiatives");
    let _ = fs::remove_dir_all(&folder);
    for number in version * SHEETS / 3..version * SHEETS / 3 + SHEETS {
        let text =
            format!("{ELAN}description: \"Version {version}. {}\"\n", "Une phrase du texte. ".repeat(4));
        catalogue.write(
            &format!("content/initiatives/fiche-{number}.yaml"),
            text.replace("Elan", &number.to_string()),
        );
    }
}

/// The site of a version, as a first build makes it.
fn fresh(version: usize) -> Site {
    let catalogue = Catalogue::new();
    write_version(&catalogue, version);
    catalogue.build();
    catalogue.site()
}

fn start(catalogue: &Catalogue) -> Child {
    let mut build = Command::new(program());
    build.current_dir(catalogue.path(".")).args(["build", "--quiet", "--lang", "fr"]);
    build.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn kill(mut build: Child) {
    build.kill().unwrap();
    build.wait().unwrap();
}

/// Waits until the build has begun to put files in place, or has ended.
fn wait_for_the_commit(catalogue: &Catalogue, build: &mut Child) {
    let journal = catalogue.path("public/.florilege/journal");
    while !journal.exists() && build.try_wait().unwrap().is_none() {
        sleep(Duration::from_micros(50));
    }
}

/// Every file is whole: that of one of the two sites.
fn must_be_whole(catalogue: &Catalogue, sites: &[Site; 2]) {
    for path in catalogue.tree() {
        let bytes = fs::read(catalogue.path("public").join(&path)).unwrap();
        assert!(sites.iter().any(|site| site.0.get(&path) == Some(&bytes)), "{path} is of neither site");
    }
}

#[test]
fn a_manifest_without_a_name() {
    let catalogue = Catalogue::new();
    catalogue.build();
    let before = catalogue.site();
    catalogue.write("public/.florilege/manifest.new", "florilege 1\n");
    catalogue.write("content/initiatives/elan.yaml", format!("{ELAN}\n"));
    catalogue.build();
    assert_eq!(catalogue.site().0.len(), before.0.len());
}

#[test]
fn at_any_instant() {
    let sites = [fresh(0), fresh(1)];
    let catalogue = Catalogue::new();
    for round in 0..10 {
        write_version(&catalogue, round % 2);
        let build = start(&catalogue);
        sleep(Duration::from_millis(round as u64 * 40));
        kill(build);
        must_be_whole(&catalogue, &sites);
        catalogue.build();
        catalogue.site().must_be(&sites[round % 2]);
    }
}

#[test]
fn while_it_puts_files_in_place() {
    let sites = [fresh(0), fresh(1)];
    let catalogue = Catalogue::new();
    for round in 0..10 {
        write_version(&catalogue, round % 2);
        kill_in_the_commit(&catalogue, round);
        must_be_whole(&catalogue, &sites);
        catalogue.build();
        catalogue.site().must_be(&sites[round % 2]);
    }
}

#[test]
fn many_times_in_a_row() {
    let sites = [fresh(0), fresh(1)];
    let catalogue = Catalogue::new();
    for round in 0..10 {
        write_version(&catalogue, round % 2);
        kill_in_the_commit(&catalogue, round);
        must_be_whole(&catalogue, &sites);
    }
    for version in [0, 1] {
        write_version(&catalogue, version);
        catalogue.build();
        catalogue.site().must_be(&sites[version]);
    }
}

/// Kills a build a little after it began to put files in place.
fn kill_in_the_commit(catalogue: &Catalogue, little: usize) {
    let mut build = start(catalogue);
    wait_for_the_commit(catalogue, &mut build);
    sleep(Duration::from_micros(little as u64 * 300));
    kill(build);
}

/// What a build leaves that was killed between its last two steps: the manifest is written, the
/// journal still there.
#[test]
fn a_journal_when_all_is_in_place() {
    let catalogue = Catalogue::new();
    catalogue.build();
    let before = catalogue.site();
    catalogue.write("public/.florilege/journal", catalogue.output(".florilege/manifest"));
    catalogue.build();
    catalogue.site().must_be(&before);
}

/// What a build leaves that was killed when it had put a new page in place, and not yet written
/// the manifest.
#[test]
fn a_page_that_only_the_journal_knows() {
    let catalogue = Catalogue::new();
    catalogue.build();
    let without = catalogue.site();
    let manifest = catalogue.output(".florilege/manifest");
    let place = catalogue.path("public/.florilege/manifest");
    let written = place.metadata().unwrap().modified().unwrap();
    catalogue.write("content/initiatives/bail.yaml", ELAN);
    catalogue.build();
    let with = catalogue.site();
    catalogue.rename("public/.florilege/manifest", "public/.florilege/journal");
    catalogue.write("public/.florilege/manifest", manifest);
    // As old as it would be: pages that are younger are none of its build's.
    fs::File::options().append(true).open(place).unwrap().set_modified(written).unwrap();

    catalogue.remove("content/initiatives/bail.yaml");
    catalogue.build();
    catalogue.site().must_be(&without);
    catalogue.write("content/initiatives/bail.yaml", ELAN);
    catalogue.build();
    catalogue.site().must_be(&with);
}

/// Leaves what a build that was killed had staged.
fn with_a_stage() -> Catalogue {
    let catalogue = Catalogue::new();
    catalogue.build();
    catalogue.write("public/.florilege/stage/initiatives/autre/index.html", "à moitié");
    catalogue
}

#[test]
fn what_a_killed_build_had_staged_is_thrown_away() {
    let catalogue = with_a_stage();
    catalogue.write("content/initiatives/bail.yaml", ELAN);
    catalogue.build();
    assert!(!catalogue.path("public/.florilege/stage").exists());
}

#[test]
fn even_when_there_is_nothing_to_do() {
    let catalogue = with_a_stage();
    catalogue.build();
    assert!(!catalogue.path("public/.florilege/stage").exists());
}
