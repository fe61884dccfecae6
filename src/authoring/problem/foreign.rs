//! What to say about files in other encodings, files of other programs, and characters that only look right.

/// How a routine should be written, after a sentence that says what was found instead.
const WRITE_RON: &str = "A routine is written in RON: fields such as name: \"Hip opener\" between one pair of round \
                         brackets, with commas between them.";

/// A file that another program wrote, by what it is: "a PDF document".
pub fn other_program(what: &str) -> String {
    format!("This is {what}, not a routine or an exercise. Please choose a text file in RON.")
}

/// A text document with formatting in it.
pub fn formatted_text() -> &'static str {
    "This is formatted text (RTF), as word processors save it. Please save it as plain text."
}

/// A file in another notation, by its name: "JSON".
pub fn other_notation(notation: &str) -> String {
    format!("This looks like {notation}. {WRITE_RON}")
}

/// A file in which every byte is zero.
pub fn only_zeros() -> &'static str {
    "This file holds nothing but zeros, as happens when a computer loses power. Please take it from a backup."
}

/// A character as it stands in a text of an older encoding.
pub fn older_encoding(character: char) -> String {
    format!(
        "The \"{character}\" here is written in an older encoding (Latin-1 or Windows-1252). Please save the file as UTF-8."
    )
}

/// The last character of a file is there in part.
pub fn cut_off() -> &'static str {
    "The file ends in the middle of a character, so its end seems to be missing."
}

/// A file in UTF-16 that cannot be one.
pub fn damaged_utf16() -> &'static str {
    "This file is written in UTF-16 and is damaged. Please save it as UTF-8."
}

/// A file in an encoding that hardly anything writes.
pub fn utf32() -> &'static str {
    "This file is written in UTF-32. Please save it as UTF-8."
}

/// A blank of another kind than the space bar gives.
pub fn other_blank(character: char) -> String {
    let name = match character {
        '\u{a0}' => "a no-break space",
        '\u{202f}' => "a narrow no-break space",
        '\u{3000}' => "a full-width space",
        _ => "a space of another width",
    };
    format!(
        "Here is {name} ({}), which only looks like an ordinary space. Please type an ordinary space instead.",
        code(character)
    )
}

/// A character that nobody sees.
pub fn invisible(character: char) -> String {
    format!(
        "Here is an invisible character ({}). Please take it out: delete what is around this place, and write it again.",
        code(character)
    )
}

/// A sign that looks like one of RON's.
pub fn other_sign(found: char, meant: char) -> String {
    format!(
        "Please write \"{meant}\" here; \"{found}\" ({}) is a different character.",
        code(found)
    )
}

fn code(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
