//! What routine authors are told about their slips: the place, and what to write instead.
//!
//! In the tables, » stands before the word that the problem points at; it is taken out before the text is read.

use kneewise::authoring::{Position, Problem, Source};
use kneewise::content::Content;
use kneewise::exercise::Catalogue;
use kneewise::routine::Routine;

/// A routine with these items.
fn with_items(items: &str) -> String {
    format!(
        "(\n    id: \"mine\",\n    name: \"Mine\",\n    kind: Strength,\n    items: [\n{items}\n    ],\n)\n"
    )
}

/// The text without its mark, and the place where the mark was.
fn unmark(marked: &str) -> (String, Position) {
    let (before, after) = marked.split_once('»').expect("a mark in every text");
    assert!(!after.contains('»'), "one mark only: {marked}");
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    (format!("{before}{after}"), Position { line, column })
}

fn problems(text: &str) -> Vec<Problem> {
    let name = "mine.ron";
    let (content, _) = Content::read();
    match Routine::read(&Source { name, text }, &content.catalogue) {
        Ok(_) => Vec::new(),
        Err(problems) => problems,
    }
}

/// Every text has exactly this problem, at its mark.
fn assert_problems(table: &[(String, &str)]) {
    for (marked, sentence) in table {
        let (text, place) = unmark(marked);
        let expected = Problem {
            file: "mine.ron".into(),
            place: Some(place),
            sentence: (*sentence).to_owned(),
        };
        assert_eq!(problems(&text), [expected], "in\n{marked}");
    }
}

const SECONDS: &str = "This should be a number of seconds from 0 to 7200, such as 25";
const COUNT: &str = "This should be a whole number from 1 to 200, such as 10";

#[test]
fn words_that_are_not_known() {
    let hint = "There is no field \"cadence\" here. The fields are count, seconds, tempo.";
    assert_problems(&[
        (
            with_items("Exercise(id: \"glute-bridge\", »hodl: 25),"),
            "There is no field \"hodl\" here. Did you mean \"dose: Hold(25)\"?",
        ),
        (
            with_items("Exercise(id: \"glute-bridge\", »doze: Hold(25)),"),
            "There is no field \"doze\" here. Did you mean \"dose\"?",
        ),
        (
            with_items("Exercise(id: \"glute-bridge\", dose: Reps(count: 9, »cadence: 3)),"),
            hint,
        ),
        (
            with_items("Exercise(id: \"glute-bridge\", dose: »Hodl(25)),"),
            "\"Hodl\" is not known here. Did you mean \"Hold\"?",
        ),
        (
            with_items("Exercise(id: \"glute-bridge\", dose: Hold(25), sides: »left),"),
            "\"left\" is not known here. You can write Both, Each, Alternating.",
        ),
        (
            with_items("»exercise(id: \"glute-bridge\", dose: Hold(25)),"),
            "\"exercise\" is not known here. Did you mean \"Exercise\"?",
        ),
        (
            "(id: \"a\", name: \"A\", kind: »Stength, items: [])".to_owned(),
            "\"Stength\" is not known here. Did you mean \"Strength\"?",
        ),
        (
            "(\n  id: \"a\",\n  »how-often: \"Daily.\",\n)".to_owned(),
            "There is no field \"how-often\" here. Field names have letters and underscores only, as in how_often.",
        ),
        (
            "(\n  id: \"a\",\n  »\"name\": \"A\",\n)".to_owned(),
            "Field names are written without quotation marks.",
        ),
    ]);
}

#[test]
fn what_is_missing_or_too_much() {
    assert_problems(&[
        (
            "»(\n  id: \"a\",\n  kind: Strength,\n  items: [],\n)".to_owned(),
            "The field \"name\" is missing here. Write for example name: \"Hip opener\".",
        ),
        (
            with_items("Rest(5),\n»Exercise(id: \"glute-bridge\"),"),
            "The field \"dose\" is missing here. Write for example dose: Hold(25).",
        ),
        (
            with_items("Exercise(id: \"glute-bridge\", dose: Hold(25), »id: \"mini-squat\"),"),
            "The field \"id\" is written twice. Please keep one of them.",
        ),
        (
            with_items("Exercise(»\"glute-bridge\", Hold(25)),"),
            "A field name and a colon are missing here. Write for example Exercise(id: \"glute-bridge\", dose: Hold(25)).",
        ),
        (
            with_items("Move(»5),"),
            "A field name and a colon are missing here. Write for example Move(seconds: 5, text: \"Stand up.\").",
        ),
        (
            with_items("»Rest, Rest(5),"),
            "\"Rest\" needs more in round brackets after it. Write for example Rest(30).",
        ),
        (
            with_items("»\"glute-bridge\","),
            "This is not expected here. Write for example Exercise(id: \"glute-bridge\", dose: Hold(25)).",
        ),
        (
            with_items("Exercise(id: \"glute-bridge\", dose: Reps(count: 5, tempo: »(2, 1))),"),
            "This bracket has 2 entries, which is not the right number. Write for example tempo: (2, 1, 2).",
        ),
        (
            with_items(
                "Exercise(id: \"glute-bridge\", dose: Reps(count: 5, tempo: (2, 1, 2, »1))),",
            ),
            "There is too much in this bracket from here on. Write for example tempo: (2, 1, 2).",
        ),
        (
            with_items("Rest(5),», Rest(6),"),
            "There is a comma too many here.",
        ),
        (
            "(id: \"a\", name: \"A\", kind: Strength, items: [Rest(5)])\n\n»Thank you".to_owned(),
            "There is something after the last closing bracket. Please take it out.",
        ),
        ("»".to_owned(), "There is nothing in this file."),
        (
            "»\n\n// Soon.\n".to_owned(),
            "There is nothing in this file.",
        ),
        (
            "»id: \"a\", name: \"A\"".to_owned(),
            "Everything should be inside one pair of round brackets. Please begin the file with \"(\" and end it with \")\".",
        ),
    ]);
}

#[test]
fn commas_colons_brackets_and_quotation_marks() {
    assert_problems(&[
        (
            "(\n  id: \"a\",\n  name: \"A\"»\n  kind: Strength,\n)".to_owned(),
            "A comma is missing here.",
        ),
        (
            with_items("Exercise(id: \"glute-bridge\"» dose: Hold(25)),"),
            "A comma is missing here.",
        ),
        (
            with_items("Exercise(id: \"glute-bridge\", dose: Reps(count: 3» seconds: 2)),"),
            "A comma is missing here.",
        ),
        (
            with_items("Exercise(id: \"glute-bridge\", dose: Hold(25)»\nRest(5),"),
            "A comma or a \")\" is missing here.",
        ),
        (
            "(\n  id: \"a\",\n  name »\"A\",\n)".to_owned(),
            "A colon is missing between the field’s name and its value.",
        ),
        (
            with_items("Exercise(id »= \"glute-bridge\", dose: Hold(25)),"),
            "A colon is missing between the field’s name and its value.",
        ),
        (
            "(\n  id: \"a\", name: \"A\", kind: Strength,\n  items: [\n    Rest(5),\n  ]»\n"
                .to_owned(),
            "The bracket \"(\" from line 1 is not closed. Write \")\" here.",
        ),
        (
            "(\n  id: \"a\", name: \"A\", kind: Strength,\n  items: [\n    Rest(5)\n»)\n"
                .to_owned(),
            "This \")\" does not fit, because the \"[\" from line 3 is still open. Write \"]\" before it, or take it out.",
        ),
        (
            with_items("Rest(5)»),"),
            "This \")\" does not fit, because the \"[\" from line 5 is still open. Write \"]\" before it, or take it out.",
        ),
        (
            with_items("Exercise(id: »glute-bridge, dose: Hold(25)),"),
            "This should be text in quotation marks. Write for example id: \"hip-opener\".",
        ),
        (
            with_items("Exercise(id: »“glute-bridge”, dose: Hold(25)),"),
            "Please use straight double quotation marks for texts: \"…\".",
        ),
        (
            with_items(
                "Move(seconds: 5, text: »\"Stand up.),\nMove(seconds: 5, text: \"Lie down.\"),",
            ),
            "The text that begins here goes on in the next line. Is the quotation mark at its end missing?",
        ),
        (
            with_items("Move(seconds: 5, text: »\"Stand up.),"),
            "The text that begins here has no quotation mark at its end.",
        ),
        (
            with_items("Move(seconds: 5, text: \"The \"»best\" way.\"),"),
            "The text ends here. If a quotation mark belongs to the text, write a backslash before it: \\\".",
        ),
        (
            with_items("Move(seconds: 5, text: \"Up »\\ down.\"),"),
            "In a text, a backslash must be written twice: \\\\.",
        ),
        (
            with_items("Rest(5), »/* and so on"),
            "The comment that begins here with \"/*\" is not closed with \"*/\".",
        ),
        (
            "(\n  id: \"a\",\n  leave_if: »\"kneeling is painful\",\n)".to_owned(),
            "This should be a list in square brackets. Write for example leave_if: [\"kneeling is painful\"].",
        ),
        (
            "(\n  id: \"a\",\n  get_ready: »5,\n)".to_owned(),
            "This should begin with an opening bracket \"(\". Write for example get_ready: (seconds: 5, text: \"Find a wall.\").",
        ),
    ]);
}

#[test]
fn numbers_that_cannot_be() {
    let hold = |seconds: &str| {
        with_items(&format!(
            "Rest(5),\nExercise(id: \"glute-bridge\", dose: Hold({seconds})),"
        ))
    };
    let reps = |count: &str| {
        with_items(&format!(
            "Exercise(id: \"glute-bridge\", dose: Reps(count: {count})),"
        ))
    };
    assert_problems(&[
        (hold("»\"25\""), &format!("{SECONDS}, not \"25\".")),
        (hold("»twenty"), &format!("{SECONDS}, not twenty.")),
        (hold("»-5"), &format!("{SECONDS}, not -5.")),
        (hold("»7201"), &format!("{SECONDS}, not 7201.")),
        (hold("»NaN"), &format!("{SECONDS}, not NaN.")),
        (
            hold("»99999999999999999999999"),
            &format!("{SECONDS}, not 99999999999999999999999."),
        ),
        (
            hold("»seconds: 5"),
            &format!("{SECONDS}, without a field name."),
        ),
        (
            hold("»2,5"),
            &format!(
                "{SECONDS}, but several values are written. Decimals have a point, as in 2.5."
            ),
        ),
        (
            hold("»"),
            "Something is missing here: a number of seconds from 0 to 7200, such as 25.",
        ),
        (hold("»25 s"), "Write the number alone: 25 instead of 25 s."),
        (
            hold("»2.5s"),
            "Write the number alone: 2.5 instead of 2.5s.",
        ),
        (reps("»3.5"), &format!("{COUNT}, not 3.5.")),
        (reps("»0"), &format!("{COUNT}, not 0.")),
        (reps("»-3"), &format!("{COUNT}, not -3.")),
        (reps("»1000000"), &format!("{COUNT}, not 1000000.")),
        (reps("»[3]"), &format!("{COUNT}, without brackets.")),
    ]);
}

#[test]
fn what_does_not_make_sense() {
    let own = |exercise: &str| {
        let text = with_items("Exercise(id: \"own\", dose: Hold(20)),");
        text.replace(
            "],\n)",
            &format!("],\n    exercises: [\n{exercise}\n    ],\n)"),
        )
    };
    let outside = |found: &str| {
        format!(
            "The picture \"{found}\" should be a file beside this one, such as \"bridge.png\", without folders."
        )
    };
    assert_problems(&[
        (
            with_items("Exercise(id: »\"glute-brige\", dose: Hold(25)),"),
            "There is no exercise \"glute-brige\". Did you mean \"glute-bridge\"?",
        ),
        (
            with_items("Exercise(id: »\"juggling\", dose: Hold(25)),"),
            "There is no exercise \"juggling\". Write the id of a bundled exercise, or describe it under \"exercises\".",
        ),
        (
            with_items("Exercise(id: \"mini-squat\", dose: Hold(25)),").replace("kind:", "cover: »\"xyzzy\", kind:"),
            "There is no exercise \"xyzzy\". Write the id of a bundled exercise, or describe it under \"exercises\".",
        ),
        (
            with_items("Exercise(id: \"mini-squat\", dose: Reps(count: 5, seconds: 3, tempo: »(1, 1, 1))),"),
            "Write either \"tempo\" or \"seconds\" for the repetitions, not both.",
        ),
        (
            with_items("Exercise(id: \"mini-squat\", dose: »Hold(0)),"),
            "This takes no time at all. Please write how many seconds it lasts.",
        ),
        (
            with_items("Exercise(id: \"mini-squat\", dose: »Reps(count: 5, tempo: (0, 0, 0))),"),
            "This takes no time at all. Please write how many seconds it lasts.",
        ),
        (
            with_items("Rest(5),").replace("items: [", "items: »["),
            "There is no exercise in this routine. Please add one under \"items\".",
        ),
        (
            with_items("Exercise(id: \"mini-squat\", dose: Hold(5)), Block(times: 9, items: »[]),"),
            "There is nothing in this block. Please add an entry, or take the block out.",
        ),
        (
            with_items(&format!("{}»Block(items: [Rest(5)", "Block(items: [".repeat(10))),
            "The brackets are nested too deeply here. Please use fewer blocks within blocks.",
        ),
        (
            with_items(
                "Block(times: 100, items: [Block(times: 100, items: [Exercise(id: \"mini-squat\", dose: Hold(5))])]),",
            )
            .replacen("items: [", "items: »[", 1),
            "This routine has more than 2000 parts when its blocks and sets are written out. Please repeat less.",
        ),
        (
            "(\n  format: »2,\n  id: \"a\",\n  something_new: true,\n)".to_owned(),
            "This file is written for format 2, and this version of Kneewise knows format 1. \
             Please write \"format: 1\" or update Kneewise.",
        ),
        (
            "(format: »\"one\", id: \"a\")".to_owned(),
            "This should be the number of the format, which is 1, not \"one\".",
        ),
        (
            with_items("Exercise(id: \"mini-squat\", dose: Hold(5)),").replace("\"mine\"", "»\"My Routine\""),
            "The id \"My Routine\" should be lower-case letters, digits and hyphens, such as \"hip-opener\".",
        ),
        (
            own("(id: \"own\", name: \"Own\"),\n(id: »\"own\", name: \"Own too\"),"),
            "The id \"own\" is used twice. Please give one of them another id.",
        ),
        (
            own("(id: \"own\", name: \"Own\", picture: »\"../own.png\"),"),
            &outside("../own.png"),
        ),
        (
            own("(id: \"own\", name: \"Own\", picture: »\"/home/own.png\"),"),
            &outside("/home/own.png"),
        ),
        (
            own("(id: \"own\", name: \"Own\", picture: »\"pictures\\\\own.png\"),"),
            &outside("pictures\\own.png"),
        ),
        (
            own("(id: \"own\", name: \"Own\", picture: »\"own.pdf\"),"),
            "The picture \"own.pdf\" should be a PNG, JPEG, WebP or GIF file.",
        ),
        (
            own("(id: \"own\", name: \"Own\", easier: »Exercise(\"own\")),"),
            "The easier and harder versions of \"own\" lead back to it in a circle.",
        ),
    ]);
}

/// The places and sentences of everything that is wrong in a text.
fn told(text: &str) -> Vec<(usize, usize, String)> {
    problems(text)
        .into_iter()
        .map(|problem| {
            let Position { line, column } = problem.place.expect("a place");
            (line, column, problem.sentence)
        })
        .collect()
}

#[test]
fn every_fault_of_content_is_named_where_it_stands() {
    // The same wrong id many times: in a remark, in a text, and twice where it matters.
    let text = r#"// "glute-brige"
(
    id: "mine", name: "items: Exercise(id: \"glute-brige\")", kind: Strength,
    items: [
        Exercise(id: "glute-bridge", dose: Hold(5)),
        Exercise(id: "glute-brige", dose: Hold(5)),
        Block(times: 2, items: [
            Rest(5),
            Exercise(dose: Hold(0), id: "glute-brige"), // "glute-brige" again
        ]),
    ],
    cover: "heel-slid",
    exercises: [
        (id: "Mine", name: "", easier: Exercise("mini-squat"), picture: "x"),
        (id: "mini-squat", name: "", easier: Exercise("Mine")),
    ],
)"#;
    let bridge = r#"There is no exercise "glute-brige". Did you mean "glute-bridge"?"#;
    let circle = |id: &str| {
        format!("The easier and harder versions of \"{id}\" lead back to it in a circle.")
    };
    let expected = [
        (6, 22, bridge),
        (9, 28, "This takes no time at all. Please write how many seconds it lasts."),
        (9, 41, bridge),
        (12, 12, r#"There is no exercise "heel-slid". Did you mean "heel-slide"?"#),
        (
            14,
            14,
            r#"The id "Mine" should be lower-case letters, digits and hyphens, such as "hip-opener"."#,
        ),
        (14, 40, &circle("Mine")),
        (14, 73, r#"The picture "x" should be a PNG, JPEG, WebP or GIF file."#),
        (15, 46, &circle("mini-squat")),
    ]
    .map(|(line, column, sentence)| (line, column, sentence.to_owned()));
    assert_eq!(told(text), expected);
}

#[test]
fn columns_are_counted_as_editors_do() {
    let comma = "A comma is missing here.".to_owned();
    // Tabs and letters of any kind are one column each; a mark at the start and Windows line ends are none.
    let lines = "(\n\tid: \"a\",\n\t\tname: \"Grätsche für 膝\"\n\tkind: Strength,\n)";
    let expected = [(3, 25, comma)];
    assert_eq!(told(lines), expected);
    assert_eq!(told(&lines.replace('\n', "\r\n")), expected);
    assert_eq!(told(&format!("\u{feff}{lines}")), expected);

    let whole = with_items("Exercise(id: \"mini-squat\", dose: Hold(5)),");
    assert_eq!(
        told(&format!("\u{feff}{}", whole.replace('\n', "\r\n"))),
        []
    );
}

#[test]
fn a_problem_is_one_line_for_a_terminal() {
    let text = with_items("Exercise(id: \"a\u{1b}[31m\\n\\u{7}\", dose: Hold(25)),");
    let [problem] = &problems(&text)[..] else {
        panic!("one problem expected")
    };
    assert_eq!(
        problem.to_string(),
        "mine.ron:6:14: There is no exercise \"a [31m  \". \
         Write the id of a bundled exercise, or describe it under \"exercises\"."
    );
    let text = "(\n  id: \"a\",\n  \u{1b}[31mname: \"A\",\n)";
    for problem in problems(text) {
        assert!(!problem.to_string().contains(char::is_control), "{problem}");
    }
}

#[test]
fn hostile_texts_are_refused_with_few_problems() {
    let deep = format!("({}", "[".repeat(500_000));
    let crossed = format!("{}{}", "(".repeat(300_000), "]".repeat(300_000));
    let empty_blocks = with_items(&format!(
        "Exercise(id: \"mini-squat\", dose: Hold(5)), {}{}",
        "Block(times: 200, items: [".repeat(9),
        "])".repeat(9)
    ));
    let wrong_items = with_items(&"Exercise(id:\"x\",dose:Hold(1)),".repeat(25_000));
    let own = "(id: \"a\", name: \"\", easier: Exercise(\"a\")),".repeat(20_000);
    let wrong_exercises =
        with_items("Rest(5)").replace("],\n)", &format!("], exercises: [{own}])"));
    let long = with_items(&" ".repeat(2 << 20));
    for text in [
        deep,
        crossed,
        empty_blocks,
        wrong_items,
        wrong_exercises,
        long,
    ] {
        let problems = problems(&text);
        assert!((1..=100).contains(&problems.len()), "{}", problems.len());
    }
}

/// The routine that the README teaches the format with.
fn readme_example() -> String {
    include_str!("../../README.md")
        .lines()
        .skip_while(|line| *line != "```ron")
        .skip(1)
        .take_while(|line| *line != "```")
        .map(|line| format!("{line}\n"))
        .collect()
}

#[test]
fn the_example_in_the_readme_is_right_and_shows_everything() {
    let text = readme_example();
    assert_eq!(problems(&text), []);
    for word in [
        "format:",
        "Exercise(",
        "Move(",
        "Rest(",
        "Block(",
        "Hold(",
        "Time(",
        "Reps(",
        "tempo:",
        "seconds:",
        "Each(",
        "sets:",
        "rest:",
        "times:",
        "exercises:",
        "picture:",
    ] {
        assert!(text.contains(word), "{word} is not shown");
    }
}

#[test]
fn bundled_routines_and_exercises_have_no_problems() {
    let (content, problems) = Content::read();
    assert_eq!(problems, []);
    assert!(content.catalogue.ids().count() > 0 && content.routines.len() > 1);
}

#[test]
fn without_a_catalogue_only_own_exercises_are_known() {
    let text = with_items(
        "Exercise(id: \"own\", dose: Hold(5)), Exercise(id: \"mini-squat\", dose: Hold(5)),",
    );
    let text = text.replace("],\n)", "], exercises: [(id: \"own\", name: \"Own\")])");
    let source = Source {
        name: "mine.ron",
        text: &text,
    };
    let problems = Routine::read(&source, &Catalogue::default()).unwrap_err();
    let [problem] = &problems[..] else {
        panic!("one problem expected: {problems:#?}")
    };
    assert!(
        problem
            .sentence
            .starts_with("There is no exercise \"mini-squat\".")
    );
}
