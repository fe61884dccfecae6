//! Progress as a person sees it: empty, after three days, after years; what they click, and the keys.

use iced::{Event, mouse};

use super::layout::{look_at, look_for_overlaps};
use super::*;
use crate::journal::Event as Told;
use crate::training::record::Log;
use crate::training::test_data::{date, life, moment};
use crate::words::{page, progress as words};

impl Desk {
    /// Opens Progress on Wednesday 25 November 2026 over what was written down.
    pub(super) fn progress(log: Log) -> Self {
        let mut desk = Self::open();
        desk.app.history.clock = || moment("2026-11-25 09:00");
        desk.press_with_control('5');
        desk.history(log);
        desk
    }

    /// The journal has looked everything up.
    fn history(&mut self, log: Log) {
        self.send(Message::Journal(Told::History(None, Arc::new(log))));
    }

    /// Whether the window says something that begins like this.
    fn says_about(&self, beginning: &str) -> bool {
        let words = self.words();
        words
            .iter()
            .any(|words| words.content.starts_with(beginning))
    }
}

pub(super) fn days(days: i64) -> Log {
    life(days, date("2026-11-25"))
}

#[test]
fn without_anything_there_is_one_thing_to_do() {
    let mut desk = Desk::progress(Log::default());
    assert!(desk.says(words::nothing()) && desk.says(words::nothing_line()));
    assert!(!desk.says(words::overview()) && !desk.says(words::moving_time()));
    desk.click(words::start_reset());
    assert!(matches!(desk.app.screens.open, Screen::Player));
}

#[test]
fn while_it_is_looked_up_nothing_is_claimed() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::Progress));
    assert!(!desk.says(words::nothing()) && !desk.says(words::moving_time()));
    desk.history(days(40));
    assert!(desk.says(words::moving_time()));
}

#[test]
fn three_days_are_numbers_without_a_trend() {
    let desk = Desk::progress(days(3));
    assert!(desk.says(words::moving_time()) && desk.says(words::days_moved()));
    assert!(desk.says_about("You moved on"));
    for claim in ["Down from", "Up from", "Steady", "Was "] {
        assert!(!desk.says_about(claim), "{claim}");
    }
}

#[test]
fn a_year_is_told_in_words_and_the_range_is_chosen() {
    let mut desk = Desk::progress(days(365));
    assert!(desk.says_about("Was "));
    let mut told = Vec::new();
    for range in [
        words::four_weeks(),
        words::three_months(),
        words::one_year(),
        words::everything(),
    ] {
        desk.click(range);
        let words = desk.words();
        let moved = words
            .iter()
            .find(|words| words.content.starts_with("You moved on"))
            .expect("the days in words");
        told.push(moved.content.clone());
    }
    assert!(desk.says_about("Down from about"));
    told.dedup();
    assert!(told.len() >= 3, "{told:?}");
}

#[test]
fn sessions_are_listed_by_day_and_one_is_changed() {
    let mut desk = Desk::progress(days(60));
    desk.click(words::sessions());
    assert!(desk.says("Hip and Glute Strength") || desk.says("Post-Run Knee Reset"));
    desk.tab(1);
    desk.press(Stroke::Down);
    desk.press(Stroke::Enter);
    assert!(desk.says(words::edit_session()));
    // Letters and arrows are the dialog's now.
    desk.press(Stroke::Down);
    assert!(desk.says(words::edit_session()));
    desk.press(Stroke::Escape);
    assert!(!desk.says(words::edit_session()));
    assert!(matches!(desk.app.screens.open, Screen::Progress(_)));
    desk.press(Stroke::Escape);
    assert!(matches!(desk.app.screens.open, Screen::Today(_)));
}

#[test]
fn tab_goes_through_the_page_and_the_dialog_keeps_it() {
    let mut desk = Desk::progress(days(60));
    desk.click(words::sessions());
    desk.tab(1);
    desk.press(Stroke::Down);
    desk.press(Stroke::Enter);
    assert_eq!(desk.focused_name(), words::cancel());
    let stops = desk.stops();
    assert!(stops.contains(&words::save().to_owned()), "{stops:?}");
    // Four scores, the note and two ways out.
    assert_eq!(stops.len(), 7, "the dialog keeps the keyboard: {stops:?}");
}

#[test]
fn arrows_go_from_session_to_session_and_delete_deletes() {
    let log = days(60);
    let newest: Vec<_> = log
        .sessions
        .iter()
        .rev()
        .map(|session| session.id)
        .collect();
    let mut desk = Desk::progress(log);
    desk.click(words::sessions());
    let focused = |desk: &mut Desk| {
        desk.redraw();
        let stop = desk.live.focused(desk.app.view()).expect("something");
        assert!(stop.is_ringed);
        format!("{:?}", stop.id)
    };
    let edit = |session: uuid::Uuid| format!("edit {session}");
    for session in &newest[..3] {
        desk.press(Stroke::Down);
        assert!(focused(&mut desk).contains(&edit(*session)));
    }
    desk.press(Stroke::Up);
    desk.press(Stroke::Right);
    assert!(focused(&mut desk).contains(&format!("delete {}", newest[1])));
    desk.press(Stroke::Delete);
    // The keyboard is on the session below.
    assert!(focused(&mut desk).contains(&edit(newest[2])));
}

#[test]
fn the_session_the_keyboard_is_on_comes_into_sight() {
    let mut desk = Desk::progress(days(400));
    desk.resize(SIZES[0]);
    desk.click(words::sessions());
    for _ in 0..60 {
        desk.press(Stroke::Down);
        desk.redraw();
        let stop = desk.live.focused(desk.app.view()).expect("a session");
        assert_eq!(stop.seen.map(|seen| seen.height), Some(stop.bounds.height));
    }
    // And Tab goes through all of them, two buttons each.
    let mut before = desk.focused_place();
    for _ in 0..60 {
        desk.tab(1);
        let now = desk.focused_place();
        assert!(now.is_some() && now != before);
        before = now;
    }
}

#[test]
fn arrows_go_through_the_ranges_and_stop_at_the_ends() {
    let mut desk = Desk::progress(days(60));
    desk.tab_to(words::three_months());
    for expected in [words::one_year(), words::everything(), words::everything()] {
        desk.press(Stroke::Right);
        assert_eq!(desk.focused_name(), expected);
        let chosen = desk.hear();
        let is_chosen = |about: &&About| {
            about.name.as_deref() == Some(expected)
                && about.kind == crate::app::control::Kind::Choice(true)
        };
        assert_eq!(chosen.iter().filter(is_chosen).count(), 1, "{expected}");
    }
}

#[test]
fn nothing_leads_away_from_a_dialog_but_the_dialog() {
    let mut desk = Desk::progress(days(60));
    let sidebar = desk.window().find(page::routines()).expect("the sidebar");
    let sidebar = sidebar.bounds().center();
    desk.click(words::sessions());
    desk.tab(1);
    desk.press(Stroke::Down);
    desk.press(Stroke::Enter);
    assert!(desk.says(words::edit_session()));
    for place in ['1', '2', '3', ','] {
        desk.press_with_control(place);
        assert!(desk.says(words::edit_session()), "Ctrl+{place}");
    }
    // The sidebar lies under it: a click there is one beside the dialog.
    desk.click_at(sidebar);
    assert!(matches!(desk.app.screens.open, Screen::Progress(_)));
    assert!(!desk.says(words::edit_session()));
}

#[test]
fn progress_turns_over_at_midnight() {
    let mut desk = Desk::progress(days(3));
    let day = |desk: &Desk| match &desk.app.screens.open {
        Screen::Progress(progress) => progress.day(),
        _ => panic!("not Progress"),
    };
    assert!(desk.app.end_of_day().is_some());
    desk.app.history.clock = || moment("2026-11-26 00:01");
    desk.send(Message::NewDay);
    desk.history(days(3));
    assert_eq!(day(&desk), date("2026-11-26"));
}

#[test]
fn what_is_pointed_at_is_told() {
    for log in [days(3), days(60), days(3_652)] {
        let desk = Desk::progress(log);
        let theme = theme::light();
        let folder = tempfile::tempdir().unwrap();
        // The first snapshot is what the others are held against.
        let is_as_before = |window: &mut Simulator<'_, Message>| {
            let snapshot = window.snapshot(&theme).unwrap();
            snapshot.matches_hash(folder.path().join("charts")).unwrap()
        };
        let mut window = desk.window();
        assert!(is_as_before(&mut window));
        assert!(is_as_before(&mut window), "nothing moves by itself");
        // On the line and on the bars, and on nothing again.
        for (x, is_told) in [(500.0, true), (900.0, true), (250.0, false)] {
            let at = iced::Point::new(x, 500.0);
            window.point_at(at);
            let _ = window.simulate([Event::Mouse(mouse::Event::CursorMoved { position: at })]);
            assert_eq!(is_as_before(&mut window), !is_told, "{x}");
        }
    }
}

#[test]
pub fn progress_has_room_for_its_texts() {
    for size in SIZES {
        for log in [Log::default(), days(3), days(14), days(365), days(3_652)] {
            let count = log.sessions.len();
            let mut desk = Desk::progress(log);
            desk.resize(size);
            look_at(&desk, &format!("Progress with {count}"));
            look_for_overlaps(&desk, &format!("Progress with {count}"));
            if count == 0 {
                continue;
            }
            desk.click(words::sessions());
            look_at(&desk, &format!("{count} sessions"));
            look_for_overlaps(&desk, &format!("{count} sessions"));
            desk.tab(1);
            desk.press(Stroke::Down);
            desk.press(Stroke::Enter);
            assert!(desk.says(words::edit_session()));
            look_at(&desk, "the dialog");
        }
    }
}

#[test]
fn history_that_changes_is_looked_up_again_and_shown() {
    let mut desk = Desk::progress(days(3));
    desk.send(Message::Journal(Told::Changed));
    desk.history(days(400));
    assert!(desk.says_about("Was "));
    // Behind the player too.
    desk.app.screens.open = Screen::Today(Box::new(Today::new(&Content::read().0)));
    desk.send(Message::Journal(Told::Changed));
    assert!(!desk.says(words::moving_time()));
}
