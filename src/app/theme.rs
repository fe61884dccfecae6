//! How the product looks: colours, type, distances and the style functions made from them.
pub mod button;
pub mod container;
pub mod control;
pub mod figure;
pub mod font;
pub mod size;
pub mod text;
pub mod token;
pub mod type_role;

pub use figure::FigureColours;
pub use font::load as load_fonts;
pub use token::{Hue, Tokens, Tone, mix};

use crate::settings::Appearance;
use iced::Theme;
use iced::theme::Palette;
use std::sync::LazyLock;

/// What text is set in where nothing else is said.
pub const DEFAULT_FONT: iced::Font = font::REGULAR;

/// The size of text where nothing else is said, in logical pixels.
pub const DEFAULT_TEXT_SIZE: f32 = type_role::BODY.size;

/// The theme for bright surroundings.
pub fn light() -> Theme {
    static THEME: LazyLock<Theme> = LazyLock::new(|| made_of("Kneewise light", &token::LIGHT));

    THEME.clone()
}

/// The theme for dark surroundings.
pub fn dark() -> Theme {
    static THEME: LazyLock<Theme> = LazyLock::new(|| made_of("Kneewise dark", &token::DARK));

    THEME.clone()
}

/// The theme for what the person chose; none follows the system, once nothing else is known of it. On Linux a desktop that
/// goes back to having no preference is light again, which iced does not pass on to its windows; elsewhere iced follows by
/// itself.
pub fn chosen(appearance: Appearance, system: Option<iced::theme::Mode>) -> Option<Theme> {
    match (appearance, system) {
        (Appearance::Light, _) => Some(light()),
        (Appearance::Dark, _) => Some(dark()),
        (Appearance::System, Some(mode)) if cfg!(target_os = "linux") => Some(match mode {
            iced::theme::Mode::Dark => dark(),
            iced::theme::Mode::Light | iced::theme::Mode::None => light(),
        }),
        (Appearance::System, _) => None,
    }
}

fn made_of(name: &'static str, tokens: &Tokens) -> Theme {
    Theme::custom(
        name,
        Palette {
            background: tokens.background,
            text: tokens.ink,
            primary: tokens.primary,
            success: tokens.spruce.fill,
            warning: tokens.sun.fill,
            danger: tokens.ember.text,
        },
    )
}

/// The window itself: what `iced::Application::style` asks for. It goes by the tokens, so that the stock
/// themes that arrive while the system is followed look like ours.
pub fn window(theme: &Theme) -> iced::theme::Style {
    let tokens = Tokens::of(theme);

    iced::theme::Style {
        background_color: tokens.background,
        text_color: tokens.ink,
    }
}
