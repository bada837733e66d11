//! The index of partners: those that several initiatives share.

use std::collections::BTreeMap;

use crate::text::distinct_slugs;

use super::spelling::{Spelling, Spellings, together};
use super::{Collation, Initiative, Letter, Partner, PilotEntry, Sheet, SortKey};

/// How many sheets name a partner that stands in the index.
const SHARED: usize = 2;

/// The partners that several sheets name.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Partners {
    /// In alphabetical order.
    pub entries: Vec<PartnerEntry>,
    /// Their ranks by every spelling that a sheet uses.
    spellings: BTreeMap<String, usize>,
}

/// A partner in the alphabetical index.
#[derive(Debug, PartialEq, Eq)]
pub struct PartnerEntry {
    /// The heading it stands under.
    pub letter: Letter,
    /// Its name, as most sheets write it.
    pub name: String,
    /// A name for it in addresses, which no other partner has.
    pub slug: String,
    /// The pilot that it also is: a rank in [`super::Catalogue::pilots`].
    pub pilot: Option<usize>,
    /// The initiatives that name it, in the catalogue's order.
    pub initiatives: Vec<usize>,
}

/// The spellings of one name, each with the initiatives that use it.
type OfOne<'s> = BTreeMap<&'s str, Vec<usize>>;

impl Partners {
    /// The partners that several sheets name. Names are one if they have the same letters: accents,
    /// case, kind of apostrophe and guillemets around do not count. Nothing else is guessed:
    /// *Mission locale* and *Missions locales* are two.
    pub(super) fn new(initiatives: &[Initiative], pilots: &[PilotEntry], collation: &Collation) -> Self {
        let mut spelled = Spellings::default();
        for (rank, initiative) in initiatives.iter().enumerate() {
            for name in names(&initiative.sheet) {
                spelled.note(name, rank);
            }
        }
        let mut found: BTreeMap<SortKey, OfOne<'_>> = BTreeMap::new();
        for Spelling { name, initiatives, .. } in spelled.all {
            found.entry(collation.same(name)).or_default().insert(name, initiatives);
        }
        let mut piloting = BTreeMap::new();
        for (rank, pilot) in pilots.iter().enumerate() {
            for name in [&pilot.name, &pilot.filing_name] {
                piloting.entry(collation.same(name)).or_insert(rank);
            }
        }
        let mut shared: Vec<(PartnerEntry, OfOne<'_>)> = found
            .into_iter()
            .filter_map(|(key, spellings)| Some((entry(&spellings, piloting.get(&key).copied())?, spellings)))
            .collect();
        shared
            .sort_by_cached_key(|(entry, _)| (entry.letter, collation.key(&entry.name), entry.name.clone()));
        let slugs = distinct_slugs(shared.iter().map(|(entry, _)| entry.name.as_str()));
        let mut partners = Self::default();
        for (rank, ((entry, spellings), slug)) in shared.into_iter().zip(slugs).enumerate() {
            partners.spellings.extend(spellings.into_keys().map(|name| (name.to_owned(), rank)));
            partners.entries.push(PartnerEntry { slug, ..entry });
        }
        partners
    }

    /// The rank of a partner, as a sheet writes it.
    #[must_use]
    pub fn rank(&self, name: &str) -> Option<usize> {
        self.spellings.get(name).copied()
    }
}

fn entry(spellings: &OfOne<'_>, pilot: Option<usize>) -> Option<PartnerEntry> {
    let initiatives = together(spellings.values().map(Vec::as_slice));
    // The spelling of most sheets; of those, the one that comes first in the catalogue.
    let (name, _) =
        spellings.iter().min_by_key(|(name, ranks)| (usize::MAX - ranks.len(), ranks.first(), *name))?;
    let name = (*name).to_owned();
    (initiatives.len() >= SHARED).then(|| PartnerEntry {
        letter: Letter::of(&name),
        name,
        slug: String::new(),
        pilot,
        initiatives,
    })
}

/// The names of a sheet's partners.
fn names(sheet: &Sheet) -> impl Iterator<Item = &str> {
    let names = sheet.partners.iter().flat_map(Partner::names);
    names.map(|name| name.as_str()).filter(|name| !name.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::linked::index_pilots;
    use super::super::linked::tests::initiative;
    use super::super::{PartnerGroup, Territory};
    use super::*;
    use crate::record::Line;
    use crate::text::Language;
    use proptest::prelude::*;

    fn line(text: &str) -> Line {
        Line { value: text.to_owned(), place: None }
    }

    fn indexed(sheets: &[&[&str]]) -> Partners {
        let initiatives: Vec<Initiative> = sheets
            .iter()
            .enumerate()
            .map(|(rank, names)| {
                let mut made = initiative(0, ["La Cimade", "Elia"][rank % 2], "", &format!("i{rank}"));
                let sheet = Arc::make_mut(&mut made.sheet);
                sheet.partners = names.iter().map(|name| Partner::Name(line(name))).collect();
                sheet.territory = Some(Territory::default());
                made
            })
            .collect();
        let collation = Collation::new(&Language::default());
        Partners::new(&initiatives, &index_pilots(&initiatives, &collation), &collation)
    }

    fn told(partners: &Partners) -> Vec<String> {
        partners.entries.iter().map(|entry| format!("{} {:?}", entry.name, entry.initiatives)).collect()
    }

    #[test]
    fn those_that_two_sheets_name_stand_in_the_index() {
        let partners = indexed(&[&["Ofii", "Caf", "Caf"], &["Mairie"], &["OFII"], &["ofii"], &["OFII"]]);
        assert_eq!(told(&partners), ["OFII [0, 2, 3, 4]"]);
        let found = ["Ofii", "ofii", "Caf"]
            .map(|name| partners.rank(name).map(|rank| partners.entries[rank].slug.as_str()));
        assert_eq!(found, [Some("ofii"), Some("ofii"), None]);
    }

    #[test]
    fn accents_apostrophes_and_blanks_do_not_part_names() {
        let partners =
            indexed(&[&["Pôle emploi", "L'Adages", "« Œuvre »"], &["Pole Emploi ", "L’ADAGES", "Oeuvre"]]);
        assert_eq!(told(&partners), ["L'Adages [0, 1]", "« Œuvre » [0, 1]", "Pôle emploi [0, 1]"]);
    }

    #[test]
    fn other_words_do() {
        let partners = indexed(&[
            &["Mission locale", "Ofii", "GIP 1"],
            &["Missions locales", "Ofii – Limousin", "GIP 2"],
        ]);
        assert!(partners.entries.is_empty());
    }

    #[test]
    fn a_partner_may_be_a_pilot() {
        let partners = indexed(&[&["LA CIMADE", "Ofii"], &["La Cimade", "Ofii"]]);
        let pilots: Vec<_> =
            partners.entries.iter().map(|entry| (entry.name.as_str(), entry.pilot)).collect();
        assert_eq!(pilots, [("LA CIMADE", Some(1)), ("Ofii", None)]);
    }

    #[test]
    fn members_of_groups_are_partners_and_the_groups_are_none() {
        let mut made = [initiative(0, "A", "", "a"), initiative(0, "B", "", "b")];
        for one in &mut made {
            let group = PartnerGroup { group: line("Au niveau national"), members: vec![line("Caf")] };
            Arc::make_mut(&mut one.sheet).partners = vec![Partner::Group(group)];
        }
        let partners = Partners::new(&made, &[], &Collation::new(&Language::default()));
        assert_eq!(told(&partners), ["Caf [0, 1]"]);
    }

    proptest! {
        #[test]
        fn every_name_of_two_sheets_is_found_and_no_other(sheets in prop::collection::vec(prop::collection::vec("[aAàéE ]{1,2}", 0..4), 0..6)) {
            let slices: Vec<Vec<&str>> = sheets.iter().map(|names| names.iter().map(String::as_str).collect()).collect();
            let slices: Vec<&[&str]> = slices.iter().map(Vec::as_slice).collect();
            let partners = indexed(&slices);
            let collation = Collation::new(&Language::default());
            for (rank, names) in slices.iter().enumerate() {
                for name in names.iter().filter(|name| !name.trim().is_empty()) {
                    let same = |other: &&str| collation.same(other) == collation.same(name);
                    let count = slices.iter().filter(|names| names.iter().any(&same)).count();
                    let entry = partners.rank(name).map(|rank| &partners.entries[rank]);
                    prop_assert_eq!(entry.is_some(), count >= 2);
                    prop_assert!(entry.is_none_or(|entry| entry.initiatives.len() == count && entry.initiatives.contains(&rank)));
                }
            }
        }
    }
}
