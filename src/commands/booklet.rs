//! `florilege booklet`: what a forum shows, as a PDF.

use std::fs;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context as _;
use florilege::booklet::{Booklet as Typeset, Fit, Look, Paper, Wanted, Work, impose, typeset};
use florilege::catalogue::{BookletOrder, Catalogue, Filed, Forum, Selection};
use florilege::prepare::Prepared;
use florilege::problems::{Code, Problem, Problems};
use florilege::site::{Plan, Site};

use crate::cli::{Booklet, Common, Order, PaperSize};

use super::prepare::{base_url, folders, prepare};
use super::terminal::{Terminal, duration, shown};
use super::{Outcome, UsageError};

/// From how many sheets on the editor is told to wait.
const MANY: usize = 100;

/// A few lines on a page of their own: worth a word, for a sentence less would spare the page.
const FEW_LINES: usize = 6;

/// Loads and plans as a build does, and typesets one selection.
pub(crate) fn run(common: &Common, arguments: &Booklet, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    #[expect(clippy::disallowed_methods, reason = "the time is shown to the editor, and goes into no file")]
    let start = Instant::now();
    let folders = folders(common, terminal)?;
    let Prepared { files, mut problems, catalogue, site_theme, .. } = prepare(&folders, false, terminal);
    // Who publishes is told when the site is built.
    problems.leave_out(Code::LegalMissing);
    let Some((catalogue, site_theme)) = catalogue.zip(site_theme) else {
        terminal.show(&problems, &files)?;
        return Ok(stop(&problems, terminal));
    };
    let base_url = base_url(&arguments.base_url, &catalogue, terminal)?;
    let (forum, selection) = selection(&catalogue, arguments, terminal)?;
    let site = Site::new(&catalogue, &site_theme, base_url, folders.media());
    let plan = match Plan::new(&site, &files) {
        Ok(plan) => plan,
        Err(found) => {
            problems.extend(found);
            terminal.show(&problems, &files)?;
            return Ok(stop(&problems, terminal));
        }
    };
    let sheets = selection.initiatives.len();
    let is_long = sheets >= MANY && std::io::stderr().is_terminal() && !common.quiet;
    let tell = |set: usize| {
        if is_long {
            let said = [("sheets", sheets.into()), ("set", set.into())];
            pass(&terminal.wording().say(if set < sheets { "booklet-sets" } else { "booklet-binds" }, &said));
        }
    };
    let wanted = Wanted { forum, selection: &selection, work: work(arguments), look: look(arguments) };
    let made = typeset(&site, &plan, &wanted, &|job, files| job.make(files), &files, &tell);
    if is_long {
        pass("");
    }
    let made = match made {
        Ok(made) => made,
        Err(found) => {
            problems.extend(found);
            terminal.show(&problems, &files)?;
            return Ok(stop(&problems, terminal));
        }
    };
    problems.extend(spills(&catalogue, &made.fits));
    let folder = arguments.out.clone().unwrap_or_else(|| folders.join("booklet"));
    let path = folder.join(wanted.name() + ".pdf");
    write(&path, &made.pdf)?;
    terminal.show(&problems, &files)?;
    if arguments.fit {
        show_fits(&made.fits, terminal)?;
    }
    conclude(terminal, made.pages, sheets, start, &path)?;
    let imposed = arguments.impose.then(|| fold(&wanted, &made, &folder, terminal)).transpose()?;
    if arguments.open {
        let last = imposed.unwrap_or(path);
        open::that(&last).with_context(|| shown(&last))?;
    }
    Ok(Outcome::Done)
}

/// Lays the pages out for folding, beside the booklet itself.
fn fold(wanted: &Wanted<'_>, made: &Typeset, folder: &Path, terminal: &Terminal) -> anyhow::Result<PathBuf> {
    let imposed =
        impose(&made.pdf, made.pages).map_err(|_| anyhow::anyhow!("the pages cannot be laid out"))?;
    let path = folder.join(wanted.folded_name() + ".pdf");
    write(&path, &imposed)?;
    let figures = [("sheets", made.pages.div_ceil(4).into()), ("out", shown(&path).into())];
    terminal.conclude("booklet-imposed", &figures)?;
    Ok(path)
}

/// What is typeset: what a forum shows, or the whole catalogue, in the order that is asked for.
fn selection<'c>(
    catalogue: &'c Catalogue,
    arguments: &Booklet,
    terminal: &Terminal,
) -> anyhow::Result<(Option<&'c Filed<Forum>>, Selection)> {
    let found = arguments.forum.as_ref().map(|id| {
        let found = catalogue.shown_forums().find(|(forum, _)| forum.id == *id);
        found.ok_or_else(|| {
            let is_empty = catalogue.forums.iter().any(|forum| forum.id == *id);
            let known: Vec<&str> = catalogue.shown_forums().map(|(forum, _)| forum.id.as_str()).collect();
            let key = if is_empty { "booklet-empty" } else { "booklet-unknown" };
            UsageError(terminal.wording().say(
                key,
                &[
                    ("forum", id.as_str().into()),
                    ("known", if known.is_empty() { "none".to_owned() } else { known.join(", ") }.into()),
                ],
            ))
        })
    });
    let found = found.transpose()?;
    let own = found.map_or(&catalogue.whole, |(_, selection)| selection);
    let order = arguments.order.map_or(own.order, |order| match order {
        Order::Theme => BookletOrder::Theme,
        Order::Pilot => BookletOrder::Pilot,
    });
    let selection = own.in_order(order, catalogue);
    if let Some(id) = &arguments.proof {
        let rank = catalogue.initiatives.iter().position(|initiative| initiative.id == *id);
        let rank = rank.filter(|rank| selection.number(*rank).is_some());
        if rank.is_none() {
            let said = terminal.wording().say("booklet-no-sheet", &[("id", id.as_str().into())]);
            return Err(UsageError(said).into());
        }
    }
    Ok((found.map(|(forum, _)| forum), selection))
}

fn look(arguments: &Booklet) -> Look {
    let paper = match arguments.paper {
        PaperSize::A5 => Paper::A5,
        PaperSize::A4 => Paper::A4,
    };
    Look { paper, marks: arguments.marks, draft: arguments.draft }
}

fn work(arguments: &Booklet) -> Work<'_> {
    match &arguments.proof {
        Some(id) => Work::Proof(id),
        None if arguments.stand_signs => Work::StandSigns,
        None => Work::Book,
    }
}

/// The sheets that need one page more for a few lines.
fn spills(catalogue: &Catalogue, fits: &[Fit]) -> Vec<Problem> {
    let few = fits.iter().filter(|fit| (1..=FEW_LINES).contains(&fit.over));
    let spill = few.filter_map(|fit| {
        let sheet = catalogue.initiatives.iter().find(|initiative| initiative.id == fit.id)?;
        Some(
            Problem::at(Code::SheetSpills, sheet.place)
                .with("lines", fit.over)
                .with("part", fit.part.as_str()),
        )
    });
    spill.collect()
}

fn show_fits(fits: &[Fit], terminal: &Terminal) -> std::io::Result<()> {
    for fit in fits {
        let args = [
            ("id", fit.id.as_str().into()),
            ("pages", fit.pages.into()),
            ("lines", fit.over.into()),
            ("part", fit.part.as_str().into()),
        ];
        terminal.conclude("booklet-fit", &args)?;
    }
    Ok(())
}

/// Says how far something is, on a terminal: the next word takes its place.
fn pass(text: &str) {
    let mut terminal = std::io::stderr();
    let _ = write!(terminal, "\r{text}\u{1b}[K").and_then(|()| terminal.flush());
}

/// Writes a file beside its place, then puts it there: whoever has the old one open keeps it whole.
fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let folder: PathBuf = path.parent().map(Path::to_owned).unwrap_or_default();
    fs::create_dir_all(&folder).with_context(|| shown(&folder))?;
    let beside = path.with_extension("pdf.new");
    fs::write(&beside, bytes).with_context(|| shown(&beside))?;
    fs::rename(&beside, path).with_context(|| shown(path))
}

fn conclude(
    terminal: &Terminal,
    pages: usize,
    sheets: usize,
    start: Instant,
    path: &Path,
) -> std::io::Result<()> {
    let figures = [
        ("sheets", sheets.into()),
        ("pages", pages.into()),
        ("time", duration(start.elapsed(), terminal.wording().speech()).into()),
        ("out", shown(path).into()),
    ];
    terminal.conclude("booklet-done", &figures)
}

fn stop(problems: &Problems, terminal: &Terminal) -> Outcome {
    let (errors, warnings) = problems.counts();
    terminal.stop("booklet-stopped", &[("errors", errors.into()), ("warnings", warnings.into())]);
    Outcome::Problems
}
