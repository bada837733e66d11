//! What other programs are given: descriptions, schema.org data, the feed, cards and calendars.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::catalogue::{Catalogue, ELAN, SETTINGS, SIGNED};
use crate::html::{decode, tags};
use crate::picture::{SVG, exif, jpeg, jpeg_with};

const BASE: [&str; 3] = ["build", "--base-url", "https://www.exemple.fr/c/"];

/// The content of a `meta` element.
fn meta(html: &str, key: &str) -> Option<String> {
    let metas = tags(html).into_iter().filter(|tag| tag.name == "meta");
    let named = metas.into_iter().find(|tag| [tag.get("name"), tag.get("property")].contains(&Some(key)));
    named.and_then(|tag| tag.get("content").map(str::to_owned))
}

/// The schema.org data of a page.
fn data(html: &str) -> Value {
    let data = html.split_once("<script type=\"application/ld+json\">").unwrap().1;
    serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn every_page_says_what_it_is_about() {
    let catalogue = Catalogue::of_the_repository();
    catalogue.build();
    for path in catalogue.pages() {
        let html = catalogue.output(&path);
        assert!(meta(&html, "description").is_some_and(|text| text.len() > 20), "{path}");
        assert!(meta(&html, "og:title").is_some_and(|text| !text.is_empty()), "{path}");
        // Without an address, nothing pretends to know it.
        assert_eq!(meta(&html, "og:url"), None, "{path}");
    }
}

#[test]
fn a_sheet_is_a_project_of_its_pilot() {
    let sheet = format!("{ELAN}territory: {{departments: [\"75\"]}}\n")
        .replace("Faire réussir", "</script><b>Faire réussir");
    let catalogue = Catalogue::new().sheet("elan", sheet);
    catalogue.run(BASE);
    let html = catalogue.output("initiatives/elan/index.html");
    assert_eq!(
        data(&html),
        json!({
            "@context": "https://schema.org",
            "@type": "Project",
            "name": "Programme Elan",
            "description": "</script><b>Faire réussir la cohabitation de citoyens et de personnes réfugiées.",
            "parentOrganization": {"@type": "Organization", "name": "Samusocial de Paris"},
            "areaServed": ["Paris"],
            "url": "https://www.exemple.fr/c/initiatives/elan/",
        })
    );
    assert_eq!(meta(&html, "og:url").as_deref(), Some("https://www.exemple.fr/c/initiatives/elan/"));
    assert_eq!(meta(&html, "og:type").as_deref(), Some("article"));
}

#[test]
fn a_forum_is_an_event_and_goes_into_a_calendar() {
    let catalogue = Catalogue::new()
        .file("content/catalogue.yaml", format!("{SETTINGS}forum: paris\n{SIGNED}"))
        .file(
            "content/forums/paris.yaml",
            "title: Le forum\ndate: 2019-12-31\nhost: Cnam\nplace: Paris\norganiser: \"Diair; État, etc.\"\nselect: {themes: [logement]}\n",
        )
        .file("content/forums/plus-tard.yaml", "title: Un jour\ndate: 2027-05\nselect: {themes: [logement]}\n");
    catalogue.build();
    assert_eq!(
        data(&catalogue.output("index.html"))["about"],
        json!({
            "@type": "Event",
            "name": "Le forum",
            "startDate": "2019-12-31",
            "location": {"@type": "Place", "name": "Cnam", "address": "Paris"},
            "organizer": {"@type": "Organization", "name": "Diair; État, etc."},
        })
    );
    assert!(catalogue.output("index.html").contains("href=\"livret/paris.ics\""));
    // A month is no day of a calendar.
    assert!(!catalogue.tree().contains(&"livret/plus-tard.ics".to_owned()));
    assert_snapshot!(catalogue.output("livret/paris.ics").replace('\r', ""), @r"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Florilège//FR
    BEGIN:VEVENT
    UID:paris@florilege
    DTSTAMP:20191231T000000Z
    DTSTART;VALUE=DATE:20191231
    DTEND;VALUE=DATE:20200101
    SUMMARY:Le forum
    LOCATION:Cnam\, Paris
    DESCRIPTION:Diair\; État\, etc.
    END:VEVENT
    END:VCALENDAR
    ");
}

#[test]
fn confirmed_sheets_make_a_feed_the_latest_first() {
    let sheet =
        |pilot: &str, date: &str| format!("{ELAN}reviewed: {date}\n").replace("Samusocial de Paris", pilot);
    let catalogue = Catalogue::new()
        .sheet("ancienne", sheet("A & B", "2024-05-02"))
        .sheet("recente", sheet("C", "2026-11-20"))
        .sheet("mois", sheet("D", "2025-02"));
    catalogue.build();
    assert!(!catalogue.tree().contains(&"feed.xml".to_owned()), "a feed needs whole addresses");
    assert!(!catalogue.output("index.html").contains("atom"));
    catalogue.run(BASE);
    assert!(catalogue.output("initiatives/elan/index.html").contains("href=\"../../feed.xml\""));
    assert_snapshot!(catalogue.output("feed.xml"), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
     <title>Initiatives &amp; territoires</title>
     <id>https://www.exemple.fr/c/feed.xml</id>
     <link rel="self" href="https://www.exemple.fr/c/feed.xml"/>
     <link rel="alternate" href="https://www.exemple.fr/c/"/>
     <updated>2026-11-20T00:00:00Z</updated>
     <author>
      <name>Initiatives &amp; territoires</name>
     </author>
     <entry>
      <title>Programme Elan</title>
      <id>https://www.exemple.fr/c/initiatives/recente/</id>
      <link rel="alternate" href="https://www.exemple.fr/c/initiatives/recente/"/>
      <updated>2026-11-20T00:00:00Z</updated>
      <author>
       <name>C</name>
      </author>
      <summary>Faire réussir la cohabitation de citoyens et de personnes réfugiées.</summary>
     </entry>
     <entry>
      <title>Programme Elan</title>
      <id>https://www.exemple.fr/c/initiatives/mois/</id>
      <link rel="alternate" href="https://www.exemple.fr/c/initiatives/mois/"/>
      <updated>2025-02-28T00:00:00Z</updated>
      <author>
       <name>D</name>
      </author>
      <summary>Faire réussir la cohabitation de citoyens et de personnes réfugiées.</summary>
     </entry>
     <entry>
      <title>Programme Elan</title>
      <id>https://www.exemple.fr/c/initiatives/ancienne/</id>
      <link rel="alternate" href="https://www.exemple.fr/c/initiatives/ancienne/"/>
      <updated>2024-05-02T00:00:00Z</updated>
      <author>
       <name>A &amp; B</name>
      </author>
      <summary>Faire réussir la cohabitation de citoyens et de personnes réfugiées.</summary>
     </entry>
    </feed>
    "#);
}

#[test]
fn without_a_confirmed_sheet_there_is_no_feed() {
    let catalogue = Catalogue::new();
    catalogue.run(BASE);
    assert!(!catalogue.tree().contains(&"feed.xml".to_owned()));
    assert!(!catalogue.output("index.html").contains("atom"));
}

#[test]
fn a_card_for_each_contact_who_can_be_reached() {
    let contacts = "\
contacts:
  - {name: Dominique Exemple}
  - {name: Camille Exemple, role: \"Coordinatrice, accueil\", phones: [\"02 61 91 00 12\"], email: camille@exemple.fr, address: \"1, rue de l'Exemple, 35000 Rennes\"}
  - {organisation: L'accueil, website: \"https://www.exemple.fr/\", publish: print}
";
    let catalogue = Catalogue::new().sheet("elan", format!("{ELAN}{contacts}"));
    catalogue.build();
    let cards: Vec<String> = catalogue.tree().into_iter().filter(|path| path.contains(".vcf")).collect();
    assert_eq!(cards, ["initiatives/elan/contact-2.vcf"]);
    assert_snapshot!(catalogue.output(&cards[0]).replace('\r', ""), @r"
    BEGIN:VCARD
    VERSION:3.0
    FN:Camille Exemple
    N:;Camille Exemple;;;
    ORG:Samusocial de Paris
    TITLE:Coordinatrice\, accueil
    TEL;TYPE=WORK:+33261910012
    EMAIL;TYPE=INTERNET:camille@exemple.fr
    ADR;TYPE=WORK:;;1\, rue de l'Exemple\, 35000 Rennes;;;;
    NOTE:Programme Elan
    END:VCARD
    ");
    let html = catalogue.output("initiatives/elan/index.html");
    let link =
        tags(&html).into_iter().find(|tag| tag.get("href") == Some("../../initiatives/elan/contact-2.vcf"));
    assert!(link.is_some());
    assert!(decode(&html).contains("Carte de contact (.vcf)"));
}

#[test]
fn a_shared_link_shows_a_picture_of_the_page() {
    let plain = "media: [{file: b.svg, alt: B}, {file: \"le repas.jpg\", alt: Un repas d'été}]\n";
    let catalogue = Catalogue::new()
        .file("content/catalogue.yaml", format!("{SETTINGS}forum: paris\n"))
        .file(
            "content/forums/paris.yaml",
            "title: A\nselect: {themes: [logement]}\ncover: {file: c.jpg, alt: C}\n",
        )
        .file(
            "content/forums/lyon.yaml",
            "title: B\nselect: {themes: [logement]}\ncover: {file: d.jpg, alt: \"\"}\n",
        )
        .file("content/media/b.svg", SVG)
        .file("content/media/le repas.jpg", jpeg_with(1000, 500, 1, &[(1, exif(6))]))
        .file("content/media/c.jpg", jpeg(60, 40, 2))
        .file("content/media/d.jpg", jpeg(60, 40, 3))
        .sheet("elan", format!("{ELAN}{plain}"))
        .sheet("autre", ELAN);
    catalogue.run(BASE);
    let of = |page: &str, key: &str| meta(&catalogue.output(&format!("{page}index.html")), key);
    // A drawing is shown by no other site; the photograph stands upright.
    let address = of("initiatives/elan/", "og:image").unwrap();
    let path = address.strip_prefix("https://www.exemple.fr/c/").unwrap();
    assert!(path.starts_with("media/le-repas-") && path.ends_with("-500.jpg"), "{path}");
    assert!(catalogue.tree().contains(&path.to_owned()), "{path}");
    assert_eq!(of("initiatives/elan/", "og:image:width").as_deref(), Some("500"));
    assert_eq!(of("initiatives/elan/", "og:image:height").as_deref(), Some("1000"));
    assert_eq!(of("initiatives/elan/", "og:image:alt").as_deref(), Some("Un repas d’été"));
    for (page, cover) in [("", "c"), ("initiatives/autre/", "c"), ("livret/", "c"), ("livret/lyon/", "d")] {
        let address = of(page, "og:image").unwrap();
        assert!(
            address.starts_with(&format!("https://www.exemple.fr/c/media/{cover}-")),
            "{page}: {address}"
        );
    }
    assert_eq!(of("livret/lyon/", "og:image:alt"), None);
    assert_eq!(of("initiatives/", "og:image"), None);
    catalogue.run(["build"]);
    assert_eq!(of("initiatives/elan/", "og:image"), None, "an address must be whole");
}

#[test]
fn a_page_with_a_date_is_told_in_the_feed() {
    let settings = format!("{SETTINGS}base_url: https://www.exemple.fr/\n");
    let page = |id: &str, day: &str| format!("---\ntitle: Page {id}\n{day}---\n\nTexte.\n");
    let catalogue = Catalogue::new()
        .file("content/catalogue.yaml", settings)
        .sheet("elan", format!("{ELAN}reviewed: 2026-05-10\n"))
        .file("content/pages/a.md", page("a", "date: 2026-05-10\n"))
        .file("content/pages/b.md", page("b", ""))
        .file("content/pages/c.md", page("c", "date: 2026-06\n"));
    catalogue.build();
    let feed = catalogue.output("feed.xml");
    let titles: Vec<&str> =
        feed.split("<entry>").skip(1).map(|entry| entry.split(['>', '<']).nth(2).unwrap()).collect();
    // A month may mean its last day; on one day, pages come first.
    assert_eq!(titles, ["Page c", "Page a", "Programme Elan"]);
}
