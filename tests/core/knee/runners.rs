//! Ordinary runners, who must not be stopped, with the checks passed over.

use kneewise::knee::{assess, red_flag};

use super::notation::{KNOWLEDGE, sheet};

/// A plain story, and what it should be.
const RUNNERS: [(&str, &str); 19] = [
    (
        "age=32 at=patella onset=gradual weeks=2-6 squat+ down+ sit+ downhill+ click+ load+",
        "pfp",
    ),
    (
        "age=24 at=patella onset=gradual weeks=>12 squat+ diffuse+ worse_run+ walk+",
        "pfp",
    ),
    (
        "age=50 at=patella onset=gradual squat+ diffuse+ sit+ ams30-",
        "pfp",
    ),
    (
        "age=28 at=iliotibial-band onset=gradual weeks=<2 t_itb+ predictable+ worse_run+ walk+",
        "itbs",
    ),
    (
        "age=45-54 at=iliotibial-band onset=gradual weeks=2-6 t_itb+ predictable+ downhill+",
        "itbs",
    ),
    (
        "age=24 at=patellar-tendon onset=gradual weeks=>12 t_inf+ jump+ warm+ finger+ load+",
        "patellar_tendinopathy",
    ),
    (
        "age=40 at=tibial-tubercle onset=gradual t_tub+ walk-",
        "patellar_tendinopathy",
    ),
    (
        "age=47 at=quadriceps-tendon onset=gradual t_sup+ deep+ up+",
        "quadriceps_tendinopathy",
    ),
    (
        "age=38 onset=gradual arch+ worn+ shoes+ squat- diffuse+",
        "foot_gait_load",
    ),
    (
        "age=57 at=medial-joint-line onset=gradual weeks=>12 ams30+ chair+ down+ t_jlm+",
        "knee_oa",
    ),
    (
        "age=34 at=pes-anserine onset=gradual t_pes+ up+ chair+",
        "pes_anserine",
    ),
    (
        "age=30 at=lateral-joint-line onset=injury recent- twist+ pivot+ t_jll+ catch+",
        "lateral_meniscus",
    ),
    (
        "age=33 at=medial-joint-line onset=injury recent+ weeks=<2 twist+ pivot+ t_jlm+",
        "medial_meniscus",
    ),
    (
        "age=35 at=gastrocnemius-medial onset=gradual heelraise+ sprint+",
        "gastrocnemius_tendinopathy",
    ),
    (
        "age=41 at=popliteal-fossa onset=gradual lump+ lumpsoft+ lump_odd-",
        "bakers_cyst",
    ),
    (
        "age=29 at=biceps-femoris-tendon onset=gradual curl+ sprint+",
        "biceps_femoris_tendinopathy",
    ),
    (
        "age=31 at=fat-pad onset=gradual straight+ t_fat+",
        "fat_pad",
    ),
    (
        "age=14 at=tibial-tubercle onset=gradual weeks=<2 t_tub+ kneel+ jump+ growth+",
        "osgood_schlatter",
    ),
    (
        "age=36 at=patella onset=gradual psoriasis+ cancer+ squat+ diffuse+ sit+",
        "pfp",
    ),
];

#[test]
fn ordinary_runners_are_not_stopped() {
    for (short, condition) in RUNNERS {
        let mut sheet = sheet(short);
        for page in red_flag::screening(&KNOWLEDGE, &sheet) {
            sheet.unticked.extend(page.keys(&KNOWLEDGE));
        }
        let assessment = assess(&KNOWLEDGE, &sheet);
        assert_eq!(assessment.red_flags, [], "{short}");
        let shown: Vec<_> = assessment.shown().map(|it| it.condition.id()).collect();
        assert_eq!(shown.first(), Some(&condition), "{short}: {shown:?}");
    }
}
