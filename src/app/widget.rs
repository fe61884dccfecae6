//! The parts every screen is put together from.
//!
//! Parts take a [`Look`](crate::app::theme::Look) where their text follows the text size setting, and a
//! [`PlayerScale`] where they belong to the player. What can be pressed takes its message, and takes
//! `focused` where the keyboard can reach it: iced's buttons hold no focus, so the application does.
mod canvas;

pub mod button;
pub mod control;
pub mod digits;
pub mod focus_ring;
pub mod icon;
pub mod label;
pub mod panel;
pub mod scale;

pub use button::{Button, IconButton, PlayerControl, button, icon_button, player_control};
pub use control::{input, segmented, slider, stepper, toggle};
pub use digits::{countdown, digits};
pub use focus_ring::focus_ring;
pub use icon::{Glyph, Icon, Solid, glyph, icon, solid};
pub use label::{chip, cue_dots, effort_dots, key_cap, meta, state_label, tag, tag_on_hue};
pub use panel::{banner, card, choice_row, divider, stat};
pub use scale::{PlayerScale, WindowSize};
