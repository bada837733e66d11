//! A forum's picture, on the home page and on the cover of the printable page.

use crate::catalogue::Catalogue;
use crate::html::{Tag, tags, text};

use super::rich;

/// The rich catalogue, whose forum has a picture.
fn with_cover() -> Catalogue {
    let forum = "title: Forum de Paris\ncover:\n  file: dessins/été.svg\n  alt: L'arbre & ses fruits\n  caption: Juin 2018\n  credit: Samusocial\n";
    rich().file("content/forums/paris-2019.yaml", forum).file("content/media/dessins/été.svg", "<svg/>")
}

/// The file that was made of a picture; none where none was.
fn made_of(catalogue: &Catalogue, stem: &str) -> String {
    let is_made = |path: &String| path.starts_with(&format!("media/{stem}-"));
    catalogue.tree().into_iter().find(is_made).unwrap_or_default()
}

fn cover(html: &str) -> Option<Tag> {
    tags(html).into_iter().find(|tag| tag.get("class") == Some("cover-image"))
}

#[test]
fn stands_on_the_home_page_and_on_the_printable_page() {
    let catalogue = with_cover();
    catalogue.build();
    for (page, root) in
        [("index.html", ""), ("livret/index.html", "../"), ("livret/paris-2019/index.html", "../../")]
    {
        let html = catalogue.output(page);
        let cover = cover(&html).unwrap_or_else(|| panic!("{page} has no cover"));
        let path = format!("{root}{}", made_of(&catalogue, "ete"));
        assert_eq!(cover.get("src"), Some(path.as_str()));
        assert_eq!(cover.get("alt"), Some("L’arbre & ses fruits"));
        assert!(text(&html).contains("Image\u{a0}: Samusocial"), "{page} does not say whose picture it is");
    }
}

#[test]
fn the_themes_stand_below_it_and_fill_a_cover_without_one() {
    let patches = |catalogue: &Catalogue| {
        catalogue.build();
        let html = catalogue.output("livret/index.html");
        assert_eq!(html.matches("cover-patch theme-").count(), 2);
        (html.contains("<ul class=\"cover-strip\""), html.contains("<ul class=\"quilt\""))
    };
    assert_eq!(patches(&with_cover()), (true, false));
    assert_eq!(patches(&rich()), (false, true));
}

#[test]
fn no_other_forum_shows_its_own() {
    let catalogue = with_cover()
        .file("content/forums/lyon-2021.yaml", "title: Forum de Lyon\nselect: {themes: [langue]}\n");
    catalogue.write(
        "content/catalogue.yaml",
        "title: A\nforum: lyon-2021\nthemes:\n  - {id: langue, title: Langue}\n  - {id: logement, title: Logement}\n",
    );
    catalogue.build();
    for page in ["index.html", "livret/index.html", "livret/lyon-2021/index.html"] {
        assert!(cover(&catalogue.output(page)).is_none(), "{page}");
    }
    assert!(cover(&catalogue.output("livret/paris-2019/index.html")).is_some());
}

#[test]
fn another_picture_changes_the_pages_that_show_it() {
    let catalogue = with_cover();
    catalogue.build();
    let forum = catalogue.path("content/forums/paris-2019.yaml");
    let text = std::fs::read_to_string(&forum).unwrap().replace("dessins/été.svg", "logo.svg");
    catalogue.write("content/forums/paris-2019.yaml", text);
    catalogue.build();
    for page in ["index.html", "livret/index.html"] {
        let cover = cover(&catalogue.output(page)).unwrap();
        assert!(cover.get("src").unwrap().ends_with(&made_of(&catalogue, "logo")), "{page}");
    }
    assert_eq!(made_of(&catalogue, "ete"), "");
}
