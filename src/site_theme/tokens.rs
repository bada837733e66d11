//! The colours of the look, by the names that the styles give them: for what is no web page.

use std::collections::BTreeMap;

use lightningcss::printer::PrinterOptions;
use lightningcss::properties::Property;
use lightningcss::rules::CssRule;
use lightningcss::traits::{Parse as _, ToCss as _};
use lightningcss::values::color::{CssColor, RGBA};

/// The colours that style rules give to `:root` by day, such as `--ink`: names without their dashes, values as
/// `#rrggbb`. What one rule gives, a later one may give anew.
pub(super) fn colours(rules: &[CssRule<'_>]) -> BTreeMap<String, String> {
    let styles = rules.iter().filter_map(|rule| match rule {
        CssRule::Style(style) => Some(style),
        _ => None,
    });
    let of_root = styles.filter(|style| {
        let mut selectors = style.selectors.0.iter();
        selectors
            .any(|selector| selector.to_css_string(PrinterOptions::default()).is_ok_and(|it| it == ":root"))
    });
    of_root.flat_map(|style| &style.declarations.declarations).filter_map(colour).collect()
}

/// The name and the value of a custom property that is a colour.
fn colour(property: &Property<'_>) -> Option<(String, String)> {
    let Property::Custom(custom) = property else { return None };
    let name = custom.name.as_ref().strip_prefix("--")?;
    let value = property.value_to_css_string(PrinterOptions::default()).ok()?;
    let CssColor::RGBA(RGBA { red, green, blue, .. }) = CssColor::parse_string(&value).ok()?.to_rgb().ok()?
    else {
        return None;
    };
    Some((name.to_owned(), format!("#{red:02x}{green:02x}{blue:02x}")))
}

#[cfg(test)]
mod tests {
    use lightningcss::stylesheet::{ParserOptions, StyleSheet};

    use super::*;

    #[test]
    fn colours_are_those_of_the_root_by_day() {
        let css = "
            :root { --ink: #123; --paper: white; --gap: 1rem; --seen: hsl(120 100% 25%) }
            .theme-home { --ink: red }
            @media (prefers-color-scheme: dark) { :root { --ink: #fff } }
            :root, [class*=x] { --ink: rgb(26 32 48) }";
        let sheet = StyleSheet::parse(css, ParserOptions::default()).unwrap();
        let found = colours(&sheet.rules.0);
        let expected = [("ink", "#1a2030"), ("paper", "#ffffff"), ("seen", "#008000")];
        assert_eq!(found, expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
    }
}
