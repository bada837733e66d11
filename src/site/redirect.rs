//! Old addresses: each leads to the new one, so that a printed address never dies.

use super::Site;
use super::plan::{Content, Job};

/// A page for each old id.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    let old_ids = site.catalogue.initiatives.iter().enumerate().flat_map(|(rank, initiative)| {
        initiative.sheet.previous_ids.iter().map(move |old| (rank, initiative, old))
    });
    old_ids
        .map(|(rank, initiative, old)| {
            let path = site.addresses.sheet(old);
            let page_path = path.clone();
            let make = move || {
                let mut context = site.context("redirect", initiative.heading(), &page_path);
                context.insert_value("entry", site.entry(rank));
                context
            };
            Job {
                path,
                asked_by: old.place.or(Some(initiative.place)),
                fingerprint: None,
                content: Content::Page("redirect.html", Box::new(make)),
            }
        })
        .collect()
}
