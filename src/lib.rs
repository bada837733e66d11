//! Florilège turns a folder of initiative sheets, one YAML file each, into a forum catalogue: a
//! website, a printable page, a booklet.
//!
//! Data flows one way: [`source`] loads, [`catalogue`] links and orders, `site` plans and
//! renders, `output` commits. See `docs/architecture.md`.

#[cfg(feature = "booklet")]
pub mod booklet;
pub mod catalogue;
mod embedded;
pub mod fingerprint;
pub mod output;
pub mod path;
pub mod picture;
pub mod prepare;
pub mod problems;
pub mod record;
pub mod search;
pub mod serve;
pub mod site;
pub mod site_theme;
pub mod source;
pub mod starter;
pub mod text;

/// The sources that this program was built from, in short: what another program made is not taken
/// for up to date.
pub const PROGRAM: &str = env!("FLORILEGE_SOURCES");

/// The part of them that makes pictures: another change leaves the pictures that were made.
pub const PICTURE_MAKERS: &str = env!("FLORILEGE_PICTURES");
