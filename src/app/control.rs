//! Controls: what the keyboard reaches, with a name, a kind and a state; and what moves the keyboard among them.
//!
//! A [`control()`] is focusable by iced's own operation, is pressed by Enter and Space, and draws its ring above
//! everything, so that it takes no room. [`keyboard()`], around all of the window, moves the focus: by Tab in the order
//! of the widgets, to where a page begins, back to where it was, and into sight. No screen keeps a list of controls.

mod about;
mod around;
mod group;
mod keyboard;
#[cfg(test)]
pub mod live;
mod look;
mod places;
mod put;
mod ring;
mod scope;
mod shade;
#[cfg(test)]
mod tests;
mod walk;
mod wrap;

pub use about::{About, Kind, Request};
pub use group::{beside_each_other, roving};
pub use keyboard::keyboard;
pub use look::{Map, Presentation, Stop};
pub use places::{Place, places};
pub use put::{focus, rest, show};
pub use ring::{GAP, Ground, WIDTH};
pub use scope::scope;
pub use shade::shade;
pub use walk::{Hear, Heard};
pub use wrap::{Arrow, Control, control};
