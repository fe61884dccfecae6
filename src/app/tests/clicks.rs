//! What a person clicks on the way through a routine, in three sizes of window.

use super::*;
use crate::routine::timeline::Timeline;
use crate::side::Side;
use crate::words::{page, player as words, today};
use iced::Point;

/// In each size.
fn in_each_size(text: Option<&str>, go: impl Fn(&mut Desk)) {
    for size in SIZES {
        let mut desk = match text {
            Some(text) => Desk::playing(text),
            None => Desk::open(),
        };
        desk.resize(size);
        go(&mut desk);
    }
}

fn reset() -> Timeline {
    let (content, _) = Content::read();
    let reset = content.routine(crate::content::RESET).unwrap();
    Timeline::of(reset, Side::Left.into())
}

fn steps_of_reset() -> usize {
    reset().numbered_steps()
}

fn exercises_of_reset() -> usize {
    reset().exercises().len()
}

#[test]
fn start_on_today_starts_the_reset() {
    in_each_size(None, |desk| {
        for text in [
            page::today(),
            page::after_your_run(),
            today::where_it_hurts(),
        ] {
            assert!(desk.says(text) || desk.app.window == SIZES[0], "{text}");
        }
        desk.click("Start, 5 min");
        assert!(desk.says("Post-Run Knee Reset"));
        assert!(desk.says(&words::exercise_of(1, exercises_of_reset())));
        assert!(desk.says("0:00 done"));
        assert!(desk.says("5:00 left"));
        assert!(desk.says(words::get_ready()));
    });
}

#[test]
fn see_steps_shows_the_steps_and_start_there_starts() {
    in_each_size(None, |desk| {
        desk.click(page::see_steps());
        for text in [
            "Post-Run Knee Reset",
            &page::steps(steps_of_reset()),
            "5 min",
            page::leave_it_if(),
            page::get_ready_time(),
            page::start_with(),
        ] {
            assert!(desk.says(text), "{text} at {:?}", desk.app.window);
        }
        desk.click(page::start_now());
        assert!(desk.says(&words::exercise_of(1, exercises_of_reset())));
    });
}

#[test]
fn a_card_on_the_routines_opens_its_routine() {
    in_each_size(None, |desk| {
        desk.click(page::routines());
        desk.click("Standing Post-Run Knee Reset");
        assert!(desk.says(page::start_now()));
        desk.click(page::routines());
        assert!(matches!(desk.app.screens.open, Screen::Routines(_)));
    });
}

#[test]
fn the_sidebar_opens_its_places() {
    in_each_size(None, |desk| {
        desk.click(page::settings());
        desk.click(page::sound());
        assert!(desk.says(page::volume()));
        desk.click(page::today());
        assert!(desk.says(page::after_your_run()));
    });
}

#[test]
fn pause_next_and_previous_are_pressed() {
    in_each_size(Some(SHORT), |desk| {
        let [previous, pause, next] = desk.transport();
        desk.click_at(pause);
        assert!(desk.says(words::paused()));
        assert!(desk.says(words::restart()));
        assert!(desk.says(words::easier()));
        desk.click_at(pause);
        assert!(!desk.says(words::paused()));
        desk.click_at(next);
        assert!(desk.says("Wall lean"));
        assert!(desk.says("of 20 s"));
        desk.click_at(next);
        assert!(desk.says(words::switch()));
        desk.click_at(previous);
        assert!(desk.says("of 20 s"));
        desk.click(words::more());
        assert!(desk.says("of 35 s"));
    });
}

#[test]
fn it_hurts_offers_ways_on_that_can_be_clicked() {
    in_each_size(Some(SHORT), |desk| {
        desk.play(10);
        desk.click(words::hurts());
        for text in [
            words::hurts_title(),
            "Do this instead: Seated lean",
            "Both sides. Carry on with: Squat",
            words::stop_line(),
        ] {
            assert!(desk.says(text), "{text}");
        }
        desk.click(words::make_easier());
        assert!(!desk.says(words::hurts_title()));
        assert!(desk.says("Seated lean"));
        assert!(desk.says("20"));

        desk.click(words::hurts());
        for text in [words::easier_already(), words::no_easier_line()] {
            assert!(desk.says(text), "it is as easy as it gets: {text}");
        }
        let off = desk
            .window()
            .find(words::easier_already())
            .unwrap()
            .bounds();
        assert_eq!(desk.said_by_click(off.center()), [] as [String; 0]);
        desk.click(words::skip_exercise());
        assert!(desk.says(words::rest()));

        desk.click(words::hurts());
        desk.click(words::it_is_fine());
        assert!(!desk.says(words::paused()));
        desk.click(words::hurts());
        desk.click(words::stop_here());
        assert!(desk.says(words::end_title()));
        desk.click(words::other_choices());
        assert!(desk.says(words::hurts_title()));
        desk.click(words::stop_here());
        desk.click(words::end_at_once());
        assert!(desk.says(words::nothing_done()));
    });
}

#[test]
fn what_may_be_felt_depends_on_the_exercise() {
    let routine = |kind: &str, exercise: &str| {
        format!(
            r#"(id: "one", name: "One", kind: {kind}, get_ready: (seconds: 0),
            items: [Exercise(id: "it", dose: Hold(30))],
            exercises: [(id: "it", name: "It" {exercise})])"#
        )
    };
    for (routine, line) in [
        (
            routine("Strength", ", kind: Stretch"),
            words::hurts_stretch(),
        ),
        (
            routine("Recovery", ", kind: Strength"),
            words::hurts_strength(),
        ),
        (
            routine("Recovery", ", kind: Mobility"),
            words::hurts_mobility(),
        ),
        (
            routine("Recovery", ", kind: Balance"),
            words::hurts_balance(),
        ),
        // Where the file does not say, the routine and what is done do.
        (routine("Strength", ""), words::hurts_strength()),
        (routine("Recovery", ""), words::hurts_stretch()),
        (
            routine("Recovery", "").replace("Hold(30)", "Time(30)"),
            words::hurts_mobility(),
        ),
    ] {
        let mut desk = Desk::playing(&routine);
        desk.type_in('h');
        assert!(desk.says(line), "{routine}");
    }
}

#[test]
fn every_exercise_says_what_sort_it_is() {
    let (content, _) = Content::read();
    let mut exercises = content.catalogue.iter();
    assert!(exercises.all(|exercise| exercise.kind.is_some()));
}

#[test]
fn a_click_beside_a_layer_closes_it() {
    in_each_size(Some(SHORT), |desk| {
        desk.play(10);
        desk.type_in('h');
        desk.click_at(Point::new(6.0, 300.0));
        assert!(!desk.says(words::hurts_title()));
        assert!(desk.says(words::paused()));
    });
}

#[test]
fn the_key_sheet_shows_every_key() {
    in_each_size(Some(SHORT), |desk| {
        if desk.app.window == SIZES[0] {
            desk.type_in('?');
        } else {
            desk.click(&widget::Icon::Keyboard.unicode().to_string());
        }
        assert!(desk.says(words::keys_title()));
        for shortcut in &shortcut::PLAYER {
            assert!(desk.says((shortcut.words)()), "{}", (shortcut.words)());
            for cap in shortcut.caps {
                assert!(desk.says(cap), "{cap}");
            }
        }
        desk.click(&widget::Icon::X.unicode().to_string());
        assert!(!desk.says(words::keys_title()));
    });
}

#[test]
fn ending_asks_first_and_then_shows_what_was_done() {
    in_each_size(Some(SHORT), |desk| {
        desk.play(30);
        if desk.app.window == SIZES[0] {
            // There the button has a picture and no word.
            desk.click(&widget::Icon::Square.unicode().to_string());
        } else {
            desk.click(words::end());
        }
        assert!(desk.says(words::end_title()));
        assert!(desk.says(&words::end_line(1, 4)));
        desk.click(words::carry_on());
        assert!(!desk.says(words::paused()));
        desk.press(Stroke::Escape);
        desk.click(words::end_session());
        for text in ["1 of 2 done.", "0:21", "1", "of 2", words::knees_now()] {
            assert!(desk.says(text), "{text}");
        }
    });
}

#[test]
fn at_the_end_a_score_is_given_and_one_leaves() {
    in_each_size(Some(SHORT), |desk| {
        desk.play(95);
        for text in ["All two done.", "1:10", "2", words::knees_now_line()] {
            assert!(desk.says(text), "{text}");
        }
        desk.click("7");
        assert!(desk.says("Left 7, strong"));
        desk.click("3");
        assert!(desk.says("Left 3, noticeable"));
        desk.click(words::save_button());
        assert!(matches!(desk.app.screens.open, Screen::Today(_)));
    });
}

#[test]
fn once_more_begins_anew() {
    in_each_size(Some(SHORT), |desk| {
        desk.play(95);
        desk.click(words::again());
        assert!(desk.says("0:00 done"));
        assert!(desk.says("1:35 left"));
        assert!(desk.says(words::get_ready()));
    });
}

#[test]
fn a_jump_can_be_taken_back_with_a_click_and_hides_no_button() {
    in_each_size(Some(SHORT), |desk| {
        desk.play(12);
        desk.type_in('4');
        assert!(desk.says("Jumped to step 4"));
        assert!(desk.says("0:00 done"), "what was passed over is not done");
        // What is pressed most stays free.
        let [_, pause, _] = desk.transport();
        desk.click_at(pause);
        assert!(desk.says(words::paused()));
        desk.click_at(pause);
        desk.click(words::undo());
        assert!(desk.says("0:12 done"));
    });
}

#[test]
fn a_click_on_the_ring_counts_at_ones_own_pace() {
    in_each_size(Some(OWN_PACE), |desk| {
        assert!(desk.says("0"));
        for counted in ["1", "2", "3"] {
            let ring = desk.window().find("of 4").unwrap().bounds().center();
            desk.click_at(ring);
            assert!(desk.says(counted), "{counted}");
        }
        desk.click(words::step_done());
        assert!(desk.says(words::rest()));
    });
}

#[test]
fn a_click_on_the_bar_of_steps_jumps() {
    in_each_size(Some(SHORT), |desk| {
        let strip = desk.window().find("0:00 done").unwrap().bounds();
        // The bar lies below the line with the times, the last strip but one well to the right.
        let scale = PlayerScale::of_window(desk.app.window);
        let top = scale.px(64.0).max(52.0) + 4.0;
        assert!(strip.y < top);
        desk.click_at(Point::new(desk.app.window.width * 0.85, top));
        assert!(desk.says("Squat"), "{:?}", desk.words());
        assert!(desk.says("Jumped to step 4"));
    });
}

#[test]
fn a_lit_edge_stands_in_for_sound_that_cannot_be_heard() {
    use crate::app::theme::Tone;
    use crate::app::theme::token::LIGHT;
    let lit = LIGHT.hue(Tone::Spruce).fill;
    let edge = |desk: &Desk| {
        let point = Point::new(27.0, 400.0);
        test_support::colour_at(&mut desk.window(), &theme::light(), point)
    };
    let reason = || audio::Reason::Other("none".to_owned());
    let cases: [(bool, bool, bool); 4] = [
        (false, false, false),
        (true, false, true),
        (false, true, true),
        (true, true, true),
    ];
    for (is_muted, is_silent, is_lit) in cases {
        let mut desk = Desk::playing(SHORT);
        if !is_muted {
            // The settings of these tests are silent to begin with, and the sound is off here too.
            desk.app.preferences.settings.muted = false;
        }
        if is_silent {
            desk.send(Message::Audio(audio::Event::Silent { reason: reason() }));
            assert!(desk.says(words::no_sound()));
        }
        desk.play(5);
        let said = format!("muted {is_muted}, silent {is_silent}");
        assert_eq!(edge(&desk) == test_support::bytes(lit), is_lit, "{said}");
        desk.play(1);
        assert_ne!(edge(&desk), test_support::bytes(lit), "{said}");
    }
}

#[test]
fn a_click_on_the_stage_pauses_and_a_double_click_fills_the_screen() {
    in_each_size(Some(crate::app::test_support::SHORT), |desk| {
        desk.play(10);
        let stage = Point::new(120.0, desk.app.window.height / 2.0);
        desk.click_at(stage);
        assert!(desk.says(words::paused()), "{:?}", desk.app.window);
        desk.click_at(stage);
        assert!(!desk.says(words::paused()), "{:?}", desk.app.window);

        let said: Vec<_> = {
            let mut window = desk.window();
            window.point_at(stage);
            for _ in 0..2 {
                let _ = window.simulate(iced_test::simulator::click());
            }
            window.into_messages().collect()
        };
        for message in said {
            desk.send(message);
        }
        assert!(!desk.says(words::paused()), "{:?}", desk.app.window);
        let playing = desk.app.playing.as_ref().unwrap();
        assert!(playing.player.is_full_screen());
    });
}
