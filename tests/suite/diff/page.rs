//! The page of news: written by `diff --page`, built into the site, told in the feed.

use insta::assert_snapshot;

use super::{ELIA, keep, rebuilt};
use crate::catalogue::Catalogue;
use crate::html::text as text_of;

const PAGE: [&str; 5] = ["diff", "before", "public", "--page", "nouveautes"];

/// The page that was written, without the day on which it was.
fn page(catalogue: &Catalogue) -> String {
    let path = catalogue.path("content/pages/nouveautes.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (before, rest) = text.split_once("\ndate: ").unwrap();
    let (day, after) = rest.split_once('\n').unwrap();
    assert_eq!(day.len(), "2026-11-23".len());
    format!("{before}\ndate: [jour]\n{after}")
}

#[test]
fn a_page_in_french() {
    let catalogue = rebuilt("fr");
    let run = catalogue.run(PAGE);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_snapshot!(run.stdout, @"La rubrique « ./content/pages/nouveautes.md » est écrite : relisez-la, puis construisez le site.");
    assert_snapshot!(page(&catalogue), @"
    ---
    title: Les nouveautés
    summary: Ce qui a changé dans le catalogue.
    date: [jour]
    order: 90
    menu: true
    ---

    1 fiche nouvelle, 2 fiches mises à jour, 2 fiches retirées.

    ## Nouvelles fiches

    - [Zèbre](fiche:zebre)

    ## Fiches mises à jour

    - [Elia](fiche:elia-paris)
    - [Programme Elan](fiche:elan), Samusocial de Paris : contacts, résultats

    ## Fiches retirées

    - *Duos*, Kodiko
    - *Le Refuge*, réunie à [Elia](fiche:elia-paris)
    ");
}

#[test]
fn a_page_in_english() {
    let catalogue = rebuilt("en");
    assert_eq!(catalogue.run(PAGE).code, 0);
    assert_snapshot!(page(&catalogue), @"
    ---
    title: What is new
    summary: What changed in the catalogue.
    date: [jour]
    order: 90
    menu: true
    ---

    1 new sheet, 2 sheets updated, 2 sheets withdrawn.

    ## New sheets

    - [Zèbre](fiche:zebre)

    ## Updated sheets

    - [Elia](fiche:elia-paris)
    - [Programme Elan](fiche:elan), Samusocial de Paris: contacts, results

    ## Withdrawn sheets

    - *Duos*, Kodiko
    - *Le Refuge*, now part of [Elia](fiche:elia-paris)
    ");
}

#[test]
fn the_page_is_built_and_reached_and_told_in_the_feed() {
    let catalogue = rebuilt("fr");
    assert!(!catalogue.tree().contains(&"feed.xml".to_owned()));
    catalogue.run(PAGE);
    let page = std::fs::read_to_string(catalogue.path("content/pages/nouveautes.md")).unwrap();
    let day = page.split_once("\ndate: ").unwrap().1.split_once('\n').unwrap().0;
    catalogue.build();
    let html = catalogue.output("nouveautes/index.html");
    assert!(html.contains("<a href=\"../initiatives/zebre/index.html\">Zèbre</a>"), "{html}");
    assert!(html.contains(&format!("<time datetime=\"{day}\">")), "{html}");
    assert!(catalogue.output("index.html").contains("href=\"nouveautes/index.html\""));
    let feed = catalogue.output("feed.xml").replace(day, "[jour]");
    assert_snapshot!(feed, @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
     <title>Initiatives &amp; territoires</title>
     <id>https://www.exemple.fr/c/feed.xml</id>
     <link rel="self" href="https://www.exemple.fr/c/feed.xml"/>
     <link rel="alternate" href="https://www.exemple.fr/c/"/>
     <updated>[jour]T00:00:00Z</updated>
     <author>
      <name>Initiatives &amp; territoires</name>
     </author>
     <entry>
      <title>Les nouveautés</title>
      <id>https://www.exemple.fr/c/nouveautes/</id>
      <link rel="alternate" href="https://www.exemple.fr/c/nouveautes/"/>
      <updated>[jour]T00:00:00Z</updated>
      <summary>Ce qui a changé dans le catalogue.</summary>
     </entry>
    </feed>
    "#);
}

#[test]
fn no_page_is_written_over_another_nor_under_a_name_that_cannot_be() {
    let catalogue = rebuilt("fr");
    catalogue.write("content/pages/nouveautes.md", "---\ntitle: La mienne\n---\n");
    let run = catalogue.run(PAGE);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert_snapshot!(run.stderr, @"La rubrique « ./content/pages/nouveautes.md » existe déjà : elle n'est pas touchée. Supprimez-la d'abord, ou choisissez un autre nom.");
    let kept = std::fs::read_to_string(catalogue.path("content/pages/nouveautes.md")).unwrap();
    assert_eq!(kept, "---\ntitle: La mienne\n---\n");
    let run = catalogue.run(["diff", "before", "public", "--page", "../Été"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert_snapshot!(run.stderr, @"« ../Été » ne peut pas être le nom d'une rubrique : des minuscules sans accent, des chiffres et des traits d'union, comme « ete ».");
}

#[test]
fn without_news_there_is_no_page() {
    let catalogue = Catalogue::new();
    keep(&catalogue);
    catalogue.build();
    let run = catalogue.run(PAGE);
    assert_eq!(run.code, 0);
    assert_snapshot!(run.stdout, @"
    Rien n'a changé dans les fiches du catalogue « Initiatives & territoires ».
    Aucune rubrique n'est écrite.
    ");
    assert!(!catalogue.path("content/pages").exists());
}

#[test]
fn titles_are_words_whatever_signs_they_hold() {
    let titles = ["1. *Un* [toit](theme:langue) & <b>table</b>", "- # _a_ `b` ~~c~~ \\d | e ![f](g)"];
    let sheet = |title: &str| format!("title: {}\n{ELIA}", serde_json::to_string(title).unwrap());
    let catalogue = Catalogue::new().sheet("parti", sheet(titles[0]));
    keep(&catalogue);
    catalogue.remove("content/initiatives/parti.yaml");
    let catalogue = catalogue.sheet("venu", sheet(titles[1]));
    catalogue.build();
    assert_eq!(catalogue.run(PAGE).code, 0);
    catalogue.build();
    let html = catalogue.output("nouveautes/index.html");
    let text = html.split_once("class=\"prose\"").unwrap().1.split_once("</article>").unwrap().0;
    let lines: Vec<String> = text.lines().map(text_of).collect();
    for title in titles {
        let shown = lines.iter().any(|line| line.contains(title));
        assert!(shown, "{title}: {lines:?}");
    }
}
