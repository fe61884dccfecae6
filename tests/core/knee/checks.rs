//! The checks before the questions: who is asked what, on how many pages, and what comes of it.

use kneewise::knee::{
    Answer, AnswerSheet, Duration, Group, Key, StatementId, Topic, assess, red_flag,
};

use super::notation::{KNOWLEDGE, sheet};

fn pages(short: &str) -> Vec<Group> {
    red_flag::screening(&KNOWLEDGE, &sheet(short))
}

/// The topics with the number of statements on each page.
fn topics(short: &str) -> Vec<(Topic, usize)> {
    let pages = pages(short);
    let topics = pages.iter().map(|page| (page.topic, page.statements.len()));
    topics.collect()
}

#[test]
fn a_gradual_start_has_three_pages() {
    use Topic::{Knee, RightNow, You};
    for short in [
        "age=30 at=peripatellar onset=gradual",
        "age=18-34 at=lateral_epicondyle onset=gradual",
        "age=44 onset=gradual",
    ] {
        assert_eq!(
            topics(short),
            [(RightNow, 9), (Knee, 8), (You, 9)],
            "{short}"
        );
    }
}

#[test]
fn marks_age_and_story_bring_their_own_lines() {
    use Topic::{CalfAndVessels, ChildsHip, InjuredKnee, Injury, Knee, RightNow, You};
    let table: &[(&str, &[(Topic, usize)])] = &[
        (
            "age=30 at=peripatellar onset=injury",
            &[
                (RightNow, 10),
                (Injury, 9),
                (InjuredKnee, 6),
                (Knee, 7),
                (You, 9),
            ],
        ),
        (
            "age=30 at=peripatellar onset=sudden",
            &[(RightNow, 9), (Knee, 10), (You, 9)],
        ),
        (
            "age=30 at=popliteal-fossa onset=gradual",
            &[(RightNow, 9), (CalfAndVessels, 4), (Knee, 8), (You, 9)],
        ),
        (
            "age=15 at=peripatellar onset=gradual",
            &[(RightNow, 9), (ChildsHip, 6), (Knee, 8), (You, 9)],
        ),
        (
            "age=45-54 at=peripatellar onset=gradual",
            &[(RightNow, 9), (Knee, 10), (You, 9)],
        ),
        // What has no room on one page becomes two.
        (
            "age=60 at=peripatellar onset=sudden",
            &[(RightNow, 9), (Knee, 6), (Knee, 6), (You, 9)],
        ),
    ];
    for (short, expected) in table {
        assert_eq!(topics(short), *expected, "{short}");
    }
}

const PEOPLE: [&str; 9] = [
    "",
    "age=30 at=peripatellar onset=gradual",
    "age=30 at=peripatellar onset=injury",
    "onset=sudden",
    "age=12 at=popliteal_fossa onset=gradual",
    "age=12 at=popliteal_fossa onset=injury",
    "age=70 at=shin-medial onset=gradual",
    "age=>=55 at=upper_calf onset=sudden",
    "at=upper_calf onset=injury",
];

#[test]
fn no_page_is_too_long_and_nothing_is_asked_twice() {
    for short in PEOPLE {
        let pages = pages(short);
        assert!(pages.len() <= 7, "{short}");
        let mut keys: Vec<_> = pages
            .iter()
            .flat_map(|page| page.keys(&KNOWLEDGE))
            .collect();
        let all = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), all, "{short}");
        for page in &pages {
            let count = page.statements.len();
            assert!((1..=red_flag::MOST_ON_A_PAGE).contains(&count), "{short}");
        }
    }
}

#[test]
fn whoever_was_hurt_is_not_asked_about_swelling_without_an_injury() {
    let asks = |short: &str, id| {
        pages(short)
            .iter()
            .any(|page| page.statements.contains(&id))
    };
    assert!(!asks("age=30 onset=injury", StatementId::Swelling));
    assert!(asks("age=30 onset=sudden", StatementId::Swelling));
    assert!(asks("age=30 onset=injury", StatementId::SwollenFast));
}

#[test]
fn answers_do_not_change_the_pages() {
    for short in PEOPLE {
        let before = pages(short);
        let mut sheet = sheet(short);
        for key in Key::ALL {
            let _ = sheet.answers.insert(*key, Answer::Yes);
        }
        assert_eq!(red_flag::screening(&KNOWLEDGE, &sheet), before, "{short}");
    }
}

/// Reading every word of the checks takes an ordinary runner less than a minute.
#[test]
fn a_runner_reads_the_checks_in_under_a_minute() {
    const WORDS_A_MINUTE: usize = 240;
    for short in [
        "age=30 at=peripatellar onset=gradual",
        "age=35-44 at=iliotibial-band onset=gradual",
    ] {
        let words: usize = pages(short)
            .iter()
            .flat_map(|page| &page.statements)
            .map(|id| {
                let statement = KNOWLEDGE.statement(*id);
                let said = statement.say.split_whitespace().count();
                said + statement.how.split_whitespace().count()
            })
            .sum();
        assert!(words < WORDS_A_MINUTE, "{short}: {words} words");
    }
}

/// Every key that a statement stands for has a sign to tell the parts apart by, and finds its statement again.
#[test]
fn a_statement_of_several_parts_can_ask_which() {
    for id in StatementId::ALL {
        let statement = KNOWLEDGE.statement(*id);
        assert!(!statement.keys.is_empty(), "{id}");
        for key in &statement.keys {
            assert_eq!(red_flag::statement_of(&KNOWLEDGE, *key), Some(*id), "{key}");
            assert_ne!(KNOWLEDGE.question(*key).sign, key.id(), "{key}");
        }
    }
    assert_eq!(red_flag::statement_of(&KNOWLEDGE, Key::Squatting), None);
}

/// Whatever can raise a flag by itself is asked of everybody whom it concerns.
#[test]
fn the_checks_leave_nothing_out() {
    for short in PEOPLE {
        let keys: Vec<_> = pages(short)
            .iter()
            .flat_map(|page| page.keys(&KNOWLEDGE).collect::<Vec<_>>())
            .collect();
        for key in Key::ALL {
            let mut alone = sheet(short);
            let before = assess(&KNOWLEDGE, &alone).red_flags.len();
            let _ = alone.answers.insert(*key, Answer::Yes);
            let raises = assess(&KNOWLEDGE, &alone).red_flags.len() > before;
            let of_an_injury = matches!(
                key,
                Key::Pop
                    | Key::KneecapSlidOut
                    | Key::Deformed
                    | Key::SwollenFast
                    | Key::SwollenNextDay
                    | Key::Twisted
                    | Key::DirectBlow
                    | Key::ForcedInwards
                    | Key::LargeBruise
                    | Key::CannotLiftStraightLeg
            );
            // Only behind the knee, and only for whoever was hurt; and what is asked one at a time because of a mark.
            let elsewhere = matches!(
                key,
                Key::ThrobbingLump | Key::RunningCramps | Key::TenderCalf | Key::BigSwelling
            ) || of_an_injury && !short.contains("onset=injury")
                || matches!(
                    key,
                    Key::Walking | Key::BuildsInTheRun | Key::KneeStraight | Key::LumpBehind
                );
            // A growth spurt stands for an age that is not known; the app asks for the age.
            if raises
                && !elsewhere
                && *key != Key::GrowthSpurt
                && *key != Key::SuddenStart
                && *key != Key::NoBetterAfter6Weeks
                && *key != Key::NoBetterAfter12Weeks
            {
                assert!(keys.contains(key), "{short}: {key} is not asked");
            }
        }
    }
}

/// Goes through the checks and ticks nothing.
fn passed_over(short: &str) -> AnswerSheet {
    let mut sheet = sheet(short);
    for page in red_flag::screening(&KNOWLEDGE, &sheet) {
        sheet.unticked.extend(page.keys(&KNOWLEDGE));
    }
    sheet
}

#[test]
fn none_of_these_all_the_way_raises_nothing() {
    for short in [
        "age=30 at=peripatellar onset=gradual",
        "age=15 at=tibial_tubercle onset=gradual weeks=<2",
        "age=60 at=medial_joint_line onset=gradual",
        "age=30 at=medial_joint_line onset=injury",
        "age=30 at=shin-medial onset=gradual",
    ] {
        let sheet = passed_over(short);
        assert_eq!(assess(&KNOWLEDGE, &sheet).red_flags, [], "{short}");
        assert!(!red_flag::ends_checks(&KNOWLEDGE, &sheet), "{short}");
    }
}

/// What cannot wait ends the checks; what can wait some days does not, because a later page may make it more urgent.
#[test]
fn only_what_cannot_wait_ends_the_checks() {
    for (short, ends) in [
        ("breath+", true),
        ("numb+ onset=injury", true),
        ("hot+", true),
        ("age=12 fever+", true),
        ("age=40 night+", false),
        ("effusion+", false),
        ("effusion+ inject+", true),
        ("at=upper_calf onset=sudden", false),
        ("at=upper_calf onset=sudden clotrisk+", true),
        ("age=16 weeks=6-12 at=medial_femoral", false),
        ("fever+", false),
        ("weeks=>12", false),
    ] {
        let sheet = sheet(short);
        assert_eq!(red_flag::ends_checks(&KNOWLEDGE, &sheet), ends, "{short}");
    }
}

#[test]
fn weeks_belong_to_one_spell() {
    for (weeks, id) in [
        (0.0, "<2"),
        (1.9, "<2"),
        (2.0, "2-6"),
        (5.9, "2-6"),
        (6.0, "6-12"),
        (12.0, "6-12"),
        (12.5, ">12"),
        (520.0, ">12"),
    ] {
        assert_eq!(Duration::of_weeks(weeks).id(), id, "{weeks}");
    }
}
