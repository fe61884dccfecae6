//! What to tell an author about each fault the RON reader can find.

use ron::Error;

use super::nearest;
use crate::words::problem;

/// One or two plain sentences: what is wrong and what to write instead.
pub(super) fn sentence(error: &Error) -> String {
    match error {
        Error::NoSuchStructField {
            expected, found, ..
        } => problem::unknown_field(found, nearest(found, expected.iter().copied()), expected),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => problem::unknown_word(found, nearest(found, expected.iter().copied()), expected),
        Error::MissingStructField { field, .. } => problem::missing_field(field),
        Error::DuplicateStructField { field, .. } => problem::repeated_field(field),
        Error::InvalidValueForType { expected, found } => problem::wrong_value(expected, found),
        Error::ExpectedDifferentLength { expected, found } => {
            problem::wrong_length(expected, *found)
        }
        Error::Message(message) => message.clone(),
        Error::Eof => problem::ends_too_early().to_owned(),
        Error::ExpectedComma => problem::comma_missing().to_owned(),
        Error::ExpectedMapColon => problem::colon_missing().to_owned(),
        Error::ExpectedString | Error::ExpectedStringEnd => problem::text_expected().to_owned(),
        Error::ExpectedInteger | Error::ExpectedFloat | Error::FloatUnderscore => {
            problem::number_expected().to_owned()
        }
        Error::IntegerOutOfBounds | Error::InvalidIntegerDigit { .. } => {
            problem::number_out_of_range().to_owned()
        }
        Error::ExpectedArray => problem::list_expected().to_owned(),
        Error::ExpectedArrayEnd => problem::list_not_closed().to_owned(),
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedMap
        | Error::ExpectedStructName(_) => problem::bracket_expected().to_owned(),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd | Error::ExpectedMapEnd => {
            problem::bracket_not_closed().to_owned()
        }
        Error::ExpectedDifferentStructName { expected, found } => {
            problem::unknown_word(found, Some(expected), &[])
        }
        Error::ExpectedBoolean => problem::yes_or_no_expected().to_owned(),
        Error::ExpectedIdentifier
        | Error::InvalidIdentifier(_)
        | Error::SuggestRawIdentifier(_)
        | Error::UnexpectedChar(_) => problem::field_name_expected().to_owned(),
        Error::TrailingCharacters => problem::text_after_the_end().to_owned(),
        Error::ExceededRecursionLimit => problem::nested_too_deeply().to_owned(),
        Error::UnclosedBlockComment | Error::UnclosedLineComment => {
            problem::comment_not_closed().to_owned()
        }
        Error::InvalidEscape(_) => problem::wrong_escape().to_owned(),
        other => problem::unreadable(&other.to_string()),
    }
}
