//! The home page.

use super::Site;
use super::frame::Shown;
use super::plan::{Content, Job};

/// The home page: the forum, the themes, and the ways into the catalogue.
pub(super) fn job<'s>(site: &'s Site<'s>) -> Job<'s> {
    let path = site.addresses.home();
    let make = move || {
        let path = site.addresses.home();
        let mut context = site.context("home", &site.catalogue.settings.title, &path);
        let forum = site.catalogue.settings.forum.as_ref().and_then(|id| site.catalogue.forum(id));
        let shown = Shown { root: "", volume: None, level: 3, ids: None };
        let description =
            forum.and_then(|forum| forum.value.description.as_ref()).map(|text| site.html(text, &shown));
        context.insert("forum_description", &description);
        context.insert("initiatives_path", &site.addresses.initiatives());
        context.insert("pilots_path", &site.addresses.pilots());
        context.insert("partners_path", &site.partners_path());
        context.insert("territories_path", &site.territories_path());
        context.insert("booklet_path", &site.addresses.booklet(1));
        context.insert("pilots_text", &site.count("pilots", site.catalogue.pilots.len()));
        let foreword = site.catalogue.pages.first();
        context.insert("foreword_path", &foreword.map(|page| site.addresses.page(&page.id)));
        context.insert("foreword_title", &foreword.map(|page| site.set(&page.value.page.title)));
        context
    };
    let pilots = site.catalogue.pilots.len().to_le_bytes();
    Job {
        path,
        asked_by: None,
        fingerprint: Some(site.fingerprint(&[b"home", &pilots])),
        content: Content::Page("home.html", Box::new(make)),
    }
}
