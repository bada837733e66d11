//! The Atom feed (RFC 4287): the sheets that their pilots confirmed, the latest first.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::catalogue::{Catalogue, Initiative};

use super::Site;
use super::address::{FEED, public};
use super::plan::{Content, Job};

/// How many sheets the feed tells of: who follows it has read the others.
const LENGTH: usize = 50;

/// The feed. Its addresses must be whole and its entries dated: without `base_url`, or without a
/// sheet that says when it was confirmed, there is none.
pub(super) fn job<'s>(site: &'s Site<'s>) -> Option<Job<'s>> {
    let base = site.base_url.as_ref()?;
    has_entries(site.catalogue).then(|| Job {
        path: FEED.to_owned(),
        asked_by: None,
        fingerprint: None,
        content: Content::Bytes(Box::new(move || atom(site, base, &confirmed(site)))),
    })
}

/// Whether there is anything to tell of.
pub(super) fn has_entries(catalogue: &Catalogue) -> bool {
    catalogue.initiatives.iter().any(|initiative| initiative.sheet.reviewed_on().is_some())
}

/// The sheets that were confirmed, the latest first, with the last day that the date may mean.
fn confirmed<'s>(site: &Site<'s>) -> Vec<(jiff::civil::Date, &'s Initiative)> {
    let dated =
        site.catalogue.initiatives.iter().filter_map(|initiative| {
            initiative.sheet.reviewed_on().map(|date| (date.last_day(), initiative))
        });
    let mut sheets: Vec<_> = dated.collect();
    sheets.sort_by_key(|(day, initiative)| (std::cmp::Reverse(*day), initiative.number));
    sheets.truncate(LENGTH);
    sheets
}

fn atom(site: &Site<'_>, base: &str, sheets: &[(jiff::civil::Date, &Initiative)]) -> Vec<u8> {
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
        if let Some((latest, _)) = sheets.first() {
            text(writer, "updated", &stamp(*latest))?;
        }
        let author = settings.publisher.as_ref().map_or(&settings.title, |publisher| &publisher.name);
        person(writer, author)?;
        for (day, initiative) in sheets {
            let address = public(base, &site.addresses.sheet(&initiative.id));
            writer.create_element("entry").write_inner_content(|writer| {
                text(writer, "title", initiative.heading())?;
                text(writer, "id", &address)?;
                link(writer, "alternate", &address)?;
                text(writer, "updated", &stamp(*day))?;
                person(writer, &initiative.sheet.pilot.name)?;
                text(writer, "summary", &initiative.sheet.objective)
            })?;
        }
        Ok(())
    });
    xml.push(b'\n');
    xml
}

/// A day has no hour: it begins at midnight, universal time.
fn stamp(day: jiff::civil::Date) -> String {
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
