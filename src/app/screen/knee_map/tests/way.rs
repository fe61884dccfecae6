//! The way through it: which knee, the checks, the questions, back again, and what comes of it.

use super::*;
use crate::app::shortcut::Stroke;
use crate::knee::{Level, Mark, StatementId};

#[test]
fn which_knee_is_asked_first_and_nothing_is_chosen() {
    let mut map = map();
    assert_eq!(map.stage, Stage::Which);
    let _ = map.update(Message::Toggle(AreaId::Patella));
    let _ = map.update(Message::Continue);
    assert_eq!(map.stage, Stage::Which);
    assert_eq!(map.story().spots(), 0);
    for (key, leg) in [('l', Side::Left), ('r', Side::Right), ('b', Side::Left)] {
        let mut map = super::map();
        let _ = map.key(Stroke::Character(key));
        assert_eq!((map.stage, map.leg), (Stage::Marking, leg), "{key}");
    }
}

#[test]
fn changing_the_knee_keeps_the_marks_of_the_other() {
    let mut map = map();
    let _ = map.update(Message::Side(Side::Right));
    let _ = map.update(Message::Toggle(AreaId::PatellarTendon));
    let _ = map.key(Stroke::Character('c'));
    assert_eq!(map.stage, Stage::Which);
    let _ = map.update(Message::Side(Side::Left));
    assert_eq!(map.story().spots(), 0);
    let _ = map.update(Message::Toggle(AreaId::Patella));
    let _ = map.update(Message::ChangeKnee);
    let _ = map.update(Message::Side(Side::Right));
    assert_eq!(map.story().marks, [AreaId::PatellarTendon]);
}

#[test]
fn both_knees_are_looked_at_one_after_the_other() {
    let mut map = map();
    let _ = map.update(Message::BothKnees);
    for leg in [Side::Left, Side::Right] {
        assert_eq!((map.stage, map.leg), (Stage::Marking, leg));
        let _ = map.update(Message::Toggle(AreaId::Patella));
        let _ = map.update(Message::Continue);
        say_about(&mut map, AgeBand::From18, Onset::Gradual);
        let _ = pass_the_checks(&mut map);
        let conclusion = say_no(&mut map);
        assert_eq!(conclusion.leg, leg);
        let next = (leg == Side::Left).then_some(Side::Right);
        assert_eq!(conclusion.next, next);
        if let Some(next) = next {
            let _ = map.go_on_with(next);
        }
    }
}

#[test]
fn one_knee_alone_has_no_next() {
    let mut map = before_the_checks(&[AreaId::Patella], AgeBand::From18, Onset::Gradual);
    let _ = pass_the_checks(&mut map);
    assert_eq!(say_no(&mut map).next, None);
}

#[test]
fn what_is_not_ticked_is_no_answer() {
    let mut map = before_the_checks(&[AreaId::Patella], AgeBand::From18, Onset::Gradual);
    let _ = map.update(Message::SeenLast(0));
    let _ = map.update(Message::None);
    let sheet = map.sheet(Side::Left);
    let asked: Vec<Key> = map.stories[0].groups[0].keys(&KNOWLEDGE).collect();
    for key in &asked {
        assert!(sheet.unticked.contains(key), "{key}");
        assert_eq!(sheet.answers.get(key), None, "{key}");
        assert!(sheet.denies(*key), "{key}");
    }

    // Ticked later, it is an answer and no longer passed over.
    let _ = map.update(Message::Back);
    let _ = map.update(Message::Tick(StatementId::SwollenCalf));
    let _ = map.update(Message::Next);
    let sheet = map.sheet(Side::Left);
    assert_eq!(sheet.answers.get(&Key::SwollenCalf), Some(&Answer::Yes));
    assert!(!sheet.unticked.contains(&Key::SwollenCalf));
}

#[test]
fn a_statement_of_several_asks_which_of_them_it_is() {
    let parts = [Key::FootDrop, Key::WeakLeg, Key::Numb];
    for (chosen, yes) in [
        (&[][..], &parts[..]),
        (&[Key::Numb][..], &[Key::Numb][..]),
        (
            &[Key::Numb, Key::WeakLeg][..],
            &[Key::Numb, Key::WeakLeg][..],
        ),
    ] {
        let mut map = before_the_checks(&[AreaId::Patella], AgeBand::From18, Onset::Gradual);
        let _ = map.update(Message::SeenLast(0));
        let _ = map.update(Message::Tick(StatementId::WeakOrNumbLeg));
        let _ = map.update(Message::Next);
        assert_eq!(map.stage, Stage::Asking(Side::Left, Step::Parts(0)));
        for key in chosen {
            let _ = map.update(Message::Part(*key));
        }
        let _ = map.update(Message::Next);
        let sheet = map.sheet(Side::Left);
        for key in parts {
            let is_yes = sheet.answers.get(&key) == Some(&Answer::Yes);
            assert_eq!(is_yes, yes.contains(&key), "{key} of {chosen:?}");
            assert_ne!(is_yes, sheet.unticked.contains(&key), "{key} of {chosen:?}");
        }
    }
}

#[test]
fn an_emergency_does_not_wait_for_which_part_it_is() {
    let mut map = before_the_checks(&[AreaId::Patella], AgeBand::From18, Onset::Gradual);
    let _ = map.update(Message::SeenLast(0));
    let _ = map.update(Message::Tick(StatementId::WeakOrNumbLeg));
    let _ = map.update(Message::Tick(StatementId::Breathless));
    let conclusion = concluded(map.update(Message::Next));
    assert_eq!(conclusion.assessment.red_flags[0].level, Level::Emergency);
    // Nothing that was ticked is lost: all parts count.
    assert!(conclusion.sheet.yes(Key::Numb) && conclusion.sheet.yes(Key::FootDrop));
}

#[test]
fn a_red_flag_ends_it_after_its_page_and_keeps_the_ticks() {
    let mut map = before_the_checks(&[AreaId::Patella], AgeBand::From18, Onset::Gradual);
    let _ = map.update(Message::SeenLast(0));
    let _ = map.update(Message::Tick(StatementId::HotKnee));
    let _ = map.update(Message::Tick(StatementId::Fever));
    let conclusion = concluded(map.update(Message::Next));
    assert!(!conclusion.assessment.red_flags.is_empty());
    let kept = [Key::HotKnee, Key::Fever].map(|key| conclusion.sheet.yes(key));
    assert_eq!(kept, [true, true]);

    // To change answers leads back to that page, with its ticks.
    let knowledge = Arc::clone(&KNOWLEDGE);
    let remembered = Remembered::default();
    let sheet = &conclusion.sheet;
    let mut map = KneeMap::change(knowledge, Side::Left, sheet, Origin::Page, remembered);
    assert_eq!(map.stage, Stage::Asking(Side::Left, Step::Check(0)));
    for statement in [StatementId::HotKnee, StatementId::Fever] {
        assert!(map.stories[0].is_ticked(statement));
        let _ = map.update(Message::Tick(statement));
    }
    let _ = pass_the_checks(&mut map);
    let again = say_no(&mut map);
    assert!(again.assessment.red_flags.is_empty());
    assert_eq!(again.sheet.marks, [Mark::Area(AreaId::Patella)]);
    assert_eq!(again.sheet.duration, Some(Duration::From2));
}

#[test]
fn a_restored_sheet_is_the_same_sheet_again() {
    let mut map = before_the_checks(&[AreaId::Patella], AgeBand::From35, Onset::Injury);
    while let Stage::Asking(_, Step::Check(page) | Step::Parts(page)) = map.stage {
        let _ = map.update(Message::SeenLast(page));
        if let Stage::Asking(_, Step::Check(_)) = map.stage {
            let _ = map.update(Message::Tick(StatementId::HipPain));
        }
        let action = map.update(Message::Next);
        if matches!(action, Action::Concluded(_)) {
            break;
        }
    }
    let sheet = map.sheet(Side::Left);
    let knowledge = Arc::clone(&KNOWLEDGE);
    let mut again = KneeMap::change(
        knowledge,
        Side::Left,
        &sheet,
        Origin::Page,
        Remembered::default(),
    );
    for _ in 0..20 {
        match again.stage {
            Stage::Asking(_, Step::Check(page)) => {
                let _ = again.update(Message::SeenLast(page));
                let _ = again.update(Message::Next);
            }
            Stage::Asking(_, Step::Parts(_)) => {
                let _ = again.update(Message::Next);
            }
            _ => break,
        }
    }
    let restored = again.sheet(Side::Left);
    assert_eq!(restored.marks, sheet.marks);
    assert_eq!((restored.age, restored.onset), (sheet.age, sheet.onset));
    assert_eq!(restored.answer(Key::WithinSevenDays), Some(Answer::No));
    assert_eq!(restored.answer(Key::HipPain), sheet.answer(Key::HipPain));
    assert_eq!(restored.unticked, sheet.unticked);
}

#[test]
fn every_answer_can_be_taken_back_and_is_kept() {
    let mut map = before_the_checks(&[AreaId::Patella], AgeBand::From18, Onset::Gradual);
    let _ = map.update(Message::SeenLast(0));
    let _ = map.update(Message::SeenLast(1));
    let _ = pass_the_checks(&mut map);
    let Stage::Asking(_, Step::Question(first)) = map.stage else {
        panic!("a question: {:?}", map.stage);
    };
    let _ = map.update(Message::Answer(Answer::Yes));
    let second = map.stage;
    assert_ne!(second, Stage::Asking(Side::Left, Step::Question(first)));
    let _ = map.key(Stroke::Backspace);
    assert_eq!(map.stage, Stage::Asking(Side::Left, Step::Question(first)));
    assert_eq!(map.story().said(first), Some(Answer::Yes));
    assert_eq!(
        map.sheet(Side::Left).answer(first),
        None,
        "it is open again"
    );
    // Enter goes on with what was said.
    let _ = map.update(Message::Next);
    assert_eq!(map.stage, second);

    // Back through the checks, to the marks and to the knees.
    for _ in 0..20 {
        let _ = map.update(Message::Back);
    }
    assert_eq!(map.stage, Stage::Which);
    assert_eq!(map.story().marks, [AreaId::Patella]);
    assert_eq!(map.story().duration, Some(Duration::From2));
}

#[test]
fn nobody_goes_on_without_a_mark_or_with_an_answer_missing() {
    let mut map = map();
    let _ = map.update(Message::Side(Side::Left));
    let _ = map.update(Message::Continue);
    assert_eq!(map.stage, Stage::Marking);

    let _ = map.update(Message::Everywhere);
    let _ = map.update(Message::Continue);
    let about = Stage::Asking(Side::Left, Step::About);
    let said = [
        Message::Age(AgeBand::From18),
        Message::Lasting(Duration::Over12),
        Message::Onset(Onset::Injury),
        Message::Recent(true),
    ];
    for answer in said {
        let _ = map.update(Message::Next);
        assert_eq!(map.stage, about, "before {answer:?}");
        let _ = map.update(answer);
    }
    let _ = map.update(Message::Next);
    assert_ne!(map.stage, about);
    let sheet = map.sheet(Side::Left);
    assert_eq!(sheet.answer(Key::WithinSevenDays), Some(Answer::Yes));
    assert_eq!(sheet.marks, [Mark::WHOLE_KNEE]);
}

#[test]
fn the_age_is_remembered_and_chosen_the_next_time() {
    let mut map = before_the_checks(&[AreaId::Patella], AgeBand::From45, Onset::Gradual);
    let action = {
        let _ = map.update(Message::Back);
        map.update(Message::Age(AgeBand::From55))
    };
    let Action::Remember(remembered) = action else {
        panic!("{action:?}");
    };
    assert_eq!(remembered.age, Some(AgeBand::From55));
    let knowledge = Arc::clone(&KNOWLEDGE);
    let mut again = KneeMap::new(knowledge, Origin::Page, remembered);
    let _ = again.update(Message::Side(Side::Right));
    let _ = again.update(Message::Toggle(AreaId::Patella));
    let _ = again.update(Message::Continue);
    assert_eq!(again.about_missing(Side::Right), 2);
}

#[test]
fn three_marks_are_counted_and_no_more() {
    let mut map = map();
    let _ = map.update(Message::Side(Side::Left));
    let mut counted = Vec::new();
    for place in [
        AreaId::Patella,
        AreaId::PatellarTendon,
        AreaId::FatPad,
        AreaId::TibialTubercle,
    ] {
        if let Action::Remember(remembered) = map.update(Message::Toggle(place)) {
            counted.push(remembered.marks_made);
        }
    }
    assert_eq!(counted, [1, 2, 3]);
}

#[test]
fn the_keyboard_alone_marks_ticks_and_answers() {
    let mut map = map();
    let _ = map.key(Stroke::Character('l'));
    // An arrow leads to a place of the drawing; there Enter presses, as the pointer does.
    assert!(matches!(map.key(Stroke::Down), Some(Action::Walk(_))));
    let place = AreaId::Patella;
    let _ = map.update(Message::Walk(Some(place)));
    let _ = map.update(Message::Gesture(Gesture::Press(place)));
    assert_eq!(map.story().spots(), 1);
    assert!(map.reach().is_some());
    let _ = map.key(Stroke::Backspace);
    assert_eq!(map.story().spots(), 0);
    let _ = map.key(Stroke::Character('4'));
    assert_eq!(map.view, View::Back);
    assert!(matches!(
        map.key(Stroke::Character('s')),
        Some(Action::Remember(Remembered { is_skin: true, .. }))
    ));
    let _ = map.key(Stroke::Character('0'));
    assert!(map.story().is_everywhere);
    let _ = map.update(Message::Continue);
    let _ = map.key(Stroke::Character('1'));
    assert_eq!(map.story().onset, Some(Onset::Gradual));
    let _ = map.update(Message::Age(AgeBand::From18));
    let _ = map.update(Message::Lasting(Duration::From2));
    let _ = map.update(Message::Next);
    let _ = map.key(Stroke::Character('5'));
    let fifth = map.story().groups[0].statements[4];
    assert!(map.story().is_ticked(fifth));
    let _ = map.key(Stroke::Character('5'));
    let _ = pass_the_checks(&mut map);
    for (key, answer) in [
        ('1', Answer::Yes),
        ('2', Answer::No),
        ('3', Answer::NotSure),
    ] {
        let Stage::Asking(_, Step::Question(asked)) = map.stage else {
            panic!("a question: {:?}", map.stage);
        };
        let _ = map.key(Stroke::Character(key));
        assert_eq!(map.story().said(asked), Some(answer));
    }
}

#[test]
fn the_tenth_statement_has_the_key_0() {
    let mut map = before_the_checks(&[AreaId::Patella], AgeBand::From18, Onset::Gradual);
    let mut groups = map.story().groups.clone();
    groups[0].statements = StatementId::ALL[..10].to_vec();
    map.story_mut().set_groups(groups);
    let _ = map.key(Stroke::Character('0'));
    assert!(map.story().is_ticked(StatementId::ALL[9]));
}

#[test]
fn every_page_has_a_key_of_its_own() {
    let mut map = map();
    let mut keys = vec![map.face()];
    let mut seen = |map: &KneeMap| {
        let key = map.face();
        assert!(!keys.contains(&key), "{:?}", map.stage);
        keys.push(key);
    };
    let _ = map.update(Message::Side(Side::Left));
    seen(&map);
    let _ = map.update(Message::Toggle(AreaId::Patella));
    let _ = map.update(Message::Continue);
    seen(&map);
    say_about(&mut map, AgeBand::From18, Onset::Gradual);
    seen(&map);
    // "More below" and "None of these" stand in the same place.
    let _ = map.update(Message::SeenLast(0));
    seen(&map);
    let _ = map.update(Message::Tick(StatementId::WeakOrNumbLeg));
    let _ = map.update(Message::Next);
    seen(&map);
    let _ = map.update(Message::Back);
    let _ = map.update(Message::Tick(StatementId::WeakOrNumbLeg));
    let _ = map.update(Message::Next);
    seen(&map);
    let _ = pass_the_checks(&mut map);
    seen(&map);
    let _ = map.update(Message::Answer(Answer::No));
    seen(&map);
}

#[test]
fn marks_outside_the_knee_are_asked_about_and_end_where_the_map_ends() {
    let mut map = before_the_checks(&[AreaId::DistalQuadriceps], AgeBand::From18, Onset::Gradual);
    let action = pass_the_checks(&mut map);
    let conclusion = match action {
        Action::Concluded(conclusion) => *conclusion,
        _ => say_no(&mut map),
    };
    let outcome = conclusion.assessment.outcome;
    assert_eq!(outcome, crate::knee::Outcome::OutsideTheKnee);
}

#[test]
fn a_plain_knee_needs_no_more_questions_than_the_bar_says() {
    for place in AreaId::ALL {
        for answer in [Answer::Yes, Answer::No, Answer::NotSure] {
            let mut map = before_the_checks(&[*place], AgeBand::From18, Onset::Gradual);
            let mut ended = matches!(pass_the_checks(&mut map), Action::Concluded(_));
            let mut asked = 0;
            while !ended {
                asked += 1;
                ended = matches!(map.update(Message::Answer(answer)), Action::Concluded(_));
            }
            assert!(asked <= MOST_QUESTIONS, "{place}: {asked}");
        }
    }
}

#[test]
fn arrows_reach_every_place_of_every_view() {
    for leg in [Side::Left, Side::Right] {
        for view in View::ALL {
            let diagram = KNOWLEDGE.diagram();
            let places: Vec<_> = diagram.places(view).collect();
            let mut reached = vec![places[0]];
            let mut next = 0;
            while let Some(place) = reached.get(next).copied() {
                for direction in [
                    crate::knee::Direction::Up,
                    crate::knee::Direction::Down,
                    crate::knee::Direction::Left,
                    crate::knee::Direction::Right,
                ] {
                    if let Some(step) = diagram.step(view, leg, place, direction)
                        && !reached.contains(&step)
                    {
                        reached.push(step);
                    }
                }
                next += 1;
            }
            assert_eq!(reached.len(), places.len(), "{view:?} {leg:?}");
        }
    }
}
