//! The rules that hold the house together, read off the sources: what the core may not know, which way the
//! arrows point between rooms, and how files are kept.

mod rules;
mod source;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use source::Source;

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

/// All Rust of the product.
static PRODUCT: LazyLock<Vec<Source>> = LazyLock::new(|| sources("src"));
/// All Rust beside it: tests, benchmarks and examples.
static BESIDE: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let folders = ["tests", "benches", "examples"];
    folders.into_iter().flat_map(sources).collect()
});

fn hold(rule: &str, broken: fn(&[Source]) -> Vec<String>, held: &[&[Source]]) {
    let faults: Vec<_> = held.iter().flat_map(|sources| broken(sources)).collect();
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}

#[test]
fn the_sources_are_found() {
    let has = |path: &str| PRODUCT.iter().any(|source| source.path == path);
    assert!(has("src/main.rs"));
    assert!(has("src/session.rs"));
    let beside = BESIDE.iter().map(|source| source.path.as_str());
    assert!(beside.into_iter().any(|path| path == "tests/core/main.rs"));
}

#[test]
fn the_core_knows_no_window_speaker_disk_clock_or_thread() {
    hold("The core stays pure", rules::impure_core, &[&PRODUCT]);
}

#[test]
fn rooms_know_only_the_rooms_below_them() {
    hold("Arrows point downward", rules::wrong_arrows, &[&PRODUCT]);
}

#[test]
fn nothing_is_unsafe() {
    hold("Nothing is unsafe", rules::dangers, &[&PRODUCT, &BESIDE]);
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let rule = "A file starts with a `//!` line";
    hold(rule, rules::without_purpose, &[&PRODUCT, &BESIDE]);
}

#[test]
fn no_file_grows_without_a_wall() {
    let too_long = |sources: &[Source]| rules::longer_than(LONGEST_FILE, sources);
    hold("A file keeps to 600 lines", too_long, &[&PRODUCT]);
}

#[test]
fn modules_are_named_files() {
    let rule = "A module is `name.rs`, never `mod.rs`";
    hold(rule, rules::nameless_modules, &[&PRODUCT, &BESIDE]);
}

#[test]
fn no_test_is_switched_off() {
    let rule = "A test that is there runs";
    hold(rule, rules::switched_off_tests, &[&PRODUCT, &BESIDE]);
}

#[test]
fn every_sentence_can_be_translated() {
    let rule = "A sentence leaves `words` through `text`, `phrase!` or `sentences!`";
    hold(rule, rules::untranslated_sentences, &[&PRODUCT]);
}

#[test]
fn distances_come_from_the_theme() {
    let rule = "A distance has its name in `theme::size`";
    hold(rule, rules::literal_distances, &[&PRODUCT]);
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
        "fn f() { assert!(given(&std::fs::read(path))); }",
        "#[derive(rusqlite::Row)] struct Row;",
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
            "authoring",
            "exercise",
            "routine",
            "session",
            "figure",
            "knee",
            "side",
            "catalog",
            "training",
            "words",
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
            'i'
        }
        #[cfg(test)]
        mod tests {
            fn start() -> Instant { if true { Instant::now() } else { Instant::now() } }
        }
        #[cfg(test)]
        use std::env;
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
        ("src/exercise.rs", "use crate::words::page;"),
        ("src/authoring/problem.rs", "use crate::words::page;"),
        (
            "src/training/trend.rs",
            "fn f() -> String { format!(\"{}\", crate::words::progress::NO_SCORES) }",
        ),
        ("src/words/page.rs", "use crate::settings::Settings;"),
        ("src/words/page.rs", "use crate::app;"),
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
        ("src/journal.rs", "use crate::cli::run;"),
        ("src/app.rs", "use crate::cli::run;"),
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
            "use crate::{figure::Pose, authoring::Problem}; // crate::session",
        ),
        (
            "src/routine.rs",
            "use crate::exercise::Exercise; use crate::figure::Pose;",
        ),
        (
            "src/knee/region.rs",
            "use crate::authoring::Source; use super::Region;",
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
        (
            "src/words/page.rs",
            "use crate::routine::Kind; use super::time;",
        ),
        ("src/journal/error.rs", "use crate::words::journal;"),
        ("src/app.rs", "use crate::{audio, session, words};"),
        ("src/cli/play.rs", "use crate::app; use super::say;"),
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
    let lines = |count: usize| "//\n".repeat(count);
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
fn what_is_unsafe_is_seen() {
    for found in [
        "fn f() {\n    unsafe { g() }\n}",
        "\nunsafe fn f() {}",
        "\nunsafe impl Send for X {}",
        "\nunsafe extern \"C\" {}",
        "\n#[unsafe(no_mangle)] fn f() {}",
        "\n#![allow(unsafe_code)]",
        "\nmade!(x, { unsafe { g() } });",
    ] {
        let faults = rules::dangers(&[source("src/a.rs", found)]);
        assert_eq!(faults, ["src/a.rs:2"], "{found}");
    }
    let safe = "//! Nothing unsafe.\nfn not_unsafe() { said(\"unsafe\"); }";
    assert!(rules::dangers(&[source("src/a.rs", safe)]).is_empty());
}

#[test]
fn a_sentence_that_no_translation_reaches_is_seen() {
    for found in [
        "fn f() -> &'static str { \"Start\" }",
        "fn f(n: usize) -> String { format!(\"{n} steps\") }",
        "fn f(n: usize) -> String { phrase!(\"{} times {n}\", if n > 1 { \"many\" } else { \"1\" }) }",
        "fn f() -> [&'static str; 1] { [\"Start\"].map(other) }",
        "const START: &str = \"Start\";",
        "fn f() { made!(\"Start\"; 1) }",
    ] {
        let faults = rules::untranslated_sentences(&[source("src/words/page.rs", found)]);
        assert_eq!(faults.len(), 1, "{found}");
        assert!(rules::untranslated_sentences(&[source("src/app/page.rs", found)]).is_empty());
    }
    for translated in [
        "fn f() -> &'static str { text(match () { () => \"Start\" }) }",
        "fn f() -> [&'static str; 1] { [\"Start\"].map(text) }",
        "fn f(n: usize) -> String { phrase!(\"{n} steps, {}\", format!(\"{n}, {n:02}\")) }",
        "sentences! { pub start = \"Start\"; }",
        "fn f() -> &'static str { \"https://doi.org/10\" }",
        "#[cfg(test)] mod tests { fn f() -> &'static str { \"Start\" } }",
    ] {
        let faults = rules::untranslated_sentences(&[source("src/words/page.rs", translated)]);
        assert_eq!(faults, Vec::<String>::new(), "{translated}");
    }
}

#[test]
fn a_distance_without_a_name_is_seen() {
    for literal in [
        "fn f() { row(cells).spacing(12) }",
        "fn f() { column![row(cells).spacing(12.0), end] }",
        "fn f() { it.padding([0.0, 8.0]) }",
        "fn f() { it.padding(Padding::from([8, 12])) }",
        "fn f() { it.padding(Padding::ZERO.left(6)) }",
        "fn f() { it.padding(iced::Padding::new(2.0)) }",
        "fn f() { it.max_width(720) }",
    ] {
        let faults = rules::literal_distances(&[source("src/app/shell.rs", literal)]);
        assert_eq!(faults, ["src/app/shell.rs:1"], "{literal}");
        for elsewhere in ["src/app/theme/button.rs", "src/figure/body.rs"] {
            assert!(rules::literal_distances(&[source(elsewhere, literal)]).is_empty());
        }
    }
    for named in [
        "fn f() { row(cells).spacing(gap::S).padding([0.0, gap::M]).width(Fill) }",
        "fn f() { it.padding(0).width(scale.px(24.0)).height(KNOB) }",
        "const KNOB: f32 = 22.0;",
        "#[cfg(test)] mod tests { fn f() { it.width(12) } }",
    ] {
        let faults = rules::literal_distances(&[source("src/app/shell.rs", named)]);
        assert_eq!(faults, Vec::<String>::new(), "{named}");
    }
}
