//! One routine as a card.

use std::time::Duration;

use iced::widget::{Id, column, container, mouse_area, row, space, stack};
use iced::{Bottom, Center, Element, Fill, Padding};

use super::{Message, RoutineIndex, Routines};
use crate::app::control::{self, control};
use crate::app::screen::{Viewport, name};
use crate::app::shortcut::Stroke;
use crate::app::theme::size::{gap, icon as icon_size, radius};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{
    Backdrop, Icon, Solid, button, effort_dots, figure, icon, meta, tag_on_hue,
};
use crate::catalog::{Entry, Owner};
use crate::figure::Beat;
use crate::routine::{Effort, Kind};
use crate::words::{catalog as said, exercise, grammar, page, time};

/// The height of the picture, in logical pixels.
const PICTURE: f32 = 140.0;
/// How far the figure keeps away from the left edge, in logical pixels, where a tag or two are on top of it there.
const BESIDE_ONE: f32 = 72.0;
const BESIDE_TWO: f32 = 112.0;
/// Above and below the words.
const PADDING: f32 = 14.0;
/// Between the words.
const SPACING: f32 = 8.0;
/// A name of two lines, or of one with what it works on below it.
const NAME: f32 = 46.0;
/// The line of facts.
const FACTS: f32 = 21.0;

/// Between two facts.
const BETWEEN: f32 = 10.0;
/// The dots of the effort, with what parts them from its name.
const DOTS: f32 = 38.0;
/// The clock, with what parts it from the time.
const CLOCK: f32 = 22.0;
/// The least width of the words, in logical pixels.
const NARROWEST: f32 = 252.0;

/// How high a card is, whatever is on it: rows have to be found without building those above them.
pub(super) fn height(is_one_line: bool) -> f32 {
    let words = NAME + facts_height(is_one_line);
    (2.0 + PICTURE + 2.0 * PADDING + SPACING + words).ceil()
}

/// What the card of a routine is in the code.
fn id_of(routine: &str) -> Id {
    Id::from(format!("routine {routine}"))
}

fn facts_height(is_one_line: bool) -> f32 {
    let line = FACTS;
    if is_one_line { line } else { 2.0 * line }
}

/// Whether the facts of any routine fit one line. Otherwise they have two.
pub(super) fn is_one_line() -> bool {
    let width = |text: &str| type_role::SMALL.measure(text).width;
    let efforts = [page::easy(), page::moderate(), page::hard()];
    let effort = efforts.map(width).into_iter().fold(0.0, f32::max);
    let minutes = width(&time::minutes(Duration::from_secs(20 * 60)));
    let things = width(&said::count_of_things(2)).max(width(said::no_kit()));
    CLOCK + minutes + DOTS + effort + things + 2.0 * BETWEEN <= NARROWEST
}

impl Routines {
    /// What the first card is in the code, if there is one.
    pub fn first(&self) -> Option<Id> {
        let entry = self
            .index
            .as_ref()?
            .catalog()
            .entries()
            .get(*self.shown.first()?)?;
        Some(id_of(&entry.routine.id))
    }

    /// The card of the routine at a place of the catalog.
    pub(super) fn card<'a>(
        &'a self,
        place: usize,
        index: &'a RoutineIndex,
        viewport: &Viewport,
        is_one_line: bool,
    ) -> Element<'a, Message> {
        let Some(entry) = index.catalog().entries().get(place) else {
            return space::horizontal().into();
        };
        let tone = kind_tone(entry.routine.kind);
        let is_mine = entry.owner == Owner::Mine;
        let is_locked = viewport.withheld.is_some() || entry.withheld.is_some();
        if self.menu == Some(place) {
            let menu = self.menu(place, entry, is_locked);
            return container(menu).height(height(is_one_line)).into();
        }
        let beside_tags = if is_mine { BESIDE_TWO } else { BESIDE_ONE };
        let tags = row![
            tag_on_hue(
                tone,
                Some(kind_icon(entry.routine.kind)),
                page::kind(entry.routine.kind)
            ),
            is_mine.then(|| tag_on_hue(tone, Some(Icon::User), said::owner_mine())),
        ]
        .spacing(gap::XS);
        let star = self.is_starred(entry).then(|| {
            let star = icon(Icon::Star, icon_size::BUTTON).style(theme::text::tone(tone));
            container(star).align_right(Fill).padding(gap::S)
        });
        let locked = is_locked.then(|| tag_on_hue(tone, Some(Icon::Lock), page::locked_tag()));
        let tags = column![tags, locked].spacing(gap::XS);
        let picture = container(
            stack![
                container(self.figure(place).map(|mannequin| figure(
                    mannequin,
                    Beat::Key,
                    Backdrop::Soft(tone)
                )))
                .padding(
                    Padding::from([gap::XS, gap::S])
                        .bottom(gap::XXXS)
                        .left(beside_tags)
                )
                .align_y(Bottom),
                container(tags).padding(gap::S),
                star,
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
        let content = column![picture, words(entry, is_one_line)];
        let face = iced::widget::button(content)
            .padding(gap::XXXS)
            .width(Fill)
            .height(height(is_one_line))
            .style(theme::button::card)
            .on_press(Message::Open(place));
        let is_first = self.shown.first() == Some(&place);
        let card = control(control::Kind::Button, face)
            .id(id_of(&entry.routine.id))
            .radius(radius::CARD)
            .initial(is_first)
            .key(Stroke::Character('s'), Message::Start(place));
        mouse_area(card).on_right_press(Message::Menu(place)).into()
    }

    /// What can be done with a routine, in the place of its card.
    fn menu<'a>(&self, place: usize, entry: &'a Entry, is_locked: bool) -> Element<'a, Message> {
        let start = if is_locked {
            button(page::locked()).icon(Icon::Lock)
        } else {
            button(page::start(&time::minutes(entry.routine.length))).icon(Solid::Play)
        };
        let star = if self.is_starred(entry) {
            said::unstar()
        } else {
            said::star()
        };
        let content = column![
            container(type_role::title_3(&*entry.routine.name))
                .height(NAME)
                .clip(true),
            start.tonal().wide().on_press(Message::Start(place)),
            button(page::open_routine())
                .wide()
                .on_press(Message::Open(place)),
            button(star)
                .wide()
                .icon(Icon::Star)
                .on_press(Message::Star(place)),
        ]
        .spacing(gap::XS);
        let card = container(content)
            .padding(Padding::from([PADDING, gap::M]))
            .width(Fill)
            .height(Fill)
            .style(theme::container::card);
        mouse_area(card).on_right_press(Message::Menu(place)).into()
    }

    fn is_starred(&self, entry: &Entry) -> bool {
        let mut starred = self.mine.favourites.iter();
        starred.any(|id| **id == *entry.routine.id)
    }
}

fn words<'a>(entry: &'a Entry, is_one_line: bool) -> Element<'a, Message> {
    let routine = &entry.routine;
    let kit: Vec<_> = routine.kit.iter().map(exercise::kit).collect();
    let fact = |words| {
        type_role::small(words)
            .style(theme::text::soft)
            .wrapping(iced::widget::text::Wrapping::None)
    };
    let minutes = time::minutes(routine.length);
    let effort = name::effort(routine.effort);
    let width = |text: &str| type_role::SMALL.measure(text).width;
    let taken = CLOCK + width(&minutes) + DOTS + width(effort) + 2.0 * BETWEEN;
    let room = if is_one_line {
        NARROWEST - taken
    } else {
        NARROWEST
    };
    let kit = fact(said::things(&kit, |list| width(list) <= room));
    let length_and_effort = row![
        meta(Icon::Clock, minutes),
        row![
            effort_dots(effort_level(routine.effort)),
            fact(effort.to_owned())
        ]
        .spacing(gap::XS)
        .align_y(Center),
    ]
    .spacing(BETWEEN)
    .align_y(Center);
    let facts: Element<'a, Message> = if is_one_line {
        row![length_and_effort, space::horizontal(), kit]
            .spacing(BETWEEN)
            .align_y(Center)
            .height(Fill)
            .into()
    } else {
        column![length_and_effort, kit].into()
    };
    column![
        // A name of two lines takes the place of what the routine works on.
        container(column![
            type_role::title_3(&*routine.name),
            type_role::small(works_on(entry)).style(theme::text::soft),
        ])
        .width(Fill)
        .height(NAME)
        .clip(true),
        container(facts).height(facts_height(is_one_line)),
    ]
    .spacing(SPACING)
    .padding(Padding::from([PADDING, gap::M]))
    .into()
}

/// What a routine works on, as much as fits a line.
fn works_on(entry: &Entry) -> String {
    let mut line = String::new();
    for target in &entry.routine.targets {
        let target = exercise::target(*target);
        if line.is_empty() {
            line = grammar::upper_first(target);
            continue;
        }
        let longer = grammar::list([&*line, target]);
        if type_role::SMALL.measure(&longer).width > NARROWEST {
            break;
        }
        line = longer;
    }
    line
}

/// The hue of a kind of routine.
pub fn kind_tone(kind: Kind) -> Tone {
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
