//! Names as sheets spell them. Sheets use the same words again and again: whatever takes longer than
//! to find one is done once a spelling, not once a sheet.

use foldhash::HashMap;

/// A spelling of a name.
pub(super) struct Spelling<'s> {
    pub(super) name: &'s str,
    /// How often it is used.
    pub(super) count: usize,
    /// The initiatives that use it, in the catalogue's order.
    pub(super) initiatives: Vec<usize>,
}

/// All spellings of names of one kind, in the order in which they first come.
#[derive(Default)]
pub(super) struct Spellings<'s> {
    pub(super) all: Vec<Spelling<'s>>,
    places: HashMap<&'s str, usize>,
}

impl<'s> Spellings<'s> {
    /// Notes that an initiative uses a spelling, and tells its place. Initiatives come in their order.
    pub(super) fn note(&mut self, name: &'s str, rank: usize) -> usize {
        let place = *self.places.entry(name).or_insert(self.all.len());
        if place == self.all.len() {
            self.all.push(Spelling { name, count: 0, initiatives: Vec::new() });
        }
        let spelling = &mut self.all[place];
        spelling.count += 1;
        note(rank, &mut spelling.initiatives);
        place
    }
}

/// Adds an initiative to a list, once. Initiatives come in their order.
pub(super) fn note(rank: usize, initiatives: &mut Vec<usize>) {
    if initiatives.last() != Some(&rank) {
        initiatives.push(rank);
    }
}

/// The initiatives of several lists, each once, in order.
pub(super) fn together<'l>(lists: impl IntoIterator<Item = &'l [usize]>) -> Vec<usize> {
    let mut all: Vec<usize> = lists.into_iter().flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}
