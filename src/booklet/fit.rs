//! How a sheet stands on its pages. It is set, looked at, and if it does not fit set otherwise, until nothing changes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use typst::introspection::MetadataElem;
use typst_layout::PagedDocument;

use super::typeset::labelled;
use super::wanted::Paper;

/// From how many characters on a sheet is too long for one page of A5: to try it would take a trial.
const TOO_LONG: usize = 1600;

/// What a sheet's pages are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// Who on a left-hand page, what on a right-hand one.
    Spread,
    /// Both below each other, on one page: for short sheets.
    Single,
    /// Both side by side on a wide page.
    Wide,
}

/// The side of a spread that bears the code to the sheet's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Side {
    Left,
    Right,
}

/// How a sheet is set. The templates know it by these names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Plan {
    kind: Kind,
    /// Which of the sizes of text of `look.typ`, from the largest.
    size: usize,
    code: Side,
}

/// A mark that the templates leave where a part of a sheet begins and ends.
#[derive(Debug, Deserialize)]
struct Mark {
    part: Part,
    at: At,
    /// How much text a page holds, what a line takes, and what the code takes, in points.
    room: f64,
    line: f64,
    code: f64,
    /// How many sizes of text there are.
    sizes: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Part {
    Who,
    What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
enum At {
    Start,
    End,
}

/// What a part took.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Extent {
    /// How many pages, and how much of the last, in points.
    pages: usize,
    rest: f64,
}

/// What a sheet took.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Taken {
    who: Option<Extent>,
    what: Extent,
    /// How much a page holds, what the code takes, and what a line takes, in points.
    room: f64,
    code: f64,
    line: f64,
    sizes: usize,
}

/// How a sheet fits its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// Its id.
    pub id: String,
    /// How many pages it takes.
    pub pages: usize,
    /// How many lines spill onto its last page; 0 if it has the pages that it should have.
    pub over: usize,
    /// The part that spills: `who` or `what`.
    pub part: String,
}

impl Plan {
    /// What is tried first: the largest text; one page for what is short.
    pub(super) fn new(sheet: &Value, paper: Paper) -> Self {
        let kind = match paper {
            Paper::A4 => Kind::Wide,
            Paper::A5 if length(sheet) < TOO_LONG => Kind::Single,
            Paper::A5 => Kind::Spread,
        };
        Self { kind, size: 0, code: Side::Left }
    }

    /// How to set it next, seen what it took; as it is, if that is as well as it can stand.
    pub(super) fn next(self, seen: &Taken) -> Self {
        if seen.who.is_none_or(|who| who.pages == 1) && seen.what.pages == 1 {
            return self;
        }
        if let Some(code) = self.better_side(seen) {
            return Self { code, ..self };
        }
        if self.size + 1 < seen.sizes {
            return Self { size: self.size + 1, ..self };
        }
        match self.kind {
            Kind::Single => Self { kind: Kind::Spread, size: 0, ..self },
            Kind::Spread | Kind::Wide => self,
        }
    }

    /// The other side, where the code alone is too much for its own, and the other has room, or spills anyway.
    fn better_side(self, seen: &Taken) -> Option<Side> {
        let who = seen.who.filter(|_| self.kind == Kind::Spread)?;
        let (own, other, side) = match self.code {
            Side::Left => (who, seen.what, Side::Right),
            Side::Right => (seen.what, who, Side::Left),
        };
        let has_room = other.pages == 1 && other.rest + seen.code <= seen.room;
        let spills_anyway = other.pages > 1 && self.code == Side::Left && self.size + 1 == seen.sizes;
        // A last page that holds no more than the code holds nothing else: text comes before it.
        (own.pages == 2 && own.rest <= seen.code && (has_room || spills_anyway)).then_some(side)
    }

    /// What its pages are, as templates call it.
    pub(super) fn kind(self) -> impl Serialize {
        self.kind
    }

    /// How many pages its parts take: that which says who, then that which says what; or all pages, where both stand on
    /// the same.
    pub(super) fn parts(self, seen: &Taken, pages: usize) -> Vec<usize> {
        match (self.kind, seen.who) {
            (Kind::Spread, Some(who)) => vec![who.pages, pages - who.pages.min(pages)],
            _ => vec![pages],
        }
    }
}

impl Taken {
    /// Looks at the pages of a sheet by the marks in them; none if a template leaves no marks.
    pub(super) fn of(sheet: &PagedDocument) -> Option<Self> {
        let mut marks = BTreeMap::new();
        for found in labelled(sheet, "fit") {
            let position = found.location().and_then(|location| sheet.introspector().position(location))?;
            let value = found.to_packed::<MetadataElem>()?.value.clone();
            let mark: Mark = serde_json::from_value(serde_json::to_value(&value).ok()?).ok()?;
            let place = (position.page.get(), position.point.y.to_pt());
            marks.insert((mark.part, mark.at), (mark, place.0, place.1));
        }
        let extent = |part: Part| {
            let (_, start, _) = marks.get(&(part, At::Start))?;
            let (_, end, y) = marks.get(&(part, At::End))?;
            Some(Extent { pages: end + 1 - start.min(end), rest: *y })
        };
        let (mark, _, _) = marks.get(&(Part::What, At::End))?;
        Some(Self {
            who: extent(Part::Who),
            what: extent(Part::What)?,
            room: mark.room,
            code: mark.code,
            line: mark.line,
            sizes: mark.sizes,
        })
    }

    /// How a sheet fits the pages that it took.
    pub(super) fn fit(&self, id: &str, pages: usize) -> Fit {
        let parts = [self.who.map(|who| (who, "who")), Some((self.what, "what"))];
        let spilt = parts.into_iter().flatten().rfind(|(extent, _)| extent.pages > 1);
        let (over, part) = spilt.map_or((0.0, "what"), |(extent, part)| (extent.rest / self.line, part));
        // A few lines, or at most a page of them.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most a page of lines"
        )]
        let over = over.ceil().max(0.0) as usize;
        Fit { id: id.to_owned(), pages, over, part: part.to_owned() }
    }
}

/// How many characters a sheet's texts have.
fn length(sheet: &Value) -> usize {
    fn of(value: &Value) -> usize {
        match value {
            Value::String(text) => text.len(),
            Value::Array(items) => items.iter().map(of).sum(),
            Value::Object(fields) => fields.values().map(of).sum(),
            _ => 0,
        }
    }
    ["pilot", "partners", "partners_note", "contacts", "description", "results"]
        .iter()
        .map(|field| of(&sheet[*field]))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const SPREAD: Plan = Plan { kind: Kind::Spread, size: 0, code: Side::Left };

    fn took(pages: usize, rest: f64) -> Extent {
        Extent { pages, rest }
    }

    /// The side that says who, where only the code is on a second page.
    fn spilt_code() -> Extent {
        took(2, 60.0)
    }

    fn seen(who: Extent, what: Extent) -> Taken {
        Taken { who: Some(who), what, room: 500.0, code: 70.0, line: 14.0, sizes: 2 }
    }

    #[test]
    fn what_fits_stays() {
        assert_eq!(SPREAD.next(&seen(took(1, 300.0), took(1, 490.0))), SPREAD);
    }

    #[test]
    fn a_code_goes_where_there_is_room() {
        let next = SPREAD.next(&seen(spilt_code(), took(1, 400.0)));
        assert_eq!((next.code, next.size), (Side::Right, 0));
        let next = SPREAD.next(&seen(spilt_code(), took(1, 450.0)));
        assert_eq!((next.code, next.size), (Side::Left, 1));
        let right = Plan { code: Side::Right, ..SPREAD };
        assert_eq!(right.next(&seen(took(1, 300.0), spilt_code())).code, Side::Left);
    }

    #[test]
    fn what_does_not_fit_is_set_smaller_and_then_spills() {
        let long = seen(took(1, 300.0), took(2, 40.0));
        let smaller = SPREAD.next(&long);
        assert_eq!(smaller.size, 1);
        assert_eq!(smaller.next(&long), smaller);
        assert_eq!(smaller.parts(&long, 3), [1, 2]);
        assert_eq!(long.fit("a", 3), Fit { id: "a".into(), pages: 3, over: 3, part: "what".into() });
    }

    #[test]
    fn a_code_follows_what_spills_anyway() {
        let smallest = Plan { size: 1, ..SPREAD };
        assert_eq!(smallest.next(&seen(spilt_code(), took(2, 40.0))).code, Side::Right);
    }

    #[test]
    fn a_page_that_is_too_short_becomes_a_spread() {
        let single = Plan { kind: Kind::Single, size: 1, ..SPREAD };
        let long = Taken { who: None, ..seen(took(1, 0.0), took(2, 40.0)) };
        assert_eq!(single.next(&long), SPREAD);
    }

    #[test]
    fn what_is_short_is_tried_on_one_page_first() {
        let sheet = |letters: usize| json!({"id": "a", "description": "x".repeat(letters)});
        assert_eq!(Plan::new(&sheet(300), Paper::A5).kind, Kind::Single);
        assert_eq!(Plan::new(&sheet(3000), Paper::A5), SPREAD);
        assert_eq!(Plan::new(&sheet(3000), Paper::A4).kind, Kind::Wide);
    }
}
