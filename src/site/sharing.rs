//! What other sites and search engines read of a page: its description, and schema.org data
//! (<https://schema.org/docs/schemas.html>). No contact is among it: those stand on the sheet alone.

use serde::Serialize;
use serde_json::{Value, json};
use tera::Context;

use crate::catalogue::{Filed, Forum, Initiative, Licence, Media, department, region};

use super::Site;
use super::address::public;
use super::frame::value;
use super::pictures;

/// What the head of a page says of it.
#[derive(Serialize)]
struct AboutView {
    description: String,
    /// What Open Graph calls it.
    kind: &'static str,
    /// The schema.org data, ready to stand between `script` tags.
    data: Option<String>,
}

/// Says what a page is about, in place of what was said before.
pub(super) fn describe(context: &mut Context, description: &str, kind: &'static str, data: Option<&Value>) {
    // Within a script element only `<` could begin markup.
    let data = data.map(|data| data.to_string().replace('<', "\\u003c"));
    let about = AboutView { description: description.to_owned(), kind, data };
    context.insert_value("about", value(&about));
}

/// The picture that other sites show beside a link to a page.
#[derive(Serialize)]
struct SharedPictureView {
    address: String,
    width: u32,
    height: u32,
    alt: String,
}

/// Gives a page the first of these pictures that other sites can show, in place of none. Its address
/// must be whole: without `base_url` there is none.
pub(super) fn illustrate<'m>(
    site: &Site<'_>,
    context: &mut Context,
    candidates: impl IntoIterator<Item = &'m Media>,
) {
    let Some(base) = &site.base_url else { return };
    let shown = candidates.into_iter().find_map(|media| {
        let picture = site.catalogue.picture(&media.file)?;
        let (path, width, height) = pictures::plain_photograph(picture)?;
        Some(SharedPictureView { address: public(base, &path), width, height, alt: site.set(&media.alt.0) })
    });
    context.insert_value("shared_picture", value(&shown));
}

/// The cover of a forum; of the one that the catalogue announces where there is none.
pub(super) fn cover<'s>(site: &'s Site<'_>, forum: Option<&'s Filed<Forum>>) -> Option<&'s Media> {
    let announced = || site.catalogue.settings.forum.as_ref().and_then(|id| site.catalogue.forum(id));
    forum.or_else(announced)?.value.cover.as_ref()
}

/// What schema.org calls the whole: a site, its publisher, and the forum that it announces.
pub(super) fn home(site: &Site<'_>) -> Value {
    let settings = &site.catalogue.settings;
    let mut whole = json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": settings.title.value,
        "inLanguage": site.catalogue.language.tag(),
    });
    if let Some(publisher) = &settings.publisher {
        let website = publisher.website.as_ref().map(|website| website.link.as_str());
        whole["publisher"] = organization(&publisher.name, website);
    }
    if let Some(base) = &site.base_url {
        whole["url"] = public(base, &site.addresses.home()).into();
    }
    let licence = settings.legal.as_ref().and_then(|legal| legal.licence);
    if let Some(link) = licence.and_then(Licence::link) {
        whole["license"] = link.into();
    }
    let forum = settings.forum.as_ref().and_then(|id| site.catalogue.forum(id));
    if let Some(event) = forum.and_then(event) {
        whole["about"] = event;
    }
    whole
}

/// A forum as an event; none without a date, which events must have.
pub(super) fn event(forum: &Filed<Forum>) -> Option<Value> {
    let forum = &forum.value;
    let date = forum.date.as_ref().and_then(|date| date.value)?;
    let mut event = json!({"@type": "Event", "name": forum.title.value, "startDate": date.to_string()});
    if let Some(place) = forum.host.as_ref().or(forum.place.as_ref()) {
        event["location"] = json!({"@type": "Place", "name": place.value});
        if let (Some(_), Some(town)) = (&forum.host, &forum.place) {
            event["location"]["address"] = town.value.clone().into();
        }
    }
    if let Some(organiser) = &forum.organiser {
        event["organizer"] = organization(organiser, None);
    }
    Some(event)
}

/// A sheet as a project of its pilot.
pub(super) fn project(site: &Site<'_>, initiative: &Initiative) -> Value {
    let sheet = &initiative.sheet;
    let website = sheet.pilot.website.as_ref().map(|website| website.link.as_str());
    let mut project = json!({
        "@context": "https://schema.org",
        "@type": "Project",
        "name": initiative.heading(),
        "description": sheet.objective.value,
        "parentOrganization": organization(&sheet.pilot.name, website),
    });
    if let Some(base) = &site.base_url {
        project["url"] = public(base, &site.addresses.sheet(&initiative.id)).into();
    }
    if let Some(territory) = &sheet.territory {
        let regions = territory.regions.iter().filter_map(|code| region(code));
        let departments = territory.departments.iter().filter_map(|code| department(code));
        let areas: Vec<&str> = if territory.national {
            vec!["France"]
        } else {
            regions.chain(departments).map(|area| area.name.as_str()).collect()
        };
        if !areas.is_empty() {
            project["areaServed"] = areas.into();
        }
    }
    project
}

fn organization(name: &str, website: Option<&str>) -> Value {
    let mut organization = json!({"@type": "Organization", "name": name});
    if let Some(website) = website {
        organization["url"] = website.into();
    }
    organization
}
