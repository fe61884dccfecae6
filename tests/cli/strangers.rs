//! Files and names of all kinds as the command line meets them: what is printed is lines, and nothing moves the cursor.

use std::ffi::OsString;
use std::fs;
use std::process::Command;

use crate::program::run as kneewise;

use serde_json::Value;

const HOSTILE: &str = r#"(id: "esc-name", name: "\u{1b}]0;owned\u{7}\u{1b}[31mname\u{202e}gnp.exe\nSecond line: 99 files, no problems.", kind: Mobility, items: [Exercise(id: "glute-bridge", dose: Hold(20))])"#;
const PLAIN: &str = "namegnp.exe Second line: 99 files, no problems.";

fn routine(id: &str) -> String {
    format!(
        r#"(id: "{id}", name: "Mine", kind: Mobility, items: [Exercise(id: "mini-squat", dose: Hold(5))])"#
    )
}

/// Whether a character would do something in a terminal.
fn is_obeyed(character: char) -> bool {
    character != '\n' && character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn assert_inert(text: &str) {
    assert!(!text.contains(is_obeyed), "{text:?}");
}

#[test]
fn a_name_in_the_list_is_one_line_that_says_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.ron"), HOSTILE).unwrap();
    let (code, out, err) = kneewise(folder.path(), &["list", "a.ron"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_inert(&out);
    let lines: Vec<_> = out.lines().collect();
    assert_eq!(lines.len(), 2, "{out}");
    assert!(
        lines[1].starts_with(&format!("esc-name  {PLAIN}  Mobility")),
        "{out}"
    );

    let (_, out, _) = kneewise(folder.path(), &["list", "--json", "a.ron"]);
    assert_inert(&out);
    let entries: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert_eq!(entries[0]["name"], PLAIN);
}

#[test]
fn a_list_that_goes_to_a_file_is_not_cut() {
    let folder = tempfile::tempdir().unwrap();
    let name = "long ".repeat(39).trim_end().to_owned();
    fs::write(
        folder.path().join("a.ron"),
        routine("a").replace("Mine", &name),
    )
    .unwrap();
    let (_, out, _) = kneewise(folder.path(), &["list", "a.ron"]);
    assert!(out.contains(&name));
}

/// A terminal as a program sees it, by what util-linux brings along.
#[cfg(target_os = "linux")]
#[test]
fn a_list_in_a_terminal_is_as_wide_as_that() {
    let folder = tempfile::tempdir().unwrap();
    let name = "long".repeat(49);
    fs::write(
        folder.path().join("a.ron"),
        routine("a").replace("Mine", &name),
    )
    .unwrap();
    let program = env!("CARGO_BIN_EXE_kneewise");
    let list = |columns: Option<&str>, before: &str| {
        let mut command = Command::new("script");
        let _ = command
            .args([
                "-qec",
                &format!("{before} '{program}' list a.ron"),
                "/dev/null",
            ])
            .current_dir(folder.path())
            .env_remove("COLUMNS")
            .stdin(std::process::Stdio::null());
        if let Some(columns) = columns {
            let _ = command.env("COLUMNS", columns);
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let widest = |out: &str| {
        out.lines()
            .map(|line| line.trim_end().chars().count())
            .max()
            .unwrap()
    };
    let told = list(Some("60"), "");
    assert_eq!(widest(&told), 60, "{told}");
    assert!(told.contains('…'), "{told}");
    assert_eq!(widest(&list(None, "stty cols 100;")), 100);
    // Nobody tells a width.
    assert_eq!(widest(&list(None, "stty cols 0;")), 80);
    assert!(list(Some("400"), "").contains(&name));
}

#[test]
fn whatever_is_in_files_and_their_names_every_answer_is_inert_lines() {
    let folder = tempfile::tempdir().unwrap();
    let odd = "\u{1b}[2J\u{9b}31m\u{202e}odd\u{7}\u{7f}";
    let within = r"\u{1b}[2J\u{9b}31m\u{202e}odd\u{7}\nline";
    let files = [
        ("unknown.ron", routine("a").replace("mini-squat", within)),
        ("id.ron", routine(within)),
        (
            "field.ron",
            routine("b").replace("kind:", &format!("{odd}: 1, kind:")),
        ),
        ("word.ron", routine("c").replace("Mobility", odd)),
        (
            "picture.ron",
            routine("own").replace(
                ")])",
                &format!(r#")], exercises: [(id: "own", name: "O", picture: "{within}.png")])"#),
            ),
        ),
        (
            "serves.ron",
            routine("d").replace("kind:", &format!(r#"serves: ["{within}"], kind:"#)),
        ),
        (&format!("{odd}\nname.ron"), "(".to_owned()),
    ];
    for (name, text) in &files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let (code, out, _) = kneewise(folder.path(), &["check", "."]);
    assert_eq!(code, 1);
    assert_inert(&out);
    assert_eq!(out.lines().last(), Some("7 files, 7 problems."), "{out}");
    assert_eq!(out.lines().count(), 8, "{out}");

    let (code, _, err) = kneewise(folder.path(), &["list", "."]);
    assert_eq!((code, err.lines().count()), (1, 7), "{err}");
    assert_inert(&err);
    for (name, _) in &files {
        for command in [&["play"][..], &["figures", "--out", "sheets"]] {
            let (code, out, err) = kneewise(folder.path(), &[command, &[*name]].concat());
            assert_eq!(code, 1, "{name:?}");
            assert_inert(&out);
            assert_inert(&err);
            assert_eq!(
                err.lines().count(),
                if command.len() > 1 {
                    err.lines().count()
                } else {
                    1
                },
                "{err}"
            );
        }
    }
    for arguments in [
        &["play", odd][..],
        &["play", &format!("{odd}.ron")],
        &["check", odd],
        &["list", odd],
        &["assess", odd],
    ] {
        let (code, out, err) = kneewise(folder.path(), arguments);
        assert_eq!(code, 1, "{arguments:?}");
        assert_inert(&out);
        assert_inert(&err);
    }
    // An id comes back as the same id.
    let case = "{\"id\": \"\u{9b}31m\u{202e}x\"}\n";
    fs::write(folder.path().join("cases.jsonl"), case).unwrap();
    let (_, out, _) = kneewise(folder.path(), &["assess", "cases.jsonl"]);
    assert_inert(&out);
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["id"], "\u{9b}31m\u{202e}x");
}

#[cfg(target_os = "linux")]
#[test]
fn paths_that_are_no_text_play_check_and_list() {
    use std::os::unix::ffi::OsStringExt;

    let folder = tempfile::tempdir().unwrap();
    let name = OsString::from_vec(b"caf\xe9.ron".to_vec());
    fs::write(folder.path().join(&name), routine("cafe")).unwrap();
    let faulty = OsString::from_vec(b"gr\xfcn.ron".to_vec());
    fs::write(folder.path().join(&faulty), "(").unwrap();
    let run =
        |command: &str, name: &OsString| kneewise(folder.path(), &[&OsString::from(command), name]);

    assert_eq!(run("check", &name).0, 0);
    let (code, out, _) = run("list", &name);
    assert!(code == 0 && out.contains("cafe"), "{out}");
    // There is no display here: what is said is about the window, and not about the name or the file.
    let (code, out, err) = run("play", &name);
    assert!(code != 0 && code != 2, "{code}: {err}");
    assert!(
        out.is_empty() && !err.contains("caf") && !err.contains("There is no routine"),
        "{err}"
    );

    for command in ["check", "list", "play"] {
        let (code, out, err) = run(command, &faulty);
        assert_eq!(code, 1);
        assert!(
            format!("{out}{err}").contains("gr\u{fffd}n.ron:1:2: The bracket"),
            "{command}: {out}{err}"
        );
    }
    let unknown = OsString::from_vec(b"nor\xe9".to_vec());
    let (code, _, err) = run("play", &unknown);
    assert_eq!(code, 1);
    assert!(
        err.starts_with("There is no routine \"nor\u{fffd}\"."),
        "{err}"
    );
}
