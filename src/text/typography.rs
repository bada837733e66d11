//! French typography, in one pass over all text that readers see.
//!
//! Rules (Imprimerie nationale, *Lexique des règles typographiques*; Unicode U+202F as CLDR uses
//! it): a space that stands before `;`, `!`, `?` becomes a narrow no-break space, before `:` and
//! inside guillemets a no-break space; between thousands and before `%`, currencies and units a
//! narrow no-break space. Straight apostrophes and pairs of straight quotes are set. No other
//! space is ever invented, and addresses are left alone.

use std::borrow::Cow;

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
    if !language.is_french() || !needs_setting(text) || text.contains([SEAM, OPAQUE]) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(Setter::new(text).run())
}

/// Sets runs of one paragraph as the single text that a reader sees. A run of `None` is something
/// that is no text.
pub fn typeset_runs(runs: &mut [Option<&mut Box<str>>], language: &Language) {
    let texts = || runs.iter().flatten();
    if !language.is_french()
        || !texts().any(|run| needs_setting(run))
        || texts().any(|run| run.contains([SEAM, OPAQUE]))
    {
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
    let set = Setter::new(&joined).run();
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
            Inline::Code(_) | Inline::Picture { .. } | Inline::Break => runs.push(None),
        }
    }
}

/// Whether any rule could apply: most short texts need none, and are not copied.
fn needs_setting(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(rank, byte)| match byte {
        b'\'' | b'"' => true,
        b' ' | 0xc2 | 0xe2 => bytes.get(rank + 1).is_some_and(|next| !next.is_ascii_lowercase()),
        _ => false,
    })
}

struct Setter {
    text: Vec<char>,
    /// Pairs of straight quotes, by their positions.
    quotes: Vec<(usize, char)>,
    set: String,
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | NO_BREAK | NARROW)
}

fn is_gap(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || is_space(c))
}

impl Setter {
    fn new(text: &str) -> Self {
        let text: Vec<char> = text.chars().collect();
        let quotes = paired_quotes(&text);
        let set = String::with_capacity(text.len() + text.len() / 8);
        Self { text, quotes, set }
    }

    fn run(mut self) -> String {
        let mut at = 0;
        while let Some(&c) = self.text.get(at) {
            at = if let Some(end) = self.address_end(at) {
                self.set.extend(&self.text[at..end]);
                end
            } else if is_space(c) {
                self.space(at)
            } else {
                self.mark(at, c);
                at + 1
            };
        }
        self.set
    }

    /// The next character that is seen at or after `at`, past the seams between runs.
    fn seen_from(&self, at: usize) -> Option<(usize, char)> {
        self.text[at.min(self.text.len())..]
            .iter()
            .enumerate()
            .find(|(_, c)| **c != SEAM)
            .map(|(n, c)| (at + n, *c))
    }

    fn seen_before(&self, at: usize) -> Option<char> {
        self.text[..at].iter().rev().copied().find(|c| *c != SEAM)
    }

    /// The end of a web or e-mail address that begins at `at`, at the start of a word.
    fn address_end(&self, at: usize) -> Option<usize> {
        let starts_word = at == 0 || !self.text[at - 1].is_alphanumeric();
        if !starts_word || !self.text[at].is_alphanumeric() {
            return None;
        }
        let is_end = |c: &char| {
            c.is_whitespace() || is_space(*c) || matches!(*c, SEAM | OPAQUE | '«' | '»' | '"' | ',')
        };
        let end = self.text[at..].iter().position(is_end).map_or(self.text.len(), |n| at + n);
        let word = &self.text[at..end];
        let has = |part: &str| word.windows(part.len()).any(|window| window.iter().copied().eq(part.chars()));
        (has("://") || has("@") || word.starts_with(&['w', 'w', 'w', '.'])).then_some(end)
    }

    /// Handles the run of spaces at `at`; returns where the text goes on.
    fn space(&mut self, at: usize) -> usize {
        let mut end = at;
        while self.text.get(end).is_some_and(|c| is_space(*c) || *c == SEAM) {
            end += 1;
        }
        // A seam behind the last space belongs to what follows.
        let last = self.text[at..end].iter().rposition(|c| is_space(*c)).map_or(at, |n| at + n);
        let end = last + 1;
        match self.space_between(self.seen_before(at), end) {
            Some(space) => {
                self.set.push(space);
                self.set.extend(self.text[at..end].iter().filter(|c| **c == SEAM));
            }
            None => self.set.extend(&self.text[at..end]),
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
        let mut at = at;
        while let Some((here, c)) = self.seen_from(at) {
            if !matches!(c, ';' | '!' | '?' | ':' | '.' | '…') {
                return is_gap(Some(c)) || matches!(c, '»' | ')' | ']' | '"' | '’' | OPAQUE);
            }
            at = here + 1;
        }
        true
    }

    /// Whether the space before `next` parts thousands: one to three digits before (or groups
    /// that were set already), exactly three after.
    fn is_thousand(&self, next: usize, at: usize) -> bool {
        let digits = |from: usize| self.text[from..].iter().take_while(|c| c.is_ascii_digit()).count();
        let space = self.text[..next].iter().rposition(|c| is_space(*c)).unwrap_or(0);
        let before = self.text[..space]
            .iter()
            .rev()
            .filter(|c| **c != SEAM)
            .take_while(|c| c.is_ascii_digit())
            .count();
        let start = space.saturating_sub(before);
        let lead = start.checked_sub(1).and_then(|n| self.text.get(n));
        let is_number = matches!(before, 1..=3)
            && lead.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, ',' | '.' | '+' | '-'));
        // A telephone number or a postal code shows other groups on one of its sides.
        let after = at + 3;
        let follows = self.text.get(after);
        is_number && digits(at) == 3 && follows.is_none_or(|c| !c.is_alphabetic())
    }

    fn is_unit(&self, at: usize) -> bool {
        let rest = &self.text[at..];
        let length = rest.iter().take_while(|c| c.is_alphabetic() || matches!(**c, '²' | '³' | '€')).count();
        let word = &rest[..length];
        matches!(length, 1..=3) && UNITS.iter().any(|unit| word.iter().copied().eq(unit.chars()))
    }

    fn mark(&mut self, at: usize, c: char) {
        let set = match c {
            '\'' if self.is_apostrophe(at) => '’',
            '"' => {
                match self
                    .quotes
                    .binary_search_by_key(&at, |(position, _)| *position)
                    .ok()
                    .map(|n| self.quotes[n].1)
                {
                    Some('«') => self.set.extend(['«', NO_BREAK]),
                    Some(_) => self.set.extend([NO_BREAK, '»']),
                    None => self.set.push('"'),
                }
                return;
            }
            other => other,
        };
        self.set.push(set);
    }

    /// An apostrophe follows a letter; before a word, it is a quote or a lost century.
    fn is_apostrophe(&self, at: usize) -> bool {
        self.seen_before(at).is_some_and(char::is_alphabetic)
    }
}

/// The positions of straight quotes that pair up, each with the guillemet it becomes.
fn paired_quotes(text: &[char]) -> Vec<(usize, char)> {
    let mut pairs = Vec::new();
    let mut open: Option<usize> = None;
    let mut quotes = 0;
    for (at, _) in text.iter().enumerate().filter(|(_, c)| **c == '"') {
        quotes += 1;
        let before = text[..at].iter().rev().copied().find(|c| *c != SEAM);
        let after = text[at + 1..].iter().copied().find(|c| *c != SEAM);
        let may_open =
            is_gap(before) || before.is_some_and(|c| matches!(c, '(' | '[' | '\'' | '’' | '«' | '—' | '–'));
        match open {
            None if may_open && !is_gap(after) => open = Some(at),
            Some(start) if !is_gap(before) && text[start + 1..at].iter().any(|c| *c != SEAM) => {
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
