//! From sheets to a book: each is set alone, the book is set with an empty slot for each of their pages, and the pages are
//! laid into the slots.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use typst::diag::SourceResult;
use typst::introspection::{Introspector as _, Location, MetadataElem, Tag};
use typst::layout::{Frame, FrameItem, GroupItem};
use typst::model::Document as _;
use typst_layout::{Page, PagedDocument};

use super::alone::Alone;
use super::desk::{Desk, With};
use super::fit::Fit;
use super::places::Places;
use super::settle::settle;
use super::typeset::labelled;
use super::wanted::Paper;

/// The template of the book.
pub(super) const BOOK: &str = "/book.typ";

/// How many sheets are set before what the engine remembers of those before them, and did not need again, is forgotten.
const BATCH: usize = 16;

/// A book, with how its sheets fit.
pub(super) struct Bound {
    pub(super) document: PagedDocument,
    pub(super) fits: Vec<Fit>,
}

/// A page of a sheet in the book, as the template names it.
#[derive(Debug, Deserialize)]
struct Slot {
    sheet: String,
    /// Which of the sheet's pages, from 0.
    page: usize,
}

/// Typesets a book of these sheets. How many are set is told as they are.
pub(super) fn bind(
    desk: &Desk,
    data: &Value,
    sheets: &[Value],
    paper: Paper,
    tell: &(dyn Fn(usize) + Sync),
) -> SourceResult<Bound> {
    let places = Places::named_by(std::iter::once(data).chain(sheets)).and_of(sheets);
    let alone = Alone::desk(desk, &places);
    let count = AtomicUsize::new(0);
    // Cores take one sheet after the other: were they given several at a time, one would wait for the other's last.
    let set = sheets.par_iter().with_max_len(1).map(|sheet| {
        let alone = Alone::new(&alone, sheet, paper);
        let count = count.fetch_add(1, Ordering::Relaxed) + 1;
        if count.is_multiple_of(BATCH) {
            comemo::evict(1);
            tell(count);
        }
        alone
    });
    // One after the other: of several mistakes, the first is told, whichever was met first.
    let set = set.collect::<Vec<_>>().into_iter().collect::<SourceResult<Vec<_>>>()?;
    tell(set.len());
    let book = book(desk, &places, &set)?;
    let fits = set.iter().filter_map(Alone::fit).collect();
    Ok(Bound { document: lay(&book, &places, &set), fits })
}

/// The book, with empty slots for the pages of these sheets.
fn book(desk: &Desk, places: &Places, set: &[Alone<'_>]) -> SourceResult<PagedDocument> {
    let plans: Map<String, Value> = set.iter().map(|alone| (alone.id().to_owned(), alone.told())).collect();
    let with_plans = With::new(desk, BOOK).file("/plans.json", json!(plans).to_string().into_bytes());
    settle("", |last| {
        let places = last.map_or_else(|| places.clone(), |last| places.within(last));
        with_plans.clone().file("/places.json", places.to_json())
    })
}

/// Lays the pages of sheets into the slots of a book.
fn lay(book: &PagedDocument, places: &Places, set: &[Alone<'_>]) -> PagedDocument {
    let place = places.told_by(book);
    let set: HashMap<&str, &Alone<'_>> = set.iter().map(|alone| (alone.id(), alone)).collect();
    let mut pages: Vec<Page> = book.pages().to_vec();
    for found in labelled(book, "slot") {
        let slot = found.to_packed::<MetadataElem>().and_then(|it| serde_json::to_value(&it.value).ok());
        let slot = slot.and_then(|slot| serde_json::from_value::<Slot>(slot).ok());
        let Some((slot, location)) = slot.zip(found.location()) else { continue };
        let text = set.get(&*slot.sheet).and_then(|alone| alone.page(slot.page, &place));
        let page = book.introspector().page(location).and_then(|page| pages.get_mut(page.get() - 1));
        if let Some((text, page)) = text.zip(page) {
            put(&mut page.frame, location, &text);
        }
    }
    PagedDocument::new(pages.into(), book.info().clone())
}

/// Puts a page where a frame says that a slot is, so that it is read, and painted, at that place. Whether it is there.
fn put(frame: &mut Frame, slot: Location, text: &Frame) -> bool {
    let is_slot =
        |item: &FrameItem| matches!(item, FrameItem::Tag(tag @ Tag::Start(..)) if tag.location() == slot);
    let found = frame.items().enumerate().find(|(_, (_, item))| is_slot(item));
    if let Some((layer, place)) = found.map(|(layer, (place, _))| (layer, *place)) {
        frame.insert(layer, place, FrameItem::Group(GroupItem::new(text.clone())));
        return true;
    }
    let mut is_put = false;
    frame.retain(|item| {
        if let FrameItem::Group(group) = item {
            is_put = is_put || put(&mut group.frame, slot, text);
        }
        true
    });
    is_put
}
