//! A result: what it offers, and for how long one comes back to it.

use super::*;
use crate::settings::Motion;

#[test]
fn the_knee_map_opens_on_a_result_for_twelve_weeks() {
    for (days, opens_on_it) in [(0, true), (84, true), (85, false)] {
        let mut desk = Desk::open();
        let day = 24 * 60 * 60 * 1000;
        let now = (desk.app.history.clock)();
        let at = crate::training::Moment {
            utc_ms: now.utc_ms - days * day,
            ..now
        };
        let assessment = assess(&knowledge(), &front_knee());
        let found = written(
            uuid::Uuid::from_u128(5),
            at,
            Side::Left,
            &front_knee(),
            &assessment,
        );
        let recent = crate::journal::Recent {
            assessments: vec![found],
            ..crate::journal::Recent::default()
        };
        desk.send(Message::Journal(crate::journal::Event::Today(Arc::new(
            recent,
        ))));
        desk.send(Message::Go(Tab::KneeMap));
        assert_eq!(
            desk.says_part("Your result of"),
            opens_on_it,
            "after {days} days"
        );
        if opens_on_it {
            let can_change = desk.finding().can_change();
            assert_eq!(can_change, days == 0, "after {days} days");
            desk.click(words::start_again());
            assert!(matches!(desk.app.screens.open, Screen::KneeMap(_)));
        }
    }
}

#[test]
fn the_result_of_the_other_knee_is_one_click_away() {
    let mut desk = Desk::open();
    desk.conclude(Side::Left, front_knee());
    desk.conclude(Side::Right, front_knee());
    desk.send(Message::Go(Tab::Today));
    desk.send(Message::Go(Tab::KneeMap));
    let (first, _) = desk.finding().said();
    let other = match first {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
    };
    desk.click(&words::result_of_the(other));
    assert_eq!(desk.finding().said().0, other);
}

#[test]
fn a_result_starts_its_routine_and_names_it_beside_the_button() {
    let mut desk = Desk::open();
    desk.conclude(Side::Left, front_knee());
    assert!(desk.says("Runner’s Knee, First Weeks"));
    let start = desk
        .words()
        .into_iter()
        .find(|words| words.content.starts_with("Start, "))
        .expect("the way on");
    desk.click(&start.content);
    assert!(desk.app.check.is_some() || matches!(desk.app.screens.open, Screen::Player));
}

#[test]
fn match_and_start_are_on_the_first_screen_of_a_small_window() {
    for size in SIZES {
        let mut desk = Desk::open();
        desk.resize(size);
        desk.conclude(Side::Left, front_knee());
        for words in desk.words() {
            if words.content == "Fits best" || words.content.starts_with("Start, ") {
                let seen = words.seen.unwrap_or_default();
                assert!(
                    words.bounds.is_within(&seen.expand(0.5)),
                    "{words:?} at {size:?}"
                );
            }
        }
    }
}

#[test]
fn the_name_of_every_routine_fits_beside_its_start() {
    let (content, _) = Content::read();
    let knowledge = Arc::new(knowledge());
    let sheet = front_knee();
    let assessment = assess(&knowledge, &sheet);
    let record = written(
        uuid::Uuid::from_u128(9),
        test_support::MOMENT,
        Side::Left,
        &sheet,
        &assessment,
    );
    for named in &content.routines {
        let mut other = content.clone();
        for routine in &mut other.routines {
            if &*routine.id == "pfp-early" {
                let routine = Arc::make_mut(routine);
                routine.name.clone_from(&named.name);
                routine.purpose.clone_from(&named.purpose);
                routine.how_often.clone_from(&named.how_often);
            }
        }
        let log = Log::default();
        let known = Known {
            knowledge: &knowledge,
            findings: Findings::default(),
            content: &other,
            own: &[],
            log: &log,
            today: test_support::MOMENT.day(),
            region: None,
            next: None,
            other: None,
        };
        let page = FindingPage::new(record.clone(), None, Showing::First, Origin::Page, &known);
        for size in SIZES {
            let viewport = screen::Viewport {
                motion: Motion::Full,
                window: size,
                withheld: None,
            };
            let pictures = crate::app::state::knees::pictures::Pictures::default();
            let mut window = test_support::window(size, page.view(&viewport, &pictures));
            let words = test_support::words(&mut window);
            let name = words.iter().find(|words| words.content == named.name);
            let start = words
                .iter()
                .find(|words| words.content.starts_with("Start, "))
                .expect("the way on");
            let name = name.unwrap_or_else(|| panic!("{} at {size:?}", named.name));
            assert!(
                name.bounds.height < 60.0,
                "over two lines: {name:?} at {size:?}"
            );
            assert!(
                name.bounds.x + name.bounds.width <= start.bounds.x,
                "{name:?} at {size:?}"
            );
            let seen = start.seen.unwrap_or_default();
            assert!(
                start.bounds.is_within(&seen.expand(0.5)),
                "{start:?} at {size:?}"
            );
        }
    }
}

#[test]
fn a_bone_that_hurts_is_seen_first_and_offers_nothing_until_then() {
    let knowledge = knowledge();
    // Somewhere a sore bone is likeliest without being a flag.
    let sheet = AreaId::ALL.iter().find_map(|place| {
        let sheet = AnswerSheet {
            marks: vec![Mark::Area(*place)],
            onset: Some(crate::knee::Onset::Gradual),
            answers: [(Key::OneFinger, Answer::Yes)].into(),
            ..AnswerSheet::default()
        };
        let assessment = assess(&knowledge, &sheet);
        let best = assessment.shown().next()?.condition;
        matches!(
            knowledge.condition(best).care,
            crate::knee::Care::SeeFirst(_)
        )
        .then_some(sheet)
    });
    let sheet = sheet.expect("a place where someone should look first");
    let mut desk = Desk::open();
    desk.conclude(Side::Left, sheet);
    assert!(desk.says(words::see_first()));
    assert!(!desk.says_part("Start, "));
    assert!(!desk.says(words::it_was_checked()));
    desk.send(Message::Go(Tab::Today));
    desk.send(Message::Go(Tab::KneeMap));
    desk.click(words::it_was_checked());
    desk.type_in('3');
    desk.type_in('6');
    desk.click(words::open_routines());
    assert!(!desk.says(words::see_first()));
    assert!(desk.says(words::undo()));
    desk.click(words::undo());
    assert!(desk.says(words::see_first()));
}
