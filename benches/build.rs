//! How long `florilege build` takes and how much memory, for 100, 1,000 and 10,000 made-up sheets.
//!
//! ```text
//! cargo bench --bench build
//! cargo bench --bench build -- --sizes 1000 --runs 11
//! cargo bench --bench build -- --sizes 25 --photographs 25      # pictures are made, then kept
//! cargo bench --bench build -- --sizes 10 --plant /tmp/made-up      # only writes the catalogue
//! ```
//!
//! The released program runs as a process, as its users run it, on a memory file system where there is one
//! (`/dev/shm`). Each round measures, one after the other: a first build into an absent folder; copying its
//! output, file by file in one thread; the same by `cp -r`; a second build with nothing changed; one after the
//! text of one sheet changed; one after its title changed, which the lists show too. Each figure is the median
//! of all rounds, each ratio the median of the rounds' own ratios, each peak of memory the highest. Every round
//! is also told on standard error.
//!
//! Nothing here passes or fails: machines differ. The sheets come from a seed and are the same everywhere.
//! Without `--bench`, which cargo adds by itself, it only tries itself out on twenty sheets.
#![allow(
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock and asks for the machine's folders"
)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "its figures go to the terminal")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Parser;

use support::asked::Asked;
use support::catalogue::MadeUp;
use support::machine::{Cost, measure, time_of_cp};
use support::sheet::Sheets;
use support::table::{self, Round, millis};
use support::tree::{Weight, copy, weigh};

const PROGRAM: &str = env!("CARGO_BIN_EXE_florilege");

/// What a sheet may take on the disk: its page, its part of the lists and of the booklet, three times.
const ROOM_PER_SHEET: u64 = 200 * 1024;

/// What a photograph may take, with what is made of it, three times.
const ROOM_PER_PHOTOGRAPH: u64 = 12 * 1024 * 1024;

/// Measures `florilege build` on made-up sheets.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many sheets, one catalogue each.
    #[arg(long, value_delimiter = ',', default_value = "100,1000,10000")]
    sizes: Vec<usize>,
    /// How many rounds each.
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// How many of the sheets show a photograph of twelve megapixels.
    #[arg(long, default_value_t = 0)]
    photographs: usize,
    /// Writes the catalogue of the first size into this folder, and measures nothing.
    #[arg(long)]
    plant: Option<PathBuf>,
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
    if let Some(root) = &arguments.plant {
        let count = sizes.first().copied().unwrap_or_default();
        MadeUp::plant(root, Sheets { seed, count, photographs: arguments.photographs })?;
        return Ok(());
    }
    let photographs = arguments.photographs as u64 * ROOM_PER_PHOTOGRAPH;
    let folder = asked.begin(&sizes, ROOM_PER_SHEET, photographs, runs)?;
    println!("{}", table::head());
    for count in sizes {
        let root = folder.path().join(count.to_string());
        let made = MadeUp::plant(&root, Sheets { seed, count, photographs: arguments.photographs })?;
        measure(Path::new(PROGRAM), &["check", "--root", &text(made.root())])?;
        eprintln!("{count} sheets, {} bytes each", made.bytes / count.max(1) as u64);
        let mut output = Weight::default();
        let mut rounds = Vec::with_capacity(runs);
        for run in 1..=runs {
            let round = round(&made, &mut output)?;
            tell(run, &round);
            rounds.push(round);
        }
        println!("{}", table::line(count, output, &rounds));
        fs::remove_dir_all(&root)?;
    }
    Ok(())
}

/// All that is measured once. `output` becomes the weight of what was built.
fn round(made: &MadeUp, output: &mut Weight) -> anyhow::Result<Round> {
    let out = made.root().join("public");
    let copied = made.root().join("copy");
    let changed = made.changed();
    made.restore(changed)?;
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    let first = build(made)?;
    *output = weigh(&out)?;
    let start = Instant::now();
    copy(&out, &copied)?;
    let copy = start.elapsed();
    fs::remove_dir_all(&copied)?;
    let cp = time_of_cp(&out, &copied);
    if copied.exists() {
        fs::remove_dir_all(&copied)?;
    }
    let second = build(made)?;
    made.change_text(changed)?;
    let text = build(made)?;
    made.change_title(changed)?;
    let title = build(made)?;
    Ok(Round {
        copy,
        cp,
        first: first.time,
        cpu: first.cpu,
        peak: first.peak,
        second: second.time,
        second_peak: second.peak,
        text: text.time,
        title: title.time,
    })
}

fn build(made: &MadeUp) -> anyhow::Result<Cost> {
    measure(Path::new(PROGRAM), &["build", "--quiet", "--root", &text(made.root())])
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

fn tell(run: usize, round: &Round) {
    let figures = [
        ("copy", Some(round.copy)),
        ("cp -r", round.cp),
        ("first", Some(round.first)),
        ("of CPU", round.cpu),
        ("second", Some(round.second)),
        ("text", Some(round.text)),
        ("title", Some(round.title)),
    ];
    let figures: Vec<String> = figures
        .iter()
        .filter_map(|(name, time)| time.map(|time| format!("{name} {:.1} ms", millis(time))))
        .collect();
    eprintln!("  round {run}: {}", figures.join(", "));
}
