//! What authors are told about characters that only look right, other programs' files, and texts without an end.
//!
//! In the tables, ▸ stands before the character that the problem points at; it is taken out before the text is read.

use kneewise::authoring::{Position, Problem, Source};
use kneewise::content::Content;
use kneewise::exercise::Exercise;
use kneewise::routine::Routine;

const GOOD: &str = r#"(
    id: "mine", name: "Mine", kind: Strength,
    items: [
        Exercise(id: "mini-squat", dose: Hold(25)), // hold “still”
        /* » and on « */
    ],
)"#;

fn problems(text: &str) -> Vec<Problem> {
    let (content, _) = Content::read();
    let name = "mine.ron";
    match Routine::read(&Source { name, text }, &content.catalogue) {
        Ok(_) => Vec::new(),
        Err(problems) => problems,
    }
}

/// The one problem of a text is at its mark and begins so.
fn assert_told(marked: &str, sentence: &str) {
    let (before, after) = marked.split_once('▸').expect("a mark in every text");
    let place = Position {
        line: before.matches('\n').count() + 1,
        column: before.rsplit('\n').next().unwrap().chars().count() + 1,
    };
    let problems = problems(&format!("{before}{after}"));
    let [problem] = &problems[..] else {
        panic!("one problem expected: {problems:#?} in\n{marked}")
    };
    assert!(
        problem.sentence.starts_with(sentence),
        "{problem} in\n{marked}"
    );
    assert_eq!(problem.place, Some(place), "{problem} in\n{marked}");
}

/// The good text with something changed in it.
fn changed(from: &str, to: &str) -> String {
    assert!(GOOD.contains(from), "{from}");
    GOOD.replacen(from, to, 1)
}

#[test]
fn texts_and_comments_may_have_any_character() {
    assert_eq!(problems(GOOD), []);
    let odd = "\u{a0}\u{202f}\u{feff}\u{200b}“‘’”«»–−（，）";
    assert_eq!(problems(&changed("\"Mine\"", &format!("\"{odd}\""))), []);
    assert_eq!(problems(&changed("still", odd)), []);
    assert_eq!(problems(&changed("and on", odd)), []);
    assert_eq!(problems(&format!("\u{feff}{GOOD}")), []);
}

#[test]
fn blanks_that_are_none_are_named_wherever_they_stand() {
    let sentences = [
        (
            '\u{a0}',
            "Here is a no-break space (U+00A0), which only looks like an ordinary space. Please type an ordinary space",
        ),
        ('\u{202f}', "Here is a narrow no-break space (U+202F), "),
        ('\u{3000}', "Here is a full-width space (U+3000), "),
        ('\u{2009}', "Here is a space of another width (U+2009), "),
        (
            '\u{feff}',
            "Here is an invisible character (U+FEFF). Please take it out",
        ),
        ('\u{200b}', "Here is an invisible character (U+200B). "),
        ('\u{ad}', "Here is an invisible character (U+00AD). "),
    ];
    for (character, sentence) in sentences {
        for (from, to) in [
            ("(\n", "(▸X\n"),
            ("name: ", "name:▸X"),
            ("name: ", "▸Xname: "),
            ("name: ", "name▸X: "),
            ("Strength,", "Strength▸X,"),
            ("    items", "   ▸Xitems"),
            ("items: [", "items: [▸X"),
            ("        Exercise", "▸X Exercise"),
            (", dose", ",▸Xdose"),
            ("25", "2▸X5"),
            ("25", "25▸X"),
            ("25", "▸X25"),
            (")), //", "))▸X, //"),
            ("],\n)", "],\n▸X)"),
            ("],\n)", "],\n)▸X"),
        ] {
            assert_told(
                &changed(from, &to.replace('X', &character.to_string())),
                sentence,
            );
        }
    }
}

#[test]
fn quotation_marks_of_word_processors_are_named_wherever_they_stand() {
    let straight = "Please use straight double quotation marks for texts: \"…\".";
    for (open, close) in [
        ('“', '”'),
        ('„', '“'),
        ('”', '”'),
        ('‘', '’'),
        ('«', '»'),
        ('»', '«'),
    ] {
        for text in ["Mine", "Hip opener", "Two, three: (four)"] {
            assert_told(
                &changed("\"Mine\"", &format!("▸{open}{text}{close}")),
                straight,
            );
        }
        assert_told(
            &changed("\"mini-squat\"", &format!("▸{open}mini-squat{close}")),
            straight,
        );
        assert_told(&changed("\"Mine\"", &format!("▸{open}Mine\"")), straight);
    }
    // Only the last one was changed while it was typed.
    for close in ['”', '»'] {
        assert_told(&changed("\"Mine\"", &format!("\"Mine▸{close}")), straight);
        assert_told(
            &changed("\"mini-squat\"", &format!("\"mini-squat▸{close}")),
            straight,
        );
        let last = "(id: \"a\", name: \"A▸X\n)".replace('X', &close.to_string());
        assert_told(&last, straight);
    }
}

#[test]
fn other_signs_that_look_right_are_named() {
    for (from, to, sentence) in [
        (
            "(\n",
            "▸（\n",
            "Please write \"(\" here; \"（\" (U+FF08) is a different character.",
        ),
        ("name:", "name▸：", "Please write \":\" here; "),
        ("Strength,", "Strength▸，", "Please write \",\" here; "),
        ("25", "▸２５", "Please write \"2\" here; "),
        ("25", "▸−25", "Please write \"-\" here; \"−\" (U+2212)"),
        ("25", "▸–25", "Please write \"-\" here; "),
    ] {
        assert_told(&changed(from, to), sentence);
    }
}

#[test]
fn a_fault_before_is_named_as_what_it_is() {
    // What the reader has not come to yet is not to blame.
    let text = changed("\"Mine\", kind", "\"Mine\"▸ kind").replace("25", "\u{a0}25");
    assert_told(&text, "A comma is missing here.");
    // A text may have closing marks of any kind in it.
    let text = changed("\"Mine\"", "\"12”, and more\"").replace("dose", "▸doze");
    assert_told(&text, "There is no field \"doze\" here.");
}

#[test]
fn other_notations_are_named_in_one_sentence() {
    for (notation, texts) in [
        (
            "JSON",
            &[
                "▸{\"id\": \"a\", \"name\": \"A\"}",
                "▸{}",
                "\n  ▸{\n  \"id\": \"a\",\n",
                "▸[{\"id\": \"a\"}]",
            ][..],
        ),
        (
            "TOML",
            &[
                "▸id = \"a\"\nname = \"A\"\n",
                "▸[routine]\nid = \"a\"\n",
                "# mine\n▸[[items]]\nid = 'a'",
            ],
        ),
        (
            "YAML",
            &[
                "▸---\nid: a\n",
                "▸id: a\nname: A\nitems:\n  - id: b\n",
                "# mine\n▸items:\n  - mini-squat\n",
            ],
        ),
        (
            "XML or a web page",
            &["▸<?xml version=\"1.0\"?>", "▸<!DOCTYPE html>\n<html>"],
        ),
    ] {
        for text in texts {
            // The outline takes a hash for a word, so the place is that of the first sign.
            let text = if text.contains("# ") {
                format!("▸{}", text.replace('▸', ""))
            } else {
                (*text).to_owned()
            };
            assert_told(
                &text,
                &format!("This looks like {notation}. A routine is written in RON"),
            );
        }
    }
    assert_told("▸", "There is nothing in this file.");
    // Not so far away.
    assert_told(
        "▸id: \"a\", name: \"A\"",
        "Everything should be inside one pair of round brackets.",
    );
    assert_told(
        "▸{id: \"a\"}",
        "Everything should be inside one pair of round brackets.",
    );
}

#[test]
fn names_and_texts_have_limits_with_their_place() {
    let name = |length: usize| "ä".repeat(length);
    assert_eq!(problems(&changed("Mine", &name(200))), []);
    assert_told(
        &changed("\"Mine\"", &format!("▸\"{}\"", name(201))),
        "This name has 201 characters. A name may have up to 200; please shorten it.",
    );
    // What is meant counts, not how it is written.
    let escaped = r"\u{e4}".repeat(200);
    assert_eq!(problems(&changed("Mine", &escaped)), []);

    let own = |exercise: &str| {
        let text = GOOD.replace("mini-squat", "own");
        text.replace(
            "    ],\n)",
            &format!("    ],\n    exercises: [(id: \"own\", {exercise})],\n)"),
        )
    };
    let item = |item: &str| changed("        Exercise", &format!("        {item}, Exercise"));
    let field = |field: &str| changed("kind:", &format!("{field}, kind:"));
    type Made<'a> = &'a dyn Fn(&str) -> String;
    let texts: [(&str, Made<'_>); 15] = [
        ("purpose", &|text| field(&format!("purpose: {text}"))),
        ("honest", &|text| field(&format!("honest: {text}"))),
        ("how_often", &|text| field(&format!("how_often: {text}"))),
        ("leave_if", &|text| {
            field(&format!("leave_if: [\"\", {text}]"))
        }),
        ("sources", &|text| field(&format!("sources: [{text}]"))),
        ("get_ready", &|text| {
            field(&format!("get_ready: (seconds: 5, text: {text})"))
        }),
        ("finish", &|text| {
            field(&format!("finish: (seconds: 5, text: {text})"))
        }),
        ("Move", &|text| {
            item(&format!("Move(seconds: 5, text: {text})"))
        }),
        ("a Move in a Block", &|text| {
            item(&format!("Block(items: [Move(seconds: 5, text: {text})])"))
        }),
        ("Each", &|text| {
            changed("Hold(25)", &format!("Hold(25), sides: Each(text: {text})"))
        }),
        ("setup", &|text| {
            own(&format!("name: \"Own\", setup: {text}"))
        }),
        ("cues", &|text| {
            own(&format!("name: \"Own\", cues: [{text}]"))
        }),
        ("easier", &|text| {
            own(&format!("name: \"Own\", easier: Text({text})"))
        }),
        ("harder", &|text| {
            own(&format!("name: \"Own\", harder: Text({text})"))
        }),
        ("leave_if of an exercise", &|text| {
            own(&format!("name: \"Own\", leave_if: [{text}]"))
        }),
    ];
    for (place, made) in texts {
        let long = |length: usize| format!("\"{}\"", "ä".repeat(length));
        assert_eq!(problems(&made(&long(10_000))), [], "{place}");
        let told = problems(&made(&long(10_001)));
        let [problem] = &told[..] else {
            panic!("{place}: {told:?}")
        };
        assert_eq!(
            problem.sentence,
            "This text has 10001 characters. A text may have up to 10000; please shorten it.",
            "{place}"
        );
        assert!(problem.place.is_some(), "{place}");
    }
    let names: [(&str, Made<'_>); 3] = [
        ("a Block", &|name| {
            item(&format!("Block(name: {name}, items: [Rest(5)])"))
        }),
        ("an exercise", &|name| own(&format!("name: {name}"))),
        ("a phase", &|name| {
            own(&format!(
                "name: \"Own\", phases: (\"Up\", {name}, \"Down\")"
            ))
        }),
    ];
    for (place, made) in names {
        assert_eq!(
            problems(&made(&format!("\"{}\"", name(200)))),
            [],
            "{place}"
        );
        let text = made(&format!("▸\"{}\"", name(201)));
        assert_told(&text, "This name has 201 characters.");
    }
}

#[test]
fn names_are_one_line_that_only_says_what_it_says() {
    let escapes = r#"\u{1b}]0;owned\u{7}\u{1b}[31mname\u{202e}gnp.exe\nSecond line"#;
    let plain = "namegnp.exe Second line";
    let text = format!(
        r#"(
    id: "mine", name: "{escapes}", kind: Strength,
    items: [Block(name: "{escapes}", items: [Exercise(id: "own", dose: Hold(25))])],
    exercises: [(id: "own", name: "{escapes}")],
)"#
    );
    let (content, _) = Content::read();
    let source = Source {
        name: "mine.ron",
        text: &text,
    };
    let routine = Routine::read(&source, &content.catalogue).unwrap();
    assert_eq!(routine.name, plain);
    assert!(format!("{:?}", routine.items).contains(&format!("name: Some({plain:?})")));
    routine.items[0].each_exercise(&mut |item| assert_eq!(item.exercise.name, plain));

    let text = format!(r#"(id: "own", name: "{escapes}", cues: [])"#);
    let source = Source {
        name: "own.ron",
        text: &text,
    };
    assert_eq!(Exercise::read(&source).unwrap().name, plain);
}
