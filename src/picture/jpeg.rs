//! JPEG: photographs.

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::exif::Turn;
use super::pixels::Pixels;
use super::{Facts, Fault, Format};

/// Nothing larger can be written in its header; what is too large for us is told in our words.
const MAX_SIDE: usize = 65_535;

pub(super) fn facts(bytes: &[u8]) -> Result<Facts, Fault> {
    if !is_whole(bytes) {
        return Err(Fault::Cut);
    }
    let mut decoder = decoder(bytes);
    decoder.decode_headers().map_err(|_| Fault::Damaged)?;
    if matches!(decoder.input_colorspace(), Some(ColorSpace::CMYK | ColorSpace::YCCK)) {
        return Err(Fault::Inks);
    }
    let info = decoder.info().ok_or(Fault::Damaged)?;
    let size = (u32::from(info.width), u32::from(info.height));
    let turn = Turn::of(decoder.exif().map(Vec::as_slice));
    Ok(Facts::stored(Format::Jpeg, size, false, turn))
}

pub(super) fn decode(bytes: &[u8]) -> Result<Pixels, Fault> {
    let mut decoder = decoder(bytes);
    let points = decoder.decode().map_err(|_| Fault::Damaged)?;
    let info = decoder.info().ok_or(Fault::Damaged)?;
    let size = (u32::from(info.width), u32::from(info.height));
    Pixels::new(size, false, points, decoder.icc_profile())
}

fn decoder(bytes: &[u8]) -> JpegDecoder<ZCursor<&[u8]>> {
    let options = DecoderOptions::default()
        .set_max_width(MAX_SIDE)
        .set_max_height(MAX_SIDE)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    JpegDecoder::new_with_options(ZCursor::new(bytes), options)
}

/// Whether the picture goes on to its end. Decoders paint what is missing grey, without a word. The
/// file may hold more behind it: a second picture, a film.
///
/// Source: ITU-T T.81, annex B.
fn is_whole(bytes: &[u8]) -> bool {
    let mut at = 2;
    let mut has_scan = false;
    loop {
        let Some(offset) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == 0xff)) else {
            return false;
        };
        at += offset + 1;
        match bytes.get(at) {
            None => return false,
            // A byte of the picture, a mark within it, or padding before a marker.
            Some(0x00 | 0x01 | 0xd0..=0xd8) => at += 1,
            Some(0xff) => {}
            Some(0xd9) => return has_scan,
            Some(marker) => {
                has_scan |= *marker == 0xda;
                let Some([high, low]) = bytes.get(at + 1..at + 3) else { return false };
                at += 1 + usize::from(u16::from_be_bytes([*high, *low]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::encode;
    use super::super::pixels::tests::stripes;
    use super::*;

    #[test]
    fn a_picture_is_whole_when_its_end_is_there() {
        let jpeg = encode::jpeg(&stripes(40, 30)).unwrap();
        assert!(is_whole(&jpeg));
        assert!(is_whole(&[jpeg.clone(), b"a film".to_vec()].concat()));
        for end in [3, jpeg.len() / 2, jpeg.len() - 2] {
            assert_eq!(facts(&jpeg[..end]), Err(Fault::Cut), "{end} bytes");
        }
    }

    #[test]
    fn inks_are_refused() {
        let mut jpeg = Vec::new();
        let encoder = jpeg_encoder::Encoder::new(&mut jpeg, 90);
        encoder.encode(&[9; 8 * 8 * 4], 8, 8, jpeg_encoder::ColorType::Cmyk).unwrap();
        assert_eq!(facts(&jpeg), Err(Fault::Inks));
    }

    #[test]
    fn grey_photographs_get_three_colours() {
        let mut jpeg = Vec::new();
        let encoder = jpeg_encoder::Encoder::new(&mut jpeg, 90);
        encoder.encode(&[200; 8 * 8], 8, 8, jpeg_encoder::ColorType::Luma).unwrap();
        assert!(facts(&jpeg).is_ok());
        assert_eq!(decode(&jpeg).unwrap().points(), [200; 8 * 8 * 3]);
    }
}
