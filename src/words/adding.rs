//! What is said about a file that was dropped on the window.

#![allow(missing_docs)] // The sentences say it.

use super::language::{phrase, sentences, text};

sentences! {
    pub dropped = "A file was dropped here";
    pub add = "Add";
    pub leave_it = "Not now";
    pub close = "Close";
    pub added = "Added";
    pub no_folder = "There is no folder for your own routines on this computer.";
    pub shows_pictures = "It uses pictures from its own folder. Copy it together with them into your own routines folder; you can open that folder from Settings, Your data.";
    pub copied = "A copy goes into your own routines folder. The file itself stays where it is.";
    pub picture_line = "A copy goes into your own routines folder, where a routine can show it by name.";
}

/// Asks whether to add a routine.
pub fn add_routine(name: &str) -> String {
    phrase!("Add “{name}” to your routines?")
}

/// Asks whether to add a picture.
pub fn add_picture(file: &str) -> String {
    phrase!("Add the picture {file}?")
}

/// A file that cannot be added.
pub fn not_added(file: &str) -> String {
    phrase!("{file} cannot be added")
}

/// The copy could not be made.
pub fn not_copied(why: &str) -> String {
    phrase!("The copy could not be made: {why}.")
}

/// Neither a routine nor a picture.
pub fn neither() -> &'static str {
    text(
        "Drop a routine (a .ron file) or a picture (PNG, JPEG, GIF or WebP). To bring back an export of your history, use Settings, Your data.",
    )
}

/// A picture that cannot be shown.
pub fn no_picture() -> &'static str {
    text("It is named like a picture, but cannot be opened as one.")
}

/// A file that is there now.
pub fn is_there(file: &str) -> String {
    phrase!("{file} is now in your own routines folder.")
}
