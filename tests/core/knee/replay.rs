//! The reasoning against a plain replay of the evidence's tables: weights of the marks and of what lies beside them, times
//! modifiers, times the ratio of every answer, sorted.

use std::collections::BTreeMap;

use kneewise::knee::{
    Answer, AnswerSheet, AreaId, ConditionId, Key, LeadsTo, Mark, RegionId, View, assess,
};
use proptest::prelude::*;

use super::notation::KNOWLEDGE;
use super::properties;

const RATIOS: &str = include_str!("ratios.tsv");

/// The part of a mark that goes to the regions beside it, as the evidence has it.
const BESIDE: f64 = 0.05;

/// The regions of a place.
fn regions(place: AreaId) -> Vec<RegionId> {
    match &KNOWLEDGE.place(place).leads_to {
        LeadsTo::Regions(shares) => shares.iter().map(|share| share.region).collect(),
        LeadsTo::Thigh { .. } | LeadsTo::Shin { .. } => Vec::new(),
    }
}

/// The regions beside one, as the diagram draws them.
fn beside(region: RegionId) -> Vec<RegionId> {
    let mut beside: Vec<_> = AreaId::ALL
        .iter()
        .filter(|place| regions(**place).contains(&region))
        .flat_map(|place| View::ALL.map(|view| KNOWLEDGE.diagram().neighbours(view, *place)))
        .flatten()
        .flat_map(|place| regions(*place))
        .filter(|it| *it != region)
        .collect();
    beside.sort();
    beside.dedup();
    beside
}

/// What each condition weighs, worked out from the copy of the tables and without the code under test, apart from the
/// modifiers of a region, which have a table of their own.
fn replay(sheet: &AnswerSheet) -> BTreeMap<&'static str, f64> {
    let mut marks = sheet.marks.clone();
    marks.sort();
    marks.dedup();
    let mut regions: Vec<_> = marks
        .iter()
        .map(|mark| match mark {
            Mark::Region(region) => *region,
            Mark::Area(_) => panic!("regions only"),
        })
        .collect();
    if regions.is_empty() {
        regions.push(RegionId::Diffuse);
    }

    let mut weights: BTreeMap<_, f64> = BTreeMap::new();
    for region in &regions {
        let beside = beside(*region);
        let given = if beside.is_empty() { 0.0 } else { BESIDE };
        let mut add = |region: RegionId, share: f64| {
            for (condition, weight) in KNOWLEDGE.region(region).weights_for(sheet) {
                *weights.entry(condition.id()).or_default() +=
                    share * weight / regions.len() as f64;
            }
        };
        add(*region, 1.0 - given);
        for other in &beside {
            add(*other, given / beside.len() as f64);
        }
    }
    for line in RATIOS.lines() {
        let row: Vec<_> = line.split('\t').collect();
        let [key, condition, yes, no, _] = row[..] else {
            panic!("{line}")
        };
        let ratio = match sheet.answers.get(&Key::with_id(key).unwrap()) {
            Some(Answer::Yes) => yes,
            Some(Answer::No) => no,
            Some(Answer::NotSure) | None => continue,
        };
        if let Some(weight) = weights.get_mut(condition) {
            *weight *= ratio.parse::<f64>().unwrap().clamp(0.1, 8.0);
        }
    }
    let _ = weights.remove("other");
    weights
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_ranking_is_the_order_of_the_replay(sheet in properties::sheet()) {
        let mut sheet = sheet;
        sheet.onset = None;
        sheet.marks.retain(|mark| matches!(mark, Mark::Region(_)));
        let weights = replay(&sheet);
        let ranking: Vec<_> = assess(&KNOWLEDGE, &sheet)
            .ranking
            .iter()
            // What is only ever acute steps back by rule.
            .filter(|it| !it.condition.is_acute())
            .map(|it| it.condition.id())
            .filter(|condition| weights.contains_key(condition))
            .collect();

        let acute = |id: &&&str| ConditionId::with_id(id).is_some_and(ConditionId::is_acute);
        prop_assert_eq!(ranking.len(), weights.keys().filter(|id| !acute(id)).count());
        let spot = sheet.marks.iter().any(|mark| *mark != Mark::WHOLE_KNEE);
        for (number, pair) in ranking.windows(2).enumerate() {
            // Feet and gait step back from the first place where a spot hurts.
            if number == 0 && pair[1] == "foot_gait_load" && spot {
                continue;
            }
            prop_assert!(
                weights[pair[0]] >= weights[pair[1]] * (1.0 - 1e-6),
                "{} {} before {} {}", pair[0], weights[pair[0]], pair[1], weights[pair[1]]
            );
        }
    }
}
