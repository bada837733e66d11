//! Drawings, written anew element by element. What a browser would not do in a picture is taken
//! out: scripts, pages within the drawing, whatever would be fetched. So it looks the same in a
//! page, and does no more when somebody opens the file by itself. What drawing programs leave
//! behind goes too: who drew it, when, in which folder.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::text::escape;

use super::embedded;
use super::exif::Turn;
use super::svg_size::size;
use super::svg_style::{clean_style, urls_stay};
use super::{Facts, Fault, Format};

/// The elements that draw, by SVG 1.1 and 2. Those that move or lead elsewhere are not among them.
const ELEMENTS: &[&str] = &[
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
    "view",
];

/// Elements that go, while what they hold stays.
const WRAPPERS: &[&str] = &["a"];

pub(super) fn facts(bytes: &[u8]) -> Result<Facts, Fault> {
    let (_, (width, height)) = rewrite(bytes, embedded::check)?;
    Ok(Facts { format: Format::Svg, width, height, has_alpha: true, turn: Turn::default() })
}

/// The drawing, written anew.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    rewrite(bytes, embedded::remake).map(|(svg, _)| svg.into_bytes())
}

/// What becomes of a photograph within a drawing, by its address; none if it goes.
type OfPhotograph = fn(&str) -> Result<Option<String>, Fault>;

fn rewrite(bytes: &[u8], of_photograph: OfPhotograph) -> Result<(String, (u32, u32)), Fault> {
    let source = std::str::from_utf8(bytes).map_err(|_| bad("UTF-8"))?;
    let mut reader = Reader::from_str(source.trim_start_matches('\u{feff}'));
    let mut writer = Writer { of_photograph, svg: String::new(), open: Vec::new(), size: None };
    loop {
        match reader.read_event().map_err(|_| bad("XML"))? {
            Event::Start(element) => writer.open(&element, false)?,
            Event::Empty(element) => writer.open(&element, true)?,
            Event::End(_) => writer.close(),
            Event::Text(text) => writer.text(&text),
            Event::CData(text) => writer.characters(&text),
            // Characters by their numbers, and the five that XML names.
            Event::GeneralRef(name) if is_known(&name) => writer.text(&format!("&{};", &*name)),
            Event::GeneralRef(name) => return Err(bad(&format!("&{};", &*name))),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    let size = writer.size.filter(|_| writer.open.is_empty()).ok_or_else(|| bad("</svg>"))?;
    Ok((writer.svg, size))
}

fn bad(detail: &str) -> Fault {
    Fault::BadDrawing(detail.to_owned())
}

fn is_known(entity: &str) -> bool {
    matches!(entity, "lt" | "gt" | "amp" | "quot" | "apos")
        || entity.strip_prefix('#').is_some_and(|number| {
            number.strip_prefix('x').unwrap_or(number).bytes().all(|byte| byte.is_ascii_hexdigit())
        })
}

/// An element that is open.
enum Open {
    Kept(String),
    /// Left out, what it holds kept.
    Wrapper,
    /// Left out with all that it holds.
    Dropped,
    /// A style, whose text is read as a whole.
    Style(String),
}

struct Writer {
    of_photograph: OfPhotograph,
    svg: String,
    open: Vec<Open>,
    size: Option<(u32, u32)>,
}

impl Writer {
    fn is_dropping(&self) -> bool {
        matches!(self.open.last(), Some(Open::Dropped))
    }

    fn open(&mut self, element: &BytesStart<'_>, is_empty: bool) -> Result<(), Fault> {
        let name = element.name().as_ref().to_owned();
        let is_root = self.open.is_empty();
        if is_root && (name != "svg" || self.size.is_some()) {
            return Err(bad(&format!("<{name}>")));
        }
        let opened = if self.is_dropping() || matches!(self.open.last(), Some(Open::Style(_))) {
            Open::Dropped
        } else if name == "style" {
            Open::Style(String::new())
        } else if WRAPPERS.contains(&name.as_str()) {
            Open::Wrapper
        } else if ELEMENTS.contains(&name.as_str()) {
            let attributes = attributes(element, self.of_photograph)?;
            if is_root {
                self.size = Some(size(&attributes));
            }
            self.write_tag(&name, &attributes, is_root, is_empty);
            Open::Kept(name)
        } else {
            Open::Dropped
        };
        if !is_empty {
            self.open.push(opened);
        }
        Ok(())
    }

    fn write_tag(&mut self, name: &str, attributes: &[(String, String)], is_root: bool, is_empty: bool) {
        self.svg.push('<');
        self.svg.push_str(name);
        if is_root {
            self.svg.push_str(
                " xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"",
            );
        }
        for (key, value) in attributes {
            self.svg.push(' ');
            self.svg.push_str(key);
            self.svg.push_str("=\"");
            escape(value, &mut self.svg);
            self.svg.push('"');
        }
        self.svg.push_str(if is_empty { "/>" } else { ">" });
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Open::Kept(name)) => self.svg.push_str(&format!("</{name}>")),
            Some(Open::Style(css)) => {
                if let Some(css) = clean_style(&css) {
                    self.svg.push_str("<style>");
                    escape(&css, &mut self.svg);
                    self.svg.push_str("</style>");
                }
            }
            Some(Open::Wrapper | Open::Dropped) | None => {}
        }
    }

    /// Text as it stands in the file, escaped.
    fn text(&mut self, text: &str) {
        match self.open.last_mut() {
            Some(Open::Style(css)) => css.push_str(&quick_xml::escape::unescape(text).unwrap_or_default()),
            Some(Open::Kept(_) | Open::Wrapper) => self.svg.push_str(text),
            Some(Open::Dropped) | None => {}
        }
    }

    /// Text that is not escaped.
    fn characters(&mut self, text: &str) {
        let mut escaped = String::with_capacity(text.len());
        escape(text, &mut escaped);
        self.text(&escaped);
    }
}

/// The attributes of an element that may stay, with their values.
fn attributes(element: &BytesStart<'_>, of_photograph: OfPhotograph) -> Result<Vec<(String, String)>, Fault> {
    let mut kept = Vec::new();
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|_| bad("XML"))?;
        let key = attribute.key.as_ref();
        // Names of other programs, and their entities; the two that are needed are written anew.
        let is_foreign = key.contains(':') && !matches!(key, "xlink:href" | "xml:space" | "xml:lang");
        if is_foreign || key == "xmlns" || key.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"))
        {
            continue;
        }
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| bad(key))?;
        let value = match key {
            "href" | "xlink:href" if value.trim_start().starts_with("data:") => of_photograph(&value)?,
            "href" | "xlink:href" => value.trim_start().starts_with('#').then(|| value.into_owned()),
            "style" => clean_style(&value).filter(|clean| *clean == value),
            _ => urls_stay(&value.to_ascii_lowercase()).then(|| value.into_owned()),
        };
        kept.extend(value.map(|value| (key.to_owned(), value)));
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOT: &str =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    fn cleaned(inside: &str) -> String {
        let svg = String::from_utf8(clean(format!("<svg>{inside}</svg>").as_bytes()).unwrap()).unwrap();
        svg.strip_prefix(&format!("{ROOT}>")).unwrap().strip_suffix("</svg>").unwrap().to_owned()
    }

    #[test]
    fn drawings_stay_as_they_are() {
        for drawing in [
            "<path d=\"M1 2\" fill=\"url(#a)\" style=\"opacity:.5\"/>",
            "<text x=\"1\">Élia &amp; amis</text>",
            "<use xlink:href=\"#a\"/><g id=\"a\"><circle r=\"3\"/></g>",
            "<style>.a{fill:#fff}</style>",
        ] {
            assert_eq!(cleaned(drawing), drawing);
        }
    }

    #[test]
    fn what_acts_or_fetches_goes() {
        for (source, expected) in [
            ("<script>alert(1)</script><g/>", "<g/>"),
            ("<g onload=\"x()\" OnClick=\"x()\"/>", "<g/>"),
            ("<a href=\"javascript:x\"><path d=\"M1\"/></a>", "<path d=\"M1\"/>"),
            ("<use href=\"https://a.fr/b.svg#c\"/>", "<use/>"),
            ("<image href=\"&#104;ttps://a.fr/b.png\"/>", "<image/>"),
            ("<image href=\"data:image/svg+xml,x\"/>", "<image/>"),
            ("<foreignObject><div><g/></div></foreignObject>", ""),
            ("<animate attributeName=\"href\" to=\"javascript:x\"/><set/>", ""),
            ("<style>@import url(//a.fr);a{}</style>", "<style>a{}</style>"),
            ("<style>a{fill:url(//a.fr)}</style>", ""),
            ("<rect fill=\"URL(//a.fr)\" style=\"fill:url(//a.fr)\"/>", "<rect/>"),
            ("<style><![CDATA[a>b{}]]></style>", "<style>a&gt;b{}</style>"),
        ] {
            assert_eq!(cleaned(source), expected);
        }
    }

    #[test]
    fn what_programs_leave_behind_goes() {
        let source = "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY ns \"a\">]><!-- Ali --><svg \
            xmlns=\"&ns;\" xmlns:inkscape=\"b\" inkscape:export-filename=\"/home/ali/logo.png\" width=\"3\" \
            height=\"4\"><metadata>Ali</metadata><sodipodi:namedview/><g inkscape:label=\"Ali\"/></svg>";
        let svg = String::from_utf8(clean(source.as_bytes()).unwrap()).unwrap();
        assert_eq!(svg, format!("{ROOT} width=\"3\" height=\"4\"><g/></svg>"));
    }

    #[test]
    fn what_is_no_drawing_is_refused() {
        for bad in [
            "<svg>",
            "<svg></g></svg>",
            "<html><svg/></html>",
            "<svg/><svg/>",
            "<svg>&nbsp;</svg>",
            "<svg a=b/>",
        ] {
            assert!(matches!(clean(bad.as_bytes()), Err(Fault::BadDrawing(_))), "{bad}");
        }
        assert!(matches!(clean(b"\xff\xfe<\0"), Err(Fault::BadDrawing(_))));
    }

    #[test]
    fn a_drawing_that_was_cleaned_is_clean() {
        let once =
            clean("<svg><style>a{b:'&amp;lt;'}</style><text>&lt;é&#233;</text></svg>".as_bytes()).unwrap();
        assert_eq!(clean(&once).unwrap(), once);
    }
}
