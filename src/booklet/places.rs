//! Where things stand in a book that links lead to: sheets and editorial pages, by their names.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use serde_json::{Value, json};
use typst::foundations::Label;
use typst::introspection::Introspector as _;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// The first of the numbers that stand for pages: no book has so many, and no link says such a number.
const STAND_INS: usize = 1_000_000_000;

/// Pages, from 1, by the names of what stands on them; none as long as they are not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Places(BTreeMap<String, Option<usize>>);

impl Places {
    /// What texts and lists lead to, with `#` and its name as an address.
    pub(super) fn named_by<'v>(values: impl IntoIterator<Item = &'v Value>) -> Self {
        let mut names = Self::default();
        values.into_iter().for_each(|value| names.gather(value));
        names
    }

    fn gather(&mut self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.gather(item)),
            Value::Object(fields) => {
                let address = fields.get("address").and_then(Value::as_str);
                if let Some(name) = address.and_then(|address| address.strip_prefix('#')) {
                    self.0.insert(name.to_owned(), None);
                }
                fields.values().for_each(|field| self.gather(field));
            }
            _ => {}
        }
    }

    /// With the places of sheets, which lists lead to.
    pub(super) fn and_of(mut self, sheets: &[Value]) -> Self {
        let anchors = sheets.iter().filter_map(|sheet| sheet["anchor"].as_str());
        self.0.extend(anchors.map(|anchor| (anchor.to_owned(), None)));
        self
    }

    /// The same, as they stand in a book.
    pub(super) fn within(&self, book: &PagedDocument) -> Self {
        let page = |name: &str| {
            let label = Label::new(PicoStr::intern(name))?;
            let location = book.introspector().query_label(label).ok()?.location()?;
            Some(book.introspector().page(location)?.get())
        };
        Self(self.0.keys().map(|name| (name.clone(), page(name))).collect())
    }

    /// With numbers that stand for the pages as long as these are not known.
    pub(super) fn numbered(&self) -> Self {
        Self(self.0.keys().cloned().zip(STAND_INS..).map(|(name, number)| (name, Some(number))).collect())
    }

    /// What tells the pages that such numbers stand for in a book: the first, for what stands nowhere.
    pub(super) fn told_by(&self, book: &PagedDocument) -> impl Fn(usize) -> Option<NonZeroUsize> + use<> {
        let pages: Vec<_> = self.within(book).0.into_values().collect();
        move |number| {
            let page = pages.get(number.checked_sub(STAND_INS)?)?;
            Some(page.and_then(NonZeroUsize::new).unwrap_or(NonZeroUsize::MIN))
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As templates are shown them.
    pub(super) fn to_json(&self) -> Vec<u8> {
        json!(self.0).to_string().into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_that_texts_and_lists_lead_to() {
        let text =
            |address: &str| json!([{"kind": "paragraph", "text": [{"kind": "link", "address": address}]}]);
        let data = json!({"before": [{"text": text("#sheet-2")}, {"text": text("https://www.exemple.fr/")}]});
        let places = Places::named_by([&data]).and_of(&[json!({"anchor": "sheet-1"})]);
        assert_eq!(places.to_json(), br#"{"sheet-1":null,"sheet-2":null}"#);
        assert!(Places::named_by([&json!({"address": "https://www.exemple.fr/"})]).is_empty());
    }

    #[test]
    fn numbers_that_no_page_has_stand_for_pages() {
        let places = Places::named_by([&json!({"address": "#b"}), &json!({"address": "#a"})]).numbered();
        assert_eq!(places.to_json(), br#"{"a":1000000000,"b":1000000001}"#);
    }
}
