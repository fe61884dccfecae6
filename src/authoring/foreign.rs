//! Texts that are in another notation, and characters that look like those of RON and are others.

use super::outline::{Kind, Outline, Token};
use super::plain::is_active;
use crate::authoring::problem::{self, foreign as words};

/// How much of a text is looked at to tell its notation, in lines.
const LINES_LOOKED_AT: usize = 40;

/// What to say of a text that is not RON at all.
pub(super) fn other_notation(text: &str) -> Option<String> {
    notation(text.trim_start()).map(words::other_notation)
}

fn notation(text: &str) -> Option<&'static str> {
    let after = |first: char| text.strip_prefix(first).map(str::trim_start);
    let is_json = after('{').is_some_and(|rest| rest.starts_with(['"', '}']))
        || after('[').is_some_and(|rest| rest.starts_with(['{', '"']));
    if is_json {
        return Some("JSON");
    }
    if text.starts_with('<') {
        return Some("XML or a web page");
    }
    let lines = || {
        let lines = text.lines().take(LINES_LOOKED_AT).map(str::trim_end);
        lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
    };
    let first = lines().next()?;
    let is_head = first.starts_with('[')
        && first.ends_with(']')
        && key(first.trim_matches(['[', ']'])).is_some();
    let assigns = |line: &str| {
        line.split_once('=')
            .is_some_and(|(name, _)| key(name.trim()).is_some())
    };
    if is_head && lines().nth(1).is_some_and(assigns) || assigns(first) {
        return Some("TOML");
    }
    let maps = |line: &str| {
        let name = line
            .split_once(':')
            .filter(|(_, value)| value.is_empty() || value.starts_with(' '));
        name.is_some_and(|(name, _)| key(name).is_some()) && !line.ends_with([',', '('])
    };
    let is_yaml = matches!(first, "---")
        || first.starts_with("%YAML")
        || maps(first)
            && lines()
                .skip(1)
                .any(|line| maps(line) || line.trim_start().starts_with("- "));
    is_yaml.then_some("YAML")
}

/// A name as those notations have them, if this is one.
fn key(name: &str) -> Option<&str> {
    let is_plain =
        |character: char| character.is_alphanumeric() || matches!(character, '_' | '-' | '.');
    (!name.is_empty() && name.chars().all(is_plain)).then_some(name)
}

/// The first character outside texts and comments, no further than `reached`, that looks like one of RON's and is another,
/// with what to write. Closing quotation marks of word processors are found too where the reader took them for a part
/// of the text.
pub(super) fn lookalike(outline: &Outline<'_>, reached: usize) -> Option<(usize, String)> {
    let mut before = 0;
    let here = outline.number_at(reached);
    let end = Token {
        kind: Kind::Word,
        start: outline.text.len(),
        end: outline.text.len(),
        partner: None,
    };
    for (number, token) in outline.tokens().iter().chain([&end]).enumerate() {
        let gap = in_gap(outline, before, token.start);
        let found = gap.or_else(|| match token.kind {
            Kind::Word => in_word(outline, *token),
            // Further back the text was one as it stands.
            Kind::Text if number + 1 >= here => closing_mark(outline, *token),
            _ => None,
        });
        match found {
            // The reader may have stopped where the text begins that has no end.
            Some((byte, _)) if byte > reached && token.start > reached => return None,
            Some(found) => return Some(found),
            None if token.start > reached => return None,
            None => before = token.end,
        }
    }
    None
}

/// In what stands between two tokens, comments left out.
fn in_gap(outline: &Outline<'_>, start: usize, end: usize) -> Option<(usize, String)> {
    outline
        .blanks(start, end)
        .find_map(|(byte, character)| Some((byte, other_character(character)?)))
}

fn in_word(outline: &Outline<'_>, token: Token) -> Option<(usize, String)> {
    outline
        .written(token)
        .char_indices()
        .find_map(|(byte, character)| Some((token.start + byte, other_character(character)?)))
}

/// A text that begins with a straight quotation mark, and was meant to end with a curly one.
fn closing_mark(outline: &Outline<'_>, token: Token) -> Option<(usize, String)> {
    let written = outline.written(token);
    let mut open = 0_usize;
    for (byte, character) in written.char_indices() {
        match character {
            '“' | '„' | '«' => open += 1,
            '”' | '»' if open > 0 => open -= 1,
            '”' | '»' => {
                let rest = written[byte + character.len_utf8()..].trim_start_matches(' ');
                if rest.is_empty() || rest.starts_with([',', ')', ']', '\n', '\r']) {
                    return Some((token.start + byte, problem::straight_marks().to_owned()));
                }
            }
            _ => {}
        }
    }
    None
}

/// What to write instead of a character, if it is one that only looks right.
fn other_character(character: char) -> Option<String> {
    Some(match character {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            words::other_blank(character)
        }
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {
            words::invisible(character)
        }
        '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '‛' | '″' | '＂'
        | '「' | '」' => problem::straight_marks().to_owned(),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => words::other_sign(character, '-'),
        '、' | '،' => words::other_sign(character, ','),
        // Full width: the same signs as in ASCII, further up.
        '\u{ff01}'..='\u{ff5e}' => {
            let ascii = u32::from(character) - 0xff01 + 0x21;
            words::other_sign(character, char::from_u32(ascii)?)
        }
        _ if is_active(character) && !character.is_whitespace() => words::invisible(character),
        _ => return None,
    })
}
