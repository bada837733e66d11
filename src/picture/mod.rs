//! Pictures: what the files of `content/media/` hold, and the files that the site shows in their
//! place. Pure functions: bytes in, facts or bytes out.
//!
//! No original reaches the site: photographs tell where they were taken and by which machine, and
//! drawings who made them in which folder. What is made from them holds nothing but the picture,
//! upright, in sRGB, at the widths that the look uses, and never larger than it was.
//!
//! The same picture gives the same bytes on any machine. Photographs are decoded without the
//! instructions of a particular processor; resizing counts in whole numbers; and libwebp's paths
//! are made to agree. That all of it agrees between x86-64, with its extensions and without, and
//! ARM was tried before these crates were chosen.

mod embedded;
mod encode;
mod exif;
mod facts;
mod fault;
mod format;
mod jpeg;
mod make;
mod pixels;
mod png;
mod svg;
mod svg_size;
mod svg_style;
mod webp;

pub use facts::{Facts, MAX_FILE};
pub use fault::Fault;
pub use format::Format;
pub use make::{RECIPE, Shape, make};
