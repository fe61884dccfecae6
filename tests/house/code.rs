//! Reads Rust just far enough to know which paths it names: comments and texts taken out, `use` trees spread.

/// `text` without comments and without what stands between quotes. Lines keep their numbers.
pub fn code_only(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;

    while let Some(&character) = characters.get(at) {
        let rest = &characters[at..];
        let skipped = match rest {
            ['/', '/', ..] => rest.iter().position(|&c| c == '\n').unwrap_or(rest.len()),
            ['/', '*', ..] => block_comment(rest),
            ['"', ..] => {
                code.push('"');
                let length = quoted(rest);
                keep_lines(&rest[..length], &mut code);
                code.push('"');
                at += length;
                continue;
            }
            ['\'', ..] => match character_literal(rest) {
                Some(length) => {
                    code.push_str("''");
                    at += length;
                    continue;
                }
                None => 0,
            },
            ['r', ..] if !code.ends_with(is_word) || raw_prefix(&code) => match raw_text(rest) {
                Some((opening, length)) => {
                    code.extend(&rest[..opening]);
                    keep_lines(&rest[..length], &mut code);
                    code.push('"');
                    code.extend(std::iter::repeat_n('#', opening - 2));
                    at += length;
                    continue;
                }
                None => 0,
            },
            _ => 0,
        };
        if skipped > 0 {
            keep_lines(&rest[..skipped], &mut code);
            at += skipped;
        } else {
            code.push(character);
            at += 1;
        }
    }
    code
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Whether `code` ends in the `b` or `c` of `br"…"` or `cr"…"`, rather than in a longer name.
fn raw_prefix(code: &str) -> bool {
    let mut backwards = code.chars().rev();
    matches!(backwards.next(), Some('b' | 'c')) && !backwards.next().is_some_and(is_word)
}

fn keep_lines(skipped: &[char], code: &mut String) {
    code.extend(skipped.iter().filter(|&&c| c == '\n'));
}

/// How long the block comment at the start of `rest` is; block comments nest.
fn block_comment(rest: &[char]) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        match &rest[at..] {
            ['/', '*', ..] => {
                depth += 1;
                at += 2;
            }
            ['*', '/', ..] => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    break;
                }
            }
            _ => at += 1,
        }
    }
    at
}

/// How long the text in double quotes at the start of `rest` is, quotes included.
fn quoted(rest: &[char]) -> usize {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

/// How long the character literal at the start of `rest` is, unless a lifetime stands there.
fn character_literal(rest: &[char]) -> Option<usize> {
    match rest {
        ['\'', '\\', _, escape @ ..] => escape.iter().position(|&c| c == '\'').map(|end| end + 4),
        ['\'', _, '\'', ..] => Some(3),
        _ => None,
    }
}

/// The length of the opening `r##"` and of the whole raw text at the start of `rest`, if one stands there.
fn raw_text(rest: &[char]) -> Option<(usize, usize)> {
    let hashes = rest[1..].iter().take_while(|&&c| c == '#').count();
    let opening = hashes + 2;
    if rest.get(opening - 1) != Some(&'"') {
        return None;
    }
    let closing = |window: &[char]| window[0] == '"' && window[1..].iter().all(|&c| c == '#');
    let end = rest[opening..]
        .windows(hashes + 1)
        .position(closing)
        .map_or(rest.len(), |found| opening + found + hashes + 1);
    Some((opening, end))
}

/// A word or a sign of the code, with the line it stands on, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub line: usize,
    pub text: String,
}

impl Token {
    fn is_name(&self) -> bool {
        self.text.starts_with(is_word)
    }
}

/// The words and signs of `text`. Lifetimes are left out; `::` is one sign.
pub fn tokens(text: &str) -> Vec<Token> {
    let code: Vec<char> = code_only(text).chars().collect();
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut at = 0;

    while let Some(&character) = code.get(at) {
        let word = |from: usize| code[from..].iter().take_while(|&&c| is_word(c)).count();
        let length = match &code[at..] {
            ['\'', '\'', ..] | [':', ':', ..] => 2,
            ['\'', ..] => {
                at += 1 + word(at + 1);
                continue;
            }
            [first, ..] if is_word(*first) => word(at),
            _ => 1,
        };
        if character == '\n' {
            line += 1;
        } else if !character.is_whitespace() {
            let text = code[at..at + length].iter().collect();
            tokens.push(Token { line, text });
        }
        at += length;
    }
    tokens
}

/// A path as the code names it, such as `std::time::Instant`, made absolute where it starts with `super`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The line the path ends on, counted from 1.
    pub line: usize,
    /// Its parts; the first is `crate` for everything of this package.
    pub parts: Vec<String>,
    /// Whether it stands in a module of tests.
    pub in_tests: bool,
}

/// Every path that `tokens` name, in the module that is `module` levels below the root of the package.
pub fn paths(tokens: &[Token], module: usize) -> Vec<Named> {
    let mut reader = Reader {
        tokens,
        at: 0,
        named: Vec::new(),
        module,
        inline: Vec::new(),
        braces: 0,
    };
    while reader.at < tokens.len() {
        reader.step();
    }
    reader.named
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    named: Vec<Named>,
    module: usize,
    /// The inline modules around the place being read.
    inline: Vec<Inline>,
    braces: usize,
}

struct Inline {
    /// How many braces were open outside it.
    braces: usize,
    tests: bool,
}

impl Reader<'_> {
    fn text(&self, ahead: usize) -> &str {
        self.tokens
            .get(self.at + ahead)
            .map_or("", |token| &token.text)
    }

    fn step(&mut self) {
        match (self.text(0), self.text(2)) {
            ("mod", "{") => {
                self.inline.push(Inline {
                    braces: self.braces,
                    tests: self.follows_cfg_test(),
                });
                self.at += 2;
            }
            ("{", _) => {
                self.braces += 1;
                self.at += 1;
            }
            ("}", _) => {
                self.braces = self.braces.saturating_sub(1);
                if self
                    .inline
                    .last()
                    .is_some_and(|inline| inline.braces == self.braces)
                {
                    let _ = self.inline.pop();
                }
                self.at += 1;
            }
            _ if self.tokens[self.at].is_name() => self.path(&[]),
            _ => self.at += 1,
        }
    }

    fn follows_cfg_test(&self) -> bool {
        let before: Vec<_> = self.tokens[..self.at]
            .iter()
            .map(|token| token.text.as_str())
            .collect();
        before.ends_with(&["#", "[", "cfg", "(", "test", ")", "]"])
    }

    /// Reads one path that goes on from `start`, and every branch of it if it is a tree in braces.
    fn path(&mut self, start: &[String]) {
        let mut parts = start.to_vec();
        loop {
            match self.text(0) {
                "{" => return self.branches(&parts),
                "*" => parts.push("*".to_owned()),
                _ => parts.push(self.text(0).to_owned()),
            }
            self.at += 1;
            let goes_on = self.text(0) == "::"
                && (matches!(self.text(1), "{" | "*")
                    || self.tokens.get(self.at + 1).is_some_and(Token::is_name));
            if !goes_on {
                break;
            }
            self.at += 1;
        }
        self.name(parts);
    }

    fn branches(&mut self, start: &[String]) {
        self.at += 1;
        while self.at < self.tokens.len() {
            match self.text(0) {
                "}" => {
                    self.at += 1;
                    return;
                }
                "," => self.at += 1,
                "as" => self.at += 2,
                "::" => self.at += 1,
                _ => self.path(start),
            }
        }
    }

    fn name(&mut self, mut parts: Vec<String>) {
        let depth = self.module + self.inline.len();
        let up = parts.iter().take_while(|part| *part == "super").count();
        if up > 0 && up == depth {
            drop(parts.splice(..up, ["crate".to_owned()]));
        }
        self.named.push(Named {
            line: self.tokens[self.at - 1].line,
            parts,
            in_tests: self.inline.iter().any(|inline| inline.tests),
        });
    }
}
