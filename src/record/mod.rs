//! What a record is: fields with a name, a kind and a line of documentation, read from a tree
//! whose every node knows its place. A record's fields are declared once, with [`record!`]; from
//! that declaration come its reading, the suggestions for a misspelt field, the JSON Schema for
//! text editors, the commented file of `florilege new`, and the table of the editors' guide.

mod colour;
mod field;
mod node;
mod reader;
mod schema;
mod starter;
mod suggest;
mod values;

pub use colour::Colour;
pub(crate) use field::record;
pub use field::{Field, Kind, Record};
pub use node::{Content, Locator, Node, Style};
pub use reader::{Fields, Reader, Value};
pub use schema::json_schema;
pub use starter::commented;
pub use suggest::closest;
pub(crate) use values::is_item_with_colon;
pub use values::{Count, Email, Line, Phone, WebAddress, read_rich_text};
