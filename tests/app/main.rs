//! Settings, the folder of one's own routines, and what the window is made of.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod contrast;
mod log_file;
mod own_shelf;
mod own_shelf_again;
mod own_shelf_names;
mod pictures;
mod settings_file;
mod widget_gallery;
