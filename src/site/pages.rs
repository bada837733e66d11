//! The pages of a long list: what each shows of it, what it is called, and the ways from one to the others.

use serde::Serialize;
use tera::Context;

use super::Site;
use super::address::page_of;
use super::frame::value;

/// How many sheets a page of a list shows. Every list of usual size fits on one; a page of more would weigh
/// more than half a megabyte.
pub(super) const PAGE: usize = 500;

/// A page of a list. Most lists have only one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ListPage {
    /// Which one, from 1.
    pub(super) number: usize,
    /// How many there are.
    pub(super) count: usize,
}

/// A page of the list, for the way from one to the other.
#[derive(Serialize)]
pub(super) struct PageView {
    pub(super) text: String,
    pub(super) path: String,
    pub(super) is_this: bool,
}

impl ListPage {
    /// The first page of a list of so many sheets, or of whatever it lists: the one that others lead to.
    pub(super) fn first(listed: usize) -> Self {
        Self { number: 1, count: listed.div_ceil(PAGE).max(1) }
    }

    /// All its pages.
    pub(super) fn all(listed: usize) -> impl Iterator<Item = Self> {
        let first = Self::first(listed);
        (1..=first.count).map(move |number| Self { number, ..first })
    }

    /// Whether it is the first.
    pub(super) fn is_first(self) -> bool {
        self.number == 1
    }

    /// What the page shows of lists that follow each other: a part of each, which may be nothing.
    pub(super) fn of<'l, T>(self, lists: impl IntoIterator<Item = &'l [T]>) -> Vec<&'l [T]> {
        let from = (self.number - 1) * PAGE;
        let mut before = 0;
        let part = |list: &'l [T]| {
            let within = |at: usize| at.saturating_sub(before).min(list.len());
            let part = &list[within(from)..within(from + PAGE)];
            before += list.len();
            part
        };
        lists.into_iter().map(part).collect()
    }

    /// Its path, where that of the first page is known.
    pub(super) fn path(self, first: &str) -> String {
        page_of(first, self.number)
    }

    /// What it is called: pages behind the first bear their number.
    pub(super) fn title(self, site: &Site<'_>, title: &str) -> String {
        if self.is_first() {
            return title.to_owned();
        }
        format!("{title}{}{}", site.label("title_separator"), self.name(site))
    }

    fn name(self, site: &Site<'_>) -> String {
        site.theme.labels.fill("list_page", &[("n", &self.number.to_string())])
    }

    /// All pages of the list, of which the path of the first is known.
    pub(super) fn views(self, site: &Site<'_>, first: &str) -> Vec<PageView> {
        let pages = (1..=self.count).map(|number| Self { number, ..self });
        let view =
            |page: Self| PageView { text: page.name(site), path: page.path(first), is_this: page == self };
        pages.map(view).collect()
    }

    /// Adds the ways to all pages of the list.
    pub(super) fn insert(self, site: &Site<'_>, context: &mut Context, first: &str) {
        context.insert_value("pages", value(&self.views(site, first)));
    }

    /// What it depends on that shows these parts of lists.
    pub(super) fn fingerprint(self, site: &Site<'_>, shown: &[&[usize]]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        let numbers = [self.number, self.count].into_iter().chain(shown.iter().map(|part| part.len()));
        numbers.for_each(|number| {
            hasher.update(&(number as u64).to_le_bytes());
        });
        hasher.update(&site.listed(shown.iter().copied().flatten()));
        *hasher.finalize().as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(page: ListPage, lists: &[&[usize]]) -> Vec<usize> {
        page.of(lists.iter().copied()).into_iter().map(<[usize]>::len).collect()
    }

    #[test]
    fn lists_that_follow_each_other_are_cut_as_one() {
        let ranks: Vec<usize> = (0..=2 * PAGE).collect();
        let lists = [&ranks[..PAGE - 1], &[], &ranks[PAGE - 1..PAGE + 10], &ranks[PAGE + 10..]];
        let pages: Vec<ListPage> = ListPage::all(ranks.len()).collect();
        let shown: Vec<Vec<usize>> = pages.iter().map(|page| lengths(*page, &lists)).collect();
        assert_eq!(shown, [[PAGE - 1, 0, 1, 0], [0, 0, 10, PAGE - 10], [0, 0, 0, 1]]);
        let all: Vec<usize> = pages.iter().flat_map(|page| page.of(lists).concat()).collect();
        assert_eq!(all, ranks);
    }

    #[test]
    fn a_list_has_a_page_though_it_is_empty_and_none_that_is_empty_beyond() {
        let counts = [0, 1, PAGE, PAGE + 1].map(|sheets| ListPage::all(sheets).count());
        assert_eq!(counts, [1, 1, 1, 2]);
    }
}
