//! The one way in which a sentence leaves: where a language is chosen. So far there is English.

#[cfg(test)]
pub mod test_language;

/// A sentence in the person's language.
pub(super) fn text(sentence: &'static str) -> &'static str {
    #[cfg(test)]
    if let Some(translated) = test_language::translated(sentence) {
        return translated.leak();
    }
    sentence
}

/// A sentence in the person's language that was put together by `phrase!`.
pub(super) fn put_together(sentence: String) -> String {
    #[cfg(test)]
    if let Some(translated) = test_language::translated(&sentence) {
        return translated;
    }
    sentence
}

/// Plain sentences, each as a function of its own:
///
/// ```text
/// sentences! {
///     /// On the button that starts.
///     pub start_now = "Start";
/// }
/// ```
macro_rules! sentences {
    ($($(#[$attribute:meta])* $visibility:vis $name:ident = $sentence:literal;)*) => {
        $(
            $(#[$attribute])*
            $visibility fn $name() -> &'static str {
                $crate::words::language::text($sentence)
            }
        )*
    };
}

/// A sentence with something in it, written as for `format!`.
macro_rules! phrase {
    ($($sentence:tt)*) => {
        $crate::words::language::put_together(format!($($sentence)*))
    };
}

pub(super) use {phrase, sentences};
