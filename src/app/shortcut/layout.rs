//! Layouts of keyboards: what is meant where a layout has no such letter or digit on its keys.

use iced::keyboard::key::{Code, Physical};

/// What a key means that typed this. Letters of the Latin alphabet and digits are what the layout says. A key that types
/// another alphabet means the letter that is printed there on most keyboards, and a key of the upper row, pressed without
/// Shift, its digit: on a French keyboard digits need Shift, and the key of 6 types what shortens a hold.
pub fn meant(typed: char, key: Physical, has_shift: bool) -> char {
    if typed.is_ascii_alphanumeric() {
        return typed;
    }
    let Physical::Code(code) = key else {
        return typed;
    };
    match (digit_of(code), letter_of(code)) {
        (Some(digit), _) if !has_shift || !typed.is_ascii() => digit,
        (None, Some(letter)) if !typed.is_ascii() => letter,
        _ => typed,
    }
}

fn digit_of(code: Code) -> Option<char> {
    Some(match code {
        Code::Digit0 => '0',
        Code::Digit1 => '1',
        Code::Digit2 => '2',
        Code::Digit3 => '3',
        Code::Digit4 => '4',
        Code::Digit5 => '5',
        Code::Digit6 => '6',
        Code::Digit7 => '7',
        Code::Digit8 => '8',
        Code::Digit9 => '9',
        _ => return None,
    })
}

fn letter_of(code: Code) -> Option<char> {
    Some(match code {
        Code::KeyA => 'a',
        Code::KeyB => 'b',
        Code::KeyC => 'c',
        Code::KeyD => 'd',
        Code::KeyE => 'e',
        Code::KeyF => 'f',
        Code::KeyG => 'g',
        Code::KeyH => 'h',
        Code::KeyI => 'i',
        Code::KeyJ => 'j',
        Code::KeyK => 'k',
        Code::KeyL => 'l',
        Code::KeyM => 'm',
        Code::KeyN => 'n',
        Code::KeyO => 'o',
        Code::KeyP => 'p',
        Code::KeyQ => 'q',
        Code::KeyR => 'r',
        Code::KeyS => 's',
        Code::KeyT => 't',
        Code::KeyU => 'u',
        Code::KeyV => 'v',
        Code::KeyW => 'w',
        Code::KeyX => 'x',
        Code::KeyY => 'y',
        Code::KeyZ => 'z',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_mean_what_is_printed_on_them() {
        for (layout, typed, code, has_shift, expected) in [
            ("American", 'n', Code::KeyN, false, 'n'),
            ("American", '6', Code::Digit6, false, '6'),
            ("American", '?', Code::Slash, true, '?'),
            ("American", '-', Code::Minus, false, '-'),
            ("American", '+', Code::Equal, true, '+'),
            ("American", '*', Code::Digit8, true, '*'),
            ("German", 'z', Code::KeyY, false, 'z'),
            ("German", '/', Code::Digit7, true, '/'),
            ("German", '-', Code::Slash, false, '-'),
            ("French", '-', Code::Digit6, false, '6'),
            ("French", '_', Code::Digit8, false, '8'),
            ("French", 'é', Code::Digit2, false, '2'),
            ("French", '6', Code::Digit6, true, '6'),
            ("French", 'm', Code::Semicolon, false, 'm'),
            ("French", ',', Code::KeyM, false, ','),
            ("French", '?', Code::KeyM, true, '?'),
            ("French", '=', Code::Equal, false, '='),
            ("Czech", 'ě', Code::Digit2, false, '2'),
            ("Czech", '+', Code::Digit1, false, '1'),
            ("Czech", '3', Code::Digit3, true, '3'),
            ("Czech", '-', Code::Slash, false, '-'),
            ("Russian", 'т', Code::KeyN, false, 'n'),
            ("Thai", 'ื', Code::KeyN, false, 'n'),
            ("Thai", 'ภ', Code::Digit4, false, '4'),
            ("Thai", '๓', Code::Digit4, true, '4'),
            ("Hindi", 'ल', Code::KeyN, false, 'n'),
            ("Hindi", 'ो', Code::KeyA, false, 'a'),
            ("Persian", 'د', Code::KeyN, false, 'n'),
            ("Persian", '۶', Code::Digit6, false, '6'),
            ("Dvorak", 'n', Code::KeyL, false, 'n'),
            ("Dvorak", '\'', Code::KeyQ, false, '\''),
        ] {
            let meant = meant(typed, Physical::Code(code), has_shift);
            assert_eq!(meant, expected, "{layout}: {typed} on {code:?}");
        }
    }
}
