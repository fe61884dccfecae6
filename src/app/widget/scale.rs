//! How layouts follow the size of the window.
use iced::Size;

/// The three layouts a page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WindowSize {
    /// Under 960 wide: the sidebar is a rail, columns become one.
    Small,
    /// 960 to 1439 wide.
    Medium,
    /// 1440 and wider: content is centred, and there is more of it.
    Large,
}

impl WindowSize {
    /// The widest a page's content gets, in logical pixels.
    pub const CONTENT: f32 = 1240.0;

    /// The layout for a window of this width in logical pixels.
    pub fn of_width(width: f32) -> Self {
        if width < 960.0 {
            Self::Small
        } else if width < 1440.0 {
            Self::Medium
        } else {
            Self::Large
        }
    }
}

/// How much larger than designed the player is drawn, so that it fills the window it is given.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct PlayerScale(f32);

impl PlayerScale {
    /// The window the player was designed in.
    pub const DESIGNED: Size = Size::new(1180.0, 780.0);
    /// The smallest text of the player, in logical pixels.
    pub const SMALLEST_TEXT: f32 = 13.0;
    /// The smallest control of the player, in logical pixels.
    pub const SMALLEST_CONTROL: f32 = 52.0;

    /// The scale for a window of this size in logical pixels, between 0.69 and 2.2.
    pub fn of_window(window: Size) -> Self {
        let fit = (window.width / Self::DESIGNED.width).min(window.height / Self::DESIGNED.height);

        Self(fit.clamp(0.69, 2.2))
    }

    /// The number itself.
    pub fn factor(self) -> f32 {
        self.0
    }

    /// A distance as designed, in logical pixels of this window.
    pub fn px(self, designed: f32) -> f32 {
        designed * self.0
    }

    /// A text size as designed; it never gets too small to read.
    pub fn text(self, designed: f32) -> f32 {
        self.px(designed).max(Self::SMALLEST_TEXT)
    }

    /// The size of a control as designed; it never gets too small to hit.
    pub fn control(self, designed: f32) -> f32 {
        self.px(designed).max(Self::SMALLEST_CONTROL)
    }
}

impl Default for PlayerScale {
    fn default() -> Self {
        Self(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layouts_change_at_their_widths() {
        for (width, size) in [
            (800.0, WindowSize::Small),
            (959.9, WindowSize::Small),
            (960.0, WindowSize::Medium),
            (1439.9, WindowSize::Medium),
            (1440.0, WindowSize::Large),
            (3840.0, WindowSize::Large),
        ] {
            assert_eq!(WindowSize::of_width(width), size, "{width}");
        }
    }

    #[test]
    fn the_player_follows_the_tighter_side_of_the_window() {
        for (width, height, factor) in [
            (1180.0, 780.0, 1.0),
            (1920.0, 1080.0, 1080.0 / 780.0),
            (1180.0, 1080.0, 1.0),
            (800.0, 600.0, 0.69),
            (640.0, 400.0, 0.69),
            (7680.0, 4320.0, 2.2),
        ] {
            let scale = PlayerScale::of_window(Size::new(width, height));

            assert!((scale.factor() - factor).abs() < 0.02, "{width} x {height}");
        }
    }

    #[test]
    fn text_and_controls_have_a_floor() {
        let small = PlayerScale::of_window(Size::new(800.0, 600.0));

        assert_eq!(small.text(13.0), 13.0);
        assert_eq!(small.control(60.0), 52.0);
        assert!(small.text(172.0) > 118.0);
    }
}
