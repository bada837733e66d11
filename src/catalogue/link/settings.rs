//! What settings must be: themes with ids of their own and colours that can be read, names that exist.

use crate::catalogue::Filed;
use crate::problems::{Code, Located, Problem};
use crate::record::Colour;
use crate::text::{is_id, is_reserved_name};

use super::{Drafts, Linker};

impl Linker<'_> {
    /// Checks the themes and the forum that the settings name.
    pub(super) fn check_settings(&mut self, drafts: &Drafts) {
        let Some(Filed { value: settings, place, .. }) = &drafts.settings else {
            return;
        };
        if settings.themes.is_empty() {
            self.problems.push(Problem::at(Code::NoTheme, *place));
        }
        for (rank, theme) in settings.themes.iter().enumerate() {
            let id = &theme.id;
            if let Some(first) = settings.themes[..rank].iter().find(|other| other.id.value == id.value) {
                let problem = Problem::at(Code::DuplicateTheme, id.place).with("id", id.value.as_str());
                self.problems.push(problem.related(first.id.place));
            }
            if !id.is_empty() && (!is_id(id) || is_reserved_name(id)) {
                self.tell_bad_id(id);
            }
            self.check_text(theme.description.as_ref(), *place);
            self.check_media(theme.pictogram.as_ref());
            self.check_colour("color", theme.color.as_ref(), Colour::WHITE);
            self.check_colour("color_dark", theme.color_dark.as_ref(), Colour::DARK_GROUND);
        }
        if let Some(forum) = &settings.forum {
            self.check_forum(forum);
        }
        if drafts.sheet_ids.is_empty() {
            self.problems.push(Problem::at(Code::NoSheet, None));
        }
    }

    /// Names and pictograms stand in a theme's colour, and white words on it.
    fn check_colour(&mut self, field: &str, colour: Option<&Located<Colour>>, ground: Colour) {
        let Some(colour) = colour else { return };
        let contrast = colour.value.contrast(ground);
        if contrast < Colour::READABLE {
            let problem = Problem::at(Code::FaintColour, colour.place).with("value", colour.css());
            let problem = problem.with("field", field).with("suggestion", colour.readable_on(ground).css());
            // Cut off, not rounded: what falls short by a hair must not read as enough.
            let contrast = format!("{:.1}", (contrast * 10.0).floor() / 10.0);
            let (whole, tenths) = contrast.split_once('.').unwrap_or((&contrast, "0"));
            self.problems.push(problem.with("whole", whole).with("tenths", tenths));
        }
    }
}
