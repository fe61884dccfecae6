//! Kneewise.
fn main() {}
