//! Reading what is known about knees: what ships is whole, and what is wrong in a file is named with its place.

use kneewise::authoring::{Problem, Source};
use kneewise::content::{self, Content};
use kneewise::knee::{AdviceKind, Care, Key, Knowledge, Sources, StatementId, red_flag::TextId};

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
fn every_routine_a_condition_names_is_on_the_routines_and_serves_it() {
    let (content, _) = Content::read();
    for condition in KNOWLEDGE.conditions() {
        for id in condition.named_routines() {
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
            Care::SeeFirst(first) => {
                help += 1;
                assert!(first.how_soon.blocks_routines(), "{}", condition.id);
            }
            Care::GetHelp(get) => {
                help += 1;
                assert!(get.how_soon.blocks_routines(), "{}", condition.id);
                assert_eq!(condition.named_routines().count(), 0, "{}", condition.id);
            }
        }
    }
    assert_eq!((cared_for, help), (24, 16));
}

/// Emergencies are told in four short lines; what can wait a little has more, and says what to tell whoever looks.
#[test]
fn flags_say_what_to_do_and_what_not_to_do() {
    const EMERGENCIES: [TextId; 4] = [
        TextId::Rf01,
        TextId::Rf02,
        TextId::Rf02Numb,
        TextId::Rf12Emergency,
    ];
    const NOTES: [TextId; 9] = [
        TextId::Rf14Advice,
        TextId::Rf18Advice,
        TextId::Rf21,
        TextId::Rf21Over12,
        TextId::A1,
        TextId::A2,
        TextId::A3,
        TextId::A4,
        TextId::A5,
    ];
    for id in TextId::ALL {
        let text = KNOWLEDGE.flag_text(*id);
        let (todo, not) = (text.what_to_do.len(), text.what_not.len());
        if EMERGENCIES.contains(id) {
            assert_eq!((todo, not, text.worse.as_str()), (2, 2, ""), "{id}");
        } else if !NOTES.contains(id) {
            assert!((2..=3).contains(&todo) && (2..=3).contains(&not), "{id}");
            assert!(!text.worse.is_empty(), "{id}");
            let tells = |line: &kneewise::knee::Advice| {
                ["Say ", "Ask ", " ask ", "Note "]
                    .iter()
                    .any(|word| line.what.contains(word))
            };
            assert!(text.what_to_do.iter().any(tells), "{id}");
        }
        // One line each.
        for line in text.what_to_do.iter().chain(&text.what_not) {
            assert!(line.what.chars().count() <= 95, "{id}: {}", line.what);
            let is_short = EMERGENCIES.contains(id);
            assert_eq!(line.what.ends_with('.'), !is_short, "{id}: {}", line.what);
        }
        assert!(
            text.what_not
                .iter()
                .all(|line| line.kind != AdviceKind::Company),
            "{id}"
        );
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
        "checks.ron",
        "outlines.ron",
    ]
    .map(|file| (file, read(file)));
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
        checks: file(5),
        outlines: file(6),
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
    assert!(!knowledge.statement(StatementId::Fever).say.is_empty());
    problems
}

#[test]
fn faults_are_named_with_file_line_and_column() {
    // A file, what to change in it, and the sentences that come of it.
    let table = [
        (
            "regions.ron",
            "(\"pfp\", 68)",
            "(\"pfp\", 69)",
            "regions.ron:66:22: These weights are 101 in all. They should be 100.",
        ),
        (
            "regions.ron",
            "(\"pfp\", 68)",
            "(\"pfpp\", 68)",
            "regions.ron:67:18: The id \"pfpp\" is not known here. Did you mean \"pfp\"?",
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
            "likelihoods.ron:12:53: A ratio should be a number from 0.1 to 8.",
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
            "checks.ron",
            "keys: [\"fever\"]",
            "keys: [\"fevr\"]",
            "The id \"fevr\" is not known here. Did you mean \"fever\"?",
        ),
        (
            "checks.ron",
            "id: \"fever\"",
            "id: \"breath\"",
            "There is no entry for \"fever\" here.",
        ),
        (
            "regions.ron",
            "beside: 0.05",
            "beside: 0.5",
            "This should be a number from 0 to 0.1.",
        ),
        (
            "regions.ron",
            "at: [\"pes_anserine\"",
            "at: [\"pes_anserin\"",
            "Did you mean \"pes_anserine\"?",
        ),
        (
            "red-flags.ron",
            "(Sit, \"Sit down",
            "(Sitt, \"Sit down",
            "red-flags.ron:",
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
            "conditions/pfp.ron:18:5: There is no field \"beginning\" here.",
        ),
        (
            "outlines.ron",
            "place: \"patella\"",
            "place: \"kneecap\"",
            "outlines.ron:5:12: This view has no outline for \"patella\".",
        ),
        (
            "outlines.ron",
            "place: \"patella\"",
            "place: \"kneecap\"",
            "outlines.ron:6:17: The outline \"kneecap\" belongs to no place of this view.",
        ),
        (
            "outlines.ron",
            "place: \"patella\"",
            "place: \"tibial-tubercle\"",
            "outlines.ron:7:17: The id \"tibial-tubercle\" is used twice.",
        ),
        (
            "outlines.ron",
            "path: \"M332.51 378.26C",
            "path: \"M332.51 378.26Q",
            "outlines.ron:6:34: The outline \"patella\" should be path data such as",
        ),
        (
            "outlines.ron",
            "    medial: [",
            "    inner: [",
            "There is no field \"inner\" here.",
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
        "checks.ron",
        "outlines.ron",
    ] {
        assert!(!problems_with(file, |_| String::new()).is_empty(), "{file}");
    }
}
