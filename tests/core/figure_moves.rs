//! What is seen of the figure moves no further than its scene says: the screen leaves a picture as it is where that is
//! too little to be seen.

use kneewise::content::Content;
use kneewise::figure::{Beat, Command, Drawing, Ink, Scene};

/// The left, right, upper and lower end of everything in one ink.
type Ends = [f32; 4];

/// What belongs to the body; where light and shadow end is another matter.
const INKS: [Ink; 7] = [
    Ink::Skin,
    Ink::Hair,
    Ink::Top,
    Ink::Shorts,
    Ink::Shoe,
    Ink::Sole,
    Ink::Sock,
];

fn ends(drawing: &Drawing) -> [Option<Ends>; INKS.len()] {
    INKS.map(|ink| {
        let shapes = drawing.shapes().filter(|(shape, _)| shape.tint.ink == ink);
        let points = shapes.flat_map(|(_, outline)| outline).flat_map(|command| {
            match *command {
                Command::MoveTo(to) | Command::LineTo(to) => [Some(to), None],
                Command::QuadTo(_, to) => [Some(to), None],
                Command::Close => [None, None],
            }
            .into_iter()
            .flatten()
        });
        points.fold(None, |ends: Option<Ends>, point| {
            let [left, right, upper, lower] =
                ends.unwrap_or([f32::MAX, f32::MIN, f32::MAX, f32::MIN]);
            Some([
                left.min(point.x),
                right.max(point.x),
                upper.min(point.y),
                lower.max(point.y),
            ])
        })
    })
}

#[test]
fn no_end_of_the_picture_moves_further_than_the_body_is_said_to() {
    /// In body heights: half a pixel on a stage of the usual size. Outlines are rounded, and skin ends under cloth.
    const ROUNDING: f32 = 0.0016;
    const STEPS: u16 = 12;

    let (content, _) = Content::read();
    let mut compared = 0;
    for exercise in content.catalogue.iter() {
        let Some(movement) = &exercise.figure else {
            continue;
        };
        let scene = Scene::new(movement, movement.drawn_side());
        let length = movement.loop_seconds();
        let at = |step: u16| Beat::Rep {
            number: 0,
            elapsed: length * f32::from(step) / f32::from(STEPS),
            length,
            tempo: None,
        };
        let seen = |beat: &Beat| {
            let posed = scene.posed_skeleton(beat).unwrap();
            let mut drawing = Drawing::new();
            scene.draw_skeleton(&posed, &mut drawing);
            (posed, ends(&drawing))
        };
        let (mut before, mut ends_before) = seen(&at(0));
        for step in 1..STEPS {
            let (now, ends_now) = seen(&at(step));
            // Another set of muscles: it is another picture.
            if let Some(moved) = scene.moved(&now, &before) {
                for (ink, (now, before)) in INKS.iter().zip(ends_now.iter().zip(&ends_before)) {
                    let (Some(now), Some(before)) = (now, before) else {
                        continue;
                    };
                    for (now, before) in now.iter().zip(before) {
                        compared += 1;
                        assert!(
                            (now - before).abs() <= moved + ROUNDING,
                            "{} at {step}: {ink:?} from {before} to {now}, said to be {moved}",
                            exercise.id
                        );
                    }
                }
            }
            (before, ends_before) = (now, ends_now);
        }
    }
    assert!(compared > 10_000, "{compared}");
}

#[test]
fn what_stands_still_has_not_moved() {
    let (content, _) = Content::read();
    let squat = content.catalogue.get("mini-squat").unwrap();
    let movement = squat.figure.as_ref().unwrap();
    let scene = Scene::new(movement, movement.drawn_side());
    let posed = scene.posed_skeleton(&Beat::Start).unwrap();
    assert_eq!(scene.moved(&posed, &posed), Some(0.0));
    let key = scene.posed_skeleton(&Beat::Key).unwrap();
    let moved = scene.moved(&key, &posed).unwrap();
    // The hips go down and back, the head most of all forward: less than a third of the body's height.
    assert!((0.03..0.3).contains(&moved), "{moved}");
}
