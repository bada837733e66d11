//! What the sheets lack, as a table for people: a block a sheet, which says what it lacks and whom to
//! write to. Nothing is broken or cut, so that an address can be copied from a terminal of any width.

use florilege::catalogue::Gaps;
use florilege::problems::{Wording, printable};

use super::whom::whom;
use super::{Completeness, parts};

/// The table of the sheets that lack something; nothing if none does.
pub(super) fn table(completeness: &Completeness<'_>, wording: &Wording) -> String {
    completeness.incomplete().map(|gaps| block(gaps, wording) + "\n").collect()
}

fn block(gaps: &Gaps<'_>, wording: &Wording) -> String {
    let sheet = &gaps.initiative.sheet;
    let title = sheet.title.iter().map(|title| shown(title));
    let pilot = format!("{} · {}", shown(&sheet.pilot.name), gaps.initiative.id);
    let labels = ["report-missing", "report-whom"].map(|key| wording.say(key, &[]));
    // These are our own words: each of their signs is one column wide.
    let width = labels.iter().map(|label| label.chars().count()).max().unwrap_or_default();
    let row = |label: &str, text: &str| format!("  {label:<width$}  {text}");
    let [missing, whom_label] = &labels;
    let missing = row(missing, &parts(gaps, wording).join(", "));
    let whom = whom(gaps, wording).into_iter().enumerate().map(|(rank, line)| {
        let label = if rank == 0 { whom_label } else { "" };
        row(label, &shown(&line))
    });
    title.chain([pilot, missing]).chain(whom).map(|line| line + "\n").collect()
}

/// A text from a file as a terminal shows it, and as it can be copied from there.
fn shown(text: &str) -> String {
    printable(text).replace(['\u{a0}', '\u{202f}'], " ")
}
