//! The pages as they are drawn: what is seen, clicked and kept clear.

use iced::Rectangle;

use super::*;
use crate::app::widget::{KneeDiagram, Outlines, Section};
use crate::knee::{StatementId, diagram};
use crate::words::knee_map as words;

/// The rooms the drawing has in windows of the three sizes.
const ROOMS: [(Size, Section); 4] = [
    (Size::new(306.0, 350.0), Section::JOINT),
    (Size::new(306.0, 350.0), Section::LEG),
    (Size::new(468.0, 470.0), Section::KNEE),
    (Size::new(588.0, 780.0), Section::KNEE),
];

/// Lets `look` see the drawing of every view, leg and room with these marks.
fn every_drawing(marked: &[AreaId], look: impl Fn(&KneeDiagram<'_>, Size)) {
    let map = map();
    for view in View::ALL {
        for leg in [Side::Left, Side::Right] {
            for (room, section) in ROOMS {
                let knee = KneeDiagram {
                    diagram: KNOWLEDGE.diagram(),
                    shapes: &map.shapes,
                    view,
                    leg,
                    picture: None,
                    section,
                    fills_room: false,
                    outlines: Outlines::Always,
                    marked,
                    lit: None,
                    is_still: true,
                    pointed: None,
                };
                look(&knee, room);
            }
        }
    }
}

/// Whether any place of the drawing lies in this part of its room.
fn covers_the_leg(knee: &KneeDiagram<'_>, room: Size, part: Rectangle) -> bool {
    let scale = (knee.drawn_size())(room).width / diagram::WIDTH;
    let middle = knee.shapes.middle(knee.view, knee.leg, knee.section);
    let height = knee.section.top + knee.section.height / 2.0;
    let steps = 12_u8;
    (0..=steps).any(|column| {
        (0..=steps).any(|row| {
            let x = part.x + part.width * f32::from(column) / f32::from(steps);
            let y = part.y + part.height * f32::from(row) / f32::from(steps);
            let point = diagram::Point {
                x: middle + (x - room.width / 2.0) / scale,
                y: height + (y - room.height / 2.0) / scale,
            };
            knee.diagram.hit(knee.view, knee.leg, point, 0.0).is_some()
        })
    })
}

#[test]
fn labels_stand_beside_the_knee_and_never_over_it() {
    let marked = [AreaId::Patella, AreaId::LateralJointLine];
    every_drawing(&marked, |knee, room| {
        let mut labelled = 0;
        for place in knee.diagram.places(knee.view) {
            let Some(label) = knee.label(room, place) else {
                continue;
            };
            labelled += 1;
            let view = knee.view;
            assert!(
                !covers_the_leg(knee, room, label.bounds),
                "{view:?} {place}"
            );
            let drawing = Rectangle::with_size(room);
            assert!(label.bounds.is_within(&drawing), "{view:?} {place}");
            for (_, badge) in knee.badges(room) {
                assert!(!label.bounds.contains(badge.at), "{view:?} {place}");
            }
        }
        if knee.view == View::Front && room.width > 460.0 {
            assert!(labelled > 16, "{labelled}");
        }
    });
}

#[test]
fn badges_hide_no_small_place_and_lie_apart() {
    let all = AreaId::ALL;
    every_drawing(all, |knee, room| {
        let badges = knee.badges(room);
        for (index, badge) in &badges {
            let place = all[*index];
            let is_small = knee.shapes.inner_radius(knee.view, place) < 30.0;
            assert_eq!(badge.leader.is_some(), is_small, "{place}");
            if let Some(leader) = badge.leader {
                assert!(badge.at.distance(leader) > 20.0, "{place}");
            }
            for (other, beside) in badges.iter().filter(|(other, _)| other > index) {
                let apart = badge.at.distance(beside.at);
                let both_on = badge.leader.is_none() && beside.leader.is_none();
                assert!(both_on || apart >= 25.0, "{place} {}", all[*other]);
            }
        }
    });
}

#[test]
fn the_kneecap_wears_its_badge_and_the_joint_line_has_it_beside() {
    let marked = [AreaId::Patella, AreaId::LateralJointLine];
    every_drawing(&marked, |knee, room| {
        let badges = knee.badges(room);
        if knee.view == View::Front {
            assert_eq!(badges[0].1.leader, None);
            let beside = badges[1].1;
            assert!(beside.leader.is_some());
            let side = Size::new(24.0, 24.0);
            let corner = beside.at - iced::Vector::new(12.0, 12.0);
            let badge = Rectangle::new(corner, side);
            assert!(!covers_the_leg(knee, room, badge));
        }
    });
}

#[test]
fn nothing_is_preselected_and_a_click_on_a_knee_goes_on() {
    for window in SIZES {
        let mut visit = Visit::of(map(), window);
        assert!(visit.says(words::which_knee()));
        let _ = visit.click(words::right_knee());
        assert_eq!(
            (visit.map.stage, visit.map.leg),
            (Stage::Marking, Side::Right)
        );
        assert!(visit.says(words::mark_one()));
    }
}

#[test]
fn the_drawing_asks_for_its_picture_and_for_another_with_every_turn() {
    let mut visit = Visit::of(map(), SIZES[1]);
    let asked = |visit: &mut Visit| -> Vec<Drawing> {
        let asked = visit.actions.iter().filter_map(|action| match action {
            Action::Picture(drawing, _) => Some(*drawing),
            _ => None,
        });
        let mut asked: Vec<Drawing> = asked.collect();
        // Every drawing of this window is a first one.
        let mut known = Vec::new();
        asked.retain(|drawing| {
            let is_new = !known.contains(drawing);
            known.push(*drawing);
            is_new
        });
        visit.actions.clear();
        asked
    };
    let legs: Vec<Side> = asked(&mut visit)
        .iter()
        .map(|drawing| drawing.leg)
        .collect();
    assert_eq!(legs, [Side::Left, Side::Right]);
    let _ = visit.send(Message::Side(Side::Left));
    visit.draw();
    let shown = |view, layer| Drawing {
        view,
        leg: Side::Left,
        layer,
    };
    assert_eq!(asked(&mut visit), [shown(View::Front, Layer::Inside)]);
    let _ = visit.send(Message::View(View::Back));
    let _ = visit.send(Message::Layer(Layer::Skin));
    visit.draw();
    assert_eq!(asked(&mut visit), [shown(View::Back, Layer::Skin)]);
}

#[test]
fn a_chip_names_each_mark_and_the_list_ends_above_and_below_the_knee() {
    let mut visit = Visit::of(map(), SIZES[1]);
    let _ = visit.send(Message::Side(Side::Left));
    assert!(visit.says(words::nothing_marked()));
    let _ = visit.click("On or behind the kneecap");
    let _ = visit.send(Message::Toggle(AreaId::LateralJointLine));
    assert!(visit.says(&words::continue_with(2)));
    for name in ["On or behind the kneecap", "Outer joint line"] {
        let said = visit.words();
        let count = said.iter().filter(|words| words.content == name).count();
        assert_eq!(count, 2, "{name} in the list and as a chip");
    }
    let places = visit.map.places();
    let last = places.last().expect("places");
    assert!(!KNOWLEDGE.place(*last).is_of_the_knee());
    let heading = visit.bounds(words::above_and_below());
    let name = visit.bounds(&KNOWLEDGE.place(*last).name);
    assert!(heading.y < name.y);
}

#[test]
fn a_mark_on_the_drawing_is_looked_for_in_the_list_and_a_clicked_row_stays() {
    let mut map = map();
    let _ = map.update(Message::Side(Side::Left));
    let _ = map.update(Message::Toggle(AreaId::FatPad));
    assert_eq!(map.reach(), None);
    let _ = map.update(Message::Gesture(Gesture::Press(AreaId::PesAnserine)));
    let reach = map.reach().expect("a row to show");
    assert!(reach > 0.5, "{reach}");
}

#[test]
fn a_mark_on_the_shin_says_what_shin_pain_often_is() {
    let mut visit = Visit::of(map(), SIZES[1]);
    let _ = visit.send(Message::Side(Side::Left));
    assert!(!visit.says(words::shin_pain()));
    let _ = visit.send(Message::Toggle(AreaId::ShinMedial));
    assert!(visit.says(words::shin_pain()));
    for line in words::shin_pain_lines() {
        assert!(visit.says(line), "{line}");
    }
    let _ = visit.send(Message::Undo);
    let _ = visit.send(Message::Toggle(AreaId::DistalQuadriceps));
    assert!(visit.says(words::map_ends_at_thigh()) && !visit.says(words::shin_pain()));
}

#[test]
fn about_you_keeps_its_place_when_an_injury_asks_one_more() {
    for window in SIZES {
        let mut visit = Visit::of(map(), window);
        let _ = visit.send(Message::Side(Side::Left));
        let _ = visit.send(Message::Everywhere);
        let _ = visit.send(Message::Continue);
        visit.draw();
        assert!(visit.says("Choose all three first"));
        let _ = visit.send(Message::Age(AgeBand::From18));
        let _ = visit.send(Message::Lasting(Duration::Under2));
        let texts = [words::how_old(), words::how_long(), words::how_it_began()];
        let before = texts.map(|text| visit.bounds(text));
        let _ = visit.send(Message::Onset(Onset::Injury));
        assert!(visit.says("Choose all four first"));
        assert!(visit.says(words::was_it_recent()));
        assert_eq!(texts.map(|text| visit.bounds(text)), before);
        let _ = visit.click(words::longer_ago());
        let _ = visit.click(words::next());
        assert!(matches!(visit.map.stage, Stage::Asking(_, Step::Check(0))));
    }
}

fn at_the_checks(window: Size) -> Visit {
    let map = before_the_checks(&[AreaId::Patella], AgeBand::From18, Onset::Gradual);
    Visit::of(map, window)
}

#[test]
fn every_statement_is_in_sight_in_larger_windows() {
    for window in &SIZES[1..] {
        let mut visit = at_the_checks(*window);
        while let Stage::Asking(_, Step::Check(page)) = visit.map.stage {
            let statements = visit.map.story().groups[page].statements.clone();
            assert!(statements.len() <= 10);
            for id in statements {
                let statement = KNOWLEDGE.statement(id);
                let texts = [&statement.say, &statement.how];
                for text in texts.into_iter().filter(|text| !text.is_empty()) {
                    let said = visit.words();
                    let words = said.iter().find(|words| words.content == *text);
                    let words = words.unwrap_or_else(|| panic!("no {text}"));
                    let seen = words.seen.map_or(0.0, |seen| seen.height);
                    assert!(
                        (seen - words.bounds.height).abs() < 0.5,
                        "{text}: {words:?}"
                    );
                }
            }
            assert!(!visit.says(words::more_below()));
            let _ = visit.click(words::none_of_these());
        }
    }
}

#[test]
fn a_small_window_shows_more_before_anything_can_be_denied() {
    let mut visit = at_the_checks(SIZES[0]);
    assert!(!visit.says(words::none_of_these()));
    let page = visit.map.stage;
    let action = visit.click(words::more_below());
    assert!(
        matches!(action, Action::Scroll(by) if *by > 100.0),
        "{action:?}"
    );
    // Neither keys nor messages get past it.
    for message in [Message::None, Message::Next] {
        assert!(matches!(visit.send(message), Action::Scroll(_)));
        assert_eq!(visit.map.stage, page);
    }
    // Ticking does not, either.
    let _ = visit.send(Message::Tick(StatementId::Fever));
    assert!(visit.says(words::more_below()) && !visit.says(words::next()));
    let _ = visit.send(Message::Tick(StatementId::Fever));

    // The end of the list says that all was seen.
    let Stage::Asking(_, Step::Check(index)) = page else {
        panic!("{page:?}");
    };
    let seen: Vec<Message> = {
        let mut view = visit.view();
        let redraw = || Event::Window(window::Event::RedrawRequested(Instant::now()));
        let _ = view.simulate([redraw()]);
        view.point_at(Point::new(350.0, 300.0));
        let wheel = iced::mouse::ScrollDelta::Pixels { x: 0.0, y: -2000.0 };
        let wheel = iced::mouse::Event::WheelScrolled { delta: wheel };
        let _ = view.simulate([Event::Mouse(wheel)]);
        let _ = view.simulate([redraw()]);
        view.into_messages().collect()
    };
    assert!(seen.contains(&Message::SeenLast(index)), "{seen:?}");
    for message in seen {
        let _ = visit.send(message);
    }
    let _ = visit.click(words::none_of_these());
    assert_ne!(visit.map.stage, page);

    // Seen stays seen; the page after it begins anew.
    assert!(visit.says(words::more_below()));
    let _ = visit.click(words::back());
    assert!(visit.says(words::none_of_these()));
}

#[test]
fn ticking_moves_and_grows_nothing() {
    for window in SIZES {
        let mut visit = at_the_checks(window);
        let texts: Vec<String> = visit.map.story().groups[0]
            .statements
            .iter()
            .map(|id| KNOWLEDGE.statement(*id).say.clone())
            .collect();
        let places = |visit: &Visit| -> Vec<Rectangle> {
            texts.iter().map(|text| visit.bounds(text)).collect()
        };
        let before = places(&visit);
        let statements = visit.map.story().groups[0].statements.clone();
        for id in statements {
            let _ = visit.send(Message::Tick(id));
            assert_eq!(places(&visit), before, "{id}");
        }
        assert!(visit.says(&words::ticked(texts.len())));
    }
}

#[test]
fn two_columns_are_filled_downwards() {
    let visit = at_the_checks(SIZES[1]);
    let statements = &visit.map.story().groups[0].statements;
    let at = |index: usize| visit.bounds(&KNOWLEDGE.statement(statements[index]).say);
    assert_eq!(at(0).x, at(4).x);
    assert!(at(5).x > at(0).x + 300.0);
    assert!((at(5).y - at(0).y).abs() < 4.0);
}

#[test]
fn the_parts_of_what_was_ticked_are_asked_on_a_page_of_their_own() {
    let mut visit = at_the_checks(SIZES[1]);
    let leg = &KNOWLEDGE.statement(StatementId::WeakOrNumbLeg).say;
    let _ = visit.click(leg);
    let _ = visit.click(words::next());
    assert!(visit.says(words::which_of_these()));
    for key in [Key::FootDrop, Key::WeakLeg, Key::Numb] {
        assert!(visit.says(&KNOWLEDGE.question(key).sign), "{key}");
    }
    let _ = visit.click(words::back());
    assert!(visit.map.story().is_ticked(StatementId::WeakOrNumbLeg));
}

#[test]
fn a_click_on_an_answer_goes_on_and_the_bar_counts() {
    for window in SIZES {
        let mut visit = at_the_checks(window);
        let _ = pass_the_checks(&mut visit.map);
        visit.draw();
        let first = visit.map.stage;
        assert!(visit.says(&words::question_of(1, MOST_QUESTIONS)));
        let _ = visit.click(words::yes());
        assert_ne!(visit.map.stage, first);
        assert!(visit.says(&words::question_of(2, MOST_QUESTIONS)));
        let _ = visit.click(words::back());
        assert_eq!(visit.map.stage, first);
        // What was said is still chosen, and Next goes on with it.
        let _ = visit.click(words::next());
        assert_ne!(visit.map.stage, first);
    }
}

#[test]
fn a_question_about_a_place_turns_the_drawing_to_it_and_names_it() {
    let map = before_the_checks(&[AreaId::IliotibialBand], AgeBand::From35, Onset::Gradual);
    let mut visit = Visit::of(map, SIZES[1]);
    let _ = pass_the_checks(&mut visit.map);
    for _ in 0..MOST_QUESTIONS {
        let Stage::Asking(_, Step::Question(key)) = visit.map.stage else {
            break;
        };
        visit.draw();
        if let Some((place, view)) = seen::place_of(key) {
            assert_eq!(visit.map.view, view);
            assert!(visit.says(&KNOWLEDGE.place(place).name), "{key}");
            return;
        }
        let _ = visit.send(Message::Answer(Answer::NotSure));
    }
    panic!("no question about a place was asked");
}

#[test]
fn a_plain_knee_takes_nine_clicks_and_one_for_each_question_more() {
    let remembered = Remembered {
        age: Some(AgeBand::From18),
        ..Remembered::default()
    };
    let knowledge = Arc::clone(&KNOWLEDGE);
    let mut visit = Visit::of(KneeMap::new(knowledge, Origin::Page, remembered), SIZES[1]);
    let mut clicks = 0;
    for text in [
        words::left_knee(),
        "On or behind the kneecap",
        &words::continue_with(1),
        words::durations()[1],
        words::beginnings()[0],
        words::next(),
    ] {
        let _ = visit.click(text);
        clicks += 1;
    }
    while let Stage::Asking(_, Step::Check(_)) = visit.map.stage {
        let _ = visit.click(words::none_of_these());
        clicks += 1;
    }
    assert!(clicks <= 9, "{clicks}");
    assert!(matches!(
        visit.map.stage,
        Stage::Asking(_, Step::Question(_))
    ));
}
