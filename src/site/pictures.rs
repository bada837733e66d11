//! Pictures on pages: which files are made of them, and how pages let browsers choose.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

use crate::catalogue::{Catalogue, Picture, PictureUse};
use crate::fingerprint::{Fingerprint, shorten};
use crate::path::below;
use crate::picture::{Fault, Format, RECIPE, Shape, make};
use crate::problems::{Place, Problem};
use crate::text::escape;

use super::Site;
use super::frame::Shown;

/// The widths at which pictures are made. The look's columns are 40 rem at most on a screen, twice
/// as many points on a fine one, and 18 cm on paper; on a telephone they are 20 rem.
const WIDTHS: &[u32] = &[400, 800, 1600];

/// Logos are 9 rem wide: three points to each of theirs.
const LOGO_WIDTHS: &[u32] = &[400];

/// The width for browsers that choose none: old ones, on screens of their time.
const PLAIN_WIDTH: u32 = 800;

/// How wide the look shows a picture within a text: its measure, and on small screens all there is.
const TEXT_SIZES: &str = "(min-width: 60rem) 40rem, 91vw";

/// The same in a booklet: browsers choose before they print, and 12 cm of paper want 800 points.
const BOOKLET_SIZES: &str = "50rem";

/// A picture of the catalogue, and the files that are made of it for the site.
pub struct PictureJob<'s> {
    /// Where the catalogue names it first.
    pub asked_by: Place,
    /// What is made of it.
    pub files: Vec<PictureFile>,
    file: &'s str,
    original: PathBuf,
    picture: &'s Picture,
}

/// A file to be made of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile {
    /// Its path below the output folder, with `/`.
    pub path: String,
    /// What it depends on, in short: the original's bytes, its shape, and what makes it.
    pub fingerprint: Fingerprint,
    shape: Shape,
}

/// The pictures of a site, each once, however many files hold it and however many pages show it.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<PictureJob<'s>> {
    let mut jobs: BTreeMap<(&str, Fingerprint), (PictureJob<'s>, BTreeSet<Shape>)> = BTreeMap::new();
    for mention in site.catalogue.mentions() {
        let Some(picture) = site.catalogue.picture(mention.file) else { continue };
        let job = || PictureJob {
            asked_by: mention.place,
            files: Vec::new(),
            file: mention.file,
            original: below(&site.media, mention.file),
            picture,
        };
        let key = (picture.stem.as_str(), picture.hash);
        let (_, shapes) = jobs.entry(key).or_insert_with(|| (job(), BTreeSet::new()));
        for format in picture.facts.formats() {
            shapes.extend(shapes_of(picture, mention.usage, *format));
        }
    }
    let whole = |(job, shapes): (PictureJob<'s>, BTreeSet<Shape>)| {
        let (path, fingerprint) = (|shape| path(job.picture, shape), |shape| fingerprint(job.picture, shape));
        let file = |shape| PictureFile { path: path(shape), fingerprint: fingerprint(shape), shape };
        PictureJob { files: shapes.into_iter().map(file).collect(), ..job }
    };
    jobs.into_values().map(whole).collect()
}

impl PictureJob<'_> {
    /// Makes some of the files, in their order.
    ///
    /// # Errors
    ///
    /// The picture can no longer be read, or is damaged where its first bytes did not show it.
    pub fn make(&self, wanted: &[&PictureFile]) -> Result<Vec<Vec<u8>>, Problem> {
        /// A photograph of 100 megapixels takes 300 MB: those wait for each other.
        static HUGE: Mutex<()> = Mutex::new(());
        let facts = &self.picture.facts;
        let _alone = facts.is_huge().then(|| HUGE.lock().unwrap_or_else(PoisonError::into_inner));
        let shapes: Vec<Shape> = wanted.iter().map(|file| file.shape).collect();
        let made = self.read().and_then(|bytes| make(&bytes, facts, &shapes));
        made.map_err(|fault| fault.problem(self.file, Some(self.asked_by)))
    }

    /// The original, which must be the one that was planned for.
    fn read(&self) -> Result<Vec<u8>, Fault> {
        let bytes = fs::read(&self.original).map_err(|error| Fault::Unreadable(error.to_string()))?;
        let is_same = shorten(&blake3::hash(&bytes)) == self.picture.hash;
        if is_same { Ok(bytes) } else { Err(Fault::Unreadable("it changed during the build".to_owned())) }
    }
}

/// The files of one format that a picture gets.
fn shapes_of(picture: &Picture, usage: PictureUse, format: Format) -> Vec<Shape> {
    let used = match usage {
        PictureUse::Picture => WIDTHS,
        PictureUse::Logo => LOGO_WIDTHS,
    };
    let widths = picture.facts.widths(used);
    widths.into_iter().map(|width| Shape { width, height: picture.facts.height_at(width), format }).collect()
}

/// Where a file of a picture stands. Its name changes with the original, so that hosts may let
/// browsers keep it for ever.
fn path(picture: &Picture, shape: Shape) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&picture.hash);
    hasher.update(RECIPE.as_bytes());
    let hash = hasher.finalize().to_hex();
    let (stem, hash, extension) = (&picture.stem, &hash[..8], shape.format.extension());
    match shape.format {
        Format::Svg => format!("media/{stem}-{hash}.{extension}"),
        _ => format!("media/{stem}-{hash}-{}.{extension}", shape.width),
    }
}

fn fingerprint(picture: &Picture, shape: Shape) -> Fingerprint {
    let mut hasher = blake3::Hasher::new();
    hasher.update(crate::PICTURE_MAKERS.as_bytes());
    hasher.update(&picture.hash);
    hasher.update(&shape.width.to_le_bytes());
    hasher.update(&shape.height.to_le_bytes());
    hasher.update(shape.format.extension().as_bytes());
    shorten(&hasher.finalize())
}

/// The files of a picture, for templates. Paths stand below the root.
#[derive(Serialize)]
pub(super) struct FilesView {
    /// The file for browsers that choose none.
    path: String,
    width: u32,
    height: u32,
    /// What may be shown in its place, by width; empty for drawings, which fit all.
    files: Vec<FileView>,
    /// The same in formats that not all browsers know.
    sources: Vec<SourceView>,
}

#[derive(Serialize)]
struct SourceView {
    media_type: &'static str,
    files: Vec<FileView>,
}

#[derive(Serialize)]
struct FileView {
    path: String,
    width: u32,
}

/// The files of a picture; none of one that is not there.
pub(super) fn files(catalogue: &Catalogue, file: &str, usage: PictureUse) -> Option<FilesView> {
    let picture = catalogue.picture(file)?;
    let files = |format: Format| -> Vec<FileView> {
        let shapes = shapes_of(picture, usage, format);
        shapes.into_iter().map(|shape| FileView { path: path(picture, shape), width: shape.width }).collect()
    };
    let (common, others) = picture.facts.formats().split_last()?;
    let shapes = shapes_of(picture, usage, *common);
    let largest = shapes.last()?;
    let sources =
        others.iter().map(|format| SourceView { media_type: format.media_type(), files: files(*format) });
    Some(FilesView {
        path: path(picture, plain(&shapes)?),
        width: largest.width,
        height: largest.height,
        files: if *common == Format::Svg { Vec::new() } else { files(*common) },
        sources: sources.collect(),
    })
}

/// The file of a picture, with its size, for programs that choose none and know no drawings.
pub(super) fn plain_photograph(picture: &Picture) -> Option<(String, u32, u32)> {
    let common = picture.facts.formats().last().filter(|format| **format != Format::Svg)?;
    let shape = plain(&shapes_of(picture, PictureUse::Picture, *common))?;
    Some((path(picture, shape), shape.width, shape.height))
}

/// The file of a picture that is printed: the largest of the format that all programs know.
pub(super) fn printed(catalogue: &Catalogue, file: &str) -> Option<String> {
    let view = files(catalogue, file, PictureUse::Picture)?;
    Some(view.files.last().map_or(view.path, |file| file.path.clone()))
}

/// Of the files of one format, the one for who chooses none; the smallest comes first.
fn plain(shapes: &[Shape]) -> Option<Shape> {
    shapes.iter().rev().find(|shape| shape.width <= PLAIN_WIDTH).or(shapes.first()).copied()
}

/// Writes a picture that stands within a text.
pub(super) fn write(site: &Site<'_>, file: &str, alt: &str, shown: &Shown<'_>, html: &mut String) {
    let Some(view) = files(site.catalogue, file, PictureUse::Picture) else {
        return escape(alt, html);
    };
    let sizes = if shown.volume.is_none() { TEXT_SIZES } else { BOOKLET_SIZES };
    let chosen = |files: &[FileView]| {
        let candidates: Vec<String> =
            files.iter().map(|file| format!("{}{} {}w", shown.root, file.path, file.width)).collect();
        format!("srcset=\"{}\" sizes=\"{sizes}\"", candidates.join(", "))
    };
    for (rank, source) in view.sources.iter().enumerate() {
        html.push_str(if rank == 0 { "<picture>" } else { "" });
        html.push_str(&format!("<source type=\"{}\" {}>", source.media_type, chosen(&source.files)));
    }
    html.push_str(&format!("<img src=\"{}{}\"", shown.root, view.path));
    if !view.files.is_empty() {
        html.push_str(&format!(" {}", chosen(&view.files)));
    }
    html.push_str(&format!(" width=\"{}\" height=\"{}\" alt=\"", view.width, view.height));
    escape(alt, html);
    // What is printed must be there before anybody scrolls to it.
    let lazy = if shown.volume.is_none() { " loading=\"lazy\"" } else { "" };
    html.push_str(&format!("\"{lazy} decoding=\"async\">"));
    if !view.sources.is_empty() {
        html.push_str("</picture>");
    }
}
