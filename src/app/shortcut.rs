//! Keys: what was pressed, and the one table that says what each does and that the help sheet shows.

mod layout;

use iced::keyboard::{self, key::Named};

use crate::words::keys;

/// A key that was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Press {
    /// Which one.
    pub stroke: Stroke,
    /// Whether Ctrl, or Command on a Mac, was held.
    pub command: bool,
}

/// Which key was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names are those of the keys.
pub enum Stroke {
    Space,
    Enter,
    Escape,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    PageDown,
    Character(char),
}

/// What a key event means, if it is a key that can mean something. Holding a key down presses it once, except where
/// moving on is what one wants.
pub fn press(event: keyboard::Event) -> Option<Press> {
    let keyboard::Event::KeyPressed {
        modified_key,
        physical_key,
        modifiers,
        repeat,
        ..
    } = event
    else {
        return None;
    };
    if modifiers.alt() || modifiers.logo() && !cfg!(target_os = "macos") {
        return None;
    }
    let stroke = match modified_key.as_ref() {
        keyboard::Key::Named(Named::Space) => Stroke::Space,
        keyboard::Key::Named(Named::Enter) => Stroke::Enter,
        keyboard::Key::Named(Named::Escape) => Stroke::Escape,
        keyboard::Key::Named(Named::Backspace) => Stroke::Backspace,
        keyboard::Key::Named(Named::Delete) => Stroke::Delete,
        keyboard::Key::Named(Named::ArrowLeft) => Stroke::Left,
        keyboard::Key::Named(Named::ArrowRight) => Stroke::Right,
        keyboard::Key::Named(Named::ArrowUp) => Stroke::Up,
        keyboard::Key::Named(Named::ArrowDown) => Stroke::Down,
        keyboard::Key::Named(Named::PageDown) => Stroke::PageDown,
        keyboard::Key::Character(" ") => Stroke::Space,
        keyboard::Key::Character(text) => {
            let typed = text.chars().next()?;
            let meant = layout::meant(typed, physical_key, modifiers.shift());
            Stroke::Character(meant.to_ascii_lowercase())
        }
        _ => return None,
    };
    let may_repeat = matches!(
        stroke,
        Stroke::Left | Stroke::Right | Stroke::Up | Stroke::Down | Stroke::PageDown
    );
    (!repeat || may_repeat).then_some(Press {
        stroke,
        command: modifiers.command(),
    })
}

/// What a key does in the player.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The table below says it.
pub enum PlayerKey {
    PauseOrResume,
    Next,
    Previous,
    More,
    Less,
    NextCue,
    Done,
    Mute,
    FullScreen,
    Hurts,
    Restart,
    JumpTo(usize),
    LeaveOrEnd,
    Keys,
}

/// One line of the table.
pub struct Shortcut {
    /// The keys, as they are printed on a keyboard.
    pub caps: &'static [&'static str],
    /// What they do, in words.
    pub words: fn() -> &'static str,
    does: fn(Stroke) -> Option<PlayerKey>,
}

/// Every key of the player. The left column of the help sheet comes first, then the right one.
pub const PLAYER: [Shortcut; 14] = [
    Shortcut {
        caps: &["Space"],
        words: keys::pause,
        does: |stroke| (stroke == Stroke::Space).then_some(PlayerKey::PauseOrResume),
    },
    Shortcut {
        caps: &["N", "→"],
        words: keys::next,
        does: |stroke| {
            matches!(stroke, Stroke::Character('n') | Stroke::Right).then_some(PlayerKey::Next)
        },
    },
    Shortcut {
        caps: &["P", "←"],
        words: keys::previous,
        does: |stroke| {
            matches!(stroke, Stroke::Character('p') | Stroke::Left).then_some(PlayerKey::Previous)
        },
    },
    Shortcut {
        caps: &["+"],
        words: keys::more,
        does: |stroke| matches!(stroke, Stroke::Character('+' | '=')).then_some(PlayerKey::More),
    },
    Shortcut {
        caps: &["-"],
        words: keys::less,
        does: |stroke| matches!(stroke, Stroke::Character('-' | '_')).then_some(PlayerKey::Less),
    },
    Shortcut {
        caps: &["C"],
        words: keys::cue,
        does: |stroke| (stroke == Stroke::Character('c')).then_some(PlayerKey::NextCue),
    },
    Shortcut {
        caps: &["Esc"],
        words: keys::leave,
        does: |stroke| (stroke == Stroke::Escape).then_some(PlayerKey::LeaveOrEnd),
    },
    Shortcut {
        caps: &["M"],
        words: keys::mute,
        does: |stroke| (stroke == Stroke::Character('m')).then_some(PlayerKey::Mute),
    },
    Shortcut {
        caps: &["F"],
        words: keys::full_screen,
        does: |stroke| (stroke == Stroke::Character('f')).then_some(PlayerKey::FullScreen),
    },
    Shortcut {
        caps: &["H"],
        words: keys::hurts,
        does: |stroke| (stroke == Stroke::Character('h')).then_some(PlayerKey::Hurts),
    },
    Shortcut {
        caps: &["R"],
        words: keys::restart,
        does: |stroke| (stroke == Stroke::Character('r')).then_some(PlayerKey::Restart),
    },
    Shortcut {
        caps: &["D"],
        words: keys::done,
        does: |stroke| (stroke == Stroke::Character('d')).then_some(PlayerKey::Done),
    },
    Shortcut {
        caps: &["1", "9"],
        words: keys::jump,
        does: |stroke| match stroke {
            Stroke::Character(digit @ '1'..='9') => {
                Some(PlayerKey::JumpTo(digit as usize - '1' as usize))
            }
            _ => None,
        },
    },
    Shortcut {
        caps: &["?"],
        words: keys::keys,
        does: |stroke| (stroke == Stroke::Character('?')).then_some(PlayerKey::Keys),
    },
];

/// Keys, as they are printed on a keyboard, and what they do.
pub type KeyLine = (&'static [&'static str], fn() -> &'static str);

/// What keys do on every page.
pub const PAGES: [KeyLine; 10] = [
    (&["Tab", "Shift Tab"], keys::next_control),
    (&["Enter"], keys::press),
    (&["Space"], keys::press_shown),
    (&["←", "→", "↑", "↓"], keys::arrows),
    (&["Esc"], keys::close_or_back),
    (&["Alt ←"], keys::back),
    (&["Ctrl +", "Ctrl -"], keys::text_size),
    (&["Ctrl 0"], keys::normal_text_size),
    (&["F11"], keys::full_screen),
    (&["?"], keys::keys),
];

/// What leads from one page to another.
pub const PLACES: [KeyLine; 7] = [
    (&["S"], keys::start),
    (&["Ctrl F", "/"], keys::search),
    (&["Ctrl 1"], crate::words::page::today),
    (&["Ctrl 2"], crate::words::page::routines),
    (&["Ctrl 3"], crate::words::knee_map::name),
    (&["Ctrl 5"], crate::words::progress::name),
    (&["Ctrl ,"], crate::words::page::settings),
];

/// What keys do on the knee map.
pub const KNEE_MAP: [KeyLine; 8] = [
    (&["L", "R", "B"], keys::which_knee),
    (&["1", "4"], keys::views),
    (&["S"], keys::skin_or_inside),
    (&["0"], keys::whole_knee),
    (&["Backspace"], keys::undo_mark),
    (&["C"], keys::change_knee),
    (&["1", "9", "Enter"], keys::tick),
    (&["Page ↓"], keys::more_below),
];

/// What a key does in the player.
pub fn player_key(press: Press) -> Option<PlayerKey> {
    if press.command {
        return None;
    }
    PLAYER
        .iter()
        .find_map(|shortcut| (shortcut.does)(press.stroke))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use iced::keyboard::{Key, Location, Modifiers, key};

    fn typed(text: &str, code: key::Code, modifiers: Modifiers) -> keyboard::Event {
        keyboard::Event::KeyPressed {
            key: Key::Character(text.into()),
            modified_key: Key::Character(text.into()),
            physical_key: key::Physical::Code(code),
            location: Location::Standard,
            modifiers,
            text: Some(text.into()),
            repeat: false,
        }
    }

    #[test]
    fn every_key_of_the_sheet_does_what_it_says() {
        for shortcut in &PLAYER {
            for cap in shortcut.caps {
                let stroke = match *cap {
                    "Space" => Stroke::Space,
                    "Esc" => Stroke::Escape,
                    "→" => Stroke::Right,
                    "←" => Stroke::Left,
                    letter => Stroke::Character(letter.to_lowercase().chars().next().unwrap()),
                };
                assert!((shortcut.does)(stroke).is_some(), "{cap}");
                let others = PLAYER
                    .iter()
                    .filter(|other| (other.does)(stroke).is_some())
                    .count();
                assert_eq!(others, 1, "{cap} does one thing");
            }
        }
    }

    #[test]
    fn letters_work_on_a_cyrillic_keyboard() {
        let pressed = press(typed("т", key::Code::KeyN, Modifiers::empty())).unwrap();
        assert_eq!(player_key(pressed), Some(PlayerKey::Next));
    }

    #[test]
    fn a_question_mark_opens_the_keys_and_control_letters_do_nothing() {
        let question = press(typed("?", key::Code::Slash, Modifiers::SHIFT)).unwrap();
        assert_eq!(player_key(question), Some(PlayerKey::Keys));
        let control = press(typed("n", key::Code::KeyN, Modifiers::COMMAND)).unwrap();
        assert_eq!(player_key(control), None);
    }
}
