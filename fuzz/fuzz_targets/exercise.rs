//! An exercise file.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| kneewise_fuzz::checks::exercise(data));
