//! A red flag that is no emergency: what was ticked, what to do and what not, and the knee beside it.

use iced::widget::{Space, column, container, row, space};
use iced::{Center, Element, Fill, Padding, Size};

use super::raised::{Raised, Way};
use super::{FindingPage, Message, Showing};
use crate::app::screen::Viewport;
use crate::app::screen::advice_icon::icon_of;
use crate::app::state::knees::pictures::Pictures;
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::page::{Frame, Room, filling, page_header, scroll};
use crate::app::widget::{
    Button, Crop, Icon, KneePicture, WindowSize, button, icon, knee_picture_on, way,
};
use crate::knee::{Advice, AdviceKind, Level};
use crate::words::{finding as words, grammar, progress};

/// How wide the card with the knee is, in logical pixels.
const KNEE: f32 = 216.0;
/// In less room, in logical pixels, the page scrolls as a whole.
const LEAST: Size = Size::new(560.0, 420.0);

impl FindingPage {
    pub(super) fn flag<'a>(
        &'a self,
        raised: &'a Raised,
        viewport: &Viewport,
        pictures: &'a Pictures,
    ) -> Element<'a, Message> {
        let is_small = viewport.size() == WindowSize::Small;
        let frame = Frame::of(viewport.size());
        let title = words::knee(self.leg()).to_owned();
        let actions = self.flag_header(raised, viewport);
        let header = page_header(viewport.size(), title, None, actions);
        let content = filling(LEAST, move |room| {
            let knee = (!is_small).then(|| self.flag_knee(pictures));
            let body = row![self.flag_body(raised, is_small, room), knee];
            let content = column![
                self.flag_head(raised, is_small),
                body.spacing(frame.gap),
                self.flag_ways(is_small),
            ]
            .spacing(frame.gap);
            match room {
                Room::Enough(_) => content.height(Fill).into(),
                Room::Little(_) => content.into(),
            }
        });
        frame.page(header, frame.still(content))
    }

    fn tone(&self) -> Tone {
        match self.level() {
            Level::Emergency | Level::SameDay => Tone::Ember,
            Level::WithinTwoWeeks | Level::Advice => Tone::Sun,
        }
    }

    /// The way so far; or, on a later day, when it was and whether someone has looked since.
    fn flag_header<'a>(
        &'a self,
        raised: &'a Raised,
        viewport: &Viewport,
    ) -> Vec<Element<'a, Message>> {
        let other = self.other.map(|leg| {
            self.button(words::result_of_the(leg), Message::Other)
                .quiet()
                .into()
        });
        match self.showing {
            Showing::First => {
                let Way {
                    part,
                    within,
                    caption,
                } = &raised.way;
                vec![way(*part, *within, caption.as_str(), viewport.window.width)]
            }
            Showing::Again => {
                let answered = words::answered_on(self.day(), self.today);
                // What became of it since.
                let standing = progress::standing(self.record.standing, None, self.today);
                let answered =
                    type_role::small(grammar::facts([answered].into_iter().chain(standing)))
                        .style(theme::text::soft);
                let checked = self.can_be_checked().then(|| {
                    self.button(words::it_was_checked().to_owned(), Message::ItWasChecked)
                        .quiet()
                        .into()
                });
                let answered = Some(answered.into());
                [answered, checked, other].into_iter().flatten().collect()
            }
        }
    }

    fn flag_head<'a>(&'a self, raised: &'a Raised, is_small: bool) -> Element<'a, Message> {
        let mark = match self.level() {
            Level::Emergency | Level::SameDay => Icon::OctagonAlert,
            Level::WithinTwoWeeks | Level::Advice => Icon::CalendarClock,
        };
        let (title, said, padding) = if is_small {
            (26.0, 15.0, Padding::from([gap::M, gap::L]))
        } else {
            (36.0, 17.0, Padding::from([gap::XL, gap::XL]))
        };
        let role = type_role::BODY.with_size(said);
        let ticked = (!raised.ticked.is_empty()).then(|| {
            row![
                role.with_font(theme::font::SEMIBOLD)
                    .text(words::you_ticked()),
                role.text(words::ticked(&raised.ticked)).width(Fill),
            ]
            .spacing(gap::XS)
        });
        // Where there is little room, the reason stands only where nothing else says what it is about.
        let why =
            (!is_small || raised.ticked.is_empty()).then(|| type_role::body(raised.why.as_str()));
        container(
            column![
                row![
                    icon(mark, 36.0),
                    type_role::TITLE_1
                        .with_size(title)
                        .text(words::title(self.level())),
                ]
                .spacing(gap::M)
                .align_y(Center),
                column![ticked, why].spacing(gap::XXS),
            ]
            .spacing(if is_small { 8 } else { 12 }),
        )
        .padding(padding)
        .width(Fill)
        .style(theme::container::soft(self.tone(), radius::PANEL))
        .into()
    }

    fn flag_body<'a>(
        &'a self,
        raised: &'a Raised,
        is_small: bool,
        room: Room,
    ) -> Element<'a, Message> {
        let to_do = lines(
            (Icon::CircleCheck, words::what_to_do(), Tone::Spruce),
            &raised.to_do,
            is_small,
        );
        let not_to_do = (!raised.not_to_do.is_empty()).then(|| {
            let head = (Icon::Ban, words::what_not_to_do(), self.tone());
            lines(head, &raised.not_to_do, is_small)
        });
        let why = is_small.then(|| {
            type_role::small(raised.why.as_str())
                .style(theme::text::soft)
                .width(Fill)
        });
        let columns = row![to_do, not_to_do].spacing(if is_small { 24 } else { 36 });
        let worse = (!raised.worse.is_empty()).then(|| {
            container(
                row![
                    icon(Icon::Siren, 20.0),
                    type_role::SMALL
                        .with_font(theme::font::MEDIUM)
                        .text(raised.worse.as_str())
                        .width(Fill),
                ]
                .spacing(gap::S),
            )
            .padding(Padding::from([gap::S, gap::M]))
            .width(Fill)
            .style(theme::container::soft(Tone::Ember, radius::ROW))
        });
        let (above, beside) = if is_small { (16, 20) } else { (24, 28) };
        let said = column![columns, why]
            .spacing(gap::S)
            .padding(Padding::ZERO.right(gap::XXS));
        // Where the whole page scrolls, nothing on it does.
        let said: Element<'a, Message> = match room {
            Room::Enough(_) => scroll(said).height(Fill).into(),
            Room::Little(_) => said.into(),
        };
        let panel = container(column![said, worse].spacing(gap::S))
            .padding(Padding::from([above, beside]))
            .width(Fill)
            .style(theme::container::panel);
        match room {
            Room::Enough(_) => panel.height(Fill).into(),
            Room::Little(_) => panel.into(),
        }
    }

    /// The knee with its marks, and what the flag means for the routines.
    fn flag_knee<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let picture = knee_picture_on(
            KneePicture {
                diagram: self.knowledge.diagram(),
                view: self.marks.view,
                leg: self.leg(),
                picture: pictures.of(self.marks.view, self.leg()),
                crop: Crop::around(self.knowledge.diagram(), self.marks.view, &self.marks.lit),
                lit: &self.marks.lit,
                is_numbered: true,
            },
            |tokens| tokens.surface,
        );
        container(
            column![
                container(picture).center(Fill),
                self.waits()
                    .then(|| type_role::caption(words::no_routines()).style(theme::text::soft)),
            ]
            .spacing(gap::XS),
        )
        .padding(gap::S)
        .width(KNEE)
        .height(Fill)
        .style(theme::container::panel)
        .into()
    }

    /// Ways on at the left, and the summary where Next stood.
    fn flag_ways<'a>(&'a self, is_small: bool) -> Element<'a, Message> {
        let change = self.can_change().then(|| {
            self.button(words::change().to_owned(), Message::Change)
                .quiet()
                .icon(Icon::ArrowLeft)
        });
        let next = self.next.map(|leg| {
            self.button(words::now_the(leg), Message::Next)
                .quiet()
                .icon_after(Icon::ArrowRight)
        });
        let end = self.is_in_session().then(|| {
            self.button(words::end_session().to_owned(), Message::BackToSession)
                .quiet()
        });
        let label = match self.level() {
            Level::Emergency | Level::SameDay => words::save_for_doctor(),
            Level::WithinTwoWeeks | Level::Advice => words::save_for_visit(),
        };
        let save = self
            .button(label.to_owned(), Message::Summarise)
            .primary()
            .icon(Icon::FileText);
        let save = if is_small { save } else { save.large() };
        row![change, end, next, space::horizontal(), save]
            .spacing(gap::XXS)
            .align_y(Center)
            .into()
    }

    /// A button of the page.
    pub(super) fn button<'a>(&self, label: String, message: Message) -> Button<'a, Message> {
        button(label)
            .initial_if(self.begins_on(&message))
            .on_press(message)
    }
}

/// A column of things to do, or not to do.
fn lines<'a>(
    (mark, title, tone): (Icon, &'a str, Tone),
    lines: &'a [Advice],
    is_small: bool,
) -> Element<'a, Message> {
    let role = if is_small {
        type_role::SMALL
    } else {
        type_role::BODY.with_size(16.0)
    };
    let lines = lines.iter().map(|line| {
        let how = (!line.how.is_empty())
            .then(|| type_role::small(line.how.as_str()).style(theme::text::soft));
        row![
            container(icon(mark_of(line.kind), 20.0).style(theme::text::tone(tone)))
                .padding(Padding::ZERO.top(gap::XXXS)),
            column![role.text(sentence(&line.what)), how].width(Fill),
        ]
        .spacing(gap::S)
        .into()
    });
    let head = row![
        icon(mark, 20.0).style(theme::text::tone(tone)),
        type_role::title_3(title).style(theme::text::tone(tone)),
    ]
    .spacing(gap::XS)
    .align_y(Center);
    column![head, column(lines).spacing(gap::S), Space::new()]
        .spacing(gap::S)
        .width(Fill)
        .into()
}

/// What stands for a thing to do, or not to do: running as such, where other pages mean another way of it.
const fn mark_of(kind: AdviceKind) -> Icon {
    match kind {
        AdviceKind::Run => Icon::Footprints,
        kind => icon_of(kind),
    }
}

/// A thing to do with its full stop.
fn sentence(what: &str) -> String {
    if what.ends_with(['.', '?']) {
        what.to_owned()
    } else {
        format!("{what}.")
    }
}
