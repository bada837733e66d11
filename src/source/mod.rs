//! From files to typed values with places: the only room that knows folders, YAML and front
//! matter. Nothing stops at the first problem.

mod decode;
mod draft;
mod folder;
mod front_matter;
mod inputs;
mod line;
mod load;
mod look;
mod memory;
mod mistake;
mod pictogram;
mod pictures;
mod read;
mod yaml;

pub use decode::{Read, decode_page, decode_record, decode_settings, decode_text};
pub use folder::Folders;
pub(crate) use folder::is_passed_over;
pub use inputs::Inputs;
pub use load::{Loaded, load};
pub use look::Look;
pub use memory::Memory;
pub use read::text_of;
pub(crate) use yaml::read_yaml;
