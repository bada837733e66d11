//! Numbers that look like chance and are the same everywhere.

/// `SplitMix64` (Steele, Lea, Flood: *Fast splittable pseudorandom number generators*, 2014).
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// The numbers of a seed and of a rank below it: what is drawn for one rank never depends on another.
    pub(crate) fn new(seed: u64, rank: usize) -> Self {
        let mut random = Self(seed ^ (rank as u64).wrapping_mul(0xa076_1d64_78bd_642f));
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`. Its bias is far below what a text could show.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap_or(0)
    }

    /// A number from `first` to `last`.
    pub(crate) fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last + 1 - first)
    }

    /// True `percent` times out of a hundred.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list.
    pub(crate) fn one<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    /// From `least` to `most` different ones of a list, in its order.
    pub(crate) fn some<'a>(&mut self, list: &[&'a str], least: usize, most: usize) -> Vec<&'a str> {
        let mut left = self.between(least, most).min(list.len());
        let mut chosen = Vec::with_capacity(left);
        for (rank, item) in list.iter().enumerate() {
            if left > 0 && self.below(list.len() - rank) < left {
                chosen.push(*item);
                left -= 1;
            }
        }
        chosen
    }
}
