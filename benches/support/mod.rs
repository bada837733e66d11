//! What the benchmarks stand on: made-up catalogues, and ways to measure.
#![allow(dead_code, reason = "each benchmark uses a part of it")]

pub(crate) mod asked;
pub(crate) mod catalogue;
pub(crate) mod machine;
mod photograph;
mod prose;
mod random;
pub(crate) mod sheet;
pub(crate) mod table;
pub(crate) mod tree;
mod words;
mod yaml;
