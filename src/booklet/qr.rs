//! Codes that lead from paper to the web.

use qrcodegen::{QrCode, QrCodeEcc};

/// The code of an address, as a drawing; none of an address that is too long for any.
///
/// A quarter of it may be soiled or folded (level Q, or a higher one where that takes no more room), for it is on
/// paper that is handed around. Dark modules that stand side by side are one piece, lest fine white lines part
/// them on screens.
pub(super) fn code(address: &str) -> Option<String> {
    let code = QrCode::encode_text(address, QrCodeEcc::Quartile).ok()?;
    let width = code.size();
    let mut path = String::new();
    for y in 0..width {
        let row: Vec<bool> = (0..width).map(|x| code.get_module(x, y)).collect();
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            if run.first() == Some(&true) {
                path.push_str(&format!("M{x} {y}h{length}v1h-{length}z", length = run.len()));
            }
            x += run.len();
        }
    }
    let size = format!(r#"width="{width}" height="{width}" viewBox="0 0 {width} {width}""#);
    Some(format!(r#"<svg xmlns="http://www.w3.org/2000/svg" {size}><path d="{path}"/></svg>"#))
}
