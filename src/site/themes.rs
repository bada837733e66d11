//! The list of themes, and each theme with its sheets by pilot.

use crate::problems::Place;

use super::Site;
use super::frame::{Form, Shown};
use super::plan::{Content, Job};

/// The list of themes, and a page for each.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    let list = Job {
        path: site.addresses.themes(),
        asked_by: None,
        fingerprint: Some(Box::new(move || site.fingerprint(&[b"themes"]))),
        content: Content::Page(
            "themes.html",
            Box::new(move || site.context("themes", site.label("title_themes"), &site.addresses.themes())),
        ),
    };
    std::iter::once(list).chain((0..site.catalogue.themes.len()).map(|rank| theme(site, rank))).collect()
}

fn theme<'s>(site: &'s Site<'s>, rank: usize) -> Job<'s> {
    let theme = &site.catalogue.themes[rank];
    let id = &theme.settings.id;
    let fingerprint = move || {
        let listed = site.listed(theme.initiatives.iter().chain(&theme.crossing));
        site.fingerprint(&[b"theme", &rank.to_le_bytes(), &listed])
    };
    let make = move || {
        let path = site.addresses.theme(&theme.settings.id);
        let mut context = site.themed_context("theme", &theme.settings.title, &path, Some(rank));
        context.insert_value("theme", site.theme_value(rank));
        let shown = Shown { root: "../../", volume: None, level: 2, ids: None, form: Form::Html };
        let description = theme.settings.description.as_ref().map(|text| site.html(text, &shown));
        context.insert("description", &description);
        context.insert_value("entries", site.entries(&theme.initiatives));
        context.insert_value("crossing", site.entries(&theme.crossing));
        context
    };
    Job {
        path: site.addresses.theme(id),
        asked_by: id.place.map(|place| Place::whole(place.file)),
        fingerprint: Some(Box::new(fingerprint)),
        content: Content::Page("theme.html", Box::new(make)),
    }
}
