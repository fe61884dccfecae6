//! The rules that hold the house together, read off the sources: what the core may not know, which way the
//! arrows point between rooms, and how files are kept.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod house {
    pub mod code;
    pub mod rules;
}

use std::fs;
use std::path::{Path, PathBuf};

use house::code::code_only;
use house::rules::{self, Source};

/// The longest a file in `src/` may be. One that needs more is missing a wall.
const LONGEST_FILE: usize = 600;

/// Every Rust file under `folder` of this package, with its path relative to the package.
fn sources(folder: &str) -> Vec<Source> {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a source folder can be listed") {
            let path = entry.expect("a source folder can be listed").path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }

    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    if package.join(folder).is_dir() {
        collect(&package.join(folder), &mut paths);
    }
    paths.sort();

    paths
        .iter()
        .map(|path| {
            let parts: Vec<_> = path
                .strip_prefix(package)
                .expect("the file is inside the package")
                .iter()
                .map(|part| part.to_string_lossy())
                .collect();
            let text = fs::read_to_string(path).expect("a source file is UTF-8 text");
            Source::new(&parts.join("/"), &text)
        })
        .collect()
}

/// All Rust of the package: the product, its tests and its benchmarks.
fn all_sources() -> Vec<Source> {
    ["src", "tests", "benches"]
        .into_iter()
        .flat_map(sources)
        .collect()
}

fn hold(rule: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}

#[test]
fn the_sources_are_found() {
    let found = sources("src");

    assert!(found.iter().any(|source| source.path == "src/main.rs"));
    assert!(found.iter().any(|source| source.room() == Some("session")));
}

#[test]
fn the_core_knows_no_window_speaker_disk_clock_or_thread() {
    hold("The core stays pure", &rules::impure_core(&sources("src")));
}

#[test]
fn rooms_know_only_the_rooms_below_them() {
    hold(
        "Arrows point downward",
        &rules::wrong_arrows(&sources("src")),
    );
}

#[test]
fn every_file_says_first_what_it_is_for() {
    hold(
        "A file starts with a `//!` line",
        &rules::without_purpose(&all_sources()),
    );
}

#[test]
fn no_file_grows_without_a_wall() {
    hold(
        "A file keeps to 600 lines",
        &rules::longer_than(LONGEST_FILE, &sources("src")),
    );
}

#[test]
fn modules_are_named_files() {
    hold(
        "A module is `name.rs`, never `mod.rs`",
        &rules::nameless_modules(&all_sources()),
    );
}

#[test]
fn no_test_is_switched_off() {
    hold(
        "A test that is there runs",
        &rules::switched_off_tests(&all_sources()),
    );
}

// Each rule, on a made-up source that breaks it.

fn source(path: &str, text: &str) -> Source {
    Source::new(path, text)
}

#[test]
fn an_impure_core_is_seen() {
    for impure in [
        "use iced::Color;",
        "use rodio::Source;",
        "fn f(c: &rusqlite::Connection) {}",
        "use std::fs;",
        "use std::{collections::BTreeMap, fs};",
        "use std::{\n    sync::Arc,\n    thread::{self, JoinHandle},\n};",
        "use std :: env as surroundings;",
        "use std::time::SystemTime;",
        "use std::time::{Duration, SystemTime};",
        "fn f() { let now = std::time::Instant::now(); }",
        "fn f() { let now = Instant :: now(); }",
        "use jiff::Timestamp; fn f() { let now = Timestamp::now(); }",
        "fn f() { let now = jiff::ZonedDateTime::now(); }",
        "fn f() { let zone = jiff::tz::TimeZone::system(); }",
        "fn f() { let start = c.then(Instant::now); }",
    ] {
        for room in [
            "exercise", "routine", "session", "figure", "knee", "training",
        ] {
            for path in [format!("src/{room}.rs"), format!("src/{room}/part.rs")] {
                let faults = rules::impure_core(&[source(&path, impure)]);
                assert!(!faults.is_empty(), "{path}: {impure}");
            }
        }
        assert!(rules::impure_core(&[source("src/audio.rs", impure)]).is_empty());
    }
}

#[test]
fn a_pure_core_passes() {
    let pure = r##"
        //! Knows neither iced nor std::fs.
        use std::time::{Duration, Instant};
        use std::fmt;
        /* std::thread /* and SystemTime */ too */
        fn advance<'a>(name: &'a str, now: Instant) -> char {
            let said = "use iced::Color, \" Instant::now()";
            let raw = r#"std::env "quoted" SystemTime"#;
            let bytes = b"rodio";
            let environment = noticed(suffix, '"', '\'', b'"', "rusqlite");
            'iced
        }
        #[cfg(test)]
        mod tests {
            fn start() -> Instant { if true { Instant::now() } else { Instant::now() } }
        }
    "##;

    assert_eq!(
        rules::impure_core(&[source("src/session/clock.rs", pure)]),
        Vec::<String>::new()
    );
    let moment = "fn start() -> Instant { Instant::now() }";
    assert!(rules::impure_core(&[source("src/session/tests.rs", moment)]).is_empty());
}

#[test]
fn a_fault_is_given_with_its_line() {
    let faults =
        rules::impure_core(&[source("src/knee.rs", "//! The knee.\n\nuse iced::Color;\n")]);

    assert_eq!(faults, ["src/knee.rs:3 mentions `iced`"]);
}

#[test]
fn code_after_a_module_of_tests_is_the_core_again() {
    let text = "#[cfg(test)] mod tests { fn f() { if a {} } }\nmod part { use std::fs; }\n";
    let faults = rules::impure_core(&[source("src/knee.rs", text)]);

    assert_eq!(faults, ["src/knee.rs:2 mentions `std::fs`"]);
}

#[test]
fn an_arrow_upward_is_seen() {
    for (path, text) in [
        ("src/figure.rs", "use crate::exercise::Exercise;"),
        ("src/figure/pose.rs", "use crate::knee::Region;"),
        ("src/knee.rs", "use crate::figure::Figure;"),
        ("src/exercise.rs", "use crate::routine::Routine;"),
        (
            "src/exercise.rs",
            "use crate::{figure::Pose, session::Session};",
        ),
        ("src/routine/timeline.rs", "use crate::session::cue::Cue;"),
        ("src/routine.rs", "fn f(s: &crate :: app::App) {}"),
        ("src/session.rs", "use crate::audio::Engine;"),
        (
            "src/session.rs",
            "use crate::{\n    figure::{Pose, Prop},\n    knee::Region,\n};",
        ),
        ("src/session.rs", "pub(crate) use crate::knee;"),
        ("src/audio/engine.rs", "use crate::app::Message;"),
        ("src/content.rs", "use crate::{app, routine};"),
        ("src/library.rs", "use kneewise::app::App;"),
        ("src/journal.rs", "use crate::app as window;"),
        ("src/settings.rs", "use super::app;"),
        ("src/audio/engine.rs", "use super::super::app;"),
    ] {
        assert_eq!(
            rules::wrong_arrows(&[source(path, text)]).len(),
            1,
            "{path}: {text}"
        );
    }
}

#[test]
fn arrows_downward_pass() {
    for (path, text) in [
        (
            "src/figure/pose.rs",
            "use crate::figure::skeleton; use super::body; use self::x;",
        ),
        (
            "src/exercise.rs",
            "use crate::{figure::Pose, words::Problem}; // crate::session",
        ),
        (
            "src/routine.rs",
            "use crate::exercise::Exercise; use crate::figure::Pose;",
        ),
        (
            "src/knee/region.rs",
            "use crate::authoring::Source; use crate::words::knee;",
        ),
        (
            "src/session.rs",
            "use crate::{exercise, figure, routine::{app, Timeline}};",
        ),
        ("src/session.rs", "pub(crate) fn app() {}"),
        (
            "src/session/cue.rs",
            "use super::Session; #[cfg(test)] mod t { use super::super::Session; }",
        ),
        (
            "src/audio.rs",
            "use crate::session::cue::Cue; fn app(crate_app: App) {}",
        ),
        ("src/app.rs", "use crate::{audio, session};"),
        ("src/main.rs", "use kneewise::app;"),
    ] {
        assert_eq!(
            rules::wrong_arrows(&[source(path, text)]),
            Vec::<String>::new(),
            "{path}: {text}"
        );
    }
}

#[test]
fn a_file_without_purpose_is_seen() {
    let faults = rules::without_purpose(&[
        source("src/a.rs", "//! What a is for.\n"),
        source("src/b.rs", "// A comment.\n//! Too late.\n"),
        source("src/c.rs", "//!\nuse x;\n"),
        source("src/d.rs", ""),
    ]);

    assert_eq!(faults, ["src/b.rs", "src/c.rs", "src/d.rs"]);
}

#[test]
fn a_long_file_is_seen() {
    let lines = |count: usize| "x\n".repeat(count);
    let faults = rules::longer_than(
        3,
        &[source("src/a.rs", &lines(3)), source("src/b.rs", &lines(4))],
    );

    assert_eq!(faults, ["src/b.rs has 4 lines"]);
}

#[test]
fn a_nameless_module_is_seen() {
    let faults = rules::nameless_modules(&[
        source("src/figure/mod.rs", ""),
        source("src/mod.rs", ""),
        source("src/figure/model.rs", ""),
        source("src/figure/nod_mod.rs", ""),
    ]);

    assert_eq!(faults, ["src/figure/mod.rs", "src/mod.rs"]);
}

#[test]
fn a_switched_off_test_is_seen() {
    for off in [
        "#[ignore]\n#[test]\nfn t() {}",
        "#[ ignore = \"slow\" ] #[test] fn t() {}",
        "#[test]\n#[cfg_attr(windows, ignore)]\nfn t() {}",
        "#[cfg_attr(any(windows, target_os = \"macos\"), ignore = \"no sound\")] fn t() {}",
    ] {
        let seen = rules::switched_off_tests(&[source("tests/t.rs", off)]);
        assert_eq!(seen.len(), 1, "{off}");
    }
    let on = "// #[ignore]\n#[test] fn ignore() { assert!(f(\"#[ignore]\"), [ignore]) }";
    assert!(rules::switched_off_tests(&[source("tests/t.rs", on)]).is_empty());
}

#[test]
fn only_code_is_left_of_a_source() {
    for (text, code) in [
        ("a // b\nc", "a \nc"),
        ("a /* b /* c */\nd */ e", "a \n e"),
        ("f(\"x // y\", z)", "f(\"\", z)"),
        ("\"a\\\"b\" c", "\"\" c"),
        ("r##\"a \"# b\n\"## c", "r##\"\n\"## c"),
        ("br\"a\\\" b", "br\"\" b"),
        ("('\"', '\\'', '\\u{41}', 'é') b", "('', '', '', '') b"),
        (
            "fn f<'a>(x: &'a str) 'b: loop {}",
            "fn f<'a>(x: &'a str) 'b: loop {}",
        ),
        ("r#type for_r \"x\"", "r#type for_r \"\""),
        ("c\"x\" b'\\\\' b", "c\"\" b'' b"),
    ] {
        assert_eq!(code_only(text), code, "{text}");
    }
}
