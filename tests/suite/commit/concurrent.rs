//! Several builds at once.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Barrier};
use std::thread;

use crate::catalogue::{Catalogue, ELAN, Site, program};

/// A catalogue whose every page bears the number.
fn numbered(number: usize) -> Catalogue {
    let catalogue = Catalogue::new().file(
        "content/catalogue.yaml",
        format!("title: Catalogue {number}\nthemes: [{{id: logement, title: Logement}}]\n"),
    );
    for sheet in 0..60 {
        catalogue.write(&format!("content/initiatives/fiche-{}.yaml", sheet * number), ELAN);
    }
    catalogue
}

/// Starts a build of each catalogue into one folder at the same instant; all must end well.
fn build_at_once(catalogues: &[Catalogue], out: &Path) {
    let start = Arc::new(Barrier::new(catalogues.len()));
    let builds = catalogues.iter().map(|catalogue| {
        let mut build = Command::new(program());
        build.current_dir(catalogue.path(".")).args(["build", "--quiet", "--out"]).arg(out);
        let start = Arc::clone(&start);
        thread::spawn(move || {
            start.wait();
            build.output().unwrap()
        })
    });
    for build in builds.collect::<Vec<_>>() {
        let ended = build.join().unwrap();
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    }
}

/// The folder holds the site of one of the catalogues, whole.
fn must_be_one_of(catalogues: &[Catalogue], out: &Path) {
    let title = fs::read_to_string(out.join("index.html")).unwrap();
    let winner = (1..=4).find(|number| title.contains(&format!("Catalogue {number}"))).unwrap();
    let alone = &catalogues[winner - 1];
    alone.build();
    alone.site().must_be(&Site::read(out));
}

#[test]
fn builds_of_several_catalogues_into_one_folder_do_not_mix() {
    let catalogues: Vec<Catalogue> = (1..=4).map(numbered).collect();
    let shared = numbered(5);
    shared.build();
    build_at_once(&catalogues, &shared.path("public"));
    must_be_one_of(&catalogues, &shared.path("public"));
}

#[test]
fn not_even_when_the_folder_is_not_there_yet() {
    let catalogues: Vec<Catalogue> = (1..=4).map(numbered).collect();
    for round in 0..30 {
        let out = catalogues[0].path(&format!("site-{round}"));
        build_at_once(&catalogues, &out);
        must_be_one_of(&catalogues, &out);
    }
}

#[test]
fn builds_of_one_catalogue_at_once_all_end_well() {
    let catalogue = numbered(1);
    catalogue.build();
    catalogue.write("content/initiatives/fiche-1.yaml", ELAN.replace("Elan", "Bail"));
    let mut builds: Vec<_> = (0..4)
        .map(|_| {
            let mut build = Command::new(program());
            build.current_dir(catalogue.path(".")).args(["build", "--quiet"]).spawn().unwrap()
        })
        .collect();
    assert!(builds.iter_mut().all(|build| build.wait().unwrap().success()));
    let alone = numbered(1).sheet("fiche-1", ELAN.replace("Elan", "Bail"));
    alone.build();
    catalogue.site().must_be(&alone.site());
}
