//! Pictures beside a routine's file: asked for once, shown when they come, and stood in for when they do not.

use std::sync::Arc;

use super::*;
use crate::app::test_support::routine;
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
        (id: "three", name: "Three", picture: "three.png"),
    ],
)"#;

fn trial() -> Trial {
    let loaded = LoadedRoutine {
        routine: routine(PICTURES),
        folder: Some(PathBuf::from("beside")),
    };
    Trial::with(loaded, AtEase::default())
}

fn load(file: &str) -> Effect {
    Effect::Load(PathBuf::from("beside").join(file), file.to_owned())
}

#[test]
fn the_picture_on_the_stage_and_the_next_are_asked_for_once() {
    let mut trial = trial();
    let mut asked = trial.first.clone();
    for _ in 0..300 {
        trial.sleep(80);
        asked.extend(trial.send(Message::Tick));
    }
    assert_eq!(asked, [load("one.png"), load("two.png"), load("three.png")]);
}

#[test]
fn the_next_picture_comes_even_while_paused() {
    let mut trial = trial();
    assert_eq!(trial.first, [load("one.png")]);
    assert_eq!(trial.press(Stroke::Space), [load("two.png")]);
    let _ = trial.send(Message::PictureLoaded("one.png".to_owned(), there()));
}

fn there() -> Result<Arc<Picture>, picture::Error> {
    Ok(Arc::new(Picture {
        width: 1,
        height: 1,
        rgba: vec![0; 4],
        moves: false,
        is_dark_on_nothing: false,
    }))
}

/// Answers everything that is asked for until nothing more is.
fn load_all(trial: &mut Trial, mut wanted: Vec<Effect>) {
    wanted.extend(trial.send(Message::Tick));
    while let Some(effect) = wanted.pop() {
        if let Effect::Load(_, file) = effect {
            wanted.extend(trial.send(Message::PictureLoaded(file, there())));
        }
    }
}

#[test]
fn of_many_pictures_three_are_kept() {
    const COUNT: usize = 80;
    let name = |number: usize| format!("{number}.png");
    let number = |file: &str| -> usize { file.trim_end_matches(".png").parse().unwrap() };
    let of_each = |line: &dyn Fn(usize) -> String| (0..COUNT).map(line).collect::<String>();
    let items = of_each(&|number| {
        format!("Exercise(id: \"e{number}\", dose: Hold(10), sides: Both), Rest(5), ")
    });
    let exercises = of_each(&|number| {
        format!(
            "(id: \"e{number}\", name: \"E\", picture: \"{}\"), ",
            name(number)
        )
    });
    let text = format!(
        "(id: \"many\", name: \"Many\", kind: Mobility, items: [{items}], exercises: [{exercises}])"
    );
    let loaded = LoadedRoutine {
        routine: routine(&text),
        folder: Some(PathBuf::from("beside")),
    };
    let mut trial = Trial::with(loaded, AtEase::default());
    let kept = |trial: &Trial| -> Vec<usize> {
        let files =
            (0..COUNT).filter(|number| trial.player.showing.picture(&name(*number)).is_some());
        files.collect()
    };
    let first = trial.first.clone();
    load_all(&mut trial, first);
    assert_eq!(kept(&trial), [0, 1]);
    let mut shown = Vec::new();
    // Out of getting ready, then past an exercise and a rest at a time.
    for _ in 0..1 + 2 * (COUNT - 1) {
        let wanted = trial.type_in('n');
        load_all(&mut trial, wanted);
        let kept = kept(&trial);
        assert!(kept.len() <= 3, "{kept:?}");
        if let Some(Sight::Picture(file)) = trial.player.showing.stage() {
            let number = number(file);
            let around = number.saturating_sub(1)..=(number + 1).min(COUNT - 1);
            assert_eq!(kept, around.collect::<Vec<_>>());
            shown.push(number);
        }
    }
    assert_eq!(shown.last(), Some(&(COUNT - 1)), "{shown:?}");

    // Back again: what was let go of is loaded anew.
    shown.clear();
    for _ in 0..12 {
        let wanted = trial.type_in('p');
        load_all(&mut trial, wanted);
        assert!(kept(&trial).len() <= 3);
        if let Some(Sight::Picture(file)) = trial.player.showing.stage() {
            assert!(trial.player.showing.picture(file).is_some());
            shown.push(number(file));
        }
    }
    assert_eq!(shown, [78, 77, 76, 75, 74, 73]);
}

#[test]
fn a_picture_that_comes_after_it_was_let_go_of_is_not_kept() {
    let mut trial = trial();
    // The first is on the stage, the second comes next, and the third is far away.
    let _ = trial.send(Message::PictureLoaded("three.png".to_owned(), there()));
    assert!(trial.player.showing.picture("three.png").is_none());
    let _ = trial.send(Message::PictureLoaded("one.png".to_owned(), there()));
    assert!(trial.player.showing.picture("one.png").is_some());
}

#[test]
fn a_picture_that_is_missing_is_known_to_be_missing() {
    let mut trial = trial();
    let _ = trial.send(Message::Tick);
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
