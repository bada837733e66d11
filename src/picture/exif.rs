//! How a photograph was held, which cameras write down instead of turning the picture. Of all that
//! EXIF tells, this alone is used, and nothing of it is kept.

use exif::{In, Tag};

/// What brings a picture upright: first its rows become its columns, then it is mirrored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Turn {
    /// Rows become columns: width and height change places.
    pub(super) transpose: bool,
    /// Left becomes right.
    pub(super) mirror: bool,
    /// Top becomes bottom.
    pub(super) upend: bool,
}

impl Turn {
    /// The turn that EXIF's bytes ask for; none for bytes that make no sense.
    pub(super) fn of(exif: Option<&[u8]>) -> Self {
        // Some writers of WebP and PNG keep the mark that JPEG wants before it.
        let tiff = exif.map(|bytes| bytes.strip_prefix(b"Exif\0\0").unwrap_or(bytes));
        let number = tiff.and_then(orientation).unwrap_or(1);
        Self {
            transpose: matches!(number, 5..=8),
            mirror: matches!(number, 2 | 3 | 6 | 7),
            upend: matches!(number, 3 | 4 | 7 | 8),
        }
    }

    /// The size of a picture once it is upright; and back, since doing it twice undoes it.
    pub(super) fn size(self, (width, height): (u32, u32)) -> (u32, u32) {
        if self.transpose { (height, width) } else { (width, height) }
    }
}

/// The orientation, 1 to 8. What else is damaged does not hide it.
fn orientation(tiff: &[u8]) -> Option<u32> {
    let read = exif::Reader::new().continue_on_error(true).read_raw(tiff.to_vec());
    let exif = read.or_else(|error| error.distill_partial_result(|_| {})).ok()?;
    let number = exif.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0)?;
    (1..=8).contains(&number).then_some(number)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// EXIF that says how the camera was held, and where.
    pub(crate) fn exif(orientation: u8) -> Vec<u8> {
        let mut tiff = b"MM\0*\0\0\0\x08".to_vec();
        tiff.extend([0, 2]);
        tiff.extend([0x01, 0x0f, 0, 2, 0, 0, 0, 12, 0, 0, 0, 38]); // the camera's maker
        tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
        tiff.extend([0, 0, 0, 0]);
        tiff.extend(b"GPS 48.8566\0");
        tiff
    }

    #[test]
    fn the_orientation_is_found_in_both_orders_of_bytes() {
        assert_eq!(orientation(&exif(6)), Some(6));
        let little = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0\0\0\0\0";
        assert_eq!(orientation(little), Some(8));
        assert_eq!(Turn::of(Some(b"Exif\0\0")), Turn::default());
        let marked = [b"Exif\0\0".to_vec(), exif(6)].concat();
        assert!(Turn::of(Some(&marked)).transpose);
    }

    #[test]
    fn what_makes_no_sense_is_no_turn() {
        for bytes in [&b""[..], b"II*\0", b"MM\0*\xff\xff\xff\xff", b"II*\0\x08\0\0\0\xff\xff", b"abc"] {
            assert_eq!(Turn::of(Some(bytes)), Turn::default());
        }
        assert_eq!(Turn::of(Some(&exif(9))), Turn::default());
        assert_eq!(Turn::of(None), Turn::default());
    }
}
