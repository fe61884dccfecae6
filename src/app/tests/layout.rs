//! Every text of every screen has its room, in three sizes of window, whatever the routine.

use super::*;
use crate::app::screen::rating;
use crate::words::player as words;
use crate::words::test_language;
use iced::Rectangle;
use std::path::Path;

/// Names longer than anybody would write, sets with rests, and every kind of text at its longest.
pub fn long_names() -> String {
    let name = "Half-kneeling hip flexor stretch with the back foot raised on a low bench and both arms overhead";
    let setup = "Take up the position in which your back knee rests on a folded towel, your front foot stands flat.";
    format!(
        r#"(id: "names", name: "{name}, {name}", kind: Strength, get_ready: (seconds: 5, text: "{setup}"),
        purpose: "{setup}", leave_if: ["{setup}"],
        items: [
            Exercise(id: "a", dose: Hold(70), sides: Each(text: "{setup}"), sets: 3, rest: 20),
            Exercise(id: "b", dose: Reps(count: 6, tempo: (2, 1, 2)), sides: Alternating, sets: 2, rest: 15),
            Exercise(id: "c", dose: Reps(count: 12), sides: Each(), sets: 2, rest: 15),
        ],
        exercises: [
            (id: "a", name: "{name}", setup: "{setup}", cues: ["{setup}", "Short."], easier: Text("{setup}")),
            (id: "b", name: "Counter-rotating single-leg deadlift", cues: ["Easy."]),
            (id: "c", name: "Standing lunge hip flexor stretch", cues: ["Easy."]),
        ])"#
    )
}

pub fn sixty_steps() -> String {
    let mut text = String::from(r#"(id: "sixty", name: "Sixty steps", kind: Strength, items: ["#);
    for number in 1..=60 {
        text.push_str(&format!(
            r#"Exercise(id: "e{number}", dose: Hold({}), sides: Both),"#,
            10 + number % 4 * 10
        ));
    }
    text.push_str("], exercises: [");
    for number in 1..=60 {
        text.push_str(&format!(
            r#"(id: "e{number}", name: "Exercise number {number}"),"#
        ));
    }
    text.push_str("])");
    text
}

/// Looks at every text of the window: inside, whole, and on no other.
pub fn look_at(desk: &Desk, state: &str) {
    let window = Rectangle::with_size(desk.app.window);
    let scrolled = test_support::scrolled(&mut desk.window());
    let texts: Vec<_> = desk.words();
    assert!(!texts.is_empty(), "{state}: nothing is said");
    for words in &texts {
        let said = format!(
            "{state} at {:?}: {:?} at {:?}",
            desk.app.window, words.content, words.bounds
        );
        if test_language::is_spoken() {
            let escaped = language::escaped(&words.content);
            assert_eq!(escaped, None, "not translated: {said}");
        }
        let bounds = words.bounds;
        let scrolls = scrolled
            .iter()
            .any(|content| bounds.is_within(&content.expand(1.0)));
        assert!(
            bounds.x >= -0.5 && bounds.x + bounds.width <= window.width + 0.5,
            "beside the window: {said}"
        );
        assert!(
            words.content.trim().is_empty() || bounds.height >= 12.0 && bounds.width >= 4.0,
            "squeezed: {said}"
        );
        // What people have written may be longer than a line has room for.
        let is_sentence = words.content.starts_with('[');
        assert!(
            !is_sentence || !test_support::is_cut(words),
            "wider than its room: {said}"
        );
        if scrolls {
            continue;
        }
        assert!(bounds.is_within(&window.expand(0.5)), "outside: {said}");
        let seen = words.seen.unwrap_or_default();
        assert!(
            bounds.is_within(&seen.expand(0.5)),
            "cut off, seen only {seen:?}: {said}"
        );
    }
}

/// Whether two texts lie on each other.
pub fn look_for_overlaps(desk: &Desk, state: &str) {
    let texts = desk.words();
    for (index, one) in texts.iter().enumerate() {
        for other in &texts[index + 1..] {
            // What has been scrolled out of sight lies on nothing.
            let [one_seen, other_seen] = [one, other].map(|words| words.seen.unwrap_or_default());
            let both = one_seen.intersection(&other_seen).unwrap_or_default();
            assert!(
                both.width.min(both.height) < 2.0,
                "{state} at {:?}: {one:?} lies on {other:?}",
                desk.app.window
            );
        }
    }
}

/// Plays a routine step by step in each size and looks at every state on the way.
fn look_through(text: &str, folder: Option<&Path>) {
    for size in SIZES {
        let mut loaded = loaded(text);
        loaded.folder = folder.map(Path::to_path_buf);
        let mut desk = Desk::launch(Some(loaded), "(muted: true)");
        desk.resize(size);
        for round in 0..200 {
            if desk.says(words::knees_now()) {
                break;
            }
            let state = format!("state {round}");
            look_at(&desk, &state);
            look_for_overlaps(&desk, &state);
            if round % 3 == 0 {
                desk.press(Stroke::Space);
                look_at(&desk, &format!("{state}, paused"));
                look_for_overlaps(&desk, &format!("{state}, paused"));
                for layer in ['h', '?'] {
                    desk.type_in(layer);
                    look_at(&desk, &format!("{state} below {layer}"));
                    desk.press(Stroke::Escape);
                }
                desk.press(Stroke::Escape);
                look_at(&desk, &format!("{state} below the question whether to end"));
                desk.press(Stroke::Escape);
                desk.send(Message::Player(player::Message::PauseOrResume));
            }
            desk.send(Message::Player(player::Message::Next));
        }
        assert!(desk.says(words::knees_now()));
        for score in 0..=10 {
            let rated = rating::Message::Score(Side::Left, score);
            desk.send(Message::Player(player::Message::Rate(rated)));
            look_at(&desk, &format!("score {score}"));
            let words = desk.words();
            let finish = words
                .iter()
                .find(|words| words.content == words::save_button())
                .unwrap();
            let seen = finish.seen.unwrap_or_default();
            assert!(
                finish.bounds.is_within(&seen.expand(0.5)),
                "whoever gives {score} has to scroll to leave at {size:?}"
            );
        }
    }
}

#[test]
pub fn every_text_of_a_session_has_its_room() {
    look_through(SHORT, None);
    look_through(OWN_PACE, None);
}

#[test]
pub fn names_longer_than_anybody_would_write_have_theirs() {
    look_through(&long_names(), None);
}

#[test]
pub fn sixty_steps_have_theirs() {
    for size in SIZES {
        let mut desk = Desk::playing(&sixty_steps());
        desk.resize(size);
        look_at(&desk, "sixty steps");
        look_for_overlaps(&desk, "sixty steps");
        let exercises = desk.playback().current().timeline().exercises().len();
        assert!(desk.says(&words::exercise_of(1, exercises)));
        for step in [10, 59] {
            desk.send(Message::Player(player::Message::JumpTo(step)));
            assert_eq!(desk.playback().current().step_index(), step);
            look_at(&desk, "jumped");
        }
    }
}

#[test]
pub fn pages_have_room_for_their_texts() {
    for size in SIZES {
        for long in [false, true] {
            let mut desk = Desk::launch(None, "(muted: true, volume: 300)");
            desk.resize(size);
            for place in [Tab::Today, Tab::Routines, Tab::Settings] {
                desk.send(Message::Go(place));
                look_at(&desk, &format!("{place:?}"));
            }
            if long {
                let _ = desk.app.show(test_support::routine(&long_names()));
            } else {
                desk.send(Message::Go(Tab::Today));
                desk.send(Message::Today(today_screen::Message::SeeSteps));
                look_for_overlaps(&desk, "a routine");
            }
            look_at(&desk, "a routine");
            let _ = desk.app.show(test_support::routine(&sixty_steps()));
            look_at(&desk, "a routine of sixty steps");
        }
    }
}

/// Text at 200 % is a window of half the size. On cards of routines a name of two lines takes the place of what is below it.
#[test]
fn pages_have_room_for_text_at_200_per_cent() {
    for (width, height) in [(590.0, 390.0), (960.0, 540.0)] {
        let mut desk = Desk::open();
        desk.resize(Size::new(width, height));
        for place in [
            Tab::Today,
            Tab::Routines,
            Tab::KneeMap,
            Tab::Progress,
            Tab::Settings,
        ] {
            desk.send(Message::Go(place));
            look_at(&desk, &format!("{place:?}"));
        }
        desk.send(Message::Go(Tab::Today));
        desk.send(Message::Today(today_screen::Message::SeeSteps));
        look_at(&desk, "a routine");
        desk.send(Message::Keys(true));
        look_at(&desk, "the keys");
    }
}

/// The sizes that a page has at 200 % in a usual window, at 150 % in a small one, and at 200 % in a large one.
pub const MAGNIFIED: [Size; 3] = [
    Size::new(590.0, 390.0),
    Size::new(533.0, 400.0),
    Size::new(960.0, 540.0),
];

/// What leads on can be scrolled into sight, and is whole.
#[test]
fn the_knee_map_is_not_lost_in_magnified_windows() {
    use crate::app::screen::knee_map::Message as Map;
    use crate::knee::{AgeBand, Duration, Onset};
    use crate::words::knee_map as words;
    for size in MAGNIFIED {
        let mut desk = Desk::open();
        desk.resize(size);
        desk.send(Message::Go(Tab::KneeMap));
        let mut say = |message| {
            desk.send(Message::KneeMap(message));
            desk.draw();
            look_at(&desk, "on the way");
        };
        say(Map::Side(crate::side::Side::Left));
        say(Map::Everywhere);
        say(Map::Continue);
        say(Map::Age(AgeBand::From35));
        say(Map::Lasting(Duration::From2));
        say(Map::Onset(Onset::Gradual));
        say(Map::Next);
        // In a usual window the statements are seen at once, and a question comes after them.
        desk.resize(SIZES[1]);
        for _ in 0..4 {
            desk.draw();
            desk.send(Message::KneeMap(Map::None));
        }
        desk.resize(size);
        desk.draw();
        look_at(&desk, "a question");
        assert!(desk.says(words::not_sure()), "{size:?}: no question");
    }
}

#[test]
pub fn the_routines_has_room_for_its_texts() {
    use screen::routines::{Message as Choice, Tray};
    for size in SIZES {
        let mut desk = Desk::open();
        desk.resize(size);
        desk.send(Message::Go(Tab::Routines));
        look_for_overlaps(&desk, "the catalog");
        desk.send(Message::Routines(Choice::Panel));
        for tray in Tray::ALL {
            desk.send(Message::Routines(Choice::Tray(tray)));
            // It lies over the cards.
            look_at(&desk, &format!("{tray:?}"));
            desk.send(Message::Routines(Choice::Tray(tray)));
        }
        desk.send(Message::Routines(Choice::Typed("ladder drills".to_owned())));
        look_at(&desk, "nothing found");
        look_for_overlaps(&desk, "nothing found");
    }
}

#[test]
pub fn without_a_sound_device_the_note_hides_no_text() {
    for size in SIZES {
        let mut desk = Desk::playing(SHORT);
        desk.resize(size);
        let reason = audio::Reason::Other("none".to_owned());
        desk.send(Message::Audio(audio::Event::Silent { reason }));
        for _ in 0..7 {
            look_at(&desk, "without sound");
            look_for_overlaps(&desk, "without sound");
            desk.type_in('n');
        }
    }
}

#[test]
fn less_motion_takes_no_room_and_no_text() {
    for size in SIZES {
        let settings = "(muted: true, motion: Reduced)";
        let mut still = Desk::launch(Some(loaded(SHORT)), settings);
        let mut moving = Desk::playing(SHORT);
        for desk in [&mut still, &mut moving] {
            desk.resize(size);
            desk.play(62);
        }
        assert_eq!(still.words(), moving.words());
        assert!(
            still
                .player()
                .frame(still.playback(), &still.app.viewport())
                .is_some()
        );
    }
}

/// How wide and how high what sends a message is, in a window that is clicked at every fourth pixel along two lines through
/// a point.
fn extent(desk: &Desk, through: iced::Point, wanted: &player::Message) -> (f32, f32) {
    const STEP: f32 = 4.0;
    let clicks = |points: &mut dyn Iterator<Item = iced::Point>| {
        let mut window = desk.window();
        for point in points {
            window.point_at(point);
            let _ = window.simulate(iced_test::simulator::click());
        }
        let is_wanted =
            |message: &Message| matches!(message, Message::Player(said) if said == wanted);
        window.into_messages().filter(is_wanted).count() as f32 * STEP
    };
    let Size { width, height } = desk.app.window;
    let across = (0..(width / STEP) as u32).map(|at| iced::Point::new(at as f32 * STEP, through.y));
    let down = (0..(height / STEP) as u32).map(|at| iced::Point::new(through.x, at as f32 * STEP));
    (clicks(&mut { across }), clicks(&mut { down }))
}

#[test]
fn a_tile_keeps_pause_it_hurts_and_end() {
    for (width, height) in [
        (480.0, 600.0),
        (639.0, 480.0),
        (640.0, 600.0),
        (799.0, 900.0),
    ] {
        let mut desk = Desk::playing(OWN_PACE);
        desk.resize(Size::new(width, height));
        desk.look_first();
        for paused in [false, true] {
            if paused {
                desk.send(Message::Player(player::Message::PauseOrResume));
            }
            let hurts = test_support::words(&mut desk.window())
                .into_iter()
                .find(|text| text.content == words::hurts())
                .expect("it can hurt");
            let seen = hurts.seen.unwrap_or_default().expand(0.5);
            assert!(
                hurts.bounds.is_within(&seen) && hurts.bounds.height < 30.0,
                "{hurts:?} in {width} x {height}"
            );
            let middle = hurts.bounds.center();
            // The way out is the last before the edge.
            let end = iced::Point::new(
                width - PlayerScale::of_window(desk.app.window).px(24.0) - 20.0,
                middle.y,
            );
            for (point, message) in [
                (desk.transport()[1], player::Message::PauseOrResume),
                (middle, player::Message::Hurts),
                (end, player::Message::End),
            ] {
                let (across, down) = extent(&desk, point, &message);
                assert!(
                    across >= 40.0 && down >= 40.0,
                    "{message:?} has {across} x {down} in {width} x {height}"
                );
            }
        }
    }
}

#[test]
pub fn a_tile_has_room_for_its_texts() {
    for text in [SHORT, OWN_PACE] {
        let mut desk = Desk::playing(text);
        desk.resize(Size::new(480.0, 600.0));
        for round in 0..40 {
            if desk.says(words::knees_now()) {
                break;
            }
            look_at(&desk, &format!("state {round} of a tile"));
            look_for_overlaps(&desk, &format!("state {round} of a tile"));
            desk.send(Message::Player(player::Message::PauseOrResume));
            look_at(&desk, &format!("state {round} of a tile, paused"));
            look_for_overlaps(&desk, &format!("state {round} of a tile, paused"));
            desk.send(Message::Player(player::Message::PauseOrResume));
            desk.send(Message::Player(player::Message::Next));
        }
    }
}

/// The colours on the stage, in the middle of it and at its edge.
fn stage(desk: &Desk) -> [u8; 3] {
    let point = iced::Point::new(390.0, 300.0);
    test_support::colour_at(&mut desk.window(), &theme::light(), point)
}

pub const PICTURES: &str = r#"(id: "pictures", name: "Pictures", kind: Mobility, get_ready: (seconds: 0), items: [
    Exercise(id: "there", dose: Hold(20), sides: Both),
    Exercise(id: "drawn", dose: Hold(20), sides: Both),
    Exercise(id: "gone", dose: Hold(20), sides: Both),
    Exercise(id: "broken", dose: Hold(20), sides: Both),
    Exercise(id: "half", dose: Hold(20), sides: Both),
], exercises: [
    (id: "there", name: "There", picture: "there.png"),
    (id: "drawn", name: "Drawn", picture: "drawn.svg"),
    (id: "gone", name: "Gone", picture: "gone.png"),
    (id: "broken", name: "Broken", picture: "broken.png"),
    (id: "half", name: "Half", picture: "half.png"),
])"#;

#[test]
pub fn pictures_are_shown_and_missing_ones_stood_in_for() {
    let folder = tempfile::tempdir().unwrap();
    let red = ::image::RgbImage::from_pixel(300, 200, ::image::Rgb([200, 10, 10]));
    red.save(folder.path().join("there.png")).unwrap();
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 20'>\
        <rect width='30' height='20' fill='#0a0ac8'/></svg>";
    std::fs::write(folder.path().join("drawn.svg"), drawing).unwrap();
    std::fs::write(folder.path().join("broken.png"), "no picture").unwrap();
    let whole = std::fs::read(folder.path().join("there.png")).unwrap();
    std::fs::write(folder.path().join("half.png"), &whole[..whole.len() / 2]).unwrap();

    let loaded = LoadedRoutine {
        routine: test_support::routine(PICTURES),
        folder: Some(folder.path().to_path_buf()),
    };
    let mut desk = Desk::launch(Some(loaded), "(muted: true)");
    assert_eq!(stage(&desk), [200, 10, 10]);
    let cut_off = words::picture_damaged("half.png");
    for line in [
        words::picture_drawing("drawn.svg"),
        words::picture_missing("gone.png"),
        words::picture_not_read("broken.png"),
        cut_off,
    ] {
        desk.type_in('n');
        assert!(desk.says(&line), "{line}");
        // The standing figure is there: it is not the colour of the stage all the way up.
        let mut window = desk.window();
        let column = |window: &mut Simulator<'_, Message>, x| {
            test_support::colour_at(window, &theme::light(), iced::Point::new(x, 300.0))
        };
        assert_ne!(column(&mut window, 368.0), column(&mut window, 60.0));
    }
    look_through(PICTURES, Some(folder.path()));
}

/// Black lines on nothing cannot be seen on a dark stage.
#[test]
fn dark_lines_on_nothing_lie_on_a_light_card_where_the_page_is_dark() {
    let folder = tempfile::tempdir().unwrap();
    let show = |line: ::image::Rgba<u8>| {
        let mut picture = ::image::RgbaImage::new(300, 200);
        for x in 100..200 {
            picture.put_pixel(x, 20, line);
        }
        picture.save(folder.path().join("there.png")).unwrap();
        let loaded = LoadedRoutine {
            routine: test_support::routine(PICTURES),
            folder: Some(folder.path().to_path_buf()),
        };
        let desk = Desk::launch(Some(loaded), "(muted: true)");
        [theme::light(), theme::dark()].map(|theme| {
            // In the middle of the picture, where nothing is drawn, and in the corner of the stage.
            let mut window = desk.window();
            let mut at =
                |x, y| test_support::colour_at(&mut window, &theme, iced::Point::new(x, y));
            (at(390.0, 330.0), at(40.0, 110.0))
        })
    };
    let [(middle, corner), (dark_middle, dark_corner)] = show(::image::Rgba([0, 0, 0, 255]));
    assert_eq!(middle, corner, "on a light page there is no card");
    assert_ne!(dark_middle, dark_corner);
    assert!(dark_middle.iter().all(|channel| *channel > 200));

    let [(middle, corner), (dark_middle, dark_corner)] = show(::image::Rgba([240, 240, 240, 255]));
    assert_eq!((middle, dark_middle), (corner, dark_corner));
}

#[test]
fn a_picture_of_a_few_pixels_is_drawn_where_it_belongs() {
    let folder = tempfile::tempdir().unwrap();
    let tiny = ::image::RgbImage::from_pixel(3, 2, ::image::Rgb([200, 10, 10]));
    tiny.save(folder.path().join("there.png")).unwrap();
    let loaded = LoadedRoutine {
        routine: test_support::routine(PICTURES),
        folder: Some(folder.path().to_path_buf()),
    };
    let desk = Desk::launch(Some(loaded), "(muted: true)");
    let mut window = desk.window();
    let mut colour =
        |x, y| test_support::colour_at(&mut window, &theme::light(), iced::Point::new(x, y));
    let red = [200, 10, 10];
    // In the middle, and neither above the stage nor beside it.
    assert_eq!(colour(390.0, 330.0), red);
    for (x, y) in [(12.0, 330.0), (390.0, 92.0), (740.0, 330.0)] {
        assert_ne!(colour(x, y), red, "{x}, {y}");
    }
}
