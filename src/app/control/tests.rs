//! The keyboard among controls: where it goes, what it presses, and what is heard.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod demo;
mod test_support;

use super::put::{Find, How};
use super::{Kind, Stop};
use demo::{Demo, LONG_LIST, Message};
use iced::Point;
use iced::advanced::widget::operation::focusable;
use iced::keyboard::{Key, Modifiers, key::Named};
use test_support::Trial;

fn ring_is_around(trial: &mut Trial, id: &str) {
    let ring = trial
        .ring()
        .unwrap_or_else(|| panic!("no ring around {id}"));
    let expected = trial.stop(id).bounds.expand(5.0);
    let is_near = |a: f32, b: f32| (a - b).abs() <= 2.0;
    assert!(
        is_near(ring.x, expected.x)
            && is_near(ring.y, expected.y)
            && is_near(ring.width, expected.width)
            && is_near(ring.height, expected.height),
        "{id}: {ring:?} {expected:?}"
    );
}

fn is_whole(stop: &Stop) -> bool {
    stop.seen
        .is_some_and(|seen| (seen.height - stop.bounds.height).abs() < 0.1)
}

/// Moves the keyboard there as a task of iced would, after a key.
fn on(trial: &mut Trial, id: &'static str) {
    let _ = trial.tab();
    trial.operate(Box::new(focusable::focus(id.into())));
    let _ = trial.redraw();
    assert_eq!(trial.focus().as_deref(), Some(id));
}

#[test]
fn tab_reaches_controls_groups_and_fields_in_order_and_goes_round() {
    let mut trial = Trial::new();
    assert_eq!(
        trial.focus().as_deref(),
        Some("Right"),
        "the first of the page, at its chosen member"
    );
    // The first Tab shows where one is.
    let mut seen = Vec::new();
    for _ in 0..9 {
        seen.push(trial.tab().unwrap_or_default());
    }
    assert_eq!(
        seen,
        [
            "Right", "maybe", "reverse", "score-0", "words", "card-0", "star-0", "erase-0",
            "card-1"
        ]
    );
    on(&mut trial, "after");
    assert_eq!(
        trial.tab().as_deref(),
        Some("Today"),
        "round to the sidebar"
    );
    assert_eq!(trial.back_tab().as_deref(), Some("after"));
    on(&mut trial, "Settings");
    assert_eq!(trial.tab().as_deref(), Some("Right"));
}

#[test]
fn operations_of_iced_reach_them_too() {
    let mut trial = Trial::new();
    on(&mut trial, "reverse");
    for expected in ["score-0", "words", "card-0"] {
        trial.operate(Box::new(focusable::focus_next()));
        assert_eq!(trial.focus().as_deref(), Some(expected));
    }
    trial.operate(Box::new(focusable::focus_previous()));
    assert_eq!(trial.focus().as_deref(), Some("words"));
    // Of a group they reach the current member only.
    trial.operate(Box::new(focusable::focus("score-7".into())));
    assert_eq!(trial.focus(), None);
    // Ours reaches every member, and scrolls.
    trial.operate(Box::new(Find::new("score-7", How::Quietly)));
    assert_eq!(trial.focus().as_deref(), Some("score-7"));
    trial.operate(Box::new(Find::new("star-33", How::Quietly)));
    assert_eq!(trial.focus().as_deref(), Some("star-33"));
    let stop = trial.stop("star-33");
    assert!(is_whole(&stop), "{stop:?}");
}

#[test]
fn enter_and_space_press_the_content_and_no_message_is_known() {
    let mut trial = Trial::new();
    on(&mut trial, "reverse");
    assert_eq!(trial.press(Named::Enter), [Message::Reverse]);
    assert!(trial.was_captured);
    assert_eq!(trial.press(Named::Space), [Message::Reverse]);
    assert!(trial.was_captured);
    // Held down it is one press.
    assert_eq!(
        trial.key(Key::Named(Named::Enter), Modifiers::empty(), true),
        []
    );
    assert!(trial.was_captured);
    assert_eq!(
        trial.key(Key::Named(Named::Enter), Modifiers::CTRL, false),
        []
    );
    // A card with controls in it, and one of these.
    on(&mut trial, "card-3");
    assert_eq!(trial.press(Named::Enter), [Message::Card(3)]);
    on(&mut trial, "star-3");
    assert_eq!(trial.press(Named::Enter), [Message::Star(3)]);
}

#[test]
fn space_is_a_letter_in_a_field_and_the_pages_while_no_ring_is_shown() {
    let mut trial = Trial::new();
    assert_eq!(trial.press(Named::Space), []);
    assert!(!trial.was_captured, "a page may use it");
    on(&mut trial, "words");
    assert_eq!(trial.press(Named::Space), [Message::Typed(" ".into())]);
    assert_eq!(trial.press(Named::Enter), []);
    assert_eq!(trial.tab().as_deref(), Some("card-0"), "and Tab leaves it");
    trial.demo.update(Message::Go(2));
    let _ = trial.redraw();
    on(&mut trial, "note");
    assert_eq!(trial.press(Named::Space), [Message::Edited]);
    assert_eq!(
        trial.tab().as_deref(),
        Some("Today"),
        "and leaves an editor of lines"
    );
}

#[test]
fn arrows_move_within_a_group_and_tab_leaves_it() {
    let mut trial = Trial::new();
    let _ = trial.tab();
    let _ = trial.press(Named::ArrowRight);
    assert_eq!(trial.focus().as_deref(), Some("Both"));
    let _ = trial.press(Named::ArrowRight);
    assert_eq!(trial.focus().as_deref(), Some("Both"));
    assert!(trial.was_captured, "at the end it is still the group's");
    let _ = trial.press(Named::Home);
    assert_eq!(trial.focus().as_deref(), Some("Left"));
    assert_eq!(trial.press(Named::Enter), [Message::Side(0)]);
    assert_eq!(trial.focus().as_deref(), Some("Left"));
    on(&mut trial, "score-0");
    for _ in 0..12 {
        let _ = trial.press(Named::ArrowRight);
    }
    assert_eq!(trial.focus().as_deref(), Some("score-10"));
    assert_eq!(trial.press(Named::Space), [Message::Score(10)]);
    assert_eq!(trial.tab().as_deref(), Some("words"));
    assert_eq!(
        trial.back_tab().as_deref(),
        Some("score-10"),
        "back to the chosen one"
    );
    // A control that is no group leaves arrows to the page.
    on(&mut trial, "reverse");
    let _ = trial.press(Named::ArrowRight);
    assert!(!trial.was_captured);
}

#[test]
fn one_widget_is_several_controls() {
    let mut trial = Trial::new();
    trial.demo.update(Message::Go(2));
    let _ = trial.redraw();
    assert_eq!(trial.focus().as_deref(), Some("continue"));
    let _ = trial.tab();
    assert_eq!(trial.tab().as_deref(), Some("place-0"));
    let _ = trial.press(Named::ArrowDown);
    let _ = trial.press(Named::ArrowRight);
    let _ = trial.press(Named::ArrowRight);
    let _ = trial.press(Named::ArrowRight);
    assert_eq!(trial.focus().as_deref(), Some("place-5"));
    assert_eq!(trial.press(Named::Space), [Message::Place(5)]);
    assert_eq!(trial.focus().as_deref(), Some("place-5"));
    let place = trial.stop("place-5").bounds;
    let ring = trial.ring().expect("a ring around the place");
    assert!(
        (ring.center().x - place.center().x).abs() < 1.0,
        "{ring:?} {place:?}"
    );
    assert_eq!(trial.tab().as_deref(), Some("note"));
    assert_eq!(trial.back_tab().as_deref(), Some("place-5"));
    // The pointer too.
    assert_eq!(trial.click_on("place-1"), [Message::Place(1)]);
    assert_eq!(trial.focus().as_deref(), Some("place-1"));
    let heard = trial.hear();
    let marked: Vec<_> = heard
        .iter()
        .filter(|(_, about, _)| about.kind == Kind::Toggle(true))
        .filter_map(|(_, about, _)| about.name.clone())
        .collect();
    assert_eq!(marked, ["Place 1", "Place 5"]);
    assert_eq!(trial.ask_press("place-2"), [Message::Place(2)]);
}

#[test]
fn what_is_off_is_passed_by_but_keeps_the_keyboard_while_it_has_it() {
    let mut trial = Trial::new();
    on(&mut trial, "maybe");
    assert_eq!(trial.press(Named::Enter), [Message::Maybe]);
    assert!(trial.demo.is_off);
    assert_eq!(trial.focus().as_deref(), Some("maybe"));
    assert_eq!(trial.press(Named::Enter), []);
    assert!(trial.was_captured);
    assert_eq!(trial.tab().as_deref(), Some("reverse"));
    assert_eq!(trial.back_tab().as_deref(), Some("Right"));
    trial.operate(Box::new(focusable::focus_next()));
    assert_eq!(trial.focus().as_deref(), Some("reverse"), "for iced too");
}

#[test]
fn a_dialog_keeps_the_keyboard_and_gives_it_back() {
    let mut trial = Trial::new();
    on(&mut trial, "erase-2");
    assert_eq!(trial.press(Named::Enter), [Message::Ask(2)]);
    assert_eq!(
        trial.focus().as_deref(),
        Some("keep"),
        "where it says it begins"
    );
    ring_is_around(&mut trial, "keep");
    for expected in ["erase", "keep", "erase"] {
        assert_eq!(trial.tab().as_deref(), Some(expected));
    }
    assert_eq!(trial.map().stops.len(), 2);
    let ids: Vec<_> = trial
        .hear()
        .into_iter()
        .map(|(_, about, _)| about.kind)
        .collect();
    assert_eq!(ids, [Kind::Dialog, Kind::Button, Kind::Button]);
    // Escape closes the dialog, not the page.
    assert_eq!(trial.press(Named::Escape), [Message::Keep]);
    assert_eq!(trial.focus().as_deref(), Some("erase-2"));
    ring_is_around(&mut trial, "erase-2");
    // What it was opened from is gone.
    let _ = trial.press(Named::Enter);
    let _ = trial.back_tab();
    assert_eq!(trial.press(Named::Enter), [Message::Erase(2)]);
    let focus = trial.focus();
    assert_eq!(focus.as_deref(), Some("erase-3"), "what is in its place");
    ring_is_around(&mut trial, "erase-3");
    // A press on what is behind closes it and does nothing else.
    let _ = trial.press(Named::Enter);
    assert_eq!(trial.click(Point::new(60.0, 30.0)), [Message::Keep]);
    assert_eq!(trial.focus().as_deref(), Some("erase-3"));
}

#[test]
fn a_field_behind_a_dialog_hears_no_letters() {
    let mut trial = Trial::new();
    on(&mut trial, "words");
    trial.demo.update(Message::Ask(1));
    let _ = trial.redraw();
    assert_eq!(trial.focus().as_deref(), Some("keep"));
    assert_eq!(
        trial.key(Key::Character("x".into()), Modifiers::empty(), false),
        []
    );
    assert_eq!(trial.press(Named::Escape), [Message::Keep]);
    assert_eq!(trial.focus().as_deref(), Some("words"));
    assert_eq!(
        trial.key(Key::Character("x".into()), Modifiers::empty(), false),
        [Message::Typed("x".into())]
    );
    // Escape first leaves the field, then the page.
    assert_eq!(trial.press(Named::Escape), []);
    assert_eq!(trial.focus(), None);
    assert_eq!(trial.press(Named::Escape), [Message::Back]);
    assert_eq!(
        trial.tab().as_deref(),
        Some("card-0"),
        "Tab goes on from there"
    );
}

#[test]
fn what_has_the_keyboard_is_in_sight_with_its_ring() {
    let mut trial = Trial::new();
    on(&mut trial, "words");
    for _ in 0..40 {
        let focus = trial.tab();
        let stop = trial.stop(focus.as_deref().unwrap());
        assert!(is_whole(&stop), "{focus:?} {stop:?}");
        let ring = trial.ring().expect("a ring");
        let expected = stop.bounds.expand(5.0);
        assert!((ring.y - expected.y).abs() <= 1.0, "{ring:?} {expected:?}");
        assert!(
            (ring.height - expected.height).abs() <= 2.0,
            "{ring:?} {expected:?}"
        );
    }
    on(&mut trial, "after");
    assert_eq!(trial.back_tab().as_deref(), Some("erase-39"));
    let stop = trial.stop("erase-39");
    assert!(is_whole(&stop));
    for _ in 0..130 {
        let _ = trial.back_tab();
    }
}

#[test]
fn the_ring_takes_no_room_and_shows_after_keys_only() {
    let mut trial = Trial::new();
    let before: Vec<_> = trial.map().stops.iter().map(|stop| stop.bounds).collect();
    assert_eq!(trial.ring(), None, "it rests without a ring");
    let _ = trial.tab();
    let ring = trial.ring().expect("a ring");
    let stop = trial.stop("Right").bounds.expand(5.0);
    assert!((ring.x - stop.x).abs() <= 1.0 && (ring.width - stop.width).abs() <= 2.0);
    let after: Vec<_> = trial.map().stops.iter().map(|stop| stop.bounds).collect();
    assert_eq!(before, after);
    // The pointer takes the ring away and moves the rest.
    assert_eq!(trial.click_on("reverse"), [Message::Reverse]);
    assert_eq!(trial.focus().as_deref(), Some("reverse"));
    assert_eq!(trial.ring(), None);
    // Beside everything: it rests where it was.
    let _ = trial.click(Point::new(300.0, 635.0));
    assert_eq!(trial.focus().as_deref(), Some("reverse"));
    // The first Tab shows where one is.
    assert_eq!(trial.tab().as_deref(), Some("reverse"));
    assert!(trial.ring().is_some());
    assert_eq!(trial.tab().as_deref(), Some("score-0"));
    // A field the pointer is in, then a control: one focus.
    let _ = trial.click_on("words");
    assert_eq!(trial.focus().as_deref(), Some("words"));
    let _ = trial.click_on("star-39");
    assert_eq!(trial.focus().as_deref(), Some("star-39"));
    let _ = trial.click_on("words");
    assert_eq!(
        trial.tab().as_deref(),
        Some("card-39"),
        "a caret shows where one is"
    );
}

#[test]
fn it_stays_on_the_same_thing_when_views_are_made_anew() {
    let mut trial = Trial::new();
    on(&mut trial, "card-1");
    trial.demo.update(Message::Reverse);
    let _ = trial.redraw();
    assert_eq!(
        trial.focus().as_deref(),
        Some("card-1"),
        "at the other end of the list now"
    );
    let stop = trial.stop("card-1");
    assert!(is_whole(&stop), "and in sight");
    trial.demo.cards.retain(|card| *card != 1);
    let _ = trial.redraw();
    assert!(trial.focus().is_some(), "something near it");
}

#[test]
fn a_page_begins_at_its_main_control_and_takes_no_state_over() {
    let mut trial = Trial::new();
    on(&mut trial, "Routines");
    assert_eq!(trial.press(Named::Enter), [Message::Go(1)]);
    assert_eq!(trial.focus().as_deref(), Some("start"));
    // A key led here.
    ring_is_around(&mut trial, "start");
    // Another page of the same form.
    assert_eq!(trial.click_on("other"), [Message::Maybe]);
    assert_eq!(trial.focus().as_deref(), Some("other"));
    assert_eq!(trial.click_on("Settings"), [Message::Go(3)]);
    assert_eq!(trial.focus().as_deref(), Some("start"));
    assert_eq!(trial.ring(), None, "the pointer led here");
    assert_eq!(trial.press(Named::Escape), [Message::Back]);
    assert_eq!(trial.focus().as_deref(), Some("Right"));
    // Back on a page, the keyboard is where it was.
    on(&mut trial, "reverse");
    trial.demo.update(Message::Go(1));
    let _ = trial.redraw();
    assert_eq!(
        trial.focus().as_deref(),
        Some("other"),
        "it was clicked above"
    );
    trial.demo.update(Message::Go(0));
    let _ = trial.redraw();
    assert_eq!(trial.focus().as_deref(), Some("reverse"));
}

#[test]
fn everything_is_heard_with_name_kind_and_state_in_one_walk() {
    let mut trial = Trial::new();
    on(&mut trial, "words");
    let heard = trial.hear();
    let nameless: Vec<_> = heard
        .iter()
        .filter(|(_, about, _)| about.name.is_none())
        .collect();
    assert!(nameless.is_empty(), "{nameless:?}");
    let focused: Vec<_> = heard
        .iter()
        .filter(|(_, about, _)| about.is_focused)
        .collect();
    assert_eq!(focused.len(), 1);
    assert_eq!(focused[0].1.kind, Kind::Input);
    let (_, main, _) = heard
        .iter()
        .find(|(_, about, _)| about.kind == Kind::Main)
        .unwrap();
    assert_eq!(main.name.as_deref(), Some("Today"));
    let sides: Vec<_> = heard
        .iter()
        .filter(|(_, about, _)| matches!(about.kind, Kind::Choice(_)))
        .skip(4)
        .take(3)
        .map(|(depth, about, _)| (*depth, about.name.clone().unwrap(), about.kind))
        .collect();
    assert_eq!(
        sides,
        [
            (2, "Left".to_owned(), Kind::Choice(false)),
            (2, "Right".to_owned(), Kind::Choice(true)),
            (2, "Both".to_owned(), Kind::Choice(false)),
        ]
    );
    assert_eq!(trial.ask_press("card-7"), [Message::Card(7)]);
    // Every focusable thing is a control or stands in one.
    assert!(trial.map().stops.iter().all(|stop| stop.id.is_some()));
}

#[test]
fn the_simulator_of_iced_presses_tab_and_sees_the_focus() {
    use iced_test::selector;
    let demo = Demo::default();
    let mut ui =
        iced_test::Simulator::with_size(iced::Settings::default(), (900.0, 640.0), demo.view());
    let space = ui.tap_key(Key::Named(Named::Space));
    assert_eq!(
        space,
        iced::event::Status::Ignored,
        "the view was not made anew, and no ring is shown"
    );
    let _ = ui.tap_key(Key::Named(Named::Tab));
    let _ = ui.tap_key(Key::Named(Named::Tab));
    let focused = ui
        .find(selector::is_focused())
        .expect("something is focused");
    assert!(format!("{focused:?}").contains("maybe"), "{focused:?}");
    let _ = ui.tap_key(Key::Named(Named::Enter));
    let messages: Vec<_> = ui.into_messages().collect();
    assert_eq!(messages, [Message::Maybe]);
}

/// Lists within a list, and one that scrolls to the side.
#[test]
fn nested_scrollables_all_scroll_so_that_it_is_seen() {
    use super::{control, keyboard};
    use iced::Element;
    use iced::widget::{Space, button, column, row, scrollable};
    use iced_test::{Simulator, selector};

    let inner = column((0..40).map(|index| -> Element<'_, usize> {
        control(Kind::Button, button("inner").on_press(index)).into()
    }));
    let aside = row((40..60).map(|index| -> Element<'_, usize> {
        control(Kind::Button, button("aside").on_press(index)).into()
    }));
    let view: Element<'_, usize> = keyboard(
        true,
        scrollable(column![
            Space::new().height(700),
            scrollable(inner).height(100),
            Space::new().height(700),
            scrollable(aside).width(300).horizontal(),
        ]),
    );
    let mut ui = Simulator::with_size(iced::Settings::default(), (400.0, 300.0), view);
    let mut back = iced_test::simulator::press_key(Named::Tab, None);
    if let iced::Event::Keyboard(iced::keyboard::Event::KeyPressed { modifiers, .. }) = &mut back {
        *modifiers = Modifiers::SHIFT;
    }
    // Forth, and back from the other end.
    for (index, is_back) in (0..60)
        .map(|index| (index, false))
        .chain((0..60).map(|index| (index, true)))
    {
        if is_back {
            let _ = ui.simulate([back.clone()]);
        } else {
            let _ = ui.tap_key(Key::Named(Named::Tab));
        }
        let found = ui
            .find(selector::is_focused())
            .expect("something is focused");
        let (bounds, seen) = (found.bounds(), found.visible_bounds());
        let seen = seen.unwrap_or_else(|| panic!("{index} is not seen: {found:?}"));
        // iced rounds what is scrolled to whole pixels.
        let is_seen =
            (seen.height - bounds.height).abs() < 1.0 && (seen.width - bounds.width).abs() < 1.0;
        assert!(is_seen, "{index}: {seen:?} {bounds:?}");
        if !is_back {
            let _ = ui.tap_key(Key::Named(Named::Enter));
        }
        if index == 59 {
            // From the last to the first, so that everything has to scroll at once.
            let _ = ui.tap_key(Key::Named(Named::Tab));
        }
    }
    let pressed: Vec<_> = ui.into_messages().collect();
    assert_eq!(pressed, (0..60).collect::<Vec<_>>());
}

/// A press begun on one page is not ended on another that has the same widgets.
#[test]
fn a_press_half_done_does_not_go_over_to_another_page() {
    use iced::advanced::mouse;
    let mut trial = Trial::new();
    trial.demo.update(Message::Go(1));
    let _ = trial.redraw();
    let at = trial.stop("start").bounds.center();
    trial.point(at);
    let _ = trial.event(&iced::Event::Mouse(mouse::Event::ButtonPressed(
        mouse::Button::Left,
    )));
    trial.demo.update(Message::Go(3));
    let _ = trial.redraw();
    let released = trial.event(&iced::Event::Mouse(mouse::Event::ButtonReleased(
        mouse::Button::Left,
    )));
    assert_eq!(released, []);
}

#[test]
fn tab_goes_through_a_list_that_builds_only_what_is_in_sight() {
    let mut trial = Trial::new();
    trial.demo.update(Message::Go(LONG_LIST));
    let _ = trial.redraw();
    let _ = trial.tab();
    for row in 1..200 {
        assert_eq!(trial.tab(), Some(format!("row-{row}")));
        assert!(trial.map().stops.len() < 20);
    }
    assert_eq!(trial.tab().as_deref(), Some("below"));
    for row in (0..200).rev() {
        assert_eq!(trial.back_tab(), Some(format!("row-{row}")));
    }
}

#[test]
fn what_is_scrolled_away_by_the_wheel_comes_back_with_the_keyboard() {
    use iced::advanced::mouse;
    let mut trial = Trial::new();
    trial.demo.update(Message::Go(LONG_LIST));
    let _ = trial.redraw();
    for _ in 0..4 {
        let _ = trial.tab();
    }
    assert_eq!(trial.focus().as_deref(), Some("row-3"));
    trial.point(Point::new(300.0, 150.0));
    let wheel = |y| {
        iced::Event::Mouse(mouse::Event::WheelScrolled {
            delta: mouse::ScrollDelta::Pixels { x: 0.0, y },
        })
    };
    let _ = trial.event(&wheel(-2_000.0));
    let _ = trial.redraw();
    let offset = trial.demo.scrolled.0;
    assert!(offset > 1_900.0, "{offset}");
    assert_eq!(trial.focus(), None);
    let _ = trial.redraw();
    assert_eq!(
        trial.demo.scrolled.0, offset,
        "it does not scroll back by itself"
    );
    // Back so far that it is built again, but not yet seen.
    let _ = trial.event(&wheel(offset - 175.0));
    let _ = trial.redraw();
    assert_eq!(trial.focus().as_deref(), Some("row-3"));
    assert_eq!(
        trial.demo.scrolled.0, 175.0,
        "nothing but the wheel scrolls"
    );
    let _ = trial.event(&wheel(2_000.0));
    let _ = trial.redraw();
    ring_is_around(&mut trial, "row-3");
    // Erased by a key: what stands in its place.
    assert!(trial.press(Named::Enter).contains(&Message::Row(3)));
    assert_eq!(trial.focus().as_deref(), Some("row-4"));
}
