//! Too much of everything.

use std::fs::File;

use insta::assert_snapshot;

use crate::catalogue::{Catalogue, ELAN};

/// The first lines of what an editor reads of a sheet.
fn said_of(sheet: &str) -> String {
    let run = Catalogue::new().sheet("fiche", sheet).run(["check", "--format", "github"]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.len() < 100_000, "{} bytes", run.stdout.len());
    run.stdout
}

#[test]
fn an_alias_bomb() {
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, inner) in
        ["b", "c", "d", "e", "f", "g", "h", "i"].iter().zip(["a", "b", "c", "d", "e", "f", "g", "h"])
    {
        let list = format!("*{inner}, ").repeat(9);
        bomb += &format!("{name}: &{name} [{}]\n", list.trim_end_matches(", "));
    }
    let said = said_of(&bomb);
    assert!(said.contains("alias-refused"), "{said}");
}

#[test]
fn deep_nesting() {
    assert_snapshot!(said_of(&"[".repeat(100_000)), @"::error file=content/initiatives/fiche.yaml,line=1,endLine=1,col=17,endColumn=18,title=too-deep::Trop de niveaux sont emboîtés.%0AUne fiche n'a jamais plus de quelques niveaux : vérifiez les décalages et les crochets.");
    assert_snapshot!(said_of(&format!("title: {}", "{a: ".repeat(50_000))), @"::error file=content/initiatives/fiche.yaml,line=1,endLine=1,col=72,endColumn=73,title=too-deep::Trop de niveaux sont emboîtés.%0AUne fiche n'a jamais plus de quelques niveaux : vérifiez les décalages et les crochets.");
    let steps: Vec<String> = (0..2_000).map(|depth| " ".repeat(depth % 400)).collect();
    said_of(&(steps.join("a:\n") + "a:\n"));
}

#[test]
fn deep_markdown() {
    for deep in [">".repeat(200_000), "*a ".repeat(50_000), "- ".repeat(100_000), "[".repeat(100_000)] {
        let catalogue = Catalogue::new().sheet("fiche", format!("{ELAN}description: |\n  {deep}\n"));
        let run = catalogue.run(["build"]);
        assert!(run.code <= 1, "{}", run.stderr);
        assert!(run.stderr.len() < 100_000);
    }
}

#[test]
fn many_values() {
    assert_snapshot!(said_of(&format!("partners:\n{}", "  - x\n".repeat(100_000))), @"::error file=content/initiatives/fiche.yaml,line=20000,endLine=20000,col=5,endColumn=6,title=too-many-values::Ce fichier contient trop de valeurs (plus de 20000).%0AVérifiez que c'est bien une fiche.");
}

#[test]
fn many_mistakes() {
    said_of(&"a: b : c\n".repeat(5_000));
}

/// Of each file the first two hundred are told.
#[test]
fn many_problems() {
    assert_eq!(said_of(&format!("{ELAN}contacts: [{}]\n", "a,".repeat(15_000))).lines().count(), 200);
    assert_eq!(said_of(&format!("{ELAN}{}", "titre: x\n".repeat(5_000))).lines().count(), 200);
    assert_eq!(said_of(&format!("{ELAN}also: [{}]\n", "a,".repeat(15_000))).lines().count(), 200);
}

#[test]
fn many_warnings_hide_no_error() {
    let themes: Vec<String> = (0..20)
        .map(|id| format!("  - {{id: t{id}, title: T, description: \"{}\"}}\n", "<b>".repeat(30)))
        .collect();
    let settings = format!("title: A\nthemes:\n{}sous-titre: B\n", themes.concat());
    let run =
        Catalogue::empty().file("content/catalogue.yaml", settings).run(["check", "--format", "github"]);
    assert_eq!((run.code, run.stdout.matches("::warning file=content/catalogue.yaml").count()), (1, 200));
    assert!(run.stdout.contains("title=unknown-field"), "{}", run.stdout);
}

#[test]
fn many_tabs() {
    said_of(&"\tx\n".repeat(20_000));
}

#[test]
fn much_html() {
    let run = Catalogue::new()
        .sheet("fiche", format!("{ELAN}description: |\n{}", "  <b>\n\n".repeat(20_000)))
        .run(["check"]);
    assert!(run.stderr.len() < 100_000, "{} bytes", run.stderr.len());
}

#[test]
fn a_file_of_a_hundred_megabytes() {
    let catalogue = Catalogue::new();
    let size = 100 * 1024 * 1024;
    File::create(catalogue.path("content/initiatives/fiche.yaml")).unwrap().set_len(size).unwrap();
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[too-large]: Ce fichier pèse 100 Mio ; la limite est de 1 Mio.
     ╭▸ content/initiatives/fiche.yaml
     ╰ remède : Une fiche tient en quelques pages : déplacez le reste, ou vérifiez que c'est bien une fiche.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_file_of_a_site_theme_of_a_hundred_megabytes() {
    let catalogue = Catalogue::new().file("themes/forum/templates/home.html", "");
    let template = File::options().write(true).open(catalogue.path("themes/forum/templates/home.html"));
    template.unwrap().set_len(100 * 1024 * 1024).unwrap();
    let run = catalogue.run(["check", "--format", "json"]);
    assert!(run.code == 1 && run.stdout.contains("\"too-large\""), "{}", run.stderr);
}

#[test]
fn one_very_long_line() {
    let run = Catalogue::new().sheet("fiche", format!("{ELAN}  x{}\n", "é".repeat(200_000))).run(["check"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.len() < 10_000, "{} bytes", run.stderr.len());
}

#[test]
fn a_number_too_large_for_anything() {
    let page = "---\ntitle: A\norder: 99999999999999999999\n---\n\n99999999999999999999. x\n";
    let sheet = format!("{ELAN}period: {{start: 99999-99, end: -2}}\nreviewed: 2019-02-30\n");
    let run = Catalogue::new()
        .file("content/pages/a.md", page)
        .sheet("fiche", sheet)
        .run(["check", "--format", "github"]);
    assert_snapshot!(run.stdout, @"
    ::error file=content/initiatives/fiche.yaml,line=6,endLine=6,col=17,endColumn=25,title=bad-date::« 99999-99 » n'est pas une date.%0AÉcrivez l'année, l'année et le mois, ou le jour : 2019, 2019-04 ou 2019-04-30.
    ::error file=content/initiatives/fiche.yaml,line=6,endLine=6,col=32,endColumn=34,title=bad-date::« -2 » n'est pas une date.%0AÉcrivez l'année, l'année et le mois, ou le jour : 2019, 2019-04 ou 2019-04-30.
    ::error file=content/initiatives/fiche.yaml,line=7,endLine=7,col=11,endColumn=21,title=bad-date::« 2019-02-30 » n'est pas une date.%0AÉcrivez l'année, l'année et le mois, ou le jour : 2019, 2019-04 ou 2019-04-30.
    ::error file=content/pages/a.md,line=3,endLine=3,col=8,endColumn=28,title=expected-number::Le champ « order » attend un nombre entier.%0AÉcrivez par exemple order: 10.
    ");
}
