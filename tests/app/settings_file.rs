//! Preferences survive: slips in the file, half-written files, and the program itself.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use kneewise::catalog::about_me::{AboutMe, Aim, Sore, Welcome};
use kneewise::exercise::Kit;
use kneewise::knee::AgeBand;
use kneewise::settings::{self, Appearance, Error, Motion, Placement, Settings, TextSize, Volume};
use kneewise::side::Side;
use proptest::prelude::*;
use tempfile::TempDir;

/// A folder with a settings file of this text.
fn file_with(text: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.ron");
    fs::write(&path, text).unwrap();
    (folder, path)
}

/// The settings, and each problem as `line:column: sentence`.
fn read(path: &Path) -> (Settings, Vec<String>) {
    let (settings, problems) = settings::read(path);
    let told = problems
        .iter()
        .map(|problem| {
            let line = problem.to_string();
            let name = path.display().to_string();
            line.strip_prefix(&name)
                .unwrap()
                .trim_start_matches(':')
                .trim()
                .to_owned()
        })
        .collect();
    (settings, told)
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn unlike_the_defaults() -> Settings {
    Settings {
        volume: Volume::new(35),
        muted: true,
        countdown: false,
        rep_beats: true,
        appearance: Appearance::Dark,
        motion: Motion::Reduced,
        first_side: Side::Right,
        get_ready_seconds: Some(12),
        ask_about_pain: true,
        ask_in_the_morning: false,
        text_size: TextSize::default().larger(),
        knees_of_version_1: Some(vec![Side::Right]),
        age: Some(AgeBand::From35),
        marks_made: 3,
        knee_with_skin: true,
        morning_declined: Some(date(2026, 11, 25)),
        favourites: vec!["hip-mobility".to_owned()],
        welcome: Welcome::Told(AboutMe {
            knee: Some(Sore::Right),
            aim: Some(Aim::RunAgain),
            kit: Some(vec![Kit::Mat, Kit::LoopBand]),
        }),
        window: Some(Placement {
            width: 900,
            height: 640,
            corner: Some((-4, 20)),
            maximized: true,
        }),
    }
}

#[test]
fn what_is_so_until_one_says_otherwise() {
    let settings = Settings::default();
    assert_eq!(settings.volume.percent(), 80);
    assert!(!settings.muted && settings.countdown && !settings.rep_beats);
    assert_eq!(settings.appearance, Appearance::System);
    assert_eq!(settings.motion, Motion::Full);
    assert_eq!(settings.first_side, Side::Left);
    assert_eq!(settings.get_ready_seconds, None);
    assert!(!settings.ask_about_pain && settings.ask_in_the_morning);
    assert_eq!(settings.text_size.percent(), 100);
    assert_eq!(settings.welcome, Welcome::Open);
    assert!(settings.favourites.is_empty());
    assert_eq!(settings.knees_of_version_1, None);
    assert_eq!((settings.age, settings.marks_made), (None, 0));
    assert!(!settings.knee_with_skin);
    assert_eq!((settings.morning_declined, settings.window), (None, None));

    let folder = tempfile::tempdir().unwrap();
    let (read, problems) = settings::read(&folder.path().join("settings.ron"));
    assert_eq!((read, problems), (settings, Vec::new()));
}

#[test]
fn the_file_is_made_with_its_folder_and_reads_well() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep").join("er").join("settings.ron");
    settings::write(&path, &unlike_the_defaults()).unwrap();

    let text = fs::read_to_string(&path).unwrap();
    let expected = "(\n    volume: 35,\n    muted: true,\n    countdown: false,\n    rep_beats: true,\n    \
                    appearance: Dark,\n    motion: Reduced,\n    text_size: 115,\n    first_side: Right,\n    \
                    get_ready_seconds: 12,\n    ask_about_pain: true,\n    ask_in_the_morning: false,\n    \
                    knees_to_be_seen: [\n        Right,\n    ],\n    age: \"35-44\",\n    marks_made: 3,\n    \
                    knee_with_skin: true,\n    morning_declined: \"2026-11-25\",\n    \
                    favourites: [\n        \"hip-mobility\",\n    ],\n    \
                    welcome: Told(\n        knee: Right,\n        aim: RunAgain,\n        kit: [\n            Mat,\n            \
                    LoopBand,\n        ],\n    ),\n    \
                    window: (\n        width: 900,\n        height: 640,\n        corner: (-4, 20),\n        \
                    maximized: true,\n    ),\n)\n";
    assert_eq!(text, expected);
    assert_eq!(read(&path), (unlike_the_defaults(), Vec::new()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(
        volume in 0_u8..=100,
        flags in any::<[bool; 4]>(),
        appearance in prop::sample::select(vec![Appearance::System, Appearance::Light, Appearance::Dark]),
        motion in prop::sample::select(vec![Motion::Full, Motion::Reduced]),
        first_side in prop::sample::select(vec![Side::Left, Side::Right]),
        get_ready_seconds in prop::option::of(0_u32..=600),
        knees_of_version_1 in prop::option::of(prop::collection::vec(
            prop::sample::select(vec![Side::Left, Side::Right]), 0..=2)),
        age in prop::option::of(prop::sample::select(AgeBand::ALL.to_vec())),
        marks_made in 0_u32..=3,
        knee_with_skin in any::<bool>(),
        text_size in prop::sample::select(TextSize::ALL.to_vec()),
        ask_in_the_morning in any::<bool>(),
        favourites in prop::collection::vec("[a-z0-9-]{1,12}", 0..4),
        welcome in prop::sample::select(vec![
            Welcome::Open,
            Welcome::Skipped,
            Welcome::Told(AboutMe::default()),
            unlike_the_defaults().welcome,
        ]),
        day in prop::option::of(1_i8..=28),
        window in prop::option::of((1_u32..=32_767, 1_u32..=32_767, any::<Option<(i32, i32)>>(), any::<bool>())),
    ) {
        let settings = Settings {
            volume: Volume::new(volume), muted: flags[0], countdown: flags[1], rep_beats: flags[2], ask_about_pain: flags[3],
            appearance, motion, text_size, ask_in_the_morning, first_side, get_ready_seconds, knees_of_version_1, age, marks_made, knee_with_skin,
            favourites: favourites.clone(), welcome,
            morning_declined: day.map(|day| date(2026, 2, day)),
            window: window.map(|(width, height, corner, maximized)| Placement { width, height, corner, maximized }),
        };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        settings::write(&path, &settings).unwrap();
        prop_assert_eq!(settings::read(&path), (settings, Vec::new()));
    }
}

#[test]
fn a_fault_costs_only_its_field() {
    let whole = [
        "volume: 35",
        "muted: true",
        "countdown: false",
        "rep_beats: true",
        "appearance: Dark",
        "motion: Reduced",
        "first_side: Right",
        "get_ready_seconds: 12",
        "ask_about_pain: true",
        "knees_to_be_seen: [Right]",
        "age: \"35-44\"",
        "marks_made: 3",
        "knee_with_skin: true",
        "morning_declined: \"2026-11-25\"",
        "window: (width: 900, height: 640, corner: (-4, 20), maximized: true)",
        "ask_in_the_morning: false",
        "text_size: 115",
        "welcome: Told(knee: Right, aim: RunAgain, kit: [Mat, LoopBand])",
        "favourites: [\"hip-mobility\"]",
    ];
    let with = |faulty: &str| {
        let field = faulty.split(':').next().unwrap();
        let lines = whole.map(|line| {
            if line.split(':').next() == Some(field) {
                faulty
            } else {
                line
            }
        });
        format!("(\n{},\n)", lines.join(",\n"))
    };
    let mine = unlike_the_defaults;
    let volume = "This should be a whole number from 0 to 100, such as 80";
    let get_ready = "This should be a whole number of seconds from 0 to 600, such as 10, or None";
    let day = "This should be a day, such as \"2026-11-25\", or None";
    let table: [(&str, String, Settings); 18] = [
        (
            "text_size: 90",
            "18:12: This should be a whole number of per cent from 100 to 200, such as 130, not 90.".to_owned(),
            Settings {
                text_size: TextSize::default(),
                ..mine()
            },
        ),
        (
            "window: (width: 0, height: 640)",
            "16:9: This should be a whole number of pixels from 1 to 32767, such as 1180, not 0.".to_owned(),
            Settings {
                window: None,
                ..mine()
            },
        ),
        (
            "window: (width: 900, height: \"high\")",
            "16:9: This should be a whole number of pixels from 1 to 32767, such as 1180, not \"high\".".to_owned(),
            Settings {
                window: None,
                ..mine()
            },
        ),
        (
            "age: \"old\"",
            "12:6: This should be an age, such as \"35-44\", or None, not \"old\".".to_owned(),
            Settings {
                age: None,
                ..mine()
            },
        ),
        (
            "marks_made: 4",
            "13:13: This should be a whole number from 0 to 3, not 4.".to_owned(),
            Settings {
                marks_made: 0,
                ..mine()
            },
        ),
        (
            "morning_declined: \"yesterday\"",
            format!("15:19: {day}, not \"yesterday\"."),
            Settings {
                morning_declined: None,
                ..mine()
            },
        ),
        (
            "morning_declined: 25",
            "15:19: This should be text in quotation marks.".to_owned(),
            Settings {
                morning_declined: None,
                ..mine()
            },
        ),
        (
            "volume: 101",
            format!("2:9: {volume}, not 101."),
            Settings {
                volume: Volume::new(80),
                ..mine()
            },
        ),
        (
            "volume: -1",
            format!("2:9: {volume}, not -1."),
            Settings {
                volume: Volume::new(80),
                ..mine()
            },
        ),
        (
            "volume: \"loud\"",
            format!("2:9: {volume}, not \"loud\"."),
            Settings {
                volume: Volume::new(80),
                ..mine()
            },
        ),
        (
            "volume: (80)",
            format!("2:9: {volume}, without brackets."),
            Settings {
                volume: Volume::new(80),
                ..mine()
            },
        ),
        (
            "muted: yes",
            "3:8: This should be true or false.".to_owned(),
            Settings {
                muted: false,
                ..mine()
            },
        ),
        (
            "countdown: 1",
            "4:12: This should be true or false.".to_owned(),
            Settings {
                countdown: true,
                ..mine()
            },
        ),
        (
            "rep_beats: \"true\"",
            "5:12: This should be true or false.".to_owned(),
            Settings {
                rep_beats: false,
                ..mine()
            },
        ),
        (
            "appearance: dark",
            "6:13: \"dark\" is not known here. Did you mean \"Dark\"?".to_owned(),
            Settings {
                appearance: Appearance::System,
                ..mine()
            },
        ),
        (
            "motion: Some",
            "7:9: \"Some\" is not known here. You can write Full, Reduced.".to_owned(),
            Settings {
                motion: Motion::Full,
                ..mine()
            },
        ),
        (
            "first_side: Both",
            "8:13: \"Both\" is not known here. You can write Left, Right.".to_owned(),
            Settings {
                first_side: Side::Left,
                ..mine()
            },
        ),
        (
            "get_ready_seconds: 601",
            format!("9:20: {get_ready}, not 601."),
            Settings {
                get_ready_seconds: None,
                ..mine()
            },
        ),
    ];
    for (faulty, sentence, settings) in table {
        let (_folder, path) = file_with(with(faulty));
        assert_eq!(read(&path), (settings, vec![sentence]), "for {faulty}");
    }
}

#[test]
fn several_faults_at_once() {
    let (_folder, path) = file_with(
        "(\n  volum: 20,\n  muted: perhaps,\n  motion: Reduced,\n  volume: 35,\n  moods: 3,\n)",
    );
    let (settings, problems) = read(&path);
    let expected = Settings {
        volume: Volume::new(35),
        motion: Motion::Reduced,
        ..Settings::default()
    };
    assert_eq!(settings, expected);
    assert_eq!(
        problems,
        [
            "2:3: There is no field \"volum\" here. Did you mean \"volume\"?",
            "3:10: This should be true or false.",
            "6:3: There is no field \"moods\" here. Did you mean \"motion\"?",
        ]
    );
}

#[test]
fn faults_of_form_keep_what_can_be_read() {
    // A comma is missing; the text stops; a field is there twice.
    let mine = Settings {
        volume: Volume::new(35),
        muted: true,
        ..Settings::default()
    };
    for (text, problem) in [
        (
            "(\nvolume: 35,\nmuted: true",
            "3:12: The bracket \"(\" from line 1 is not closed. Write \")\" here.",
        ),
        (
            "(\nvolume: 35,\nmuted: true,\nvolume: 90)",
            "4:1: The field \"volume\" is written twice. Please keep one of them.",
        ),
    ] {
        let (_folder, path) = file_with(text);
        assert_eq!(
            read(&path),
            (mine.clone(), vec![problem.to_owned()]),
            "for {text}"
        );
    }
    for (text, problem) in [
        ("", "1:1: There is nothing in this file."),
        (
            "volume",
            "1:1: Everything should be inside one pair of round brackets. Please begin the file with \"(\" and end it with \")\".",
        ),
    ] {
        let (_folder, path) = file_with(text);
        assert_eq!(
            read(&path),
            (Settings::default(), vec![problem.to_owned()]),
            "for {text}"
        );
    }
    let (_folder, path) = file_with(b"(volume: \xff)");
    let not_text = "1:10: The \"ÿ\" here is written in an older encoding (Latin-1 or Windows-1252). Please save the file as UTF-8.".to_owned();
    assert_eq!(read(&path), (Settings::default(), vec![not_text]));
}

#[test]
fn a_faulty_file_is_kept_beside_the_new_one() {
    let (folder, path) = file_with("(volum: 20)");
    settings::write(&path, &unlike_the_defaults()).unwrap();
    assert_eq!(
        names_in(folder.path()),
        ["settings.ron", "settings.ron.bak"]
    );
    assert_eq!(
        fs::read_to_string(folder.path().join("settings.ron.bak")).unwrap(),
        "(volum: 20)"
    );
    assert_eq!(settings::read(&path), (unlike_the_defaults(), Vec::new()));

    // The new file has no faults, so writing again keeps nothing more.
    settings::write(&path, &Settings::default()).unwrap();
    assert_eq!(
        names_in(folder.path()),
        ["settings.ron", "settings.ron.bak"]
    );

    // Older copies stay.
    for (text, copy) in [
        (&b"\xff"[..], "settings.ron.bak2"),
        (b"", "settings.ron.bak3"),
    ] {
        fs::write(&path, text).unwrap();
        settings::write(&path, &Settings::default()).unwrap();
        assert_eq!(fs::read(folder.path().join(copy)).unwrap(), text);
    }
    assert_eq!(
        fs::read_to_string(folder.path().join("settings.ron.bak")).unwrap(),
        "(volum: 20)"
    );
    assert_eq!(names_in(folder.path()).len(), 4);
}

#[test]
fn half_written_files_do_not_matter() {
    let (folder, path) = file_with("");
    settings::write(&path, &unlike_the_defaults()).unwrap();
    // What a loss of power in the middle of writing would leave behind.
    fs::write(folder.path().join(".settings-Ab12Cd"), "(\n    volume: 1").unwrap();
    assert_eq!(settings::read(&path), (unlike_the_defaults(), Vec::new()));
    settings::write(&path, &Settings::default()).unwrap();
    assert_eq!(settings::read(&path), (Settings::default(), Vec::new()));
}

#[test]
fn what_cannot_be_written_leaves_everything_as_it_was() {
    // A folder where the file belongs.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.ron");
    fs::create_dir(&path).unwrap();
    let error = settings::write(&path, &Settings::default()).unwrap_err();
    assert!(matches!(&error, Error::Backup { .. }), "{error:?}");
    assert_eq!(names_in(folder.path()), ["settings.ron"]);
    assert_eq!(settings::read(&path).1.len(), 1);

    // A file where the folder belongs.
    let inside = file_with("(volume: 35)");
    let error = settings::write(&inside.1.join("settings.ron"), &Settings::default()).unwrap_err();
    assert!(matches!(&error, Error::Folder { .. }), "{error:?}");
    assert_eq!(fs::read_to_string(&inside.1).unwrap(), "(volume: 35)");
    assert!(
        error.clone().to_string().contains("could not be made"),
        "{error}"
    );
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let (folder, target) = file_with("(volume: 35)");
    let link = folder.path().join("link.ron");
    std::os::unix::fs::symlink(&target, &link).unwrap();
    settings::write(&link, &unlike_the_defaults()).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(settings::read(&target), (unlike_the_defaults(), Vec::new()));
}
