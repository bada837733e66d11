//! What the sheets lack, as data for programs.

use std::collections::BTreeMap;
use std::io::Write as _;

use florilege::catalogue::{Contact, Gaps, Publish};
use florilege::problems::{Entry, Problems};
use florilege::record::Line;
use serde::Serialize;

use super::Completeness;
use crate::commands::terminal::Terminal;

/// Problems and what is missing come together: standard output holds one value.
#[derive(Serialize)]
struct Whole<'a> {
    problems: Vec<Entry<'a>>,
    report: ReportData<'a>,
}

#[derive(Serialize)]
struct ReportData<'a> {
    on: String,
    sheets: Vec<SheetData<'a>>,
    skipped: &'a [&'a str],
    totals: Totals,
}

#[derive(Serialize)]
struct SheetData<'a> {
    id: &'a str,
    file: &'a str,
    title: Option<&'a str>,
    pilot: &'a str,
    pilot_website: Option<&'a str>,
    theme: &'a str,
    missing: Vec<&'static str>,
    reviewed: Option<String>,
    contacts: Vec<ContactData<'a>>,
}

#[derive(Serialize)]
struct ContactData<'a> {
    name: Option<&'a str>,
    role: Option<&'a str>,
    organisation: Option<&'a str>,
    email: Option<&'a str>,
    phones: Vec<String>,
    address: Option<&'a str>,
    website: Option<&'a str>,
    publish: &'static str,
}

#[derive(Serialize)]
struct Totals {
    sheets: usize,
    complete: usize,
    incomplete: usize,
    skipped: usize,
    missing: BTreeMap<&'static str, usize>,
}

/// Prints problems and what is missing.
pub(super) fn show(
    completeness: &Completeness<'_>,
    problems: &Problems,
    terminal: &Terminal,
) -> std::io::Result<()> {
    let sorted = problems.sorted(completeness.files);
    let report = terminal.report(&sorted, completeness.files);
    let whole = Whole { problems: report.entries(&sorted), report: data(completeness) };
    let text = serde_json::to_string(&whole)?;
    writeln!(std::io::stdout(), "{text}")
}

fn data<'a>(completeness: &'a Completeness<'_>) -> ReportData<'a> {
    let incomplete = completeness.incomplete().count();
    let sheets = completeness.sheets.len();
    ReportData {
        on: completeness.on.to_string(),
        sheets: completeness.sheets.iter().map(|gaps| sheet(completeness, gaps)).collect(),
        skipped: &completeness.skipped,
        totals: Totals {
            sheets,
            complete: sheets - incomplete,
            incomplete,
            skipped: completeness.skipped.len(),
            missing: completeness.counts().map(|(part, count)| (part.id(), count)).collect(),
        },
    }
}

fn sheet<'a>(completeness: &'a Completeness<'_>, gaps: &'a Gaps<'_>) -> SheetData<'a> {
    let sheet = &gaps.initiative.sheet;
    SheetData {
        id: &gaps.initiative.id,
        file: completeness.files.name(gaps.initiative.place.file),
        title: text(sheet.title.as_ref()),
        pilot: &sheet.pilot.name,
        pilot_website: sheet.pilot.website.as_ref().map(|website| website.link.as_str()),
        theme: &sheet.theme,
        missing: gaps.missing.iter().map(|part| part.id()).collect(),
        reviewed: sheet.reviewed_on().map(|date| date.to_string()),
        contacts: sheet.contacts.iter().map(|contact| contact_data(contact, completeness.publish)).collect(),
    }
}

fn contact_data(contact: &Contact, default: Publish) -> ContactData<'_> {
    ContactData {
        name: text(contact.name.as_ref()),
        role: text(contact.role.as_ref()),
        organisation: text(contact.organisation.as_ref()),
        email: contact.email.as_ref().map(|email| email.shown.as_str()),
        phones: contact
            .phones
            .iter()
            .filter_map(|phone| Some(phone.0.as_ref()?.shown().replace('\u{a0}', " ")))
            .collect(),
        address: text(contact.address.as_ref()),
        website: contact.website.as_ref().map(|website| website.link.as_str()),
        publish: match contact.publish.unwrap_or(default) {
            Publish::Everywhere => "everywhere",
            Publish::Print => "print",
            Publish::Nowhere => "nowhere",
        },
    }
}

fn text(line: Option<&Line>) -> Option<&str> {
    line.map(|line| line.as_str())
}
