//! Which question comes next.

use kneewise::knee::{Answer, AreaId, Key, next_question, red_flag};

use super::notation::{KNOWLEDGE, sheet};

fn next(short: &str) -> Option<&'static str> {
    next_question(&KNOWLEDGE, &sheet(short)).map(Key::id)
}

#[test]
fn the_question_that_separates_best_comes_first() {
    for (region, first) in [
        ("lateral_epicondyle", "t_itb"),
        ("lateral_joint_line", "t_jll"),
        ("suprapatellar", "t_sup"),
        ("patellar_tendon", "t_inf"),
        ("fat_pad", "straight"),
        ("prepatellar", "frontbag"),
        ("pes_anserine", "t_pes"),
        ("popliteal_fossa", "lump"),
        ("tibial_tubercle", "t_tub"),
        ("fibular_head", "t_fib"),
        ("upper_calf", "sudden"),
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
    assert_eq!(next("age=30 at=shin-anterior t_bone?"), Some("walk"));
    assert_eq!(
        next("age=30 at=shin-anterior t_bone? walk-"),
        Some("worse_run")
    );
    // Where the bone is not sore, walking raises nothing.
    assert_eq!(next("age=30 at=shin-anterior t_bone-"), None);
    assert_eq!(next("age=30 at=posterior-thigh"), None);
}

/// What was ticked and may be urgent together with one more answer is asked about at once.
#[test]
fn what_may_still_raise_a_flag_is_asked_first() {
    for (short, asked) in [
        ("age=30 at=peripatellar onset=gradual t_bone+", "walk"),
        ("age=30 at=gerdy onset=gradual t_bone+ walk-", "worse_run"),
        ("age=30 at=peripatellar onset=gradual hip+", "walk"),
        (
            "age=30 at=peripatellar onset=gradual hip+ walk- worse_run-",
            "limp",
        ),
        ("age=40 at=peripatellar onset=gradual cancer+", "walk"),
        ("age=30 at=peripatellar onset=gradual red_s+", "walk"),
        ("age=52 at=lateral_joint_line onset=sudden", "walk"),
        ("age=40 at=patella onset=gradual fever+", "frontbag"),
        ("age=40 at=patella onset=gradual quinolone+", "t_inf"),
        ("age=40 at=popliteal_fossa onset=gradual lump+", "lump_odd"),
        ("age=40 at=popliteal_fossa lump+ lump_odd-", "lumpsoft"),
        // A clot would be among the three.
        ("age=40 at=upper_calf onset=gradual", "calf"),
        ("age=40 at=upper_calf onset=gradual calf~", "calf_tender"),
    ] {
        assert_eq!(next(short), Some(asked), "{short}");
    }
    // Passed over in the checks, these are not asked again.
    let passed = "age=40 at=upper_calf onset=gradual calf~ calf_tender~ clotrisk~ pvl~ pulse~";
    assert_eq!(next(passed), Some("heelraise"));
}

#[test]
fn some_questions_keep_their_order() {
    let asks = |short: &str| asked(short, Answer::Yes);
    let place = |asked: &[Key], key: Key| asked.iter().position(|it| *it == key);
    let bump = asked(
        "age=30 at=lateral_epicondyle onset=gradual",
        Answer::NotSure,
    );
    assert_eq!(bump[0], Key::TenderOuterEpicondyle);
    assert!(
        place(&bump, Key::Squatting)
            .is_none_or(|squat| place(&bump, Key::PredictableStart).unwrap() < squat)
    );
    let kneecap = asks("age=30 at=peripatellar onset=gradual");
    assert_eq!(
        kneecap[..3],
        [Key::Squatting, Key::SpreadOut, Key::SittingBent]
    );
}

#[test]
fn the_hip_is_asked_about_before_it_ends() {
    // Two answers against what fits best.
    let denied = asked("age=30 at=peripatellar onset=gradual", Answer::No);
    assert!(denied.contains(&Key::StiffHipRotation), "{denied:?}");
    assert!(denied.len() <= 8);
    // From 50 on, where no touch hurt.
    let older = asked("age=52 at=peripatellar onset=gradual", Answer::NotSure);
    assert!(older.contains(&Key::StiffHipRotation), "{older:?}");
    // Not where a touch explains it.
    let plain = asked("age=30 at=lateral_epicondyle onset=gradual", Answer::Yes);
    assert!(!plain.contains(&Key::StiffHipRotation), "{plain:?}");
}

/// Nothing is asked whose answer is known, and nothing that was passed over where it was shown by itself in an injury.
#[test]
fn what_is_answered_is_not_asked_again() {
    for short in [
        "age=30 at=medial_joint_line onset=injury twist~ valgus~",
        "age=40 at=peripatellar onset=gradual squat+ t_bone- hip-",
    ] {
        let known = sheet(short);
        for answer in [Answer::Yes, Answer::No, Answer::NotSure] {
            for key in asked(short, answer) {
                assert!(!known.answers.contains_key(&key), "{short}: {key}");
                assert!(
                    !matches!(key, Key::Twisted | Key::ForcedInwards),
                    "{short}: {key}"
                );
            }
        }
    }
}

/// After the checks it is eight questions at most, whatever is marked, and nothing that was passed over is asked again but a
/// bone that comes first.
#[test]
fn eight_questions_at_most_follow_the_checks() {
    for place in AreaId::ALL {
        for answer in [Answer::Yes, Answer::No, Answer::NotSure] {
            let mut sheet = sheet(&format!("age=35-44 at={place} onset=gradual weeks=2-6"));
            for page in red_flag::screening(&KNOWLEDGE, &sheet) {
                sheet.unticked.extend(page.keys(&KNOWLEDGE));
            }
            let passed = sheet.unticked.clone();
            let mut asked = Vec::new();
            while let Some(key) = next_question(&KNOWLEDGE, &sheet) {
                let is_bone = key == Key::TenderBoneSpot;
                assert!(is_bone || !passed.contains(&key), "{place}: {key} again");
                asked.push(key);
                let _ = sheet.answers.insert(key, answer);
                assert!(asked.len() <= 8, "{place}: {asked:?}");
            }
        }
    }
}

/// An answer that concerns nothing in view does not count towards the first three.
#[test]
fn answers_about_something_else_do_not_end_it() {
    let lead = "age=30 at=lateral_epicondyle t_itb+ predictable+";
    assert!(next(&format!("{lead} growth-")).is_some());
    assert!(next(&format!("{lead} kneel-")).is_some());
    assert_eq!(next(&format!("{lead} downhill+")), None);
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
        ("age=39 at=peripatellar", Key::ShortMorningStiffness),
        ("age=30 at=peripatellar", Key::BothKnees),
        ("age=30 at=diffuse", Key::BothKnees),
        ("age=30 at=lateral_epicondyle", Key::KneecapSlips),
        ("age=30 at=peripatellar", Key::NewToRunning),
        ("age=30 at=popliteal_fossa lump-", Key::OddLump),
        ("age=30 at=peripatellar", Key::FootTurnsOut),
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
