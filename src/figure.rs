//! The mannequin (to be merged).
use serde::Deserialize;
/// A side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Side {
    /// Left.
    Left,
    /// Right.
    Right,
}
impl Side {
    /// The other side.
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}
/// Movement.
#[derive(Debug, Clone, PartialEq, Deserialize, Default)]
pub struct Movement {}
