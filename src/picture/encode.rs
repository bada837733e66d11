//! Writing pictures: fixed settings, and nothing in the file but the picture.

use jpeg_encoder::{ColorType, SamplingFactor};
use webp::{PixelLayout, WebPConfig};

use super::Fault;
use super::pixels::Pixels;

/// Qualities at which photographs look alike: WebP's scale is another one than JPEG's.
const WEBP_QUALITY: f32 = 78.0;
const JPEG_QUALITY: u8 = 80;

/// How long libwebp searches, from 0 to 6. It takes half of a picture's time: beyond 4, a third
/// more time saves a hundredth of the bytes.
const WEBP_EFFORT: i32 = 4;

/// The same without loss, where all effort beyond 2 goes into photographs, which lose to the other way.
const LOSSLESS_EFFORT: i32 = 2;
const LOSSLESS_QUALITY: f32 = 50.0;

/// WebP; without loss where that may be and is smaller, as it is for plain drawings.
pub(super) fn webp(pixels: &Pixels, may_be_lossless: bool) -> Result<Vec<u8>, Fault> {
    let mut config = WebPConfig::new().map_err(|()| Fault::Damaged)?;
    config.quality = WEBP_QUALITY;
    config.method = WEBP_EFFORT;
    let lossy = encode_webp(pixels, &config)?;
    if !may_be_lossless {
        return Ok(lossy);
    }
    config.lossless = 1;
    config.quality = LOSSLESS_QUALITY;
    config.method = LOSSLESS_EFFORT;
    let lossless = encode_webp(pixels, &config)?;
    Ok(if lossless.len() < lossy.len() { lossless } else { lossy })
}

fn encode_webp(pixels: &Pixels, config: &WebPConfig) -> Result<Vec<u8>, Fault> {
    let layout = if pixels.has_alpha() { PixelLayout::Rgba } else { PixelLayout::Rgb };
    let encoder = webp::Encoder::new(pixels.points(), layout, pixels.width(), pixels.height());
    encoder.encode_advanced(config).map(|file| file.to_vec()).map_err(|_| Fault::Damaged)
}

/// JPEG, for pictures without transparency.
pub(super) fn jpeg(pixels: &Pixels) -> Result<Vec<u8>, Fault> {
    let side = |side: u32| u16::try_from(side).map_err(|_| Fault::Damaged);
    let (width, height) = (side(pixels.width())?, side(pixels.height())?);
    let color = if pixels.has_alpha() { ColorType::Rgba } else { ColorType::Rgb };
    let mut file = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut file, JPEG_QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_optimized_huffman_tables(true);
    encoder.encode(pixels.points(), width, height, color).map_err(|_| Fault::Damaged)?;
    Ok(file)
}

/// PNG.
pub(super) fn png(pixels: &Pixels) -> Result<Vec<u8>, Fault> {
    let mut file = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(if pixels.has_alpha() { ::png::ColorType::Rgba } else { ::png::ColorType::Rgb });
    encoder.set_compression(::png::Compression::High);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(pixels.points()));
    written.map_err(|_| Fault::Damaged)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::super::pixels::tests::stripes;
    use super::*;

    #[test]
    fn plain_drawings_keep_their_edges() {
        let drawing = stripes(200, 100);
        let (kept, lost) = (webp(&drawing, true).unwrap(), webp(&drawing, false).unwrap());
        assert!(kept.len() < lost.len());
    }
}
