//! The knee map in the window: how one gets there and back, and what waits while a knee has to be seen.

use super::*;
use crate::knee::{Leg, PlaceId};
use crate::settings::Knee;
use crate::words::knee_map as words;

fn map(desk: &Desk) -> &KneeMap {
    match &desk.app.screen {
        Screen::KneeMap(map) => map,
        other => panic!("not the knee map but {other:?}"),
    }
}

#[test]
fn the_sidebar_leads_to_the_knee_map_which_keeps_its_marks() {
    let mut desk = Desk::open();
    desk.click(words::NAME);
    assert!(desk.says(words::TITLE));
    assert!(desk.says(words::MARK_ONE));
    desk.click("On or behind the kneecap");
    assert!(desk.says(&words::continue_with(1)));

    desk.send(Message::Go(Place::Routines));
    desk.press_with_control('3');
    assert!(
        desk.says(&words::continue_with(1)),
        "the mark is still there"
    );
}

#[test]
fn a_click_on_the_drawing_marks_what_lies_there() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Place::KneeMap));
    // The left kneecap in the drawing of a window of the usual size.
    desk.click_at(iced::Point::new(484.0, 385.0));
    assert!(desk.says(&words::continue_with(1)));
    let _ = map(&desk);
    desk.click(words::UNDO);
    assert!(desk.says(words::MARK_ONE));
}

#[test]
fn it_hurts_shows_where_and_the_session_waits() {
    let mut desk = Desk::playing(SHORT);
    desk.play(8);
    desk.send(Message::Player(player::Message::Hurts));
    desk.click(words::SHOW_WHERE);
    assert!(desk.says(words::TITLE));
    assert!(
        !desk.says("Routines"),
        "nothing leads away from the session"
    );
    desk.press_with_control('1');
    assert!(desk.says(words::TITLE));

    desk.at += Duration::from_secs(60);
    desk.click(words::BACK_TO_SESSION);
    let _ = desk.player();
    assert!(
        desk.says(crate::words::player::PAUSED),
        "it waits for the person"
    );
    assert!(desk.says("1:27 left"), "{:?}", desk.words());
}

#[test]
fn a_knee_to_be_seen_keeps_every_routine_waiting_even_after_a_restart() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Place::KneeMap));
    desk.send(Message::KneeMap(knee_map::Message::Toggle(
        PlaceId::Patella,
    )));
    let task = desk
        .app
        .obey_knee_map(knee_map::Action::SeeSomeone(Leg::Left), desk.start);
    for message in messages(task) {
        desk.send(message);
    }
    assert_eq!(desk.app.settings.knees_to_be_seen, [Knee::Left]);
    let saved = std::fs::read_to_string(desk.home.path().join("settings.ron")).unwrap();
    assert!(saved.contains("knees_to_be_seen"), "{saved}");

    let mut desk = Desk::launch(Some(shelved(SHORT)), &saved);
    let starts = [
        Message::Today(today_screen::Message::StartReset),
        Message::Today(today_screen::Message::StartStanding),
    ];
    for start in starts {
        desk.send(Message::Go(Place::Today));
        assert!(desk.says(&words::waiting(words::LEFT_KNEE_LOW)));
        desk.send(start);
        assert!(desk.says(words::CHECKED_FIRST), "no routine begins");
    }

    desk.click(words::IT_WAS_CHECKED);
    assert!(desk.app.settings.knees_to_be_seen.is_empty());
    desk.send(Message::Go(Place::Today));
    desk.send(Message::Today(today_screen::Message::StartReset));
    let _ = desk.player();
}

#[test]
fn every_condition_can_be_read_about_and_left_again() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Place::KneeMap));
    desk.click(words::BROWSE);
    assert!(desk.says(words::CONDITIONS_TITLE));
    desk.click("IT band syndrome");
    assert!(desk.says(words::WHY_IT_HAPPENS));
    assert!(desk.says(words::GUIDE_NOT_DIAGNOSIS));
    desk.press(Stroke::Escape);
    assert!(desk.says(words::CONDITIONS_TITLE));
    desk.press(Stroke::Escape);
    assert!(desk.says(words::TITLE));
}
