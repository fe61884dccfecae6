//! The pages that other tests look at, in a language whose sentences are longer: nothing is cut, and nothing but content
//! has escaped the language.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use super::layout::{self, PICTURES};
use super::*;
use crate::app::shortcut;
use crate::words::test_language;

/// Each test in the language of the tests.
macro_rules! in_the_test_language {
    ($($name:ident: $test:path;)*) => {
        $(
            #[test]
            fn $name() {
                let _spoken = test_language::speak();
                $test();
            }
        )*
    };
}

in_the_test_language! {
    a_session: layout::every_text_of_a_session_has_its_room;
    a_session_with_long_names: layout::names_longer_than_anybody_would_write_have_theirs;
    a_session_of_sixty_steps: layout::sixty_steps_have_theirs;
    a_session_with_pictures: layout::pictures_are_shown_and_missing_ones_stood_in_for;
    a_session_without_sound: layout::without_a_sound_device_the_note_hides_no_text;
    a_session_in_a_tile: layout::a_tile_has_room_for_its_texts;
    pages: layout::pages_have_room_for_their_texts;
    the_routines: layout::the_routines_has_room_for_its_texts;
    today: super::today::today_has_room_for_everything;
    first_day: super::first_day::the_first_day_has_room_for_its_questions;
    settings_in_sections: super::data::every_section_of_the_settings_has_its_room;
    today_with_a_result: super::today::the_card_of_a_result_holds_the_longest_name_of_a_routine;
    progress: super::progress::progress_has_room_for_its_texts;
    settings: super::data::settings_have_room_for_ones_data;
    about: super::data::about_leads_to_everything_one_can_check;
    exercises: super::exercise_pages::pages_of_exercises_have_room_for_their_texts;
    conditions: super::condition_pages::the_list_is_said_whole_in_every_window;
    a_condition: super::condition_pages::every_condition_is_said_whole_in_every_window;
    results_and_flags: super::finding::every_text_of_a_result_and_of_a_flag_has_its_room;
}

/// What of a text is neither a sentence of `words` nor content.
pub fn escaped(text: &str) -> Option<String> {
    // A path, perhaps with what is wrong in the file, which is said in English.
    if Path::new(text).is_absolute() {
        return None;
    }
    let own = test_language::untranslated(text);
    if is_known(&own) {
        return None;
    }
    let clauses = own.split([';', '·', '\n']).flat_map(|clause| {
        if is_known(clause) {
            Vec::new()
        } else {
            clause.split([',', '.', '(', ')']).collect()
        }
    });
    let unknown = clauses.into_iter().find(|part| !is_known(part));
    unknown.map(str::to_owned)
}

fn is_known(text: &str) -> bool {
    // Whole names and sentences, and long parts of sentences.
    const LONG: usize = 12;

    let text = plain(text);
    !text.contains(char::is_alphabetic)
        || CONTENT.texts.contains(&text)
        || text.chars().count() >= LONG && CONTENT.whole.contains(&text)
}

/// A text in small letters without signs.
fn plain(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}

/// What people have written: routines, exercises, conditions, notes, and what is printed on keys.
struct Content {
    whole: String,
    texts: BTreeSet<String>,
}

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = layout::long_names();
    let mut written = [SHORT, OWN_PACE, PICTURES, &names, &layout::sixty_steps()].concat();
    for folder in ["routines", "assets"] {
        read(&package.join(folder), &mut written);
    }
    written.push_str(include_str!("../../training/test_data.rs"));
    let written = written.replace("\\\"", "\u{201d}");
    let caps = shortcut::PLAYER.iter().flat_map(|key| key.caps);
    let lines = shortcut::PAGES.iter();
    let lines = lines.chain(&shortcut::PLACES).chain(&shortcut::KNEE_MAP);
    let caps = caps.chain(lines.flat_map(|(caps, _)| *caps));
    Content {
        whole: plain(&written),
        texts: written.split('"').chain(caps.copied()).map(plain).collect(),
    }
});

fn read(folder: &Path, written: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, written);
        } else if path.extension().is_some_and(|extension| extension == "ron") {
            written.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}
