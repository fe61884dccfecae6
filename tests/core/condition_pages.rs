//! The pages about conditions, as a reader meets them: short lines that stand alone, an order, and sources one can open.

use std::collections::BTreeSet;

use kneewise::catalog::{Found, Told, find_conditions};
use kneewise::content;
use kneewise::knee::{
    Advice, Area, AreaId as P, Care, ConditionId, ConditionId as C, Knowledge, Level, sore_places,
};
use kneewise::words::catalog::LITTLE_WORDS;

fn knowledge() -> Knowledge {
    content::knowledge().0
}

fn to_do(care: &Care) -> &[Advice] {
    match care {
        Care::SelfCare(care) => &care.do_now,
        Care::SeeFirst(care) => &care.what_to_do,
        Care::GetHelp(help) => &help.what_to_do,
    }
}

#[test]
fn the_first_three_things_to_do_fit_on_a_line_each() {
    for condition in knowledge().conditions() {
        let id = condition.id;
        let advice = to_do(&condition.care);
        assert!(advice.len() >= 3, "{id} has {} lines", advice.len());
        for Advice { what, how, .. } in advice {
            assert!(what.chars().count() <= 45, "{id}: {what}");
            assert!(!what.ends_with('.'), "{id}: {what}");
            assert!(how.is_empty() || how.ends_with('.'), "{id}: {how}");
        }
    }
}

#[test]
fn each_place_has_one_order_and_few_that_are_common() {
    let knowledge = knowledge();
    for area in Area::ALL {
        let there: Vec<_> = knowledge
            .conditions()
            .filter(|condition| condition.area == area)
            .collect();
        let ranks: BTreeSet<_> = there
            .iter()
            .map(|condition| usize::from(condition.rank))
            .collect();
        assert!(ranks.into_iter().eq(1..=there.len()), "{area:?}");
        let common = there.iter().filter(|condition| condition.is_common);
        assert!(common.count() <= 3, "{area:?}");
    }
}

#[test]
fn sources_open_over_https() {
    for condition in knowledge().conditions() {
        for source in &condition.sources {
            let address = source.at.as_deref();
            assert!(
                address.is_none_or(|at| at.starts_with("https://") && !at.contains(' ')),
                "{}: {address:?}",
                condition.id
            );
        }
    }
}

#[test]
fn what_could_do_harm_is_told_with_its_time() {
    // A page, something it warns of, and how soon it says to act.
    let table = [
        (
            "osgood_schlatter",
            "sudden pop",
            "the same day, at a hospital",
        ),
        (
            "sinding_larsen_johansson",
            "sudden pop",
            "the same day, at a hospital",
        ),
        ("referred_hip_back", "limp", "the same day"),
        ("referred_hip_back", "groin or thigh", "within days"),
        ("bone_stress_injury", "each step hurts", "today"),
        ("patellar_tendinopathy", "-floxacin", "today"),
        ("quadriceps_tendinopathy", "-floxacin", "today"),
        ("post_run_soreness", "dark as cola", "hospital now"),
        ("prepatellar_bursitis", "diabetes", "the same day"),
        (
            "prepatellar_bursitis",
            "comes up fast",
            "within a day or two",
        ),
        ("bakers_cyst", "outer half, hard, fixed", "within two weeks"),
        ("gastrocnemius_tendinopathy", "at one moment", "within days"),
        ("calf_strain", "breathless", "call your emergency number"),
    ];
    let knowledge = knowledge();
    for (id, sign, time) in table {
        let condition = knowledge.condition(ConditionId::with_id(id).unwrap());
        let clauses = match &condition.care {
            Care::SelfCare(care) => &care.see_someone,
            Care::SeeFirst(care) => &care.see_someone,
            Care::GetHelp(_) => panic!("{id} is looked after or seen first"),
        };
        assert!(
            clauses
                .iter()
                .any(|clause| clause.contains(sign) && clause.contains(time)),
            "{id}: {sign}, {time}"
        );
    }
}

#[test]
fn what_has_to_be_looked_at_first_offers_no_routine_at_once() {
    let knowledge = knowledge();
    // Its first routines are what a result starts with, so there are none before someone has looked.
    for id in ["referred_hip_back", "calf_strain"] {
        match &knowledge.condition(ConditionId::with_id(id).unwrap()).care {
            Care::SelfCare(care) => assert_eq!(care.routines.first, [""; 0], "{id}"),
            care => panic!("{id}: {care:?}"),
        }
    }
    for id in ["bone_stress_injury", "patellar_instability", "ocd"] {
        let condition = knowledge.condition(ConditionId::with_id(id).unwrap());
        assert_eq!(
            condition.care.how_soon(),
            Some(Level::WithinTwoWeeks),
            "{id}"
        );
    }
}

#[test]
fn a_condition_is_felt_where_the_evidence_finds_it_most() {
    for (condition, places) in [
        (
            C::PatellofemoralPain,
            vec![P::PeripatellarLateral, P::Patella, P::PeripatellarMedial],
        ),
        (C::QuadricepsTendinopathy, vec![P::QuadricepsTendon]),
        (C::FatPad, vec![P::FatPad]),
        (C::BakersCyst, vec![P::PoplitealFossa]),
        (C::OsgoodSchlatter, vec![P::TibialTubercle]),
        // Felt all over, and tied to no place.
        (C::FootGaitLoad, vec![]),
        (C::Tumour, vec![]),
    ] {
        assert_eq!(
            sore_places(&knowledge(), condition),
            places,
            "{condition:?}"
        );
    }
}

fn found(typed: &str) -> Vec<Found> {
    find_conditions(&knowledge(), typed, &LITTLE_WORDS).unwrap()
}

#[test]
fn a_condition_is_found_by_every_text_about_it_and_says_which() {
    for (typed, condition, told) in [
        ("runners", C::PatellofemoralPain, Told::Name),
        ("RUNNER'S KN", C::PatellofemoralPain, Told::Name),
        ("patellofemoral", C::PatellofemoralPain, Told::MedicalName),
        ("behind kneecap", C::PatellofemoralPain, Told::Place),
        ("stairs", C::PatellofemoralPain, Told::WorseWith),
        ("grinding", C::PatellofemoralPain, Told::Feels),
        ("osgood schlatter", C::OsgoodSchlatter, Told::Name),
    ] {
        let all = found(typed);
        let one = all.iter().find(|found| found.id == condition);
        assert_eq!(one.map(|found| found.told), Some(told), "{typed}");
    }
}

#[test]
fn the_words_that_were_meant_are_marked_whole() {
    let all = found("sit");
    let one = all.iter().find(|found| found.id == C::PatellofemoralPain);
    let one = one.unwrap();
    let meant: Vec<_> = one
        .meant
        .iter()
        .map(|range| &one.text[range.clone()])
        .collect();
    assert_eq!(meant, ["Sitting"]);
}

#[test]
fn every_word_has_to_be_said_but_not_in_one_text() {
    assert!(
        found("kneecap stairs")
            .iter()
            .any(|found| found.id == C::PatellofemoralPain)
    );
    assert_eq!(found("kneecap xylophone"), []);
}

#[test]
fn the_best_match_comes_first() {
    for typed in ["pain", "sitting", "kneecap", "running"] {
        let all = found(typed);
        assert!(all.len() > 1, "{typed}");
        assert!(all.is_sorted_by_key(|found| found.told), "{typed}");
    }
}

#[test]
fn nothing_typed_finds_nothing_and_no_text_breaks_it() {
    for typed in ["", "   ", "--", "…"] {
        assert_eq!(
            find_conditions(&knowledge(), typed, &LITTLE_WORDS),
            None,
            "{typed:?}"
        );
    }
    for typed in ["é", "👟", "-a-", "'", "ß"] {
        let _ = find_conditions(&knowledge(), typed, &LITTLE_WORDS);
    }
}
