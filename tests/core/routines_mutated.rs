//! Whatever happens to a routine's text, reading it gives a routine that can be played or says what is wrong.

use std::sync::OnceLock;
use std::time::Duration;

use kneewise::authoring::Source;
use kneewise::content::Content;
use kneewise::exercise::Exercise;
use kneewise::routine::Routine;
use kneewise::routine::timeline::{MOST_SEGMENTS, Timeline};
use kneewise::side::Side;
use proptest::prelude::*;
use proptest::sample::{Index, select};

const TEXTS: [&str; 3] = [
    include_str!("../../routines/post-run-reset-5.ron"),
    include_str!("../../routines/post-run-reset-5-standing.ron"),
    EVERYTHING,
];

/// What the bundled routines have no use for.
const EVERYTHING: &str = r#"(
    id: "everything", name: "Everything", kind: Strength, cover: "own",
    items: [
        /* sets, rests, sides */
        Exercise(id: "glute-bridge", dose: Reps(count: 3, tempo: (1, 0.5, 1)), sets: 2, rest: 6),
        Block(times: 2, name: "Round", items: [
            Exercise(id: "heel-slide", dose: Reps(count: 2), sides: Each),
            Move(seconds: 4.25, text: "Stand \"tall\"."),
            Block(times: 3, items: [Rest(5), Exercise(id: "own", dose: Time(12), sides: Alternating)]),
        ]),
    ],
    finish: (seconds: 0),
    exercises: [(id: "own", name: r"Own", easier: Exercise("glute-bridge"), harder: Text("More."), picture: "o.svg")],
)"#;

/// Pieces that mean something to the reader, and some that upset it.
const PIECES: [&str; 34] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "//",
    "/*",
    "*/",
    "\n",
    "\r\n",
    "\u{feff}",
    "é膝",
    "r#\"",
    "0",
    "-1",
    "1e400",
    "NaN",
    "7200",
    "200",
    "0.0001",
    "..",
    "'",
    "Block(times: 200, items: [",
    "])",
    "Rest(0),",
    "Each",
    "Hold",
    "glute-bridge",
    "#![enable(implicit_some)]",
];

#[derive(Debug, Clone)]
enum Mutation {
    /// A piece is put in.
    Insert(Index, &'static str),
    /// Some characters are taken out.
    Delete(Index, usize),
    /// Some characters are written twice or, with another place, moved.
    Copy(Index, usize, Index),
    /// A number is replaced by another.
    Number(Index, &'static str),
    /// The rest is cut off.
    Cut(Index),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let index = any::<Index>;
    let number = select(vec![
        "0",
        "1",
        "-3",
        "2.5",
        "199",
        "7200",
        "1e9",
        "0x10",
        "18446744073709551616",
    ]);
    prop_oneof![
        4 => (index(), select(PIECES.to_vec())).prop_map(|(at, piece)| Mutation::Insert(at, piece)),
        3 => (index(), 1_usize..40).prop_map(|(at, length)| Mutation::Delete(at, length)),
        2 => (index(), 1_usize..200, index()).prop_map(|(at, length, to)| Mutation::Copy(at, length, to)),
        5 => (index(), number).prop_map(|(at, number)| Mutation::Number(at, number)),
        1 => index().prop_map(Mutation::Cut),
    ]
}

fn mutate(text: &str, mutation: &Mutation) -> String {
    let characters: Vec<char> = text.chars().collect();
    let length = characters.len();
    let position = |index: &Index| index.index(length + 1);
    let whole = |range: std::ops::Range<usize>| characters[range].iter().collect::<String>();
    match mutation {
        Mutation::Insert(at, piece) => {
            let at = position(at);
            format!("{}{piece}{}", whole(0..at), whole(at..length))
        }
        Mutation::Delete(at, count) => {
            let at = position(at);
            format!(
                "{}{}",
                whole(0..at),
                whole((at + count).min(length)..length)
            )
        }
        Mutation::Copy(at, count, to) => {
            let (at, to) = (position(at), position(to));
            let copied = whole(at..(at + count).min(length));
            format!("{}{copied}{}", whole(0..to), whole(to..length))
        }
        Mutation::Number(at, number) => {
            let digits: Vec<_> = (0..length)
                .filter(|&at| characters[at].is_ascii_digit())
                .collect();
            match digits.get(at.index(digits.len().max(1))) {
                Some(&at) => format!("{}{number}{}", whole(0..at), whole(at + 1..length)),
                None => text.to_owned(),
            }
        }
        Mutation::Cut(at) => whole(0..position(at)),
    }
}

fn content() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| Content::read().0)
}

/// A routine can be played, or its problems have places within the text.
fn assert_read(text: &str) -> Result<(), TestCaseError> {
    let source = Source {
        name: "mutated.ron",
        text,
    };
    match Routine::read(&source, &content().catalogue) {
        Ok(routine) => {
            for first in [Side::Left, Side::Right] {
                let timeline = Timeline::of(&routine, first.into());
                prop_assert!(timeline.total() > Duration::ZERO);
                prop_assert!(timeline.segments().len() <= MOST_SEGMENTS);
                let mut end = Duration::ZERO;
                for segment in timeline.segments() {
                    prop_assert_eq!(segment.start, end);
                    end = segment.end();
                }
                prop_assert_eq!(timeline.total(), end);
            }
        }
        Err(problems) => {
            prop_assert!(!problems.is_empty());
            for problem in problems {
                let place = problem.place.expect("a place");
                let line = text
                    .split('\n')
                    .nth(place.line - 1)
                    .expect("a line of the text");
                let plain = line.trim_start_matches('\u{feff}');
                let columns = 1..=line.chars().count() + 1;
                prop_assert!(columns.contains(&place.column), "{problem} in {plain:?}");
                prop_assert!(problem.sentence.ends_with(['.', '?']), "{problem}");
                prop_assert!(!problem.sentence.contains(char::is_control), "{problem}");
            }
        }
    }
    // Exercises come from the same texts' point of view; they only must not panic.
    let _ = Exercise::read(&source);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutated_routines_are_read_or_explained(
        which in 0..TEXTS.len(),
        mutations in prop::collection::vec(mutation(), 1..6),
    ) {
        let text = mutations.iter().fold(TEXTS[which].to_owned(), |text, mutation| mutate(&text, mutation));
        assert_read(&text)?;
    }

    #[test]
    fn pieces_in_any_order_are_read_or_explained(pieces in prop::collection::vec(select(PIECES.to_vec()), 0..30)) {
        assert_read(&pieces.concat())?;
    }
}

#[test]
fn the_texts_themselves_can_be_played() {
    for text in TEXTS {
        assert_read(text).unwrap();
        let source = Source {
            name: "as-it-is.ron",
            text,
        };
        assert!(Routine::read(&source, &content().catalogue).is_ok());
    }
}
