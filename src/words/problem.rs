//! What to say about a file that could not be read whole.

/// A field that the format does not have.
pub fn unknown_field(found: &str, meant: Option<&str>, known: &[&str]) -> String {
    match meant {
        Some(meant) => format!("There is no field \"{found}\" here. Did you mean \"{meant}\"?"),
        None => format!(
            "There is no field \"{found}\" here. {}",
            one_of("The fields are", known)
        ),
    }
}

/// A word where one of a few words is expected.
pub fn unknown_word(found: &str, meant: Option<&str>, known: &[&str]) -> String {
    match meant {
        Some(meant) => format!("\"{found}\" is not known here. Did you mean \"{meant}\"?"),
        None => format!(
            "\"{found}\" is not known here. {}",
            one_of("You can write", known)
        ),
    }
}

fn one_of(lead: &str, known: &[&str]) -> String {
    if known.is_empty() {
        "Please take it out.".to_owned()
    } else {
        format!("{lead} {}.", known.join(", "))
    }
}

/// A field that must be there.
pub fn missing_field(field: &str) -> String {
    format!("The field \"{field}\" is missing. Please add a line \"{field}: …,\".")
}

/// A field written twice.
pub fn repeated_field(field: &str) -> String {
    format!("The field \"{field}\" is written twice. Please keep one of them.")
}

/// A value of the wrong kind.
pub fn wrong_value(expected: &str, found: &str) -> String {
    format!("This should be {expected}, not {found}.")
}

/// A list or bracket with the wrong number of entries.
pub fn wrong_length(expected: &str, found: usize) -> String {
    format!("This should be {expected}, but {found} are written.")
}

/// The text stops in the middle.
pub fn ends_too_early() -> &'static str {
    "The file ends too early: a bracket ) or ] is still open."
}

/// No comma between two entries.
pub fn comma_missing() -> &'static str {
    "A comma is missing before this."
}

/// No colon after a field's name.
pub fn colon_missing() -> &'static str {
    "A colon is missing between the field's name and its value."
}

/// Text in quotation marks expected.
pub fn text_expected() -> &'static str {
    "This should be a text in quotation marks, such as \"Step back.\"."
}

/// A number expected.
pub fn number_expected() -> &'static str {
    "This should be a number, such as 25."
}

/// A number too large or with wrong digits.
pub fn number_out_of_range() -> &'static str {
    "This number is not one that can be used here."
}

/// A list expected.
pub fn list_expected() -> &'static str {
    "This should be a list in square brackets, such as [Mat, Wall]."
}

/// A list whose closing bracket is missing.
pub fn list_not_closed() -> &'static str {
    "The list is not closed: a comma or a ] is missing before this."
}

/// A round bracket expected.
pub fn bracket_expected() -> &'static str {
    "This should begin with an opening bracket (."
}

/// A round bracket that is not closed.
pub fn bracket_not_closed() -> &'static str {
    "The bracket is not closed: a comma or a ) is missing before this."
}

/// A yes or no expected.
pub fn yes_or_no_expected() -> &'static str {
    "This should be true or false."
}

/// A field's name expected.
pub fn field_name_expected() -> &'static str {
    "Something else is expected here: a field name such as hold, or a value. Texts need quotation marks."
}

/// Text after the last bracket.
pub fn text_after_the_end() -> &'static str {
    "There is something after the last closing bracket. Please take it out."
}

/// Too many brackets in one another.
pub fn nested_too_deeply() -> &'static str {
    "The brackets are nested too deeply. Please use fewer blocks within blocks."
}

/// A comment that never ends.
pub fn comment_not_closed() -> &'static str {
    "A comment that begins with /* is not closed with */."
}

/// A backslash with the wrong letter.
pub fn wrong_escape() -> &'static str {
    "In a text, a backslash must be written twice: \\\\."
}

/// Anything else the reader stumbles over.
pub fn unreadable(detail: &str) -> String {
    format!("This could not be read ({detail}).")
}

/// A file far larger than any routine.
pub fn too_long() -> String {
    "This file is larger than 1 MB, so it is not read. A routine is a few kilobytes.".to_owned()
}

/// A file that is not UTF-8.
pub fn not_text() -> &'static str {
    "This is not a plain text file. Please save it as UTF-8 text."
}

/// A file that the system would not give.
pub fn not_readable(detail: &str) -> String {
    format!("This file could not be opened: {detail}.")
}

/// A path that is neither a file nor a folder.
pub fn not_a_file() -> &'static str {
    "This is not a file or a folder."
}

/// What a number of seconds looks like.
pub fn seconds_expected() -> &'static str {
    "a number of seconds from 0 to 7200, such as 25"
}

/// What a count looks like.
pub fn count_expected() -> &'static str {
    "a whole number from 1 to 200, such as 10"
}

/// A format version from the future.
pub fn newer_format(found: u32, known: u32) -> String {
    format!(
        "This file is written for format {found}, and this version of Kneewise knows format {known}. \
         Please write \"format: {known}\" or update Kneewise."
    )
}

/// An id with characters that make poor file names.
pub fn wrong_id(found: &str) -> String {
    format!(
        "The id \"{found}\" should be lower-case letters, digits and hyphens, such as \"hip-opener\"."
    )
}

/// An exercise that is not in the catalogue.
pub fn unknown_exercise(found: &str, meant: Option<&str>) -> String {
    match meant {
        Some(meant) => {
            format!("There is no exercise \"{found}\". Did you mean \"{meant}\"?")
        }
        None => format!(
            "There is no exercise \"{found}\". Write the id of a bundled exercise, or describe it under \"exercises\"."
        ),
    }
}

/// Two things with the same id.
pub fn repeated_id(id: &str) -> String {
    format!("The id \"{id}\" is used twice. Please give one of them another id.")
}

/// Both a tempo and seconds for each repetition.
pub fn tempo_and_seconds() -> &'static str {
    "Write either \"tempo\" or \"seconds\" for the repetitions, not both."
}

/// A time of nothing.
pub fn no_time() -> &'static str {
    "This takes no time at all. Please write how many seconds it lasts."
}

/// A routine in which nothing is done.
pub fn no_exercises() -> &'static str {
    "There is no exercise in this routine. Please add one under \"items\"."
}

/// More than a session can hold.
pub fn too_many_segments(most: usize) -> String {
    format!(
        "This routine has more than {most} parts when its blocks and sets are written out. Please repeat less."
    )
}

/// An exercise with nothing to look at.
pub fn figure_and_picture() -> &'static str {
    "Write either \"figure\" or \"picture\", not both."
}

/// A picture outside its folder.
pub fn picture_outside(found: &str) -> String {
    format!(
        "The picture \"{found}\" should be a file beside this one, such as \"bridge.png\", without folders."
    )
}

/// A picture of a kind that cannot be shown.
pub fn picture_kind(found: &str) -> String {
    format!("The picture \"{found}\" should be a PNG, JPEG, WebP, GIF or SVG file.")
}

/// Easier or harder versions that lead in a circle.
pub fn circle_of_versions(id: &str) -> String {
    format!("The easier and harder versions of \"{id}\" lead back to it in a circle.")
}
