//! Cards, banners, rows to choose from, and numbers with a meaning.
use super::icon::{Icon, icon};
use super::key_cap;
use crate::app::control::{Kind, control};
use crate::app::theme::button::StyleFn;
use crate::app::theme::size::{gap, line, radius};
use crate::app::theme::{self, Tone, type_role};
use iced::widget::text::{Fragment, IntoFragment};
use iced::widget::{Container, Id, Space, column, container, row};
use iced::{Center, Element, Fill, Padding};

/// Around what is on a card, in logical pixels.
const PADDING: f32 = 20.0;
/// The label of a number.
const STAT_LABEL: type_role::Role = type_role::SMALL.with_font(theme::font::MEDIUM);
/// Between a number, its label and what it means, in logical pixels.
const STAT_SPACING: f32 = 2.0;

/// A card with the usual padding; give it `.width(..)` and the like.
pub fn card<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Container<'a, Message> {
    container(content)
        .padding(PADDING)
        .style(theme::container::card)
}

/// A thin line from left to right.
pub fn divider<'a, Message: 'a>() -> Element<'a, Message> {
    container(Space::new())
        .width(Fill)
        .height(line::HAIR)
        .style(theme::container::line)
        .into()
}

/// A message in a hue: ember stops, sun asks for care, sky informs, spruce is good news.
pub fn banner<'a, Message>(
    tone: Tone,
    icon: Icon,
    title: impl IntoFragment<'a>,
) -> Banner<'a, Message> {
    Banner {
        tone,
        icon,
        title: title.into_fragment(),
        line: None,
        actions: None,
    }
}

/// See [`banner()`].
#[must_use]
pub struct Banner<'a, Message> {
    tone: Tone,
    icon: Icon,
    title: Fragment<'a>,
    line: Option<Fragment<'a>>,
    actions: Option<Element<'a, Message>>,
}

impl<'a, Message> Banner<'a, Message> {
    /// One line of detail.
    pub fn line(mut self, line: impl IntoFragment<'a>) -> Self {
        self.line = Some(line.into_fragment());
        self
    }

    /// Small buttons at the end.
    pub fn actions(mut self, actions: impl Into<Element<'a, Message>>) -> Self {
        self.actions = Some(actions.into());
        self
    }
}

impl<'a, Message: 'a> From<Banner<'a, Message>> for Element<'a, Message> {
    fn from(banner: Banner<'a, Message>) -> Self {
        container(
            row![
                icon(banner.icon, 22.0),
                column![
                    type_role::strong(banner.title),
                    banner.line.map(type_role::small),
                ]
                .spacing(gap::XXXS)
                .width(Fill),
                banner.actions,
            ]
            .spacing(gap::S),
        )
        .padding(Padding::from([gap::M, gap::M]))
        .style(theme::container::banner(banner.tone))
        .into()
    }
}

/// One answer among several, or one way on.
pub fn choice_row<'a, Message>(title: impl IntoFragment<'a>) -> ChoiceRow<'a, Message> {
    ChoiceRow {
        title: title.into_fragment(),
        text: None,
        lead: Lead::None,
        key: None,
        is_on: None,
        is_compact: false,
        is_initial: false,
        id: None,
        on_press: None,
    }
}

/// See [`choice_row()`].
#[must_use]
pub struct ChoiceRow<'a, Message> {
    title: Fragment<'a>,
    text: Option<Fragment<'a>>,
    lead: Lead,
    key: Option<Fragment<'a>>,
    is_on: Option<bool>,
    is_compact: bool,
    is_initial: bool,
    id: Option<Id>,
    on_press: Option<Message>,
}

#[derive(Debug, Clone, Copy)]
enum Lead {
    None,
    Icon(Icon),
    CheckBox,
}

impl<'a, Message> ChoiceRow<'a, Message> {
    /// A line below the title.
    pub fn text(mut self, text: impl IntoFragment<'a>) -> Self {
        self.text = Some(text.into_fragment());
        self
    }

    /// An icon in front.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.lead = Lead::Icon(icon);
        self
    }

    /// A box in front that is checked while the row is on.
    pub fn check_box(mut self) -> Self {
        self.lead = Lead::CheckBox;
        self
    }

    /// The key that does the same, shown at the end.
    pub fn key(mut self, key: impl IntoFragment<'a>) -> Self {
        self.key = Some(key.into_fragment());
        self
    }

    /// Whether it is chosen.
    pub fn on(mut self, is_on: bool) -> Self {
        self.is_on = Some(is_on);
        self
    }

    /// Lower, where there are many.
    pub fn compact(mut self) -> Self {
        self.is_compact = true;
        self
    }

    /// Whether the keyboard begins here when the page appears.
    pub fn initial_if(mut self, is_initial: bool) -> Self {
        self.is_initial = is_initial;
        self
    }

    /// What it is in the code, to be sent to.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What it does.
    pub fn on_press(mut self, message: Message) -> Self {
        self.on_press = Some(message);
        self
    }
}

impl<'a, Message: Clone + 'a> From<ChoiceRow<'a, Message>> for Element<'a, Message> {
    fn from(choice: ChoiceRow<'a, Message>) -> Self {
        let ChoiceRow {
            title,
            text,
            lead,
            key,
            is_on,
            is_compact,
            is_initial,
            id,
            on_press,
        } = choice;
        let is_off = on_press.is_none();
        let kind = match (lead, is_on) {
            (Lead::CheckBox, is_on) => Kind::Toggle(is_on == Some(true)),
            (_, Some(is_on)) => Kind::Choice(is_on),
            (_, None) => Kind::Button,
        };
        let is_on = is_on == Some(true);
        let (role, style): (_, StyleFn) = if is_on {
            (type_role::STRONG, theme::button::choice_on)
        } else {
            (type_role::LABEL, theme::button::choice)
        };
        let (height, above) = match (is_compact, text.is_some()) {
            (true, _) => (46.0, 6.0),
            (false, true) => (64.0, 10.0),
            (false, false) => (56.0, 10.0),
        };
        let lead: Option<Element<'a, Message>> = match lead {
            Lead::None => None,
            Lead::Icon(lead) => Some(icon(lead, 22.0).into()),
            Lead::CheckBox => Some(check_box(is_on)),
        };

        let content = row![
            lead,
            column![
                role.text(title),
                text.map(|text| {
                    type_role::small(text).style(move |theme: &iced::Theme| {
                        if is_on || is_off {
                            iced::widget::text::Style::default()
                        } else {
                            theme::text::soft(theme)
                        }
                    })
                }),
            ]
            .width(Fill),
            key.map(|key| key_cap(key)),
        ]
        .spacing(gap::S)
        .align_y(Center);

        // A strut keeps the least height, and two lines of text may make the row higher.
        let face = iced::widget::button(
            row![content, Space::new().height(height - 2.0 * above)].align_y(Center),
        )
        .width(Fill)
        .padding(Padding::from([above, gap::M]))
        .style(style)
        .on_press_maybe(on_press);
        control(kind, face)
            .id_maybe(id)
            .radius(radius::ROW)
            .initial(is_initial)
            .off(is_off)
            .into()
    }
}

fn check_box<'a, Message: 'a>(is_on: bool) -> Element<'a, Message> {
    container(is_on.then(|| icon(Icon::Check, 16.0)))
        .center_x(24)
        .center_y(24)
        .style(if is_on {
            theme::container::check_box_on
        } else {
            theme::container::check_box
        })
        .into()
}

/// How high a [`card()`] with a [`stat()`] in it becomes where it has so much width, in logical pixels.
pub fn stat_height(label: &str, number: &str, meaning: &str, width: f32) -> f32 {
    let inside = width - 2.0 * PADDING;
    let number = type_role::NUMBER.height_within(number, inside);
    2.0 * PADDING
        + STAT_LABEL.height_within(label, inside)
        + number
        + type_role::CAPTION.height_within(meaning, inside)
        + 2.0 * STAT_SPACING
}

/// A label, a number with its unit, and what it means.
pub fn stat<'a, Message: 'a>(
    label: impl IntoFragment<'a>,
    number: impl IntoFragment<'a>,
    unit: Option<Fragment<'a>>,
    meaning: Option<Fragment<'a>>,
) -> Element<'a, Message> {
    column![
        STAT_LABEL.text(label).style(theme::text::soft),
        row![
            type_role::number(number),
            unit.map(|unit| {
                // On the number's line, though its own box ends closer below it.
                container(type_role::label(unit).style(theme::text::soft)).padding(
                    Padding::ZERO.bottom(
                        type_role::NUMBER.below_baseline() - type_role::LABEL.below_baseline(),
                    ),
                )
            }),
        ]
        .spacing(gap::XS)
        .align_y(iced::Bottom),
        meaning.map(|meaning| type_role::caption(meaning).style(theme::text::faint)),
    ]
    .spacing(STAT_SPACING)
    .into()
}
