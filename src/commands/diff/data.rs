//! What changed, as data for programs. README.md says what each part means.

use std::io::Write as _;

use florilege::catalogue::{News, SheetTrace};
use florilege::problems::{Entry, Files, Problems};
use serde::Serialize;

use super::{Compared, address};
use crate::commands::terminal::Terminal;

/// Problems and news come together: standard output holds one value.
#[derive(Serialize)]
struct Whole<'a> {
    problems: Vec<Entry<'a>>,
    /// None if problems stand in the way.
    news: Option<NewsData<'a>>,
}

#[derive(Serialize)]
struct NewsData<'a> {
    since: Option<SinceData<'a>>,
    new: Vec<SheetData<'a>>,
    changed: Vec<ChangeData<'a>>,
    gone: Vec<GoneData<'a>>,
    unsure: &'a [String],
}

#[derive(Serialize)]
struct SinceData<'a> {
    commit: &'a str,
    date: String,
}

#[derive(Serialize)]
struct SheetData<'a> {
    id: &'a str,
    title: Option<&'a str>,
    pilot: &'a str,
    theme: &'a str,
    address: Option<String>,
}

#[derive(Serialize)]
struct ChangeData<'a> {
    #[serde(flatten)]
    sheet: SheetData<'a>,
    previous_id: Option<&'a str>,
    fields: &'a [&'static str],
}

#[derive(Serialize)]
struct GoneData<'a> {
    #[serde(flatten)]
    sheet: SheetData<'a>,
    into: Option<&'a str>,
}

/// Prints what changed.
pub(super) fn show(compared: &Compared, news: &News<'_>) -> std::io::Result<()> {
    let here = |sheet| SheetData { address: address(&compared.new, sheet), ..data(sheet) };
    let changed = news.changed.iter().map(|change| ChangeData {
        sheet: here(change.sheet),
        previous_id: change.previous_id,
        fields: &change.fields,
    });
    let gone = news
        .gone
        .iter()
        .map(|gone| GoneData { sheet: data(gone.sheet), into: gone.into.map(|sheet| sheet.id.as_str()) });
    let since = compared.since.as_ref();
    let data = NewsData {
        since: since.map(|since| SinceData { commit: &since.commit, date: since.date.to_string() }),
        new: news.new.iter().copied().map(here).collect(),
        changed: changed.collect(),
        gone: gone.collect(),
        unsure: &compared.unsure,
    };
    print(&Whole { problems: Vec::new(), news: Some(data) })
}

/// Prints why nothing was compared.
pub(super) fn show_problems(problems: &Problems, files: &Files, terminal: &Terminal) -> std::io::Result<()> {
    let sorted = problems.sorted(files);
    let report = terminal.report(&sorted, files);
    print(&Whole { problems: report.entries(&sorted), news: None })
}

/// A sheet without its address: that of one that is gone leads nowhere.
fn data(sheet: &SheetTrace) -> SheetData<'_> {
    SheetData {
        id: &sheet.id,
        title: sheet.title.as_deref(),
        pilot: &sheet.pilot,
        theme: &sheet.theme,
        address: None,
    }
}

fn print(whole: &Whole<'_>) -> std::io::Result<()> {
    let text = serde_json::to_string(whole)?;
    writeln!(std::io::stdout(), "{text}")
}
