//! The folder with routines of one's own: what is good is there, what is not is named with its reason, and nothing that
//! can be put into a folder does any harm.

use std::fs::{self, File};

use kneewise::catalog::Summary;
use kneewise::content::Content;
use kneewise::library::{Fingerprint, RoutineFolder};
use tempfile::TempDir;

fn read(folder: &TempDir) -> (Vec<String>, Vec<String>) {
    let (content, _) = Content::read();
    let is_bundled = |id: &str| content.routine(id).is_some();
    let user_routines = RoutineFolder::read(folder.path(), &content.catalogue, is_bundled);
    let ids = user_routines.routines.iter().map(|routine_file| {
        assert_eq!(routine_file.file.parent(), Some(folder.path()));
        let whole = user_routines.open(routine_file).unwrap();
        assert_eq!(whole.folder.as_deref(), Some(folder.path()));
        assert_eq!(*routine_file.summary, Summary::of(&whole.routine));
        routine_file.summary.id.to_string()
    });
    let place = format!("{}{}", folder.path().display(), std::path::MAIN_SEPARATOR);
    let problems = user_routines
        .problems
        .iter()
        .map(|problem| problem.to_string().replace(&place, ""));
    (ids.collect(), problems.collect())
}

fn write(folder: &TempDir, name: &str, text: impl AsRef<[u8]>) {
    fs::write(folder.path().join(name), text).unwrap();
}

fn routine(id: &str, exercise: &str) -> String {
    format!(
        r#"(id: "{id}", name: "Mine", kind: Mobility, items: [Exercise(id: "{exercise}", dose: Hold(5))])"#
    )
}

fn with_own(id: &str, exercise: &str) -> String {
    let text = routine(id, "own");
    format!(
        "{}, exercises: [{exercise}])",
        text.strip_suffix(')').unwrap()
    )
}

const WIGGLE: &str = r#"(id: "wiggle", name: "Wiggle", cues: ["Wiggle."])"#;

/// A folder with one good routine, and what is said of `files` in it. The good one must be there whatever they are.
fn said_of(files: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "good.ron", routine("good", "mini-squat"));
    for (name, text) in files {
        write(&folder, name, text);
    }
    let (ids, problems) = read(&folder);
    assert_eq!(ids, ["good"], "{problems:?}");
    problems.join("\n")
}

#[test]
fn a_folder_that_is_not_there_is_an_empty_one() {
    let folder = tempfile::tempdir().unwrap();
    let (content, _) = Content::read();
    let user_routines =
        RoutineFolder::read(&folder.path().join("none"), &content.catalogue, |_| false);
    assert!(user_routines.routines.is_empty() && user_routines.problems.is_empty());
}

#[test]
fn routines_may_use_bundled_exercises_those_beside_them_and_their_own() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "a.ron", routine("a", "mini-squat"));
    write(&folder, "b.ron", routine("b", "wiggle"));
    write(
        &folder,
        "c.RON",
        with_own(
            "c",
            r#"(id: "own", name: "Own", picture: "own.png", easier: Exercise("wiggle"))"#,
        ),
    );
    write(&folder, "wiggle.ron", WIGGLE);
    image::RgbImage::new(3, 2)
        .save(folder.path().join("own.png"))
        .unwrap();
    write(&folder, "notes.txt", "not for us");
    write(&folder, ".a.ron", "left behind by an editor");

    assert_eq!(
        read(&folder),
        (vec!["a".into(), "b".into(), "c".into()], vec![])
    );
}

#[test]
fn a_glance_tells_what_was_put_there_changed_and_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    let look = || Fingerprint::at(folder.path());
    let empty = look();
    assert_eq!(Fingerprint::at(&folder.path().join("none")), empty);

    write(&folder, "a.ron", "one");
    let one = look();
    assert_ne!(one, empty);
    assert_eq!(look(), one, "nothing has changed");

    write(&folder, "a.ron", "longer");
    let longer = look();
    assert_ne!(longer, one);

    let file = File::options()
        .write(true)
        .open(folder.path().join("a.ron"))
        .unwrap();
    let earlier = std::time::SystemTime::UNIX_EPOCH;
    file.set_modified(earlier).unwrap();
    let same_size = look();
    assert_ne!(same_size, longer, "the same size at another time");

    fs::rename(folder.path().join("a.ron"), folder.path().join("b.ron")).unwrap();
    assert_ne!(look(), same_size);
    fs::remove_file(folder.path().join("b.ron")).unwrap();
    assert_eq!(look(), empty);
}

#[test]
fn conditions_that_nobody_knows_are_named() {
    let text = routine("x", "mini-squat").replace("kind:", r#"serves: ["itsb"], kind:"#);
    let said = said_of(&[("x.ron", &text)]);
    assert_eq!(
        said,
        "x.ron:1:34: There is no condition \"itsb\". Did you mean \"itbs\"?"
    );
}

#[test]
fn ids_are_used_once() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "a.ron", routine("mine", "mini-squat"));
    write(&folder, "b.ron", routine("mine", "mini-squat"));
    write(&folder, "c.ron", routine("post-run-reset-5", "mini-squat"));
    let (ids, problems) = read(&folder);
    assert_eq!(ids, ["mine"]);
    assert_eq!(
        problems,
        [
            "b.ron:1:6: The id \"mine\" is used in a.ron too. That file is older, so it is the one that counts. Please give this one another id.",
            "c.ron:1:6: The id \"post-run-reset-5\" belongs to a bundled routine. Please choose another id.",
        ]
    );
}

#[test]
fn texts_that_cannot_be_read_are_named_with_the_reason() {
    let deep = format!(
        "{}{}",
        "(id: \"x\", items: [".to_owned() + &"Block(items: [".repeat(20_000),
        "])".repeat(20_000)
    );
    let circle = r#"(id: "one", name: "One", easier: Exercise("two"))"#;
    let other = r#"(id: "two", name: "Two", easier: Exercise("one"))"#;
    for (files, reason) in [
        (
            vec![("x.ron", "(")],
            "x.ron:1:2: The bracket \"(\" from line 1 is not closed.",
        ),
        (
            vec![("x.ron", "")],
            "x.ron:1:1: There is nothing in this file.",
        ),
        (
            vec![("x.ron", &*" ".repeat(2 << 20))],
            "x.ron: This file is larger than 1 MB",
        ),
        (
            vec![("x.ron", &*"(".repeat(900_000))],
            "x.ron:1:2: A field name and a colon are missing here.",
        ),
        (
            vec![("x.ron", &*deep)],
            "The brackets are nested too deeply here.",
        ),
        (
            vec![("x.ron", &*routine("x", "wigle")), ("wiggle.ron", WIGGLE)],
            "Did you mean \"wiggle\"?",
        ),
        (
            vec![
                ("x.ron", circle),
                ("y.ron", other),
                ("z.ron", &routine("z", "one")),
            ],
            "z.ron:1:62: There is no exercise \"one\".",
        ),
        (
            vec![("x.ron", circle), ("y.ron", other)],
            "x.ron:1:34: The easier and harder versions of \"one\" lead back to it in a circle.",
        ),
        (
            vec![(
                "x.ron",
                &*with_own(
                    "x",
                    &format!("(id: \"own\", name: \"x\"), {circle}, {other}"),
                ),
            )],
            "lead back to it in a circle.",
        ),
    ] {
        let said = said_of(&files);
        assert!(said.contains(reason), "{reason}: {said}");
    }
}

#[test]
fn what_is_no_text_file_is_named_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "good.ron", routine("good", "mini-squat"));
    write(&folder, "latin.ron", b"(name: \"Gr\xe4tsche\")");
    fs::create_dir(folder.path().join("folder.ron")).unwrap();
    // Two gigabytes of nothing.
    let hole = File::create(folder.path().join("hole.ron")).unwrap();
    hole.set_len(2 << 30).unwrap();

    let (ids, problems) = read(&folder);
    assert_eq!(ids, ["good"]);
    assert_eq!(
        problems,
        [
            "folder.ron: This is a folder; one file is needed here.",
            "hole.ron: This file is larger than 1 MB, so it is not read. A routine is a few kilobytes.",
            "latin.ron:1:11: The \"ä\" here is written in an older encoding (Latin-1 or Windows-1252). Please save the file as UTF-8.",
        ]
    );
}

#[cfg(unix)]
#[test]
fn pipes_and_links_to_what_is_no_file_are_left_alone() {
    use std::os::unix::fs::symlink;

    let elsewhere = tempfile::tempdir().unwrap();
    write(&elsewhere, "good.ron", routine("elsewhere", "mini-squat"));
    image::RgbImage::new(2, 2)
        .save(elsewhere.path().join("own.png"))
        .unwrap();

    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    write(&folder, "good.ron", routine("good", "mini-squat"));
    symlink(elsewhere.path().join("good.ron"), at("link.ron")).unwrap();
    symlink("/dev/zero", at("zero.ron")).unwrap();
    symlink(elsewhere.path(), at("away.ron")).unwrap();
    symlink("nowhere", at("broken.ron")).unwrap();
    symlink(at("loop.ron"), at("loop.ron")).unwrap();
    symlink(elsewhere.path().join("own.png"), at("own.png")).unwrap();
    write(
        &folder,
        "picture.ron",
        with_own("picture", r#"(id: "own", name: "Own", picture: "own.png")"#),
    );
    symlink("../../etc/hostname", at("host.svg")).unwrap();
    write(
        &folder,
        "host.ron",
        with_own("host", r#"(id: "own", name: "Own", picture: "host.svg")"#),
    );
    for pipe in ["pipe.ron", "pipe.png"] {
        let made = std::process::Command::new("mkfifo")
            .arg(at(pipe))
            .status()
            .unwrap();
        assert!(made.success());
    }
    write(
        &folder,
        "piped.ron",
        with_own("piped", r#"(id: "own", name: "Own", picture: "pipe.png")"#),
    );
    // A link within the folder is as good as the file.
    write(&folder, "text", routine("linked", "mini-squat"));
    symlink("text", at("within.ron")).unwrap();

    let (ids, problems) = read(&folder);
    assert_eq!(ids, ["good", "elsewhere", "linked"]);
    let folder = "This is a folder; one file is needed here.";
    let nothing =
        "This is a link to a file that is not there. Please put the file back, or remove the link.";
    let circle = "This is a link that leads back to itself. Please put the file here instead.";
    let no_file =
        "This is a link to something that is not a file. Please put a routine file here instead.";
    let picture = |name: &str| {
        format!(
            "The picture \"{name}\" is a link to something outside this folder. Please put a copy of it beside this file."
        )
    };
    let expected = [
        ("away.ron", folder.to_owned()),
        ("broken.ron", nothing.to_owned()),
        ("host.ron", picture("host.svg")),
        ("loop.ron", circle.to_owned()),
        ("picture.ron", picture("own.png")),
        ("pipe.ron", "This is not a file or a folder.".to_owned()),
        (
            "piped.ron",
            "The picture \"pipe.png\" is not a file.".to_owned(),
        ),
        ("zero.ron", no_file.to_owned()),
    ];
    assert_eq!(problems.len(), expected.len(), "{problems:#?}");
    for (problem, (file, sentence)) in problems.iter().zip(expected) {
        assert!(problem.starts_with(&format!("{file}:")), "{problem}");
        assert!(problem.ends_with(&sentence), "{problem}");
    }
}

/// The beginning of a picture that says how large it is, and no pixels.
fn lying_picture(kind: &str) -> Vec<u8> {
    const HUGE: u32 = 60_000;
    match kind {
        "png" => {
            let mut bytes = Vec::new();
            let encoder = png::Encoder::new(&mut bytes, HUGE, HUGE);
            drop(encoder.write_header().unwrap());
            bytes
        }
        "gif" => b"GIF89a\xff\xff\xff\xff\x00\x00\x00".to_vec(),
        "jpg" => b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xd9".to_vec(),
        _ => b"RIFF\x16\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff".to_vec(),
    }
}

#[test]
fn pictures_that_cannot_be_shown_are_named_with_the_reason() {
    let said = |picture: &str, bytes: Option<&[u8]>| {
        let folder = tempfile::tempdir().unwrap();
        write(&folder, "good.ron", routine("good", "mini-squat"));
        let own = format!(r#"(id: "own", name: "Own", picture: "{picture}")"#);
        write(&folder, "x.ron", with_own("x", &own));
        if let Some(bytes) = bytes {
            write(&folder, picture, bytes);
        }
        let (ids, problems) = read(&folder);
        assert_eq!(ids, ["good"], "{picture}: {problems:?}");
        assert_eq!(problems.len(), 1, "{picture}: {problems:?}");
        problems[0].clone()
    };
    let huge = said("own.png", Some(&lying_picture("png")));
    assert!(
        huge.contains("is too large. A picture may be up to 8192 pixels a side and 20 MB."),
        "{huge}"
    );
    for kind in ["gif", "jpg", "webp"] {
        let said = said(&format!("own.{kind}"), Some(&lying_picture(kind)));
        assert!(
            said.contains("is too large") || said.contains("could not be read"),
            "{said}"
        );
    }
    let text = said("own.png", Some(b"not a picture"));
    assert!(
        text.contains("The picture \"own.png\" could not be read."),
        "{text}"
    );
    assert!(said("own.png", None).contains("The picture \"own.png\" is not beside this file."));
    for outside in [
        "/etc/hostname.png",
        "../own.png",
        "deep/own.png",
        "C:own.png",
        ".own.png",
    ] {
        let own = format!(r#"(id: "own", name: "Own", picture: "{outside}")"#);
        let said = said_of(&[("x.ron", &with_own("x", &own))]);
        assert!(said.contains("should be a file beside this one"), "{said}");
    }
}

#[test]
fn a_picture_of_gigabytes_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    write(
        &folder,
        "x.ron",
        with_own("x", r#"(id: "own", name: "Own", picture: "hole.png")"#),
    );
    let hole = File::create(folder.path().join("hole.png")).unwrap();
    hole.set_len(2 << 30).unwrap();
    let (ids, problems) = read(&folder);
    assert!(ids.is_empty());
    assert!(
        problems[0].contains("The picture \"hole.png\" is too large."),
        "{problems:?}"
    );
}

#[test]
fn an_exercise_with_a_bad_picture_is_not_known_to_routines() {
    let said = said_of(&[
        (
            "wiggle.ron",
            r#"(id: "wiggle", name: "Wiggle", cues: [], picture: "none.png")"#,
        ),
        ("x.ron", &routine("x", "wiggle")),
    ]);
    assert!(
        said.contains("wiggle.ron:1:51: The picture \"none.png\" is not beside this file."),
        "{said}"
    );
    assert!(
        said.contains("x.ron:1:62: There is no exercise \"wiggle\"."),
        "{said}"
    );
}

#[test]
fn whatever_is_cut_off_is_named_and_never_harms() {
    let folder = tempfile::tempdir().unwrap();
    let text = with_own(
        "cut",
        r#"(id: "own", name: "Own", easier: Text("Less."), figure: (camera: (yaw: 0), frames: [()]))"#,
    );
    for length in 1..text.len() {
        write(&folder, &format!("{length:04}.ron"), &text[..length]);
    }
    write(&folder, "whole.ron", &text);
    let (ids, problems) = read(&folder);
    assert_eq!(ids, ["cut"]);
    assert_eq!(problems.len(), text.len() - 1);
    for (length, problem) in (1..).zip(&problems) {
        assert!(
            problem.starts_with(&format!("{length:04}.ron:")),
            "{problem}"
        );
    }
}

#[test]
fn endless_problems_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let many = r#"Exercise(id: "mini-squat", dose: Hold(0)),"#.repeat(9);
    let text = |id: u32| format!(r#"(id: "{id}", name: "x", kind: Mobility, items: [{many}])"#);
    for number in 0..1_010 {
        write(&folder, &format!("{number:04}.ron"), text(number));
    }
    let (ids, problems) = read(&folder);
    assert!(ids.is_empty());
    // Five of each file at most, and after five thousand altogether one of each.
    assert_eq!(problems.len(), 5_011);
    let of = |file: &str| {
        let of_it = problems.iter().filter(|problem| problem.starts_with(file));
        of_it.count()
    };
    assert_eq!((of("0000.ron"), of("0999.ron"), of("1009.ron")), (5, 5, 1));
    let last = problems.last().unwrap();
    assert!(
        last.ends_with("There are 4080 more problems. Please put these right first."),
        "{last}"
    );
    assert!(last.starts_with(&*folder.path().display().to_string()));
}

/// Numbers that are the same with every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        // Knuth's constants of a linear congruential generator; the upper bits are the better ones.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    /// A text with a few bytes changed, put in, taken out or doubled, which may be no text any more.
    fn mutate(&mut self, text: &str) -> Vec<u8> {
        const PIECES: [&[u8]; 12] = [
            b"(",
            b")",
            b"[",
            b"]",
            b"\"",
            b"//",
            b"\\",
            b"9999999999",
            b"-1",
            b"NaN",
            b"\xff",
            b"\0",
        ];
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len());
            let to = (at + self.below(40)).min(bytes.len());
            match self.below(4) {
                0 => bytes[at] = self.below(256) as u8,
                1 => drop(bytes.splice(at..at, PIECES[self.below(PIECES.len())].to_vec())),
                2 => drop(bytes.drain(at..to)),
                _ => {
                    let copy = bytes[at..to].to_vec();
                    drop(bytes.splice(at..at, copy));
                }
            }
        }
        bytes
    }
}

/// Everything at once. What cannot be made on a system is tested where it can.
#[test]
fn a_hostile_folder_does_no_harm() {
    const MUTATED: usize = 1_000;
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let example = include_str!("../../assets/example/my-desk-break.ron");
    let mut dice = Dice(4);
    for number in 0..MUTATED {
        let name = format!("mutated-{number:04}.ron");
        let text = example.replace("my-desk-break\"", &format!("mutated-{number}\""));
        write(&folder, &name, dice.mutate(&text));
    }
    let mut named = vec!["folder.ron".to_owned(), "hole.ron".to_owned()];
    for kind in ["png", "gif", "jpg", "webp"] {
        let picture = format!("lying.{kind}");
        write(&folder, &picture, lying_picture(kind));
        let own = format!(r#"(id: "own", name: "Own", picture: "{picture}")"#);
        let name = format!("lying-{kind}.ron");
        write(&folder, &name, with_own(&format!("lying-{kind}"), &own));
        named.push(name);
    }
    fs::create_dir(at("folder.ron")).unwrap();
    let hole = File::create(at("hole.ron")).unwrap();
    hole.set_len(2 << 30).unwrap();
    #[cfg(unix)]
    {
        for (link, to) in [
            ("etc.ron", "/etc"),
            ("passwd.ron", "/etc/passwd"),
            ("zero.ron", "/dev/zero"),
        ] {
            std::os::unix::fs::symlink(to, at(link)).unwrap();
            named.push(link.to_owned());
        }
        let pipe = std::process::Command::new("mkfifo")
            .arg(at("pipe.ron"))
            .status();
        assert!(pipe.unwrap().success());
        named.push("pipe.ron".to_owned());
    }
    write(&folder, "good.ron", routine("good", "mini-squat"));

    let (ids, problems) = read(&folder);

    assert!(ids.iter().any(|id| id == "good"), "the good one is there");
    let is_named = |file: &str| {
        let start = format!("{file}:");
        problems.iter().any(|problem| problem.starts_with(&start))
    };
    for file in &named {
        assert!(is_named(file), "{file} is not named");
    }
    // Of the others each is there or named. Some changes touch only what is for people, such as a word in a sentence.
    let faulty = (0..MUTATED)
        .filter(|number| is_named(&format!("mutated-{number:04}.ron")))
        .count();
    assert_eq!(faulty + ids.len(), MUTATED + 1, "{faulty}");
    assert!(faulty > MUTATED / 2, "{faulty}");
}
