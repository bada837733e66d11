//! The booklet: what a forum shows, or the whole catalogue, as a PDF to hand out or to send to a printer.
//!
//! It is typeset by Typst from the site theme's `booklet/*.typ`, which are shown the data of
//! [`crate::site::book`] and nothing else. Texts come as data, so that nothing typed in a sheet is ever
//! taken for markup.

mod alone;
mod bind;
mod desk;
mod fit;
mod glyphs;
mod imposition;
mod pictures;
mod places;
mod qr;
mod settle;
mod typeset;
mod wanted;

pub use fit::Fit;
pub use imposition::{impose, order_of_pages};
pub use pictures::MakePictures;
pub use typeset::{Booklet, typeset};
pub use wanted::{Look, Paper, Wanted, Work};
