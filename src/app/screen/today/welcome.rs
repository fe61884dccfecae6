//! The first day: three questions, each of which fits Today a little more.

use iced::widget::{column, container, row, space};
use iced::{Center, Element, Fill};

use super::cards::picture_of;
use super::{Message as Parent, view::layout};
use crate::app::screen::Viewport;
use crate::app::state::knees::pictures::Pictures;
use crate::app::theme::size::{gap, picture, radius};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::label::Chip;
use crate::app::widget::page::{Frame, page_header, scroll};
use crate::app::widget::{Icon, WindowSize, button, card, chip};
use crate::catalog::about_me::{AboutMe, Aim, Answer, Sore};
use crate::exercise::Kit;
use crate::knee::Knowledge;
use crate::side::Side;
use crate::words::{exercise, grammar, page, today as said};

/// What is asked for at home: what many people have, and routines use.
const KIT: [Kit; 5] = [Kit::Mat, Kit::Wall, Kit::Chair, Kit::Step, Kit::LoopBand];

/// The answers so far.
#[derive(Debug, Default)]
pub struct Welcome {
    pub(super) about_me: AboutMe,
}

/// What a person does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// Answers, or takes an answer back.
    Answer(Answer),
    /// These are the answers.
    Done,
    /// Without answers.
    Skip,
}

impl Welcome {
    pub(super) fn view<'a>(
        &'a self,
        viewport: &Viewport,
        knee: Option<(&'a Knowledge, &'a Pictures)>,
    ) -> Element<'a, Parent> {
        let size = viewport.size();
        let frame = Frame::of(size);
        let skip = button(said::skip_for_now())
            .quiet()
            .on_press(Parent::Welcome(Message::Skip))
            .into();
        let header = page_header(
            size,
            page::welcome(),
            Some(said::three_answers().into()),
            [skip],
        );
        let is_small = layout(viewport) == WindowSize::Small;
        let drawing = (!is_small).then(|| self.drawing(knee));
        frame.page(
            header,
            frame.still(row![self.questions(is_small), drawing].spacing(frame.gap)),
        )
    }

    fn questions(&self, is_small: bool) -> Element<'_, Parent> {
        let asked =
            column(questions(&self.about_me)).spacing(if is_small { gap::M } else { gap::SECTION });
        let asked = Element::from(asked).map(|answer| Parent::Welcome(Message::Answer(answer)));
        let done = button(said::show_my_start())
            .primary()
            .large()
            .icon_after(Icon::ArrowRight);
        let done = if self.about_me.is_empty() {
            done
        } else {
            done.on_press(Parent::Welcome(Message::Done))
        };
        let kept = type_role::caption(said::kept_here()).style(theme::text::soft);
        let foot = row![kept.width(Fill), done].spacing(gap::M).align_y(Center);
        card(column![scroll(asked).width(Fill).height(Fill), foot].spacing(gap::S))
            .padding(if is_small { gap::L } else { gap::XXL })
            .width(Fill)
            .height(Fill)
            .into()
    }

    /// The leg that was chosen, and what comes next.
    fn drawing<'a>(&self, knee: Option<(&'a Knowledge, &'a Pictures)>) -> Element<'a, Parent> {
        let leg = self.about_me.leg();
        let drawing = container(picture_of(leg, knee))
            .width(Fill)
            .height(Fill)
            .clip(true)
            .style(|theme| theme::container::rounded(theme::container::well(theme), radius::CARD));
        let words = column![
            type_role::strong(said::your_knee(leg == Side::Left)),
            type_role::small(said::next_you_can()).style(theme::text::soft),
        ]
        .spacing(gap::XXS);
        card(column![drawing, words].spacing(gap::S))
            .padding(gap::S)
            .width(picture::LEG)
            .height(Fill)
            .into()
    }
}

/// The three questions with what was answered.
pub fn questions<'a>(about_me: &AboutMe) -> [Element<'a, Answer>; 3] {
    let knees = Sore::ALL.map(|knee| {
        chip(said::sore(knee))
            .on(about_me.knee == Some(knee))
            .on_press(Answer::Knee(knee))
    });
    let aims = Aim::ALL.map(|aim| {
        chip(said::aim(aim))
            .on(about_me.aim == Some(aim))
            .on_press(Answer::Aim(aim))
    });
    let has = about_me.kit.as_deref();
    let kits = KIT.map(|kit| {
        chip(grammar::upper_first(exercise::kit(kit)))
            .on(has.is_some_and(|has| has.contains(&kit)))
            .on_press(Answer::Kit(kit))
    });
    let none = chip(said::none_of_these())
        .on(has.is_some_and(<[Kit]>::is_empty))
        .on_press(Answer::NoKit);
    [
        question(1, said::which_knee(), knees),
        question(2, said::what_helps(), aims),
        question(3, said::what_is_there(), kits.into_iter().chain([none])),
    ]
}

fn question<'a>(
    number: u8,
    question: &'a str,
    answers: impl IntoIterator<Item = Chip<'a, Answer>>,
) -> Element<'a, Answer> {
    const NUMBER: f32 = 28.0;

    let number = container(type_role::label(number))
        .center(NUMBER)
        .style(theme::container::soft(Tone::Spruce, radius::FULL));
    let answers = row(answers.into_iter().map(Element::from))
        .spacing(gap::XS)
        .wrap();
    row![
        number,
        column![
            row![
                space::vertical().height(NUMBER),
                type_role::title_3(question)
            ]
            .align_y(Center),
            answers
        ]
        .spacing(gap::S)
        .width(Fill),
    ]
    .spacing(gap::M)
    .into()
}
