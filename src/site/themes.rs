//! The list of themes, and each theme with its sheets by pilot.

use crate::catalogue::Theme;
use crate::problems::Place;

use super::Site;
use super::frame::{Form, Shown};
use super::pages::ListPage;
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
    let themes = site.catalogue.themes.iter().enumerate();
    let pages = themes.flat_map(|(rank, theme)| {
        let pages = ListPage::all(theme.initiatives.len() + theme.crossing.len());
        pages.map(move |page| job(site, rank, theme, page))
    });
    std::iter::once(list).chain(pages).collect()
}

fn job<'s>(site: &'s Site<'s>, rank: usize, theme: &'s Theme, page: ListPage) -> Job<'s> {
    let id = &theme.settings.id;
    // Those of which it is the main theme come first.
    let shown = move || page.of([theme.initiatives.as_slice(), &theme.crossing]);
    let fingerprint = move || {
        let listed = page.fingerprint(site, &shown());
        site.fingerprint(&[b"theme", &rank.to_le_bytes(), &listed])
    };
    let first = site.addresses.theme(id);
    let path = page.path(&first);
    let page_path = path.clone();
    let make = move || {
        let title = page.title(site, &theme.settings.title);
        let mut context = site.themed_context("theme", &title, &page_path, Some(rank));
        context.insert_value("theme", site.theme_value(rank));
        let on_first = Shown { root: "../../", volume: None, level: 2, ids: None, form: Form::Html };
        let description = theme.settings.description.as_ref().filter(|_| page.is_first());
        context.insert("description", &description.map(|text| site.html(text, &on_first)));
        let shown = shown();
        for (name, part) in ["entries", "crossing"].into_iter().zip(&shown) {
            context.insert_value(name, site.entries(part));
        }
        page.insert(site, &mut context, &first);
        context
    };
    Job {
        path,
        asked_by: id.place.map(|place| Place::whole(place.file)),
        fingerprint: Some(Box::new(fingerprint)),
        content: Content::Page("theme.html", Box::new(make)),
    }
}
