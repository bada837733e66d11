//! The words of a text as a search compares them: small letters without accents, ligatures taken
//! apart. The script of the search page folds what readers type in the same way
//! (`themes/forum/assets/search.js`); whoever changes one changes the other.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

/// The longest word that is kept whole: what is longer is no word, and must not fill an index.
const LONGEST: usize = 40;

/// Letters that Unicode does not take apart, and that readers without them on their keyboards
/// spell otherwise.
fn spelled(c: char) -> Option<&'static str> {
    Some(match c {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ı' => "i",
        'ς' => "σ",
        _ => return None,
    })
}

/// Signs that join words into one: *co-training*, *réfugié·e·s*. NFKD makes other hyphens of these.
fn joins(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '·')
}

/// Gives every word of a text. Apostrophes part words, as blanks do; of words joined by hyphens or
/// middle dots, each is given, then all of them as one.
pub fn each_word(text: &str, take: &mut impl FnMut(&str)) {
    let mut reader = Reader { word: String::new(), joined: String::new(), parts: 0, take };
    let normalizer = DecomposingNormalizerBorrowed::new_nfkd();
    for c in text.chars() {
        if c.is_ascii() {
            reader.ascii(c);
        } else {
            for part in normalizer.normalize_iter(std::iter::once(c)) {
                reader.read(part);
            }
        }
    }
    reader.end();
}

/// A text as one word: two texts that only differ by case, accents or signs have the same.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    // Only the words themselves: those that hyphens make of several would stand here twice.
    each_word(&text.replace(joins, " "), &mut |word| words.push(word.to_owned()));
    words.join("-")
}

struct Reader<'t, T> {
    word: String,
    /// The words that are joined so far, this one included.
    joined: String,
    parts: usize,
    take: &'t mut T,
}

impl<T: FnMut(&str)> Reader<'_, T> {
    fn ascii(&mut self, c: char) {
        if c.is_ascii_alphanumeric() {
            self.word.push(c.to_ascii_lowercase());
        } else {
            self.part(c);
        }
    }

    /// Reads a character that has been taken apart.
    fn read(&mut self, c: char) {
        if c.is_ascii() {
            return self.ascii(c);
        }
        let category = CodePointMapData::<GeneralCategory>::new().get(c);
        if GeneralCategoryGroup::Mark.contains(category) || category == GeneralCategory::Format {
            // Accents, and signs that are not seen, such as soft hyphens.
            return;
        }
        if GeneralCategoryGroup::Letter.contains(category) || GeneralCategoryGroup::Number.contains(category)
        {
            for small in c.to_lowercase() {
                match spelled(small) {
                    Some(letters) => self.word.push_str(letters),
                    None => self.word.push(small),
                }
            }
        } else {
            self.part(c);
        }
    }

    /// A sign that is part of no word.
    fn part(&mut self, c: char) {
        let is_joined = joins(c) && !self.word.is_empty();
        self.end_word();
        if !is_joined {
            self.end_joined();
        }
    }

    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        self.joined.push_str(&self.word);
        self.parts += 1;
        (self.take)(cut(&self.word));
        self.word.clear();
    }

    fn end_joined(&mut self) {
        if self.parts > 1 {
            (self.take)(cut(&self.joined));
        }
        self.joined.clear();
        self.parts = 0;
    }

    fn end(&mut self) {
        self.end_word();
        self.end_joined();
    }
}

/// The beginning of a word that is too long.
fn cut(word: &str) -> &str {
    // Most words have fewer bytes than that, let alone letters.
    if word.len() <= LONGEST {
        return word;
    }
    word.char_indices().nth(LONGEST).map_or(word, |(end, _)| &word[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        each_word(text, &mut |word| words.push(word.to_owned()));
        words
    }

    #[test]
    fn accents_case_and_ligatures_do_not_count() {
        assert_eq!(words("L’Œuvre d'été"), ["l", "oeuvre", "d", "ete"]);
        assert_eq!(words("L'OEUVRE D'ÉTÉ"), words("l’œuvre d’été"));
        assert_eq!(words("Ça naît où ? À Łódź"), ["ca", "nait", "ou", "a", "lodz"]);
        assert_eq!(words("e\u{301}te\u{301}"), ["ete"]);
    }

    #[test]
    fn numbers_are_words() {
        assert_eq!(words("1\u{202f}789 jeunes, 97\u{a0}%, 2A"), ["1", "789", "jeunes", "97", "2a"]);
    }

    #[test]
    fn joined_words_are_given_apart_and_as_one() {
        assert_eq!(words("le co-training"), ["le", "co", "training", "cotraining"]);
        assert_eq!(words("Aix-en-Provence (13)"), ["aix", "en", "provence", "aixenprovence", "13"]);
        assert_eq!(words("réfugié·e·s"), ["refugie", "e", "s", "refugiees"]);
        // A dash between blanks, or at an end, joins nothing.
        assert_eq!(words("- un - deux-"), ["un", "deux"]);
    }

    #[test]
    fn signs_that_are_not_seen_part_no_word() {
        assert_eq!(words("réfu\u{ad}giés"), ["refugies"]);
    }

    #[test]
    fn what_is_no_word_is_cut() {
        assert_eq!(words(&"é".repeat(500)), ["e".repeat(LONGEST)]);
    }

    #[test]
    fn audiences_that_only_look_different_are_folded_alike() {
        assert_eq!(folded("Jeunes (18-25 ans)"), "jeunes-18-25-ans");
        assert_eq!(folded("jeunes 18\u{a0}– 25 ANS"), "jeunes-18-25-ans");
        assert_eq!(folded("…"), "");
    }

    proptest! {
        #[test]
        fn folding_what_is_folded_changes_nothing(text in "\\PC{0,40}") {
            for word in words(&text) {
                prop_assert_eq!(words(&word), [word]);
            }
            let key = folded(&text);
            prop_assert_eq!(folded(&key), key);
        }

        #[test]
        fn case_and_accents_never_count(text in "[a-zà-ÿœ '’-]{0,40}") {
            prop_assert_eq!(words(&text.to_uppercase()), words(&text));
        }
    }
}
