//! A site that stands in memory: planned, and made file by file when somebody asks.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::Bytes;
use self_cell::self_cell;

use crate::catalogue::Catalogue;
use crate::problems::{Files, Problem};
use crate::site::{Content, PictureFile, PictureJob, Plan, Site, render, search_jobs};
use crate::site_theme::SiteTheme;
use crate::source::Folders;

use super::cache::Cache;

/// How many bytes of pages are kept until the next change: those that a browser asks for again.
const PAGES: usize = 64 * 1024 * 1024;

/// What a site is made from.
struct Ground {
    catalogue: Catalogue,
    site_theme: Arc<SiteTheme>,
}

self_cell!(
    struct Built {
        owner: Ground,
        #[covariant]
        dependent: Site,
    }
);

self_cell!(
    struct Planned {
        owner: Built,
        #[covariant]
        dependent: Plan,
    }
);

/// A site without an error, as far as is known before its pages are made.
pub(super) struct Standing {
    planned: Planned,
    pages: Cache,
    /// The files of the catalogue, for problems that only show in print.
    #[cfg(feature = "booklet")]
    files: Files,
    /// Pictures that were made: they outlive the site, for their names say what they hold.
    pictures: Arc<Cache>,
}

impl Standing {
    /// Plans the site of a catalogue.
    pub(super) fn new(
        catalogue: Catalogue,
        site_theme: Arc<SiteTheme>,
        folders: &Folders,
        files: &Files,
        pictures: Arc<Cache>,
    ) -> Result<Self, Vec<Problem>> {
        let media = folders.media();
        let built = Built::new(Ground { catalogue, site_theme }, |Ground { catalogue, site_theme }| {
            Site::new(catalogue, site_theme, catalogue.base_url(), media)
        });
        let planned = Planned::try_new(built, |built| Plan::new(built.borrow_dependent(), files))?;
        Ok(Self {
            planned,
            pages: Cache::new(PAGES),
            #[cfg(feature = "booklet")]
            files: files.clone(),
            pictures,
        })
    }

    fn site(&self) -> &Site<'_> {
        self.planned.borrow_owner().borrow_dependent()
    }

    fn plan(&self) -> &Plan<'_> {
        self.planned.borrow_dependent()
    }

    /// The catalogue.
    pub(super) fn catalogue(&self) -> &Catalogue {
        &self.planned.borrow_owner().borrow_owner().catalogue
    }

    /// Whether another was made with the same site theme.
    pub(super) fn looks_as(&self, other: &Self) -> bool {
        let site_theme = |standing: &Self| standing.planned.borrow_owner().borrow_owner().site_theme.clone();
        Arc::ptr_eq(&site_theme(self), &site_theme(other))
    }

    /// Where the site will be published, if that is known.
    pub(super) fn base_url(&self) -> Option<&str> {
        self.site().base_url.as_deref()
    }

    /// How many of its files are pages for readers.
    pub(super) fn page_count(&self) -> usize {
        self.plan().pages
    }

    /// A file of the site, by its path below the root, or a booklet; none if there is no such file.
    pub(super) fn file(&self, path: &str) -> Option<Result<Bytes, Vec<Problem>>> {
        let file = self.page(path).or_else(|| self.search(path)).or_else(|| self.picture(path));
        file.map(|file| file.map_err(|problem| vec![problem])).or_else(|| self.booklet(path))
    }

    /// Whether the plan names a file.
    pub(super) fn has(&self, path: &str) -> bool {
        self.plan().jobs.iter().any(|job| job.path == path)
    }

    /// What the plan names.
    fn page(&self, path: &str) -> Option<Result<Bytes, Problem>> {
        let job = self.plan().jobs.iter().find(|job| job.path == path)?;
        Some(self.pages.get(path, || render(self.site(), job)))
    }

    /// What the search reads. Large catalogues take a moment for it, once after each change.
    fn search(&self, path: &str) -> Option<Result<Bytes, Problem>> {
        let is_search = path.starts_with("assets/search/");
        let job = is_search.then(|| search_jobs(self.site()))?.into_iter().find(|job| job.path == path)?;
        Some(render(self.site(), &job).map(Bytes::from))
    }

    /// A file that is made from a picture.
    fn picture(&self, path: &str) -> Option<Result<Bytes, Problem>> {
        let files = self.plan().pictures.iter().flat_map(|job| job.files.iter().map(move |file| (job, file)));
        let (job, file) = files.into_iter().find(|(_, file)| file.path == path)?;
        Some(self.made(job, file))
    }

    fn made(&self, job: &PictureJob<'_>, file: &PictureFile) -> Result<Bytes, Problem> {
        self.pictures.get(&file.path, || Ok(job.make(&[file])?.pop().unwrap_or_default()))
    }

    /// A booklet, typeset on demand: `booklet/FORUM-a5.pdf`, as the command would write it.
    #[cfg(feature = "booklet")]
    fn booklet(&self, path: &str) -> Option<Result<Bytes, Vec<Problem>>> {
        use crate::booklet::{Look, Paper, Wanted, Work, typeset};

        let name = path.strip_prefix("booklet/")?.strip_suffix(".pdf")?;
        let catalogue = self.catalogue();
        let forums = catalogue.shown_forums().map(|(forum, selection)| (Some(forum), selection));
        let all = std::iter::once((None, &catalogue.whole)).chain(forums).flat_map(|(forum, selection)| {
            let look = |paper| Look { paper, marks: false, draft: false };
            Paper::ALL.map(|paper| Wanted { forum, selection, work: Work::Book, look: look(paper) })
        });
        let wanted = all.into_iter().find(|wanted| wanted.name() == name)?;
        let make = |job: &PictureJob<'_>, files: &[&PictureFile]| {
            files.iter().map(|file| self.made(job, file).map(Vec::from)).collect()
        };
        let typeset = || typeset(self.site(), self.plan(), &wanted, &make, &self.files, &|_| ());
        Some(self.pages.get(path, || Ok(typeset()?.pdf)))
    }

    /// This program cannot typeset.
    #[cfg(not(feature = "booklet"))]
    #[expect(clippy::unused_self, reason = "as where it can")]
    fn booklet(&self, _: &str) -> Option<Result<Bytes, Vec<Problem>>> {
        None
    }

    /// The paths of all files, in no particular order.
    pub(super) fn paths(&self) -> Vec<String> {
        let search = search_jobs(self.site()).into_iter().map(|job| job.path);
        let jobs = self.plan().jobs.iter().map(|job| job.path.clone());
        let pictures = self.plan().pictures.iter().flat_map(|job| &job.files).map(|file| file.path.clone());
        jobs.chain(search).chain(pictures).collect()
    }

    /// A page of each kind, by their templates: what is wrong with one shows without asking for all.
    pub(super) fn samples(&self) -> Vec<String> {
        let mut templates = BTreeSet::new();
        let jobs = self.plan().jobs.iter().filter(|job| match &job.content {
            Content::Page(template, _) => templates.insert(*template),
            Content::Bytes(_) => false,
        });
        jobs.map(|job| job.path.clone()).collect()
    }
}
