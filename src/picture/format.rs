//! The formats of pictures, told by their first bytes: what a file is called proves nothing.

use super::Fault;

/// A format that the site shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// The smallest, which browsers know since 2020.
    Webp,
    /// For photographs, known to all.
    Jpeg,
    /// For what is transparent, known to all.
    Png,
    /// Drawings.
    Svg,
}

impl Format {
    /// What its files' names end in.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Webp => "webp",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }

    /// What browsers call it.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Webp => "image/webp",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
        }
    }

    /// The format of a file. What is none of ours is named, so that its editor knows what they hold.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, Fault> {
        let starts = |signature: &[u8]| bytes.starts_with(signature);
        let brand = || bytes.get(8..12).unwrap_or_default();
        if bytes.is_empty() {
            return Err(Fault::Cut);
        }
        if starts(b"\xff\xd8\xff") {
            Ok(Self::Jpeg)
        } else if starts(b"\x89PNG\r\n\x1a\n") {
            Ok(Self::Png)
        } else if starts(b"RIFF") && brand() == b"WEBP" {
            Ok(Self::Webp)
        } else if bytes.get(4..8) == Some(b"ftyp") {
            Err(Fault::Foreign(match brand() {
                b"avif" | b"avis" => "avif",
                b"qt  " | b"isom" | b"mp41" | b"mp42" | b"M4V " => "video",
                _ => "heic",
            }))
        } else {
            of_text(bytes).unwrap_or_else(|| Err(Fault::Foreign(foreign(bytes))))
        }
    }
}

/// Other files that bear the name of a picture; the words for them stand in the wording.
fn foreign(bytes: &[u8]) -> &'static str {
    const SIGNATURES: [(&[u8], &str); 10] = [
        (b"GIF8", "gif"),
        (b"BM", "bmp"),
        (b"II*\0", "tiff"),
        (b"MM\0*", "tiff"),
        (b"%PDF", "pdf"),
        (b"%!PS", "eps"),
        (b"8BPS", "psd"),
        (b"PK\x03\x04", "document"),
        (b"\xd0\xcf\x11\xe0", "document"),
        (b"\x1f\x8b", "svgz"),
    ];
    let known = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature));
    known.map_or("other", |(_, name)| name)
}

/// A drawing is text; so is a web page that was saved in place of the picture that it shows.
fn of_text(bytes: &[u8]) -> Option<Result<Format, Fault>> {
    const HEAD: usize = 4096;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    if !head.starts_with('<') {
        return None;
    }
    if head.starts_with("<!doctype html") || head.starts_with("<html") {
        return Some(Err(Fault::Foreign("html")));
    }
    // A prologue, comments and a document type may come first.
    head.contains("<svg").then_some(Ok(Format::Svg))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_their_bytes() {
        for (bytes, expected) in [
            (&b"\xff\xd8\xff\xe0"[..], Ok(Format::Jpeg)),
            (b"\x89PNG\r\n\x1a\n", Ok(Format::Png)),
            (b"RIFF\0\0\0\0WEBPVP8 ", Ok(Format::Webp)),
            (b"<svg/>", Ok(Format::Svg)),
            (b"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<!-- a -->\n<svg>", Ok(Format::Svg)),
            (b"\0\0\0\x18ftypheic", Err(Fault::Foreign("heic"))),
            (b"\0\0\0\x18ftypmif1", Err(Fault::Foreign("heic"))),
            (b"\0\0\0\x18ftypavif", Err(Fault::Foreign("avif"))),
            (b"GIF89a", Err(Fault::Foreign("gif"))),
            (b"<!DOCTYPE html><html><svg>", Err(Fault::Foreign("html"))),
            (b"une image", Err(Fault::Foreign("other"))),
            (b"", Err(Fault::Cut)),
        ] {
            assert_eq!(Format::of(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
