//! What programs read: the site map and the rules for search engines, styles, fonts.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::Site;
use super::address::public;
use super::plan::{Content, Job};

/// The files for programs; `pages` are those that search engines may show.
pub(super) fn jobs<'s>(site: &'s Site<'s>, pages: &[Job<'_>]) -> Vec<Job<'s>> {
    let paths = pages.iter().map(|job| job.path.clone()).filter(|path| path != "404.html");
    // Without `base_url` there are no whole addresses.
    let paths: Vec<String> = if site.base_url.is_some() { paths.collect() } else { Vec::new() };
    let stylesheet = &site.theme.stylesheet;
    let assets = stylesheet.assets.values().map(|(path, asset)| (path, asset));
    let assets = std::iter::once((&stylesheet.path, &stylesheet.css)).chain(assets);
    let mut jobs = vec![
        job("robots.txt", move || robots(site).into_bytes()),
        job("sitemap.xml", move || sitemap(site, &paths)),
    ];
    jobs.extend(assets.map(|(path, asset)| job(path, move || asset.clone())));
    jobs
}

fn job<'s>(path: &str, make: impl Fn() -> Vec<u8> + Send + Sync + 's) -> Job<'s> {
    Job { path: path.to_owned(), asked_by: None, fingerprint: None, content: Content::Bytes(Box::new(make)) }
}

fn robots(site: &Site<'_>) -> String {
    let mut rules = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = &site.base_url {
        rules.push_str(&format!("\nSitemap: {}\n", public(base, "sitemap.xml")));
    }
    rules
}

/// The site map of sitemaps.org. Its addresses must be whole: without `base_url` it is empty.
fn sitemap(site: &Site<'_>, paths: &[String]) -> Vec<u8> {
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
