//! Choosing from the catalog: typing, narrowing, and coming back to where one was.

use iced_test::selector;

use super::layout::look_at;
use super::*;
use crate::authoring::Position as InFile;
use crate::catalog::{KitFilter, KitSet, Length, Order};
use crate::exercise::Kit;
use crate::library::RoutineRef;
use crate::routine::Kind;
use crate::words::{catalog as words, page};
use screen::routines::{Message as Choice, Mine, SEARCH, Scrolled};
use state::library::RoutineIndex;

fn on_routines() -> Desk {
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::Routines));
    desk
}

fn choose(desk: &mut Desk, choice: Choice) {
    desk.send(Message::Routines(choice));
}

fn routines(desk: &Desk) -> &Routines {
    match &desk.app.screens.open {
        Screen::Routines(routines) => routines,
        other => panic!("not the catalog but {other:?}"),
    }
}

/// Clicks into the search field and types.
fn search(desk: &mut Desk, text: &str) {
    desk.look_first();
    let said: Vec<Message> = {
        let mut window = desk.window();
        let field = window.find(selector::id(SEARCH)).expect("a search field");
        window.point_at(field.bounds().center());
        let _ = window.simulate(iced_test::simulator::click());
        let _ = window.typewrite(text);
        window.into_messages().collect()
    };
    for message in said {
        desk.send(message);
    }
}

/// A desk with many routines, named "Made 0" and on.
fn with_many(count: usize) -> Desk {
    let mut desk = Desk::open();
    let content = &mut desk.app.library.content;
    let pattern = content.routines.clone();
    content.routines = (0..count)
        .zip(pattern.iter().cycle())
        .map(|(number, routine)| {
            Arc::new(Routine {
                name: format!("Made {number}"),
                ..(**routine).clone()
            })
        })
        .collect();
    desk.send(Message::Go(Tab::Routines));
    desk
}

/// The numbers of the cards that are built.
fn built(desk: &Desk) -> Vec<usize> {
    let words = desk.words();
    let numbers = words
        .iter()
        .filter_map(|words| words.content.strip_prefix("Made "));
    numbers.map(|number| number.parse().unwrap()).collect()
}

#[test]
fn what_one_types_is_found_and_nothing_else() {
    for size in SIZES {
        let mut desk = on_routines();
        desk.resize(size);
        search(&mut desk, "Stading rëset");
        assert!(desk.says("Standing Post-Run Knee Reset"), "{size:?}");
        assert!(!desk.says("Core Control"));
        // Enter goes to what was found, and opens it.
        choose(&mut desk, Choice::ToCards);
        desk.press(Stroke::Enter);
        assert!(matches!(desk.app.screens.open, Screen::Routine(_)));
        assert!(desk.says("Standing Post-Run Knee Reset"));
    }
}

#[test]
fn a_chip_shows_its_kind_only() {
    for size in SIZES {
        let mut desk = on_routines();
        desk.resize(size);
        desk.click(page::strength());
        assert!(!desk.says("Post-Run Knee Reset"), "{size:?}");
        desk.click(words::all());
        assert!(desk.says("Post-Run Knee Reset"));
    }
}

#[test]
fn choices_open_and_narrow_and_say_so() {
    let mut desk = on_routines();
    desk.click(words::any_length());
    desk.click(&words::i_have(5));
    assert!(
        !desk.says(words::any_length()),
        "the choice is closed again"
    );
    // Cards may name a wall; among the choices there is none.
    let walls = |desk: &Desk| {
        let is_wall = |said: &&Words| said.content == "Wall";
        desk.words().iter().filter(is_wall).count()
    };
    let on_cards = walls(&desk);
    desk.click(words::any_kit());
    assert_eq!(walls(&desk), on_cards, "there is one everywhere");
    desk.click("Mat");
    desk.click("Towel");
    assert!(desk.says("Mat, towel"));
    desk.click("Towel");
    assert!(desk.says("Mat only"));
    desk.click(words::any_condition());
    desk.click("Runner’s knee");
    desk.click(words::orders()[0]);
    desk.click(words::orders()[2]);
    assert!(desk.says(words::orders()[2]));
    assert!(!desk.says(words::orders()[1]));
}

#[test]
fn in_a_small_window_the_choices_are_behind_a_button() {
    let mut desk = on_routines();
    desk.resize(SIZES[0]);
    assert!(!desk.says(words::any_length()));
    choose(&mut desk, Choice::Panel);
    for text in [words::any_length(), page::pain_relief(), words::orders()[0]] {
        assert!(desk.says(text), "{text}");
    }
    choose(&mut desk, Choice::Panel);
    assert!(!desk.says(words::any_length()));
}

#[test]
fn what_one_chose_is_still_chosen_on_the_way_back() {
    let mut desk = with_many(2_000);
    choose(&mut desk, Choice::Kind(Some(Kind::Strength)));
    choose(&mut desk, Choice::Typed("made".to_owned()));
    choose(&mut desk, Choice::Order(Order::Longest));
    choose(&mut desk, Choice::Scrolled(Scrolled::to(3_000.0, 560.0)));
    let (before, cards) = (desk.words(), built(&desk));
    assert!(!cards.is_empty() && !cards.contains(&0), "{cards:?}");

    choose(&mut desk, Choice::Open(cards[4]));
    assert!(matches!(desk.app.screens.open, Screen::Routine(_)));
    desk.press(Stroke::Escape);
    assert_eq!(built(&desk), cards);
    assert_eq!(desk.words().len(), before.len());
    assert_eq!(routines(&desk).offset(), 3_000.0);

    // The same after playing one.
    choose(&mut desk, Choice::Start(cards[4]));
    assert!(matches!(desk.app.screens.open, Screen::Player));
    desk.send(Message::Player(player::Message::Leave));
    assert_eq!(built(&desk), cards);
}

#[test]
fn only_cards_in_sight_are_built() {
    let mut desk = with_many(10_000);
    for size in SIZES {
        desk.resize(size);
        for offset in [0.0, 7_000.0, 300_000.0] {
            choose(
                &mut desk,
                Choice::Scrolled(Scrolled::to(offset, size.height - 220.0)),
            );
            let built = built(&desk);
            assert!((4..=28).contains(&built.len()), "{offset}: {built:?}");
        }
        // The list is as high as if all were there.
        let lists = test_support::scrolled(&mut desk.window());
        let highest = lists.iter().map(|list| list.height).fold(0.0, f32::max);
        assert!(highest > 600_000.0, "{lists:?}");
    }
}

#[test]
fn what_is_typed_starts_at_the_top_again() {
    let mut desk = with_many(500);
    choose(&mut desk, Choice::Scrolled(Scrolled::to(9_000.0, 560.0)));
    assert!(!built(&desk).contains(&0));
    choose(&mut desk, Choice::Typed("made".to_owned()));
    assert!(built(&desk).contains(&0));
}

#[test]
fn where_nothing_is_found_one_learns_why_and_what_to_do() {
    let mut desk = on_routines();
    choose(&mut desk, Choice::Kind(Some(Kind::Strength)));
    choose(&mut desk, Choice::Typed("ladder drills".to_owned()));
    assert!(desk.says("No routine matches “ladder drills”"));
    assert!(desk.says("Nothing in Strength has that in its name, steps or equipment."));
    desk.click(words::clear_filters());
    assert!(desk.says("Nothing here has that in its name, steps or equipment."));
    assert!(!desk.says(words::clear_filters()));
    desk.click(words::clear_search());
    assert!(desk.says("Post-Run Knee Reset"));

    choose(&mut desk, Choice::Length(Some(Length::of_minutes(5))));
    choose(
        &mut desk,
        Choice::KitFilter(KitFilter::Only(KitSet::default())),
    );
    choose(&mut desk, Choice::Kind(Some(Kind::PainRelief)));
    assert!(desk.says(words::nothing_fits()));
    desk.click(words::clear_filters());
    assert!(desk.says("Post-Run Knee Reset"));
}

#[test]
fn a_star_puts_a_routine_among_the_favourites_for_good() {
    let mut desk = on_routines();
    assert!(!desk.says(words::favourites()), "nothing is starred");
    desk.click("Ankle Mobility");
    desk.tab_to(words::star());
    desk.press(Stroke::Enter);
    assert_eq!(desk.focused_name(), words::unstar());
    let (settings, _) = settings::read(&desk.home.path().join("settings.ron"));
    assert_eq!(settings.favourites, ["ankle-dorsiflexion"]);

    desk.press(Stroke::Escape);
    desk.click(words::favourites());
    assert!(desk.says("Ankle Mobility") && !desk.says("Post-Run Knee Reset"));
    choose(&mut desk, Choice::Kind(Some(Kind::Strength)));
    assert!(desk.says(words::nothing_fits()));
    desk.click(words::clear_filters());
    assert!(desk.says("Post-Run Knee Reset"));

    desk.click("Ankle Mobility");
    desk.tab_to(words::unstar());
    desk.press(Stroke::Enter);
    desk.press(Stroke::Escape);
    assert!(!desk.says(words::favourites()));
}

#[test]
fn a_right_click_on_a_card_offers_what_can_be_done_with_it() {
    let mut desk = on_routines();
    let right_click = |desk: &mut Desk, text: &str| {
        use iced::mouse::{Button, Event};

        desk.look_first();
        let said: Vec<_> = {
            let mut window = desk.window();
            let point = window.find(text).unwrap().bounds().center();
            window.point_at(point);
            let press = [Event::ButtonPressed, Event::ButtonReleased];
            let _ = window.simulate(press.map(|event| iced::Event::Mouse(event(Button::Right))));
            window.into_messages().collect()
        };
        assert!(!said.is_empty(), "{text}");
        for message in said {
            desk.send(message);
        }
    };
    right_click(&mut desk, "Ankle Mobility");
    for text in ["Start, 9 min", page::open_routine(), words::star()] {
        assert!(desk.says(text), "{text}");
    }
    look_at(&desk, "a card that offers");
    desk.press(Stroke::Escape);
    assert!(!desk.says(words::star()));

    right_click(&mut desk, "Ankle Mobility");
    desk.click(words::star());
    assert!(!desk.says(words::star()) && desk.says(words::favourites()));
    right_click(&mut desk, "Ankle Mobility");
    assert!(desk.says(words::unstar()));
    // Another one takes its place, and a second press takes it away.
    right_click(&mut desk, "Core Control");
    assert!(desk.says("Start, 8 min") && !desk.says("Start, 9 min"));
    right_click(&mut desk, "Core Control");
    assert!(!desk.says("Start, 8 min"));

    right_click(&mut desk, "Ankle Mobility");
    desk.click(page::open_routine());
    assert!(matches!(desk.app.screens.open, Screen::Routine(_)));
}

#[test]
fn what_was_done_of_late_stands_together_the_last_first() {
    use crate::training::test_data::session;

    let done = |at, routine: &str| {
        let mut done = session(at, "strength", 5);
        done.routine = routine.to_owned();
        done
    };
    let mut desk = Desk::open();
    desk.app.history.clock = || crate::training::test_data::moment("2026-11-25 09:00");
    let sessions = vec![
        done("2026-11-20 19:00", "ankle-dorsiflexion"),
        done("2026-11-22 19:00", "core-stability"),
        done("2026-11-23 19:00", "ankle-dorsiflexion"),
    ];
    let recent = crate::journal::Recent {
        log: crate::training::record::Log {
            sessions,
            ..Default::default()
        },
        ..Default::default()
    };
    let told = crate::journal::Event::Today(Arc::new(recent));
    desk.send(Message::Journal(told));
    desk.send(Message::Go(Tab::Routines));
    desk.click(words::recent());
    let words = desk.words();
    let known = ["Ankle Mobility", "Core Control", "Post-Run Knee Reset"];
    let names = words.iter().map(|words| words.content.as_str());
    let names: Vec<_> = names.filter(|name| known.contains(name)).collect();
    assert_eq!(names, ["Ankle Mobility", "Core Control"]);
}

#[test]
fn keys_search_and_move() {
    let mut desk = on_routines();
    for open in [Stroke::Character('/'), Stroke::Character('f')] {
        desk.press(Stroke::Right);
        match open {
            Stroke::Character('f') => desk.press_with_control('f'),
            open => desk.press(open),
        }
        assert_eq!(desk.focused_name(), words::search(), "{open:?}");
    }
    for letter in "hamstring".chars() {
        desk.type_in(letter);
    }
    // Down from the field to the first card.
    desk.press(Stroke::Down);
    assert!(desk.is_ringed());
    assert_ne!(desk.focused_name(), words::search());
    desk.press(Stroke::Escape);
    assert!(desk.says("Post-Run Knee Reset"), "Escape empties the field");
    desk.press(Stroke::Escape);
    assert!(matches!(desk.app.screens.open, Screen::Today(_)));
}

#[test]
fn enter_goes_from_the_search_to_what_it_found_and_s_starts_it() {
    let mut desk = on_routines();
    desk.press(Stroke::Character('/'));
    for letter in "standing".chars() {
        desk.type_in(letter);
    }
    desk.press(Stroke::Enter);
    assert!(desk.is_ringed());
    assert!(desk.focused_name().contains("Standing Post-Run Knee Reset"));
    desk.type_in('s');
    assert!(matches!(desk.app.screens.open, Screen::Player));
}

#[test]
fn tab_goes_through_all_cards_there_and_back() {
    let mut desk = with_many(60);
    let first = desk.focused_name();
    desk.tab(1);
    for _ in 0..59 {
        desk.tab(1);
        let stop = desk.live.focused(desk.app.view()).expect("a card");
        assert_eq!(stop.seen.map(|seen| seen.height), Some(stop.bounds.height));
    }
    assert!(desk.focused_name().contains("Made 59"));
    for _ in 0..59 {
        desk.tab_back();
    }
    assert_eq!(desk.focused_name(), first);
}

#[test]
fn arrows_bring_the_card_they_go_to_into_sight() {
    let mut desk = with_many(300);
    choose(&mut desk, Choice::Scrolled(Scrolled::to(0.0, 560.0)));
    desk.press(Stroke::Down);
    for _ in 0..20 {
        desk.press(Stroke::Down);
    }
    // Three columns: twenty rows down.
    assert!(built(&desk).contains(&60), "{:?}", built(&desk));
    desk.press(Stroke::Right);
    desk.press(Stroke::Up);
    desk.press(Stroke::Enter);
    assert!(desk.says("Made 58"));
}

#[test]
fn every_filter_keeps_the_keyboard_when_it_is_pressed() {
    for size in SIZES {
        let mut desk = on_routines();
        desk.resize(size);
        if size == SIZES[0] {
            choose(&mut desk, Choice::Panel);
        }
        desk.tab_to(words::any_length());
        desk.press(Stroke::Enter);
        desk.tab_to(&words::i_have(8));
        desk.press(Stroke::Enter);
        // The choices are closed, and the keyboard is on what opened them.
        assert_eq!(desk.focused_name(), words::i_have(8));
        desk.press(Stroke::Enter);
        desk.tab_to(words::any_length());
        desk.press(Stroke::Enter);
        assert_eq!(desk.focused_name(), words::any_length());
        desk.tab_to(words::any_kit());
        desk.press(Stroke::Enter);
        desk.tab_to(words::no_kit());
        desk.press(Stroke::Enter);
        assert_eq!(desk.focused_name(), words::no_kit());
    }
}

#[test]
fn files_with_faults_are_named_with_their_place() {
    let problem = |number: usize| Problem {
        file: format!("hill-{number}.ron").into(),
        place: Some(InFile {
            line: 14,
            column: 3,
        }),
        sentence: "\"duration\" should be a number of seconds".to_owned(),
    };
    let opened = |count: usize| {
        let mut desk = Desk::open();
        {
            let problems = &mut desk.app.library.problems;
            problems.extend((1..=count).map(problem));
        }
        desk.send(Message::Go(Tab::Routines));
        desk
    };
    let mut one = opened(1);
    assert!(one.says(page::file_problem()));
    assert!(one.says(
        "hill-1.ron, line 14, column 3: \"duration\" should be a number of seconds. The rest are fine."
    ));
    assert!(one.says("Post-Run Knee Reset"), "the rest is there");
    one.click(page::hide());
    assert!(!one.says(page::file_problem()));

    let mut many = opened(1_000);
    assert!(many.says("1000 routine files could not be read (1 to 3 of 1000)"));
    many.click(words::later());
    let said = many.words();
    assert!(
        said.iter()
            .any(|words| words.content.contains("hill-4.ron, line 14"))
    );
    many.click(words::earlier());
    assert!(
        many.words()
            .iter()
            .any(|words| words.content.contains("hill-1.ron, line 14"))
    );
}

#[test]
fn one_s_own_routines_say_so_and_can_be_shown_alone() {
    let (knowledge, _) = crate::content::knowledge();
    let mut own = loaded(SHORT);
    own.folder = Some("catalog".into());
    let index = RoutineIndex::new(
        [loaded(OWN_PACE), own].map(RoutineRef::Loaded).into(),
        &knowledge,
        &crate::knee::Findings::default(),
        None,
    );
    let mut page = Routines::new(Some(Arc::new(index)), &[], Mine::default());
    let names = |page: &Routines| {
        let size = SIZES[1];
        let element = page.view(&test_support::viewport(size));
        let words = test_support::words(&mut test_support::window(size, element));
        words
            .into_iter()
            .map(|words| words.content)
            .collect::<Vec<_>>()
    };
    let all = names(&page);
    assert_eq!(
        all.iter()
            .filter(|word| *word == words::owner_mine())
            .count(),
        1
    );
    assert!(all.iter().any(|word| word == "Own pace"));
    let _ = page.update(Choice::MineOnly);
    let mine = names(&page);
    assert!(mine.iter().any(|word| word == "Short"));
    assert!(!mine.iter().any(|word| word == "Own pace"));
    match page.update(Choice::Open(1)) {
        screen::routines::Action::Open(RoutineRef::Loaded(opened)) => {
            assert!(opened.folder.is_some());
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_first_thing_named_is_all_one_has() {
    let mat = KitFilter::Anything.toggled(Kit::Mat);
    assert_eq!(mat, KitFilter::Only([Kit::Mat].iter().collect()));
    assert_eq!(mat.toggled(Kit::Mat), KitFilter::Only(KitSet::default()));
}

#[test]
fn a_routine_of_one_s_own_is_not_offered_for_what_has_to_be_seen_first() {
    let (knowledge, _) = crate::content::knowledge();
    let text = SHORT.replace("kind:", r#"serves: ["bone_stress_injury", "dvt"], kind:"#);
    let mut own = loaded(&text);
    own.folder = Some("catalog".into());
    let findings = crate::knee::Findings::default();
    let index = RoutineIndex::new(vec![RoutineRef::Loaded(own)], &knowledge, &findings, None);
    let entry = &index.catalog().entries()[0];
    assert!(entry.serves.is_empty() && entry.withheld.is_some());
    assert!(
        index.catalog().conditions().is_empty(),
        "it can be filtered by"
    );
    let page = Routines::new(Some(Arc::new(index)), &[], Mine::default());
    let size = SIZES[1];
    let mut window = test_support::window(size, page.view(&test_support::viewport(size)));
    let words = test_support::words(&mut window);
    let says = |text: &str| words.iter().any(|words| words.content == text);
    assert!(
        says("Short") && says(crate::words::page::locked_tag()),
        "{words:?}"
    );
}
