//! Every number of the evidence, against a copy of its tables.

use kneewise::knee::region::Source;
use kneewise::knee::{ConditionId, Key, RegionId, assess};

use super::notation::{KNOWLEDGE, sheet};

const WEIGHTS: &str = include_str!("weights.tsv");
const RATIOS: &str = include_str!("ratios.tsv");

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().map(|line| line.split('\t').collect())
}

#[test]
fn every_weight_of_every_region() {
    let mut written = Vec::new();
    for region in RegionId::ALL {
        for (condition, weight) in &KNOWLEDGE.region(*region).weights {
            written.push(format!("{region}\t{condition}\t{weight}"));
        }
    }
    assert_eq!(written, WEIGHTS.lines().collect::<Vec<_>>());
    assert_eq!(RegionId::ALL.len(), 23);
}

#[test]
fn every_ratio_of_every_question() {
    let mut written = Vec::new();
    for key in Key::ALL {
        for ratio in KNOWLEDGE.ratios(*key) {
            let tag = match ratio.source {
                Source::Published => "P",
                Source::PublishedHalved => "P/2",
                Source::PublishedAdjusted => "P~",
                Source::PublishedNone => "P0",
                Source::Estimated => "E",
            };
            let (condition, yes, no) = (ratio.condition, ratio.yes, ratio.no);
            written.push(format!("{key}\t{condition}\t{yes}\t{no}\t{tag}"));
        }
    }
    assert_eq!(written, RATIOS.lines().collect::<Vec<_>>());
}

#[test]
fn an_answer_moves_a_condition_by_its_ratio() {
    for row in rows(RATIOS) {
        let [key, condition, yes, no, _] = row[..] else {
            panic!("{row:?}")
        };
        // Where the condition is one of several, so that its place can change.
        let Some(region) = RegionId::ALL.iter().copied().find(|region| {
            let weights = &KNOWLEDGE.region(*region).weights;
            weights.iter().any(|(of, _)| of.id() == condition)
        }) else {
            // It hurts nowhere of its own, so only answers can put it into the ranking.
            let after = assess(&KNOWLEDGE, &sheet(&format!("at=diffuse {key}+")));
            let ranked = after
                .ranking
                .iter()
                .any(|it| it.condition.id() == condition);
            assert_eq!(
                ranked,
                yes.parse::<f64>().unwrap() > 1.0,
                "{key} {condition}"
            );
            continue;
        };
        for (sign, ratio) in [("+", yes), ("-", no)] {
            let after = assess(&KNOWLEDGE, &sheet(&format!("at={region} {key}{sign}")));
            let it = after
                .ranking
                .iter()
                .find(|it| it.condition.id() == condition)
                .unwrap();
            let ratio: f64 = ratio.parse().unwrap();
            let key = Key::with_id(key).unwrap();
            assert_eq!(
                it.signs_for.contains(&key),
                ratio > 1.0,
                "{key}{sign} {condition}"
            );
            assert_eq!(
                it.signs_against.contains(&key),
                ratio < 1.0,
                "{key}{sign} {condition}"
            );
        }
    }
}

/// Where the finger meets bone, a new start doubles it: region and answer together, and not each by itself.
#[test]
fn a_new_start_counts_once_and_makes_two() {
    let ratio = KNOWLEDGE
        .ratios(Key::NewToRunning)
        .iter()
        .find(|ratio| ratio.condition == ConditionId::BoneStressInjury)
        .unwrap();
    let region = weight(
        RegionId::PesAnserine,
        ConditionId::BoneStressInjury,
        "newrun+",
    ) / weight(RegionId::PesAnserine, ConditionId::BoneStressInjury, "");
    assert!((region * ratio.yes - 2.0).abs() < 1e-9);
}

/// What a region weighs for somebody, by condition.
fn weight(region: RegionId, condition: ConditionId, short: &str) -> f64 {
    let sheet = sheet(short);
    let mut weights = KNOWLEDGE.region(region).weights_for(&sheet);
    weights.find(|(of, _)| *of == condition).unwrap().1
}

#[test]
fn every_modifier_at_its_edges() {
    // Region, condition, somebody it does not apply to, somebody it applies to, how many times.
    let table = [
        ("suprapatellar", "knee_oa", "age=49", "age=50", 3.0),
        ("suprapatellar", "knee_oa", "", "age=45-54", 3.0),
        ("peripatellar", "knee_oa", "age=44", "age=45", 6.0),
        ("peripatellar", "knee_oa", "age=55", "age=54", 0.5),
        ("peripatellar", "knee_oa", "", "age=55", 6.0),
        (
            "patellar_tendon",
            "sinding_larsen_johansson",
            "age=8",
            "age=9",
            40.0,
        ),
        (
            "patellar_tendon",
            "sinding_larsen_johansson",
            "age=14",
            "age=13",
            40.0,
        ),
        (
            "patellar_tendon",
            "osgood_schlatter",
            "age=9",
            "age=10",
            20.0,
        ),
        (
            "patellar_tendon",
            "osgood_schlatter",
            "age=17",
            "age=16",
            20.0,
        ),
        (
            "patellar_tendon",
            "patellar_tendinopathy",
            "age=14 jump+",
            "age=15 jump+",
            1.2,
        ),
        (
            "patellar_tendon",
            "patellar_tendinopathy",
            "age=36 sprint+",
            "age=35 sprint+",
            1.2,
        ),
        (
            "patellar_tendon",
            "patellar_tendinopathy",
            "age=20 jump- sprint?",
            "age=20 sprint+",
            1.2,
        ),
        (
            "tibial_tubercle",
            "osgood_schlatter",
            "age=8",
            "age=9",
            12.0,
        ),
        (
            "tibial_tubercle",
            "osgood_schlatter",
            "age=17",
            "age=16",
            12.0,
        ),
        (
            "tibial_tubercle",
            "osgood_schlatter",
            "age=17",
            "age=14-17",
            12.0,
        ),
        (
            "patella_medial_edge",
            "medial_plica",
            "age=30",
            "age=29",
            1.3,
        ),
        ("lateral_joint_line", "knee_oa", "age=49", "age=50", 3.0),
        (
            "medial_femoral",
            "sifk",
            "age=49 sudden+",
            "age=50 sudden+",
            6.0,
        ),
        ("medial_joint_line", "knee_oa", "age=44", "age=45", 5.0),
        ("medial_joint_line", "knee_oa", "age=55", "age=54", 0.625),
        ("medial_joint_line", "knee_oa", "", "age=55", 4.0),
        ("pes_anserine", "bone_stress_injury", "both-", "both+", 2.0),
        ("popliteal_fossa", "bakers_cyst", "age=35", "age=34", 0.5),
        ("diffuse", "knee_oa", "age=44", "age=45", 6.0),
        // In every region that lists the condition.
        ("patella_medial_edge", "knee_oa", "", "age=17", 0.02),
        ("patella_medial_edge", "knee_oa", "", "age=18", 0.1),
        ("medial_joint_line", "knee_oa", "", "age=34", 0.1),
        ("medial_plateau", "knee_oa", "", "age=35", 0.5),
        ("medial_plateau", "knee_oa", "", "age=44", 0.5),
        ("medial_plateau", "knee_oa", "", "age=45", 1.0),
        ("tibial_tubercle", "osgood_schlatter", "", "age=18", 0.15),
        ("patellar_tendon", "osgood_schlatter", "", "age=40", 0.15),
        ("tibial_tubercle", "osgood_schlatter", "", "age=17", 1.0),
        (
            "patellar_tendon",
            "sinding_larsen_johansson",
            "",
            "age=15",
            0.1,
        ),
        (
            "patellar_tendon",
            "sinding_larsen_johansson",
            "",
            "age=14",
            1.0,
        ),
        ("fat_pad", "patellar_tendinopathy", "", "age=13", 0.3),
        ("fat_pad", "patellar_tendinopathy", "", "age=14", 1.0),
        ("medial_plateau", "sifk", "", "age=44", 0.05),
        ("medial_plateau", "sifk", "", "age=45", 1.0),
        ("medial_joint_line", "sifk", "", "age=54", 1.0),
        ("medial_joint_line", "sifk", "", "age=55", 3.0),
        ("medial_femoral", "sifk", "", "age=60 sudden+", 6.0),
        ("medial_femoral", "sifk", "", "age=60 sudden-", 3.0),
        ("diffuse", "ocd", "", "age=9", 1.0),
        ("diffuse", "ocd", "", "age=10", 3.0),
        ("medial_femoral", "ocd", "", "age=20", 3.0),
        ("medial_femoral", "ocd", "", "age=21", 1.0),
        ("diffuse", "ocd", "", "age=34", 1.0),
        ("diffuse", "ocd", "", "age=35", 0.1),
        (
            "medial_femoral",
            "mcl_sprain",
            "twist+",
            "twist- sudden+",
            0.3,
        ),
        ("medial_joint_line", "mcl_sprain", "onset=injury", "", 0.3),
        (
            "pes_anserine",
            "mcl_sprain",
            "onset=injury",
            "onset=gradual",
            0.3,
        ),
        ("fibular_head", "lcl_plc", "blow+", "", 0.2),
        (
            "lateral_joint_line",
            "lcl_plc",
            "onset=injury",
            "onset=sudden",
            0.2,
        ),
        (
            "pes_anserine",
            "bone_stress_injury",
            "newrun-",
            "newrun+",
            4.0 / 3.0,
        ),
        (
            "medial_plateau",
            "bone_stress_injury",
            "newrun-",
            "newrun+",
            4.0 / 3.0,
        ),
        (
            "tibial_tubercle",
            "bone_stress_injury",
            "newrun-",
            "newrun+",
            4.0 / 3.0,
        ),
        (
            "gerdy",
            "bone_stress_injury",
            "newrun-",
            "newrun+",
            4.0 / 3.0,
        ),
        (
            "fibular_head",
            "bone_stress_injury",
            "newrun-",
            "newrun+",
            4.0 / 3.0,
        ),
        (
            "medial_femoral",
            "bone_stress_injury",
            "newrun-",
            "newrun+",
            1.0,
        ),
        (
            "upper_calf",
            "bone_stress_injury",
            "newrun-",
            "newrun+",
            1.0,
        ),
    ];
    for (region, condition, without, with, times) in table {
        let region = RegionId::with_id(region).unwrap();
        let condition = ConditionId::with_id(condition).unwrap();
        let factor = weight(region, condition, with) / weight(region, condition, without);
        assert!(
            (factor - times).abs() < 1e-9,
            "{region} {condition} {with}: {factor}"
        );
    }
}

#[test]
fn nothing_else_changes_a_weight() {
    let somebody = [
        "",
        "age=13",
        "age=16",
        "age=30",
        "age=40",
        "age=50",
        "age=60 sudden+",
        "jump+ sprint+",
        "age=25 jump+",
        "twist+",
        "both+",
        "slow+ hot+",
    ];
    // These change in every region that lists them.
    const EVERYWHERE: [&str; 8] = [
        "knee_oa",
        "osgood_schlatter",
        "sinding_larsen_johansson",
        "patellar_tendinopathy",
        "sifk",
        "ocd",
        "mcl_sprain",
        "lcl_plc",
    ];
    let modified: [(&str, &[&str]); 3] = [
        ("patella_medial_edge", &["medial_plica"]),
        ("pes_anserine", &["bone_stress_injury"]),
        ("popliteal_fossa", &["bakers_cyst"]),
    ];
    for region in RegionId::ALL {
        let changing = modified
            .iter()
            .find(|(id, _)| *id == region.id())
            .map_or(&[][..], |(_, changing)| changing);
        for (condition, written) in &KNOWLEDGE.region(*region).weights {
            if changing.contains(&condition.id()) || EVERYWHERE.contains(&condition.id()) {
                continue;
            }
            for short in somebody {
                let now = weight(*region, *condition, short);
                assert!((now - written).abs() < 1e-9, "{region} {condition} {short}");
            }
        }
    }
}
