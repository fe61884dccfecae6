//! What stands beside: where, how sore is all right, and when to see someone.

use iced::widget::{Column, column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::{ConditionPage, Message};
use crate::app::state::knees::pictures::Pictures;
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{self, Tone, font, type_role};
use crate::app::widget::{Icon, banner, segmented_tight};
use crate::knee::{Care, View};
use crate::words::{conditions as words, knee_map};

/// The height of the picture, in logical pixels.
const PICTURE: f32 = 196.0;

fn name_of(view: View) -> &'static str {
    match view {
        View::Front => knee_map::front(),
        View::Lateral => knee_map::outer(),
        View::Medial => knee_map::inner(),
        View::Back => knee_map::back_view(),
    }
}

impl ConditionPage {
    pub(super) fn side<'a>(&'a self, pictures: &'a Pictures) -> Column<'a, Message> {
        let place = self.place(pictures);
        let (title, clauses) = match &self.condition().care {
            Care::SelfCare(care) => (words::see_someone_if(), care.see_someone.as_slice()),
            Care::SeeFirst(care) => (words::see_sooner_if(), care.see_someone.as_slice()),
            Care::GetHelp(_) => (words::see_sooner_if(), [].as_slice()),
        };
        let sore = matches!(self.condition().care, Care::SelfCare(_)).then(how_sore);
        let see = (!clauses.is_empty())
            .then(|| banner(Tone::Ember, Icon::OctagonAlert, title).line(words::any_of(clauses)));
        column![place, sore, see].spacing(gap::S)
    }

    /// Where it hurts: the knee with its places lit, from every side from which they can be seen.
    fn place<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let drawing = pictures.of(self.view, self.leg);
        let picture = self
            .spot
            .picture(&self.knowledge, self.view, self.leg, drawing);
        let views = self.spot.views();
        let switch = (views.len() > 1).then(|| {
            let views = views.iter().map(|view| (*view, name_of(*view)));
            segmented_tight(words::where_it_is(), views, Some(self.view), Message::View)
        });
        let title = type_role::strong(words::where_it_is()).width(Fill);
        // Three names of sides leave no room beside them.
        let head = if views.len() > 2 {
            column![title, switch].spacing(gap::XS)
        } else {
            column![row![title, switch].align_y(Center)]
        };
        let words = column![
            head,
            type_role::small(self.condition().place.as_str()).style(theme::text::soft),
        ]
        .spacing(gap::XS)
        .padding(Padding::ZERO.horizontal(gap::XXXS));
        container(
            column![
                container(picture)
                    .width(Fill)
                    .height(PICTURE)
                    .style(theme::container::well),
                words,
            ]
            .spacing(gap::XS),
        )
        .padding(gap::S)
        .width(Fill)
        .style(theme::container::panel)
        .into()
    }
}

/// How sore is all right, on the scale from 0 to 10.
fn how_sore<'a, Message: 'a>() -> Element<'a, Message> {
    let scores = [
        (Tone::Spruce, words::fine()),
        (Tone::Sun, words::careful()),
        (Tone::Ember, words::ease_off()),
    ]
    .map(|(tone, (score, word))| {
        let score = type_role::SMALL.with_font(font::SEMIBOLD).text(score);
        row![
            container(score)
                .center_x(72.0)
                .padding(Padding::ZERO.vertical(gap::XXS))
                .style(theme::container::soft(tone, radius::TAG)),
            type_role::SMALL.with_line(1.35).text(word).width(Fill),
        ]
        .spacing(gap::S)
        .align_y(Center)
        .into()
    });
    container(
        column![
            type_role::strong(words::how_sore()),
            column(scores).spacing(gap::XS),
            type_role::caption(words::by_morning()).style(theme::text::soft),
        ]
        .spacing(gap::XS),
    )
    .padding(Padding::from([gap::M, gap::M]))
    .width(Fill)
    .style(theme::container::panel)
    .into()
}
