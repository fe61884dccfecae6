//! Pointing at the diagram.

use std::collections::BTreeSet;

use kneewise::knee::diagram::{HEIGHT, WIDTH};
use kneewise::knee::{AreaId, Diagram, Direction, Point, Stroke, View};
use kneewise::side::Side;

use super::notation::KNOWLEDGE;

const LEGS: [Side; 2] = [Side::Right, Side::Left];

fn diagram() -> &'static Diagram {
    KNOWLEDGE.diagram()
}

fn hit(view: View, leg: Side, x: f32, y: f32, snap: f32) -> Option<&'static str> {
    let place = diagram().hit(view, leg, Point { x, y }, snap);
    place.map(AreaId::id)
}

#[test]
fn every_anchor_hits_its_own_place() {
    for view in View::ALL {
        for leg in LEGS {
            for place in diagram().places(view) {
                let anchor = diagram().anchor(view, leg, place).unwrap();
                assert_eq!(
                    diagram().hit(view, leg, anchor, 0.0),
                    Some(place),
                    "{view:?} {leg:?}"
                );
            }
        }
    }
}

#[test]
fn each_view_has_its_places() {
    let counts = View::ALL.map(|view| diagram().places(view).count());
    assert_eq!(counts, [24, 21, 20, 11]);
    for place in AreaId::ALL {
        assert!(diagram().views_of(*place).count() > 0, "{place}");
    }
}

#[test]
fn a_left_leg_is_the_mirror_image_with_the_same_ids() {
    assert_eq!(
        hit(View::Front, Side::Right, 380.0, 422.0, 0.0),
        Some("medial-joint-line")
    );
    assert_eq!(
        hit(View::Front, Side::Left, 380.0, 422.0, 0.0),
        Some("lateral-joint-line")
    );
    for view in View::ALL {
        for (x, y) in grid(23.0) {
            assert_eq!(
                hit(view, Side::Right, x, y, 0.0),
                hit(view, Side::Left, WIDTH - x, y, 0.0)
            );
        }
    }
}

/// The lines of the program are those of the drawing, to the digit.
#[test]
fn outlines_are_those_of_the_drawings() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/knee");
    for view in View::ALL {
        let drawing = std::fs::read_to_string(folder.join(format!("{}.svg", view.id()))).unwrap();
        let (_, layer) = drawing.split_once("<g id=\"regions\"").unwrap();
        let (layer, _) = layer.split_once("</g>").unwrap();
        let attribute = |path: &str, name: &str| {
            let (_, value) = path.split_once(&format!(" {name}=\"")).unwrap();
            value.split_once('"').unwrap().0.to_owned()
        };
        let mut count = 0;
        for path in layer.split("<path").skip(1) {
            let id = attribute(path, "id");
            let place = AreaId::ALL.iter().find(|place| place.id() == id).unwrap();
            let strokes = diagram().outline(view, *place);
            assert_eq!(written(strokes), numbers(&attribute(path, "d")), "{id}");
            count += 1;
        }
        assert_eq!(count, diagram().places(view).count());
    }
}

/// A letter for each stroke, and the numbers after it.
fn written(strokes: &[Stroke]) -> Vec<(char, Vec<f32>)> {
    let flat = |points: &[Point]| points.iter().flat_map(|point| [point.x, point.y]).collect();
    let strokes = strokes.iter().map(|stroke| match *stroke {
        Stroke::MoveTo(to) => ('M', flat(&[to])),
        Stroke::LineTo(to) => ('L', flat(&[to])),
        Stroke::CurveTo(first, second, to) => ('C', flat(&[first, second, to])),
        Stroke::Close => ('Z', Vec::new()),
    });
    strokes.collect()
}

fn numbers(path: &str) -> Vec<(char, Vec<f32>)> {
    let mut strokes: Vec<(char, String)> = Vec::new();
    for sign in path.chars() {
        match strokes.last_mut() {
            Some((_, numbers)) if !sign.is_ascii_uppercase() => numbers.push(sign),
            _ => strokes.push((sign, String::new())),
        }
    }
    let parsed = strokes.into_iter().map(|(letter, numbers)| {
        let numbers = numbers.split_whitespace();
        (
            letter,
            numbers.map(|number| number.parse().unwrap()).collect(),
        )
    });
    parsed.collect()
}

fn grid(step: f32) -> impl Iterator<Item = (f32, f32)> {
    let along = move |length: f32| (0..=(length / step) as u16).map(move |n| f32::from(n) * step);
    along(WIDTH).flat_map(move |x| along(HEIGHT).map(move |y| (x, y)))
}

#[test]
fn nothing_is_hit_beside_the_leg() {
    for view in View::ALL {
        for leg in LEGS {
            for (x, y) in [(1.0, 400.0), (599.0, 400.0), (2.0, 2.0), (598.0, 798.0)] {
                assert_eq!(hit(view, leg, x, y, 14.0), None, "{view:?} {x} {y}");
            }
            for (x, y) in [(f32::NAN, 1.0), (1.0, f32::INFINITY), (-1e30, 1e30)] {
                assert_eq!(hit(view, leg, x, y, 14.0), None);
            }
        }
    }
}

/// From inside the leg outwards: a hit, then within reach, then nothing.
#[test]
fn a_point_just_beside_the_leg_snaps_to_the_nearest_place() {
    let y = 345.0;
    let edge = (0..600)
        .map(|x| x as f32)
        .find(|x| hit(View::Lateral, Side::Right, *x, y, 0.0).is_some())
        .unwrap();
    let at_edge = hit(View::Lateral, Side::Right, edge, y, 0.0);
    assert_eq!(hit(View::Lateral, Side::Right, edge - 10.0, y, 0.0), None);
    assert_eq!(
        hit(View::Lateral, Side::Right, edge - 10.0, y, 14.0),
        at_edge
    );
    assert_eq!(hit(View::Lateral, Side::Right, edge - 20.0, y, 14.0), None);
    assert_eq!(
        hit(View::Lateral, Side::Left, WIDTH - edge + 10.0, y, 14.0),
        at_edge
    );
}

/// Places share their borders exactly, so the one with the first priority has the border.
#[test]
fn a_border_belongs_to_the_place_that_comes_first() {
    for view in View::ALL {
        let order: Vec<_> = diagram().places(view).collect();
        for (x, y) in grid(7.0) {
            let Some(found) = diagram().hit(view, Side::Right, Point { x, y }, 0.0) else {
                continue;
            };
            // Reaching out from a hit changes nothing.
            assert_eq!(
                diagram().hit(view, Side::Right, Point { x, y }, 50.0),
                Some(found)
            );
            assert!(order.contains(&found));
        }
    }
    let front: Vec<_> = diagram()
        .places(View::Front)
        .take(3)
        .map(AreaId::id)
        .collect();
    assert_eq!(front, ["patella", "tibial-tubercle", "patellar-tendon"]);
}

/// The whole of the leg between the cut ends belongs to some place: no gaps to fall through.
#[test]
fn the_leg_has_no_gaps() {
    for view in View::ALL {
        for row in 0..80 {
            let y = row as f32 * 10.0 + 0.37;
            let hits: Vec<_> = (0..600)
                .map(|x| hit(view, Side::Right, x as f32 + 0.43, y, 0.0).is_some())
                .collect();
            let first = hits.iter().position(|hit| *hit).unwrap();
            let last = hits.iter().rposition(|hit| *hit).unwrap();
            assert!(hits[first..=last].iter().all(|hit| *hit), "{view:?} {y}");
        }
    }
}

#[test]
fn outlines_can_be_drawn() {
    for view in View::ALL {
        for place in AreaId::ALL {
            let outline = diagram().outline(view, *place);
            let shown = diagram().places(view).any(|it| it == *place);
            assert_eq!(!outline.is_empty(), shown, "{view:?} {place}");
            if shown {
                assert!(matches!(outline[0], Stroke::MoveTo(_)));
                assert_eq!(outline.last(), Some(&Stroke::Close));
            }
        }
    }
    let parts = |place| {
        let outline = diagram().outline(View::Front, place).iter();
        outline
            .filter(|stroke| matches!(stroke, Stroke::MoveTo(_)))
            .count()
    };
    assert_eq!(parts(AreaId::FatPad), 2, "one on each side of the tendon");
    assert_eq!(parts(AreaId::Patella), 1);
}

#[test]
fn arrows_reach_every_place() {
    for view in View::ALL {
        for leg in LEGS {
            let order = diagram().reading_order(view, leg);
            let mut reached = BTreeSet::from([order[0]]);
            let mut open = vec![order[0]];
            while let Some(from) = open.pop() {
                for direction in [
                    Direction::Up,
                    Direction::Down,
                    Direction::Left,
                    Direction::Right,
                ] {
                    let Some(to) = diagram().step(view, leg, from, direction) else {
                        continue;
                    };
                    assert_ne!(to, from);
                    if reached.insert(to) {
                        open.push(to);
                    }
                }
            }
            let all: BTreeSet<_> = order.iter().copied().collect();
            assert_eq!(reached, all, "{view:?} {leg:?}");
            assert_eq!(all.len(), diagram().places(view).count());
        }
    }
}

#[test]
fn arrows_go_by_what_is_seen() {
    let step = |leg, from, direction| {
        let to = diagram().step(View::Front, leg, from, direction);
        to.map(AreaId::id)
    };
    use Direction::{Down, Left, Right, Up};
    let kneecap = AreaId::Patella;
    assert_eq!(step(Side::Right, kneecap, Up), Some("quadriceps-tendon"));
    assert_eq!(step(Side::Right, kneecap, Down), Some("patellar-tendon"));
    assert_eq!(
        step(Side::Right, kneecap, Right),
        Some("peripatellar-medial")
    );
    assert_eq!(
        step(Side::Left, kneecap, Right),
        Some("peripatellar-lateral")
    );
    assert_eq!(step(Side::Left, kneecap, Left), Some("peripatellar-medial"));
}

#[test]
fn reading_order_runs_from_the_top_down() {
    let order = diagram().reading_order(View::Front, Side::Right);
    let at = |place| order.iter().position(|it| *it == place).unwrap();
    assert!(at(AreaId::DistalQuadriceps) < at(AreaId::QuadricepsTendon));
    assert!(at(AreaId::QuadricepsTendon) < at(AreaId::Patella));
    assert!(at(AreaId::PeripatellarLateral) < at(AreaId::PeripatellarMedial));
    assert!(at(AreaId::TibialTubercle) < at(AreaId::ShinAnterior));
    let left = diagram().reading_order(View::Front, Side::Left);
    let at = |place| left.iter().position(|it| *it == place).unwrap();
    assert!(at(AreaId::PeripatellarMedial) < at(AreaId::PeripatellarLateral));
}
