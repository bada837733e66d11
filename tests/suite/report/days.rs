//! Reviews older than a year, and the day that a report is of.

use insta::assert_snapshot;
use serde_json::{Value, json};

use super::{COMPLETE, ON, data};
use crate::catalogue::Catalogue;
use crate::picture::SVG;

/// What a sheet lacks, that lacks nothing but perhaps a review.
fn missing(reviewed: &str, on: &str) -> Value {
    let sheet = COMPLETE.replace("2025-11-22", reviewed);
    let catalogue = Catalogue::new().file("content/media/repas.jpg", SVG).sheet("elan", sheet);
    data(&catalogue, on)["report"]["sheets"][0]["missing"].clone()
}

#[test]
fn a_year_is_over_the_day_after_its_anniversary() {
    assert_eq!(missing("2025-11-22", "2026-11-22"), json!([]));
    assert_eq!(missing("2025-11-22", "2026-11-23"), json!(["recent_review"]));
    assert_eq!(missing("2024-02-29", "2025-02-28"), json!([]));
    assert_eq!(missing("2024-02-29", "2025-03-01"), json!(["recent_review"]));
    assert_eq!(missing("2023-02-28", "2024-02-29"), json!(["recent_review"]));
}

#[test]
fn a_review_in_a_month_or_a_year_may_have_been_on_its_last_day() {
    assert_eq!(missing("2025-11", "2026-11-30"), json!([]));
    assert_eq!(missing("2025-11", "2026-12-01"), json!(["recent_review"]));
    assert_eq!(missing("2025", "2026-12-31"), json!([]));
    assert_eq!(missing("2025", "2027-01-01"), json!(["recent_review"]));
}

#[test]
fn a_review_that_is_still_to_come_is_recent() {
    assert_eq!(missing("2027-01-01", ON), json!([]));
}

#[test]
fn without_a_day_the_report_is_of_today() {
    let before = today();
    let run = Catalogue::new().run(["check", "--report", "--format", "json"]);
    let said: Value = serde_json::from_str(&run.stdout).unwrap();
    let on = said["report"]["on"].as_str().unwrap();
    assert!((before.as_str()..=today().as_str()).contains(&on), "{on}");
}

#[expect(clippy::disallowed_methods, reason = "the program reads the clock here, and so does its test")]
fn today() -> String {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date().to_string()
}

#[test]
fn a_day_that_is_none_is_refused() {
    let catalogue = Catalogue::new();
    for on in ["22/11/2026", "2026", "2026-11", "2026-02-29", "2026-11-22T10:00", "demain", ""] {
        let run = catalogue.run(["check", "--report", "--on", on]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{on}");
    }
    let said = |lang| catalogue.run(["check", "--report", "--on", "22/11/2026", "--lang", lang]).stderr;
    assert_snapshot!(said("fr"), @"« 22/11/2026 » n'est pas un jour du calendrier. Écrivez l'année, le mois et le jour : 2026-11-22.");
    assert_snapshot!(said("en"), @"“22/11/2026” is no day of the calendar. Write the year, the month and the day: 2026-11-22.");
}

#[test]
fn a_day_without_a_report_is_refused() {
    let said = |lang| {
        let run = Catalogue::new().run(["check", "--on", ON, "--lang", lang]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        run.stderr
    };
    assert_snapshot!(said("fr"), @"« --on » donne le jour du rapport : ajoutez « --report ».");
    assert_snapshot!(said("en"), @"“--on” gives the day of the report: add “--report”.");
}
