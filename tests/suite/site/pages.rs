//! Which pages there are, and what they show.

use insta::{assert_debug_snapshot, assert_snapshot};

use crate::catalogue::{Catalogue, ELAN};
use crate::html::{tags, text, texts};

use super::rich;

#[test]
fn the_smallest_catalogue_has_all_pages() {
    let catalogue = Catalogue::new();
    catalogue.build();
    let named = |path: &String| !path.starts_with("assets/");
    let pages: Vec<String> = catalogue.tree().into_iter().filter(named).collect();
    assert_debug_snapshot!(pages, @r#"
    [
        "404.html",
        "catalogue.json",
        "index.html",
        "initiatives/elan/index.html",
        "initiatives/index.html",
        "livret/index.html",
        "pilotes/index.html",
        "plan-du-site/index.html",
        "recherche/index.html",
        "robots.txt",
        "sitemap.xml",
        "themes/index.html",
        "themes/langue/index.html",
        "themes/logement/index.html",
    ]
    "#);
}

#[test]
fn a_catalogue_with_everything_has_a_page_for_each_thing() {
    let catalogue = rich();
    catalogue.build();
    let smallest = Catalogue::new();
    smallest.build();
    let more: Vec<String> =
        catalogue.tree().into_iter().filter(|path| !smallest.tree().contains(path)).collect();
    let more: Vec<&String> = more.iter().filter(|path| !path.starts_with("assets/")).collect();
    assert_debug_snapshot!(more, @r#"
    [
        "accessibilite/index.html",
        "avant-propos/index.html",
        "credits/index.html",
        "donnees-personnelles/index.html",
        "initiatives/accueil/contact-1.vcf",
        "initiatives/accueil/index.html",
        "initiatives/ancien-accueil/index.html",
        "initiatives/zebre/index.html",
        "livret/paris-2019.ics",
        "livret/paris-2019/index.html",
        "media/logo-31810e6b.svg",
        "media/repas-274d6b87-1000.jpg",
        "media/repas-274d6b87-1000.webp",
        "media/repas-274d6b87-400.jpg",
        "media/repas-274d6b87-400.webp",
        "media/repas-274d6b87-800.jpg",
        "media/repas-274d6b87-800.webp",
        "mentions-legales/index.html",
        "publics/index.html",
        "publics/jeunes/index.html",
        "territoires/75/index.html",
        "territoires/index.html",
        "territoires/region-11/index.html",
    ]
    "#);
}

#[test]
fn the_root_folder_may_stand_elsewhere() {
    let catalogue = Catalogue::empty()
        .file("autre dossier/content/catalogue.yaml", "title: A\nthemes: [{id: logement, title: Logement}]\n")
        .file("autre dossier/content/initiatives/elan.yaml", ELAN);
    let run = catalogue.run(["build", "--root", "autre dossier", "--out", "site"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(catalogue.path("site/index.html").is_file());
    assert!(!catalogue.path("autre dossier/public").exists());
}

#[test]
fn check_writes_nothing() {
    let catalogue = rich();
    assert_eq!(catalogue.run(["check"]).code, 0);
    assert!(!catalogue.path("public").exists());
}

#[test]
fn a_sheet_shows_all_that_its_file_says() {
    let catalogue = rich();
    catalogue.build();
    let html = catalogue.output("initiatives/accueil/index.html");
    let main = html.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    // One line for each piece of text.
    let shown = text(&format!("<main{main}").replace('<', "\n<"));
    let lines: Vec<&str> = shown.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_snapshot!(lines.join("\n"), @"
    Accueil
    Thèmes
    Apprentissage de la langue
    Fiche 1
    Fiche
    1
    Apprentissage de la langue
    Accueil
    Centre Primo Levi
    Accueillir.
    Traverse aussi
    Accès au logement
    Voir les contacts
    de sorties
    97 %
    La méthode
    Elle suit
    Elan
    .
    Résultats
    Les suites
    Trois ans.
    En images
    Juin 2018
    Image : Samusocial
    Pour aller plus loin
    Le film
    (vidéo)
    Le site
    Fiche confirmée par le pilote :
    31 mars 2019
    .
    Dans le livret :
    Forum de Paris
    , Paris,
    30 avril 2019
    .
    Source :
    Catalogue du forum
    .
    Pilote
    Centre Primo Levi
    Un centre de soins.
    www.primolevi.org
    Partenaires
    Ofii
    Au niveau national
    Pôle emploi
    Territoire
    Paris (75)
    Période
    juin 2016 – 2019
    Publics
    jeunes
    Contacts
    Nadège Letellier
    06 16 63 27 82
    nadege@exemple.fr
    Carte de contact (.vcf)
    Nadège Letellier
    2
    Fiche suivante
    Zèbre
    Toutes les fiches – Apprentissage de la langue
    ");
}

#[test]
fn the_printable_page_has_the_same_sheets_in_the_same_order() {
    let catalogue = rich();
    catalogue.build();
    let listed = texts(&catalogue.output("initiatives/index.html"), "h3");
    let booklet = catalogue.output("livret/index.html");
    let articles: Vec<&str> = booklet.split("<article").skip(1).collect();
    let printed: Vec<String> = articles.iter().map(|article| texts(article, "h3").remove(0)).collect();
    assert_eq!(printed, listed);
    assert_eq!(printed, ["Accueil", "Zèbre", "Programme Elan"]);
    for (article, title) in articles.iter().zip(["Accueillir.", "réfugiées.", "réfugiées."]) {
        assert!(article.contains(title), "{title}");
    }
}

#[test]
fn links_between_sheets_stay_within_the_printable_page() {
    let catalogue = rich();
    catalogue.build();
    let booklet = catalogue.output("livret/index.html");
    let sheet = catalogue.output("initiatives/accueil/index.html");
    assert!(booklet.contains("Elle suit <a href=\"#sheet-3\">Elan</a>"));
    assert!(sheet.contains("Elle suit <a href=\"../../initiatives/elan/index.html\">Elan</a>"));
}

#[test]
fn an_old_address_leads_to_the_new_one() {
    let catalogue = rich();
    catalogue.build();
    let html = catalogue.output("initiatives/ancien-accueil/index.html");
    let refresh = tags(&html).into_iter().find(|tag| tag.get("http-equiv") == Some("refresh")).unwrap();
    assert_eq!(refresh.get("content"), Some("0; url=../../initiatives/accueil/index.html"));
    assert!(html.contains("href=\"../../initiatives/accueil/index.html\""));
    assert!(!catalogue.output("sitemap.xml").contains("ancien-accueil"));
}

#[test]
fn the_site_map_has_whole_addresses_or_none() {
    let catalogue = rich();
    catalogue.build();
    assert!(!catalogue.output("sitemap.xml").contains("<loc>"));
    assert!(!catalogue.output("robots.txt").contains("Sitemap:"));
    assert!(!catalogue.output("index.html").contains("canonical"));

    let run = catalogue.run(["build", "--base-url", "https://exemple.fr/a&b"]);
    assert_eq!(run.code, 0);
    assert_snapshot!(catalogue.output("sitemap.xml"), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
     <url>
      <loc>https://exemple.fr/a&amp;b/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/themes/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/themes/langue/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/themes/logement/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/initiatives/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/initiatives/accueil/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/initiatives/zebre/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/initiatives/elan/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/pilotes/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/territoires/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/territoires/region-11/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/territoires/75/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/publics/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/publics/jeunes/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/avant-propos/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/credits/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/accessibilite/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/mentions-legales/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/donnees-personnelles/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/livret/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/livret/paris-2019/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/recherche/</loc>
     </url>
     <url>
      <loc>https://exemple.fr/a&amp;b/plan-du-site/</loc>
     </url>
    </urlset>
    "#);
    assert!(catalogue.output("robots.txt").contains("Sitemap: https://exemple.fr/a&b/sitemap.xml"));
    let home = tags(&catalogue.output("index.html"));
    let canonical = home.iter().find(|tag| tag.get("rel") == Some("canonical")).unwrap();
    assert_eq!(canonical.get("href"), Some("https://exemple.fr/a&b/"));
}

#[test]
fn one_template_of_the_catalogue_wins_over_the_one_that_comes_with_the_program() {
    let catalogue = rich().file(
        "themes/forum/templates/not-found.html",
        "{% extends \"base.html\" %}\n{% block content %}<h1>Perdu ?</h1>{% endblock %}\n",
    );
    catalogue.build();
    assert_eq!(texts(&catalogue.output("404.html"), "h1"), ["Perdu ?"]);
    assert_eq!(texts(&catalogue.output("themes/index.html"), "h1"), ["Thèmes"]);

    catalogue.remove("themes");
    catalogue.build();
    assert_eq!(texts(&catalogue.output("404.html"), "h1"), ["Cette page n’est pas au catalogue"]);
}

#[test]
fn a_style_and_an_asset_of_the_catalogue_win_too() {
    let catalogue = rich()
        .file("themes/forum/styles/home.css", ".hero { background: url(../assets/fond.png) }\n")
        .file("themes/forum/assets/fond.png", "fond");
    catalogue.build();
    let tree = catalogue.tree();
    let background = tree.iter().find(|path| path.starts_with("assets/fond-")).unwrap();
    let style = tree.iter().find(|path| path.starts_with("assets/style-")).unwrap();
    assert_eq!(catalogue.output(background), "fond");
    assert!(catalogue.output(style).contains(background.strip_prefix("assets/").unwrap()));
}

#[test]
fn what_editors_and_systems_leave_in_a_site_theme_is_passed_over() {
    let catalogue = Catalogue::new();
    for folder in ["templates", "styles", "assets", "labels"] {
        for name in [".DS_Store", "Thumbs.db", "base.html~", ".base.html.swp"] {
            catalogue.write(&format!("themes/forum/{folder}/{name}"), [0xff, 0]);
        }
    }
    let run = catalogue.run(["build"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let smallest = Catalogue::new();
    smallest.build();
    assert_eq!(catalogue.tree(), smallest.tree());
}
