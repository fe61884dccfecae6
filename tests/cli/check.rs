//! The command line as it is typed: exit codes and what is printed. Nothing here opens a window.

use crate::program;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

struct Answer {
    code: i32,
    out: String,
    err: String,
}

/// Runs the program in a folder, without any display to open a window on.
fn kneewise(folder: &Path, arguments: &[&str]) -> Answer {
    let (code, out, err) = program::run(folder, arguments);
    Answer { code, out, err }
}

fn folder_with(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

const GOOD: &str = r#"(id: "good", name: "Good", kind: Mobility, items: [Exercise(id: "mini-squat", dose: Hold(5))])"#;
const FAULTY: &str = r#"(
    id: "faulty", name: "Faulty", kind: Mobility,
    items: [
        Exercise(id: "mini-sqat", dose: Hold(5)),
        Exercise(id: "glute-bridge", dose: Hold(0)),
    ],
)"#;

#[test]
fn conditions_that_nobody_knows_are_named() {
    let serving = |id: &str| GOOD.replace("kind:", &format!("serves: [\"pfp\", \"{id}\"], kind:"));
    for (id, sentence) in [
        (
            "itsb",
            "There is no condition \"itsb\". Did you mean \"itbs\"?",
        ),
        (
            "hangover",
            "There is no condition \"hangover\". Write the id of one of Kneewise’s conditions",
        ),
        // It takes part in weighing, but there is nothing to read about it.
        ("other", "There is no condition \"other\"."),
    ] {
        let folder = folder_with(&[("x.ron", &serving(id))]);
        let answer = kneewise(folder.path(), &["check", "x.ron"]);
        assert_eq!(answer.code, 1);
        let expected = format!("x.ron:1:44: {sentence}");
        assert!(answer.out.contains(&expected), "{}", answer.out);
    }
    let folder = folder_with(&[("x.ron", &serving("itbs"))]);
    assert_eq!(kneewise(folder.path(), &["check", "x.ron"]).code, 0);
}

#[test]
fn bundled_files_are_in_order() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = |folder: &str| fs::read_dir(here.join(folder)).unwrap().count();
    let count = files("routines") + files("assets/exercises");

    let answer = kneewise(here, &["check", "routines", "assets/exercises"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_eq!(answer.out, format!("{count} files, no problems.\n"));
}

#[test]
fn problems_are_lines_with_file_line_and_column() {
    let folder = folder_with(&[("good.ron", GOOD), ("faulty.ron", FAULTY)]);
    let answer = kneewise(folder.path(), &["check", "good.ron"]);
    assert_eq!(
        (answer.code, answer.out.as_str()),
        (0, "1 file, no problems.\n")
    );

    let answer = kneewise(folder.path(), &["check", "good.ron", "faulty.ron"]);
    assert_eq!(answer.code, 1);
    assert_eq!(
        answer.out,
        "faulty.ron:4:22: There is no exercise \"mini-sqat\". Did you mean \"mini-squat\"?\n\
         faulty.ron:5:44: This takes no time at all. Please write how many seconds it lasts.\n\
         2 files, 2 problems.\n"
    );
    assert_eq!(answer.err, "");
}

#[test]
fn folders_are_searched_for_ron_files() {
    let exercise = r#"(id: "own", name: "Own", cues: ["Breathe."], picture: "own.png")"#;
    let routine = GOOD.replace("mini-squat", "own");
    let folder = folder_with(&[
        ("routines/good.ron", &routine),
        ("routines/deeper/faulty.ron", "("),
        ("exercises/own.ron", exercise),
        ("exercises/notes.txt", "not for us"),
    ]);
    let faulty = Path::new("routines").join("deeper").join("faulty.ron");
    let own = Path::new("exercises").join("own.ron");

    let answer = kneewise(folder.path(), &["check", "routines", "exercises"]);
    let expected = format!(
        "{}:1:55: The picture \"own.png\" is not beside this file.\n\
         {}:1:2: The bracket \"(\" from line 1 is not closed. Write \")\" here.\n\
         3 files, 2 problems.\n",
        own.display(),
        faulty.display()
    );
    assert_eq!((answer.code, answer.out), (1, expected));

    image::RgbImage::new(2, 2)
        .save(folder.path().join("exercises/own.png"))
        .unwrap();
    fs::remove_file(folder.path().join(faulty)).unwrap();
    let answer = kneewise(folder.path(), &["check", "routines", "exercises"]);
    assert_eq!(
        (answer.code, answer.out.as_str()),
        (0, "2 files, no problems.\n")
    );
}

#[test]
fn a_folder_that_is_called_like_a_file_is_named() {
    let folder = folder_with(&[("routines/good.RON", GOOD), ("routines/x.ron/y.ron", "(")]);
    let x = Path::new("routines").join("x.ron");
    let answer = kneewise(folder.path(), &["check", "routines"]);
    let expected = format!(
        "{}: This is a folder; one file is needed here.\n1 file, 1 problem.\n",
        x.display()
    );
    assert_eq!((answer.code, answer.out), (1, expected));
}

#[test]
fn an_id_of_a_bundled_routine_is_named_unless_it_is_that_routine() {
    let bundled = include_str!("../../routines/hip-mobility.ron");
    let other = GOOD.replace("\"good\"", "\"hip-mobility\"");
    let folder = folder_with(&[("bundled.ron", bundled), ("other.ron", &other)]);
    let answer = kneewise(folder.path(), &["check", "bundled.ron"]);
    assert_eq!(
        (answer.code, answer.out.as_str()),
        (0, "1 file, no problems.\n")
    );
    let answer = kneewise(folder.path(), &["check", "other.ron"]);
    let expected = "other.ron:1:6: The id \"hip-mobility\" belongs to a bundled routine. Please choose another id.\n\
                    1 file, 1 problem.\n";
    assert_eq!((answer.code, answer.out.as_str()), (1, expected));
}

#[test]
fn a_routine_whose_picture_may_not_be_shown_is_not_played() {
    let own = |picture: &str| {
        let start = GOOD.replace("mini-squat", "own");
        let start = start.trim_end_matches(')');
        format!(r#"{start}, exercises: [(id: "own", name: "Own", picture: "{picture}")])"#)
    };
    let folder = folder_with(&[
        ("none.ron", &own("none.png")),
        ("text.ron", &own("text.png")),
        ("text.png", "not a picture"),
    ]);
    for (file, sentence) in [
        (
            "none.ron",
            "The picture \"none.png\" is not beside this file.",
        ),
        ("text.ron", "The picture \"text.png\" could not be read."),
    ] {
        let answer = kneewise(folder.path(), &["play", file]);
        assert_eq!((answer.code, answer.out.as_str()), (1, ""));
        assert!(answer.err.starts_with(file), "{}", answer.err);
        assert!(answer.err.contains(sentence), "{}", answer.err);
    }
}

#[test]
fn figures_are_measured() {
    let exercise = r#"(
    id: "own", name: "Own", cues: [], easier: Exercise("mini-sqat"),
    figure: (
        camera: (yaw: 0),
        base: (legs: Pin(at: Point(0.045, 0, 0.062))),
        frames: [
            (pose: (pelvis: (y: 0.53))),
            (pose: (pelvis: (y: 0.50), legs: Pin(at: Point(0.045, -0.02, 0.062)))),
            (pose: (pelvis: (y: 0.53))),
        ],
    ),
)"#;
    let routine = format!(
        "{} exercises: [{exercise}])",
        GOOD.trim_end_matches(')').to_owned() + ","
    );
    let folder = folder_with(&[("own.ron", exercise), ("routine.ron", &routine)]);

    let answer = kneewise(folder.path(), &["check", "own.ron"]);
    assert_eq!(
        (answer.code, answer.out.as_str()),
        (
            1,
            "own.ron:2:47: There is no exercise \"mini-sqat\". Did you mean \"mini-squat\"?\n\
             own.ron:8:13: Frame 1: the right foot is 3.4 cm below the floor.\n\
             own.ron:8:13: Frame 1: the left foot is 3.4 cm below the floor.\n\
             own.ron:8:13: Frame 1: the right forefoot is 3.4 cm below the floor.\n\
             own.ron:8:13: Frame 1: the left forefoot is 3.4 cm below the floor.\n\
             1 file, 5 problems.\n"
        )
    );
    let answer = kneewise(folder.path(), &["check", "routine.ron"]);
    assert_eq!(answer.code, 1);
    assert!(
        answer.out.ends_with("1 file, 5 problems.\n"),
        "{}",
        answer.out
    );
    assert!(
        answer
            .out
            .contains(":8:13: Frame 1: the left foot is 3.4 cm"),
        "{}",
        answer.out
    );
}

#[test]
fn ids_are_used_once() {
    let exercise = r#"(id: "own", name: "Own", cues: [])"#;
    let folder = folder_with(&[
        ("a.ron", GOOD),
        ("b.ron", GOOD),
        ("x.ron", exercise),
        ("y.ron", exercise),
    ]);
    let answer = kneewise(
        folder.path(),
        &["check", "a.ron", "b.ron", "x.ron", "y.ron"],
    );
    assert_eq!(
        answer.out,
        "b.ron:1:6: The id \"good\" is used in a.ron too. That file is older, so it is the one that counts. Please give this one another id.\n\
         y.ron:1:6: The id \"own\" is used in x.ron too. That file is older, so it is the one that counts. Please give this one another id.\n\
         4 files, 2 problems.\n"
    );
}

#[test]
fn files_that_are_no_texts() {
    let folder = folder_with(&[("empty.ron", ""), ("x.ron/inside.ron", GOOD)]);
    fs::write(folder.path().join("latin.ron"), b"(name: \"Gr\xe4tsche\")").unwrap();
    fs::write(folder.path().join("large.ron"), " ".repeat(2 << 20)).unwrap();
    let one = |path: &str| {
        let answer = kneewise(folder.path(), &["check", path]);
        (answer.code, answer.out)
    };
    let problem = |sentence: &str| (1, format!("{sentence}\n1 file, 1 problem.\n"));

    assert_eq!(
        one("empty.ron"),
        problem("empty.ron:1:1: There is nothing in this file.")
    );
    assert_eq!(
        one("latin.ron"),
        problem(
            "latin.ron:1:11: The \"ä\" here is written in an older encoding (Latin-1 or Windows-1252). Please save the file as UTF-8."
        )
    );
    assert_eq!(
        one("large.ron"),
        problem(
            "large.ron: This file is larger than 1 MB, so it is not read. A routine is a few kilobytes."
        )
    );
    assert_eq!(
        one("nowhere.ron"),
        (
            1,
            "nowhere.ron: There is no such file or folder.\n0 files, 1 problem.\n".to_owned()
        )
    );
    // A folder may be called anything.
    assert_eq!(one("x.ron"), (0, "1 file, no problems.\n".to_owned()));
}

#[test]
fn check_needs_something_to_check() {
    let answer = kneewise(Path::new("."), &["check"]);
    assert_eq!((answer.code, answer.out.as_str()), (2, ""));
    assert!(answer.err.contains("<PATH>"), "{}", answer.err);
}

#[test]
fn play_says_why_it_cannot() {
    let folder = folder_with(&[("faulty.ron", FAULTY), ("x.ron/inside.ron", GOOD)]);
    let refused = |routine: &str| {
        let answer = kneewise(folder.path(), &["play", routine]);
        assert_eq!((answer.code, answer.out.as_str()), (1, ""), "{routine}");
        answer.err
    };
    assert_eq!(
        refused("post-run-rest-5"),
        "There is no routine \"post-run-rest-5\". Did you mean \"post-run-reset-5\"?\n"
    );
    let unlike = refused("zzz");
    assert!(
        unlike.starts_with("There is no routine \"zzz\". The routines are post-run-reset-5, "),
        "{unlike}"
    );
    assert_eq!(
        refused("faulty.ron"),
        "faulty.ron:4:22: There is no exercise \"mini-sqat\". Did you mean \"mini-squat\"?\n\
         faulty.ron:5:44: This takes no time at all. Please write how many seconds it lasts.\n"
    );
    assert_eq!(
        refused("my-routine.ron"),
        "my-routine.ron: There is no such file or folder.\n"
    );
    assert_eq!(
        refused("x.ron"),
        "x.ron: This is a folder; one file is needed here.\n"
    );
}

#[test]
fn help_and_version() {
    let anywhere = Path::new(".");
    let help = kneewise(anywhere, &["--help"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    for word in [
        "play",
        "check",
        "list",
        "figures",
        "--speed <FACTOR>",
        "--help",
        "--version",
    ] {
        assert!(help.out.contains(word), "{word} is not in\n{}", help.out);
    }
    for command in ["play", "check", "list", "figures"] {
        let help = kneewise(anywhere, &[command, "--help"]);
        assert_eq!((help.code, help.err.as_str()), (0, ""));
        assert!(help.out.contains(&format!("Usage: kneewise {command}")));
    }

    let version = kneewise(anywhere, &["--version"]);
    let expected = concat!("kneewise ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!((version.code, version.out.as_str()), (0, expected));
}

#[test]
fn speeds_have_bounds() {
    for speed in ["0", "0.09", "101", "-1", "NaN", "inf", "fast"] {
        let speed = format!("--speed={speed}");
        let answer = kneewise(Path::new("."), &[&speed, "play", "zzz"]);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{speed}");
        assert!(
            answer
                .err
                .contains("the speed should be a number from 0.1 to 100"),
            "{}",
            answer.err
        );
    }
    // Good speeds stand before or after the command; the routine is what is wrong here.
    for arguments in [
        ["--speed=0.1", "play", "zzz"],
        ["play", "zzz", "--speed=100"],
    ] {
        assert_eq!(kneewise(Path::new("."), &arguments).code, 1);
    }
}

#[test]
fn nobody_has_to_listen() {
    let folder = folder_with(&[("faulty.ron", FAULTY)]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_kneewise"))
        .args(["check", "faulty.ron"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stderr, b"");
}
