//! What editors really type, and what they read then.

mod fields;
mod files;
mod layout;
mod links;
mod notation;
mod pictures;
mod reports;
mod site_theme;
mod values;

use crate::catalogue::{Catalogue, ELAN, Run};

/// Checks a catalogue with one more sheet, `fiche.yaml`.
fn check(sheet: &str) -> Run {
    Catalogue::new().sheet("fiche", sheet.trim_start_matches('\n')).run(["check"])
}

/// What an editor reads who made mistakes in a sheet.
fn said_of(sheet: &str) -> String {
    let run = check(sheet);
    assert_eq!(run.code, 1, "{}", run.stderr);
    run.stderr
}

/// The good sheet with more fields.
fn elan_with(fields: &str) -> String {
    format!("{ELAN}{}", fields.trim_start_matches('\n'))
}
