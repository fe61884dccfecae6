//! Reading what is known about knees: what ships is whole, and what is wrong in a file is named with its place.

use kneewise::authoring::{Problem, Source};
use kneewise::content::{self, Content};
use kneewise::knee::{Care, Key, Knowledge, Level, RedFlag, Sources, View, red_flag::TextId};

use super::notation::KNOWLEDGE;

#[test]
fn what_ships_has_no_faults() {
    let (_, problems) = content::knowledge();
    assert_eq!(problems, []);
}

/// The twenty routines that conditions may name. Those that are not written yet are simply not listed.
const ROUTINES: [&str; 20] = [
    "post-run-reset-5",
    "post-run-reset-5-standing",
    "pre-run-dynamic",
    "hip-mobility",
    "ankle-dorsiflexion",
    "core-stability",
    "glute-strength",
    "quad-strength",
    "foot-strength",
    "eccentric-tendon",
    "isometric-tendon-relief",
    "itb-lateral-hip-release",
    "pfp-early",
    "pfp-late",
    "itbs-strength",
    "full-body-cross-training",
    "rest-day-reset",
    "posterior-chain",
    "stiff-knee-mobility",
    "medial-knee-calm",
];

#[test]
fn every_routine_a_condition_names_is_on_the_shelf_and_serves_it() {
    let (content, _) = Content::read();
    for condition in KNOWLEDGE.conditions() {
        for id in condition.routines() {
            assert!(ROUTINES.contains(&id), "{}: {id}", condition.id);
            let routine = content.routine(id);
            assert!(
                routine.is_some_and(|routine| routine
                    .serves
                    .iter()
                    .any(|serves| **serves == *condition.id.id())),
                "{id} does not say that it serves {}",
                condition.id
            );
        }
    }
}

#[test]
fn every_condition_says_what_to_do() {
    let (mut cared_for, mut help) = (0, 0);
    for condition in KNOWLEDGE.conditions() {
        match &condition.care {
            Care::SelfCare(_) => cared_for += 1,
            Care::GetHelp(get) => {
                help += 1;
                assert!(get.how_soon.blocks_routines(), "{}", condition.id);
                assert_eq!(condition.routines().count(), 0, "{}", condition.id);
            }
        }
    }
    assert_eq!((cared_for, help), (24, 13));
}

#[test]
fn flags_with_two_levels_have_two_texts() {
    use Level::{Advice, Emergency, SameDay, WithinTwoWeeks};
    for (id, one, other) in [
        ("RF12", SameDay, Emergency),
        ("RF14", WithinTwoWeeks, SameDay),
        ("RF17", WithinTwoWeeks, SameDay),
        ("RF21", Advice, WithinTwoWeeks),
    ] {
        let id = kneewise::knee::FlagId::with_id(id).unwrap();
        let text = |level| KNOWLEDGE.flag(RedFlag { id, level });
        assert_ne!(text(one), text(other), "{id}");
    }
    // Every other flag has the text of its own id.
    for flag in kneewise::knee::FlagId::ALL {
        assert!(TextId::with_id(flag.id()).is_some(), "{flag}");
    }
}

/// The shipped files with one of them replaced.
fn problems_with(name: &str, change: impl Fn(&str) -> String) -> Vec<Problem> {
    const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/knee/");
    let read = |file: &str| {
        let text = std::fs::read_to_string(format!("{FOLDER}{file}")).unwrap();
        if file == name { change(&text) } else { text }
    };
    let conditions: Vec<_> = std::fs::read_dir(format!("{FOLDER}conditions"))
        .unwrap()
        .map(|entry| {
            let file = format!(
                "conditions/{}",
                entry.unwrap().file_name().to_str().unwrap()
            );
            let text = read(&file);
            (file, text)
        })
        .collect();
    let files = [
        "questions.ron",
        "red-flags.ron",
        "regions.ron",
        "likelihoods.ron",
        "places.ron",
    ]
    .map(|file| (file, read(file)));
    let pictures = View::ALL.map(|view| read(&format!("{}.svg", view.id())));
    let file = |index: usize| {
        let (name, text): &(&'static str, String) = &files[index];
        Source { name, text }
    };
    let sources = Sources {
        conditions: conditions
            .iter()
            .map(|(name, text)| Source { name, text })
            .collect(),
        questions: file(0),
        red_flags: file(1),
        regions: file(2),
        likelihoods: file(3),
        places: file(4),
        pictures: [0, 1, 2, 3].map(|view| Source {
            name: View::ALL[view].id(),
            text: &pictures[view],
        }),
    };
    let (knowledge, problems) = Knowledge::read(&sources);
    // Whatever is wrong, knowledge still answers.
    let sheet = super::notation::sheet("at=patella at=gerdy squat+");
    assert!(
        !kneewise::knee::assess(&knowledge, &sheet)
            .ranking
            .is_empty()
    );
    let _ = kneewise::knee::next_question(&knowledge, &sheet);
    assert!(!knowledge.question(Key::Squatting).ask.is_empty());
    problems
}

#[test]
fn faults_are_named_with_file_line_and_column() {
    // A file, what to change in it, and the sentences that come of it.
    let table = [
        (
            "regions.ron",
            "(\"pfp\", 70)",
            "(\"pfp\", 71)",
            "regions.ron:31:22: These weights are 101 in all. They should be 100.",
        ),
        (
            "regions.ron",
            "(\"pfp\", 70)",
            "(\"pfpp\", 70)",
            "regions.ron:32:18: The id \"pfpp\" is not known here. Did you mean \"pfp\"?",
        ),
        (
            "regions.ron",
            "times: 6,",
            "times: -6,",
            "This should be a number above 0.",
        ),
        (
            "regions.ron",
            "AnyYes([\"both\"])",
            "AnyYes([\"bth\"])",
            "Did you mean \"both\"?",
        ),
        (
            "regions.ron",
            "id: \"gerdy\"",
            "id: \"fat_pad\"",
            "The id \"fat_pad\" is used twice.",
        ),
        (
            "regions.ron",
            "id: \"gerdy\"",
            "id: \"fat_pad\"",
            "There is no entry for \"gerdy\" here.",
        ),
        (
            "likelihoods.ron",
            "yes: 1.8, no: 0.8",
            "yes: 8.1, no: 0.8",
            "likelihoods.ron:11:53: A ratio should be a number from 0.1 to 8.",
        ),
        (
            "likelihoods.ron",
            "no: 0.8",
            "no: 0.05",
            "A ratio should be a number from 0.1 to 8.",
        ),
        (
            "likelihoods.ron",
            "key: \"twist\"",
            "key: \"twyst\"",
            "The id \"twyst\" is not known here. Did you mean \"twist\"?",
        ),
        (
            "questions.ron",
            "key: \"twist\"",
            "key: \"sudden\"",
            "There is no entry for \"twist\" here.",
        ),
        (
            "questions.ron",
            "ask: \"Does squatting hurt?\"",
            "ask: \" \"",
            "This text is empty.",
        ),
        (
            "red-flags.ron",
            "id: \"RF07\"",
            "id: \"RF77\"",
            "There is no entry for \"RF07\" here.",
        ),
        (
            "places.ron",
            "share: 0.15",
            "share: 0.25",
            "These shares are 1.1 in all.",
        ),
        (
            "places.ron",
            "nearest: \"iliotibial-band\"",
            "nearest: \"it-band\"",
            "The id \"it-band\" is not known here.",
        ),
        (
            "conditions/pfp.ron",
            "id: \"pfp\"",
            "id: \"itbs\"",
            "The id \"itbs\" is used twice.",
        ),
        (
            "conditions/pfp.ron",
            "id: \"pfp\"",
            "id: \"itbs\"",
            "There is no entry for \"pfp\" here.",
        ),
        (
            "conditions/pfp.ron",
            "onset:",
            "beginning:",
            "conditions/pfp.ron:15:5: There is no field \"beginning\" here.",
        ),
        (
            "front.svg",
            "id=\"patella\"",
            "id=\"kneecap\"",
            "front: This picture has no outline for \"patella\".",
        ),
        (
            "front.svg",
            "id=\"patella\"",
            "id=\"kneecap\"",
            "front: The outline \"kneecap\" belongs to no place of this view.",
        ),
        (
            "back.svg",
            "id=\"regions\"",
            "id=\"areas\"",
            "back: This picture has no layer with the id \"regions\".",
        ),
        (
            "medial.svg",
            "<svg",
            "<sgv",
            "medial: This picture could not be read as SVG",
        ),
    ];
    for (file, from, to, sentence) in table {
        let problems = problems_with(file, |text| {
            assert!(text.contains(from), "{file} has no {from}");
            text.replacen(from, to, 1)
        });
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert!(
            told.iter().any(|told| told.contains(sentence)),
            "{file} {to}: {told:#?}"
        );
    }
}

#[test]
fn an_empty_file_leaves_knowledge_that_still_answers() {
    for file in [
        "questions.ron",
        "red-flags.ron",
        "regions.ron",
        "likelihoods.ron",
        "places.ron",
        "front.svg",
    ] {
        assert!(!problems_with(file, |_| String::new()).is_empty(), "{file}");
    }
}
