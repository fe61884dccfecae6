//! How the list of conditions is drawn.

use iced::widget::rich_text;
use iced::widget::text::{LineHeight, Rich, Span};
use iced::widget::{Space, button as press, column, container, row, space, stack};
use iced::{Center, Element, Fill, Padding, Right};

use super::{Conditions, FIRST, Group, LIST, Message, Row, SEARCH, Title};
use crate::app::control::{Kind, control};
use crate::app::screen::Viewport;
use crate::app::state::knees::pictures::Pictures;
use crate::app::theme::size::{gap, radius, target};
use crate::app::theme::{self, Tone, font, type_role};
use crate::app::widget::page::{Frame, page_header};
use crate::app::widget::{Icon, WindowSize, button, chip, icon, icon_button, input, tag};
use crate::catalog::{Found, Told};
use crate::knee::{Area, Condition};
use crate::words::conditions as words;
use crate::words::grammar::lower_first;

/// The side of the picture in a row, in logical pixels.
const PICTURE: f32 = 60.0;
/// The least height of a row.
const ROW: f32 = 76.0;
/// The width of a window from which there are two columns.
const TWO_COLUMNS: f32 = 900.0;
/// Around the picture in a row.
const AROUND: f32 = (ROW - PICTURE) / 2.0;

impl Conditions {
    /// Draws the list.
    pub fn view<'a>(&'a self, viewport: &Viewport, pictures: &'a Pictures) -> Element<'a, Message> {
        let size = viewport.size();
        let back = self.back.map(|back| {
            button(back)
                .quiet()
                .icon(Icon::ArrowLeft)
                .on_press(Message::Back)
        });
        let header = page_header(size, words::title(), None, Some(self.field(size)));
        let columns = if viewport.window.width < TWO_COLUMNS || self.found.is_some() {
            1
        } else {
            2
        };
        let groups = self.groups();
        let not_sure = self.found.as_ref().map(|found| {
            let is_empty = found.is_empty();
            self.not_sure(is_empty)
        });
        let groups = groups
            .into_iter()
            .map(|group| self.group(group, columns, pictures));
        let list = column(groups).push(not_sure).spacing(gap::L);
        let frame = Frame::of(size);
        let top = column![back, header, self.chips()].spacing(frame.gap);
        frame.page(top, frame.scroll(list).id(LIST))
    }

    fn field<'a>(&'a self, size: WindowSize) -> Element<'a, Message> {
        let (hint, width) = match size {
            WindowSize::Small => (words::search_short(), 256.0),
            WindowSize::Medium | WindowSize::Large => (words::search(), 300.0),
        };
        let field = input(
            words::search(),
            hint,
            &self.typed,
            Some(Icon::Search),
            None,
            Message::Typed,
        )
        .id(SEARCH)
        .width(width)
        .on_submit(Message::ToRows);
        let empty = (!self.typed.is_empty()).then(|| {
            let empty = icon_button(Icon::X, words::empty_search())
                .small()
                .on_press(Message::EmptySearch);
            container(empty)
                .width(width)
                .height(target::NORMAL)
                .padding(gap::XXS)
                .align_x(Right)
        });
        stack![Element::from(field)].push(empty).into()
    }

    fn chips(&self) -> Element<'_, Message> {
        let areas = Area::ALL.map(Some);
        let chips = [None].into_iter().chain(areas).map(|area| {
            let message = Message::Area(area);
            chip(area.map_or(words::all(), words::area))
                .count(self.count(area).to_string())
                .on(self.area == area)
                .on_press(message)
                .into()
        });
        row(chips).spacing(gap::XS).wrap().into()
    }

    fn group<'a>(
        &'a self,
        group: Group<'a>,
        columns: usize,
        pictures: &'a Pictures,
    ) -> Element<'a, Message> {
        let count = group.rows.len();
        let (title, line) = match group.title {
            Title::Area(area) => (
                words::area_title(area).to_owned(),
                words::most_common_first(count),
            ),
            Title::SeeFirst => (
                words::see_first().to_owned(),
                words::see_first_line().to_owned(),
            ),
            Title::Matches => {
                let line = if count > 1 {
                    words::best_match_first()
                } else {
                    ""
                };
                (words::matches(count, &self.typed), line.to_owned())
            }
        };
        let is_urgent = group.title == Title::SeeFirst;
        let mark =
            is_urgent.then(|| icon(Icon::OctagonAlert, 20.0).style(theme::text::tone(Tone::Ember)));
        let head = row![
            mark,
            type_role::title_3(title).width(Fill),
            type_role::small(line).style(theme::text::faint),
        ]
        .spacing(gap::XS)
        .align_y(Center);
        let mut rows = group.rows.into_iter().peekable();
        let mut lines = column![].spacing(gap::XS);
        while rows.peek().is_some() {
            let cells: Vec<_> = rows
                .by_ref()
                .take(columns)
                .map(|row| self.row(row, pictures))
                .collect();
            let gaps = (cells.len()..columns).map(|_| space::horizontal().into());
            lines = lines.push(row(cells.into_iter().chain(gaps)).spacing(gap::S));
        }
        column![head, lines].spacing(gap::XS).into()
    }

    fn row<'a>(&'a self, row: Row<'a>, pictures: &'a Pictures) -> Element<'a, Message> {
        let Row { condition, found } = row;
        let message = Message::Open(condition.id);
        let picture = self.spot(condition.id).map(|spot| {
            let view = spot.view();
            let drawing = pictures.small(view, self.leg);
            container(spot.picture(&self.knowledge, view, self.leg, drawing))
                .width(PICTURE)
                .height(PICTURE)
                .style(|theme| {
                    theme::container::rounded(theme::container::well(theme), radius::CONTROL)
                })
        });
        let end: Option<Element<'a, Message>> = if condition.care.how_soon().is_some() {
            let urgent = icon(Icon::OctagonAlert, 20.0).style(theme::text::tone(Tone::Ember));
            Some(urgent.into())
        } else {
            let common = || tag(Tone::Spruce, None, words::common());
            condition.is_common.then(common)
        };
        let content = iced::widget::row![
            picture,
            column![
                type_role::STRONG
                    .with_line(1.3)
                    .text(condition.name.as_str()),
                line(condition, found),
            ]
            .width(Fill),
            end,
            icon(Icon::ChevronRight, 18.0).style(theme::text::faint),
            // Keeps the least height, while a long text makes the row higher.
            Space::new().height(ROW - 2.0 * AROUND),
        ]
        .spacing(gap::S)
        .align_y(Center);
        let card = press(content)
            .width(Fill)
            .padding(Padding::from(AROUND).right(0))
            .style(theme::button::card)
            .on_press(message);
        let is_first = self.rows().next() == Some(condition.id);
        let id = if is_first {
            FIRST
        } else {
            condition.id.id().into()
        };
        control(Kind::Button, card)
            .id(id)
            .radius(radius::CARD)
            .initial(is_first)
            .into()
    }

    fn not_sure(&self, is_empty: bool) -> Element<'_, Message> {
        let try_another =
            is_empty.then(|| type_role::body(words::try_another()).style(theme::text::soft));
        let map = button(words::show_on_map())
            .quiet()
            .small()
            .on_press(Message::Map);
        column![
            try_another,
            row![
                type_role::small(words::not_sure()).style(theme::text::soft),
                map,
            ]
            .align_y(Center)
            .wrap(),
        ]
        .spacing(gap::XS)
        .into()
    }
}

/// Where it hurts; or why it was found, with the words that were meant.
fn line<'a, Message: 'a>(
    condition: &'a Condition,
    found: Option<&'a Found>,
) -> Element<'a, Message> {
    let role = type_role::SMALL.with_line(1.35);
    match found {
        Some(found) if found.told != Told::Name => marked(found, role),
        _ => role
            .text(condition.place.as_str())
            .style(theme::text::soft)
            .into(),
    }
}

fn marked<'a, Message: 'a>(found: &'a Found, role: type_role::Role) -> Element<'a, Message> {
    let mut spans: Vec<Span<'a>> = vec![Span::new(words::told(found.told))];
    let mut from = 0;
    let goes_on = matches!(found.told, Told::WorseWith | Told::Feels);
    let mut push = |range: std::ops::Range<usize>, is_meant: bool| {
        let Some(part) = found
            .text
            .get(range.clone())
            .filter(|part| !part.is_empty())
        else {
            return;
        };
        let part = if goes_on && range.start == 0 {
            lower_first(part)
        } else {
            part.into()
        };
        let span = Span::new(part);
        spans.push(if is_meant {
            span.font(font::SEMIBOLD)
        } else {
            span
        });
    };
    for meant in &found.meant {
        push(from..meant.start, false);
        push(meant.clone(), true);
        from = meant.end;
    }
    push(from..found.text.len(), false);
    let line: Rich<'a, (), Message> = rich_text(spans);
    line.size(role.size)
        .line_height(LineHeight::Relative(role.line_height))
        .font(role.font)
        .style(theme::text::soft)
        .into()
}
