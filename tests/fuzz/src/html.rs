//! HTML, read as strictly as we write it: whatever is not exactly ours is a mistake.

use std::collections::BTreeSet;

use florilege::text::{Outline, RichText, escape, write_html};

/// Elements that are closed, each with the attributes that it may have.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("p", &[]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("ul", &[]),
    ("ol", &["start"]),
    ("li", &[]),
    ("blockquote", &[]),
    ("pre", &[]),
    ("code", &[]),
    ("table", &[]),
    ("caption", &[]),
    ("thead", &[]),
    ("tbody", &[]),
    ("tr", &[]),
    ("th", &["scope"]),
    ("td", &[]),
    ("em", &[]),
    ("strong", &[]),
    ("a", &["href", "class"]),
    ("span", &["lang", "dir"]),
];

/// Elements that hold nothing.
const EMPTY: &[(&str, &[&str])] = &[("br", &[]), ("hr", &[]), ("img", &["alt"])];

/// Elements that may not stand in one of their own kind.
const ALONE: &[&str] = &["p", "a", "h2", "h3", "h4", "h5", "h6", "th", "td", "caption"];

/// Writes a text as HTML: it must be elements of ours with the text's own words between them.
pub fn must_be_ours(rich: &RichText) {
    let mut html = String::new();
    let picture = |_: &str, alt: &str, html: &mut String| {
        html.push_str("<img alt=\"");
        escape(alt, html);
        html.push_str("\">");
    };
    let address = |_, name: &str| format!("#{name}");
    let outline = Outline { first_level: 2, ids: Some("t-"), address: &address, picture: &picture };
    write_html(rich, &outline, &mut html);
    let shown = Reader { rest: &html, open: Vec::new(), words: String::new(), ids: BTreeSet::new() }.read();
    let mut words = String::new();
    rich.add_words_to(&mut words);
    assert_eq!(without_blanks(&shown), without_blanks(&words), "{html}");
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

struct Reader<'h> {
    rest: &'h str,
    /// The elements that are open, outermost first.
    open: Vec<&'h str>,
    words: String,
    ids: BTreeSet<String>,
}

impl<'h> Reader<'h> {
    /// The words that the HTML shows.
    fn read(mut self) -> String {
        while let Some((text, markup)) = self.rest.split_once('<') {
            self.words.push_str(&decode(text));
            let (tag, rest) = markup.split_once('>').expect("a tag that ends");
            self.rest = rest;
            match tag.strip_prefix('/') {
                Some(name) => assert_eq!(self.open.pop(), Some(name), "closed, and not open"),
                None => self.opening(tag),
            }
        }
        self.words.push_str(&decode(self.rest));
        assert!(self.open.is_empty(), "{:?} is not closed", self.open);
        self.words
    }

    fn opening(&mut self, tag: &'h str) {
        let (name, mut rest) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
        let known = |list: &[(&str, &'static [&str])]| {
            list.iter().find(|(known, _)| *known == name).map(|(_, attributes)| *attributes)
        };
        let allowed = known(ELEMENTS).or_else(|| known(EMPTY)).unwrap_or_else(|| panic!("<{tag}>"));
        let mut seen = BTreeSet::new();
        while !rest.is_empty() {
            let behind = rest.strip_prefix(' ').expect("one blank before an attribute");
            let (attribute, behind) = behind.split_once("=\"").expect("a value between quotes");
            let (value, behind) = behind.split_once('"').expect("a value that ends");
            assert!(allowed.contains(&attribute) && seen.insert(attribute), "<{tag}>");
            self.attribute(attribute, &decode(value));
            rest = behind;
        }
        if known(EMPTY).is_none() {
            assert!(!(ALONE.contains(&name) && self.open.contains(&name)), "<{name}> in <{name}>");
            self.open.push(name);
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        match name {
            "href" => must_be_harmless(value),
            "id" => assert!(self.ids.insert(value.to_owned()), "the id {value} twice"),
            "alt" => self.words.push_str(value),
            "start" => assert!(value.bytes().all(|byte| byte.is_ascii_digit()), "{value}"),
            "lang" => assert!(value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "{value}"),
            "scope" => assert_eq!(value, "col"),
            "dir" => assert_eq!(value, "auto"),
            _ => assert_eq!((name, value), ("class", "address")),
        }
    }
}

/// An address that no browser takes for a script.
fn must_be_harmless(address: &str) {
    let schemes = ["http", "https", "mailto", "tel"];
    let scheme = address.split_once(':').map(|(scheme, _)| scheme);
    let is_safe = scheme.is_some_and(|scheme| schemes.iter().any(|safe| scheme.eq_ignore_ascii_case(safe)));
    assert!(address.starts_with('#') || is_safe, "{address}");
}

/// A text without its entities: it may hold no other sign of markup.
fn decode(text: &str) -> String {
    assert!(!text.contains(['<', '>', '"', '\'']), "not escaped: {text}");
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (entity, rest) = part.split_once(';').expect("an entity that ends");
        plain.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            other => panic!("&{other};"),
        });
        plain.push_str(rest);
    }
    plain
}
