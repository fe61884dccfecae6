//! The house rules themselves: each takes sources and says where they are broken.

use super::source::Source;

/// The rooms of the core, and which other rooms each may know.
const CORE: [(&str, &[&str]); 9] = [
    ("side", &[]),
    ("authoring", &[]),
    ("figure", &["side"]),
    ("knee", &["side", "authoring"]),
    ("exercise", &["side", "figure", "authoring"]),
    ("routine", &["side", "exercise", "figure", "authoring"]),
    ("session", &["side", "routine", "exercise", "figure"]),
    (
        "catalog",
        &["side", "routine", "exercise", "figure", "knee", "authoring"],
    ),
    (
        "training",
        &[
            "side",
            "session",
            "routine",
            "exercise",
            "figure",
            "knee",
            "authoring",
        ],
    ),
];

/// The room of words may know every room of the core, and nothing else.
const WORDS: &str = "words";

/// The rooms that make things happen outside the window. They do not know it.
const EFFECTS: [&str; 8] = [
    "content", "library", "journal", "settings", "audio", "desktop", "logging", "terminal",
];

/// The rooms above the effects: the window, and the command line that opens it.
const SHELL: [&str; 2] = ["app", "cli"];

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

fn core(room: Option<&str>) -> Option<&'static [&'static str]> {
    let (_, below) = CORE.iter().find(|(name, _)| Some(*name) == room)?;
    Some(below)
}

/// Where the core or its words name something of the outside world. Unit tests may: they need a moment to start from.
pub fn impure_core(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        if core(source.room()).is_none() && source.room() != Some(WORDS) {
            continue;
        }
        for named in source.named.iter().filter(|named| !named.in_tests) {
            for impure in IMPURE {
                if named.parts.windows(impure.len()).any(|run| run == impure) {
                    let (path, line) = (&source.path, named.line);
                    faults.push(format!("{path}:{line} mentions `{}`", impure.join("::")));
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
        let may_know = |other: &str| match core(Some(room)) {
            _ if other == room => true,
            Some(below) => below.contains(&other),
            None if room == WORDS => core(Some(other)).is_some(),
            None if EFFECTS.contains(&room) => other != "*" && !SHELL.contains(&other),
            None => room != "app" || other != "cli",
        };
        for named in &source.named {
            if let [root, other, ..] = named.parts.as_slice()
                && matches!(root.as_str(), "crate" | "kneewise")
                && !may_know(other)
            {
                let (path, line) = (&source.path, named.line);
                faults.push(format!("{path}:{line} {room} must not know {other}"));
            }
        }
    }
    faults
}

/// The files that do not say in their first line what they are for.
pub fn without_purpose(sources: &[Source]) -> Vec<String> {
    let says_it = |source: &&Source| {
        let first = source.text.lines().next();
        let purpose = first.and_then(|line| line.strip_prefix("//! "));
        purpose.is_some_and(|purpose| !purpose.trim().is_empty())
    };
    let silent = sources.iter().filter(|source| !says_it(source));
    silent.map(|source| source.path.clone()).collect()
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
    let nameless = |source: &&Source| source.path.split('/').next_back() == Some("mod.rs");
    let found = sources.iter().filter(nameless);
    found.map(|source| source.path.clone()).collect()
}

/// Where an attribute keeps a test from running, on every system or on some.
pub fn switched_off_tests(sources: &[Source]) -> Vec<String> {
    lines(sources, |source| &source.switched_off)
}

/// Where something is unsafe, or is allowed to be.
pub fn dangers(sources: &[Source]) -> Vec<String> {
    lines(sources, |source| &source.unsafe_lines)
}

/// Where the window's layout has a number instead of a name from the theme.
pub fn literal_distances(sources: &[Source]) -> Vec<String> {
    let in_window = |source: &&Source| {
        source.room() == Some("app") && !source.path.starts_with("src/app/theme/")
    };
    let found = sources.iter().filter(in_window).flat_map(|source| {
        let at = source.distances.iter();
        at.map(|line| format!("{}:{line}", source.path))
    });
    found.collect()
}

/// What stands in `src/words` and is no sentence: words one searches with, heads of columns, telephone numbers, letters.
const NO_SENTENCES: [(&str, &str); 8] = [
    ("src/words/catalog.rs", "LITTLE_WORDS"),
    ("src/words/emergency.rs", "NUMBERS"),
    ("src/words/journal.rs", "SESSIONS"),
    ("src/words/journal.rs", "SEGMENTS"),
    ("src/words/journal.rs", "PAIN"),
    ("src/words/journal.rs", "ASSESSMENTS"),
    ("src/words/language/test_language.rs", "PLAIN"),
    ("src/words/language/test_language.rs", "ACCENTED"),
];

/// The sentences that no translation would reach.
pub fn untranslated_sentences(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        if source.room() != Some(WORDS) {
            continue;
        }
        for found in &source.untranslated {
            let constant = found.constant.as_deref().unwrap_or_default();
            let is_address = found.text.starts_with("http");
            if !is_address && !NO_SENTENCES.contains(&(source.path.as_str(), constant)) {
                faults.push(format!("{}:{} {:?}", source.path, found.line, found.text));
            }
        }
    }
    faults
}

fn lines(sources: &[Source], of: impl Fn(&Source) -> &[usize]) -> Vec<String> {
    let line = |source: &Source, line: &usize| format!("{}:{line}", source.path);
    let all = sources.iter();
    all.flat_map(|source| of(source).iter().map(move |at| line(source, at)))
        .collect()
}
