//! The driver of the preview: after each change, what is read, planned and shown anew.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::Sender;
use std::time::Duration;

use crate::prepare::{Preparation, Prepared};
use crate::problems::{Code, Files, Problems, Wording};
use crate::source::{Folders, Look};

use super::cache::Cache;
use super::shown::{Blame, Shown};
use super::standing::Standing;
use super::told;
use super::watch::{Changes, Notice};

/// How many bytes of made pictures are kept.
const PICTURES: usize = 256 * 1024 * 1024;

/// How long nothing changes until what can wait is done: browsers have loaded their pages by then.
const PAUSE: Duration = Duration::from_millis(250);

/// A catalogue that is followed, and the site that stands for it.
pub struct Preview {
    preparation: Preparation,
    /// How often the catalogue was read.
    version: Arc<AtomicU64>,
    /// Whether all files are being looked at, or soon will be.
    is_looking: bool,
    pictures: Arc<Cache>,
    /// The newest site without an error in its catalogue.
    standing: Option<Arc<Standing>>,
    /// Whether one of its pages cannot be made.
    is_flawed: bool,
    /// The newest site before it, of which no page is known that cannot.
    before: Option<Arc<Standing>>,
    /// One that nobody needs: taking a large site apart takes a moment, which no page waits for.
    gone: Option<Arc<Standing>>,
    /// Whether a page of each kind was made since the site theme changed.
    is_tried: Arc<AtomicBool>,
    problems: Problems,
    files: Files,
}

impl Preview {
    /// Nothing was read yet.
    #[must_use]
    pub fn new(folders: Folders) -> Self {
        Self {
            files: Files::new(folders.root()),
            preparation: Preparation::new(folders),
            pictures: Arc::new(Cache::new(PICTURES)),
            version: Arc::default(),
            is_looking: false,
            standing: None,
            is_flawed: false,
            before: None,
            gone: None,
            is_tried: Arc::default(),
            problems: Problems::default(),
        }
    }

    /// Brings it up to date with the files that `changes` names; if it names none, with all that
    /// changed by their size or their time.
    pub fn follow(&mut self, changes: &Changes) {
        self.version.fetch_add(1, Relaxed);
        self.preparation.doubt(&changes.paths);
        if changes.is_unsure {
            self.preparation.doubt_all();
        } else if changes.paths.is_empty() {
            self.preparation.look_around();
        }
        let Prepared { files, mut problems, catalogue, site_theme, .. } = self.preparation.prepare(false);
        // Who publishes is told when the site is built.
        problems.leave_out(Code::LegalMissing);
        if let Some((catalogue, site_theme)) = catalogue.zip(site_theme) {
            let folders = self.preparation.folders();
            match Standing::new(catalogue, site_theme, folders, &files, self.pictures.clone()) {
                Ok(standing) => self.take(standing),
                Err(found) => problems.extend(found),
            }
        }
        (self.problems, self.files) = (problems, files);
    }

    fn take(&mut self, standing: Standing) {
        let last = self.standing.replace(Arc::new(standing));
        let is_alike =
            last.as_ref().zip(self.standing.as_ref()).is_some_and(|(last, new)| new.looks_as(last));
        if !is_alike || self.is_flawed || !self.is_tried.load(Relaxed) {
            self.is_tried = Arc::default();
        }
        self.gone = if self.is_flawed { last } else { std::mem::replace(&mut self.before, last) };
        self.is_flawed = false;
    }

    /// Does what could wait until the new site was shown. If its templates changed, a page of each
    /// kind is made, for their mistakes show nowhere else. That is done beside, and told by notices:
    /// in a large catalogue it takes longer than the next save.
    ///
    /// All files are looked at then: the system may not have told of each that changed.
    pub fn settle(&mut self, notices: &Sender<Notice>) {
        self.gone = None;
        self.look_around(notices);
        let Some(standing) = self.standing.clone().filter(|_| !self.is_tried.load(Relaxed)) else { return };
        let (is_tried, notices, version) = (self.is_tried.clone(), notices.clone(), self.version());
        std::thread::spawn(move || {
            // The next save may come at once, and would have to share the processor.
            std::thread::sleep(PAUSE);
            for path in standing.samples() {
                // Another site came in its place, which is tried in turn.
                if Arc::strong_count(&is_tried) == 1 {
                    return;
                }
                if let Some(Err(problems)) = standing.file(&path) {
                    // If nobody listens any more, it is over.
                    let _ = notices.send(Notice::Broken(Blame { version, problems }));
                }
            }
            is_tried.store(true, Relaxed);
        });
    }

    /// Looks at all files beside, on a network drive for as long as it takes.
    fn look_around(&mut self, notices: &Sender<Notice>) {
        if std::mem::replace(&mut self.is_looking, true) {
            return;
        }
        let (version, notices) = (self.version.clone(), notices.clone());
        let folders = self.preparation.folders().clone();
        std::thread::spawn(move || {
            let mut seen = 0;
            while seen != version.load(Relaxed) {
                seen = version.load(Relaxed);
                std::thread::sleep(PAUSE);
            }
            let _ = notices.send(Notice::Looked(seen, Box::new(Look::new(&folders))));
        });
    }

    /// Learns how all files look; whether some changed of which the system said nothing.
    pub fn learn(&mut self, version: u64, look: &Look, notices: &Sender<Notice>) -> bool {
        self.is_looking = false;
        if version == self.version() {
            return self.has_missed(look);
        }
        // What was followed since may not have been seen yet.
        self.look_around(notices);
        false
    }

    /// Whether the files of the catalogue look otherwise than it was brought up to date with.
    #[must_use]
    pub fn has_missed(&self, look: &Look) -> bool {
        !self.preparation.looks_like(look)
    }

    fn version(&self) -> u64 {
        self.version.load(Relaxed)
    }

    /// Learns of mistakes that showed while a page was made; whether one of them is news.
    pub fn blame(&mut self, Blame { version, problems }: Blame) -> bool {
        if version != self.version() {
            // They may be mended.
            return false;
        }
        self.is_flawed = true;
        let mut is_news = false;
        for problem in problems {
            if !self.problems.told().contains(&problem) {
                self.problems.push(problem);
                is_news = true;
            }
        }
        is_news
    }

    /// What is wrong.
    #[must_use]
    pub fn problems(&self) -> &Problems {
        &self.problems
    }

    /// The files that problems stand in.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// A path below the root, as messages show it.
    #[must_use]
    pub fn name_of(&self, path: &Path) -> String {
        self.preparation.folders().name_below(path)
    }

    /// The tag of the language of the newest site, and how many sheets and pages it has.
    #[must_use]
    pub fn figures(&self) -> Option<(&str, usize, usize)> {
        let standing = self.standing.as_ref()?;
        let catalogue = standing.catalogue();
        Some((catalogue.language.tag(), catalogue.initiatives.len(), standing.page_count()))
    }

    /// What browsers are shown from now on.
    #[must_use]
    pub fn shown(&self, wording: &Wording) -> Shown {
        let (told, alone) = told::told(&self.problems, &self.files, wording);
        Shown {
            version: self.version(),
            standing: self.standing.clone(),
            before: self.before.clone(),
            told,
            alone: alone.into(),
        }
    }
}
