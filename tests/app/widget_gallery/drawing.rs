//! What the drawn parts look like, measured in their pixels.
use super::shot::{SCALE, Shot, bytes, shoot, shot, window};
use iced::widget::{Space, column, container};
use iced::{Element, Fill, Font, Point, Rectangle, Size};
use kneewise::app::theme::token::LIGHT;
use kneewise::app::theme::{self, Tone, font, type_role};
use kneewise::app::widget::digits::{COLON_CELL, DIGIT_CELL, ONE_CELL};
use kneewise::app::widget::{self, Count, Icon, PlayerScale, Ring, Solid, Strip};

/// Room around what is drawn, so that what reaches over its bounds is seen.
const MARGIN: f32 = 20.0;

fn draw<'a>(size: Size, content: impl Into<Element<'a, ()>>) -> Shot {
    shot(
        Size::new(size.width + 2.0 * MARGIN, size.height + 2.0 * MARGIN),
        &theme::light(),
        container(content).padding(MARGIN).width(Fill).height(Fill),
    )
}

fn ink<'a>(content: impl Into<Element<'a, ()>>) -> Rectangle {
    draw(Size::new(600.0, 120.0), content).ink().unwrap()
}

/// The pixels of a part of a picture, in logical coordinates without the margin.
fn part(shot: &Shot, part: Rectangle) -> Vec<u8> {
    image::imageops::crop_imm(
        &shot.0,
        ((part.x + MARGIN) * SCALE) as u32,
        ((part.y + MARGIN) * SCALE) as u32,
        (part.width * SCALE) as u32,
        (part.height * SCALE) as u32,
    )
    .to_image()
    .into_raw()
}

#[test]
fn digits_stay_in_their_cells() {
    const SIZE: f32 = 172.0;

    for digit in '0'..='9' {
        let number = format!("{digit}{digit}");
        let ink = draw(Size::new(300.0, 160.0), widget::digits(number, SIZE))
            .ink()
            .unwrap();

        assert!(ink.x >= MARGIN, "{digit}: {ink:?}");
        assert!(
            ink.x + ink.width <= MARGIN + 2.0 * DIGIT_CELL * SIZE,
            "{digit}: {ink:?}"
        );
        assert!(ink.y >= MARGIN, "{digit}: {ink:?}");
        assert!(ink.height > 0.72 * SIZE, "{digit}: {ink:?}");
    }
}

#[test]
fn digits_do_not_shift_when_the_number_changes() {
    const SIZE: f32 = 118.0;

    let colon = Rectangle {
        x: DIGIT_CELL * SIZE,
        y: 0.0,
        width: COLON_CELL * SIZE,
        height: 0.86 * SIZE,
    };
    let size = Size::new(300.0, 110.0);
    let ones = draw(size, widget::digits("4:11", SIZE));
    let fours = draw(size, widget::digits("4:44", SIZE));
    let last_four = Rectangle {
        x: (2.0 * DIGIT_CELL + COLON_CELL) * SIZE,
        width: DIGIT_CELL * SIZE,
        ..colon
    };

    // Not `assert_eq`: nobody can read a thousand pixels.
    assert!(part(&ones, colon) == part(&fours, colon));
    assert!(part(&draw(size, widget::digits("4:54", SIZE)), last_four) == part(&fours, last_four));
    assert!(part(&ones, last_four) != part(&fours, last_four));
}

#[test]
fn eleven_is_one_number() {
    const SIZE: f32 = 172.0;

    let width = |number: &'static str| {
        draw(Size::new(300.0, 160.0), widget::digits(number, SIZE))
            .ink()
            .unwrap()
            .width
    };
    let narrower = (DIGIT_CELL - ONE_CELL) * SIZE;

    assert!(width("11") + narrower <= 2.0 * DIGIT_CELL * SIZE);
    assert!(width("14") < width("44") - 0.5 * narrower);
}

#[test]
fn each_weight_of_inter_is_a_weight_of_its_own() {
    let width = |font: Font| ink(type_role::TITLE_1.with_font(font).text("Hamburgefonstiv")).width;
    let widths = [font::REGULAR, font::MEDIUM, font::SEMIBOLD, font::BOLD].map(width);

    assert!(
        widths.is_sorted_by(|thin, thick| thin + 2.0 < *thick),
        "{widths:?}"
    );
}

#[test]
fn text_has_the_size_of_its_role() {
    let height = ink(type_role::title_1("H")).height;
    let cap_height = 0.727 * 32.0;

    assert!((height - cap_height).abs() <= 1.0, "{height}");
}

#[test]
fn icons_fill_their_square() {
    for icon in [
        Icon::House,
        Icon::Layers,
        Icon::Crosshair,
        Icon::CalendarDays,
        Icon::Settings,
    ] {
        let ink = ink(widget::icon(icon, 48.0));
        let square = Rectangle::new(Point::new(MARGIN, MARGIN), Size::new(48.0, 48.0));

        assert!(ink.is_within(&square), "{icon:?}: {ink:?}");
        assert!(ink.width > 36.0 && ink.height > 36.0, "{icon:?}: {ink:?}");
        assert!(
            (ink.center_x() - square.center_x()).abs() < 1.5,
            "{icon:?}: {ink:?}"
        );
        assert!(
            (ink.center_y() - square.center_y()).abs() < 1.5,
            "{icon:?}: {ink:?}"
        );
    }
}

#[test]
fn solid_icons_wear_the_colour_around_them() {
    for solid in [Solid::Play, Solid::Pause, Solid::Previous, Solid::Next] {
        let shot = draw(
            Size::new(60.0, 60.0),
            container(widget::solid(solid, 48.0)).style(theme::container::solid(Tone::Ember, 0.0)),
        );

        // A quarter in from the left and half way down, each of the four has ink but play, which starts at
        // its own left edge.
        let inside = match solid {
            Solid::Play => [20.0, 24.0],
            Solid::Pause => [15.0, 24.0],
            Solid::Previous => [30.0, 24.0],
            Solid::Next => [14.0, 24.0],
        };

        assert_eq!(
            shot.at([inside[0] + MARGIN, inside[1] + MARGIN]),
            bytes(LIGHT.surface),
            "{solid:?}"
        );
        assert_eq!(
            shot.at([MARGIN + 1.0, MARGIN + 1.0]),
            bytes(LIGHT.ember.text),
            "{solid:?}"
        );
    }
}

/// The colour of a ring at an angle in turns clockwise from the top.
fn ring_at(shot: &Shot, ring: &Ring, turns: f32) -> [u8; 3] {
    let angle = (turns - 0.25) * std::f32::consts::TAU;
    let radius = (ring.diameter - ring.stroke) / 2.0;
    let centre = MARGIN + ring.diameter / 2.0;

    shot.at([centre + radius * angle.cos(), centre + radius * angle.sin()])
}

fn draw_ring(ring: Ring) -> Shot {
    draw(
        Size::new(ring.diameter, ring.diameter),
        widget::countdown_ring(ring, Space::new()),
    )
}

#[test]
fn the_ring_shows_the_time_that_is_left() {
    let ring = |fraction_left| {
        Ring::player(
            PlayerScale::default(),
            Tone::Sun,
            Count::Timed { fraction_left },
            0.0,
        )
    };
    let sun = bytes(LIGHT.sun.text);
    let line = bytes(LIGHT.line);

    for (fraction_left, colours) in [
        (1.0, [sun; 4]),
        (0.7, [sun, sun, sun, line]),
        (0.3, [sun, sun, line, line]),
        (0.0, [line; 4]),
    ] {
        let ring = ring(fraction_left);
        let shot = draw_ring(ring);

        for (turns, colour) in [0.1, 0.25, 0.6, 0.85].into_iter().zip(colours) {
            assert_eq!(
                ring_at(&shot, &ring, turns),
                colour,
                "{fraction_left} left, at {turns}"
            );
        }
        assert_eq!(
            shot.at([MARGIN + 159.0, MARGIN + 159.0]),
            bytes(LIGHT.background)
        );
    }
}

#[test]
fn the_ring_has_an_arc_for_each_repetition() {
    let ring = Ring::player(
        PlayerScale::default(),
        Tone::Spruce,
        Count::Reps {
            count: 10,
            current: 5,
            fraction: 0.5,
        },
        0.0,
    );
    let shot = draw_ring(ring);

    for index in 0..10_u8 {
        let middle = (f32::from(index) + 0.35) / 10.0;
        let colour = if index <= 5 {
            LIGHT.spruce.text
        } else {
            LIGHT.line
        };

        assert_eq!(ring_at(&shot, &ring, middle), bytes(colour), "arc {index}");
        assert_eq!(
            ring_at(&shot, &ring, f32::from(index) / 10.0),
            bytes(LIGHT.background),
            "gap {index}"
        );
    }
    // The current arc is done to its middle.
    assert_eq!(ring_at(&shot, &ring, 0.585), bytes(LIGHT.line));
}

#[test]
fn the_step_bar_shows_what_is_done() {
    let strips: Vec<Strip> = (0..4)
        .map(|step| Strip {
            name: String::new(),
            time: String::new(),
            seconds: 30.0,
            step,
        })
        .collect();
    let shot = draw(
        Size::new(418.0, 24.0),
        widget::step_bar(
            PlayerScale::default(),
            &strips,
            vec![true, true],
            2,
            0.5,
            Tone::Sky,
            |_| (),
        ),
    );
    let at = |x: f32| shot.at([MARGIN + x, MARGIN + 12.0]);

    // Four strips of 100 with 6 between.
    assert_eq!(at(50.0), bytes(LIGHT.primary));
    assert_eq!(at(103.0), bytes(LIGHT.background));
    assert_eq!(at(156.0), bytes(LIGHT.primary));
    assert_eq!(at(240.0), bytes(LIGHT.sky.text));
    assert_eq!(at(290.0), bytes(LIGHT.line));
    assert_eq!(at(368.0), bytes(LIGHT.line));
    // The strips are 12 high in a target of 24.
    assert_eq!(
        shot.at([MARGIN + 50.0, MARGIN + 3.0]),
        bytes(LIGHT.background)
    );
}

#[test]
fn the_focus_ring_moves_nothing() {
    let focusable = |is_focused: bool| {
        let content = column![
            widget::button("Start").primary().on_press(()),
            widget::button("Below").on_press(()),
        ]
        .spacing(8);
        let page = container(content).padding(MARGIN).width(Fill).height(Fill);
        let size = Size::new(200.0 + 2.0 * MARGIN, 100.0 + 2.0 * MARGIN);
        let mut window = window(size, kneewise::app::control::keyboard(true, page));
        if is_focused {
            let _ = window.tap_key(iced::keyboard::key::Named::Tab);
        }
        shoot(&mut window, &theme::light())
    };
    let plain = focusable(false);
    let focused = focusable(true);
    // Between the corners, which the ring goes around, and all of the button below.
    let inside = Rectangle::new(Point::new(12.0, 0.0), Size::new(46.0, 44.0));
    let below = Rectangle::new(Point::new(0.0, 52.0), Size::new(100.0, 44.0));

    assert!(part(&plain, inside) == part(&focused, inside));
    assert!(part(&plain, below) == part(&focused, below));
    for (x, y) in [(-3.5, 22.0), (30.0, -3.5), (30.0, 47.5)] {
        let point = [MARGIN + x, MARGIN + y];

        assert_eq!(plain.at(point), bytes(LIGHT.background));
        assert_eq!(focused.at(point), bytes(LIGHT.focus));
    }
    // The two pixels between ring and control stay free.
    assert_eq!(
        focused.at([MARGIN - 1.0, MARGIN + 22.0]),
        bytes(LIGHT.background)
    );
}

#[test]
fn the_hero_has_round_corners_wherever_its_edges_fall() {
    for top in [0.0, 0.3, 0.5, 0.7] {
        let shot = shot(
            Size::new(600.0, 300.0),
            &theme::light(),
            container(
                container(widget::hero(Element::<'_, ()>::from(Space::new())))
                    .width(500)
                    .height(220.4),
            )
            .padding([20.0 + top, 20.0])
            .width(Fill)
            .height(Fill),
        );

        for (x, y) in [
            (518.5, 21.5 + top),
            (518.5, 239.0 + top),
            (519.0, 241.0 + top),
        ] {
            assert_eq!(
                shot.at([x, y]),
                bytes(LIGHT.background),
                "{x}, {y} from {top}"
            );
        }
    }
}

#[test]
fn the_edge_of_the_stage_can_flash() {
    let stage = |is_flashing| {
        draw(
            Size::new(400.0, 300.0),
            widget::stage(
                PlayerScale::default(),
                Tone::Spruce,
                Icon::Dumbbell,
                "Strength",
                Element::<'_, ()>::from(Space::new()),
            )
            .flashing(is_flashing),
        )
    };
    let edge = [MARGIN + 3.0, MARGIN + 150.0];

    assert_eq!(stage(false).at(edge), bytes(LIGHT.spruce.soft));
    assert_eq!(stage(true).at(edge), bytes(LIGHT.spruce.fill));
    assert_eq!(
        stage(true).at([MARGIN + 9.0, MARGIN + 150.0]),
        bytes(LIGHT.spruce.soft)
    );
}
