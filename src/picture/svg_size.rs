//! How large drawings want to be, which only their root tells.

/// How wide a drawing is that only says its proportions: as wide as it may be shown.
const ANY_WIDTH: f64 = 1600.0;

/// The size of a drawing that says nothing at all. Source: CSS 2.2, section 10.3.2.
const DEFAULT: (f64, f64) = (300.0, 150.0);

/// How large a drawing wants to be, in points of the screen.
pub(super) fn size(attributes: &[(String, String)]) -> (u32, u32) {
    let value = |name: &str| attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let (width, height) = (value("width").and_then(length), value("height").and_then(length));
    let ratio = value("viewBox").and_then(proportions);
    let (width, height) = match (width, height, ratio) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some(ratio)) => (width, width / ratio),
        (None, Some(height), Some(ratio)) => (height * ratio, height),
        (None, None, Some(ratio)) => (ANY_WIDTH, ANY_WIDTH / ratio),
        (width, height, None) => (width.unwrap_or(DEFAULT.0), height.unwrap_or(DEFAULT.1)),
    };
    (whole(width), whole(height))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within bounds first")]
fn whole(length: f64) -> u32 {
    length.round().clamp(1.0, 65_535.0) as u32
}

/// A length in points of the screen; none for one that depends on what is around. Source: CSS Values 4, section 6.
fn length(text: &str) -> Option<f64> {
    const UNITS: [(&str, f64); 7] = [
        ("px", 1.0),
        ("pt", 96.0 / 72.0),
        ("pc", 16.0),
        ("mm", 96.0 / 25.4),
        ("cm", 96.0 / 2.54),
        ("in", 96.0),
        ("", 1.0),
    ];
    let text = text.trim();
    let (number, unit) = UNITS.iter().find_map(|(unit, size)| Some((text.strip_suffix(unit)?, size)))?;
    positive(number).map(|number| number * unit)
}

/// Width through height of `viewBox`.
fn proportions(view_box: &str) -> Option<f64> {
    let numbers: Vec<&str> =
        view_box.split([' ', ',', '\t', '\n', '\r']).filter(|number| !number.is_empty()).collect();
    let [_, _, width, height] = numbers[..] else { return None };
    Some(positive(width)? / positive(height)?)
}

fn positive(number: &str) -> Option<f64> {
    number.trim().parse().ok().filter(|number: &f64| number.is_finite() && *number > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        for (attributes, expected) in [
            (&[("width", "640"), ("height", "533")][..], (640, 533)),
            (&[("width", "10mm"), ("height", "1in")], (38, 96)),
            (&[("viewBox", "0 0 48 24")], (1600, 800)),
            (&[("viewBox", "0,0,48,24"), ("width", "100%"), ("height", "12px")], (24, 12)),
            (&[("width", "50"), ("viewBox", "0 0 2 1")], (50, 25)),
            (&[("width", "1e99"), ("height", "-3")], (65_535, 150)),
            (&[], (300, 150)),
        ] {
            let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
            let attributes: Vec<(String, String)> = attributes.iter().map(owned).collect();
            assert_eq!(size(&attributes), expected, "{attributes:?}");
        }
    }
}
