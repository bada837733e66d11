//! A link in the output folder never leads a build out of it.

use std::os::unix::fs::symlink;

use insta::assert_snapshot;

use crate::catalogue::{Catalogue, ELAN, Site};

/// A built site, and a folder beside it that nothing may be written to.
fn beside_another_folder() -> Catalogue {
    let catalogue = Catalogue::new().file("ailleurs/index.html", "à moi");
    catalogue.build();
    catalogue
}

fn must_be_untouched(catalogue: &Catalogue) {
    let there = Site::read(&catalogue.path("ailleurs"));
    assert_eq!(there.0.into_iter().collect::<Vec<_>>(), [("index.html".to_owned(), "à moi".into())]);
}

#[test]
fn a_link_in_the_place_of_a_page_is_replaced() {
    let catalogue = beside_another_folder();
    let before = catalogue.site();
    catalogue.remove("public/index.html");
    symlink(catalogue.path("ailleurs/index.html"), catalogue.path("public/index.html")).unwrap();
    catalogue.build();
    before.must_be(&catalogue.site());
    assert!(catalogue.path("public/index.html").symlink_metadata().unwrap().is_file());
    must_be_untouched(&catalogue);
}

#[test]
fn a_link_in_the_place_of_a_folder_is_refused() {
    let catalogue = beside_another_folder();
    catalogue.remove("public/initiatives");
    symlink(catalogue.path("ailleurs"), catalogue.path("public/initiatives")).unwrap();
    let run = catalogue.run(["build"]);
    assert_eq!(run.code, 2);
    assert_snapshot!(run.stderr, @"Dans le dossier de sortie, « ./public/initiatives » est un lien vers ailleurs : rien n'a été écrit. Supprimez ce lien.");
    must_be_untouched(&catalogue);
}

#[test]
fn what_stands_behind_a_link_is_not_removed() {
    let catalogue = beside_another_folder();
    catalogue.write("content/initiatives/bail.yaml", ELAN);
    catalogue.build();
    catalogue.remove("public/initiatives/bail");
    symlink(catalogue.path("ailleurs"), catalogue.path("public/initiatives/bail")).unwrap();
    catalogue.remove("content/initiatives/bail.yaml");
    assert_eq!(catalogue.run(["build"]).code, 2);
    must_be_untouched(&catalogue);
}

/// Builds where one of the files that the builds keep for themselves is a link.
fn build_with_a_link(name: &str, target: &str) {
    let catalogue = beside_another_folder();
    let kept = catalogue.path("public/.florilege").join(name);
    let _ = std::fs::remove_file(&kept);
    symlink(catalogue.path(target), &kept).unwrap();
    catalogue.write("content/initiatives/bail.yaml", ELAN);
    catalogue.run(["build"]);
    must_be_untouched(&catalogue);
}

#[test]
fn links_among_what_the_builds_keep_for_themselves() {
    build_with_a_link("manifest", "ailleurs/neuf");
    build_with_a_link("manifest", "ailleurs/index.html");
    build_with_a_link("journal", "ailleurs/neuf");
    build_with_a_link("stage", "ailleurs");
    build_with_a_link("lock", "ailleurs/index.html");
}

#[test]
fn a_link_in_the_place_of_the_lock() {
    build_with_a_link("lock", "ailleurs/neuf");
}

#[test]
fn the_folder_of_the_builds_itself_may_be_no_link() {
    let catalogue = Catalogue::new().file("ailleurs/index.html", "à moi");
    std::fs::create_dir(catalogue.path("public")).unwrap();
    symlink(catalogue.path("ailleurs"), catalogue.path("public/.florilege")).unwrap();
    assert_eq!(catalogue.run(["build"]).code, 2);
    must_be_untouched(&catalogue);
}

#[test]
fn the_output_folder_itself_may_be_a_link() {
    let catalogue = Catalogue::new();
    std::fs::create_dir(catalogue.path("disque")).unwrap();
    symlink(catalogue.path("disque"), catalogue.path("public")).unwrap();
    catalogue.build();
    assert!(catalogue.path("disque/index.html").is_file());
}

#[test]
fn an_output_folder_that_is_a_link_into_the_content_is_refused() {
    let catalogue = Catalogue::new();
    symlink(catalogue.path("content/initiatives"), catalogue.path("public")).unwrap();
    assert_eq!(catalogue.run(["build"]).code, 2);
    assert_eq!(catalogue.tree(), ["elan.yaml"]);
}
