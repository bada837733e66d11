//! What is typeset, and how it is to look.

use crate::catalogue::{Filed, Forum, Selection};

/// What the whole catalogue is called among booklets.
const WHOLE: &str = "catalogue";

/// The paper that a booklet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// A page is half of A4: a sheet takes a spread.
    A5,
    /// A sheet takes a page.
    A4,
}

impl Paper {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::A5, Self::A4];

    /// Its name, in files and in templates.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::A5 => "a5",
            Self::A4 => "a4",
        }
    }
}

/// What is typeset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work<'a> {
    /// The whole booklet.
    Book,
    /// A page a sheet, for the forum's stands.
    StandSigns,
    /// One sheet, for its pilot to approve.
    Proof(&'a str),
}

/// How it is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The paper.
    pub paper: Paper,
    /// Whether a printer cuts it: colours run 3 mm over the edge, with marks where to cut.
    pub marks: bool,
    /// Whether it says that it is not final.
    pub draft: bool,
}

/// A wish for a PDF.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Whose booklet it is; none for the whole catalogue's.
    pub forum: Option<&'a Filed<Forum>>,
    /// Which sheets it shows, in which order.
    pub selection: &'a Selection,
    /// What is typeset of them.
    pub work: Work<'a>,
    /// How it is to look.
    pub look: Look,
}

impl Wanted<'_> {
    /// The name of its file, without the extension.
    #[must_use]
    pub fn name(&self) -> String {
        let whose = self.whose();
        let marks = if self.look.marks { "-traits-de-coupe" } else { "" };
        match self.work {
            Work::Book => format!("{whose}-{}{marks}", self.look.paper.name()),
            Work::StandSigns => format!("{whose}-affichettes"),
            Work::Proof(id) => format!("{id}-epreuve"),
        }
    }

    /// The name of the file that is laid out for folding, without the extension.
    #[must_use]
    pub fn folded_name(&self) -> String {
        format!("{}-a4-cahier", self.whose())
    }

    fn whose(&self) -> &str {
        match self.forum {
            None => WHOLE,
            // Its booklet must not take the place of the whole catalogue's.
            Some(forum) if forum.id == WHOLE => "forum-catalogue",
            Some(forum) => &forum.id,
        }
    }
}
