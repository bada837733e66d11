//! The site theme: how the site looks. Templates, styles, assets and labels, embedded in the
//! program; a file of the catalogue's own `themes/NAME/` wins over the embedded one of that name.

mod files;
mod labels;
mod scripts;
mod styles;
mod templates;
mod tokens;

pub use files::{SiteTheme, load_site_theme};
pub use labels::Labels;
pub use styles::Stylesheet;
pub use templates::Templates;
