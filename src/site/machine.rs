//! What programs read: the site map and the rules for search engines, styles, fonts, pictures.

use std::collections::BTreeMap;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::path::below;
use crate::problems::Place;
use crate::record::Line;
use crate::text::RichText;

use super::Site;
use super::address::public;
use super::plan::{Content, Job};

/// The files for programs; `pages` are those that search engines may show.
pub(super) fn jobs<'s>(site: &'s Site<'s>, pages: &[Job<'_>]) -> Vec<Job<'s>> {
    let bytes = |path: &str, bytes: Vec<u8>| Job {
        path: path.to_owned(),
        asked_by: None,
        fingerprint: None,
        content: Content::Bytes(bytes),
    };
    let mut jobs = vec![bytes("robots.txt", robots(site).into_bytes())];
    let paths = pages.iter().map(|job| job.path.as_str()).filter(|path| *path != "404.html");
    jobs.push(bytes("sitemap.xml", sitemap(site, paths)));
    let stylesheet = &site.theme.stylesheet;
    jobs.push(bytes(&stylesheet.path, stylesheet.css.clone()));
    jobs.extend(stylesheet.assets.values().map(|(path, asset)| bytes(path, asset.clone())));
    jobs.extend(media(site));
    jobs
}

fn robots(site: &Site<'_>) -> String {
    let mut rules = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = &site.base_url {
        rules.push_str(&format!("\nSitemap: {}\n", public(base, "sitemap.xml")));
    }
    rules
}

/// The site map of sitemaps.org. Its addresses must be whole: without `base_url` it is empty.
fn sitemap<'p>(site: &Site<'_>, paths: impl Iterator<Item = &'p str>) -> Vec<u8> {
    let mut xml = Vec::new();
    let mut writer = Writer::new_with_indent(&mut xml, b' ', 1);
    // Writing to memory does not fail.
    let _ = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let list = writer
        .create_element("urlset")
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    let _ = list.write_inner_content(|writer| {
        let Some(base) = &site.base_url else {
            return Ok(());
        };
        for path in paths {
            let address = public(base, path);
            writer.create_element("url").write_inner_content(|writer| {
                writer.create_element("loc").write_text_content(BytesText::new(&address))?;
                Ok(())
            })?;
        }
        Ok(())
    });
    xml.push(b'\n');
    xml
}

/// The pictures that sheets, pages and forums show, each once.
fn media<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    let mut wanted: BTreeMap<&str, Place> = BTreeMap::new();
    let mut want = |file: &'s str, place: Place| {
        wanted.entry(file).or_insert(place);
    };
    for initiative in &site.catalogue.initiatives {
        let sheet = &initiative.sheet;
        let lines = sheet.media.iter().map(|media| &media.file).chain(&sheet.pilot.logo);
        lines.for_each(|file: &Line| want(file, initiative.place));
        let texts = [&sheet.pilot.description, &sheet.partners_note, &sheet.description, &sheet.results];
        for file in texts.into_iter().flatten().flat_map(pictures_of) {
            want(file, initiative.place);
        }
    }
    for page in &site.catalogue.pages {
        pictures_of(&page.value.text).for_each(|file| want(file, page.place));
    }
    for forum in &site.catalogue.forums {
        let cover = forum.value.cover.iter().map(|cover| cover.file.as_str());
        let pictures = forum.value.description.iter().flat_map(pictures_of);
        cover.chain(pictures).for_each(|file| want(file, forum.place));
    }
    let job = |(file, place): (&str, Place)| Job {
        path: site.addresses.media(file),
        asked_by: Some(place),
        fingerprint: None,
        content: Content::Copy(below(&site.media, file)),
    };
    wanted.into_iter().map(job).collect()
}

fn pictures_of(text: &RichText) -> impl Iterator<Item = &str> {
    text.references.iter().filter(|reference| reference.kind.is_none()).map(|reference| &*reference.name)
}
