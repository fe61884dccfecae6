//! The routine that people learn the format from: it is right, it plays to its end, and it shows what a file can say.

use std::path::Path;
use std::time::{Duration, Instant};

use kneewise::content::Content;
use kneewise::library;
use kneewise::routine::timeline::Timeline;
use kneewise::session::{Ending, Session};
use kneewise::side::Side;

const TEXT: &str = include_str!("../../assets/example/my-desk-break.ron");

fn file() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example/my-desk-break.ron")
}

#[test]
fn it_has_no_problems_and_no_id_that_is_taken() {
    let (content, _) = Content::read();
    let report = library::check(&[file()], &content);
    assert_eq!((report.files, report.problems), (1, vec![]));
    // Copied as it is, it is on the user_routines.
    let is_taken = |id: &str| content.routine(id).is_some();
    let user_routines =
        library::RoutineFolder::read(file().parent().unwrap(), &content.catalogue, is_taken);
    assert_eq!(
        (user_routines.routines.len(), user_routines.problems),
        (1, vec![])
    );
}

#[test]
fn it_plays_to_its_end() {
    let (content, _) = Content::read();
    let loaded = library::read_routine(&file(), &content.catalogue).unwrap();
    let timeline = Timeline::of(&loaded.routine, Side::Left.into());
    let total = timeline.total();
    assert!(total > Duration::from_secs(60), "{total:?}");

    let start = Instant::now();
    let (mut session, _) = Session::start(timeline, start);
    for second in 0..total.as_secs() {
        let _ = session.advance(start + Duration::from_secs(second));
        assert_eq!(session.ending(), None, "after {second} s");
    }
    let _ = session.advance(start + total);
    assert_eq!(session.ending(), Some(Ending::Completed));
}

#[test]
fn it_shows_what_a_file_can_say() {
    let (content, _) = Content::read();
    let loaded = library::read_routine(&file(), &content.catalogue).unwrap();
    let cover = loaded.routine.cover.as_ref().unwrap();
    assert_eq!(&*cover.id, "side-reach");
    assert!(cover.figure.is_some(), "a figure of its own");
    for word in [
        "//",
        "Exercise(",
        "Rest(",
        "Hold(",
        "Reps(",
        "Time(",
        "tempo:",
        "Each(",
        "serves:",
        "leave_if:",
        "honest:",
        "exercises:",
        "figure:",
        "camera:",
        "muscles:",
        "base:",
        "frames:",
        "move_s:",
        "hold_s:",
        "pose:",
        "picture:",
    ] {
        assert!(TEXT.contains(word), "{word} is not shown");
    }
}

#[test]
fn the_readme_leads_to_it() {
    let readme = include_str!("../../README.md");
    assert!(readme.contains("(assets/example/my-desk-break.ron)"));

    // The figure that is shown there stands as it should.
    let figure = readme.split("```ron\nfigure: ").nth(1).unwrap();
    let figure = figure.split("```").next().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("reach.ron");
    let exercise = format!("(id: \"reach\", name: \"Reach\", cues: [], figure: {figure})");
    std::fs::write(&path, exercise).unwrap();
    let (content, _) = Content::read();
    let report = library::check(&[path], &content);
    assert_eq!((report.files, report.problems), (1, vec![]));
}
