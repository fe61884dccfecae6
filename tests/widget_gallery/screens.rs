//! Screens put together from the parts, close enough to the real ones to see whether the parts fit.
use iced::widget::{Space, column, container, row, space};
use iced::{Bottom, Center, Element, Fill, Size};
use kneewise::app::theme::{self, Look, Tone, type_role};
use kneewise::app::widget::sidebar::{Entry, Here};
use kneewise::app::widget::{self, Beat, Count, Icon, PlayerScale, Ring, Solid, Strip, WindowSize};

const LOOK: Look = Look {
    text: theme::TextScale::Normal,
    reduced_motion: false,
};

/// Where a figure goes.
fn figure<'a>(tone: Tone, width: f32, height: f32) -> Element<'a, ()> {
    container(Space::new())
        .width(width)
        .height(height)
        .style(theme::container::solid(tone, 16.0))
        .into()
}

/// The player in the middle of ten slow step-downs.
pub fn player<'a>(strips: &'a [Strip], window: Size, is_flashing: bool) -> Element<'a, ()> {
    let scale = PlayerScale::of_window(window);
    let tone = Tone::Spruce;
    let number = |text: &'static str| {
        widget::icon_button(LOOK, Icon::Volume2, text)
            .icon_size(22.0)
            .on_press(())
    };
    let top = row![
        column![
            type_role::STRONG
                .with_line(1.25)
                .exact(scale.px(16.0).max(15.0), "Slow Squats and Step-Downs"),
            type_role::SMALL
                .with_line(1.3)
                .exact(scale.text(14.0), "Step 5 of 12")
                .style(theme::text::soft),
        ],
        space::horizontal(),
        type_role::BODY
            .exact(scale.px(16.0).max(14.0), "2:45 done")
            .style(theme::text::soft),
        type_role::STRONG.exact(scale.px(16.0).max(14.0), "5:45 left"),
        row![number("Mute"), number("Full screen"), number("Keys")].spacing(4),
    ]
    .spacing(scale.px(18.0))
    .align_y(Center)
    .height(scale.px(64.0).max(52.0))
    .padding([0.0, scale.px(24.0)]);

    let right = column![
        column![
            widget::side_switch(
                scale,
                tone,
                [("LEFT".into(), false), ("RIGHT".into(), true)]
            ),
            type_role::STEP_NAME.exact(scale.px(34.0), "Slow step-down"),
        ]
        .spacing(scale.px(12.0))
        .height(scale.px(150.0))
        .align_x(Center),
        widget::countdown_ring(
            Ring::player(
                scale,
                tone,
                Count::Reps {
                    count: 10,
                    current: 5,
                    fraction: 0.55
                },
                0.0
            ),
            column![
                widget::countdown(scale, "6"),
                type_role::COUNTDOWN_NOTE
                    .exact(scale.text(19.0), "of 10")
                    .style(theme::text::soft),
            ]
            .spacing(scale.px(14.0))
            .align_x(Center),
        ),
        container(widget::tempo_bar(
            scale,
            tone,
            [
                ("Lower", "3 s", 3.0),
                ("Hold", "1 s", 1.0),
                ("Rise", "2 s", 2.0)
            ]
            .map(|(word, time, seconds)| Beat {
                word: word.into(),
                time: time.into(),
                seconds
            }),
            Some(0)
        ))
        .center_y(scale.px(62.0)),
    ]
    .width(scale.px(396.0))
    .height(Fill)
    .align_x(Center)
    .spacing(scale.px(12.0));

    let controls = row![
        container(figure(Tone::Sky, scale.px(76.0), scale.px(64.0))).width(Fill),
        row![
            widget::player_control(scale, Solid::Previous, "Previous")
                .hint("P")
                .on_press(()),
            widget::player_control(scale, Solid::Pause, "Pause")
                .main()
                .hint("Space")
                .on_press(()),
            widget::player_control(scale, Solid::Next, "Next")
                .hint("N")
                .on_press(()),
            widget::player_control(scale, "+15 s", "15 more seconds")
                .hint("+")
                .on_press(()),
        ]
        .spacing(scale.px(10.0))
        .align_y(Center),
        container(
            row![
                widget::button(LOOK, "It hurts")
                    .danger()
                    .icon(Icon::Hand)
                    .on_press(()),
                widget::button(LOOK, "End").icon(Icon::Square).on_press(()),
            ]
            .spacing(scale.px(10.0))
        )
        .align_right(Fill),
    ]
    .align_y(Center)
    .height(scale.px(112.0))
    .padding([0.0, scale.px(24.0)]);

    container(column![
        top,
        container(widget::step_bar(scale, strips, 4, 0.58, tone, |_| ()))
            .padding([0.0, scale.px(24.0)]),
        row![
            widget::stage(
                scale,
                tone,
                Icon::Dumbbell,
                "Strength",
                figure(tone, 200.0, 300.0)
            )
            .cue("Let your knee travel over your second toe.", 1, 3)
            .flashing(is_flashing),
            right,
        ]
        .spacing(scale.px(24.0))
        .padding([scale.px(12.0), scale.px(24.0)])
        .height(Fill),
        widget::divider(),
        controls,
    ])
    .style(theme::container::page)
    .into()
}

/// The frame of Today.
pub fn today<'a>(width: f32) -> Element<'a, ()> {
    let window = WindowSize::of_width(width);
    let entry = |place, icon, label| Entry { place, icon, label };
    let words = column![
        row![
            widget::icon(Icon::Footprints, 18.0).style(theme::text::on_hero_soft),
            type_role::label(LOOK, "After your run").style(theme::text::on_hero_soft),
        ]
        .spacing(8)
        .align_y(Center),
        type_role::hero(LOOK, "Post-Run\nKnee Reset"),
        type_role::body(
            LOOK,
            "Gentle stretches, then easy glute and knee movement. No kit needed."
        )
        .width(230)
        .style(theme::text::on_hero_soft),
        space::vertical(),
        row![
            widget::button(LOOK, "Start, 5 min")
                .on_hero()
                .large()
                .icon(Solid::Play)
                .on_press(()),
            widget::button(LOOK, "See steps")
                .hero_outline()
                .large()
                .on_press(()),
        ]
        .spacing(12),
    ]
    .spacing(10);

    row![
        widget::sidebar(
            LOOK,
            window,
            "Kneewise",
            &[
                entry(0, Icon::House, "Today"),
                entry(1, Icon::Layers, "Routines"),
                entry(2, Icon::Crosshair, "Knee map"),
                entry(3, Icon::CalendarDays, "Plan"),
                entry(4, Icon::ChartNoAxesColumn, "Progress"),
            ],
            &[entry(5, Icon::Settings, "Settings")],
            Here {
                open: 0,
                focused: Some(2)
            },
            |_| ()
        ),
        widget::page(
            window,
            column![
                widget::page_header(
                    LOOK,
                    window,
                    "Today",
                    Some("Saturday 22 November".into()),
                    Some(
                        widget::button(LOOK, "Log a run")
                            .icon(Icon::Plus)
                            .on_press(())
                            .into()
                    )
                ),
                widget::card(
                    row![
                        figure(Tone::Plum, 76.0, 56.0),
                        column![
                            type_role::strong(LOOK, "Carry on with Hip and Glute Strength"),
                            type_role::small(LOOK, "Step 7 of 12. 9 min left.")
                                .style(theme::text::soft),
                        ]
                        .width(Fill),
                        widget::button(LOOK, "Not today").quiet().on_press(()),
                        widget::button(LOOK, "Resume")
                            .tonal()
                            .icon(Solid::Play)
                            .on_press(()),
                    ]
                    .spacing(16)
                    .align_y(Center)
                )
                .padding([12, 16]),
                container(widget::hero(words, figure(Tone::Plum, 206.0, 220.0))).height(330),
                widget::card(widget::stat(
                    LOOK,
                    "Strength this week",
                    "2",
                    Some("of 2 to 3".into()),
                    Some("Goal met. A third is a bonus.".into())
                ))
                .width(Fill),
            ]
            .spacing(18)
        )
    ]
    .align_y(Bottom)
    .into()
}

/// A dialog over Today, and a toast below it.
pub fn dialog<'a>() -> Element<'a, ()> {
    let content = column![
        type_role::title_2(LOOK, "What would you like to do?"),
        type_role::body(
            LOOK,
            "We paused. A stretch should feel like a pull, never a sharp pain."
        )
        .style(theme::text::soft),
        widget::choice_row(LOOK, "Make it easier")
            .text("Stand and hold a chair instead of kneeling")
            .icon(Icon::Feather)
            .key("1")
            .focused(true)
            .on_press(()),
        widget::choice_row(LOOK, "Stop here")
            .text("Keeps what you have done")
            .icon(Icon::Square)
            .key("4")
            .on_press(()),
        row![
            type_role::small(LOOK, "Pain that stays sharp is a reason to stop.")
                .style(theme::text::soft)
                .width(Fill),
            widget::button(LOOK, "It is fine, resume")
                .quiet()
                .on_press(()),
        ]
        .align_y(Center),
    ]
    .spacing(12);

    widget::modal(
        widget::with_toast(
            LOOK,
            today(1180.0),
            0.0,
            Some(widget::Toast::new("Jumped to step 4").action("Undo", ())),
        ),
        widget::dialog(600.0, content),
        Some(()),
    )
}
