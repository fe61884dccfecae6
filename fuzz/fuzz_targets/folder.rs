//! A folder with routines of one's own.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| kneewise_fuzz::checks::folder(data));
