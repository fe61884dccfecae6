//! What narrows and sorts the catalog: chips for the kinds, and a tray of chips for each other choice.

use iced::widget::{Id, column, container, mouse_area, opaque, row, space, stack};
use iced::{Center, Element, Fill};

use super::{Message, RoutineIndex, Routines, Shelf, TRAY};
use crate::app::theme::size::gap;
use crate::app::theme::{self, type_role};
use crate::app::widget::label::Chip;
use crate::app::widget::page::{Frame, scroll};
use crate::app::widget::{Icon, WindowSize, button, chip, icon_button};
use crate::catalog::{Filter, KitFilter, KitSet, Length, Order, Owner};
use crate::exercise::Kit;
use crate::routine::Kind;
use crate::words::{catalog as said, exercise, grammar, page};

/// How many kinds stand beside "All" in a small window; the rest are in the panel.
const KINDS_IN_SMALL: usize = 3;

/// A choice that opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub enum Tray {
    Length,
    Kit,
    Condition,
    Order,
}

impl Tray {
    /// All of them, in order.
    #[cfg(test)]
    pub const ALL: [Self; 4] = [Self::Length, Self::Kit, Self::Condition, Self::Order];

    /// What the chip that opens it is in the code.
    pub fn id(self) -> Id {
        Id::new(match self {
            Self::Length => "length",
            Self::Kit => "kit",
            Self::Condition => "condition",
            Self::Order => "order",
        })
    }
}

/// Around the chips of a tray: room for the ring around one.
const EDGE: f32 = 6.0;

/// How high a tray may be, in logical pixels; what does not fit scrolls.
fn tallest(size: WindowSize) -> f32 {
    match size {
        WindowSize::Small => 160.0,
        WindowSize::Medium | WindowSize::Large => 256.0,
    }
}

/// A chip, what it does, and whether it is on.
struct Choice {
    label: String,
    does: Message,
    is_on: bool,
}

impl Routines {
    /// Shows only one's own, or everything again. Not there where nothing is one's own.
    fn owner_choice(&self, index: &RoutineIndex) -> Option<Message> {
        (index.catalog().has_own() || self.filter.owner.is_some()).then_some(Message::MineOnly)
    }

    /// Draws them.
    pub(super) fn filters<'a>(
        &'a self,
        index: &'a RoutineIndex,
        size: WindowSize,
    ) -> Element<'a, Message> {
        let is_small = size == WindowSize::Small;
        let (first, more) = self.kinds(index, size);
        let kind = |(kind, count): (Option<Kind>, usize)| self.kind_chip(kind, count).into();
        let mine = || {
            self.owner_choice(index).map(|does| {
                let mine = button(said::mine_only()).icon(Icon::User);
                match self.filter.owner {
                    Some(Owner::Mine) => mine.tonal(),
                    _ => mine.quiet(),
                }
                .on_press(does)
            })
        };
        let panel = is_small.then(|| {
            let panel = icon_button(Icon::SlidersHorizontal, said::filters());
            if self.has_panel || self.shelf.is_some() || self.filter.narrows_beyond_kind() {
                panel.on(true)
            } else {
                panel.outlined()
            }
            .on_press(Message::Panel)
        });
        let kinds = row![
            row(first.into_iter().map(kind))
                .spacing(gap::XS)
                .width(Fill)
                .wrap()
                .vertical_spacing(8),
            (!is_small).then(|| self.shelves()),
            (!is_small).then(mine).flatten(),
            panel,
        ]
        .spacing(gap::XS)
        .align_y(Center);
        let more = (is_small && self.has_panel).then(|| {
            let kinds = row(more.into_iter().map(kind).chain(mine().map(Element::from)))
                .spacing(gap::XS)
                .align_y(Center)
                .wrap()
                .vertical_spacing(8);
            column![kinds, self.shelves()].spacing(gap::XS)
        });
        let trays = (!is_small || self.has_panel).then(|| self.trays(index, size));
        column![kinds, more, trays].spacing(gap::S).into()
    }

    /// What a person has starred, and has done.
    fn shelves<'a>(&self) -> Element<'a, Message> {
        let shelves = [
            (Shelf::Favourites, Icon::Star, said::favourites()),
            (Shelf::Recent, Icon::History, said::recent()),
        ];
        let shelves = shelves.map(|(shelf, icon, label)| {
            // Where there is nothing on it, there is nothing to choose.
            let is_there = !self.mine.on(shelf).is_empty() || self.shelf == Some(shelf);
            is_there.then(|| {
                chip(label)
                    .icon(icon)
                    .on(self.shelf == Some(shelf))
                    .on_press(Message::Shelf(shelf))
                    .into()
            })
        });
        row(shelves.into_iter().flatten()).spacing(gap::XS).into()
    }

    /// The choices that open, and the one that is open.
    fn trays<'a>(&'a self, index: &'a RoutineIndex, size: WindowSize) -> Element<'a, Message> {
        let word = |word| type_role::small(word).style(theme::text::soft);
        let pill = |tray| Element::from(self.pill(tray, index));
        let show = [Tray::Length, Tray::Kit, Tray::Condition].map(pill);
        let order = row![word(said::sorted_by()), pill(Tray::Order)]
            .spacing(gap::XS)
            .align_y(Center);
        let pills: Element<'a, Message> = if size == WindowSize::Small {
            let all = show.into_iter().chain([order.into()]);
            row(all)
                .spacing(gap::XS)
                .align_y(Center)
                .wrap()
                .vertical_spacing(8)
                .into()
        } else {
            let show = std::iter::once(word(said::show()).into()).chain(show);
            row![
                row(show)
                    .spacing(gap::XS)
                    .align_y(Center)
                    .width(Fill)
                    .wrap()
                    .vertical_spacing(8),
                order,
            ]
            .spacing(gap::XS)
            .into()
        };
        pills
    }

    /// The tray that is open, over what lies below the filters. A press beside it closes it.
    pub(super) fn open_tray<'a>(
        &'a self,
        index: &'a RoutineIndex,
        size: WindowSize,
    ) -> Option<Element<'a, Message>> {
        let tray = self.tray?;
        let title = (tray == Tray::Kit).then(|| {
            type_role::small(said::you_have())
                .style(theme::text::soft)
                .into()
        });
        let chips = self.choices(tray, index).into_iter().map(|choice| {
            chip(choice.label)
                .on(choice.is_on)
                .on_press(choice.does)
                .into()
        });
        let chips = row(title.into_iter().chain(chips))
            .spacing(gap::XS)
            .align_y(Center);
        let chips = container(chips.wrap().vertical_spacing(8)).padding(EDGE);
        let card = container(scroll(chips).id(TRAY))
            .padding(12.0 - EDGE)
            .max_height(tallest(size))
            .style(theme::container::popover);
        let beside = mouse_area(space().width(Fill).height(Fill)).on_press(Message::Tray(tray));
        Some(stack![opaque(beside), Frame::of(size).over(opaque(card))].into())
    }

    fn kind_chip<'a>(&self, kind: Option<Kind>, count: usize) -> Chip<'a, Message> {
        let does = Message::Kind(kind);
        let label = kind.map_or(said::all(), page::kind);
        let is_on = self.filter.kind == kind;
        let chip = chip(label)
            .count(count.to_string())
            .on(is_on)
            .on_press(does);
        match kind {
            None if is_on => chip.icon(Icon::LayoutGrid),
            _ => chip,
        }
    }

    fn pill<'a>(&self, tray: Tray, index: &'a RoutineIndex) -> Chip<'a, Message> {
        let does = Message::Tray(tray);
        let chevron = match self.tray == Some(tray) {
            true => Icon::ChevronUp,
            false => Icon::ChevronDown,
        };
        chip(self.chosen(tray, index))
            .icon_after(chevron)
            .id(tray.id())
            .on_press(does)
    }

    /// What is chosen in a tray, in words.
    fn chosen(&self, tray: Tray, index: &RoutineIndex) -> String {
        match tray {
            Tray::Length => length(self.filter.length),
            Tray::Kit => kit(self.filter.having),
            Tray::Condition => {
                let name = self
                    .filter
                    .condition
                    .and_then(|id| index.catalog().condition(id));
                name.unwrap_or(said::any_condition()).to_owned()
            }
            Tray::Order => order(self.filter.order).to_owned(),
        }
    }

    /// Everything that can be chosen in a tray.
    fn choices(&self, tray: Tray, index: &RoutineIndex) -> Vec<Choice> {
        let filter = &self.filter;
        match tray {
            Tray::Length => std::iter::once(None)
                .chain(Length::ALL.map(Some))
                .map(|wished| Choice {
                    label: length(wished),
                    does: Message::Length(wished),
                    is_on: filter.length == wished,
                })
                .collect(),
            Tray::Kit => self.kit_choices(index.catalog().kit()),
            Tray::Condition => std::iter::once((None, said::any_condition()))
                .chain(
                    index
                        .catalog()
                        .conditions()
                        .iter()
                        .map(|(id, name)| (Some(*id), name.as_str())),
                )
                .map(|(condition, label)| Choice {
                    label: label.to_owned(),
                    does: Message::Condition(condition),
                    is_on: filter.condition == condition,
                })
                .collect(),
            Tray::Order => Order::ALL
                .map(|wished| Choice {
                    label: order(wished).to_owned(),
                    does: Message::Order(wished),
                    is_on: filter.order == wished,
                })
                .into(),
        }
    }

    /// Whatever it takes, nothing at all, or each thing in the catalog that one has to own: one says what one has.
    fn kit_choices(&self, all: KitSet) -> Vec<Choice> {
        let having = self.filter.having;
        let nothing = KitFilter::Only(KitSet::default());
        let whole = [
            (said::any_kit(), KitFilter::Anything),
            (said::no_kit(), nothing),
        ]
        .map(|(label, wished)| Choice {
            label: label.to_owned(),
            does: Message::KitFilter(wished),
            is_on: having == wished,
        });
        let to_own = all.iter().filter(|thing| !thing.is_everywhere());
        let things = to_own.map(|thing: Kit| Choice {
            label: grammar::upper_first(exercise::kit(thing)),
            does: Message::Thing(thing),
            is_on: matches!(having, KitFilter::Only(things) if things.has(thing)),
        });
        whole.into_iter().chain(things).collect()
    }

    /// The kinds there are, with how many of each meet the rest of the wish.
    fn kinds(&self, index: &RoutineIndex, size: WindowSize) -> (Kinds, Kinds) {
        let counted = |kind| {
            let known = self.counts.iter().find(|(known, _)| *known == kind);
            known.map_or(0, |(_, count)| *count)
        };
        let mut first: Vec<_> = index
            .counts()
            .map(|(kind, _)| (kind, counted(kind)))
            .collect();
        let in_row = match size {
            WindowSize::Small => 1 + KINDS_IN_SMALL,
            WindowSize::Medium | WindowSize::Large => first.len(),
        };
        let more = first.split_off(in_row.min(first.len()));
        (first, more)
    }

    /// What narrows the catalog, as it continues a sentence.
    pub(super) fn narrowed<'a>(
        &self,
        index: &'a RoutineIndex,
        kit: &'a [&'a str],
    ) -> said::Narrowed<'a> {
        said::Narrowed {
            kind: self.filter.kind.map(page::kind),
            length: self.filter.length.map(Length::minutes),
            shelf: self.shelf.map(|shelf| match shelf {
                Shelf::Favourites => said::among_favourites(),
                Shelf::Recent => said::among_recent(),
            }),
            kit: (self.filter.having != KitFilter::Anything).then_some(kit),
            condition: self
                .filter
                .condition
                .and_then(|id| index.catalog().condition(id)),
            mine: self.filter.owner == Some(Owner::Mine),
        }
    }
}

/// The kinds that are always there, and those that are only in the panel.
type Kinds = Vec<(Option<Kind>, usize)>;

fn length(wished: Option<Length>) -> String {
    match wished {
        None => said::any_length().to_owned(),
        Some(length) => said::i_have(length.minutes()),
    }
}

fn kit(having: KitFilter) -> String {
    let KitFilter::Only(things) = having else {
        return said::any_kit().to_owned();
    };
    let names: Vec<_> = things.iter().map(exercise::kit).collect();
    match names.as_slice() {
        [only] => said::only(only),
        names => {
            const ROOM: f32 = 96.0;

            let width = |text: &str| type_role::LABEL.measure(text).width;
            said::things(names, |list| width(list) <= ROOM)
        }
    }
}

fn order(wished: Order) -> &'static str {
    let [suggested, name, shortest, longest, easiest] = said::orders();
    match wished {
        Order::Suggested => suggested,
        Order::Name => name,
        Order::Shortest => shortest,
        Order::Longest => longest,
        Order::Easiest => easiest,
    }
}

/// The names of the things a wish allows.
pub(super) fn things(filter: &Filter) -> Vec<&'static str> {
    match filter.having {
        KitFilter::Anything => Vec::new(),
        KitFilter::Only(things) => things.iter().map(exercise::kit).collect(),
    }
}
