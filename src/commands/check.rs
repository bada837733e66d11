//! `florilege check`: everything that `build` does, but nothing is written.

use std::io::ErrorKind;
use std::time::Instant;

use florilege::prepare::Prepared;
use florilege::problems::{Code, Problem};
use florilege::site::{Plan, Site, render};
use rayon::prelude::*;

use crate::cli::{Check, Common};

use super::Outcome;
use super::completeness::{Completeness, day};
use super::prepare::{base_url, folders, prepare};
use super::terminal::{Terminal, duration};

/// Loads, plans and renders the catalogue, and throws the pages away; says what the sheets lack if
/// it is asked.
pub(crate) fn run(common: &Common, arguments: &Check, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    #[expect(clippy::disallowed_methods, reason = "the time is shown to the editor, and goes into no file")]
    let start = Instant::now();
    let day = arguments.report.then(|| day(arguments.on.as_deref(), terminal)).transpose()?;
    let folders = folders(common, terminal)?;
    let Prepared { files, mut problems, sheets, catalogue, site_theme } =
        prepare(&folders, arguments.strict, terminal);
    // Editors check their sheets a hundred times a day; who publishes is told by the build.
    if !arguments.strict {
        problems.leave_out(Code::LegalMissing);
    }
    // Before the pages are made: what is wrong with a page is not wrong with its sheet.
    let completeness = day.map(|on| Completeness::new(on, catalogue.as_ref(), &sheets, &problems, &files));
    let mut counts = (0, 0);
    if let Some((catalogue, site_theme)) = catalogue.as_ref().zip(site_theme.as_ref()) {
        let base_url = base_url(&arguments.base_url, catalogue, terminal)?;
        let site = Site::new(catalogue, site_theme, base_url, folders.media());
        match Plan::new(&site, &files) {
            Ok(plan) => {
                counts = (catalogue.initiatives.len(), plan.pages);
                let found: Vec<Problem> =
                    plan.jobs.par_iter().filter_map(|job| render(&site, job).err()).collect();
                problems.extend(found);
            }
            Err(found) => problems.extend(found),
        }
    }
    let shown = match &completeness {
        Some(completeness) => completeness.show(&problems, terminal),
        None => terminal.show(&problems, &files),
    };
    // Whoever stops reading halfway still learns from the exit code whether there are problems.
    shown.or_else(|error| if error.kind() == ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })?;
    let (errors, warnings) = problems.counts();
    if errors > 0 {
        terminal.stop("check-stopped", &[("errors", errors.into()), ("warnings", warnings.into())]);
        return Ok(Outcome::Problems);
    }
    let figures = [
        ("sheets", counts.0.into()),
        ("pages", counts.1.into()),
        ("warnings", warnings.into()),
        ("time", duration(start.elapsed(), terminal.wording().speech()).into()),
    ];
    terminal.conclude("check-done", &figures)?;
    Ok(Outcome::Done)
}
