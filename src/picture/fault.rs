//! What keeps a picture from the site.

use crate::problems::{Code, Place, Problem};

/// Why a picture cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The operating system refused to read it.
    Unreadable(String),
    /// A file of another kind, by a word that the wording knows.
    Foreign(&'static str),
    /// It stops before its end.
    Cut,
    /// Its bytes do not say what they should.
    Damaged,
    /// It is for printers: its colours are those of inks.
    Inks,
    /// It moves.
    Animated,
    /// It has more points than a machine should be asked to hold.
    TooLarge {
        /// How many, in millions.
        megapixels: u64,
    },
    /// Its file is heavier than any photograph.
    TooHeavy {
        /// How heavy, in mebibytes.
        mebibytes: u64,
    },
    /// A drawing that is no XML, or not a drawing; with what was met.
    BadDrawing(String),
}

impl Fault {
    /// The problem of whoever names the picture.
    #[must_use]
    pub fn problem(&self, file: &str, place: Option<Place>) -> Problem {
        let problem = |code| Problem::at(code, place).with("value", file);
        let count = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        match self {
            Self::Unreadable(reason) => problem(Code::PictureUnreadable).with("reason", reason.as_str()),
            Self::Foreign(kind) => problem(Code::PictureFormat).with("kind", *kind),
            Self::Cut => problem(Code::PictureCut),
            Self::Damaged => problem(Code::PictureDamaged),
            Self::Inks => problem(Code::PictureInks),
            Self::Animated => problem(Code::PictureAnimated),
            Self::TooLarge { megapixels } => problem(Code::PictureTooLarge)
                .with("unit", "megapixels")
                .with("size", count(*megapixels))
                .with("limit", count(super::facts::MAX_PIXELS / 1_000_000)),
            Self::TooHeavy { mebibytes } => problem(Code::PictureTooLarge)
                .with("unit", "mebibytes")
                .with("size", count(*mebibytes))
                .with("limit", count(super::facts::MAX_FILE / 1024 / 1024)),
            Self::BadDrawing(detail) => problem(Code::BadDrawing).with("detail", detail.as_str()),
        }
    }
}
