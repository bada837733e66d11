//! The booklet, as a command: which files come out, what they hold, and what is said of them.
//!
//! What a reader of PDF makes of them is tested by `tests/booklet/run`, with veraPDF and pdftotext.

use std::fs;

use crate::catalogue::{Catalogue, ELAN, Site, files_below};

/// Two themes, two sheets, and a forum that shows one of them.
fn small() -> Catalogue {
    let rich = "\
description: |
  Un texte qui ressemble à du balisage : #eval(\"1 + 1\") $x$ @nom *gras*.

  Tableau : Les familles logées

  | Année | Familles |
  | --- | --- |
  | 2024 | 27 |

  [Welcome](lang:en), et la fiche [Bail](fiche:bail).
";
    Catalogue::new()
        .sheet("elan", format!("{ELAN}{rich}forums: [lyon]\n"))
        .sheet("bail", ELAN.replace("Programme Elan", "Bail glissant").replace("Samusocial de Paris", "Elia"))
        .file("content/forums/lyon.yaml", "title: Forum de Lyon\ndate: 2027-03-18\n")
        .file("content/forums/vide.yaml", "title: Forum vide\n")
}

/// Runs `florilege booklet`, which must succeed and warn of the forum without sheets alone.
#[track_caller]
fn booklet(catalogue: &Catalogue, arguments: &[&str]) -> String {
    let mut command = catalogue.command();
    let run = catalogue.ran(&command.args(["booklet", "--lang", "fr"]).args(arguments).output().unwrap());
    assert_eq!((run.code, run.stderr.matches("attention[").count()), (0, 1), "{}", run.stderr);
    run.stdout
}

fn made(catalogue: &Catalogue) -> Vec<String> {
    files_below(&catalogue.path("booklet"))
}

#[test]
fn a_booklet_of_the_catalogue_and_one_of_a_forum() {
    let catalogue = small();
    assert!(booklet(&catalogue, &[]).starts_with("2 fiches, "));
    assert!(booklet(&catalogue, &["lyon"]).starts_with("1 fiche, "));
    booklet(&catalogue, &["lyon", "--format", "a4", "--order", "pilot"]);
    assert_eq!(made(&catalogue), ["catalogue-a5.pdf", "lyon-a4.pdf", "lyon-a5.pdf"]);
    for file in made(&catalogue) {
        let pdf = fs::read(catalogue.path("booklet").join(&file)).unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7"), "{file}");
        // What it claims to be, which tests/booklet/run validates.
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.contains("<pdfuaid:part>1<") && text.contains("<pdfaid:part>2<"), "{file}");
    }
}

#[test]
fn a_forum_that_is_called_catalogue_has_a_file_of_its_own() {
    let forum = "title: Le catalogue des catalogues\nselect: {initiatives: [elan]}\n";
    let catalogue = small().file("content/forums/catalogue.yaml", forum);
    booklet(&catalogue, &[]);
    booklet(&catalogue, &["catalogue"]);
    assert_eq!(made(&catalogue), ["catalogue-a5.pdf", "forum-catalogue-a5.pdf"]);
}

#[test]
fn how_sheets_fit_is_told_sheet_by_sheet() {
    let catalogue = small();
    let said = booklet(&catalogue, &["--fit"]);
    assert_eq!(said.lines().take(2).collect::<Vec<_>>(), ["bail : 1 page", "elan : 1 page"]);
    // Some forty lines on a page of A5: three times that do not fit, and a few lines more are told.
    let long =
        "  Une phrase qui prend à elle seule une ligne du livret, ou peu s'en faut, ici.\n\n".repeat(60);
    catalogue.write("content/initiatives/bail.yaml", format!("{ELAN}results: |\n{long}"));
    let run = catalogue.run(["booklet", "--fit"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.starts_with("bail : 3 pages"), "{}", run.stdout);
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let (one, other) = (small(), small());
    for catalogue in [&one, &other] {
        assert_eq!(catalogue.run(["booklet", "lyon", "--base-url", "https://www.exemple.fr/"]).code, 0);
    }
    Site::read(&one.path("booklet")).must_be(&Site::read(&other.path("booklet")));
}

#[test]
fn what_is_for_the_day_itself() {
    let catalogue = small();
    booklet(&catalogue, &["lyon", "--stand-signs"]);
    booklet(&catalogue, &["lyon", "--proof", "elan"]);
    let said = booklet(&catalogue, &["lyon", "--impose", "--draft"]);
    assert!(said.contains("à imprimer recto verso, bord court, à 100 %"), "{said}");
    booklet(&catalogue, &["lyon", "--marks"]);
    assert_eq!(
        made(&catalogue),
        [
            "elan-epreuve.pdf",
            "lyon-a4-cahier.pdf",
            "lyon-a5-traits-de-coupe.pdf",
            "lyon-a5.pdf",
            "lyon-affichettes.pdf"
        ]
    );
}

#[test]
fn what_cannot_be_is_said() {
    let catalogue = small();
    let said = |arguments: [&str; 2]| {
        let run = catalogue.run(["booklet", arguments[0], "--format", arguments[1]]);
        (run.code, run.stderr.trim().to_owned())
    };
    assert_eq!(
        said(["nantes", "a5"]),
        (
            2,
            "Le forum « nantes » n'existe pas, ou il ne montre aucune fiche. Ceux qui en montrent : lyon."
                .to_owned()
        )
    );
    assert_eq!(
        said(["vide", "a5"]),
        (2, "Le forum « vide » ne montre aucune fiche : citez-le dans des fiches (forums: [vide]), ou donnez-lui un « select ».".to_owned())
    );
    let run = catalogue.run(["booklet", "lyon", "--proof", "bail"]);
    assert_eq!(
        (run.code, run.stderr.trim()),
        (2, "La fiche « bail » n'existe pas, ou ce livret ne la montre pas.")
    );
    assert!(!catalogue.path("booklet").exists());
}

#[test]
fn a_character_that_no_font_has_is_a_problem_of_its_sheet() {
    let catalogue = small()
        .sheet("arabe", "title: Bonjour مرحبا\ntheme: langue\npilot: {name: A}\nobjective: Dire bonjour.\n");
    let run = catalogue.run(["booklet"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr
            .contains("erreur[missing-glyph]: Aucune police du livret n'a le caractère « م » (U+0645)."),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("content/initiatives/arabe.yaml:1:16"), "{}", run.stderr);
    assert!(!catalogue.path("booklet").exists());
}

#[test]
fn a_template_with_a_mistake_is_shown_with_its_line() {
    let catalogue = small().file("themes/forum/booklet/stand-signs.typ", "#import \"look.typ\": *\n#rien\n");
    let run = catalogue.run(["booklet", "--stand-signs"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("themes/forum/booklet/stand-signs.typ:2:"), "{}", run.stderr);
}
