//! Names that leave their folder, or that some system takes for another.

use insta::assert_snapshot;

use crate::catalogue::{Catalogue, ELAN};
use crate::picture::jpeg;

#[test]
fn files_of_pictures_that_leave_their_folder() {
    let catalogue = Catalogue::new().file("secret.jpg", "à moi");
    for file in [
        "../../secret.jpg",
        "/etc/passwd",
        r"..\secret.jpg",
        "a/../../../secret.jpg",
        "c:secret.jpg",
        ".git/a.jpg",
        "./x.jpg",
    ] {
        catalogue
            .write("content/initiatives/fiche.yaml", format!("{ELAN}media: [{{file: '{file}', alt: A}}]\n"));
        let run = catalogue.run(["build", "--format", "json"]);
        assert_eq!(run.code, 1, "{file}");
        assert!(run.stdout.contains("\"bad-path\""), "{file}: {}", run.stdout);
    }
    for file in ["../../secret.jpg", "..%2f..%2fsecret.jpg", "/etc/passwd"] {
        catalogue.write("content/initiatives/fiche.yaml", format!("{ELAN}description: \"![A]({file})\"\n"));
        assert_eq!(catalogue.run(["build"]).code, 1, "{file}");
    }
}

#[test]
fn pilots_logos_and_pictograms_that_leave_their_folder() {
    let catalogue = Catalogue::new()
        .file("secret.svg", "<svg/>")
        .sheet("fiche", ELAN.replace("pilot:", "pilot:\n  logo: ../../secret.svg"));
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[bad-path]: « ../../secret.svg » sort du dossier des images.
      ╭▸ content/initiatives/fiche.yaml:4:9
      │
    4 │   logo: ../../secret.svg
      │         ━━━━━━━━━━━━━━━━ chemin refusé
      │
      ╰ remède : Donnez le nom d'un fichier de content/media, sans « .. » ni « / » au début.

    1 erreur, 0 avertissement.
    ");
    let settings = "title: A\nthemes: [{id: logement, title: L, pictogram: ../../secret.svg}]\n";
    assert_eq!(
        Catalogue::new()
            .file("secret.svg", "<svg/>")
            .file("content/catalogue.yaml", settings)
            .run(["check"])
            .code,
        1
    );
}

#[test]
fn ids_that_leave_their_folder() {
    for field in ["previous_ids", "sources", "forums", "also"] {
        for id in ["../../dehors", "/dehors", "..", r"..\dehors", "dehors/", "CON"] {
            let sheet = format!("{ELAN}{field}: ['{id}']\n");
            let catalogue = Catalogue::new().sheet("fiche", sheet);
            assert_eq!(catalogue.run(["build"]).code, 1, "{field}: {id}");
            assert!(!catalogue.path("public").exists() && !catalogue.path("dehors").exists());
        }
    }
}

#[test]
fn themes_whose_ids_leave_their_folder() {
    for id in ["../../dehors", "..", "A"] {
        let settings = format!("title: A\nthemes: [{{id: '{id}', title: A}}, {{id: logement, title: L}}]\n");
        let catalogue = Catalogue::new().file("content/catalogue.yaml", settings);
        assert_eq!(catalogue.run(["build"]).code, 1, "{id}");
    }
}

#[test]
fn labels_whose_paths_leave_their_folder() {
    let labels = std::fs::read_to_string("themes/forum/labels/fr.yaml").unwrap();
    for path in ["../../dehors", "/dehors"] {
        let labels = labels.replace("path_pilots: pilotes", &format!("path_pilots: {path}"));
        let catalogue = Catalogue::new().file("themes/forum/labels/fr.yaml", labels);
        assert_eq!(catalogue.run(["build"]).code, 1, "{path}");
    }
}

#[test]
fn sheets_whose_names_differ_only_by_case() {
    let catalogue = Catalogue::new().sheet("ELAN", ELAN).sheet("Elan", ELAN);
    let run = catalogue.run(["check"]);
    assert_eq!(run.code, 1);
    // Some systems take the two for one file.
    assert!(run.stderr.contains("bad-id"), "{}", run.stderr);
}

#[test]
fn sheets_whose_names_differ_only_by_their_normal_form() {
    let catalogue = Catalogue::new().sheet("\u{e9}lan", ELAN).sheet("e\u{301}lan", ELAN);
    let run = catalogue.run(["check", "--format", "json"]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("\"bad-id\"") && run.stdout.contains("elan.yaml"), "{}", run.stdout);
}

#[test]
fn pictures_whose_names_differ_only_by_case() {
    let sheet = format!("{ELAN}media: [{{file: Repas.jpg, alt: A}}, {{file: repas.jpg, alt: B}}]\n");
    let catalogue = Catalogue::new()
        .file("content/media/Repas.jpg", jpeg(9, 9, 1))
        .file("content/media/repas.jpg", jpeg(9, 9, 2))
        .sheet("fiche", sheet);
    catalogue.build();
    // Two pictures, where the system knows two files: what is made of them is named after what they hold.
    let made = catalogue.tree().into_iter().filter(|path| path.starts_with("media/repas-")).count();
    assert_eq!(made, 4);
}

#[test]
fn an_id_that_is_a_word_of_the_site() {
    for id in ["index", "404", "themes", "assets", "media", "initiatives", "livret", "sitemap"] {
        let catalogue = Catalogue::new().sheet(id, ELAN);
        catalogue.build();
        assert!(catalogue.tree().contains(&format!("initiatives/{id}/index.html")));
    }
}

#[test]
fn names_that_windows_keeps_for_itself() {
    for id in ["con", "CON", "nul", "com1", "lpt9", "aux.plan"] {
        let run = Catalogue::new().sheet(id, ELAN).run(["check", "--format", "json"]);
        assert_eq!(run.code, 1, "{id}");
        assert!(run.stdout.contains("\"reserved-id\""), "{id}: {}", run.stdout);
    }
}

#[test]
fn addresses_that_windows_keeps_for_itself() {
    let old_id = Catalogue::new().sheet("fiche", format!("{ELAN}previous_ids: [con]\n"));
    assert_eq!(old_id.run(["check"]).code, 1);
    let settings = "title: A\nthemes: [{id: nul, title: A}, {id: logement, title: L}]\n";
    let theme = Catalogue::new().file("content/catalogue.yaml", settings);
    assert_eq!(theme.run(["check"]).code, 1);
}

#[test]
fn a_page_whose_address_is_a_folder_of_the_site() {
    for id in ["assets", "media"] {
        let catalogue = Catalogue::new().file(&format!("content/pages/{id}.md"), "---\ntitle: A\n---\n");
        catalogue.build();
        assert!(catalogue.tree().contains(&format!("{id}/index.html")));
    }
}

#[test]
fn a_picture_that_becomes_a_folder_and_a_folder_that_becomes_a_picture() {
    let catalogue = Catalogue::new().file("content/media/a.jpg", jpeg(9, 9, 1));
    let shown = |file: &str| {
        catalogue
            .write("content/initiatives/fiche.yaml", format!("{ELAN}media: [{{file: {file}, alt: A}}]\n"));
    };
    shown("a.jpg");
    catalogue.build();
    catalogue.remove("content/media/a.jpg");
    catalogue.write("content/media/a.jpg/b.jpg", jpeg(9, 9, 2));
    shown("a.jpg/b.jpg");
    catalogue.build();
    catalogue.remove("content/media/a.jpg");
    catalogue.write("content/media/a.jpg", jpeg(9, 9, 3));
    shown("a.jpg");
    catalogue.build();
    let made = catalogue.tree().into_iter().filter(|path| path.starts_with("media/")).count();
    assert_eq!(made, 2);
}
