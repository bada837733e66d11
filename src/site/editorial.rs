//! Editorial pages.

use super::Site;
use super::frame::{Form, Shown};
use super::legal::own_pages;
use super::plan::{Content, Job};
use super::sharing::describe;
use super::view::DateView;

/// A page for each editorial page.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    own_pages(site.catalogue, &site.addresses)
        .map(|filed| {
            let make = move || {
                let mut context =
                    site.context("editorial", &filed.value.page.title, &site.addresses.page(&filed.id));
                let shown = Shown { root: "../", volume: None, level: 2, ids: Some(""), form: Form::Html };
                context.insert("title", &site.set(&filed.value.page.title));
                context
                    .insert("summary", &filed.value.page.summary.as_ref().map(|summary| site.set(summary)));
                let date = filed.value.page.released_on();
                context.insert("date", &date.map(|date| DateView::new(date, &site.theme.labels)));
                if let Some(summary) = &filed.value.page.summary {
                    describe(&mut context, &site.set(summary), "article", None);
                }
                context.insert("text", &site.html(&filed.value.text, &shown));
                context
            };
            Job {
                path: site.addresses.page(&filed.id),
                asked_by: Some(filed.place),
                fingerprint: Some(Box::new(move || site.fingerprint(&[b"editorial", filed.id.as_bytes()]))),
                content: Content::Page("editorial.html", Box::new(make)),
            }
        })
        .collect()
}
