//! `kneewise assess`: cases in, assessments out, without a window.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// What the program answers to these lines, by file or typed in, and its exit code.
fn assess(lines: &(impl AsRef<[u8]> + ?Sized), typed: bool) -> (i32, Vec<Value>, String) {
    let lines = lines.as_ref();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cases.jsonl");
    fs::write(&file, lines).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kneewise"));
    let _ = command
        .arg("assess")
        .arg(if typed {
            "-".as_ref()
        } else {
            file.as_os_str()
        })
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    if typed {
        input.write_all(lines).unwrap();
    }
    drop(input);
    let output = child.wait_with_output().unwrap();
    let answers = String::from_utf8(output.stdout).unwrap();
    (
        output.status.code().unwrap(),
        answers
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn a_case_is_answered_with_a_ranking() {
    let case = r#"{"id": "x", "side": "left", "regions": ["lateral_epicondyle"], "age": 34, "answers": {"t_itb": true, "predictable": true, "warm": true, "fever": null}}"#;
    for typed in [false, true] {
        let (code, answers, errors) = assess(case, typed);
        assert_eq!((code, answers.len(), errors.as_str()), (0, 1, ""));
        let answer = &answers[0];
        assert_eq!(answer["id"], "x");
        assert_eq!(
            answer["ranking"][0],
            json!({"condition": "itbs", "fit": "well", "for": ["t_itb", "predictable"], "against": ["warm"]})
        );
        let ranked = answer["ranking"].as_array().unwrap();
        let mut ids: Vec<_> = ranked
            .iter()
            .map(|it| it["condition"].as_str().unwrap())
            .collect();
        ids.sort_unstable();
        // Everything the region allows, but for "none of the above", and what "eases as it warms up" speaks for.
        for id in [
            "itbs",
            "referred_hip_back",
            "lateral_meniscus",
            "popliteus_tendinopathy",
            "pfp",
            "lcl_plc",
            "bone_stress_injury",
        ] {
            assert!(ids.contains(&id), "{id}");
        }
        assert!(!ids.contains(&"other"));
        assert_eq!(answer["red_flags"], json!([]));
        assert_eq!(answer["advice"], json!([]));
        assert_eq!(answer["routines_allowed"], true);
        assert_eq!(answer["next_question"], Value::Null);
        let fields: Vec<_> = answer.as_object().unwrap().keys().collect();
        assert_eq!(fields.len(), 7);
        let routines = answer["routines"].as_array().unwrap();
        assert_eq!(routines[0]["condition"], "itbs");
        assert!(!routines[0]["offered"].as_array().unwrap().is_empty());
    }
}

#[test]
fn flags_and_advice_have_their_ids_and_levels() {
    let (code, answers, _) = assess(
        r#"{"id": 1, "side": "right", "regions": ["patella"], "age": 16, "answers": {"hot": true, "fever": true, "saddle": true, "night": true, "weeks6": true}}
{"id": 2, "regions": [], "age": null, "answers": {}}"#,
        false,
    );
    assert_eq!(code, 0);
    assert_eq!(
        answers[0]["red_flags"],
        json!([
            {"id": "RF12", "level": "emergency", "standing": "open", "because": ["saddle"]},
            {"id": "RF03", "level": "same_day", "standing": "open", "because": ["fever", "hot"]},
            {"id": "RF14", "level": "within_two_weeks", "standing": "open", "because": ["night"]},
        ])
    );
    for routines in answers[0]["routines"].as_array().unwrap() {
        assert_eq!(routines["withheld"], "emergency");
        assert!(routines.get("offered").is_none());
    }
    assert_eq!(answers[0]["advice"], json!(["RF21", "A1"]));
    assert_eq!(answers[0]["routines_allowed"], false);
    assert_eq!(answers[0]["next_question"], Value::Null);
    assert_eq!(answers[0]["id"], 1);
    assert_eq!(answers[1]["ranking"][0]["condition"], "pfp");
    assert!(answers[1]["next_question"].is_string());
}

#[test]
fn how_it_began_and_how_long_it_has_hurt_count() {
    let flags = |case: &str| {
        let (code, answers, _) = assess(case, true);
        assert_eq!(code, 0, "{case}");
        let flags = answers[0]["red_flags"].as_array().unwrap().clone();
        let told = flags.iter().map(|flag| {
            let because: Vec<_> = flag["because"]
                .as_array()
                .unwrap()
                .iter()
                .map(|it| it.as_str().unwrap())
                .collect();
            format!("{} {}", flag["id"].as_str().unwrap(), because.join(" "))
        });
        told.collect::<Vec<_>>()
    };
    let table: &[(&str, &[&str])] = &[
        (
            r#"{"id": 1, "regions": ["upper_calf"], "onset": "sudden"}"#,
            &["RF11b upper_calf onset"],
        ),
        (
            r#"{"id": 1, "regions": ["patella"], "age": 12, "duration": "2-6"}"#,
            &["RF13b age duration"],
        ),
        (
            r#"{"id": 1, "regions": ["patella"], "age": 12, "answers": {"duration": 3}}"#,
            &["RF13b age duration"],
        ),
        (
            r#"{"id": 1, "regions": ["patella"], "age": 12, "duration": 1.5}"#,
            &[],
        ),
        (
            r#"{"id": 1, "regions": ["popliteal_fossa"], "age": 40, "answers": {"lump": true, "lumpsoft": false}}"#,
            &["RF14c lump lumpsoft=false"],
        ),
        (
            r#"{"id": 1, "regions": ["patella"], "onset": "gradual", "duration": ">12", "answers": {"duration": null}}"#,
            &[],
        ),
    ];
    for (case, expected) in table {
        assert_eq!(flags(case), *expected, "{case}");
    }
    let (_, answers, _) = assess(
        r#"{"id": 1, "regions": ["patella"], "onset": "gradual", "duration": 13}"#,
        true,
    );
    assert_eq!(answers[0]["advice"], json!(["RF21"]));
    assert_eq!(answers[0]["routines_allowed"], true);
}

/// Somebody has looked: the flag is told with its standing, and the routines of what was cleared open again.
#[test]
fn a_knee_that_was_checked_opens_its_routines() {
    let case = |standing: &str| {
        format!(
            r#"{{"id": 1, "regions": ["patella"], "age": 30, "answers": {{"squat": true, "night": true}}{standing}}}"#
        )
    };
    for (standing, told, allowed) in [
        ("", "open", false),
        (r#", "standing": "open""#, "open", false),
        (
            r#", "standing": {"checked": "physiotherapist"}"#,
            "checked",
            true,
        ),
        (r#", "standing": {"checked": "doctor"}"#, "checked", true),
    ] {
        let (code, answers, _) = assess(&case(standing), true);
        assert_eq!(code, 0, "{standing}");
        assert_eq!(answers[0]["red_flags"][0]["standing"], told, "{standing}");
        assert_eq!(answers[0]["routines_allowed"], allowed, "{standing}");
        let routines = &answers[0]["routines"][0];
        assert_eq!(routines["condition"], "pfp");
        assert_eq!(routines.get("offered").is_some(), allowed, "{standing}");
        assert_eq!(routines.get("withheld").is_some(), !allowed, "{standing}");
    }
}

#[test]
fn lines_that_are_no_case_say_why_and_the_others_go_on() {
    let table = [
        (
            "{\"id\": \"a\", \"answers\": {\"sqat\": true}}",
            "\"a\"",
            "There is no question \"sqat\". Did you mean \"squat\"?",
        ),
        (
            "{\"id\": \"b\", \"regions\": [\"patela\"]}",
            "\"b\"",
            "There is no region \"patela\". Did you mean \"patella\"?",
        ),
        (
            "{\"id\": \"c\", \"regoins\": []}",
            "\"c\"",
            "There is no field \"regoins\" in a case. Did you mean \"regions\"?",
        ),
        (
            "{\"id\": \"d\", \"answers\": {\"squat\": \"yes\"}}",
            "\"d\"",
            "The answer to \"squat\" should be true, false or null, not \"yes\".",
        ),
        (
            "{\"id\": \"e\", \"side\": \"both\"}",
            "\"e\"",
            "The side should be \"left\" or \"right\", not \"both\".",
        ),
        (
            "{\"id\": \"f\", \"age\": -3}",
            "\"f\"",
            "The age should be a number of years from 0 to 120, a band such as \"35-44\", or null, not -3.",
        ),
        (
            "{\"id\": \"g\", \"regions\": \"patella\"}",
            "\"g\"",
            "The field \"regions\" should be a list of region ids, such as [\"peripatellar\"].",
        ),
        (
            "{\"id\": \"h\", \"answers\": [\"squat\"]}",
            "\"h\"",
            "The field \"answers\" should be questions with their answers, such as {\"squat\": true}.",
        ),
        (
            "{\"id\": \"i\", \"onset\": \"slowly\"}",
            "\"i\"",
            "The onset should be \"gradual\", \"sudden\", \"injury\" or null, not \"slowly\".",
        ),
        (
            "{\"id\": \"j\", \"duration\": \"long\"}",
            "\"j\"",
            "The duration should be \"<2\", \"2-6\", \"6-12\", \">12\", a number of weeks, or null, not \"long\".",
        ),
        (
            "{\"id\": \"k\", \"answers\": {\"duration\": -1}}",
            "\"k\"",
            "The duration should be \"<2\"",
        ),
        (
            "{\"id\": \"l\", \"standing\": {\"checked\": \"nurse\"}}",
            "\"l\"",
            "The standing should be \"open\" or {\"checked\": ...} with one of doctor, physiotherapist, someone_else, not {\"checked\":\"nurse\"}.",
        ),
        (
            "{\"regions\": []}",
            "null",
            "The field \"id\" is missing. Write for example \"id\": \"case-1\".",
        ),
        (
            "[1, 2]",
            "null",
            "This line should be one case in curly brackets.",
        ),
        ("{\"id\": ", "null", "This line is not JSON"),
    ];
    for (line, id, sentence) in table {
        let lines = format!("{{\"id\": \"before\"}}\n{line}\n\n{{\"id\": \"after\"}}\r\n");
        let (code, answers, errors) = assess(&lines, true);
        assert_eq!((code, errors.as_str()), (1, ""), "{line}");
        let ids: Vec<_> = answers
            .iter()
            .map(|answer| answer["id"].to_string())
            .collect();
        assert_eq!(ids, ["\"before\"", id, "\"after\""], "{line}");
        let error = answers[1]["error"].as_str().unwrap();
        assert!(error.starts_with(sentence), "{error}");
        assert_eq!(answers[1].as_object().unwrap().len(), 2);
        assert!(answers[2]["ranking"].is_array());
    }
}

#[test]
fn ages_are_years_bands_or_unknown() {
    let first = |age: &str| {
        let line = format!(r#"{{"id": "x", "regions": ["medial_joint_line"], "age": {age}}}"#);
        let (code, answers, _) = assess(&line, true);
        assert_eq!(code, 0, "{age}");
        answers[0]["ranking"][0]["condition"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(first("60"), "knee_oa");
    assert_eq!(first("54.9"), "medial_meniscus");
    assert_eq!(first("\">=55\""), "knee_oa");
    assert_eq!(first("\"35-44\""), "medial_meniscus");
    assert_eq!(first("null"), "medial_meniscus");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let output = Command::new(env!("CARGO_BIN_EXE_kneewise"))
        .args(["assess", "nowhere.jsonl"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout, b"");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        told.starts_with("nowhere.jsonl: The cases could not be assessed: "),
        "{told}"
    );
}

#[test]
fn help_shows_a_case() {
    let output = Command::new(env!("CARGO_BIN_EXE_kneewise"))
        .args(["assess", "--help"])
        .output()
        .unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let case = help
        .lines()
        .map(str::trim)
        .find(|line| line.starts_with("{\"id\""))
        .unwrap();
    // The example in the help is one.
    let (code, answers, _) = assess(case, true);
    assert_eq!((code, answers.len()), (0, 1));
    assert!(help.contains("not a diagnosis"));
}

#[test]
fn a_line_that_is_too_long_is_answered_and_the_next_one_is_read() {
    let case = |id: usize| format!("{{\"id\": {id}}}\n");
    let long = format!("{{\"id\": \"{}\"}}\n", "x".repeat(3 << 20));
    let lines = [case(1), long, case(2)].concat();
    for typed in [false, true] {
        let (code, answers, errors) = assess(&lines, typed);
        assert_eq!((code, answers.len(), errors.as_str()), (1, 3, ""));
        assert_eq!(
            (&answers[0]["id"], &answers[2]["id"]),
            (&json!(1), &json!(2))
        );
        assert_eq!(
            answers[1],
            json!({"id": null, "error": "This line has more than 1 MB, so it was not read. A case has a few hundred characters: write each on a line of its own."})
        );
    }
}

/// Nothing of a line without an end may be kept.
#[cfg(target_os = "linux")]
#[test]
fn a_line_of_200_megabytes_costs_next_to_no_memory() {
    let program = env!("CARGO_BIN_EXE_kneewise");
    let limited = format!(
        "ulimit -v 150000; (head -c 200000000 /dev/zero | tr '\\0' x; echo; echo '{{\"id\": 2}}') | '{program}' assess -"
    );
    let output = Command::new("sh").args(["-c", &limited]).output().unwrap();
    let answers = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<Value> = answers
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(
        answers.len(),
        2,
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(answers[0]["error"].is_string());
    assert_eq!(answers[1]["id"], 2);
}

#[test]
fn what_powershell_writes_is_read() {
    let lines = "{\"id\": \"Größe 膝 👩\"}\r\n{\"id\": 2}\r\n";
    let utf16 = |mark: &str, unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("{mark}{lines}")
            .encode_utf16()
            .flat_map(unit)
            .collect()
    };
    for bytes in [
        utf16("\u{feff}", u16::to_le_bytes),
        utf16("", u16::to_le_bytes),
        utf16("\u{feff}", u16::to_be_bytes),
        utf16("", u16::to_be_bytes),
        format!("\u{feff}{lines}").into_bytes(),
    ] {
        for typed in [false, true] {
            let (code, answers, errors) = assess(&bytes, typed);
            assert_eq!((code, answers.len(), errors.as_str()), (0, 2, ""));
            assert_eq!(answers[0]["id"], "Größe 膝 👩");
        }
    }
    let (code, _, errors) = assess(b"\xff\xfe\0\0{\0\0\0", true);
    assert_eq!(code, 1);
    assert_eq!(
        errors,
        "-: The cases could not be assessed: they are in UTF-32; please save them as UTF-8.\n"
    );
}
