//! Whom initiatives are for: the list of audiences, and a page for each with its sheets.

use serde::Serialize;
use tera::Context;

use crate::catalogue::{Audience, Initiative};

use super::Site;
use super::filters::capitalised;
use super::frame::value;
use super::pages::ListPage;
use super::plan::{Content, Job};
use super::sharing::describe;
use super::view::Link;

/// An audience in a list, as areas are listed.
#[derive(Serialize)]
struct AudienceView {
    link: Link,
    count_text: String,
}

/// An audience as a sheet names it, and its page.
#[derive(Serialize)]
pub(super) struct NamedAudience {
    name: String,
    path: Option<String>,
}

/// The list of audiences, and the pages of each; nothing where sheets name none.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    let audiences = &site.catalogue.audiences;
    if audiences.is_empty() {
        return Vec::new();
    }
    let pages = audiences.iter().flat_map(|audience| {
        ListPage::all(audience.initiatives.len()).map(move |page| one(site, audience, page))
    });
    ListPage::all(audiences.len()).map(|page| list(site, page)).chain(pages).collect()
}

fn list<'s>(site: &'s Site<'s>, page: ListPage) -> Job<'s> {
    let first = site.addresses.audiences();
    let path = page.path(&first);
    let page_path = path.clone();
    let make = move || {
        let title = page.title(site, site.label("title_audiences"));
        let mut context = site.context("audiences", &title, &page_path);
        describe(&mut context, site.label("audiences_lead"), "website", None);
        context.insert("heading", &page.title(site, site.label("audiences_title")));
        let shown = page.of([site.catalogue.audiences.as_slice()]);
        insert(site, &mut context, shown.first().copied().unwrap_or_default());
        page.insert(site, &mut context, &first);
        context
    };
    let number = page.number.to_le_bytes();
    Job {
        path,
        asked_by: None,
        fingerprint: Some(Box::new(move || site.fingerprint(&[b"audiences", &number, &all(site)]))),
        content: Content::Page("audiences.html", Box::new(make)),
    }
}

fn one<'s>(site: &'s Site<'s>, audience: &'s Audience, page: ListPage) -> Job<'s> {
    let first = site.addresses.audience(&audience.slug);
    let path = page.path(&first);
    let fingerprint = move || {
        let listed = page.fingerprint(site, &page.of([audience.initiatives.as_slice()]));
        let count = audience.initiatives.len().to_le_bytes();
        site.fingerprint(&[b"audience", audience.slug.as_bytes(), audience.name.as_bytes(), &count, &listed])
    };
    let page_path = path.clone();
    let make = move || {
        let title = page.title(site, &capitalised(&audience.name));
        let whole = format!("{}{}{title}", site.label("title_audiences"), site.label("title_separator"));
        let mut context = site.context("audience", &whole, &page_path);
        context.insert("title", &site.set(&title));
        let parent =
            Link { title: site.label("title_audiences").to_owned(), path: site.addresses.audiences() };
        context.insert_value("parent", value(&parent));
        context.insert("count_text", &site.count("sheets", audience.initiatives.len()));
        context.insert_value("entries", site.entries(&page.of([audience.initiatives.as_slice()]).concat()));
        page.insert(site, &mut context, &first);
        context
    };
    // Sheets ask for it, any of them; the first can be told.
    let asked_by = audience.initiatives.first().map(|rank| site.catalogue.initiatives[*rank].place);
    Job {
        path,
        asked_by,
        fingerprint: Some(Box::new(fingerprint)),
        content: Content::Page("audience.html", Box::new(make)),
    }
}

/// Adds the list of audiences, where it is one page; where there are more, only the way to it.
pub(super) fn insert_all(site: &Site<'_>, context: &mut Context) {
    let all = site.catalogue.audiences.as_slice();
    insert(site, context, if ListPage::first(all.len()).count == 1 { all } else { &[] });
}

fn insert(site: &Site<'_>, context: &mut Context, shown: &[Audience]) {
    let view = |audience: &Audience| AudienceView {
        link: Link {
            title: site.set(&capitalised(&audience.name)),
            path: site.addresses.audience(&audience.slug),
        },
        count_text: site.count("sheets", audience.initiatives.len()),
    };
    context.insert("audiences_text", &site.count("audiences", site.catalogue.audiences.len()));
    context.insert("audiences_path", &site.audiences_path());
    context.insert_value("audiences", value(&shown.iter().map(view).collect::<Vec<AudienceView>>()));
}

/// What a page depends on that lists all audiences.
pub(super) fn all(site: &Site<'_>) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for Audience { name, slug, initiatives } in &site.catalogue.audiences {
        for number in [name.len(), slug.len(), initiatives.len()] {
            hasher.update(&(number as u64).to_le_bytes());
        }
        hasher.update(name.as_bytes());
        hasher.update(slug.as_bytes());
    }
    *hasher.finalize().as_bytes()
}

/// The audiences of a sheet, as it names them.
pub(super) fn of_sheet(site: &Site<'_>, initiative: &Initiative) -> Vec<NamedAudience> {
    let named = initiative.sheet.audiences.iter().zip(&initiative.audiences);
    let path = |rank: usize| site.addresses.audience(&site.catalogue.audiences[rank].slug);
    named.map(|(name, rank)| NamedAudience { name: site.set(name), path: rank.map(path) }).collect()
}

/// The addresses of a sheet's audiences, in short. They depend on other sheets too.
pub(super) fn slugs_of(site: &Site<'_>, initiative: &Initiative) -> String {
    let ranks = initiative.audiences.iter().flatten();
    let slugs: Vec<&str> = ranks.map(|rank| site.catalogue.audiences[*rank].slug.as_str()).collect();
    slugs.join("/")
}
