//! What browsers are shown at one time: a site, and what is wrong with its catalogue.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Bytes;

use crate::problems::Problem;

use super::door::{media_type, path_of};
use super::standing::Standing;

/// Where what only the preview has stands. No page of a site begins with a dot.
pub(super) const OWN: &str = "/.florilege/";

/// The page that a site shows where it has none.
const NOT_FOUND: &str = "404.html";

/// Mistakes that show when a page is made, and the state of the catalogue that has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blame {
    pub(super) version: u64,
    pub(super) problems: Vec<Problem>,
}

/// What browsers are shown until the next change.
pub struct Shown {
    /// Which state of the catalogue this is.
    pub(super) version: u64,
    /// The newest site without an error.
    pub(super) standing: Option<Arc<Standing>>,
    /// The one before it, for the pages that a mistake in a template spoils.
    pub(super) before: Option<Arc<Standing>>,
    /// What is wrong, as HTML; none if nothing is.
    pub(super) told: Option<String>,
    /// A page that shows this alone, for when there is no other.
    pub(super) alone: Bytes,
}

/// A page or another file, and how it is answered.
pub struct Page {
    /// The status of HTTP.
    pub status: u16,
    /// The path below the root of the file that it is.
    pub path: String,
    /// What it holds.
    pub bytes: Bytes,
    /// What tells it from what it was, if it is a page.
    pub state: Option<String>,
    /// Whether it shows the problems by itself.
    pub is_alone: bool,
    /// A mistake that showed while it was made. What it holds is what it was before.
    pub blame: Option<Blame>,
}

/// An answer to an address.
pub enum Answer {
    /// A file.
    Page(Page),
    /// Another address.
    Elsewhere(String),
}

impl Shown {
    /// What stands at an address, which begins with `/`.
    #[must_use]
    pub fn answer(&self, address: &str) -> Answer {
        let path = path_of(address);
        let Some(standing) = &self.standing else { return Answer::Page(self.alone(None)) };
        let found = path.as_deref().and_then(|path| self.find(standing, 200, path));
        if let Some(page) = found {
            return Answer::Page(page);
        }
        let folder = path.map(|path| format!("{path}/index.html"));
        if folder.is_some_and(|folder| standing.has(&folder)) {
            return Answer::Elsewhere(format!("{address}/"));
        }
        Answer::Page(self.find(standing, 404, NOT_FOUND).unwrap_or_else(|| self.alone(None)))
    }

    /// A file of the site; as it was before, if it can no longer be made.
    fn find(&self, standing: &Standing, status: u16, path: &str) -> Option<Page> {
        let (bytes, blame) = match standing.file(path)? {
            Ok(bytes) => (bytes, None),
            Err(problems) => {
                let blame = Some(Blame { version: self.version, problems });
                // Problems are shown over a page as it was; a PDF would hide them.
                let before = self.before.as_ref().filter(|_| !is_pdf(path));
                match before.and_then(|before| before.file(path)?.ok()) {
                    Some(bytes) => (bytes, blame),
                    None => return Some(self.alone(blame)),
                }
            }
        };
        let is_page = media_type(path).starts_with("text/html");
        let bytes = match standing.base_url().filter(|_| path == NOT_FOUND) {
            Some(base_url) => at_home(&bytes, base_url),
            None => bytes,
        };
        let state = is_page.then(|| blake3::hash(&bytes).to_hex()[..16].to_owned());
        let bytes = state.as_deref().map_or_else(|| bytes.clone(), |state| live(&bytes, state));
        Some(Page { status, path: path.to_owned(), bytes, state, is_alone: false, blame })
    }

    /// The problems, as a page.
    fn alone(&self, blame: Option<Blame>) -> Page {
        let state = blake3::hash(&self.alone).to_hex()[..16].to_owned();
        let bytes = live(&self.alone, &state);
        Page { status: 503, path: NOT_FOUND.to_owned(), bytes, state: Some(state), is_alone: true, blame }
    }

    /// Every file of the site, as a build would write it, or the mistake that hinders it.
    #[must_use]
    pub fn files(&self) -> BTreeMap<String, Result<Bytes, Vec<Problem>>> {
        let standing = self.standing.iter();
        let files = standing.flat_map(|standing| {
            standing.paths().into_iter().filter_map(|path| Some((path.clone(), standing.file(&path)?)))
        });
        files.collect()
    }
}

fn is_pdf(path: &str) -> bool {
    media_type(path) == "application/pdf"
}

/// The page for what is not there leads to the published site. Here, it leads to the preview.
fn at_home(page: &[u8], base_url: &str) -> Bytes {
    let text = String::from_utf8_lossy(page);
    text.replace(&format!("{}/", base_url.trim_end_matches('/')), "/").into_bytes().into()
}

/// A page with the script that keeps it up to date.
fn live(page: &[u8], state: &str) -> Bytes {
    let script = format!("<script src=\"{OWN}live.js\" data-state=\"{state}\" defer></script>");
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|part| part == end).unwrap_or(page.len());
    [&page[..at], script.as_bytes(), &page[at..]].concat().into()
}
