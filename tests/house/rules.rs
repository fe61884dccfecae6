//! The house rules themselves: each takes sources and says where they are broken.

use super::code::{self, Named, Token};

/// The rooms of the core, and which other rooms each may know.
const CORE: [(&str, &[&str]); 9] = [
    ("words", &[]),
    ("authoring", &["words"]),
    ("figure", &[]),
    ("knee", &["authoring", "words"]),
    ("exercise", &["figure", "authoring", "words"]),
    ("routine", &["exercise", "figure", "authoring", "words"]),
    ("session", &["routine", "exercise", "figure", "words"]),
    (
        "shelf",
        &[
            "routine",
            "exercise",
            "figure",
            "knee",
            "authoring",
            "words",
        ],
    ),
    (
        "training",
        &[
            "session",
            "routine",
            "exercise",
            "figure",
            "knee",
            "authoring",
            "words",
        ],
    ),
];

/// The rooms that make things happen outside the window. They do not know the window.
const EFFECTS: [&str; 7] = [
    "content", "library", "journal", "settings", "audio", "desktop", "assess",
];

/// What the core does not know: each is a run of parts anywhere in a path.
const IMPURE: [&[&str]; 11] = [
    &["iced"],
    &["rodio"],
    &["rusqlite"],
    &["std", "fs"],
    &["std", "thread"],
    &["std", "env"],
    &["SystemTime"],
    &["Instant", "now"],
    &["Timestamp", "now"],
    &["ZonedDateTime", "now"],
    &["TimeZone", "system"],
];

/// One Rust file.
pub struct Source {
    /// Where it stands in the package, with `/` on every system.
    pub path: String,
    text: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// The room in `src/` that it belongs to: `figure` for `src/figure.rs` and all of `src/figure/`.
    pub fn room(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let first = inside.split('/').next()?;
        Some(first.strip_suffix(".rs").unwrap_or(first))
    }

    /// How far its module is below the root of the package: 1 for `src/figure.rs`.
    fn depth(&self) -> usize {
        self.path.split('/').count() - 1
    }

    fn tokens(&self) -> Vec<Token> {
        code::tokens(&self.text)
    }

    fn paths(&self) -> Vec<Named> {
        code::paths(&self.tokens(), self.depth())
    }
}

/// Where the core names something of the outside world. Its unit tests may: they need a moment to start from.
pub fn impure_core(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        let in_core = CORE.iter().any(|(room, _)| source.room() == Some(room));
        if !in_core || source.path.ends_with("/tests.rs") {
            continue;
        }
        for named in source.paths().iter().filter(|named| !named.in_tests) {
            for impure in IMPURE {
                if named.parts.windows(impure.len()).any(|run| run == impure) {
                    faults.push(format!(
                        "{}:{} mentions `{}`",
                        source.path,
                        named.line,
                        impure.join("::")
                    ));
                }
            }
        }
    }
    faults
}

/// Where a room names another that it may not know.
pub fn wrong_arrows(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        let Some(room) = source.room() else { continue };
        let core = CORE.iter().find(|(name, _)| *name == room);
        let may_know = |other: &str| match core {
            Some((_, below)) => other == room || below.contains(&other),
            None if EFFECTS.contains(&room) => !matches!(other, "app" | "*"),
            None => true,
        };
        for named in source.paths() {
            if let [root, other, ..] = named.parts.as_slice()
                && matches!(root.as_str(), "crate" | "kneewise")
                && !may_know(other)
            {
                faults.push(format!(
                    "{}:{} {room} must not know {other}",
                    source.path, named.line
                ));
            }
        }
    }
    faults
}

/// The files that do not say in their first line what they are for.
pub fn without_purpose(sources: &[Source]) -> Vec<String> {
    let says_it = |source: &&Source| {
        source
            .text
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("//! "))
            .is_some_and(|purpose| !purpose.trim().is_empty())
    };
    sources
        .iter()
        .filter(|source| !says_it(source))
        .map(|source| source.path.clone())
        .collect()
}

/// The files with more than `most` lines.
pub fn longer_than(most: usize, sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > most)
        .map(|(source, lines)| format!("{} has {lines} lines", source.path))
        .collect()
}

/// The files called `mod.rs`.
pub fn nameless_modules(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| source.path.split('/').next_back() == Some("mod.rs"))
        .map(|source| source.path.clone())
        .collect()
}

/// Where an attribute keeps a test from running, on every system or on some.
pub fn switched_off_tests(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        let tokens = source.tokens();
        for (at, token) in tokens.iter().enumerate() {
            if token.text == "#" && attribute(&tokens[at + 1..]).is_some_and(switches_off) {
                faults.push(format!("{}:{}", source.path, token.line));
            }
        }
    }
    faults
}

/// What stands between the brackets of the attribute whose `#` came just before `rest`.
fn attribute(rest: &[Token]) -> Option<&[Token]> {
    if rest.first()?.text != "[" {
        return None;
    }
    let mut open = 0;
    for (at, token) in rest.iter().enumerate() {
        match token.text.as_str() {
            "[" => open += 1,
            "]" => open -= 1,
            _ => {}
        }
        if open == 0 {
            return Some(&rest[1..at]);
        }
    }
    None
}

fn switches_off(attribute: &[Token]) -> bool {
    let names = |token: &Token| token.text == "ignore";
    match attribute {
        [first, ..] if first.text == "cfg_attr" => attribute.iter().any(names),
        [first, ..] => names(first),
        [] => false,
    }
}
