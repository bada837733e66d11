//! Every pair of colours that the look lays over each other can be told apart.
//!
//! Text asks for 4.5:1, lines that one must see to use the page for 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). Rules
//! between parts and the motifs of the patches only adorn.

use std::fs;
use std::path::Path;

const TEXT: f64 = 4.5;
const PART: f64 = 3.0;

/// By day and in the dark, as tokens.css gives each colour.
const SCHEMES: [(usize, &str, f64); 2] = [(0, "color", 0.09), (1, "color_dark", 0.10)];

pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The values of a field of the themes, in their order.
pub(crate) fn of_themes(field: &str) -> Vec<String> {
    let settings = read("content/catalogue.yaml");
    let start = format!("{field}: ");
    let values = settings.lines().filter_map(|line| line.trim().strip_prefix(&start));
    values.map(|value| value.trim_matches('"').to_owned()).collect()
}

/// The values of a token: by day, then in the dark; one that does not change has one.
fn token(name: &str, scheme: usize) -> Color {
    let tokens = read("themes/forum/styles/tokens.css");
    let start = format!("--{name}: #");
    let values: Vec<&str> = tokens.lines().filter_map(|line| line.trim().strip_prefix(&start)).collect();
    color(
        values.get(scheme).or(values.first()).unwrap_or_else(|| panic!("no --{name}")).trim_end_matches(';'),
    )
}

type Color = [f64; 3];

/// Reads `rgb` or `rrggbb`, with or without its hash: parts from 0 to 1.
fn color(digits: &str) -> Color {
    let digits = digits.trim_start_matches('#');
    let size = digits.len() / 3;
    [0, 1, 2].map(|rank| {
        let part = digits[rank * size..(rank + 1) * size].repeat(3 - size);
        f64::from(u8::from_str_radix(&part, 16).unwrap()) / 255.0
    })
}

/// `color-mix(in srgb, one share, other)`.
fn mix(one: Color, share: f64, other: Color) -> Color {
    [0, 1, 2].map(|part| one[part] * share + other[part] * (1.0 - share))
}

/// The relative luminance, as WCAG defines it.
fn luminance(color: Color) -> f64 {
    let linear = |part: f64| if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2])
}

fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[track_caller]
fn must_stand_out(what: &str, one: Color, other: Color, least: f64) {
    let found = contrast(one, other);
    assert!(found >= least, "{what}: {found:.2}, and {least} is asked");
}

/// The grounds of a scheme, by name, and the tint of each theme with and without `color-mix`.
fn grounds(scheme: usize, field: &str, share: f64) -> Vec<(String, Color)> {
    let plain = ["paper", "sheet"].map(|name| (name.to_owned(), token(name, scheme)));
    let tints = of_themes(field)
        .into_iter()
        .map(|theme| (format!("the tint of {theme}"), mix(color(&theme), share, token("sheet", scheme))));
    let fallback = ("the plain tint".to_owned(), token("tint", scheme));
    plain.into_iter().chain(tints).chain([fallback]).collect()
}

#[test]
fn black_and_white_contrast_as_the_standard_says() {
    assert!((contrast(color("#000"), color("#ffffff")) - 21.0).abs() < 1e-9);
    assert!((contrast(color("#767676"), color("#fff")) - 4.54).abs() < 0.01);
    assert!(mix(color("#fff"), 0.25, color("#000")).iter().all(|part| (part - 0.25).abs() < 1e-9));
}

#[test]
fn the_tints_are_those_of_the_styles() {
    let tokens = read("themes/forum/styles/tokens.css");
    for (_, _, share) in SCHEMES {
        let rule = format!("--tint: color-mix(in srgb, var(--theme) {:.0}%, var(--sheet));", share * 100.0);
        assert!(tokens.contains(&rule), "no {rule}");
    }
}

#[test]
fn text_can_be_read_on_every_ground() {
    for (scheme, field, share) in SCHEMES {
        for (ground, under) in grounds(scheme, field, share) {
            for name in ["ink", "muted"] {
                must_stand_out(&format!("{name} on {ground}"), token(name, scheme), under, TEXT);
            }
        }
        // Pressed and chosen things are paper on ink.
        must_stand_out("paper on ink", token("paper", scheme), token("ink", scheme), TEXT);
    }
}

#[test]
fn colours_of_themes_can_be_read_on_every_ground() {
    for (scheme, field, share) in SCHEMES {
        let (paper, sheet) = (token("paper", scheme), token("sheet", scheme));
        let colors = of_themes(field);
        assert_eq!(colors.len(), 7, "{field}");
        for name in &colors {
            let theme = color(name);
            must_stand_out(&format!("{name} on paper"), theme, paper, TEXT);
            must_stand_out(&format!("{name} on a sheet"), theme, sheet, TEXT);
            must_stand_out(&format!("{name} on its tint"), theme, mix(theme, share, sheet), TEXT);
        }
    }
    // By day and in the dark alike, patches keep the colours of the day; drawings stand on the mat.
    for name in of_themes("color") {
        must_stand_out(&format!("white on {name}"), token("on-accent", 0), color(&name), TEXT);
        for scheme in [0, 1] {
            must_stand_out(&format!("{name} on the mat"), color(&name), token("mat", scheme), PART);
        }
    }
}

#[test]
fn what_one_must_see_to_use_the_page_stands_out() {
    for (scheme, field, share) in SCHEMES {
        for (ground, under) in grounds(scheme, field, share) {
            for name in ["edge", "focus"] {
                must_stand_out(&format!("{name} on {ground}"), token(name, scheme), under, PART);
            }
        }
    }
}
