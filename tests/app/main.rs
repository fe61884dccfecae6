//! Settings, the folder of one's own routines, and what the window is made of.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod contrast;
mod log_file;
mod pictures;
mod settings_file;
mod user_routines;
mod user_routines_again;
mod user_routines_names;
mod widget_gallery;
