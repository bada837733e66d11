//! Mistakes in what the fields of a sheet say.

use insta::assert_snapshot;

use super::said_of;

#[test]
fn a_required_field_that_is_missing() {
    let said = said_of(
        "
title: Bail glissant
pilot:
  website: https://www.elia.fr/
",
    );
    assert_snapshot!(said, @"
    erreur[missing-field]: Il manque le champ « theme » dans une fiche.
      ╭▸ content/initiatives/fiche.yaml:1:1
      │
    1 │ title: Bail glissant
      │ ━━━━━
      │
      ╰ remède : Ajoutez par exemple : theme: logement

    erreur[missing-field]: Il manque le champ « objective » dans une fiche.
      ╭▸ content/initiatives/fiche.yaml:1:1
      │
    1 │ title: Bail glissant
      │ ━━━━━
      │
      ╰ remède : Ajoutez par exemple : objective: Soutenir les cohabitations entre citoyens et réfugiés.

    erreur[missing-field]: Il manque le champ « name » dans « pilot ».
      ╭▸ content/initiatives/fiche.yaml:3:3
      │
    3 │   website: https://www.elia.fr/
      │   ━━━━━━━
      │
      ╰ remède : Ajoutez par exemple : name: Samusocial de Paris

    3 erreurs, 0 avertissement.
    ");
}

#[test]
fn a_required_field_that_is_empty() {
    let said = said_of(
        "
title: Bail glissant
theme:
pilot:
  name: \"\"
objective: Loger.
",
    );
    assert_snapshot!(said, @r#"
    erreur[empty-field]: Le champ « theme » est vide.
      ╭▸ content/initiatives/fiche.yaml:2:1
      │
    2 │ theme:
      │ ━━━━━ rien après les deux-points
      │
      ╰ remède : Complétez-le, par exemple : theme: logement

    erreur[empty-field]: Le champ « name » est vide.
      ╭▸ content/initiatives/fiche.yaml:4:9
      │
    4 │   name: ""
      │         ━━ rien après les deux-points
      │
      ╰ remède : Complétez-le, par exemple : name: Samusocial de Paris

    2 erreurs, 0 avertissement.
    "#);
}

#[test]
fn a_field_that_does_not_exist() {
    let said = said_of(
        "
tilte: Bail glissant
theme: logement
pilot:
  name: Elia
  budget: 12 000 €
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[unknown-field]: Le champ « tilte » n'existe pas dans une fiche.
      ╭▸ content/initiatives/fiche.yaml:1:1
      │
    1 │ tilte: Bail glissant
      │ ━━━━━ champ inconnu
      │
      ╰ remède : Vouliez-vous dire « title » ?

    erreur[unknown-field]: Le champ « budget » n'existe pas dans « pilot ».
      ╭▸ content/initiatives/fiche.yaml:5:3
      │
    5 │   budget: 12 000 €
      │   ━━━━━━ champ inconnu
      │
      ╰ remède : Supprimez-le, ou choisissez parmi : name, filed_as, description, website, logo.

    2 erreurs, 0 avertissement.
    ");
}

#[test]
fn a_field_given_twice() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
title: Bail solidaire
pilot:
  name: Elia
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[duplicate-key]: Le champ « title » est donné deux fois.
      ╭▸ content/initiatives/fiche.yaml:3:1
      │
    1 │ title: Bail glissant
      │ ───── le premier est ici
    2 │ theme: logement
    3 │ title: Bail solidaire
      │ ━━━━━ deuxième fois
      │
      ╰ remède : Gardez un seul des deux.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn text_where_a_list_or_fields_should_be() {
    let said = said_of(
        "
title: [Bail, glissant]
theme: logement
pilot: Elia
partners: Ofii
territory:
  national: oui
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[expected-text]: Le champ « title » attend du texte.
      ╭▸ content/initiatives/fiche.yaml:1:8
      │
    1 │ title: [Bail, glissant]
      │        ━━━━━━━━━━━━━━━━ ceci est une liste
      │
      ╰ remède : Écrivez la valeur sur la même ligne : title: Programme Elan

    erreur[expected-record]: Le champ « pilot » attend des champs en dessous de lui.
      ╭▸ content/initiatives/fiche.yaml:3:8
      │
    3 │ pilot: Elia
      │        ━━━━ ceci est un texte
      │
      ╰ remède : Allez à la ligne et décalez de deux espaces ; champs possibles : name, filed_as, description, website, logo.

    erreur[expected-list]: Le champ « partners » attend une liste.
      ╭▸ content/initiatives/fiche.yaml:4:11
      │
    4 │ partners: Ofii
      │           ━━━━ ceci est un texte
      │
      ╰ remède : Un élément par ligne, chacun précédé d'un tiret et d'une espace ; ou entre crochets : [un, deux].

    erreur[expected-flag]: Le champ « national » attend « true » (oui) ou « false » (non).
      ╭▸ content/initiatives/fiche.yaml:6:13
      │
    6 │   national: oui
      │             ━━━ ni l'un ni l'autre
      │
      ╰ remède : Écrivez national: true ou national: false.

    4 erreurs, 0 avertissement.
    ");
}

#[test]
fn fields_without_a_record_around_them() {
    assert_snapshot!(said_of("Bail glissant\n"), @"
    erreur[expected-record]: Le champ «  » attend des champs en dessous de lui.
      ╭▸ content/initiatives/fiche.yaml:1:1
      │
    1 │ Bail glissant
      │ ━━━━━━━━━━━━━ ceci est un texte
      │
      ╰ remède : Allez à la ligne et décalez de deux espaces ; champs possibles : title, theme, also, pilot, partners, partners_note, contacts, territory, period, audiences, objective, description, results, figures, media, videos, links, forums, sources, reviewed, previous_ids.

    1 erreur, 0 avertissement.
    ");
    assert_snapshot!(said_of("- title: Bail glissant\n"), @"
    erreur[expected-record]: Le champ «  » attend des champs en dessous de lui.
      ╭▸ content/initiatives/fiche.yaml:1:1
      │
    1 │ - title: Bail glissant
      │ ━━━━━━━━━━━━━━━━━━━━━━ ceci est une liste
      │
      ╰ remède : Allez à la ligne et décalez de deux espaces ; champs possibles : title, theme, also, pilot, partners, partners_note, contacts, territory, period, audiences, objective, description, results, figures, media, videos, links, forums, sources, reviewed, previous_ids.

    1 erreur, 0 avertissement.
    ");
}
