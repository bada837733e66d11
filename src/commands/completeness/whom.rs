//! Whom to write to about a sheet.

use florilege::catalogue::{Contact, Gaps};
use florilege::problems::Wording;
use florilege::record::Line;

/// Everybody who can be written to or called; if there is nobody, those who can be reached
/// otherwise; if there is nobody either, where to look for somebody.
pub(super) fn whom(gaps: &Gaps<'_>, wording: &Wording) -> Vec<String> {
    let sheet = &gaps.initiative.sheet;
    let through = |way: fn(&Contact) -> Option<String>| -> Vec<String> {
        sheet.contacts.iter().filter_map(|contact| Some(with_name(contact, way(contact)?))).collect()
    };
    let mut whom = through(directly);
    if whom.is_empty() {
        whom = through(otherwise);
    }
    if whom.is_empty() {
        let unreachable = |name: &str| wording.say("report-unreachable", &[("name", name.into())]);
        whom = sheet.contacts.iter().filter_map(name).map(unreachable).collect();
        let website = sheet.pilot.website.as_ref();
        whom.extend(
            website
                .map(|website| wording.say("report-website", &[("website", website.shown.as_str().into())])),
        );
    }
    if whom.is_empty() {
        whom.push(wording.say("report-nobody", &[]));
    }
    whom
}

fn directly(contact: &Contact) -> Option<String> {
    let phones = || {
        let phones: Vec<&str> =
            contact.phones.iter().filter_map(|phone| Some(phone.0.as_ref()?.shown())).collect();
        (!phones.is_empty()).then(|| phones.join(", "))
    };
    contact.email.as_ref().map(|email| email.shown.clone()).or_else(phones)
}

fn otherwise(contact: &Contact) -> Option<String> {
    let website = || contact.website.as_ref().map(|website| website.shown.clone());
    contact.address.as_ref().map(|address| address.value.clone()).or_else(website)
}

fn name(contact: &Contact) -> Option<&str> {
    let named = [&contact.name, &contact.organisation, &contact.role].into_iter().flatten().next();
    named.map(|name: &Line| name.as_str())
}

fn with_name(contact: &Contact, way: String) -> String {
    match name(contact) {
        Some(name) => format!("{name}, {way}"),
        None => way,
    }
}
