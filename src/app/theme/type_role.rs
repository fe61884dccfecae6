//! The roles text plays, each with one size, line height and weight.
use super::font;
use iced::advanced::graphics::text::Paragraph;
use iced::advanced::text::{self as advanced, Paragraph as _};
use iced::alignment::Vertical;
use iced::widget::text::{IntoFragment, LineHeight, Shaping, Text, Wrapping};
use iced::{Font, Pixels, Size};

/// How text in one role is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Role {
    /// Size in logical pixels.
    pub size: f32,
    /// Distance between baselines as a multiple of the size.
    pub line_height: f32,
    /// Family and weight.
    pub font: Font,
}

impl Role {
    const fn new(size: f32, line_height: f32, font: Font) -> Self {
        Self {
            size,
            line_height,
            font,
        }
    }

    /// The same role in another weight.
    #[must_use]
    pub const fn with_font(self, font: Font) -> Self {
        Self { font, ..self }
    }

    /// The same role at another size.
    #[must_use]
    pub const fn with_size(self, size: f32) -> Self {
        Self { size, ..self }
    }

    /// The same role with other distances between its lines.
    #[must_use]
    pub const fn with_line(self, line_height: f32) -> Self {
        Self {
            line_height,
            ..self
        }
    }

    /// How far the box of a line reaches below its baseline, in logical pixels. Inter's letters take 0.969 em
    /// above and 0.241 em below it, and the box puts them in its middle.
    pub fn below_baseline(self) -> f32 {
        const ASCENT: f32 = 0.969;
        const DESCENT: f32 = 0.241;

        ((self.line_height - ASCENT - DESCENT) / 2.0 + DESCENT) * self.size
    }

    /// How much room a text takes in this role in one line, in logical pixels.
    pub fn measure(self, content: &str) -> Size {
        self.within(content, f32::INFINITY)
    }

    /// How high a text becomes in this role where it has so much width, in logical pixels.
    pub fn height_within(self, content: &str, width: f32) -> f32 {
        self.within(content, width).height
    }

    fn within(self, content: &str, width: f32) -> Size {
        Paragraph::with_text(advanced::Text {
            content,
            bounds: Size::new(width, f32::INFINITY),
            size: Pixels(self.size),
            line_height: LineHeight::Relative(self.line_height),
            font: self.font,
            align_x: advanced::Alignment::Default,
            align_y: Vertical::Top,
            shaping: Shaping::Advanced,
            wrapping: Wrapping::default(),
        })
        .min_bounds()
    }

    /// Sets text in this role. It wears the colour of what it stands in.
    pub fn text<'a>(self, content: impl IntoFragment<'a>) -> Text<'a> {
        self.exact(self.size, content)
    }

    /// Sets text in this role at a size that is already final: in the player, sizes follow the window.
    pub fn exact<'a>(self, size: impl Into<Pixels>, content: impl IntoFragment<'a>) -> Text<'a> {
        // iced's quick shaping knows neither kerning nor the advances of a variable font's other weights.
        Text::new(content)
            .shaping(Shaping::Advanced)
            .size(size)
            .line_height(LineHeight::Relative(self.line_height))
            .font(self.font)
    }
}

/// The title of the finish screen.
pub const FINISH: Role = Role::new(44.0, 1.17, font::BOLD);
/// The hero of Today.
pub const HERO: Role = Role::new(36.0, 1.18, font::SEMIBOLD);
/// The title of a screen.
pub const TITLE_1: Role = Role::new(32.0, 1.15, font::SEMIBOLD);
/// The number of a stat.
pub const NUMBER: Role = Role::new(30.0, 1.2, font::SEMIBOLD);
/// A question.
pub const QUESTION: Role = Role::new(26.0, 1.25, font::SEMIBOLD);
/// The title of a card or dialog.
pub const TITLE_2: Role = Role::new(22.0, 1.25, font::SEMIBOLD);
/// The title of a section.
pub const TITLE_3: Role = Role::new(17.0, 1.35, font::SEMIBOLD);
/// Text.
pub const BODY: Role = Role::new(15.0, 1.5, font::REGULAR);
/// The label of a control.
pub const LABEL: Role = Role::new(15.0, 1.4, font::MEDIUM);
/// A sentence that matters, and the text of buttons.
pub const STRONG: Role = Role::new(15.0, 1.4, font::SEMIBOLD);
/// Supporting text.
pub const SMALL: Role = Role::new(14.0, 1.5, font::REGULAR);
/// The smallest text anywhere.
pub const CAPTION: Role = Role::new(13.0, 1.5, font::REGULAR);

/// The countdown of the player, 172 times the player scale; digits stand in cells of their own.
pub const COUNTDOWN: Role = Role::new(172.0, 0.86, font::BOLD);
/// The countdown from 1:00 upward.
pub const COUNTDOWN_LONG: Role = Role::new(118.0, 0.86, font::BOLD);
/// LEFT and RIGHT in the player.
pub const SIDE: Role = Role::new(42.0, 1.0, font::BOLD);
/// The name of the step in the player.
pub const STEP_NAME: Role = Role::new(34.0, 1.2, font::SEMIBOLD);
/// The cue in the player.
pub const CUE: Role = Role::new(22.0, 1.3, font::MEDIUM);
/// What is read from three metres while the player fills the screen: a cue, the name of a step,
/// the side, the part of a repetition in the ring, what comes next, and the time that is left.
pub const FAR_CUE: Role = Role::new(34.0, 1.25, font::MEDIUM);
/// See above.
pub const FAR_NAME: Role = Role::new(42.0, 1.2, font::SEMIBOLD);
/// See above.
pub const FAR_SIDE: Role = Role::new(46.0, 1.0, font::BOLD);
/// See above.
pub const FAR_TEMPO: Role = Role::new(38.0, 1.2, font::SEMIBOLD);
/// See above.
pub const FAR_TAG: Role = Role::new(36.0, 1.2, font::SEMIBOLD);
/// See above.
pub const FAR_NEXT: Role = Role::new(24.0, 1.3, font::SEMIBOLD);
/// See above.
pub const FAR_TIME: Role = Role::new(26.0, 1.2, font::SEMIBOLD);
/// The line under the countdown.
pub const COUNTDOWN_NOTE: Role = Role::new(19.0, 1.2, font::MEDIUM);

macro_rules! roles {
    ($($name:ident $role:ident $what:literal),+ $(,)?) => {
        $(
            #[doc = $what]
            pub fn $name<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
                $role.text(content)
            }
        )+
    };
}

roles! {
    finish FINISH "The title of the finish screen.",
    hero HERO "The hero of Today.",
    title_1 TITLE_1 "The title of a screen.",
    number NUMBER "The number of a stat.",
    question QUESTION "A question.",
    title_2 TITLE_2 "The title of a card or dialog.",
    title_3 TITLE_3 "The title of a section.",
    body BODY "Text.",
    label LABEL "The label of a control.",
    strong STRONG "A sentence that matters.",
    small SMALL "Supporting text; give it `theme::text::soft` where it is secondary.",
    caption CAPTION "The smallest text anywhere.",
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Inter's letters reach from 0.969 em above the line to 0.242 em below it.
    const LETTERS: f32 = 0.969 + 0.242;
    /// What is painted again reaches a pixel beyond a text.
    const BEYOND: f32 = 1.0;

    #[test]
    fn no_letter_reaches_beyond_what_is_painted_again() {
        let player = [
            STEP_NAME, CUE, FAR_CUE, FAR_NAME, FAR_TEMPO, FAR_TAG, FAR_NEXT, FAR_TIME,
        ];
        let pages = [
            FINISH, HERO, TITLE_1, NUMBER, QUESTION, TITLE_2, TITLE_3, BODY, LABEL, STRONG, SMALL,
            CAPTION,
        ];
        // The player is drawn up to 2.2 times as large.
        let sized = player.map(|role| (role, 2.2));
        let sized = sized.into_iter().chain(pages.map(|role| (role, 1.0)));
        for (role, scale) in sized {
            let beyond = (LETTERS - role.line_height) * role.size * scale / 2.0;
            assert!(beyond <= BEYOND, "{role:?}: {beyond}");
        }
    }
}
