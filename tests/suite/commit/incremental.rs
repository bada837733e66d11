//! However a catalogue was edited between two builds, the second gives what a first would have.

use proptest::prelude::*;

use crate::catalogue::Catalogue;
use crate::edits::{apply, edits, start};
use crate::large::{large, path, sheet};

/// Builds a site that must succeed; a forum that shows nothing yet is told, and hinders nothing.
fn build(catalogue: &Catalogue) {
    let run = catalogue.run(["build"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edited_site_is_the_site_of_the_edited_catalogue(steps in prop::collection::vec(prop::collection::vec(edits(), 1..4), 1..5)) {
        let edited = start();
        build(&edited);
        for step in &steps {
            for edit in step {
                apply(edit, &edited);
            }
            build(&edited);
        }
        let fresh = start();
        steps.iter().flatten().for_each(|edit| apply(edit, &fresh));
        build(&fresh);
        edited.site().must_be(&fresh.site());
    }
}

/// Lists that are cut shift as a whole, and links to them follow: from page to page, from letter to letter, and
/// back to one page where fewer sheets are left.
#[test]
fn so_does_a_site_whose_lists_are_cut() {
    let first: fn(&Catalogue) = |catalogue| {
        catalogue.write(&path(1), sheet(1).replace("Accueil", "Zèbre"));
        catalogue.write(&path(2), sheet(2).replace("theme: langue", "theme: logement"));
        catalogue.write(&path(5), sheet(5).replace("national: true", "departments: [\"77\"]"));
        catalogue.write(&path(8), sheet(8).replace("Accueil 7", "Accueil 10, Caf"));
        catalogue.remove(&path(909));
    };
    let second: fn(&Catalogue) = |catalogue| (1400..1550).for_each(|number| catalogue.remove(&path(number)));
    let edited = large();
    build(&edited);
    let fresh = large();
    for edit in [first, second] {
        edit(&edited);
        build(&edited);
        edit(&fresh);
        if fresh.path("public").exists() {
            fresh.remove("public");
        }
        build(&fresh);
        edited.site().must_be(&fresh.site());
    }
    assert!(!edited.path("public/pilotes/a").exists());
}
