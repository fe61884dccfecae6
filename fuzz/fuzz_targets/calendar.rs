//! Sessions and pain at whatever times.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| kneewise_fuzz::checks::calendar(data));
