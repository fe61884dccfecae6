//! What a control says about itself. Knows no toolkit.

/// What it is, and the state that belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Things that belong together.
    Group,
    /// What the window is about at the moment.
    Main,
    /// Asks for an answer; what is behind it is not there meanwhile.
    Dialog,
    /// Something to press.
    Button,
    /// Something to press that stays pressed.
    Toggle(bool),
    /// A switch, on or off.
    Switch(bool),
    /// A place to go to, open or not.
    Tab(bool),
    /// One of a few, chosen or not.
    Choice(bool),
    /// A row of choices.
    Choices,
    /// A value with less and more.
    Slider,
    /// Something to write in. The field inside holds the focus.
    Input,
}

impl Kind {
    /// Whether a control of this kind holds the focus itself.
    pub fn holds_focus(self) -> bool {
        match self {
            Self::Button
            | Self::Toggle(_)
            | Self::Switch(_)
            | Self::Tab(_)
            | Self::Choice(_)
            | Self::Slider => true,
            Self::Group | Self::Main | Self::Dialog | Self::Choices | Self::Input => false,
        }
    }

    /// Whether it is the chosen one of several.
    pub(super) fn is_chosen(self) -> bool {
        matches!(self, Self::Choice(true) | Self::Tab(true))
    }
}

/// What is said of one control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// What it is.
    pub kind: Kind,
    /// What it is called. Without one, the words inside.
    pub name: Option<String>,
    /// What it is set to, where the kind does not say it.
    pub value: Option<String>,
    /// Whether the keyboard is on it.
    pub is_focused: bool,
    /// Whether it does nothing at the moment.
    pub is_off: bool,
}

/// What is asked of a control from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// To be pressed.
    Press,
}
