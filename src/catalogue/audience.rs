//! Whom initiatives are for: what sheets write, put together where they mean the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::{folded, is_reserved_name, slug};

use super::spelling::{Spelling, Spellings, together};
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

/// An audience, while its place is sought.
struct Group<'s> {
    /// What tells it from all others.
    key: String,
    name: &'s str,
    /// Its spellings, by their places.
    places: Vec<usize>,
}

impl<'s> Group<'s> {
    fn new(key: String, places: Vec<usize>, spelled: &[Spelling<'s>]) -> Self {
        // The most, then the first; within a sheet, the first of the alphabet.
        let best = places.iter().map(|place| &spelled[*place]).min_by_key(|spelling| {
            (usize::MAX - spelling.count, spelling.initiatives.first(), spelling.name)
        });
        Self { key, name: best.map_or("", |spelling| spelling.name), places }
    }
}

/// The audiences in alphabetical order; and for each initiative the ranks of its own, line by line.
///
/// Spellings that only differ by case, accents or signs are one audience. A line without a letter
/// or a digit is none.
pub(super) fn index_audiences<'i>(
    initiatives: &'i [Initiative],
    collation: &Collation,
) -> (Vec<Audience>, Vec<Vec<Option<usize>>>) {
    let mut spelled = Spellings::default();
    let mut note = |(rank, initiative): (usize, &'i Initiative)| -> Vec<usize> {
        initiative.sheet.audiences.iter().map(|name| spelled.note(name, rank)).collect()
    };
    let lines: Vec<Vec<usize>> = initiatives.iter().enumerate().map(&mut note).collect();
    let spelled = spelled.all;
    let mut keyed: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, spelling) in spelled.iter().enumerate() {
        keyed.entry(folded(spelling.name)).or_default().push(place);
    }
    keyed.remove("");
    let mut groups: Vec<Group<'_>> =
        keyed.into_iter().map(|(key, places)| Group::new(key, places, &spelled)).collect();
    // The sort is stable: keys break ties.
    groups.sort_by_cached_key(|group| collation.key(group.name));
    let mut ranks = vec![None; spelled.len()];
    for (rank, group) in groups.iter().enumerate() {
        for place in &group.places {
            ranks[*place] = Some(rank);
        }
    }
    let of_lines = |places: Vec<usize>| places.into_iter().map(|place| ranks[place]).collect();
    let of_initiatives = lines.into_iter().map(of_lines).collect();
    let mut taken = BTreeSet::new();
    let audience = |group: Group<'_>| Audience {
        name: group.name.to_owned(),
        slug: free_slug(&group.key, &mut taken),
        initiatives: together(group.places.iter().map(|place| spelled[*place].initiatives.as_slice())),
    };
    (groups.into_iter().map(audience).collect(), of_initiatives)
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
    use crate::record::Line;
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
        let (index, ranks) = index_audiences(&initiatives, &Collation::new(&Language::default()));
        for (initiative, ranks) in initiatives.iter_mut().zip(ranks) {
            initiative.audiences = ranks;
        }
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
