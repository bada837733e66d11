//! Whom initiatives are for: pages of their own.

use insta::assert_debug_snapshot;

use crate::catalogue::{Catalogue, ELAN};
use crate::html::{tags, texts};

/// Three sheets that name audiences, two of them alike.
fn catalogue() -> Catalogue {
    let sheet = |title: &str, audiences: &str| {
        format!("{}audiences: {audiences}\n", ELAN.replace("Programme Elan", title))
    };
    Catalogue::new()
        .sheet("a", sheet("Abri", "[Jeunes, \"Familles : l'été\"]"))
        .sheet("b", sheet("Bail", "[jeunes, …]"))
        .sheet("c", sheet("Cour", "[JEUNES !, jeunes]"))
}

#[test]
fn spellings_that_only_look_different_have_one_page() {
    let catalogue = catalogue();
    catalogue.build();
    let mut pages = catalogue.pages();
    pages.retain(|path| path.starts_with("publics/"));
    assert_debug_snapshot!(pages, @r#"
    [
        "publics/familles-l-ete/index.html",
        "publics/index.html",
        "publics/jeunes/index.html",
    ]
    "#);
    let html = catalogue.output("publics/jeunes/index.html");
    assert_eq!(texts(&html, "h1"), ["Jeunes"]);
    assert_eq!(texts(&html, "h2"), ["Abri", "Bail", "Cour"]);
    assert_eq!(texts(&html, "title"), ["Publics – Jeunes – Initiatives & territoires"]);
    let list = catalogue.output("publics/index.html");
    assert!(
        list.contains("href=\"../publics/familles-l-ete/index.html\">Familles\u{a0}: l’été</a>"),
        "{list}"
    );
}

#[test]
fn sheets_lead_to_them_and_the_booklet_does_not() {
    let catalogue = catalogue();
    catalogue.build();
    let hrefs = |path: &str| -> Vec<String> {
        let all =
            tags(&catalogue.output(path)).into_iter().filter_map(|tag| tag.get("href").map(str::to_owned));
        all.filter(|href| href.contains("publics/")).collect()
    };
    assert_eq!(
        hrefs("initiatives/a/index.html"),
        ["../../publics/jeunes/index.html", "../../publics/familles-l-ete/index.html"]
    );
    // A line without words has no page.
    assert_eq!(hrefs("initiatives/b/index.html"), ["../../publics/jeunes/index.html"]);
    assert!(hrefs("livret/index.html").is_empty());
    assert_eq!(hrefs("plan-du-site/index.html").len(), 3);
}

#[test]
fn a_catalogue_without_audiences_has_no_such_page_and_no_way_to_it() {
    let catalogue = Catalogue::new();
    catalogue.build();
    assert!(!catalogue.path("public/publics").exists());
    for path in catalogue.pages() {
        assert!(!catalogue.output(&path).contains("publics/"), "{path}");
    }
}
