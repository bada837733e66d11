//! `florilege check`: everything that `build` does, but nothing is written.

use std::time::Instant;

use florilege::problems::Problem;
use florilege::site::{Plan, Site, render};
use rayon::prelude::*;

use crate::cli::{Check, Common};

use super::Outcome;
use super::prepare::{Prepared, base_url, prepare};
use super::terminal::{Terminal, duration};

/// Loads, plans and renders the catalogue, and throws the pages away.
pub(crate) fn run(common: &Common, arguments: &Check, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    #[expect(clippy::disallowed_methods, reason = "the time is shown to the editor, and goes into no file")]
    let start = Instant::now();
    let Prepared { folders, files, mut problems, ready } = prepare(common, arguments.strict, terminal)?;
    let mut counts = (0, 0);
    if let Some((catalogue, mut site_theme)) = ready {
        let base_url = base_url(&arguments.base_url, &catalogue, terminal)?;
        let site = Site::new(&catalogue, &mut site_theme, base_url, folders.media());
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
    terminal.show(&problems, &files)?;
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
