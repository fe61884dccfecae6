//! What it may be: the best fit, the one routine to start with, what else it could be, and what to do now.

use iced::widget::{column, container, row};
use iced::{Element, Fill, Padding};

use super::beside::{guide, pain_guide, see_someone};
use super::{FindingPage, Message, Showing};
use crate::app::screen::Viewport;
use crate::app::state::knees::pictures::Pictures;
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::page::{Frame, page_header};
use crate::app::widget::{Icon, WindowSize, icon, icon_button};
use crate::knee::{ConditionId, Outcome, RedFlag, red_flag};
use crate::training::record::Standing;
use crate::words::{finding as words, grammar, knee_map};

/// How high the knee with the marks is, in logical pixels.
const MARKS: f32 = 196.0;
const MARKS_MEDIUM: f32 = 164.0;
const MARKS_LARGE: f32 = 372.0;
/// How wide the columns beside the best fit are, in logical pixels.
pub(super) const BESIDE: f32 = 264.0;
const BESIDE_LARGE: f32 = 280.0;
/// The most reasons to see someone that have room where everything is to be on one screen.
const REASONS_MEDIUM: usize = 2;
/// The most actions of the header that have room for all their words beside a long title.
const MOST_WORDS: usize = 2;

impl FindingPage {
    pub(super) fn result<'a>(
        &'a self,
        viewport: &Viewport,
        pictures: &'a Pictures,
    ) -> Element<'a, Message> {
        let size = viewport.size();
        let frame = Frame::of(size);
        let (title, line) = self.result_title(size == WindowSize::Small);
        let actions = self.result_actions(size);
        let header = page_header(size, title, Some(line.into()), actions);
        let main = self.main(size, pictures);
        let content: Element<'a, Message> = match size {
            WindowSize::Small => column![main, self.right(size, pictures), guide()]
                .spacing(frame.gap)
                .into(),
            WindowSize::Medium => row![
                container(column![main, guide()].spacing(gap::S)).width(Fill),
                container(self.right(size, pictures)).width(BESIDE),
            ]
            .spacing(frame.gap)
            .into(),
            WindowSize::Large => row![
                column![self.marks_card(MARKS_LARGE, pictures), guide()]
                    .spacing(gap::M)
                    .width(BESIDE_LARGE),
                container(main).width(Fill),
                container(self.right(size, pictures)).width(BESIDE_LARGE),
            ]
            .spacing(gap::L)
            .into(),
        };
        frame.page(header, frame.scroll(content).id(super::BODY))
    }

    fn result_title(&self, is_small: bool) -> (String, String) {
        match (self.showing, self.record.standing) {
            (Showing::First, _) => (
                words::result().to_owned(),
                words::knee_and_day(self.leg(), self.day(), self.today),
            ),
            (Showing::Again, Standing::Checked { at, by }) => (
                words::your_result_of(self.day(), self.today),
                words::checked_on(self.leg(), at.day(), self.today, by),
            ),
            (Showing::Again, _) => (
                words::your_result_of(self.day(), self.today),
                if is_small {
                    words::knee(self.leg()).to_owned()
                } else {
                    words::has_it_changed(self.leg())
                },
            ),
        }
    }

    /// What can be done with the whole result, in the order of the keyboard.
    fn result_actions<'a>(&'a self, size: WindowSize) -> Vec<Element<'a, Message>> {
        let is_small = size == WindowSize::Small;
        let is_narrow = match self.showing {
            Showing::First => is_small,
            Showing::Again => size < WindowSize::Large,
        };
        let actions = self.header_actions();
        let is_tight = is_narrow && actions.len() > MOST_WORDS;
        let action = |message: Message| -> Option<Element<'a, Message>> {
            let is_first = self.begins_on(&message);
            let element = match &message {
                Message::Summarise if is_tight => {
                    icon_button(Icon::FileText, words::save_summary())
                        .initial_if(is_first)
                        .on_press(message)
                        .into()
                }
                Message::Summarise => {
                    let save = self
                        .button(words::save_summary().to_owned(), message)
                        .quiet();
                    let save = if is_small {
                        save
                    } else {
                        save.icon(Icon::FileText)
                    };
                    save.into()
                }
                Message::Other => {
                    let leg = self.other?;
                    self.button(words::result_of_the(leg), message)
                        .quiet()
                        .into()
                }
                Message::ItWasChecked => self
                    .button(words::it_was_checked().to_owned(), message)
                    .quiet()
                    .into(),
                Message::BackToSession => self
                    .button(words::back_to_session().to_owned(), message)
                    .primary()
                    .into(),
                Message::Change if is_tight => icon_button(Icon::Pencil, words::change())
                    .initial_if(is_first)
                    .on_press(message)
                    .into(),
                Message::Change => self
                    .button(words::change().to_owned(), message)
                    .icon(Icon::Pencil)
                    .into(),
                Message::StartAgain => self
                    .button(words::start_again().to_owned(), message)
                    .icon(Icon::RotateCcw)
                    .into(),
                Message::Next => {
                    let leg = self.next?;
                    self.button(words::now_the(leg), message)
                        .tonal()
                        .icon_after(Icon::ArrowRight)
                        .into()
                }
                _ => return None,
            };
            Some(element)
        };
        actions.into_iter().filter_map(action).collect()
    }

    /// The best fit with its routine, and what else it could be.
    fn main<'a>(&'a self, size: WindowSize, pictures: &'a Pictures) -> Element<'a, Message> {
        let is_large = size == WindowSize::Large;
        let best = match self.assessment.shown().next() {
            Some(best) => {
                let is_small = size == WindowSize::Small;
                self.match_card(best, is_small, is_large)
            }
            None => self.nothing(),
        };
        let advice = self.assessment.advice.iter().map(|flag| self.note(*flag));
        let contributor = self.contributor();
        column![
            best,
            self.recommended(is_large),
            self.alternatives(pictures),
        ]
        .extend(advice)
        .extend(contributor)
        .spacing(if is_large { 16 } else { 12 })
        .into()
    }

    /// The person's marks, what to do now and when to see someone. In the largest window the marks have a column of their
    /// own.
    fn right<'a>(&'a self, size: WindowSize, pictures: &'a Pictures) -> Element<'a, Message> {
        let is_large = size == WindowSize::Large;
        let (height, reasons) = match size {
            WindowSize::Small | WindowSize::Large => (MARKS, usize::MAX),
            WindowSize::Medium => (MARKS_MEDIUM, REASONS_MEDIUM),
        };
        let marks = (!is_large).then(|| self.marks_card(height, pictures));
        let best = self.assessment.shown().next();
        let best = best.map(|best| self.knowledge.condition(best.condition));
        let do_now = best.map(|condition| self.do_now(condition));
        let see = best.and_then(|condition| see_someone(condition, reasons));
        let guide = is_large.then(pain_guide);
        column![marks, do_now, see, guide]
            .spacing(if is_large { 16 } else { 12 })
            .into()
    }

    /// Nothing fits, or all of it is outside the knee.
    fn nothing<'a>(&'a self) -> Element<'a, Message> {
        let (title, line) = match self.assessment.outcome {
            Outcome::OutsideTheKnee => (knee_map::outside(), knee_map::outside_line()),
            Outcome::NothingFits | Outcome::Stopped | Outcome::Clear | Outcome::Ranked => {
                (knee_map::nothing_fits(), knee_map::nothing_fits_line())
            }
        };
        container(column![type_role::title_2(title), type_role::body(line)].spacing(gap::XS))
            .padding(gap::XL)
            .width(Fill)
            .style(theme::container::panel)
            .into()
    }

    /// A note that allows going on.
    fn note<'a>(&'a self, flag: RedFlag) -> Element<'a, Message> {
        let text = red_flag::text(&self.knowledge, &self.record.sheet(), flag);
        let what = text.what_to_do.iter().map(|advice| advice.what.as_str());
        let line = grammar::sentences(what);
        compact(Tone::Sun, Icon::Info, text.title.clone(), line, None)
    }

    /// How the feet and the gait may add to it.
    fn contributor<'a>(&'a self) -> Option<Element<'a, Message>> {
        let contributor = self.assessment.contributor.as_ref()?;
        let signs: Vec<_> = contributor
            .signs
            .iter()
            .map(|key| self.knowledge.question(*key).sign.as_str())
            .collect();
        let read = self
            .button(
                knee_map::what_you_can_do().to_owned(),
                Message::Read(ConditionId::FootGaitLoad),
            )
            .small()
            .quiet();
        Some(compact(
            Tone::Sky,
            Icon::Footprints,
            knee_map::beside().to_owned(),
            grammar::sentences(signs),
            Some(read.into()),
        ))
    }
}

/// A short message in a hue.
fn compact<'a>(
    tone: Tone,
    mark: Icon,
    title: String,
    line: String,
    action: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    container(
        row![
            icon(mark, 18.0),
            column![
                type_role::SMALL
                    .with_font(theme::font::SEMIBOLD)
                    .text(title),
                type_role::caption(line),
            ]
            .width(Fill),
            action,
        ]
        .spacing(gap::XS),
    )
    .padding(Padding::from([gap::XS, gap::S]))
    .width(Fill)
    .style(theme::container::soft(tone, radius::ROW))
    .into()
}
