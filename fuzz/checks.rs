//! The checks that the tests replay on the bytes that are kept.

#[path = "../tests/core/corpus/checks.rs"]
pub mod checks;
