//! `kneewise list` as it is typed: the catalog as a table and as JSON.

use std::fs;
use std::path::Path;

use crate::program;
use serde_json::{Value, json};

/// The exit code, what is printed, and what is complained about.
fn list(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    program::run(folder, &[&["list"], arguments].concat())
}

#[test]
fn the_bundled_catalog_is_listed_for_programs() {
    let nowhere = tempfile::tempdir().unwrap();
    let (code, out, err) = list(nowhere.path(), &["--json"]);
    assert_eq!((code, err.as_str()), (0, ""));

    let entries: Vec<Value> = serde_json::from_str(&out).unwrap();
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("routines");
    assert_eq!(entries.len(), fs::read_dir(files).unwrap().count());

    let reset = entries
        .iter()
        .find(|entry| entry["id"] == "post-run-reset-5")
        .unwrap();
    assert_eq!(
        *reset,
        json!({
            "id": "post-run-reset-5",
            "name": "Post-Run Knee Reset",
            "kind": "recovery",
            "seconds": 300,
            "steps": 9,
            "equipment": ["mat", "wall"],
            "serves": [
                "pfp",
                "patellar_tendinopathy",
                "quadriceps_tendinopathy",
                "itbs",
                "foot_gait_load",
                "post_run_soreness",
            ],
            "mine": false,
        })
    );
}

const OWN: &str = r#"(
    id: "own", name: "My own", kind: WarmUp, serves: ["itbs"],
    get_ready: (seconds: 7, text: "Ready."),
    items: [
        Exercise(id: "wiggle", dose: Hold(20), sides: Each(switch: 3)),
        Exercise(id: "mini-squat", dose: Reps(count: 3, seconds: 1.5)),
        Exercise(id: "standing-quad-stretch", dose: Hold(10), sides: Both, sets: 2, rest: 15),
    ],
    finish: (seconds: 8, text: "Done."),
)"#;
const WIGGLE: &str = r#"(id: "wiggle", name: "Wiggle", cues: ["Wiggle."], kit: [Wedge, Ball])"#;

#[test]
fn files_of_ones_own_are_listed_to_the_second() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("own.ron"), OWN).unwrap();
    fs::write(folder.path().join("wiggle.ron"), WIGGLE).unwrap();

    let (code, out, err) = list(folder.path(), &[".", "--json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    // 7 + (20 + 3 + 20) + 3 · 1.5 + (10 + 15 + 10) + 8: two sides, squats, two sets with a rest between.
    assert_eq!(
        serde_json::from_str::<Value>(&out).unwrap(),
        json!([{
            "id": "own",
            "name": "My own",
            "kind": "warm_up",
            "seconds": 97.5,
            "steps": 6,
            "equipment": ["wall", "small ball", "sloping board"],
            "serves": ["itbs"],
            "mine": true,
        }])
    );

    let (code, out, err) = list(folder.path(), &["."]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(
        out,
        "ID   NAME    KIND     LENGTH  STEPS  KIT\n\
         own  My own  Warm-up  1:37    6      wall, small ball, sloping board\n"
    );
}

#[test]
fn what_has_a_fault_is_named_and_the_rest_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("own.ron"),
        OWN.replace("wiggle", "mini-squat"),
    )
    .unwrap();
    fs::write(folder.path().join("faulty.ron"), OWN).unwrap();

    let (code, out, err) = list(
        folder.path(),
        &["--json", "own.ron", "faulty.ron", "nowhere"],
    );
    assert_eq!(code, 1);
    assert_eq!(serde_json::from_str::<Vec<Value>>(&out).unwrap().len(), 1);
    assert!(
        err.contains("nowhere: There is no such file or folder.\n"),
        "{err}"
    );
    assert!(
        err.contains("faulty.ron:5:22: There is no exercise \"wiggle\"."),
        "{err}"
    );

    fs::create_dir(folder.path().join("empty")).unwrap();
    assert_eq!(
        list(folder.path(), &["--json", "empty"]),
        (0, "[]\n".to_owned(), String::new())
    );
    assert_eq!(
        list(folder.path(), &["empty"]),
        (0, "There is no routine here.\n".to_owned(), String::new())
    );
}

#[cfg(target_os = "linux")]
#[test]
fn what_the_routines_would_not_take_is_not_listed() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| fs::write(folder.path().join(name), text).unwrap();
    let routine = |more: &str| {
        format!(
            r#"(id: "x", name: "X", kind: Mobility, items: [Exercise(id: "own", dose: Hold(5))], {more})"#
        )
    };
    let own = r#"exercises: [(id: "own", name: "Own")]"#;
    let pictured = r#"exercises: [(id: "own", name: "Own", picture: "none.png")]"#;
    write("a.ron", routine(own));
    write("b.ron", routine(own));
    write("c.ron", routine(pictured).replace("\"x\"", "\"c\""));
    write(
        "d.ron",
        routine(&format!(r#"serves: ["itsb"], {own}"#)).replace("\"x\"", "\"d\""),
    );

    let (code, out, err) = list(folder.path(), &["--json", "."]);
    let entries: Vec<Value> = serde_json::from_str(&out).unwrap();
    let ids: Vec<_> = entries
        .iter()
        .filter_map(|entry| entry["id"].as_str())
        .collect();
    assert_eq!((code, ids), (1, vec!["x"]));
    for said in [
        "b.ron:1:6: The id \"x\" is used in a.ron too.",
        "The picture \"none.png\" is not beside this file.",
        "There is no condition \"itsb\".",
    ] {
        assert!(err.contains(said), "{said}: {err}");
    }
}

#[test]
fn the_folder_of_ones_own_is_part_of_the_routines() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("data/kneewise/routines");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("own.ron"), OWN).unwrap();
    fs::write(own.join("wiggle.ron"), WIGGLE).unwrap();
    fs::write(own.join("faulty.ron"), "(").unwrap();

    let (code, out, err) = list(folder.path(), &["--json"]);
    assert_eq!(code, 1);
    assert!(
        err.ends_with(
            "faulty.ron:1:2: The bracket \"(\" from line 1 is not closed. Write \")\" here.\n"
        ),
        "{err}"
    );
    let entries: Vec<Value> = serde_json::from_str(&out).unwrap();
    let mine: Vec<_> = entries
        .iter()
        .filter(|entry| entry["mine"] == true)
        .collect();
    assert_eq!(mine.len(), 1);
    assert_eq!(
        (&mine[0]["id"], &mine[0]["seconds"]),
        (&json!("own"), &json!(97.5))
    );
    assert!(entries.len() > 1);
}
