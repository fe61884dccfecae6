//! The days one moved: a column for each week, Monday on top, in four steps.
use iced::advanced::text::Alignment;
use iced::widget::canvas::{Frame, Path, Stroke};
use iced::{Color, Point, Rectangle, Size};
use jiff::civil::Date;

use super::label::{label, words};
use super::{Drawn, key_of};
use crate::app::theme::type_role::CAPTION;
use crate::app::theme::{Tokens, mix};
use crate::training::calendar::{Day, Step};
use crate::words::{grammar, progress as said};

/// Days in a column.
const DAYS: usize = 7;
/// How much of the distance between days a day takes.
const SHARE: f32 = 0.76;

/// A year of days, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Heat {
    weeks: Vec<[Cell; DAYS]>,
    today: Date,
    key: u64,
}

#[derive(Debug, Clone, PartialEq)]
struct Cell {
    date: Date,
    step: Step,
    text: String,
}

impl Heat {
    /// Weeks of days as seen from `today`. Days that are still to come are left out.
    pub fn of(weeks: &[[Day; DAYS]], today: Date) -> Self {
        let cell = |day: &Day| Cell {
            date: day.date,
            step: day.step(),
            text: match day.sessions {
                0 => said::no_session().to_owned(),
                sessions => said::done(sessions, day.worked),
            },
        };
        let weeks: Vec<[Cell; DAYS]> = weeks.iter().map(|days| days.each_ref().map(cell)).collect();
        let told: Vec<_> = weeks
            .iter()
            .flatten()
            .map(|cell| (cell.date, cell.step, &cell.text))
            .collect();
        Self {
            key: key_of((told, today)),
            weeks,
            today,
        }
    }

    /// How high it is with days so far apart, in logical pixels.
    pub fn height(pitch: f32) -> f32 {
        above() + pitch * DAYS as f32
    }

    pub(super) fn at_pitch(&self, pitch: f32) -> Pitched<'_> {
        Pitched { heat: self, pitch }
    }

    /// The day at an index, where something was done on it.
    pub(super) fn open(&self, index: usize) -> Option<Date> {
        let cell = self.weeks.get(index / DAYS)?.get(index % DAYS)?;
        (cell.step != Step::None).then_some(cell.date)
    }
}

/// The colours of a day: its fill, and a line around it where the fill alone would be lost.
pub(super) fn colours(tokens: &Tokens, step: Step) -> (Color, Option<Color>) {
    let hue = tokens.spruce;
    match step {
        Step::None => (tokens.sunken, Some(tokens.line)),
        Step::Little => (mix(hue.soft, hue.fill, 0.35), None),
        Step::Some => (hue.fill, None),
        Step::Much => (hue.text, None),
    }
}

/// The room above the days.
fn above() -> f32 {
    22.0
}

/// A year with days so far apart, in logical pixels.
#[derive(Clone, Copy)]
pub(super) struct Pitched<'a> {
    heat: &'a Heat,
    pitch: f32,
}

impl Pitched<'_> {
    fn left() -> f32 {
        38.0
    }

    /// The first week there is room for.
    fn first(&self, width: f32) -> usize {
        let room = ((width - Self::left()) / self.pitch).max(1.0) as usize;
        self.heat.weeks.len().saturating_sub(room)
    }

    fn cell(&self, width: f32, index: usize) -> Option<Rectangle> {
        let column = (index / DAYS).checked_sub(self.first(width))?;
        let side = self.pitch * SHARE;
        Some(Rectangle {
            x: Self::left() + column as f32 * self.pitch,
            y: above() + (index % DAYS) as f32 * self.pitch,
            width: side,
            height: side,
        })
    }

    fn fill(&self, tokens: &Tokens, frame: &mut Frame, cell: &Cell, room: Rectangle) {
        let shape =
            Path::rounded_rectangle(room.position(), room.size(), (self.pitch * 0.24).into());
        let (fill, line) = colours(tokens, cell.step);
        frame.fill(&shape, fill);
        let line = if cell.date == self.heat.today {
            Some((tokens.ink_soft, 1.5))
        } else {
            line.map(|colour| (colour, 1.0))
        };
        if let Some((colour, width)) = line {
            frame.stroke(
                &shape,
                Stroke::default().with_color(colour).with_width(width),
            );
        }
    }
}

impl Drawn for Pitched<'_> {
    fn key(&self) -> u64 {
        key_of((self.heat.key, self.pitch.to_bits()))
    }

    fn hit(&self, at: Point, size: Size) -> Option<usize> {
        let (x, y) = (at.x - Self::left(), at.y - above());
        if x < 0.0 || y < 0.0 {
            return None;
        }
        let (column, day) = ((x / self.pitch) as usize, (y / self.pitch) as usize);
        let week = self.first(size.width) + column;
        let cell = self.heat.weeks.get(week)?.get(day)?;
        (cell.date <= self.heat.today).then_some(week * DAYS + day)
    }

    fn draw(&self, tokens: &Tokens, frame: &mut Frame) {
        let width = frame.width();
        let first = self.first(width);
        for (row, name) in said::day_labels().into_iter().enumerate() {
            let y = above() + (2 * row) as f32 * self.pitch + self.pitch * SHARE / 2.0;
            let at = Point::new(Self::left() - 8.0, y);
            words(frame, CAPTION, name, tokens.ink_faint, at, Alignment::Right);
        }
        let mut free = f32::MIN;
        for (week, days) in self.heat.weeks.iter().enumerate().skip(first) {
            for (day, cell) in days.iter().enumerate() {
                if cell.date <= self.heat.today
                    && let Some(room) = self.cell(width, week * DAYS + day)
                {
                    self.fill(tokens, frame, cell, room);
                }
            }
            // A month is named above the first week that begins in it.
            let is_new = days[0].date.day() <= 7;
            let x = Self::left() + (week - first) as f32 * self.pitch;
            let name = grammar::short_month(days[0].date.month());
            let right = x + CAPTION.measure(name).width;
            if is_new && x >= free && right <= width {
                let at = Point::new(x, 8.0);
                words(frame, CAPTION, name, tokens.ink_faint, at, Alignment::Left);
                free = right + 6.0;
            }
        }
    }

    fn point_out(&self, tokens: &Tokens, frame: &mut Frame, index: usize) {
        let cell = self.heat.weeks.get(index / DAYS);
        let Some(cell) = cell.and_then(|days| days.get(index % DAYS)) else {
            return;
        };
        let Some(room) = self.cell(frame.width(), index) else {
            return;
        };
        let shape = Path::rounded_rectangle(
            Point::new(room.x - 2.0, room.y - 2.0),
            Size::new(room.width + 4.0, room.height + 4.0),
            (self.pitch * 0.3).into(),
        );
        frame.stroke(
            &shape,
            Stroke::default().with_color(tokens.ink).with_width(2.0),
        );
        let title = grammar::named_date(cell.date, self.heat.today);
        let beside = Point::new(room.center_x(), room.center_y());
        label(frame, tokens, beside, &title, &cell.text);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]

    use super::*;
    use crate::training::calendar::Calendar;
    use crate::training::overview::heat;

    #[test]
    fn a_narrow_chart_shows_the_last_weeks_and_days_are_where_they_are_drawn() {
        let today: Date = "2026-11-25".parse().expect("a day");
        let heat = Heat::of(&heat(&Calendar::default(), today), today);
        for (width, weeks) in [(1_000.0, 53), (600.0, 35), (10.0, 1)] {
            let pitched = heat.at_pitch(16.0);
            let size = Size::new(width, Heat::height(16.0));
            assert_eq!(heat.weeks.len() - pitched.first(width), weeks);
            // The Wednesday of the last week, and the Thursday that is still to come.
            let today = 52 * DAYS + 2;
            let at = |index| pitched.cell(width, index).map(|cell| cell.center());
            let hit = |at: Option<Point>| at.and_then(|at| pitched.hit(at, size));
            assert_eq!(hit(at(today)), Some(today));
            assert_eq!(hit(at(today + 1)), None);
        }
    }

    #[test]
    fn four_steps_look_like_four_steps() {
        for tokens in [
            &crate::app::theme::token::LIGHT,
            &crate::app::theme::token::DARK,
        ] {
            let steps = [Step::None, Step::Little, Step::Some, Step::Much];
            let contrast =
                steps.map(|step| colours(tokens, step).0.relative_contrast(tokens.surface));
            assert!(contrast.is_sorted(), "{contrast:?}");
            for pair in contrast.windows(2) {
                assert!(pair[1] / pair[0] > 1.2, "{contrast:?}");
            }
            assert!(contrast[2] >= 3.0);
        }
    }
}
