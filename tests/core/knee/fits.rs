//! What comes out: the five findings the product began with, feet and gait, places outside the knee, and nothing at all.

use kneewise::knee::{AreaId, Assessment, Fit, Mark, Outcome, assess};

use super::notation::{KNOWLEDGE, sheet};

fn assessed(short: &str) -> Assessment {
    assess(&KNOWLEDGE, &sheet(short))
}

fn order(short: &str) -> Vec<&'static str> {
    let ranking = assessed(short).ranking;
    ranking.iter().map(|it| it.condition.id()).collect()
}

/// Front of the knee: runner's knee. Outer side: IT band. Above and below the kneecap: the tendons.
#[test]
fn the_seed_findings_are_where_the_article_says() {
    for (place, story, condition) in [
        ("patella", "squat+ down+ sit+", "pfp"),
        ("peripatellar-medial", "squat+ down+", "pfp"),
        ("peripatellar-lateral", "squat+ down+", "pfp"),
        ("iliotibial-band", "t_itb+ predictable+", "itbs"),
        (
            "patellar-tendon",
            "t_inf+ jump+ warm+",
            "patellar_tendinopathy",
        ),
        (
            "quadriceps-tendon",
            "t_sup+ deep+",
            "quadriceps_tendinopathy",
        ),
    ] {
        assert_eq!(
            order(&format!("age=30 at={place}"))[0],
            condition,
            "{place}"
        );
        let assessment = assessed(&format!("age=30 at={place} {story}"));
        let first = &assessment.ranking[0];
        assert_eq!(
            (first.condition.id(), first.fit),
            (condition, Fit::Well),
            "{place}"
        );
        assert_eq!(assessment.outcome, Outcome::Clear, "{place}");
        let listed = KNOWLEDGE
            .condition(first.condition)
            .named_routines()
            .count();
        assert!(listed > 0, "{condition} has routines");
    }
}

#[test]
fn feet_and_gait_stand_beside_the_ranking() {
    let beside = assessed("age=30 at=peripatellar squat+ down+ arch+ worn+");
    let signs: Vec<_> = beside
        .contributor
        .unwrap()
        .signs
        .iter()
        .map(|key| key.id())
        .collect();
    assert_eq!(signs, ["arch", "worn"]);
    assert_eq!(beside.ranking[0].condition.id(), "pfp");

    for too_few in ["arch+", "arch- worn+", "shoes+ both-", "both+ arch?"] {
        assert_eq!(
            assessed(&format!("at=peripatellar {too_few}")).contributor,
            None,
            "{too_few}"
        );
    }
    for enough in ["arch+ worn+", "both+ shoes+", "worn+ shoes+"] {
        assert!(
            assessed(&format!("at=peripatellar {enough}"))
                .contributor
                .is_some(),
            "{enough}"
        );
    }
}

#[test]
fn feet_and_gait_come_first_only_when_no_spot_hurts_and_nothing_else_fits_better() {
    let story = "arch+ worn+ both+ shoes+";
    assert_eq!(
        order(&format!("age=30 at=diffuse {story} diffuse+ squat-"))[0],
        "foot_gait_load"
    );
    assert_eq!(
        order(&format!("age=30 {story} squat-"))[0],
        "foot_gait_load"
    );
    // Runner's knee fits better.
    assert_eq!(
        order(&format!("age=30 at=diffuse {story} squat+ down+ sit+"))[0],
        "pfp"
    );
    // A spot hurts.
    let with_spot = order(&format!(
        "age=30 at=diffuse at=gerdy {story} squat- t_itb- predictable- gone48-"
    ));
    assert_eq!(with_spot[1], "foot_gait_load");
    // Beside the ranking it is not shown a second time in it.
    let shown = assessed(&format!("age=30 at=diffuse {story} squat+ down+"));
    assert!(
        shown
            .shown()
            .all(|it| it.condition.id() != "foot_gait_load")
    );
}

#[test]
fn each_mark_counts_the_same() {
    // 56 and 45 percent, halved, beside 20 and 33 percent of runner's knee.
    assert_eq!(
        order("at=patellar_tendon at=suprapatellar")[..3],
        ["patellar_tendinopathy", "pfp", "quadriceps_tendinopathy"]
    );
    assert_eq!(
        order("at=patellar_tendon at=patellar_tendon"),
        order("at=patellar_tendon")
    );
    // Seven eighths of the kneecap lie round the joint, the rest on the bursa.
    let kneecap = order("at=patella");
    assert!(kneecap.contains(&"prepatellar_bursitis") && kneecap.contains(&"fat_pad"));
    assert_eq!(order(""), order("at=diffuse"));
    let marks = &assessed("at=patellar-tendon at=gerdy").ranking[0].marks;
    assert_eq!(
        marks,
        &[
            Mark::Area(AreaId::PatellarTendon),
            Mark::with_id("gerdy").unwrap()
        ]
    );
}

#[test]
fn the_outer_ligament_is_likelier_on_the_ligament() {
    let rank = |at: &str| {
        order(&format!("onset=injury at={at}"))
            .iter()
            .position(|it| *it == "lcl_plc")
            .unwrap()
    };
    assert!(rank("lateral-collateral") < rank("lateral-joint-line"));
}

#[test]
fn the_map_ends_at_thigh_and_shin() {
    let thigh = assessed("age=30 at=distal-quadriceps squat+");
    assert_eq!(thigh.outcome, Outcome::OutsideTheKnee);
    assert_eq!(thigh.outside, [AreaId::DistalQuadriceps]);
    assert_eq!(thigh.shown().count(), 0);
    let nearest = KNOWLEDGE
        .place(AreaId::DistalQuadriceps)
        .nearest_of_the_knee();
    assert_eq!(nearest, Some(AreaId::QuadricepsTendon));

    // With a mark in the knee, the ranking is about that one.
    let both = assessed("age=30 at=shin-medial at=patellar-tendon");
    assert_eq!(both.outcome, Outcome::Ranked);
    assert_eq!(both.outside, [AreaId::ShinMedial]);
    assert_eq!(
        order("at=shin-medial at=patellar-tendon"),
        order("at=patellar-tendon")
    );

    // Red flags hold outside as well.
    assert_eq!(
        assessed("at=shin-medial t_bone+ walk+").outcome,
        Outcome::Stopped
    );
}

#[test]
fn when_nothing_fits_nothing_is_shown() {
    let denied = "age=30 at=peripatellar squat- down- sit- diffuse- t_inf- t_sup- straight- t_cord- gone48- \
                  chair- jump- t_fat- hip- back- t_bone-";
    let assessment = assessed(denied);
    assert_eq!(assessment.outcome, Outcome::NothingFits);
    assert!(assessment.ranking.iter().all(|it| it.fit == Fit::Little));
    assert_eq!(assessment.shown().count(), 0);
    // Two answers leave less than a quarter of it; two faint ones or a single one do not.
    for (answers, nothing) in [
        ("warm+ both+", true),
        ("both+", false),
        ("warm+", false),
        ("down- twist-", false),
    ] {
        let outcome = assessed(&format!("age=30 at=lateral_epicondyle {answers}")).outcome;
        assert_eq!(outcome == Outcome::NothingFits, nothing, "{answers}");
    }
}

#[test]
fn fits_in_words() {
    let fit = |short: &str| assessed(short).ranking[0].fit;
    // The location alone, however strong, is not a good fit yet; nor is one sign.
    assert_eq!(fit("age=30 at=lateral_epicondyle"), Fit::Partly);
    assert_eq!(fit("age=30 at=lateral_epicondyle t_itb+"), Fit::Partly);
    assert_eq!(
        fit("age=30 at=lateral_epicondyle t_itb+ predictable+"),
        Fit::Well
    );
    // As many for as against.
    assert_eq!(
        fit("age=30 at=lateral_epicondyle t_itb+ predictable+ warm+ both+"),
        Fit::Partly
    );
    let shown: Vec<_> = assessed("age=30 at=lateral_joint_line")
        .ranking
        .iter()
        .map(|it| it.fit)
        .collect();
    assert_eq!(shown[..2], [Fit::Partly, Fit::Partly]);
    assert_eq!(shown.last(), Some(&Fit::Little));
}

#[test]
fn signs_are_told_with_the_strongest_first() {
    let assessment =
        assessed("age=30 at=lateral_epicondyle downhill+ t_itb+ predictable+ warm+ fever- click+");
    let first = &assessment.ranking[0];
    let ids = |keys: &[kneewise::knee::Key]| keys.iter().map(|key| key.id()).collect::<Vec<_>>();
    assert_eq!(ids(&first.signs_for), ["t_itb", "predictable", "downhill"]);
    assert_eq!(ids(&first.signs_against), ["warm"]);
    assert_eq!(first.signs(), (3, 4));
}

/// What hurts nowhere of its own comes into the ranking by answers alone, after everything the marks allow.
#[test]
fn answers_add_conditions_at_the_end() {
    assert!(!order("age=30 at=peripatellar").contains(&"scfe"));
    assert_eq!(
        order("age=30 at=peripatellar hiprot+").last(),
        Some(&"scfe")
    );
}
