//! `florilege build`: the site.

use std::path::{Component, Path, PathBuf};
use std::time::Instant;

use florilege::PROGRAM;
use florilege::fingerprint::shorten;
use florilege::output::{Opening, OutputFolder, Stage, Summary, Whole, is_current};
use florilege::prepare::Prepared;
use florilege::problems::{Problem, Problems};
use florilege::site::{Job, PictureFile, PictureJob, Plan, Site, render, search_jobs};
use florilege::source::{Folders, Inputs};
use rayon::prelude::*;

use crate::cli::{Build, Common};

use super::prepare::{base_url, folders, prepare};
use super::terminal::{Terminal, duration, shown};
use super::{Outcome, UsageError};

/// Loads the catalogue, plans its pages, renders them, and puts them in place.
pub(crate) fn run(common: &Common, arguments: &Build, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    #[expect(clippy::disallowed_methods, reason = "the time is shown to the editor, and goes into no file")]
    let start = Instant::now();
    let folders = folders(common, terminal)?;
    let out = output_path(arguments, &folders, terminal)?;
    let inputs = Inputs::of(&folders);
    let made_from = inputs.as_ref().map(|inputs| fingerprint(inputs, arguments));
    if let Some((Whole { sheets, pages, language, .. }, unchanged)) =
        made_from.and_then(|made_from| is_current(&out, made_from))
    {
        terminal.settle(&language);
        let summary = Summary { unchanged, ..Summary::default() };
        conclude(terminal, sheets, pages, summary, start, &out)?;
        return Ok(Outcome::Done);
    }
    let Prepared { files, mut problems, catalogue, site_theme, .. } =
        prepare(&folders, arguments.strict, terminal);
    let Some((catalogue, site_theme)) = catalogue.zip(site_theme) else {
        return Ok(stop(&problems, &files, terminal)?);
    };
    let base_url = base_url(&arguments.base_url, &catalogue, terminal)?;
    let site = Site::new(&catalogue, &site_theme, base_url, folders.media());
    let plan = match Plan::new(&site, &files) {
        Ok(plan) => plan,
        Err(found) => {
            problems.extend(found);
            return Ok(stop(&problems, &files, terminal)?);
        }
    };
    let stage = open(&out, terminal)?.stage()?;
    problems.extend(render_all(&site, &plan, &stage)?);
    if !problems.has_errors() {
        // These take longest: nobody waits for them to be told of a mistake in a template.
        problems.extend(make_pictures(&plan, &stage)?);
    }
    if problems.has_errors() {
        return Ok(stop(&problems, &files, terminal)?);
    }
    let (sheets, pages) = (catalogue.initiatives.len(), plan.pages);
    // What warns must warn again: only a site without a problem is taken as it is; and only one whose
    // files were not saved anew while they were read.
    let is_sure = problems.is_empty() && inputs == Inputs::of(&folders);
    let whole = made_from.filter(|_| is_sure).map(|inputs| Whole {
        inputs,
        sheets,
        pages,
        language: catalogue.language.tag().to_owned(),
    });
    let summary = stage.commit(whole)?;
    terminal.show(&problems, &files)?;
    conclude(terminal, sheets, pages, summary, start, &out)?;
    // The process ends here: taking a large catalogue apart piece by piece would only take time.
    std::mem::forget(plan);
    std::mem::forget(site);
    std::mem::forget(catalogue);
    Ok(Outcome::Done)
}

/// The line that ends a build.
fn conclude(
    terminal: &Terminal,
    sheets: usize,
    pages: usize,
    summary: Summary,
    start: Instant,
    out: &Path,
) -> std::io::Result<()> {
    let Summary { written, unchanged, removed } = summary;
    let figures = [
        ("sheets", sheets.into()),
        ("pages", pages.into()),
        ("written", written.into()),
        ("unchanged", unchanged.into()),
        ("removed", removed.into()),
        ("time", duration(start.elapsed(), terminal.wording().speech()).into()),
        ("out", shown(out).into()),
    ];
    terminal.conclude("build-done", &figures)
}

/// What a site depends on: the catalogue's files, the program, the address it is for, and what it
/// had to pass.
fn fingerprint(inputs: &Inputs, arguments: &Build) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&inputs.fingerprint);
    hasher.update(PROGRAM.as_bytes());
    hasher.update(&[u8::from(arguments.strict)]);
    // No address and an empty one, which is refused, are two things.
    hasher.update(&[u8::from(arguments.base_url.base_url.is_some())]);
    hasher.update(arguments.base_url.base_url.as_deref().unwrap_or_default().as_bytes());
    shorten(&hasher.finalize())
}

/// Renders side by side. Problems of the content come back; a refusal of the machine ends it.
fn render_all(site: &Site<'_>, plan: &Plan<'_>, stage: &Stage) -> anyhow::Result<Vec<Problem>> {
    let one = |job: &Job<'_>| -> anyhow::Result<Option<Problem>> {
        let fingerprint = job.depends_on();
        if stage.keeps(&job.path, fingerprint) {
            return Ok(None);
        }
        match render(site, job) {
            Ok(bytes) => {
                stage.put(&job.path, fingerprint, &bytes)?;
                Ok(None)
            }
            Err(problem) => Ok(Some(problem)),
        }
    };
    let search = search_jobs(site);
    let found: Vec<Option<Problem>> =
        plan.jobs.par_iter().chain(&search).map(one).collect::<anyhow::Result<_>>()?;
    Ok(found.into_iter().flatten().collect())
}

/// Makes the pictures' files that are not there yet, side by side.
fn make_pictures(plan: &Plan<'_>, stage: &Stage) -> anyhow::Result<Vec<Problem>> {
    let one = |job: &PictureJob<'_>| -> anyhow::Result<Option<Problem>> {
        let wanted: Vec<&PictureFile> =
            job.files.iter().filter(|file| !stage.keeps(&file.path, Some(file.fingerprint))).collect();
        if wanted.is_empty() {
            return Ok(None);
        }
        let made = match job.make(&wanted) {
            Ok(made) => made,
            Err(problem) => return Ok(Some(problem)),
        };
        for (file, bytes) in wanted.iter().zip(made) {
            stage.put(&file.path, Some(file.fingerprint), &bytes)?;
        }
        Ok(None)
    };
    let found: Vec<Option<Problem>> = plan.pictures.par_iter().map(one).collect::<anyhow::Result<_>>()?;
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

/// A path from the root of the disk, with links followed as far as it exists, and `..` taken
/// back where it does not.
fn whole_path(path: &Path) -> std::io::Result<PathBuf> {
    let mut whole = PathBuf::new();
    for part in std::path::absolute(path)?.components() {
        match part {
            Component::ParentDir => {
                whole.pop();
            }
            part => whole.push(part),
        }
        if let Ok(real) = whole.canonicalize() {
            whole = real;
        }
    }
    Ok(whole)
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
