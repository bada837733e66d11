//! The catalogue as a whole: everything linked, checked and in order.

use std::collections::BTreeMap;
use std::sync::Arc;

use foldhash::HashMap;
use rayon::prelude::*;

use crate::record::Line;
use crate::text::{Language, distinct_slugs};

use super::{
    Audience, BookletPart, Collation, EditorialPage, Filed, Forum, Letter, Partners, Pictures, Pilot,
    Selection, Settings, Sheet, SortKey, Source, Territories, ThemeSettings,
};

/// A whole catalogue, without mistakes.
#[derive(Debug)]
pub struct Catalogue {
    /// The settings.
    pub settings: Settings,
    /// The settings' file.
    pub settings_place: crate::problems::Place,
    /// A fingerprint of the settings' file, and of the pictures that it names.
    pub settings_fingerprint: [u8; 16],
    /// The catalogue's language.
    pub language: Language,
    /// The themes, in the settings' order.
    pub themes: Vec<Theme>,
    /// The initiatives, in the catalogue's order.
    pub initiatives: Vec<Initiative>,
    /// The pilots, in alphabetical order.
    pub pilots: Vec<PilotEntry>,
    /// The partners that several sheets name.
    pub partners: Partners,
    /// The initiatives by territory.
    pub territories: Territories,
    /// Whom they are for, in alphabetical order.
    pub audiences: Vec<Audience>,
    /// All initiatives, as the booklet of the whole catalogue shows them.
    pub whole: Selection,
    /// The forums, by date.
    pub forums: Vec<Filed<Forum>>,
    /// What each forum shows, in the order of [`Catalogue::forums`].
    pub selections: Vec<Selection>,
    /// The source documents, by id.
    pub sources: Vec<Filed<Source>>,
    /// The editorial pages, in their own order.
    pub pages: Vec<Filed<EditorialPage>>,
    /// The pictures that are named, by their files.
    pub pictures: Pictures,
}

/// One of the catalogue's subjects.
#[derive(Debug)]
pub struct Theme {
    /// What the settings say of it.
    pub settings: ThemeSettings,
    /// Its pictogram: checked SVG elements, without the `svg` around them.
    pub pictogram: Option<String>,
    /// The initiatives that have it as their main theme: ranks in [`Catalogue::initiatives`].
    pub initiatives: Vec<usize>,
    /// The initiatives that cross it.
    pub crossing: Vec<usize>,
}

/// An initiative, in its place.
#[derive(Debug)]
pub struct Initiative {
    /// Its id: its file's stem, and its address.
    pub id: String,
    /// What its file says. Shared with those who keep it for the next run.
    pub sheet: Arc<Sheet>,
    /// Its main theme: a rank in [`Catalogue::themes`].
    pub theme: usize,
    /// The themes it crosses, in the catalogue's order.
    pub also: Vec<usize>,
    /// The audiences of its sheet, line by line: ranks in [`Catalogue::audiences`].
    pub audiences: Vec<Option<usize>>,
    /// Its number: its rank from 1 in the catalogue's order.
    pub number: usize,
    /// Its file.
    pub place: crate::problems::Place,
    /// A fingerprint of its file's bytes, and of the pictures that it names.
    pub fingerprint: [u8; 16],
}

impl Initiative {
    /// What heads it: its title, or its pilot's name.
    #[must_use]
    pub fn heading(&self) -> &str {
        self.sheet.title.as_ref().map_or(&self.sheet.pilot.name, |title| title)
    }
}

/// A pilot in the alphabetical index.
#[derive(Debug, PartialEq, Eq)]
pub struct PilotEntry {
    /// The heading it stands under.
    pub letter: Letter,
    /// The name it is filed under.
    pub filing_name: String,
    /// Its name, as its sheets write it.
    pub name: String,
    /// A name for it in addresses, which no other pilot has.
    pub slug: String,
    /// Its initiatives, in the catalogue's order.
    pub initiatives: Vec<usize>,
}

/// Puts initiatives into the catalogue's order and numbers them: by theme, then by the pilot's
/// filing name, then by title, then by id.
pub(super) fn put_in_order(initiatives: &mut [Initiative], collation: &Collation) {
    initiatives.par_sort_by_cached_key(|initiative| (initiative.theme, by_pilot(initiative, collation)));
    for (rank, initiative) in initiatives.iter_mut().enumerate() {
        initiative.number = rank + 1;
    }
}

/// What an initiative is sorted by among those of its theme: the pilot's filing name, then the
/// title, then the id.
pub(super) fn by_pilot(initiative: &Initiative, collation: &Collation) -> (SortKey, SortKey, String) {
    (
        collation.key(initiative.sheet.pilot.filing_name()),
        collation.key(initiative.sheet.title.as_ref().map_or("", |title| title)),
        initiative.id.clone(),
    )
}

/// The alphabetical index of pilots.
pub(super) fn index_pilots(initiatives: &[Initiative], collation: &Collation) -> Vec<PilotEntry> {
    // Name by name first: a pilot's sheets write it alike, and its key is compared once.
    let mut places: HashMap<(&str, &str), usize> = HashMap::default();
    let mut named: Vec<(&Pilot, Vec<usize>)> = Vec::new();
    for (rank, initiative) in initiatives.iter().enumerate() {
        let pilot = &initiative.sheet.pilot;
        let place = *places.entry((pilot.filing_name(), &pilot.name)).or_insert(named.len());
        if place == named.len() {
            named.push((pilot, Vec::new()));
        }
        named[place].1.push(rank);
    }
    let mut pilots = BTreeMap::new();
    for (pilot, ranks) in named {
        let key = (collation.key(pilot.filing_name()), collation.key(&pilot.name), &pilot.name.value);
        let entry = pilots.entry(key).or_insert_with(|| PilotEntry {
            letter: Letter::of(pilot.filing_name()),
            filing_name: pilot.filing_name().to_owned(),
            name: pilot.name.value.clone(),
            slug: String::new(),
            initiatives: Vec::new(),
        });
        entry.initiatives.extend(ranks);
    }
    for entry in pilots.values_mut() {
        entry.initiatives.sort_unstable();
    }
    let mut pilots: Vec<PilotEntry> = pilots.into_values().collect();
    // Digits and signs before letters, and each heading once, whatever the collation makes of
    // letters beyond the alphabet. The sort is stable.
    pilots.sort_by_key(|pilot| pilot.letter);
    let slugs = distinct_slugs(pilots.iter().map(|pilot| pilot.filing_name.as_str()));
    pilots.iter_mut().zip(slugs).for_each(|(pilot, slug)| pilot.slug = slug);
    pilots
}

impl Catalogue {
    /// The rank of a theme.
    #[must_use]
    pub fn theme(&self, id: &str) -> Option<usize> {
        self.themes.iter().position(|theme| theme.settings.id.value == id)
    }

    /// A forum by its id.
    #[must_use]
    pub fn forum(&self, id: &Line) -> Option<&Filed<Forum>> {
        self.forums.iter().find(|forum| forum.id == id.value)
    }

    /// The forums that show something, each with what it shows.
    pub fn shown_forums(&self) -> impl Iterator<Item = (&Filed<Forum>, &Selection)> {
        self.forums.iter().zip(&self.selections).filter(|(_, selection)| !selection.is_empty())
    }

    /// Where the site will be published, if the settings say so.
    #[must_use]
    pub fn base_url(&self) -> Option<String> {
        self.settings.base_url.as_ref().map(|address| address.link.clone())
    }

    /// The pages that one part of a booklet shows: the forum's own, in its order, else those that are in all
    /// booklets.
    #[must_use]
    pub fn pages_of(&self, forum: Option<&Forum>, part: BookletPart) -> Vec<&Filed<EditorialPage>> {
        match forum.and_then(|forum| forum.pages(part)) {
            Some(own) => {
                let page = |id: &Line| self.pages.iter().find(|page| page.id == id.value);
                own.iter().filter_map(page).collect()
            }
            None => self.pages.iter().filter(|page| page.value.page.booklet == Some(part)).collect(),
        }
    }

    /// Sheets in runs of one theme: one run a theme, where they are ordered by theme.
    pub fn by_theme<'r>(&self, ranks: &'r [usize]) -> impl Iterator<Item = (usize, &'r [usize])> {
        let theme = |rank: usize| self.initiatives[rank].theme;
        let runs = ranks.chunk_by(move |one, next| theme(*one) == theme(*next));
        // A run is never empty.
        runs.map(move |run| (theme(run[0]), run))
    }

    /// A source document by its id.
    #[must_use]
    pub fn source(&self, id: &Line) -> Option<&Filed<Source>> {
        self.sources.iter().find(|source| source.id == id.value)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::problems::{Files, Place};
    use proptest::prelude::*;

    /// An initiative of which only this is known.
    pub(in super::super) fn initiative(theme: usize, pilot: &str, title: &str, id: &str) -> Initiative {
        let mut files = Files::default();
        let mut sheet = Sheet::default();
        sheet.pilot.name.value = pilot.to_owned();
        sheet.title = (!title.is_empty()).then(|| Line { value: title.to_owned(), place: None });
        let place = Place::whole(files.add("x"));
        Initiative {
            id: id.to_owned(),
            sheet: Arc::new(sheet),
            theme,
            also: Vec::new(),
            audiences: Vec::new(),
            number: 0,
            place,
            fingerprint: [0; 16],
        }
    }

    fn ordered(mut initiatives: Vec<Initiative>) -> Vec<String> {
        put_in_order(&mut initiatives, &Collation::new(&Language::default()));
        initiatives.into_iter().map(|initiative| initiative.id).collect()
    }

    #[test]
    fn themes_then_pilots_then_titles_then_ids() {
        let order = ordered(vec![
            initiative(1, "Adoma", "", "d"),
            initiative(0, "Kodiko", "Zèbre", "c"),
            initiative(0, "Kodiko", "Abri", "b"),
            initiative(0, "Kodiko", "Abri", "a"),
            initiative(0, "Elia", "", "e"),
        ]);
        assert_eq!(order, ["e", "a", "b", "c", "d"]);
    }

    #[test]
    fn the_index_groups_a_pilots_sheets_under_its_letter() {
        let mut initiatives = vec![
            initiative(1, "Élan", "", "a"),
            initiative(0, "Élan", "", "b"),
            initiative(0, "3A", "", "c"),
        ];
        let collation = Collation::new(&Language::default());
        put_in_order(&mut initiatives, &collation);
        let index = index_pilots(&initiatives, &collation);
        let shown: Vec<_> = index.iter().map(|pilot| (pilot.letter, pilot.initiatives.len())).collect();
        assert_eq!(shown, [(Letter::Digit, 1), (Letter::Letter('E'), 2)]);
    }

    proptest! {
        #[test]
        fn shuffling_the_input_changes_nothing(
            (first, second) in prop::collection::vec((0usize..3, "[a-cÀÉé ]{1,3}", "[ab]{0,1}"), 1..12)
                .prop_flat_map(|rows| {
                    let ided: Vec<_> = rows.into_iter().enumerate().collect();
                    (Just(ided.clone()), Just(ided).prop_shuffle())
                })
        ) {
            let made = |rows: &[(usize, (usize, String, String))]| {
                ordered(rows.iter().map(|(id, (theme, pilot, title))| initiative(*theme, pilot, title, &format!("i{id}"))).collect())
            };
            prop_assert_eq!(made(&first), made(&second));
        }
    }
}
