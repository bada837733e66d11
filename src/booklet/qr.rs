//! Codes that lead from paper to the web.

use qrcode::{Color, EcLevel, QrCode};

/// The code of an address, as a drawing; none of an address that is too long for any.
///
/// A quarter of it may be soiled or folded (level Q), for it is on paper that is handed around. Dark modules
/// that stand side by side are one piece, lest fine white lines part them on screens.
pub(super) fn code(address: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(address, EcLevel::Q).ok()?;
    let width = code.width();
    let colors = code.to_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                path.push_str(&format!("M{x} {y}h{length}v1h-{length}z", length = run.len()));
            }
            x += run.len();
        }
    }
    let size = format!(r#"width="{width}" height="{width}" viewBox="0 0 {width} {width}""#);
    Some(format!(r#"<svg xmlns="http://www.w3.org/2000/svg" {size}><path d="{path}"/></svg>"#))
}
