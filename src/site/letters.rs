//! The indexes from A to Z, of pilots and of partners. A usual one is one page. Where that would be too long, each
//! letter has a page, to which the first one leads, and a letter that is too long goes on as lists do.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde::Serialize;
use tera::{Context, Value};

use crate::catalogue::Letter;
use crate::text::slug;

use super::Site;
use super::address::below;
use super::frame::value;
use super::pages::{ListPage, PAGE, PageView};
use super::view::Link;

/// How many sheets an index shows on one page, below all of its names. Three hundred sheets that have four
/// partners each, which others name too, fit: what a forum hands out is not cut.
const WHOLE: usize = 1500;

/// The indexes of a site.
pub(super) struct Indexes {
    /// Of pilots: names are ranks in [`crate::catalogue::Catalogue::pilots`].
    pub(super) pilots: Index,
    /// Of partners: names are ranks in [`crate::catalogue::Partners::entries`].
    pub(super) partners: Index,
}

impl Indexes {
    /// Cuts the indexes of a catalogue.
    pub(super) fn new(site: &Site<'_>) -> Self {
        let pilots = site.catalogue.pilots.iter().map(|pilot| (pilot.letter, pilot.initiatives.len()));
        let partners = site.catalogue.partners.entries.iter();
        let partners = partners.map(|partner| (partner.letter, partner.initiatives.len()));
        let others = slug(site.label("letter_other")).unwrap_or_else(|| "-".to_owned());
        let index = |kind, first, names: &[(Letter, usize)]| Index::new(kind, first, &others, names);
        Self {
            pilots: index("pilots", site.addresses.pilots(), &pilots.collect::<Vec<_>>()),
            partners: index("partners", site.addresses.partners(), &partners.collect::<Vec<_>>()),
        }
    }
}

/// A name of an index, by its rank, and which of its sheets are shown there.
pub(super) type Shown = (usize, Range<usize>);

/// An index, and how it is cut.
pub(super) struct Index {
    /// What it is of, as templates and labels say it.
    kind: &'static str,
    /// The path of its first page.
    first: String,
    /// What addresses call the names that begin with no letter.
    others: String,
    /// How many names it has.
    names: usize,
    /// What its first page shows: everything, or nothing.
    front: Vec<Shown>,
    /// The letters that its names begin with, each with what its pages show, where it has some.
    letters: BTreeMap<Letter, Vec<Vec<Shown>>>,
}

impl Index {
    /// An index of names: the letter of each, in order, and how many sheets stand below it.
    fn new(kind: &'static str, first: String, others: &str, names: &[(Letter, usize)]) -> Self {
        let is_cut = names.iter().map(|(_, sheets)| sheets).sum::<usize>() > WHOLE;
        let numbered: Vec<(usize, (Letter, usize))> = names.iter().copied().enumerate().collect();
        let whole = |(name, (_, sheets)): &(usize, (Letter, usize))| (*name, 0..*sheets);
        let letters = numbered.chunk_by(|(_, (one, _)), (_, (next, _))| one == next);
        let letters = letters.filter_map(|names| {
            let pages = if is_cut { pages_of(names.iter().map(whole)) } else { Vec::new() };
            names.first().map(|(_, (letter, _))| (*letter, pages))
        });
        let letters = letters.collect();
        let front = if is_cut { Vec::new() } else { numbered.iter().map(whole).collect() };
        Self { kind, first, others: others.to_owned(), names: names.len(), front, letters }
    }

    /// Its pages: the first, and those of its letters.
    pub(super) fn pages(&self) -> impl Iterator<Item = IndexPage<'_>> {
        let front = IndexPage { index: self, at: None };
        let letters = self.letters.iter().flat_map(|(letter, pages)| {
            let count = pages.len();
            (1..=count).map(move |number| (*letter, ListPage { number, count }))
        });
        std::iter::once(front).chain(letters.map(|at| IndexPage { index: self, at: Some(at) }))
    }

    /// The page where a name stands that begins with a letter; the first, if there are several.
    pub(super) fn path_of(&self, letter: Letter, name: usize) -> String {
        let pages = self.letters.get(&letter).map_or(&[][..], Vec::as_slice);
        let before = pages.partition_point(|shown| shown.last().is_some_and(|(last, _)| *last < name));
        let page = ListPage { number: before + 1, count: pages.len() };
        if pages.is_empty() { self.first.clone() } else { page.path(&self.letter_path(letter)) }
    }

    /// The path of a letter's first page.
    fn letter_path(&self, letter: Letter) -> String {
        let folder = match letter {
            Letter::Letter(letter) if letter.is_ascii() => letter.to_ascii_lowercase().to_string(),
            Letter::Letter(letter) => u32::from(letter).to_string(),
            Letter::Digit => "0-9".to_owned(),
            Letter::Other => self.others.clone(),
        };
        below(&self.first, &folder)
    }
}

/// The pages that the names of a letter take. A name stands on one, unless it is longer than a page.
fn pages_of(names: impl Iterator<Item = Shown>) -> Vec<Vec<Shown>> {
    let mut pages = Vec::new();
    let mut page = Vec::new();
    let mut room = PAGE;
    for (name, sheets) in names {
        for from in sheets.clone().step_by(PAGE) {
            let part = from..(from + PAGE).min(sheets.end);
            if part.len() > room {
                pages.push(std::mem::take(&mut page));
                room = PAGE;
            }
            room -= part.len();
            page.push((name, part));
        }
    }
    pages.push(page);
    pages
}

/// A page of an index.
#[derive(Clone, Copy)]
pub(super) struct IndexPage<'i> {
    index: &'i Index,
    /// The letter that it shows, and which of its pages it is; none for the first page of the index.
    at: Option<(Letter, ListPage)>,
}

/// The ways from a page of an index to the others.
#[derive(Serialize)]
struct Ways {
    alphabet: Vec<InAlphabet>,
    /// The letters in a list, on the first page of an index that is cut.
    letters: Vec<WayView>,
    /// The pages of its letter.
    pages: Vec<PageView>,
    next: Option<Link>,
    /// How many names the index or the letter has, in words.
    count_text: String,
}

/// A letter of the alphabet, above an index.
#[derive(Serialize)]
struct InAlphabet {
    #[serde(flatten)]
    heading: Heading,
    is_used: bool,
    is_this: bool,
    /// Its page, where it has one.
    path: Option<String>,
}

/// A letter in a list, as areas are listed.
#[derive(Serialize)]
struct WayView {
    link: Link,
    count_text: String,
}

impl<'i> IndexPage<'i> {
    /// Its path.
    pub(super) fn path(self) -> String {
        let path = |(letter, page): (Letter, ListPage)| page.path(&self.index.letter_path(letter));
        self.at.map_or_else(|| self.index.first.clone(), path)
    }

    /// The names that it shows.
    pub(super) fn shown(self) -> &'i [Shown] {
        let of_letter = |(letter, page): (Letter, ListPage)| {
            self.index.letters.get(&letter)?.get(page.number - 1).map(Vec::as_slice)
        };
        self.at.map_or(Some(&self.index.front[..]), of_letter).unwrap_or_default()
    }

    /// Its context, but for the names that it shows; `name` tells them.
    pub(super) fn context(self, site: &Site<'_>, name: impl Fn(usize) -> String) -> Context {
        let kind = self.index.kind;
        let own = self.at.map(|(letter, page)| page.title(site, &heading(site, letter).letter));
        let title = |label: &str| {
            let parts = [Some(site.label(label)), own.as_deref()];
            parts.into_iter().flatten().collect::<Vec<&str>>().join(site.label("title_separator"))
        };
        let whole = format!("title_{kind}");
        let mut context = site.context(kind, &title(&whole), &self.path());
        context.insert("heading", &title(&format!("{kind}_title")));
        let index = Link { title: site.label(&whole).to_owned(), path: self.index.first.clone() };
        context.insert("here", own.as_ref().unwrap_or(&index.title));
        let parents = if own.is_some() { vec![index] } else { Vec::new() };
        context.insert_value("parents", value(&parents));
        context.insert_value("ways", value(&self.ways(site, name)));
        context
    }

    /// What it depends on, but for the names that it shows.
    pub(super) fn fingerprint(self, site: &Site<'_>, name: impl Fn(usize) -> String) -> [u8; 32] {
        // Plain structs are always written.
        let ways = serde_json::to_vec(&self.ways(site, name)).unwrap_or_default();
        *blake3::hash(&ways).as_bytes()
    }

    fn ways(self, site: &Site<'_>, name: impl Fn(usize) -> String) -> Ways {
        let Index { kind, names, letters, .. } = self.index;
        let pages = self.at.map(|(letter, page)| self.letter_pages(site, letter, page, name));
        let pages = pages.unwrap_or_default();
        let here = pages.iter().position(|page| page.is_this);
        let next = here.and_then(|here| pages.get(here + 1));
        let next = next.map(|page| Link { title: page.text.clone(), path: page.path.clone() });
        let is_list = self.at.is_none() && self.index.front.is_empty();
        let list = letters.iter().filter(|_| is_list).map(|(letter, pages)| WayView {
            link: Link { title: heading(site, *letter).letter, path: self.index.letter_path(*letter) },
            count_text: site.count(kind, count(pages)),
        });
        let own = self.at.and_then(|(letter, _)| letters.get(&letter));
        Ways {
            alphabet: self.alphabet(site),
            letters: list.collect(),
            count_text: site.count(kind, own.map_or(*names, |pages| count(pages))),
            pages,
            next,
        }
    }

    /// The letters of the alphabet and all others that the index uses, in order.
    fn alphabet(self, site: &Site<'_>) -> Vec<InAlphabet> {
        let used = &self.index.letters;
        let all: BTreeSet<Letter> = used.keys().copied().chain(('A'..='Z').map(Letter::Letter)).collect();
        let view = |letter: Letter| InAlphabet {
            heading: heading(site, letter),
            is_used: used.contains_key(&letter),
            is_this: self.at.is_some_and(|(own, _)| own == letter),
            path: used.get(&letter).filter(|pages| !pages.is_empty()).map(|_| self.index.letter_path(letter)),
        };
        all.into_iter().map(view).collect()
    }

    /// The pages of a letter, each with the name that it begins with.
    fn letter_pages(
        self,
        site: &Site<'_>,
        letter: Letter,
        page: ListPage,
        name: impl Fn(usize) -> String,
    ) -> Vec<PageView> {
        let shown = self.index.letters.get(&letter).into_iter().flatten();
        let mut views = page.views(site, &self.index.letter_path(letter));
        for (view, shown) in views.iter_mut().zip(shown) {
            let first = shown.first().map(|(first, _)| name(*first)).unwrap_or_default();
            let parts = [("page", view.text.as_str()), ("name", first.as_str())];
            view.text = site.theme.labels.fill("letter_page", &parts);
        }
        views
    }
}

/// How many names stand on pages.
fn count(pages: &[Vec<Shown>]) -> usize {
    let mut names: Vec<usize> = pages.iter().flatten().map(|(name, _)| *name).collect();
    names.dedup();
    names.len()
}

/// A letter, as a heading.
#[derive(Serialize)]
struct Heading {
    letter: String,
    id: String,
}

fn heading(site: &Site<'_>, letter: Letter) -> Heading {
    let (letter, id) = match letter {
        Letter::Letter(letter) => (letter.to_string(), format!("letter-{}", u32::from(letter))),
        Letter::Digit => ("0–9".to_owned(), "letter-0-9".to_owned()),
        Letter::Other => (site.label("letter_other").to_owned(), "letter-other".to_owned()),
    };
    Heading { letter, id }
}

/// Names under their letters; `key` is what templates call them.
pub(super) fn under_letters(
    site: &Site<'_>,
    key: &'static str,
    names: impl Iterator<Item = (Letter, Value)>,
) -> Value {
    let names: Vec<(Letter, Value)> = names.collect();
    let groups = names.chunk_by(|(one, _), (next, _)| one == next).map(|names| {
        let letter = names.first().map_or(Letter::Other, |(letter, _)| *letter);
        let names = names.iter().map(|(_, name)| name.clone()).collect::<Vec<Value>>();
        Value::from(BTreeMap::from([("letter", value(&heading(site, letter))), (key, Value::from(names))]))
    });
    Value::from(groups.collect::<Vec<Value>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Letter = Letter::Letter('A');

    fn index(names: &[(Letter, usize)]) -> Index {
        Index::new("pilots", "pilotes/index.html".to_owned(), "autres", names)
    }

    /// The pages of an index, each with the names that it shows.
    fn shown(index: &Index) -> Vec<(String, Vec<Shown>)> {
        index.pages().map(|page| (page.path(), page.shown().to_vec())).collect()
    }

    #[test]
    fn a_usual_index_is_one_page() {
        let index = index(&[(Letter::Digit, 1), (A, WHOLE - 1)]);
        assert_eq!(shown(&index), [("pilotes/index.html".to_owned(), vec![(0, 0..1), (1, 0..WHOLE - 1)])]);
        assert_eq!(index.path_of(A, 1), "pilotes/index.html");
    }

    #[test]
    fn a_long_one_has_pages_by_letter_and_no_name_is_torn_that_fits_on_one() {
        let names =
            [(Letter::Other, 1), (Letter::Digit, 2), (A, 1), (A, PAGE), (A, PAGE + 2), (A, PAGE - 2), (A, 1)];
        let index = index(&names);
        let pages = [
            ("pilotes/index.html", vec![]),
            ("pilotes/autres/index.html", vec![(0, 0..1)]),
            ("pilotes/0-9/index.html", vec![(1, 0..2)]),
            ("pilotes/a/index.html", vec![(2, 0..1)]),
            ("pilotes/a/page_2/index.html", vec![(3, 0..PAGE)]),
            ("pilotes/a/page_3/index.html", vec![(4, 0..PAGE)]),
            ("pilotes/a/page_4/index.html", vec![(4, PAGE..PAGE + 2), (5, 0..PAGE - 2)]),
            ("pilotes/a/page_5/index.html", vec![(6, 0..1)]),
        ];
        assert_eq!(shown(&index), pages.clone().map(|(path, names)| (path.to_owned(), names)));
        let places = names.iter().enumerate().map(|(name, (letter, _))| index.path_of(*letter, name));
        let first = |name: usize| pages.iter().find(|(_, shown)| shown.iter().any(|(own, _)| *own == name));
        let expected =
            (0..names.len()).map(|name| first(name).map(|(path, _)| (*path).to_owned()).unwrap_or_default());
        assert!(places.eq(expected));
    }

    #[test]
    fn letters_beyond_the_alphabet_have_plain_addresses() {
        assert_eq!(index(&[]).letter_path(Letter::Letter('Ж')), "pilotes/1046/index.html");
    }
}
