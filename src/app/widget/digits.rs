//! Numbers that do not jitter: each digit stands in a cell of its own, and a number is as wide whenever it comes.
//!
//! Inter's digits differ in width and iced cannot ask for its tabular ones. In Inter Bold the widest
//! glyph is the zero: 0.588 em of ink in an advance of 0.688 em. A cell of 0.64 em leaves a gap like the
//! one between letters of this size in the design.
use super::PlayerScale;
use crate::app::theme::{font, type_role};
use iced::advanced::layout::{self, Layout};
use iced::advanced::text::paragraph::Plain;
use iced::advanced::text::{self, Renderer as _, Text};
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Widget, mouse, renderer};
use iced::alignment::Vertical;
use iced::widget::text::{Fragment, IntoFragment, LineHeight, Shaping, Wrapping};
use iced::{Element, Font, Length, Point, Rectangle, Renderer, Size, Theme};

/// The width of a digit's cell, in em.
pub const DIGIT_CELL: f32 = 0.64;
/// The width of the cell of a 1, in em: in one as wide as the others', 11 would be two numbers.
pub const ONE_CELL: f32 = 0.46;
/// The width of a colon's cell, in em.
pub const COLON_CELL: f32 = 0.27;
/// The height of the line, in em: Inter's digits are 0.727 high and have nothing below the line.
const LINE: f32 = type_role::COUNTDOWN.line_height;

/// A number, or a time such as 1:05, in cells of fixed width. `size` is in logical pixels.
pub fn digits<'a>(content: impl IntoFragment<'a>, size: f32) -> Digits<'a> {
    Digits {
        content: content.into_fragment(),
        size,
        font: font::BOLD,
    }
}

/// The countdown of the player: large for up to two digits, smaller for times, and smaller still where it
/// would not fit the ring.
pub fn countdown<'a>(scale: PlayerScale, content: impl IntoFragment<'a>) -> Digits<'a> {
    /// What fits between the inner edges of the ring at the height of the digits.
    const ROOM: f32 = 262.0;

    let content = content.into_fragment();
    let designed = if content.chars().count() > 2 {
        type_role::COUNTDOWN_LONG.size
    } else {
        type_role::COUNTDOWN.size
    };
    let size = designed.min(ROOM / ems(&content).max(1.0));

    digits(content, scale.px(size))
}

/// The width of a number in cells, in em.
fn ems(content: &str) -> f32 {
    content.chars().map(cell).sum()
}

fn cell(character: char) -> f32 {
    match character {
        ':' | '.' | ',' => COLON_CELL,
        '1' => ONE_CELL,
        _ => DIGIT_CELL,
    }
}

/// A number in cells of fixed width.
#[derive(Debug)]
pub struct Digits<'a> {
    content: Fragment<'a>,
    size: f32,
    font: Font,
}

impl Digits<'_> {
    /// Sets the number in another weight.
    #[must_use]
    pub fn font(mut self, font: Font) -> Self {
        self.font = font;
        self
    }
}

/// The digits, each shaped on its own and kept until it changes.
#[derive(Default)]
struct State(Vec<Plain<Paragraph>>);

type Paragraph = <Renderer as text::Renderer>::Paragraph;

impl<Message> Widget<Message, Theme, Renderer> for Digits<'_> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Shrink, Length::Shrink)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        _renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let State(digits) = tree.state.downcast_mut();
        let mut utf8 = [0; 4];

        digits.resize_with(self.content.chars().count(), Plain::default);
        for (digit, character) in digits.iter_mut().zip(self.content.chars()) {
            let _ = digit.update(Text {
                content: character.encode_utf8(&mut utf8),
                bounds: Size::INFINITE,
                size: self.size.into(),
                line_height: LineHeight::Relative(LINE),
                font: self.font,
                align_x: text::Alignment::Default,
                align_y: Vertical::Top,
                shaping: Shaping::Advanced,
                wrapping: Wrapping::None,
            });
        }

        layout::atomic(limits, ems(&self.content) * self.size, LINE * self.size)
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let State(digits) = tree.state.downcast_ref();
        let bounds = layout.bounds();
        let mut left = bounds.x;

        for (digit, character) in digits.iter().zip(self.content.chars()) {
            let width = cell(character) * self.size;

            renderer.fill_paragraph(
                digit.raw(),
                Point::new(left + (width - digit.min_width()) / 2.0, bounds.y),
                style.text_color,
                *viewport,
            );
            left += width;
        }
    }

    fn operate(
        &mut self,
        _tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.text(None, layout.bounds(), &self.content);
    }
}

impl<'a, Message> From<Digits<'a>> for Element<'a, Message> {
    fn from(digits: Digits<'a>) -> Self {
        Element::new(digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_same_length_are_equally_wide_but_for_their_ones() {
        assert_eq!(ems("20"), ems("44"));
        assert_eq!(ems("2:05"), ems("4:00"));
        assert!(ems("9") < ems("10"));
    }

    #[test]
    fn eleven_is_one_number() {
        // Inter Display Bold's 1 is 0.379 em wide: what parts two of them is less than a fifth of an em.
        assert!(ems("11") - 2.0 * 0.379 < 0.2);
        assert!(ems("11") < ems("44"));
    }

    #[test]
    fn long_times_shrink_to_fit_the_ring() {
        let scale = PlayerScale::default();

        assert_eq!(countdown(scale, "21").size, 172.0);
        assert_eq!(countdown(scale, "1:05").size, 118.0);
        assert!(countdown(scale, "12:30").size < 118.0);
    }
}
