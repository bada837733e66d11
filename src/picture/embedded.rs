//! Photographs within drawings. They tell as much of who took them, and where, as those that stand
//! alone: they are made anew likewise.

use data_encoding::BASE64;

use super::{Facts, Fault, Format, Shape, make};

/// No wider than a picture is shown.
const WIDTHS: &[u32] = &[1600];

/// Looks at the photograph of a `data:` address; none for what is no photograph, which goes.
pub(super) fn check(address: &str) -> Result<Option<String>, Fault> {
    let Some(bytes) = decode(address) else { return Ok(None) };
    Ok(facts(&bytes)?.map(|_| address.to_owned()))
}

/// The address of the same photograph, made anew.
pub(super) fn remake(address: &str) -> Result<Option<String>, Fault> {
    let Some(bytes) = decode(address) else { return Ok(None) };
    let Some(facts) = facts(&bytes)? else { return Ok(None) };
    let Some(width) = facts.widths(WIDTHS).pop() else { return Ok(None) };
    let format = if facts.format == Format::Jpeg { Format::Jpeg } else { Format::Png };
    let made = make(&bytes, &facts, &[Shape { width, height: facts.height_at(width), format }])?;
    let encode = |bytes: &Vec<u8>| format!("data:{};base64,{}", format.media_type(), BASE64.encode(bytes));
    Ok(made.first().map(encode))
}

fn facts(bytes: &[u8]) -> Result<Option<Facts>, Fault> {
    match Facts::read(bytes) {
        Ok(facts) if facts.format == Format::Svg => Ok(None),
        Err(Fault::Foreign(_) | Fault::BadDrawing(_)) => Ok(None),
        read => read.map(Some),
    }
}

/// The bytes of a `data:` address, as drawing programs write them: in Base64, broken into lines.
fn decode(address: &str) -> Option<Vec<u8>> {
    let (kind, text) = address.trim().strip_prefix("data:")?.split_once(',')?;
    let mut text: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    // Some leave the end unfilled.
    text.resize(text.len().next_multiple_of(4), b'=');
    kind.ends_with(";base64").then(|| BASE64.decode(&text).ok())?
}

#[cfg(test)]
mod tests {
    use super::super::encode;
    use super::super::exif::tests::exif;
    use super::super::pixels::tests::stripes;
    use super::super::svg;
    use super::*;

    fn has(bytes: &[u8], text: &str) -> bool {
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    }

    #[test]
    fn a_photograph_within_a_drawing_tells_nothing_but_itself() {
        let mut photograph = encode::jpeg(&stripes(60, 40)).unwrap();
        let exif = [b"Exif\0\0".to_vec(), exif(6)].concat();
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let segment = [&[0xff, 0xe1], &length[..], &exif].concat();
        photograph.splice(2..2, segment);
        assert!(has(&photograph, "GPS"));
        // Broken into lines, as some programs do.
        let address = format!("data:image/jpeg;base64,{}", BASE64.encode(&photograph)).replace('A', "A\n ");
        let drawing = format!("<svg><image xlink:href=\"{address}\" width=\"40\" height=\"60\"/></svg>");
        assert!(svg::facts(drawing.as_bytes()).is_ok());
        let clean = String::from_utf8(svg::clean(drawing.as_bytes()).unwrap()).unwrap();
        let made = clean.split('"').find(|part| part.starts_with("data:")).unwrap();
        let made = decode(made).unwrap();
        assert!(!has(&made, "GPS") && !has(&made, "Exif"));
        let facts = Facts::read(&made).unwrap();
        assert_eq!((facts.format, facts.width, facts.height), (Format::Jpeg, 40, 60));
    }

    #[test]
    fn what_is_no_photograph_goes() {
        for address in
            ["data:image/svg+xml;base64,PHN2Zy8+", "data:text/html,x", "data:image/gif;base64,R0lGODlh"]
        {
            assert_eq!((check(address), remake(address)), (Ok(None), Ok(None)), "{address}");
        }
        let cut = BASE64.encode(&encode::jpeg(&stripes(60, 40)).unwrap()[..200]);
        assert_eq!(check(&format!("data:image/jpeg;base64,{cut}")), Err(Fault::Cut));
    }
}
