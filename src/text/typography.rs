//! French typography, in one pass over all text that readers see.
//!
//! Rules (Imprimerie nationale, *Lexique des règles typographiques*; Unicode U+202F as CLDR uses
//! it): a space that stands before `;`, `!`, `?` becomes a narrow no-break space, before `:` and
//! inside guillemets a no-break space; between thousands and before `%`, currencies and units a
//! narrow no-break space. Straight apostrophes and pairs of straight quotes are set. No other
//! space is ever invented, and addresses are left alone.

use std::borrow::Cow;
use std::ops::Range;

use super::Language;
use super::rich::Inline;

const NARROW: char = '\u{202f}';
const NO_BREAK: char = '\u{a0}';

/// Stands between two runs of text while they are set as one. A noncharacter: no text holds it.
const SEAM: char = '\u{fdd0}';
/// Stands for something that is no text: a picture, a piece of code.
const OPAQUE: char = '\u{fdd1}';

/// Units that follow a number. Hours and minutes are not among them: times stay as they are.
const UNITS: &[&str] = &[
    "km", "m", "cm", "mm", "m²", "km²", "m³", "ha", "kg", "g", "mg", "t", "l", "L", "cl", "ml", "Mo", "Go",
    "To", "ko", "kWh", "MW", "kW", "W", "k€", "M€", "Md€",
];

/// Sets one text.
#[must_use]
pub fn typeset<'a>(text: &'a str, language: &Language) -> Cow<'a, str> {
    if !language.is_french() || holds_seams(text) {
        return Cow::Borrowed(text);
    }
    Setter::new(text).run()
}

/// Sets runs of one paragraph as the single text that a reader sees. A run of `None` is something
/// that is no text.
pub fn typeset_runs(runs: &mut [Option<&mut Box<str>>], language: &Language) {
    if !language.is_french() || runs.iter().flatten().any(|run| holds_seams(run)) {
        return;
    }
    if let [Some(run)] = runs {
        if let Cow::Owned(set) = Setter::new(run).run() {
            **run = set.into();
        }
        return;
    }
    let mut joined = String::new();
    for (rank, run) in runs.iter().enumerate() {
        if rank > 0 {
            joined.push(SEAM);
        }
        match run {
            Some(run) => joined.push_str(run),
            None => joined.push(OPAQUE),
        }
    }
    let Cow::Owned(set) = Setter::new(&joined).run() else { return };
    for (run, part) in runs.iter_mut().zip(set.split(SEAM)) {
        if let Some(run) = run
            && &***run != part
        {
            **run = part.into();
        }
    }
}

/// Sets the inlines of one paragraph, across their marks.
pub(crate) fn typeset_inlines(inlines: &mut [Inline], language: &Language) {
    let mut runs = Vec::new();
    collect(inlines, &mut runs);
    typeset_runs(&mut runs, language);
}

fn collect<'a>(inlines: &'a mut [Inline], runs: &mut Vec<Option<&'a mut Box<str>>>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => runs.push(Some(text)),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
                collect(inner, runs);
            }
            // Another language has rules of its own.
            Inline::Foreign { .. } | Inline::Code(_) | Inline::Picture { .. } | Inline::Break => {
                runs.push(None);
            }
        }
    }
}

/// Whether a text holds our own marks. Bytes are looked at first: no French letter begins so.
fn holds_seams(text: &str) -> bool {
    text.as_bytes().contains(&0xef) && text.contains([SEAM, OPAQUE])
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | NO_BREAK | NARROW)
}

fn is_gap(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || is_space(c))
}

/// Sets a text, byte by byte: nearly all of them are copied as they are. Positions are bytes.
struct Setter<'t> {
    text: &'t str,
    /// Pairs of straight quotes, by their positions.
    quotes: Vec<(usize, char)>,
    /// Web and e-mail addresses, which are left alone.
    addresses: Vec<Range<usize>>,
    set: String,
    /// Up to where the text has been copied or replaced.
    done: usize,
}

impl<'t> Setter<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, quotes: paired_quotes(text), addresses: addresses(text), set: String::new(), done: 0 }
    }

    fn run(mut self) -> Cow<'t, str> {
        let mut at = 0;
        while let Some(next) = self.next_mark(at) {
            at = self.mark(next);
        }
        if self.done == 0 {
            return Cow::Borrowed(self.text);
        }
        self.set.push_str(&self.text[self.done..]);
        Cow::Owned(self.set)
    }

    /// The next place at or after `at` where a rule may apply.
    fn next_mark(&self, mut at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        loop {
            // Beside spaces and straight quotes: the first bytes of no-break spaces.
            let found = bytes[at..].iter().position(|b| matches!(b, b' ' | b'\'' | b'"' | 0xc2 | 0xe2))?;
            at += found;
            let next = self.addresses.partition_point(|address| address.end <= at);
            if let Some(address) = self.addresses.get(next).filter(|address| address.start <= at) {
                at = address.end;
            } else if bytes[at] == b' ' && self.is_plain_space(at) {
                at += 1;
            } else {
                return Some(at);
            }
        }
    }

    /// The space between two words, which is nearly every one.
    fn is_plain_space(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let is_word = |b: Option<&u8>| b.is_some_and(u8::is_ascii_lowercase);
        is_word(bytes.get(at + 1)) && is_word(at.checked_sub(1).and_then(|before| bytes.get(before)))
    }

    /// Applies what rule there is at `at`; returns where the text goes on.
    fn mark(&mut self, at: usize) -> usize {
        let Some(c) = self.text[at..].chars().next() else { return self.text.len() };
        let end = at + c.len_utf8();
        match c {
            _ if is_space(c) => return self.space(at),
            '\'' if self.seen_before(at).is_some_and(char::is_alphabetic) => self.replace(at..end, &['’']),
            '"' => match self
                .quotes
                .binary_search_by_key(&at, |(position, _)| *position)
                .map(|n| self.quotes[n].1)
            {
                Ok('«') => self.replace(at..end, &['«', NO_BREAK]),
                Ok(_) => self.replace(at..end, &[NO_BREAK, '»']),
                Err(_) => {}
            },
            _ => {}
        }
        end
    }

    fn replace(&mut self, range: Range<usize>, with: &[char]) {
        if self.done == 0 {
            self.set.reserve(self.text.len() + self.text.len() / 16 + 8);
        }
        self.set.push_str(&self.text[self.done..range.start]);
        self.set.extend(with);
        self.done = range.end;
    }

    /// The next character that is seen at or after `at`, past the seams between runs.
    fn seen_from(&self, at: usize) -> Option<(usize, char)> {
        self.text[at..].char_indices().find(|(_, c)| *c != SEAM).map(|(n, c)| (at + n, c))
    }

    fn seen_before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().rev().find(|c| *c != SEAM)
    }

    /// Handles the run of spaces at `at`; returns where the text goes on.
    fn space(&mut self, at: usize) -> usize {
        let run = self.text[at..].char_indices().take_while(|(_, c)| is_space(*c) || *c == SEAM);
        // A seam behind the last space belongs to what follows.
        let last = run.filter(|(_, c)| is_space(*c)).last();
        let end = last.map_or(at, |(n, c)| at + n + c.len_utf8());
        if let Some(space) = self.space_between(self.seen_before(at), end) {
            let seams = self.text[at..end].chars().filter(|c| *c == SEAM);
            let with: Vec<char> = std::iter::once(space).chain(seams).collect();
            self.replace(at..end, &with);
        }
        end
    }

    /// Which space stands between `before` and what is seen from `next`, if a rule says so.
    fn space_between(&self, before: Option<char>, next: usize) -> Option<char> {
        let before = before.filter(|c| !c.is_whitespace())?;
        let (at, c) = self.seen_from(next)?;
        match c {
            _ if before == '«' => Some(NO_BREAK),
            ';' | '!' | '?' if self.ends_here(at) => Some(NARROW),
            ':' if self.ends_here(at) => Some(NO_BREAK),
            '»' => Some(NO_BREAK),
            _ if !before.is_ascii_digit() => None,
            '%' | '‰' | '€' | '$' | '£' | '°' => Some(NARROW),
            _ if c.is_ascii_digit() && self.is_thousand(next, at) => Some(NARROW),
            _ if self.is_unit(at) => Some(NARROW),
            _ => None,
        }
    }

    /// Whether the punctuation that begins at `at` is followed by a gap, a closing sign or
    /// nothing: `!important` and `:smile` are no punctuation.
    fn ends_here(&self, at: usize) -> bool {
        let seen = self.text[at..].chars().filter(|c| *c != SEAM);
        let after = seen.skip_while(|c| matches!(c, ';' | '!' | '?' | ':' | '.' | '…')).take(1).next();
        is_gap(after) || after.is_some_and(|c| matches!(c, '»' | ')' | ']' | '"' | '’' | OPAQUE))
    }

    /// Whether the space before `next` parts thousands: one to three digits before (or groups
    /// that were set already), exactly three after.
    fn is_thousand(&self, next: usize, at: usize) -> bool {
        let before = self.text[..next].trim_end_matches(|c| is_space(c) || c == SEAM);
        let number = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let lead = before[..before.len() - number].chars().next_back();
        let starts = lead.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, ',' | '.' | '+' | '-'));
        let after = &self.text[at..];
        let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        // Letters behind the digits make a reference of them.
        let ends = !after[digits..].starts_with(char::is_alphabetic);
        matches!(number, 1..=3) && starts && digits == 3 && ends
    }

    fn is_unit(&self, at: usize) -> bool {
        let rest = &self.text[at..];
        let is_part = |c: char| c.is_alphabetic() || matches!(c, '²' | '³' | '€');
        let word = &rest[..rest.len() - rest.trim_start_matches(is_part).len()];
        word.len() <= 6 && UNITS.contains(&word)
    }
}

/// Where the web and e-mail addresses of a text stand. Most texts have none.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let holds = |byte: u8| text.as_bytes().contains(&byte);
    let may_hold = holds(b'@') || holds(b':') && text.contains("://") || holds(b'w') && text.contains("www.");
    if !may_hold {
        return Vec::new();
    }
    let is_end = |c: char| {
        c.is_whitespace() || is_space(c) || matches!(c, SEAM | OPAQUE | '«' | '»' | '"' | ',' | '(' | ')')
    };
    let mut found = Vec::new();
    let mut start = 0;
    for (end, c) in text.char_indices().filter(|(_, c)| is_end(*c)).chain([(text.len(), ' ')]) {
        let word = &text[start..end];
        // In `l'a.b@c.fr`, the address begins behind the apostrophe's word, but nothing of it
        // may change.
        if word.contains('@') || word.contains("://") || word.contains("www.") {
            found.push(start..end);
        }
        start = (end + c.len_utf8()).min(text.len());
    }
    found
}

/// The positions of straight quotes that pair up, each with the guillemet it becomes.
fn paired_quotes(text: &str) -> Vec<(usize, char)> {
    let mut pairs = Vec::new();
    let mut open: Option<usize> = None;
    let mut quotes = 0;
    for (at, _) in text.match_indices('"') {
        quotes += 1;
        let before = text[..at].chars().rev().find(|c| *c != SEAM);
        let after = text[at + 1..].chars().find(|c| *c != SEAM);
        let may_open =
            is_gap(before) || before.is_some_and(|c| matches!(c, '(' | '[' | '\'' | '’' | '«' | '—' | '–'));
        match open {
            None if may_open && !is_gap(after) => open = Some(at),
            Some(start) if !is_gap(before) && text[start + 1..at].chars().any(|c| c != SEAM) => {
                pairs.extend([(start, '«'), (at, '»')]);
                open = None;
            }
            _ => {}
        }
    }
    // Where some do not pair up, nobody can tell which of them belong together: all stay straight.
    if pairs.len() == quotes { pairs } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn set(text: &str) -> String {
        // Shown with visible stand-ins: _ is a no-break space, ~ a narrow one.
        typeset(text, &Language::default()).replace(NO_BREAK, "_").replace(NARROW, "~")
    }

    #[test]
    fn spaces_before_high_punctuation_do_not_break() {
        assert_eq!(
            set("Attention ! Vraiment ? Oui ; voici : rien"),
            "Attention~! Vraiment~? Oui~; voici_: rien"
        );
        assert_eq!(set("Quoi ?! Si ?…"), "Quoi~?! Si~?…");
        assert_eq!(set("Attention! Non: rien"), "Attention! Non: rien");
        assert_eq!(set("!important ou :smile: :-)"), "!important ou :smile: :-)");
    }

    #[test]
    fn guillemets_keep_their_words() {
        assert_eq!(set("un « mot » ici"), "un «_mot_» ici");
        assert_eq!(set("un \"mot\" ici"), "un «_mot_» ici");
        assert_eq!(
            set("nommé \"Karibu\" (\"Accueil\" en swahili)"),
            "nommé «_Karibu_» («_Accueil_» en swahili)"
        );
        assert_eq!(set("un écran de 12\""), "un écran de 12\"");
        assert_eq!(set("«mot»"), "«mot»");
        assert_eq!(set("le signe \"!\" et « ! »"), "le signe «_!_» et «_!_»");
    }

    #[test]
    fn numbers_keep_their_thousands_and_units() {
        assert_eq!(set("88 000 personnes, 1 234 567 €"), "88~000 personnes, 1~234~567~€");
        assert_eq!(set("97 % en 9 mois, 200 à 1500 €, 5 km"), "97~% en 9 mois, 200 à 1500~€, 5~km");
        assert_eq!(set("en 2018 500 personnes"), "en 2018 500 personnes");
        assert_eq!(set("04 91 07 80 00"), "04 91 07 80 00");
        assert_eq!(set("à 14 h 30 et 20 m de haut"), "à 14 h 30 et 20~m de haut");
        assert_eq!(set("3 mesures"), "3 mesures");
    }

    #[test]
    fn apostrophes_are_set() {
        assert_eq!(set("l'accueil d'Elia, aujourd'hui"), "l’accueil d’Elia, aujourd’hui");
        assert_eq!(set("les années '90"), "les années '90");
    }

    #[test]
    fn addresses_are_left_alone() {
        for text in ["https://a.fr/l'eau?q=\"x\"", "www.a.fr/l'eau", "l'a.b@c-d'e.fr"] {
            assert!(set(text).contains('\''), "{text}");
        }
        assert_eq!(set("voir https://a.fr : oui"), "voir https://a.fr_: oui");
    }

    #[test]
    fn marks_do_not_hide_punctuation() {
        let rich = |source: &str| {
            let (rich, _) = crate::text::parse_markdown(source, &Language::default());
            format!("{:?}", rich.blocks)
        };
        assert!(rich("**Attention** !").contains("Text(\"\\u{202f}!\")"));
        assert!(rich("*l*'eau").contains('’'));
        assert!(rich("« **mot** »").contains("«\\u{a0}"));
        assert!(rich("`a ; b'c`").contains("Code(\"a ; b'c\")"));
        assert!(rich("`a` ;").contains("\\u{202f};"));
    }

    #[test]
    fn other_languages_are_untouched() {
        let english = Language::parse("en").unwrap();
        assert_eq!(typeset("It's \"so\" : 10 % !", &english), "It's \"so\" : 10 % !");
    }

    proptest! {
        #[test]
        fn setting_twice_changes_nothing_more(text in "[ a-z0-9'\"«»;:!?%€.@/\u{a0}\u{202f}-]{0,60}") {
            let once = typeset(&text, &Language::default()).into_owned();
            prop_assert_eq!(typeset(&once, &Language::default()).into_owned(), once);
        }

        #[test]
        fn only_spaces_quotes_and_apostrophes_change(text in "\\PC{0,60}") {
            let plain = |text: &str| -> String {
                text.chars().filter(|c| !is_space(*c) && !matches!(c, '"' | '«' | '»' | '\'' | '’')).collect()
            };
            prop_assert_eq!(plain(&typeset(&text, &Language::default())), plain(&text));
        }
    }
}
