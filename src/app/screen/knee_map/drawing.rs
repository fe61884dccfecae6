//! Drawing the knee map: the way through it, the diagram, and the panel beside it.

use iced::widget::{column, container, row};
use iced::{Center, Element, Fill};

use super::{From, KneeMap, Message, Stage, marking};
use crate::app::screen::Surroundings;
use crate::app::theme::{self, type_role};
use crate::app::widget::page::{page, page_header, scroll};
use crate::app::widget::{
    Icon, KneeDiagram, WindowSize, button, card, knee_diagram, segmented, steps,
};
use crate::knee::{Leg, View};
use crate::words::knee_map as words;

impl KneeMap {
    /// Draws the knee map.
    pub fn view<'a>(&'a self, surroundings: &Surroundings) -> Element<'a, Message> {
        let look = surroundings.look;
        let size = surroundings.size();
        let is_small = size == WindowSize::Small;
        let (title, at) = match &self.stage {
            Stage::Marking => (words::TITLE, 0),
            Stage::Asking(..) => (words::TITLE, 1),
            Stage::Done(_, outcome) if !outcome.assessment.routines_allowed() => (words::TITLE, 1),
            Stage::Done(..) => (words::RESULT_TITLE, 2),
        };
        let way = (!is_small).then(|| {
            steps(
                look,
                [words::MARK, words::QUESTIONS, words::WHAT_IT_MAY_BE],
                at,
            )
        });
        let header = page_header(look, size, title, None, way);
        let to_session = (self.from == From::Session).then(|| {
            let label = if self.waiting.is_empty() {
                words::BACK_TO_SESSION
            } else {
                words::END_SESSION
            };
            button(look, label)
                .quiet()
                .icon(Icon::ArrowLeft)
                .focused(self.focus.is_on(&Message::BackToSession))
                .on_press(Message::BackToSession)
        });

        let content: Element<'a, Message> = match &self.stage {
            Stage::Done(leg, outcome) if outcome.assessment.routines_allowed() => {
                self.result(*leg, outcome, surroundings)
            }
            stage => {
                let panel = match stage {
                    Stage::Marking => self.marking(surroundings),
                    Stage::Asking(leg, step) => self.asking(*leg, step, surroundings),
                    Stage::Done(leg, outcome) => {
                        self.stopped(*leg, &outcome.assessment, surroundings)
                    }
                };
                if is_small && self.stage == Stage::Marking {
                    let both = column![container(self.knee(surroundings)).height(400), panel];
                    let both = both.spacing(16).padding(iced::Padding::from(3).right(12));
                    column![scroll(both).height(Fill), self.go(look)]
                        .spacing(12)
                        .into()
                } else if is_small {
                    // One thing at a time.
                    panel
                } else {
                    let wide = if size == WindowSize::Large { 620 } else { 496 };
                    row![container(self.knee(surroundings)).width(wide), panel]
                        .spacing(20)
                        .height(Fill)
                        .into()
                }
            }
        };
        let is_marking = self.stage == Stage::Marking;
        let waiting = is_marking.then(|| self.waiting_note(look)).flatten();
        page(
            size,
            column![to_session, header, waiting, content].spacing(18),
        )
    }

    /// The card with the diagram.
    fn knee<'a>(&'a self, surroundings: &Surroundings) -> Element<'a, Message> {
        let look = surroundings.look;
        let is_marking = self.stage == Stage::Marking;
        let focused = |messages: &[Message]| {
            messages
                .iter()
                .position(|message| self.focus.is_on(message))
        };
        let views = View::ALL.map(|view| (view, view_name(view)));
        let legs = [(Leg::Left, words::LEFT), (Leg::Right, words::RIGHT)];
        let controls = row![
            segmented(
                look,
                views,
                Some(self.view),
                focused(&View::ALL.map(Message::View)),
                Message::View
            ),
            iced::widget::space::horizontal(),
            segmented(
                look,
                legs,
                Some(self.leg),
                focused(&[Message::Leg(Leg::Left), Message::Leg(Leg::Right)]),
                Message::Leg
            ),
        ];
        let caption = type_role::small(
            look,
            words::caption(knee_name(self.leg), seen_from(self.view)),
        )
        .style(theme::text::soft);
        let quiet = |label, icon, message: Message| {
            let is_on = is_marking && self.story().is_marked();
            let mut quiet = button(look, label).quiet().small();
            if let Some(icon) = icon {
                quiet = quiet.icon(icon);
            }
            quiet
                .focused(self.focus.is_on(&message))
                .on_press_maybe(is_on.then_some(message))
        };
        let foot = row![
            container(caption).width(Fill),
            quiet(words::UNDO, Some(Icon::Undo2), Message::Undo),
            quiet(words::CLEAR, None, Message::Clear),
        ]
        .align_y(Center)
        .height(40);

        card(
            column![
                controls,
                container(self.diagram(surroundings, is_marking)).height(Fill),
                foot
            ]
            .spacing(8),
        )
        .padding(16)
        .width(Fill)
        .height(Fill)
        .into()
    }

    fn diagram<'a>(
        &'a self,
        surroundings: &Surroundings,
        is_marking: bool,
    ) -> Element<'a, Message> {
        let knee = KneeDiagram {
            diagram: self.knowledge.diagram(),
            view: self.view,
            leg: self.leg,
            picture: self.picture.as_ref().map(|(_, handle)| handle),
            marked: &self.story().marks,
            pointed: self.pointed.filter(|_| is_marking),
        };
        let diagram = knee_diagram(knee, is_marking.then_some(Message::Gesture));
        let diagram = marking::labelled(surroundings.look, self.view, self.leg, diagram);
        let tip = self
            .pointed
            .filter(|_| is_marking)
            .zip(self.room)
            .map(|(pointed, room)| self.tip(surroundings, pointed, room));
        iced::widget::sensor(iced::widget::stack![diagram, tip])
            .on_show(Message::Room)
            .on_resize(Message::Room)
            .into()
    }
}

pub(super) fn knee_name(leg: Leg) -> &'static str {
    match leg {
        Leg::Left => words::LEFT_KNEE,
        Leg::Right => words::RIGHT_KNEE,
    }
}

pub(super) fn view_name(view: View) -> &'static str {
    match view {
        View::Front => words::FRONT,
        View::Lateral => words::OUTER,
        View::Medial => words::INNER,
        View::Back => words::BACK_VIEW,
    }
}

pub(super) fn seen_from(view: View) -> &'static str {
    match view {
        View::Front => words::SEEN_FROM_THE_FRONT,
        View::Lateral => words::SEEN_FROM_THE_OUTER_SIDE,
        View::Medial => words::SEEN_FROM_THE_INNER_SIDE,
        View::Back => words::SEEN_FROM_BEHIND,
    }
}
