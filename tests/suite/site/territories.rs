//! The pages of territories, and the map.

use insta::assert_debug_snapshot;

use crate::catalogue::{Catalogue, ELAN};
use crate::html::{tags, texts};

/// Four themes' worth of places: a department, a region, both, overseas, abroad, everywhere, nowhere.
fn spread() -> Catalogue {
    let sheet = |title: &str, territory: &str| {
        format!("{}territory: {territory}\n", ELAN.replace("Programme Elan", title))
    };
    Catalogue::new()
        .sheet("gard", sheet("Au Gard", "{departments: [\"30\"]}"))
        .sheet("occitanie", sheet("En Occitanie", "{regions: [\"76\"]}"))
        .sheet("deux", sheet("À deux", "{regions: [\"76\"], departments: [\"30\", \"34\"]}"))
        .sheet("rouen", sheet("À Rouen", "{departments: [\"76\"]}"))
        .sheet("paris", sheet("À Paris", "{departments: [\"75\"]}"))
        .sheet("aquitaine", sheet("En Aquitaine", "{regions: [\"75\"]}"))
        .sheet("reunion", sheet("À La Réunion", "{regions: [\"04\"]}"))
        .sheet("noumea", sheet("À Nouméa", "{departments: [\"988\"]}"))
        .sheet("partout", sheet("Partout", "{national: true}"))
        .sheet("frontiere", sheet("À la frontière", "{departments: [\"59\"], cross_border: [Wallonie]}"))
        .sheet("lieu", sheet("Un lieu", "{places: [Ici]}"))
}

/// The headings and links of a page's own part.
fn outline(catalogue: &Catalogue, path: &str) -> Vec<String> {
    let html = catalogue.output(path);
    let main = html.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    let headings = ["h1", "h2", "h3"].map(|name| texts(main, name));
    headings.concat()
}

#[test]
fn each_area_with_sheets_has_a_page_and_no_code_means_two() {
    let catalogue = spread();
    catalogue.build();
    let mut pages = catalogue.pages();
    pages.retain(|path| path.starts_with("territoires/"));
    let codes: Vec<&str> = pages.iter().map(|path| path.split('/').nth(1).unwrap()).collect();
    // All thirteen departments of Occitanie and all twelve of Nouvelle-Aquitaine, as a sheet covers
    // each; La Réunion under the code that its letters bear.
    assert_eq!(
        codes.join(" "),
        "09 11 12 16 17 19 23 24 30 31 32 33 34 40 46 47 48 59 64 65 66 75 76 79 81 82 86 87 974 988 \
         index.html region-11 region-28 region-32 region-75 region-76"
    );
    let titles = ["75", "region-75", "76", "region-76", "974"]
        .map(|code| texts(&catalogue.output(&format!("territoires/{code}/index.html")), "title").remove(0));
    assert_debug_snapshot!(titles, @r#"
    [
        "Paris\u{a0}(75)\u{a0}: 1\u{a0}initiative – Initiatives & territoires",
        "Nouvelle-Aquitaine\u{a0}: 1\u{a0}initiative – Initiatives & territoires",
        "Seine-Maritime\u{a0}(76)\u{a0}: 1\u{a0}initiative – Initiatives & territoires",
        "Occitanie\u{a0}: 3\u{a0}initiatives – Initiatives & territoires",
        "La Réunion\u{a0}(974)\u{a0}: 1\u{a0}initiative – Initiatives & territoires",
    ]
    "#);
}

#[test]
fn the_index_lists_regions_then_what_has_none() {
    let catalogue = spread();
    catalogue.build();
    assert_debug_snapshot!(outline(&catalogue, "territoires/index.html"), @r#"
    [
        "Les territoires",
        "Régions et départements",
        "Dans toute la France",
        "Par-delà les frontières",
        "Sans territoire précis",
        "Hauts-de-France 1\u{a0}initiative",
        "Île-de-France 1\u{a0}initiative",
        "Normandie 1\u{a0}initiative",
        "Nouvelle-Aquitaine 1\u{a0}initiative",
        "Occitanie 3\u{a0}initiatives",
        "La Réunion 1\u{a0}initiative",
        "Nouvelle-Calédonie 1\u{a0}initiative",
    ]
    "#);
    let html = catalogue.output("territoires/index.html");
    let apart = html.split_once("id=\"nationwide\"").unwrap().1;
    let [national, borders, elsewhere] =
        ["Dans toute", "id=\"borders\"", "id=\"elsewhere\""].map(|start| apart.find(start).unwrap());
    let at = |title: &str| apart.find(&format!(">{title}</a>")).unwrap();
    assert!((national..borders).contains(&at("Partout")));
    assert!((borders..elsewhere).contains(&at("À la frontière")));
    assert!(at("Programme Elan") > elsewhere && at("Un lieu") > elsewhere);
}

#[test]
fn a_regions_page_shows_each_sheet_once() {
    let catalogue = spread();
    catalogue.build();
    assert_debug_snapshot!(outline(&catalogue, "territoires/region-76/index.html"), @r#"
    [
        "Occitanie",
        "Par département",
        "Dans toute la région",
        "Dans plusieurs départements",
        "Gard\u{a0}(30)",
        "En Occitanie",
        "À deux",
        "Au Gard",
    ]
    "#);
}

#[test]
fn a_departments_page_shows_its_sheets_then_those_of_its_region() {
    let catalogue = spread();
    catalogue.build();
    assert_debug_snapshot!(outline(&catalogue, "territoires/30/index.html"), @r#"
    [
        "Gard",
        "Les fiches du Gard",
        "Dans toute la région Occitanie",
        "Ailleurs en région Occitanie",
        "À deux",
        "Au Gard",
        "En Occitanie",
    ]
    "#);
    // A department that no sheet names, in a region that one covers.
    assert_debug_snapshot!(outline(&catalogue, "territoires/48/index.html"), @r#"
    [
        "Lozère",
        "Dans toute la région Occitanie",
        "Ailleurs en région Occitanie",
        "En Occitanie",
    ]
    "#);
    let html = catalogue.output("territoires/30/index.html");
    assert!(html.contains(
        "href=\"../../territoires/index.html#nationwide\">1\u{a0}initiative couvre toute la France"
    ));
}

#[test]
fn overseas_a_territory_has_one_page_and_no_region_above_it() {
    let catalogue = spread();
    catalogue.build();
    let html = catalogue.output("territoires/974/index.html");
    assert_eq!(texts(&html, "h2"), ["Les fiches de La Réunion"]);
    assert!(!html.contains("Ailleurs en région"));
    assert!(
        catalogue
            .output("initiatives/reunion/index.html")
            .contains("href=\"../../territoires/974/index.html\">La Réunion</a>")
    );
    // The drawing has no New Caledonia: its page does without.
    assert!(!catalogue.output("territoires/988/index.html").contains("<svg class=\"locator\""));
}

#[test]
fn every_department_of_the_list_is_a_named_link_on_the_map() {
    let catalogue = spread();
    catalogue.build();
    let html = catalogue.output("territoires/index.html");
    let (_, after) = html.split_once("<svg class=\"map\"").unwrap();
    let (map, list) = after.split_once("</svg>").unwrap();
    let links = |html: &str| -> Vec<String> {
        tags(html)
            .iter()
            .filter(|tag| tag.name == "a")
            .filter_map(|tag| tag.get("href").map(str::to_owned))
            .collect()
    };
    let listed: Vec<String> = links(list)
        .into_iter()
        .filter(|path| path.starts_with("../territoires/") && !path.contains("region"))
        .collect();
    let mut mapped = links(map);
    // The collectivities of the Pacific stand in the list alone.
    mapped.push("../territoires/988/index.html".to_owned());
    assert_eq!(mapped, listed);
    let names = texts(map, "title");
    assert_eq!(names.len(), mapped.len() - 1);
    assert!(names.contains(&"Gard\u{a0}(30)\u{a0}: 3\u{a0}initiatives".to_owned()), "{names:?}");
    assert!(tags(map).iter().all(|tag| tag.name != "path" || tag.get("tabindex").is_none()));
}

#[test]
fn a_sheet_leads_to_its_territories() {
    let catalogue = spread();
    catalogue.build();
    let sheet = catalogue.output("initiatives/deux/index.html");
    for (path, name) in [("region-76", "Occitanie"), ("30", "Gard\u{a0}(30)"), ("34", "Hérault\u{a0}(34)")] {
        assert!(
            sheet.contains(&format!("<a href=\"../../territoires/{path}/index.html\">{name}</a>")),
            "{name}"
        );
    }
    assert!(sheet.contains("<svg class=\"locator\" aria-hidden=\"true\""));
    assert!(
        catalogue
            .output("initiatives/partout/index.html")
            .contains("territoires/index.html#nationwide\">France entière</a>")
    );
    assert!(
        catalogue.output("initiatives/frontiere/index.html").contains("territoires/index.html#borders\">")
    );
    // On paper they are words.
    let booklet = catalogue.output("livret/index.html");
    assert!(!booklet.contains("territoires/30/") && booklet.contains("Gard\u{a0}(30)"));
}

#[test]
fn without_territories_there_is_no_page_and_no_way_to_it() {
    let catalogue = Catalogue::new();
    catalogue.build();
    assert!(catalogue.tree().iter().all(|path| !path.starts_with("territoires/")));
    assert!(!catalogue.output("index.html").contains("territoires/"));
    catalogue.write("content/initiatives/elan.yaml", format!("{ELAN}territory: {{national: true}}\n"));
    catalogue.build();
    let html = catalogue.output("territoires/index.html");
    // A map of nothing would tell nothing.
    assert!(!html.contains("<svg class=\"map\"") && html.contains("id=\"nationwide\""));
    assert!(catalogue.output("index.html").contains("href=\"territoires/index.html\""));
}

#[test]
fn in_english() {
    let catalogue = spread().file(
        "content/catalogue.yaml",
        "title: Home\nlanguage: en\nthemes:\n  - {id: langue, title: Language}\n  - {id: logement, title: Housing}\n",
    );
    catalogue.build();
    assert_debug_snapshot!(outline(&catalogue, "territories/30/index.html"), @r#"
    [
        "Gard",
        "The sheets of Gard",
        "In the whole region Occitanie",
        "Elsewhere in the region Occitanie",
        "À deux",
        "Au Gard",
        "En Occitanie",
    ]
    "#);
    let titles = ["30", "region-76"]
        .map(|code| texts(&catalogue.output(&format!("territories/{code}/index.html")), "title").remove(0));
    assert_eq!(titles, ["Gard\u{a0}(30): 3 initiatives – Home", "Occitanie: 3 initiatives – Home"]);
}

#[test]
fn themes_without_colours_are_sewn_too() {
    let catalogue = Catalogue::new().sheet("gard", format!("{ELAN}territory: {{departments: [\"30\"]}}\n"));
    catalogue.build();
    let html = catalogue.output("territoires/index.html");
    assert!(html.contains("<pattern id=\"cloth-0\"") && html.contains("fill=\"url(#cloth-0)\""));
}
