//! What a forum selects by must exist, and something must come of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::{Filed, Forum, Select, Sheet, department, departments, region, regions};
use crate::problems::{Code, Place, Problem};
use crate::record::{Line, closest};
use crate::text::folded;

use super::{Drafts, Linker, unknown};

impl Linker<'_> {
    /// Checks what all forums say, and what they select.
    pub(super) fn check_forums(&mut self, drafts: &Drafts) {
        for forum in &drafts.forums {
            for text in [&forum.value.description, &forum.value.back_cover] {
                self.check_text(text.as_ref(), forum.place);
            }
            self.check_pages(&forum.value);
            self.check_media(forum.value.cover.as_ref().map(|cover| &cover.file));
        }
        self.check_selections(drafts);
    }

    /// Checks what all forums select. What follows from a mistake that is told is not told.
    fn check_selections(&mut self, drafts: &Drafts) {
        let is_flawed = |place: &Place| drafts.flawed.contains(&place.file);
        let sheets_are_whole = !drafts.sheet_ids.is_empty() && !drafts.sheet_ids.values().any(is_flawed);
        let may_be_meant = self.problems.iter().any(|problem| problem.code == Code::UnknownForum);
        for forum in &drafts.forums {
            let told = self.problems.len();
            if let Some(select) = &forum.value.select {
                self.check_select(select, drafts, sheets_are_whole);
            }
            let follows = self.problems.len() > told || is_flawed(&forum.place) || may_be_meant;
            let mut sheets = drafts.sheets.iter();
            if sheets_are_whole && !follows && !sheets.any(|sheet| forum.shows(&sheet.id, &sheet.value)) {
                self.problems.push(Problem::at(Code::EmptySelection, forum.place).with("id", &*forum.id));
            }
        }
    }

    fn check_select(&mut self, select: &Select, drafts: &Drafts, sheets_are_whole: bool) {
        if let Some(themes) = self.themes.clone() {
            let is_unknown = |id: &&Line| !themes.contains(&id.as_str());
            select.themes.iter().filter(is_unknown).for_each(|id| self.tell_unknown_theme(id, &themes));
        }
        for code in &select.regions {
            self.check_area(code, Code::UnknownRegion, region(code).is_some(), regions());
        }
        for code in &select.departments {
            self.check_area(code, Code::UnknownDepartment, department(code).is_some(), departments());
        }
        for id in select.initiatives.iter().filter(|id| !self.sheets.contains_key(id.as_str())) {
            // Who names a sheet by an old id is told the one it has now.
            let was =
                |sheet: &&Filed<Arc<Sheet>>| sheet.value.previous_ids.iter().any(|old| old.value == id.value);
            let renamed = drafts.sheets.iter().find(was).map(|sheet| sheet.id.as_str());
            let near = renamed.or_else(|| closest(id, self.sheets.keys().map(String::as_str)));
            self.problems.push(unknown(Code::UnknownSheet, id, near));
        }
        if sheets_are_whole && !select.audiences.is_empty() {
            self.check_audiences(&select.audiences, drafts);
        }
    }

    /// The pages of its booklet must be there, each once.
    fn check_pages(&mut self, forum: &Forum) {
        let mut seen = BTreeSet::new();
        for id in [&forum.before, &forum.after].into_iter().flatten().flatten() {
            if !self.pages.contains(id.as_str()) {
                let near = closest(id, self.pages.iter().map(String::as_str));
                self.problems.push(unknown(Code::UnknownPage, id, near));
            } else if !seen.insert(id.as_str()) {
                self.problems.push(Problem::at(Code::RepeatedPage, id.place).with("value", id.as_str()));
            }
        }
    }

    /// Audiences are free text: one that no sheet has is most likely misspelt.
    fn check_audiences(&mut self, audiences: &[Line], drafts: &Drafts) {
        let named = drafts.sheets.iter().flat_map(|sheet| &sheet.value.audiences);
        let known: BTreeMap<String, &str> = named.map(|name| (folded(name), name.as_str())).collect();
        for audience in audiences.iter().filter(|audience| !known.contains_key(&folded(audience))) {
            let near = closest(audience, known.values().copied());
            self.problems.push(unknown(Code::UnknownAudience, audience, near));
        }
    }
}
