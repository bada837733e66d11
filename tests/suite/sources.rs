//! The repository's own catalogue, held against the records of its source documents: what was drawn
//! from a document must stand in the sheet, on its page and in the printable page.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::Value;

use crate::catalogue::{Catalogue, files_below};
use crate::html::{text, texts};

/// The lists of a record's facts that hold plain text.
const LISTS: [&str; 8] =
    ["people", "phones", "emails", "websites", "addresses", "partners", "places", "dates"];

/// The catalogue's sheets or records, by id.
fn files(catalogue: &Catalogue, folder: &str) -> BTreeMap<String, Value> {
    let read = |path: String| {
        let id = path.strip_suffix(".yaml").unwrap().to_owned();
        let text = std::fs::read_to_string(catalogue.path(folder).join(path)).unwrap();
        (id, serde_yaml::from_str(&text).unwrap())
    };
    files_below(&catalogue.path(folder)).into_iter().map(read).collect()
}

fn list<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value.get(field).and_then(Value::as_sequence).map_or(&[], Vec::as_slice)
}

/// Every text of a value, a line each.
fn flat(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone() + "\n",
        Value::Sequence(items) => items.iter().map(flat).collect(),
        Value::Mapping(fields) => fields.values().map(flat).collect(),
        _ => String::new(),
    }
}

/// Text as it was typed, whatever the typography made of its spaces and apostrophes.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace('’', "'").replace("**", "").to_lowercase()
}

/// Whether a fact stands in a text, and is no part of a longer word or number.
fn stands(text: &str, fact: &str) -> bool {
    let fact = plain(fact);
    text.match_indices(&fact).any(|(start, _)| {
        let mut before = text[..start].chars().rev();
        let (last, last_but_one) = (before.next(), before.next());
        let is_in_word = last.is_some_and(char::is_alphanumeric)
            || text[start + fact.len()..].starts_with(char::is_alphanumeric);
        let is_in_number = fact.starts_with(|c: char| c.is_ascii_digit())
            && last == Some(' ')
            && last_but_one.is_some_and(|c| c.is_ascii_digit())
            // Two numbers side by side, as in `2019, 12 bourses`, have something between them.
            && fact.len() > 3;
        !is_in_word && !is_in_number
    })
}

/// What a record drew for one sheet.
fn facts(drawn: &Value) -> Vec<&str> {
    let plain = LISTS.iter().flat_map(|name| list(drawn, name)).map(|fact| fact.as_str().unwrap());
    plain.chain(list(drawn, "figures").iter().map(|figure| figure["value"].as_str().unwrap())).collect()
}

/// A sheet as the printable page shows it, found by the number that its own page bears.
fn printed<'p>(livret: &'p str, page: &str) -> &'p str {
    let page = page.split_once("<main").unwrap().1;
    let number = texts(page, "p").into_iter().find_map(|text| Some(text.strip_prefix("Fiche ")?.to_owned()));
    let anchor = format!("id=\"sheet-{}\"", number.unwrap());
    livret.split_once(&anchor).unwrap().1.split_once("</article>").unwrap().0
}

#[test]
fn every_fact_drawn_from_a_document_is_in_its_sheet_on_its_page_and_in_print() {
    let catalogue = Catalogue::of_the_repository();
    catalogue.build();
    let sheets = files(&catalogue, "content/initiatives");
    let livret = catalogue.output("livret/index.html");
    let mut lost = Vec::new();
    let mut held = 0;
    for (source, record) in files(&catalogue, "seeds/sources") {
        for drawn in list(&record, "initiatives") {
            let id = drawn["id"].as_str().unwrap();
            let page = catalogue.output(&format!("initiatives/{id}/index.html"));
            let print = printed(&livret, &page);
            let page = page.split_once("<main").unwrap().1;
            // Addresses of links are no text; and tags keep apart what the text alone runs together.
            let links = |html: &str| html.replace("&#x2F;", "/").replace("&amp;", "&");
            let places = [
                ("the sheet", plain(&flat(&sheets[id]))),
                ("its page", plain(&(text(page) + "\n" + &links(page)))),
                ("the printable page", plain(&(text(print) + "\n" + &links(print)))),
            ];
            for fact in facts(drawn) {
                held += 1;
                let names = || places.iter().filter(|(_, text)| !stands(text, fact)).map(|(name, _)| name);
                lost.extend(names().map(|place| format!("{source}, {id}: “{fact}” is not in {place}")));
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
    assert!(held > 500, "only {held} facts are held");
}

#[test]
fn every_sheet_names_its_document_and_every_document_its_sheets() {
    let catalogue = Catalogue::of_the_repository();
    let mut cited = BTreeSet::new();
    for (id, sheet) in files(&catalogue, "content/initiatives") {
        let sources = list(&sheet, "sources");
        assert!(!sources.is_empty(), "{id} names no document");
        cited.extend(sources.iter().map(|source| (source.as_str().unwrap().to_owned(), id.clone())));
    }
    let mut drawn = BTreeSet::new();
    for (source, record) in files(&catalogue, "seeds/sources") {
        for field in ["file", "title", "description", "editorial"] {
            assert!(record.get(field).is_some(), "{source} has no {field}");
        }
        assert!(!list(&record, "unreadable").is_empty(), "{source} says nothing of what was unreadable");
        let ids = list(&record, "initiatives").iter().map(|drawn| drawn["id"].as_str().unwrap().to_owned());
        drawn.extend(ids.map(|id| (source.clone(), id)));
    }
    assert_eq!(cited, drawn, "sheets cite what records list, and nothing else");
}

#[test]
fn every_way_to_reach_a_pilot_is_in_a_record() {
    let catalogue = Catalogue::of_the_repository();
    let records: String = files(&catalogue, "seeds/sources").values().map(flat).collect();
    for (id, sheet) in files(&catalogue, "content/initiatives") {
        for contact in list(&sheet, "contacts") {
            for field in ["name", "phones", "email", "address"] {
                let ways = contact.get(field).map(flat).unwrap_or_default();
                for way in ways.lines() {
                    assert!(records.contains(way), "{id}: “{way}” is in no record");
                }
            }
        }
    }
}
