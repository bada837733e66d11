//! How long it takes until a saved file shows in the open page, for 25, 1,000 and 10,000 made-up sheets.
//!
//! ```text
//! cargo bench --bench serve
//! cargo bench --bench serve -- --sizes 1000 --runs 11
//! ```
//!
//! The released program serves a catalogue, as its users run it. Each round edits a sheet, the title of a theme in
//! the settings, a template and a style, one after the other, as an editor does, with the page open that shows it:
//! from before the file is written until the browser has the new page whole. That is longer than what an editor waits
//! for by the time of writing the file, and shorter by what the browser takes to paint. Each figure is the median of all
//! rounds; beside it stands a first build of the same catalogue, and the longest that was seen.
//!
//! Nothing here passes or fails: machines differ. Without `--bench`, which cargo adds by itself, it only tries
//! itself out on twenty sheets.
#![allow(
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock and asks for the machine's folders"
)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "its figures go to the terminal")]
#![allow(dead_code, reason = "what it shares with others, it does not use whole")]

#[path = "../tests/support/preview.rs"]
mod preview;
mod support;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Context;
use clap::Parser;

use preview::{Events, Preview};
use support::asked::Asked;
use support::catalogue::MadeUp;
use support::machine::measure;
use support::sheet::Sheets;
use support::table::millis;

const PROGRAM: &str = env!("CARGO_BIN_EXE_florilege");

/// What a sheet may take on the disk, with its pages.
const ROOM_PER_SHEET: u64 = 100 * 1024;

/// What is edited, in the order of the columns.
const EDITS: [&str; 4] = ["sheet", "settings", "template", "style"];

/// Measures `florilege serve` on made-up sheets.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many sheets, one catalogue each.
    #[arg(long, value_delimiter = ',', default_value = "25,1000,10000")]
    sizes: Vec<usize>,
    /// How many rounds each.
    #[arg(long, default_value_t = 11)]
    runs: usize,
    #[command(flatten)]
    asked: Asked,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let asked = arguments.asked;
    if asked.only_measures()? {
        return Ok(());
    }
    let seed = asked.seed;
    let (sizes, runs) = asked.scope(arguments.sizes, arguments.runs, 20);
    let folder = asked.begin(&sizes, ROOM_PER_SHEET, 0, runs)?;
    println!("sheets  build ms   {}", EDITS.map(|edit| format!("{edit:>8} ms  longest  / build")).join("  "));
    for count in sizes {
        let root = folder.path().join(count.to_string());
        let sheets = Sheets { seed, count, photographs: 0 };
        let made = MadeUp::plant(&root, sheets)?;
        println!("{}", line(&made, &sheets.id(made.changed()), count, runs)?);
        fs::remove_dir_all(&root)?;
    }
    Ok(())
}

fn line(made: &MadeUp, id: &str, count: usize, runs: usize) -> anyhow::Result<String> {
    let root = made.root().display().to_string();
    let build = measure(Path::new(PROGRAM), &["build", "--quiet", "--root", &root])?.time;
    fs::remove_dir_all(made.root().join("public"))?;
    let preview = Preview::start(Path::new(PROGRAM), made.root())?;
    let mut times: [Vec<f64>; 4] = Default::default();
    for run in 1..=runs {
        let round = round(made, id, &preview, run)?;
        eprintln!("  round {run}: {}", round.map(|time| format!("{:.1} ms", millis(time))).join(", "));
        for (times, time) in times.iter_mut().zip(round) {
            times.push(millis(time));
        }
    }
    let cells = times.map(|mut times| {
        times.sort_by(f64::total_cmp);
        let (median, longest) = (times[times.len() / 2], times[times.len() - 1]);
        format!("{median:>11.1}  {longest:>7.1}  {:>7.3}", median / millis(build))
    });
    Ok(format!("{count:>6}  {:>8.1}  {}", millis(build), cells.join("  ")))
}

/// One edit of each kind, which shows a number that was not there before.
fn round(made: &MadeUp, id: &str, preview: &Preview, run: usize) -> anyhow::Result<[Duration; 4]> {
    let sheet = format!("/initiatives/{id}/");
    let theme = "/themes/logement/";
    let read = |path: &str| fs::read_to_string(made.root().join(path)).or_else(|_| fs::read_to_string(path));
    let number = format!("numéro {run}");
    let sheet_file = format!("content/initiatives/{id}.yaml");
    let objective = read(&sheet_file)?;
    let objective = replace_line(&objective, "objective: ", &format!("objective: Voir le {number}."))?;
    let settings = read("content/catalogue.yaml")?;
    let settings = replace_line(
        &settings,
        "    title: Accès au logement",
        &format!("    title: Accès au logement, {number}"),
    )?;
    let template = read("themes/forum/templates/themes.html")?;
    let template =
        template.replacen("{% block content -%}", &format!("{{% block content -%}}<p>{number}</p>"), 1);
    let style = read("themes/forum/styles/tokens.css")? + &format!(".n{run} {{ order: {run} }}\n");
    Ok([
        edit(made, preview, &sheet_file, &objective, &sheet, &number)?,
        edit(made, preview, "content/catalogue.yaml", &settings, theme, &number)?,
        edit(made, preview, "themes/forum/templates/themes.html", &template, "/themes/", &number)?,
        edit(made, preview, "themes/forum/styles/tokens.css", &style, &sheet, "stylesheet")?,
    ])
}

fn replace_line(text: &str, start: &str, line: &str) -> anyhow::Result<String> {
    let at = text.find(start).with_context(|| format!("no line {start}"))?;
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    Ok(format!("{}{line}{}", &text[..at], &text[end..]))
}

/// From before a file is written until the page is there that shows it.
fn edit(
    made: &MadeUp,
    preview: &Preview,
    path: &str,
    text: &str,
    page: &str,
    shown: &str,
) -> anyhow::Result<Duration> {
    let path = made.root().join(path);
    fs::create_dir_all(path.parent().context("a file has a folder")?)?;
    let mut events: Events = preview.events(page)?;
    let before = events.next()?.state;
    let start = Instant::now();
    fs::write(&path, text)?;
    let news = events.until(|news| news.state != before || news.problems.is_some())?;
    anyhow::ensure!(news.problems.is_none(), "{:?}", news.problems);
    let answer = preview.get(page)?;
    let time = start.elapsed();
    // A number is parted from its word by a space that does not break.
    let text = answer.text().replace(['\u{a0}', '\u{202f}'], " ");
    anyhow::ensure!(text.contains(shown), "{page} does not show {shown}");
    Ok(time)
}
