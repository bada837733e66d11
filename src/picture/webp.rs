//! WebP, as editors bring it.

use std::io::Cursor;

use image_webp::WebPDecoder;

use super::exif::Turn;
use super::pixels::Pixels;
use super::{Facts, Fault, Format};

pub(super) fn facts(bytes: &[u8]) -> Result<Facts, Fault> {
    if !is_whole(bytes) {
        return Err(Fault::Cut);
    }
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(|_| Fault::Damaged)?;
    if decoder.is_animated() {
        return Err(Fault::Animated);
    }
    let exif = decoder.exif_metadata().ok().flatten();
    let turn = Turn::of(exif.as_deref());
    Ok(Facts::stored(Format::Webp, decoder.dimensions(), decoder.has_alpha(), turn))
}

pub(super) fn decode(bytes: &[u8]) -> Result<Pixels, Fault> {
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(|_| Fault::Damaged)?;
    let mut points = vec![0; decoder.output_buffer_size().ok_or(Fault::Damaged)?];
    decoder.read_image(&mut points).map_err(|_| Fault::Damaged)?;
    let profile = decoder.icc_profile().ok().flatten();
    Pixels::new(decoder.dimensions(), decoder.has_alpha(), points, profile)
}

/// Whether the file is as long as it says.
///
/// Source: RFC 9649, section 2.4.
fn is_whole(bytes: &[u8]) -> bool {
    const HEADER: u64 = 8;
    let size: Option<[u8; 4]> = bytes.get(4..8).and_then(|size| size.try_into().ok());
    size.is_some_and(|size| u64::from(u32::from_le_bytes(size)) + HEADER <= bytes.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::super::encode;
    use super::super::pixels::tests::stripes;
    use super::*;

    #[test]
    fn a_picture_is_whole_when_its_end_is_there() {
        let webp = encode::webp(&stripes(40, 30), true).unwrap();
        assert!(facts(&webp).is_ok());
        for end in [12, webp.len() / 2, webp.len() - 1] {
            assert_eq!(facts(&webp[..end]), Err(Fault::Cut), "{end} bytes");
        }
    }

    #[test]
    fn what_was_written_is_read() {
        let pixels = stripes(40, 30);
        // Stripes of few colours are smallest without loss.
        let read = decode(&encode::webp(&pixels, true).unwrap()).unwrap();
        assert_eq!(read.points(), pixels.points());
    }
}
