//! Whole-command tests: a small catalogue, a command, what must come out.
//!
//! Expected texts stand beside what causes them, as inline snapshots. After a change that is meant,
//! `INSTA_UPDATE=always cargo test --test suite` writes them anew; read the difference before it is kept.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod catalogue;
mod commit;
mod hostile;
mod html;
mod new;
mod problems;
mod site;
