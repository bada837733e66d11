//! The content changes while a build reads it, or a template fails.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::catalogue::{Catalogue, ELAN};
use crate::round::{built, must_be, must_complete, rounds, sites, write_version};

/// A sheet is saved again and again while builds run. Whatever they saw, the build after the last
/// save shows that.
#[test]
fn a_sheet_is_saved_while_builds_read_it() {
    let (catalogue, alone) = (Catalogue::new(), Catalogue::new());
    for catalogue in [&catalogue, &alone] {
        write_version(catalogue, 0);
    }
    let sheet = "content/initiatives/fiche-149.yaml";
    let saved = |text: &str| catalogue.write(sheet, ELAN.replace("Faire", text));
    alone.write(sheet, ELAN.replace("Faire", "Savoir"));
    alone.build();
    let rounds = rounds(10);
    for round in 0..rounds {
        let ended = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                while !ended.load(Ordering::Relaxed) {
                    // Editors that write in place leave a moment in which the file is empty.
                    saved("Voir");
                    thread::sleep(Duration::from_millis(4 + round as u64 % 7));
                    saved("Savoir");
                    thread::sleep(Duration::from_millis(4 + round as u64 % 5));
                }
            });
            let run = catalogue.run(["build"]);
            ended.store(true, Ordering::Relaxed);
            assert!(run.code <= 1, "{}", run.stderr);
        });
        saved("Savoir");
        catalogue.build();
        catalogue.site().must_be(&alone.site());
    }
    println!("a sheet is saved while builds read it: {rounds} rounds");
}

/// All pages are rendered but the last one: nothing is changed, not even the time of a file.
#[test]
fn a_template_fails_on_the_last_page() {
    let (sites, catalogue) = (sites(), built());
    let rounds = rounds(3);
    for round in 0..rounds {
        let version = 1 - round % 2;
        write_version(&catalogue, version);
        catalogue.age();
        // The page that is rendered last.
        catalogue.write("themes/forum/templates/not-found.html", "{{ page.titel }}");
        let run = catalogue.run(["build"]);
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(run.stderr.contains("themes/forum/templates/not-found.html"), "{}", run.stderr);
        assert!(catalogue.touched().is_empty());
        must_be(&catalogue, &sites[1 - version]);
        catalogue.remove("themes");
        must_complete(&catalogue, &sites, version);
    }
    println!("a template fails on the last page: {rounds} rounds");
}
