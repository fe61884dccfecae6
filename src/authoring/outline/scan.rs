//! Cutting a text into words, texts in quotation marks, brackets and signs.

/// How many open brackets of another kind a closing one may pass over.
const FURTHEST_BRACKET: usize = 64;

/// A word, a text in quotation marks, or a sign.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its first byte.
    pub start: usize,
    /// The byte after its last one.
    pub end: usize,
    /// For a bracket: the number of the token that is its other half.
    pub partner: Option<usize>,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name, a number, or anything else without blanks.
    Word,
    /// A text in quotation marks.
    Text,
    /// An opening bracket.
    Open(Bracket),
    /// A closing bracket.
    Close(Bracket),
    /// A comma.
    Comma,
    /// A colon.
    Colon,
}

/// The three pairs of brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bracket {
    /// ( )
    Round,
    /// [ ]
    Square,
    /// { }
    Curly,
}

impl Bracket {
    /// The opening half as it is written.
    pub const fn opening(self) -> char {
        match self {
            Self::Round => '(',
            Self::Square => '[',
            Self::Curly => '{',
        }
    }

    /// The closing half as it is written.
    pub const fn closing(self) -> char {
        match self {
            Self::Round => ')',
            Self::Square => ']',
            Self::Curly => '}',
        }
    }
}

/// Everything in a text but blanks and comments, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        let rest = &text[start..];
        let (kind, length) = match first {
            '(' => (Some(Kind::Open(Bracket::Round)), 1),
            '[' => (Some(Kind::Open(Bracket::Square)), 1),
            '{' => (Some(Kind::Open(Bracket::Curly)), 1),
            ')' => (Some(Kind::Close(Bracket::Round)), 1),
            ']' => (Some(Kind::Close(Bracket::Square)), 1),
            '}' => (Some(Kind::Close(Bracket::Curly)), 1),
            ',' => (Some(Kind::Comma), 1),
            ':' => (Some(Kind::Colon), 1),
            '"' => (Some(Kind::Text), quoted(rest)),
            'r' if raw_hashes(rest).is_some() => (Some(Kind::Text), raw(rest)),
            '/' if rest.starts_with("//") => (None, rest.find('\n').unwrap_or(rest.len())),
            '/' if rest.starts_with("/*") => (None, block_comment(rest)),
            _ if first.is_whitespace() => (None, first.len_utf8()),
            _ => (Some(Kind::Word), word(rest)),
        };
        if let Some(kind) = kind {
            tokens.push(Token {
                kind,
                start,
                end: start + length,
                partner: None,
            });
        }
        start += length;
    }
    pair_brackets(&mut tokens);
    tokens
}

/// The blanks in what stands between two tokens, each with its byte.
pub(super) fn blanks(gap: &str) -> impl Iterator<Item = (usize, char)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &gap[start..];
            let first = rest.chars().next()?;
            let byte = start;
            start += if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                block_comment(rest)
            } else {
                start += first.len_utf8();
                return Some((byte, first));
            };
        }
    })
}

/// The length of a text in quotation marks, to the end of everything if it is not closed.
fn quoted(rest: &str) -> usize {
    let mut is_escaped = false;
    for (byte, character) in rest.char_indices().skip(1) {
        match character {
            '"' if !is_escaped => return byte + 1,
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    rest.len()
}

/// How many # stand between the r and the quotation mark of a raw text, if this is one.
fn raw_hashes(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

fn raw(rest: &str) -> usize {
    let hashes = raw_hashes(rest).unwrap_or(0);
    let inside = 1 + hashes + 1;
    let closing = format!("\"{}", "#".repeat(hashes));
    rest[inside..]
        .find(&closing)
        .map_or(rest.len(), |end| inside + end + closing.len())
}

/// The length of a comment, which may hold others.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut byte = 0;
    while byte < rest.len() {
        let step = match rest.as_bytes()[byte..] {
            [b'/', b'*', ..] => {
                depth += 1;
                2
            }
            [b'*', b'/', ..] => {
                depth -= 1;
                2
            }
            _ => 1,
        };
        byte += step;
        if depth == 0 {
            return byte;
        }
    }
    rest.len()
}

fn word(rest: &str) -> usize {
    let ends = |(byte, character): (usize, char)| {
        let is_sign =
            character.is_whitespace() || matches!(character, '(' | '[' | '{' | ')' | ']' | '}');
        let is_mark = matches!(character, ',' | ':' | '"');
        let is_comment = rest[byte..].starts_with("//") || rest[byte..].starts_with("/*");
        (byte > 0 && (is_sign || is_mark || is_comment)).then_some(byte)
    };
    rest.char_indices().find_map(ends).unwrap_or(rest.len())
}

/// Tells each bracket its other half. A closing bracket passes over open ones of another kind if it has to.
fn pair_brackets(tokens: &mut [Token]) {
    let mut open: Vec<(usize, Bracket)> = Vec::new();
    for number in 0..tokens.len() {
        match tokens[number].kind {
            Kind::Open(bracket) => open.push((number, bracket)),
            Kind::Close(bracket) => {
                let is_open = |&(_, other): &(usize, Bracket)| other == bracket;
                // Looking further than a few brackets would take long in a text made of nothing else.
                let nearest = open.iter().rev().take(FURTHEST_BRACKET).position(is_open);
                if let Some(passed) = nearest {
                    open.truncate(open.len() - passed);
                    if let Some((opening, _)) = open.pop() {
                        tokens[opening].partner = Some(number);
                        tokens[number].partner = Some(opening);
                    }
                }
            }
            _ => {}
        }
    }
}
