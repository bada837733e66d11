//! What all templates see beside their own context: `site`, `themes`, `labels`, `assets`.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Value};

use crate::catalogue::Catalogue;
use crate::site_theme::SiteTheme;
use crate::text::typeset;

use super::address::{Addresses, FEED};
use super::frame::value;
use super::legal::{self, LicenceView};
use super::view::{self, Link};

#[derive(Serialize)]
struct SiteView {
    title: String,
    subtitle: Option<String>,
    language: String,
    stylesheet: String,
    publisher: Option<view::PublisherView>,
    licence: Option<LicenceView>,
    forum: Option<view::ForumView>,
    home: String,
    search: String,
    /// The feed, where there is one.
    feed: Option<&'static str>,
    menu: Vec<Link>,
    footer: Vec<Link>,
    sheets: usize,
    sheets_text: String,
}

/// The links of the menu, and those at the foot of pages.
pub(super) fn menus(
    catalogue: &Catalogue,
    theme: &SiteTheme,
    addresses: &Addresses,
) -> (Vec<Link>, Vec<Link>) {
    let link = |key: &str, path: String| Link { title: theme.labels.get(key).to_owned(), path };
    let page_links = |in_menu: bool| {
        let pages = legal::own_pages(catalogue, addresses);
        pages.filter(move |page| page.value.page.menu == in_menu).map(|page| Link {
            title: typeset(&page.value.page.title, &catalogue.language).into_owned(),
            path: addresses.page(&page.id),
        })
    };
    let mut menu = vec![
        link("title_themes", addresses.themes()),
        link("title_initiatives", addresses.initiatives()),
        link("title_pilots", addresses.pilots()),
    ];
    if !catalogue.territories.is_empty() {
        menu.push(link("title_territories", addresses.territories()));
    }
    menu.extend(page_links(true));
    menu.push(link("title_booklet", addresses.booklet(None, 1)));
    let partners =
        (!catalogue.partners.entries.is_empty()).then(|| link("title_partners", addresses.partners()));
    let legal = legal::links(catalogue, &theme.labels, addresses);
    let site_map = [link("title_site_map", addresses.site_map())];
    let footer = page_links(false).chain(partners).chain(legal).chain(site_map).collect();
    (menu, footer)
}

pub(super) fn shared(
    catalogue: &Catalogue,
    theme: &SiteTheme,
    addresses: &Addresses,
    themes: &[Value],
    (menu, footer): (Vec<Link>, Vec<Link>),
    has_feed: bool,
) -> Context {
    let labels = &theme.labels;
    let set = |text: &str| typeset(text, &catalogue.language).into_owned();
    let count = catalogue.initiatives.len();
    let forum = catalogue.settings.forum.as_ref().and_then(|id| catalogue.forum(id));
    let site = SiteView {
        title: set(&catalogue.settings.title),
        subtitle: catalogue.settings.subtitle.as_ref().map(|subtitle| set(subtitle)),
        language: catalogue.language.tag().to_owned(),
        stylesheet: theme.stylesheet.path.clone(),
        publisher: catalogue.settings.publisher.as_ref().map(|publisher| view::publisher(publisher, &set)),
        licence: legal::licence(&catalogue.settings, labels),
        forum: forum.map(|forum| view::forum(catalogue, labels, addresses, forum)),
        home: addresses.home(),
        search: addresses.search(),
        feed: has_feed.then_some(FEED),
        menu,
        footer,
        sheets: count,
        sheets_text: labels.count("sheets", count, &catalogue.language),
    };
    let mut context = Context::new();
    context.insert_value("site", value(&site));
    context.insert_value("themes", Value::from(themes.to_vec()));
    context.insert_value("labels", value(labels.all()));
    let assets: BTreeMap<&str, &str> =
        theme.stylesheet.assets.iter().map(|(name, (path, _))| (name.as_str(), path.as_str())).collect();
    context.insert_value("assets", value(&assets));
    context
}
