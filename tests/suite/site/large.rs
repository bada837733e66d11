//! What is cut where there are very many sheets, and how its parts lead to each other.

use crate::catalogue::Catalogue;
use crate::html::{tags, text, texts};
use crate::large::large;

use super::quality::check_all;

#[test]
fn every_list_of_a_large_catalogue_is_cut() {
    let catalogue = large();
    catalogue.build();
    check_all(&catalogue, "fr");
    themes_and_audiences(&catalogue);
    territories(&catalogue);
    indexes(&catalogue);
    volumes(&catalogue);
    for path in catalogue.pages() {
        let heavy = catalogue.output(&path).len();
        assert!(path.starts_with("livret/") || heavy < 500_000, "{path}: {heavy} bytes");
    }
}

/// The headings of a page, with how many sheets it lists.
fn shown(catalogue: &Catalogue, path: &str) -> (String, Vec<String>, usize) {
    let html = catalogue.output(path);
    let lists = ["entry-number", "card-number", "contents-number", "index-number"];
    let sheets = lists.iter().map(|class| html.matches(&format!("class=\"{class}\"")).count()).sum();
    (texts(&html, "h1").remove(0), texts(&html, "h2"), sheets)
}

/// What stands in an element of a class, from the first to the end of its tag's name.
fn part(catalogue: &Catalogue, path: &str, class: &str, name: &str) -> String {
    let html = catalogue.output(path);
    let (_, inside) =
        html.split_once(&format!("<{name} class=\"{class}\"")).unwrap_or_else(|| panic!("{path}"));
    inside.split_once(&format!("</{name}>")).unwrap().0.split_once('>').unwrap().1.to_owned()
}

/// The pages that a page of a list leads to.
fn pages(catalogue: &Catalogue, path: &str) -> Vec<String> {
    let links = tags(&part(catalogue, path, "pages", "nav"));
    links.iter().filter_map(|tag| tag.get("href")).map(str::to_owned).collect()
}

fn themes_and_audiences(catalogue: &Catalogue) {
    let theme = |page: &str| shown(catalogue, &format!("themes/langue/{page}index.html"));
    let sheets = "Les fiches, par pilote".to_owned();
    let crossing = "Traversent aussi ce thème".to_owned();
    let title = "Apprentissage de la langue";
    assert_eq!(theme(""), (title.to_owned(), vec![sheets.clone()], 500));
    assert_eq!(theme("page_2/"), (format!("{title} – page 2"), vec![sheets, crossing.clone()], 500));
    assert_eq!(theme("page_4/"), (format!("{title} – page 4"), vec![crossing], 100));
    assert_eq!(
        pages(catalogue, "themes/langue/page_2/index.html"),
        ["index.html", "page_2/index.html", "page_3/index.html", "page_4/index.html"]
            .map(|page| format!("../../../themes/langue/{page}"))
    );
    let (title, _, sheets) = shown(catalogue, "publics/jeunes/page_3/index.html");
    assert_eq!((title.as_str(), sheets), ("Jeunes – page 3", 66));
    let map = catalogue.output("sitemap.xml");
    assert!(map.contains("<loc>https://exemple.fr/publics/jeunes/page_3/</loc>"));
}

fn territories(catalogue: &Catalogue) {
    let first = catalogue.output("territoires/region-11/index.html");
    let second = catalogue.output("territoires/region-11/page_2/index.html");
    assert!(first.contains("<svg class=\"map\"") && !second.contains("<svg class=\"map\""));
    let paris = shown(catalogue, "territoires/75/page_2/index.html");
    assert_eq!(paris.0, "Paris – page 2");
    assert_eq!(paris.2, 500);
    // Six hundred sheets cover the country: those across the border begin on the second page.
    let index = |page: &str| shown(catalogue, &format!("territoires/{page}index.html"));
    assert_eq!((index("").2, index("page_2/").2), (500, 500));
    let sheet = catalogue.output("initiatives/f-7/index.html");
    assert!(sheet.contains("href=\"../../territoires/page_2/index.html#borders\""));
}

fn indexes(catalogue: &Catalogue) {
    let (title, headings, sheets) = shown(catalogue, "pilotes/index.html");
    assert_eq!((title.as_str(), headings.len(), sheets), ("Les pilotes", 0, 0));
    let bar = tags(&part(catalogue, "pilotes/index.html", "letters", "ul"));
    let letters: Vec<&str> = bar.iter().filter_map(|tag| tag.get("href")).collect();
    assert_eq!(
        letters,
        ["pilotes/0-9/index.html", "pilotes/a/index.html", "pilotes/s/index.html"]
            .map(|path| format!("../{path}"))
    );
    let list = text(&part(catalogue, "pilotes/index.html", "areas", "ul"));
    assert_eq!(
        list.split_whitespace().collect::<Vec<&str>>().join(" "),
        "0–9 50 pilotes A 1 066 pilotes S 1 pilote"
    );
    let (title, headings, sheets) = shown(catalogue, "pilotes/a/page_2/index.html");
    assert_eq!((title.as_str(), sheets), ("Les pilotes – A – page 2", 500));
    assert_eq!(headings, ["A"]);
    // A partner of more than a page goes on; who links to it finds its beginning.
    let caf = |page: &str| shown(catalogue, &format!("partenaires/c/{page}index.html")).2;
    assert_eq!(["", "page_2/", "page_3/", "page_4/"].map(caf), [500, 500, 500, 100]);
    let sheet = catalogue.output("initiatives/f-8/index.html");
    assert!(sheet.contains("href=\"../../partenaires/c/index.html#partner-caf\""));
    let partner = catalogue.output("partenaires/a/index.html");
    assert!(partner.contains("/a/index.html#pilot-accueil-7\">Porte aussi des initiatives</a>"));
}

/// Each volume has the contents and the index of its own sheets; the list of volumes says what they hold.
fn volumes(catalogue: &Catalogue) {
    let list = |path: &str| text(&part(catalogue, path, "booklet-part booklet-others", "nav"));
    let whole = list("livret/index.html");
    assert!(
        whole.contains(
            "volume 2 – fiches\u{a0}501\u{a0}à\u{a0}1000Apprentissage de la langue, Accès au logement"
        ),
        "{whole}"
    );
    let forum = list("livret/lyon/index.html");
    assert!(forum.contains("volume 2 – fiches\u{a0}501\u{a0}à\u{a0}800"), "{forum}");
    for (path, sheets) in
        [("livret/index.html", 500), ("livret/4/index.html", 101), ("livret/lyon/2/index.html", 300)]
    {
        let html = catalogue.output(path);
        let (_, contents) = html.split_once("aria-labelledby=\"contents\">").unwrap();
        let (contents, _) = contents.split_once("</nav>").unwrap();
        assert_eq!(contents.matches("class=\"contents-number\"").count(), sheets, "{path}");
        assert!(
            tags(contents).iter().filter_map(|tag| tag.get("href")).all(|link| link.starts_with("#sheet-"))
        );
        assert_eq!(html.matches("class=\"index-number\"").count(), sheets, "{path}");
    }
}
