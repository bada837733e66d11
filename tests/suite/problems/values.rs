//! Mistakes in the values of fields.

use insta::assert_snapshot;

use super::said_of;
use crate::catalogue::{Catalogue, ELAN};

#[test]
fn a_theme_misspelt() {
    let said = said_of(
        "
title: Bail glissant
theme: logment
also: [Langue, sport]
pilot:
  name: Elia
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[unknown-theme]: Le thème « logment » n'existe pas.
      ╭▸ content/initiatives/fiche.yaml:2:8
      │
    2 │ theme: logment
      │        ━━━━━━━ thème inconnu
      │
      ╰ remède : Vouliez-vous dire « logement » ? Thèmes des réglages : langue, logement.

    erreur[unknown-theme]: Le thème « Langue » n'existe pas.
      ╭▸ content/initiatives/fiche.yaml:3:8
      │
    3 │ also: [Langue, sport]
      │        ━━━━━━ thème inconnu
      │
      ╰ remède : Vouliez-vous dire « langue » ? Thèmes des réglages : langue, logement.

    erreur[unknown-theme]: Le thème « sport » n'existe pas.
      ╭▸ content/initiatives/fiche.yaml:3:16
      │
    3 │ also: [Langue, sport]
      │                ━━━━━ thème inconnu
      │
      ╰ remède : Thèmes des réglages : langue, logement.

    3 erreurs, 0 avertissement.
    ");
}

#[test]
fn a_department_that_is_none() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
  name: Elia
territory:
  departments: [\"99\", 2a, Nord, 5]
  regions: [Bretagne, \"00\"]
objective: Loger.
",
    );
    assert_snapshot!(said, @r#"
    erreur[unknown-department]: « 99 » n'est pas le code d'un département.
      ╭▸ content/initiatives/fiche.yaml:6:17
      │
    6 │   departments: ["99", 2a, Nord, 5]
      │                 ━━━━ code inconnu
      │
      ╰ remède : Écrivez le code officiel entre guillemets : "05", "2A", "974".

    erreur[unknown-department]: « 2a » n'est pas le code d'un département.
      ╭▸ content/initiatives/fiche.yaml:6:23
      │
    6 │   departments: ["99", 2a, Nord, 5]
      │                       ━━ code inconnu
      │
      ╰ remède : Vouliez-vous dire "2A" ?

    erreur[unknown-department]: « Nord » n'est pas le code d'un département.
      ╭▸ content/initiatives/fiche.yaml:6:27
      │
    6 │   departments: ["99", 2a, Nord, 5]
      │                           ━━━━ code inconnu
      │
      ╰ remède : Vouliez-vous dire "59" ?

    erreur[unknown-department]: « 5 » n'est pas le code d'un département.
      ╭▸ content/initiatives/fiche.yaml:6:33
      │
    6 │   departments: ["99", 2a, Nord, 5]
      │                                 ━ code inconnu
      │
      ╰ remède : Vouliez-vous dire "05" ?

    erreur[unknown-region]: « Bretagne » n'est pas le code d'une région.
      ╭▸ content/initiatives/fiche.yaml:7:13
      │
    7 │   regions: [Bretagne, "00"]
      │             ━━━━━━━━ code inconnu
      │
      ╰ remède : Vouliez-vous dire "53" ?

    erreur[unknown-region]: « 00 » n'est pas le code d'une région.
      ╭▸ content/initiatives/fiche.yaml:7:23
      │
    7 │   regions: [Bretagne, "00"]
      │                       ━━━━ code inconnu
      │
      ╰ remède : Écrivez le code Insee entre guillemets : "11" pour l'Île-de-France, "76" pour l'Occitanie.

    6 erreurs, 0 avertissement.
    "#);
}

#[test]
fn addresses_and_numbers_that_are_none() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
  name: Elia
  website: www.elia.fr
contacts:
  - name: Nadège Letellier
    email: n.letellier@elia
    phones: [06 16 63 27]
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[bad-url]: « www.elia.fr » n'est pas une adresse de site.
      ╭▸ content/initiatives/fiche.yaml:5:12
      │
    5 │   website: www.elia.fr
      │            ━━━━━━━━━━━ adresse illisible
      │
      ╰ remède : Écrivez-la en entier, comme https://www.exemple.fr/.

    erreur[bad-email]: « n.letellier@elia » n'est pas une adresse électronique complète.
      ╭▸ content/initiatives/fiche.yaml:8:12
      │
    8 │     email: n.letellier@elia
      │            ━━━━━━━━━━━━━━━━ adresse illisible
      │
      ╰ remède : Écrivez-la comme nom@exemple.fr, sans espace ; si elle est incomplète, retirez-la.

    erreur[bad-phone]: « 06 16 63 27 » n'est pas un numéro de téléphone.
      ╭▸ content/initiatives/fiche.yaml:9:14
      │
    9 │     phones: [06 16 63 27]
      │              ━━━━━━━━━━━ numéro illisible
      │
      ╰ remède : Écrivez-le comme 01 23 45 67 89 ou +33 1 23 45 67 89, un numéro par ligne.

    3 erreurs, 0 avertissement.
    ");
}

#[test]
fn a_date_that_is_none() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
  name: Elia
period: {start: 2019-06, end: 2018}
reviewed: 31 mars 2019
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[bad-period]: La période finit avant d'avoir commencé.
      ╭▸ content/initiatives/fiche.yaml:5:31
      │
    5 │ period: {start: 2019-06, end: 2018}
      │                 ┬──────       ━━━━ fin
      │                 │
      │                 début
      │
      ╰ remède : Vérifiez « start » (début) et « end » (fin).

    erreur[bad-date]: « 31 mars 2019 » n'est pas une date.
      ╭▸ content/initiatives/fiche.yaml:6:11
      │
    6 │ reviewed: 31 mars 2019
      │           ━━━━━━━━━━━━ date illisible
      │
      ╰ remède : Écrivez l'année, l'année et le mois, ou le jour : 2019, 2019-04 ou 2019-04-30.

    2 erreurs, 0 avertissement.
    ");
}

#[test]
fn a_word_that_is_not_among_those_possible() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
  name: Elia
contacts:
  - name: Nadège Letellier
    publish: web
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[bad-choice]: « web » n'est pas une valeur possible de « publish ».
      ╭▸ content/initiatives/fiche.yaml:7:14
      │
    7 │     publish: web
      │              ━━━ valeur inconnue
      │
      ╰ remède : Choisissez parmi : everywhere, print, nowhere.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn colours_in_which_nothing_can_be_read() {
    let settings =
        "title: K\nthemes:\n  - {id: logement, title: L, color: \"#e8a33d\", color_dark: \"#5a2a10\"}\n";
    let catalogue = Catalogue::new().file("content/catalogue.yaml", settings);
    assert_snapshot!(catalogue.run(["check"]).stderr, @r##"
    attention[faint-colour]: La couleur « #e8a33d » se lit mal sur le blanc, et le blanc sur elle : son contraste est de 2,1, il faut 4,5.
      ╭▸ content/catalogue.yaml:3:37
      │
    3 │   - {id: logement, title: L, color: "#e8a33d", color_dark: "#5a2a10"}
      │                                     ━━━━━━━━━ trop claire
      │
      ╰ remède : Prenez par exemple #9b6d29, la nuance la plus proche qui se lit.

    attention[faint-colour]: La couleur « #5a2a10 » se lit mal sur un fond sombre : son contraste est de 1,3, il faut 4,5.
      ╭▸ content/catalogue.yaml:3:60
      │
    3 │   - {id: logement, title: L, color: "#e8a33d", color_dark: "#5a2a10"}
      │                                                            ━━━━━━━━━ trop sombre
      │
      ╰ remède : Prenez par exemple #9e8172, la nuance la plus proche qui se lit.
    "##);
    // The nearest shades that can be read are taken without a word.
    let mended = settings.replace("e8a33d", "9b6d29").replace("5a2a10", "9e8172");
    catalogue.write("content/catalogue.yaml", mended);
    assert_eq!(catalogue.run(["check"]).stderr, "");
    let run = catalogue
        .file("content/catalogue.yaml", settings)
        .run(["check", "--lang", "en", "--format", "github"]);
    assert_snapshot!(run.stdout, @"
    ::warning file=content/catalogue.yaml,line=3,endLine=3,col=37,endColumn=46,title=faint-colour::The colour “#e8a33d” is hard to read on white, and white on it: its contrast is 2.1, and 4.5 is needed.%0ATake #9b6d29 for example, the nearest shade that can be read.
    ::warning file=content/catalogue.yaml,line=3,endLine=3,col=60,endColumn=69,title=faint-colour::The colour “#5a2a10” is hard to read on a dark ground: its contrast is 1.3, and 4.5 is needed.%0ATake #9e8172 for example, the nearest shade that can be read.
    1 sheet checked, 10 pages ready, 2 warnings, in [temps].
    ");
}

#[test]
fn one_number_that_means_two_territories() {
    let catalogue = Catalogue::new()
        .sheet("rouen", format!("{ELAN}territory:\n  regions: [\"76\"]\n  departments: [\"76\"]\n"))
        .sheet("noumea", format!("{ELAN}territory:\n  regions: [\"988\"]\n  departments: [\"988\"]\n"));
    let run = catalogue.run(["check"]);
    assert_eq!(run.code, 0);
    assert_snapshot!(run.stderr, @r#"
    attention[twin-code]: « 76 » désigne ici deux territoires : la région Occitanie et le département Seine-Maritime.
      ╭▸ content/initiatives/rouen.yaml:7:13
      │
    7 │   regions: ["76"]
      │             ━━━━ deux fois le même nombre
    8 │   departments: ["76"]
      │                 ──── l'autre est là
      │
      ╰ remède : Gardez celui que vous vouliez dire et retirez l'autre. Un département se passe de sa région.
    "#);
    let run = catalogue.run(["check", "--lang", "en", "--format", "github"]);
    assert_snapshot!(run.stdout.lines().next().unwrap(), @"::warning file=content/initiatives/rouen.yaml,line=7,endLine=7,col=13,endColumn=17,title=twin-code::“76” means two territories here: the region Occitanie and the department Seine-Maritime.%0AKeep the one that you meant and remove the other. A department needs no region beside it.");
}
