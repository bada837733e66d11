//! From data to pages.

use std::collections::{BTreeMap, BTreeSet};

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

use super::desk::Desk;
use super::fit::{Fit, Plans, Seen};
use super::pictures::{MakePictures, pictures};
use super::wanted::{Wanted, Work};
use super::{glyphs, qr};

/// How often a book is set before its sheets must stand as they do.
const MAX_ROUNDS: usize = 4;

/// How often sheets in doubt are tried before a round: one that is tried on a page and then on two, at each size of text, with
/// the code on either side, takes as many trials.
const MAX_TRIALS: usize = 8;

/// The template of the whole book, and that of sheets in doubt alone.
const BOOK: &str = "/book.typ";
const TRIAL: &str = "/trial.typ";

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

/// Typesets what is wanted. A book may be typeset several times, until its sheets fit: each is told as it begins, from 1.
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
    begins: &dyn Fn(usize),
) -> Result<Booklet, Vec<Problem>> {
    // Where one is typeset after another, what the last one did not need is not remembered for this one.
    comemo::evict(1);
    let trouble = Trouble::of(site);
    let (main, id) = match wanted.work {
        Work::Book => (BOOK, None),
        Work::StandSigns => ("/stand-signs.typ", None),
        Work::Proof(id) => ("/proof.typ", Some(id)),
    };
    let pictures = pictures(plan, make)?;
    let Book { mut data, addresses } = book(site, wanted.forum, wanted.selection);
    let look = wanted.look;
    data["look"] = json!({"paper": look.paper.name(), "marks": look.marks, "draft": look.draft, "proof": id});
    let mut given: BTreeMap<String, Vec<u8>> =
        pictures.into_iter().map(|(path, bytes)| (format!("/{path}"), bytes)).collect();
    given.extend(site.theme.booklet.iter().map(|(path, (_, bytes))| (format!("/{path}"), bytes.clone())));
    let ids: Vec<String> = addresses.iter().map(|(id, _)| id.clone()).collect();
    let mut codes = serde_json::Map::new();
    for (id, address) in addresses {
        if let Some((address, code)) =
            address.and_then(|address| qr::code(&address).map(|code| (address, code)))
        {
            given.insert(format!("/codes/{id}.svg"), code.into_bytes());
            codes.insert(id, address.into());
        }
    }
    data["codes"] = Value::Object(codes);
    given.insert("/data.json".to_owned(), data.to_string().into_bytes());
    let mut desk = Desk::new(main, given).ok_or_else(Vec::new)?;
    glyphs::check(site, &desk, &data, files)?;
    let (document, fits) = if wanted.work == Work::Book {
        let plans = Plans::new(&data, look.paper);
        let doubtful = plans.doubtful(&data);
        let (book, seen) = compile_book(&mut desk, plans, doubtful, &trouble, begins)?;
        (book, seen.fits(&ids))
    } else {
        (trouble.explain(&desk, typst::compile(&desk).output)?, Vec::new())
    };
    let pdf = trouble.explain(&desk, pages_of(&document, true))?;
    Ok(Booklet { pdf, pages: document.pages().len(), fits })
}

/// Typesets a book until its sheets stand as well as they can. Those in doubt are tried alone before, for the whole takes
/// long.
fn compile_book(
    desk: &mut Desk,
    mut plans: Plans,
    mut doubtful: BTreeSet<String>,
    trouble: &Trouble,
    begins: &dyn Fn(usize),
) -> Result<(PagedDocument, Seen), Vec<Problem>> {
    let mut round = 1;
    loop {
        begins(round);
        for _ in 0..MAX_TRIALS {
            if doubtful.is_empty() {
                break;
            }
            let trial = compile(desk, TRIAL, &plans.only(&doubtful), trouble)?;
            doubtful = plans.improve(&Seen::of(&trial));
        }
        let book = compile(desk, BOOK, &plans, trouble)?;
        let seen = Seen::of(&book);
        doubtful = plans.improve(&seen);
        if doubtful.is_empty() || round == MAX_ROUNDS {
            return Ok((book, seen));
        }
        // What this round did not need is not remembered for the next.
        comemo::evict(1);
        round += 1;
    }
}

/// Typesets a template with these plans.
fn compile(
    desk: &mut Desk,
    template: &str,
    plans: &Plans,
    trouble: &Trouble,
) -> Result<PagedDocument, Vec<Problem>> {
    desk.set_main(template);
    desk.put("/plans.json", plans.to_json());
    trouble.explain(desk, typst::compile(desk).output)
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
