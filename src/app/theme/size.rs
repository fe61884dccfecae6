//! Distances, corner radii, sizes and durations, in logical pixels and milliseconds.

/// Distances between and inside things.
pub mod gap {
    /// Between a title and the line that belongs to it.
    pub const XXXS: f32 = 2.0;
    /// Between an icon and its tag.
    pub const XXS: f32 = 4.0;
    /// Between chips.
    pub const XS: f32 = 8.0;
    /// Between buttons.
    pub const S: f32 = 12.0;
    /// Between cards.
    pub const M: f32 = 16.0;
    /// Inside a card.
    pub const L: f32 = 20.0;
    /// Between columns of the player.
    pub const XL: f32 = 24.0;
    /// Inside a dialog; the side padding of a page.
    pub const XXL: f32 = 32.0;
    /// Between sections.
    pub const SECTION: f32 = 40.0;
    /// Between large parts of a page.
    pub const PART: f32 = 56.0;
    /// The widest step.
    pub const CHAPTER: f32 = 72.0;
}

/// Corner radii.
pub mod radius {
    /// Key caps.
    pub const KEY: f32 = 7.0;
    /// Tags.
    pub const TAG: f32 = 8.0;
    /// Small buttons.
    pub const SMALL: f32 = 10.0;
    /// Buttons and inputs.
    pub const CONTROL: f32 = 12.0;
    /// Choice rows.
    pub const ROW: f32 = 14.0;
    /// Cards and large buttons.
    pub const CARD: f32 = 16.0;
    /// The hero, the stage, large cards and dialogs.
    pub const PANEL: f32 = 24.0;
    /// Chips and toggles: more than half of any height they have.
    pub const FULL: f32 = 999.0;
}

/// Heights of what can be pressed.
pub mod target {
    /// Large buttons.
    pub const LARGE: f32 = 56.0;
    /// Buttons, inputs and icon buttons.
    pub const NORMAL: f32 = 44.0;
    /// Chips.
    pub const CHIP: f32 = 40.0;
    /// Toolbars only, with 8 between.
    pub const SMALL: f32 = 36.0;
}

/// Heights of rows of one line.
pub mod line {
    /// Of what divides.
    pub const HAIR: f32 = 1.0;
    /// Below the tab that is open.
    pub const UNDER: f32 = 3.0;
    /// The time that is left of a toast.
    pub const TIME: f32 = 4.0;
    /// Of what shows how far one is.
    pub const BAR: f32 = 8.0;
    /// A tag or the cap of a key.
    pub const TAG: f32 = 26.0;
    /// A key and what it does.
    pub const KEY: f32 = 42.0;
    /// A setting in a narrow column.
    pub const SETTING: f32 = 48.0;
    /// A setting with a control as high as a button.
    pub const CONTROL: f32 = 52.0;
}

/// How wide columns and dialogs are where there is room.
pub mod width {
    /// The end of a session.
    pub const END: f32 = 1060.0;
    /// What is read or filled in on a page without a second column.
    pub const READING: f32 = 720.0;
    /// A toast.
    pub const TOAST: f32 = 640.0;
    /// A few sentences in the middle of an empty page.
    pub const SENTENCES: f32 = 440.0;
    /// The column beside the questions at the end of a session.
    pub const SUMMARY: f32 = 380.0;
    /// The column beside the steps of a routine.
    pub const ASIDE: f32 = 324.0;
    /// The knee beside what waits.
    pub const KNEE: f32 = 280.0;
    /// How well something fits.
    pub const FIT: f32 = 176.0;
    /// The list of sections of the settings.
    pub const SECTIONS: f32 = 204.0;
    /// A section of the settings.
    pub const SECTION: f32 = 760.0;
    /// A slider.
    pub const SLIDER: f32 = 160.0;
    /// What stands before the fields of a form.
    pub const LABEL: f32 = 96.0;
}

/// Pictures, wide and high.
pub mod picture {
    /// In a card of one line.
    pub const SMALL: (f32, f32) = (76.0, 56.0);
    /// Beside the name of a routine.
    pub const COVER: (f32, f32) = (150.0, 140.0);
    /// At the end of a session.
    pub const COVER_LARGE: (f32, f32) = (300.0, 210.0);
    /// The same where there is little room.
    pub const COVER_SMALL: (f32, f32) = (132.0, 92.0);
    /// The leg beside the questions of the first day, wide.
    pub const LEG: f32 = 298.0;
    /// On an empty page: somebody who stands.
    pub const STANDING: (f32, f32) = (210.0, 192.0);
    /// On an empty page: somebody who lies.
    pub const LYING: (f32, f32) = (202.0, 150.0);
    /// The dot in a circle that is chosen.
    pub const DOT: f32 = 10.0;
}

/// Icon sizes.
pub mod icon {
    /// In buttons and rows.
    pub const NORMAL: f32 = 20.0;
    /// In normal buttons.
    pub const BUTTON: f32 = 18.0;
    /// In rows of facts.
    pub const META: f32 = 16.0;
    /// In tags.
    pub const TAG: f32 = 14.0;
}

/// How long changes take.
pub mod motion {
    use std::time::Duration;

    /// Hover, press, toggle.
    pub const QUICK: Duration = Duration::from_millis(120);
    /// The stage changing colour, a dialog fading in.
    pub const BASE: Duration = Duration::from_millis(200);
    /// A segment completing, figures swapping.
    pub const SLOW: Duration = Duration::from_millis(320);
}
