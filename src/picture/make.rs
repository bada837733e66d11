//! From an original to the files that the site shows.

use super::pixels::Pixels;
use super::{Facts, Fault, Format, encode, jpeg, png, svg, webp};

/// Part of the made files' names: to be counted up whenever the same original gives other bytes,
/// so that no reader's browser keeps the old ones.
pub const RECIPE: &str = "1";

/// A file to be made of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shape {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Its format.
    pub format: Format,
}

/// Makes the files of the wanted shapes, in their order; none depends on which others are wanted.
/// The original is decoded once, and resized once where neighbours have one size.
///
/// # Errors
///
/// The picture is damaged in a way that its first bytes did not show.
pub fn make(bytes: &[u8], facts: &Facts, wanted: &[Shape]) -> Result<Vec<Vec<u8>>, Fault> {
    let original = match facts.format {
        Format::Jpeg => jpeg::decode(bytes)?,
        Format::Png => png::decode(bytes)?,
        Format::Webp => webp::decode(bytes)?,
        Format::Svg => {
            let clean = svg::clean(bytes)?;
            return Ok(vec![clean; wanted.len()]);
        }
    };
    let mut files = Vec::with_capacity(wanted.len());
    for group in wanted.chunk_by(|one, next| (one.width, one.height) == (next.width, next.height)) {
        let Some(Shape { width, height, .. }) = group.first() else { continue };
        // Turned once it is small; the size that it is asked for is that of the upright picture.
        let (width, height) = facts.turn.size((*width, *height));
        let scaled = original.resized(width, height)?.turned(facts.turn).in_srgb();
        for shape in group {
            files.push(write(&scaled, shape.format, facts.format)?);
        }
    }
    Ok(files)
}

fn write(pixels: &Pixels, format: Format, original: Format) -> Result<Vec<u8>, Fault> {
    match format {
        // What was kept as a photograph is one. Anything else may be a plain drawing.
        Format::Webp => encode::webp(pixels, original != Format::Jpeg),
        Format::Jpeg => encode::jpeg(pixels),
        Format::Png => encode::png(pixels),
        // No drawing is made of points.
        Format::Svg => Err(Fault::Damaged),
    }
}
