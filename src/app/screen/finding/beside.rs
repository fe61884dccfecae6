//! What stands beside the best fit: the person's marks, what to do now, and when to see someone.

use iced::widget::{column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::result::BESIDE;
use super::{FindingPage, Message};
use crate::app::screen::advice_icon::icon_of;
use crate::app::state::knees::pictures::Pictures;
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{Crop, Icon, KneePicture, card, icon, knee_picture_on};
use crate::knee::{Advice, Care, Condition, Mark};
use crate::words::{conditions, finding as words, knee_map};

/// The most things to do that are shown.
const MOST: usize = 3;

impl FindingPage {
    /// The knee with the person's marks, and their names.
    pub(super) fn marks_card<'a>(
        &'a self,
        height: f32,
        pictures: &'a Pictures,
    ) -> Element<'a, Message> {
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
                container(picture).center_x(Fill).height(height),
                self.mark_names(),
            ]
            .spacing(gap::XS),
        )
        .padding(Padding::from([gap::S, gap::S]).bottom(gap::S))
        .width(Fill)
        .style(theme::container::panel)
        .into()
    }

    fn mark_names<'a>(&'a self) -> Element<'a, Message> {
        let numbered = self.marks.lit.iter().enumerate().map(|(index, place)| {
            row![
                type_role::SMALL
                    .with_font(theme::font::SEMIBOLD)
                    .text((index + 1).to_string()),
                type_role::small(self.knowledge.place(*place).name.as_str()).width(Fill),
            ]
            .spacing(gap::XS)
            .into()
        });
        let sheet = self.record.sheet();
        let is_whole = sheet
            .marks
            .iter()
            .any(|mark| matches!(mark, Mark::Region(_)));
        let whole = if is_whole {
            Some(words::whole_knee())
        } else {
            sheet.marks.is_empty().then_some(words::no_mark())
        };
        let whole = whole.map(|line| type_role::small(line).into());
        column(numbered.chain(whole)).spacing(gap::XXXS).into()
    }

    /// Three things to do now, and where to read more.
    pub(super) fn do_now<'a>(&'a self, condition: &'a Condition) -> Element<'a, Message> {
        let (title, advice) = match &condition.care {
            Care::SelfCare(care) => (words::do_now(), &care.do_now),
            Care::SeeFirst(care) => (words::until_then(), &care.what_to_do),
            Care::GetHelp(help) => (words::until_then(), &help.what_to_do),
        };
        let lines = advice.iter().take(MOST).map(|line| thing(line));
        let read = |label| {
            let read = self.button(label, Message::Read(condition.id));
            read.small().link()
        };
        let named = read(knee_map::read_about(&condition.name));
        let read = if named.width() > BESIDE - 2.0 * 18.0 {
            read(knee_map::read_about_it().to_owned())
        } else {
            named
        };
        container(
            column![
                type_role::title_3(title),
                column(lines).spacing(gap::XS),
                read
            ]
            .spacing(gap::XS),
        )
        .padding(Padding::from([gap::M, gap::M]).bottom(gap::XS))
        .width(Fill)
        .style(theme::container::panel)
        .into()
    }
}

fn thing<'a>(line: &'a Advice) -> Element<'a, Message> {
    row![
        icon(icon_of(line.kind), 18.0).style(theme::text::primary),
        type_role::SMALL
            .with_line(1.4)
            .text(line.what.as_str())
            .width(Fill),
    ]
    .spacing(gap::S)
    .into()
}

/// When to have it seen: the first reasons, and where the others stand.
pub(super) fn see_someone<'a>(
    condition: &'a Condition,
    most: usize,
) -> Option<Element<'a, Message>> {
    let (title, clauses) = match &condition.care {
        Care::SelfCare(care) => (words::see_someone_if(), &care.see_someone),
        Care::SeeFirst(care) => (words::see_someone_sooner_if(), &care.see_someone),
        Care::GetHelp(_) => return None,
    };
    let head = row![icon(Icon::OctagonAlert, 18.0), type_role::strong(title)]
        .spacing(gap::XS)
        .align_y(Center);
    let said = type_role::SMALL
        .with_line(1.45)
        .text(sentence(clauses, most));
    Some(
        container(column![head, said].spacing(gap::XXS))
            .padding(Padding::from([gap::S, gap::M]))
            .width(Fill)
            .style(theme::container::soft(Tone::Ember, radius::CARD + 4.0))
            .into(),
    )
}

/// How much soreness is all right.
pub(super) fn pain_guide<'a>() -> Element<'a, Message> {
    let scores = [
        (Tone::Spruce, conditions::fine()),
        (Tone::Sun, conditions::careful()),
        (Tone::Ember, conditions::ease_off()),
    ];
    let rows = scores.map(|(tone, (score, word))| {
        let score = container(
            type_role::SMALL
                .with_font(theme::font::SEMIBOLD)
                .text(score),
        )
        .center_x(76)
        .padding(Padding::ZERO.vertical(gap::XXS))
        .style(theme::container::tag(tone));
        row![score, type_role::small(word).width(Fill)]
            .spacing(gap::S)
            .align_y(Center)
            .into()
    });
    card(
        column![
            type_role::strong(conditions::how_sore()),
            column(rows).spacing(gap::XS),
        ]
        .spacing(gap::S),
    )
    .width(Fill)
    .style(theme::container::panel)
    .into()
}

/// That this is a guide and no diagnosis.
pub(super) fn guide<'a>() -> Element<'a, Message> {
    row![
        icon(Icon::Info, 16.0).style(theme::text::soft),
        type_role::caption(knee_map::guide_not_diagnosis())
            .style(theme::text::soft)
            .width(Fill),
    ]
    .spacing(gap::XS)
    .into()
}

/// Clauses as one sentence: "it swells; it locks; or it gives way." Of more than these the last says that there are others.
fn sentence(clauses: &[String], most: usize) -> String {
    match clauses.get(..most) {
        Some(first) if clauses.len() > most => {
            let another = words::another_reason().to_owned();
            conditions::any_of(&[first, &[another]].concat())
        }
        _ => conditions::any_of(clauses),
    }
}
