//! `new`, `schema`, `completions`.

use insta::assert_snapshot;
use serde_json::Value;

use crate::catalogue::{Catalogue, ELAN};
use crate::picture::{SVG, jpeg};

#[test]
fn a_new_sheet_names_what_to_fill_in() {
    let catalogue = Catalogue::new();
    let run = catalogue.run(["new", "bail-glissant"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_snapshot!(run.stdout, @"
    Fiche créée : ./content/initiatives/bail-glissant.yaml
    Ouvrez-la dans un éditeur de texte, complétez-la, puis lancez « florilege check ».
    ");
    let run = catalogue.run(["check", "--format", "github"]);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.stdout, @"
    ::error file=content/initiatives/bail-glissant.yaml,line=9,endLine=9,col=1,endColumn=6,title=empty-field::Le champ « theme » est vide.%0AComplétez-le, par exemple : theme: logement
    ::error file=content/initiatives/bail-glissant.yaml,line=17,endLine=17,col=3,endColumn=7,title=empty-field::Le champ « name » est vide.%0AComplétez-le, par exemple : name: Samusocial de Paris
    ::error file=content/initiatives/bail-glissant.yaml,line=70,endLine=70,col=1,endColumn=10,title=empty-field::Le champ « objective » est vide.%0AComplétez-le, par exemple : objective: Soutenir les cohabitations entre citoyens et réfugiés.
    ");
}

#[test]
fn a_new_sheet_is_good_once_it_is_filled_in() {
    let catalogue = Catalogue::new();
    catalogue.run(["new", "bail-glissant", "--theme", "logement"]);
    let path = catalogue.path("content/initiatives/bail-glissant.yaml");
    let sheet = std::fs::read_to_string(&path).unwrap();
    assert!(sheet.contains("\ntheme: logement\n"), "{sheet}");
    let filled =
        sheet.replace("\n  name:\n", "\n  name: Elia\n").replace("\nobjective:\n", "\nobjective: Loger.\n");
    catalogue.write("content/initiatives/bail-glissant.yaml", filled);
    catalogue.build();
}

/// Every field that waits behind a `#` is good as it is once that `#` is gone.
#[test]
fn the_examples_of_a_new_sheet_are_good() {
    let settings = "title: A\nthemes: [{id: logement, title: L}, {id: lien-social, title: S}]\n";
    let catalogue = Catalogue::new()
        .file("content/catalogue.yaml", settings)
        .file("content/forums/paris-2019.yaml", "title: Paris\n")
        .file("seeds/sources/forum-2019.yaml", "title: Forum\n")
        .file("content/media/elan.jpg", jpeg(9, 9, 1))
        .file("content/media/samusocial.svg", SVG);
    catalogue.run(["new", "bail", "--theme", "logement"]);
    let path = "content/initiatives/bail.yaml";
    let sheet = std::fs::read_to_string(catalogue.path(path)).unwrap();
    let sheet =
        sheet.replace("\n  name:\n", "\n  name: Elia\n").replace("\nobjective:\n", "\nobjective: Loger.\n");
    let fields: Vec<String> = sheet.split("\n\n").skip(1).map(turned_on).collect();
    catalogue.write(path, fields.join("\n\n"));
    catalogue.build();
    assert!(catalogue.tree().contains(&"initiatives/ancien-nom/index.html".to_owned()));
}

/// A field of a new sheet without its `#`; the line that explains it keeps its own.
fn turned_on(field: &str) -> String {
    let mut lines = field.lines();
    let explained = lines.next().unwrap_or_default();
    let lines = lines.map(|line| line.strip_prefix("# ").unwrap_or(line));
    std::iter::once(explained).chain(lines).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_new_sheet_in_english() {
    let catalogue = Catalogue::new();
    assert_snapshot!(catalogue.run(["new", "sliding-lease", "--lang", "en"]).stdout, @"
    Sheet made: ./content/initiatives/sliding-lease.yaml
    Open it in a text editor, fill it in, then run “florilege check”.
    ");
    let sheet = std::fs::read_to_string(catalogue.path("content/initiatives/sliding-lease.yaml")).unwrap();
    assert!(sheet.contains("(required)") && !sheet.contains("obligatoire"), "{sheet}");
}

#[test]
fn an_id_that_is_taken_is_refused() {
    let catalogue = Catalogue::new().file("content/initiatives/paris/bail.yml", ELAN);
    let run = catalogue.run(["new", "elan"]);
    assert_eq!(run.code, 2);
    assert_snapshot!(run.stderr, @"L'identifiant « elan » est déjà celui de « content/initiatives/elan.yaml ».");
    assert_snapshot!(catalogue.run(["new", "bail"]).stderr, @"L'identifiant « bail » est déjà celui de « content/initiatives/paris/bail.yml ».");
    assert!(!catalogue.path("content/initiatives/bail.yaml").exists());
}

#[test]
fn an_id_that_was_a_sheets_before_is_refused() {
    let catalogue = Catalogue::new().sheet("bail", format!("{ELAN}previous_ids: [ancien]\n"));
    let run = catalogue.run(["new", "ancien"]);
    assert_eq!(run.code, 2, "{}", run.stdout);
}

#[test]
fn an_id_that_cannot_be_an_address_is_refused() {
    let catalogue = Catalogue::new();
    for id in ["Été à Angers", "../elan", "con", "a/b", "", ".", "a--b"] {
        let run = catalogue.run(["new", id]);
        assert_eq!(run.code, 2, "{id}");
    }
    assert_snapshot!(catalogue.run(["new", "Été à Angers"]).stderr, @"« Été à Angers » ne peut pas servir d'adresse. Essayez « ete-a-angers » : des minuscules sans accent, des chiffres, des traits d'union.");
    assert_snapshot!(catalogue.run(["new", "../elan"]).stderr, @"« ../elan » ne peut pas servir d'adresse. Essayez « elan » : des minuscules sans accent, des chiffres, des traits d'union.");
    assert_snapshot!(catalogue.run(["new", "con"]).stderr, @"« con » ne peut pas servir d'adresse. Essayez « mon-initiative » : des minuscules sans accent, des chiffres, des traits d'union.");
    assert_eq!(catalogue.run(["check"]).code, 0);
}

#[test]
fn a_theme_that_would_break_the_sheet_is_refused() {
    let catalogue = Catalogue::new();
    for theme in ["a: b", "Été", "x\ntitle: y"] {
        let run = catalogue.run(["new", "bail", "--theme", theme]);
        assert_eq!(run.code, 2, "{theme}: {}", run.stdout);
        assert!(!catalogue.path("content/initiatives/bail.yaml").exists());
    }
}

#[test]
fn the_schema_of_a_sheet_names_its_fields() {
    let catalogue = Catalogue::empty();
    let schema: Value = serde_json::from_str(&catalogue.run(["schema"]).stdout).unwrap();
    let fields: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    for field in ["title", "theme", "pilot", "objective", "previous_ids"] {
        assert!(fields.iter().any(|name| *name == field), "{field}");
    }
    assert_snapshot!(schema["required"], @r#"["theme","pilot","objective"]"#);
    assert_eq!(schema["additionalProperties"], Value::Bool(false));
    assert_snapshot!(schema["properties"]["objective"]["description"], @r#""Ce qu'elle vise, en une ou deux phrases.""#);
}

#[test]
fn every_kind_of_file_has_a_schema() {
    let catalogue = Catalogue::empty();
    for kind in ["sheet", "settings", "forum", "page", "source"] {
        let run = catalogue.run(["schema", kind]);
        let schema: Value = serde_json::from_str(&run.stdout).unwrap();
        assert!(schema["properties"]["title"].is_object(), "{kind}");
    }
}

#[test]
fn completions_of_a_terminal() {
    let run = Catalogue::empty().run(["completions", "bash"]);
    assert_eq!(run.code, 0);
    for command in ["build", "check", "new", "schema"] {
        assert!(run.stdout.contains(command));
    }
}
