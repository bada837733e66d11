//! Whom initiatives are for: what sheets write, put together where they mean the same.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::record::Line;
use crate::text::{folded, is_reserved_name, slug};

use super::{Collation, Initiative};

/// The longest address of an audience. Names of folders end at 255 bytes, and people at less.
const LONGEST_SLUG: usize = 80;

/// People whom initiatives are for.
#[derive(Debug, PartialEq, Eq)]
pub struct Audience {
    /// What it is called: the spelling that most sheets use, and the first of those.
    pub name: String,
    /// Its address: small letters, digits, hyphens; no other audience has it.
    pub slug: String,
    /// Its initiatives, in the catalogue's order: ranks in [`super::Catalogue::initiatives`].
    pub initiatives: Vec<usize>,
}

/// What sheets say of one audience.
#[derive(Default)]
struct Group {
    /// How often each spelling is used, and by which initiative first.
    spellings: BTreeMap<String, (usize, usize)>,
    initiatives: Vec<usize>,
}

impl Group {
    fn name(&self) -> &str {
        // The most, then the first; within a sheet, the first of the alphabet.
        let best = self.spellings.iter().min_by_key(|(_, (count, first))| (usize::MAX - count, *first));
        best.map_or("", |(spelling, _)| spelling)
    }
}

/// The audiences in alphabetical order. Each initiative learns the ranks of its own, line by line.
///
/// Spellings that only differ by case, accents or signs are one audience. A line without a letter
/// or a digit is none.
pub(super) fn index_audiences(initiatives: &mut [Initiative], collation: &Collation) -> Vec<Audience> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    let mut keys: Vec<Vec<String>> = Vec::with_capacity(initiatives.len());
    // Sheets use the same words again and again.
    let mut known: HashMap<String, String> = HashMap::new();
    for (rank, initiative) in initiatives.iter().enumerate() {
        let mut fold = |name: &Line| match known.get(&name.value) {
            Some(key) => key.clone(),
            None => known.entry(name.value.clone()).or_insert_with(|| folded(name)).clone(),
        };
        let own: Vec<String> = initiative.sheet.audiences.iter().map(&mut fold).collect();
        for (name, key) in initiative.sheet.audiences.iter().zip(&own).filter(|(_, key)| !key.is_empty()) {
            let group = groups.entry(key.clone()).or_default();
            group.spellings.entry(name.value.clone()).or_insert((0, rank)).0 += 1;
            if group.initiatives.last() != Some(&rank) {
                group.initiatives.push(rank);
            }
        }
        keys.push(own);
    }
    let mut sorted: Vec<(String, Group)> = groups.into_iter().collect();
    // The sort is stable: keys break ties.
    sorted.sort_by_cached_key(|(_, group)| collation.key(group.name()));
    let ranks: BTreeMap<&str, usize> =
        sorted.iter().enumerate().map(|(rank, (key, _))| (key.as_str(), rank)).collect();
    for (initiative, own) in initiatives.iter_mut().zip(&keys) {
        initiative.audiences = own.iter().map(|key| ranks.get(key.as_str()).copied()).collect();
    }
    let mut taken = BTreeSet::new();
    sorted
        .into_iter()
        .map(|(key, group)| Audience {
            name: group.name().to_owned(),
            slug: free_slug(&key, &mut taken),
            initiatives: group.initiatives,
        })
        .collect()
}

/// An address that no audience has yet. It is made of the words, whatever their spelling, so that
/// it stays when a sheet writes them otherwise.
fn free_slug(key: &str, taken: &mut BTreeSet<String>) -> String {
    let whole = slug(key).unwrap_or_default();
    let end = if whole.len() <= LONGEST_SLUG {
        whole.len()
    } else {
        whole[..LONGEST_SLUG].rfind('-').unwrap_or(LONGEST_SLUG)
    };
    let plain = &whole[..end];
    let mut free = plain.to_owned();
    let mut number = 1;
    while free.is_empty() || is_reserved_name(&free) || taken.contains(&free) {
        number += 1;
        free = if plain.is_empty() { number.to_string() } else { format!("{plain}-{number}") };
    }
    taken.insert(free.clone());
    free
}

#[cfg(test)]
mod tests {
    use super::super::linked::tests::initiative;
    use std::sync::Arc;

    use super::*;
    use crate::text::{Language, is_id};
    use proptest::prelude::*;

    fn initiatives(audiences: &[&[&str]]) -> Vec<Initiative> {
        let one = |lines: &&[&str]| {
            let mut initiative = initiative(0, "Elia", "", "a");
            let line = |line: &&str| Line { value: (*line).to_owned(), place: None };
            Arc::make_mut(&mut initiative.sheet).audiences = lines.iter().map(line).collect();
            initiative
        };
        audiences.iter().map(one).collect()
    }

    fn index(audiences: &[&[&str]]) -> (Vec<Audience>, Vec<Initiative>) {
        let mut initiatives = initiatives(audiences);
        let index = index_audiences(&mut initiatives, &Collation::new(&Language::default()));
        (index, initiatives)
    }

    #[test]
    fn spellings_of_one_audience_stand_together_under_the_most_used() {
        let (index, initiatives) =
            index(&[&["Réfugies"], &["réfugiés", "élèves"], &["réfugiés", "Réfugiés"]]);
        let shown: Vec<_> =
            index.iter().map(|audience| (audience.name.as_str(), audience.slug.as_str())).collect();
        assert_eq!(shown, [("élèves", "eleves"), ("réfugiés", "refugies")]);
        assert_eq!(index[1].initiatives, [0, 1, 2]);
        assert_eq!(initiatives[1].audiences, [Some(1), Some(0)]);
    }

    #[test]
    fn a_line_without_words_is_no_audience() {
        let (index, initiatives) = index(&[&["…", "jeunes"]]);
        assert_eq!((index.len(), &initiatives[0].audiences[..]), (1, &[None, Some(0)][..]));
    }

    #[test]
    fn addresses_are_plain_short_and_their_own() {
        let long = "très ".repeat(60);
        let longer = format!("{long} long");
        let (index, _) = index(&[&["Con", "con 2", "北京", "Bei Jing", &long, &longer]]);
        let slugs: BTreeSet<&str> = index.iter().map(|audience| audience.slug.as_str()).collect();
        assert_eq!(slugs.len(), 6);
        assert!(slugs.iter().all(|slug| is_id(slug) && !is_reserved_name(slug)), "{slugs:?}");
        assert!(slugs.contains("con-2") && slugs.contains("con-2-2"), "{slugs:?}");
    }

    proptest! {
        #[test]
        fn every_address_is_one_of_its_own(lines in prop::collection::vec("\\PC{0,12}", 0..12)) {
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            let (index, _) = index(&[&lines]);
            let slugs: BTreeSet<&str> = index.iter().map(|audience| audience.slug.as_str()).collect();
            prop_assert_eq!(slugs.len(), index.len());
            prop_assert!(slugs.iter().all(|slug| is_id(slug) && !is_reserved_name(slug)), "{:?}", slugs);
        }
    }
}
