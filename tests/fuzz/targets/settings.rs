//! The settings of a catalogue.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| florilege_fuzz::settings(bytes));
