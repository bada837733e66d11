//! The preview: pages made when they are asked for, from a catalogue in memory that follows its
//! files. It writes nothing.

mod cache;
mod door;
mod preview;
mod server;
mod shown;
mod standing;
mod told;
mod watch;

pub use door::{Doors, network_address};
pub use preview::Preview;
pub use server::Server;
pub use shown::{Answer, Blame, Page, Shown};
pub use watch::{Changes, Next, Notice, Watcher};
