//! The knee map in the window: how one gets there and back, and what waits while a knee has to be seen.

use super::*;
use crate::words::knee_map as words;

fn map(desk: &Desk) -> &KneeMap {
    match &desk.app.screens.open {
        Screen::KneeMap(map) => map,
        other => panic!("not the knee map but {other:?}"),
    }
}

#[test]
fn the_sidebar_leads_to_the_knee_map_which_keeps_its_marks() {
    let mut desk = Desk::open();
    desk.click(words::name());
    assert!(desk.says(words::which_knee()));
    desk.click(words::left_knee());
    assert!(desk.says(words::title()));
    assert!(desk.says(words::mark_one()));
    desk.click("On or behind the kneecap");
    assert!(desk.says(&words::continue_with(1)));

    desk.send(Message::Go(Tab::Routines));
    desk.press_with_control('3');
    assert!(
        desk.says(&words::continue_with(1)),
        "the mark is still there"
    );
}

#[test]
fn a_click_on_the_drawing_marks_what_lies_there() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::KneeMap));
    desk.click(words::left_knee());
    // The left kneecap in the drawing of a window of the usual size.
    desk.click_at(iced::Point::new(469.0, 390.0));
    assert!(desk.says(&words::continue_with(1)));
    let _ = map(&desk);
    desk.click(words::undo());
    assert!(desk.says(words::mark_one()));
}

#[test]
fn it_hurts_shows_where_and_the_session_waits() {
    let mut desk = Desk::playing(SHORT);
    desk.play(8);
    desk.send(Message::Player(player::Message::Hurts));
    desk.click(words::show_where());
    assert!(desk.says(words::which_knee()));
    assert!(
        !desk.says("Routines"),
        "nothing leads away from the session"
    );
    desk.press_with_control('1');
    assert!(desk.says(words::which_knee()));

    desk.at += Duration::from_secs(60);
    desk.click(words::back_to_session());
    let _ = desk.player();
    assert!(!desk.playback().is_running(), "it waits for the person");
    // Behind the choices nothing is said.
    desk.press(Stroke::Escape);
    assert!(desk.says(crate::words::player::paused()));
    assert!(desk.says("1:27 left"), "{:?}", desk.words());
}

#[test]
fn the_skin_and_the_age_are_remembered_and_escape_goes_back_a_step() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::KneeMap));
    desk.click(words::left_knee());
    desk.click(words::skin());
    desk.click("On or behind the kneecap");
    desk.click(&words::continue_with(1));
    desk.click(words::ages()[3]);
    let age = Some(crate::knee::AgeBand::From35);
    assert!(desk.app.preferences.settings.knee_with_skin);
    assert_eq!(desk.app.preferences.settings.age, age);
    desk.press(Stroke::Escape);
    assert!(desk.says(words::title()));
    desk.press(Stroke::Escape);
    assert!(desk.says(words::which_knee()));
    let _ = map(&desk);
    desk.press(Stroke::Escape);
    assert!(!desk.says(words::which_knee()), "Escape leads out of here");
}

/// What the journal says when nothing is in it.
fn nothing_known() -> Message {
    Message::Journal(crate::journal::Event::Today(Arc::default()))
}

#[test]
fn a_knee_that_waits_locks_every_start_and_each_says_why() {
    let mut desk = Desk::open();
    let starts = [
        Message::Today(today_screen::Message::StartReset),
        Message::Today(today_screen::Message::LockedReset),
        Message::Today(today_screen::Message::SeeWhy),
        Message::SeeWhy,
    ];
    for start in starts {
        desk.send(Message::Go(Tab::Today));
        desk.find_red_flag();
        desk.send(start.clone());
        assert!(
            matches!(desk.app.screens.open, Screen::Finding(_)),
            "{start:?}: {:?}",
            desk.words()
        );
    }
    // The page of a routine.
    desk.send(Message::Go(Tab::Today));
    desk.send(Message::Today(today_screen::Message::SeeSteps));
    assert!(desk.says(crate::words::page::locked()));
    assert!(!desk.says(crate::words::page::start_now()));
    desk.click(crate::words::page::locked());
    assert!(matches!(desk.app.screens.open, Screen::Finding(_)));

    // Erased in Settings, or in another window.
    desk.send(nothing_known());
    desk.send(Message::Go(Tab::Today));
    desk.send(Message::Today(today_screen::Message::StartReset));
    let _ = desk.player();
}

#[test]
fn today_shows_the_knee_that_waits_and_nothing_that_starts() {
    for size in SIZES {
        let mut desk = Desk::open();
        desk.resize(size);
        desk.find_red_flag();
        let said =
            crate::words::today::waits_title(crate::side::Side::Left, crate::knee::Level::SameDay);
        assert!(desk.says(said), "{size:?}: {:?}", desk.words());
        assert!(desk.says(crate::words::today::what_to_do()));
        assert!(desk.says(crate::words::page::locked()));
        let starts = desk
            .words()
            .into_iter()
            .filter(|words| words.content.starts_with("Start"));
        assert_eq!(starts.count(), 0, "{size:?}");
    }
}

#[test]
fn a_routine_on_the_command_line_waits_for_what_the_journal_says() {
    let (mut desk, read) = Desk::before_the_journal(Some(loaded(SHORT)), "(muted: true)", 1.0);
    desk.send(read);
    assert!(matches!(desk.app.screens.open, Screen::Today(_)));
    desk.find_red_flag();
    assert!(!matches!(desk.app.screens.open, Screen::Player));

    let (mut desk, read) = Desk::before_the_journal(Some(loaded(SHORT)), "(muted: true)", 1.0);
    desk.send(read);
    desk.send(nothing_known());
    let _ = desk.player();

    // A journal that cannot be looked at keeps nobody from it.
    let (mut desk, read) = Desk::before_the_journal(Some(loaded(SHORT)), "(muted: true)", 1.0);
    desk.send(read);
    let absent = crate::journal::store::Notice::Absent("There is no disk.".to_owned());
    desk.send(Message::Journal(crate::journal::Event::Opened(vec![
        absent,
    ])));
    let _ = desk.player();
}

#[test]
fn a_routine_that_only_serves_what_has_to_be_seen_first_is_not_played() {
    for (serves, plays) in [
        (r#"["bone_stress_injury"]"#, false),
        (r#"["dvt", "bone_stress_injury"]"#, false),
        (r#"["bone_stress_injury", "pfp"]"#, true),
        ("[]", true),
    ] {
        let text = SHORT.replace("kind:", &format!("serves: {serves}, kind:"));
        let desk = Desk::playing(&text);
        assert_eq!(
            matches!(desk.app.screens.open, Screen::Player),
            plays,
            "{serves}: {:?}",
            desk.words()
        );
    }
}

/// The findings of version 0.1: which knees its settings say wait, and what its journal has of the left one.
fn carried_over(settings: &str, red_flags: &[&str]) -> Desk {
    let (mut desk, read) = Desk::before_the_journal(None, settings, 1.0);
    desk.send(read);
    let assessments = if red_flags.is_empty() {
        Vec::new()
    } else {
        let mut found = crate::training::finding::carried_over(
            uuid::Uuid::from_u128(9),
            test_support::MOMENT,
            crate::side::Side::Left,
        );
        found.red_flags = red_flags.iter().map(|flag| (*flag).to_owned()).collect();
        vec![found]
    };
    let recent = crate::journal::Recent {
        assessments,
        ..crate::journal::Recent::default()
    };
    desk.send(Message::Journal(crate::journal::Event::Today(Arc::new(
        recent,
    ))));
    desk
}

#[test]
fn what_version_0_1_kept_in_its_settings_is_carried_over_once() {
    let open = |desk: &Desk| {
        let findings = desk.app.findings();
        findings
            .open()
            .iter()
            .map(|open| open.leg)
            .collect::<Vec<_>>()
    };
    let left = [crate::side::Side::Left];
    for (settings, red_flags, waits) in [
        // It waits, and the journal knows why.
        ("(knees_to_be_seen: [Left])", &["RF03"][..], &left[..]),
        // It waits, and the journal does not know: erased, say.
        ("(knees_to_be_seen: [Left])", &[], &left),
        // Somebody has said that it was checked.
        ("(knees_to_be_seen: [])", &["RF03"], &[]),
        ("(knees_to_be_seen: [])", &[], &[]),
        // A file of this version, or none: the journal alone says.
        ("(muted: true)", &["RF03"], &left),
    ] {
        let desk = carried_over(settings, red_flags);
        assert_eq!(open(&desk), waits, "{settings} {red_flags:?}");
        assert_eq!(desk.app.preferences.settings.knees_of_version_1, None);
        let saved = std::fs::read_to_string(desk.home.path().join("settings.ron")).unwrap();
        assert!(!saved.contains("knees_to_be_seen"), "{settings}: {saved}");
    }
    // Until the journal answers, the settings hold.
    let (mut desk, read) = Desk::before_the_journal(None, "(knees_to_be_seen: [Left])", 1.0);
    desk.send(read);
    assert_eq!(open(&desk), left);
}
