//! Numbers on a knee that is looked at: on their places where there is room, and else beside the leg with a line.

use iced::alignment::Vertical;
use iced::widget::canvas::{Frame, Path, Text};
use iced::{Color, Point, Size};

use super::{Fit, KneePicture, line_of};
use crate::app::theme::{Tokens, font};
use crate::knee::{AreaId, Diagram, View, diagram};

/// The radius of a badge, in logical pixels, and of the largest in proportion to the shorter side of the room.
const RADIUS: f32 = 12.5;
const SHARE: f32 = 0.06;
/// How far beside its place a badge stands, in view-box units.
const BESIDE: f32 = 70.0;
/// Between two badges, in logical pixels.
const GAP: f32 = 4.0;

/// Where a number stands, and the spot that it means where that is another.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Badge {
    at: Point,
    spot: Point,
}

pub(super) fn draw(knee: &KneePicture<'_>, frame: &mut Frame, fit: &Fit, tokens: &Tokens) {
    let room = frame.size();
    let radius = radius_in(room);
    for (number, badge) in badges(knee, fit, room) {
        let Badge { at, spot } = badge;
        if at != spot {
            let line = Path::line(spot, at);
            frame.stroke(&line, line_of(Color::WHITE, 4.4));
            frame.stroke(&line, line_of(tokens.mark, 1.8));
            frame.fill(&Path::circle(spot, 4.4), Color::WHITE);
            frame.fill(&Path::circle(spot, 3.2), tokens.mark);
        }
        frame.fill(&Path::circle(at, radius + 2.0), Color::WHITE);
        frame.fill(&Path::circle(at, radius), tokens.mark);
        frame.fill_text(Text {
            content: number.to_string(),
            position: at,
            color: tokens.on_mark,
            size: (radius * 1.1).into(),
            font: font::SEMIBOLD,
            align_x: iced::widget::text::Alignment::Center,
            align_y: Vertical::Center,
            ..Text::default()
        });
    }
}

fn radius_in(room: Size) -> f32 {
    RADIUS.min(room.width.min(room.height) * SHARE)
}

/// The badges of the places that this view shows, with their numbers. No two lie on each other.
fn badges(knee: &KneePicture<'_>, fit: &Fit, room: Size) -> Vec<(usize, Badge)> {
    let radius = radius_in(room);
    let edge = radius + 2.0;
    let mut badges: Vec<_> = Vec::new();
    for (index, place) in knee.lit.iter().enumerate() {
        let Some(anchor) = knee.diagram.anchor(knee.view, knee.leg, *place) else {
            continue;
        };
        let spot = fit.place(anchor);
        let inside = inner_radius(knee.diagram, knee.view, *place) * fit.scale;
        let at = if inside >= edge {
            spot
        } else {
            let outward = if anchor.x < diagram::WIDTH / 2.0 {
                -BESIDE
            } else {
                BESIDE
            };
            Point::new(spot.x + outward * fit.scale, spot.y)
        };
        badges.push((index + 1, Badge { at, spot }));
    }
    badges.sort_by(|(_, one), (_, other)| one.at.y.total_cmp(&other.at.y));
    let mut placed: Vec<Point> = Vec::new();
    for (_, badge) in &mut badges {
        badge.at.x = badge.at.x.clamp(edge, (room.width - edge).max(edge));
        badge.at.y = badge.at.y.clamp(edge, (room.height - edge).max(edge));
        let apart = 2.0 * edge + GAP;
        for other in &placed {
            if badge.at.distance(*other) < apart {
                let across = badge.at.x - other.x;
                badge.at.y = other.y + (apart * apart - across * across).max(0.0).sqrt();
            }
        }
        placed.push(badge.at);
    }
    badges
}

/// How far the outline of a place stays from its anchor, in view-box units.
fn inner_radius(diagram: &Diagram, view: View, place: AreaId) -> f32 {
    let Some(anchor) = diagram.anchor(view, crate::side::Side::Right, place) else {
        return 0.0;
    };
    let mut last = anchor;
    let mut least = f32::INFINITY;
    let mut pass = |point: diagram::Point| {
        least = least.min((point.x - anchor.x).hypot(point.y - anchor.y));
    };
    for stroke in diagram.outline(view, place) {
        match *stroke {
            diagram::Stroke::MoveTo(to) => last = to,
            diagram::Stroke::LineTo(to) => {
                (0..=8).for_each(|step| pass(between(last, to, step as f32 / 8.0)));
                last = to;
            }
            diagram::Stroke::CurveTo(first, second, to) => {
                for step in 0..=8 {
                    let share = step as f32 / 8.0;
                    let [a, b, c] = [(last, first), (first, second), (second, to)]
                        .map(|(from, to)| between(from, to, share));
                    let [a, b] = [(a, b), (b, c)].map(|(from, to)| between(from, to, share));
                    pass(between(a, b, share));
                }
                last = to;
            }
            diagram::Stroke::Close => {}
        }
    }
    if least.is_finite() { least } else { 0.0 }
}

fn between(from: diagram::Point, to: diagram::Point, share: f32) -> diagram::Point {
    diagram::Point {
        x: from.x + (to.x - from.x) * share,
        y: from.y + (to.y - from.y) * share,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Crop;
    use super::*;
    use crate::side::Side;

    #[test]
    fn no_two_numbers_lie_on_each_other_and_all_are_in_sight() {
        let (knowledge, _) = crate::content::knowledge();
        let diagram = knowledge.diagram();
        for view in View::ALL {
            let lit: Vec<_> = diagram.places(view).take(8).collect();
            for leg in [Side::Left, Side::Right] {
                let knee = KneePicture {
                    diagram,
                    view,
                    leg,
                    picture: None,
                    crop: Crop::Whole,
                    lit: &lit,
                    is_numbered: true,
                };
                let room = Size::new(400.0, 500.0);
                let badges = badges(&knee, &Fit::of(Crop::Whole, leg, room), room);
                assert_eq!(badges.len(), lit.len());
                for (index, (number, badge)) in badges.iter().enumerate() {
                    let Point { x, y } = badge.at;
                    assert!(x > 12.0 && x < 388.0 && y > 12.0 && y < 488.0, "{badge:?}");
                    for (other, second) in &badges[index + 1..] {
                        let apart = badge.at.distance(second.at);
                        assert!(apart > 25.0, "{view:?} {leg:?}: {number} {other} {apart}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_number_lies_on_its_place_only_where_the_place_is_large() {
        let (knowledge, _) = crate::content::knowledge();
        let diagram = knowledge.diagram();
        let radius = |id: &str| {
            let place = AreaId::with_id(id);
            place.map(|place| inner_radius(diagram, View::Front, place))
        };
        assert!(radius("patella").is_some_and(|radius| radius > 30.0));
        assert!(radius("gerdys-tubercle").is_some_and(|radius| radius < 30.0));
    }
}
