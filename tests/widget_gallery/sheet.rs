//! Every part in every state, laid out like the component sheet of the design.
use iced::widget::{column, container, row};
use iced::{Center, Element, Fill};
use kneewise::app::theme::size::radius;
use kneewise::app::theme::{self, Look, Tone, font, type_role};
use kneewise::app::widget::{self, Count, Icon, PlayerScale, Ring, Solid, Strip};

const LOOK: Look = Look {
    text: theme::TextScale::Normal,
    reduced_motion: false,
};

/// The sheet, 1240 by 1780.
pub fn components(strips: &[Strip]) -> Element<'_, ()> {
    container(
        column![
            row![
                widget::mark(44.0),
                type_role::title_1(LOOK, "Component sheet")
            ]
            .spacing(16)
            .align_y(Center),
            row![buttons(), chips()].spacing(16),
            row![inputs(), banners()].spacing(16),
            row![rings(strips), types()].spacing(16),
        ]
        .spacing(16),
    )
    .padding([28, 32])
    .width(Fill)
    .height(Fill)
    .into()
}

fn section<'a>(title: &'a str, content: impl Into<Element<'a, ()>>) -> Element<'a, ()> {
    container(column![type_role::title_3(LOOK, title), content.into()].spacing(12))
        .padding(20)
        .width(Fill)
        .style(|theme| theme::container::rounded(theme::container::card(theme), 20.0))
        .into()
}

fn named<'a>(name: &'a str, content: impl Into<Element<'a, ()>>) -> Element<'a, ()> {
    column![
        type_role::caption(LOOK, name).style(theme::text::soft),
        content.into()
    ]
    .spacing(4)
    .into()
}

fn buttons<'a>() -> Element<'a, ()> {
    let start = || {
        widget::button(LOOK, "Start")
            .primary()
            .icon(Solid::Play)
            .on_press(())
    };

    section(
        "Buttons",
        column![
            row![
                named("Primary", start()),
                named("Focus", start().focused(true)),
                named("Off", widget::button(LOOK, "Start").primary()),
            ]
            .spacing(16),
            row![
                named(
                    "Secondary",
                    widget::button(LOOK, "Log a run")
                        .icon(Icon::Plus)
                        .on_press(())
                ),
                named(
                    "Tonal",
                    widget::button(LOOK, "Resume")
                        .tonal()
                        .icon(Solid::Play)
                        .on_press(())
                ),
                named(
                    "Quiet",
                    widget::button(LOOK, "Not today").quiet().on_press(())
                ),
                named(
                    "Danger",
                    widget::button(LOOK, "It hurts")
                        .danger()
                        .icon(Icon::Hand)
                        .on_press(())
                ),
            ]
            .spacing(16),
            row![
                named("Large, 56", start().large()),
                named("Normal, 44", start()),
                named(
                    "Small, 36",
                    widget::button(LOOK, "Open").small().on_press(())
                ),
                named(
                    "Icon, 44",
                    widget::icon_button(LOOK, Icon::Star, "Favourite")
                        .outlined()
                        .on_press(())
                ),
                named(
                    "Icon on",
                    widget::icon_button(LOOK, Icon::VolumeX, "Mute")
                        .on(true)
                        .on_press(())
                ),
            ]
            .spacing(16),
        ]
        .spacing(12),
    )
}

fn chips<'a>() -> Element<'a, ()> {
    section(
        "Chips, tags, choice",
        column![
            row![
                widget::chip(LOOK, "All").on(true).count("24").on_press(()),
                widget::chip(LOOK, "Mobility").count("6").on_press(()),
                widget::chip(LOOK, "Strength")
                    .count("8")
                    .focused(true)
                    .on_press(()),
            ]
            .spacing(8),
            row![
                widget::tag(LOOK, Tone::Spruce, Some(Icon::Leaf), "Recovery"),
                widget::tag(LOOK, Tone::Plum, Some(Icon::Dumbbell), "Strength"),
                widget::tag(LOOK, Tone::Sky, Some(Icon::WavesHorizontal), "Mobility"),
                widget::tag(LOOK, Tone::Sun, Some(Icon::Sunrise), "Warm-up"),
                widget::tag(LOOK, Tone::Ember, Some(Icon::HeartPulse), "Pain relief"),
                widget::tag(LOOK, Tone::Slate, None, "Built in"),
            ]
            .spacing(8)
            .wrap(),
            row![
                widget::segmented(
                    LOOK,
                    [(0, "Left"), (1, "Right"), (2, "Both")],
                    Some(0),
                    None,
                    |_| ()
                ),
                widget::toggle(true, false, ()),
                widget::toggle(false, false, ()),
            ]
            .spacing(16)
            .align_y(iced::Center),
            row![
                widget::stepper(LOOK, "5 s", false, Some(()), Some(())),
                widget::slider(0.0..=100.0, 60.0, |_| ()).width(150),
                widget::key_cap(LOOK, "Space"),
                widget::key_cap(LOOK, "N"),
                widget::effort_dots(2),
            ]
            .spacing(16)
            .align_y(iced::Center),
        ]
        .spacing(12),
    )
}

fn inputs<'a>() -> Element<'a, ()> {
    section(
        "Inputs",
        column![
            row![
                widget::input(LOOK, "", "Glute bridge", None, None, |_| ()).width(230),
                widget::input(LOOK, "Search", "", Some(Icon::Search), None, |_| ()).width(220),
            ]
            .spacing(12),
            row![
                widget::focus_ring(
                    true,
                    radius::CONTROL,
                    widget::input(LOOK, "", "Focused", None, None, |_| ()).width(230)
                ),
                widget::input(
                    LOOK,
                    "0 s",
                    "",
                    None,
                    Some("Enter 5 to 600 seconds.".into()),
                    |_| ()
                )
                .width(220),
            ]
            .spacing(12),
            widget::choice_row(LOOK, "Going downhill or down stairs")
                .check_box()
                .on(true)
                .on_press(()),
            widget::choice_row(LOOK, "Jumping or landing")
                .check_box()
                .on_press(()),
            widget::choice_row(LOOK, "Make it easier")
                .text("Stand and hold a chair instead of kneeling")
                .icon(Icon::Feather)
                .key("1")
                .focused(true)
                .on_press(()),
        ]
        .spacing(12),
    )
}

fn banners<'a>() -> Element<'a, ()> {
    section(
        "Pain scale and banners",
        column![
            widget::pain_scale(
                LOOK,
                Some(4),
                None,
                [
                    "Fine to carry on".into(),
                    "Careful".into(),
                    "Ease off".into()
                ],
                |_| ()
            ),
            widget::banner(
                LOOK,
                Tone::Ember,
                Icon::OctagonAlert,
                "Please get this knee checked first"
            )
            .line("Red flag. Nothing else competes with it."),
            widget::banner(LOOK, Tone::Sun, Icon::TriangleAlert, "Careful")
                .line("Worth a look, you can carry on."),
            widget::banner(LOOK, Tone::Sky, Icon::Info, "Good to know")
                .line("Neutral information."),
        ]
        .spacing(12),
    )
}

/// A bar of steps like the one of the component sheet.
pub fn strips() -> Vec<Strip> {
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

fn small_ring<'a>(tone: Tone, count: Count, number: &'a str) -> Element<'a, ()> {
    widget::countdown_ring(
        Ring {
            count,
            tone,
            diameter: 132.0,
            stroke: 10.0,
            gap: 2.0,
        },
        widget::digits(number, 56.0),
    )
}

fn rings(strips: &[Strip]) -> Element<'_, ()> {
    section(
        "Ring, tempo, segments, stats",
        column![
            row![
                small_ring(Tone::Spruce, Count::Timed { fraction_left: 0.7 }, "21"),
                small_ring(
                    Tone::Spruce,
                    Count::Reps {
                        count: 10,
                        current: 5,
                        fraction: 0.5
                    },
                    "6"
                ),
                small_ring(Tone::Sun, Count::Timed { fraction_left: 0.6 }, "3"),
            ]
            .spacing(24),
            widget::step_bar(PlayerScale::default(), strips, 2, 1.0, Tone::Spruce, |_| ()),
            row![
                widget::stat(LOOK, "Moving", "5:00", None, None),
                widget::stat(LOOK, "Strength", "2", Some("of 2 to 3".into()), None),
                widget::stat(LOOK, "Pain", "2", Some("out of 10".into()), None),
            ]
            .spacing(32),
            row![
                widget::state_label(PlayerScale::default(), Tone::Sun, Icon::Timer, "Get ready"),
                widget::cue_dots(Tone::Spruce, 3, 0),
                widget::picker(LOOK, &["Any length", "Short"], Some("Any length"), |_| ()),
            ]
            .spacing(16)
            .align_y(Center),
        ]
        .spacing(12),
    )
}

fn types<'a>() -> Element<'a, ()> {
    section(
        "Type",
        column![
            widget::digits("0:45", 120.0),
            type_role::title_1(LOOK, "Title 1, 32 semibold"),
            type_role::title_2(LOOK, "Title 2, 22 semibold"),
            type_role::title_3(LOOK, "Title 3, 17 semibold"),
            type_role::body(LOOK, "Body, 15 regular, line height 1.5"),
            type_role::SMALL
                .with_font(font::MEDIUM)
                .text(LOOK, "Label, 14 medium"),
            type_role::caption(LOOK, "Caption, 13 regular. Nothing is smaller.")
                .style(theme::text::soft),
        ]
        .spacing(4),
    )
}
