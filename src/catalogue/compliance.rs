//! How accessible a site is, by the figures of its audit, and never by what its publisher thinks.

use crate::problems::{Code, Problem};
use crate::text::PartialDate;

use super::{Accessibility, Audit};

/// For how many years an audit speaks, and a declaration holds.
const YEARS: i16 = 3;

/// What a site says of its accessibility (decree 2019-768 of 24 July 2019).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compliance {
    /// Less than half of the criteria are met, or nobody knows.
    None,
    /// Half of them at least.
    Partial,
    /// All of them.
    Full,
}

impl Audit {
    /// Criteria met, and criteria that apply. None for figures that cannot be.
    fn figures(&self) -> Option<(u32, u32)> {
        self.passed.value.zip(self.applicable.value).filter(|(passed, all)| *all > 0 && passed <= all)
    }

    /// What the figures make of the site.
    #[must_use]
    pub fn compliance(&self) -> Compliance {
        match self.figures() {
            Some((passed, all)) if passed == all => Compliance::Full,
            Some((passed, all)) if u64::from(passed) * 2 >= u64::from(all) => Compliance::Partial,
            _ => Compliance::None,
        }
    }

    /// The rate, in tenths of a percent. Always rounded down: 49.96 % is not half, and 99.96 % is
    /// not all.
    #[must_use]
    pub fn rate(&self) -> Option<u32> {
        let (passed, all) = self.figures()?;
        u32::try_from(u64::from(passed) * 1000 / u64::from(all)).ok()
    }
}

impl Accessibility {
    /// The date that the declaration bears: that of its last change.
    #[must_use]
    pub fn date(&self) -> Option<PartialDate> {
        let dates = [&self.updated, &self.established];
        dates.into_iter().find_map(|date| date.as_ref().and_then(|date| date.value))
    }

    /// When the declaration must have been made anew.
    #[must_use]
    pub fn expires(&self) -> Option<PartialDate> {
        self.date().map(|date| date.years_later(YEARS))
    }

    /// Whether the audit was too old to speak when the declaration was made. There is no clock here:
    /// the same settings give the same site whenever it is built.
    #[must_use]
    pub fn has_expired_audit(&self) -> bool {
        let made = self.audit.as_ref().and_then(|audit| audit.date.value);
        made.zip(self.date()).is_some_and(|(made, date)| made.years_later(YEARS).is_before(date))
    }

    /// The audit, if it still speaks.
    #[must_use]
    pub fn valid_audit(&self) -> Option<&Audit> {
        self.audit.as_ref().filter(|_| !self.has_expired_audit())
    }

    /// What the site says of itself. Without a valid audit the law has it say the least.
    #[must_use]
    pub fn compliance(&self) -> Compliance {
        self.valid_audit().map_or(Compliance::None, Audit::compliance)
    }

    /// What is wrong with its dates and figures.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        if let Some((established, updated)) = self.established.as_ref().zip(self.updated.as_ref())
            && let Some((first, last)) = established.value.zip(updated.value)
            && last.is_before(first)
        {
            let problem = Problem::at(Code::BadDeclarationDate, updated.place).with("fault", "update");
            problems.push(problem.related(established.place));
        }
        let Some(audit) = &self.audit else {
            return problems;
        };
        let declared = self.updated.as_ref().or(self.established.as_ref());
        if let Some((date, made)) = self.date().zip(audit.date.value) {
            let declared = declared.and_then(|declared| declared.place);
            if date.is_before(made) {
                let problem = Problem::at(Code::BadDeclarationDate, audit.date.place).with("fault", "audit");
                problems.push(problem.related(declared));
            } else if self.has_expired_audit() {
                problems.push(Problem::at(Code::ExpiredAudit, audit.date.place).related(declared));
            }
        }
        if let Some((passed, all)) = audit.passed.value.zip(audit.applicable.value)
            && audit.figures().is_none()
        {
            let (fault, at) = if all == 0 { ("none", &audit.applicable) } else { ("more", &audit.passed) };
            let problem = Problem::at(Code::BadAudit, at.place).with("fault", fault);
            let problem = problem.with("passed", passed.to_string()).with("applicable", all.to_string());
            problems.push(problem);
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problems::Located;
    use proptest::prelude::*;

    fn audit(passed: u32, applicable: u32, date: &str) -> Audit {
        let located = |value| Located { value: Some(value), place: None };
        let date = Located { value: PartialDate::parse(date), place: None };
        Audit { passed: located(passed), applicable: located(applicable), date, ..Audit::default() }
    }

    fn declared(audit: Option<Audit>, established: &str, updated: &str) -> Accessibility {
        let date = |text| PartialDate::parse(text).map(|date| Located { value: Some(date), place: None });
        Accessibility {
            established: date(established),
            updated: date(updated),
            audit,
            ..Accessibility::default()
        }
    }

    #[test]
    fn the_figures_decide() {
        for (passed, applicable, compliance, rate) in [
            (0, 106, Compliance::None, 0),
            (499, 1000, Compliance::None, 499),
            (4999, 10000, Compliance::None, 499),
            (53, 106, Compliance::Partial, 500),
            (1, 2, Compliance::Partial, 500),
            (62, 80, Compliance::Partial, 775),
            (9999, 10000, Compliance::Partial, 999),
            (106, 106, Compliance::Full, 1000),
            (1, 1, Compliance::Full, 1000),
        ] {
            let audit = audit(passed, applicable, "2026-10");
            let found = (audit.compliance(), audit.rate());
            assert_eq!(found, (compliance, Some(rate)), "{passed} of {applicable}");
        }
    }

    #[test]
    fn figures_that_cannot_be_are_refused_and_count_for_nothing() {
        for (passed, applicable) in [(0, 0), (1, 0), (81, 80)] {
            let audit = audit(passed, applicable, "2026-10");
            assert_eq!((audit.compliance(), audit.rate()), (Compliance::None, None));
            let problems = declared(Some(audit), "2026-11-20", "").problems();
            assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), [Code::BadAudit]);
        }
    }

    #[test]
    fn an_audit_speaks_for_three_years() {
        for (made, established, updated, compliance) in [
            ("2023-11-20", "2026-11-20", "", Compliance::Full),
            ("2023-11-19", "2026-11-20", "", Compliance::None),
            ("2023-11", "2026-11-30", "", Compliance::Full),
            ("2023-11", "2026-12-01", "", Compliance::None),
            ("2023", "2026", "", Compliance::Full),
            ("2023-11-20", "2026-11-20", "2026-11-21", Compliance::None),
            ("2024-02-29", "2027-02-28", "", Compliance::Full),
            // Without a date nobody can tell: the date is asked for.
            ("2001", "", "", Compliance::Full),
        ] {
            let declaration = declared(Some(audit(80, 80, made)), established, updated);
            assert_eq!(declaration.compliance(), compliance, "{made}, {established}, {updated}");
            let is_told = declaration.problems().iter().any(|problem| problem.code == Code::ExpiredAudit);
            assert_eq!(is_told, compliance == Compliance::None);
        }
        assert_eq!(declared(None, "2026-11-20", "").compliance(), Compliance::None);
    }

    #[test]
    fn dates_that_contradict_each_other_are_refused() {
        let codes = |declaration: &Accessibility| {
            declaration.problems().iter().map(|problem| problem.code).collect::<Vec<_>>()
        };
        let late = declared(Some(audit(1, 2, "2026-11-21")), "2026-11-20", "");
        assert_eq!(codes(&late), [Code::BadDeclarationDate]);
        assert!(codes(&declared(Some(audit(1, 2, "2026-11-21")), "2026-11-20", "2026-12")).is_empty());
        assert_eq!(codes(&declared(None, "2026-11-20", "2026-10")), [Code::BadDeclarationDate]);
    }

    proptest! {
        #[test]
        fn the_rate_never_says_more_than_the_mention(applicable in 1u32.., share in 0.0f64..=1.0) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a u32 is one")]
            let passed = ((f64::from(applicable) * share) as u32).min(applicable);
            let audit = audit(passed, applicable, "2026");
            let rate = audit.rate().unwrap();
            prop_assert!((rate >= 500) == (audit.compliance() != Compliance::None));
            prop_assert!((rate == 1000) == (audit.compliance() == Compliance::Full));
        }
    }
}
