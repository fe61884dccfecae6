//! What the parts say when they are used.
use super::shot::{bytes, shoot, window};
use iced::widget::{Space, column, container};
use iced::{Element, Event, Fill, Point, Size, mouse};
use iced_test::selector::id;
use iced_test::simulator::click;
use kneewise::app::theme::token::LIGHT;
use kneewise::app::theme::{self, Tone};
use kneewise::app::widget::pain_scale::Scale;
use kneewise::app::widget::sidebar::Entry;
use kneewise::app::widget::{self, Icon, PlayerScale, Strip, Toast, WindowSize};

/// Seven steps of different lengths.
fn strips() -> Vec<Strip> {
    [30.0, 30.0, 30.0, 40.0, 50.0, 20.0, 20.0]
        .into_iter()
        .enumerate()
        .map(|(step, seconds)| Strip {
            name: format!("Step {}", step + 1),
            time: format!("0:{seconds}"),
            seconds,
            step,
        })
        .collect()
}

/// Clicks a point and tells what was said.
fn click_at<'a, Message: 'a>(
    size: Size,
    element: impl Into<Element<'a, Message>>,
    point: impl Into<Point>,
) -> Vec<Message> {
    let mut window = window(size, element);
    window.point_at(point);
    let _ = window.simulate(click());
    window.into_messages().collect()
}

/// Clicks words and tells what was said.
fn click_words<'a, Message: 'a>(
    element: impl Into<Element<'a, Message>>,
    words: &str,
) -> Vec<Message> {
    let mut window = window(Size::new(900.0, 700.0), element);
    let _ = window.click(words).unwrap();
    window.into_messages().collect()
}

#[test]
fn a_press_on_a_strip_names_its_step() {
    let strips = strips();
    let bar = container(widget::step_bar(
        PlayerScale::default(),
        &strips,
        Vec::new(),
        0,
        0.0,
        Tone::Spruce,
        |step| step,
    ))
    .id("steps");
    let mut window = window(Size::new(800.0, 100.0), bar);
    let bounds = window.find(id("steps")).unwrap().bounds();
    let total: f32 = strips.iter().map(|strip| strip.seconds).sum();
    let mut before = 0.0;

    for strip in &strips {
        let middle = (before + strip.seconds / 2.0) / total;
        before += strip.seconds;

        // Two pixels from the upper edge: well above the strip itself, and still its target.
        window.point_at([bounds.x + middle * bounds.width, bounds.y + 2.0]);
        let _ = window.simulate(click());
    }

    assert_eq!(
        window.into_messages().collect::<Vec<usize>>(),
        [0, 1, 2, 3, 4, 5, 6]
    );
}

#[test]
fn the_strip_under_the_pointer_tells_its_name() {
    let strips = strips();
    let bar = widget::step_bar(
        PlayerScale::default(),
        &strips,
        Vec::new(),
        0,
        0.0,
        Tone::Spruce,
        |_| (),
    );
    let mut window = window(Size::new(800.0, 200.0), column![bar]);
    let label = [400.0, 36.0];

    assert_eq!(
        shoot(&mut window, &theme::light()).at(label),
        bytes(LIGHT.background)
    );

    window.point_at([400.0, 12.0]);
    let _ = window.simulate([Event::Mouse(mouse::Event::CursorMoved {
        position: Point::new(400.0, 12.0),
    })]);
    let shot = shoot(&mut window, &theme::light());

    assert_eq!(shot.at(label), bytes(LIGHT.ink));
    // The last figure of "Step 4" is there as well as the first letter.
    let bright = |left: u32| {
        (left..left + 9)
            .flat_map(|x| (40..56).map(move |y| [x as f32, y as f32]))
            .any(|point| shot.at(point)[0] > 200)
    };
    assert!(bright(376) && bright(414));
}

#[test]
fn a_button_without_a_message_says_nothing() {
    let button = |message: Option<u8>| {
        click_words(
            widget::button("Start").primary().on_press_maybe(message),
            "Start",
        )
    };

    assert_eq!(button(Some(7)), [7]);
    assert_eq!(button(None), [0_u8; 0]);
}

#[test]
fn every_score_of_the_pain_scale_can_be_chosen() {
    for score in 0..=10_u8 {
        let scale = widget::pain_scale(
            [Scale {
                label: "Left",
                name: "Left knee",
                chosen: Some(3),
                takes_keys: false,
            }],
            [
                "Fine to carry on".into(),
                "Careful".into(),
                "Ease off".into(),
            ],
            |_, score| score,
        );

        assert_eq!(click_words(scale, &score.to_string()), [score]);
    }
}

#[test]
fn controls_say_what_they_were_set_to() {
    assert_eq!(
        click_words(
            widget::segmented("Side", [('l', "Left"), ('r', "Right")], Some('l'), |side| {
                side
            }),
            "Right"
        ),
        ['r']
    );
    assert_eq!(
        click_at(
            Size::new(200.0, 100.0),
            widget::toggle(false, "Mute", "on"),
            [24.0, 14.0]
        ),
        ["on"]
    );
    for (x, said) in [(20.0, "less"), (120.0, "more")] {
        assert_eq!(
            click_at(
                Size::new(200.0, 100.0),
                column![widget::stepper(
                    "Get ready",
                    "5 s",
                    Some("less"),
                    Some("more")
                )],
                [x, 22.0]
            ),
            [said]
        );
    }
    assert_eq!(
        click_words(widget::chip("Mobility").on_press("filter"), "Mobility"),
        ["filter"]
    );
    assert_eq!(
        click_words(
            widget::choice_row("Stop here").key("4").on_press("stop"),
            "Stop here"
        ),
        ["stop"]
    );
}

#[test]
fn a_dialog_keeps_the_screen_behind_it_still() {
    let screen = || {
        widget::modal(
            container(widget::button("Behind").on_press("behind")).padding(20),
            widget::dialog(
                "Inside",
                300.0,
                column![
                    widget::button("Inside").on_press("inside"),
                    Space::new().height(100),
                ],
            ),
            Some("dismissed"),
        )
    };
    let size = Size::new(900.0, 700.0);

    assert_eq!(click_at(size, screen(), [40.0, 40.0]), ["dismissed"]);
    assert_eq!(click_at(size, screen(), [450.0, 420.0]), [""; 0]);
    assert_eq!(click_words(screen(), "Inside"), ["inside"]);
}

#[test]
fn a_toast_lets_the_screen_work_and_can_be_answered() {
    let screen = || {
        widget::with_toast(
            container(widget::button("Screen").on_press("screen"))
                .width(Fill)
                .height(Fill),
            0.0,
            Some(Toast::new("Jumped to step 4").action("Undo", "undo")),
        )
    };

    assert_eq!(click_words(screen(), "Undo"), ["undo"]);
    assert_eq!(click_words(screen(), "Screen"), ["screen"]);
}

#[test]
fn the_sidebar_leads_to_its_places() {
    for window in [WindowSize::Small, WindowSize::Medium] {
        let sidebar = || {
            widget::sidebar(
                window,
                "Kneewise",
                &[
                    Entry {
                        place: 'T',
                        icon: Icon::House,
                        label: "Today",
                    },
                    Entry {
                        place: 'P',
                        icon: Icon::CalendarDays,
                        label: "Plan",
                    },
                ],
                &[Entry {
                    place: 'S',
                    icon: Icon::Settings,
                    label: "Settings",
                }],
                'T',
                |place| place,
            )
        };

        assert_eq!(click_words(sidebar(), "Plan"), ['P'], "{window:?}");
        assert_eq!(click_words(sidebar(), "Settings"), ['S'], "{window:?}");
    }
}

#[test]
fn a_problem_is_told_below_its_input() {
    let mut window = window(
        Size::new(400.0, 200.0),
        Element::<'_, String>::from(widget::input(
            "Seconds",
            "0 s",
            "",
            None,
            Some("Enter 5 to 600 seconds.".into()),
            |text| text,
        )),
    );

    assert!(window.find("Enter 5 to 600 seconds.").is_ok());
    window.point_at([100.0, 22.0]);
    let _ = window.simulate(click());
    let _ = window.typewrite("7");
    assert_eq!(window.into_messages().collect::<Vec<_>>(), ["7"]);
}

#[test]
fn the_countdown_can_be_found_as_a_whole() {
    let mut window = window(
        Size::new(400.0, 200.0),
        Element::<'_, ()>::from(widget::countdown(PlayerScale::default(), "1:05")),
    );

    assert!(window.find("1:05").is_ok());
}

#[test]
fn the_rail_has_room_for_its_labels() {
    let entry = Entry {
        place: (),
        icon: Icon::Crosshair,
        label: "Knee map",
    };
    let mut window = window(
        Size::new(400.0, 300.0),
        widget::sidebar(WindowSize::Small, "Kneewise", &[entry], &[], (), |()| ()),
    );
    let label = window.find("Knee map").unwrap().bounds();
    let rail = widget::sidebar::width(WindowSize::Small);

    assert!(
        label.x >= 4.0 && label.x + label.width <= rail - 4.0,
        "{label:?} in {rail}"
    );
}
