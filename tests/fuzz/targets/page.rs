//! An editorial page: its front matter and its text.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| florilege_fuzz::page(bytes));
