//! `florilege diff`: what changed, between two sites and since a revision.

mod fields;
mod page;
mod since;

use std::fs;

use insta::assert_snapshot;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::catalogue::{Catalogue, ELAN, Run, SETTINGS, Site};

/// A sheet of a theme that stands before that of [`ELAN`].
const ELIA: &str = "theme: langue\npilot: {name: Elia}\nobjective: Parler.\n";
const KODIKO: &str = "title: Duos\ntheme: langue\npilot: {name: Kodiko}\nobjective: Travailler.\n";
const ADDRESS: &str = "base_url: https://www.exemple.fr/c/\n";

/// A catalogue of which one site was kept, in `before`, and another one built since.
fn rebuilt(language: &str) -> Catalogue {
    let settings = format!("{SETTINGS}{ADDRESS}language: {language}\n");
    let catalogue = Catalogue::new()
        .file("content/catalogue.yaml", settings)
        .sheet("elia", ELIA)
        .sheet("kodiko", KODIKO)
        .sheet("adoma", ELIA.replace("Elia", "Adoma"))
        .sheet("refuge", ELIA.replace("Elia", "Le Refuge"));
    keep(&catalogue);
    edit(&catalogue);
    catalogue.build();
    catalogue
}

/// Builds the site, and puts it where the next build will not find it.
fn keep(catalogue: &Catalogue) {
    catalogue.build();
    catalogue.rename("public", "before");
}

/// A sheet more, one changed, one renamed, one gone, and one taken in by another.
fn edit(catalogue: &Catalogue) {
    let contact = "contacts: [{name: Camille Exemple, email: camille@exemple.fr}]\n";
    catalogue.write("content/initiatives/zebre.yaml", ELIA.replace("Elia", "Zèbre"));
    catalogue.write("content/initiatives/elan.yaml", format!("{ELAN}{contact}results: Des baux.\n"));
    catalogue.rename("content/initiatives/elia.yaml", "content/initiatives/elia-paris.yaml");
    catalogue.write("content/initiatives/elia-paris.yaml", format!("{ELIA}previous_ids: [elia, refuge]\n"));
    for gone in ["kodiko", "refuge"] {
        catalogue.remove(&format!("content/initiatives/{gone}.yaml"));
    }
}

fn diff(catalogue: &Catalogue) -> Run {
    catalogue.run(["diff", "before", "public"])
}

/// What programs are told.
fn news(run: &Run) -> Value {
    assert_eq!(run.code, 0, "{}", run.stderr);
    let mut whole: Value = serde_json::from_str(&run.stdout).unwrap();
    whole["news"].take()
}

#[test]
fn a_mail_in_french() {
    let run = diff(&rebuilt("fr"));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_snapshot!(run.stdout, @"
    Ce qui a changé dans le catalogue « Initiatives & territoires »
    1 fiche nouvelle, 2 fiches mises à jour, 2 fiches retirées.

    Nouvelles fiches
    ----------------

    Zèbre
      Thème : Apprentissage de la langue
      https://www.exemple.fr/c/initiatives/zebre/

    Fiches mises à jour
    -------------------

    Elia
      Nouvelle adresse ; l'ancienne y mène toujours.
      https://www.exemple.fr/c/initiatives/elia-paris/

    Programme Elan, Samusocial de Paris
      Mise à jour : contacts, résultats
      https://www.exemple.fr/c/initiatives/elan/

    Fiches retirées
    ---------------

    Duos, Kodiko

    Le Refuge
      Réunie à la fiche « Elia »
      https://www.exemple.fr/c/initiatives/elia-paris/
    ");
}

#[test]
fn a_mail_in_the_catalogues_english_whatever_the_messages_speak() {
    let run = diff(&rebuilt("en"));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_snapshot!(run.stdout, @"
    What changed in the catalogue “Initiatives & territoires”
    1 new sheet, 2 sheets updated, 2 sheets withdrawn.

    New sheets
    ----------

    Zèbre
      Theme: Apprentissage de la langue
      https://www.exemple.fr/c/initiatives/zebre/

    Updated sheets
    --------------

    Elia
      New address; the old one still leads there.
      https://www.exemple.fr/c/initiatives/elia-paris/

    Programme Elan, Samusocial de Paris
      Updated: contacts, results
      https://www.exemple.fr/c/initiatives/elan/

    Withdrawn sheets
    ----------------

    Duos, Kodiko

    Le Refuge
      Now part of “Elia”
      https://www.exemple.fr/c/initiatives/elia-paris/
    ");
}

#[test]
fn data_for_programs() {
    let run = rebuilt("fr").run(["diff", "before", "public", "--format", "json"]);
    let sheet = |id: &str, title: Value, pilot: &str, theme: &str, address: bool| {
        let address = address.then(|| format!("https://www.exemple.fr/c/initiatives/{id}/"));
        json!({"id": id, "title": title, "pilot": pilot, "theme": theme, "address": address})
    };
    let with = |mut sheet: Value, more: Value| {
        let more = more.as_object().unwrap().clone();
        sheet.as_object_mut().unwrap().extend(more);
        sheet
    };
    let (langue, logement) = ("Apprentissage de la langue", "Accès au logement");
    assert_eq!(
        news(&run),
        json!({
            "since": null,
            "new": [sheet("zebre", Value::Null, "Zèbre", langue, true)],
            "changed": [
                with(
                    sheet("elia-paris", Value::Null, "Elia", langue, true),
                    json!({"previous_id": "elia", "fields": []}),
                ),
                with(
                    sheet("elan", json!("Programme Elan"), "Samusocial de Paris", logement, true),
                    json!({"previous_id": null, "fields": ["contacts", "results"]}),
                ),
            ],
            "gone": [
                with(sheet("kodiko", json!("Duos"), "Kodiko", langue, false), json!({"into": null})),
                with(sheet("refuge", Value::Null, "Le Refuge", langue, false), json!({"into": "elia-paris"})),
            ],
            "unsure": [],
        })
    );
}

#[test]
fn no_difference_is_said_and_is_no_failure() {
    let catalogue = Catalogue::new();
    keep(&catalogue);
    catalogue.build();
    let run = diff(&catalogue);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_snapshot!(run.stdout, @"Rien n'a changé dans les fiches du catalogue « Initiatives & territoires ».");
}

#[test]
fn what_typography_does_is_no_news() {
    let catalogue = Catalogue::new().sheet("elia", format!("{ELIA}description: |\n  L'atelier : parler.\n"));
    keep(&catalogue);
    catalogue.write(
        "content/initiatives/elia.yaml",
        format!("# Une remarque.\n{ELIA}description: |\n  L’atelier\u{a0}: parler.\n"),
    );
    catalogue.build();
    assert!(diff(&catalogue).stdout.contains("Rien n'a changé"));
}

#[test]
fn a_contact_that_is_not_published_is_no_news_and_leaves_no_trace() {
    let catalogue = Catalogue::new();
    keep(&catalogue);
    let hidden = "contacts:\n  - {name: Camille Secrète, email: secrete@exemple.fr, publish: print}\n";
    catalogue.write("content/initiatives/elan.yaml", format!("{ELAN}{hidden}"));
    catalogue.build();
    assert!(diff(&catalogue).stdout.contains("Rien n'a changé"));
    let edition = catalogue.output("catalogue.json");
    assert!(!edition.contains("secrete") && !edition.contains("Secrète") && !edition.contains("contacts"));
    // Shown to everybody, it is told, and its name still stands nowhere but on the sheet.
    let shown = hidden.replace("print", "everywhere");
    catalogue.write("content/initiatives/elan.yaml", format!("{ELAN}{shown}"));
    catalogue.build();
    assert!(diff(&catalogue).stdout.contains("Mise à jour : contacts\n"));
    assert!(!catalogue.output("catalogue.json").contains("Secrète"));
}

#[test]
fn what_is_no_site_is_refused_with_its_remedy() {
    let catalogue = Catalogue::new();
    catalogue.build();
    catalogue.write("vieux/index.html", "<!doctype html>");
    catalogue.write("casse/catalogue.json", "{\"format\": 1, \"ti");
    catalogue.write("autre/catalogue.json", "{\"format\": 99, \"anything\": []}");
    let said = ["absent", "vieux", "casse", "autre"].map(|folder| {
        let run = catalogue.run(["diff", folder, "public"]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{folder}");
        run.stderr
    });
    assert_snapshot!(said.concat(), @"
    Le dossier « absent » n'existe pas.
    Le dossier « vieux » n'a pas de fichier catalogue.json : ce n'est pas un site de Florilège, ou il date d'une version qui ne l'écrivait pas. Construisez-le de nouveau, ou comparez avec --since.
    Le fichier « casse/catalogue.json » ne peut pas être lu. Copiez de nouveau ce site, ou construisez-le de nouveau.
    Le fichier « autre/catalogue.json » vient d'une autre version de Florilège : il ne peut pas être comparé. Construisez ce site de nouveau, ou comparez avec --since.
    ");
}

#[test]
fn two_sites_or_a_revision_and_nothing_else() {
    let catalogue = Catalogue::new();
    for arguments in [&["diff"][..], &["diff", "public"], &["diff", "a", "b", "--since", "HEAD"]] {
        let output = catalogue.command().args(arguments).output().unwrap();
        assert_eq!(catalogue.ran(&output).code, 2, "{arguments:?}");
    }
}

#[test]
fn nothing_is_written_by_comparing() {
    let catalogue = rebuilt("fr");
    let (before, after) = (Site::read(&catalogue.path("before")), catalogue.site());
    diff(&catalogue);
    Site::read(&catalogue.path("before")).must_be(&before);
    catalogue.site().must_be(&after);
    assert_eq!(fs::read_dir(catalogue.path(".")).unwrap().count(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn a_site_does_not_differ_from_itself(
        sheets in prop::collection::btree_map("[a-z]{1,6}", ("[ -~é«’]{1,30}", any::<bool>()), 1..5)
    ) {
        let mut catalogue = Catalogue::empty().file("content/catalogue.yaml", SETTINGS);
        for (id, (objective, is_long)) in &sheets {
            let objective = serde_json::to_string(&format!("a{objective}")).unwrap();
            let more = if *is_long { "description: |\n  - *Un* [lien](theme:langue)\n" } else { "" };
            let sheet = format!("theme: langue\npilot: {{name: P{id}}}\nobjective: {objective}\n{more}");
            catalogue = catalogue.sheet(id, sheet);
        }
        catalogue.build();
        let itself = news(&catalogue.run(["diff", "public", "public", "--format", "json"]));
        prop_assert_eq!(&itself["new"], &json!([]));
        prop_assert_eq!(&itself["changed"], &json!([]));
        prop_assert_eq!(&itself["gone"], &json!([]));
    }
}
