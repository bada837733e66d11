//! `check --report`: what the sheets lack, and whom to write to.

mod days;

use std::process::Stdio;

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::catalogue::{Catalogue, ELAN, Run};
use crate::picture::SVG;

/// The day of the reports.
const ON: &str = "2026-11-22";

/// Lacks nothing on that day.
const COMPLETE: &str = "\
title: Un toit, une table
theme: logement
pilot: {name: Les Voisins du pont}
contacts: [{name: Camille Exemple, email: camille@exemple.fr, publish: nowhere}]
territory: {departments: [\"35\"]}
objective: Loger.
description: Des repas.
results: Des baux.
media: [{file: repas.jpg, alt: Un repas.}]
reviewed: 2025-11-22
";

/// A complete sheet, and others that lack something, each in its own way.
fn catalogue() -> Catalogue {
    let bare = "theme: langue\npilot: {name: Elia, website: https://www.exemple.fr/}\nobjective: Parler.\n";
    let reviewed = COMPLETE.replace("2025-11-22", "2024-05").replace("Les Voisins du pont", "Adoma");
    Catalogue::new()
        .file("content/media/repas.jpg", SVG)
        .sheet("voisins", COMPLETE)
        .sheet("adoma", reviewed.replace("results: Des baux.\n", ""))
        .sheet("elia", bare)
        .sheet("kodiko", format!("{bare}contacts:\n  - {{name: Dominique}}\n").replace("Elia", "Kodiko"))
        .sheet("refuge", with_contacts("Le Refuge"))
}

/// A sheet with contacts who can be written to, called, visited, and none of it.
fn with_contacts(pilot: &str) -> String {
    let contacts = "\
contacts:
  - {name: Camille, email: camille@exemple.fr, phones: [\"02 61 91 00 12\"]}
  - {organisation: Accueil, phones: [\"0261910012\", \"+32 2 123 45 67\"]}
  - {role: Siège, address: \"1, rue de l'Exemple, 35000 Rennes\"}
  - {name: Dominique}
";
    format!("{ELAN}{contacts}").replace("Samusocial de Paris", pilot)
}

fn report(catalogue: &Catalogue) -> Run {
    catalogue.run(["check", "--report", "--on", ON])
}

/// What programs are told.
fn data(catalogue: &Catalogue, on: &str) -> Value {
    let run = catalogue.run(["check", "--report", "--on", on, "--format", "json"]);
    serde_json::from_str(&run.stdout).unwrap()
}

#[test]
fn a_table_in_french() {
    let run = report(&catalogue());
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_snapshot!(run.stdout, @"
    fiche   description  résultats  territoire  contact  image   relecture
    elia    manque       manque     manque      manque   manque  jamais
    kodiko  manque       manque     manque      manque   manque  jamais
    adoma                manque                                  à refaire
    refuge  manque       manque     manque               manque  jamais
    elan    manque       manque     manque      manque   manque  jamais

    Elia · elia
      à compléter   description, résultats, territoire, contact, image, jamais relue
      à qui écrire  site du pilote : www.exemple.fr

    Kodiko · kodiko
      à compléter   description, résultats, territoire, contact, image, jamais relue
      à qui écrire  Dominique (sans coordonnées)
                    site du pilote : www.exemple.fr

    Un toit, une table
    Adoma · adoma
      à compléter   résultats, relecture à refaire (2024-05)
      à qui écrire  Camille Exemple, camille@exemple.fr

    Programme Elan
    Le Refuge · refuge
      à compléter   description, résultats, territoire, image, jamais relue
      à qui écrire  Camille, camille@exemple.fr
                    Accueil, 02 61 91 00 12, +32 2 123 45 67

    Programme Elan
    Samusocial de Paris · elan
      à compléter   description, résultats, territoire, contact, image, jamais relue
      à qui écrire  aucun contact

    Le 2026-11-22 : 6 fiches, 1 complète, 5 à compléter :
      4 sans description, 5 sans résultats, 4 sans territoire, 3 sans contact, 4 sans image, 4 jamais relues, 1 relecture à refaire.
    6 fiches vérifiées, 19 pages prêtes, aucun problème, en [temps].
    ");
}

#[test]
fn a_table_in_english() {
    let run = catalogue().run(["check", "--report", "--on", ON, "--lang", "en"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_snapshot!(run.stdout, @"
    sheet   description  results  territory  contact  picture  review
    elia    missing      missing  missing    missing  missing  never
    kodiko  missing      missing  missing    missing  missing  never
    adoma                missing                               to redo
    refuge  missing      missing  missing             missing  never
    elan    missing      missing  missing    missing  missing  never

    Elia · elia
      to complete  description, results, territory, contact, picture, never reviewed
      write to     the pilot's site: www.exemple.fr

    Kodiko · kodiko
      to complete  description, results, territory, contact, picture, never reviewed
      write to     Dominique (no way to reach them)
                   the pilot's site: www.exemple.fr

    Un toit, une table
    Adoma · adoma
      to complete  results, new review (last: 2024-05)
      write to     Camille Exemple, camille@exemple.fr

    Programme Elan
    Le Refuge · refuge
      to complete  description, results, territory, picture, never reviewed
      write to     Camille, camille@exemple.fr
                   Accueil, 02 61 91 00 12, +32 2 123 45 67

    Programme Elan
    Samusocial de Paris · elan
      to complete  description, results, territory, contact, picture, never reviewed
      write to     no contact

    On 2026-11-22: 6 sheets, 1 complete, 5 to complete:
      4 without description, 5 without results, 4 without territory, 3 without contact, 4 without picture, 4 never reviewed, 1 due for a new review.
    6 sheets checked, 19 pages ready, no problem, in [temps].
    ");
}

#[test]
fn nothing_is_missing() {
    let catalogue = Catalogue::new().file("content/media/repas.jpg", SVG).sheet("elan", COMPLETE);
    assert_snapshot!(report(&catalogue).stdout, @"
    Le 2026-11-22 : 1 fiche, 1 complète, 0 à compléter.
    1 fiche vérifiée, 14 pages prêtes, aucun problème, en [temps].
    ");
    let run = catalogue.run(["check", "--report", "--on", ON, "--lang", "en", "--quiet"]);
    assert_snapshot!(run.stdout, @"On 2026-11-22: 1 sheet, 1 complete, 0 to complete.");
}

#[test]
fn whom_to_write_to_if_nobody_can_be_mailed_or_called() {
    let sheet =
        format!("{ELAN}contacts:\n  - {{name: Siège, address: Rennes}}\n  - {{website: https://a.fr/}}\n");
    let run = report(&Catalogue::new().sheet("elan", sheet));
    assert_snapshot!(run.stdout, @"
    fiche  description  résultats  territoire  image   relecture
    elan   manque       manque     manque      manque  jamais

    Programme Elan
    Samusocial de Paris · elan
      à compléter   description, résultats, territoire, image, jamais relue
      à qui écrire  Siège, Rennes
                    a.fr

    Le 2026-11-22 : 1 fiche, 0 complète, 1 à compléter :
      1 sans description, 1 sans résultats, 1 sans territoire, 1 sans image, 1 jamais relue.
    1 fiche vérifiée, 11 pages prêtes, aucun problème, en [temps].
    ");
}

#[test]
fn for_programs() {
    let catalogue = Catalogue::new().file("content/media/repas.jpg", SVG).sheet("voisins", COMPLETE);
    let catalogue = catalogue.sheet("elan", format!("{ELAN}reviewed: 2024-05\n{}", contact()));
    let run = catalogue.run(["check", "--report", "--on", ON, "--format", "json"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let said: Value = serde_json::from_str(&run.stdout).unwrap();
    let expected = json!({
        "problems": [],
        "report": {
            "on": ON,
            "sheets": [
                {
                    "id": "voisins", "file": "content/initiatives/voisins.yaml",
                    "title": "Un toit, une table", "pilot": "Les Voisins du pont", "pilot_website": null,
                    "theme": "logement", "missing": [], "reviewed": "2025-11-22",
                    "contacts": [{
                        "name": "Camille Exemple", "role": null, "organisation": null,
                        "email": "camille@exemple.fr", "phones": [], "address": null, "website": null,
                        "publish": "nowhere",
                    }],
                },
                {
                    "id": "elan", "file": "content/initiatives/elan.yaml",
                    "title": "Programme Elan", "pilot": "Samusocial de Paris", "pilot_website": null,
                    "theme": "logement", "reviewed": "2024-05",
                    "missing": ["description", "results", "territory", "picture", "recent_review"],
                    "contacts": [{
                        "name": null, "role": "Accueil", "organisation": "Siège",
                        "email": null, "phones": ["02 61 91 00 12"], "address": "Rennes",
                        "website": "https://www.exemple.fr/", "publish": "everywhere",
                    }],
                },
            ],
            "skipped": [],
            "totals": {
                "sheets": 2, "complete": 1, "incomplete": 1, "skipped": 0,
                "missing": {
                    "description": 1, "results": 1, "territory": 1, "contact": 0,
                    "picture": 1, "review": 0, "recent_review": 1,
                },
            },
        },
    });
    assert_eq!(said, expected);
}

fn contact() -> &'static str {
    "\
contacts:
  - role: Accueil
    organisation: Siège
    phones: [\"0261910012\"]
    address: Rennes
    website: https://www.exemple.fr/
"
}

#[test]
fn problems_stand_beside_the_report() {
    let catalogue = Catalogue::new().sheet("a", ELAN.replace("title", "tilte"));
    let run = catalogue.run(["check", "--report", "--on", ON, "--format", "json"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    let said: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(said["problems"][0]["code"], "unknown-field");
    assert_eq!(said["report"]["sheets"][0]["id"], "elan");
    assert_eq!(said["report"]["skipped"], json!(["content/initiatives/a.yaml"]));
    assert_eq!(said["report"]["totals"]["skipped"], 1);
}

/// Names and addresses are not for everybody who reads what a forge shows.
#[test]
fn for_a_forge() {
    let run = catalogue().run(["check", "--report", "--on", ON, "--format", "github"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_snapshot!(run.stdout, @"
    ::notice file=content/initiatives/elia.yaml::À compléter : description, résultats, territoire, contact, image, jamais relue.
    ::notice file=content/initiatives/kodiko.yaml::À compléter : description, résultats, territoire, contact, image, jamais relue.
    ::notice file=content/initiatives/adoma.yaml::À compléter : résultats, relecture à refaire (2024-05).
    ::notice file=content/initiatives/refuge.yaml::À compléter : description, résultats, territoire, image, jamais relue.
    ::notice file=content/initiatives/elan.yaml::À compléter : description, résultats, territoire, contact, image, jamais relue.
    Le 2026-11-22 : 6 fiches, 1 complète, 5 à compléter :
      4 sans description, 5 sans résultats, 4 sans territoire, 3 sans contact, 4 sans image, 4 jamais relues, 1 relecture à refaire.
    6 fiches vérifiées, 19 pages prêtes, aucun problème, en [temps].
    ");
}

/// What seems to be missing in a sheet with a mistake may only be mistyped.
#[test]
fn a_sheet_with_an_error_is_named_apart() {
    let catalogue = catalogue()
        .sheet("elia", "resultats: Bien.\n")
        .sheet("kodiko", "")
        .sheet("refuge", with_contacts("Le Refuge").replace("logement", "logment"));
    let run = report(&catalogue);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.stdout, @"
    fiche  description  résultats  territoire  contact  image   relecture
    adoma               manque                                  à refaire
    elan   manque       manque     manque      manque   manque  jamais

    Un toit, une table
    Adoma · adoma
      à compléter   résultats, relecture à refaire (2024-05)
      à qui écrire  Camille Exemple, camille@exemple.fr

    Programme Elan
    Samusocial de Paris · elan
      à compléter   description, résultats, territoire, contact, image, jamais relue
      à qui écrire  aucun contact

    Le 2026-11-22 : 3 fiches, 1 complète, 2 à compléter :
      1 sans description, 2 sans résultats, 1 sans territoire, 1 sans contact, 1 sans image, 1 jamais relue, 1 relecture à refaire.
    3 fiches ne sont pas comptées : corrigez d'abord les erreurs.
      content/initiatives/elia.yaml
      content/initiatives/kodiko.yaml
      content/initiatives/refuge.yaml
    ");
    assert!(run.stderr.contains("unknown-field") && run.stderr.contains("empty-file"), "{}", run.stderr);
}

#[test]
fn a_mistake_elsewhere_leaves_the_report_whole() {
    let catalogue = catalogue().file("content/pages/credits.md", "Sans champs.\n");
    let run = report(&catalogue);
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains(" : 6 fiches, 1 complète, 5 à compléter :\n"), "{}", run.stdout);
}

#[test]
fn without_settings_every_sheet_is_named() {
    let catalogue = Catalogue::new();
    catalogue.remove("content/catalogue.yaml");
    let run = report(&catalogue);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.stdout, @"
    Le 2026-11-22 : 0 fiche, 0 complète, 0 à compléter.
    1 fiche n'est pas comptée : corrigez d'abord les erreurs.
      content/initiatives/elan.yaml
    ");
}

#[test]
fn two_sheets_with_one_id_are_told_apart() {
    let catalogue = Catalogue::new().file("content/initiatives/paris/elan.yaml", ELAN);
    let said = data(&catalogue, ON);
    assert_eq!(said["report"]["sheets"][0]["file"], "content/initiatives/elan.yaml");
    assert_eq!(said["report"]["skipped"], json!(["content/initiatives/paris/elan.yaml"]));
}

#[test]
fn signs_that_speak_to_the_terminal_are_not_passed_on() {
    let sheet =
        ELAN.replace("Programme Elan", r#""Programme\e[2J Elan""#).replace("Samusocial de", r#""\e[2J""#);
    let sheet =
        format!("{}contacts: [{{name: \"\\e[2J\", address: \"\\e[2J\"}}]\n", sheet.replace(" Paris", ""));
    for format in ["human", "github", "json"] {
        let run = Catalogue::new().sheet("fiche", &sheet).run(["check", "--report", "--format", format]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(!run.stdout.contains('\u{1b}'), "{}", run.stdout);
    }
}

#[test]
fn the_report_changes_no_exit_code_even_if_nobody_reads_it() {
    let catalogue = Catalogue::new().sheet("a", ELAN.replace("title", "tilte"));
    let mut command = std::process::Command::new(crate::catalogue::program());
    command.args(["check", "--report", "--root"]).arg(catalogue.path(""));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn every_sheet_of_the_repository_is_counted() {
    let catalogue = Catalogue::of_the_repository();
    let said = data(&catalogue, ON);
    let files = crate::catalogue::files_below(&catalogue.path("content/initiatives")).len();
    assert_eq!(said["report"]["sheets"].as_array().unwrap().len(), files);
}
