//! The page of a routine as a way in: beginning anywhere, easier versions, whom it serves, and the pages of exercises.

use super::*;
use crate::app::screen::Page;
use crate::content::RESET;
use crate::words::{exercise as words, knee_map as map_words, page as page_words};

/// The page of a bundled routine.
fn routine_page(id: &str) -> Desk {
    let mut desk = Desk::open();
    let content = &desk.app.library.content;
    let routine = Arc::clone(content.routine(id).unwrap());
    let task = desk.app.show(routine);
    for message in messages(task) {
        desk.send(message);
    }
    desk
}

fn detail(desk: &Desk) -> &Detail {
    match &desk.app.screens.open {
        Screen::Routine(detail) => detail,
        _ => panic!("not the page of a routine"),
    }
}

fn exercise_page(desk: &Desk) -> &ExercisePage {
    match &desk.app.screens.open {
        Screen::Exercise(page) => page,
        _ => panic!("not the page of an exercise"),
    }
}

#[test]
fn a_routine_begins_at_the_row_one_points_at_and_not_while_a_knee_waits() {
    let mut desk = routine_page(RESET);
    desk.send(Message::Routine(routine::Message::StartFrom(2)));
    let step = desk.playback().current().step_index();
    assert!(step > 1, "not from the start but from step {step}");
    desk.send(Message::Player(player::Message::Leave));
    let _ = detail(&desk);

    desk.find_red_flag();
    desk.send(Message::Routine(routine::Message::StartFrom(2)));
    assert!(matches!(desk.app.screens.open, Screen::Finding(_)));
}

#[test]
fn an_easier_version_is_chosen_for_this_time_and_kept_when_it_is_played_again() {
    let mut desk = Desk::open();
    let task = desk.app.show(test_support::routine(SHORT));
    let _ = messages(task);
    assert!(desk.says("Wall lean") && !desk.says("Seated lean"));
    desk.send(Message::Routine(routine::Message::Unfold(0)));
    assert!(desk.says("Seated lean") && desk.says(words::easier_today()));
    desk.send(Message::Routine(routine::Message::Easier(0)));
    assert!(!desk.says("Wall lean"));

    desk.send(Message::Routine(routine::Message::Start));
    for _ in 0..2 {
        assert!(desk.says("Seated lean") && !desk.says("Wall lean"));
        desk.send(Message::Player(player::Message::Stop));
        desk.send(Message::Player(player::Message::Again));
    }
    desk.send(Message::Player(player::Message::Leave));
    desk.send(Message::Routine(routine::Message::Easier(0)));
    desk.send(Message::Routine(routine::Message::Start));
    assert!(desk.says("Wall lean"), "and not for good");
}

#[test]
fn a_routine_names_whom_it_serves_and_leads_there_and_back() {
    let mut desk = routine_page("pre-run-dynamic");
    assert!(desk.says(words::serves()) && desk.says("Runner’s knee"));
    let condition = crate::knee::ConditionId::PatellofemoralPain;
    desk.send(Message::Routine(routine::Message::Condition(condition)));
    assert!(desk.says(crate::words::conditions::what_it_feels_like()));
    desk.press(Stroke::Escape);
    let _ = detail(&desk);
    desk.click(words::check_on_map());
    assert!(desk.says(map_words::which_knee()));
}

#[test]
fn a_step_leads_to_its_exercise_and_on_and_all_the_way_back() {
    let mut desk = routine_page("pfp-early");
    desk.send(Message::Routine(routine::Message::Exercise(0)));
    let first = exercise_page(&desk).name().into_owned();
    assert!(desk.says(&first) && desk.says(words::part_of()) && desk.says(words::you_need()));
    desk.send(Message::Exercise(exercise::Message::Routine(0)));
    assert_eq!(&*detail(&desk).loaded().routine.id, "pfp-early");
    for _ in 0..2 {
        desk.press(Stroke::Escape);
    }
    let _ = detail(&desk);
    desk.press(Stroke::Escape);
    assert!(matches!(desk.app.screens.open, Screen::Today(_)));
}

#[test]
fn a_figure_is_turned_by_dragging_and_by_arrows_and_turned_back() {
    let mut desk = routine_page(RESET);
    desk.send(Message::Routine(routine::Message::Exercise(0)));
    assert!(desk.says(words::turn_it()));
    desk.press(Stroke::Right);
    assert!((exercise_page(&desk).turn() - 15.0).abs() < 1e-3);
    desk.press(Stroke::Left);
    desk.press(Stroke::Left);
    assert!((exercise_page(&desk).turn() - 345.0).abs() < 1e-3);
    desk.click(words::turn_back());
    assert_eq!(exercise_page(&desk).turn(), 0.0);

    // Held in the middle of the stage and dragged a hundred pixels to the right.
    let said: Vec<Message> = {
        use iced::Event;
        use iced::mouse::{Button, Event as Mouse};
        let mut window = desk.window();
        let (from, to) = (
            iced::Point::new(450.0, 400.0),
            iced::Point::new(550.0, 400.0),
        );
        window.point_at(from);
        let _ = window.simulate([Event::Mouse(Mouse::ButtonPressed(Button::Left))]);
        window.point_at(to);
        let _ = window.simulate([
            Event::Mouse(Mouse::CursorMoved { position: to }),
            Event::Mouse(Mouse::ButtonReleased(Button::Left)),
            Event::Mouse(Mouse::CursorMoved { position: from }),
        ]);
        window.into_messages().collect()
    };
    assert_eq!(said.len(), 1, "let go, it stays: {said:?}");
    for message in said {
        desk.send(message);
    }
    assert!((exercise_page(&desk).turn() - 50.0).abs() < 1e-3);
}

#[test]
fn figures_of_a_long_list_are_prepared_where_they_are_seen() {
    let desk = routine_page("full-body-cross-training");
    let theme = theme::light();
    let _ = test_support::colour_at(&mut desk.window(), &theme, iced::Point::new(10.0, 10.0));
    let (made, all) = detail(&desk).figures();
    assert!(made > 2 && made < all, "{made} of {all}");
}

#[test]
pub fn pages_of_exercises_have_room_for_their_texts() {
    for size in SIZES {
        let mut desk = routine_page("pfp-early");
        desk.resize(size);
        desk.send(Message::Routine(routine::Message::Unfold(0)));
        layout::look_at(&desk, "an unfolded step");
        desk.send(Message::Routine(routine::Message::Exercise(0)));
        layout::look_at(&desk, "an exercise");
        desk.press(Stroke::Right);
        layout::look_at(&desk, "an exercise, turned");
    }
}

#[test]
fn every_exercise_has_a_page() {
    let (content, _) = crate::content::Content::read();
    let collection = exercise::Collection {
        own: &[],
        catalogue: &content.catalogue,
        routines: &content.routines,
    };
    for one in content.catalogue.iter() {
        let page = ExercisePage::new(
            Arc::clone(one),
            None,
            &collection,
            page_words::routines().into(),
        );
        let mut window =
            test_support::window(SIZES[1], page.view(&test_support::viewport(SIZES[1])));
        assert!(window.find(one.name.as_str()).is_ok(), "{}", one.id);
        assert!(window.find(words::part_of()).is_ok(), "{}", one.id);
    }
}
