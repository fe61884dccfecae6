//! Controls that hold a value.
use super::damage::renewed;
use super::icon::{Icon, icon};
use super::one_line;
use crate::app::control::{Kind, control, roving};
use crate::app::theme::button::StyleFn;
use crate::app::theme::size::{gap, icon as icon_size, line, radius, target};
use crate::app::theme::{self, font, type_role};
use iced::alignment::Horizontal;
use iced::widget::pick_list::{self, Handle};
use iced::widget::text::{Fragment, IntoFragment, LineHeight, Shaping, Wrapping};
use iced::widget::{Space, column, container, row};
use iced::{Center, Element, Fill, Length, Padding, Pixels};
use std::ops::RangeInclusive;

/// The height of a slider, which is that of its knob with room for a finger.
const SLIDER: f32 = 28.0;
/// The height of one of a few options side by side.
const OPTION: f32 = 40.0;
/// Above and below the words in an input.
const ABOVE_INPUT: f32 = 9.0;

/// A switch, 48 by 28, called `name`.
pub fn toggle<'a, Message: Clone + 'a>(
    is_on: bool,
    name: impl IntoFragment<'a>,
    on_toggle: Message,
) -> Element<'a, Message> {
    /// Wide and high, and what is left around the knob.
    const FACE: (f32, f32) = (48.0, 28.0);
    const KNOB: f32 = 22.0;
    const AROUND: f32 = (FACE.1 - KNOB) / 2.0;

    let knob = container(Space::new())
        .width(KNOB)
        .height(KNOB)
        .style(theme::container::knob);

    let face = iced::widget::button(container(knob).width(Fill).align_x(if is_on {
        Horizontal::Right
    } else {
        Horizontal::Left
    }))
    .width(FACE.0)
    .height(FACE.1)
    .padding(AROUND)
    .style(if is_on {
        theme::button::toggle_on
    } else {
        theme::button::toggle
    })
    .on_press(on_toggle);
    control(Kind::Switch(is_on), face)
        .name(name)
        .radius(radius::FULL)
        .into()
}

/// A slider. It moves in steps of one unless given a `.step(..)`; `.on_release(..)` says when it was let go.
pub fn slider<'a, Message: Clone>(
    range: RangeInclusive<f32>,
    value: f32,
    on_change: impl Fn(f32) -> Message + 'a,
) -> iced::widget::Slider<'a, f32, Message> {
    iced::widget::slider(range, value, on_change)
        .height(SLIDER)
        .style(theme::control::slide)
}

/// Less, a value, more: one control, which arrows press. A side without a message is off.
pub fn stepper<'a, Message: Clone + 'a>(
    name: impl IntoFragment<'a>,
    value: impl IntoFragment<'a>,
    less: Option<Message>,
    more: Option<Message>,
) -> Element<'a, Message> {
    /// The outline takes a pixel on each side.
    const INSIDE: f32 = target::NORMAL - 2.0;

    let side = |sign, message: Option<Message>| {
        iced::widget::button(container(icon(sign, icon_size::META)).center(Fill))
            .width(INSIDE)
            .height(INSIDE)
            .padding(0)
            .style(|theme, status| {
                theme::button::rounded(theme::button::ghost(theme, status), radius::CONTROL - 1.0)
            })
            .on_press_maybe(message)
    };

    let is_off = less.is_none() && more.is_none();
    let value = value.into_fragment();
    // Words are wider than numbers.
    let width = type_role::STRONG.measure(&value).width + gap::XS;
    let width = width.max(54.0);
    let face = container(
        row![
            side(Icon::Minus, less),
            type_role::STRONG
                .text(value.clone())
                .width(width)
                .wrapping(Wrapping::None)
                .align_x(Center),
            side(Icon::Plus, more),
        ]
        .align_y(Center),
    )
    .height(target::NORMAL)
    .padding(line::HAIR)
    .style(theme::container::control);
    control(Kind::Slider, face)
        .name(name)
        .value(value)
        .radius(radius::CONTROL)
        .steps(1.0 + INSIDE / 2.0)
        .off(is_off)
        .into()
}

/// Two to four options of which one is chosen, for what is called `name`: one stop of Tab, and arrows choose.
pub fn segmented<'a, T, L, Message>(
    name: impl IntoFragment<'a>,
    options: impl IntoIterator<Item = (T, L)>,
    chosen: Option<T>,
    on_choose: impl Fn(T) -> Message + 'a,
) -> Element<'a, Message>
where
    T: PartialEq + Copy,
    L: IntoFragment<'a>,
    Message: Clone + 'a,
{
    segments(name, options, chosen, 16.0, on_choose)
}

/// The same where there is little room beside the words.
pub fn segmented_tight<'a, T, L, Message>(
    name: impl IntoFragment<'a>,
    options: impl IntoIterator<Item = (T, L)>,
    chosen: Option<T>,
    on_choose: impl Fn(T) -> Message + 'a,
) -> Element<'a, Message>
where
    T: PartialEq + Copy,
    L: IntoFragment<'a>,
    Message: Clone + 'a,
{
    segments(name, options, chosen, 11.0, on_choose)
}

fn segments<'a, T, L, Message>(
    name: impl IntoFragment<'a>,
    options: impl IntoIterator<Item = (T, L)>,
    chosen: Option<T>,
    beside: f32,
    on_choose: impl Fn(T) -> Message + 'a,
) -> Element<'a, Message>
where
    T: PartialEq + Copy,
    L: IntoFragment<'a>,
    Message: Clone + 'a,
{
    let options = options.into_iter().map(|(option, label)| {
        let is_chosen = chosen == Some(option);
        let (role, style): (_, StyleFn) = if is_chosen {
            (type_role::STRONG, theme::button::segment_on)
        } else {
            (type_role::LABEL, theme::button::segment)
        };

        let face = iced::widget::button(
            container(role.text(label).wrapping(Wrapping::None))
                .height(Fill)
                .align_y(Center),
        )
        .height(OPTION)
        .padding(Padding::ZERO.horizontal(beside))
        .style(style)
        .on_press(on_choose(option));
        control(Kind::Choice(is_chosen), face)
            .radius(radius::SMALL)
            .into()
    });

    // Options with long names go on in another line.
    let face = container(row(options).spacing(gap::XXXS).wrap())
        .padding(gap::XXS)
        .style(theme::container::segments);
    roving(Kind::Choices, name, face)
}

/// A list to pick one thing from, 44 high.
pub fn picker<'a, T, Message>(
    options: &'a [T],
    chosen: Option<T>,
    on_choose: impl Fn(T) -> Message + 'a,
) -> Element<'a, Message>
where
    T: ToString + PartialEq + Clone + 'a,
    Message: Clone + 'a,
{
    let shown = chosen.as_ref().map(ToString::to_string);
    let list = iced::widget::pick_list(options, chosen, on_choose)
        .text_size(type_role::LABEL.size)
        .text_line_height(LineHeight::Absolute(Pixels(target::NORMAL - 2.0 * gap::XS)))
        .font(type_role::LABEL.font)
        .padding(Padding::from([gap::XS, gap::M]).right(gap::S))
        .handle(Handle::Static(pick_list::Icon {
            font: font::ICONS,
            code_point: Icon::ChevronDown.unicode(),
            size: Some(Pixels(icon_size::META)),
            line_height: LineHeight::Relative(1.0),
            shaping: Shaping::Basic,
        }))
        .style(theme::control::picker)
        .menu_style(theme::control::menu);
    renewed(shown, list)
}

/// A text input called `name`, 44 high. `problem` says what to enter where what is in it cannot be right.
pub fn input<'a, Message: Clone + 'a>(
    name: impl IntoFragment<'a>,
    placeholder: &str,
    value: &str,
    leading: Option<Icon>,
    problem: Option<Fragment<'a>>,
    on_input: impl Fn(String) -> Message + 'a,
) -> Input<'a, Message> {
    let size = type_role::BODY.size;
    let mut field = iced::widget::text_input(placeholder, value)
        .on_input(on_input)
        .size(size)
        .font(font::REGULAR)
        .line_height(LineHeight::Absolute(Pixels(
            target::NORMAL - 2.0 * ABOVE_INPUT,
        )))
        .padding([ABOVE_INPUT, gap::S])
        .style(if problem.is_some() {
            theme::control::input_problem
        } else {
            theme::control::input
        });

    if let Some(leading) = leading {
        field = field.icon(iced::widget::text_input::Icon {
            font: font::ICONS,
            code_point: leading.unicode(),
            size: Some(Pixels(icon_size::BUTTON)),
            spacing: 10.0,
            side: iced::widget::text_input::Side::Left,
        });
    }

    Input {
        name: name.into_fragment(),
        is_initial: false,
        field,
        problem,
        shown: value.to_owned(),
    }
}

/// See [`input()`].
#[must_use]
pub struct Input<'a, Message: Clone> {
    name: Fragment<'a>,
    is_initial: bool,
    field: iced::widget::TextInput<'a, Message>,
    problem: Option<Fragment<'a>>,
    /// What is in it.
    shown: String,
}

impl<'a, Message: Clone + 'a> Input<'a, Message> {
    /// What to find and focus it by.
    pub fn id(mut self, id: impl Into<iced::widget::Id>) -> Self {
        self.field = self.field.id(id);
        self
    }

    /// The keyboard begins here when the page appears.
    pub fn initial(mut self) -> Self {
        self.is_initial = true;
        self
    }

    /// How wide it is; as wide as there is room unless told otherwise.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.field = self.field.width(width);
        self
    }

    /// What Enter does.
    pub fn on_submit(mut self, message: Message) -> Self {
        self.field = self.field.on_submit(message);
        self
    }
}

impl<'a, Message: Clone + 'a> From<Input<'a, Message>> for Element<'a, Message> {
    fn from(input: Input<'a, Message>) -> Self {
        let field: Element<'a, Message> =
            control(Kind::Input, renewed(input.shown, one_line(input.field)))
                .name(input.name)
                .initial(input.is_initial)
                .into();
        match input.problem {
            Some(problem) => column![
                field,
                type_role::CAPTION
                    .with_font(font::SEMIBOLD)
                    .text(problem)
                    .style(theme::text::tone(theme::Tone::Ember)),
            ]
            .spacing(gap::XXS)
            .into(),
            None => field,
        }
    }
}
