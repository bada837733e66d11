//! The output folder: what a build changes there, and what it never touches.

mod concurrent;
mod folder;
mod incremental;
mod killed;
#[cfg(unix)]
mod linked;

use insta::assert_debug_snapshot;

use crate::catalogue::{Catalogue, ELAN};

/// Two sheets of one theme, built long ago.
fn built() -> Catalogue {
    let catalogue = Catalogue::new().sheet("bail", ELAN.replace("Programme Elan", "Bail glissant"));
    catalogue.build();
    catalogue.age();
    catalogue
}

#[test]
fn a_build_with_problems_changes_nothing() {
    let catalogue = built();
    let before = catalogue.site();
    catalogue.write("content/initiatives/elan.yaml", "tilte: Elan\n");
    assert_eq!(catalogue.run(["build"]).code, 1);
    before.must_be(&catalogue.site());
    assert!(catalogue.touched().is_empty());
}

#[test]
fn a_build_that_fails_while_rendering_changes_nothing() {
    let catalogue = built();
    let before = catalogue.site();
    catalogue.write("themes/forum/templates/not-found.html", "{{ page.titel }}");
    assert_eq!(catalogue.run(["build"]).code, 1);
    before.must_be(&catalogue.site());
    assert!(catalogue.touched().is_empty());
}

#[test]
fn a_build_of_the_same_content_touches_nothing() {
    let catalogue = built();
    catalogue.build();
    assert!(catalogue.touched().is_empty());
    // Not even when every file of the content was saved anew.
    catalogue.write("content/initiatives/elan.yaml", ELAN);
    catalogue.build();
    assert!(catalogue.touched().is_empty());
}

/// The files that were written, but for those of the search: their names say what they hold.
fn touched(catalogue: &Catalogue) -> Vec<String> {
    let mut touched = catalogue.touched();
    touched.retain(|path| !path.starts_with("assets/search/"));
    touched
}

#[test]
fn a_new_description_touches_the_sheets_page_the_booklet_and_the_search() {
    let catalogue = built();
    catalogue.write("content/initiatives/elan.yaml", format!("{ELAN}description: Neuve.\n"));
    catalogue.build();
    assert_debug_snapshot!(touched(&catalogue), @r#"
    [
        ".florilege/manifest",
        "catalogue.json",
        "initiatives/elan/index.html",
        "livret/index.html",
        "recherche/index.html",
    ]
    "#);
}

#[test]
fn a_new_title_touches_the_pages_that_show_it() {
    let catalogue = built();
    catalogue.write("content/initiatives/elan.yaml", ELAN.replace("Programme Elan", "Elan vers tous"));
    catalogue.build();
    assert_debug_snapshot!(touched(&catalogue), @r#"
    [
        ".florilege/manifest",
        "catalogue.json",
        "initiatives/bail/index.html",
        "initiatives/elan/index.html",
        "initiatives/index.html",
        "livret/index.html",
        "pilotes/index.html",
        "plan-du-site/index.html",
        "recherche/index.html",
        "themes/logement/index.html",
    ]
    "#);
}

#[test]
fn pages_that_are_no_longer_made_go_and_their_folders_too() {
    let catalogue = built();
    catalogue.remove("content/initiatives/bail.yaml");
    catalogue.build();
    assert!(!catalogue.path("public/initiatives/bail").exists());
    assert!(catalogue.path("public/initiatives/elan/index.html").exists());
}

#[test]
fn files_that_no_build_made_stay() {
    let catalogue = built();
    catalogue.write("public/CNAME", "exemple.fr");
    catalogue.write("public/initiatives/bail/photo.jpg", "une image");
    catalogue.remove("content/initiatives/bail.yaml");
    catalogue.build();
    assert_eq!(catalogue.output("CNAME"), "exemple.fr");
    assert_eq!(catalogue.output("initiatives/bail/photo.jpg"), "une image");
    assert!(!catalogue.path("public/initiatives/bail/index.html").exists());
}

#[test]
fn a_page_that_somebody_edited_or_removed_is_made_again() {
    let catalogue = built();
    let before = catalogue.site();
    let home = catalogue.output("index.html");
    for edited in [String::new(), home.replace("Initiatives", "initiatives"), home.clone() + "fin"] {
        catalogue.write("public/index.html", edited);
        catalogue.build();
        before.must_be(&catalogue.site());
    }
    catalogue.remove("public/index.html");
    catalogue.build();
    before.must_be(&catalogue.site());
}

#[test]
fn what_the_builds_know_of_the_site_may_be_damaged() {
    let catalogue = built();
    let before = catalogue.site();
    let manifest = catalogue.output(".florilege/manifest");
    let torn = &manifest[..manifest.len() - 20];
    for damaged in [manifest.replace("florilege", "autre"), torn.to_owned() + "\n\0x"] {
        catalogue.write("public/.florilege/manifest", damaged);
        let run = catalogue.run(["build"]);
        assert!(run.code == 0 || run.stderr.contains("n'a pas été fait par Florilège"), "{}", run.stderr);
    }
    catalogue.write("public/.florilege/manifest", manifest);
    catalogue.build();
    before.must_be(&catalogue.site());
}

#[test]
fn the_same_content_gives_the_same_bytes_in_another_folder() {
    let (here, there) = (Catalogue::of_the_repository(), Catalogue::of_the_repository());
    here.build();
    there.build();
    here.site().must_be(&there.site());
}

#[test]
fn the_same_content_gives_the_same_bytes_however_its_folder_is_named() {
    let catalogue = built();
    let before = catalogue.site();
    let root = catalogue.path("").to_string_lossy().into_owned();
    assert_eq!(catalogue.run(["build", "--root", &root]).code, 0);
    before.must_be(&catalogue.site());
    assert!(catalogue.touched().is_empty());
}
