//! What holds for every page: whole links, one heading, no scripts and styles within it.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::Catalogue;
use crate::html::{Tag, tags, texts, unescape};

use super::rich;

/// The pages of a site, with their tags.
fn pages(catalogue: &Catalogue) -> BTreeMap<String, Page> {
    let read = |path: String| {
        let tags = tags(&catalogue.output(&path));
        let ids = tags.iter().filter_map(|tag| tag.get("id")).map(str::to_owned).collect();
        (path, Page { tags, ids })
    };
    catalogue.pages().into_iter().map(read).collect()
}

/// A page: its tags, and where links may lead in it.
struct Page {
    tags: Vec<Tag>,
    ids: BTreeSet<String>,
}

#[test]
fn of_a_catalogue_with_everything() {
    let catalogue = rich();
    catalogue.build();
    check_all(&catalogue, "fr");
}

#[test]
fn of_the_smallest_catalogue() {
    let catalogue = Catalogue::new();
    catalogue.build();
    check_all(&catalogue, "fr");
}

#[test]
fn of_a_catalogue_without_sheets() {
    let catalogue = Catalogue::new();
    catalogue.remove("content/initiatives");
    assert_eq!(catalogue.run(["build"]).code, 0);
    check_all(&catalogue, "fr");
}

#[test]
fn of_a_catalogue_in_english() {
    let catalogue = rich();
    catalogue.write(
        "content/catalogue.yaml",
        "title: Home & away\nlanguage: en\nthemes:\n  - {id: langue, title: Language}\n  - {id: logement, title: Housing}\n",
    );
    catalogue.build();
    check_all(&catalogue, "en");
}

#[test]
fn of_the_repositorys_own_catalogue() {
    let catalogue = Catalogue::of_the_repository();
    catalogue.build();
    check_all(&catalogue, "fr");
}

/// Checks all pages of a site, and where each of their links leads.
pub(super) fn check_all(catalogue: &Catalogue, language: &str) {
    let pages = pages(catalogue);
    let files: BTreeSet<String> = catalogue.tree().into_iter().collect();
    let mut titles = BTreeMap::new();
    for (path, Page { tags, .. }) in &pages {
        let html = catalogue.output(path);
        check_outline(path, &html, tags, language);
        check_ids(path, tags);
        check_inline_code(path, tags);
        for tag in tags {
            for link in
                ["href", "src", "action", "data-lists", "data-words"].iter().filter_map(|name| tag.get(name))
            {
                check_link(path, link, &pages, &files);
            }
            for link in tag.get("srcset").iter().flat_map(|files| files.split(", ")) {
                let (link, width) = link.split_once(' ').expect("a file and its width");
                assert!(width.ends_with('w'), "{path}: {width}");
                check_link(path, link, &pages, &files);
            }
            check_picture(path, tag);
        }
        // A page that only leads elsewhere bears the title of that page.
        if !html.contains("http-equiv=\"refresh\"")
            && let Some(other) = titles.insert(texts(&html, "title").remove(0), path)
        {
            panic!("{path} and {other} have one title");
        }
    }
}

/// One language, one title, one first heading; no level of headings is skipped.
fn check_outline(path: &str, html: &str, tags: &[Tag], language: &str) {
    assert!(html.starts_with("<!doctype html>"), "{path}");
    // Parts of a drawing may have titles too.
    let head = tags.iter().take_while(|tag| tag.name != "body");
    let titles = head.filter(|tag| tag.name == "title").count();
    let count = |name: &str| tags.iter().filter(|tag| tag.name == name).count();
    assert_eq!((count("h1"), titles, count("main")), (1, 1, 1), "{path}");
    let root = tags.iter().find(|tag| tag.name == "html").unwrap();
    assert_eq!(root.get("lang"), Some(language), "{path}");
    let level = |tag: &Tag| tag.name.strip_prefix('h')?.parse::<u8>().ok();
    let mut above = 0;
    for level in tags.iter().filter_map(level) {
        assert!(level <= above + 1, "{path}: h{level} after h{above}");
        above = level;
    }
}

fn check_ids(path: &str, tags: &[Tag]) {
    let mut ids = BTreeSet::new();
    for id in tags.iter().filter_map(|tag| tag.get("id")) {
        assert!(ids.insert(id), "{path}: two times #{id}");
    }
    for name in ["aria-labelledby", "aria-describedby", "for"] {
        for id in tags.iter().filter_map(|tag| tag.get(name)) {
            assert!(ids.contains(id), "{path}: {name} names #{id}, which is not there");
        }
    }
}

/// Nothing moves when a picture comes, and nothing that is printed waits for somebody to scroll.
fn check_picture(path: &str, tag: &Tag) {
    if tag.name == "img" {
        let size = ["width", "height"].map(|side| tag.get(side).and_then(|side| side.parse::<u32>().ok()));
        assert!(size.iter().all(|side| side.is_some_and(|side| side > 0)), "{path}: {tag:?}");
        assert!(tag.get("alt").is_some(), "{path}: {tag:?}");
        let is_printable = path.starts_with("livret/") || path.starts_with("booklet/");
        assert!(!is_printable || tag.get("loading").is_none(), "{path}: {tag:?}");
    }
    assert_eq!(tag.get("srcset").is_some(), tag.get("sizes").is_some(), "{path}: {tag:?}");
}

/// A strict Content-Security-Policy holds: no code and no style within the page. Data that search
/// engines read is no code, and no policy forbids it.
fn check_inline_code(path: &str, tags: &[Tag]) {
    for tag in tags {
        assert!(tag.name != "style", "{path}");
        let is_code = tag.name == "script" && tag.get("type") != Some("application/ld+json");
        assert!(!is_code || tag.get("src").is_some(), "{path}");
        for name in tag.attributes.keys() {
            assert!(name != "style" && !name.starts_with("on"), "{path}: {name} of {}", tag.name);
        }
    }
}

/// Links within the site are relative and lead to something; others have a safe scheme.
fn check_link(page: &str, link: &str, pages: &BTreeMap<String, Page>, files: &BTreeSet<String>) {
    if ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme)) {
        return;
    }
    let (path, id) = link.split_once('#').map_or((link, None), |(path, id)| (path, Some(id)));
    assert!(!path.starts_with('/') && !path.contains(':'), "{page}: {link} is not relative");
    let target = if path.is_empty() { page.to_owned() } else { resolve(page, &unescape(path)) };
    assert!(files.contains(&target), "{page}: {link} leads to nothing");
    if let Some(id) = id {
        assert!(pages[&target].ids.contains(id), "{page}: {link} leads to no part of {target}");
    }
}

/// Where a relative link leads from a page.
fn resolve(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            parts.pop().unwrap_or_else(|| panic!("{page}: {link} leaves the site"));
        } else if part != "." {
            parts.push(part);
        }
    }
    parts.join("/")
}
