//! About the person and this knee: age, duration and beginning on one page.

use iced::widget::{Row, column, container, row, space};
use iced::{Center, Element, Fill, Length, Padding, Shrink};

use super::choice::{Choice, Lead, chip, choice};
use super::drawing::knee_name;
use super::{Drawing, KneeMap, Message, WAY, index_of};
use crate::app::control::{Kind, roving};
use crate::app::screen::Viewport;
use crate::app::theme::size::gap;
use crate::app::theme::{self, type_role};
use crate::app::widget::page::scroll;
use crate::app::widget::{
    Gesture, Icon, KneeDiagram, Outlines, Section, WindowSize, button, card, divider,
};
use crate::knee::{AgeBand, Duration, Onset};
use crate::side::Side;
use crate::words::{grammar, knee_map as words};

/// How wide the card with the leg is, in logical pixels.
const LEG_CARD: f32 = 250.0;

/// In a narrower window, in logical pixels, the ages need more than a row.
const NARROW: f32 = 720.0;

impl KneeMap {
    pub(super) fn about<'a>(&'a self, leg: Side, viewport: &Viewport) -> Element<'a, Message> {
        let is_small = viewport.size() == WindowSize::Small;
        let questions = column![
            question(
                words::how_old(),
                (!is_small).then_some(words::how_old_why()),
                self.ages(viewport.window.width < NARROW)
            ),
            question(
                words::how_long(),
                (!is_small).then_some(words::how_long_why()),
                self.durations(leg)
            ),
            question(words::how_it_began(), None, self.beginnings(leg, is_small)),
            self.recent(leg),
        ]
        .spacing(if is_small { 14 } else { 20 })
        .padding(Padding::from([gap::XXS, gap::XXS]));
        let missing = self.about_missing(leg);
        let label = if missing == 0 {
            words::next()
        } else {
            words::choose_all_first(self.about_count(leg))
        };
        let kept =
            (!is_small).then(|| type_role::caption(words::kept_here()).style(theme::text::faint));
        let next =
            next_button(label, is_small).on_press_maybe((missing == 0).then_some(Message::Next));
        let foot = row![self.back(), space::horizontal(), kept, next]
            .spacing(gap::M)
            .align_y(Center)
            .padding(Padding::ZERO.horizontal(gap::XXS));
        let panel = page_card(
            column![scroll(questions).height(Fill), foot].spacing(if is_small { 10 } else { 14 }),
            is_small,
        );
        if is_small {
            return panel;
        }
        row![self.marked_leg(leg, viewport), panel]
            .spacing(gap::M)
            .into()
    }

    /// How many questions there are.
    fn about_count(&self, leg: Side) -> usize {
        match self.stories[index_of(leg)].onset {
            Some(Onset::Injury) => 4,
            _ => 3,
        }
    }

    fn ages<'a>(&'a self, is_narrow: bool) -> Element<'a, Message> {
        let width = if is_narrow { Shrink } else { Fill };
        let ages = AgeBand::ALL
            .into_iter()
            .zip(words::ages())
            .map(|(band, label)| {
                let message = Message::Age(band);
                chip(label, self.remembered.age == Some(band), width, message)
            });
        let ages = Row::with_children(ages).spacing(gap::XS);
        let ages: Element<'a, Message> = if is_narrow {
            ages.wrap().into()
        } else {
            ages.into()
        };
        roving(Kind::Choices, words::how_old(), ages)
    }

    fn durations<'a>(&'a self, leg: Side) -> Element<'a, Message> {
        let chosen = self.stories[index_of(leg)].duration;
        let durations =
            Duration::ALL
                .into_iter()
                .zip(words::durations())
                .map(|(duration, label)| {
                    let message = Message::Lasting(duration);
                    chip(label, chosen == Some(duration), Shrink, message)
                });
        let durations = Row::with_children(durations).spacing(gap::XS).wrap();
        roving(Kind::Choices, words::how_long(), durations)
    }

    fn beginnings<'a>(&'a self, leg: Side, is_small: bool) -> Element<'a, Message> {
        let chosen = self.stories[index_of(leg)].onset;
        let names = if is_small {
            words::beginnings_short()
        } else {
            words::beginnings()
        };
        let rows = Onset::ALL
            .into_iter()
            .zip(names)
            .enumerate()
            .map(|(index, (onset, title))| {
                let message = Message::Onset(onset);
                choice(Choice {
                    lead: Lead::Circle,
                    title,
                    line: None,
                    key: (!is_small).then(|| (index + 1).to_string()),
                    is_on: chosen == Some(onset),
                    is_large: false,
                    message,
                })
            });
        let rows: Element<'a, Message> = if is_small {
            Row::with_children(rows).spacing(gap::XS).into()
        } else {
            column(rows).spacing(gap::XS).into()
        };
        roving(Kind::Choices, words::how_it_began(), rows)
    }

    /// Asked after an injury only, last, so that nothing above it moves.
    fn recent<'a>(&'a self, leg: Side) -> Option<Element<'a, Message>> {
        let story = &self.stories[index_of(leg)];
        if story.onset != Some(Onset::Injury) {
            return None;
        }
        let answers = [
            (true, words::within_seven_days()),
            (false, words::longer_ago()),
        ];
        let chips = answers.into_iter().map(|(is_recent, label)| {
            let message = Message::Recent(is_recent);
            chip(label, story.is_recent == Some(is_recent), Shrink, message)
        });
        let chips = Row::with_children(chips).spacing(gap::XS);
        let chips = roving(Kind::Choices, words::was_it_recent(), chips);
        Some(question(words::was_it_recent(), None, chips))
    }

    /// The leg with its marks, to look at.
    fn marked_leg<'a>(&'a self, leg: Side, viewport: &Viewport) -> Element<'a, Message> {
        let drawing = Drawing {
            view: self.view,
            leg,
            layer: self.layer(),
        };
        let knee = KneeDiagram {
            section: Section::STRIP,
            outlines: Outlines::Never,
            ..self.knee(drawing, viewport)
        };
        let picture = self.watched(knee, drawing, None::<fn(Gesture) -> Message>);
        card(
            column![
                container(picture).height(Fill),
                divider(),
                column![
                    type_role::SMALL
                        .with_font(theme::font::MEDIUM)
                        .text(knee_name(leg)),
                    type_role::caption(self.marked_names(leg)).style(theme::text::soft),
                ]
                .spacing(gap::XXXS),
            ]
            .spacing(gap::XS),
        )
        .style(theme::container::panel)
        .padding(Padding::from(gap::S).bottom(gap::M))
        .width(LEG_CARD)
        .height(Fill)
        .into()
    }

    /// What was marked, in a line.
    pub(super) fn marked_names(&self, leg: Side) -> String {
        let story = &self.stories[index_of(leg)];
        let places = story
            .marks
            .iter()
            .map(|place| self.knowledge.place(*place).name.as_str());
        let whole = story.is_everywhere.then_some(words::whole_knee_short());
        grammar::names(places.chain(whole))
    }

    pub(super) fn back<'a>(&'a self) -> Element<'a, Message> {
        button(words::back())
            .quiet()
            .icon(Icon::ArrowLeft)
            .on_press(Message::Back)
            .into()
    }
}

/// A question with its answers.
fn question<'a>(
    title: &'a str,
    why: Option<&'a str>,
    answers: Element<'a, Message>,
) -> Element<'a, Message> {
    column![
        column![
            type_role::title_3(title),
            why.map(|why| type_role::small(why).style(theme::text::soft)),
        ]
        .spacing(gap::XXXS),
        answers,
    ]
    .spacing(gap::XS)
    .into()
}

/// The way on of a page.
pub(super) fn next_button<'a>(
    label: &'a str,
    is_small: bool,
) -> crate::app::widget::Button<'a, Message> {
    let next = button(label)
        .primary()
        .icon_after(Icon::ArrowRight)
        .id(WAY)
        .initial();
    if is_small { next } else { next.large() }
}

/// A card that fills its page.
pub(super) fn page_card<'a>(
    content: impl Into<Element<'a, Message>>,
    is_small: bool,
) -> Element<'a, Message> {
    // The focus rings of what it holds lie in its padding.
    let padding = if is_small {
        Padding::from([gap::S, gap::S])
    } else {
        Padding::from([gap::L, gap::L])
    };
    let fill: Length = Fill;
    card(content)
        .style(theme::container::panel)
        .padding(padding)
        .width(fill)
        .height(fill)
        .into()
}
