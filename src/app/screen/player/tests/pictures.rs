//! Pictures beside a routine's file: asked for once, shown when they come, and stood in for when they do not.

use std::sync::Arc;

use super::*;
use crate::app::trial::routine;
use crate::library::picture;
use crate::library::picture::Picture;
use showing::Sight;
use std::path::PathBuf;

const PICTURES: &str = r#"(
    id: "pictures", name: "Pictures", kind: Mobility, get_ready: (seconds: 2),
    items: [
        Exercise(id: "one", dose: Hold(10), sides: Both),
        Exercise(id: "two", dose: Hold(10), sides: Both),
        Exercise(id: "three", dose: Hold(10), sides: Both),
    ],
    exercises: [
        (id: "one", name: "One", picture: "one.png"),
        (id: "two", name: "Two", picture: "two.png"),
        (id: "three", name: "Three", picture: "three.svg"),
    ],
)"#;

fn trial() -> Trial {
    let shelved = Shelved {
        routine: routine(PICTURES),
        folder: Some(PathBuf::from("beside")),
    };
    Trial::with(shelved, AtEase::default())
}

fn load(file: &str) -> Action {
    Action::Load(PathBuf::from("beside").join(file), file.to_owned())
}

#[test]
fn the_picture_on_the_stage_and_the_next_are_asked_for_once() {
    let mut trial = trial();
    let mut asked = vec![trial.send(Message::LookAhead).clone()];
    for _ in 0..300 {
        trial.sleep(80);
        let action = trial.send(Message::Tick).clone();
        if matches!(action, Action::Load(..)) {
            asked.push(action);
        }
        // A new segment has its order first and looks ahead after it, as the window lets it.
        if matches!(trial.actions.last(), Some(Action::Sound(_))) {
            let action = trial.send(Message::LookAhead).clone();
            if matches!(action, Action::Load(..)) {
                asked.push(action);
            }
        }
    }
    assert_eq!(asked, [load("one.png"), load("two.png"), load("three.svg")]);
}

#[test]
fn the_next_picture_comes_even_while_paused() {
    let mut trial = trial();
    let _ = trial.press(Stroke::Space);
    assert_eq!(*trial.send(Message::LookAhead), load("one.png"));
    let there = Ok(Arc::new(Picture {
        width: 1,
        height: 1,
        rgba: vec![0; 4],
    }));
    let action = trial.send(Message::PictureLoaded("one.png".to_owned(), there));
    assert_eq!(*action, load("two.png"));
}

#[test]
fn a_picture_that_is_missing_is_known_to_be_missing() {
    let mut trial = trial();
    let _ = trial.send(Message::LookAhead);
    assert!(trial.player.showing.picture("one.png").is_none());
    let _ = trial.send(Message::PictureLoaded(
        "one.png".to_owned(),
        Err(picture::Error::TooLarge),
    ));
    assert!(matches!(
        trial.player.showing.picture("one.png"),
        Some(Err(picture::Error::TooLarge))
    ));
    assert!(
        matches!(trial.player.showing.stage(), Some(Sight::Picture(file)) if file == "one.png")
    );
}
