//! The parts screens are made of look and behave as designed, drawn without a window. `cargo run --example gallery`
//! shows them.

mod behaviour;
mod drawing;
mod shot;
