//! The home page.

use super::Site;
use super::cards;
use super::frame::{Form, Shown};
use super::legal::own_pages;
use super::plan::{Content, Job};
use super::sharing::{self, describe, illustrate};

/// The home page: the forum, the themes, and the ways into the catalogue.
pub(super) fn job<'s>(site: &'s Site<'s>) -> Job<'s> {
    let path = site.addresses.home();
    let make = move || {
        let path = site.addresses.home();
        let mut context = site.context("home", &site.catalogue.settings.title, &path);
        let forum = site.catalogue.settings.forum.as_ref().and_then(|id| site.catalogue.forum(id));
        let shown = Shown { root: "", volume: None, level: 3, ids: None, form: Form::Html };
        let description =
            forum.and_then(|forum| forum.value.description.as_ref()).map(|text| site.html(text, &shown));
        context.insert("forum_description", &description);
        context.insert("forum_sheets_text", &forum_sheets(site).map(|count| site.count("sheets", count)));
        context.insert("initiatives_path", &site.addresses.initiatives());
        context.insert("pilots_path", &site.addresses.pilots());
        context.insert("partners_path", &site.partners_path());
        context.insert("territories_path", &site.territories_path());
        context.insert("audiences_path", &site.audiences_path());
        context.insert("booklet_path", &site.addresses.booklet(None, 1));
        context.insert("pilots_text", &site.count("pilots", site.catalogue.pilots.len()));
        let foreword = own_pages(site.catalogue, &site.addresses).next();
        context.insert("foreword_path", &foreword.map(|page| site.addresses.page(&page.id)));
        let calendar = forum.filter(|forum| cards::day(forum).is_some());
        context.insert("calendar_path", &calendar.map(|forum| site.addresses.calendar(&forum.id)));
        let lead = site.catalogue.settings.subtitle.as_ref().map(|subtitle| site.set(subtitle) + ". ");
        let lead = lead.unwrap_or_default() + site.label("home_lead");
        describe(&mut context, &lead, "website", Some(&sharing::home(site)));
        illustrate(site, &mut context, sharing::cover(site, forum));
        context.insert("foreword_title", &foreword.map(|page| site.set(&page.value.page.title)));
        context
    };
    let pilots = site.catalogue.pilots.len().to_le_bytes();
    let sheets = forum_sheets(site).unwrap_or_default().to_le_bytes();
    Job {
        path,
        asked_by: None,
        fingerprint: Some(Box::new(move || {
            site.fingerprint(&[b"home", &pilots, &sheets, &[u8::from(site.audiences_path().is_some())]])
        })),
        content: Content::Page("home.html", Box::new(make)),
    }
}

/// How many sheets the forum that is announced shows, if it has a booklet.
fn forum_sheets(site: &Site<'_>) -> Option<usize> {
    let announced = site.catalogue.settings.forum.as_ref()?;
    let mut forums = site.catalogue.shown_forums();
    forums.find(|(forum, _)| forum.id == announced.value).map(|(_, selection)| selection.initiatives.len())
}
