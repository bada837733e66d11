//! How sheets stand on their pages. They are typeset, looked at, and what did not fit is set otherwise, until nothing
//! changes: first those in doubt, alone, then the whole book.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use typst::introspection::MetadataElem;
use typst_layout::PagedDocument;

use super::typeset::labelled;
use super::wanted::Paper;

/// From how many characters on a sheet is too long for one page of A5: to try it would take a trial.
const TOO_LONG: usize = 1600;

/// Up to how many characters on the side that says who, and on that which says what without pictures, a sheet is not
/// expected to need another plan than the first. A guess that spares a round, and no more: what comes of it is seen.
const WHO_FITS: usize = 1250;
const WHAT_FITS: usize = 1900;

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
struct Plan {
    kind: Kind,
    /// Which of the sizes of text of `look.typ`, from the largest.
    size: usize,
    code: Side,
    /// How many pages it took when it was last set.
    pages: usize,
}

/// A mark that the templates leave where a part of a sheet begins and ends.
#[derive(Debug, Deserialize)]
struct Mark {
    sheet: String,
    part: Part,
    at: At,
    /// Where the text of its page begins and ends, from the page's top, in points.
    top: f64,
    bottom: f64,
    /// What a line takes, and what the code takes, in points.
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
struct Taken {
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
    /// Which part is the longest: `who` or `what`.
    pub part: String,
}

/// How all sheets of a booklet are set.
pub(super) struct Plans(BTreeMap<String, Plan>);

impl Plans {
    /// What is tried first: the largest text; one page for what is short.
    pub(super) fn new(data: &Value, paper: Paper) -> Self {
        let plan = |sheet: &Value| {
            let kind = match paper {
                Paper::A4 => Kind::Wide,
                Paper::A5 if length(sheet, &WHO) + length(sheet, &WHAT) < TOO_LONG => Kind::Single,
                Paper::A5 => Kind::Spread,
            };
            let pages = if kind == Kind::Spread { 2 } else { 1 };
            Some((sheet["id"].as_str()?.to_owned(), Plan { kind, size: 0, code: Side::Left, pages }))
        };
        Self(sheets(data).filter_map(plan).collect())
    }

    /// The sheets that are tried alone before the first round. A short one is among them: if its page becomes a spread
    /// later, all after it stand elsewhere.
    pub(super) fn doubtful(&self, data: &Value) -> BTreeSet<String> {
        let is_doubtful = |sheet: &&Value| {
            let has_pictures = sheet["pictures"].as_array().is_some_and(|pictures| !pictures.is_empty());
            let plan = sheet["id"].as_str().and_then(|id| self.0.get(id));
            plan.is_some_and(|plan| plan.kind == Kind::Single)
                || has_pictures
                || length(sheet, &WHO) > WHO_FITS
                || length(sheet, &WHAT) > WHAT_FITS
        };
        let ids = sheets(data).filter(is_doubtful).filter_map(|sheet| sheet["id"].as_str());
        ids.map(str::to_owned).collect()
    }

    /// As the templates are shown them.
    pub(super) fn to_json(&self) -> Vec<u8> {
        serde_json::json!(self.0).to_string().into_bytes()
    }

    /// Plans anew what was seen not to fit: the ids of the sheets that are set otherwise from now on.
    pub(super) fn improve(&mut self, seen: &Seen) -> BTreeSet<String> {
        let mut changed = BTreeSet::new();
        for (id, plan) in &mut self.0 {
            let next = seen.0.get(id).map(|seen| plan.next(seen)).filter(|next| next != plan);
            if let Some(next) = next {
                *plan = next;
                changed.insert(id.clone());
            }
        }
        changed
    }

    /// The plans of these sheets alone.
    pub(super) fn only(&self, ids: &BTreeSet<String>) -> Self {
        let plans = self.0.iter().filter(|(id, _)| ids.contains(*id));
        Self(plans.map(|(id, plan)| (id.clone(), *plan)).collect())
    }
}

impl Plan {
    /// How to set it next, seen what it took.
    fn next(self, seen: &Taken) -> Self {
        let pages = seen.pages();
        let stays = Self { pages, ..self };
        if seen.who.is_none_or(|who| who.pages == 1) && seen.what.pages == 1 {
            return stays;
        }
        if let Some(code) = self.better_side(seen) {
            return Self { code, ..stays };
        }
        if self.size + 1 < seen.sizes {
            return Self { size: self.size + 1, ..stays };
        }
        match self.kind {
            Kind::Single => Self { kind: Kind::Spread, size: 0, pages: 2, ..self },
            Kind::Spread | Kind::Wide => stays,
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
}

impl Taken {
    fn fit(&self, id: &str) -> Fit {
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
        Fit { id: id.to_owned(), pages: self.pages(), over, part: part.to_owned() }
    }

    fn pages(&self) -> usize {
        self.what.pages + self.who.map_or(0, |who| who.pages)
    }
}

/// The sheets of a book's data, in its order.
fn sheets(data: &Value) -> impl Iterator<Item = &Value> {
    let parts = data["parts"].as_array().into_iter().flatten();
    parts.filter_map(|part| part["sheets"].as_array()).flatten()
}

/// The fields of a sheet that say who, and what.
const WHO: [&str; 4] = ["pilot", "partners", "partners_note", "contacts"];
const WHAT: [&str; 2] = ["description", "results"];

/// How many characters some of a sheet's fields have.
fn length(sheet: &Value, fields: &[&str]) -> usize {
    fn of(value: &Value) -> usize {
        match value {
            Value::String(text) => text.len(),
            Value::Array(items) => items.iter().map(of).sum(),
            Value::Object(fields) => fields.values().map(of).sum(),
            _ => 0,
        }
    }
    fields.iter().map(|field| of(&sheet[*field])).sum()
}

/// The marks of a sheet: what they say, their pages, and how far below the pages' tops they are, in points.
type Marks = BTreeMap<(Part, At), (Mark, usize, f64)>;

/// What each sheet of a book took, by its id.
pub(super) struct Seen(BTreeMap<String, Taken>);

impl Seen {
    /// Looks at a book by the marks in it.
    pub(super) fn of(book: &PagedDocument) -> Self {
        let mut marks: BTreeMap<String, Marks> = BTreeMap::new();
        for found in labelled(book, "fit") {
            let position = found.location().and_then(|location| book.introspector().position(location));
            let Some(position) = position else { continue };
            let value = found.to_packed::<MetadataElem>().and_then(|it| serde_json::to_value(&it.value).ok());
            let Some(mark) = value.and_then(|value| serde_json::from_value::<Mark>(value).ok()) else {
                continue;
            };
            let place = (position.page.get(), position.point.y.to_pt());
            marks
                .entry(mark.sheet.clone())
                .or_default()
                .insert((mark.part, mark.at), (mark, place.0, place.1));
        }
        Self(marks.into_iter().filter_map(|(id, marks)| Some((id, taken(&marks)?))).collect())
    }

    /// How sheets fit, in their order.
    pub(super) fn fits(&self, ids: &[String]) -> Vec<Fit> {
        ids.iter().filter_map(|id| Some(self.0.get(id)?.fit(id))).collect()
    }
}

fn taken(marks: &Marks) -> Option<Taken> {
    let (mark, _, _) = marks.get(&(Part::What, At::End))?;
    let extent = |part: Part| {
        let (_, start, _) = marks.get(&(part, At::Start))?;
        let (_, end, y) = marks.get(&(part, At::End))?;
        Some(Extent { pages: end + 1 - start.min(end), rest: y - mark.top })
    };
    Some(Taken {
        who: extent(Part::Who),
        what: extent(Part::What)?,
        room: mark.bottom - mark.top,
        code: mark.code,
        line: mark.line,
        sizes: mark.sizes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const SPREAD: Plan = Plan { kind: Kind::Spread, size: 0, code: Side::Left, pages: 2 };

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
        assert_eq!((smaller.size, smaller.pages), (1, 3));
        assert_eq!(smaller.next(&long), smaller);
        assert_eq!(long.fit("a"), Fit { id: "a".into(), pages: 3, over: 3, part: "what".into() });
    }

    #[test]
    fn a_code_follows_what_spills_anyway() {
        let smallest = Plan { size: 1, pages: 4, ..SPREAD };
        assert_eq!(smallest.next(&seen(spilt_code(), took(2, 40.0))).code, Side::Right);
    }

    #[test]
    fn what_may_need_another_plan_is_tried_before_the_book() {
        let sheet = |id: &str, who: usize, what: usize, pictures: usize| {
            json!({
                "id": id, "contacts": ["x".repeat(who)], "description": "x".repeat(what),
                "pictures": vec!["a.jpg"; pictures],
            })
        };
        let sheets = [
            sheet("fits", 900, 1500, 0),
            sheet("short", 100, 200, 0),
            sheet("long-who", 1300, 1500, 0),
            sheet("long-what", 900, 2000, 0),
            sheet("pictured", 900, 1500, 1),
        ];
        let data = json!({"parts": [{"sheets": sheets}]});
        let doubtful = |paper| Plans::new(&data, paper).doubtful(&data);
        assert!(doubtful(Paper::A5).iter().eq(["long-what", "long-who", "pictured", "short"]));
        assert!(doubtful(Paper::A4).iter().eq(["long-what", "long-who", "pictured"]));
    }

    #[test]
    fn only_what_was_set_otherwise_is_tried_again() {
        let mut plans = Plans(["a", "b"].map(|id| (id.to_owned(), SPREAD)).into());
        let fits = seen(took(1, 300.0), took(1, 490.0));
        let spills = seen(took(1, 300.0), took(2, 40.0));
        let looked =
            |a: &Taken| Seen([("a", a.clone()), ("b", fits.clone())].map(|(id, it)| (id.into(), it)).into());
        let open = plans.improve(&looked(&spills));
        assert!(plans.only(&open).0.keys().eq(["a"]));
        assert!(plans.improve(&looked(&fits)).contains("a"), "it takes two pages again");
        assert!(plans.improve(&looked(&fits)).is_empty());
    }

    #[test]
    fn a_page_that_is_too_short_becomes_a_spread() {
        let single = Plan { kind: Kind::Single, size: 1, pages: 1, ..SPREAD };
        let long = Taken { who: None, ..seen(took(1, 0.0), took(2, 40.0)) };
        assert_eq!(single.next(&long), SPREAD);
    }
}
