//! A person's data in Settings: where it is, out, in, and away.

use std::path::PathBuf;

use super::layout::{look_at, look_for_overlaps};
use super::*;
use crate::app::chooser::Choose;
use crate::app::data::{Message as DesktopMessage, Purpose};
use crate::app::screen::settings::{Doing, Message as Setting, Section};
use crate::journal::store::{Added, Error};
use crate::journal::{Event as Told, Recent, Saving};
use crate::knee::AgeBand;
use crate::words::{data as words, journal};

impl Desk {
    fn settings() -> Self {
        let mut desk = Self::open();
        desk.send(Message::Go(Tab::Settings));
        desk.open_section(Section::Data);
        desk
    }

    fn open_section(&mut self, section: Section) {
        self.send(Message::Settings(Setting::Section(section)));
    }

    fn hears(&mut self, event: Told) {
        self.send(Message::Journal(event));
    }
}

#[test]
fn settings_say_where_the_journal_is_and_what_came_of_what_was_asked() {
    let mut desk = Desk::settings();
    // A home of a test is not below the person's own.
    let folder = desk.home.path().display().to_string();
    assert!(desk.says(words::your_data()) && desk.says(&folder));

    let exported = PathBuf::from("/home/ada/Documents/Kneewise 2026-11-25");
    desk.hears(Told::Exported(Ok(exported.clone())));
    assert!(desk.says(&words::exported(&exported.display().to_string())));
    desk.hears(Told::Imported(Ok(Added {
        sessions: 41,
        scores: 1,
    })));
    assert!(desk.says("41 sessions and 1 pain score added"));
    desk.hears(Told::Imported(Ok(Added::default())));
    assert!(desk.says("Everything in it was here already."));
    desk.hears(Told::Erased(Ok(())));
    assert!(desk.says(words::erased()));
    let file = PathBuf::from("/home/ada/cat.json");
    let error = Error::NotAnExport { file };
    desk.hears(Told::Imported(Err(error.clone())));
    assert!(desk.says(&error.sentence()));
}

/// A home in which everything was chosen.
const CHOSEN: &str = "/home/ada/chosen";

/// Asks for something and says what the window is told of it.
fn chosen(desk: &mut Desk, doing: Doing) -> Message {
    let now = desk.now();
    let mut said = messages(
        desk.app
            .update(Message::Settings(Setting::Data(doing)), now),
    );
    match (said.pop(), said.is_empty()) {
        (Some(message), true) => message,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_export_asks_where_and_an_import_asks_for_a_file_or_a_routine() {
    let mut desk = Desk::settings();
    desk.app.desktop.choose = |what| {
        assert_eq!(what, Choose::Folder(words::export_title()));
        Task::done(Some(PathBuf::from(CHOSEN)))
    };
    let asked = chosen(&mut desk, Doing::Export);
    let into = DesktopMessage::Chosen(Purpose::Export, Some(PathBuf::from(CHOSEN)));
    assert!(
        matches!(&asked, Message::Desktop(it) if *it == into),
        "{asked:?}"
    );
    // A second press while the dialog is open opens no other.
    let now = desk.now();
    let again = Message::Settings(Setting::Data(Doing::Export));
    assert!(messages(desk.app.update(again, now)).is_empty());
    desk.send(asked);

    for (file, is_export) in [("export.json", true), ("routine.ron", false)] {
        desk.app.desktop.choose = |what| {
            assert_eq!(what, Choose::File(words::import_title()));
            Task::done(Some(PathBuf::from(CHOSEN)))
        };
        let _ = chosen(&mut desk, Doing::Choose);
        let file = PathBuf::from(CHOSEN).join(file);
        let file = DesktopMessage::Chosen(Purpose::Import, Some(file));
        let said = messages(desk.app.update(Message::Desktop(file), now));
        let import = matches!(&said[..], [Message::Desktop(DesktopMessage::ImportFrom(_))]);
        assert_eq!(import, is_export, "{said:?}");
    }
}

#[test]
fn whoever_chooses_nothing_changes_nothing_and_is_shown_another_way() {
    let mut desk = Desk::settings();
    assert!(!desk.says(words::path_hint()) && !desk.says(words::save_in_documents()));
    desk.send(Message::Settings(Setting::Data(Doing::Export)));
    assert!(desk.says(words::not_chosen()) && desk.says(words::save_in_documents()));
    desk.send(Message::Settings(Setting::Data(Doing::Choose)));
    assert!(
        !desk.says(words::save_in_documents()),
        "it is about the import now"
    );
    // There one can write the path of the file.
    let path = desk.home.path().join("none.json").display().to_string();
    desk.send(Message::Settings(Setting::Data(Doing::Path(path))));
    assert!(desk.says(words::not_chosen()));
    let now = desk.now();
    let import = Message::Settings(Setting::Data(Doing::Import));
    let said = messages(desk.app.update(import, now));
    let is_import = matches!(&said[..], [Message::Desktop(DesktopMessage::ImportFrom(_))]);
    assert!(is_import, "{said:?}");
    desk.hears(Told::Imported(Err(Error::NoFolder)));
    for size in SIZES {
        desk.resize(size);
        look_at(&desk, "nothing was chosen");
        look_for_overlaps(&desk, "nothing was chosen");
    }
}

#[test]
fn without_a_dialog_an_export_goes_to_documents_or_else_beside_the_journal() {
    let mut desk = Desk::settings();
    let asked = |desk: &mut Desk| {
        let now = desk.now();
        let export = Message::Settings(Setting::Data(Doing::ExportToDocuments));
        let mut said = messages(desk.app.update(export, now));
        match (said.pop(), said.is_empty()) {
            (Some(Message::Desktop(DesktopMessage::ExportTo(folder))), true) => folder,
            other => panic!("no export but {other:?}"),
        }
    };
    desk.app.desktop.documents = || Some(PathBuf::from("/home/ada/Documents"));
    assert_eq!(asked(&mut desk), PathBuf::from("/home/ada/Documents"));
    desk.app.desktop.documents = || None;
    assert_eq!(asked(&mut desk), desk.home.path());
}

#[test]
fn what_is_dropped_on_settings_is_taken_in_and_elsewhere_it_is_not() {
    let mut desk = Desk::settings();
    let file = desk.home.path().join("kneewise-journal.json");
    std::fs::write(&file, "{}").unwrap();
    let dropped = |desk: &mut Desk, path: &std::path::Path| {
        let now = desk.now();
        messages(desk.app.update(Message::Dropped(path.to_path_buf()), now))
    };
    // The file itself, and the folder it is in.
    for path in [file.as_path(), desk.home.path().to_path_buf().as_path()] {
        let said = dropped(&mut desk, path);
        assert!(
            matches!(&said[..], [Message::Desktop(DesktopMessage::ImportFrom(wanted))] if *wanted == file),
            "{said:?}"
        );
    }
    desk.send(Message::Go(Tab::Today));
    let said = dropped(&mut desk, &file);
    assert!(matches!(&said[..], [Message::Adding(_)]), "{said:?}");
}

#[test]
fn before_everything_is_erased_one_is_asked_and_the_keyboard_stays_with_the_question() {
    let mut desk = Desk::settings();
    let erase = Message::Settings(Setting::Data(Doing::Erase));
    desk.send(erase.clone());
    assert!(desk.says(words::erase_ask()) && desk.says(words::erase_ask_line()));
    for _ in 0..5 {
        desk.tab(1);
        let name = desk.focused_name();
        assert!(
            [words::keep(), words::erase()].contains(&name.as_str()),
            "{name}"
        );
    }
    desk.click(words::keep());
    assert!(!desk.says(words::erase_ask()));

    desk.send(erase);
    // The first choice is to keep everything.
    desk.press(Stroke::Enter);
    assert!(!desk.says(words::erase_ask()));
    desk.send(Message::Settings(Setting::Data(Doing::Erase)));
    desk.tab(1);
    desk.press(Stroke::Enter);
    assert!(desk.says(words::erase_now()), "pressed once");
    desk.press(Stroke::Escape);
    assert!(!desk.says(words::erase_ask()));
    assert!(matches!(desk.app.screens.open, Screen::Settings(_)));
}

#[test]
pub fn settings_have_room_for_ones_data() {
    for size in SIZES {
        let mut desk = Desk::settings();
        desk.resize(size);
        let long = "/home/ada/Documents/a folder with a long name/another/".repeat(3);
        desk.hears(Told::Exported(Ok(PathBuf::from(long))));
        look_at(&desk, "Settings");
        look_for_overlaps(&desk, "Settings");
        desk.send(Message::Settings(Setting::Data(Doing::Erase)));
        look_at(&desk, "the question");
    }
}

#[test]
pub fn every_section_of_the_settings_has_its_room() {
    for size in SIZES {
        let mut desk = Desk::settings();
        desk.resize(size);
        for section in Section::ALL {
            desk.open_section(section);
            look_at(&desk, section.name());
            look_for_overlaps(&desk, section.name());
        }
    }
}

#[test]
fn settings_open_where_one_was() {
    let mut desk = Desk::settings();
    desk.click(Section::Keys.name());
    assert!(desk.says(crate::words::settings::everywhere()));
    desk.send(Message::Go(Tab::Today));
    desk.send(Message::Go(Tab::Settings));
    assert!(desk.says(crate::words::settings::everywhere()));
}

#[test]
fn what_is_dropped_shows_what_came_of_it_in_its_section() {
    let mut desk = Desk::settings();
    desk.open_section(Section::Look);
    let file = PathBuf::from("/home/ada/cat.json");
    let _ = desk.app.take_in(file.clone(), std::time::Instant::now());
    let error = Error::NotAnExport { file };
    desk.hears(Told::Imported(Err(error.clone())));
    assert!(desk.says(&error.sentence()));
}

#[test]
fn nobody_is_asked_to_wait_for_what_will_not_come() {
    let mut desk = Desk::settings();
    for (error, follows) in [
        (Error::NoFolder, journal::keeps_trying()),
        (Error::Newer, journal::never_saved()),
    ] {
        let line = format!("{} {follows}", error.sentence());
        desk.hears(Told::Saving(Saving::Waiting(error)));
        assert!(
            desk.says(journal::not_saved_yet()) && desk.says(&line),
            "{line}"
        );
    }
}

#[test]
fn what_another_window_erased_is_offered_no_more() {
    let mut desk = Desk::open();
    desk.find_red_flag();
    desk.app.preferences.settings.age = AgeBand::with_id("35-44");
    assert!(desk.app.preferences.settings.age.is_some());
    let waits = |desk: &Desk| desk.app.history.recent.as_ref().unwrap().assessments.len();
    assert_eq!(waits(&desk), 1);
    let erased = Recent {
        is_empty: true,
        ..Recent::default()
    };
    desk.hears(Told::Today(Arc::new(erased.clone())));
    assert_eq!(waits(&desk), 0);
    assert_eq!(desk.app.preferences.settings.age, None);
    // What is said afterwards stays, although nothing is written yet.
    desk.app.preferences.settings.age = AgeBand::with_id("35-44");
    desk.hears(Told::Today(Arc::new(erased)));
    assert!(desk.app.preferences.settings.age.is_some());
}

#[test]
pub fn about_leads_to_everything_one_can_check() {
    use crate::app::screen::knee_map::MOST_QUESTIONS;
    use crate::app::screen::settings::Chapter;
    use crate::words::about;
    for size in SIZES {
        let mut desk = Desk::settings();
        desk.resize(size);
        desk.open_section(Section::About);
        assert!(desk.says(about::not_reviewed_short()));
        look_at(&desk, "About");
        look_for_overlaps(&desk, "About");
        for chapter in Chapter::ALL {
            desk.send(Message::Settings(Setting::Read(chapter)));
            assert!(desk.says(chapter.name()));
            // The texts of licences stand as they were written.
            let is_as_written = matches!(chapter, Chapter::Kneewise | Chapter::Fonts);
            if !(is_as_written && crate::words::test_language::is_spoken()) {
                look_at(&desk, chapter.name());
            }
            look_for_overlaps(&desk, chapter.name());
            if chapter == Chapter::Reasoning {
                for (title, line) in about::steps(MOST_QUESTIONS) {
                    assert!(desk.says(title) && desk.says(&line), "{title}");
                }
                assert!(desk.says(about::not_reviewed_line()));
            }
            desk.press(Stroke::Escape);
            assert!(desk.says(about::what_it_is()), "back in About");
        }
        desk.press(Stroke::Escape);
        assert!(matches!(desk.app.screens.open, Screen::Today(_)));
    }
}

#[test]
fn sources_and_red_flags_are_counted_from_what_was_read() {
    use crate::app::screen::settings::Chapter;
    let mut desk = Desk::settings();
    desk.open_section(Section::About);
    let (knowledge, _) = crate::content::knowledge();
    let conditions = knowledge.conditions();
    let cited: std::collections::BTreeSet<_> = conditions
        .flat_map(|condition| &condition.sources)
        .map(|source| source.cite.clone())
        .collect();
    let words = desk.words();
    let count = words.iter().find_map(|words| {
        let (count, rest) = words.content.split_once(' ')?;
        rest.starts_with("papers").then(|| count.parse::<usize>())
    });
    assert!(count.unwrap().unwrap() > cited.len(), "exercises cite too");
    desk.send(Message::Settings(Setting::Read(Chapter::Sources)));
    for cite in cited {
        assert!(desk.says(&cite), "{cite}");
    }
    desk.send(Message::Settings(Setting::Read(Chapter::RedFlags)));
    for id in crate::knee::FlagId::ALL {
        let level = id.gravest();
        if level.blocks_routines() {
            let flag = knowledge.flag(crate::knee::RedFlag { id: *id, level });
            assert!(desk.says(&flag.title) && desk.says(&flag.why), "{id:?}");
        }
    }
}

#[test]
fn an_address_that_does_not_open_says_so() {
    let mut desk = Desk::settings();
    desk.app.desktop.open = |_| Err(std::io::Error::other("nothing opens it"));
    desk.open_section(Section::About);
    let chapter = crate::app::screen::settings::Chapter::Sources;
    desk.send(Message::Settings(Setting::Read(chapter)));
    let address = "https://doi.org/10.1000/1";
    let open = Setting::OpenAddress(address.to_owned());
    desk.send(Message::Settings(open));
    assert!(desk.says(&crate::words::conditions::not_opened(address)));
}
