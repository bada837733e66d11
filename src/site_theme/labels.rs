//! The words of the interface, from `labels/LANGUAGE.yaml`.

use std::collections::BTreeMap;

use crate::problems::{Code, Place, Problem, Problems};
use crate::record::Content;
use crate::source::read_yaml;
use crate::text::{Language, PartialDate, is_id, typeset};

use super::files::ThemeFiles;

/// Labels that the program itself asks for; those of the templates are checked when they render.
const ASKED_FOR: &[&str] = &[
    "path_themes",
    "path_initiatives",
    "path_pilots",
    "path_partners",
    "path_territories",
    "path_region",
    "path_audiences",
    "path_search",
    "path_booklet",
    "path_site_map",
    "path_accessibility",
    "path_legal_notice",
    "path_personal_data",
    "title_home",
    "title_themes",
    "title_initiatives",
    "title_pilots",
    "title_partners",
    "title_territories",
    "title_area",
    "title_audiences",
    "title_search",
    "title_booklet",
    "title_site_map",
    "title_accessibility",
    "title_legal_notice",
    "title_personal_data",
    "title_not_found",
    "title_separator",
    "booklet_whole",
    "months",
    "date_day",
    "date_first_day",
    "date_month",
    "since",
    "since_day",
    "until",
    "until_day",
    "from_to",
    "national",
    "volume",
    "volume_sheets",
    "list_page",
    "search_common",
    "sheet",
    "sheets_one",
    "sheets_other",
    "pilots_one",
    "pilots_other",
    "initiatives_one",
    "initiatives_other",
    "partners_one",
    "partners_other",
    "national_sheets_one",
    "national_sheets_other",
    "territories_lead",
    "partners_lead",
    "region_whole",
    "region_several",
    "region_departments",
    "area_sheets",
    "area_region",
    "area_neighbours",
    "audiences_one",
    "audiences_other",
    "letter_other",
    "letter_page",
    "pilots_title",
    "partners_title",
    "audiences_title",
    "territories_title",
    "accessibility_none",
    "accessibility_partial",
    "accessibility_full",
    "percent",
    "decimal_mark",
    "licence_line",
    "licence_etalab_2_0",
    "licence_cc_by_4_0",
    "licence_cc_by_sa_4_0",
    "licence_cc0_1_0",
    "licence_reserved",
];

/// The words of the interface, in the catalogue's language.
#[derive(Debug, Clone)]
pub struct Labels {
    texts: BTreeMap<String, String>,
}

impl Labels {
    /// Reads the labels of a language. None if they are not there; the problem is told.
    pub(super) fn load(files: &ThemeFiles, language: &Language, problems: &mut Problems) -> Option<Self> {
        let path = format!("labels/{}.yaml", language.base());
        let Some((file, text)) = files.text(&path, problems) else {
            let problem = Problem::at(Code::MissingLabels, None).with("language", language.tag());
            problems.push(problem.with("file", format!("themes/{}/{path}", files.name)));
            return None;
        };
        let tree = read_yaml(text, file);
        problems.extend(tree.problems);
        let mut texts = BTreeMap::new();
        if let Some(Content::Record(entries)) = tree.root.map(|root| root.content) {
            for (key, value) in &entries {
                let (Some(key), Some(text)) = (key.text(), value.text()) else {
                    continue;
                };
                texts.insert(key.to_owned(), typeset(text, language).into_owned());
            }
        }
        for key in ASKED_FOR.iter().filter(|key| !texts.contains_key(**key)) {
            problems.push(Problem::at(Code::MissingLabel, Place::whole(file)).with("key", *key));
        }
        let labels = Self { texts };
        for key in ASKED_FOR.iter().filter(|key| key.starts_with("path_")) {
            if !is_id(labels.get(key)) {
                let problem = Problem::at(Code::BadId, Place::whole(file)).with("id", labels.get(key));
                problems.push(problem.with("suggestion", *key));
            }
        }
        Some(labels)
    }

    /// A label. Those that the program asks for are there: their absence is a problem.
    #[must_use]
    pub fn get(&self, key: &str) -> &str {
        self.texts.get(key).map_or("", String::as_str)
    }

    /// All of them, for the templates.
    #[must_use]
    pub fn all(&self) -> &BTreeMap<String, String> {
        &self.texts
    }

    /// A label with its parts filled in: `{name}` becomes the value of that name.
    #[must_use]
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let start = self.get(key).to_owned();
        values.iter().fold(start, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }

    /// A count of things: `NOUN_one` or `NOUN_other`, as the language puts it.
    #[must_use]
    pub fn count(&self, noun: &str, count: usize, language: &Language) -> String {
        let is_one = count == 1 || count == 0 && language.is_french();
        let key = format!("{noun}_{}", if is_one { "one" } else { "other" });
        self.fill(&key, &[("n", &self.number(count, language))])
    }

    /// A number in digits, as the language groups them.
    #[must_use]
    pub fn number(&self, count: usize, language: &Language) -> String {
        group_thousands(count, language)
    }

    /// A rate, given in tenths of a percent.
    #[must_use]
    pub fn percent(&self, tenths: u32) -> String {
        let whole = (tenths / 10).to_string();
        let number = match tenths % 10 {
            0 => whole,
            tenth => format!("{whole}{}{tenth}", self.get("decimal_mark")),
        };
        self.fill("percent", &[("n", &number)])
    }

    /// A date in words: `avril 2019`, `1er juin 2016`.
    #[must_use]
    pub fn date(&self, date: PartialDate) -> String {
        let year = date.year().to_string();
        let Some(month) = date.month() else {
            return year;
        };
        let month = self
            .get("months")
            .split(',')
            .nth(usize::from(month.unsigned_abs()) - 1)
            .unwrap_or_default()
            .trim();
        match date.day() {
            None => self.fill("date_month", &[("month", month), ("year", &year)]),
            Some(1) => self.fill("date_first_day", &[("month", month), ("year", &year)]),
            Some(day) => {
                self.fill("date_day", &[("day", &day.to_string()), ("month", month), ("year", &year)])
            }
        }
    }
}

fn group_thousands(count: usize, language: &Language) -> String {
    let digits = count.to_string();
    let separator = if language.is_french() { "\u{202f}" } else { "," };
    let mut grouped = String::new();
    for (rank, digit) in digits.chars().enumerate() {
        if rank > 0 && (digits.len() - rank).is_multiple_of(3) {
            grouped.push_str(separator);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(texts: &[(&str, &str)]) -> Labels {
        Labels { texts: texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect() }
    }

    #[test]
    fn counts_follow_the_language() {
        let labels = labels(&[("sheets_one", "{n} fiche"), ("sheets_other", "{n} fiches")]);
        let french = Language::default();
        let shown = [0, 1, 2, 12345].map(|count| labels.count("sheets", count, &french));
        assert_eq!(shown, ["0 fiche", "1 fiche", "2 fiches", "12\u{202f}345 fiches"]);
        assert_eq!(labels.count("sheets", 0, &Language::parse("en").unwrap()), "0 fiches");
    }

    #[test]
    fn rates_follow_the_language() {
        let labels = labels(&[("percent", "{n}\u{202f}%"), ("decimal_mark", ",")]);
        let shown = [0, 5, 499, 775, 1000].map(|tenths| labels.percent(tenths));
        assert_eq!(shown, ["0\u{202f}%", "0,5\u{202f}%", "49,9\u{202f}%", "77,5\u{202f}%", "100\u{202f}%"]);
    }

    #[test]
    fn dates_are_words() {
        let labels = labels(&[
            ("months", "janvier, février"),
            ("date_month", "{month} {year}"),
            ("date_day", "{day} {month} {year}"),
            ("date_first_day", "1er {month} {year}"),
        ]);
        let shown = ["2019", "2019-02", "2019-02-03", "2019-01-01"]
            .map(|text| labels.date(PartialDate::parse(text).unwrap()));
        assert_eq!(shown, ["2019", "février 2019", "3 février 2019", "1er janvier 2019"]);
    }
}
