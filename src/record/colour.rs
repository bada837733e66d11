//! Colours, and whether they can be told apart.

use crate::problems::{Code, Located};

use super::values::narrow;
use super::{Kind, Node, Reader, Value};

/// A colour of six hexadecimal digits, as `#1d5fa6`: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Colour([u8; 3]);

impl Colour {
    /// What is not white on paper, and has no colour of its own.
    pub const INK: Self = Self([0x1a, 0x20, 0x30]);
    /// White.
    pub const WHITE: Self = Self([0xff; 3]);
    /// The lightest of dark grounds that text in a theme's colour stands on, in the dark.
    pub const DARK_GROUND: Self = Self([0x1e, 0x20, 0x28]);
    /// The contrast that text asks for (WCAG 2.2, 1.4.3).
    pub const READABLE: f64 = 4.5;

    /// Reads it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let is_colour = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        let part = |rank: usize| u8::from_str_radix(digits.get(rank..rank + 2)?, 16).ok();
        is_colour.then_some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// As CSS writes it.
    #[must_use]
    pub fn css(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// How far two colours are told apart: from 1, not at all, to 21, black on white (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The nearest colour of the same hue that can be read on a ground: itself, or darker on light
    /// grounds and lighter on dark ones.
    #[must_use]
    pub fn readable_on(self, ground: Self) -> Self {
        let end = if ground.luminance() > 0.18 { 0.0 } else { 255.0 };
        let steps = (0..=100_u8).map(|step| self.towards(end, f64::from(step) / 100.0));
        // Black and white are the last steps: one of them can be read on any ground.
        steps.into_iter().find(|colour| colour.contrast(ground) >= Self::READABLE).unwrap_or(self)
    }

    /// The colour with a share of white (255) or black (0).
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
    fn towards(self, end: f64, share: f64) -> Self {
        Self(self.0.map(|part| (f64::from(part) + (end - f64::from(part)) * share).round() as u8))
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl Value for Located<Colour> {
    const KIND: Kind = Kind::Colour;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        let colour = narrow(node, name, reader, Code::BadColour, Colour::parse).unwrap_or_default();
        Self::new(colour, reader.place(node.span.clone()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_colour_is_written_as_it_was_read() {
        assert_eq!(Colour::parse("#A8431a").unwrap().css(), "#a8431a");
        for bad in ["a8431a", "#fff", "#a8431", "#a8431g", "#a8431a0", "red"] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        let grey = Colour::parse("#767676").unwrap();
        assert!((grey.contrast(Colour::WHITE) - 4.54).abs() < 0.01);
        assert!((Colour([0; 3]).contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn a_readable_colour_can_be_read(parts: [u8; 3], dark: bool) {
            let ground = if dark { Colour::DARK_GROUND } else { Colour::WHITE };
            let colour = Colour(parts);
            let readable = colour.readable_on(ground);
            prop_assert!(readable.contrast(ground) >= Colour::READABLE);
            prop_assert!(colour.contrast(ground) < Colour::READABLE || readable == colour);
        }
    }
}
