//! What is said about a file that was dropped on the window.

#![allow(missing_docs)] // The sentences say it.

use super::language::{phrase, sentences, text};

sentences! {
    pub dropped = "A file was dropped here";
    pub add = "Add";
    pub leave_it = "Not now";
    pub close = "Close";
    pub added = "Added";
    pub no_folder = "There is no folder for routines of your own on this computer.";
    pub shows_pictures = "It shows pictures that lie beside it. Copy it together with them into the folder with your own routines; Settings, Your data opens that.";
    pub copied = "A copy goes into the folder with your own routines. The file itself stays where it is.";
    pub picture_line = "A copy goes into the folder with your own routines, where a routine can show it by its name.";
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
        "Drop a routine (a .ron file) or a picture (PNG, JPEG, GIF or WebP). An export of your history goes into Settings, Your data.",
    )
}

/// A picture that cannot be shown.
pub fn no_picture() -> &'static str {
    text("It has the name of a picture, but cannot be opened as one.")
}

/// A file that is there now.
pub fn is_there(file: &str) -> String {
    phrase!("{file} is in the folder with your own routines now.")
}
