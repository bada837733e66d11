//! Codes that lead from paper to the web.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

/// The code of an address, as a drawing; none of an address that is too long for any.
///
/// A quarter of it may be soiled or folded (level Q), for it is on paper that is handed around.
pub(super) fn code(address: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(address, EcLevel::Q).ok()?;
    Some(code.render::<svg::Color<'_>>().quiet_zone(false).module_dimensions(4, 4).build())
}
