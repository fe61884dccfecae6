//! Names and links in the folder with routines of one's own: what is read, what is named, and what nobody hears of.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use kneewise::content::Content;
use kneewise::library::{Fingerprint, Report, RoutineFolder, check, routines};
use tempfile::TempDir;

fn routine(id: &str) -> String {
    format!(
        r#"(id: "{id}", name: "Mine", kind: Mobility, items: [Exercise(id: "mini-squat", dose: Hold(5))])"#
    )
}

fn write(folder: &TempDir, name: &str, text: impl AsRef<[u8]>) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// What the library, `check` and `list` say of one folder: ids, and problems without the folder in front.
struct Told {
    library: (Vec<String>, Vec<String>),
    check: Vec<String>,
    list: (Vec<String>, Vec<String>),
}

fn read(folder: &Path) -> Told {
    let (content, _) = Content::read();
    let place = format!("{}{}", folder.display(), std::path::MAIN_SEPARATOR);
    let line = |problem: &kneewise::authoring::Problem| problem.to_string().replace(&place, "");
    let is_bundled = |id: &str| content.routine(id).is_some();
    let user_routines = RoutineFolder::read(folder, &content.catalogue, is_bundled);
    for routine_file in &user_routines.routines {
        assert!(
            user_routines.open(routine_file).is_ok(),
            "{:?}",
            routine_file.file
        );
    }
    let paths = [folder.to_path_buf()];
    let Report { problems, .. } = check(&paths, &content);
    let (listed, faults) = routines(&paths, &content.catalogue);
    Told {
        library: (
            user_routines
                .routines
                .iter()
                .map(|routine_file| routine_file.summary.id.to_string())
                .collect(),
            user_routines.problems.iter().map(line).collect(),
        ),
        check: problems.iter().map(line).collect(),
        list: (
            listed
                .iter()
                .map(|routine| routine.id.to_string())
                .collect(),
            faults.iter().map(line).collect(),
        ),
    }
}

/// All three say the same.
fn assert_read(folder: &TempDir, ids: &[&str], problems: &[&str]) {
    let told = read(folder.path());
    assert_eq!(told.library.0, ids);
    assert_eq!(told.list.0, ids);
    for said in [&told.library.1, &told.check, &told.list.1] {
        let mut said = said.clone();
        said.sort();
        assert_eq!(said.len(), problems.len(), "{said:#?}");
        for (said, expected) in said.iter().zip(problems) {
            assert!(said.starts_with(expected), "{said}\n{expected}");
        }
    }
}

const LEFT_OVERS: [&str; 20] = [
    ".x.ron",
    "._x.ron",
    ".#x.ron",
    ".x.ron.swp",
    ".DS_Store",
    ".goutputstream-ABC123",
    "#x.ron#",
    "x.ron~",
    "x.ron.~1~",
    "x.ron.swp",
    "x.ron.bak",
    "x.ron.orig",
    "x.ron.tmp",
    "x.ron.part",
    "x.ron.crdownload",
    "x.ron.save",
    "~$x.ron",
    "4913",
    "x.ron.kate-swp",
    ".~lock.x.ron#",
];

#[test]
fn what_editors_and_systems_leave_behind_is_nobodys_routine() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "x.ron", routine("x"));
    let before = Fingerprint::at(folder.path());
    for name in LEFT_OVERS {
        // The copy of Mac has no text in it.
        write(
            &folder,
            name,
            if name.starts_with("._") {
                b"\0\x05\x16\x07\0\x02\0\0".to_vec()
            } else {
                routine("y").into()
            },
        );
    }
    write(&folder, ".git/hooks/z.ron", routine("z"));
    #[cfg(unix)]
    std::os::unix::fs::symlink(
        "someone@laptop.4242:1700000000",
        folder.path().join(".#y.ron"),
    )
    .unwrap();
    assert_eq!(
        Fingerprint::at(folder.path()),
        before,
        "nothing of it makes the folder another"
    );
    assert_read(&folder, &["x"], &[]);
}

#[test]
fn a_name_that_goes_on_after_its_ending_is_named_with_the_right_one() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "x.ron", routine("x"));
    for name in ["my.ron.txt", "My.RON.TXT", "other.ron.docx"] {
        write(&folder, name, routine("y"));
    }
    write(&folder, "x.ron.png", "a picture");
    write(&folder, "notes.txt", "not for us");
    fs::create_dir(folder.path().join("folder.ron.txt")).unwrap();
    assert_read(
        &folder,
        &["x"],
        &[
            "My.RON.TXT: The name of this file ends in \".TXT\", which Windows may hide, so it is not read. Please rename it to \"My.RON\".",
            "my.ron.txt: The name of this file ends in \".txt\", which Windows may hide, so it is not read. Please rename it to \"my.ron\".",
            "other.ron.docx: The name of this file ends in \".docx\", ",
        ],
    );
}

#[test]
fn routines_in_a_folder_of_the_folder_are_not_silently_missing() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "x.ron", routine("x"));
    write(&folder, "one/y.ron", routine("y"));
    write(&folder, "two/a.ron", routine("a"));
    write(&folder, "two/deeper/b.ron", routine("b"));
    write(&folder, "two/.hidden/c.ron", routine("c"));
    write(&folder, "two/b.ron~", routine("b"));
    write(&folder, "pictures/a.png", "a picture");
    let told = read(folder.path());
    assert_eq!(told.library.0, ["x"]);
    assert_eq!(
        told.library.1,
        [
            "one: In this folder there is a routine file that is not read. Please move it up into the routines folder, with the pictures.",
            "two: In this folder there are 2 routine files that are not read. Please move them up into the routines folder, with the pictures.",
        ]
    );
    // Whoever names a folder means all of it.
    assert_eq!(told.list.0, ["y", "a", "b", "x"]);
    assert!(told.check.is_empty() && told.list.1.is_empty());
}

#[test]
fn endless_folders_are_looked_at_within_bounds() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "x.ron", routine("x"));
    let mut deep = folder.path().to_path_buf();
    for _ in 0..200 {
        deep.push("d");
    }
    fs::create_dir_all(&deep).unwrap();
    fs::write(deep.join("y.ron"), routine("y")).unwrap();
    for number in 0..12_000 {
        write(&folder, &format!("many/{number}"), "");
    }
    let (content, _) = Content::read();
    let user_routines = RoutineFolder::read(folder.path(), &content.catalogue, |_| false);
    assert_eq!(
        (user_routines.routines.len(), user_routines.problems.len()),
        (1, 0)
    );
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_link_to_a_file_is_as_good_as_the_file() {
        let elsewhere = tempfile::tempdir().unwrap();
        write(&elsewhere, "dotfiles/away.ron", routine("away"));
        write(&elsewhere, "store/1234", routine("stored"));
        symlink("1234", elsewhere.path().join("store/chain")).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        write(&folder, "text", routine("within"));
        for (name, to) in [
            ("away.ron", elsewhere.path().join("dotfiles/away.ron")),
            ("chain.ron", elsewhere.path().join("store/chain")),
            ("within.ron", "text".into()),
        ] {
            symlink(to, at(name)).unwrap();
        }
        assert_read(&folder, &["away", "stored", "within"], &[]);

        // The folder itself may be a link too.
        let (content, _) = Content::read();
        let linked = elsewhere.path().join("routines");
        symlink(folder.path(), &linked).unwrap();
        let user_routines = RoutineFolder::read(&linked, &content.catalogue, |_| false);
        assert_eq!(
            (user_routines.routines.len(), user_routines.problems.len()),
            (3, 0)
        );
    }

    #[test]
    fn what_a_link_leads_to_is_followed_when_it_changes() {
        let elsewhere = tempfile::tempdir().unwrap();
        write(&elsewhere, "a.ron", routine("a"));
        let folder = tempfile::tempdir().unwrap();
        symlink(elsewhere.path().join("a.ron"), folder.path().join("a.ron")).unwrap();
        let (content, _) = Content::read();
        let before = Fingerprint::at(folder.path());
        let user_routines = RoutineFolder::read(folder.path(), &content.catalogue, |_| false);
        write(&elsewhere, "a.ron", routine("another"));
        assert_ne!(Fingerprint::at(folder.path()), before);
        let user_routines = user_routines.read_again(folder.path(), &content.catalogue, |_| false);
        assert_eq!(&*user_routines.routines[0].summary.id, "another");
    }

    #[test]
    fn links_that_lead_to_no_file_are_named_with_the_reason() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        write(&folder, "x.ron", routine("x"));
        write(&folder, "inner/note.txt", "");
        let pipe = at("pipe");
        let made = std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap();
        assert!(made.success());
        let made = std::process::Command::new("mkfifo")
            .arg(at("fifo.ron"))
            .status()
            .unwrap();
        assert!(made.success());
        for (name, to) in [
            ("broken.ron", "nowhere"),
            ("device.ron", "/dev/zero"),
            ("folder.ron", "inner"),
            ("loop.ron", "loop.ron"),
            ("loop1.ron", "loop2.ron"),
            ("loop2.ron", "loop1.ron"),
            ("pipe.ron", "pipe"),
            ("terminal.ron", "/dev/tty"),
        ] {
            symlink(to, at(name)).unwrap();
        }
        let circle = "This is a link that leads back to itself.";
        let no_file = "This is a link to something that is not a file.";
        assert_read(
            &folder,
            &["x"],
            &[
                "broken.ron: This is a link to a file that is not there.",
                &format!("device.ron: {no_file}"),
                "fifo.ron: This is not a file or a folder.",
                "folder.ron: This is a folder; one file is needed here.",
                &format!("loop.ron: {circle}"),
                &format!("loop1.ron: {circle}"),
                &format!("loop2.ron: {circle}"),
                &format!("pipe.ron: {no_file}"),
                &format!("terminal.ron: {no_file}"),
            ],
        );
        // Each by itself as well.
        let (content, _) = Content::read();
        for name in [
            "broken.ron",
            "device.ron",
            "loop1.ron",
            "pipe.ron",
            "fifo.ron",
        ] {
            let path = at(name);
            assert_eq!(
                check(std::slice::from_ref(&path), &content).problems.len(),
                1,
                "{name}"
            );
            assert!(
                kneewise::library::read_routine(&path, &content.catalogue).is_err(),
                "{name}"
            );
        }
    }

    #[test]
    fn a_link_to_a_folder_is_not_followed_and_not_silently_passed_over() {
        let elsewhere = tempfile::tempdir().unwrap();
        write(&elsewhere, "y.ron", routine("y"));
        let folder = tempfile::tempdir().unwrap();
        write(&folder, "x.ron", routine("x"));
        symlink(elsewhere.path(), folder.path().join("away")).unwrap();
        symlink(folder.path(), folder.path().join("round")).unwrap();
        symlink("/dev", folder.path().join("dev")).unwrap();
        let told = read(folder.path());
        assert_eq!(
            (told.library.0, told.list.0),
            (vec!["x".to_owned()], vec!["x".to_owned()])
        );
        for said in [&told.check, &told.list.1] {
            assert_eq!(said.len(), 2, "{said:?}");
            assert!(
                said[0].starts_with("away: This is a link to a folder with routine files."),
                "{said:?}"
            );
            assert!(said[1].starts_with("round: "), "{said:?}");
        }
        assert!(
            told.library.1[0]
                .starts_with("away: In this folder there is a routine file that is not read.")
        );
    }

    #[test]
    fn names_that_are_no_text_are_read_and_shown_as_well_as_can_be() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;

        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join(OsStr::from_bytes(b"\xfcbungen"));
        fs::create_dir(&inner).unwrap();
        let at = |name: &[u8]| inner.join(OsStr::from_bytes(name));
        image::RgbImage::new(2, 2)
            .save(inner.join("own.png"))
            .unwrap();
        let pictured = r#"(id: "pictured", name: "P", kind: Mobility, items: [Exercise(id: "own", dose: Hold(5))],
            exercises: [(id: "own", name: "Own", picture: "own.png")])"#;
        fs::write(at(b"caf\xe9.ron"), pictured).unwrap();
        fs::write(at(b"gr\xe4tsche.ron"), "(").unwrap();
        let told = read(&inner);
        assert_eq!(
            (&told.library.0, &told.list.0),
            (&vec!["pictured".to_owned()], &vec!["pictured".to_owned()])
        );
        for said in [&told.library.1, &told.check, &told.list.1] {
            assert_eq!(said.len(), 1, "{said:?}");
            assert!(
                said[0].contains("gr\u{fffd}tsche.ron:1:2: The bracket"),
                "{said:?}"
            );
        }
    }
}

#[test]
fn of_two_files_with_one_id_the_older_one_stays() {
    let moment =
        |hours: u64| SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 + hours * 3600);
    let set = |folder: &TempDir, name: &str, hours: u64| {
        let file = File::options()
            .write(true)
            .open(folder.path().join(name))
            .unwrap();
        file.set_modified(moment(hours)).unwrap();
    };
    let exercise = r#"(id: "wiggle", name: "Wiggle", cues: [])"#;
    // Each with its age in hours, and which of them stays.
    for (one, other, stays) in [
        (("b.ron", 1), ("a.ron", 2), "b.ron"),
        (("a.ron", 1), ("b.ron", 2), "a.ron"),
        // File managers give a copy the time of the original.
        (("x.ron", 1), ("x (copy).ron", 1), "x.ron"),
        (("x.ron", 1), ("x - Copy.ron", 1), "x.ron"),
        (("x.ron", 1), ("Copy of x.ron", 1), "x.ron"),
        (("b.ron", 1), ("a.ron", 1), "a.ron"),
    ] {
        let goes = if one.0 == stays { other.0 } else { one.0 };
        for text in [routine("mine"), exercise.to_owned()] {
            let folder = tempfile::tempdir().unwrap();
            for (name, hours) in [one, other] {
                write(&folder, name, &text);
                set(&folder, name, hours);
            }
            let said = format!(
                "{goes}:1:6: The id \"{}\" is used in {stays} too.",
                if text == exercise { "wiggle" } else { "mine" }
            );
            let ids: &[&str] = if text == exercise { &[] } else { &["mine"] };
            assert_read(&folder, ids, &[&said]);
            if text != exercise {
                let (content, _) = Content::read();
                let user_routines =
                    RoutineFolder::read(folder.path(), &content.catalogue, |_| false);
                assert_eq!(user_routines.routines[0].file.file_name().unwrap(), stays);
            }
        }
    }
}

#[test]
fn a_file_in_any_encoding_of_an_editor_is_read_or_named() {
    let folder = tempfile::tempdir().unwrap();
    let utf16 =
        |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    write(&folder, "bom.ron", format!("\u{feff}{}", routine("bom")));
    write(
        &folder,
        "wide.ron",
        utf16(&format!("\u{feff}{}", routine("wide"))),
    );
    write(&folder, "without.ron", utf16(&routine("without")));
    write(&folder, "latin.ron", b"(\n  name: \"Gr\xe4tsche\")");
    write(&folder, "packed.ron", b"PK\x03\x04\x14\0\0\0");
    write(&folder, "json.ron", "{\"id\": \"a\"}");
    write(&folder, "empty.ron", "");
    write(&folder, "zeros.ron", [0; 512]);
    assert_read(
        &folder,
        &["bom", "wide", "without"],
        &[
            "empty.ron:1:1: There is nothing in this file.",
            "json.ron:1:1: This looks like JSON.",
            "latin.ron:2:12: The \"ä\" here is written in an older encoding (Latin-1 or Windows-1252). Please save the file as UTF-8.",
            "packed.ron: This is a ZIP archive or an office document, not a routine or an exercise.",
            "zeros.ron: This file holds nothing but zeros",
        ],
    );
}
