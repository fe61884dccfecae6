//! What a person meets on the knee map, message by message and key by key.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::{Arc, LazyLock};

use super::*;
use crate::app::shortcut::Stroke;
use crate::content;

static KNOWLEDGE: LazyLock<Arc<Knowledge>> = LazyLock::new(|| Arc::new(content::knowledge().0));
static CONTENT: LazyLock<Content> = LazyLock::new(|| Content::read().0);

fn map() -> KneeMap {
    KneeMap::new(Arc::clone(&KNOWLEDGE), &CONTENT, From::Page)
}

/// Marks, says who one is, and passes all checks with none of them.
fn past_the_checks(marks: &[PlaceId], age: AgeBand, onset: Onset) -> KneeMap {
    let mut map = map();
    for mark in marks {
        let _ = map.update(Message::Gesture(Gesture::Press(*mark)));
    }
    let _ = map.update(Message::Continue);
    let _ = map.update(Message::Age(age));
    let _ = map.update(Message::Onset(onset));
    let _ = map.update(Message::Next);
    while matches!(map.stage, Stage::Asking(_, Step::Check { .. })) {
        let _ = map.update(Message::None);
    }
    map
}

/// Answers yes to these and no to everything else until there is a result. Says what was asked.
fn answer(map: &mut KneeMap, yes: &[Key]) -> Vec<Key> {
    let mut asked = Vec::new();
    while let Stage::Asking(_, Step::Question(key)) = map.stage {
        asked.push(key);
        let answer = if yes.contains(&key) {
            Answer::Yes
        } else {
            Answer::No
        };
        let _ = map.update(Message::Answer(answer));
    }
    asked
}

fn best(map: &KneeMap) -> ConditionId {
    let Stage::Done(_, outcome) = &map.stage else {
        panic!("not done: {:?}", map.stage);
    };
    let best = outcome.assessment.shown().next();
    best.expect("something fits").condition
}

#[test]
fn a_sore_kneecap_leads_to_runners_knee_and_its_routine() {
    let mut map = past_the_checks(&[PlaceId::Patella], AgeBand::From18, Onset::Gradual);
    let yes = [
        Key::Squatting,
        Key::SpreadOut,
        Key::DownStairs,
        Key::SittingBent,
    ];
    let asked = answer(&mut map, &yes);
    assert!((3..=MOST_QUESTIONS).contains(&asked.len()), "{asked:?}");
    assert_eq!(best(&map), ConditionId::PatellofemoralPain);
    match map.update(Message::Start(0)) {
        Action::Start(Chosen::Here(shelved)) => {
            assert!(shelved.routine.serves.iter().any(|id| id == "pfp"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_outer_side_leads_to_the_it_band() {
    let mut map = past_the_checks(&[PlaceId::IliotibialBand], AgeBand::From35, Onset::Gradual);
    let yes = [Key::PredictableStart, Key::TenderOuterEpicondyle];
    let _ = answer(&mut map, &yes);
    assert_eq!(best(&map), ConditionId::IliotibialBandSyndrome);
}

#[test]
fn a_hot_knee_with_fever_stops_everything() {
    let mut map = map();
    let _ = map.update(Message::Toggle(PlaceId::Patella));
    let _ = map.update(Message::Continue);
    let _ = map.update(Message::Age(AgeBand::From18));
    let _ = map.update(Message::Onset(Onset::Gradual));
    let mut action = map.update(Message::Next);
    while let Stage::Asking(_, Step::Check { groups, index, .. }) = &map.stage {
        let keys = groups[*index].keys.clone();
        for key in [Key::HotKnee, Key::Fever] {
            if keys.contains(&key) {
                let _ = map.update(Message::Choose(key));
            }
        }
        action = map.update(Message::Next);
    }
    assert!(
        matches!(action, Action::SeeSomeone(Leg::Left)),
        "{action:?}"
    );
    assert!(map.offered().is_empty());
    assert!(matches!(map.update(Message::Start(0)), Action::None));
    assert!(!map.stops().contains(&Message::Start(0)));

    // Only a person can say that somebody has looked at it.
    assert!(matches!(
        map.update(Message::Checked),
        Action::Checked(Leg::Left)
    ));
    assert_eq!(map.stage, Stage::Marking);
}

#[test]
fn what_was_said_another_day_waits_until_somebody_has_looked() {
    let mut map = map();
    map.waiting(&[Knee::Left]);
    let _ = map.update(Message::Toggle(PlaceId::Patella));
    let _ = map.update(Message::Continue);
    let _ = map.update(Message::Age(AgeBand::From18));
    let _ = map.update(Message::Onset(Onset::Gradual));
    let mut actions = vec![map.update(Message::Next)];
    while let Stage::Asking(_, step) = &map.stage {
        let message = match step {
            Step::Question(_) => Message::Answer(Answer::NotSure),
            _ => Message::None,
        };
        actions.push(map.update(message));
    }
    assert!(matches!(map.stage, Stage::Done(..)));
    assert!(
        !actions
            .iter()
            .any(|action| matches!(action, Action::Checked(_)))
    );
    assert!(map.offered().is_empty());
}

#[test]
fn both_legs_are_asked_about_one_after_the_other() {
    let mut map = map();
    let _ = map.update(Message::Leg(Leg::Right));
    let _ = map.update(Message::Toggle(PlaceId::PatellarTendon));
    let _ = map.update(Message::Leg(Leg::Left));
    let _ = map.update(Message::Toggle(PlaceId::Patella));
    assert_eq!(map.spots(), 2);
    for leg in [Leg::Left, Leg::Right] {
        let _ = match leg {
            Leg::Left => map.update(Message::Continue),
            Leg::Right => map.update(Message::OtherLeg),
        };
        assert!(matches!(map.stage, Stage::Asking(asked, Step::About) if asked == leg));
        assert_eq!(map.leg, leg);
        let _ = map.update(Message::Age(AgeBand::From18));
        let _ = map.update(Message::Onset(Onset::Gradual));
        let _ = map.update(Message::Next);
        while matches!(map.stage, Stage::Asking(_, Step::Check { .. })) {
            let _ = map.update(Message::None);
        }
        let _ = answer(&mut map, &[]);
        assert!(matches!(map.stage, Stage::Done(done, _) if done == leg));
    }
    assert_eq!(map.leg_to_come(), None);
}

#[test]
fn every_answer_can_be_taken_back() {
    let mut map = past_the_checks(&[PlaceId::Patella], AgeBand::From18, Onset::Gradual);
    let Stage::Asking(_, Step::Question(first)) = map.stage else {
        panic!("a question: {:?}", map.stage);
    };
    let _ = map.update(Message::Answer(Answer::Yes));
    let _ = map.update(Message::Back);
    assert!(matches!(map.stage, Stage::Asking(_, Step::Question(key)) if key == first));
    assert_eq!(map.questions_asked(Leg::Left), 0);

    // Back through the checks, to the marks.
    for _ in 0..20 {
        let _ = map.update(Message::Back);
    }
    assert_eq!(map.stage, Stage::Marking);
    assert_eq!(map.story().marks, [PlaceId::Patella]);
}

#[test]
fn nobody_goes_on_without_a_mark_or_without_saying_how_it_began() {
    let mut map = map();
    let _ = map.update(Message::Continue);
    assert_eq!(map.stage, Stage::Marking);
    assert!(!map.stops().contains(&Message::Continue));

    let _ = map.update(Message::Everywhere);
    let _ = map.update(Message::Continue);
    let _ = map.update(Message::Age(AgeBand::From18));
    let _ = map.update(Message::Next);
    assert!(matches!(map.stage, Stage::Asking(_, Step::About)));
    assert!(!map.stops().contains(&Message::Next));
}

#[test]
fn marks_outside_the_knee_are_asked_about_and_say_where_the_map_ends() {
    let mut map = past_the_checks(
        &[PlaceId::DistalQuadriceps],
        AgeBand::From18,
        Onset::Gradual,
    );
    let _ = answer(&mut map, &[]);
    let Stage::Done(_, outcome) = &map.stage else {
        panic!("{:?}", map.stage);
    };
    assert_eq!(
        outcome.assessment.outcome,
        crate::knee::Outcome::OutsideTheKnee
    );
}

#[test]
fn the_keyboard_alone_marks_and_answers() {
    let mut map = map();
    for stroke in [Stroke::Down, Stroke::Enter] {
        assert!(map.key(stroke).is_some(), "{stroke:?}");
    }
    assert_eq!(map.spots(), 1);
    let _ = map.key(Stroke::Backspace);
    assert_eq!(map.spots(), 0);
    let _ = map.key(Stroke::Character('4'));
    assert_eq!(map.view, View::Back);
    let _ = map.key(Stroke::Character('r'));
    assert_eq!(map.leg, Leg::Right);

    let mut map = past_the_checks(&[PlaceId::Patella], AgeBand::From18, Onset::Gradual);
    let before = map.questions_asked(Leg::Left);
    let _ = map.key(Stroke::Character('0'));
    assert_eq!(map.questions_asked(Leg::Left), before + 1);
    let _ = map.key(Stroke::Backspace);
    assert_eq!(map.questions_asked(Leg::Left), before);
}

#[test]
fn enter_goes_on_after_every_choice_and_after_going_back() {
    let mut map = map();
    let _ = map.update(Message::Toggle(PlaceId::Patella));
    let _ = map.update(Message::Continue);
    let _ = map.update(Message::Age(AgeBand::From18));
    let _ = map.update(Message::Onset(Onset::Gradual));
    let _ = map.update(Message::Next);
    let enter = |map: &mut KneeMap| {
        let on = map.focus.current(&map.stops()).expect("a way on");
        map.update(on)
    };
    // Chosen and taken back again: nothing stops. Chosen: not being able to take four steps does.
    let _ = map.key(Stroke::Character('3'));
    let _ = map.key(Stroke::Character('3'));
    let _ = enter(&mut map);
    assert!(matches!(
        map.stage,
        Stage::Asking(_, Step::Check { index: 1, .. })
    ));
    let _ = map.key(Stroke::Backspace);
    let _ = map.key(Stroke::Character('3'));
    let _ = enter(&mut map);
    assert!(matches!(map.stage, Stage::Done(..)), "{:?}", map.stage);
}

#[test]
fn arrows_reach_every_place_of_every_view() {
    for leg in [Leg::Left, Leg::Right] {
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
