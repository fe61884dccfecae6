//! Words in charts: on their axes, and in the box beside what the pointer is on.
use iced::advanced::text;
use iced::alignment::Vertical;
use iced::widget::canvas::{Frame, Path, Text};
use iced::widget::text::{LineHeight, Shaping};
use iced::{Color, Point, Size};

use super::Tick;
use crate::app::theme::size::radius;
use crate::app::theme::type_role::{CAPTION, Role};
use crate::app::theme::{Tokens, font};

/// Between two labels of an axis, in logical pixels.
const APART: f32 = 10.0;

/// Words at a point, in this colour.
pub fn words(
    frame: &mut Frame,
    role: Role,
    content: &str,
    colour: Color,
    at: Point,
    side: text::Alignment,
) {
    frame.fill_text(Text {
        content: content.to_owned(),
        position: at,
        color: colour,
        size: role.size.into(),
        line_height: LineHeight::Relative(role.line_height),
        font: role.font,
        align_x: side,
        align_y: Vertical::Center,
        shaping: Shaping::Advanced,
        ..Text::default()
    });
}

/// The labels of the axis of time, from `left` over `width`, and what stands at its end. Those that would run into one
/// another are left out.
pub fn ticks(
    frame: &mut Frame,
    colour: Color,
    ticks: &[Tick],
    end: Option<&str>,
    (left, width, y): (f32, f32, f32),
) {
    let mut edge = left + width;
    if let Some(end) = end {
        words(
            frame,
            CAPTION,
            end,
            colour,
            Point::new(edge, y),
            text::Alignment::Right,
        );
        edge -= CAPTION.measure(end).width + APART;
    }
    let mut free = f32::MIN;
    for tick in ticks {
        let x = left + tick.at * width;
        let right = x + CAPTION.measure(&tick.text).width;
        if x < free || right > edge {
            continue;
        }
        words(
            frame,
            CAPTION,
            &tick.text,
            colour,
            Point::new(x, y),
            text::Alignment::Left,
        );
        free = right + APART;
    }
}

/// A box with two lines of words beside a point, within the chart.
pub fn label(frame: &mut Frame, tokens: &Tokens, beside: Point, title: &str, content: &str) {
    const PADDING: Size = Size::new(12.0, 7.0);
    const AWAY: f32 = 10.0;

    let strong = CAPTION.with_font(font::SEMIBOLD);
    let (head, body) = (strong.measure(title), CAPTION.measure(content));
    let size = Size::new(
        head.width.max(body.width).ceil() + 2.0 * PADDING.width,
        head.height + body.height + 2.0 * PADDING.height,
    );
    let x = (beside.x - size.width / 2.0)
        .min(frame.width() - size.width)
        .max(0.0);
    let above = beside.y - AWAY - size.height;
    let y = if above >= 0.0 {
        above
    } else {
        (beside.y + AWAY).min(frame.height() - size.height).max(0.0)
    };
    let corner = Point::new(x, y);
    frame.fill(
        &Path::rounded_rectangle(corner, size, radius::SMALL.into()),
        tokens.ink,
    );
    let line = |y| Point::new(x + PADDING.width, y);
    let first = y + PADDING.height + head.height / 2.0;
    words(
        frame,
        strong,
        title,
        tokens.surface,
        line(first),
        text::Alignment::Left,
    );
    words(
        frame,
        CAPTION,
        content,
        tokens.surface,
        line(first + (head.height + body.height) / 2.0),
        text::Alignment::Left,
    );
}
