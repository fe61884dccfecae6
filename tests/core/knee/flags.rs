//! What must not be missed: every flag by facts that meet it, and by facts that just miss it.

use kneewise::knee::{FlagId, Level, Reason, assess, red_flag};

use super::notation::{KNOWLEDGE, sheet};

/// A flag, a level, whether this case meets or misses it, and the case.
const TABLE: &str = include_str!("flags.tsv");

/// How urgent a flag is for a case in short.
fn level(flag: FlagId, short: &str) -> Option<Level> {
    let raised = red_flag::raised(&KNOWLEDGE, &sheet(short));
    raised.iter().find(|it| it.id == flag).map(|it| it.level)
}

#[test]
fn every_flag_is_met_and_just_missed() {
    let mut seen = Vec::new();
    for row in TABLE.lines() {
        let row: Vec<_> = row.split('\t').collect();
        let [flag, urgency, meets, short] = row[..] else {
            panic!("{row:?}")
        };
        let flag = FlagId::with_id(flag).expect(flag);
        let urgency = Level::with_id(urgency).expect(urgency);
        seen.push(flag);
        assert_eq!(
            level(flag, short) == Some(urgency),
            meets == "meets",
            "{flag} {urgency:?} {short}"
        );
    }
    seen.dedup();
    // What is not ruled out is for the ranking to say.
    seen.push(FlagId::NotRuledOut);
    assert_eq!(seen, FlagId::ALL, "every flag is in the table");
}

#[test]
fn a_flag_blocks_routines_and_a_note_does_not() {
    for short in [
        "at=peripatellar hot+ fever+",
        "at=diffuse night+",
        "at=patellar_tendon quinolone+",
        "at=shin-medial t_bone+ walk+",
    ] {
        assert!(
            !assess(&KNOWLEDGE, &sheet(short)).routines_allowed(),
            "{short}"
        );
    }
    for short in [
        "age=16",
        "age=60",
        "pregnant+",
        "twist+ slow+",
        "weeks6+",
        "weeks12+",
        "weeks=>12",
        "cancer+",
        "psoriasis+",
    ] {
        let assessment = assess(&KNOWLEDGE, &sheet(short));
        assert!(assessment.routines_allowed(), "{short}");
        assert_eq!(assessment.advice.len(), 1, "{short}");
    }
}

/// What raised a flag, in the words of a case.
fn because(flag: &str, level: Level, short: &str) -> Vec<String> {
    let id = FlagId::with_id(flag).unwrap();
    let flag = kneewise::knee::RedFlag { level, id };
    let reasons = red_flag::reasons(&KNOWLEDGE, &sheet(short), flag);
    let told = reasons.into_iter().map(|reason| match reason {
        Reason::Yes(key) => format!("{key}+"),
        Reason::No(key) => format!("{key}-"),
        Reason::Mark(mark) => format!("at={}", mark.id()),
        Reason::Age => "age".to_owned(),
        Reason::Onset => "onset".to_owned(),
        Reason::Duration => "weeks".to_owned(),
    });
    told.collect()
}

#[test]
fn a_flag_tells_what_raised_it() {
    use Level::{Emergency, SameDay, WithinTwoWeeks};
    let table: &[(&str, Level, &str, &[&str])] = &[
        (
            "RF03",
            SameDay,
            "hot+ fever+ squat+ inject-",
            &["fever+", "hot+"],
        ),
        (
            "RF02",
            Emergency,
            "numb+ onset=injury twist+",
            &["twist+", "numb+", "onset"],
        ),
        (
            "RF13b",
            WithinTwoWeeks,
            "age=12 weeks=2-6 at=peripatellar",
            &["age", "weeks"],
        ),
        (
            "RF14c",
            WithinTwoWeeks,
            "lump+ lumpsoft- age=40",
            &["lump+", "lumpsoft-"],
        ),
        (
            "RF11b",
            WithinTwoWeeks,
            "at=upper_calf at=gerdy onset=sudden",
            &["at=upper_calf", "onset"],
        ),
        (
            "RF15",
            WithinTwoWeeks,
            "at=shin-medial t_bone+ squat+",
            &["t_bone+", "at=shin-medial"],
        ),
        (
            "RF10",
            WithinTwoWeeks,
            "twist+ pop+ give- slow-",
            &["twist+", "pop+"],
        ),
        // What would not raise it at this level has nothing to tell.
        ("RF10", SameDay, "twist+ pop+", &[]),
        ("RF03", SameDay, "fever+", &[]),
    ];
    for (flag, level, short, told) in table {
        assert_eq!(because(flag, *level, short), *told, "{flag} {short}");
    }
}

#[test]
fn a_flag_has_a_text_for_each_cause() {
    let title = |flag: &str, short: &str| {
        let sheet = sheet(short);
        let raised = red_flag::raised(&KNOWLEDGE, &sheet);
        let flag = raised.iter().find(|it| it.id.id() == flag).expect(short);
        red_flag::text(&KNOWLEDGE, &sheet, *flag).clone()
    };
    let mut seen = Vec::new();
    for (flag, short) in [
        ("RF02", "cold+"),
        ("RF02", "numb+ blow+"),
        ("RF08b", "at=patellar_tendon onset=sudden pop+"),
        ("RF08b", "at=patellar_tendon onset=sudden pop+ noslr+"),
        ("RF08b", "age=50 at=posteromedial onset=sudden pop+"),
        ("RF08b", "at=lateral_hamstring onset=sudden bruise+"),
        ("RF10", "give+ fast+"),
        ("RF10", "give+ twist+"),
        ("RF12", "numb+"),
        ("RF12", "weak+"),
        ("RF12", "saddle+"),
        ("RF14", "age=40 night+"),
        ("RF14", "age=20 night+"),
        ("RF14", "cancer+"),
        ("RF16", "age=52 onset=sudden walk+"),
        ("RF16", "age=70 onset=sudden limp+"),
        ("RF18", "joints+"),
        ("RF18", "psoriasis+"),
        ("RF21", "weeks=6-12"),
        ("RF21", "weeks=>12"),
    ] {
        let text = title(flag, short);
        assert!(!seen.contains(&text), "{flag} {short}: {}", text.title);
        seen.push(text);
    }
}
