//! What can be wrong in a catalogue, as data: each [`Problem`] has a [`Code`], a [`Place`] and
//! arguments. Its wording lives in Fluent files ([`Wording`]), its looks in [`Report`].

mod code;
mod place;
mod problem;
mod report;
mod wording;

pub use code::{Code, Severity};
pub use place::{FileId, Files, Located, Place};
pub use problem::{Arg, Problem, Problems};
pub use report::{Entry, Format, Position, Report, annotation};
pub use wording::{Speech, Wording, printable};
