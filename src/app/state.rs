//! What the window's pages share: services that own their state, each with its own messages and events. None of them
//! knows the root, and each is tested without a window.

pub mod history;
pub mod knees;
pub mod library;
pub mod preferences;

pub use history::History;
pub use knees::Knees;
pub use library::Library;
pub use preferences::Preferences;
