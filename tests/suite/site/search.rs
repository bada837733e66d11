//! The search and the filters, as files: what they hold, and what a page says without a script.

use serde_json::Value;

use crate::catalogue::{Catalogue, ELAN};
use crate::html::{Tag, tags, text, texts};

use super::rich;

/// The data of the search's file whose name begins so.
fn data(catalogue: &Catalogue, name: &str) -> Value {
    let start = format!("assets/search/{name}-");
    let path = catalogue.tree().into_iter().find(|path| path.starts_with(&start)).unwrap();
    let file = catalogue.output(&path);
    let json = file.strip_prefix("florilege(").and_then(|rest| rest.strip_suffix(")\n"));
    serde_json::from_str(json.unwrap_or_else(|| panic!("{path} is more than a call"))).unwrap()
}

/// The words of a small catalogue, each with the sheets and fields that have it, as encoded.
fn words(catalogue: &Catalogue) -> Vec<(String, String)> {
    let parts = data(catalogue, "words");
    let parts = parts["words"].as_array().unwrap();
    let lines = |part: &Value, at: usize| -> Vec<String> {
        part[at].as_str().unwrap().split(' ').map(str::to_owned).collect()
    };
    parts.iter().flat_map(|part| lines(part, 0).into_iter().zip(lines(part, 1))).collect()
}

/// Where a word is found: `0a` is the title of the first sheet.
fn found(catalogue: &Catalogue, word: &str) -> Option<String> {
    words(catalogue).into_iter().find(|(other, _)| other == word).map(|(_, sheets)| sheets)
}

/// The text of every file of the search.
fn all(catalogue: &Catalogue) -> String {
    let mut paths = catalogue.tree();
    paths.retain(|path| path.starts_with("assets/search/"));
    paths.iter().map(|path| catalogue.output(path)).collect()
}

#[test]
fn every_part_of_a_sheet_can_be_found_where_it_counts_most() {
    let catalogue = rich();
    catalogue.build();
    // Sheets are Accueil, Zèbre, Programme Elan.
    for (word, sheets) in [
        ("accueil", "0a"),
        ("zebre", "0b"),
        ("primo", "1a"),
        ("pole", "2a"),
        ("national", "2a"),
        ("jeunes", "2a"),
        ("langue", "2a"),
        ("logement", "2aaa"),
        ("75", "2a"),
        ("paris", "1c2a"),
        ("ile", "2a"),
        ("accueillir", "3a"),
        ("methode", "4a"),
        ("trois", "4a"),
        ("soins", "4a"),
        ("97", "4a"),
        ("repas", "4a"),
        ("film", "4a"),
    ] {
        assert_eq!(found(&catalogue, word).as_deref(), Some(sheets), "{word}");
    }
}

#[test]
fn words_that_say_nothing_and_marks_are_no_words() {
    let catalogue = Catalogue::new()
        .sheet("a", format!("{ELAN}description: \"**Ré**fugiés, l'[œuvre](https://a.fr/secret)\"\n"));
    catalogue.build();
    let words: Vec<String> = words(&catalogue).into_iter().map(|(word, _)| word).collect();
    assert!(words.iter().any(|word| word == "refugies") && words.iter().any(|word| word == "oeuvre"));
    for word in ["de", "et", "la", "l", "re", "fugies", "secret", "https"] {
        assert!(!words.iter().any(|other| other == word), "{word}");
    }
}

#[test]
fn no_contact_can_be_searched() {
    let contact = "contacts:\n  - {name: Camille Exemplaire, role: Directrice, organisation: Fabrique, address: 1 allée Verte, email: camille@exemple.fr, phones: [\"06 16 63 27 82\"]}\n";
    let catalogue = Catalogue::new().sheet("a", format!("{ELAN}{contact}"));
    catalogue.build();
    assert!(catalogue.output("initiatives/a/index.html").contains("Camille Exemplaire"));
    let told = all(&catalogue).to_lowercase();
    for word in ["camille", "exemplaire", "directrice", "fabrique", "allée", "allee", "0616", "63"] {
        assert!(!told.contains(word), "{word}");
    }
}

#[test]
fn sheets_in_short_are_as_lists_show_them() {
    let catalogue = rich().sheet("sans", "theme: langue\npilot: {name: L'Abri}\nobjective: \"Voir : 5 %\"\n");
    catalogue.build();
    let lists = data(&catalogue, "lists");
    assert_eq!(lists["count"], 4);
    let sheets = lists["sheets"][0].as_array().unwrap();
    let shown: Vec<String> = sheets.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "[\"sans\",0,\"L’Abri\",\"\",\"\",\"Voir\u{a0}: 5\u{202f}%\"]",
            "[\"accueil\",0,\"Accueil\",\"Centre Primo Levi\",\"Paris\u{a0}(75)\",\"\"]",
            "[\"zebre\",1,\"Zèbre\",\"Élia\",\"\",\"\"]",
            "[\"elan\",1,\"Programme Elan\",\"Samusocial de Paris\",\"\",\"\"]",
        ]
    );
}

#[test]
fn filters_have_the_territories_of_the_pages_and_their_sheets() {
    let sheet = |territory: &str| format!("{ELAN}territory: {territory}\n");
    let catalogue = Catalogue::new()
        .sheet("a", sheet("{departments: [\"31\", \"34\"]}"))
        .sheet("b", sheet("{regions: [\"76\"], departments: [\"31\"]}"))
        .sheet("c", sheet("{regions: [\"76\"]}"))
        .sheet("d", sheet("{departments: [\"76\"]}"))
        .sheet("e", sheet("{national: true}"));
    catalogue.build();
    // elan, a, b, c, d, e: ranks in the catalogue's order, by their ids.
    let lists = data(&catalogue, "lists");
    let choices = lists["lists"][0]["territory"].as_array().unwrap().iter().map(|choice| {
        let part = |at: usize| choice[at].as_str().unwrap();
        format!("{} {} {} {}", part(0), part(1), part(2), part(3))
    });
    let mut choices: Vec<String> = choices.collect();
    // One sheet covers all of Occitanie: each of its departments has it.
    choices.retain(|choice| !choice.contains(" c ") || choice.contains("Ariège"));
    assert_eq!(
        choices,
        [
            "nationwide France entière e ",
            "region-28 Normandie d Normandie",
            "76 Seine-Maritime d Normandie",
            "region-76 Occitanie aaa Occitanie",
            "09 Ariège c Occitanie",
            "31 Haute-Garonne aaa Occitanie",
            "34 Hérault ab Occitanie",
        ]
    );
    // The page of a territory shows the same.
    let shown = |path: &str| texts(&catalogue.output(path), "h3").len();
    assert_eq!(shown("territoires/31/index.html"), 3);
    assert_eq!(shown("territoires/region-76/index.html"), 3);
}

#[test]
fn without_a_script_the_search_leads_to_the_lists() {
    let catalogue = rich();
    catalogue.build();
    let html = catalogue.output("recherche/index.html");
    let tags = tags(&html);
    let form = tags.iter().find(|tag| tag.get("role") == Some("search")).unwrap();
    assert_eq!((form.name.as_str(), form.get("hidden")), ("form", Some("")));
    let main = html.split_once("<main").unwrap().1;
    assert!(main.contains("demande JavaScript"));
    for path in ["initiatives", "themes", "pilotes", "territoires", "publics", "livret"] {
        assert!(main.contains(&format!("href=\"../{path}/index.html\"")), "{path}");
    }
}

#[test]
fn without_a_script_the_list_is_whole_and_has_no_filters() {
    let catalogue = rich();
    catalogue.build();
    let html = catalogue.output("initiatives/index.html");
    let form = tags(&html).into_iter().find(|tag| tag.get("class") == Some("filters")).unwrap();
    assert_eq!(form.get("hidden"), Some(""));
    assert_eq!(texts(&html, "h3"), ["Accueil", "Zèbre", "Programme Elan"]);
    let ways = html.split_once("Les mêmes fiches, en listes").unwrap().1.split_once("</p>").unwrap().0;
    assert_eq!(text(&format!("<p>{ways}</p>")).trim(), ": Thèmes, Pilotes, Territoires, Publics.");
}

#[test]
fn scripts_are_small_and_only_where_they_are_needed() {
    let catalogue = rich();
    catalogue.build();
    let scripts = |path: &str| -> Vec<Tag> {
        let tags = tags(&catalogue.output(path));
        tags.into_iter().filter(|tag| tag.get("src").is_some() && tag.name == "script").collect()
    };
    for path in catalogue.pages() {
        let needed = match path.as_str() {
            "recherche/index.html" | "initiatives/index.html" => 2,
            _ => 0,
        };
        let scripts = scripts(&path);
        assert_eq!(scripts.len(), needed, "{path}");
        assert!(scripts.iter().all(|script| script.get("defer").is_some()), "{path}");
    }
    for script in ["recherche/index.html", "initiatives/index.html"].into_iter().flat_map(scripts) {
        let code = catalogue.output(script.get("src").unwrap().strip_prefix("../").unwrap());
        assert!(code.len() <= 6 * 1024, "{} bytes in {script:?}", code.len());
        assert!(!code.contains("\n ") && !code.contains("\n//"), "{script:?}");
    }
}

#[test]
fn a_script_of_the_catalogue_wins_over_the_one_that_comes_with_the_program() {
    let catalogue = rich().file("themes/forum/assets/search.js", "// Le nôtre.\n  florilege;\n");
    catalogue.build();
    let path = catalogue.tree().into_iter().find(|path| path.starts_with("assets/search-")).unwrap();
    assert_eq!(catalogue.output(&path), "florilege;\n");
}

#[test]
fn every_page_has_a_way_to_the_search() {
    let catalogue = rich();
    catalogue.build();
    for path in catalogue.pages() {
        let html = catalogue.output(&path);
        if html.contains("http-equiv=\"refresh\"") {
            continue;
        }
        let tags = tags(&html);
        let search: Vec<&Tag> = tags.iter().filter(|tag| tag.get("role") == Some("search")).collect();
        assert_eq!(search.len(), 1, "{path}");
        assert_eq!(search[0].get("id"), Some("search"), "{path}");
        assert!(tags.iter().any(|tag| tag.get("href") == Some("#search")), "{path}");
    }
}

#[test]
fn the_words_of_the_search_are_those_of_its_language() {
    let settings = "title: K\nlanguage: en\nthemes: [{id: logement, title: Housing}]\n";
    let catalogue = Catalogue::new()
        .file("content/catalogue.yaml", settings)
        .sheet("elan", ELAN.replace("Faire", "The aim of all. Sur une base. Faire"));
    catalogue.build();
    let html = catalogue.output("search/index.html");
    assert!(html.contains("Search for a sheet") && html.contains("data-none=\"No sheet for"));
    assert!(catalogue.output("initiatives/index.html").contains("name=\"theme\""));
    // The small words of English are left out, those of French are words.
    for (word, is_found) in [("the", false), ("of", false), ("sur", true), ("une", true), ("aim", true)] {
        assert_eq!(found(&catalogue, word).is_some(), is_found, "{word}");
    }
}

#[test]
fn a_large_catalogue_has_its_list_on_several_pages_and_its_search_in_several_files() {
    let catalogue = rich();
    for number in 0..1_200 {
        let words: Vec<String> = (0..40).map(|word| format!("m{}x", number * 40 + word)).collect();
        let words = words.join(" ");
        catalogue.write(
            &format!("content/initiatives/f-{number}.yaml"),
            format!("title: Fiche {number} parmi toutes celles d'un catalogue bien trop long pour être lu\ntheme: langue\npilot: {{name: Un pilote dont le nom est long}}\nobjective: Voir.\ndescription: {words}\n"),
        );
    }
    catalogue.build();
    let pages =
        ["", "page_2/", "page_3/"].map(|page| catalogue.output(&format!("initiatives/{page}index.html")));
    let shown = pages.each_ref().map(|html| texts(html, "h3").len());
    assert_eq!(shown, [500, 500, 203]);
    assert_eq!(texts(&pages[1], "title"), ["Initiatives – page 2 – Initiatives & territoires"]);
    assert!(pages[2].contains("href=\"../../initiatives/page_2/index.html\""));
    assert!(pages[2].contains("Programme Elan") && !pages[0].contains("Programme Elan"));
    let search: Vec<String> =
        catalogue.tree().into_iter().filter(|path| path.starts_with("assets/search/")).collect();
    assert!(search.len() > 25, "{search:?}");
    for path in &search {
        let size = catalogue.output(path).len();
        assert!(size < 64 * 1024, "{path}: {size} bytes");
    }
    let lists = data(&catalogue, "lists");
    let named = lists["sheets"].as_array().unwrap().iter().chain(lists["lists"].as_array().unwrap());
    for name in named.map(|name| format!("assets/search/{}", name.as_str().unwrap())) {
        assert!(search.contains(&name), "{name}");
    }
}
