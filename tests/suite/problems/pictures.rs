//! Mistakes with pictures.

use insta::assert_snapshot;

use crate::catalogue::Catalogue;

use super::elan_with;

#[test]
fn a_picture_that_is_not_there() {
    let catalogue = Catalogue::new().file("content/media/repas.jpg", "").sheet(
        "fiche",
        elan_with(
            "
media:
  - {file: Repas.jpg, alt: Un repas}
  - {file: foyer.jpg, alt: Un foyer}
",
        ),
    );
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[missing-media]: L'image « Repas.jpg » n'est pas dans content/media.
      ╭▸ content/initiatives/fiche.yaml:7:12
      │
    7 │   - {file: Repas.jpg, alt: Un repas}
      │            ━━━━━━━━━ fichier introuvable
      │
      ╰ remède : Vouliez-vous dire « repas.jpg » ?

    erreur[missing-media]: L'image « foyer.jpg » n'est pas dans content/media.
      ╭▸ content/initiatives/fiche.yaml:8:12
      │
    8 │   - {file: foyer.jpg, alt: Un foyer}
      │            ━━━━━━━━━ fichier introuvable
      │
      ╰ remède : Copiez-la dans content/media, ou corrigez le nom (majuscules et accents comptent).

    2 erreurs, 0 avertissement.
    ");
}

#[test]
fn a_picture_without_its_text() {
    let catalogue = Catalogue::new().file("content/media/repas.jpg", "").sheet(
        "fiche",
        elan_with(
            "
media:
  - file: repas.jpg
description: |
  Un repas : ![](repas.jpg)
",
        ),
    );
    assert_snapshot!(catalogue.run(["check"]).stderr, @r#"
    erreur[missing-alt]: Cette image n'a pas de texte de remplacement (« alt »).
      ╭▸ content/initiatives/fiche.yaml:7:5
      │
    7 │   - file: repas.jpg
      │     ━━━━ image sans « alt »
      │
      ╰ remède : Décrivez l'image en une phrase pour qui ne la voit pas ; dans « media » ou « cover », alt: "" dit qu'elle est décorative.

    erreur[missing-alt]: Cette image n'a pas de texte de remplacement (« alt »).
      ╭▸ content/initiatives/fiche.yaml:9:14
      │
    9 │   Un repas : ![](repas.jpg)
      │              ━━━━━━━━━━━━━━ image sans « alt »
      │
      ╰ remède : Décrivez l'image en une phrase pour qui ne la voit pas ; dans « media » ou « cover », alt: "" dit qu'elle est décorative.

    2 erreurs, 0 avertissement.
    "#);
}

#[test]
fn a_picture_that_decorates_needs_no_text() {
    let catalogue = Catalogue::new()
        .file("content/media/repas.jpg", "")
        .sheet("fiche", elan_with("media: [{file: repas.jpg, alt: \"\"}]\n"));
    assert_eq!(catalogue.run(["check"]).code, 0);
}

#[test]
fn a_picture_of_a_kind_that_browsers_do_not_show() {
    let catalogue = Catalogue::new()
        .file("content/media/repas.tiff", "")
        .sheet("fiche", elan_with("media: [{file: repas.tiff, alt: Un repas}]\n"));
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[unknown-media]: Les navigateurs n'affichent pas l'image « repas.tiff ».
      ╭▸ content/initiatives/fiche.yaml:6:16
      │
    6 │ media: [{file: repas.tiff, alt: Un repas}]
      │                ━━━━━━━━━━ format refusé
      │
      ╰ remède : Employez une image JPEG, PNG, WebP ou SVG.

    1 erreur, 0 avertissement.
    ");
}

/// What an editor reads whose forum has this cover.
fn said_of_cover(cover: &str) -> String {
    let catalogue = Catalogue::new().file("content/media/couverture.svg", "<svg/>").file(
        "content/forums/paris-2019.yaml",
        format!("title: Forum de Paris\ncover:\n{cover}select: {{themes: [logement]}}\n"),
    );
    let run = catalogue.run(["check"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    run.stderr
}

#[test]
fn a_cover_that_is_not_there() {
    assert_snapshot!(said_of_cover("  file: couvertures.svg\n  alt: Un bouquet\n"), @"
    erreur[missing-media]: L'image « couvertures.svg » n'est pas dans content/media.
      ╭▸ content/forums/paris-2019.yaml:3:9
      │
    3 │   file: couvertures.svg
      │         ━━━━━━━━━━━━━━━ fichier introuvable
      │
      ╰ remède : Vouliez-vous dire « couverture.svg » ?

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_cover_without_its_text() {
    assert_snapshot!(said_of_cover("  file: couverture.svg\n"), @r#"
    erreur[missing-alt]: Cette image n'a pas de texte de remplacement (« alt »).
      ╭▸ content/forums/paris-2019.yaml:3:3
      │
    3 │   file: couverture.svg
      │   ━━━━ image sans « alt »
      │
      ╰ remède : Décrivez l'image en une phrase pour qui ne la voit pas ; dans « media » ou « cover », alt: "" dit qu'elle est décorative.

    1 erreur, 0 avertissement.
    "#);
}

#[test]
fn a_cover_that_is_only_named() {
    let catalogue = Catalogue::new()
        .file("content/media/couverture.svg", "<svg/>")
        .file("content/forums/paris-2019.yaml", "title: Forum de Paris\ncover: couverture.svg\n");
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[expected-record]: Le champ « cover » attend des champs en dessous de lui.
      ╭▸ content/forums/paris-2019.yaml:2:8
      │
    2 │ cover: couverture.svg
      │        ━━━━━━━━━━━━━━ ceci est un texte
      │
      ╰ remède : Allez à la ligne et décalez de deux espaces ; champs possibles : file, alt, caption, credit.

    1 erreur, 0 avertissement.
    ");
}
