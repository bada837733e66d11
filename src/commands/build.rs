//! `florilege build`: the site.

use std::path::{Path, PathBuf};
use std::time::Instant;

use florilege::output::{Opening, OutputFolder, Stage, Summary};
use florilege::problems::{Problem, Problems};
use florilege::site::{Job, Plan, Site, render};
use florilege::source::Folders;
use rayon::prelude::*;

use crate::cli::{Build, Common};

use super::prepare::{Prepared, base_url, prepare};
use super::terminal::{Terminal, duration, shown};
use super::{Outcome, UsageError};

/// Loads the catalogue, plans its pages, renders them, and puts them in place.
pub(crate) fn run(common: &Common, arguments: &Build, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    #[expect(clippy::disallowed_methods, reason = "the time is shown to the editor, and goes into no file")]
    let start = Instant::now();
    let Prepared { folders, files, mut problems, ready } = prepare(common, terminal)?;
    let out = output_path(arguments, &folders, terminal)?;
    let Some((catalogue, mut site_theme)) = ready else {
        return Ok(stop(&problems, &files, terminal)?);
    };
    let base_url = base_url(&arguments.base_url, &catalogue, terminal)?;
    let site = Site::new(&catalogue, &mut site_theme, base_url, folders.media());
    let plan = match Plan::new(&site, &files) {
        Ok(plan) => plan,
        Err(found) => {
            problems.extend(found);
            return Ok(stop(&problems, &files, terminal)?);
        }
    };
    let stage = open(&out, terminal)?.stage()?;
    problems.extend(render_all(&site, &plan, &stage)?);
    if problems.has_errors() {
        return Ok(stop(&problems, &files, terminal)?);
    }
    let Summary { written, unchanged, removed } = stage.commit()?;
    terminal.show(&problems, &files)?;
    let figures = [
        ("sheets", catalogue.initiatives.len().into()),
        ("pages", plan.pages.into()),
        ("written", written.into()),
        ("unchanged", unchanged.into()),
        ("removed", removed.into()),
        ("time", duration(start.elapsed(), terminal.wording().speech()).into()),
        ("out", shown(&out).into()),
    ];
    terminal.conclude("build-done", &figures)?;
    Ok(Outcome::Done)
}

/// Renders side by side. Problems of the content come back; a refusal of the machine ends it.
fn render_all(site: &Site<'_>, plan: &Plan<'_>, stage: &Stage) -> anyhow::Result<Vec<Problem>> {
    let one = |job: &Job<'_>| -> anyhow::Result<Option<Problem>> {
        if stage.keeps(&job.path, job.fingerprint) {
            return Ok(None);
        }
        match render(site, job) {
            Ok(bytes) => {
                stage.put(&job.path, job.fingerprint, &bytes)?;
                Ok(None)
            }
            Err(problem) => Ok(Some(problem)),
        }
    };
    let found: Vec<Option<Problem>> = plan.jobs.par_iter().map(one).collect::<anyhow::Result<_>>()?;
    Ok(found.into_iter().flatten().collect())
}

fn stop(
    problems: &Problems,
    files: &florilege::problems::Files,
    terminal: &Terminal,
) -> std::io::Result<Outcome> {
    terminal.show(problems, files)?;
    let (errors, warnings) = problems.counts();
    terminal.stop("build-stopped", &[("errors", errors.into()), ("warnings", warnings.into())]);
    Ok(Outcome::Problems)
}

/// Where the site goes. Never into the catalogue's own folders, nor around them.
fn output_path(arguments: &Build, folders: &Folders, terminal: &Terminal) -> anyhow::Result<PathBuf> {
    let out = arguments.out.clone().unwrap_or_else(|| folders.join("public"));
    let whole = whole_path(&out)?;
    for name in ["content", "themes", "seeds"] {
        let source = whole_path(&folders.join(name))?;
        if whole.starts_with(&source) || source.starts_with(&whole) {
            return Err(UsageError(
                terminal.wording().say("output-inside-content", &[("out", shown(&out).into())]),
            )
            .into());
        }
    }
    Ok(out)
}

/// A path from the root of the disk, with links followed as far as it exists.
fn whole_path(path: &Path) -> std::io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut missing = Vec::new();
    let mut there = absolute.as_path();
    loop {
        if let Ok(found) = there.canonicalize() {
            return Ok(missing.iter().rev().fold(found, |path, part| path.join(part)));
        }
        match (there.file_name(), there.parent()) {
            (Some(name), Some(parent)) => {
                missing.push(name.to_owned());
                there = parent;
            }
            _ => return Ok(absolute),
        }
    }
}

fn open(out: &Path, terminal: &Terminal) -> anyhow::Result<OutputFolder> {
    match OutputFolder::open(out)? {
        Opening::Ready(folder) => Ok(folder),
        Opening::Busy(waiting) => {
            terminal.stop("build-waits", &[("out", shown(out).into())]);
            Ok(waiting.wait()?)
        }
    }
}
