//! The file with the preferences.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| kneewise_fuzz::checks::preferences(data));
