//! Points of a picture: red, green, blue, and how opaque they are where some are not.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::Fault;
use super::exif::Turn;

/// A picture that was decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pixels {
    width: u32,
    height: u32,
    has_alpha: bool,
    points: Vec<u8>,
    /// What its numbers mean, where the file says it; else they are sRGB.
    profile: Option<Vec<u8>>,
}

impl Pixels {
    /// A picture of three bytes a point, four with transparency.
    pub(super) fn new(
        (width, height): (u32, u32),
        has_alpha: bool,
        points: Vec<u8>,
        profile: Option<Vec<u8>>,
    ) -> Result<Self, Fault> {
        let made = Self { width, height, has_alpha, points, profile };
        let wanted = made.stride().checked_mul(usize::try_from(height).unwrap_or(usize::MAX));
        if width > 0 && wanted == Some(made.points.len()) { Ok(made) } else { Err(Fault::Damaged) }
    }

    pub(super) fn width(&self) -> u32 {
        self.width
    }

    pub(super) fn height(&self) -> u32 {
        self.height
    }

    pub(super) fn has_alpha(&self) -> bool {
        self.has_alpha
    }

    pub(super) fn points(&self) -> &[u8] {
        &self.points
    }

    /// Bytes of a point.
    fn depth(&self) -> usize {
        if self.has_alpha { 4 } else { 3 }
    }

    /// Bytes of a row.
    fn stride(&self) -> usize {
        usize::try_from(self.width).unwrap_or(usize::MAX).saturating_mul(self.depth())
    }

    /// The same picture in another size. The filter's weights come from sums and products alone,
    /// which every machine rounds alike; Lanczos would ask for its sines.
    pub(super) fn resized(&self, width: u32, height: u32) -> Result<Self, Fault> {
        let kind = if self.has_alpha { PixelType::U8x4 } else { PixelType::U8x3 };
        let source =
            ImageRef::new(self.width, self.height, &self.points, kind).map_err(|_| Fault::Damaged)?;
        let mut target = Image::new(width, height, kind);
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
        Resizer::new().resize(&source, &mut target, &options).map_err(|_| Fault::Damaged)?;
        Self::new((width, height), self.has_alpha, target.into_vec(), self.profile.clone())
    }

    /// The picture upright.
    pub(super) fn turned(self, turn: Turn) -> Self {
        if turn == Turn::default() {
            return self;
        }
        let (width, height) = turn.size((self.width, self.height));
        let (depth, stride) = (self.depth(), self.stride());
        let mut points = Vec::with_capacity(self.points.len());
        for y in 0..height {
            let y = if turn.upend { height - 1 - y } else { y };
            for x in 0..width {
                let x = if turn.mirror { width - 1 - x } else { x };
                let (column, row) = if turn.transpose { (y, x) } else { (x, y) };
                let at = row as usize * stride + column as usize * depth;
                points.extend_from_slice(&self.points[at..at + depth]);
            }
        }
        Self { width, height, points, ..self }
    }

    /// The picture in the colours that all browsers take a picture for that says nothing of them.
    /// Telephones photograph in wider ones: taken for sRGB, they would look pale. A profile that
    /// cannot be followed is taken for sRGB.
    pub(super) fn in_srgb(mut self) -> Self {
        let Some(profile) = self.profile.take().and_then(|bytes| ColorProfile::new_from_slice(&bytes).ok())
        else {
            return self;
        };
        if profile.color_space != DataColorSpace::Rgb {
            return self;
        }
        let layout = if self.has_alpha { Layout::Rgba } else { Layout::Rgb };
        let srgb = ColorProfile::new_srgb();
        let Ok(transform) = profile.create_transform_8bit(layout, &srgb, layout, TransformOptions::default())
        else {
            return self;
        };
        let mut points = vec![0; self.points.len()];
        if transform.transform(&self.points, &mut points).is_ok() {
            self.points = points;
        }
        self
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A picture of vertical stripes.
    pub(crate) fn stripes(width: u32, height: u32) -> Pixels {
        const COLOURS: [[u8; 3]; 3] = [[200, 30, 30], [30, 160, 60], [240, 240, 240]];
        let row = (0..width).flat_map(|x| COLOURS[x as usize / 5 % 3]);
        let points = (0..height).flat_map(|_| row.clone()).collect();
        Pixels::new((width, height), false, points, None).unwrap()
    }

    /// Points that are their own numbers: `a b c / d e f`.
    fn letters(width: u32, letters: &str) -> Pixels {
        let height = u32::try_from(letters.len()).unwrap() / width;
        let points = letters.bytes().flat_map(|letter| [letter; 3]).collect();
        Pixels::new((width, height), false, points, None).unwrap()
    }

    fn read(pixels: &Pixels) -> (u32, String) {
        (pixels.width, pixels.points.chunks(3).map(|point| char::from(point[0])).collect())
    }

    #[test]
    fn all_eight_ways_to_hold_a_camera() {
        // What EXIF's orientations make of “abc / def”, seen upright.
        for (number, width, upright) in [
            (1, 3, "abcdef"),
            (2, 3, "cbafed"),
            (3, 3, "fedcba"),
            (4, 3, "defabc"),
            (5, 2, "adbecf"),
            (6, 2, "daebfc"),
            (7, 2, "fcebda"),
            (8, 2, "cfbead"),
        ] {
            let turn = Turn::of(Some(&super::super::exif::tests::exif(number)));
            let turned = letters(3, "abcdef").turned(turn);
            assert_eq!(read(&turned), (width, upright.to_owned()), "{number}");
        }
    }

    #[test]
    fn one_colour_stays_that_colour() {
        let plain = Pixels::new((90, 70), false, [12, 130, 250].repeat(90 * 70), None).unwrap();
        let small = plain.resized(31, 24).unwrap();
        assert!(small.points.chunks(3).all(|point| point == [12, 130, 250]));
    }

    #[test]
    fn what_is_transparent_gives_no_colour_to_what_is_not() {
        // Red that nobody sees, beside opaque green.
        let row: Vec<u8> = [[255, 0, 0, 0], [0, 255, 0, 255]].concat().repeat(50);
        let sharp = Pixels::new((100, 4), true, row.repeat(4), None).unwrap();
        let small = sharp.resized(10, 2).unwrap();
        assert!(small.points.chunks(4).all(|point| point[0] == 0 && point[1] == 255 && point[3] > 100));
    }

    #[test]
    fn wide_colours_become_those_of_browsers() {
        let profile = ColorProfile::new_display_p3().encode().unwrap();
        let red = Pixels::new((1, 1), false, vec![234, 51, 35], Some(profile)).unwrap().in_srgb();
        // Display P3's (234, 51, 35) is sRGB's pure red.
        assert!(red.points[0] >= 254 && red.points[1] <= 3 && red.points[2] <= 3, "{:?}", red.points);
        let unknown = Pixels::new((1, 1), false, vec![9, 8, 7], Some(b"profile".to_vec())).unwrap();
        assert_eq!(unknown.in_srgb().points, [9, 8, 7]);
    }

    #[test]
    fn sizes_that_do_not_fit_their_bytes_are_refused() {
        assert_eq!(Pixels::new((2, 2), false, vec![0; 11], None), Err(Fault::Damaged));
        assert_eq!(Pixels::new((0, 0), false, vec![], None), Err(Fault::Damaged));
        assert_eq!(Pixels::new((u32::MAX, u32::MAX), true, vec![], None), Err(Fault::Damaged));
    }
}
