//! What changed between two editions of a catalogue.

use std::collections::{BTreeMap, BTreeSet};

use super::Sheet;
use super::edition::{Edition, SheetTrace};

/// What changed between two editions, each list in the catalogue's order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct News<'e> {
    /// The sheets that were not there.
    pub new: Vec<&'e SheetTrace>,
    /// The sheets that show something else, or stand elsewhere.
    pub changed: Vec<Change<'e>>,
    /// The sheets that are not there any more.
    pub gone: Vec<Gone<'e>>,
}

/// A sheet that shows something else, or stands elsewhere.
#[derive(Debug, PartialEq, Eq)]
pub struct Change<'e> {
    /// The sheet as it is now.
    pub sheet: &'e SheetTrace,
    /// The id it had, if that was another one.
    pub previous_id: Option<&'e str>,
    /// The fields that show something else, in the order of their declaration.
    pub fields: Vec<&'static str>,
}

/// A sheet that is not there any more.
#[derive(Debug, PartialEq, Eq)]
pub struct Gone<'e> {
    /// The sheet as it was.
    pub sheet: &'e SheetTrace,
    /// The sheet that its address leads to now, if one has taken it in.
    pub into: Option<&'e SheetTrace>,
}

impl<'e> News<'e> {
    /// What changed from one edition to the next. Nothing is said of the ids in `unread`, which the
    /// old edition had although it cannot say what they were.
    #[must_use]
    pub fn between(old: &'e Edition, new: &'e Edition, unread: &BTreeSet<String>) -> Self {
        let before: BTreeMap<&str, &SheetTrace> = by_id(old);
        let now: BTreeMap<&str, &SheetTrace> = by_id(new);
        let mut news = Self::default();
        let mut met = BTreeSet::new();
        for sheet in &new.sheets {
            let was = std::iter::once(&sheet.id).chain(&sheet.previous_ids);
            let mut was = was.filter(|id| **id == sheet.id || !now.contains_key(id.as_str()));
            match was.clone().find_map(|id| before.get(id.as_str())) {
                Some(old) => {
                    met.insert(old.id.as_str());
                    news.changed.extend(change(old, sheet));
                }
                None if was.any(|id| unread.contains(id)) => {}
                None => news.new.push(sheet),
            }
        }
        let heirs = new.sheets.iter().flat_map(|sheet| sheet.previous_ids.iter().map(move |id| (id, sheet)));
        let heirs: BTreeMap<&String, &SheetTrace> = heirs.collect();
        let gone = old.sheets.iter().filter(|sheet| !met.contains(sheet.id.as_str()));
        news.gone = gone.map(|sheet| Gone { sheet, into: heirs.get(&sheet.id).copied() }).collect();
        news
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }
}

fn by_id(edition: &Edition) -> BTreeMap<&str, &SheetTrace> {
    edition.sheets.iter().map(|sheet| (sheet.id.as_str(), sheet)).collect()
}

/// What changed in a sheet; none if nothing did.
fn change<'e>(old: &'e SheetTrace, sheet: &'e SheetTrace) -> Option<Change<'e>> {
    let names = Sheet::RECORD.fields.iter().map(|field| field.name);
    let fields: Vec<&'static str> =
        names.filter(|name| old.fields.get(*name) != sheet.fields.get(*name)).collect();
    let previous_id = (old.id != sheet.id).then_some(old.id.as_str());
    (previous_id.is_some() || !fields.is_empty()).then_some(Change { sheet, previous_id, fields })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// An edition of sheets: their ids, their old ids, and what their objectives are.
    fn edition(sheets: &[(&str, &[&str], &str)]) -> Edition {
        let sheet = |(id, previous_ids, objective): &(&str, &[&str], &str)| {
            json!({"id": id, "title": null, "pilot": "P", "theme": "T", "path": "", "previous_ids": previous_ids,
                "fields": {"objective": objective}})
        };
        let sheets: Vec<_> = sheets.iter().map(sheet).collect();
        let whole = json!({"format": 1, "title": "", "language": "fr", "base_url": null, "sheets": sheets});
        Edition::read(whole.to_string().as_bytes()).unwrap()
    }

    /// What is told, in short: `+` new, `~` changed with its old id and fields, `-` gone.
    fn told(old: &Edition, new: &Edition, unread: &[&str]) -> Vec<String> {
        let unread = unread.iter().map(|id| (*id).to_owned()).collect();
        let news = News::between(old, new, &unread);
        let added = news.new.iter().map(|sheet| format!("+{}", sheet.id));
        let changed = news.changed.iter().map(|change| {
            let from = change.previous_id.map(|id| format!("<{id}")).unwrap_or_default();
            format!("~{}{from} {}", change.sheet.id, change.fields.join(","))
        });
        let gone = news.gone.iter().map(|gone| {
            format!(
                "-{}{}",
                gone.sheet.id,
                gone.into.map(|sheet| format!(">{}", sheet.id)).unwrap_or_default()
            )
        });
        added.chain(changed).chain(gone).collect()
    }

    #[test]
    fn new_changed_and_gone() {
        let old = edition(&[("a", &[], "1"), ("b", &[], "1"), ("c", &[], "1")]);
        let new = edition(&[("d", &[], "1"), ("b", &[], "2"), ("a", &[], "1")]);
        assert_eq!(told(&old, &new, &[]), ["+d", "~b objective", "-c"]);
        assert!(News::between(&new, &new, &BTreeSet::new()).is_empty());
    }

    #[test]
    fn a_sheet_under_another_id_is_the_same_sheet() {
        let old = edition(&[("a", &[], "1"), ("b", &[], "1")]);
        let new = edition(&[("z", &["y", "a"], "1"), ("c", &["b"], "2")]);
        assert_eq!(told(&old, &new, &[]), ["~z<a ", "~c<b objective"]);
        // Back again: the old id is not told by the sheet that bears it now.
        assert_eq!(told(&new, &old, &[]), ["+a", "+b", "-z", "-c"]);
    }

    #[test]
    fn a_sheet_that_took_another_in_is_itself() {
        let old = edition(&[("a", &[], "1"), ("b", &[], "1")]);
        let new = edition(&[("a", &["b"], "1")]);
        assert_eq!(told(&old, &new, &[]), ["-b>a"]);
    }

    #[test]
    fn nothing_is_said_of_what_could_not_be_read() {
        let new = edition(&[("a", &[], "1"), ("c", &["b"], "1"), ("d", &[], "1")]);
        assert_eq!(told(&edition(&[]), &new, &["a", "b"]), ["+d"]);
    }

    #[test]
    fn what_another_version_wrote_is_refused() {
        assert!(matches!(Edition::read(br#"{"format": 9}"#), Err(super::super::EditionError::OtherFormat)));
        assert!(matches!(Edition::read(b"<html>"), Err(super::super::EditionError::Unknown(_))));
    }
}
