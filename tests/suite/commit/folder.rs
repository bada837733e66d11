//! Which folder may be the output.

use insta::assert_snapshot;

use crate::catalogue::{Catalogue, ELAN, Site};

#[test]
fn an_empty_folder_may() {
    let catalogue = Catalogue::new();
    std::fs::create_dir(catalogue.path("public")).unwrap();
    catalogue.build();
}

#[test]
fn a_folder_that_holds_anything_may_not() {
    let catalogue = Catalogue::new().file("public/these/chapitre-1.txt", "dix ans de travail");
    let run = catalogue.run(["build"]);
    assert_eq!(run.code, 2);
    assert_snapshot!(run.stderr, @"Le dossier « ./public » n'est pas vide et ne vient pas de Florilège : rien n'y a été touché. Donnez un autre dossier avec --out, ou videz celui-ci vous-même.");
    assert_eq!(catalogue.tree(), ["these/chapitre-1.txt"]);
}

#[test]
fn a_file_may_not() {
    let catalogue = Catalogue::new().file("public", "un fichier");
    let run = catalogue.run(["build"]);
    assert_eq!(run.code, 2);
    assert_snapshot!(run.stderr, @"Le dossier « ./public » n'est pas vide et ne vient pas de Florilège : rien n'y a été touché. Donnez un autre dossier avec --out, ou videz celui-ci vous-même.");
}

#[test]
fn a_page_does_not_go_where_a_foreign_file_stands() {
    let catalogue = Catalogue::new();
    catalogue.build();
    for foreign in ["credits/index.html", "credits"] {
        catalogue.write(&format!("public/{foreign}"), "à moi");
        catalogue.write("content/pages/credits.md", "---\ntitle: Crédits\n---\n");
        let before = catalogue.site();
        let run = catalogue.run(["build"]);
        assert_eq!(run.code, 2);
        assert_eq!(run.stderr.lines().count(), 1);
        before.must_be(&catalogue.site());
        catalogue.remove("public/credits");
    }
    catalogue.write("public/credits", "à moi");
    assert_snapshot!(catalogue.run(["build"]).stderr, @"Dans le dossier de sortie, « ./public/credits » n'a pas été fait par Florilège et occupe la place d'une page : rien n'a été écrit. Déplacez-le, puis recommencez.");
}

#[test]
fn a_page_does_not_go_where_a_foreign_folder_stands() {
    let catalogue = Catalogue::new();
    catalogue.build();
    catalogue.remove("public/404.html");
    catalogue.write("public/404.html/photo.jpg", "à moi");
    let before = catalogue.site();
    assert_eq!(catalogue.run(["build"]).code, 2);
    before.must_be(&catalogue.site());
}

#[test]

fn not_even_when_that_folder_is_empty() {
    let catalogue = Catalogue::new();
    catalogue.build();
    catalogue.remove("public/404.html");
    std::fs::create_dir(catalogue.path("public/404.html")).unwrap();
    catalogue.write("content/initiatives/bail.yaml", ELAN);
    let before = catalogue.site();
    assert_eq!(catalogue.run(["build"]).code, 2);
    before.must_be(&catalogue.site());
}

#[test]
fn the_sources_of_the_catalogue_may_not() {
    let catalogue = Catalogue::of_the_repository().file("themes/forum/styles/search.css", "");
    let before = Site::read(&catalogue.path("."));
    for out in ["content", "content/site", "content/media/../site", ".", "..", "themes", "seeds/site"] {
        let run = catalogue.run(["build", "--out", out]);
        assert_eq!(run.code, 2, "{out}: {}", run.stdout);
        before.must_be(&Site::read(&catalogue.path(".")));
    }
    assert_snapshot!(catalogue.run(["build", "--out", "content/site"]).stderr, @"Le dossier de sortie « content/site » est mêlé aux sources du catalogue. Donnez-en un autre avec --out.");
}

#[test]
fn the_content_may_not_be_reached_through_a_folder_that_is_not_there() {
    let catalogue = Catalogue::new();
    let before = Site::read(&catalogue.path("."));
    let run = catalogue.run(["build", "--out", "rien/../content"]);
    assert_eq!(run.code, 2, "{}", run.stdout);
    before.must_be(&Site::read(&catalogue.path(".")));
}

#[test]
fn another_folder_may_be_named() {
    let catalogue = Catalogue::new();
    let run = catalogue.run(["build", "--out", "sites/2019/avril"]);
    assert_eq!(run.code, 0);
    assert!(run.stdout.ends_with(" → sites/2019/avril\n"), "{}", run.stdout);
    catalogue.build();
    Site::read(&catalogue.path("sites/2019/avril")).must_be(&catalogue.site());
}
