//! Small pictures, as cameras, screenshots and drawing programs make them.

use jpeg_encoder::{ColorType, Encoder};

/// A drawing that browsers show.
pub(crate) const SVG: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"40\"><path d=\"M1 2\"/></svg>";

/// Colours that change from point to point; another seed gives another picture.
fn points(width: usize, height: usize, seed: u8) -> Vec<u8> {
    let point = |rank: usize| {
        let (x, y) = (rank % width, rank / width);
        [x * 255 / width, y * 255 / height, (x / 8 + y / 8) % 2 * 200 + usize::from(seed) % 56]
    };
    (0..width * height).flat_map(point).map(|part| u8::try_from(part).unwrap_or(u8::MAX)).collect()
}

/// A photograph.
pub(crate) fn jpeg(width: u16, height: u16, seed: u8) -> Vec<u8> {
    jpeg_with(width, height, seed, &[])
}

/// A photograph with what cameras add to it: segments by their numbers, as APP1 is.
pub(crate) fn jpeg_with(width: u16, height: u16, seed: u8, segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 90);
    for (number, bytes) in segments {
        encoder.add_app_segment(*number, bytes.clone()).unwrap();
    }
    let points = points(width.into(), height.into(), seed);
    encoder.encode(&points, width, height, ColorType::Rgb).unwrap();
    file
}

/// EXIF that says how the camera was held, from 1 to 8, by whom, and where.
pub(crate) fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    exif.extend([0, 3]);
    exif.extend([0x01, 0x0f, 0, 2, 0, 0, 0, 12, 0, 0, 0, 80]); // the camera's maker
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    exif.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 50]); // where the GPS's own directory is
    exif.extend([0, 0, 0, 0]);
    exif.resize(6 + 50, 0);
    exif.extend([0, 1, 0, 1, 0, 2, 0, 0, 0, 2, b'N', 0, 0, 0, 0, 0, 0, 0]);
    exif.resize(6 + 80, 0);
    exif.extend(b"Fabricant X\0GPS 48.8566 N Ali Exemple");
    exif
}

/// A screenshot; transparent at the left where it `has_alpha`.
pub(crate) fn png(width: u32, height: u32, has_alpha: bool) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(if has_alpha { png::ColorType::Rgba } else { png::ColorType::Rgb });
    encoder.add_text_chunk("Author".to_owned(), "Ali Exemple".to_owned()).unwrap();
    let mut writer = encoder.write_header().unwrap();
    let point = |rank: u32| {
        let (x, stripe) = (rank % width, rank % width / 7 % 3);
        let opaque = if x < width / 2 { 0 } else { 255 };
        let colour = [[200, 30, 30], [30, 160, 60], [240, 240, 240]][stripe as usize];
        colour.into_iter().chain(has_alpha.then_some(opaque))
    };
    let points: Vec<u8> = (0..width * height).flat_map(point).collect();
    writer.write_image_data(&points).unwrap();
    drop(writer);
    file
}
