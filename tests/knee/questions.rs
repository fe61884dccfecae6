//! Which question comes next.

use kneewise::knee::{Answer, Key, next_question};

use super::notation::{KNOWLEDGE, sheet};

fn next(short: &str) -> Option<&'static str> {
    next_question(&KNOWLEDGE, &sheet(short)).map(Key::id)
}

#[test]
fn the_question_that_separates_best_comes_first() {
    for (region, first) in [
        ("lateral_epicondyle", "t_itb"),
        ("lateral_joint_line", "t_itb"),
        ("suprapatellar", "t_sup"),
        ("patellar_tendon", "diffuse"),
        ("fat_pad", "straight"),
        ("prepatellar", "frontbag"),
        ("pes_anserine", "t_pes"),
        ("popliteal_fossa", "lump"),
        ("upper_calf", "heelraise"),
        ("medial_joint_line", "t_jlm"),
        ("peripatellar", "squat"),
    ] {
        assert_eq!(
            next(&format!("age=30 at={region}")),
            Some(first),
            "{region}"
        );
    }
}

#[test]
fn bone_comes_first_on_the_shin_and_below_the_inner_joint_line() {
    assert_eq!(next("age=30 at=medial_plateau"), Some("t_bone"));
    assert_eq!(next("age=30 at=shin-anterior"), Some("t_bone"));
    assert_eq!(next("age=30 at=shin-anterior t_bone-"), Some("walk"));
    assert_eq!(next("age=30 at=shin-anterior t_bone- walk-"), None);
    assert_eq!(next("age=30 at=posterior-thigh"), None);
}

#[test]
fn red_flags_and_clear_answers_end_the_questions() {
    assert_eq!(next("at=peripatellar locked+"), None);
    // A clear lead needs three answers: the location alone is not one.
    assert!(next("age=30 at=lateral_epicondyle").is_some());
    assert!(next("age=30 at=lateral_epicondyle t_itb+ predictable+").is_some());
    assert_eq!(
        next("age=30 at=lateral_epicondyle t_itb+ predictable+ downhill+"),
        None
    );
    assert!(next("age=30 at=lateral_epicondyle t_itb? predictable? downhill?").is_some());
}

/// The keys asked one after the other when every answer is this one.
fn asked(short: &str, answer: Answer) -> Vec<Key> {
    let mut sheet = sheet(short);
    let mut asked = Vec::new();
    while let Some(key) = next_question(&KNOWLEDGE, &sheet) {
        asked.push(key);
        let _ = sheet.answers.insert(key, answer);
        assert!(asked.len() < 20, "{asked:?}");
    }
    asked
}

#[test]
fn eight_questions_are_enough() {
    // Each of these is not among the first ones, so each counts.
    let unsure = asked("age=40 at=peripatellar onset=gradual", Answer::NotSure);
    assert_eq!(unsure.len(), 8, "{unsure:?}");
}

#[test]
fn only_questions_that_apply_are_asked() {
    for (short, never) in [
        ("age=30 at=tibial_tubercle", Key::GrowthSpurt),
        ("at=tibial_tubercle", Key::GrowthSpurt),
        ("age=30 at=popliteal_fossa lump-", Key::LumpSoftens),
        ("age=30 at=gerdy t_bone+", Key::HopHurtsBone),
        ("age=30 at=gerdy slow+", Key::HopHurtsBone),
        ("age=30 at=medial_femoral sudden-", Key::Twisted),
        ("age=30 at=peripatellar diffuse+", Key::OneFinger),
        ("age=30 at=patellar_tendon finger+", Key::SpreadOut),
        ("age=30 at=suprapatellar squat-", Key::DeepSquat),
        ("age=30 at=suprapatellar", Key::TenderOuterJointLine),
        (
            "age=30 at=medial_joint_line onset=gradual",
            Key::SuddenStart,
        ),
    ] {
        for answer in [Answer::Yes, Answer::No, Answer::NotSure] {
            assert!(!asked(short, answer).contains(&never), "{short}: {never}");
        }
    }
    assert!(asked("age=13 at=tibial_tubercle", Answer::NotSure).contains(&Key::GrowthSpurt));
    assert!(asked("age=30 at=popliteal_fossa lump+", Answer::NotSure).contains(&Key::LumpSoftens));
}
