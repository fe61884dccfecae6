//! What fits best, and why: as many strips as there are ticks and dashes, and the place apart from them.

use iced::widget::{Column, column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::{FindingPage, Message};
use crate::app::theme::size::gap;
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{Icon, divider, icon, match_bar};
use crate::knee::{Answer, Candidate, Fit, Key, Mark};
use crate::words::{finding as words, grammar};

/// How wide the strips of the best fit are, in logical pixels.
pub(super) const STRIPS: f32 = 200.0;

impl FindingPage {
    /// What fits best.
    pub(super) fn match_card<'a>(
        &'a self,
        candidate: &'a Candidate,
        is_small: bool,
        has_why: bool,
    ) -> Element<'a, Message> {
        let condition = self.knowledge.condition(candidate.condition);
        let name = type_role::TITLE_2
            .with_size(28.0)
            .with_line(1.2)
            .text(condition.name.as_str());
        let head = row![
            column![
                type_role::small(words::fits_best()).style(theme::text::soft),
                name,
                type_role::small(condition.medical_name.as_str()).style(theme::text::soft),
            ]
            .width(Fill),
            container(fit(candidate)).width(if is_small { 170.0 } else { STRIPS }),
        ]
        .spacing(gap::M);
        let why = has_why.then(|| {
            column![
                divider(),
                type_role::strong(words::why_it_happens()),
                type_role::small(condition.why.as_str()).style(theme::text::soft),
            ]
            .spacing(gap::XS)
        });
        let padding = if is_small { [16, 20] } else { [20, 24] };
        container(column![head, self.place(candidate), self.signs(candidate), why].spacing(gap::S))
            .padding(Padding::from(padding))
            .width(Fill)
            .style(theme::container::panel)
            .into()
    }

    /// Whether it hurts where this usually hurts. It counts for the order and not as a sign.
    pub(super) fn place<'a>(&'a self, candidate: &'a Candidate) -> Element<'a, Message> {
        let names: Vec<_> = candidate
            .marks
            .iter()
            .map(|mark| match mark {
                Mark::Area(place) => self.knowledge.place(*place).name.as_str(),
                Mark::Region(_) => words::whole_knee(),
            })
            .collect();
        let fits = if names.is_empty() {
            words::place_is_unusual()
        } else {
            words::place_fits()
        };
        container(
            row![
                icon(Icon::MapPin, 17.0),
                type_role::SMALL.with_font(theme::font::SEMIBOLD).text(fits),
                type_role::small(grammar::list(names)).width(Fill),
                type_role::caption(words::not_counted()),
            ]
            .spacing(gap::XS)
            .align_y(Center),
        )
        .padding(Padding::from([gap::XS, gap::S]))
        .width(Fill)
        .style(theme::container::marked)
        .into()
    }

    /// Every answer that moved it: those for it with a tick, those against it with a dash.
    pub(super) fn signs<'a>(&'a self, candidate: &'a Candidate) -> Element<'a, Message> {
        let sheet = self.record.sheet();
        let lines = said_signs(candidate).map(|(key, fits)| {
            let question = self.knowledge.question(key);
            let said = match sheet.answer(key) {
                Some(Answer::No) => question.no_sign.as_str(),
                _ => question.sign.as_str(),
            };
            sign(said, fits)
        });
        two_columns(lines.collect())
    }
}

/// The signs of a condition in the order in which they are shown, and whether each fits.
pub(super) fn said_signs(candidate: &Candidate) -> impl Iterator<Item = (Key, bool)> {
    let fitting = candidate.signs_for.iter().map(|key| (*key, true));
    let unfitting = candidate.signs_against.iter().map(|key| (*key, false));
    fitting.chain(unfitting)
}

/// A sign that fits, or one that does not.
fn sign<'a>(said: &'a str, fits: bool) -> Element<'a, Message> {
    let text = type_role::small(said).width(Fill);
    if fits {
        row![
            icon(Icon::Check, 17.0).style(theme::text::tone(Tone::Spruce)),
            text
        ]
    } else {
        row![
            icon(Icon::Minus, 17.0).style(theme::text::faint),
            text.style(theme::text::soft)
        ]
    }
    .spacing(gap::XS)
    .align_y(Center)
    .into()
}

/// Lines in rows of two.
fn two_columns<'a>(lines: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    let mut rows = Column::new().spacing(gap::XS);
    let mut lines = lines.into_iter();
    while let Some(left) = lines.next() {
        let right = lines
            .next()
            .unwrap_or_else(|| iced::widget::space::horizontal().into());
        rows = rows
            .push(row![container(left).width(Fill), container(right).width(Fill)].spacing(gap::L));
    }
    rows.into()
}

/// How well a condition fits, in words, and how many of its signs.
pub(super) fn fit<'a>(candidate: &Candidate) -> Element<'a, Message> {
    let tone = match candidate.fit {
        Fit::Well => Tone::Spruce,
        Fit::Partly => Tone::Sun,
        Fit::Little => Tone::Slate,
    };
    let (fitting, all) = candidate.signs();
    let (word, count) = (words::fit(candidate.fit), words::signs(fitting, all));
    let bar = (all > 0).then(|| match_bar(fitting, all, tone));
    column![
        row![
            type_role::SMALL
                .with_font(theme::font::SEMIBOLD)
                .text(word)
                .style(theme::text::tone(tone)),
            iced::widget::space::horizontal(),
            type_role::small(count).style(theme::text::soft),
        ]
        .align_y(Center),
        bar,
    ]
    .spacing(gap::XS)
    .into()
}
