//! Left or right, from the person's own point of view: of a body, a leg, a knee, and of what one begins with.

use serde::{Deserialize, Serialize};

/// Left or right, from the person's or the figure's own point of view.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
pub enum Side {
    /// The left one.
    Left,
    /// The right one: how figures and knees are described in files.
    #[default]
    Right,
}

impl Side {
    /// Both sides, right first.
    pub const BOTH: [Self; 2] = [Self::Right, Self::Left];

    /// The opposite side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    /// +1 on the right, -1 on the left: the sign of the lateral axis that points outward.
    pub(crate) const fn sign(self) -> f32 {
        match self {
            Self::Left => -1.0,
            Self::Right => 1.0,
        }
    }
}
