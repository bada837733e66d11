//! Figures in columns.

use std::time::Duration;

use super::tree::Weight;

/// What one round over one catalogue took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Round {
    /// Copying the output.
    pub(crate) copy: Duration,
    /// The same by the system's `cp -r`.
    pub(crate) cp: Option<Duration>,
    /// A build into an absent folder.
    pub(crate) first: Duration,
    /// What all its threads took together: the figure that other work on the machine disturbs least.
    pub(crate) cpu: Option<Duration>,
    /// The most memory that it held, in bytes.
    pub(crate) peak: Option<u64>,
    /// A build with nothing changed.
    pub(crate) second: Duration,
    /// The most memory that this one held.
    pub(crate) second_peak: Option<u64>,
    /// A build after the text of one sheet changed.
    pub(crate) text: Duration,
    /// A build after the title of one sheet changed.
    pub(crate) title: Duration,
}

/// The heads of the columns.
pub(crate) fn head() -> String {
    let heads = [
        "sheets",
        "files",
        "MB",
        "copy ms",
        "cp -r ms",
        "first ms",
        "CPU ms",
        "/ copy",
        "µs/sheet",
        "peak MB",
        "second ms",
        "/ first",
        "peak MB",
        "text ms",
        "/ first",
        "title ms",
        "/ first",
    ];
    row(&heads.map(str::to_owned))
}

/// The line of a catalogue: the median of each figure over all rounds.
#[allow(clippy::cast_precision_loss, reason = "figures for readers")]
pub(crate) fn line(sheets: usize, output: Weight, rounds: &[Round]) -> String {
    let of = |figure: &dyn Fn(&Round) -> f64| median(rounds.iter().map(figure).collect());
    let time = |figure: &dyn Fn(&Round) -> Duration| of(&|round| millis(figure(round)));
    // Of each round by itself: what slowed the machine down slowed both.
    let ratio = |figure: &dyn Fn(&Round) -> Duration, to: &dyn Fn(&Round) -> Duration| {
        format!("{:.2}", of(&|round| millis(figure(round)) / millis(to(round))))
    };
    let memory = |figure: &dyn Fn(&Round) -> Option<u64>| match rounds.iter().filter_map(figure).max() {
        Some(peak) => format!("{:.0}", peak as f64 / 1e6),
        None => "–".to_owned(),
    };
    let known = |figure: &dyn Fn(&Round) -> Option<Duration>| {
        let times: Option<Vec<f64>> = rounds.iter().map(|round| figure(round).map(millis)).collect();
        times.map_or_else(|| "–".to_owned(), |times| format!("{:.1}", median(times)))
    };
    let first = time(&|round| round.first);
    row(&[
        sheets.to_string(),
        output.files.to_string(),
        format!("{:.1}", output.bytes as f64 / 1e6),
        format!("{:.1}", time(&|round| round.copy)),
        known(&|round| round.cp),
        format!("{first:.1}"),
        known(&|round| round.cpu),
        ratio(&|round| round.first, &|round| round.copy),
        format!("{:.0}", first * 1e3 / sheets as f64),
        memory(&|round| round.peak),
        format!("{:.1}", time(&|round| round.second)),
        ratio(&|round| round.second, &|round| round.first),
        memory(&|round| round.second_peak),
        format!("{:.1}", time(&|round| round.text)),
        ratio(&|round| round.text, &|round| round.first),
        format!("{:.1}", time(&|round| round.title)),
        ratio(&|round| round.title, &|round| round.first),
    ])
}

/// Milliseconds.
pub(crate) fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn row(cells: &[String; 17]) -> String {
    let widths = [6, 6, 6, 8, 8, 8, 8, 6, 8, 7, 9, 7, 7, 8, 7, 8, 7];
    let cells: Vec<String> =
        cells.iter().zip(widths).map(|(cell, width)| format!("{cell:>width$}")).collect();
    cells.join("  ")
}

/// The middle one, or the mean of the two in the middle.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    let middle = figures.len() / 2;
    match figures.as_slice() {
        [] => 0.0,
        all if all.len() % 2 == 1 => all[middle],
        all => f64::midpoint(all[middle - 1], all[middle]),
    }
}
