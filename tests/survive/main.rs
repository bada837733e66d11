//! Builds that are killed, starved, robbed of their folder or made to share it: whatever happens, the
//! output folder holds whole files of the old or the new site, what no build made is as it was, and the
//! next build completes the site.
//!
//! Each test does a few rounds. Hundreds, with the numbers at the end:
//!
//! ```text
//! FLORILEGE_ROUNDS=500 cargo test --release --test survive -- --nocapture
//! ```
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so; how many rounds is asked of the environment; instants are random"
)]

#[allow(dead_code, reason = "the main test-suite has it too, and uses more of it")]
#[path = "../suite/catalogue.rs"]
mod catalogue;
mod content;
#[cfg(unix)]
mod disk;
mod folder;
mod killed;
mod round;
mod together;
