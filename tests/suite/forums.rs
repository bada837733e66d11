//! What forums select, the printable page of each, and the ways to it.

use insta::assert_snapshot;

use crate::catalogue::{Catalogue, SETTINGS};
use crate::html::{tags, text, texts};

/// A sheet without title: it is headed by its pilot.
fn sheet(theme: &str, pilot: &str, more: &str) -> String {
    format!("theme: {theme}\npilot: {{name: {pilot}}}\nobjective: Voir.\n{more}\n")
}

/// Five sheets, whose order by theme is not their order by pilot. One forum, Lyon, is announced;
/// `forum` is the rest of its file.
fn catalogue(forum: &str) -> Catalogue {
    Catalogue::empty()
        .file("content/catalogue.yaml", format!("{SETTINGS}forum: lyon\n"))
        .file("content/forums/lyon.yaml", format!("title: Forum de Lyon\ndate: 2027-03-18\n{forum}"))
        .sheet("coallia", sheet("langue", "Coallia", "territory: {departments: [\"69\"]}"))
        .sheet("kodiko", sheet("langue", "Kodiko", "forums: [lyon]\naudiences: [familles]"))
        .sheet("adoma", sheet("logement", "Adoma", "territory: {regions: [\"84\"]}\naudiences: [jeunes]"))
        .sheet("elia", sheet("logement", "Élia", "territory: {departments: [\"13\"]}"))
        .sheet("refuge", sheet("logement", "Le Refuge", "territory: {national: true}"))
}

/// The words of a part of a page, from where one piece of it begins to where another does.
fn words(html: &str, from: &str, to: &str) -> String {
    let part = html.split_once(from).unwrap_or_else(|| panic!("no {from}")).1;
    let part = part.split_once('>').unwrap().1.split_once(to).unwrap_or_else(|| panic!("no {to}")).0;
    text(&part.replace('<', " <")).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sheets of a printable page, with their numbers.
fn sheets(html: &str) -> Vec<String> {
    let articles = html.split("<article").skip(1);
    articles
        .map(|article| words(article, "class=\"sheet-number", "</p>") + " " + &texts(article, "h3").remove(0))
        .collect()
}

fn contents(html: &str) -> String {
    words(html, "id=\"contents\"", "</nav>")
}

fn index(html: &str) -> String {
    words(html, "id=\"pilots\"", "</main>")
}

/// Where the links of a page lead that have some words in their address.
fn links(html: &str, words: &str) -> Vec<String> {
    let links = tags(html).into_iter().filter(|tag| tag.name == "a");
    let addresses = links.filter_map(|tag| tag.get("href").map(str::to_owned));
    addresses.filter(|address| address.contains(words)).collect()
}

#[test]
fn a_forum_shows_the_sheets_that_name_it_and_those_that_it_selects() {
    let catalogue = catalogue("select:\n  regions: [\"84\"]\n");
    catalogue.build();
    let html = catalogue.output("livret/lyon/index.html");
    assert_eq!(sheets(&html), ["Fiche 1 Coallia", "Fiche 2 Kodiko", "Fiche 3 Adoma"]);
    catalogue.write("content/forums/lyon.yaml", "title: Forum de Lyon\nselect: {initiatives: [refuge]}\n");
    catalogue.build();
    assert_eq!(sheets(&catalogue.output("livret/lyon/index.html")), ["Fiche 1 Kodiko", "Fiche 2 Le Refuge"]);
    catalogue.remove("content/initiatives/refuge.yaml");
    catalogue.write("content/forums/lyon.yaml", "title: Forum de Lyon\n");
    catalogue.build();
    assert_eq!(sheets(&catalogue.output("livret/lyon/index.html")), ["Fiche 1 Kodiko"]);
}

#[test]
fn a_sheet_has_a_number_in_each_booklet_and_the_catalogues_on_its_page() {
    let catalogue = catalogue("select: {themes: [logement]}\n");
    catalogue.build();
    let html = catalogue.output("livret/lyon/index.html");
    assert_eq!(sheets(&html), ["Fiche 1 Kodiko", "Fiche 2 Adoma", "Fiche 3 Élia", "Fiche 4 Le Refuge"]);
    assert_snapshot!(contents(&html), @"Sommaire Apprentissage de la langue Fiche 1 Kodiko Accès au logement Fiche 2 Adoma Fiche 3 Élia Fiche 4 Le Refuge");
    assert_snapshot!(index(&html), @"Index des pilotes A Adoma Fiche 2 Voir. E Élia Fiche 3 Voir. K Kodiko Fiche 1 Voir. L Le Refuge Fiche 4 Voir.");
    for (rank, article) in html.split("<article").skip(1).enumerate() {
        assert!(article.split_once('>').unwrap().0.ends_with(&format!("id=\"sheet-{}\"", rank + 1)));
    }
    let whole = sheets(&catalogue.output("livret/index.html"));
    assert_eq!(
        whole.join(" "),
        "Fiche 1 Coallia Fiche 2 Kodiko Fiche 3 Adoma Fiche 4 Élia Fiche 5 Le Refuge"
    );
    let page = catalogue.output("initiatives/refuge/index.html");
    assert_eq!(words(&page, "class=\"sheet-number", "</p>"), "Fiche 5");
}

#[test]
fn a_booklet_by_pilot_is_one_run_with_the_themes_signs() {
    let catalogue = catalogue("select: {themes: [langue, logement]}\norder: pilot\n");
    catalogue.build();
    let html = catalogue.output("livret/lyon/index.html");
    let run = ["Fiche 1 Adoma", "Fiche 2 Coallia", "Fiche 3 Élia", "Fiche 4 Kodiko", "Fiche 5 Le Refuge"];
    assert_eq!(sheets(&html), run);
    assert_snapshot!(contents(&html), @"Sommaire Fiche 1 Adoma Fiche 2 Coallia Fiche 3 Élia Fiche 4 Kodiko Fiche 5 Le Refuge");
    assert_snapshot!(index(&html), @"Index des pilotes A Adoma Fiche 1 Voir. C Coallia Fiche 2 Voir. E Élia Fiche 3 Voir. K Kodiko Fiche 4 Voir. L Le Refuge Fiche 5 Voir.");
    assert!(!html.contains("class=\"opener\""));
    // Each stands in its theme's colours, below a heading of its own.
    let articles: Vec<&str> = html.split("<article").skip(1).collect();
    let theme = |article: &str| words(article, "class=\"theme-line", "</p>");
    assert_eq!([theme(articles[0]), theme(articles[1])], ["Accès au logement", "Apprentissage de la langue"]);
    // The whole catalogue keeps its order.
    assert!(catalogue.output("livret/index.html").contains("class=\"opener\""));
}

#[test]
fn only_themes_that_have_sheets_open_or_stand_in_the_key() {
    let catalogue = catalogue("");
    let opened = |html: &str| html.matches("class=\"opener\"").count();
    catalogue.build();
    let html = catalogue.output("livret/lyon/index.html");
    assert_eq!(opened(&html), 1);
    assert_eq!(words(&html, "id=\"key\"", "</section>"), "Les thèmes Apprentissage de la langue");
    // A theme that a sheet crosses shows its sign on the sheet.
    catalogue.write(
        "content/initiatives/kodiko.yaml",
        sheet("langue", "Kodiko", "forums: [lyon]\nalso: [logement]"),
    );
    catalogue.build();
    let html = catalogue.output("livret/lyon/index.html");
    assert_eq!(opened(&html), 1);
    assert_eq!(
        words(&html, "id=\"key\"", "</section>"),
        "Les thèmes Apprentissage de la langue Accès au logement"
    );
    assert_eq!(opened(&catalogue.output("livret/index.html")), 2);
}

#[test]
fn the_cover_is_the_forums_and_the_editorial_pages_are_all_booklets() {
    let more = "place: Lyon\nhost: Hôtel de ville\norganiser: Métropole\ndescription: Une **journée**, avec [Élia](fiche:elia).\n";
    let catalogue = catalogue(more)
        .file(
            "content/pages/avant-propos.md",
            "---\ntitle: Avant-propos\nbooklet: before\n---\n\nVoir [Kodiko](fiche:kodiko).\n",
        )
        .file("content/pages/credits.md", "---\ntitle: Crédits\nbooklet: after\n---\n\nMerci.\n");
    catalogue.build();
    let html = catalogue.output("livret/lyon/index.html");
    assert_snapshot!(words(&html, "class=\"cover-text\"", "</section>"), @"Le forum · 18 mars 2027 · Hôtel de ville · Lyon Forum de Lyon 1 fiche du catalogue « Initiatives & territoires » Une journée , avec Élia . Métropole");
    assert!(html.contains("<strong>journée</strong>"));
    assert_eq!(texts(&html, "title"), ["Livret à imprimer – Forum de Lyon – Initiatives & territoires"]);
    assert!(html.find("id=\"page-avant-propos\"").unwrap() < html.find("id=\"contents\"").unwrap());
    assert!(html.find("id=\"page-credits\"").unwrap() > html.find("id=\"pilots\"").unwrap());
}

#[test]
fn links_stay_in_the_booklet_where_it_shows_the_sheet_and_lead_to_its_page_where_not() {
    let catalogue = catalogue("");
    let links = "forums: [lyon]\ndescription: \"[Kodiko](fiche:kodiko), [Élia](fiche:elia)\"";
    catalogue.write("content/initiatives/adoma.yaml", sheet("logement", "Adoma", links));
    catalogue.build();
    let html = catalogue.output("livret/lyon/index.html");
    assert!(
        html.contains(
            "<a href=\"#sheet-1\">Kodiko</a>, <a href=\"../../initiatives/elia/index.html\">Élia</a>"
        )
    );
    let whole = catalogue.output("livret/index.html");
    assert!(whole.contains("<a href=\"#sheet-2\">Kodiko</a>, <a href=\"#sheet-4\">Élia</a>"));
}

#[test]
fn home_sheets_booklets_and_site_map_lead_to_a_forums_booklet() {
    let catalogue = catalogue("")
        .file("content/forums/nantes.yaml", "title: Forum de Nantes\nselect: {regions: [\"93\"]}\n");
    catalogue.build();
    let found = |path: &str| links(&catalogue.output(path), "livret/");
    assert!(found("index.html").contains(&"livret/lyon/index.html".to_owned()));
    let home = catalogue.output("index.html");
    assert!(words(&home, "id=\"content\"", "</main>").contains("18 mars 2027 Le livret du forum (1 fiche)"));
    assert_eq!(found("initiatives/kodiko/index.html")[1..], ["../../livret/lyon/index.html"]);
    // A sheet that a forum selects says so as one that names it does.
    assert_eq!(found("initiatives/elia/index.html")[1..], ["../../livret/nantes/index.html"]);
    assert_eq!(
        words(&catalogue.output("initiatives/elia/index.html"), "class=\"sheet-notes\"", "</div>"),
        "Dans le livret : Forum de Nantes ."
    );
    assert_eq!(found("initiatives/adoma/index.html").len(), 1);
    assert_eq!(
        words(&catalogue.output("livret/index.html"), "id=\"other-booklets\"", "</nav>"),
        "Les autres livrets Forum de Nantes Forum de Lyon"
    );
    let other = catalogue.output("livret/lyon/index.html");
    assert_eq!(
        words(&other, "id=\"other-booklets\"", "</nav>"),
        "Les autres livrets Toutes les initiatives Forum de Nantes"
    );
    // Its own booklet need not say on each sheet where it is shown.
    assert!(!other.contains("Dans le livret"));
    let map = catalogue.output("plan-du-site/index.html");
    assert_eq!(links(&map, "livret/")[2..], ["../livret/nantes/index.html", "../livret/lyon/index.html"]);
}

#[test]
fn forums_of_one_title_are_told_apart_by_their_dates() {
    let catalogue = catalogue("")
        .file("content/forums/encore.yaml", "title: Forum de Lyon\ndate: 2028\nselect: {themes: [langue]}\n");
    catalogue.build();
    let title = |path: &str| texts(&catalogue.output(path), "title").remove(0);
    assert_eq!(
        title("livret/lyon/index.html"),
        "Livret à imprimer – Forum de Lyon (18 mars 2027) – Initiatives & territoires"
    );
    assert_eq!(
        title("livret/encore/index.html"),
        "Livret à imprimer – Forum de Lyon (2028) – Initiatives & territoires"
    );
}

#[test]
fn an_empty_selection_is_told_and_has_no_page_and_no_way_to_it() {
    let catalogue = catalogue("").file(
        "content/forums/nantes.yaml",
        "title: Forum de Nantes\nselect:\n  themes: [langue]\n  departments: [\"13\"]\n",
    );
    let run = catalogue.run(["build"]);
    assert_eq!(run.code, 0);
    assert_snapshot!(run.stderr, @"
    attention[empty-selection]: Le forum « nantes » ne montre aucune fiche : il n'aura pas de livret.
     ╭▸ content/forums/nantes.yaml
     ╰ remède : Écrivez forums: [nantes] dans les fiches à montrer, ou choisissez-les par « select » dans le fichier du forum.
    ");
    assert!(!catalogue.path("public/livret/nantes").exists());
    for page in catalogue.pages() {
        assert_eq!(links(&catalogue.output(&page), "nantes"), [""; 0], "{page}");
    }
    // The announced forum too may have nothing to show yet.
    catalogue.write("content/initiatives/kodiko.yaml", sheet("langue", "Kodiko", ""));
    catalogue.remove("content/forums/nantes.yaml");
    assert_eq!(catalogue.run(["build"]).code, 0);
    assert!(!catalogue.path("public/livret/lyon").exists());
    assert!(catalogue.output("index.html").contains("Forum de Lyon"));
    assert!(!catalogue.output("index.html").contains("Le livret du forum"));
}

#[test]
fn what_follows_from_another_mistake_is_not_told() {
    for (path, text) in [
        // The sheet that names the forum cannot be read, or misspells it.
        ("initiatives/kodiko.yaml", sheet("langue", "Kodiko", "forums: lyon")),
        ("initiatives/kodiko.yaml", sheet("langue", "Kodiko", "forums: [lion]")),
        ("initiatives/kodiko.yaml", sheet("langues", "Kodiko", "forums: [lyon]")),
        // What the forum selects is misspelt.
        ("forums/lyon.yaml", "title: Lyon\nselect: {themes: [langues]}\n".to_owned()),
        ("forums/lyon.yaml", "title: Lyon\nselect: [logement]\n".to_owned()),
    ] {
        let catalogue = catalogue("");
        catalogue.write("content/initiatives/kodiko.yaml", sheet("langue", "Kodiko", ""));
        catalogue.write(&format!("content/{path}"), text);
        let run = catalogue.run(["check"]);
        assert!(run.stderr.ends_with("1 erreur, 0 avertissement.\n"), "{path}: {}", run.stderr);
    }
}

#[test]
fn a_catalogue_without_sheets_tells_that_alone() {
    let catalogue = catalogue("");
    catalogue.remove("content/initiatives");
    let run = catalogue.run(["check"]);
    assert_eq!((run.code, run.stderr.matches("attention[").count()), (0, 1));
    assert!(run.stderr.contains("no-sheet"), "{}", run.stderr);
}

#[test]
fn what_a_selection_names_must_exist() {
    let catalogue = catalogue(
        "\
order: pilote
select:
  themes: [logements]
  regions: [Bretagne, \"99\"]
  departments: [\"1\", \"2a\"]
  audiences: [famille, bricoleurs]
  initiatives: [samusocial, elia-marseille]
  public: [jeunes]
",
    );
    catalogue
        .write("content/initiatives/elia.yaml", sheet("logement", "Élia", "previous_ids: [elia-marseille]"));
    assert_snapshot!(catalogue.run(["check"]).stderr, @r#"
    erreur[bad-choice]: « pilote » n'est pas une valeur possible de « order ».
      ╭▸ content/forums/lyon.yaml:3:8
      │
    3 │ order: pilote
      │        ━━━━━━ valeur inconnue
      │
      ╰ remède : Choisissez parmi : theme, pilot.

    erreur[unknown-theme]: Le thème « logements » n'existe pas.
      ╭▸ content/forums/lyon.yaml:5:12
      │
    5 │   themes: [logements]
      │            ━━━━━━━━━ thème inconnu
      │
      ╰ remède : Vouliez-vous dire « logement » ? Thèmes des réglages : langue, logement.

    erreur[unknown-region]: « Bretagne » n'est pas le code d'une région.
      ╭▸ content/forums/lyon.yaml:6:13
      │
    6 │   regions: [Bretagne, "99"]
      │             ━━━━━━━━ code inconnu
      │
      ╰ remède : Vouliez-vous dire "53" ?

    erreur[unknown-region]: « 99 » n'est pas le code d'une région.
      ╭▸ content/forums/lyon.yaml:6:23
      │
    6 │   regions: [Bretagne, "99"]
      │                       ━━━━ code inconnu
      │
      ╰ remède : Écrivez le code Insee entre guillemets : "11" pour l'Île-de-France, "76" pour l'Occitanie.

    erreur[unknown-department]: « 1 » n'est pas le code d'un département.
      ╭▸ content/forums/lyon.yaml:7:17
      │
    7 │   departments: ["1", "2a"]
      │                 ━━━ code inconnu
      │
      ╰ remède : Vouliez-vous dire "01" ?

    erreur[unknown-department]: « 2a » n'est pas le code d'un département.
      ╭▸ content/forums/lyon.yaml:7:22
      │
    7 │   departments: ["1", "2a"]
      │                      ━━━━ code inconnu
      │
      ╰ remède : Vouliez-vous dire "2A" ?

    attention[unknown-audience]: Aucune fiche ne s'adresse au public « famille ».
      ╭▸ content/forums/lyon.yaml:8:15
      │
    8 │   audiences: [famille, bricoleurs]
      │               ━━━━━━━ public inconnu
      │
      ╰ remède : Vouliez-vous dire « familles » ?

    attention[unknown-audience]: Aucune fiche ne s'adresse au public « bricoleurs ».
      ╭▸ content/forums/lyon.yaml:8:24
      │
    8 │   audiences: [famille, bricoleurs]
      │                        ━━━━━━━━━━ public inconnu
      │
      ╰ remède : Recopiez un public tel que les fiches l'écrivent dans « audiences », ou retirez-le.

    erreur[unknown-sheet]: La fiche « samusocial » n'existe pas.
      ╭▸ content/forums/lyon.yaml:9:17
      │
    9 │   initiatives: [samusocial, elia-marseille]
      │                 ━━━━━━━━━━ fiche inconnue
      │
      ╰ remède : Vérifiez l'identifiant : c'est le nom du fichier sans son extension.

    erreur[unknown-sheet]: La fiche « elia-marseille » n'existe pas.
      ╭▸ content/forums/lyon.yaml:9:29
      │
    9 │   initiatives: [samusocial, elia-marseille]
      │                             ━━━━━━━━━━━━━━ fiche inconnue
      │
      ╰ remède : Vouliez-vous dire « elia » ?

    erreur[unknown-field]: Le champ « public » n'existe pas dans « select ».
       ╭▸ content/forums/lyon.yaml:10:3
       │
    10 │   public: [jeunes]
       │   ━━━━━━ champ inconnu
       │
       ╰ remède : Supprimez-le, ou choisissez parmi : themes, regions, departments, audiences, initiatives.

    9 erreurs, 2 avertissements.
    "#);
}

#[test]
fn an_audience_that_no_sheet_has_only_warns() {
    let catalogue = catalogue("select: {audiences: [Famille, FAMILLES]}\n");
    let run = catalogue.run(["check"]);
    assert_eq!(run.code, 0);
    assert_snapshot!(run.stderr, @"
    attention[unknown-audience]: Aucune fiche ne s'adresse au public « Famille ».
      ╭▸ content/forums/lyon.yaml:3:22
      │
    3 │ select: {audiences: [Famille, FAMILLES]}
      │                      ━━━━━━━ public inconnu
      │
      ╰ remède : Vouliez-vous dire « familles » ?
    ");
}

#[test]
fn a_forum_may_not_stand_where_a_volume_stands() {
    let catalogue = catalogue("").file("content/forums/2.yaml", "title: Deux\nselect: {themes: [langue]}\n");
    catalogue.build();
    for number in 0..500 {
        catalogue.write(
            &format!("content/initiatives/f-{number}.yaml"),
            sheet("langue", &format!("P{number}"), ""),
        );
    }
    let run = catalogue.run(["check"]);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.stderr, @"
    erreur[path-collision]: Deux pages auraient la même adresse : « livret/2/index.html ».
     ╭▸ content/forums/2.yaml
     ╰ remède : Renommez ce fichier : cette adresse est celle d'une page que Florilège fait lui-même.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn the_forum_of_2019_shows_its_twenty_one_sheets_by_pilot_as_its_print_did() {
    let catalogue = Catalogue::of_the_repository();
    let file = catalogue.path("content/forums/paris-2019.yaml");
    let text = std::fs::read_to_string(&file).unwrap();
    catalogue.write("content/forums/paris-2019.yaml", text + "\norder: pilot\n");
    catalogue.build();
    let html = catalogue.output("livret/paris-2019/index.html");
    assert_eq!(sheets(&html).len(), 21);
    // The index stands from A to Z: so does the run, if its numbers follow each other there.
    let index = index(&html);
    let numbers =
        index.split("Fiche ").skip(1).map(|entry| entry.split(' ').next().unwrap().parse().unwrap());
    assert_eq!(numbers.collect::<Vec<usize>>(), (1..=21).collect::<Vec<_>>());
}

/// Four pages: two in all booklets, and two for those of forums.
fn with_pages(forum: &str) -> Catalogue {
    let page = |title: &str, more: &str| format!("---\ntitle: {title}\n{more}---\n\nTexte.\n");
    catalogue(&format!("select: {{themes: [langue]}}\n{forum}"))
        .file("content/pages/lettre.md", page("Lettre", "booklet: before\n"))
        .file("content/pages/merci.md", page("Merci", "booklet: after\n"))
        .file("content/pages/accueil.md", page("Mot d'accueil", ""))
        .file("content/pages/venir.md", page("Comment venir", ""))
}

fn parts(html: &str) -> Vec<String> {
    let parts = texts(html, "h2").into_iter();
    parts
        .filter(|title| ["Lettre", "Merci", "Mot", "Comment"].iter().any(|start| title.starts_with(start)))
        .collect()
}

#[test]
fn a_booklet_shows_the_pages_that_are_for_all_booklets_or_those_of_its_forum() {
    let all = with_pages("");
    all.build();
    assert_eq!(parts(&all.output("livret/lyon/index.html")), ["Lettre", "Merci"]);
    let own = with_pages("before: [venir, accueil]\nafter: []\nback_cover: Merci aux **bénévoles**.\n");
    own.build();
    let html = own.output("livret/lyon/index.html");
    assert_eq!(parts(&html), ["Comment venir", "Mot d’accueil"]);
    assert_eq!(words(&html, "back-cover", "</section>"), "Merci aux bénévoles .");
    // The booklet of the whole catalogue stays as it was.
    assert_eq!(parts(&own.output("livret/index.html")), ["Lettre", "Merci"]);
}

#[test]
fn pages_of_a_booklet_must_be_there_each_once() {
    let run = with_pages("before: [acceuil, venir]\nafter: [venir]\n").run(["check"]);
    assert_snapshot!(run.stderr, @"
    erreur[unknown-page]: La rubrique « acceuil » n'existe pas.
      ╭▸ content/forums/lyon.yaml:4:10
      │
    4 │ before: [acceuil, venir]
      │          ━━━━━━━ rubrique inconnue
      │
      ╰ remède : Vouliez-vous dire « accueil » ?

    erreur[repeated-page]: La rubrique « venir » est deux fois dans le livret.
      ╭▸ content/forums/lyon.yaml:5:9
      │
    5 │ after: [venir]
      │         ━━━━━ déjà citée
      │
      ╰ remède : Gardez-la dans « before » ou dans « after », une seule fois.

    2 erreurs, 0 avertissement.
    ");
}
