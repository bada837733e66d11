//! Dates that may stop at the year or the month, as sheets give them.

use jiff::ToSpan as _;
use jiff::civil::Date;

/// A year, a month of a year, or a day. Ordered by their beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    first: Date,
    precision: Precision,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Precision {
    Year,
    Month,
    Day,
}

impl PartialDate {
    /// Reads `2019`, `2019-04` or `2019-04-30`; none if there is no such date.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map(|part| number(part, 2)).map_or(Some(None), |month| month.map(Some))?;
        let day = parts.next().map(|part| number(part, 2)).map_or(Some(None), |day| day.map(Some))?;
        let month = month.map(i8::try_from).transpose().ok()?;
        let day = day.map(i8::try_from).transpose().ok()?;
        if parts.next().is_some() || year == 0 {
            return None;
        }
        let precision = match (month, day) {
            (None, _) => Precision::Year,
            (_, None) => Precision::Month,
            _ => Precision::Day,
        };
        let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        Some(Self { first, precision })
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.first.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> Option<i8> {
        (self.precision >= Precision::Month).then(|| self.first.month())
    }

    /// The day of the month.
    #[must_use]
    pub fn day(self) -> Option<i8> {
        self.whole().map(Date::day)
    }

    /// The date itself, where it says the day.
    #[must_use]
    pub fn whole(self) -> Option<Date> {
        (self.precision == Precision::Day).then_some(self.first)
    }

    /// The last day it may mean.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self.precision {
            Precision::Year => self.first.last_of_year(),
            Precision::Month => self.first.last_of_month(),
            Precision::Day => self.first,
        }
    }

    /// Whether it ends before `other` begins: `2019-04` does not end before `2019`.
    #[must_use]
    pub fn is_before(self, other: Self) -> bool {
        self.last_day() < other.first
    }

    /// The same day, month or year some years later; the last of February after a leap day.
    #[must_use]
    pub fn years_later(self, years: i16) -> Self {
        Self { first: self.first.saturating_add(i64::from(years).years()), ..self }
    }
}

impl std::fmt::Display for PartialDate {
    /// The ISO form, for `datetime` attributes and exports.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year())?;
        if let Some(month) = self.month() {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day() {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl serde::Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

fn number(part: &str, digits: usize) -> Option<i16> {
    (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_months_and_days_are_read_and_written_back() {
        for text in ["2019", "2019-04", "2019-04-30", "2020-02-29"] {
            assert_eq!(PartialDate::parse(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in
            ["", "19", "2019-13", "2019-02-29", "2019-4", "2019-04-30-01", "avril 2019", "0000", "+201"]
        {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn years_pass() {
        let later = |text| PartialDate::parse(text).unwrap().years_later(3).to_string();
        assert_eq!(
            ["2026", "2026-11", "2026-11-20", "2024-02-29"].map(later),
            ["2029", "2029-11", "2029-11-20", "2027-02-28"]
        );
        assert_eq!(PartialDate::parse("2024-02-29").unwrap().years_later(4).to_string(), "2028-02-29");
    }

    #[test]
    fn a_year_or_a_month_lasts_to_its_last_day() {
        for (text, last) in [
            ("2020", "2020-12-31"),
            ("2020-02", "2020-02-29"),
            ("2021-02", "2021-02-28"),
            ("2019-04-30", "2019-04-30"),
        ] {
            let date = PartialDate::parse(text).unwrap();
            assert_eq!(date.last_day().to_string(), last);
            assert_eq!(date.whole().is_some(), text == last);
        }
    }

    #[test]
    fn a_month_is_not_before_its_year() {
        let date = |text| PartialDate::parse(text).unwrap();
        assert!(!date("2019-04").is_before(date("2019")));
        assert!(!date("2019").is_before(date("2019-04")));
        assert!(date("2018").is_before(date("2019-01")));
    }
}
