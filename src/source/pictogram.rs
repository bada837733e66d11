//! Pictograms: SVG drawings that stand inside the pages, so that they take the colour of the text
//! around them. Only plain drawings are let in.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

const ELEMENTS: &[&str] = &["g", "path", "circle", "rect", "line", "polyline", "polygon", "ellipse"];
const ATTRIBUTES: &[&str] = &[
    "d",
    "cx",
    "cy",
    "r",
    "x",
    "y",
    "rx",
    "ry",
    "width",
    "height",
    "x1",
    "y1",
    "x2",
    "y2",
    "points",
    "transform",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "fill-rule",
    "opacity",
    "viewBox",
];
/// What an `svg` element may say beside its drawings, and need not.
const IGNORED: &[&str] =
    &["xmlns", "version", "role", "aria-hidden", "aria-label", "focusable", "class", "id"];

/// Reads a drawing and writes it anew, element by element. The error names what is refused.
pub(super) fn read_pictogram(source: &str) -> Result<String, String> {
    let mut reader = Reader::from_str(source);
    let mut svg = String::new();
    let mut depth = 0_usize;
    let mut skipped = 0_usize;
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(element) if is_described(&element) => skipped += 1,
            Event::End(element) if skipped > 0 && is_description(element.name().as_ref()) => skipped -= 1,
            _ if skipped > 0 => {}
            Event::Start(element) => {
                write_element(&element, depth, false, &mut svg)?;
                depth += 1;
            }
            Event::Empty(element) => write_element(&element, depth, true, &mut svg)?,
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                svg.push_str("</");
                svg.push_str(element.name().as_ref());
                svg.push('>');
            }
            Event::Text(text) if text.trim().is_empty() => {}
            Event::Comment(_) | Event::Decl(_) => {}
            Event::Eof => break,
            Event::DocType(_) => return Err("<!DOCTYPE>".to_owned()),
            _ => return Err("texte".to_owned()),
        }
    }
    if svg.is_empty() || depth > 0 { Err("svg".to_owned()) } else { Ok(svg) }
}

fn is_description(name: &str) -> bool {
    matches!(name, "title" | "desc")
}

fn is_described(element: &BytesStart<'_>) -> bool {
    is_description(element.name().as_ref())
}

fn write_element(
    element: &BytesStart<'_>,
    depth: usize,
    is_empty: bool,
    svg: &mut String,
) -> Result<(), String> {
    let name = element.name().as_ref().to_owned();
    let is_root = depth == 0;
    if is_root != (name == "svg") || !is_root && !ELEMENTS.contains(&name.as_str()) {
        return Err(format!("<{name}>"));
    }
    svg.push('<');
    svg.push_str(&name);
    if is_root {
        svg.push_str(" class=\"pictogram\" aria-hidden=\"true\" focusable=\"false\"");
    }
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let key = attribute.key.as_ref().to_owned();
        let value = attribute.value.into_owned();
        if is_root && (IGNORED.contains(&key.as_str()) || matches!(key.as_str(), "width" | "height")) {
            continue;
        }
        if !ATTRIBUTES.contains(&key.as_str()) || !value.chars().all(is_plain) {
            return Err(format!("{key}=\"{value}\""));
        }
        svg.push_str(&format!(" {key}=\"{value}\""));
    }
    svg.push_str(if is_empty { "/>" } else { ">" });
    Ok(())
}

/// Numbers, path commands, names of colours: nothing that could address or quote.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || c.is_ascii_whitespace()
        || matches!(c, '.' | ',' | '-' | '+' | '#' | '(' | ')')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_drawings_pass_and_become_decoration() {
        let svg = read_pictogram(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\"><title>x</title><path d=\"M1 2\"/></svg>",
        );
        let expected = "<svg class=\"pictogram\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 48 48\"><path d=\"M1 2\"/></svg>";
        assert_eq!(svg.as_deref(), Ok(expected));
    }

    #[test]
    fn anything_else_is_refused() {
        for bad in [
            "<svg><script>alert(1)</script></svg>",
            "<svg onload=\"x()\"></svg>",
            "<svg><path d=\"M1\" fill=\"url(https://a.fr)\"/></svg>",
            "<svg><a href=\"javascript:x\"><path d=\"M1\"/></a></svg>",
            "<svg><image href=\"x.png\"/></svg>",
            "<svg>mot</svg>",
            "<svg><path d=\"M1\"/>",
            "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg></svg>",
            "<html></html>",
            "",
        ] {
            assert!(read_pictogram(bad).is_err(), "{bad}");
        }
    }
}
