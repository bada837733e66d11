//! The style of drawings: what reaches beyond the drawing is taken out.

/// A style without what would load something; none where it cannot be told.
pub(super) fn clean_style(css: &str) -> Option<String> {
    let css = without_imports(css);
    let lower = css.to_ascii_lowercase();
    // A backslash can write any word so that nobody finds it.
    let is_plain = !css.contains(['\\', '<'])
        && !["@import", "image-set", "src("].iter().any(|word| lower.contains(word))
        && urls_stay(&lower);
    is_plain.then_some(css)
}

/// Whether whatever stands in `url()` is in the drawing itself.
pub(super) fn urls_stay(lower: &str) -> bool {
    lower.match_indices("url(").all(|(at, open)| {
        let inside = lower[at + open.len()..].trim_start_matches([' ', '\t', '\n', '\r', '"', '\'']);
        inside.starts_with('#') || inside.starts_with("data:font/")
    })
}

/// Illustrator asks for its fonts this way, which no browser answers in a picture.
fn without_imports(css: &str) -> String {
    // The same bytes stand at the same places.
    let lower = css.to_ascii_lowercase();
    let mut kept = String::with_capacity(css.len());
    let mut at = 0;
    while let Some(start) = lower[at..].find("@import").map(|offset| at + offset) {
        kept.push_str(&css[at..start]);
        at = css[start..].find(';').map_or(css.len(), |end| start + end + 1);
    }
    kept.push_str(&css[at..]);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_loads_nothing_stays() {
        for css in [".a { fill: #fff }", "a{fill:url(#b)}", "b{mask:url( '#c' )}"] {
            assert_eq!(clean_style(css).as_deref(), Some(css));
        }
        assert_eq!(clean_style("@import url(https://a.fr/b.css);.a{}").as_deref(), Some(".a{}"));
    }

    #[test]
    fn what_loads_something_goes() {
        for css in [
            "a{fill:url(https://a.fr)}",
            "a{fill:URL('//a.fr')}",
            "a{fill:\\75rl(//a.fr)}",
            "</style>",
            "@im@import;port 'a';",
        ] {
            assert_eq!(clean_style(css), None, "{css}");
        }
    }
}
