//! Mistakes in what leads from one part of the catalogue to another.

use insta::assert_snapshot;

use crate::catalogue::Catalogue;

use super::{check, elan_with, said_of};

#[test]
fn a_forum_and_a_source_that_have_no_file() {
    let catalogue = Catalogue::new().file("content/forums/paris-2019.yaml", "title: Paris\n").sheet(
        "fiche",
        elan_with(
            "
forums: [paris-2018, lyon]
sources: [forum-2019]
",
        ),
    );
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[unknown-forum]: Le forum « paris-2018 » n'a pas de fichier.
      ╭▸ content/initiatives/fiche.yaml:6:10
      │
    6 │ forums: [paris-2018, lyon]
      │          ━━━━━━━━━━ forum inconnu
      │
      ╰ remède : Vouliez-vous dire « paris-2019 » ?

    erreur[unknown-forum]: Le forum « lyon » n'a pas de fichier.
      ╭▸ content/initiatives/fiche.yaml:6:22
      │
    6 │ forums: [paris-2018, lyon]
      │                      ━━━━ forum inconnu
      │
      ╰ remède : Créez content/forums/lyon.yaml, ou retirez ce forum.

    erreur[unknown-source]: La source « forum-2019 » n'a pas de notice.
      ╭▸ content/initiatives/fiche.yaml:7:11
      │
    7 │ sources: [forum-2019]
      │           ━━━━━━━━━━ source inconnue
      │
      ╰ remède : Créez seeds/sources/forum-2019.yaml, ou retirez cette source.

    3 erreurs, 0 avertissement.
    ");
}

#[test]
fn a_forum_is_no_page_and_a_page_is_no_forum() {
    let catalogue = Catalogue::new()
        .file("content/forums/paris-2019.yaml", "title: Paris\n")
        .file("content/pages/credits.md", "---\ntitle: Crédits\n---\n")
        .sheet(
            "fiche",
            elan_with(
                "
forums: [credits]
sources: [paris-2019]
description: Voir [le forum](rubrique:paris-2019).
",
            ),
        );
    let run = catalogue.run(["check"]);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.stderr, @"
    erreur[unknown-forum]: Le forum « credits » n'a pas de fichier.
      ╭▸ content/initiatives/fiche.yaml:6:10
      │
    6 │ forums: [credits]
      │          ━━━━━━━ forum inconnu
      │
      ╰ remède : Créez content/forums/credits.yaml, ou retirez ce forum.

    erreur[unknown-source]: La source « paris-2019 » n'a pas de notice.
      ╭▸ content/initiatives/fiche.yaml:7:11
      │
    7 │ sources: [paris-2019]
      │           ━━━━━━━━━━ source inconnue
      │
      ╰ remède : Créez seeds/sources/paris-2019.yaml, ou retirez cette source.

    erreur[unknown-target]: Le lien mène à « paris-2019 », qui n'existe pas dans le catalogue.
      ╭▸ content/initiatives/fiche.yaml:8:19
      │
    8 │ description: Voir [le forum](rubrique:paris-2019).
      │                   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ cible inconnue
      │
      ╰ remède : Vérifiez l'identifiant : c'est le nom du fichier sans son extension.

    3 erreurs, 0 avertissement.
    ");
}

#[test]
fn links_to_what_is_not_in_the_catalogue() {
    let said = said_of(&elan_with(
        "
description: |
  Voir [Elan](fiche:elann), le thème [santé](theme:sante)
  et les [crédits](rubrique:credits).
",
    ));
    assert_snapshot!(said, @"
    erreur[unknown-target]: Le lien mène à « elann », qui n'existe pas dans le catalogue.
      ╭▸ content/initiatives/fiche.yaml:7:8
      │
    7 │   Voir [Elan](fiche:elann), le thème [santé](theme:sante)
      │        ━━━━━━━━━━━━━━━━━━━ cible inconnue
      │
      ╰ remède : Vouliez-vous dire « elan » ?

    erreur[unknown-target]: Le lien mène à « sante », qui n'existe pas dans le catalogue.
      ╭▸ content/initiatives/fiche.yaml:7:38
      │
    7 │   Voir [Elan](fiche:elann), le thème [santé](theme:sante)
      │                                      ━━━━━━━━━━━━━━━━━━━━ cible inconnue
      │
      ╰ remède : Vérifiez l'identifiant : c'est le nom du fichier sans son extension.

    erreur[unknown-target]: Le lien mène à « credits », qui n'existe pas dans le catalogue.
      ╭▸ content/initiatives/fiche.yaml:8:10
      │
    8 │   et les [crédits](rubrique:credits).
      │          ━━━━━━━━━━━━━━━━━━━━━━━━━━━ cible inconnue
      │
      ╰ remède : Vérifiez l'identifiant : c'est le nom du fichier sans son extension.

    3 erreurs, 0 avertissement.
    ");
}

#[test]
fn links_that_could_do_harm_or_lead_nowhere() {
    let said = said_of(&elan_with(
        "
description: |
  Un [clic](javascript:alert(1)), un [fichier](file:///etc/passwd),
  un [chemin](../autre.html), un [site](www.exemple.fr).
links:
  - {url: \"javascript:alert(1)\", title: Clic}
",
    ));
    assert_snapshot!(said, @r#"
    erreur[unsafe-link]: Un lien ne peut pas commencer par « javascript: ».
      ╭▸ content/initiatives/fiche.yaml:7:6
      │
    7 │   Un [clic](javascript:alert(1)), un [fichier](file:///etc/passwd),
      │      ━━━━━━━━━━━━━━━━━━━━━━━━━━━ lien refusé
      │
      ╰ remède : Liens possibles : https://…, mailto:…, tel:…, fiche:identifiant, rubrique:identifiant, theme:identifiant, lang:code (une autre langue).

    erreur[unsafe-link]: Un lien ne peut pas commencer par « file: ».
      ╭▸ content/initiatives/fiche.yaml:7:38
      │
    7 │   Un [clic](javascript:alert(1)), un [fichier](file:///etc/passwd),
      │                                      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ lien refusé
      │
      ╰ remède : Liens possibles : https://…, mailto:…, tel:…, fiche:identifiant, rubrique:identifiant, theme:identifiant, lang:code (une autre langue).

    erreur[relative-link]: Le lien « ../autre.html » ne fonctionnerait que depuis certaines pages.
      ╭▸ content/initiatives/fiche.yaml:8:6
      │
    8 │   un [chemin](../autre.html), un [site](www.exemple.fr).
      │      ━━━━━━━━━━━━━━━━━━━━━━━ lien relatif
      │
      ╰ remède : Écrivez fiche:identifiant, rubrique:identifiant ou theme:identifiant, ou l'adresse entière avec https://.

    erreur[relative-link]: Le lien « www.exemple.fr » ne fonctionnerait que depuis certaines pages.
      ╭▸ content/initiatives/fiche.yaml:8:34
      │
    8 │   un [chemin](../autre.html), un [site](www.exemple.fr).
      │                                  ━━━━━━━━━━━━━━━━━━━━━━ lien relatif
      │
      ╰ remède : Écrivez fiche:identifiant, rubrique:identifiant ou theme:identifiant, ou l'adresse entière avec https://.

    erreur[bad-url]: « javascript:alert(1) » n'est pas une adresse de site.
       ╭▸ content/initiatives/fiche.yaml:10:11
       │
    10 │   - {url: "javascript:alert(1)", title: Clic}
       │           ━━━━━━━━━━━━━━━━━━━━━ adresse illisible
       │
       ╰ remède : Écrivez-la en entier, comme https://www.exemple.fr/.

    5 erreurs, 0 avertissement.
    "#);
}

#[test]
fn html_is_shown_as_text_with_a_warning() {
    let run = check(&elan_with("description: |\n  Un <b>mot</b>.\n"));
    assert_eq!(run.code, 0);
    assert_snapshot!(run.stderr, @"
    attention[raw-html]: Le HTML n'est pas interprété : « <b> » sera affiché tel quel.
      ╭▸ content/initiatives/fiche.yaml:7:6
      │
    7 │   Un <b>mot</b>.
      │      ━━━ affiché comme du texte
      │
      ╰ remède : Employez le Markdown : **gras**, *italique*, [lien](https://…), une ligne vide entre deux paragraphes.

    attention[raw-html]: Le HTML n'est pas interprété : « </b> » sera affiché tel quel.
      ╭▸ content/initiatives/fiche.yaml:7:12
      │
    7 │   Un <b>mot</b>.
      │            ━━━━ affiché comme du texte
      │
      ╰ remède : Employez le Markdown : **gras**, *italique*, [lien](https://…), une ligne vide entre deux paragraphes.
    ");
}

#[test]
fn an_old_id_that_is_taken() {
    let catalogue = Catalogue::new()
        .sheet("fiche", elan_with("previous_ids: [elan, ancien]\n"))
        .sheet("suite", elan_with("previous_ids: [ancien, Été]\n"));
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[taken-id]: L'ancien identifiant « elan » est encore celui d'une fiche.
      ╭▸ content/initiatives/fiche.yaml:6:16
      │
    6 │ previous_ids: [elan, ancien]
      │                ━━━━ encore pris
      │
      ╰ remède : Retirez-le de « previous_ids », ou renommez la fiche qui le porte.

    erreur[taken-id]: L'ancien identifiant « ancien » est encore celui d'une fiche.
      ╭▸ content/initiatives/suite.yaml:6:16
      │
    6 │ previous_ids: [ancien, Été]
      │                ━━━━━━ encore pris
      │
      ╰ remède : Retirez-le de « previous_ids », ou renommez la fiche qui le porte.

    erreur[bad-name]: « Été » ne peut pas servir d'identifiant : seulement des minuscules sans accent, des chiffres et des traits d'union.
      ╭▸ content/initiatives/suite.yaml:6:24
      │
    6 │ previous_ids: [ancien, Été]
      │                        ━━━ identifiant refusé
      │
      ╰ remède : Écrivez par exemple « ete ».

    3 erreurs, 0 avertissement.
    ");
}

#[test]
fn a_page_whose_address_is_taken() {
    let catalogue = Catalogue::new().file("content/pages/themes.md", "---\ntitle: Thèmes\n---\nTexte.\n");
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[path-collision]: Deux pages auraient la même adresse : « themes/index.html ».
     ╭▸ content/pages/themes.md
     ╰ remède : Renommez ce fichier : cette adresse est celle d'une page que Florilège fait lui-même.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn mistakes_in_the_settings() {
    let catalogue = Catalogue::new().file(
        "content/catalogue.yaml",
        "\
title: Initiatives
language: français
base_url: exemple.fr
forum: paris-2019
themes:
  - {id: logement, title: Logement, color: bleu}
  - {id: logement, title: Logement}
  - {id: Accès, title: Accès, pictogram: dessin.svg}
",
    );
    assert_snapshot!(catalogue.run(["check"]).stderr, @r##"
    erreur[bad-language]: « français » n'est pas un code de langue.
      ╭▸ content/catalogue.yaml:2:11
      │
    2 │ language: français
      │           ━━━━━━━━ code inconnu
      │
      ╰ remède : Écrivez fr pour le français, en pour l'anglais.

    erreur[bad-url]: « exemple.fr » n'est pas une adresse de site.
      ╭▸ content/catalogue.yaml:3:11
      │
    3 │ base_url: exemple.fr
      │           ━━━━━━━━━━ adresse illisible
      │
      ╰ remède : Écrivez-la en entier, comme https://www.exemple.fr/.

    erreur[unknown-forum]: Le forum « paris-2019 » n'a pas de fichier.
      ╭▸ content/catalogue.yaml:4:8
      │
    4 │ forum: paris-2019
      │        ━━━━━━━━━━ forum inconnu
      │
      ╰ remède : Créez content/forums/paris-2019.yaml, ou retirez ce forum.

    erreur[bad-colour]: « bleu » n'est pas une couleur.
      ╭▸ content/catalogue.yaml:6:44
      │
    6 │   - {id: logement, title: Logement, color: bleu}
      │                                            ━━━━ couleur illisible
      │
      ╰ remède : Écrivez un dièse et six chiffres de 0 à f, entre guillemets : "#1d5fa6".

    erreur[duplicate-theme]: Le thème « logement » est déclaré deux fois.
      ╭▸ content/catalogue.yaml:7:10
      │
    6 │   - {id: logement, title: Logement, color: bleu}
      │          ──────── le premier est ici
    7 │   - {id: logement, title: Logement}
      │          ━━━━━━━━ deuxième fois
      │
      ╰ remède : Gardez un seul des deux, ou changez l'un des identifiants.

    erreur[bad-name]: « Accès » ne peut pas servir d'identifiant : seulement des minuscules sans accent, des chiffres et des traits d'union.
      ╭▸ content/catalogue.yaml:8:10
      │
    8 │   - {id: Accès, title: Accès, pictogram: dessin.svg}
      │          ━━━━━ identifiant refusé
      │
      ╰ remède : Écrivez par exemple « acces ».

    erreur[missing-media]: L'image « dessin.svg » n'est pas dans content/media.
      ╭▸ content/catalogue.yaml:8:42
      │
    8 │   - {id: Accès, title: Accès, pictogram: dessin.svg}
      │                                          ━━━━━━━━━━ fichier introuvable
      │
      ╰ remède : Copiez-la dans content/media, ou corrigez le nom (majuscules et accents comptent).

    7 erreurs, 0 avertissement.
    "##);
}

#[test]
fn a_table_says_what_it_shows() {
    let table = "  | Année | Familles |\n  | --- | --- |\n  | 2024 | 27 |\n";
    let run = check(&elan_with(&format!("description: |\n  Tableau : les familles\n\n{table}")));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let run = check(&elan_with(&format!("description: |\n  Un texte.\n\n{table}")));
    assert_eq!(run.code, 0);
    assert_snapshot!(run.stderr, @"
    attention[missing-caption]: Ce tableau n'a pas de légende : qui l'écoute ne sait pas ce qu'il montre.
       ╭▸ content/initiatives/fiche.yaml:9:3
       │
     9 │ ┏   | Année | Familles |
    10 │ ┃   | --- | --- |
       │ ┗━━┛ ici
       │
       ╰ remède : Juste avant lui, écrivez une ligne qui commence par « Tableau : », puis une ligne vide.
    ");
}

#[test]
fn links_in_the_record_of_a_document_are_checked_too() {
    let catalogue = Catalogue::new().file(
        "seeds/sources/dossier.yaml",
        "title: Dossier\ndescription: Voir [Elan](fiche:elann).\ninitiatives:\n  - {id: eland}\n",
    );
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[unknown-target]: Le lien mène à « elann », qui n'existe pas dans le catalogue.
      ╭▸ seeds/sources/dossier.yaml:2:19
      │
    2 │ description: Voir [Elan](fiche:elann).
      │                   ━━━━━━━━━━━━━━━━━━━ cible inconnue
      │
      ╰ remède : Vouliez-vous dire « elan » ?

    erreur[unknown-target]: Le lien mène à « eland », qui n'existe pas dans le catalogue.
      ╭▸ seeds/sources/dossier.yaml:4:10
      │
    4 │   - {id: eland}
      │          ━━━━━ cible inconnue
      │
      ╰ remède : Vouliez-vous dire « elan » ?

    2 erreurs, 0 avertissement.
    ");
}
