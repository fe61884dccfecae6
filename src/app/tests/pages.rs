//! The keyboard on the pages around the player.

use super::*;
use settings_screen::Message as Setting;

#[test]
fn tab_goes_through_the_page_and_then_the_sidebar_round_and_round() {
    let mut desk = Desk::open();
    let stops = match &desk.app.screens.open {
        Screen::Today(today) => today.stops().len(),
        other => panic!("{other:?}"),
    };
    desk.tab(stops);
    let on_page = |desk: &Desk| match &desk.app.screens.open {
        Screen::Today(today) => today.focus.is_shown(),
        other => panic!("{other:?}"),
    };
    assert!(on_page(&desk));
    let mut places = Vec::new();
    for _ in 0..5 {
        desk.tab(1);
        places.push(desk.app.focused_place);
        assert!(!on_page(&desk), "one ring at a time");
    }
    assert_eq!(
        places,
        [
            Some(Tab::Today),
            Some(Tab::Routines),
            Some(Tab::KneeMap),
            Some(Tab::Progress),
            Some(Tab::Settings)
        ]
    );
    desk.tab(1);
    assert_eq!(desk.app.focused_place, None);
    assert!(on_page(&desk));
    // And backwards.
    desk.press(Stroke::Tab(Direction::Back));
    assert_eq!(desk.app.focused_place, Some(Tab::Settings));
    for _ in 0..3 {
        desk.press(Stroke::Tab(Direction::Back));
    }
    desk.press(Stroke::Enter);
    assert!(matches!(desk.app.screens.open, Screen::Routines(_)));
    assert_eq!(desk.app.focused_place, None);
}

#[test]
fn the_pointer_takes_the_ring_away_wherever_it_is() {
    for tabs in [1, 5] {
        let mut desk = Desk::open();
        desk.tab(tabs);
        assert!(desk.app.is_focus_shown());
        desk.send(Message::Pointer);
        assert!(!desk.app.is_focus_shown(), "after {tabs} tabs");
    }
}

#[test]
fn enter_presses_the_main_action_without_a_ring() {
    let mut desk = Desk::open();
    desk.press(Stroke::Enter);
    assert_eq!(desk.app.title(), "Kneewise: Post-Run Knee Reset");
}

#[test]
fn a_stepper_can_be_pressed_again_and_again() {
    let mut desk = Desk::open();
    desk.send(Message::Today(today_screen::Message::SeeSteps));
    // Start, then less time.
    desk.tab(2);
    for _ in 0..3 {
        desk.press(Stroke::Enter);
    }
    assert_eq!(desk.app.preferences.settings.get_ready_seconds, Some(2));
    desk.tab(1);
    desk.press(Stroke::Space);
    assert_eq!(desk.app.preferences.settings.get_ready_seconds, Some(3));
}

#[test]
fn every_control_of_a_routine_keeps_the_keyboard_when_it_is_pressed() {
    let mut desk = Desk::open();
    desk.send(Message::Today(today_screen::Message::SeeSteps));
    let stops = match &desk.app.screens.open {
        Screen::Routine(detail) => detail.stops(),
        other => panic!("{other:?}"),
    };
    for (index, stop) in stops.iter().enumerate() {
        desk.tab(1);
        // Unfolded and folded again, so that what comes next is what came next.
        let presses = match stop {
            routine::Message::LessTime
            | routine::Message::MoreTime
            | routine::Message::FirstSide(_)
            | routine::Message::Countdown => 1,
            routine::Message::Unfold(_) => 2,
            // These lead to another page.
            _ => 0,
        };
        for _ in 0..presses {
            desk.press(Stroke::Space);
        }
        match &desk.app.screens.open {
            Screen::Routine(detail) => assert!(detail.focus.is_on(stop), "{index}: {stop:?}"),
            _ => panic!("{stop:?} led away"),
        }
    }
}

#[test]
fn every_control_of_the_settings_keeps_the_keyboard_when_it_is_pressed() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::Settings));
    let stops = match &desk.app.screens.open {
        Screen::Settings(screen) => screen.stops(false, true),
        other => panic!("{other:?}"),
    };
    let mut changed = 0;
    for _ in &stops {
        desk.tab(1);
        let Screen::Settings(screen) = &desk.app.screens.open else {
            panic!("not the settings");
        };
        let stop = screen.focus.current(&stops).unwrap();
        let before = desk.app.preferences.settings.clone();
        for _ in 0..2 {
            desk.press(Stroke::Enter);
            let Screen::Settings(screen) = &desk.app.screens.open else {
                panic!("not the settings");
            };
            // A question has the keyboard until it is answered.
            let asks = screen.stops(false, true) != stops;
            assert!(asks || screen.focus.is_on(&stop), "{stop:?}");
        }
        let Screen::Settings(screen) = &desk.app.screens.open else {
            panic!("not the settings");
        };
        assert!(screen.focus.is_on(&stop), "{stop:?}");
        if matches!(stop, Setting::Quieter) {
            assert_eq!(desk.app.preferences.settings.volume.percent(), 60);
        }
        changed += usize::from(before != desk.app.preferences.settings);
    }
    // Quieter, louder, the right side first, light and dark; switches are back where they were.
    assert_eq!(changed, 5);
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
