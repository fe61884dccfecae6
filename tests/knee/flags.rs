//! What must not be missed: every flag by facts that meet it, and by facts that just miss it.

use kneewise::knee::{AnswerSheet, FlagId, Key, Level, Topic, assess, red_flag};

use super::notation::{KNOWLEDGE, sheet};

/// How urgent a flag is for a case in short.
fn level(flag: FlagId, short: &str) -> Option<Level> {
    let raised = red_flag::raised(&KNOWLEDGE, &sheet(short));
    raised.iter().find(|it| it.id == flag).map(|it| it.level)
}

#[test]
fn every_flag_is_met_and_just_missed() {
    use Level::{Advice, Emergency, SameDay, WithinTwoWeeks};
    // The flag, how urgent it is, cases that meet it, and cases that just miss it.
    let table: &[(&str, Level, &[&str], &[&str])] = &[
        (
            "RF01",
            Emergency,
            &["breath+", "breath+ at=upper_calf calf+"],
            &["breath-", "breath?", "calf+", ""],
        ),
        (
            "RF02",
            Emergency,
            &[
                "deform+",
                "cold+ twist+",
                "cold+ onset=injury pvl+",
                "cold+",
                "cold+ pvl-",
                "cold+ pvl?",
            ],
            &["deform-", "cold- blow+", "cold+ pvl+", "numb+ blow+"],
        ),
        (
            "RF03",
            SameDay,
            &[
                "hot+ fever+",
                "hot+ inject+",
                "hot+ immuno+",
                "fever+ inject+",
                "hot+ fever+ twist+",
            ],
            &[
                "hot+",
                "fever+",
                "inject+",
                "immuno+",
                "hot+ fever- inject? immuno-",
            ],
        ),
        (
            "RF04",
            SameDay,
            &[
                "hot+",
                "hot+ fever-",
                "hot+ fever?",
                "hot+ onset=gradual",
                "hot+ sudden+",
            ],
            &[
                "hot+ fever+",
                "hot+ blow+",
                "hot+ onset=injury",
                "hot-",
                "hot?",
            ],
        ),
        (
            "RF05",
            SameDay,
            &[
                "blow+ age=55",
                "twist+ t_patella+",
                "pop+ t_fib+",
                "bruise+ no90+",
                "onset=injury no90+",
                "valgus+ age=>=55",
                "no4+",
                "no4+ onset=gradual",
                "sudden+ no4+",
            ],
            &[
                "blow+ age=54",
                "twist+ age=45-54",
                "t_patella+",
                "t_fib+ sudden+",
                "no90+ onset=sudden",
                "age=70",
                "no4-",
                "no4?",
                "blow+ no90- t_fib? t_patella-",
            ],
        ),
        (
            "RF06",
            SameDay,
            &["fast+", "fast+ blow-"],
            &["fast-", "slow+ twist+", "fast?"],
        ),
        (
            "RF07",
            SameDay,
            &["locked+"],
            &["locked-", "catch+", "locked?"],
        ),
        (
            "RF08",
            SameDay,
            &["noslr+", "noslr+ onset=gradual"],
            &["noslr-", "noslr?", "t_sup+"],
        ),
        ("RF09", SameDay, &["dislo+"], &["dislo-", "give+"]),
        (
            "RF10",
            SameDay,
            &[
                "give+ fast+",
                "give+ slow+",
                "give+ effusion+",
                "give+ pop+",
            ],
            &["give+", "slow+ pop+", "give- fast+", "give+ slow- pop?"],
        ),
        (
            "RF11",
            SameDay,
            &[
                "calf+",
                "calf_tender+ clotrisk+",
                "at=upper_calf clotrisk+",
                "at=gastrocnemius-medial clotrisk+",
                "at=popliteal_fossa calf_tender+ clotrisk+",
            ],
            &[
                "calf-",
                "calf_tender+",
                "clotrisk+",
                "at=upper_calf",
                "at=upper_calf calf_tender- clotrisk+",
                "at=popliteal_fossa clotrisk+",
                "calf_tender+ clotrisk?",
            ],
        ),
        (
            "RF12",
            SameDay,
            &["drop+", "numb+", "drop+ pvl+"],
            &["numb+ pvl+", "numb-", "back+"],
        ),
        (
            "RF12",
            Emergency,
            &["saddle+", "saddle+ drop+"],
            &["saddle-", "saddle?"],
        ),
        (
            "RF13",
            SameDay,
            &[
                "age=15 hip+",
                "age=8 hiprot+",
                "age=<14 hip+",
                "age=14-17 hiprot+",
                "growth+ hip+",
            ],
            &[
                "age=16 hip+",
                "age=15",
                "hip+",
                "age=18-34 hip+ growth+",
                "age=12 hip- hiprot?",
            ],
        ),
        (
            "RF14",
            WithinTwoWeeks,
            &[
                "night+",
                "rest+",
                "weight+",
                "cancer+",
                "lump_growing+",
                "lump_growing+ fever-",
            ],
            &["night-", "rest?", "lump+", "walk+", "fever+"],
        ),
        (
            "RF14",
            SameDay,
            &[
                "lump_growing+ fever+",
                "lump+ fever+",
                "night+ lump+ fever+",
            ],
            &["lump+ lump_growing- fever+", "lump+ fever-", "fever+"],
        ),
        (
            "RF15",
            WithinTwoWeeks,
            &[
                "t_bone+ walk+",
                "t_bone+ hopbone+",
                "t_bone+ worse_run+",
                "walk+ worse_run+",
                "red_s+ worse_run+",
                "red_s+ t_bone+",
                "red_s+ hopbone+",
            ],
            &[
                "t_bone+",
                "walk+ hopbone+",
                "worse_run+",
                "red_s+",
                "t_bone+ walk- worse_run- red_s?",
                "walk+",
            ],
        ),
        (
            "RF16",
            WithinTwoWeeks,
            &[
                "age=50 at=medial_femoral sudden+ night+",
                "age=62 at=medial-collateral onset=sudden walk+",
                "age=45-54 at=medial_plateau sudden+ walk+",
                "age=60 at=diffuse t_jlm+ sudden+ straight+",
            ],
            &[
                "age=49 at=medial_femoral sudden+ night+",
                "age=60 at=medial_femoral sudden+ night+ twist+",
                "age=60 at=lateral_joint_line sudden+ walk+",
                "age=60 at=medial_femoral sudden- walk+",
                "age=60 at=medial_femoral sudden+",
                "at=medial_femoral sudden+ night+",
                "age=60 at=medial_femoral onset=gradual night+",
            ],
        ),
        (
            "RF17",
            WithinTwoWeeks,
            &["pvl+", "pvl+ numb+", "cold+", "cold+ pvl+"],
            &["pvl-", "numb+", "cold+ blow+", "lump+"],
        ),
        (
            "RF17",
            SameDay,
            &["pulse+", "pulse+ pvl+"],
            &["pulse-", "lump+ lumpsoft+"],
        ),
        (
            "RF18",
            WithinTwoWeeks,
            &["ams60+", "joints+", "psoriasis+"],
            &["ams30+", "both+", "ams60-", "joints?"],
        ),
        (
            "RF19",
            WithinTwoWeeks,
            &[
                "effusion+",
                "slow+ twist-",
                "slow+ sudden-",
                "slow+ onset=gradual",
                "slow+ onset=sudden",
            ],
            &[
                "slow+",
                "slow+ twist+",
                "slow+ sudden- blow+",
                "effusion-",
                "slow+ onset=injury",
                "slow+ blow-",
            ],
        ),
        (
            "RF20",
            WithinTwoWeeks,
            &["severe+"],
            &["severe-", "severe?"],
        ),
        (
            "RF21",
            WithinTwoWeeks,
            &["weeks12+", "weeks6+ weeks12+"],
            &["weeks12-", "weeks6+"],
        ),
        (
            "RF21",
            Advice,
            &["weeks6+", "weeks6+ weeks12-"],
            &["weeks6-", "weeks6+ weeks12+", ""],
        ),
        (
            "A1",
            Advice,
            &["age=17", "age=14-17", "age=<14"],
            &["age=18", "age=18-34", ""],
        ),
        (
            "A2",
            Advice,
            &["age=55", "age=>=55"],
            &["age=54", "age=45-54", "age=60 twist+", ""],
        ),
        (
            "A3",
            Advice,
            &[
                "pregnant+",
                "replacement+",
                "operation+",
                "thinners+",
                "antibiotic+",
                "diabetes+",
                "tick+",
            ],
            &["pregnant-", "tick?", "inject+"],
        ),
        (
            "A4",
            Advice,
            &["twist+ slow+", "twist+ slow+ locked- give- no4-"],
            &[
                "twist+",
                "slow+",
                "twist+ slow+ locked+",
                "twist+ slow+ give+",
                "twist+ slow+ no4+",
                "pop+ slow+",
            ],
        ),
    ];
    let mut seen = Vec::new();
    for (flag, urgency, meet, miss) in table {
        let flag = FlagId::with_id(flag).unwrap();
        seen.push(flag);
        for short in *meet {
            assert_eq!(level(flag, short), Some(*urgency), "{flag} {short}");
        }
        for short in *miss {
            assert_ne!(level(flag, short), Some(*urgency), "{flag} {short}");
        }
    }
    seen.dedup();
    assert_eq!(seen, FlagId::ALL, "every flag is in the table");
}

#[test]
fn a_flag_blocks_routines_and_a_note_does_not() {
    for short in [
        "at=peripatellar hot+ fever+",
        "at=diffuse night+",
        "at=shin-medial t_bone+ walk+",
    ] {
        assert!(
            !assess(&KNOWLEDGE, &sheet(short)).routines_allowed(),
            "{short}"
        );
    }
    for short in ["age=16", "age=60", "pregnant+", "twist+ slow+", "weeks6+"] {
        let assessment = assess(&KNOWLEDGE, &sheet(short));
        assert!(assessment.routines_allowed(), "{short}");
        assert_eq!(assessment.advice.len(), 1, "{short}");
    }
}

/// Plain stories of the five things that runners come with raise nothing.
#[test]
fn plain_cases_raise_no_alarm() {
    for short in [
        "age=32 at=peripatellar onset=gradual squat+ down+ sit+ downhill+ both+ click+ load+ night- rest-",
        "age=28 at=lateral_epicondyle onset=gradual t_itb+ predictable+ worse_run+ downhill+ warm- walk-",
        "age=24 at=patellar_tendon onset=gradual t_inf+ jump+ warm+ finger+ load+",
        "age=47 at=suprapatellar onset=gradual t_sup+ deep+ up+",
        "age=38 at=diffuse arch+ worn+ both+ shoes+ fever- hot-",
        "age=50 at=medial_joint_line sudden- ams30+ chair+ down+ slow- walk+",
        "age=30 at=lateral_joint_line twist+ pivot+ t_jll+ catch+",
        "age=35 at=upper_calf heelraise+ sprint+ calf- clotrisk-",
        "age=41 at=popliteal_fossa lump+ lumpsoft+ pulse-",
    ] {
        let assessment = assess(&KNOWLEDGE, &sheet(short));
        assert_eq!(assessment.red_flags, [], "{short}");
    }
}

fn topics(short: &str) -> Vec<Topic> {
    let groups = red_flag::screening(&KNOWLEDGE, &sheet(short));
    groups.iter().map(|group| group.topic).collect()
}

#[test]
fn the_first_questions_go_by_marks_age_and_story() {
    use Topic::*;
    assert_eq!(
        topics("age=30 at=peripatellar onset=gradual"),
        [RightNow, Swelling, Infection, Bone, OverTime, Circumstances]
    );
    assert_eq!(
        topics("age=15 at=popliteal-fossa onset=injury"),
        [
            RightNow,
            Injury,
            Infection,
            CalfAndVessels,
            ChildsHip,
            Bone,
            OverTime,
            Circumstances
        ]
    );
    assert_eq!(topics("age=30 at=shin-medial onset=gradual")[0], Bone);
    assert_eq!(topics("age=30 at=medial-tibial-plateau")[0], Bone);
    assert!(
        topics("age=16 at=peripatellar")
            .iter()
            .all(|it| *it != ChildsHip)
    );
    assert!(topics("age=14-17").contains(&ChildsHip));
}

/// Whatever can raise a flag at all is asked of everybody whom it concerns, and nothing is asked twice.
#[test]
fn the_first_questions_leave_nothing_out() {
    for short in [
        "",
        "age=30 at=peripatellar onset=gradual",
        "age=30 at=peripatellar onset=injury",
        "onset=sudden",
        "age=12 at=popliteal_fossa",
        "age=70 at=shin-medial onset=gradual",
        "at=upper_calf onset=injury",
    ] {
        let groups = red_flag::screening(&KNOWLEDGE, &sheet(short));
        let mut asked: Vec<_> = groups.iter().flat_map(|group| group.keys.clone()).collect();
        let all = asked.len();
        asked.sort();
        asked.dedup();
        assert_eq!(asked.len(), all, "{short}: nothing twice");
        assert!(groups.len() <= 8, "{short}");

        // Every answer that raises a flag on its own is among them.
        for key in Key::ALL {
            let yes = |mut sheet: AnswerSheet| {
                let _ = sheet.answers.insert(*key, kneewise::knee::Answer::Yes);
                assess(&KNOWLEDGE, &sheet)
            };
            let alone = yes(sheet(short));
            let injury_only = matches!(
                key,
                Key::Pop
                    | Key::KneecapSlidOut
                    | Key::Deformed
                    | Key::SwollenFast
                    | Key::Twisted
                    | Key::DirectBlow
                    | Key::ForcedInwards
                    | Key::LargeBruise
                    | Key::TenderKneecapBone
                    | Key::TenderFibularHead
                    | Key::CannotBendToRightAngle
            );
            let told = short.contains("gradual") || short.contains("sudden");
            let behind_only = matches!(key, Key::ThrobbingLump | Key::TenderCalf | Key::ClotRisk);
            let swelling_only = *key == Key::BigSwelling && short.contains("injury");
            if alone.routines_allowed() || injury_only && told || behind_only || swelling_only {
                continue;
            }
            // Asked of children only.
            if matches!(key, Key::HipPainOrLimp | Key::StiffHipRotation) {
                continue;
            }
            assert!(asked.contains(key), "{short}: {key} is not asked");
        }
    }
}

#[test]
fn none_of_these_all_the_way_raises_nothing() {
    for short in [
        "age=30 at=peripatellar onset=gradual",
        "age=15 at=upper_calf onset=injury",
    ] {
        let mut sheet = sheet(short);
        for group in red_flag::screening(&KNOWLEDGE, &sheet) {
            for key in group.keys {
                let _ = sheet.answers.insert(key, kneewise::knee::Answer::No);
            }
        }
        assert_eq!(assess(&KNOWLEDGE, &sheet).red_flags, [], "{short}");
    }
}
