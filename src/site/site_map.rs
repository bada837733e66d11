//! The plan of the site, and the page for addresses that lead nowhere.

use tera::{Context, Value};

use super::frame::value;
use super::initiatives::all_groups;
use super::pages::ListPage;
use super::plan::{Content, Job};
use super::territories::regions;
use super::{Site, audiences, forums};

/// The plan of the site.
pub(super) fn job<'s>(site: &'s Site<'s>) -> Job<'s> {
    let make = move || {
        let mut context = site.context("site-map", site.label("title_site_map"), &site.addresses.site_map());
        insert_initiatives(site, &mut context);
        context.insert("territories_path", &site.territories_path());
        context.insert_value("regions", value(&regions(site)));
        audiences::insert_all(site, &mut context);
        context.insert("booklet_path", &site.addresses.booklet(None, 1));
        context.insert_value("forum_booklets", value(&forums::booklets(site)));
        context
    };
    Job {
        path: site.addresses.site_map(),
        asked_by: None,
        fingerprint: Some(Box::new(move || {
            site.fingerprint(&[b"site-map", site.all_listed(), &audiences::all(site)])
        })),
        content: Content::Page("site-map.html", Box::new(make)),
    }
}

/// Adds the ways to all sheets: to each, or to the pages of their list, where it has several.
fn insert_initiatives(site: &Site<'_>, context: &mut Context) {
    let list = site.addresses.initiatives();
    let page = ListPage::first(site.catalogue.initiatives.len());
    let groups = if page.count == 1 { all_groups(site) } else { Value::from(Vec::<Value>::new()) };
    context.insert_value("groups", groups);
    page.insert(site, context, &list);
    context.insert("initiatives_path", &list);
}

/// The page that a host shows for an address that leads nowhere.
pub(super) fn not_found<'s>(site: &'s Site<'s>) -> Job<'s> {
    let make = move || {
        let mut context = site.context("not-found", site.label("title_not_found"), "404.html");
        context.insert("initiatives_path", &site.addresses.initiatives());
        context.insert("site_map_path", &site.addresses.site_map());
        context
    };
    Job {
        path: "404.html".to_owned(),
        asked_by: None,
        fingerprint: Some(Box::new(move || site.fingerprint(&[b"not-found"]))),
        content: Content::Page("not-found.html", Box::new(make)),
    }
}
