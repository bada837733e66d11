//! Editorial pages: what is no initiative.

use crate::problems::Located;
use crate::record::{Kind, Line, Node, Reader, Value, record};
use crate::text::PartialDate;

use super::sheet::choice;

record! {
    /// What the front matter of an editorial page says.
    "page" pub struct Page {
        /// Title.
        ("Titre.", "Avant-propos")
        title: Line,
        /// What it says, in one sentence.
        ("Ce qu'elle dit, en une phrase.", "Pourquoi ce forum.")
        summary: Option<Line>,
        /// When it came out: it is then told in the feed.
        ("Quand elle a paru : le fil d'actualité l'annonce alors.", "2026-11-23")
        date: Option<Located<Option<PartialDate>>>,
        /// Rank among the pages; small ones come first; 0 without this field.
        ("Rang parmi les rubriques ; les petits viennent d'abord ; sans ce champ, 0.", "10")
        order: i32,
        /// Whether the menu shows it.
        ("Si le menu la montre.", "true")
        menu: bool,
        /// Where booklets show it: before or after the sheets; without this field, where a forum names it.
        ("Où les livrets la montrent : before (avant les fiches) ou after (après) ; sans ce champ, là où un forum la nomme.", "before")
        booklet: Option<BookletPart>,
    }
}

impl Page {
    /// When it came out, where that can be read.
    #[must_use]
    pub fn released_on(&self) -> Option<PartialDate> {
        self.date.as_ref()?.value
    }
}

/// Where the booklet shows a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum BookletPart {
    /// Before the sheets.
    #[default]
    Before,
    /// After the sheets.
    After,
}

impl Value for BookletPart {
    const KIND: Kind = Kind::Choice(&["before", "after"]);

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        choice(node, name, reader, &[("before", Self::Before), ("after", Self::After)]).unwrap_or_default()
    }
}

/// An editorial page: its front matter and its text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EditorialPage {
    /// The front matter.
    pub page: Page,
    /// The text.
    pub text: crate::text::RichText,
}
