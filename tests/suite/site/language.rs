//! The words of a site are those of its language.

use insta::{assert_debug_snapshot, assert_snapshot};

use crate::catalogue::Catalogue;
use crate::html::texts;

use super::rich;

/// The same catalogue in English.
fn english() -> Catalogue {
    let settings = "title: Home & away\nlanguage: en\nthemes:\n  - {id: langue, title: Language}\n  - {id: logement, title: Housing}\n";
    rich().file("content/catalogue.yaml", settings)
}

#[test]
fn an_english_catalogue_has_english_addresses() {
    let catalogue = english();
    catalogue.build();
    let mut folders = catalogue.pages();
    folders.retain(|path| path.matches('/').count() == 1);
    assert_debug_snapshot!(folders, @r#"
    [
        "audiences/index.html",
        "avant-propos/index.html",
        "booklet/index.html",
        "credits/index.html",
        "initiatives/index.html",
        "pilots/index.html",
        "search/index.html",
        "site-map/index.html",
        "territories/index.html",
        "themes/index.html",
    ]
    "#);
}

#[test]
fn an_english_catalogue_has_english_words() {
    let catalogue = english();
    catalogue.build();
    let html = catalogue.output("initiatives/accueil/index.html");
    assert_snapshot!([texts(&html, "h2"), texts(&html, "time"), texts(&html, "title")].concat().join(" · "), @"La méthode · Results · In pictures · To go further · Pilot · Partners · Territory · Period · Audiences · Contacts · 31 March 2019 · 30 April 2019 · Accueil – Centre Primo Levi – Home & away");
}

#[test]
fn french_typography_is_set_in_french_alone() {
    let sheet = |catalogue: &Catalogue| {
        catalogue.write(
            "content/initiatives/elan.yaml",
            "title: L'accueil ?\ntheme: logement\npilot: {name: A}\nobjective: \"97 % : oui !\"\n",
        );
        catalogue.build();
        let html = catalogue.output("initiatives/elan/index.html");
        let objective =
            html.split_once("class=\"objective\">").unwrap().1.split_once('<').unwrap().0.to_owned();
        (texts(&html, "h1").remove(0), objective)
    };
    let both = |title: &str, objective: &str| (title.to_owned(), objective.to_owned());
    assert_eq!(sheet(&rich()), both("L’accueil\u{202f}?", "97\u{202f}%\u{a0}: oui\u{202f}!"));
    assert_eq!(sheet(&english()), both("L'accueil ?", "97 % : oui !"));
}

#[test]
fn a_language_with_its_own_labels() {
    let labels = std::fs::read_to_string("themes/forum/labels/en.yaml").unwrap();
    let catalogue = Catalogue::new()
        .file("themes/forum/labels/de.yaml", labels.replace("title_home: Home", "title_home: Startseite"))
        .file("content/catalogue.yaml", "title: K\nlanguage: de\nthemes: [{id: logement, title: Wohnen}]\n");
    catalogue.build();
    let html = catalogue.output("themes/index.html");
    assert!(html.contains("<html lang=\"de\">") && html.contains("Startseite"));
}
