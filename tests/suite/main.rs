//! Whole-command tests: a small catalogue, a command, what must come out.
//!
//! Expected texts stand beside what causes them, as inline snapshots. After a change that is meant,
//! `cargo insta test --accept --test suite` (of `cargo install cargo-insta`) writes them anew; read
//! the difference before it is kept. Tests of what is known to be wrong are ignored, with the reason.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

#[cfg(feature = "booklet")]
mod booklet;
mod catalogue;
mod colours;
mod commit;
mod diff;
mod drawings;
mod edits;
mod forums;
mod hostile;
mod html;
mod init;
mod large;
mod legal;
mod new;
mod picture;
mod pictures;
mod problems;
mod reading;
mod report;
mod serve;
mod site;
mod sources;
