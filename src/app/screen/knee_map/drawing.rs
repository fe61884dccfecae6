//! Drawing the knee map: the way through it, and the drawing of the knee that its pages share.

use iced::widget::{Space, button as press, column, container, row, sensor};
use iced::{Center, Element, Fill, Padding, Shrink, Size};

use super::{
    Drawing, KneeMap, Layer, MARKS_TO_LEARN, MOST_QUESTIONS, Message, Origin, Stage, Step, index_of,
};
use crate::app::control::{Kind, control};
use crate::app::screen::Viewport;
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{self, type_role};
use crate::app::widget::page::Frame;
use crate::app::widget::{
    Gesture, Icon, KneeDiagram, Outlines, Part, Section, WindowSize, button, knee_diagram,
    segmented, way,
};
use crate::knee::View;
use crate::settings::Motion;
use crate::side::Side;
use crate::words::knee_map as words;

impl KneeMap {
    /// Draws the knee map.
    pub fn view<'a>(&'a self, viewport: &Viewport) -> Element<'a, Message> {
        let size = viewport.size();
        let to_session = (self.from == Origin::Session).then(|| {
            button(words::back_to_session())
                .quiet()
                .icon(Icon::ArrowLeft)
                .on_press(Message::BackToSession)
        });
        let content = match self.stage {
            Stage::Which => self.which(viewport),
            Stage::Marking => self.marking(viewport),
            Stage::Asking(leg, Step::About) => self.about(leg, viewport),
            Stage::Asking(leg, Step::Check(index)) => self.check(leg, index, viewport),
            Stage::Asking(leg, Step::Parts(index)) => self.which_part(leg, index, viewport),
            Stage::Asking(leg, Step::Question(key)) => self.question(leg, key, viewport),
        };
        let header = self.header(viewport);
        let frame = Frame::of(size);
        frame.fixed(column![to_session, header, container(content).height(Fill)].spacing(frame.gap))
    }

    /// The title and the one bar for the whole way.
    fn header<'a>(&'a self, viewport: &Viewport) -> Element<'a, Message> {
        let is_small = viewport.size() == WindowSize::Small;
        let role = if is_small {
            type_role::TITLE_1.with_size(26.0)
        } else {
            type_role::TITLE_1
        };
        let (part, within, caption) = self.at();
        // As high as it is at least; a title of two lines makes it higher.
        let strut = Space::new().height(if is_small { 44 } else { 52 });
        row![
            row![strut, role.text(self.title(is_small))]
                .align_y(Center)
                .width(Fill),
            way(part, within, caption, viewport.window.width),
        ]
        .spacing(gap::L)
        .align_y(Center)
        .into()
    }

    fn title(&self, is_small: bool) -> String {
        match self.stage {
            Stage::Which => words::which_knee().to_owned(),
            Stage::Marking => words::title().to_owned(),
            Stage::Asking(_, Step::About) => words::about_you().to_owned(),
            Stage::Asking(_, Step::Check(_) | Step::Parts(_)) if is_small => {
                words::checks().to_owned()
            }
            Stage::Asking(leg, Step::Check(_) | Step::Parts(_)) => {
                words::short_checks(self.stories[index_of(leg)].groups.len())
            }
            Stage::Asking(_, Step::Question(_)) => words::a_few_questions().to_owned(),
        }
    }

    /// How far one is on the whole way.
    fn at(&self) -> (Part, f32, String) {
        let knee = |leg| knee_name(leg).to_owned();
        match self.stage {
            Stage::Which => (Part::Mark, 0.1, words::about_2_minutes().to_owned()),
            Stage::Marking => (Part::Mark, 0.6, knee(self.leg)),
            Stage::Asking(leg, Step::About) => (Part::AboutYou, 0.5, knee(leg)),
            Stage::Asking(leg, step @ (Step::Check(index) | Step::Parts(index))) => {
                let count = self.stories[index_of(leg)].groups.len();
                let into = if matches!(step, Step::Parts(_)) {
                    0.75
                } else {
                    0.5
                };
                let within = (index as f32 + into) / count.max(1) as f32;
                (Part::Checks, within, words::check_of(index + 1, count))
            }
            Stage::Asking(leg, Step::Question(_)) => {
                let number = self.stories[index_of(leg)].asked.len() + 1;
                let within = number as f32 / MOST_QUESTIONS as f32;
                let caption = words::question_of(number, MOST_QUESTIONS.max(number));
                (Part::Questions, within, caption)
            }
        }
    }

    // The drawing.

    /// What every drawing of a knee shares. It shows the marks of that knee.
    pub(super) fn knee(&self, drawing: Drawing, viewport: &Viewport) -> KneeDiagram<'_> {
        let picture = self
            .pictures
            .iter()
            .find(|(wanted, _)| wanted.drawing() == drawing);
        KneeDiagram {
            diagram: self.knowledge.diagram(),
            shapes: &self.shapes,
            view: drawing.view,
            leg: drawing.leg,
            picture: picture.map(|(_, handle)| handle),
            section: Section::KNEE,
            fills_room: false,
            outlines: if self.remembered.marks_made < MARKS_TO_LEARN {
                Outlines::Always
            } else {
                Outlines::WhileUsed
            },
            marked: &self.stories[index_of(drawing.leg)].marks,
            lit: None,
            is_still: viewport.motion == Motion::Reduced,
            pointed: None,
        }
    }

    /// A drawing that asks for its picture in the size it has.
    pub(super) fn watched<'a>(
        &'a self,
        knee: KneeDiagram<'a>,
        drawing: Drawing,
        on_gesture: Option<impl Fn(Gesture) -> Message + 'a>,
    ) -> Element<'a, Message> {
        let size = knee.drawn_size();
        let drawn = move |room: Size| Message::Drawn(drawing, size(room));
        let key = (drawing, knee.section);
        sensor(knee_diagram(knee, on_gesture))
            .key(key)
            .on_show(drawn)
            .on_resize(drawn)
            .into()
    }

    /// Chooses between the skin and what lies under it.
    pub(super) fn layers<'a>(&'a self) -> Element<'a, Message> {
        let names = [
            (Layer::Skin, words::skin()),
            (Layer::Inside, words::inside()),
        ];
        segmented(words::layer(), names, Some(self.layer()), Message::Layer)
    }
}

/// Words that lead to another page.
pub(super) fn link<'a>(label: &'a str, message: Message) -> Element<'a, Message> {
    let words = type_role::SMALL
        .with_font(theme::font::SEMIBOLD)
        .text(label);
    let face = press(words)
        .padding(Padding::ZERO)
        .width(Shrink)
        .style(theme::button::quiet)
        .on_press(message);
    control(Kind::Button, face).radius(radius::SMALL).into()
}

pub(super) fn knee_name(leg: Side) -> &'static str {
    match leg {
        Side::Left => words::left_knee(),
        Side::Right => words::right_knee(),
    }
}

pub(super) fn view_name(view: View) -> &'static str {
    match view {
        View::Front => words::front(),
        View::Lateral => words::outer(),
        View::Medial => words::inner(),
        View::Back => words::back_view(),
    }
}

pub(super) fn seen_from(view: View) -> &'static str {
    match view {
        View::Front => words::seen_from_the_front(),
        View::Lateral => words::seen_from_the_outer_side(),
        View::Medial => words::seen_from_the_inner_side(),
        View::Back => words::seen_from_behind(),
    }
}

pub(super) fn from_where(view: View) -> &'static str {
    match view {
        View::Front => words::from_the_front(),
        View::Lateral => words::from_the_outer_side(),
        View::Medial => words::from_the_inner_side(),
        View::Back => words::from_behind(),
    }
}
