//! A file in the place of the journal.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| kneewise_fuzz::checks::journal(data));
