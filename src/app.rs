//! The window: everything the user sees and touches.
pub mod theme;
pub mod widget;
