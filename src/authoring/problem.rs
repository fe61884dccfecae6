//! What to say about a file that could not be read whole.

pub(crate) mod example;
pub(crate) mod figure;
pub(crate) mod foreign;
pub(crate) mod knee;

use super::plain::{is_active, one_line};

/// A field that the format does not have.
pub fn unknown_field(found: &str, meant: Option<&str>, known: &[&str]) -> String {
    match meant {
        Some(meant) => format!(
            "There is no field {} here. {}",
            quoted(found),
            did_you_mean(meant)
        ),
        None => format!(
            "There is no field {} here. {}",
            quoted(found),
            one_of("The fields are", known)
        ),
    }
}

/// A word where one of a few words is expected.
pub fn unknown_word(found: &str, meant: Option<&str>, known: &[&str]) -> String {
    match meant {
        Some(meant) => format!(
            "{} is not known here. {}",
            quoted(found),
            did_you_mean(meant)
        ),
        None => format!(
            "{} is not known here. {}",
            quoted(found),
            one_of("You can write", known)
        ),
    }
}

/// The question after something that looks like a slip.
pub fn did_you_mean(meant: &str) -> String {
    format!("Did you mean {}?", quoted(meant))
}

fn one_of(lead: &str, known: &[&str]) -> String {
    if known.is_empty() {
        "Please take it out.".to_owned()
    } else {
        format!("{lead} {}.", known.join(", "))
    }
}

/// " Write for example …" or nothing.
fn for_example(example: Option<&str>) -> String {
    example.map_or_else(String::new, |example| {
        format!(" Write for example {example}.")
    })
}

/// What an author wrote, short enough to repeat and without anything that would upset a terminal.
pub(crate) fn written(text: &str) -> String {
    const LONGEST: usize = 40;
    let plain = |character: char| {
        if is_active(character) { ' ' } else { character }
    };
    let mut short: String = text.chars().take(LONGEST).map(plain).collect();
    if text.chars().count() > LONGEST {
        short.push('…');
    }
    short
}

/// The same in quotation marks, if it has none.
fn quoted(text: &str) -> String {
    let text = written(text);
    if text.starts_with('"') {
        text
    } else {
        format!("\"{text}\"")
    }
}

/// A file with nothing in it.
pub fn empty() -> &'static str {
    "There is nothing in this file."
}

/// A field that must be there.
pub fn missing_field(field: &str, example: Option<&str>) -> String {
    let example = for_example(example);
    format!("The field \"{field}\" is missing here.{example}")
}

/// A field written twice.
pub fn repeated_field(field: &str) -> String {
    format!("The field \"{field}\" is written twice. Please keep one of them.")
}

/// A value of the wrong kind.
pub fn wrong_value(expected: &str, found: &str) -> String {
    format!("This should be {expected}, not {}.", written(found))
}

/// Several values where one belongs.
pub fn several_values(expected: &str) -> String {
    format!(
        "This should be {expected}, but several values are written. Decimals have a point, as in 2.5."
    )
}

/// A bracket where a plain value belongs.
pub fn bracket_instead(expected: &str) -> String {
    format!("This should be {expected}, without brackets.")
}

/// Nothing where a value belongs.
pub fn nothing_instead(expected: &str) -> String {
    format!("Something is missing here: {expected}.")
}

/// A field where a plain value belongs.
pub fn field_instead(expected: &str) -> String {
    format!("This should be {expected}, without a field name.")
}

/// A bracket with the wrong number of entries.
pub fn wrong_length(found: usize, example: Option<&str>) -> String {
    let example = for_example(example);
    let noun = if found == 1 { "entry" } else { "entries" };
    format!("This bracket has {found} {noun}, which is not the right number.{example}")
}

/// More in a bracket than belongs there.
pub fn too_much_in_bracket(example: Option<&str>) -> String {
    let example = for_example(example);
    format!("There is too much in this bracket from here on.{example}")
}

/// No comma between two entries.
pub fn comma_missing() -> &'static str {
    "A comma is missing here."
}

/// No comma between two entries, or a bracket that should have been closed in this line.
pub fn comma_or_bracket_missing(closing: char) -> String {
    format!("A comma or a \"{closing}\" is missing here.")
}

/// Two commas in a row.
pub fn comma_too_many() -> &'static str {
    "There is a comma too many here."
}

/// A number with a unit or something else behind it.
pub fn number_alone(found: &str) -> String {
    let is_digit = |character: char| character.is_ascii_digit() || matches!(character, '.' | '-');
    let number: String = found
        .chars()
        .take_while(|&character| is_digit(character))
        .collect();
    format!(
        "Write the number alone: {number} instead of {}.",
        written(found)
    )
}

/// Quotation marks inside a text.
pub fn quotation_within() -> &'static str {
    "The text ends here. If a quotation mark belongs to the text, write a backslash before it: \\\"."
}

/// No colon after a field's name.
pub fn colon_missing() -> &'static str {
    "A colon is missing between the field’s name and its value."
}

/// Text in quotation marks expected.
pub fn text_expected(example: Option<&str>) -> String {
    let example = for_example(example);
    format!("This should be text in quotation marks.{example}")
}

/// Quotation marks of the kind that word processors set.
pub fn straight_marks() -> &'static str {
    "Please use straight double quotation marks for texts: \"…\"."
}

/// A text whose quotation mark at the end is missing.
pub fn text_not_closed() -> String {
    "The text that begins here has no quotation mark at its end.".to_owned()
}

/// A text that goes on in the next line, most likely because its quotation mark is missing.
pub fn text_over_lines() -> &'static str {
    "The text that begins here goes on in the next line. Is the quotation mark at its end missing?"
}

/// A whole number expected, of a reasonable size.
pub fn number_expected(found: &str) -> String {
    format!(
        "This should be a whole number, such as 5, not {}.",
        written(found)
    )
}

/// A list expected.
pub fn list_expected(example: Option<&str>) -> String {
    let example = for_example(example);
    format!("This should be a list in square brackets.{example}")
}

/// A round bracket expected.
pub fn bracket_expected(example: Option<&str>) -> String {
    let example = for_example(example);
    format!("This should begin with an opening bracket \"(\".{example}")
}

/// No round bracket around everything.
pub fn outer_bracket_missing() -> &'static str {
    "Everything should be inside one pair of round brackets. Please begin the file with \"(\" and end it with \")\"."
}

/// A word that has something in brackets after it.
pub fn word_needs_bracket(word: &str, example: Option<&str>) -> String {
    let example = for_example(example);
    format!(
        "{} needs more in round brackets after it.{example}",
        quoted(word)
    )
}

/// The file ends, and a bracket is still open.
pub fn bracket_not_closed(opening: char, closing: char, line: usize) -> String {
    format!("The bracket \"{opening}\" from line {line} is not closed. Write \"{closing}\" here.")
}

/// A closing bracket of the wrong kind.
pub fn wrong_bracket(wrong: char, opening: char, closing: char, line: usize) -> String {
    format!(
        "This \"{wrong}\" does not fit, because the \"{opening}\" from line {line} is still open. \
         Write \"{closing}\" before it, or take it out."
    )
}

/// A yes or no expected.
pub fn yes_or_no_expected() -> &'static str {
    "This should be true or false."
}

/// A field's name expected.
pub fn field_name_expected(example: Option<&str>) -> String {
    let example = for_example(example);
    format!("A field name and a colon are missing here.{example}")
}

/// A field's name in quotation marks.
pub fn field_in_quotes() -> &'static str {
    "Field names are written without quotation marks."
}

/// A field's name with signs in it.
pub fn field_with_signs(found: &str) -> String {
    let plain = |character: char| {
        if character.is_alphanumeric() {
            character
        } else {
            '_'
        }
    };
    let name: String = written(found).chars().map(plain).collect();
    format!(
        "There is no field {} here. Field names have letters and underscores only, as in {name}.",
        quoted(found)
    )
}

/// One of the format's words expected.
pub fn word_expected(example: Option<&str>) -> String {
    match example {
        Some(example) => format!("This is not expected here. Write for example {example}."),
        None => "A word is expected here, without quotation marks.".to_owned(),
    }
}

/// Text after the last bracket.
pub fn text_after_the_end() -> &'static str {
    "There is something after the last closing bracket. Please take it out."
}

/// Too many brackets in one another.
pub fn nested_too_deeply() -> &'static str {
    "The brackets are nested too deeply here. Please use fewer blocks within blocks."
}

/// A comment that never ends.
pub fn comment_not_closed() -> &'static str {
    "The comment that begins here with \"/*\" is not closed with \"*/\"."
}

/// A backslash with the wrong letter.
pub fn wrong_escape() -> &'static str {
    "In a text, a backslash must be written twice: \\\\."
}

/// Anything else the reader stumbles over.
pub fn unreadable(detail: &str) -> String {
    format!("This could not be read ({}).", written(detail))
}

/// A file far larger than any routine.
pub fn too_long() -> String {
    "This file is larger than 1 MB, so it is not read. A routine is a few kilobytes.".to_owned()
}

/// A file that is not UTF-8.
pub fn not_text() -> &'static str {
    "This is not a plain text file. Please save it as UTF-8 text."
}

/// A path that leads nowhere.
pub fn no_such_file() -> &'static str {
    "There is no such file or folder."
}

/// A picture that is not where it should be.
pub fn missing_picture(found: &str) -> String {
    format!("The picture {} is not beside this file.", quoted(found))
}

/// A file that the system would not give.
pub fn not_readable(detail: &str) -> String {
    format!("This file could not be opened: {detail}.")
}

/// A path that is neither a file nor a folder.
pub fn not_a_file() -> &'static str {
    "This is not a file or a folder."
}

/// A folder where one file belongs.
pub fn folder_instead() -> &'static str {
    "This is a folder; one file is needed here."
}

/// What a number of seconds looks like.
pub fn seconds_expected() -> &'static str {
    "a number of seconds from 0 to 7200, such as 25"
}

/// What a count looks like.
pub fn count_expected() -> &'static str {
    "a whole number from 1 to 200, such as 10"
}

/// What a volume looks like.
pub fn percent_expected() -> &'static str {
    "a whole number from 0 to 100, such as 80"
}

/// What a size of text looks like.
pub fn text_size_expected() -> &'static str {
    "a whole number of per cent from 100 to 200, such as 130"
}

/// What a width or height of the window looks like in the settings.
pub fn pixels_expected() -> &'static str {
    "a whole number of pixels from 1 to 32767, such as 1180"
}

/// What a day looks like in the settings.
pub fn day_expected() -> &'static str {
    "a day, such as \"2026-11-25\", or None"
}

/// What an age looks like in the settings.
pub fn age_band_expected() -> &'static str {
    "an age, such as \"35-44\", or None"
}

/// What a count of marks looks like in the settings.
pub fn marks_expected() -> &'static str {
    "a whole number from 0 to 3"
}

/// What a time to get ready looks like in the settings.
pub fn get_ready_expected() -> &'static str {
    "a whole number of seconds from 0 to 600, such as 10, or None"
}

/// What a version of the format looks like.
pub fn format_expected() -> &'static str {
    "the number of the format, which is 1"
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
        "The id {} should be lower-case letters, digits and hyphens, such as \"hip-opener\".",
        quoted(found)
    )
}

/// An exercise that is not in the catalogue.
pub fn unknown_exercise(found: &str, meant: Option<&str>) -> String {
    match meant {
        Some(meant) => format!(
            "There is no exercise {}. {}",
            quoted(found),
            did_you_mean(meant)
        ),
        None => format!(
            "There is no exercise {}. Write the id of a bundled exercise, or describe it under \"exercises\".",
            quoted(found)
        ),
    }
}

/// Two files with the same id, of which the other was there first.
pub fn repeated_in(id: &str, other: &str) -> String {
    format!(
        "The id {} is used in {other} too. That file is older, so it is the one that counts. Please give this one \
         another id.",
        quoted(id),
        other = one_line(other)
    )
}

/// A name longer than anything can show.
pub fn name_too_long(length: usize, most: usize) -> String {
    format!("This name has {length} characters. A name may have up to {most}; please shorten it.")
}

/// A text longer than anybody reads in a session.
pub fn text_too_long(length: usize, most: usize) -> String {
    format!("This text has {length} characters. A text may have up to {most}; please shorten it.")
}

/// Two things with the same id.
pub fn repeated_id(id: &str) -> String {
    let id = quoted(id);
    format!("The id {id} is used twice. Please give one of them another id.")
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

/// A block with nothing in it.
pub fn empty_block() -> &'static str {
    "There is nothing in this block. Please add an entry, or take the block out."
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
        "The picture {} should be a file beside this one, such as \"bridge.png\", without folders.",
        quoted(found)
    )
}

/// A picture of a kind that cannot be shown.
pub fn picture_kind(found: &str) -> String {
    format!(
        "The picture {} should be a PNG, JPEG, WebP or GIF file.",
        quoted(found)
    )
}

/// Easier or harder versions that lead in a circle.
pub fn circle_of_versions(id: &str) -> String {
    let id = quoted(id);
    format!("The easier and harder versions of {id} lead back to it in a circle.")
}
