//! What must not be missed: pages of statements to tick, and which part of them it is.

use iced::widget::{Column, Id, Space, column, container, row, sensor, space, stack};
use iced::{Center, Element, Fill, Padding};

use super::about::{next_button, page_card};
use super::choice::{Choice, Lead, choice};
use super::{KneeMap, Message, WAY, index_of};
use crate::app::screen::Viewport;
use crate::app::theme::size::{gap, line};
use crate::app::theme::{self, type_role};
use crate::app::widget::page::scroll;
use crate::app::widget::{Icon, WindowSize, button};
use crate::knee::{Key, StatementId};
use crate::side::Side;
use crate::words::knee_map as words;

/// The statements of a page, which may scroll.
pub const STATEMENTS: Id = Id::new("statements");

/// The most statements on a page: each has a key.
pub(super) const MOST: usize = 10;
/// The width of the content from which the statements stand in two columns, in logical pixels.
const TWO_COLUMNS: f32 = 900.0;
/// What the sidebar and the margins take of a window, in logical pixels.
const BESIDE_CONTENT: f32 = 204.0 + 2.0 * 32.0;

impl KneeMap {
    pub(super) fn check<'a>(
        &'a self,
        leg: Side,
        page: usize,
        viewport: &Viewport,
    ) -> Element<'a, Message> {
        let is_small = viewport.size() == WindowSize::Small;
        let Some(group) = self.stories[index_of(leg)].groups.get(page) else {
            return Space::new().into();
        };
        let rows: Vec<Element<'a, Message>> = group
            .statements
            .iter()
            .enumerate()
            .map(|(index, id)| self.statement(leg, index, *id))
            .collect();
        let width = viewport.window.width - BESIDE_CONTENT;
        let has_two = !is_small && width.min(WindowSize::CONTENT) >= TWO_COLUMNS;
        // Whoever sees the end of the statements has seen the last of them.
        let end = sensor(Space::new().width(Fill).height(line::HAIR))
            .key(page)
            .on_show(move |_| Message::SeenLast(page));
        let statements = column![in_columns(rows, if has_two { 2 } else { 1 }), end]
            .padding(Padding::from([gap::XXS, gap::XXS]).right(if has_two { 6 } else { 12 }));
        let list = scroll(statements).id(STATEMENTS).width(Fill).height(Fill);
        // Every page begins at its top: what is built otherwise than on the page before remembers nothing of it.
        let list: Element<'a, Message> = if page % 2 == 1 {
            stack![list].width(Fill).height(Fill).into()
        } else {
            list.into()
        };
        let list = sensor(list)
            .key(page)
            .on_show(Message::Room)
            .on_resize(Message::Room);
        let heading = heading(words::heading_of(group.topic), words::tick_all(), is_small);
        let foot = row![
            self.back(),
            space::horizontal(),
            self.ticked(leg, page, is_small),
            self.check_way(leg, page, is_small),
        ]
        .spacing(gap::M)
        .align_y(Center)
        .padding(Padding::ZERO.horizontal(gap::XXS));
        page_card(
            column![heading, list, foot].spacing(if is_small { 8 } else { 12 }),
            is_small,
        )
    }

    fn statement<'a>(&'a self, leg: Side, index: usize, id: StatementId) -> Element<'a, Message> {
        let statement = self.knowledge.statement(id);
        let message = Message::Tick(id);
        choice(Choice {
            lead: Lead::Square,
            title: &statement.say,
            line: Some(statement.how.as_str()).filter(|how| !how.is_empty()),
            key: key_of(index),
            is_on: self.stories[index_of(leg)].is_ticked(id),
            is_large: false,
            message,
        })
    }

    /// How many statements are ticked, or how the keyboard ticks them.
    fn ticked<'a>(
        &'a self,
        leg: Side,
        page: usize,
        is_small: bool,
    ) -> Option<Element<'a, Message>> {
        let story = &self.stories[index_of(leg)];
        let ticked = story.ticked_on(page).count();
        let count = story
            .groups
            .get(page)
            .map_or(0, |group| group.statements.len());
        if ticked > 0 {
            let ticked = words::ticked(ticked);
            return Some(type_role::small(ticked).style(theme::text::soft).into());
        }
        (!is_small).then(|| {
            type_role::caption(words::keys_to_tick(count))
                .style(theme::text::faint)
                .into()
        })
    }

    /// The button of a page. Until the last statement was seen, it shows more of them.
    fn check_way<'a>(&'a self, leg: Side, page: usize, is_small: bool) -> Element<'a, Message> {
        let message = self.way_on(leg, page);
        // Before anything was laid out, larger windows are taken to show all of it.
        let has_more = message == Message::MoreBelow && (is_small || self.room.is_some());
        if has_more {
            let more = button(words::more_below()).tonal().icon(Icon::ArrowDown);
            let more = if is_small { more } else { more.large() };
            return more.id(WAY).initial().on_press(message).into();
        }
        let is_none = self.stories[index_of(leg)].ticked_on(page).next().is_none();
        let label = if is_none {
            words::none_of_these()
        } else {
            words::next()
        };
        next_button(label, is_small).on_press(message).into()
    }

    // Which of these it is.

    /// The parts of the ticked statements of a page that stand for several.
    pub(super) fn parts(&self, leg: Side, page: usize) -> impl Iterator<Item = Key> {
        let story = &self.stories[index_of(leg)];
        story
            .to_be_told_apart(&self.knowledge, page)
            .into_iter()
            .flat_map(|id| self.knowledge.statement(id).keys.iter().copied())
    }

    pub(super) fn which_part<'a>(
        &'a self,
        leg: Side,
        page: usize,
        viewport: &Viewport,
    ) -> Element<'a, Message> {
        let is_small = viewport.size() == WindowSize::Small;
        let story = &self.stories[index_of(leg)];
        let mut index = 0;
        let mut rows: Vec<Element<'a, Message>> = Vec::new();
        for id in story.to_be_told_apart(&self.knowledge, page) {
            let statement = self.knowledge.statement(id);
            rows.push(
                container(
                    type_role::SMALL
                        .with_font(theme::font::SEMIBOLD)
                        .text(statement.say.as_str())
                        .style(theme::text::soft),
                )
                .padding(Padding::ZERO.top(gap::XXS))
                .into(),
            );
            for key in &statement.keys {
                let message = Message::Part(*key);
                rows.push(choice(Choice {
                    lead: Lead::Square,
                    title: &self.knowledge.question(*key).sign,
                    line: None,
                    key: key_of(index),
                    is_on: story.is_part(*key),
                    is_large: false,
                    message,
                }));
                index += 1;
            }
        }
        let rows = Column::with_children(rows)
            .spacing(gap::XS)
            .padding(Padding::from([gap::XXS, gap::XXS]).right(gap::S));
        let foot = row![
            self.back(),
            space::horizontal(),
            next_button(words::next(), is_small).on_press(Message::Next),
        ]
        .align_y(Center)
        .padding(Padding::ZERO.horizontal(gap::XXS));
        page_card(
            column![
                heading(words::which_of_these(), words::tick_all(), is_small),
                container(type_role::small(words::which_of_these_line()).style(theme::text::soft))
                    .padding(Padding::ZERO.horizontal(gap::XXS)),
                scroll(rows).width(Fill).height(Fill),
                foot,
            ]
            .spacing(if is_small { 8 } else { 12 }),
            is_small,
        )
    }
}

/// The key of the row with this index.
fn key_of(index: usize) -> Option<String> {
    (index < MOST).then(|| ((index + 1) % MOST).to_string())
}

fn heading<'a>(title: &'a str, note: &'a str, is_small: bool) -> Element<'a, Message> {
    let role = if is_small {
        type_role::TITLE_2.with_size(20.0)
    } else {
        type_role::QUESTION
    };
    row![
        container(role.text(title)).width(Fill),
        (!is_small).then(|| type_role::small(note).style(theme::text::soft)),
    ]
    .align_y(Center)
    .padding(Padding::ZERO.horizontal(gap::XXS))
    .into()
}

/// Rows in columns that are filled downwards.
fn in_columns<'a>(rows: Vec<Element<'a, Message>>, columns: usize) -> Element<'a, Message> {
    let each = rows.len().div_ceil(columns).max(1);
    let mut rows = rows.into_iter();
    let columns = (0..columns).map(|_| {
        Column::with_children(rows.by_ref().take(each).collect::<Vec<_>>())
            .spacing(if columns > 1 { 10 } else { 8 })
            .width(Fill)
            .into()
    });
    iced::widget::Row::with_children(columns.collect::<Vec<_>>())
        .spacing(gap::S)
        .into()
}
