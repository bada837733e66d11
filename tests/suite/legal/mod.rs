//! The legal pages: which there are, what they say, and what a site lacks before it may be published.

mod duties;
mod pages;

use crate::catalogue::{Catalogue, SETTINGS, SIGNED};
use crate::html::{tags, texts};

/// A catalogue with these settings beside its title and themes.
fn with(settings: &str) -> Catalogue {
    Catalogue::new().file("content/catalogue.yaml", format!("{SETTINGS}{settings}"))
}

/// The same as [`SIGNED`], for another kind of publisher.
fn signed_by(kind: &str) -> String {
    SIGNED.replace("kind: association", &format!("kind: {kind}"))
}

/// The figures of an audit, in a declaration.
fn audited(passed: u32, applicable: u32) -> String {
    format!(
        "  accessibility:\n    established: 2026-11-20\n    audit: {{standard: RGAA 4.1.2, by: Cabinet de \
         l'Exemple, date: 2026-10-15, passed: {passed}, applicable: {applicable}}}\n    failing: [Des \
         images.]\n    environment: [Firefox]\n    tools: [axe-core]\n    pages: [Accueil]\n"
    )
}

/// What leads from the foot of a page to other pages: where, and in which words.
fn footer(catalogue: &Catalogue, page: &str) -> Vec<(String, String)> {
    let html = catalogue.output(page);
    let footer = html.split_once("<nav class=\"footer-nav\"").unwrap().1.split_once("</nav>").unwrap().0;
    let links = tags(footer).into_iter().filter_map(|tag| tag.get("href").map(str::to_owned));
    links.zip(texts(footer, "a")).collect()
}
