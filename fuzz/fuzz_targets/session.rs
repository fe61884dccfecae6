//! Whatever is pressed while a routine runs.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| kneewise_fuzz::checks::session(data));
