//! What the first reading got wrong, each with its right outcome.

use kneewise::knee::{Assessment, FlagId, Level, assess, red_flag, routines_in_result};
use kneewise::knee::{Duration, Findings};

use super::notation::{KNOWLEDGE, sheet};

fn assessed(short: &str) -> Assessment {
    assess(&KNOWLEDGE, &sheet(short))
}

/// How urgent the most urgent flag is.
fn level(short: &str) -> Option<Level> {
    assessed(short).red_flags.first().map(|flag| flag.level)
}

fn is_raised(flag: &str, short: &str) -> bool {
    let flag = FlagId::with_id(flag).unwrap();
    let raised = red_flag::raised(&KNOWLEDGE, &sheet(short));
    raised.iter().any(|it| it.id == flag)
}

fn shown(short: &str) -> Vec<&'static str> {
    let assessment = assessed(short);
    assessment.shown().map(|it| it.condition.id()).collect()
}

#[test]
fn a_child_with_a_fever_is_seen_the_same_day() {
    assert_eq!(level("age=12 at=peripatellar fever+"), Some(Level::SameDay));
}

#[test]
fn fever_and_a_big_swelling_are_seen_the_same_day() {
    let short = "age=40 at=peripatellar fever+ effusion+";
    assert_eq!(level(short), Some(Level::SameDay));
}

#[test]
fn a_swollen_kneecap_with_fever_or_a_wound_is_seen_the_same_day() {
    for sign in ["fever+", "inject+"] {
        let short = format!("age=40 at=prepatellar frontbag+ {sign}");
        assert_eq!(level(&short), Some(Level::SameDay), "{sign}");
    }
}

#[test]
fn a_sore_tendon_and_a_floxacin_antibiotic_mean_a_call_today_and_no_loading() {
    let short = "age=40 at=patellar_tendon t_inf+ quinolone+";
    assert_eq!(level(short), Some(Level::SameDay));
    assert!(!assessed(short).routines_allowed());
}

#[test]
fn groin_pain_in_walking_is_no_running_and_seen_in_days() {
    let short = "age=30 at=peripatellar onset=gradual hip+ walk+";
    assert_eq!(level(short), Some(Level::WithinTwoWeeks));
    assert!(is_raised("RF15b", short));
}

#[test]
fn a_twist_with_a_pop_is_seen_though_it_did_not_swell_fast() {
    let short = "age=25 at=medial_joint_line onset=injury recent+ twist+ pop+ fast-";
    assert_eq!(level(short), Some(Level::WithinTwoWeeks));
}

#[test]
fn giving_way_since_a_twist_is_seen() {
    let short = "age=25 at=medial_joint_line onset=injury twist+ give+ fast- slow- pop-";
    assert_eq!(level(short), Some(Level::WithinTwoWeeks));
}

#[test]
fn a_sudden_sore_calf_is_seen_in_days_and_a_clot_never_listed_without_its_flag() {
    let short = "age=40 at=upper_calf onset=sudden calf_tender+ calf- clotrisk-";
    assert!(is_raised("RF11b", short));
    assert_eq!(shown(short), [""; 0]);
    // Where nothing is raised, a clot is not among what is shown either.
    let open = "age=40 at=upper_calf onset=gradual heelraise+ calf- calf_tender- clotrisk-";
    assert!(assessed(open).red_flags.is_empty());
    assert!(!shown(open).contains(&"dvt"));
    let first: Vec<_> = assessed(open).ranking[..3]
        .iter()
        .map(|it| it.condition)
        .collect();
    assert!(
        first.iter().all(|condition| !condition.is_acute()),
        "{first:?}"
    );
}

#[test]
fn a_lump_behind_the_knee_from_55_is_scanned_first() {
    let short = "age=62 at=popliteal_fossa onset=gradual lump+ lumpsoft-";
    assert!(is_raised("RF14c", short));
}

#[test]
fn a_numb_foot_after_a_blow_is_an_emergency() {
    assert_eq!(
        level("age=30 at=fibular_head blow+ numb+"),
        Some(Level::Emergency)
    );
}

#[test]
fn a_sore_bump_at_40_is_a_tendon_or_a_bursa_first() {
    for short in [
        "age=40 at=tibial_tubercle",
        "age=40 at=tibial_tubercle t_tub+ kneel-",
    ] {
        assert_eq!(shown(short)[0], "patellar_tendinopathy", "{short}");
    }
}

#[test]
fn arthritis_hardly_ever_shows_below_35() {
    for age in ["12", "15", "18", "20", "30", "<14", "14-17", "18-34"] {
        for region in [
            "peripatellar",
            "medial_joint_line",
            "medial_femoral",
            "lateral_joint_line",
            "medial_plateau",
            "suprapatellar",
            "diffuse",
        ] {
            let short = format!("age={age} at={region} onset=gradual");
            assert!(!shown(&short).contains(&"knee_oa"), "{short}");
        }
    }
}

#[test]
fn at_12_the_growth_plate_comes_before_the_tendon() {
    let ranking = assessed("age=12 at=patellar_tendon t_inf+").ranking;
    assert_eq!(ranking[0].condition.id(), "sinding_larsen_johansson");
    let ranking = assessed("age=12 at=patellar_tendon").ranking;
    assert_eq!(ranking[0].condition.id(), "sinding_larsen_johansson");
}

#[test]
fn an_it_band_that_builds_and_hurts_in_walking_is_no_bone() {
    let short = "age=30 at=lateral_epicondyle onset=gradual t_itb+ worse_run+ walk+ t_bone~";
    assert_eq!(level(short), None);
    assert_eq!(shown(short)[0], "itbs");
    // Unless the bone itself is sore.
    let sore = "age=30 at=lateral_epicondyle onset=gradual worse_run+ walk+ t_bone+";
    assert!(is_raised("RF15", sore));
}

#[test]
fn an_ache_in_sitting_is_runners_knee_and_the_question_about_rest_says_so() {
    let short = "age=30 at=peripatellar onset=gradual squat+ sit+ rest~ night~";
    assert_eq!(level(short), None);
    assert_eq!(shown(short)[0], "pfp");
    let rest = KNOWLEDGE.question(kneewise::knee::Key::RestPain);
    assert!(
        rest.how
            .as_deref()
            .unwrap()
            .contains("sitting with bent knees")
    );
    let statement = KNOWLEDGE.statement(kneewise::knee::StatementId::RestPain);
    assert!(statement.how.contains("sitting with bent knees"));
}

#[test]
fn psoriasis_or_an_old_cancer_beside_a_plain_runners_knee_is_a_note() {
    for (key, flag) in [("psoriasis+", "RF18"), ("cancer+", "RF14")] {
        let assessment = assessed(&format!("age=40 at=peripatellar squat+ sit+ {key}"));
        assert!(assessment.routines_allowed(), "{key}");
        assert!(
            assessment.advice.iter().any(|it| it.id.id() == flag),
            "{key}"
        );
    }
}

#[test]
fn twelve_weeks_without_gain_leave_the_routines_and_say_to_see_someone() {
    for long in ["weeks12+", "weeks=>12"] {
        let short = format!("age=30 at=peripatellar squat+ sit+ {long}");
        let assessment = assessed(&short);
        let ids: Vec<_> = assessment.shown().map(|it| it.condition).collect();
        let open = Findings::default();
        assert!(
            routines_in_result(&KNOWLEDGE, &ids, ids[0], &open).is_ok(),
            "{long}"
        );
        let note = assessment
            .advice
            .iter()
            .find(|it| it.id.id() == "RF21")
            .unwrap();
        let text = red_flag::text(&KNOWLEDGE, &sheet(&short), *note);
        assert!(text.title.contains("12 weeks"), "{}", text.title);
    }
}

#[test]
fn the_rule_about_x_rays_is_for_the_first_days() {
    let long_ago = "age=60 at=medial_joint_line onset=injury weeks=>12 twist+ recent- no4- no90-";
    assert!(!is_raised("RF05", long_ago));
    let mut fresh = sheet("age=60 at=medial_joint_line onset=injury blow+ recent+ no4- no90-");
    assert!(is_raised(
        "RF05",
        "age=60 at=medial_joint_line onset=injury blow+ recent+"
    ));
    fresh.duration = Some(Duration::Over12);
    let _ = fresh.answers.remove(&kneewise::knee::Key::WithinSevenDays);
    let raised = red_flag::raised(&KNOWLEDGE, &fresh);
    assert!(raised.iter().all(|it| it.id.id() != "RF05"));
}

#[test]
fn a_numb_patch_alone_can_wait_two_weeks() {
    assert_eq!(
        level("age=30 at=fibular_head numb+"),
        Some(Level::WithinTwoWeeks)
    );
    assert_eq!(
        level("age=30 at=fibular_head numb+ weak+"),
        Some(Level::SameDay)
    );
}

#[test]
fn none_of_these_writes_nothing_that_lowers_the_it_band() {
    let plain = "age=30 at=lateral_epicondyle onset=gradual";
    let mut passed = sheet(plain);
    let groups = red_flag::screening(&KNOWLEDGE, &passed);
    let keys: Vec<_> = groups
        .iter()
        .flat_map(|group| group.keys(&KNOWLEDGE))
        .collect();
    for key in ["walk", "worse_run"] {
        assert!(keys.iter().all(|it| it.id() != key), "{key} is in no check");
    }
    passed.unticked.extend(keys);
    assert_eq!(assess(&KNOWLEDGE, &passed).ranking, assessed(plain).ranking);
}
