//! What pages depend on, in short: it decides which of them need not be rendered again.

use crate::PROGRAM;
use crate::catalogue::{BookletOrder, Catalogue, Selection};
use crate::site_theme::SiteTheme;

/// All that pages have in common: the program, the site theme, and all of the catalogue but its
/// sheets.
pub(super) fn epoch(
    catalogue: &Catalogue,
    theme: &SiteTheme,
    base_url: Option<&str>,
    has_feed: bool,
) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    let mut add = |part: &[u8]| {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    };
    add(PROGRAM.as_bytes());
    add(&theme.fingerprint);
    add(&theme.stylesheet.css);
    add(base_url.unwrap_or_default().as_bytes());
    add(&[u8::from(has_feed)]);
    add(&catalogue.settings_fingerprint);
    for theme in &catalogue.themes {
        add(theme.pictogram.as_deref().unwrap_or_default().as_bytes());
        // Every page's menu or tiles may show how many sheets a theme has.
        add(&theme.initiatives.len().to_le_bytes());
    }
    // Menus lead to these pages only where they exist.
    add(&[u8::from(catalogue.territories.is_empty()), u8::from(catalogue.partners.entries.is_empty())]);
    let filed = |id: &str, fingerprint: &[u8; 16]| [id.as_bytes(), fingerprint].concat();
    for (forum, selection) in catalogue.forums.iter().zip(&catalogue.selections) {
        add(&filed(&forum.id, &forum.fingerprint));
        // Every page that names a forum leads to its booklet, if there is one.
        add(&[u8::from(selection.is_empty())]);
    }
    for source in &catalogue.sources {
        add(&filed(&source.id, &source.fingerprint));
    }
    for page in &catalogue.pages {
        add(&filed(&page.id, &page.fingerprint));
    }
    *hasher.finalize().as_bytes()
}

/// Which sheets a booklet shows, and in which order, in short.
pub(super) fn order(catalogue: &Catalogue, selection: &Selection) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&[u8::from(selection.order == BookletOrder::Pilot)]);
    for rank in &selection.initiatives {
        hasher.update(catalogue.initiatives[*rank].id.as_bytes());
        hasher.update(b"/");
    }
    *hasher.finalize().as_bytes()
}
