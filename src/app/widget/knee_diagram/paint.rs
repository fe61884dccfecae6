//! Painting the knee: the picture, the outlines, what is marked, and the badges.

use iced::advanced::mouse;
use iced::alignment::Vertical;
use iced::widget::canvas::gradient::Linear;
use iced::widget::canvas::{self, Fill, Frame, Geometry, LineJoin, Path, Stroke, Text};
use iced::widget::image;
use iced::{Color, Point, Rectangle, Renderer, Size, Theme};

use super::fit::Framing;
use super::placing::{BADGE, Badge};
use super::{Fit, KneeDiagram};
use crate::app::theme::{Tokens, font};
use crate::knee::{AreaId, diagram};

/// How much of the height of a section fades out above and below.
const FADED: f32 = 0.1;

/// The picture under the places.
pub(super) struct Picture {
    pub handle: Option<image::Handle>,
    pub framing: Framing,
}

impl<Message> canvas::Program<Message> for Picture {
    type State = ();

    fn draw(
        &self,
        _state: &(),
        renderer: &Renderer,
        _theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let Some(handle) = &self.handle else {
            return Vec::new();
        };
        let mut frame = Frame::new(renderer, bounds.size());
        frame.draw_image(self.framing.fit(bounds.size()).bounds(), handle);
        vec![frame.into_geometry()]
    }
}

impl KneeDiagram<'_> {
    pub(super) fn draw(&self, frame: &mut Frame, tokens: &Tokens, has_outlines: bool) {
        let room = frame.size();
        let fit = self.fit(room);
        let accent = tokens.mark;
        if has_outlines {
            for place in self.diagram.places(self.view) {
                self.outline(frame, &fit, place, |frame, path| {
                    frame.stroke(path, line_of(faint(Color::WHITE, 0.75), 3.4 * fit.scale));
                    frame.stroke(path, line_of(faint(accent, 0.5), 1.3 * fit.scale));
                });
            }
        }
        for place in self.marked.iter().chain(&self.lit) {
            self.highlight(frame, &fit, *place, (accent, 0.50), 3.0, 6.0);
        }
        if let Some(pointed) = self.pointed {
            let is_marked = self.marked.contains(&pointed.place);
            let (fill, line, halo) = match (pointed.by_key, is_marked) {
                (_, true) => (0.12, 3.0, 6.0),
                (true, false) => (0.26, 3.0, 6.0),
                (false, false) => (0.26, 1.8, 4.2),
            };
            self.highlight(frame, &fit, pointed.place, (accent, fill), line, halo);
        }
        if !self.fills_room {
            self.fade(frame, &fit, tokens.surface);
        }
        for (index, badge) in self.badges(room) {
            draw_badge(frame, badge, (index + 1).to_string(), tokens);
        }
        if let Some(pointed) = self.pointed
            && let Some(label) = self.label(room, pointed.place)
        {
            let from = Point::new(
                if label.is_right {
                    label.bounds.x
                } else {
                    label.bounds.x + label.bounds.width
                },
                label.bounds.center_y(),
            );
            frame.stroke(
                &Path::line(from, label.dot),
                Stroke::default().with_color(tokens.ink).with_width(1.6),
            );
            frame.fill(&Path::circle(label.dot, 3.0), tokens.ink);
        }
    }

    /// The cut ends fade into the card.
    fn fade(&self, frame: &mut Frame, fit: &Fit, card: Color) {
        let top = fit.place(diagram::Point {
            x: 0.0,
            y: self.section.top,
        });
        let height = self.section.height * fit.scale;
        let reach = height * FADED;
        let room = frame.size();
        let clear = faint(card, 0.0);
        // A pixel more, so that no seam shows between what is covered and what fades.
        frame.fill_rectangle(Point::ORIGIN, Size::new(room.width, top.y.max(0.0)), card);
        let bottom = top.y + height;
        let below = Size::new(room.width, (room.height - bottom).max(0.0));
        frame.fill_rectangle(Point::new(0.0, bottom), below, card);
        for (from, to) in [(top.y - 0.5, top.y + reach), (bottom + 0.5, bottom - reach)] {
            let gradient = Linear::new(Point::new(0.0, from), Point::new(0.0, to))
                .add_stop(0.0, card)
                .add_stop(1.0, clear);
            let corner = Point::new(0.0, from.min(to));
            let size = Size::new(room.width, (to - from).abs());
            frame.fill_rectangle(corner, size, Fill::from(gradient));
        }
    }

    /// A place in the accent: filled this strongly, with a line and a halo of these widths in view-box units.
    fn highlight(
        &self,
        frame: &mut Frame,
        fit: &Fit,
        place: AreaId,
        (accent, strength): (Color, f32),
        line: f32,
        halo: f32,
    ) {
        self.outline(frame, fit, place, |frame, path| {
            frame.fill(path, Fill::from(faint(accent, strength)));
            // Lines keep their weight where the knee is drawn small.
            let scale = fit.scale.max(0.6);
            frame.stroke(path, line_of(faint(Color::WHITE, 0.9), halo * scale));
            frame.stroke(path, line_of(accent, line * scale));
        });
    }

    fn outline(
        &self,
        frame: &mut Frame,
        fit: &Fit,
        place: AreaId,
        draw: impl FnOnce(&mut Frame, &Path),
    ) {
        let at = |point: diagram::Point| fit.place(point.mirrored_for(self.leg));
        let strokes = self.diagram.outline(self.view, place);
        if strokes.is_empty() {
            return;
        }
        let path = Path::new(|path| {
            for stroke in strokes {
                match *stroke {
                    diagram::Stroke::MoveTo(to) => path.move_to(at(to)),
                    diagram::Stroke::LineTo(to) => path.line_to(at(to)),
                    diagram::Stroke::CurveTo(first, second, to) => {
                        path.bezier_curve_to(at(first), at(second), at(to));
                    }
                    diagram::Stroke::Close => path.close(),
                }
            }
        });
        draw(frame, &path);
    }
}

pub(super) fn faint(colour: Color, share: f32) -> Color {
    Color { a: share, ..colour }
}

pub(super) fn line_of(colour: Color, width: f32) -> Stroke<'static> {
    Stroke::default()
        .with_color(colour)
        .with_width(width)
        .with_line_join(LineJoin::Round)
}

fn draw_badge(frame: &mut Frame, badge: Badge, number: String, tokens: &Tokens) {
    let accent = tokens.mark;
    if let Some(place) = badge.leader {
        let line = Path::line(place, badge.at);
        frame.stroke(&line, line_of(Color::WHITE, 4.4));
        frame.stroke(&line, line_of(accent, 1.8));
        frame.fill(&Path::circle(place, 4.4), Color::WHITE);
        frame.fill(&Path::circle(place, 3.2), accent);
    }
    frame.fill(&Path::circle(badge.at, BADGE / 2.0 + 2.2), Color::WHITE);
    frame.fill(&Path::circle(badge.at, BADGE / 2.0), accent);
    frame.fill_text(Text {
        content: number,
        position: badge.at,
        color: tokens.on_mark,
        size: 13.5.into(),
        font: font::BOLD,
        align_x: iced::widget::text::Alignment::Center,
        align_y: Vertical::Center,
        ..Text::default()
    });
}
