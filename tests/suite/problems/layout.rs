//! Mistakes of layout: what stands where, and which blanks stand before it.

use insta::assert_snapshot;

use super::{check, said_of};

#[test]
fn a_tab_in_the_indentation() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
\tname: Elia
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[tab-indentation]: Cette ligne est décalée avec une tabulation.
      ╭▸ content/initiatives/fiche.yaml:4:1
      │
    4 │     name: Elia
      │ ━━━━ tabulation
      │
      ╰ remède : Remplacez-la par des espaces, deux par niveau.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_no_break_space_in_the_indentation() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
\u{a0} name: Elia
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[nbsp-indentation]: Cette ligne est décalée avec une espace insécable, invisible à l'écran.
      ╭▸ content/initiatives/fiche.yaml:4:1
      │
    4 │   name: Elia
      │ ━ espace insécable
      │
      ╰ remède : Effacez le début de la ligne et retapez de simples espaces.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_no_break_space_before_the_colon_of_a_field() {
    let said = said_of(
        "
title\u{a0}: Bail glissant
theme: logement
pilot:
  name: Elia
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[nbsp-around-name]: Une espace insécable, invisible à l'écran, touche au nom du champ « title ».
      ╭▸ content/initiatives/fiche.yaml:1:1
      │
    1 │ title : Bail glissant
      │ ━━━━━━ espace insécable
      │
      ╰ remède : Effacez-la : écrivez « title: », puis une espace simple et la valeur.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn no_space_after_the_colon_of_a_field() {
    let said = said_of(
        "
title:Bail glissant
theme: logement
pilot:
  name: Elia
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[missing-space]: Il manque une espace après les deux-points de « title ».
      ╭▸ content/initiatives/fiche.yaml:1:6
      │
    1 │ title:Bail glissant
      │      ━ ajoutez une espace ici
      │
      ╰ remède : Écrivez « title: » puis une espace, puis la valeur.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn no_space_after_a_dash() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
  name: Elia
partners:
  - Ofii
  -Ville de Douai
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[missing-dash-space]: Il manque une espace après le tiret.
      ╭▸ content/initiatives/fiche.yaml:7:3
      │
    7 │   -Ville de Douai
      │   ━ ajoutez une espace ici
      │
      ╰ remède : Écrivez « - », une espace, puis l'élément de la liste.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_line_that_stands_too_far_right() {
    let said = said_of(
        "
title: Bail glissant
  theme: logement
pilot:
  name: Elia
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[bad-indentation]: Cette ligne n'est pas alignée avec les autres champs.
      ╭▸ content/initiatives/fiche.yaml:2:3
      │
    2 │   theme: logement
      │   ━━━━━━━━━━━━━━━ cette ligne
      │
      ╰ remède : Alignez-la sur les champs du même niveau, avec deux espaces par niveau.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_second_line_of_text_without_a_bar() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
  name: Elia
objective: Loger
les familles.
",
    );
    assert_snapshot!(said, @"
    erreur[missing-colon]: Cette ligne n'est pas un champ : il lui manque un nom suivi de deux-points.
      ╭▸ content/initiatives/fiche.yaml:6:1
      │
    6 │ les familles.
      │ ━━━━━━━━━━━━━ cette ligne
      │
      ╰ remède : Écrivez « nom: valeur » ; si c'est la suite du texte précédent, décalez-la de deux espaces sous un champ qui se termine par « | ».

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_second_line_of_text_further_right_without_a_bar() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
  name: Elia
objective: Loger
  les familles.
",
    );
    assert_snapshot!(said, @"
    erreur[several-lines]: Cette valeur continue sur plusieurs lignes : elle serait recollée, et une liste y perdrait ses tirets.
      ╭▸ content/initiatives/fiche.yaml:5:12
      │
    5 │ objective: Loger
      │            ━━━━━ de la première à la dernière ligne
      │
      ╰ remède : Écrivez « | » après les deux-points et le texte en dessous, décalé de deux espaces ; ou tenez sur une ligne.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn text_on_the_line_of_the_bar() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
  name: Elia
objective: Loger.
description: | Le bail passe
  du locataire à l'occupant.
",
    );
    assert_snapshot!(said, @"
    erreur[text-after-bar]: Après « | », le texte commence à la ligne suivante.
      ╭▸ content/initiatives/fiche.yaml:6:15
      │
    6 │ description: | Le bail passe
      │               ━━━━━━━━━━━━━━ ce texte
      │
      ╰ remède : Allez à la ligne après « | », et décalez le texte de deux espaces.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn lines_that_end_as_windows_ends_them_are_no_mistake() {
    let sheet = "title: Bail glissant\r\ntheme: logement\r\npilot:\r\n  name: Elia\r\nobjective: Loger.\r\ndescription: |\r\n  Un bail.\r\n\r\n  - dix\r\n";
    assert_eq!(check(sheet).code, 0);
    assert_snapshot!(said_of(&sheet.replace("Un bail", "[Un bail](fiche:inconnue)")), @"
    erreur[unknown-target]: Le lien mène à « inconnue », qui n'existe pas dans le catalogue.
      ╭▸ content/initiatives/fiche.yaml:7:3
      │
    7 │   [Un bail](fiche:inconnue).
      │   ━━━━━━━━━━━━━━━━━━━━━━━━━ cible inconnue
      │
      ╰ remède : Vérifiez l'identifiant : c'est le nom du fichier sans son extension.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn the_mark_that_windows_puts_before_a_text_is_no_mistake() {
    let run =
        check("\u{feff}title: Bail glissant\ntheme: logement\npilot:\n  name: Elia\nobjective: Loger.\n");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
}

#[test]
fn a_narrow_no_break_space_in_the_indentation() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
  name: Elia
objective: Loger.
partners:
  - Ofii
\u{202f} - Caf
",
    );
    assert!(said.contains("erreur[nbsp-indentation]") && said.contains("fiche.yaml:8:1"), "{said}");
}

#[test]
fn a_narrow_no_break_space_after_a_colon() {
    let said = said_of(
        "
title:\u{202f}Bail glissant
theme: logement
pilot:
  name: Elia
objective: Loger.
",
    );
    assert!(said.contains("erreur[nbsp-around-name]"), "{said}");
}

#[test]
fn a_no_break_space_on_a_line_of_its_own() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
\u{a0}
pilot:
  name: Elia
objective: Loger.
",
    );
    assert!(said.contains("fiche.yaml:3:1") && said.contains("insécable"), "{said}");
}

#[test]
fn a_fields_name_cut_from_its_colon() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
  name: Elia
objective
: Loger.
",
    );
    assert!(said.contains("fiche.yaml:5:1") && !said.contains("(?)"), "{said}");
}
