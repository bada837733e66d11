//! From data to pages.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde_json::{Value, json};
use typst::WorldExt as _;
use typst::diag::{SourceDiagnostic, SourceResult};
use typst::foundations::{Content, Label, Selector, Smart};
use typst::introspection::Introspector as _;
use typst::model::Document as _;
use typst::syntax::FileId as TypstFile;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, pdf};

use crate::problems::{Code, FileId, Files, Place, Problem};
use crate::site::{Book, Plan, Site, book};

use super::bind::{BOOK, Bound, bind};
use super::desk::{Desk, With};
use super::fit::Fit;
use super::pictures::{MakePictures, pictures};
use super::places::Places;
use super::settle::settle;
use super::wanted::{Wanted, Work};
use super::{glyphs, qr};

/// A booklet, typeset.
#[derive(Debug)]
pub struct Booklet {
    /// The file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// How each sheet fits, in the order of the booklet.
    pub fits: Vec<Fit>,
}

/// Typesets what is wanted. How many sheets of a book are set is told now and then.
///
/// # Errors
///
/// Mistakes in the site theme's templates, characters that none of its fonts has, pictures that cannot be read.
pub fn typeset(
    site: &Site<'_>,
    plan: &Plan<'_>,
    wanted: &Wanted<'_>,
    make: &MakePictures<'_>,
    files: &Files,
    tell: &(dyn Fn(usize) + Sync),
) -> Result<Booklet, Vec<Problem>> {
    // Where one is typeset after another, what the last one did not need is not remembered for this one.
    comemo::evict(1);
    let trouble = Trouble::of(site);
    let pictures = pictures(plan, make)?;
    let Book { mut data, mut sheets } = book(site, wanted.forum, wanted.selection);
    sheets.par_iter_mut().for_each(|sheet| {
        sheet["code"] = json!(sheet["address"].as_str().and_then(qr::code));
    });
    let look = wanted.look;
    data["look"] = json!({"paper": look.paper.name(), "marks": look.marks, "draft": look.draft});
    let mut given: BTreeMap<String, Vec<u8>> =
        pictures.into_iter().map(|(path, bytes)| (format!("/{path}"), bytes)).collect();
    given.extend(site.theme.booklet.iter().map(|(path, (_, bytes))| (format!("/{path}"), bytes.clone())));
    given.insert("/data.json".to_owned(), data.to_string().into_bytes());
    let desk = Desk::new(BOOK, given).ok_or_else(Vec::new)?;
    glyphs::check(site, &desk, &data, &sheets, files)?;
    let bound = match wanted.work {
        Work::Book => bind(&desk, &data, &sheets, look.paper, tell),
        Work::StandSigns => set("/stand-signs.typ", &desk, "/sheets.json", &json!(sheets)),
        Work::Proof(id) => {
            let sheet = sheets.into_iter().find(|sheet| sheet["id"] == id);
            set("/proof.typ", &desk, "/sheet.json", &json!({"sheet": sheet}))
        }
    };
    let Bound { document, fits } = trouble.explain(&desk, bound)?;
    let pdf = trouble.explain(&desk, pages_of(&document, true))?;
    let pages = document.pages().len();
    // To free a thousand pages takes a while: nothing need wait for it.
    rayon::spawn(|| drop(document));
    Ok(Booklet { pdf, pages, fits })
}

/// Typesets a template that shows a file, beside what all are shown.
fn set(template: &str, desk: &Desk, path: &str, value: &Value) -> SourceResult<Bound> {
    let world = With::new(desk, template)
        .file(path, value.to_string().into_bytes())
        .file("/places.json", Places::named_by([value]).to_json());
    Ok(Bound { document: settle("", |_| world.clone())?, fits: Vec::new() })
}

/// What the templates labelled with a name.
pub(super) fn labelled(document: &PagedDocument, name: &str) -> Vec<Content> {
    let label = Label::new(PicoStr::intern(name));
    let query = |label| document.introspector().query(&Selector::Label(label));
    label.map(query).into_iter().flatten().collect()
}

/// The document as a file: accessible and fit for archives (PDF/UA-1 and PDF/A-2a), or, where it is only
/// for printing, neither.
pub(super) fn pages_of(document: &PagedDocument, is_accessible: bool) -> SourceResult<Vec<u8>> {
    let standards: &[PdfStandard] = match (is_accessible, document.info().date) {
        (false, _) => &[],
        // An archive asks for a date, and a catalogue may have none.
        (true, Smart::Custom(Some(_))) => &[PdfStandard::Ua_1, PdfStandard::A_2a],
        (true, _) => &[PdfStandard::Ua_1],
    };
    let options = PdfOptions {
        creator: Smart::Custom(Some("Florilège".to_owned())),
        standards: PdfStandards::new(standards).unwrap_or_default(),
        tagged: is_accessible,
        ..PdfOptions::default()
    };
    pdf(document, &options)
}

/// Explains what the typesetter says, in our words and places.
#[derive(Default)]
pub(super) struct Trouble {
    /// The site theme's templates, by their paths.
    templates: BTreeMap<String, FileId>,
}

impl Trouble {
    fn of(site: &Site<'_>) -> Self {
        let files = site.theme.booklet.iter();
        Self { templates: files.map(|(path, (file, _))| (format!("/{path}"), *file)).collect() }
    }

    /// The result, or what is wrong as problems.
    pub(super) fn explain<T>(&self, desk: &Desk, result: SourceResult<T>) -> Result<T, Vec<Problem>> {
        result.map_err(|found| found.iter().map(|found| self.problem(desk, found)).collect())
    }

    fn problem(&self, desk: &Desk, found: &SourceDiagnostic) -> Problem {
        let hints = found.hints.iter().map(|hint| hint.v.as_str());
        let detail = std::iter::once(found.message.as_str()).chain(hints).collect::<Vec<_>>().join("; ");
        let ours = |file: TypstFile| self.templates.get(file.vpath().get_with_slash());
        let place = found.span.id().and_then(ours).zip(desk.range(found.span));
        let place = place.map(|(file, range)| Place::new(*file, range));
        Problem::at(Code::BadTemplate, place).with("detail", detail)
    }
}
