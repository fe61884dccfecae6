//! The looks of iced's own controls: inputs, sliders, lists and scroll bars.
use super::Tokens;
use super::size::radius;
use iced::border::{self, Border};
use iced::widget::{container, overlay::menu, pick_list, scrollable, slider, text_input};
use iced::{Background, Shadow, Theme};

/// A text input.
pub fn input(theme: &Theme, status: text_input::Status) -> text_input::Style {
    let tokens = Tokens::of(theme);
    let (outline, width) = match status {
        text_input::Status::Active | text_input::Status::Disabled => (tokens.control, 1.0),
        text_input::Status::Hovered => (tokens.ink_faint, 1.0),
        text_input::Status::Focused { .. } => (tokens.primary, 2.0),
    };
    let is_off = matches!(status, text_input::Status::Disabled);

    text_input::Style {
        background: Background::Color(if is_off {
            tokens.sunken
        } else {
            tokens.surface
        }),
        border: Border {
            color: outline,
            width,
            radius: radius::CONTROL.into(),
        },
        icon: tokens.ink_faint,
        placeholder: tokens.ink_faint,
        value: if is_off { tokens.ink_faint } else { tokens.ink },
        selection: tokens.primary_soft,
    }
}

/// A text input with something in it that cannot be right.
pub fn input_problem(theme: &Theme, status: text_input::Status) -> text_input::Style {
    let mut style = input(theme, status);
    style.border.color = Tokens::of(theme).ember.text;
    style.border.width = 2.0;
    style
}

/// A slider.
pub fn slide(theme: &Theme, status: slider::Status) -> slider::Style {
    let tokens = Tokens::of(theme);
    let colour = match status {
        slider::Status::Active => tokens.primary,
        slider::Status::Hovered => tokens.primary_hover,
        slider::Status::Dragged => tokens.primary_press,
    };

    slider::Style {
        rail: slider::Rail {
            backgrounds: (colour.into(), tokens.line.into()),
            width: 6.0,
            border: border::rounded(3),
        },
        handle: slider::Handle {
            shape: slider::HandleShape::Circle { radius: 11.0 },
            background: tokens.surface.into(),
            border_width: 3.0,
            border_color: colour,
        },
    }
}

/// A list to pick from, closed.
pub fn picker(theme: &Theme, status: pick_list::Status) -> pick_list::Style {
    let tokens = Tokens::of(theme);
    let (fill, outline) = match status {
        pick_list::Status::Active => (tokens.surface, tokens.control),
        pick_list::Status::Hovered => (tokens.sunken, tokens.control),
        pick_list::Status::Opened { .. } => (tokens.surface, tokens.primary),
    };

    pick_list::Style {
        text_color: tokens.ink,
        placeholder_color: tokens.ink_faint,
        handle_color: tokens.ink_faint,
        background: fill.into(),
        border: Border {
            color: outline,
            width: 1.0,
            radius: radius::CONTROL.into(),
        },
    }
}

/// A list to pick from, open. It has an outline and no shadow: the software renderer repaints what lies within a box's
/// own bounds, and a moving shadow would leave a trail.
pub fn menu(theme: &Theme) -> menu::Style {
    let tokens = Tokens::of(theme);

    menu::Style {
        background: tokens.raised.into(),
        border: Border {
            color: tokens.control,
            width: 1.0,
            radius: radius::CONTROL.into(),
        },
        text_color: tokens.ink,
        selected_text_color: tokens.on_primary_soft,
        selected_background: tokens.primary_soft.into(),
        shadow: Shadow::default(),
    }
}

/// Scroll bars that keep out of the way until the pointer comes near.
pub fn scroll(theme: &Theme, status: scrollable::Status) -> scrollable::Style {
    let tokens = Tokens::of(theme);
    let (is_vertical_held, is_horizontal_held) = match status {
        scrollable::Status::Active { .. } => (false, false),
        scrollable::Status::Hovered {
            is_vertical_scrollbar_hovered: vertical,
            is_horizontal_scrollbar_hovered: horizontal,
            ..
        }
        | scrollable::Status::Dragged {
            is_vertical_scrollbar_dragged: vertical,
            is_horizontal_scrollbar_dragged: horizontal,
            ..
        } => (vertical, horizontal),
    };
    let rail = |is_held: bool| scrollable::Rail {
        background: None,
        border: border::rounded(3),
        scroller: scrollable::Scroller {
            background: if is_held { tokens.control } else { tokens.line }.into(),
            border: border::rounded(3),
        },
    };

    scrollable::Style {
        container: container::Style::default(),
        vertical_rail: rail(is_vertical_held),
        horizontal_rail: rail(is_horizontal_held),
        gap: None,
        auto_scroll: scrollable::AutoScroll {
            background: tokens.raised.into(),
            border: border::rounded(radius::FULL),
            shadow: Shadow::default(),
            icon: tokens.ink_soft,
        },
    }
}
