//! One routine as a card.

use iced::widget::{Id, column, container, row, space, stack};
use iced::{Bottom, Center, Element, Fill, Padding};

use super::{Message, RoutineIndex, Routines};
use crate::app::control::{self, control};
use crate::app::screen::{Viewport, name};
use crate::app::shortcut::Stroke;
use crate::app::theme::size::radius;
use crate::app::theme::{self, Presentation, Tone, type_role};
use crate::app::widget::{Backdrop, Icon, effort_dots, figure, meta, tag_on_hue};
use crate::catalog::{Entry, Owner, Shelf};
use crate::figure::Beat;
use crate::routine::{Effort, Kind};
use crate::words::{catalog as said, exercise, page, time};

/// The height of the picture, in logical pixels.
const PICTURE: f32 = 140.0;
/// How far the figure keeps away from the left edge, in logical pixels, where a tag or two are on top of it there.
const BESIDE_ONE: f32 = 72.0;
const BESIDE_TWO: f32 = 112.0;
/// Above and below the words.
const PADDING: f32 = 14.0;
/// Between the words.
const SPACING: f32 = 8.0;
/// A name of two lines, or of one with what it serves below it.
const NAME: f32 = 46.0;
/// The line of facts.
const FACTS: f32 = 21.0;

/// How high a card is, whatever is on it: rows have to be found without building those above them.
pub(super) fn height(look: Presentation) -> f32 {
    let words = (NAME + FACTS) * look.text.factor();
    (2.0 + PICTURE + 2.0 * PADDING + SPACING + words).ceil()
}

/// What the card of a routine is in the code.
fn id_of(routine: &str) -> Id {
    Id::from(format!("routine {routine}"))
}

impl Routines {
    /// What the first card is in the code, if there is one.
    pub fn first(&self) -> Option<Id> {
        let entry = self
            .index
            .as_ref()?
            .shelf()
            .entries()
            .get(*self.shown.first()?)?;
        Some(id_of(&entry.routine.id))
    }

    /// The card of the routine at a place of the shelf.
    pub(super) fn card<'a>(
        &'a self,
        place: usize,
        index: &'a RoutineIndex,
        viewport: &Viewport,
    ) -> Element<'a, Message> {
        let look = viewport.look;
        let Some(entry) = index.shelf().entries().get(place) else {
            return space::horizontal().into();
        };
        let tone = kind_tone(entry.routine.kind);
        let is_mine = entry.owner == Owner::Mine;
        let is_locked = viewport.withheld.is_some() || entry.withheld.is_some();
        let beside_tags = if is_mine { BESIDE_TWO } else { BESIDE_ONE };
        let tags = row![
            tag_on_hue(
                look,
                tone,
                Some(kind_icon(entry.routine.kind)),
                page::kind(entry.routine.kind)
            ),
            is_mine.then(|| tag_on_hue(look, tone, Some(Icon::User), said::owner_mine())),
        ]
        .spacing(6);
        let locked =
            is_locked.then(|| tag_on_hue(look, tone, Some(Icon::Lock), page::locked_tag()));
        let tags = column![tags, locked].spacing(6);
        let picture = container(
            stack![
                container(self.figure(place).map(|mannequin| figure(
                    mannequin,
                    Beat::Key,
                    Backdrop::Soft(tone)
                )))
                .padding(Padding::from([8, 12]).bottom(2).left(beside_tags))
                .align_y(Bottom),
                container(tags).padding(12),
            ]
            .width(Fill)
            .height(Fill),
        )
        .width(Fill)
        .height(PICTURE)
        .style(move |theme| {
            theme::container::rounded(
                theme::container::soft(tone, radius::CARD - 1.0)(theme),
                iced::border::top(radius::CARD - 1.0),
            )
        });
        let content = column![picture, words(entry, index.shelf(), look)];
        let face = iced::widget::button(content)
            .padding(1)
            .width(Fill)
            .height(height(look))
            .style(theme::button::card)
            .on_press(Message::Open(place));
        let is_first = self.shown.first() == Some(&place);
        control(control::Kind::Button, face)
            .id(id_of(&entry.routine.id))
            .radius(radius::CARD)
            .initial(is_first)
            .key(Stroke::Character('s'), Message::Start(place))
            .into()
    }
}

fn words<'a>(entry: &'a Entry, shelf: &'a Shelf, look: Presentation) -> Element<'a, Message> {
    let routine = &entry.routine;
    let kit: Vec<_> = routine.kit.iter().map(exercise::kit).collect();
    let fact = |words| {
        type_role::small(look, words)
            .style(theme::text::soft)
            .wrapping(iced::widget::text::Wrapping::None)
    };
    column![
        // A name of two lines takes the place of what the routine serves.
        container(column![
            type_role::title_3(look, &*routine.name),
            type_role::small(look, serves(entry, shelf)).style(theme::text::soft),
        ])
        .width(Fill)
        .height(NAME * look.text.factor())
        .clip(true),
        row![
            meta(look, Icon::Clock, time::minutes(routine.length)),
            row![
                effort_dots(effort_level(routine.effort)),
                fact(name::effort(routine.effort).to_owned()),
            ]
            .spacing(6)
            .align_y(Center),
            space::horizontal(),
            fact(said::things(&kit)),
        ]
        .spacing(10)
        .height(FACTS * look.text.factor())
        .align_y(Center),
    ]
    .spacing(SPACING)
    .padding(Padding::from([PADDING, 16.0]))
    .into()
}

/// What a routine serves, as much as fits a line.
fn serves(entry: &Entry, shelf: &Shelf) -> String {
    const MOST_LETTERS: usize = 36;

    let mut line = String::new();
    for name in entry.serves.iter().filter_map(|id| shelf.condition(*id)) {
        let length = line.chars().count() + 2 + name.chars().count();
        if line.is_empty() {
            line.push_str(name);
        } else if length <= MOST_LETTERS {
            line.push_str(", ");
            line.push_str(name);
        }
    }
    line
}

/// The hue of a kind of routine.
pub(in crate::app::screen) fn kind_tone(kind: Kind) -> Tone {
    match kind {
        Kind::Recovery => Tone::Spruce,
        Kind::Strength => Tone::Plum,
        Kind::Mobility => Tone::Sky,
        Kind::WarmUp => Tone::Sun,
        Kind::PainRelief => Tone::Ember,
    }
}

/// What stands for a kind of routine.
pub(in crate::app::screen) fn kind_icon(kind: Kind) -> Icon {
    match kind {
        Kind::Recovery => Icon::Leaf,
        Kind::Strength => Icon::Dumbbell,
        Kind::Mobility => Icon::WavesHorizontal,
        Kind::WarmUp => Icon::Sunrise,
        Kind::PainRelief => Icon::HeartPulse,
    }
}

/// How many of three dots are filled.
fn effort_level(effort: Effort) -> usize {
    match effort {
        Effort::Easy => 1,
        Effort::Moderate => 2,
        Effort::Hard => 3,
    }
}
