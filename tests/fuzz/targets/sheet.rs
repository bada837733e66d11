//! A sheet, with all that is mended in it.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| florilege_fuzz::sheet(bytes));
