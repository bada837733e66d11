//! Mistakes with YAML's signs, told in words that do not ask to know them.

use insta::assert_snapshot;

use super::said_of;

#[test]
fn a_colon_inside_a_value() {
    let said = said_of(
        "
title: Mairie : service
theme: logement
pilot:
  name: Ville d'Angers
objective: Loger.
",
    );
    assert_snapshot!(said, @r#"
    erreur[unquoted-colon]: La valeur de « title » contient deux-points suivis d'une espace : elle doit être entre guillemets.
      ╭▸ content/initiatives/fiche.yaml:1:15
      │
    1 │ title: Mairie : service
      │               ━ ces deux-points
      │
      ╰ remède : Écrivez title: "Mairie : service"

    1 erreur, 0 avertissement.
    "#);
}

#[test]
fn a_quote_that_is_never_closed() {
    let said = said_of(
        "
title: \"Bail glissant
theme: logement
pilot:
  name: Elia
objective: Loger.
",
    );
    assert_snapshot!(said, @r#"
    erreur[unclosed-quote]: Ce guillemet n'est jamais refermé.
      ╭▸ content/initiatives/fiche.yaml:1:8
      │
    1 │ title: "Bail glissant
      │        ━ ouvert ici
      │
      ╰ remède : Ajoutez le même guillemet à la fin de la valeur, ou retirez celui-ci.

    1 erreur, 0 avertissement.
    "#);
}

#[test]
fn an_apostrophe_between_apostrophes() {
    let said = said_of(
        "
title: 'L'école des parents'
theme: logement
pilot:
  name: Elia
objective: Loger.
",
    );
    assert_snapshot!(said, @r#"
    erreur[text-after-quote]: Il y a du texte après le guillemet fermant.
      ╭▸ content/initiatives/fiche.yaml:1:11
      │
    1 │ title: 'L'école des parents'
      │           ━━━━━━━━━━━━━━━━━━ ce texte
      │
      ╰ remède : Mettez toute la valeur entre guillemets ; à l'intérieur, doublez l'apostrophe ('') ou écrivez \".

    1 erreur, 0 avertissement.
    "#);
}

#[test]
fn a_value_that_begins_with_a_sign() {
    let said = said_of(
        "
title: @home
theme: logement
pilot:
  name: Elia
objective: Loger.
",
    );
    assert_snapshot!(said, @r#"
    erreur[special-start]: Une valeur ne peut pas commencer par « @ » sans guillemets.
      ╭▸ content/initiatives/fiche.yaml:1:8
      │
    1 │ title: @home
      │        ━ ce signe
      │
      ╰ remède : Écrivez "@home", entre guillemets droits.

    1 erreur, 0 avertissement.
    "#);
}

#[test]
fn a_bracket_that_is_never_closed() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
  name: Elia
audiences: [jeunes, familles
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[unclosed-bracket]: Le signe « [ » n'est jamais refermé.
      ╭▸ content/initiatives/fiche.yaml:5:12
      │
    5 │ audiences: [jeunes, familles
      │            ━ ouvert ici
      │
      ╰ remède : Fermez la liste par « ] », ou mettez la valeur entre guillemets si ce n'est pas une liste.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_list_typed_as_text() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
  name: Elia
objective: Loger.
results:
  Ce qui a été fait :
  - dix baux
",
    );
    assert_snapshot!(said, @"
    erreur[expected-text]: Le champ « results » attend du texte.
      ╭▸ content/initiatives/fiche.yaml:7:3
      │
    7 │   Ce qui a été fait :
      │   ━━━━━━━━━━━━━━━━━━━ ceci est un groupe de champs
      │
      ╰ remède : Écrivez « results: | » et le texte en dessous, décalé de deux espaces ; les tirets d'une liste y sont permis.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_windows_path_between_double_quotes() {
    let said = said_of(
        r#"
title: "C:\Documents"
theme: logement
pilot:
  name: Elia
objective: Loger.
"#,
    );
    assert_snapshot!(said, @r#"
    erreur[bad-escape]: Entre guillemets doubles, la barre « \ » annonce un caractère spécial ; celui-ci n'existe pas.
      ╭▸ content/initiatives/fiche.yaml:1:11
      │
    1 │ title: "C:\Documents"
      │           ━━ ici
      │
      ╰ remède : Doublez la barre (\\), ou employez des guillemets simples.

    1 erreur, 0 avertissement.
    "#);
}

#[test]
fn two_sheets_in_one_file() {
    let said = said_of(
        "
title: Bail glissant
theme: logement
pilot:
  name: Elia
objective: Loger.
---
title: Bail solidaire
",
    );
    assert_snapshot!(said, @"
    erreur[several-documents]: Ce fichier contient plusieurs documents, séparés par « --- ».
      ╭▸ content/initiatives/fiche.yaml:6:1
      │
    6 │ ---
      │ ━━━ le second commence ici
      │
      ╰ remède : Une fiche par fichier : supprimez cette ligne, ou faites deux fichiers.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn anchors_and_tags_of_yaml() {
    let said = said_of(
        "
title: &nom Bail glissant
theme: !!str logement
pilot:
  name: *nom
objective: Loger.
",
    );
    assert_snapshot!(said, @"
    erreur[alias-refused]: Les ancres et les renvois de YAML (« & » et « * ») ne servent pas dans un catalogue.
      ╭▸ content/initiatives/fiche.yaml:1:8
      │
    1 │ title: &nom Bail glissant
      │        ━ ce signe
      │
      ╰ remède : Si c'est du texte, mettez la valeur entre guillemets ; sinon, recopiez la valeur.

    erreur[tag-refused]: Les étiquettes de YAML (« ! ») ne servent pas dans un catalogue.
      ╭▸ content/initiatives/fiche.yaml:2:8
      │
    2 │ theme: !!str logement
      │        ━━━━━ cette étiquette
      │
      ╰ remède : Si c'est du texte, mettez la valeur entre guillemets ; sinon, effacez l'étiquette.

    erreur[alias-refused]: Les ancres et les renvois de YAML (« & » et « * ») ne servent pas dans un catalogue.
      ╭▸ content/initiatives/fiche.yaml:4:9
      │
    4 │   name: *nom
      │         ━━━━ ce signe
      │
      ╰ remède : Si c'est du texte, mettez la valeur entre guillemets ; sinon, recopiez la valeur.

    erreur[empty-field]: Le champ « name » est vide.
      ╭▸ content/initiatives/fiche.yaml:4:9
      │
    4 │   name: *nom
      │         ━━━━ rien après les deux-points
      │
      ╰ remède : Complétez-le, par exemple : name: Samusocial de Paris

    4 erreurs, 0 avertissement.
    ");
}

#[test]
fn many_mistakes_of_one_file_are_all_told_in_one_run() {
    let said = said_of(
        "
title: Bail : glissant
theme: logment
pilot:
\tname: Elia
\twebsite: elia.fr
territory:
  departments: [\"99\"]
contacts:
  - nom: Nadège
    email: nadege@elia
objectif: Loger.
",
    );
    assert_snapshot!(said, @r#"
    erreur[missing-field]: Il manque le champ « objective » dans une fiche.
      ╭▸ content/initiatives/fiche.yaml:1:1
      │
    1 │ title: Bail : glissant
      │ ━━━━━
      │
      ╰ remède : Ajoutez par exemple : objective: Soutenir les cohabitations entre citoyens et réfugiés.

    erreur[unquoted-colon]: La valeur de « title » contient deux-points suivis d'une espace : elle doit être entre guillemets.
      ╭▸ content/initiatives/fiche.yaml:1:13
      │
    1 │ title: Bail : glissant
      │             ━ ces deux-points
      │
      ╰ remède : Écrivez title: "Bail : glissant"

    erreur[unknown-theme]: Le thème « logment » n'existe pas.
      ╭▸ content/initiatives/fiche.yaml:2:8
      │
    2 │ theme: logment
      │        ━━━━━━━ thème inconnu
      │
      ╰ remède : Vouliez-vous dire « logement » ? Thèmes des réglages : langue, logement.

    erreur[tab-indentation]: Cette ligne est décalée avec une tabulation.
      ╭▸ content/initiatives/fiche.yaml:4:1
      │
    4 │     name: Elia
      │ ━━━━ tabulation
      │
      ╰ remède : Remplacez-la par des espaces, deux par niveau.

    erreur[tab-indentation]: Cette ligne est décalée avec une tabulation.
      ╭▸ content/initiatives/fiche.yaml:5:1
      │
    5 │     website: elia.fr
      │ ━━━━ tabulation
      │
      ╰ remède : Remplacez-la par des espaces, deux par niveau.

    erreur[bad-url]: « elia.fr » n'est pas une adresse de site.
      ╭▸ content/initiatives/fiche.yaml:5:11
      │
    5 │     website: elia.fr
      │              ━━━━━━━ adresse illisible
      │
      ╰ remède : Écrivez-la en entier, comme https://www.exemple.fr/.

    erreur[unknown-department]: « 99 » n'est pas le code d'un département.
      ╭▸ content/initiatives/fiche.yaml:7:17
      │
    7 │   departments: ["99"]
      │                 ━━━━ code inconnu
      │
      ╰ remède : Écrivez le code officiel entre guillemets : "05", "2A", "974".

    erreur[unknown-field]: Le champ « nom » n'existe pas dans « contacts ».
      ╭▸ content/initiatives/fiche.yaml:9:5
      │
    9 │   - nom: Nadège
      │     ━━━ champ inconnu
      │
      ╰ remède : Supprimez-le, ou choisissez parmi : name, role, organisation, phones, email, address, website, publish.

    erreur[bad-email]: « nadege@elia » n'est pas une adresse électronique complète.
       ╭▸ content/initiatives/fiche.yaml:10:12
       │
    10 │     email: nadege@elia
       │            ━━━━━━━━━━━ adresse illisible
       │
       ╰ remède : Écrivez-la comme nom@exemple.fr, sans espace ; si elle est incomplète, retirez-la.

    erreur[unknown-field]: Le champ « objectif » n'existe pas dans une fiche.
       ╭▸ content/initiatives/fiche.yaml:11:1
       │
    11 │ objectif: Loger.
       │ ━━━━━━━━ champ inconnu
       │
       ╰ remède : Vouliez-vous dire « objective » ?

    10 erreurs, 0 avertissement.
    "#);
}
