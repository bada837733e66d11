//! The preview: the program in a process of its own, real files, real connections. Nothing here counts time.

mod answers;
#[cfg(feature = "booklet")]
mod booklet;
mod files;
mod followed;
#[path = "../../support/preview.rs"]
mod preview;

use std::path::Path;

use preview::Preview;

use crate::catalogue::{Catalogue, program};

/// Starts a preview of a catalogue.
fn serve(catalogue: &Catalogue) -> Preview {
    Preview::start(Path::new(program()), &catalogue.path("")).unwrap()
}
