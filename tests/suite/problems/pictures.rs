//! Mistakes with pictures.

use insta::assert_snapshot;

use crate::catalogue::Catalogue;
use crate::picture::{SVG, jpeg, png};

use super::elan_with;

#[test]
fn a_picture_that_is_not_there() {
    let catalogue = Catalogue::new().file("content/media/repas.jpg", SVG).sheet(
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
    let catalogue = Catalogue::new().file("content/media/repas.jpg", SVG).sheet(
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
        .file("content/media/repas.jpg", SVG)
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

/// What `check` says of a sheet that shows a file.
fn said_of(bytes: &[u8]) -> String {
    let sheet = elan_with("media: [{file: repas.jpg, alt: Un repas}]\n");
    let catalogue = Catalogue::new().file("content/media/repas.jpg", bytes).sheet("fiche", sheet);
    let check = catalogue.run(["check"]);
    let build = catalogue.run(["build"]);
    assert_eq!((check.code, build.code), (1, 1));
    // A build says the same, and writes nothing.
    let problem = |said: &str| said.split("\n\n").next().unwrap().to_owned();
    assert_eq!(problem(&check.stderr), problem(&build.stderr));
    assert!(catalogue.tree().is_empty());
    problem(&check.stderr)
}

#[test]
fn a_file_that_is_called_a_picture_and_is_none() {
    assert_snapshot!(said_of(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), @"
    erreur[picture-format]: « repas.jpg » n'est ni un JPEG, ni un PNG, ni un WebP, ni un SVG : c'est une photo au format HEIC, celui des téléphones récents, quelle que soit la fin de son nom.
      ╭▸ content/initiatives/fiche.yaml:6:16
      │
    6 │ media: [{file: repas.jpg, alt: Un repas}]
      │                ━━━━━━━━━ format refusé
      │
      ╰ remède : Ouvrez-la dans un logiciel d'images et enregistrez-la en JPEG ou en PNG : changer la fin de son nom ne suffit pas.
    ");
    assert_snapshot!(said_of(b"<!DOCTYPE html>\n<html><body><img src=\"a.jpg\"></body></html>"), @"
    erreur[picture-format]: « repas.jpg » n'est ni un JPEG, ni un PNG, ni un WebP, ni un SVG : c'est une page web, quelle que soit la fin de son nom.
      ╭▸ content/initiatives/fiche.yaml:6:16
      │
    6 │ media: [{file: repas.jpg, alt: Un repas}]
      │                ━━━━━━━━━ format refusé
      │
      ╰ remède : La page a été enregistrée à la place de l'image : dans le navigateur, faites un clic droit sur l'image elle-même, puis « Enregistrer l'image sous… ».
    ");
    assert_snapshot!(said_of(b"une image"), @"
    erreur[picture-format]: « repas.jpg » n'est ni un JPEG, ni un PNG, ni un WebP, ni un SVG : c'est un fichier d'une autre nature, quelle que soit la fin de son nom.
      ╭▸ content/initiatives/fiche.yaml:6:16
      │
    6 │ media: [{file: repas.jpg, alt: Un repas}]
      │                ━━━━━━━━━ format refusé
      │
      ╰ remède : Ouvrez-la dans un logiciel d'images et enregistrez-la en JPEG ou en PNG : changer la fin de son nom ne suffit pas.
    ");
}

#[test]
fn a_picture_that_stops_before_its_end() {
    let whole = jpeg(60, 40, 1);
    assert_snapshot!(said_of(&whole[..whole.len() - 40]), @"
    erreur[picture-cut]: L'image « repas.jpg » s'arrête avant sa fin : elle a été mal copiée ou mal téléchargée.
      ╭▸ content/initiatives/fiche.yaml:6:16
      │
    6 │ media: [{file: repas.jpg, alt: Un repas}]
      │                ━━━━━━━━━ image incomplète
      │
      ╰ remède : Copiez-la de nouveau depuis l'original. Si l'original est incomplet lui aussi, redemandez-le à son auteur.
    ");
    assert!(said_of(b"").contains("picture-cut"));
    assert!(said_of(&png(60, 40, false)[..90]).contains("picture-cut"));
}

#[test]
fn a_picture_for_printers() {
    let mut inks = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut inks, 90);
    encoder.encode(&[9; 8 * 8 * 4], 8, 8, jpeg_encoder::ColorType::Cmyk).unwrap();
    assert_snapshot!(said_of(&inks), @"
    erreur[picture-inks]: L'image « repas.jpg » est faite pour l'imprimerie : ses couleurs sont celles des encres (CMJN), que les écrans montrent mal.
      ╭▸ content/initiatives/fiche.yaml:6:16
      │
    6 │ media: [{file: repas.jpg, alt: Un repas}]
      │                ━━━━━━━━━ couleurs d'encres
      │
      ╰ remède : Demandez-en une version « RVB », pour écran, à qui vous l'a donnée ; ou ouvrez-la dans un logiciel d'images et enregistrez-la en JPEG, en mode RVB.
    ");
}

#[test]
fn a_picture_that_no_machine_should_hold() {
    // A few bytes that promise 400 million points.
    let mut huge = Vec::new();
    let mut encoder = png::Encoder::new(&mut huge, 20_000, 20_000);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_chunk(png::chunk::IDAT, &[]).unwrap();
    writer.write_chunk(png::chunk::IEND, &[]).unwrap();
    drop(writer);
    assert!(huge.len() < 100);
    assert_snapshot!(said_of(&huge), @"
    erreur[picture-too-large]: L'image « repas.jpg » est trop grande : elle compte 400 mégapixels, et la limite est de 100 mégapixels.
      ╭▸ content/initiatives/fiche.yaml:6:16
      │
    6 │ media: [{file: repas.jpg, alt: Un repas}]
      │                ━━━━━━━━━ image trop grande
      │
      ╰ remède : Ouvrez-la dans un logiciel d'images et réduisez-la : 3000 pixels de large suffisent, au-delà rien ne se voit.
    ");
}

#[test]
fn a_picture_that_moves() {
    let mut moving = Vec::new();
    let mut encoder = png::Encoder::new(&mut moving, 2, 1);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_animated(2, 0).unwrap();
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[1, 2]).unwrap();
    writer.write_image_data(&[3, 4]).unwrap();
    drop(writer);
    assert_snapshot!(said_of(&moving), @"
    erreur[picture-animated]: L'image « repas.jpg » est animée : elle bougerait sans que le lecteur puisse l'arrêter.
      ╭▸ content/initiatives/fiche.yaml:6:16
      │
    6 │ media: [{file: repas.jpg, alt: Un repas}]
      │                ━━━━━━━━━ image animée
      │
      ╰ remède : Enregistrez-en une seule vue, en JPEG ou en PNG ; pour un film, donnez son adresse dans « videos ».
    ");
}

#[test]
fn a_drawing_that_is_none() {
    assert_snapshot!(said_of(b"<svg><g></svg>"), @"
    erreur[bad-drawing]: Le dessin « repas.jpg » n'est pas un SVG que les navigateurs affichent (XML).
      ╭▸ content/initiatives/fiche.yaml:6:16
      │
    6 │ media: [{file: repas.jpg, alt: Un repas}]
      │                ━━━━━━━━━ dessin illisible
      │
      ╰ remède : Ouvrez-le dans un logiciel de dessin, Inkscape par exemple, et enregistrez-le en « SVG simple » ; ou donnez une image PNG.
    ");
}

#[test]
fn a_picture_whose_middle_is_damaged_is_told_by_the_build() {
    let mut damaged = png(60, 40, false);
    let middle = damaged.len() / 2;
    damaged[middle] ^= 0xff;
    let sheet = elan_with("media: [{file: repas.png, alt: Un repas}]\n");
    let catalogue = Catalogue::new().file("content/media/repas.png", damaged).sheet("fiche", sheet);
    let run = catalogue.run(["build"]);
    assert_eq!(run.code, 1);
    assert!(catalogue.tree().is_empty());
    assert_snapshot!(run.stderr, @"
    erreur[picture-damaged]: L'image « repas.png » est abîmée : elle ne se laisse pas lire.
      ╭▸ content/initiatives/fiche.yaml:6:16
      │
    6 │ media: [{file: repas.png, alt: Un repas}]
      │                ━━━━━━━━━ image abîmée
      │
      ╰ remède : Ouvrez-la dans un logiciel d'images et enregistrez-la de nouveau en JPEG ou en PNG. S'il ne l'ouvre pas, redemandez-la à son auteur.

    1 erreur, 0 avertissement. Rien n'a été écrit : le site reste comme il était.
    ");
}

#[test]
fn a_picture_within_a_text_has_its_place_there() {
    let sheet = elan_with("description: |\n  Un repas : ![Un repas](repas.png)\n");
    let catalogue = Catalogue::new().file("content/media/repas.png", "GIF89a").sheet("fiche", sheet);
    assert_snapshot!(catalogue.run(["check", "--lang", "en"]).stderr, @"
    error[picture-format]: “repas.png” is neither JPEG, nor PNG, nor WebP, nor SVG: it is a picture in the GIF format, whatever its name ends in.
      ╭▸ content/initiatives/fiche.yaml:7:14
      │
    7 │   Un repas : ![Un repas](repas.png)
      │              ━━━━━━━━━━━━━━━━━━━━━━ format refused
      │
      ╰ remedy: Open it in an image editor and save it as JPEG or PNG: another ending of its name is not enough.

    1 error, 0 warnings.
    ");
}
