//! The keyboard on the pages around the player.

use iced::keyboard::{Key, key::Named};

use super::*;
use crate::catalog::about_me::Welcome;
use crate::words::{about, data, exercise as exercise_words, keys, page as words};

/// What begins the reset on Today.
const START: &str = "Start, 5 min";
/// The places of the sidebar, from top to bottom.
fn sidebar_places() -> [&'static str; 5] {
    [
        words::today(),
        words::routines(),
        crate::words::knee_map::name(),
        crate::words::progress::name(),
        words::settings(),
    ]
}

#[test]
fn tab_goes_through_the_page_and_then_the_sidebar_round_and_round() {
    let mut desk = Desk::open();
    assert_eq!(desk.focused_name(), START);
    assert!(!desk.is_ringed(), "it rests without a ring");
    desk.tab(1);
    assert!(desk.is_ringed(), "the first Tab shows where one is");
    assert_eq!(desk.focused_name(), START);
    let stops = desk.stops();
    let places: Vec<_> = stops
        .iter()
        .filter(|name| sidebar_places().contains(&name.as_str()))
        .collect();
    assert_eq!(places, sidebar_places());
    // In the order of the screen: the sidebar comes first.
    desk.tab_to(words::today());
    desk.tab_back();
    let last = desk.focused_name();
    desk.tab(1);
    assert_eq!(desk.focused_name(), words::today());
    assert!(!sidebar_places().contains(&last.as_str()), "{last}");
    desk.tab(1);
    desk.press(Stroke::Enter);
    assert!(matches!(desk.app.screens.open, Screen::Routines(_)));
    assert!(
        !sidebar_places().contains(&desk.focused_name().as_str()),
        "the page begins"
    );
    desk.tab_to(words::settings());
    desk.press(Stroke::Space);
    assert!(matches!(desk.app.screens.open, Screen::Settings(_)));
}

#[test]
fn back_on_a_page_the_keyboard_is_where_it_was() {
    let mut desk = Desk::open();
    desk.tab_to(words::see_steps());
    desk.press(Stroke::Enter);
    assert_eq!(desk.focused_name(), words::start_now());
    desk.press(Stroke::Escape);
    assert_eq!(desk.focused_name(), words::see_steps());
    // Opened anew from the sidebar it begins anew.
    desk.send(Message::Go(Tab::Settings));
    desk.redraw();
    desk.send(Message::Go(Tab::Today));
    assert_eq!(desk.focused_name(), START);
}

#[test]
fn space_presses_only_what_a_ring_shows() {
    let mut desk = Desk::open();
    desk.press(Stroke::Space);
    assert!(matches!(desk.app.screens.open, Screen::Today(_)));
    desk.tab(1);
    desk.press(Stroke::Space);
    assert!(matches!(desk.app.screens.open, Screen::Player));
}

#[test]
fn the_keys_of_browsers_go_back() {
    let back = || iced::Event::Mouse(iced::mouse::Event::ButtonPressed(iced::mouse::Button::Back));
    let alt_left = || key_of(Stroke::Left, Modifiers::ALT);
    for event in [back, alt_left] {
        let mut desk = Desk::open();
        desk.send(Message::Today(today_screen::Message::SeeSteps));
        assert!(matches!(desk.app.screens.open, Screen::Routine(_)));
        desk.look_first();
        desk.press_key(event());
        assert!(matches!(desk.app.screens.open, Screen::Today(_)));
    }
    // A session is not left by them.
    let mut desk = Desk::playing(SHORT);
    desk.play(10);
    desk.press_key(alt_left());
    assert!(desk.playback().is_running());
}

#[test]
fn a_question_mark_shows_on_every_page_what_keys_do() {
    for place in [
        Tab::Today,
        Tab::Routines,
        Tab::KneeMap,
        Tab::Progress,
        Tab::Settings,
    ] {
        let mut desk = Desk::open();
        desk.send(Message::Go(place));
        desk.type_in('?');
        assert!(desk.says(keys::next_control()), "{place:?}");
        assert_eq!(desk.focused_name(), crate::words::player::close());
        for _ in 0..3 {
            desk.tab(1);
            assert_eq!(
                desk.focused_name(),
                crate::words::player::close(),
                "it keeps the keyboard"
            );
        }
        desk.press_with_control('2');
        assert!(
            desk.says(keys::next_control()),
            "nothing leads away from it"
        );
        desk.press(Stroke::Escape);
        assert!(!desk.says(keys::next_control()), "{place:?}");
    }
}

#[test]
fn f11_fills_the_screen_in_a_session_too() {
    let f11 = || live::key_pressed(Key::Named(Named::F11), Modifiers::empty(), false);
    let mut desk = Desk::playing(SHORT);
    desk.press_key(f11());
    assert!(desk.player().is_full_screen());
    desk.press_key(f11());
    assert!(!desk.player().is_full_screen());
}

#[test]
fn enter_presses_the_main_action_without_a_ring() {
    let mut desk = Desk::open();
    desk.press(Stroke::Enter);
    assert_eq!(desk.app.title(), "Kneewise: Post-Run Knee Reset");
}

#[test]
fn a_stepper_is_one_stop_and_arrows_change_it() {
    let mut desk = Desk::open();
    desk.send(Message::Today(today_screen::Message::SeeSteps));
    desk.tab_to(words::get_ready_time());
    for _ in 0..3 {
        desk.press(Stroke::Left);
    }
    assert_eq!(desk.app.preferences.settings.get_ready_seconds, Some(2));
    desk.press(Stroke::Up);
    assert_eq!(desk.app.preferences.settings.get_ready_seconds, Some(3));
    let focused = desk.focused().expect("the stepper");
    assert_eq!(focused.value.as_deref(), Some("3 s"));
    desk.tab(1);
    assert_ne!(desk.focused_name(), words::get_ready_time());
}

#[test]
fn choices_are_one_stop_and_arrows_choose() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::Settings));
    let section = settings_screen::Message::Section(settings_screen::Section::Look);
    desk.send(Message::Settings(section));
    desk.tab_to(words::as_the_system());
    desk.press(Stroke::Right);
    assert_eq!(desk.focused_name(), words::light());
    assert_eq!(desk.app.preferences.settings.appearance, Appearance::Light);
    desk.press(Stroke::Right);
    desk.press(Stroke::Right);
    assert_eq!(desk.app.preferences.settings.appearance, Appearance::Dark);
    desk.tab(1);
    assert_eq!(desk.focused_name(), words::reduced_motion());
    desk.tab_back();
    assert_eq!(desk.focused_name(), words::dark(), "back to the chosen one");
}

/// Presses whatever Tab reaches on a page, and stays on it.
fn presses_keep_the_keyboard(desk: &mut Desk, leads_away: &[&str]) -> usize {
    let stops = desk.stops();
    let mut pressed = 0;
    for _ in 0..stops.len() {
        desk.tab(1);
        let name = desk.focused_name();
        if sidebar_places().contains(&name.as_str())
            || leads_away.iter().any(|away| name.starts_with(away))
        {
            continue;
        }
        for _ in 0..2 {
            desk.press(Stroke::Enter);
            assert_eq!(desk.focused_name(), name);
        }
        pressed += 1;
    }
    pressed
}

#[test]
fn every_control_of_a_routine_keeps_the_keyboard_when_it_is_pressed() {
    let mut desk = Desk::open();
    desk.send(Message::Today(today_screen::Message::SeeSteps));
    let steps = match &desk.app.screens.open {
        Screen::Routine(detail) => detail.loaded().routine.items.len(),
        other => panic!("{other:?}"),
    };
    // Only what unfolds or changes something stays on the page.
    let stays = [words::countdown_beeps(), exercise_words::versions()];
    let stops = desk.stops();
    let away: Vec<_> = stops
        .iter()
        .map(String::as_str)
        .filter(|name| !stays.contains(name))
        .collect();
    let pressed = presses_keep_the_keyboard(&mut desk, &away);
    assert!(pressed > steps / 2, "{pressed} of {stops:?}");
}

#[test]
fn every_control_of_the_settings_keeps_the_keyboard_when_it_is_pressed() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::Settings));
    desk.app.preferences.settings.welcome = Welcome::Skipped;
    let before = desk.app.preferences.settings.clone();
    let elsewhere = settings_screen::Section::ALL.map(settings_screen::Section::name);
    // What has one end only is not back after two presses.
    let mut pressed = 0;
    let away = [
        data::erase(),
        data::import_title(),
        about::copy_version(),
        crate::words::settings::get_ready(),
    ];
    let below = settings_screen::Chapter::ALL.map(settings_screen::Chapter::name);
    let away = [away.as_slice(), elsewhere.as_slice(), below.as_slice()].concat();
    for section in settings_screen::Section::ALL {
        let section = settings_screen::Message::Section(section);
        desk.send(Message::Settings(section));
        pressed += presses_keep_the_keyboard(&mut desk, &away);
    }
    assert!(pressed > 10, "{pressed}");
    assert_eq!(
        desk.app.preferences.settings, before,
        "switches are back where they were"
    );
}

#[test]
fn arrows_go_from_card_to_card() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::Routines));
    desk.press(Stroke::Right);
    desk.press(Stroke::Right);
    desk.press(Stroke::Enter);
    assert!(desk.says("Standing Post-Run Knee Reset"));
}

#[test]
fn escape_on_a_page_leads_towards_today() {
    let mut desk = Desk::open();
    for place in [Tab::Routines, Tab::Settings] {
        desk.send(Message::Go(place));
        desk.press(Stroke::Escape);
        assert!(matches!(desk.app.screens.open, Screen::Today(_)));
    }
    desk.press(Stroke::Escape);
    assert!(matches!(desk.app.screens.open, Screen::Today(_)));
}
