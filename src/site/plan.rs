//! The plan: every page named, before any is rendered.

use std::borrow::Cow;

use foldhash::{HashMap, HashMapExt as _};

use crate::fingerprint::Fingerprint;
use crate::problems::{Code, Files, Place, Problem};

use super::{
    PictureJob, Site, audiences, booklet, cards, edition, editorial, feed, home, initiatives, legal, machine,
    partners, pictures, pilots, redirect, search, sheet, site_map, territories, themes,
};

/// A file of the site to be made.
pub struct Job<'s> {
    /// Its path below the output folder, with `/`.
    pub path: String,
    /// The file of the catalogue that asks for it, if one does.
    pub asked_by: Option<Place>,
    /// Tells what it depends on, in short: if that is what it was at the last build, so is the file.
    /// None where only making it can tell.
    pub fingerprint: Option<Box<dyn Fn() -> Fingerprint + Send + Sync + 's>>,
    /// What it holds.
    pub content: Content<'s>,
}

/// What a file of the site holds.
pub enum Content<'s> {
    /// A page: a template, and the context that it is given.
    Page(&'static str, Box<dyn Fn() -> tera::Context + Send + Sync + 's>),
    /// Bytes that no template makes.
    Bytes(Box<dyn Fn() -> Vec<u8> + Send + Sync + 's>),
}

impl Job<'_> {
    /// What it depends on, in short, where that can be told.
    #[must_use]
    pub fn depends_on(&self) -> Option<Fingerprint> {
        self.fingerprint.as_ref().map(|fingerprint| fingerprint())
    }
}

/// All files of a site, but for those of the search, which are named after what they hold: see
/// [`search_jobs`](super::search_jobs).
pub struct Plan<'s> {
    /// What is to be made.
    pub jobs: Vec<Job<'s>>,
    /// The pictures, of which several files each are made at once.
    pub pictures: Vec<PictureJob<'s>>,
    /// How many of them are pages for readers.
    pub pages: usize,
}

impl<'s> Plan<'s> {
    /// Names every file of the site.
    ///
    /// # Errors
    ///
    /// Two files at one address, or at addresses that only differ by case, which some systems
    /// and hosts take for one.
    pub fn new(site: &'s Site<'s>, files: &Files) -> Result<Self, Vec<Problem>> {
        // In a large catalogue, sheets, pilots, partners and contacts are by far the most.
        let ((mut jobs, pictures), (others, cards)) = rayon::join(
            || {
                let mut jobs = vec![home::job(site)];
                jobs.extend(themes::jobs(site));
                jobs.extend(initiatives::jobs(site));
                jobs.extend(sheet::jobs(site));
                jobs.extend(pilots::jobs(site));
                (jobs, pictures::jobs(site))
            },
            || {
                let mut jobs = partners::jobs(site);
                jobs.extend(territories::jobs(site));
                jobs.extend(audiences::jobs(site));
                jobs.extend(editorial::jobs(site));
                jobs.extend(legal::jobs(site));
                jobs.extend(booklet::jobs(site));
                jobs.push(search::job(site));
                jobs.push(site_map::job(site));
                jobs.push(site_map::not_found(site));
                (jobs, cards::jobs(site))
            },
        );
        jobs.extend(others);
        let pages = jobs.len();
        jobs.extend(redirect::jobs(site));
        let machines = machine::jobs(site, &jobs[..pages]);
        jobs.extend(machines);
        jobs.push(edition::job(site));
        jobs.extend(feed::job(site));
        jobs.extend(cards);
        let made = jobs.iter().map(|job| (job.path.as_str(), job.asked_by));
        let of_pictures = pictures
            .iter()
            .flat_map(|job| job.files.iter().map(|file| (file.path.as_str(), Some(job.asked_by))));
        let problems = collisions(made.chain(of_pictures), jobs.len(), files);
        if problems.is_empty() { Ok(Self { jobs, pictures, pages }) } else { Err(problems) }
    }
}

/// Nearly all paths are in small letters already.
fn lowercase(path: &str) -> Cow<'_, str> {
    let is_small = path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_small { path.into() } else { path.to_lowercase().into() }
}

/// Two files that would have one path. Each is given with the place that asks for it.
fn collisions<'p>(
    paths: impl Iterator<Item = (&'p str, Option<Place>)>,
    count: usize,
    files: &Files,
) -> Vec<Problem> {
    let mut taken: HashMap<Cow<'_, str>, Option<Place>> = HashMap::with_capacity(count);
    let mut problems = Vec::new();
    for (path, asked_by) in paths {
        let Some(first) = taken.insert(lowercase(path), asked_by) else {
            continue;
        };
        // The file that an editor can rename is told, whichever came first.
        let (asked, other) = if asked_by.is_some() { (asked_by, first) } else { (first, asked_by) };
        let other = other.map(|place| files.name(place.file));
        let problem = Problem::at(Code::PathCollision, asked).with("path", path);
        problems.push(problem.with_or_none("other", other));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_differ_by_case_collide() {
        let mut files = Files::default();
        let place = Place::whole(files.add("content/pages/Themes.md"));
        let paths = [("themes/index.html", None), ("Themes/index.html", Some(place))];
        let problems = collisions(paths.into_iter(), 2, &files);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].place, Some(place));
        assert!(collisions([("a", None), ("b", None)].into_iter(), 2, &files).is_empty());
    }
}
