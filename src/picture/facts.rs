//! What can be told of a picture without decoding it, and what will be made from it.

use super::exif::Turn;
use super::{Fault, Format, jpeg, png, svg, webp};

/// The heaviest file that is read, in bytes. A photograph of 100 megapixels has some 50 MB.
pub const MAX_FILE: u64 = 64 * 1024 * 1024;

/// The most points that are decoded: three or four bytes each must be held at once.
pub(super) const MAX_PIXELS: u64 = 100_000_000;

/// The longest side that a WebP may have. Source: RFC 9649, section 2.6.
const MAX_SIDE: u32 = 16_383;

/// Above this size, pictures are worth decoding one at a time.
const MUCH: u64 = 25_000_000;

/// What a picture is, whatever its file is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Its format.
    pub format: Format,
    /// Its width in points, once it is upright. For drawings, what they ask for.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Whether points of it may be transparent.
    pub has_alpha: bool,
    /// What brings it upright.
    pub(super) turn: Turn,
}

impl Facts {
    /// Reads what a picture's file says of it, and whether the file goes on to its end.
    ///
    /// # Errors
    ///
    /// A file of another kind; one that is cut or damaged; one that the site cannot show.
    pub fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let facts = match Format::of(bytes)? {
            Format::Jpeg => jpeg::facts(bytes)?,
            Format::Png => png::facts(bytes)?,
            Format::Webp => webp::facts(bytes)?,
            Format::Svg => return svg::facts(bytes),
        };
        let pixels = facts.pixels();
        if pixels > MAX_PIXELS {
            return Err(Fault::TooLarge { megapixels: pixels.div_ceil(1_000_000) });
        }
        if pixels == 0 { Err(Fault::Damaged) } else { Ok(facts) }
    }

    /// The facts of a picture as its file holds it, before it is turned.
    pub(super) fn stored(format: Format, size: (u32, u32), has_alpha: bool, turn: Turn) -> Self {
        let (width, height) = turn.size(size);
        Self { format, width, height, has_alpha, turn }
    }

    fn pixels(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }

    /// Whether decoding it takes so much memory that one at a time is enough.
    #[must_use]
    pub fn is_huge(&self) -> bool {
        self.format != Format::Svg && self.pixels() > MUCH
    }

    /// The formats that are made from it: the smallest first, the one that all browsers know last.
    #[must_use]
    pub fn formats(&self) -> &'static [Format] {
        match (self.format, self.has_alpha) {
            (Format::Svg, _) => &[Format::Svg],
            (_, true) => &[Format::Webp, Format::Png],
            (_, false) => &[Format::Webp, Format::Jpeg],
        }
    }

    /// The widths that are made from it, of those that a look uses: none is larger than it is, and
    /// none so near to the next that it would serve nobody.
    #[must_use]
    pub fn widths(&self, used: &[u32]) -> Vec<u32> {
        if self.format == Format::Svg {
            return vec![self.width];
        }
        // The height follows the width, and has its own limit.
        let tall = u64::from(MAX_SIDE) * u64::from(self.width) / u64::from(self.height.max(1));
        let highest = u32::try_from(tall).unwrap_or(u32::MAX).clamp(1, MAX_SIDE);
        let most = used.iter().copied().max().unwrap_or(u32::MAX);
        let top = self.width.min(most).min(highest);
        let below = used.iter().copied().filter(|width| width.saturating_mul(5) <= top.saturating_mul(4));
        below.chain([top]).collect()
    }

    /// The height that goes with a width.
    #[must_use]
    pub fn height_at(&self, width: u32) -> u32 {
        let width_of_all = u64::from(self.width.max(1));
        let height = (u64::from(width) * u64::from(self.height) + width_of_all / 2) / width_of_all;
        u32::try_from(height).unwrap_or(u32::MAX).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USED: &[u32] = &[400, 800, 1600];

    fn facts(width: u32, height: u32) -> Facts {
        Facts::stored(Format::Jpeg, (width, height), false, Turn::default())
    }

    #[test]
    fn no_width_is_larger_than_the_picture() {
        assert_eq!(facts(4000, 3000).widths(USED), [400, 800, 1600]);
        assert_eq!(facts(1600, 900).widths(USED), [400, 800, 1600]);
        assert_eq!(facts(1000, 900).widths(USED), [400, 800, 1000]);
        assert_eq!(facts(850, 900).widths(USED), [400, 850]);
        assert_eq!(facts(120, 900).widths(USED), [120]);
        assert_eq!(facts(1, 1).widths(USED), [1]);
    }

    #[test]
    fn sizes_that_are_out_of_proportion_stay_within_bounds() {
        let strip = facts(1000, 50_000);
        let widths = strip.widths(USED);
        assert_eq!(widths, [327]);
        assert!(strip.height_at(327) <= MAX_SIDE);
        assert_eq!(facts(65_535, 1).height_at(1600), 1);
    }

    #[test]
    fn heights_follow_widths() {
        assert_eq!(facts(4000, 3000).height_at(800), 600);
        assert_eq!(facts(3, 2).height_at(2), 1);
    }
}
