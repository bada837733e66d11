//! What a site lacks before it may be published.

use insta::assert_snapshot;

use crate::catalogue::{ELAN, SIGNED};

use super::{footer, signed_by, with};

#[test]
fn a_draft_has_no_legal_pages_and_is_not_troubled_with_them() {
    let catalogue = with("");
    catalogue.build();
    assert_eq!(footer(&catalogue, "index.html"), [("plan-du-site/index.html".into(), "Plan du site".into())]);
    assert!(!catalogue.tree().iter().any(|path| path.starts_with("mentions-legales")));
    assert!(!catalogue.output("index.html").contains("Accessibilité"));
}

#[test]
fn the_kind_of_publisher_decides_what_is_asked() {
    for (kind, count) in [("state", 4), ("public_body", 4), ("association", 0)] {
        let run = with(&signed_by(kind)).run(["build", "--format", "json"]);
        let told: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).unwrap();
        let said = told.first().map(|problem| problem["message"].as_str().unwrap().to_owned());
        assert_eq!(said.is_some_and(|said| said.contains(&format!("{count} réglages"))), count > 0, "{kind}");
    }
    assert_snapshot!(with(&signed_by("public_body").replace("licence", "# licence")).run(["build"]).stderr, @"
    attention[legal-missing]: Avant de publier, 5 réglages restent à remplir : c'est ce qu'on attend d'un organisme public.
      ╭▸ content/catalogue.yaml:8:9
      │
    8 │   name: Diair
      │         ━━━━━ qui publie
      │
      ╰ remède : Remplissez dans content/catalogue.yaml (le guide dit quoi écrire, à « Avant de publier ») :
                 legal:
                   licence:
                   personal_data:
                     officer:
                   accessibility:
                     established:
                     multiyear_plan:
                     action_plan:
    ");
}

#[test]
fn what_is_missing_is_told_in_one_problem_and_stops_nothing() {
    let catalogue = with("publisher: {name: Diair}\n");
    let run = catalogue.run(["build"]);
    assert_eq!(run.code, 0);
    assert_snapshot!(run.stderr, @"
    attention[legal-missing]: Avant de publier, 10 réglages restent à remplir : c'est ce qu'on attend de qui publie un site.
      ╭▸ content/catalogue.yaml:7:19
      │
    7 │ publisher: {name: Diair}
      │                   ━━━━━ qui publie
      │
      ╰ remède : Remplissez dans content/catalogue.yaml (le guide dit quoi écrire, à « Avant de publier ») :
                 publisher:
                   kind:
                   address:
                   phone:
                   email:
                 legal:
                   publication_director:
                   host:
                     name:
                     address:
                     phone:
                   personal_data:
                     legal_basis:
                     retention:
    ");
    let english = catalogue.run(["build", "--lang", "en"]);
    assert_snapshot!(english.stderr, @"
    warning[legal-missing]: Before you publish, 10 settings are still to be filled in: it is what is expected of whoever publishes a site.
      ╭▸ content/catalogue.yaml:7:19
      │
    7 │ publisher: {name: Diair}
      │                   ━━━━━ who publishes
      │
      ╰ remedy: Fill in, in content/catalogue.yaml (the guide says what to write, under “Avant de publier”):
                publisher:
                  kind:
                  address:
                  phone:
                  email:
                legal:
                  publication_director:
                  host:
                    name:
                    address:
                    phone:
                  personal_data:
                    legal_basis:
                    retention:
    ");
}

#[test]
fn editors_who_check_their_sheets_are_not_told_of_it() {
    let catalogue = with("publisher: {name: Diair}\n");
    let run = catalogue.run(["check"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(catalogue.run(["check", "--strict"]).code, 1);
}

#[test]
fn empty_fields_are_missing_fields() {
    let blank = "legal:\n  publication_director:\n  host:\n    name:\n    address:\n    phone:\n  personal_data:\n    \
                 legal_basis:\n    retention:\n  accessibility:\n    established:\n    audit:\n    failing:\n";
    let signed = SIGNED.split_once("legal:").unwrap().0.to_owned();
    let catalogue = with(&(signed.clone() + blank));
    let told = catalogue.run(["build"]).stderr;
    assert_eq!(told, with(&signed).run(["build"]).stderr);
    // Nothing of a declaration was written: an association makes none.
    catalogue.build_warned(&["legal-missing"]);
    assert!(!catalogue.path("public/accessibilite").exists());
}

#[test]
fn strict_builds_refuse_what_only_warns() {
    let catalogue = with(&signed_by("state"));
    catalogue.build_warned(&["legal-missing"]);
    let before = catalogue.site();
    catalogue.age();
    for command in ["build", "check"] {
        let run = catalogue.run([command, "--strict"]);
        assert_eq!(run.code, 1, "{command}");
        assert!(run.stderr.starts_with("erreur[legal-missing]"), "{}", run.stderr);
        assert!(run.stderr.contains("1 erreur, 0 avertissement."), "{}", run.stderr);
    }
    assert!(catalogue.touched().iter().all(|path| path.starts_with(".florilege/")));
    catalogue.site().must_be(&before);

    // Any other warning is one too many as well.
    let other = with(SIGNED).file("content/initiatives/notes.txt", "à faire");
    let codes = |run: crate::catalogue::Run| {
        let told: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).unwrap();
        let pair = |problem: &serde_json::Value| format!("{} {}", problem["code"], problem["severity"]);
        (run.code, told.iter().map(pair).collect::<Vec<_>>())
    };
    assert_eq!(
        codes(other.run(["build", "--format", "json"])),
        (0, vec![r#""ignored-file" "warning""#.into()])
    );
    assert_eq!(
        codes(other.run(["check", "--strict", "--format", "json"])),
        (1, vec![r#""ignored-file" "error""#.into()])
    );
    assert_eq!(with(SIGNED).run(["build", "--strict"]).code, 0);
}

#[test]
fn a_strict_run_still_reports_on_sheets_that_only_warn() {
    let catalogue = with(SIGNED).sheet("gras", ELAN.to_owned() + "description: <b>Gras</b>\n");
    let report = ["check", "--report", "--on", "2026-11-20", "--quiet"];
    let strict = ["check", "--report", "--on", "2026-11-20", "--quiet", "--strict"];
    let (relaxed, strict) = (catalogue.run(report), catalogue.run(strict));
    assert_eq!((relaxed.code, strict.code), (0, 1));
    assert_eq!(relaxed.stdout, strict.stdout);
}

#[test]
fn a_draft_may_not_be_published_even_if_it_was_built() {
    let catalogue = with("");
    catalogue.build();
    let before = catalogue.site();
    let run = catalogue.run(["build", "--strict"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("legal-missing") && run.stderr.contains("publisher:"), "{}", run.stderr);
    before.must_be(&catalogue.site());
}

#[test]
fn legal_settings_without_a_publisher_want_one() {
    let legal = SIGNED.split_once("legal:").unwrap().1;
    let catalogue = with(&format!("legal:{legal}"));
    catalogue.build_warned(&["legal-missing"]);
    assert!(!catalogue.path("public/mentions-legales").exists());
}

#[test]
fn figures_and_dates_that_cannot_be() {
    let settings = SIGNED.to_owned()
        + "  accessibility:\n    established: 2026-11-20\n    updated: 2026-11-01\n    audit:\n      standard: RGAA \
           4.1.2\n      by: Cabinet\n      date: 2026-11-15\n      passed: 81\n      applicable: 80\n    failing: \
           [A]\n    environment: [B]\n    tools: [C]\n    pages: [D]\n";
    assert_snapshot!(with(&settings).run(["check"]).stderr, @"
    erreur[bad-declaration-date]: La déclaration d'accessibilité a été mise à jour avant d'être établie.
       ╭▸ content/catalogue.yaml:20:14
       │
    19 │     established: 2026-11-20
       │                  ────────── établie
    20 │     updated: 2026-11-01
       │              ━━━━━━━━━━ mise à jour
       │
       ╰ remède : Vérifiez « established » (établie le) et « updated » (mise à jour le).

    erreur[bad-declaration-date]: L'audit est postérieur à la déclaration qui en parle.
       ╭▸ content/catalogue.yaml:24:13
       │
    20 │     updated: 2026-11-01
       │              ────────── déclaration
       ┆
    24 │       date: 2026-11-15
       │             ━━━━━━━━━━ audit
       │
       ╰ remède : Vérifiez « date », ou donnez dans « updated » le jour où la déclaration a reçu ces résultats.

    erreur[bad-audit]: L'audit compte plus de critères respectés (81) que de critères applicables (80).
       ╭▸ content/catalogue.yaml:25:15
       │
    25 │       passed: 81
       │               ━━ plus que « applicable »
       │
       ╰ remède : Recopiez les deux nombres du rapport d'audit ; s'il n'y a pas eu d'audit, retirez « audit ».

    3 erreurs, 0 avertissement.
    ");
    let none = settings.replace("passed: 81", "passed: 0").replace("applicable: 80", "applicable: 0");
    assert!(with(&none).run(["check"]).stderr.contains("aucun critère n'est applicable"));
    let words = settings.replace("passed: 81", "passed: beaucoup");
    assert!(with(&words).run(["check"]).stderr.contains("expected-number"));
}
