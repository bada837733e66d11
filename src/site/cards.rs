//! What goes into an address book or a calendar: a vCard a contact, an iCalendar file a forum.

use rayon::prelude::*;

use crate::catalogue::{Contact, Filed, Forum, Initiative};

use super::Site;
use super::address::public;
use super::content_line::ContentLines;
use super::frame::Form;
use super::plan::{Content, Job};
use super::view::shown_contacts;

/// A card for each contact that the site shows and that can be reached, and a calendar file for each forum with a date.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    let cards = site.catalogue.initiatives.par_iter().flat_map_iter(|initiative| {
        let contacts = shown_contacts(site, &initiative.sheet.contacts, Form::Html).enumerate();
        let contacts = contacts.filter(|(_, contact)| contact.is_reachable());
        contacts.map(move |(rank, contact)| card_job(site, initiative, rank, contact))
    });
    let calendars = site.catalogue.forums.iter().filter_map(|forum| {
        let day = day(forum)?;
        Some(Job {
            path: site.addresses.calendar(&forum.id),
            asked_by: Some(forum.place),
            fingerprint: None,
            content: Content::Bytes(Box::new(move || calendar(site, forum, day))),
        })
    });
    let mut jobs: Vec<Job<'s>> = cards.collect();
    jobs.extend(calendars);
    jobs
}

fn card_job<'s>(
    site: &'s Site<'s>,
    initiative: &'s Initiative,
    rank: usize,
    contact: &'s Contact,
) -> Job<'s> {
    let fingerprint = move || {
        let id = initiative.id.as_bytes();
        site.fingerprint(&[b"card", id, &initiative.fingerprint, &rank.to_le_bytes()])
    };
    Job {
        path: site.addresses.card(&initiative.id, rank),
        asked_by: Some(initiative.place),
        fingerprint: Some(Box::new(fingerprint)),
        content: Content::Bytes(Box::new(move || card(site, initiative, contact))),
    }
}

/// A vCard. Version 3, which is the newest that all common address books read (RFC 2426).
fn card(site: &Site<'_>, initiative: &Initiative, contact: &Contact) -> Vec<u8> {
    let sheet = &initiative.sheet;
    let organisation = contact.organisation.as_ref().unwrap_or(&sheet.pilot.name);
    let mut lines = ContentLines::default();
    lines.plain("BEGIN", "VCARD");
    lines.plain("VERSION", "3.0");
    lines.text("FN", contact.name.as_ref().unwrap_or(organisation));
    // Which word of a name is the family's, only its bearer knows: the whole name stands first.
    lines.parts("N", &["", contact.name.as_ref().map_or("", |name| name), "", "", ""]);
    lines.text("ORG", organisation);
    if let Some(role) = &contact.role {
        lines.text("TITLE", role);
    }
    for phone in contact.phones.iter().filter_map(|phone| phone.0.as_ref()) {
        lines.plain("TEL;TYPE=WORK", phone.dialled());
    }
    if let Some(email) = &contact.email {
        lines.text("EMAIL;TYPE=INTERNET", &email.shown);
    }
    if let Some(address) = &contact.address {
        lines.parts("ADR;TYPE=WORK", &["", "", address, "", "", "", ""]);
    }
    if let Some(website) = &contact.website {
        lines.plain("URL", &website.link);
    }
    lines.text("NOTE", initiative.heading());
    if let Some(base) = &site.base_url {
        lines.plain("SOURCE", &public(base, &site.addresses.sheet(&initiative.id)));
    }
    lines.plain("END", "VCARD");
    lines.into_bytes()
}

/// A forum in a calendar.
fn calendar(site: &Site<'_>, forum: &Filed<Forum>, day: jiff::civil::Date) -> Vec<u8> {
    let value = &forum.value;
    let date = |day: jiff::civil::Date| day.strftime("%Y%m%d").to_string();
    let place: Vec<&str> =
        [&value.host, &value.place].into_iter().flatten().map(|line| line.as_str()).collect();
    let mut lines = ContentLines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//Florilège//FR");
    lines.plain("BEGIN", "VEVENT");
    lines.plain("UID", &format!("{}@florilege", forum.id));
    // The same content gives the same bytes: the stamp is the forum's day, not that of the build.
    lines.plain("DTSTAMP", &(date(day) + "T000000Z"));
    lines.plain("DTSTART;VALUE=DATE", &date(day));
    lines.plain("DTEND;VALUE=DATE", &date(day.tomorrow().unwrap_or(day)));
    lines.text("SUMMARY", &value.title);
    if !place.is_empty() {
        lines.text("LOCATION", &place.join(", "));
    }
    if let Some(organiser) = &value.organiser {
        lines.text("DESCRIPTION", organiser);
    }
    if let Some(base) = &site.base_url {
        lines.plain("URL", &public(base, &site.addresses.home()));
    }
    lines.plain("END", "VEVENT");
    lines.plain("END", "VCALENDAR");
    lines.into_bytes()
}

/// The day of a forum, where it is known.
pub(super) fn day(forum: &Filed<Forum>) -> Option<jiff::civil::Date> {
    forum.value.date.as_ref().and_then(|date| date.value)?.whole()
}
