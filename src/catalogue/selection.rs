//! What a booklet shows: the whole catalogue, or what a forum selects of it, in an order of its own.

use std::collections::BTreeMap;

use crate::record::{Kind, Line, Node, Reader, Value, record};
use crate::text::folded;

use super::linked::by_pilot;
use super::sheet::choice;
use super::{Catalogue, Collation, Filed, Forum, Initiative, PilotEntry, Sheet, Territory, department};

record! {
    /// What sheets must be to be shown by a forum without naming it.
    "select" pub struct Select {
        /// Ids of themes: the sheets whose main theme is one of them.
        ("Identifiants de thèmes : les fiches dont c'est le thème principal.", "[logement, emploi]")
        themes: Vec<Line>,
        /// Insee codes of regions: the sheets that name one of them, or one of its departments.
        ("Codes Insee de régions : les fiches qui citent l'une d'elles, ou un de ses départements.", "[\"76\"]")
        regions: Vec<Line>,
        /// Codes of departments: the sheets that name one of them.
        ("Codes de départements : les fiches qui citent l'un d'eux.", "[\"31\", \"2A\"]")
        departments: Vec<Line>,
        /// Audiences: the sheets that are for one of them.
        ("Publics : les fiches qui s'adressent à l'un d'eux.", "[jeunes, familles]")
        audiences: Vec<Line>,
        /// Ids of sheets that are shown beside those, whatever they are.
        ("Identifiants de fiches montrées en plus, quelles qu'elles soient.", "[samusocial-elan]")
        initiatives: Vec<Line>,
    }
}

/// How a booklet orders its sheets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum BookletOrder {
    /// By theme, and in a theme by pilot, as the catalogue.
    #[default]
    Theme,
    /// By pilot alone, in one run, as the catalogue printed in 2019.
    Pilot,
}

impl Value for BookletOrder {
    const KIND: Kind = Kind::Choice(&["theme", "pilot"]);

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        choice(node, name, reader, &[("theme", Self::Theme), ("pilot", Self::Pilot)]).unwrap_or_default()
    }
}

impl Select {
    /// Whether a sheet meets every criterion that is given; without any, none does.
    fn is_met_by(&self, sheet: &Sheet) -> bool {
        // Both say where, as they do in a sheet's territory: hardly a sheet would lie in a region and
        // in a department of another one.
        let asks_where = !self.regions.is_empty() || !self.departments.is_empty();
        if self.themes.is_empty() && !asks_where && self.audiences.is_empty() {
            return false;
        }
        let is_for = |audience: &Line| self.audiences.iter().any(|meant| folded(meant) == folded(audience));
        (self.themes.is_empty() || has(&self.themes, &sheet.theme))
            && (!asks_where || sheet.territory.as_ref().is_some_and(|territory| self.reaches(territory)))
            && (self.audiences.is_empty() || sheet.audiences.iter().any(is_for))
    }

    /// Whether a territory names one of the places asked for, or lies in one. What is larger than
    /// the places asked for does not: a national initiative is of no region in particular, nor one
    /// of a whole region of each of its departments.
    fn reaches(&self, territory: &Territory) -> bool {
        territory.regions.iter().any(|code| has(&self.regions, code))
            || territory.departments.iter().any(|code| {
                let region = department(code).and_then(|area| area.region.as_deref());
                has(&self.departments, code) || region.is_some_and(|code| has(&self.regions, code))
            })
    }
}

fn has(names: &[Line], name: &str) -> bool {
    names.iter().any(|line| line.value == name)
}

impl Filed<Forum> {
    /// Whether the forum shows a sheet: one that names it, one that it names, or one that is all
    /// that it asks for.
    pub(super) fn shows(&self, id: &str, sheet: &Sheet) -> bool {
        let is_selected = |select: &Select| has(&select.initiatives, id) || select.is_met_by(sheet);
        has(&sheet.forums, &self.id) || self.value.select.as_ref().is_some_and(is_selected)
    }
}

/// The sheets that a booklet shows, in its order. The number of a sheet is its rank there, from 1.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// How they are ordered.
    pub order: BookletOrder,
    /// The sheets: ranks in [`Catalogue::initiatives`].
    pub initiatives: Vec<usize>,
    numbers: BTreeMap<usize, usize>,
}

impl Selection {
    fn new(order: BookletOrder, initiatives: Vec<usize>) -> Self {
        let numbers = initiatives.iter().enumerate().map(|(at, rank)| (*rank, at + 1)).collect();
        Self { order, initiatives, numbers }
    }

    /// All sheets, in the catalogue's order.
    pub(super) fn whole(initiatives: &[Initiative]) -> Self {
        Self::new(BookletOrder::Theme, (0..initiatives.len()).collect())
    }

    /// What a forum shows of sheets in the catalogue's order.
    pub(super) fn of(forum: &Filed<Forum>, initiatives: &[Initiative], collation: &Collation) -> Self {
        let shown = initiatives.iter().enumerate();
        let shown = shown.filter(|(_, initiative)| forum.shows(&initiative.id, &initiative.sheet));
        let mut ranks: Vec<usize> = shown.map(|(rank, _)| rank).collect();
        let order = forum.value.order.unwrap_or_default();
        if order == BookletOrder::Pilot {
            ranks.sort_by_cached_key(|rank| by_pilot(&initiatives[*rank], collation));
        }
        Self::new(order, ranks)
    }

    /// The same sheets in another order, and numbered so.
    #[must_use]
    pub fn in_order(&self, order: BookletOrder, catalogue: &Catalogue) -> Self {
        let mut ranks = self.initiatives.clone();
        match order {
            BookletOrder::Theme => ranks.sort_unstable(),
            BookletOrder::Pilot => {
                let collation = Collation::new(&catalogue.language);
                ranks.sort_by_cached_key(|rank| by_pilot(&catalogue.initiatives[*rank], &collation));
            }
        }
        Self::new(order, ranks)
    }

    /// Whether it shows nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.initiatives.is_empty()
    }

    /// The number of a sheet, by its rank in [`Catalogue::initiatives`]; none if it is not shown.
    #[must_use]
    pub fn number(&self, rank: usize) -> Option<usize> {
        self.numbers.get(&rank).copied()
    }

    /// The pilots who have sheets among some of these, from A to Z, each with them, in the booklet's order.
    #[must_use]
    pub fn pilots<'c>(&self, catalogue: &'c Catalogue, some: &[usize]) -> Vec<(&'c PilotEntry, Vec<usize>)> {
        let mut sorted = some.to_vec();
        sorted.sort_unstable();
        let shown = catalogue.pilots.iter().map(|pilot| {
            let ranks = pilot.initiatives.iter().copied().filter(|rank| sorted.binary_search(rank).is_ok());
            let mut ranks: Vec<usize> = ranks.collect();
            ranks.sort_by_key(|rank| self.number(*rank));
            (pilot, ranks)
        });
        shown.filter(|(_, ranks)| !ranks.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::problems::{Files, Place};
    use crate::text::Language;

    fn line(text: &str) -> Line {
        Line { value: text.to_owned(), place: None }
    }

    /// Words between spaces, as a list.
    fn list(words: &str) -> Vec<Line> {
        words.split_whitespace().map(line).collect()
    }

    fn filed<T>(id: &str, value: T) -> Filed<T> {
        let place = Place::whole(Files::default().add("x"));
        Filed { id: id.to_owned(), place, value, fingerprint: [0; 16] }
    }

    fn forum(select: Option<Select>) -> Filed<Forum> {
        filed("lyon", Forum { select, ..Forum::default() })
    }

    fn sheet(theme: &str, audiences: &str, territory: Territory) -> Sheet {
        let (audiences, territory) = (list(audiences), Some(territory));
        Sheet { theme: line(theme), audiences, territory, ..Sheet::default() }
    }

    fn at(regions: &str, departments: &str) -> Territory {
        Territory { regions: list(regions), departments: list(departments), ..Territory::default() }
    }

    #[test]
    fn without_a_selection_a_forum_shows_the_sheets_that_name_it() {
        let mut named = sheet("langue", "", at("84", ""));
        assert!(!forum(None).shows("a", &named));
        named.forums = list("paris lyon");
        assert!(forum(None).shows("a", &named));
        // With one, it shows them too.
        assert!(forum(Some(Select { themes: list("logement"), ..Select::default() })).shows("a", &named));
    }

    #[test]
    fn a_selection_that_asks_for_nothing_selects_nothing() {
        let any = sheet("langue", "jeunes", at("84", "69"));
        assert!(!forum(Some(Select::default())).shows("a", &any));
    }

    #[test]
    fn every_criterion_must_be_met_by_any_of_its_values() {
        let select = Select {
            themes: list("langue emploi"),
            departments: list("69 38"),
            audiences: list("jeunes familles"),
            ..Select::default()
        };
        let forum = forum(Some(select));
        assert!(forum.shows("a", &sheet("emploi", "isolés familles", at("", "38"))));
        assert!(!forum.shows("a", &sheet("soins", "familles", at("", "38"))));
        assert!(!forum.shows("a", &sheet("emploi", "isolés", at("", "38"))));
        assert!(!forum.shows("a", &sheet("emploi", "familles", at("", "13"))));
        assert!(!forum.shows("a", &Sheet { theme: line("emploi"), ..Sheet::default() }));
    }

    #[test]
    fn a_theme_that_is_only_crossed_does_not_count() {
        let forum = forum(Some(Select { themes: list("emploi"), ..Select::default() }));
        let crossing = Sheet { also: list("emploi"), ..sheet("langue", "", at("", "")) };
        assert!(!forum.shows("a", &crossing));
    }

    #[test]
    fn a_region_has_its_departments_and_nothing_larger() {
        let occitanie = forum(Some(Select { regions: list("76"), ..Select::default() }));
        assert!(occitanie.shows("a", &sheet("langue", "", at("76", ""))));
        assert!(occitanie.shows("a", &sheet("langue", "", at("", "13 31"))));
        // The department 76 is in Normandie.
        assert!(!occitanie.shows("a", &sheet("langue", "", at("28", "76"))));
        let national = Territory { national: true, ..at("", "") };
        assert!(!occitanie.shows("a", &sheet("langue", "", national)));
        let garonne = forum(Some(Select { departments: list("31"), ..Select::default() }));
        assert!(!garonne.shows("a", &sheet("langue", "", at("76", ""))));
    }

    #[test]
    fn regions_and_departments_say_together_where() {
        let south = Select { regions: list("76"), departments: list("13"), ..Select::default() };
        let south = forum(Some(south));
        for territory in [at("76", ""), at("", "31"), at("", "13")] {
            assert!(south.shows("a", &sheet("langue", "", territory)));
        }
        assert!(!south.shows("a", &sheet("langue", "", at("93", "84"))));
    }

    #[test]
    fn sheets_named_by_their_ids_come_beside_the_others() {
        let select = Select { themes: list("langue"), initiatives: list("elan"), ..Select::default() };
        let mixed = forum(Some(select));
        assert!(mixed.shows("elan", &sheet("logement", "", at("", ""))));
        assert!(mixed.shows("autre", &sheet("langue", "", at("", ""))));
        let alone = forum(Some(Select { initiatives: list("elan"), ..Select::default() }));
        assert!(!alone.shows("autre", &sheet("langue", "", at("", ""))));
    }

    #[test]
    fn audiences_are_the_same_whatever_their_case_accents_and_apostrophes() {
        let audiences = vec![line("Demandeurs d’asile")];
        let forum = forum(Some(Select { audiences, ..Select::default() }));
        let meant = Sheet { audiences: vec![line("demandeurs d'asile")], ..Sheet::default() };
        assert!(forum.shows("a", &meant));
    }

    /// Sheets in the catalogue's order: theme by theme, then by pilot.
    fn initiatives() -> Vec<Initiative> {
        let rows = [(0, "Coallia", "Zèbre"), (0, "Kodiko", ""), (1, "Adoma", ""), (1, "Coallia", "Abri")];
        let made = rows.iter().enumerate().map(|(rank, (theme, pilot, title))| {
            let mut sheet = Sheet { forums: list("lyon"), ..Sheet::default() };
            sheet.pilot.name = line(pilot);
            sheet.title = (!title.is_empty()).then(|| line(title));
            let Filed { id, place, fingerprint, value } = filed(&format!("f{rank}"), Arc::new(sheet));
            let number = rank + 1;
            let (also, audiences) = (Vec::new(), Vec::new());
            Initiative { id, sheet: value, theme: *theme, also, audiences, number, place, fingerprint }
        });
        made.collect()
    }

    #[test]
    fn numbers_are_ranks_in_the_forums_own_order() {
        let collation = Collation::new(&Language::default());
        let mut initiatives = initiatives();
        let mut forum = forum(None);
        let by_theme = Selection::of(&forum, &initiatives, &collation);
        assert_eq!(by_theme, Selection::whole(&initiatives));
        assert_eq!(by_theme.initiatives, [0, 1, 2, 3]);
        forum.value.order = Some(BookletOrder::Pilot);
        assert_eq!(Selection::of(&forum, &initiatives, &collation).initiatives, [2, 3, 0, 1]);
        Arc::make_mut(&mut initiatives[3].sheet).forums.clear();
        let fewer = Selection::of(&forum, &initiatives, &collation);
        assert_eq!([0, 1, 2, 3].map(|rank| fewer.number(rank)), [Some(2), Some(3), Some(1), None]);
    }
}
