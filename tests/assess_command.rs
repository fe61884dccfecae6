//! `kneewise assess`: cases in, assessments out, without a window.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// What the program answers to these lines, by file or typed in, and its exit code.
fn assess(lines: &str, typed: bool) -> (i32, Vec<Value>, String) {
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
        input.write_all(lines.as_bytes()).unwrap();
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
        assert_eq!(fields.len(), 6);
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
            {"id": "RF12", "level": "emergency"},
            {"id": "RF03", "level": "same_day"},
            {"id": "RF14", "level": "within_two_weeks"},
        ])
    );
    assert_eq!(answers[0]["advice"], json!(["RF21", "A1"]));
    assert_eq!(answers[0]["routines_allowed"], false);
    assert_eq!(answers[0]["next_question"], Value::Null);
    assert_eq!(answers[0]["id"], 1);
    assert_eq!(answers[1]["ranking"][0]["condition"], "pfp");
    assert!(answers[1]["next_question"].is_string());
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
