//! What the sheets lack, for whoever completes them. All of it is optional: none of it is a problem.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::text::{PartialDate, RichText};

use super::{Catalogue, Contact, Initiative, Sheet, Territory};

/// Something that a sheet may do without, and that readers would miss.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// No description.
    Description,
    /// No results. Figures alone tell none.
    Results,
    /// No territory, or one that names no place.
    Territory,
    /// Nobody who can be reached. Whether readers are shown the contact makes no difference.
    Contact,
    /// No picture, neither beside the texts nor within them. A logo shows the pilot, not the initiative.
    Picture,
    /// The pilot never confirmed the sheet.
    Review,
    /// The pilot confirmed it, but more than a year ago.
    RecentReview,
}

impl Missing {
    /// Everything that can be missing, in the order in which it is named.
    pub const ALL: [Self; 7] = [
        Self::Description,
        Self::Results,
        Self::Territory,
        Self::Contact,
        Self::Picture,
        Self::Review,
        Self::RecentReview,
    ];

    /// Its name in exports and in the wording.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Description => "description",
            Self::Results => "results",
            Self::Territory => "territory",
            Self::Contact => "contact",
            Self::Picture => "picture",
            Self::Review => "review",
            Self::RecentReview => "recent_review",
        }
    }

    fn is_missing(self, sheet: &Sheet, on: Date) -> bool {
        let reviewed = sheet.reviewed_on();
        match self {
            Self::Description => is_blank(sheet.description.as_ref()),
            Self::Results => is_blank(sheet.results.as_ref()),
            Self::Territory => !sheet.territory.as_ref().is_some_and(Territory::names_a_place),
            Self::Contact => !sheet.contacts.iter().any(Contact::is_reachable),
            Self::Picture => !has_picture(sheet),
            Self::Review => reviewed.is_none(),
            Self::RecentReview => reviewed.is_some_and(|day| is_over_a_year_old(day, on)),
        }
    }
}

/// A sheet, with what it lacks.
#[derive(Debug)]
pub struct Gaps<'c> {
    /// The sheet.
    pub initiative: &'c Initiative,
    /// What it lacks, in the order of [`Missing::ALL`]; nothing if it is complete.
    pub missing: Vec<Missing>,
}

impl Catalogue {
    /// What each sheet lacks on a day, in the catalogue's order.
    #[must_use]
    pub fn gaps(&self, on: Date) -> Vec<Gaps<'_>> {
        let gaps = |initiative| Gaps { initiative, missing: missing(&initiative.sheet, on) };
        self.initiatives.iter().map(gaps).collect()
    }
}

fn missing(sheet: &Sheet, on: Date) -> Vec<Missing> {
    Missing::ALL.into_iter().filter(|part| part.is_missing(sheet, on)).collect()
}

impl Sheet {
    /// When the pilot last confirmed it.
    #[must_use]
    pub fn reviewed_on(&self) -> Option<PartialDate> {
        self.reviewed.as_ref().and_then(|date| date.value)
    }
}

impl Contact {
    /// Whether there is any way to reach them.
    #[must_use]
    pub fn is_reachable(&self) -> bool {
        // What could not be read stands empty.
        self.email.as_ref().is_some_and(|email| !email.shown.is_empty())
            || self.phones.iter().any(|phone| phone.0.is_some())
            || self.address.is_some()
            || self.website.as_ref().is_some_and(|website| !website.link.is_empty())
    }
}

impl Territory {
    /// Whether it says anything.
    #[must_use]
    pub fn names_a_place(&self) -> bool {
        let lists = [&self.regions, &self.departments, &self.places, &self.cross_border];
        self.national || lists.into_iter().flatten().any(|name| !name.is_empty())
    }
}

fn is_blank(text: Option<&RichText>) -> bool {
    text.is_none_or(RichText::is_empty)
}

fn has_picture(sheet: &Sheet) -> bool {
    let texts = [&sheet.description, &sheet.results].into_iter().flatten();
    let within = texts.flat_map(|text| &text.references).any(|reference| reference.kind.is_none());
    within || sheet.media.iter().any(|media| !media.file.is_empty())
}

/// On the very day of the anniversary it is not; a year or a month has the benefit of the doubt.
fn is_over_a_year_old(reviewed: PartialDate, on: Date) -> bool {
    reviewed.last_day().saturating_add(1.year()) < on
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problems::Located;
    use crate::record::{Email, Line, Phone, WebAddress};
    use crate::text::{Language, PhoneNumber, parse_markdown};

    const ON: Date = jiff::civil::date(2026, 11, 22);

    fn line(text: &str) -> Line {
        Line { value: text.to_owned(), place: None }
    }

    fn text(markdown: &str) -> RichText {
        parse_markdown(markdown, &Language::default()).0
    }

    fn reviewed(date: &str) -> Sheet {
        let date = Located { value: PartialDate::parse(date), place: None };
        Sheet { reviewed: Some(date), ..Sheet::default() }
    }

    /// Whether a sheet lacks something on the day of the tests.
    fn lacks(part: Missing, sheet: &Sheet) -> bool {
        missing(sheet, ON).contains(&part)
    }

    #[test]
    fn an_empty_sheet_lacks_everything_but_a_more_recent_review() {
        let names: Vec<&str> = missing(&Sheet::default(), ON).into_iter().map(Missing::id).collect();
        assert_eq!(names, ["description", "results", "territory", "contact", "picture", "review"]);
    }

    #[test]
    fn texts_without_words_are_missing() {
        let sheet = |text| Sheet { results: Some(text), ..Sheet::default() };
        assert!(!lacks(Missing::Results, &sheet(text("Bien."))));
        assert!(lacks(Missing::Results, &sheet(text(" \n"))));
    }

    #[test]
    fn a_territory_names_a_place() {
        let sheet = |territory| Sheet { territory: Some(territory), ..Sheet::default() };
        assert!(lacks(Missing::Territory, &sheet(Territory::default())));
        let blank = Territory { places: vec![line("")], ..Territory::default() };
        assert!(lacks(Missing::Territory, &sheet(blank)));
        let national = Territory { national: true, ..Territory::default() };
        assert!(!lacks(Missing::Territory, &sheet(national)));
        let abroad = Territory { cross_border: vec![line("Wallonie")], ..Territory::default() };
        assert!(!lacks(Missing::Territory, &sheet(abroad)));
    }

    #[test]
    fn a_contact_can_be_reached() {
        let sheet = |contact| Sheet { contacts: vec![Contact::default(), contact], ..Sheet::default() };
        let named = Contact {
            name: Some(line("Camille")),
            phones: vec![Phone(None)],
            email: Some(Email::default()),
            ..Contact::default()
        };
        assert!(lacks(Missing::Contact, &sheet(named)));
        let email = Email { shown: "contact@exemple.fr".to_owned(), ..Email::default() };
        let reachable = [
            Contact { email: Some(email), ..Contact::default() },
            Contact { phones: vec![Phone(PhoneNumber::parse("115"))], ..Contact::default() },
            Contact { address: Some(line("Rennes")), ..Contact::default() },
            Contact { website: WebAddress::parse("https://www.exemple.fr/"), ..Contact::default() },
        ];
        for contact in reachable {
            assert!(!lacks(Missing::Contact, &sheet(contact)));
        }
    }

    #[test]
    fn a_picture_within_a_text_is_one() {
        let sheet = |text| Sheet { description: Some(text), ..Sheet::default() };
        assert!(!lacks(Missing::Picture, &sheet(text("![Un repas](repas.jpg)"))));
        assert!(lacks(Missing::Picture, &sheet(text("[Un thème](theme:logement)"))));
    }

    #[test]
    fn a_year_has_passed_the_day_after_the_anniversary() {
        assert!(!lacks(Missing::RecentReview, &reviewed("2025-11-22")));
        assert!(lacks(Missing::RecentReview, &reviewed("2025-11-21")));
        assert!(!lacks(Missing::RecentReview, &reviewed("2027-01-01")));
        assert!(!lacks(Missing::Review, &reviewed("2019")));
    }

    #[test]
    fn a_review_of_a_leap_day_has_its_anniversary_on_the_28th() {
        let is_old = |date: &str, on: Date| is_over_a_year_old(PartialDate::parse(date).unwrap(), on);
        let day = jiff::civil::date;
        assert!(!is_old("2024-02-29", day(2025, 2, 28)));
        assert!(is_old("2024-02-29", day(2025, 3, 1)));
        assert!(!is_old("2023-02-28", day(2024, 2, 28)));
        assert!(is_old("2023-02-28", day(2024, 2, 29)));
    }

    #[test]
    fn a_year_or_a_month_is_reckoned_from_its_end() {
        assert!(!lacks(Missing::RecentReview, &reviewed("2025")));
        assert!(!lacks(Missing::RecentReview, &reviewed("2025-11")));
        assert!(lacks(Missing::RecentReview, &reviewed("2025-10")));
        assert!(lacks(Missing::RecentReview, &reviewed("2024")));
    }

    #[test]
    fn the_end_of_the_calendar_is_no_obstacle() {
        assert!(!is_over_a_year_old(PartialDate::parse("9999").unwrap(), Date::MAX));
    }
}
