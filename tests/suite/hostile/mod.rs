//! Content that would do harm: it ends soon, with a clear problem or harmless output, and nothing
//! outside the output folder is written.

mod names;
mod sizes;
#[cfg(unix)]
mod special;
mod typed;
