//! How problems are told: to people in their language, to programs, to a forge; and exit codes.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::catalogue::{Catalogue, ELAN};

/// A sheet with a misspelt field, and one with an e-mail that is none.
fn two_mistakes() -> Catalogue {
    Catalogue::new()
        .sheet("a", ELAN.replace("title", "tilte"))
        .sheet("b", format!("{ELAN}contacts:\n  - {{name: Élise, email: élise}}\n"))
}

#[test]
fn in_english() {
    assert_snapshot!(two_mistakes().run(["check", "--lang", "en"]).stderr, @"
    error[unknown-field]: The field “tilte” does not exist in a sheet.
      ╭▸ content/initiatives/a.yaml:1:1
      │
    1 │ tilte: Programme Elan
      │ ━━━━━ unknown field
      │
      ╰ remedy: Did you mean “title”?

    error[bad-email]: “élise” is not a whole e-mail address.
      ╭▸ content/initiatives/b.yaml:7:26
      │
    7 │   - {name: Élise, email: élise}
      │                          ━━━━━ not an address
      │
      ╰ remedy: Write it as name@example.org, without a space; if it is incomplete, take it away.

    2 errors, 0 warnings.
    ");
}

#[test]
fn mistakes_of_notation_in_english() {
    let sheet = "title: Town : hall\ntheme: logment\npilot:\n\tname: Elia\n";
    assert_snapshot!(Catalogue::new().sheet("a", sheet).run(["check", "--lang", "en"]).stderr, @r#"
    error[missing-field]: The field “objective” is missing in a sheet.
      ╭▸ content/initiatives/a.yaml:1:1
      │
    1 │ title: Town : hall
      │ ━━━━━
      │
      ╰ remedy: Add for instance: objective: Soutenir les cohabitations entre citoyens et réfugiés.

    error[unquoted-colon]: The value of “title” has a colon followed by a space: it must stand between quotes.
      ╭▸ content/initiatives/a.yaml:1:13
      │
    1 │ title: Town : hall
      │             ━ this colon
      │
      ╰ remedy: Write title: "Town : hall"

    error[unknown-theme]: The theme “logment” does not exist.
      ╭▸ content/initiatives/a.yaml:2:8
      │
    2 │ theme: logment
      │        ━━━━━━━ unknown theme
      │
      ╰ remedy: Did you mean “logement”? Themes of the settings: langue, logement.

    error[tab-indentation]: This line is indented with a tab.
      ╭▸ content/initiatives/a.yaml:4:1
      │
    4 │     name: Elia
      │ ━━━━ tab
      │
      ╰ remedy: Replace it with spaces, two a level.

    4 errors, 0 warnings.
    "#);
}

#[test]
fn the_editor_reads_the_language_of_the_system_then_of_the_catalogue() {
    let said = |catalogue: &Catalogue, locale: &str| {
        let run = catalogue.ran(&catalogue.command().arg("check").env("LC_ALL", locale).output().unwrap());
        run.stdout
    };
    let french = Catalogue::new();
    let english = Catalogue::new().file(
        "content/catalogue.yaml",
        "title: Home\nlanguage: en\nthemes: [{id: logement, title: Housing}]\n",
    );
    assert_snapshot!(said(&french, "fr_FR.UTF-8"), @"1 fiche vérifiée, 11 pages prêtes, aucun problème, en [temps].");
    assert_snapshot!(said(&french, "en_GB.UTF-8"), @"1 sheet checked, 11 pages ready, no problem, in [temps].");
    assert_snapshot!(said(&french, "de_DE.UTF-8"), @"1 fiche vérifiée, 11 pages prêtes, aucun problème, en [temps].");
    assert_snapshot!(said(&english, "de_DE.UTF-8"), @"1 sheet checked, 10 pages ready, no problem, in [temps].");
    assert_snapshot!(said(&english, "C"), @"1 sheet checked, 10 pages ready, no problem, in [temps].");
}

#[test]
fn for_programs() {
    let run = two_mistakes().run(["check", "--format", "json"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    let problems: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(
        problems,
        json!([
            {
                "code": "unknown-field", "severity": "error",
                "file": "content/initiatives/a.yaml",
                "start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 6},
                "message": "Le champ « tilte » n'existe pas dans une fiche.",
                "remedy": "Vouliez-vous dire « title » ?",
            },
            {
                "code": "bad-email", "severity": "error",
                "file": "content/initiatives/b.yaml",
                "start": {"line": 7, "column": 26}, "end": {"line": 7, "column": 31},
                "message": "« élise » n'est pas une adresse électronique complète.",
                "remedy": "Écrivez-la comme nom@exemple.fr, sans espace ; si elle est incomplète, retirez-la.",
            },
        ])
    );
}

#[test]
fn for_programs_when_all_is_well() {
    for command in ["check", "build"] {
        let run = Catalogue::new().run([command, "--format", "json"]);
        assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "[]\n", ""));
    }
}

#[test]
fn for_a_forge() {
    let run = two_mistakes().run(["check", "--format", "github"]);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.stdout, @"
    ::error file=content/initiatives/a.yaml,line=1,endLine=1,col=1,endColumn=6,title=unknown-field::Le champ « tilte » n'existe pas dans une fiche.%0AVouliez-vous dire « title » ?
    ::error file=content/initiatives/b.yaml,line=7,endLine=7,col=26,endColumn=31,title=bad-email::« élise » n'est pas une adresse électronique complète.%0AÉcrivez-la comme nom@exemple.fr, sans espace ; si elle est incomplète, retirez-la.
    ");
    assert_snapshot!(run.stderr, @"2 erreurs, 0 avertissement.");
}

#[test]
fn exit_codes() {
    let good = Catalogue::new();
    assert_eq!(good.run(["check"]).code, 0);
    assert_eq!(good.run(["build"]).code, 0);
    let bad = two_mistakes();
    assert_eq!(bad.run(["check"]).code, 1);
    assert_eq!(bad.run(["build"]).code, 1);
    assert_eq!(good.run(["bild"]).code, 2);
    assert_eq!(good.run(["build", "--root", "content"]).code, 2);
    assert_eq!(good.run(["build", "--base-url", "exemple"]).code, 2);
    let too_long = "x".repeat(300);
    assert_eq!(good.run(["build", "--out", &too_long]).code, 3);
}

#[test]
fn what_a_good_run_says() {
    let catalogue = Catalogue::new();
    assert_snapshot!(catalogue.run(["build"]).stdout, @"1 fiche, 11 pages : 27 fichiers écrits, 0 inchangé, 0 supprimé, en [temps]. → ./public");
    assert_snapshot!(catalogue.run(["build"]).stdout, @"1 fiche, 11 pages : 0 fichier écrit, 27 inchangés, 0 supprimé, en [temps]. → ./public");
    assert_snapshot!(catalogue.run(["build", "--lang", "en"]).stdout, @"1 sheet, 11 pages: 0 files written, 27 unchanged, 0 removed, in [temps]. → ./public");
    assert_snapshot!(catalogue.run(["check"]).stdout, @"1 fiche vérifiée, 11 pages prêtes, aucun problème, en [temps].");
    let quiet = catalogue.run(["build", "--quiet"]);
    assert_eq!((quiet.code, quiet.stdout.as_str(), quiet.stderr.as_str()), (0, "", ""));
}

#[test]
fn what_a_wrong_usage_says() {
    let catalogue = Catalogue::new();
    assert_snapshot!(catalogue.run(["build", "--root", "content"]).stderr, @"« content » n'est pas un catalogue : il n'a pas de dossier « content ». Indiquez le bon dossier avec --root, ou créez un catalogue avec « florilege init mon-catalogue ».");
    assert_snapshot!(catalogue.run(["build", "--base-url", "exemple"]).stderr, @"« exemple » n'est pas une adresse de site entière, comme https://www.exemple.fr/catalogue/.");
    assert_snapshot!(catalogue.run(["build", "--out", "content/site"]).stderr, @"Le dossier de sortie « content/site » est mêlé aux sources du catalogue. Donnez-en un autre avec --out.");
    assert_snapshot!(catalogue.run(["build", "--out", &"x".repeat(300)]).stderr, @"Le disque refuse le nom « xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx », sans doute trop long. Le site n'a pas changé. Donnez un autre dossier avec --out, puis relancez la même commande.");
    assert_snapshot!(catalogue.run(["bild"]).stderr, @"La commande « bild » n'existe pas. Vouliez-vous dire « build » ?");
}

#[test]
fn signs_that_speak_to_the_terminal_are_not_passed_on() {
    must_keep_escapes(&ELAN.replace("logement", r#""\e[2Jx""#));
}

#[test]
fn a_remedy_does_not_pass_them_on_either() {
    must_keep_escapes(&ELAN.replace("Programme", "@\u{1b}[2J"));
}

#[test]
fn nor_are_those_of_the_second_set() {
    // Some terminals take U+009B for the beginning of a command, as they take an escape.
    must_keep_escapes(&ELAN.replace("logement", "\u{9b}2Jx"));
}

fn must_keep_escapes(sheet: &str) {
    let run = Catalogue::new().sheet("fiche", sheet).run(["check"]);
    assert_eq!(run.code, 1);
    assert!(!run.stderr.contains(['\u{1b}', '\u{9b}']), "{}", run.stderr);
}
