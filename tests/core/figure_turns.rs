//! A figure can be looked at from every side: turning it moves its outlines, and once round everything is as it was.

use kneewise::content::Content;
use kneewise::figure::{Beat, Command, Drawing, Movement, Point, Scene};
use kneewise::side::Side;

fn movements() -> Vec<(String, Movement)> {
    let (content, _) = Content::read();
    content
        .catalogue
        .iter()
        .filter_map(|exercise| Some((exercise.id.to_string(), exercise.figure.clone()?)))
        .collect()
}

/// Everything that is drawn at the key frame.
fn outlines(scene: &Scene) -> Vec<Command> {
    let mut drawing = Drawing::new();
    scene.ground(&mut drawing);
    scene.draw(&Beat::Key, &mut drawing);
    drawing
        .shapes()
        .flat_map(|(_, outline)| outline.to_vec())
        .collect()
}

fn ends(outline: &[Command]) -> impl Iterator<Item = Point> {
    outline.iter().filter_map(|command| match command {
        Command::MoveTo(to) | Command::LineTo(to) | Command::QuadTo(_, to) => Some(*to),
        Command::Close => None,
    })
}

#[test]
fn once_round_everything_is_as_it_was() {
    for (name, movement) in movements() {
        for side in Side::BOTH {
            let scene = Scene::new(&movement, side);
            for degrees in [0.0, 360.0, -720.0, f32::NAN, f32::INFINITY] {
                let turned = scene.turned(degrees);
                assert!(
                    outlines(&turned) == outlines(&scene),
                    "{name}, {side:?}, turned by {degrees}"
                );
                assert_eq!(turned.window(1.2), scene.window(1.2), "{name}, {degrees}");
            }
        }
    }
}

#[test]
fn turning_moves_the_outlines() {
    for (name, movement) in movements() {
        let scene = Scene::new(&movement, movement.drawn_side());
        let before = outlines(&scene);
        for degrees in [15.0, 90.0, 180.0, -90.0] {
            let turned = outlines(&scene.turned(degrees));
            assert!(turned != before, "{name} stays as it is at {degrees}");
            assert!(
                ends(&turned).all(|point| point.x.is_finite() && point.y.is_finite()),
                "{name} at {degrees}"
            );
        }
    }
}

#[test]
fn a_turned_figure_is_never_shown_larger() {
    for (name, movement) in movements() {
        let scene = Scene::new(&movement, movement.drawn_side());
        let first = scene.window(1.0);
        for degrees in (0..360).step_by(30) {
            let window = scene.turned(degrees as f32).window(1.0);
            assert!(
                window.width >= first.width - 1e-4 && window.height >= first.height - 1e-4,
                "{name} at {degrees}: {window:?} after {first:?}"
            );
        }
    }
}
