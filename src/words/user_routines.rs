//! What to say about files and pictures in the folder with routines of one's own.

use super::grammar::{Plural, plural};
use super::language::{phrase, sentences};
use crate::authoring::problem::{did_you_mean, written};

sentences! {
    /// A link to something that is not there.
    pub link_to_nothing =
        "This is a link to a file that is not there. Please put the file back, or remove the link.";
    /// A link that leads to itself, by whatever way.
    pub link_in_a_circle = "This is a link that leads back to itself. Please put the file here instead.";
    /// A link to a device, a pipe or the like.
    pub link_to_no_file =
        "This is a link to something that is not a file. Please put a routine file here instead.";
    /// A link to a folder, found while searching another.
    pub linked_folder =
        "This is a link to a folder with routine files. Links to folders are not followed: please name that folder itself.";
}

/// Routine files in a folder of the folder with routines of one's own.
pub fn in_folder_below(files: usize) -> String {
    match plural(files) {
        Plural::One => phrase!(
            "In this folder there is a routine file that is not read. Please move it up into the routines folder, with \
             the pictures."
        ),
        Plural::Other => phrase!(
            "In this folder there are {files} routine files that are not read. Please move them up into the routines \
             folder, with the pictures."
        ),
    }
}

/// A name that goes on after ".ron".
pub fn other_ending(ending: &str, meant: &str) -> String {
    if ending.trim_matches([' ', '.']).is_empty() {
        return phrase!(
            "The name of this file has a space or a full stop at its end, so it is not read. Please rename it to \"{}\".",
            written(meant)
        );
    }
    phrase!(
        "The name of this file ends in \"{}\", which Windows may hide, so it is not read. Please rename it to \"{}\".",
        written(ending),
        written(meant)
    )
}

/// A folder within a folder within a folder.
pub fn too_deep(most: usize) -> String {
    phrase!("Folders are searched {most} levels deep. This one is deeper, so it is not searched.")
}

/// More files than anybody writes.
pub fn too_many_files(most: usize) -> String {
    phrase!("There are more than {most} routine files in this folder. The others are not read.")
}

/// More text than anybody writes.
pub fn too_much_text(most_megabytes: usize) -> String {
    phrase!("The files in this folder come to more than {most_megabytes} MB. This one is not read.")
}

/// So many problems that nobody reads them all.
pub fn more_problems(left_out: usize) -> String {
    match plural(left_out) {
        Plural::One => phrase!("There is {left_out} more problem. Please put these right first."),
        Plural::Other => {
            phrase!("There are {left_out} more problems. Please put these right first.")
        }
    }
}

/// An id that belongs to a bundled routine.
pub fn bundled_id(id: &str) -> String {
    phrase!("The id \"{id}\" belongs to a bundled routine. Please choose another id.")
}

/// A picture that is a link to somewhere else.
pub fn picture_link(found: &str) -> String {
    phrase!(
        "The picture \"{}\" is a link to something outside this folder. Please put a copy of it beside this file.",
        written(found)
    )
}

/// A picture that is a folder or a device.
pub fn picture_not_a_file(found: &str) -> String {
    phrase!("The picture \"{}\" is not a file.", written(found))
}

/// A picture that is too large to be shown.
pub fn picture_too_large(found: &str, most_pixels: u32, most_megabytes: u64) -> String {
    phrase!(
        "The picture \"{}\" is too large. A picture may be up to {most_pixels} pixels a side and {most_megabytes} MB.",
        written(found)
    )
}

/// A file that is called a picture and is none.
pub fn picture_not_readable(found: &str) -> String {
    phrase!(
        "The picture \"{}\" could not be read. Please save it again as PNG, JPEG, WebP or GIF.",
        written(found)
    )
}

/// More pictures than belong to one file.
pub fn too_many_pictures(most: usize) -> String {
    phrase!("This file names more than {most} pictures. Please name fewer.")
}

/// An SVG, which is not shown.
pub fn picture_drawing(found: &str) -> String {
    let found = written(found);
    let name = found.rsplit_once('.').map_or(&*found, |(name, _)| name);
    phrase!(
        "The picture \"{found}\" is an SVG, which Kneewise does not show. Please export it as PNG, for example from \
         Inkscape or a browser, and write \"{name}.png\" here."
    )
}

/// A picture of which only a part is there, or makes sense.
pub fn picture_damaged(found: &str) -> String {
    phrase!(
        "The picture \"{}\" is damaged: it breaks off or has a fault. Please copy it here again, or save it anew.",
        written(found)
    )
}

/// A file that would show several pictures one after another.
pub fn picture_moves(found: &str) -> String {
    phrase!(
        "The picture \"{}\" moves, and Kneewise shows only its first frame. Please use a picture that says enough \
         without moving, or describe a figure.",
        written(found)
    )
}

/// A condition that nobody knows.
pub fn unknown_condition(found: &str, meant: Option<&str>) -> String {
    let found = written(found);
    match meant {
        Some(meant) => {
            phrase!("There is no condition \"{found}\". {}", did_you_mean(meant))
        }
        None => phrase!(
            "There is no condition \"{found}\". Write the id of one of Kneewise’s conditions, such as \"pfp\", or take \
             it out."
        ),
    }
}

sentences! {
    /// Above a routine that is open while its file goes.
    pub gone = "This routine is no longer in your folder";
    /// The line below it.
    pub gone_line =
        "Its file was removed, or now has a fault: Routines says which. You see it here as it was.";
    /// Heading of the place where routines of one's own are.
    pub your_routines = "Your own routines";
}

sentences! {
    /// Opens the folder.
    pub open_folder = "Open folder";
    /// When it does not open.
    pub folder_not_opened = "The folder could not be opened";
}

/// What one can do then.
pub fn not_opened(folder: &std::path::Path) -> String {
    phrase!(
        "No program on this computer opened it. Please open {} yourself.",
        folder.display()
    )
}
