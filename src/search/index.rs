//! Which words stand in which sheets, and where in them.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use crate::text::each_word;

use super::code::write_ranks;

/// Sheets that one thread reads before it hands over what it found: enough for words to repeat.
const AT_ONCE: usize = 1024;

/// Where in a sheet a word stands; the first is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its title.
    Title,
    /// Its pilot's names.
    Pilot,
    /// Its partners, territory, themes, audiences.
    Related,
    /// Its objective.
    Objective,
    /// All other text.
    Text,
}

impl Field {
    const ALL: [Self; 5] = [Self::Title, Self::Pilot, Self::Related, Self::Objective, Self::Text];
}

/// The texts of a sheet that can be found, field by field.
#[derive(Debug, Default)]
pub struct Texts([String; Field::ALL.len()]);

impl Texts {
    /// Adds a text to a field, on a line of its own.
    pub fn add(&mut self, field: Field, text: &str) {
        let of = self.of(field);
        of.push_str(text);
        of.push('\n');
    }

    /// The text of a field.
    pub fn of(&mut self, field: Field) -> &mut String {
        &mut self.0[field as usize]
    }

    fn clear(&mut self) {
        self.0.iter_mut().for_each(String::clear);
    }
}

/// Words in order, each with the sheets that have it and their best field.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Index {
    pub(super) words: Vec<(Box<str>, String)>,
}

/// A sheet that has a word, and its best field: the rank, then three bits. There may be millions.
#[derive(Debug, Clone, Copy)]
struct Found(u32);

impl Found {
    fn new(rank: usize, field: Field) -> Self {
        // No machine holds half a thousand million sheets.
        Self(u32::try_from(rank).unwrap_or(u32::MAX) << 3 | field as u32)
    }

    fn rank(self) -> usize {
        (self.0 >> 3) as usize
    }

    fn is_in(self, field: Field) -> bool {
        self.0 & 7 == field as u32
    }
}

impl Index {
    /// Reads sheets; `texts` gives the texts of one. Words of one letter and those of `common` are
    /// left out: readers may type them, and they find nothing.
    pub fn new<S: Sync>(
        sheets: &[S],
        common: &BTreeSet<String>,
        texts: impl Fn(&S, &mut Texts) + Sync,
    ) -> Self {
        let read = |(chunk, sheets): (usize, &[S])| {
            let mut reader = Reader { common, words: HashMap::new() };
            let mut fields = Texts::default();
            for (rank, sheet) in sheets.iter().enumerate() {
                fields.clear();
                texts(sheet, &mut fields);
                reader.read(chunk * AT_ONCE + rank, &fields);
            }
            reader.words.into_iter().map(|(word, found)| (word, chunk, found)).collect::<Vec<_>>()
        };
        let mut parts: Vec<(Box<str>, usize, Vec<Found>)> =
            sheets.par_chunks(AT_ONCE).enumerate().flat_map_iter(read).collect();
        parts.par_sort_unstable_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
        let words = parts.chunk_by(|one, other| one.0 == other.0);
        let words = words.map(|parts| {
            let found = parts.iter().flat_map(|(_, _, found)| found.iter().copied());
            (parts[0].0.clone(), encode(&found.collect::<Vec<Found>>()))
        });
        Self { words: words.collect() }
    }
}

struct Reader<'c> {
    common: &'c BTreeSet<String>,
    words: HashMap<Box<str>, Vec<Found>>,
}

impl Reader<'_> {
    fn read(&mut self, rank: usize, texts: &Texts) {
        for field in Field::ALL {
            each_word(&texts.0[field as usize], &mut |word| self.add(rank, field, word));
        }
    }

    fn add(&mut self, rank: usize, field: Field, word: &str) {
        match self.words.get_mut(word) {
            // Fields come best first: what is there stays.
            Some(found) if found.last().is_some_and(|last| last.rank() == rank) => {}
            Some(found) => found.push(Found::new(rank, field)),
            None if is_letter(word) || self.common.contains(word) => {}
            None => {
                self.words.insert(word.into(), vec![Found::new(rank, field)]);
            }
        }
    }
}

/// Whether a word is a single letter: an elided article, as a rule. A digit says something.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|first| !first.is_numeric()) && letters.next().is_none()
}

/// The sheets of a word, field by field.
fn encode(found: &[Found]) -> String {
    let mut text = String::new();
    for field in Field::ALL {
        let mut ranks = found.iter().filter(|found| found.is_in(field)).map(|found| found.rank()).peekable();
        if ranks.peek().is_some() {
            text.push(char::from(b'0' + field as u8));
            write_ranks(ranks, &mut text);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(sheets: &[(&str, &str)]) -> Vec<(String, String)> {
        let common = BTreeSet::from(["de".to_owned()]);
        let index = Index::new(sheets, &common, |(title, text), texts| {
            texts.add(Field::Title, title);
            texts.add(Field::Text, text);
        });
        index.words.into_iter().map(|(word, ranks)| (word.into(), ranks)).collect()
    }

    fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
        of.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
    }

    #[test]
    fn a_sheet_has_a_word_once_where_it_counts_most() {
        let found = index(&[("Été", "l'œuvre de l'été"), ("Œuvre", "l'été, l'été")]);
        assert_eq!(found, pairs(&[("ete", "0a4b"), ("oeuvre", "0b4a")]));
    }

    #[test]
    fn words_that_say_nothing_are_left_out() {
        assert_eq!(index(&[("De A à Z", "n° 5")]), pairs(&[("5", "4a")]));
    }

    #[test]
    fn chunks_are_put_together_in_order() {
        let sheets = vec![("un", ""); AT_ONCE * 2 + 1];
        let found = index(&sheets);
        assert_eq!(found, [("un".to_owned(), format!("0{}", "a".repeat(sheets.len())))]);
    }
}
