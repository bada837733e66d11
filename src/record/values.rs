//! The values that fields hold.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use crate::problems::{Code, Located, Problem};
use crate::text::{FindingKind, PartialDate, PhoneNumber, RichText, parse_markdown};

use super::{Content, Kind, Node, Reader, Style, Value};

/// One line of text, without blanks around it, as it was typed.
pub type Line = Located<String>;

/// Reads a scalar. Tells lists and records; an empty value is an empty text.
fn scalar<'n>(node: &'n Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Option<&'n str> {
    match &node.content {
        Content::Text(text, style) => {
            if *style == Style::Plain && text_has_several_lines(node, reader) {
                reader.tell_at(node, Code::SeveralLines, name);
            }
            Some(text.trim())
        }
        Content::Empty => Some(""),
        Content::List(_) | Content::Record(_) => {
            let code = if is_item_with_colon(node, reader.source()) {
                Code::UnquotedItem
            } else {
                Code::ExpectedText
            };
            let raw = reader.source().get(node.span.clone()).unwrap_or_default().trim();
            let problem = reader.problem_at(node, code, name).with("value", raw.replace('"', "'"));
            reader.tell(problem);
            None
        }
    }
}

/// Whether a record is an item of a list that wanted quotes: `- Jeunes : 16 à 25 ans`.
pub(crate) fn is_item_with_colon(node: &Node<'_>, source: &str) -> bool {
    let raw = source.get(node.span.clone()).unwrap_or_default().trim_end();
    let is_dashed = source[..node.span.start.min(source.len())].trim_end_matches(' ').ends_with('-');
    matches!(&node.content, Content::Record(entries) if entries.len() == 1)
        && is_dashed
        && !raw.contains('\n')
}

fn text_has_several_lines(node: &Node<'_>, reader: &Reader<'_>) -> bool {
    reader.source().get(node.span.clone()).is_some_and(|raw| raw.trim_end().contains('\n'))
}

/// Reads a scalar into something narrower; tells `code` if it is none. Empty is none, silently.
pub(super) fn narrow<T>(
    node: &Node<'_>,
    name: &'static str,
    reader: &mut Reader<'_>,
    code: Code,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let text = scalar(node, name, reader).filter(|text| !text.is_empty())?;
    let parsed = parse(text);
    if parsed.is_none() {
        reader.tell_at(node, code, name);
    }
    parsed
}

impl Value for Line {
    const KIND: Kind = Kind::Line;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        let text = scalar(node, name, reader).unwrap_or_default();
        // A line typed over several lines reads as one.
        let value = if text.contains('\n') {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            text.into()
        };
        Self::new(value, reader.place(node.span.clone()))
    }
}

impl<T: Value> Value for Option<T> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = false;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        let is_blank =
            matches!(&node.content, Content::Empty) || node.text().is_some_and(|text| text.trim().is_empty());
        (!is_blank).then(|| T::read(node, name, reader))
    }
}

impl<T: Value> Value for Arc<T> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = T::REQUIRED;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        Self::new(T::read(node, name, reader))
    }
}

impl<T: Value> Value for Vec<T> {
    const KIND: Kind = Kind::List(&T::KIND);
    const REQUIRED: bool = false;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        match &node.content {
            Content::List(items) => {
                let filled = items.iter().filter(|item| !matches!(item.content, Content::Empty));
                filled.map(|item| T::read(item, name, reader)).collect()
            }
            Content::Empty => Vec::new(),
            Content::Text(..) | Content::Record(_) => {
                reader.tell_at(node, Code::ExpectedList, name);
                Vec::new()
            }
        }
    }
}

impl Value for bool {
    const KIND: Kind = Kind::Flag;
    const REQUIRED: bool = false;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        let parse = |text: &str| match text {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        };
        narrow(node, name, reader, Code::ExpectedFlag, parse).unwrap_or_default()
    }
}

impl Value for i32 {
    const KIND: Kind = Kind::Number;
    const REQUIRED: bool = false;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        narrow(node, name, reader, Code::ExpectedNumber, |text| text.parse().ok()).unwrap_or_default()
    }
}

/// How many: a whole number that must be there. None where what was typed is none, which is told.
pub type Count = Located<Option<u32>>;

impl Value for Count {
    const KIND: Kind = Kind::Number;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        let count = narrow(node, name, reader, Code::ExpectedNumber, |text| text.parse().ok());
        Self::new(count, reader.place(node.span.clone()))
    }
}

impl Value for Located<Option<PartialDate>> {
    const KIND: Kind = Kind::Date;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        let date = narrow(node, name, reader, Code::BadDate, PartialDate::parse);
        Self::new(date, reader.place(node.span.clone()))
    }
}

impl Value for RichText {
    const KIND: Kind = Kind::Markdown;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        if scalar(node, name, reader).is_none() {
            return Self::default();
        }
        let file = reader.source();
        let locator = node.locator(file);
        read_rich_text(node.text().unwrap_or_default(), |part| locator.locate(part), reader)
    }
}

/// Reads Markdown; `locate` says where bytes of it stand in the file.
pub fn read_rich_text(
    markdown: &str,
    locate: impl Fn(Range<usize>) -> Range<usize>,
    reader: &mut Reader<'_>,
) -> RichText {
    let (mut text, findings) = parse_markdown(markdown, reader.language());
    for finding in findings {
        let place = reader.place(locate(finding.span));
        reader.tell(match finding.kind {
            FindingKind::RawHtml(html) => Problem::at(Code::RawHtml, place).with("value", shorten(&html)),
            FindingKind::UnsafeLink(scheme) => Problem::at(Code::UnsafeLink, place).with("scheme", scheme),
            FindingKind::RelativeLink(link) => Problem::at(Code::RelativeLink, place).with("value", link),
            FindingKind::BrokenLink => Problem::at(Code::BrokenLink, place),
            FindingKind::MissingAlt(file) => Problem::at(Code::MissingAlt, place).with("file", file),
            FindingKind::MissingCaption => Problem::at(Code::MissingCaption, place),
            FindingKind::BadPicture(file) => Problem::at(Code::BadPath, place).with("value", file),
        });
    }
    for reference in &mut text.references {
        let span = reference.span.start as usize..reference.span.end as usize;
        let located = reader.place(locate(span)).span();
        let cut = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        reference.span = cut(located.start)..cut(located.end);
    }
    text
}

fn shorten(text: &str) -> String {
    let line: String = text.chars().take_while(|c| *c != '\n').take(40).collect();
    if line.len() < text.len() { line + "…" } else { line }
}

/// A telephone number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Phone(pub Option<PhoneNumber>);

impl Value for Phone {
    const KIND: Kind = Kind::Phone;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        Self(narrow(node, name, reader, Code::BadPhone, PhoneNumber::parse))
    }
}

/// An e-mail address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Email {
    /// As it was typed.
    pub shown: String,
    /// For a `mailto:` link: accents of the domain in their ASCII form.
    pub link: String,
}

impl Value for Email {
    const KIND: Kind = Kind::Email;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        narrow(node, name, reader, Code::BadEmail, parse_email).unwrap_or_default()
    }
}

/// Reads `local@domain.tld`. Stricter than RFC 5322, whose exotic forms are typing errors here.
fn parse_email(text: &str) -> Option<Email> {
    let (local, domain) = text.split_once('@')?;
    let is_local = |c: char| c.is_ascii_alphanumeric() || "!#$&'*+/=?^_`{|}~.-".contains(c);
    let is_whole_local =
        !local.is_empty() && local.chars().all(is_local) && !local.starts_with('.') && !local.ends_with('.');
    let (_, top) = domain.rsplit_once('.')?;
    let is_top = top.chars().count() >= 2 && top.chars().all(char::is_alphabetic);
    let is_domain = domain
        .split('.')
        .all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-'));
    if !is_whole_local || !is_top || !is_domain {
        return None;
    }
    let url::Host::Domain(host) = url::Host::parse(domain).ok()? else {
        return None;
    };
    Some(Email {
        shown: text.to_owned(),
        link: format!("{}@{host}", local.replace('?', "%3F").replace('#', "%23").replace('&', "%26")),
    })
}

/// The address of a website.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct WebAddress {
    /// The whole address.
    pub link: String,
    /// The address without its scheme, as readers see it.
    pub shown: String,
}

impl WebAddress {
    /// Reads a whole `http` or `https` address.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let typed_whole = ["https://", "http://"]
            .iter()
            .any(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
        let url = url::Url::parse(text)
            .ok()
            .filter(|url| typed_whole && matches!(url.scheme(), "http" | "https"))?;
        let is_site = url.domain().is_some_and(|host| host.contains('.') || host == "localhost")
            || url.host().is_some_and(|host| !matches!(host, url::Host::Domain(_)));
        if !is_site || !url.username().is_empty() || text.contains(char::is_whitespace) {
            return None;
        }
        let shown = text.split_once("://").map_or(text, |(_, rest)| rest).trim_end_matches('/');
        Some(Self { link: url.into(), shown: shown.to_owned() })
    }
}

impl Value for WebAddress {
    const KIND: Kind = Kind::WebAddress;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        narrow(node, name, reader, Code::BadUrl, Self::parse).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emails_are_whole_or_refused() {
        assert!(parse_email("n.letellier@samusocial-75.fr").is_some());
        assert_eq!(parse_email("a@forumrefugiés.org").unwrap().link, "a@xn--forumrefugis-leb.org");
        for bad in [
            "p.franchi@missionlocaletroyes",
            "a b@c.fr",
            "@c.fr",
            "a@",
            "a@b@c.fr",
            "a@.fr",
            "a@c.f",
            "<a@c.fr>",
        ] {
            assert!(parse_email(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn websites_are_whole_or_refused() {
        assert_eq!(WebAddress::parse("https://www.kodiko.fr/").unwrap().shown, "www.kodiko.fr");
        for bad in [
            "www.kodiko.fr",
            "javascript:alert(1)",
            "https://",
            "https:/a.fr",
            "https://a b.fr",
            "ftp://a.fr",
            "https://u:p@a.fr",
            "https://kodiko",
        ] {
            assert!(WebAddress::parse(bad).is_none(), "{bad}");
        }
    }
}
