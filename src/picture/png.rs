//! PNG: screenshots, maps, logos.

use std::io::Cursor;

use ::png::{ColorType, Decoder, Limits, Transformations};

use super::exif::Turn;
use super::pixels::Pixels;
use super::{Facts, Fault, Format};

pub(super) fn facts(bytes: &[u8]) -> Result<Facts, Fault> {
    if !is_whole(bytes) {
        return Err(Fault::Cut);
    }
    let reader = Decoder::new(Cursor::new(bytes)).read_info().map_err(|_| Fault::Damaged)?;
    let info = reader.info();
    if info.animation_control.is_some() {
        return Err(Fault::Animated);
    }
    let has_alpha =
        matches!(info.color_type, ColorType::GrayscaleAlpha | ColorType::Rgba) || info.trns.is_some();
    let turn = Turn::of(info.exif_metadata.as_deref());
    Ok(Facts::stored(Format::Png, (info.width, info.height), has_alpha, turn))
}

pub(super) fn decode(bytes: &[u8]) -> Result<Pixels, Fault> {
    // Whether the picture is too large was asked of its header. A picture takes up to eight bytes a point.
    let limits = Limits { bytes: usize::MAX };
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|_| Fault::Damaged)?;
    let mut points = vec![0; reader.output_buffer_size().ok_or(Fault::Damaged)?];
    let frame = reader.next_frame(&mut points).map_err(|_| Fault::Damaged)?;
    points.truncate(frame.buffer_size());
    let profile = reader.info().icc_profile.as_ref().map(|profile| profile.to_vec());
    let (points, has_alpha) = match frame.color_type {
        ColorType::Rgb => (points, false),
        ColorType::Rgba => (points, true),
        ColorType::Grayscale => (points.iter().flat_map(|grey| [*grey; 3]).collect(), false),
        ColorType::GrayscaleAlpha => {
            let point = |pair: &[u8]| [pair[0], pair[0], pair[0], pair[1]];
            (points.chunks_exact(2).flat_map(point).collect(), true)
        }
        // Palettes were resolved.
        ColorType::Indexed => return Err(Fault::Damaged),
    };
    Pixels::new((frame.width, frame.height), has_alpha, points, profile)
}

/// Whether the chunk that ends a picture is there; other files may follow.
///
/// Source: ISO/IEC 15948, section 11.2.5.
fn is_whole(bytes: &[u8]) -> bool {
    const END: &[u8; 8] = b"IEND\xae\x42\x60\x82";
    bytes.windows(END.len()).rev().any(|window| window == END)
}

#[cfg(test)]
mod tests {
    use super::super::encode;
    use super::super::pixels::tests::stripes;
    use super::*;

    #[test]
    fn a_picture_is_whole_when_its_end_is_there() {
        let png = encode::png(&stripes(40, 30)).unwrap();
        assert!(facts(&png).is_ok());
        for end in [8, png.len() / 2, png.len() - 1] {
            assert_eq!(facts(&png[..end]), Err(Fault::Cut), "{end} bytes");
        }
    }

    #[test]
    fn every_kind_of_colour_becomes_three_or_four() {
        for (color, depth, bytes, expected) in [
            (ColorType::Grayscale, ::png::BitDepth::Eight, vec![7, 9], vec![7, 7, 7, 9, 9, 9]),
            (
                ColorType::GrayscaleAlpha,
                ::png::BitDepth::Eight,
                vec![7, 1, 9, 2],
                vec![7, 7, 7, 1, 9, 9, 9, 2],
            ),
            (ColorType::Grayscale, ::png::BitDepth::One, vec![0b0100_0000], vec![0, 0, 0, 255, 255, 255]),
            (
                ColorType::Rgb,
                ::png::BitDepth::Sixteen,
                vec![1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0],
                vec![1, 2, 3, 4, 5, 6],
            ),
        ] {
            let mut file = Vec::new();
            let mut encoder = ::png::Encoder::new(&mut file, 2, 1);
            encoder.set_color(color);
            encoder.set_depth(depth);
            encoder.write_header().unwrap().write_image_data(&bytes).unwrap();
            assert_eq!(decode(&file).unwrap().points(), expected, "{color:?}");
        }
    }

    #[test]
    fn palettes_and_a_transparent_colour() {
        let mut file = Vec::new();
        let mut encoder = ::png::Encoder::new(&mut file, 2, 1);
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(vec![1, 2, 3, 4, 5, 6]);
        encoder.set_trns(vec![255, 0]);
        encoder.write_header().unwrap().write_image_data(&[0, 1]).unwrap();
        assert!(facts(&file).unwrap().has_alpha);
        assert_eq!(decode(&file).unwrap().points(), [1, 2, 3, 255, 4, 5, 6, 0]);
    }
}
