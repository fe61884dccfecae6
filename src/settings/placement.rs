//! How the window was left, for the next start.

use serde::{Deserialize, Deserializer, Serialize};

use crate::authoring::problem;
use crate::authoring::whole_number;

/// The size of the window while it does not fill the screen, its place, and whether it fills the screen. All lengths are
/// logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// The width without the border, from 1 to 32,767.
    #[serde(deserialize_with = "pixels")]
    pub width: u32,
    /// The height without the title bar, from 1 to 32,767.
    #[serde(deserialize_with = "pixels")]
    pub height: u32,
    /// The upper left corner with border and title bar, counted from that of the desktop: to the right, then down. None
    /// where the system does not tell, as on Wayland.
    #[serde(default)]
    pub corner: Option<(i32, i32)>,
    /// Whether it is as large as the screen lets it.
    #[serde(default)]
    pub maximized: bool,
}

fn pixels<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    /// What X11 can measure.
    const MOST: u32 = 32_767;
    whole_number(deserializer, problem::pixels_expected(), 1, MOST)
}
