//! Markdown and typography, from what is typed to HTML.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| florilege_fuzz::text(bytes));
