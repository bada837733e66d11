//! What programs read: the site map and the rules for search engines, styles, fonts.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::Site;
use super::address::public;
use super::plan::{Content, Job};

/// How many addresses a site map may have: sitemaps.org, "Sitemap file limits".
const ADDRESSES: usize = 50_000;

const SITE_MAP: &str = "sitemap.xml";

/// The files for programs; `pages` are those that search engines may show.
pub(super) fn jobs<'s>(site: &'s Site<'s>, pages: &[Job<'_>]) -> Vec<Job<'s>> {
    let paths = pages.iter().map(|job| job.path.clone()).filter(|path| path != "404.html");
    // Without `base_url` there are no whole addresses.
    let paths: Vec<String> = if site.base_url.is_some() { paths.collect() } else { Vec::new() };
    let stylesheet = &site.theme.stylesheet;
    let assets = stylesheet.assets.values().map(|(path, asset)| (path, asset));
    let assets = std::iter::once((&stylesheet.path, &stylesheet.css)).chain(assets);
    let mut jobs = vec![job("robots.txt", move || robots(site).into_bytes())];
    let maps = site_maps(paths, ADDRESSES).into_iter();
    jobs.extend(maps.map(|SiteMap { path, names, paths }| job(&path, move || listed(site, names, &paths))));
    jobs.extend(assets.map(|(path, asset)| job(path, move || asset.clone())));
    jobs
}

fn job<'s>(path: &str, make: impl Fn() -> Vec<u8> + Send + Sync + 's) -> Job<'s> {
    Job { path: path.to_owned(), asked_by: None, fingerprint: None, content: Content::Bytes(Box::new(make)) }
}

fn robots(site: &Site<'_>) -> String {
    let mut rules = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = &site.base_url {
        rules.push_str(&format!("\nSitemap: {}\n", public(base, SITE_MAP)));
    }
    rules
}

/// A file that lists addresses: where it stands, what it calls them, and their paths.
struct SiteMap {
    path: String,
    names: &'static Names,
    paths: Vec<String>,
}

/// The site map; where there are more addresses than one may have, the map of as many as it takes.
fn site_maps(paths: Vec<String>, most: usize) -> Vec<SiteMap> {
    let whole = SITE_MAP.to_owned();
    if paths.len() <= most {
        return vec![SiteMap { path: whole, names: &MAP, paths }];
    }
    let part = |(paths, n): (&[String], usize)| {
        let path = format!("sitemap-{n}.xml");
        SiteMap { path, names: &MAP, paths: paths.to_vec() }
    };
    let parts: Vec<SiteMap> = paths.chunks(most).zip(1..).map(part).collect();
    let names = parts.iter().map(|part| part.path.clone()).collect();
    let map = SiteMap { path: whole, names: &MAP_OF_MAPS, paths: names };
    std::iter::once(map).chain(parts).collect()
}

/// What a list of addresses is called, and each of them.
struct Names {
    list: &'static str,
    item: &'static str,
}

const MAP: Names = Names { list: "urlset", item: "url" };
const MAP_OF_MAPS: Names = Names { list: "sitemapindex", item: "sitemap" };

/// A list of sitemaps.org. Its addresses must be whole: without `base_url` it is empty.
fn listed(site: &Site<'_>, names: &Names, paths: &[String]) -> Vec<u8> {
    let mut xml = Vec::new();
    let mut writer = Writer::new_with_indent(&mut xml, b' ', 1);
    // Writing to memory does not fail.
    let _ = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let list = writer
        .create_element(names.list)
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    let _ = list.write_inner_content(|writer| {
        let Some(base) = &site.base_url else {
            return Ok(());
        };
        for path in paths {
            let address = public(base, path);
            writer.create_element(names.item).write_inner_content(|writer| {
                writer.create_element("loc").write_text_content(BytesText::new(&address))?;
                Ok(())
            })?;
        }
        Ok(())
    });
    xml.push(b'\n');
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    fn maps(pages: usize) -> Vec<(String, &'static str, usize)> {
        let paths = (0..pages).map(|page| page.to_string()).collect();
        let maps = site_maps(paths, 3).into_iter();
        maps.map(|map| (map.path, map.names.list, map.paths.len())).collect()
    }

    #[test]
    fn a_site_map_lists_no_more_than_it_may() {
        assert_eq!(maps(3), [("sitemap.xml".into(), "urlset", 3)]);
        assert_eq!(
            maps(7),
            [
                ("sitemap.xml".into(), "sitemapindex", 3),
                ("sitemap-1.xml".into(), "urlset", 3),
                ("sitemap-2.xml".into(), "urlset", 3),
                ("sitemap-3.xml".into(), "urlset", 1),
            ]
        );
    }
}
