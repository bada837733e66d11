//! What the booklet is typeset from: what the printable page shows, as data.
//!
//! Both are made by the same code, so that they show the same sheets in the same order, with the same
//! numbers and the same words; here, texts are trees ([`crate::text::tree`]), and contacts that are for
//! paper alone are shown.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::catalogue::{Filed, Forum, PartnerEntry, Selection};
use crate::record::Colour;

use super::address::public;
use super::booklet::{Booklet, Volume};
use super::frame::Form;
use super::{Site, areas, booklet_page, forums, legal, view};

/// What the printable page shows that the booklet shows too, by the names that templates know.
const SHARED: [&str; 7] = ["booklet", "before", "after", "key", "contents", "letters", "parts"];

/// What of a sheet is told with the book: what lists and running heads say of it.
const IN_SHORT: [&str; 6] = ["id", "anchor", "number", "theme", "heading", "has_title"];

/// What a booklet is typeset from.
pub struct Book {
    /// All that its templates are shown, with its sheets in short.
    pub data: Value,
    /// The whole of its sheets, in its order; each with its `address` on the published site, or null.
    pub sheets: Vec<Value>,
}

/// Everything that a booklet shows of a selection: of a forum's, or of the whole catalogue's.
#[must_use]
pub fn book(site: &Site<'_>, forum: Option<&Filed<Forum>>, selection: &Selection) -> Book {
    let booklet = Booklet { forum, selection };
    let volume = Volume { booklet, number: 1, count: 1, form: Form::Data };
    let context = booklet_page::context(site, &volume);
    let shared = SHARED.iter().map(|name| ((*name).to_owned(), json!(context.get(name))));
    let mut book: serde_json::Map<String, Value> = shared.collect();
    let catalogue = site.catalogue;
    let set = |text: &str| site.set(text);
    let settings = &catalogue.settings;
    let publisher = settings.publisher.as_ref();
    book.insert(
        "site".to_owned(),
        json!({
            "title": set(&settings.title),
            "subtitle": settings.subtitle.as_ref().map(|subtitle| set(subtitle)),
            "language": catalogue.language.tag(),
            "publisher": publisher.map(|publisher| view::publisher(publisher, &set)),
            "licence": legal::licence(settings, &site.theme.labels),
            "address": site.base_url.as_ref().map(|_| site.published_root()),
        }),
    );
    // The cover of the whole catalogue bears the forum that its home page announces.
    let announced = forum.or_else(|| catalogue.forum(settings.forum.as_ref()?));
    book.insert("forum".to_owned(), json!(announced.map(|forum| forums::view(site, forum))));
    book.insert("labels".to_owned(), json!(site.theme.labels.all()));
    book.insert("colours".to_owned(), json!(site.theme.stylesheet.colours));
    book.insert("themes".to_owned(), themes(site));
    book.insert("territories".to_owned(), territories(site, selection));
    book.insert("partners".to_owned(), partners(site, selection));
    book.insert("date".to_owned(), json!(date(site, announced, selection)));
    let mut sheets = Vec::with_capacity(selection.initiatives.len());
    for part in book.get_mut("parts").and_then(Value::as_array_mut).into_iter().flatten() {
        for sheet in part["sheets"].as_array_mut().into_iter().flatten() {
            let short = in_short(sheet);
            let mut whole = std::mem::replace(sheet, short);
            whole["address"] = json!(address(site, &whole));
            sheets.push(whole);
        }
    }
    Book { data: Value::Object(book), sheets }
}

/// A sheet in short: with its pilot's name alone.
fn in_short(sheet: &Value) -> Value {
    let mut short: serde_json::Map<String, Value> =
        IN_SHORT.iter().map(|field| ((*field).to_owned(), sheet[*field].clone())).collect();
    short.insert("pilot".to_owned(), sheet["pilot"]["name"].clone());
    Value::Object(short)
}

/// Where a sheet stands on the published site.
fn address(site: &Site<'_>, sheet: &Value) -> Option<String> {
    Some(public(site.base_url.as_ref()?, &site.addresses.sheet(sheet["id"].as_str()?)))
}

/// The themes, each with its colour on paper.
fn themes(site: &Site<'_>) -> Value {
    let themes = site.catalogue.themes.iter().enumerate().map(|(rank, theme)| {
        let mut view = json!(site.theme_value(rank));
        let colour = theme.settings.color.as_ref().map(|colour| colour.value.css());
        view["color"] = json!(colour.unwrap_or_else(|| Colour::INK.css()));
        view
    });
    Value::Array(themes.collect())
}

/// Who is named where, in the order of the language: names with the numbers of sheets.
fn index(site: &Site<'_>, mut named: BTreeMap<String, Vec<usize>>) -> Value {
    let collation = crate::catalogue::Collation::new(&site.catalogue.language);
    let mut sorted: Vec<String> = named.keys().cloned().collect();
    sorted.sort_by_cached_key(|name| collation.key(name));
    let entries = sorted.into_iter().map(|name| {
        let mut numbers = named.remove(&name).unwrap_or_default();
        numbers.sort_unstable();
        numbers.dedup();
        json!({"name": name, "numbers": numbers})
    });
    Value::Array(entries.collect())
}

/// The territories that sheets of the selection name, and what is everywhere or across borders.
fn territories(site: &Site<'_>, selection: &Selection) -> Value {
    let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for rank in &selection.initiatives {
        let (Some(initiative), Some(number)) =
            (site.catalogue.initiatives.get(*rank), selection.number(*rank))
        else {
            continue;
        };
        for name in areas::index_names(site, initiative) {
            named.entry(name).or_default().push(number);
        }
    }
    index(site, named)
}

/// The partners that several sheets of the selection name.
fn partners(site: &Site<'_>, selection: &Selection) -> Value {
    let numbers = |partner: &PartnerEntry| -> Vec<usize> {
        partner.initiatives.iter().filter_map(|rank| selection.number(*rank)).collect()
    };
    let named =
        site.catalogue.partners.entries.iter().map(|partner| (site.set(&partner.name), numbers(partner)));
    index(site, named.filter(|(_, numbers)| numbers.len() > 1).collect())
}

/// The day that the booklet is of, for there is no clock: the forum's, else the last on which one of its
/// sheets was reviewed, else that of the catalogue's last forum.
fn date(site: &Site<'_>, forum: Option<&Filed<Forum>>, selection: &Selection) -> Option<[i16; 3]> {
    let day = |forum: &Filed<Forum>| forum.value.date.as_ref().and_then(|date| date.value);
    let announced = forum.and_then(day);
    let sheets = selection.initiatives.iter().filter_map(|rank| site.catalogue.initiatives.get(*rank));
    let reviewed = sheets.filter_map(|initiative| initiative.sheet.reviewed.as_ref()?.value);
    let others = site.catalogue.forums.iter().filter_map(day);
    let date = announced.or_else(|| reviewed.max()).or_else(|| others.max())?;
    Some([date.year(), date.month().unwrap_or(1).into(), date.day().unwrap_or(1).into()])
}
