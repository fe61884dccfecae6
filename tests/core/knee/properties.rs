//! What holds whatever a person says.

use std::collections::BTreeSet;

use kneewise::knee::{
    Age, AgeBand, Answer, AnswerSheet, AreaId, ConditionId, Duration, Fit, Key, Mark, Onset,
    Outcome, Reason, RegionId, assess, next_question, red_flag,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::notation::KNOWLEDGE;

pub fn sheet() -> impl Strategy<Value = AnswerSheet> {
    let person = (marks(), option::of(age()), option::of(onset()));
    (person, option::of(duration()), answers(), unticked()).prop_map(
        |((marks, age, onset), duration, answers, unticked)| AnswerSheet {
            marks,
            age,
            onset,
            duration,
            answers: answers.into_iter().collect(),
            unticked,
        },
    )
}

fn duration() -> impl Strategy<Value = Duration> {
    select(&Duration::ALL[..])
}

fn unticked() -> impl Strategy<Value = BTreeSet<Key>> {
    btree_set(select(Key::ALL), 0..20)
}

fn marks() -> impl Strategy<Value = Vec<Mark>> {
    let mark = prop_oneof![
        4 => select(RegionId::ALL).prop_map(Mark::Region),
        3 => select(AreaId::ALL).prop_map(Mark::Area),
    ];
    vec(mark, 0..4)
}

fn age() -> impl Strategy<Value = Age> {
    prop_oneof![
        (5_u8..90).prop_map(Age::Years),
        select(&AgeBand::ALL[..]).prop_map(Age::Band),
    ]
}

fn onset() -> impl Strategy<Value = Onset> {
    select(&[Onset::Injury, Onset::Sudden, Onset::Gradual][..])
}

fn answer() -> impl Strategy<Value = Answer> {
    select(&[Answer::Yes, Answer::No, Answer::NotSure][..])
}

/// Any answers, in any order.
fn answers() -> impl Strategy<Value = Vec<(Key, Answer)>> {
    btree_map(select(Key::ALL), answer(), 0..30)
        .prop_map(|answers| answers.into_iter().collect::<Vec<_>>())
        .prop_shuffle()
}

fn order(sheet: &AnswerSheet) -> Vec<ConditionId> {
    let ranking = assess(&KNOWLEDGE, sheet).ranking;
    ranking.iter().map(|it| it.condition).collect()
}

/// Questions of which "yes" blocks routines, whatever else is said.
const ALWAYS_BLOCKING: [Key; 23] = [
    Key::Breathless,
    Key::Deformed,
    Key::ColdFoot,
    Key::CannotTakeFourSteps,
    Key::SwollenFast,
    Key::Locked,
    Key::CannotLiftStraightLeg,
    Key::KneecapSlidOut,
    Key::SwollenCalf,
    Key::FootDrop,
    Key::WeakLeg,
    Key::Numb,
    Key::SaddleNumbness,
    Key::NightPain,
    Key::RestPain,
    Key::GrowingLump,
    Key::WeightLoss,
    Key::RunningCramps,
    Key::ThrobbingLump,
    Key::LongMorningStiffness,
    Key::SeveralJoints,
    Key::BigSwelling,
    Key::SeverePain,
];

/// Questions whose answers also change what a mark weighs.
const MODIFYING: [Key; 12] = [
    Key::BothKnees,
    Key::Jumping,
    Key::Sprinting,
    Key::SuddenStart,
    Key::NewToRunning,
    Key::DirectBlow,
    Key::Twisted,
    Key::ForcedInwards,
    Key::Pop,
    Key::KneecapSlidOut,
    Key::LargeBruise,
    Key::Deformed,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_order_of_saying_makes_no_difference(sheet in sheet(), answers in answers()) {
        let mut forward = sheet.clone();
        let mut backward = sheet.clone();
        for (key, answer) in &answers {
            let _ = forward.answers.insert(*key, *answer);
        }
        for (key, answer) in answers.iter().rev() {
            let _ = backward.answers.insert(*key, *answer);
        }
        backward.marks.reverse();
        backward.marks.extend(sheet.marks.iter().copied());
        let (mut one, mut other) = (assess(&KNOWLEDGE, &forward), assess(&KNOWLEDGE, &backward));
        // Which marks lead to it is told in the order of marking; nothing else depends on it.
        for it in one.ranking.iter_mut().chain(&mut other.ranking) {
            it.marks.sort();
        }
        prop_assert_eq!(one, other);
        prop_assert_eq!(next_question(&KNOWLEDGE, &forward), next_question(&KNOWLEDGE, &backward));
    }

    #[test]
    fn not_sure_everywhere_is_the_location_alone(sheet in sheet()) {
        let mut unsure = sheet;
        unsure.unticked.clear();
        let mut silent = unsure.clone();
        unsure.answers = Key::ALL.iter().map(|key| (*key, Answer::NotSure)).collect();
        silent.answers.clear();
        prop_assert_eq!(assess(&KNOWLEDGE, &unsure), assess(&KNOWLEDGE, &silent));
    }

    /// A sign for a condition never lets anything pass it that the sign does not favour more.
    #[test]
    fn a_sign_for_a_condition_never_lowers_it(sheet in sheet(), key in select(Key::ALL)) {
        let mut before = sheet.clone();
        let _ = before.answers.remove(&key);
        for (answer, yes) in [(Answer::Yes, true), (Answer::No, false)] {
            let mut after = before.clone();
            let _ = after.answers.insert(key, answer);
            // An answer may also make a modifier hold; that is another matter than its ratio.
            if MODIFYING.contains(&key) {
                continue;
            }
            // Under a story without "sudden", that key is answered already.
            if key == Key::SuddenStart && sheet.onset.is_some() {
                continue;
            }
            let (then, now) = (order(&before), order(&after));
            let ratio = |condition| {
                let mut ratios = KNOWLEDGE.ratios(key).iter();
                ratios.find(|ratio| ratio.condition == condition).map_or(1.0, |ratio| ratio.of(yes))
            };
            for (rank, condition) in then.iter().enumerate() {
                // What is acute steps back by rule, as long as no flag is raised.
                if ratio(*condition) <= 1.0 || condition.is_acute() || rank < 2 && then.contains(&ConditionId::FootGaitLoad) {
                    continue;
                }
                let place = now.iter().position(|it| it == condition).unwrap();
                let passed = now[..place].iter().filter(|it| {
                    let was_below = then.iter().position(|then| then == *it).is_none_or(|then| then > rank);
                    was_below && ratio(**it) <= ratio(*condition)
                });
                // Feet and gait step back from the first place by rule, not by weight.
                let passed: Vec<_> = passed
                    .filter(|it| **it != ConditionId::FootGaitLoad && !it.is_acute())
                    .collect();
                prop_assert!(passed.is_empty(), "{condition} passed by {passed:?} after {key}");
            }
        }
    }

    #[test]
    fn the_ranking_is_total_and_sound(sheet in sheet()) {
        let assessment = assess(&KNOWLEDGE, &sheet);
        let mut seen: Vec<_> = order(&sheet);
        prop_assert_eq!(&seen, &order(&sheet));
        prop_assert!(!seen.is_empty() && !seen.contains(&ConditionId::Other));
        let many = seen.len();
        seen.sort();
        seen.dedup();
        prop_assert_eq!(seen.len(), many, "each condition once");

        let fits: Vec<_> = assessment.ranking.iter().map(|it| it.fit).collect();
        prop_assert!(fits.is_sorted(), "nothing below fits better");
        for it in &assessment.ranking {
            let (fitting, all) = it.signs();
            prop_assert!(fitting <= all && all <= sheet.answers.len() + 1);
        }
        prop_assert!(assessment.shown().count() <= 3);
        match assessment.outcome {
            Outcome::Stopped => prop_assert!(!assessment.red_flags.is_empty()),
            Outcome::OutsideTheKnee => prop_assert!(!assessment.outside.is_empty()),
            Outcome::NothingFits => prop_assert!(fits.iter().all(|fit| *fit == Fit::Little)),
            Outcome::Clear => prop_assert_eq!(fits[0], Fit::Well),
            Outcome::Ranked => prop_assert!(fits[0] != Fit::Little),
        }
        prop_assert_eq!(assessment.red_flags.is_empty(), assessment.routines_allowed());
    }

    #[test]
    fn a_red_flag_blocks_routines_whatever_else_is_said(
        sheet in sheet(),
        key in select(&ALWAYS_BLOCKING[..]),
    ) {
        let mut sheet = sheet;
        let _ = sheet.answers.insert(key, Answer::Yes);
        let assessment = assess(&KNOWLEDGE, &sheet);
        prop_assert!(!assessment.routines_allowed(), "{key}");
        prop_assert_eq!(assessment.outcome, Outcome::Stopped);
        prop_assert_eq!(assessment.shown().count(), 0);
        prop_assert_eq!(next_question(&KNOWLEDGE, &sheet), None);
    }

    #[test]
    fn flags_are_raised_once_and_the_most_urgent_comes_first(sheet in sheet()) {
        let flags = red_flag::raised(&KNOWLEDGE, &sheet);
        prop_assert!(flags.is_sorted_by_key(|flag| flag.level));
        let mut ids: Vec<_> = flags.iter().map(|flag| flag.id).collect();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), flags.len());
    }

    /// What is passed over in a check moves nothing in the ranking.
    #[test]
    fn what_is_not_ticked_does_not_move_the_ranking(sheet in sheet(), more in unticked()) {
        let mut other = sheet.clone();
        other.unticked.extend(more);
        let weigh = |sheet: &AnswerSheet| {
            let mut ranking = assess(&KNOWLEDGE, sheet).ranking;
            ranking.retain(|it| !it.condition.is_acute());
            ranking.iter().map(|it| (it.condition, it.signs())).collect::<Vec<_>>()
        };
        prop_assert_eq!(weigh(&sheet), weigh(&other));
    }

    /// Every flag that is raised says what raised it, and what it says is on the sheet.
    #[test]
    fn every_flag_says_why(sheet in sheet()) {
        for flag in red_flag::raised(&KNOWLEDGE, &sheet) {
            let because = red_flag::reasons(&KNOWLEDGE, &sheet, flag);
            prop_assert!(!because.is_empty(), "{:?}", flag);
            for reason in because {
                let is_there = match reason {
                    Reason::Yes(key) => sheet.yes(key),
                    Reason::No(key) => sheet.no(key),
                    Reason::Mark(mark) => sheet.marks.contains(&mark) || sheet.marks.is_empty(),
                    Reason::Age => sheet.age.is_some(),
                    Reason::Onset => sheet.onset.is_some(),
                    Reason::Duration => sheet.duration.is_some(),
                };
                prop_assert!(is_there, "{:?} because of {:?}", flag, reason);
            }
            let text = red_flag::text(&KNOWLEDGE, &sheet, flag);
            prop_assert!(!text.what_to_do.is_empty());
        }
    }

    /// Nothing that is only ever acute is shown without its flag.
    #[test]
    fn what_is_only_acute_is_not_shown(sheet in sheet()) {
        let assessment = assess(&KNOWLEDGE, &sheet);
        prop_assert!(assessment.shown().all(|it| !it.condition.is_acute()));
        if assessment.red_flags.is_empty() {
            let others = assessment.ranking.iter().filter(|it| !it.condition.is_acute()).count();
            let first = assessment.ranking.iter().take(others.min(3));
            prop_assert!(first.into_iter().all(|it| !it.condition.is_acute()));
        }
    }

    /// Answered at random, the questions come to an end after eight at most, and never repeat.
    #[test]
    fn questions_end(sheet in sheet(), says in vec(answer(), 12)) {
        let mut sheet = sheet;
        sheet.answers.clear();
        let mut asked = Vec::new();
        for answer in says {
            let Some(key) = next_question(&KNOWLEDGE, &sheet) else { break };
            prop_assert!(!asked.contains(&key), "{key} again");
            let alone = AnswerSheet {
                answers: [(key, Answer::Yes)].into(),
                ..sheet.clone()
            };
            let raises = !red_flag::raised(&KNOWLEDGE, &alone).is_empty();
            prop_assert!(!KNOWLEDGE.ratios(key).is_empty() || raises || key == Key::ClotRisk
                || key == Key::OddLump || key == Key::TenderCalf, "{key} moves nothing");
            asked.push(key);
            let _ = sheet.answers.insert(key, answer);
        }
        // Those that also belong to the first groups do not count.
        let groups = red_flag::screening(&KNOWLEDGE, &sheet);
        asked.retain(|key| !groups.iter().any(|group| group.keys(&KNOWLEDGE).any(|it| it == *key)));
        prop_assert!(asked.len() <= 8, "{asked:?}");
    }
}
