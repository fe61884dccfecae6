//! The list of conditions and their pages: found, read, copied, and left again.

use super::layout::{look_at, look_for_overlaps};
use super::*;
use crate::app::screen::condition::Message as Page;
use crate::app::screen::conditions::Message as List;
use crate::knee::{Area, Care, ConditionId};
use crate::words::{conditions as words, knee_map, page};

/// The list of all conditions.
fn list_of_all() -> Desk {
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::KneeMap));
    desk.click(knee_map::browse());
    assert!(desk.says(words::title()));
    desk
}

fn read(desk: &mut Desk, condition: ConditionId) {
    desk.send(Message::Conditions(List::Open(condition)));
}

#[test]
fn every_condition_can_be_read_about_and_left_again() {
    let mut desk = list_of_all();
    desk.click("IT band syndrome");
    assert!(desk.says(words::why_it_happens()));
    assert!(desk.says(knee_map::guide_not_diagnosis()));
    assert!(desk.says(words::name()), "the way back names the list");
    desk.press(Stroke::Escape);
    assert!(desk.says(words::title()));
    desk.press(Stroke::Escape);
    assert!(desk.says(knee_map::which_knee()));
}

#[test]
fn slash_and_control_f_lead_to_the_search_and_escape_empties_it_first() {
    let mut desk = list_of_all();
    let is_searching = |desk: &mut Desk| desk.focused_name() == words::search();
    desk.send(Message::Conditions(List::Area(Some(Area::Whole))));
    assert!(!is_searching(&mut desk));
    desk.type_in('/');
    assert!(is_searching(&mut desk));
    desk.send(Message::Conditions(List::Area(None)));
    desk.tab(1);
    assert!(!is_searching(&mut desk));
    desk.press_with_control('f');
    assert!(is_searching(&mut desk));

    desk.send(Message::Conditions(List::Typed(
        "patellofemoral".to_owned(),
    )));
    assert!(
        desk.says(&words::matches(1, "patellofemoral")),
        "{:?}",
        desk.words()
    );
    desk.send(Message::EmptySearch);
    assert!(!desk.says(&words::matches(1, "patellofemoral")));
    assert!(
        desk.says(words::title()),
        "the first press only empties the search"
    );
    // A field keeps the next one, and only loses its cursor.
    desk.press(Stroke::Escape);
    desk.press(Stroke::Escape);
    assert!(desk.says(knee_map::which_knee()));
}

#[test]
fn what_was_searched_for_is_still_there_on_the_way_back() {
    let mut desk = list_of_all();
    desk.send(Message::Conditions(List::Typed("stairs".to_owned())));
    desk.send(Message::Conditions(List::ToRows));
    desk.press(Stroke::Enter);
    assert!(desk.says(words::what_it_feels_like()));
    desk.press(Stroke::Escape);
    let found = |desk: &Desk| {
        let words = desk.words();
        words
            .iter()
            .any(|words| words.content.ends_with("“stairs”"))
    };
    assert!(found(&desk), "{:?}", desk.words());
}

#[test]
fn nothing_found_says_so_and_leads_to_the_knee_map() {
    let mut desk = list_of_all();
    desk.send(Message::Conditions(List::Typed("xylophone".to_owned())));
    assert!(desk.says(&words::matches(0, "xylophone")));
    assert!(desk.says(words::try_another()));
    desk.click(words::show_on_map());
    assert!(desk.says(knee_map::which_knee()));
}

#[test]
fn a_session_that_waits_has_a_way_back_from_the_list() {
    let mut desk = Desk::playing(SHORT);
    desk.play(8);
    desk.send(Message::Player(player::Message::Hurts));
    desk.click(knee_map::show_where());
    desk.click(knee_map::browse());
    assert!(
        !desk.says(page::routines()),
        "nothing leads away from the session"
    );
    desk.click(knee_map::name());
    assert!(desk.says(knee_map::which_knee()));
}

#[test]
fn the_keyboard_gets_to_everything_and_opens_what_it_is_on() {
    let mut desk = list_of_all();
    let before = desk.words().len();
    // The sidebar, the field, the chips and the rows.
    let stops = desk.stops();
    let named = ConditionId::named().count();
    assert_eq!(stops.len(), 5 + 1 + 1 + Area::ALL.len() + named);
    // From the field back to the last row, past the sidebar.
    desk.tab_to(words::search());
    for _ in 0..6 {
        desk.tab_back();
    }
    desk.press(Stroke::Enter);
    assert!(desk.says(words::what_it_feels_like()));
    desk.press(Stroke::Escape);
    assert_eq!(desk.words().len(), before);
}

#[test]
fn what_someone_has_to_see_first_has_no_routine_not_even_one_s_own() {
    let (knowledge, _) = crate::content::knowledge();
    let (content, _) = Content::read();
    let reset = content.routine(crate::content::RESET).unwrap();
    let knowledge = Arc::new(knowledge);
    for id in ConditionId::named() {
        let own = crate::library::RoutineFile {
            summary: Arc::new(crate::catalog::Summary::of(&Routine {
                id: "mine".into(),
                serves: vec![id.id().to_owned()],
                ..Routine::clone(reset)
            })),
            file: std::path::Path::new("mine.ron").into(),
        };
        let page = ConditionPage::new(
            Arc::clone(&knowledge),
            id,
            &content,
            std::slice::from_ref(&own),
            &crate::knee::Findings::default(),
            Side::Left,
            words::name(),
        );
        let starts = page.rows() > 0;
        let is_self_care = matches!(knowledge.condition(id).care, Care::SelfCare(_));
        assert_eq!(starts, is_self_care, "{id:?}");
    }
}

#[test]
fn a_knee_that_waits_locks_the_routines_and_the_page_says_why() {
    let mut desk = list_of_all();
    desk.find_red_flag();
    read(&mut desk, ConditionId::PatellofemoralPain);
    assert!(desk.says(words::routines_wait()));
    assert!(!desk.says(words::start_with_this()));
    desk.resize(Size::new(1180.0, 2000.0));
    desk.click(words::locked());
    assert!(
        matches!(desk.app.screens.open, Screen::Finding(_)),
        "{:?}",
        desk.app.screens.open
    );
}

#[test]
fn one_routine_stands_first_and_the_others_are_a_click_away() {
    let mut desk = list_of_all();
    read(&mut desk, ConditionId::PatellofemoralPain);
    let rows = |desk: &Desk| match &desk.app.screens.open {
        Screen::Condition(page) => page.rows(),
        other => panic!("not the page but {other:?}"),
    };
    assert_eq!(rows(&desk), 1);
    desk.send(Message::Condition(Page::MoreRoutines));
    assert!(rows(&desk) > 3);
    desk.send(Message::Condition(Page::Start(1)));
    assert!(desk.app.check.is_some() || matches!(desk.app.screens.open, Screen::Player));
}

#[test]
fn the_longest_name_of_a_routine_has_its_room() {
    let (content, _) = Content::read();
    let longest = content.routines.iter().map(|routine| routine.name.clone());
    let longest = longest.max_by_key(|name| name.chars().count()).unwrap();
    let mut desk = list_of_all();
    for size in SIZES {
        desk.resize(Size::new(size.width, 3000.0));
        {
            let content = &mut desk.app.library.content;
            for routine in &mut content.routines {
                Arc::make_mut(routine).name.clone_from(&longest);
            }
        }
        read(&mut desk, ConditionId::PatellofemoralPain);
        look_at(&desk, &longest);
        let words = desk.words();
        let name = words.iter().find(|words| words.content == longest).unwrap();
        let start = words
            .iter()
            .find(|words| words.content.starts_with("Start, "));
        let start = start.unwrap();
        assert!(
            name.bounds.x + name.bounds.width < start.bounds.x,
            "{name:?} {start:?}"
        );
        desk.press(Stroke::Escape);
    }
}

#[test]
fn the_way_back_stays_the_same_while_one_reads_what_is_close() {
    let mut desk = list_of_all();
    read(&mut desk, ConditionId::PatellofemoralPain);
    let close = match &desk.app.screens.open {
        Screen::Condition(page) => page.close_by().first().copied(),
        other => panic!("not the page but {other:?}"),
    };
    desk.send(Message::Condition(Page::Read(close.unwrap())));
    assert!(desk.says(words::name()));
    desk.press(Stroke::Escape);
    assert!(desk.says(words::title()));
}

#[test]
fn sources_and_the_page_are_copied_and_said_to_be() {
    let mut desk = list_of_all();
    read(&mut desk, ConditionId::PatellofemoralPain);
    let Screen::Condition(page) = &mut desk.app.screens.open else {
        panic!("not the page");
    };
    use crate::app::screen::condition::Action;
    let Action::Copy(all) = page.update(Page::CopySources) else {
        panic!("nothing is copied");
    };
    let (knowledge, _) = crate::content::knowledge();
    let condition = knowledge.condition(ConditionId::PatellofemoralPain);
    let count = condition.sources.len();
    assert_eq!(all.lines().count(), count);
    let Action::Copy(second) = page.update(Page::CopySource(1)) else {
        panic!("nothing is copied");
    };
    assert_eq!(all.lines().nth(1), Some(second.as_str()));
    assert!(matches!(page.update(Page::CopySource(99)), Action::None));
    let Action::Copy(text) = page.update(Page::Copy) else {
        panic!("nothing is copied");
    };
    assert!(text.contains(&all));
    desk.resize(Size::new(1180.0, 4000.0));
    assert!(!desk.says(words::copied()));
    desk.click(&words::copy_all(count));
    assert!(desk.says(words::copied()));
}

#[test]
fn what_cannot_be_opened_is_said() {
    let mut desk = list_of_all();
    desk.app.desktop.open = |_| Err(std::io::Error::other("nothing opens it"));
    read(&mut desk, ConditionId::PatellofemoralPain);
    desk.send(Message::Condition(Page::OpenText));
    assert!(
        desk.says(&words::not_opened("Runner’s knee")),
        "{:?}",
        desk.words()
    );
}

#[test]
pub fn every_condition_is_said_whole_in_every_window() {
    let mut desk = list_of_all();
    read(&mut desk, ConditionId::PatellofemoralPain);
    for size in SIZES {
        desk.resize(size);
        for id in ConditionId::named() {
            desk.send(Message::Condition(Page::Read(id)));
            desk.send(Message::Condition(Page::MoreRoutines));
            desk.send(Message::Condition(Page::MoreSources));
            look_at(&desk, id.id());
        }
        look_for_overlaps(&desk, "the last one");
    }
}

#[test]
pub fn the_list_is_said_whole_in_every_window() {
    let mut desk = list_of_all();
    for size in SIZES {
        desk.resize(size);
        for typed in ["", "knee", "xylophone"] {
            desk.send(Message::Conditions(List::Typed(typed.to_owned())));
            look_at(&desk, typed);
            look_for_overlaps(&desk, typed);
        }
    }
}
