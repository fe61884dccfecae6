//! Strength days a week: bars over the band one aims for.
use iced::advanced::text::Alignment;
use iced::border::Radius;
use iced::widget::canvas::{Frame, Path};
use iced::{Color, Point, Rectangle, Size};

use super::label::{label, ticks, words};
use super::pain_line::{ticks_of, title};
use super::{Drawn, Tick, key_of};
use crate::app::theme::type_role::CAPTION;
use crate::app::theme::{Tokens, font, mix};
use crate::training::overview::Overview;
use crate::training::range::Grain;
use crate::training::week::GOAL;
use crate::words::progress as said;

/// The widest a bar gets, in logical pixels.
const WIDEST: f32 = 26.0;

/// Strength days a week, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    bars: Vec<Bar>,
    ticks: Vec<Tick>,
    /// The highest number on the axis.
    top: u8,
    key: u64,
}

#[derive(Debug, Clone, PartialEq)]
struct Bar {
    value: f32,
    title: String,
    text: String,
}

impl Bars {
    /// The bars of an overview.
    pub fn of(overview: &Overview) -> Self {
        let bars: Vec<Bar> = overview
            .strength
            .bars
            .iter()
            .map(|(piece, value)| Bar {
                value: *value,
                title: title(piece.from, overview.grain, overview.span),
                text: match overview.grain {
                    Grain::Day | Grain::Week => said::strength_days(*value as u32),
                    _ => said::strength_a_week(*value),
                },
            })
            .collect();
        let most = bars.iter().map(|bar| bar.value).fold(0.0, f32::max);
        let told: Vec<_> = bars
            .iter()
            .map(|bar| (bar.value.to_bits(), &bar.title))
            .collect();
        Self {
            ticks: ticks_of(overview.span),
            top: (most.ceil() as u8).clamp(4, 7),
            key: key_of((told, overview.span)),
            bars,
        }
    }

    fn area(size: Size) -> Rectangle {
        let left = 22.0;
        let below = 26.0;
        Rectangle {
            x: left,
            y: 10.0,
            width: (size.width - left).max(1.0),
            height: (size.height - 10.0 - below).max(1.0),
        }
    }

    fn y(&self, area: Rectangle, value: f32) -> f32 {
        area.y + (1.0 - value / f32::from(self.top)) * area.height
    }

    /// Where a bar stands.
    fn bar(&self, area: Rectangle, index: usize) -> Rectangle {
        let slot = area.width / self.bars.len().max(1) as f32;
        let width = (slot * 0.58).clamp(1.0, WIDEST);
        let value = self.bars.get(index).map_or(0.0, |bar| bar.value);
        let top = self.y(area, value);
        Rectangle {
            x: area.x + slot * (index as f32 + 0.5) - width / 2.0,
            y: top,
            width,
            height: area.y + area.height - top,
        }
    }

    fn fill(&self, area: Rectangle, frame: &mut Frame, index: usize, colour: Color) {
        let bar = self.bar(area, index);
        if bar.height <= 0.0 {
            return;
        }
        let round = (bar.width / 2.0).min(5.0).min(bar.height);
        let corners = Radius::new(0.0).top(round);
        frame.fill(
            &Path::rounded_rectangle(bar.position(), bar.size(), corners),
            colour,
        );
    }
}

impl Drawn for &Bars {
    fn key(&self) -> u64 {
        self.key
    }

    fn hit(&self, at: Point, size: Size) -> Option<usize> {
        let area = Bars::area(size);
        let slot = area.width / self.bars.len().max(1) as f32;
        let is_within = at.x >= area.x && at.x < area.x + area.width;
        is_within
            .then(|| ((at.x - area.x) / slot) as usize)
            .filter(|index| *index < self.bars.len())
    }

    fn draw(&self, tokens: &Tokens, frame: &mut Frame) {
        let area = Bars::area(frame.size());
        let (fewest, most) = (GOAL.0 as f32, GOAL.1 as f32);
        let (top, bottom) = (self.y(area, most), self.y(area, fewest));
        frame.fill_rectangle(
            Point::new(area.x, top),
            Size::new(area.width, bottom - top),
            tokens.plum.soft,
        );
        words(
            frame,
            CAPTION.with_font(font::MEDIUM),
            said::goal(),
            tokens.plum.text,
            Point::new(area.x + area.width, top - 10.0),
            Alignment::Right,
        );
        for number in 0..=self.top {
            let at = Point::new(area.x - 8.0, self.y(area, f32::from(number)));
            words(
                frame,
                CAPTION,
                &number.to_string(),
                tokens.ink_faint,
                at,
                Alignment::Right,
            );
        }
        frame.fill_rectangle(
            Point::new(area.x, area.y + area.height),
            Size::new(area.width, 1.0),
            tokens.line,
        );
        let last = self.bars.len().saturating_sub(1);
        for index in 0..self.bars.len() {
            // The week that is not over yet is the one one can still do something about.
            let colour = if index == last {
                tokens.plum.text
            } else {
                tokens.plum.fill
            };
            self.fill(area, frame, index, colour);
        }
        let below = area.y + area.height + 15.0;
        ticks(
            frame,
            tokens.ink_faint,
            &self.ticks,
            None,
            (area.x, area.width, below),
        );
    }

    fn point_out(&self, tokens: &Tokens, frame: &mut Frame, index: usize) {
        let Some(told) = self.bars.get(index) else {
            return;
        };
        let area = Bars::area(frame.size());
        self.fill(area, frame, index, mix(tokens.plum.fill, tokens.ink, 0.35));
        let bar = self.bar(area, index);
        let beside = Point::new(bar.center_x(), bar.y);
        label(frame, tokens, beside, &told.title, &told.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars(values: &[f32]) -> Bars {
        Bars {
            bars: values
                .iter()
                .map(|value| Bar {
                    value: *value,
                    title: String::new(),
                    text: String::new(),
                })
                .collect(),
            ticks: Vec::new(),
            top: 4,
            key: 0,
        }
    }

    #[test]
    fn bars_stand_apart_within_the_chart_and_are_as_high_as_they_say() {
        let size = Size::new(330.0, 200.0);
        let area = Bars::area(size);
        for count in [1, 4, 13, 53, 60] {
            let bars = bars(&vec![2.0; count]);
            let mut edge = area.x;
            for index in 0..count {
                let bar = bars.bar(area, index);
                assert!(bar.x >= edge, "{count} {index}");
                assert!((bar.height - area.height / 2.0).abs() < 0.01);
                edge = bar.x + bar.width;
                let hit = (&bars).hit(bar.center(), size);
                assert_eq!(hit, Some(index));
            }
            assert!(edge <= size.width);
        }
    }
}
