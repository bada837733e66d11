//! Telephone numbers: shown in pairs, linked in their international form.

/// A telephone number that was understood.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct PhoneNumber {
    shown: String,
    dialled: String,
}

/// Prefixes of French numbers that are dialled under a country code of their own.
/// Source: Arcep, plan national de numérotation (decision 2018-0881).
const OVERSEAS: &[(&str, &str)] = &[
    ("0262", "262"),
    ("0263", "262"),
    ("0269", "262"),
    ("0639", "262"),
    ("0692", "262"),
    ("0693", "262"),
    ("0508", "508"),
    ("0590", "590"),
    ("0690", "590"),
    ("0691", "590"),
    ("0594", "594"),
    ("0694", "594"),
    ("0596", "596"),
    ("0696", "596"),
    ("0697", "596"),
];

const NO_BREAK_SPACE: &str = "\u{a0}";

impl PhoneNumber {
    /// Reads a number as people type it: `01 23 45 67 89`, `01.23.45.67.89`,
    /// `+33 (0)1 23 45 67 89`, `+32 2 123 45 67`, `115`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_filler = |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '(' | ')' | '/' | '\u{2011}');
        if !text.chars().all(|c| c.is_ascii_digit() || c == '+' || is_filler(c)) {
            return None;
        }
        let text = text.trim().replace("(0)", "");
        let typed: String = text.chars().filter(|c| !is_filler(*c)).collect();
        let digits = match typed.strip_prefix('+').or_else(|| typed.strip_prefix("00")) {
            None => typed,
            Some(abroad) => match abroad.strip_prefix("33") {
                Some(french) => format!("0{}", french.trim_start_matches('0')),
                None => return Self::foreign(&text, abroad),
            },
        };
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        match digits.len() {
            // Emergency and social numbers: 115, 3919, 116 006. They exist in France only.
            2..=4 | 6 if !digits.starts_with('0') => Some(Self { shown: digits.clone(), dialled: digits }),
            10 if digits.starts_with('0') && !digits.starts_with("00") => Some(Self::french(&digits)),
            _ => None,
        }
    }

    fn french(digits: &str) -> Self {
        let pairs: Vec<&str> = (0..5).filter_map(|rank| digits.get(rank * 2..rank * 2 + 2)).collect();
        let country =
            OVERSEAS.iter().find(|(prefix, _)| digits.starts_with(prefix)).map_or("33", |(_, code)| code);
        Self { shown: pairs.join(NO_BREAK_SPACE), dialled: format!("+{country}{}", &digits[1..]) }
    }

    fn foreign(text: &str, digits: &str) -> Option<Self> {
        let is_number = matches!(digits.len(), 7..=15) && digits.bytes().all(|b| b.is_ascii_digit());
        let shown: Vec<&str> = text.split_whitespace().collect();
        is_number.then(|| Self { shown: shown.join(NO_BREAK_SPACE), dialled: format!("+{digits}") })
    }

    /// As readers see it, with no-break spaces.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// As a telephone dials it, for a `tel:` link.
    #[must_use]
    pub fn dialled(&self) -> &str {
        &self.dialled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown_and_dialled(text: &str) -> Option<(String, String)> {
        let number = PhoneNumber::parse(text)?;
        Some((number.shown().replace('\u{a0}', " "), number.dialled().to_owned()))
    }

    #[test]
    fn numbers_are_shown_in_pairs_and_dialled_from_abroad() {
        let both = |shown: &str, dialled: &str| Some((shown.to_owned(), dialled.to_owned()));
        assert_eq!(shown_and_dialled("0612345678"), both("06 12 34 56 78", "+33612345678"));
        assert_eq!(shown_and_dialled("06.62.71.13.09"), both("06 62 71 13 09", "+33662711309"));
        assert_eq!(shown_and_dialled("+33 (0)1 72 71 69 75"), both("01 72 71 69 75", "+33172716975"));
        assert_eq!(shown_and_dialled("0033 1 72 71 69 75"), both("01 72 71 69 75", "+33172716975"));
        assert_eq!(shown_and_dialled("0262 12 34 56"), both("02 62 12 34 56", "+262262123456"));
        assert_eq!(shown_and_dialled("+32 2 123 45 67"), both("+32 2 123 45 67", "+3221234567"));
        assert_eq!(shown_and_dialled("115"), both("115", "115"));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in
            ["", "01 23 45 67", "poste 12", "01 23 45 67 89 ou 06 12 34 56 78", "+33", "()", "+1+2345678"]
        {
            assert_eq!(PhoneNumber::parse(text), None, "{text}");
        }
    }
}
