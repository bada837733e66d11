//! The site that comes out.

mod audiences;
mod cover;
mod english;
mod escaping;
mod language;
mod large;
mod pages;
mod partners;
mod privacy;
mod quality;
mod search;
mod sharing;
mod territories;

use crate::catalogue::{Catalogue, ELAN, SETTINGS, SIGNED};
use crate::picture::{SVG, jpeg};

/// A catalogue that uses every part of the format.
fn rich() -> Catalogue {
    let settings = format!("{SETTINGS}subtitle: Pour l'accueil\nforum: paris-2019\n{SIGNED}{DECLARATION}");
    Catalogue::new()
        .file("content/catalogue.yaml", settings)
        .file("content/forums/paris-2019.yaml", "title: Forum de Paris\ndate: 2019-04-30\nplace: Paris\n")
        .file("content/pages/avant-propos.md", "---\ntitle: Avant-propos\nmenu: true\nbooklet: before\n---\n\n## Pourquoi\n\nVoir [Elan](fiche:elan) et [Accueil](fiche:accueil).\n")
        .file("content/pages/credits.md", "---\ntitle: Crédits\nbooklet: after\n---\n\n## Pourquoi\n\nLe [thème](theme:langue), l'[avant-propos](rubrique:avant-propos).\n")
        .file("content/media/été 2018/repas.jpg", jpeg(1000, 750, 1))
        .file("content/media/logo.svg", SVG)
        .file("seeds/sources/forum-2019.yaml", "title: Catalogue du forum\nwebsite: https://exemple.fr/catalogue\n")
        .sheet("accueil", RICH)
        .sheet("zebre", ELAN.replace("Programme Elan", "Zèbre").replace("Samusocial de Paris", "Élia"))
}

/// An accessibility declaration, below [`SIGNED`].
const DECLARATION: &str = "  accessibility:
    established: 2026-11-20
    updated: 2027-03-01
    email: accessibilite@exemple.fr
    form: https://www.exemple.fr/contact
    audit: {standard: RGAA 4.1.2, by: Cabinet de l'Exemple, date: 2026-10-15, passed: 62, applicable: 80}
    failing: [\"Des images sans texte (critère 1.1).\", Des liens trop pâles.]
    exempt: [\"La vidéo de 2019 : elle sera retirée.\"]
    out_of_scope: [Les documents d'avant 2018.]
    technologies: [HTML, CSS]
    environment: [Firefox 145 et NVDA 2026.1]
    tools: [axe-core]
    pages: [Accueil, Une fiche]
    multiyear_plan: https://www.exemple.fr/schema
    action_plan: https://www.exemple.fr/plan
";

const RICH: &str = "\
title: Accueil
theme: langue
also: [logement]
pilot:
  name: Centre Primo Levi
  filed_as: Primo Levi
  description: Un centre de soins.
  website: https://www.primolevi.org/
  logo: logo.svg
partners:
  - Ofii
  - group: Au niveau national
    members: [Pôle emploi]
contacts:
  - name: Nadège Letellier
    phones: [\"06 16 63 27 82\"]
    email: nadege@exemple.fr
territory:
  departments: [\"75\"]
period: {start: 2016-06, end: 2019}
audiences: [jeunes]
objective: Accueillir.
description: |
  ## La méthode

  Elle suit [Elan](fiche:elan).

  ![Un repas](<été 2018/repas.jpg>)
results: |
  ## Les suites

  - Trois ans.
figures:
  - {value: 97 %, label: de sorties}
media:
  - {file: été 2018/repas.jpg, alt: Un repas, caption: Juin 2018, credit: Samusocial}
videos: [{url: \"https://exemple.fr/film\", title: Le film}]
links: [{url: \"https://exemple.fr/\", title: Le site}]
forums: [paris-2019]
sources: [forum-2019]
reviewed: 2019-03-31
previous_ids: [ancien-accueil]
";
