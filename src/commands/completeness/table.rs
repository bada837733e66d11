//! What the sheets lack, for people: a table to see it all at a glance, then a block a sheet, which
//! says whom to write to. Nothing is broken or cut, so that an address can be copied from a terminal
//! of any width.

use florilege::catalogue::{Gaps, Missing};
use florilege::problems::{Wording, printable};

use super::whom::whom;
use super::{Completeness, parts};

/// What the table has a column for: a review is missing or old, never both.
const COLUMNS: [&[Missing]; 6] = [
    &[Missing::Description],
    &[Missing::Results],
    &[Missing::Territory],
    &[Missing::Contact],
    &[Missing::Picture],
    &[Missing::Review, Missing::RecentReview],
];

/// The sheets that lack something; nothing if none does.
pub(super) fn table(completeness: &Completeness<'_>, wording: &Wording) -> String {
    let blocks = completeness.incomplete().map(|gaps| block(gaps, wording) + "\n");
    grid(completeness, wording) + &blocks.collect::<String>()
}

/// A line a sheet, a column for each part that any of them lacks.
fn grid(completeness: &Completeness<'_>, wording: &Wording) -> String {
    let sheets: Vec<&Gaps<'_>> = completeness.incomplete().collect();
    let columns = COLUMNS.into_iter().filter_map(|parts| {
        let lacking = |gaps: &Gaps<'_>| gaps.missing.iter().copied().find(|part| parts.contains(part));
        let cells: Vec<Option<Missing>> = sheets.iter().map(|gaps| lacking(gaps)).collect();
        let say = |key, part: Missing| wording.say(key, &[("part", part.id().into())]);
        cells.iter().any(Option::is_some).then(|| {
            let head = say("report-column", parts[0]);
            let cells = cells.into_iter().map(|cell| cell.map(|part| say("report-cell", part)));
            std::iter::once(head).chain(cells.map(Option::unwrap_or_default)).collect()
        })
    });
    let ids = sheets.iter().map(|gaps| gaps.initiative.id.clone());
    let mut columns: Vec<Vec<String>> = columns.collect();
    if columns.is_empty() {
        return String::new();
    }
    columns.insert(0, std::iter::once(wording.say("report-sheet", &[])).chain(ids).collect());
    let mut grid = String::new();
    for rank in 0..=sheets.len() {
        let cells = columns.iter().map(|column| {
            // Ids and our own words: each of their signs is one column wide.
            let width = column.iter().map(|cell| cell.chars().count()).max().unwrap_or_default();
            format!("{:<width$}", column[rank])
        });
        grid.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        grid.push('\n');
    }
    grid + "\n"
}

fn block(gaps: &Gaps<'_>, wording: &Wording) -> String {
    let sheet = &gaps.initiative.sheet;
    let title = sheet.title.iter().map(|title| shown(title));
    let pilot = format!("{} · {}", shown(&sheet.pilot.name), gaps.initiative.id);
    let labels = ["report-missing", "report-whom"].map(|key| wording.say(key, &[]));
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
