//! The folder with routines of one's own, read again after a change: the same as read anew, without reading every file.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use kneewise::content::Content;
use kneewise::library::RoutineFolder;

fn routine(id: &str, name: &str, exercise: &str) -> String {
    format!(
        r#"(id: "{id}", name: "{name}", kind: Mobility, items: [Exercise(id: "{exercise}", dose: Hold(5))])"#
    )
}

fn again(before: &RoutineFolder, folder: &Path) -> RoutineFolder {
    let (content, _) = Content::read();
    before.read_again(folder, &content.catalogue, |id| {
        content.routine(id).is_some()
    })
}

/// What is on a user_routines, and what is wrong.
fn told(user_routines: &RoutineFolder) -> (Vec<String>, Vec<String>) {
    let routines = user_routines.routines.iter().map(|routine_file| {
        let summary = &routine_file.summary;
        format!("{} {} {:?}", summary.id, summary.name, summary.length)
    });
    let problems = user_routines.problems.iter().map(ToString::to_string);
    (routines.collect(), problems.collect())
}

#[test]
fn whatever_changes_is_as_if_everything_were_read_anew() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let write = |name: &str, text: &str| fs::write(at(name), text).unwrap();
    let own = r#"(id: "p", name: "P", kind: Mobility, items: [Exercise(id: "own", dose: Hold(5))],
        exercises: [(id: "own", name: "Own", picture: "own.png")])"#;
    let picture = |name: &str| image::RgbImage::new(3, 2).save(at(name)).unwrap();
    let changes: [(&str, &dyn Fn()); 14] = [
        ("nothing is there", &|| {}),
        ("a routine comes", &|| {
            write("b.ron", &routine("b", "B", "mini-squat"));
        }),
        ("one before it has the same id", &|| {
            write("a.ron", &routine("b", "A", "mini-squat"));
        }),
        ("one has a fault", &|| write("c.ron", "(")),
        ("one needs what is not there", &|| {
            write("d.ron", &routine("d", "D", "wiggle"));
        }),
        ("an exercise comes", &|| {
            write("wiggle.ron", r#"(id: "wiggle", name: "Wiggle", cues: [])"#);
        }),
        ("it is called otherwise", &|| {
            write("wiggle.ron", r#"(id: "waggle", name: "Waggle", cues: [])"#);
        }),
        ("it is a routine now", &|| {
            write("wiggle.ron", &routine("w", "W", "mini-squat"));
        }),
        ("the fault is put right", &|| {
            write("c.ron", &routine("c", "C", "mini-squat"));
        }),
        ("one without its picture", &|| write("p.ron", own)),
        ("the picture comes", &|| picture("own.png")),
        ("the picture goes", &|| {
            fs::remove_file(at("own.png")).unwrap();
        }),
        ("one goes", &|| fs::remove_file(at("a.ron")).unwrap()),
        ("the folder goes", &|| {
            fs::remove_dir_all(folder.path()).unwrap();
        }),
    ];
    let mut user_routines = RoutineFolder::default();
    for (name, change) in changes {
        change();
        user_routines = again(&user_routines, folder.path());
        assert_eq!(
            told(&user_routines),
            told(&again(&RoutineFolder::default(), folder.path())),
            "{name}"
        );
    }
}

#[test]
fn a_file_that_looks_as_before_is_not_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let write = |text: String, seconds: u64| {
        let path = folder.path().join("a.ron");
        fs::write(&path, text).unwrap();
        let file = File::options().write(true).open(path).unwrap();
        let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        file.set_modified(moment).unwrap();
    };
    let name = |user_routines: &RoutineFolder| user_routines.routines[0].summary.name.to_string();

    write(routine("a", "Old", "mini-squat"), 1_000);
    let user_routines = again(&RoutineFolder::default(), folder.path());
    assert_eq!(name(&user_routines), "Old");
    write(routine("a", "New", "mini-squat"), 1_000);
    let user_routines = again(&user_routines, folder.path());
    assert_eq!(name(&user_routines), "Old", "the same size and time");
    write(routine("a", "New", "mini-squat"), 1_001);
    assert_eq!(name(&again(&user_routines, folder.path())), "New");
}

#[test]
fn the_whole_of_a_routine_is_read_as_it_is_now() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    fs::write(&path, routine("a", "Old", "mini-squat")).unwrap();
    let user_routines = again(&RoutineFolder::default(), folder.path());
    let open = || user_routines.open(&user_routines.routines[0]);
    assert_eq!(open().unwrap().routine.name, "Old");

    fs::write(&path, routine("a", "Newer", "mini-squat")).unwrap();
    assert_eq!(open().unwrap().routine.name, "Newer");
    fs::write(&path, "(").unwrap();
    assert!(open().is_err());
    fs::remove_file(&path).unwrap();
    assert!(open().is_err());
}

#[cfg(unix)]
#[test]
fn a_file_that_has_become_a_link_is_what_the_link_leads_to() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    fs::write(&path, routine("a", "Name", "mini-squat")).unwrap();
    let user_routines = again(&RoutineFolder::default(), folder.path());
    let become_link = |to: &Path| {
        fs::remove_file(&path).unwrap();
        std::os::unix::fs::symlink(to, &path).unwrap();
    };

    let away = elsewhere.path().join("a.ron");
    fs::write(&away, routine("a", "Away", "mini-squat")).unwrap();
    become_link(&away);
    assert_eq!(
        user_routines
            .open(&user_routines.routines[0])
            .unwrap()
            .routine
            .name,
        "Away"
    );
    for no_file in [Path::new("/dev/zero"), Path::new("nowhere"), &path] {
        become_link(no_file);
        assert!(
            user_routines.open(&user_routines.routines[0]).is_err(),
            "{no_file:?}"
        );
    }
}
