//! The list beside the drawing: what was marked, and every place to mark.

use iced::widget::{Row, Space, button as press, column, container, row, space};
use iced::{Center, Element, Fill, Padding, Theme};

use super::marking::LIST;
use super::{KneeMap, Message};
use crate::app::control::{Kind, control};
use crate::app::screen::Viewport;
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{self, Tokens, Tone, type_role};
use crate::app::widget::page::scroll;
use crate::app::widget::{Icon, WindowSize, button, card, divider, icon};
use crate::knee::AreaId;
use crate::words::knee_map as words;

/// The height of a row of the list, with and without its hint, in logical pixels.
const ROW: f32 = 50.0;
const SMALL_ROW: f32 = 44.0;
/// The most room that the chips take before they scroll: two rows.
const CHIPS: f32 = 80.0;
/// The height of a chip.
const CHIP: f32 = 36.0;

impl KneeMap {
    pub(super) fn list_card<'a>(&'a self, viewport: &Viewport) -> Element<'a, Message> {
        let is_small = viewport.size() == WindowSize::Small;
        let places = self.places();
        let count = places.len();
        let (knee, outside): (Vec<_>, Vec<_>) = places
            .into_iter()
            .partition(|place| self.knowledge.place(*place).is_of_the_knee());
        let place_row = |place| self.place_row(place, is_small);
        let list = column(knee.into_iter().map(place_row))
            .extend((!outside.is_empty()).then(|| heading(words::above_and_below(), is_small)))
            .extend(outside.into_iter().map(place_row))
            .extend(self.note())
            .spacing(gap::XXXS)
            .padding(Padding::from([gap::XXS, gap::XXS]).right(gap::S));
        let title = (!is_small).then(|| container(type_role::title_2(words::click_every_spot())));
        let choose = if is_small {
            words::or_choose_short()
        } else {
            words::or_choose()
        };
        let count =
            (!is_small).then(|| type_role::caption(words::spots(count)).style(theme::text::faint));
        let above = column![
            title,
            column![heading(words::you_marked(), is_small), self.chips(),].spacing(gap::XS),
            divider(),
            row![heading(choose, is_small), space::horizontal(), count].align_y(Center),
        ]
        .spacing(if is_small { 8 } else { 10 })
        .padding(Padding::ZERO.horizontal(gap::XS));
        let padding = if is_small {
            Padding::from([gap::S, gap::XS]).bottom(gap::XXS)
        } else {
            Padding::from([gap::M, gap::S]).bottom(gap::XS)
        };
        card(column![above, scroll(list).id(LIST).width(Fill).height(Fill)].spacing(gap::XXS))
            .style(theme::container::panel)
            .padding(padding)
            .width(Fill)
            .height(Fill)
            .into()
    }

    /// What was marked, each with a cross. The room of a row is kept for them.
    fn chips<'a>(&'a self) -> Element<'a, Message> {
        let marks = &self.story().marks;
        if marks.is_empty() {
            return container(type_role::small(words::nothing_marked()).style(theme::text::soft))
                .height(CHIP)
                .align_y(Center)
                .into();
        }
        let chips = marks
            .iter()
            .enumerate()
            .map(|(index, place)| self.chip(index, *place));
        let chips = Row::with_children(chips).spacing(gap::XS).wrap();
        container(scroll(chips)).max_height(CHIPS).into()
    }

    fn chip<'a>(&'a self, index: usize, id: AreaId) -> Element<'a, Message> {
        let name = self.knowledge.place(id).name.as_str();
        let cross = press(container(icon(Icon::X, 16.0)).center(28))
            .padding(0)
            .style(|theme: &Theme, status| {
                let mut style = theme::button::ghost(theme, status);
                style.text_color = Tokens::of(theme).on_mark_soft;
                theme::button::rounded(style, radius::FULL)
            })
            .on_press(Message::Toggle(id));
        let cross = control(Kind::Button, cross)
            .id(format!("mark {}", id.id()))
            .name(words::unmark(name))
            .radius(radius::FULL);
        container(
            row![
                number(index, 24.0, radius::FULL),
                type_role::SMALL.with_font(theme::font::SEMIBOLD).text(name),
                cross,
            ]
            .spacing(gap::XS)
            .align_y(Center),
        )
        .height(CHIP)
        .align_y(Center)
        .padding(Padding::ZERO.left(gap::XXS).right(gap::XXS))
        .style(|theme: &Theme| {
            let tokens = Tokens::of(theme);
            container::Style::default()
                .background(tokens.mark_soft)
                .color(tokens.on_mark_soft)
                .border(iced::border::rounded(radius::FULL))
        })
        .into()
    }

    fn place_row<'a>(&'a self, id: AreaId, is_small: bool) -> Element<'a, Message> {
        let place = self.knowledge.place(id);
        let index = self.story().marks.iter().position(|mark| *mark == id);
        let is_marked = index.is_some();
        let is_pointed = self.pointed.is_some_and(|pointed| pointed.place == id);
        let lead = match index {
            Some(index) => number(index, 22.0, radius::KEY),
            None => super::choice::lead(super::choice::Lead::Square, false),
        };
        let role = if is_marked {
            type_role::STRONG
        } else {
            type_role::LABEL
        };
        let hint = (!is_small).then(|| {
            type_role::CAPTION
                .with_line(1.35)
                .text(place.hint.as_str())
                .style(move |theme: &Theme| {
                    if is_marked {
                        iced::widget::text::Style::default()
                    } else {
                        theme::text::soft(theme)
                    }
                })
        });
        let names = column![role.with_line(1.35).text(place.name.as_str()), hint].width(Fill);
        let height = if is_small { SMALL_ROW } else { ROW };
        let toggle = Message::Toggle(id);
        let style = move |theme: &Theme, status| {
            let tokens = Tokens::of(theme);
            let mut style = theme::button::row(theme, status);
            if is_marked {
                style.background = Some(tokens.mark_soft.into());
                style.text_color = tokens.on_mark_soft;
            } else if is_pointed {
                style.background = Some(tokens.sunken.into());
            }
            theme::button::rounded(style, radius::CONTROL)
        };
        // A strut keeps the least height.
        let strut = Space::new().height(height - 12.0);
        let face = press(row![lead, names, strut].spacing(gap::S).align_y(Center))
            .width(Fill)
            .padding(Padding::from([gap::XXS, gap::XS]).right(0))
            .style(style)
            .on_press(toggle);
        control(Kind::Toggle(is_marked), face)
            .id(format!("place {}", id.id()))
            .name(place.name.as_str())
            .radius(radius::CONTROL)
            .into()
    }

    /// What is said about a mark outside the knee: about the shin what it often is, about the thigh where the map ends.
    fn note<'a>(&'a self) -> Option<Element<'a, Message>> {
        let place = |id: &AreaId| self.knowledge.place(*id);
        let outside = self
            .story()
            .marks
            .iter()
            .rev()
            .find(|id| !place(id).is_of_the_knee())?;
        let is_shin = matches!(
            *outside,
            AreaId::ShinAnterior | AreaId::ShinMedial | AreaId::ShinLateral
        );
        let lines: &[&str] = if is_shin {
            &words::shin_pain_lines()
        } else {
            &[]
        };
        let title = if is_shin {
            words::shin_pain()
        } else {
            words::map_ends_at_thigh()
        };
        let nearest = place(outside).nearest_of_the_knee();
        let mark = nearest.map(|nearest| {
            let message = Message::Toggle(nearest);
            let is_marked = self.story().marks.contains(&nearest);
            column![
                type_role::small(words::nearest(&place(&nearest).name)),
                (!is_marked).then(|| button(words::mark_nearest()).small().on_press(message)),
            ]
            .spacing(gap::XS)
        });
        let lines = lines.iter().map(|line| {
            row![icon(Icon::Dot, 20.0), type_role::small(*line).width(Fill)]
                .spacing(gap::XXS)
                .into()
        });
        let note = column![type_role::title_3(title)]
            .extend(lines)
            .push(mark)
            .spacing(gap::XS);
        let note = container(note)
            .width(Fill)
            .padding([gap::S, gap::M])
            .style(theme::container::banner(Tone::Sky));
        Some(container(note).padding(Padding::ZERO.top(gap::XS)).into())
    }
}

/// The words above a part of the list.
fn heading<'a>(words: &'a str, is_small: bool) -> Element<'a, Message> {
    let heading = if is_small {
        type_role::SMALL
            .with_font(theme::font::SEMIBOLD)
            .text(words)
    } else {
        type_role::CAPTION
            .with_font(theme::font::SEMIBOLD)
            .text(words)
            .style(theme::text::faint)
    };
    container(heading)
        .padding(Padding::from([gap::XXXS, 0.0]))
        .into()
}

/// The number of a mark, in the colour of the marks.
fn number<'a>(index: usize, side: f32, corner: f32) -> Element<'a, Message> {
    container(
        type_role::CAPTION
            .with_font(theme::font::BOLD)
            .with_line(1.0)
            .text((index + 1).to_string()),
    )
    .center(side)
    .style(move |theme: &Theme| {
        let tokens = Tokens::of(theme);
        container::Style::default()
            .background(tokens.mark)
            .color(tokens.on_mark)
            .border(iced::Border {
                color: tokens.mark_ring,
                width: 1.5,
                radius: corner.into(),
            })
    })
    .into()
}
