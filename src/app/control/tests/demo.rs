//! A window with everything the keyboard meets.
use crate::app::control::{Arrow, Kind, Place, control, keyboard, places, roving, scope, shade};
use iced::advanced::mouse;
use iced::widget::canvas::{self, Action, Canvas, Frame, Geometry, Path};
use iced::widget::{
    Space, button, center, column, container, keyed_column, mouse_area, opaque, row, scrollable,
    stack, text, text_editor, text_input,
};
use iced::{Color, Element, Event, Fill, Point, Rectangle, Renderer, Size, Theme};

/// The pages.
pub const PAGES: [&str; 4] = ["Today", "Routines", "Knee map", "Settings"];

/// A page that is not in the sidebar: a list of which only what is in sight is built.
pub const LONG_LIST: usize = 4;

/// The window.
pub struct Demo {
    /// Index of the page.
    pub page: usize,
    /// Whether the dialog is open.
    pub dialog: Option<u32>,
    /// The cards, in order.
    pub cards: Vec<u32>,
    /// The chosen side.
    pub side: usize,
    /// The score.
    pub score: Option<u8>,
    /// What is written.
    pub words: String,
    /// The note.
    pub note: text_editor::Content,
    /// The marked places.
    pub marked: Vec<usize>,
    /// Whether the button "Maybe" is off.
    pub is_off: bool,
    /// How far the long list is scrolled, and how much of it is seen.
    pub scrolled: (f32, f32),
    /// The rows of the long list.
    pub rows: Vec<u32>,
}

impl Default for Demo {
    fn default() -> Self {
        Self {
            page: 0,
            dialog: None,
            cards: (0..40).collect(),
            side: 1,
            score: None,
            words: String::new(),
            note: text_editor::Content::new(),
            marked: Vec::new(),
            is_off: false,
            scrolled: (0.0, 300.0),
            rows: (0..200).collect(),
        }
    }
}

/// What happens.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Message {
    Go(usize),
    Card(u32),
    Star(u32),
    Side(usize),
    Score(u8),
    Typed(String),
    Edited,
    Place(usize),
    Pointed(Option<usize>),
    Maybe,
    Ask(u32),
    Erase(u32),
    Keep,
    Back,
    Reverse,
    Scrolled(f32, f32),
    Row(u32),
}

impl Demo {
    /// Lets something happen.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Go(page) => self.page = page,
            Message::Side(side) => self.side = side,
            Message::Score(score) => self.score = Some(score),
            Message::Typed(words) => self.words = words,
            Message::Place(place) => match self.marked.iter().position(|at| *at == place) {
                Some(at) => drop(self.marked.remove(at)),
                None => self.marked.push(place),
            },
            Message::Maybe => self.is_off = true,
            Message::Ask(card) => self.dialog = Some(card),
            Message::Erase(card) => {
                self.cards.retain(|at| *at != card);
                self.dialog = None;
            }
            Message::Keep => self.dialog = None,
            Message::Back => self.page = 0,
            Message::Reverse => self.cards.reverse(),
            Message::Scrolled(offset, height) => self.scrolled = (offset, height),
            Message::Row(row) => self.rows.retain(|at| *at != row),
            Message::Pointed(_) | Message::Card(_) | Message::Star(_) | Message::Edited => {}
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let sidebar = column(PAGES.into_iter().enumerate().map(|(index, name)| {
            control(
                Kind::Choice(index == self.page),
                button(name).width(Fill).on_press(Message::Go(index)),
            )
            .id(name)
            .into()
        }))
        .spacing(8)
        .width(140);
        let page = scope(
            Kind::Main,
            self.page as u64,
            PAGES.get(self.page).copied().unwrap_or("Long list"),
            match self.page {
                0 => self.today(),
                2 => self.knee(),
                LONG_LIST => self.long_list(),
                page => column![
                    text(PAGES[page]),
                    control(Kind::Button, button("Other").on_press(Message::Maybe)).id("other"),
                    control(Kind::Button, button("Start").on_press(Message::Maybe))
                        .id("start")
                        .initial(true),
                ]
                .spacing(8)
                .into(),
            },
        );
        let dialog = self.dialog.map(|card| {
            let inside = scope(
                Kind::Dialog,
                1_000 + u64::from(card),
                "Erase it?",
                container(
                    column![
                        text("Erase it?"),
                        row![
                            control(Kind::Button, button("Erase").on_press(Message::Erase(card)))
                                .id("erase"),
                            control(Kind::Button, button("Keep").on_press(Message::Keep))
                                .id("keep")
                                .initial(true),
                        ]
                        .spacing(8),
                    ]
                    .spacing(8),
                )
                .padding(32)
                .style(container::rounded_box),
            );
            opaque(mouse_area(center(opaque(inside))).on_press(Message::Keep))
        });
        let base = row![sidebar, page].spacing(24).padding(16);
        keyboard(true, stack![shade(self.dialog.is_some(), base), dialog])
    }

    fn today(&self) -> Element<'_, Message> {
        let segments =
            row(["Left", "Right", "Both"]
                .into_iter()
                .enumerate()
                .map(|(side, name)| {
                    control(
                        Kind::Choice(side == self.side),
                        button(name).on_press(Message::Side(side)),
                    )
                    .id(name)
                    .into()
                }));
        let scale = row((0..=10).map(|score| {
            control(
                Kind::Choice(self.score == Some(score)),
                button(text(score)).on_press(Message::Score(score)),
            )
            .id(format!("score-{score}"))
            .into()
        }))
        .spacing(4);
        let cards = keyed_column(self.cards.iter().map(|&card| {
            let star = control(
                Kind::Toggle(false),
                button("*").on_press(Message::Star(card)),
            )
            .id(format!("star-{card}"))
            .name("Favourite");
            let erase = control(Kind::Button, button("Erase").on_press(Message::Ask(card)))
                .id(format!("erase-{card}"));
            let inside = row![
                text(format!("Card {card}")),
                Space::new().width(Fill),
                star,
                erase
            ];
            (
                card,
                control(
                    Kind::Button,
                    button(inside.spacing(8))
                        .padding(12)
                        .style(button::secondary)
                        .on_press(Message::Card(card)),
                )
                .id(format!("card-{card}"))
                .name(format!("Card {card}"))
                .into(),
            )
        }))
        .spacing(12)
        .padding(8);
        column![
            row![
                roving(Kind::Choices, "Side", segments),
                control(
                    Kind::Button,
                    button("Maybe").on_press_maybe((!self.is_off).then_some(Message::Maybe)),
                )
                .id("maybe")
                .off(self.is_off),
                control(Kind::Button, button("Reverse").on_press(Message::Reverse)).id("reverse"),
            ]
            .spacing(16),
            roving(Kind::Choices, "Pain", scale),
            control(
                Kind::Input,
                text_input("Name", &self.words)
                    .id("words")
                    .on_input(Message::Typed),
            )
            .name("Name"),
            scrollable(cards).id("cards").width(Fill).height(Fill),
            control(
                Kind::Button,
                button("After the list").on_press(Message::Maybe)
            )
            .id("after"),
        ]
        .spacing(12)
        .into()
    }

    fn long_list(&self) -> Element<'_, Message> {
        const HEIGHT: f32 = 40.0;
        let (offset, height) = self.scrolled;
        let count = self.rows.len();
        // One row more on each side than is seen: Tab has to find the next one.
        let first = ((offset / HEIGHT) as usize).saturating_sub(1);
        let last = (((offset + height) / HEIGHT).ceil() as usize + 1).min(count);
        let space = |rows: usize| Space::new().height(rows as f32 * HEIGHT).into();
        let rows = (first..last).map(|index| {
            let row = self.rows[index];
            let line = control(
                Kind::Button,
                button(text(format!("Row {row}")))
                    .height(HEIGHT)
                    .on_press(Message::Row(row)),
            )
            .id(format!("row-{row}"));
            (row, line.into())
        });
        let all = std::iter::once((u32::MAX, space(first)))
            .chain(rows)
            .chain([(u32::MAX - 1, space(count - last))]);
        column![
            scrollable(keyed_column(all))
                .on_scroll(|viewport| {
                    Message::Scrolled(viewport.absolute_offset().y, viewport.bounds().height)
                })
                .width(Fill)
                .height(300),
            control(Kind::Button, button("Below").on_press(Message::Maybe)).id("below"),
        ]
        .into()
    }

    fn knee(&self) -> Element<'_, Message> {
        let marked = self.marked.clone();
        column![
            control(Kind::Button, button("Continue").on_press(Message::Maybe)).id("continue"),
            places(
                "Left knee",
                Canvas::new(Knee).width(300).height(200),
                move |size| {
                    (0..6)
                        .map(|index| {
                            let at = spot(index, size);
                            Place {
                                id: format!("place-{index}").into(),
                                name: format!("Place {index}").into(),
                                is_on: marked.contains(&index),
                                bounds: Rectangle::new(
                                    Point::new(at.x - 20.0, at.y - 20.0),
                                    Size::new(40.0, 40.0),
                                ),
                                at,
                            }
                        })
                        .collect()
                },
                // Three beside each other in two rows.
                |at, arrow| match arrow {
                    Arrow::Left => (at % 3 > 0).then(|| at - 1),
                    Arrow::Right => (at % 3 < 2).then(|| at + 1),
                    Arrow::Up => at.checked_sub(3),
                    Arrow::Down => (at < 3).then(|| at + 3),
                },
                Message::Pointed,
            ),
            control(
                Kind::Input,
                text_editor(&self.note)
                    .id("note")
                    .on_action(|_| Message::Edited),
            )
            .name("Note"),
        ]
        .spacing(12)
        .into()
    }
}

fn spot(index: usize, size: Size) -> Point {
    Point::new(
        size.width * (0.5 + (index % 3) as f32) / 3.0,
        size.height * (0.5 + (index / 3) as f32) / 2.0,
    )
}

struct Knee;

impl canvas::Program<Message> for Knee {
    type State = ();

    fn update(
        &self,
        _state: &mut (),
        event: &Event,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> Option<Action<Message>> {
        let Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) = event else {
            return None;
        };
        let point = cursor.position_in(bounds)?;
        let hit = (0..6).find(|index| spot(*index, bounds.size()).distance(point) < 20.0)?;
        Some(Action::publish(Message::Place(hit)).and_capture())
    }

    fn draw(
        &self,
        _state: &(),
        renderer: &Renderer,
        _theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let mut frame = Frame::new(renderer, bounds.size());
        for index in 0..6 {
            frame.fill(
                &Path::circle(spot(index, bounds.size()), 20.0),
                Color::from_rgb(0.3, 0.5, 0.5),
            );
        }
        vec![frame.into_geometry()]
    }
}
