//! Keeps the journal's file whole: opens it whatever is there, looks for damage, copies it each day, and makes it again of
//! what is left.
//!
//! Only the store asks for any of it.

mod backup;
mod carry_over;
mod damage;
mod open;
mod place;

pub(super) use backup::{FOLDER as COPIES, copy, make as back_up};
pub(super) use damage::{check, is_of_old, sweep};
pub(super) use open::{FILE, Found, Opened, in_memory, open};
pub(super) use place::{Identity, identity};
