//! The Atom feed (RFC 4287): the pages that bear a date, and the sheets that their pilots confirmed,
//! the latest first.

use std::cmp::Reverse;

use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::catalogue::{Catalogue, EditorialPage, Filed, Initiative};

use super::Site;
use super::address::{Addresses, FEED, public};
use super::legal::own_pages;
use super::plan::{Content, Job};

/// How many entries the feed has: who follows it has read the others.
const LENGTH: usize = 50;

/// What the feed tells of.
#[derive(Clone, Copy)]
enum Entry<'c> {
    Page(&'c Filed<EditorialPage>),
    Sheet(&'c Initiative),
}

/// The feed. Its addresses must be whole and its entries dated: without `base_url`, or without
/// anything that bears a date, there is none.
pub(super) fn job<'s>(site: &'s Site<'s>) -> Option<Job<'s>> {
    let base = site.base_url.as_ref()?;
    has_entries(site.catalogue, &site.addresses).then(|| Job {
        path: FEED.to_owned(),
        asked_by: None,
        fingerprint: None,
        content: Content::Bytes(Box::new(move || atom(site, base, &entries(site)))),
    })
}

/// Whether there is anything to tell of.
pub(super) fn has_entries(catalogue: &Catalogue, addresses: &Addresses) -> bool {
    let is_dated = |page: &Filed<EditorialPage>| page.value.page.released_on().is_some();
    own_pages(catalogue, addresses).any(is_dated)
        || catalogue.initiatives.iter().any(|initiative| initiative.sheet.reviewed_on().is_some())
}

/// What bears a date, the latest first, with the last day that the date may mean. On one day, the
/// pages speak before the sheets that they may speak of.
fn entries<'s>(site: &Site<'s>) -> Vec<(Date, Entry<'s>)> {
    let pages = own_pages(site.catalogue, &site.addresses)
        .filter_map(|page| Some((page.value.page.released_on()?.last_day(), Entry::Page(page))));
    let sheets = site.catalogue.initiatives.iter().filter_map(|initiative| {
        Some((initiative.sheet.reviewed_on()?.last_day(), Entry::Sheet(initiative)))
    });
    let mut entries: Vec<_> = pages.chain(sheets).collect();
    entries.sort_by_key(|(day, _)| Reverse(*day));
    entries.truncate(LENGTH);
    entries
}

fn atom(site: &Site<'_>, base: &str, entries: &[(Date, Entry<'_>)]) -> Vec<u8> {
    let mut xml = Vec::new();
    let mut writer = Writer::new_with_indent(&mut xml, b' ', 1);
    // Writing to memory does not fail.
    let _ = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let feed = writer
        .create_element("feed")
        .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
        .with_attribute(("xml:lang", site.catalogue.language.tag()));
    let _ = feed.write_inner_content(|writer| {
        let settings = &site.catalogue.settings;
        text(writer, "title", &settings.title)?;
        if let Some(subtitle) = &settings.subtitle {
            text(writer, "subtitle", subtitle)?;
        }
        let own = public(base, FEED);
        text(writer, "id", &own)?;
        link(writer, "self", &own)?;
        link(writer, "alternate", &public(base, &site.addresses.home()))?;
        if let Some((latest, _)) = entries.first() {
            text(writer, "updated", &stamp(*latest))?;
        }
        let author = settings.publisher.as_ref().map_or(&settings.title, |publisher| &publisher.name);
        person(writer, author)?;
        entries.iter().try_for_each(|(day, entry)| write_entry(site, base, *day, *entry, writer))
    });
    xml.push(b'\n');
    xml
}

/// An entry. A page is by who publishes the whole.
fn write_entry(
    site: &Site<'_>,
    base: &str,
    day: Date,
    entry: Entry<'_>,
    writer: &mut Out<'_>,
) -> std::io::Result<()> {
    let (path, title) = match entry {
        Entry::Page(page) => (site.addresses.page(&page.id), page.value.page.title.as_str()),
        Entry::Sheet(initiative) => (site.addresses.sheet(&initiative.id), initiative.heading()),
    };
    let address = public(base, &path);
    let element = writer.create_element("entry").write_inner_content(|writer| {
        text(writer, "title", title)?;
        text(writer, "id", &address)?;
        link(writer, "alternate", &address)?;
        text(writer, "updated", &stamp(day))?;
        match entry {
            Entry::Page(page) => {
                page.value.page.summary.iter().try_for_each(|summary| text(writer, "summary", summary))
            }
            Entry::Sheet(initiative) => {
                person(writer, &initiative.sheet.pilot.name)?;
                text(writer, "summary", &initiative.sheet.objective)
            }
        }
    });
    element.map(|_| ())
}

/// A day has no hour: it begins at midnight, universal time.
fn stamp(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

type Out<'x> = Writer<&'x mut Vec<u8>>;

fn text(writer: &mut Out<'_>, name: &str, text: &str) -> std::io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(text)).map(|_| ())
}

fn link(writer: &mut Out<'_>, rel: &str, address: &str) -> std::io::Result<()> {
    let link = writer.create_element("link").with_attribute(("rel", rel));
    link.with_attribute(("href", address)).write_empty().map(|_| ())
}

fn person(writer: &mut Out<'_>, name: &str) -> std::io::Result<()> {
    writer.create_element("author").write_inner_content(|writer| text(writer, "name", name)).map(|_| ())
}
