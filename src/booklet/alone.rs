//! A sheet set alone, on pages that hold its text and nothing else. So it is set as often as it must be until it fits,
//! however many others there are, and what the engine remembers of it can be forgotten once it is done.

use std::num::NonZeroUsize;

use serde_json::{Value, json};
use typst::diag::SourceResult;
use typst::ecow::eco_format;
use typst::introspection::Tag;
use typst::layout::{Frame, FrameItem};
use typst::model::{Destination, LinkMarker};
use typst_layout::PagedDocument;

use super::desk::{Desk, With};
use super::fit::{Fit, Plan, Taken};
use super::places::Places;
use super::settle::settle;
use super::wanted::Paper;

/// The template of a sheet alone.
const ALONE: &str = "/alone.typ";

/// How often a sheet is set at most: one that is tried on a page and then on two, at each size of text, with the code on
/// either side, takes as many trials.
const MAX_TRIALS: usize = 8;

/// A sheet, set.
pub(super) struct Alone<'b> {
    sheet: &'b Value,
    plan: Plan,
    /// Its pages, each as large as the text of a page of the book.
    pages: PagedDocument,
    /// What it took of them; nothing, if the template leaves no marks.
    taken: Option<Taken>,
    /// Whether its texts lead to other places of the book.
    is_leading: bool,
}

impl<'b> Alone<'b> {
    /// What all sheets are set with: the template, and numbers that stand for the pages that they lead to.
    pub(super) fn desk<'d>(desk: &'d Desk, places: &Places) -> With<'d> {
        With::new(desk, ALONE).file("/places.json", places.numbered().to_json())
    }

    /// Sets a sheet until it stands as well as it can.
    pub(super) fn new(desk: &With<'_>, sheet: &'b Value, paper: Paper) -> SourceResult<Self> {
        let mut plan = Plan::new(sheet, paper);
        let mut trial = 1;
        loop {
            let given = json!({"sheet": sheet, "plan": plan}).to_string();
            let world = desk.clone().file("/sheet.json", given.into_bytes());
            let pages = settle(id_of(sheet), |_| world.clone())?;
            let taken = Taken::of(&pages);
            let next = taken.as_ref().map_or(plan, |taken| plan.next(taken));
            if next == plan || trial == MAX_TRIALS {
                let is_leading = !Places::named_by([sheet]).is_empty();
                return Ok(Self { sheet, plan, pages, taken, is_leading });
            }
            plan = next;
            trial += 1;
        }
    }

    /// One of its pages as it stands in a book, where links lead to the pages that `page` tells by their numbers.
    pub(super) fn page(&self, rank: usize, page: &impl Fn(usize) -> Option<NonZeroUsize>) -> Option<Frame> {
        let mut frame = self.pages.pages().get(rank)?.frame.clone();
        // Most sheets lead to none, and need no copy.
        if self.is_leading {
            lead(&mut frame, page);
        }
        Some(frame)
    }

    /// Its id.
    pub(super) fn id(&self) -> &'b str {
        id_of(self.sheet)
    }

    /// What the template of the book is told of it: what its pages are, and how many each of its parts takes.
    pub(super) fn told(&self) -> Value {
        let pages = self.pages.pages().len();
        let parts = self.taken.as_ref().map_or(vec![pages], |taken| self.plan.parts(taken, pages));
        json!({"kind": self.plan.kind(), "pages": parts})
    }

    /// How it fits its pages; nothing, if the template leaves no marks.
    pub(super) fn fit(&self) -> Option<Fit> {
        Some(self.taken.as_ref()?.fit(self.id(), self.pages.pages().len()))
    }
}

/// Turns links to numbers that stand for pages into links to these, with what they tell a reader who does not see them.
fn lead(frame: &mut Frame, page: &impl Fn(usize) -> Option<NonZeroUsize>) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => lead(&mut group.frame, page),
            FrameItem::Link(Destination::Position(to), _) => to.page = page(to.page.get()).unwrap_or(to.page),
            FrameItem::Tag(Tag::Start(content, _)) => {
                if let Some(link) = content.to_packed_mut::<LinkMarker>() {
                    let said = link.alt.as_ref().and_then(|alt| alt.rsplit_once(' '));
                    let told = said.and_then(|(word, number)| Some((word, page(number.parse().ok()?)?)));
                    let told = told.map(|(word, page)| eco_format!("{word} {page}"));
                    link.alt = told.or(link.alt.take());
                }
            }
            _ => {}
        }
        true
    });
}

fn id_of(sheet: &Value) -> &str {
    sheet["id"].as_str().unwrap_or_default()
}
