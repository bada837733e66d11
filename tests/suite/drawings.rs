//! The repository's own drawings: colours that can be read, one hand, little weight.

use std::fs;
use std::path::Path;

use crate::html::{Tag, tags};

/// What WCAG asks of text.
const ENOUGH: f64 = 4.5;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The values of a field of the themes, in their order.
fn of_themes(field: &str) -> Vec<String> {
    let settings = read("content/catalogue.yaml");
    let start = format!("{field}: ");
    let values = settings.lines().filter_map(|line| line.trim().strip_prefix(&start));
    values.map(|value| value.trim_matches('"').to_owned()).collect()
}

/// The values of a token: by day, then in the dark.
fn token(name: &str) -> Vec<String> {
    let tokens = read("themes/forum/styles/tokens.css");
    let start = format!("--{name}: ");
    let values = tokens.lines().filter_map(|line| line.trim().strip_prefix(&start));
    values.map(|value| value.trim_end_matches(';').to_owned()).collect()
}

/// The relative luminance of `#rgb` or `#rrggbb`.
fn luminance(color: &str) -> f64 {
    let digits = color.strip_prefix('#').unwrap();
    let size = digits.len() / 3;
    let part = |rank: usize| {
        let part = digits[rank * size..(rank + 1) * size].repeat(3 - size);
        let part = f64::from(u8::from_str_radix(&part, 16).unwrap()) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn black_and_white_contrast_as_the_standard_says() {
    assert!((contrast("#000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#767676", "#fff") - 4.54).abs() < 0.01);
}

#[test]
fn colours_of_themes_can_be_read_on_every_ground() {
    let (papers, sheets) = (token("paper"), token("sheet"));
    // By day, theme colours also stand under white words; drawings stand on the mat.
    let day = vec!["#fff".to_owned(), papers[0].clone(), sheets[0].clone(), token("mat")[0].clone()];
    let dark = vec![papers[1].clone(), sheets[1].clone()];
    for (field, grounds) in [("color", day), ("color_dark", dark)] {
        let colors = of_themes(field);
        assert_eq!(colors.len(), 7, "{field}");
        for color in &colors {
            for ground in &grounds {
                let found = contrast(color, ground);
                assert!(found >= ENOUGH, "{field} {color} on {ground}: {found:.2}");
            }
        }
    }
}

#[test]
fn pictograms_are_of_one_hand() {
    let files = of_themes("pictogram");
    assert_eq!(files.len(), 7);
    for file in files {
        let tags = tags(&read(&format!("content/media/{file}")));
        let (frame, lines) = tags.split_first().unwrap();
        for (attribute, value) in [
            ("viewbox", "0 0 48 48"),
            ("stroke", "currentColor"),
            ("stroke-width", "3"),
            ("stroke-linecap", "round"),
        ] {
            assert_eq!(frame.get(attribute), Some(value), "{file}");
        }
        assert!(lines.iter().all(|tag| tag.get("stroke-width").is_none()), "{file}: another line");
        // The dot stands for somebody: it is in each.
        let is_dot = |tag: &&Tag| tag.get("fill") == Some("currentColor");
        let dots: Vec<Option<&str>> = lines.iter().filter(is_dot).map(|tag| tag.get("r")).collect();
        assert!(!dots.is_empty() && dots.iter().all(|r| *r == Some("3.5")), "{file}: {dots:?}");
    }
}

#[test]
fn the_cover_bears_the_seven_colours_and_is_small() {
    let cover = read("content/media/couverture.svg");
    assert!(cover.len() < 12 * 1024, "{} bytes", cover.len());
    for color in of_themes("color") {
        assert!(cover.contains(&color), "no {color}");
    }
}
