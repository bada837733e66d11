//! `--report`: what the sheets lack, and whom to write to. It never changes how a command ends.

mod data;
mod table;
mod whom;

use std::collections::BTreeSet;
use std::io::Write as _;

use florilege::catalogue::{Catalogue, Gaps, Missing, Publish};
use florilege::problems::{FileId, Files, Format, Problems, Severity, Wording, annotation, printable};
use florilege::text::PartialDate;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::UsageError;
use super::terminal::Terminal;

/// What the sheets of a catalogue lack.
pub(crate) struct Completeness<'a> {
    on: Date,
    /// The sheets that can be judged, in the catalogue's order.
    sheets: Vec<Gaps<'a>>,
    /// The files of the others.
    skipped: Vec<&'a str>,
    /// Where contacts are shown that do not say it.
    publish: Publish,
    files: &'a Files,
}

impl<'a> Completeness<'a> {
    /// What the sheets lack on a day. A sheet with an error is not judged: what seems to be missing
    /// may only be mistyped.
    pub(crate) fn new(
        on: Date,
        catalogue: Option<&'a Catalogue>,
        sheets: &BTreeSet<FileId>,
        problems: &Problems,
        files: &'a Files,
    ) -> Self {
        let problems = problems.sorted(files);
        // What is only an error because the run is strict leaves a sheet as readable as it was.
        let errors = problems.iter().filter(|problem| problem.code.severity() == Severity::Error);
        let wrong: BTreeSet<FileId> =
            errors.filter_map(|problem| problem.place).map(|place| place.file).collect();
        let mut judged = catalogue.map(|catalogue| catalogue.gaps(on)).unwrap_or_default();
        judged.retain(|gaps| !wrong.contains(&gaps.initiative.place.file));
        let seen: BTreeSet<FileId> = judged.iter().map(|gaps| gaps.initiative.place.file).collect();
        let skipped = sheets.difference(&seen).map(|file| files.name(*file)).collect();
        let publish = catalogue.and_then(|catalogue| catalogue.settings.contacts_publish).unwrap_or_default();
        Self { on, sheets: judged, skipped, publish, files }
    }

    /// Shows it behind the problems: to people as a table, to programs as one value with the
    /// problems, to a forge as a notice on each sheet.
    pub(crate) fn show(&self, problems: &Problems, terminal: &Terminal) -> std::io::Result<()> {
        let wording = terminal.wording();
        let text = match terminal.format() {
            Format::Json => return data::show(self, problems, terminal),
            Format::Human { .. } => table::table(self, wording),
            Format::Github => self.notices(wording),
        };
        terminal.show(problems, self.files)?;
        let end = self.totals(wording) + "\n" + &self.skipped(wording);
        std::io::stdout().write_all((text + &end).as_bytes())
    }

    /// The sheets that lack something.
    fn incomplete(&self) -> impl Iterator<Item = &Gaps<'a>> {
        self.sheets.iter().filter(|gaps| !gaps.missing.is_empty())
    }

    /// How many sheets lack each part.
    fn counts(&self) -> impl Iterator<Item = (Missing, usize)> {
        let count = |part| self.sheets.iter().filter(|gaps| gaps.missing.contains(&part)).count();
        Missing::ALL.into_iter().map(move |part| (part, count(part)))
    }

    fn totals(&self, wording: &Wording) -> String {
        let named = self.counts().filter(|(_, count)| *count > 0);
        let named: Vec<String> = named
            .map(|(part, count)| {
                wording.say("report-count", &[("part", part.id().into()), ("count", count.into())])
            })
            .collect();
        let counts = if named.is_empty() { "none".to_owned() } else { named.join(", ") };
        let incomplete = self.incomplete().count();
        let figures = [
            ("on", self.on.to_string().into()),
            ("sheets", self.sheets.len().into()),
            ("complete", (self.sheets.len() - incomplete).into()),
            ("incomplete", incomplete.into()),
            ("counts", counts.into()),
        ];
        wording.say("report-totals", &figures)
    }

    /// The sheets that nothing is said of: nothing, if there is none.
    fn skipped(&self, wording: &Wording) -> String {
        if self.skipped.is_empty() {
            return String::new();
        }
        let said = wording.say("report-skipped", &[("count", self.skipped.len().into())]);
        self.skipped.iter().fold(said + "\n", |said, file| said + "  " + &printable(file) + "\n")
    }

    /// Whoever reads a forge's notices may not be meant to read names and telephone numbers.
    fn notices(&self, wording: &Wording) -> String {
        let notice = |gaps: &Gaps<'_>| {
            let parts = parts(gaps, wording).join(", ");
            let said = wording.say("report-notice", &[("parts", parts.into())]);
            let file = self.files.name(gaps.initiative.place.file).to_owned();
            annotation("notice", &[("file", file)], &said)
        };
        self.incomplete().map(notice).collect()
    }
}

/// What a sheet lacks, in words.
fn parts(gaps: &Gaps<'_>, wording: &Wording) -> Vec<String> {
    let reviewed = gaps.initiative.sheet.reviewed_on().map(|date| date.to_string()).unwrap_or_default();
    let say = |part: &Missing| {
        wording.say("report-part", &[("part", part.id().into()), ("reviewed", reviewed.clone().into())])
    };
    gaps.missing.iter().map(say).collect()
}

/// The day that the command line names, else today.
pub(crate) fn day(typed: Option<&str>, terminal: &Terminal) -> anyhow::Result<Date> {
    match typed {
        Some(typed) => PartialDate::parse(typed)
            .and_then(PartialDate::whole)
            .ok_or_else(|| UsageError(terminal.wording().say("bad-day", &[("value", typed.into())])).into()),
        None => Ok(today()),
    }
}

/// Today in universal time, so that the day does not depend on how a machine is set up.
#[expect(clippy::disallowed_methods, reason = "the day is shown to the editor, and goes into no file")]
pub(crate) fn today() -> Date {
    jiff::Timestamp::now().to_zoned(TimeZone::UTC).date()
}
