//! The repository's own drawings: one hand, little weight.

use crate::colours::{of_themes, read};
use crate::html::{Tag, tags};

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
