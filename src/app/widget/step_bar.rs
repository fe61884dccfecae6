//! The progress of a session: one strip for each step, as wide as the step is long.
mod strips;

use super::PlayerScale;
use crate::app::theme::{Tokens, Tone, font, mix, type_role};
use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{Quad, Renderer as _};
use iced::advanced::text::{self, Paragraph as _, Renderer as _, Text};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse, overlay, renderer};
use iced::alignment::Vertical;
use iced::widget::text::{LineHeight, Shaping, Wrapping};
use iced::{
    Border, Color, Element, Event, Font, Length, Pixels, Point, Rectangle, Renderer, Size, Theme,
    Vector, border, touch,
};
pub use strips::Strip;
use strips::Strips;

/// The line around what was passed and not done, in logical pixels.
const HOLLOW: f32 = 1.5;
/// The height that can be pressed, whatever the height of the strips.
const SMALLEST_TARGET: f32 = 24.0;

/// The progress of a session. `current` is the index of the strip being played and `fraction` how much of it
/// is done, 0 to 1; `done` says which strips were done, and one that was passed without is hollow. `tone` is the hue of the
/// state. Above 40 steps, hand in one strip for each exercise.
/// A press publishes [`Strip::step`] of the strip under the pointer.
pub fn step_bar<'a, Message: 'a>(
    scale: PlayerScale,
    strips: &'a [Strip],
    done: Vec<bool>,
    current: usize,
    fraction: f32,
    tone: Tone,
    on_press: impl Fn(usize) -> Message + 'a,
) -> Element<'a, Message> {
    Element::new(StepBar {
        scale,
        strips: Strips(strips),
        done,
        current,
        fraction: fraction.clamp(0.0, 1.0),
        tone,
        on_press: Box::new(on_press),
    })
}

struct StepBar<'a, Message> {
    scale: PlayerScale,
    strips: Strips<'a>,
    done: Vec<bool>,
    current: usize,
    fraction: f32,
    tone: Tone,
    on_press: Box<dyn Fn(usize) -> Message + 'a>,
}

/// The strip under the pointer.
#[derive(Default)]
struct State {
    hovered: Option<usize>,
}

impl<Message> StepBar<'_, Message> {
    fn height(&self) -> f32 {
        self.scale.px(12.0)
    }

    fn hit(&self, bounds: Rectangle, cursor: mouse::Cursor) -> Option<usize> {
        let position = cursor.position_in(bounds)?;

        self.strips.at(position.x, bounds.width)
    }
}

impl<Message> Widget<Message, Theme, Renderer> for StepBar<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(
        &mut self,
        _tree: &mut Tree,
        _renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        layout::atomic(limits, Length::Fill, self.height().max(SMALLEST_TARGET))
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        _viewport: &Rectangle,
    ) {
        let tokens = Tokens::of(theme);
        let bounds = layout.bounds();
        let height = self.height();
        let hovered = tree.state.downcast_ref::<State>().hovered;
        let plain = Border::default();
        let mut fill = |bounds: Rectangle, border: Border, colour: Color| {
            let border = border.rounded(height / 2.0);
            renderer.fill_quad(
                Quad {
                    bounds,
                    border,
                    ..Quad::default()
                },
                colour,
            );
        };

        for (index, (left, width)) in self.strips.spans(bounds.width).enumerate() {
            let strip = Rectangle {
                x: bounds.x + left,
                y: bounds.center_y() - height / 2.0,
                width,
                height,
            };
            let lit = |colour| {
                if hovered == Some(index) {
                    mix(colour, tokens.ink, 0.18)
                } else {
                    colour
                }
            };

            let is_done = self.done.get(index).is_some_and(|is_done| *is_done);
            if is_done && index != self.current {
                fill(strip, plain, lit(tokens.primary));
                continue;
            }
            if index < self.current {
                // Passed, and not done.
                let line = border::color(lit(tokens.control)).width(HOLLOW);
                fill(strip, line, Color::TRANSPARENT);
                continue;
            }
            fill(strip, plain, lit(tokens.line));

            if index == self.current && self.fraction > 0.0 {
                let done = Rectangle {
                    width: done(width, height, self.fraction),
                    ..strip
                };

                fill(done, plain, lit(tokens.hue(self.tone).text));
            }
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let hit = self.hit(layout.bounds(), cursor);

        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                if let Some(index) = hit {
                    shell.publish((self.on_press)(self.strips.0[index].step));
                    shell.capture_event();
                }
            }
            Event::Mouse(_) if state.hovered != hit => {
                state.hovered = hit;
                // The label of the strip is a layer of its own that has to be laid out.
                shell.invalidate_layout();
                shell.request_redraw();
            }
            _ => {}
        }
    }

    fn mouse_interaction(
        &self,
        _tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        if self.hit(layout.bounds(), cursor).is_some() {
            mouse::Interaction::Pointer
        } else {
            mouse::Interaction::None
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        _renderer: &Renderer,
        _viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let index = tree.state.downcast_ref::<State>().hovered?;
        let strip = self.strips.0.get(index)?;
        let bounds = layout.bounds() + translation;
        let (left, width) = self.strips.spans(bounds.width).nth(index)?;

        Some(overlay::Element::new(Box::new(Label {
            lines: [
                Line::new(&strip.name, self.scale.text(15.0), font::SEMIBOLD),
                Line::new(&strip.time, self.scale.text(13.0), font::REGULAR),
            ],
            strip: Rectangle {
                x: bounds.x + left,
                width,
                ..bounds
            },
        })))
    }
}

/// The name and time of the strip under the pointer.
struct Label<'a> {
    lines: [Line<'a>; 2],
    strip: Rectangle,
}

impl Label<'_> {
    /// Between the label and the strip, and between the label and the edge of the window.
    const DISTANCE: f32 = 4.0;
    const PADDING: Size = Size::new(14.0, 9.0);
}

impl<Message> overlay::Overlay<Message, Theme, Renderer> for Label<'_> {
    fn layout(&mut self, _renderer: &Renderer, bounds: Size) -> layout::Node {
        let text = self.lines.iter().fold(Size::ZERO, |size, line| {
            let line = line.measure();

            Size::new(size.width.max(line.width), size.height + line.height)
        });
        let size = Size::new(
            text.width.ceil() + 2.0 * Self::PADDING.width,
            text.height.ceil() + 2.0 * Self::PADDING.height,
        );
        let right = (bounds.width - size.width - Self::DISTANCE).max(Self::DISTANCE);
        let below = self.strip.y + self.strip.height + Self::DISTANCE;
        let y = if below + size.height <= bounds.height {
            below
        } else {
            self.strip.y - size.height - Self::DISTANCE
        };

        layout::Node::new(size).move_to(Point::new(
            (self.strip.center_x() - size.width / 2.0).clamp(Self::DISTANCE, right),
            y,
        ))
    }

    fn draw(
        &self,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
    ) {
        let tokens = Tokens::of(theme);
        let bounds = layout.bounds();
        let mut top = bounds.y + Self::PADDING.height;

        renderer.fill_quad(
            Quad {
                bounds,
                border: border::rounded(crate::app::theme::size::radius::SMALL),
                ..Quad::default()
            },
            tokens.ink,
        );

        for line in &self.lines {
            let size = line.measure();

            renderer.fill_text(
                Text {
                    // A little more than it takes: text that fills its bounds to the last bit would wrap.
                    bounds: Size::new(size.width.ceil() + 1.0, size.height),
                    ..line.text(line.content.to_owned())
                },
                Point::new(bounds.x + Self::PADDING.width, top),
                tokens.surface,
                bounds,
            );
            top += size.height;
        }
    }
}

/// One line of a label.
struct Line<'a> {
    content: &'a str,
    size: Pixels,
    font: Font,
}

impl<'a> Line<'a> {
    fn new(content: &'a str, size: f32, font: Font) -> Self {
        Self {
            content,
            size: size.into(),
            font,
        }
    }

    fn text<Content>(&self, content: Content) -> Text<Content, Font> {
        Text {
            content,
            bounds: Size::INFINITE,
            size: self.size,
            line_height: LineHeight::Relative(type_role::LABEL.line_height),
            font: self.font,
            align_x: text::Alignment::Default,
            align_y: Vertical::Top,
            shaping: Shaping::Advanced,
            wrapping: Wrapping::None,
        }
    }

    fn measure(&self) -> Size {
        <Renderer as text::Renderer>::Paragraph::with_text(self.text(self.content)).min_bounds()
    }
}

/// How far a strip is filled: in whole pixels, so that it is painted anew when it has grown and not for every frame, and
/// never shorter than its corners, where it would lose its shape.
fn done(width: f32, height: f32, fraction: f32) -> f32 {
    (width * fraction).floor().max(height.min(width))
}

#[cfg(test)]
mod tests {
    use super::done;

    #[test]
    fn a_strip_grows_by_whole_pixels_up_to_its_end() {
        let widths: Vec<f32> = (0..=1000)
            .map(|n| done(100.0, 12.0, n as f32 / 1000.0))
            .collect();
        assert!(widths.is_sorted());
        assert!(
            widths
                .iter()
                .all(|width| width.fract() == 0.0 && *width >= 12.0)
        );
        assert_eq!(widths.last(), Some(&100.0));
        assert_eq!(done(8.0, 12.0, 0.1), 8.0);
    }
}
