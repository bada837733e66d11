//! What builds leave that were killed, step by step; `tests/survive/` kills them at random instants.

use std::fs;

use crate::catalogue::{Catalogue, ELAN};

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
