//! How long `florilege booklet` takes and how much memory, beside the printable page of the same catalogue
//! printed to PDF by a headless Chromium: for the project's own catalogue, and for 25 and 500 made-up sheets.
//!
//! ```text
//! cargo bench --bench booklet --features booklet
//! cargo bench --bench booklet --features booklet -- --sizes 100 --runs 9 --browser /usr/bin/chromium
//! ```
//!
//! Each round measures one after the other, as processes: the booklet, then the browser. Loading the catalogue
//! is part of the first; the site is built beforehand. Each figure is the median of all rounds, each ratio the
//! median of the rounds' own ratios, each peak of memory the highest. A browser is many processes: its memory
//! is that of the largest. Where no browser is found, its columns are empty.
//!
//! Nothing here passes or fails: machines differ. Without `--bench`, which cargo adds by itself, it only tries
//! itself out on five sheets.
#![allow(clippy::disallowed_methods, reason = "a benchmark asks for the machine's folders and programs")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "its figures go to the terminal")]

mod support;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;

use support::asked::Asked;
use support::catalogue::MadeUp;
use support::machine::{Cost, measure};
use support::sheet::Sheets;
use support::table::{median, millis};

const PROGRAM: &str = env!("CARGO_BIN_EXE_florilege");

/// What browsers built on Chromium are called.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// What a sheet may take on the disk: its pages, its part of the lists and of the booklets.
const ROOM_PER_SHEET: u64 = 200 * 1024;

/// Measures `florilege booklet` beside a browser that prints the same sheets.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many made-up sheets, one catalogue each.
    #[arg(long, value_delimiter = ',', default_value = "25,500")]
    sizes: Vec<usize>,
    /// How many rounds each.
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// The browser, instead of the one that is found.
    #[arg(long)]
    browser: Option<PathBuf>,
    #[command(flatten)]
    asked: Asked,
}

/// What one round took.
struct Round {
    booklet: Cost,
    browser: Option<Cost>,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let asked = arguments.asked;
    if asked.only_measures()? {
        return Ok(());
    }
    let seed = asked.seed;
    let (sizes, runs) = asked.scope(arguments.sizes, arguments.runs, 5);
    let is_trial = asked.is_trial();
    let browser = arguments.browser.or_else(found_browser);
    let folder = asked.begin(&sizes, ROOM_PER_SHEET, 0, runs)?;
    println!("{}", row(&["sheets", "ms", "CPU ms", "MB", "Chromium ms", "MB", "ratio"].map(str::to_owned)));
    let out = folder.path().join("out");
    if !is_trial {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        println!("{}", line("own", &rounds(own, &out, browser.as_deref(), runs)?));
    }
    for count in sizes {
        let root = folder.path().join(count.to_string());
        MadeUp::plant(&root, Sheets { seed, count, photographs: 0 })?;
        println!("{}", line(&count.to_string(), &rounds(&root, &out, browser.as_deref(), runs)?));
        fs::remove_dir_all(&root)?;
    }
    Ok(())
}

/// The first browser that the machine knows by one of its names.
fn found_browser() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let all = BROWSERS.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    all.into_iter().find(|program| program.is_file())
}

fn rounds(root: &Path, out: &Path, browser: Option<&Path>, runs: usize) -> anyhow::Result<Vec<Round>> {
    let text = |path: &Path| path.display().to_string();
    let site = out.join("site");
    measure(Path::new(PROGRAM), &["build", "--quiet", "--root", &text(root), "--out", &text(&site)])?;
    let page = format!("file://{}", text(&site.join("livret").join("index.html")));
    let printed = format!("--print-to-pdf={}", text(&out.join("page.pdf")));
    let profile = format!("--user-data-dir={}", text(&out.join("profile")));
    let rounds = (1..=runs).map(|run| {
        let booklet = ["booklet", "--quiet", "--root", &text(root), "--out", &text(&out.join("pdf"))];
        let booklet = measure(Path::new(PROGRAM), &booklet)?;
        let print = |browser| {
            let quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"];
            let quiet = quiet.into_iter().chain(["--disable-background-networking", "--log-level=3"]);
            let arguments: Vec<&str> =
                quiet.chain([&*profile, "--no-pdf-header-footer", &*printed, &*page]).collect();
            measure(browser, &arguments)
        };
        let browser = browser.map(print).transpose()?;
        eprintln!(
            "  round {run}: {:.0} ms, {:.0} ms",
            millis(booklet.time),
            browser.map_or(0.0, |cost| millis(cost.time))
        );
        Ok(Round { booklet, browser })
    });
    let rounds: anyhow::Result<Vec<Round>> = rounds.collect();
    fs::remove_dir_all(out)?;
    rounds
}

#[allow(clippy::cast_precision_loss, reason = "figures for readers")]
fn line(name: &str, rounds: &[Round]) -> String {
    let told = |figures: Vec<f64>, digits: usize| {
        if figures.is_empty() { "–".to_owned() } else { format!("{:.digits$}", median(figures)) }
    };
    let peak = |costs: &mut dyn Iterator<Item = Cost>| {
        let peak = costs.filter_map(|cost| cost.peak).max();
        peak.map_or_else(|| "–".to_owned(), |peak| format!("{:.0}", peak as f64 / 1e6))
    };
    let browsers = || rounds.iter().filter_map(|round| round.browser);
    let ratio = |round: &Round| Some(millis(round.browser?.time) / millis(round.booklet.time));
    row(&[
        name.to_owned(),
        told(rounds.iter().map(|round| millis(round.booklet.time)).collect(), 0),
        told(rounds.iter().filter_map(|round| round.booklet.cpu.map(millis)).collect(), 0),
        peak(&mut rounds.iter().map(|round| round.booklet)),
        told(browsers().map(|cost| millis(cost.time)).collect(), 0),
        peak(&mut browsers()),
        told(rounds.iter().filter_map(ratio).collect(), 1),
    ])
}

fn row(cells: &[String; 7]) -> String {
    let widths = [6, 8, 8, 6, 12, 6, 6];
    let cells: Vec<String> =
        cells.iter().zip(widths).map(|(cell, width)| format!("{cell:>width$}")).collect();
    cells.join("  ")
}
