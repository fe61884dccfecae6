//! Every component in every state and theme, in a window to look at: `cargo run --example gallery`.
//!
//! What a component does under the pointer is seen with the pointer; what the keyboard makes of it stands beside it.

use iced::widget::{column, container, row, scrollable, space};
use iced::{Center, Element, Fill, Size, Theme};
use jiff::civil::{Date, date};
use kneewise::app::theme::{self, Presentation, TextScale, Tone, font, type_role};
use kneewise::app::widget::chart::{self, Bars, Heat, PainLine};
use kneewise::app::widget::pain_scale::Scale;
use kneewise::app::widget::sidebar::Entry;
use kneewise::app::widget::{
    self, Backdrop, Beat, Count, Icon, Mannequin, Part, PlayerScale, Ring, Solid, Strip, Toast,
    WindowSize,
};
use kneewise::content::Content;
use kneewise::side::Side;
use kneewise::training::calendar::Calendar;
use kneewise::training::overview::{Overview, heat};
use kneewise::training::pain::Knees;
use kneewise::training::range::Range;
use kneewise::training::record::{Log, Occasion, Pain, Session, State};
use kneewise::training::{Moment, Score};
use uuid::Uuid;

/// The day on which the charts are looked at.
const TODAY: Date = date(2026, 11, 25);
/// Whether the theme is dark, in the words of the switch.
const THEMES: [(bool, &str); 2] = [(false, "Light"), (true, "Dark")];
/// Sizes of text, in the words of the switch.
const SIZES: [(TextScale, &str); 4] = [
    (TextScale::Small, "Small"),
    (TextScale::Normal, "Normal"),
    (TextScale::Large, "Large"),
    (TextScale::Largest, "Largest"),
];

fn main() -> iced::Result {
    theme::load_fonts();
    iced::application(Gallery::new, Gallery::update, Gallery::view)
        .title("Components of Kneewise")
        .theme(Gallery::theme)
        .style(|_, theme| theme::window(theme))
        .settings(iced::Settings {
            default_font: theme::DEFAULT_FONT,
            default_text_size: theme::DEFAULT_TEXT_SIZE.into(),
            ..iced::Settings::default()
        })
        .window_size(Size::new(1280.0, 900.0))
        .run()
}

struct Gallery {
    is_dark: bool,
    look: Presentation,
    strips: Vec<Strip>,
    mannequin: Option<Mannequin>,
    pain: PainLine,
    bars: Bars,
    year: Heat,
}

#[derive(Debug, Clone, Copy)]
enum Message {
    Dark(bool),
    Text(TextScale),
    Still(bool),
    /// Something on the sheet was used.
    Used,
}

impl Gallery {
    fn new() -> Self {
        let (content, _) = Content::read();
        let movement = content
            .catalogue
            .iter()
            .find_map(|exercise| exercise.figure.as_ref());
        let log = log();
        let calendar = Calendar::of(&log);
        let overview = Overview::of(&log, &calendar, Range::ThreeMonths, Knees::Both, TODAY);
        Self {
            is_dark: false,
            look: Presentation::default(),
            strips: strips(),
            mannequin: movement.map(|movement| Mannequin::new(movement, Side::Right)),
            pain: PainLine::of(&overview),
            bars: Bars::of(&overview),
            year: Heat::of(&heat(&calendar, TODAY), TODAY),
        }
    }

    fn update(&mut self, message: Message) {
        match message {
            Message::Dark(is_dark) => self.is_dark = is_dark,
            Message::Text(text) => self.look.text = text,
            Message::Still(is_still) => self.look.reduced_motion = is_still,
            Message::Used => {}
        }
    }

    fn theme(&self) -> Theme {
        if self.is_dark {
            theme::dark()
        } else {
            theme::light()
        }
    }

    fn view(&self) -> Element<'_, Message> {
        let look = self.look;
        let wishes = row![
            widget::mark(44.0),
            type_role::title_1(look, "Components").width(Fill),
            widget::segmented(look, "Theme", THEMES, Some(self.is_dark), Message::Dark),
            widget::segmented(look, "Text", SIZES, Some(look.text), Message::Text),
            type_role::body(look, "Reduced motion"),
            widget::toggle(
                look.reduced_motion,
                "Reduced motion",
                Message::Still(!look.reduced_motion)
            ),
        ]
        .spacing(16)
        .align_y(Center);
        let sheet = column![
            row![buttons(look), chips(look)].spacing(16),
            row![inputs(look), banners(look)].spacing(16),
            row![rings(look, &self.strips), types(look)].spacing(16),
            player(look, self.mannequin.as_ref()),
            row![steps(look), layers(look)].spacing(16),
            row![self.charts(), frame(look)].spacing(16),
        ]
        .spacing(16);
        let sheet = Element::from(sheet).map(|()| Message::Used);
        column![
            container(wishes).padding([16, 32]),
            widget::divider(),
            scrollable(container(sheet).padding([16, 32]))
                .style(theme::control::scroll)
                .height(Fill),
        ]
        .into()
    }

    fn charts(&self) -> Element<'_, ()> {
        let look = self.look;
        section(
            look,
            "Charts",
            column![
                chart::pain_line(look, &self.pain, 180.0),
                chart::bars(look, &self.bars, 160.0),
                scrollable(chart::heat(look, &self.year, 15.0, |_| ())).horizontal(),
            ]
            .spacing(16),
        )
    }
}

/// A session on every other day of a year, with a score after it.
fn log() -> Log {
    let mut log = Log::default();
    for number in 0..180_i64 {
        let day = TODAY - jiff::Span::new().days(2 * (180 - number));
        let Ok(evening) = jiff::tz::Offset::UTC.to_timestamp(day.at(18, 30, 0, 0)) else {
            continue;
        };
        let began = Moment::new(evening.as_millisecond(), 0);
        let id = Uuid::now_v7();
        log.sessions.push(Session {
            id,
            routine: "strength".to_owned(),
            name: "Strength".to_owned(),
            kind: "strength".to_owned(),
            began,
            state: State::Completed { at: began },
            planned_ms: 900_000,
            worked_ms: 900_000,
            steps: 12,
            done: 12,
            note: String::new(),
        });
        let score = Score::new((6 - number / 36 + number % 3) as u8);
        log.pain.extend(score.map(|score| Pain {
            id: Uuid::now_v7(),
            session: Some(id),
            at: began,
            knee: Side::Left,
            occasion: Occasion::After,
            score,
            note: String::new(),
        }));
    }
    log
}

fn section<'a>(
    look: Presentation,
    title: &'a str,
    content: impl Into<Element<'a, ()>>,
) -> Element<'a, ()> {
    container(column![type_role::title_3(look, title), content.into()].spacing(12))
        .padding(20)
        .width(Fill)
        .style(|theme| theme::container::rounded(theme::container::card(theme), 20.0))
        .into()
}

fn named<'a>(
    look: Presentation,
    name: &'a str,
    content: impl Into<Element<'a, ()>>,
) -> Element<'a, ()> {
    column![
        type_role::caption(look, name).style(theme::text::soft),
        content.into()
    ]
    .spacing(4)
    .into()
}

fn buttons<'a>(look: Presentation) -> Element<'a, ()> {
    let start = || {
        widget::button(look, "Start")
            .primary()
            .icon(Solid::Play)
            .on_press(())
    };

    section(
        look,
        "Buttons",
        column![
            row![
                named(look, "Primary", start()),
                named(look, "Off", widget::button(look, "Start").primary()),
            ]
            .spacing(16),
            row![
                named(
                    look,
                    "Secondary",
                    widget::button(look, "Log a run")
                        .icon(Icon::Plus)
                        .on_press(())
                ),
                named(
                    look,
                    "Tonal",
                    widget::button(look, "Resume")
                        .tonal()
                        .icon(Solid::Play)
                        .on_press(())
                ),
                named(
                    look,
                    "Quiet",
                    widget::button(look, "Not today").quiet().on_press(())
                ),
                named(
                    look,
                    "Danger",
                    widget::button(look, "It hurts")
                        .danger()
                        .icon(Icon::Hand)
                        .on_press(())
                ),
            ]
            .spacing(16),
            row![
                named(look, "Large, 56", start().large()),
                named(look, "Normal, 44", start()),
                named(
                    look,
                    "Small, 36",
                    widget::button(look, "Open").small().on_press(())
                ),
                named(
                    look,
                    "Icon, 44",
                    widget::icon_button(look, Icon::Star, "Favourite")
                        .outlined()
                        .on_press(())
                ),
                named(
                    look,
                    "Icon on",
                    widget::icon_button(look, Icon::VolumeX, "Mute")
                        .on(true)
                        .on_press(())
                ),
            ]
            .spacing(16),
        ]
        .spacing(12),
    )
}

fn chips<'a>(look: Presentation) -> Element<'a, ()> {
    section(
        look,
        "Chips, tags, choice",
        column![
            row![
                widget::chip(look, "All").on(true).count("24").on_press(()),
                widget::chip(look, "Mobility").count("6").on_press(()),
                widget::chip(look, "Strength").count("8").on_press(()),
            ]
            .spacing(8),
            row![
                widget::tag(look, Tone::Spruce, Some(Icon::Leaf), "Recovery"),
                widget::tag(look, Tone::Plum, Some(Icon::Dumbbell), "Strength"),
                widget::tag(look, Tone::Sky, Some(Icon::WavesHorizontal), "Mobility"),
                widget::tag(look, Tone::Sun, Some(Icon::Sunrise), "Warm-up"),
                widget::tag(look, Tone::Ember, Some(Icon::HeartPulse), "Pain relief"),
                widget::tag(look, Tone::Slate, None, "Built in"),
            ]
            .spacing(8)
            .wrap(),
            row![
                widget::segmented(
                    look,
                    "Side",
                    [(0, "Left"), (1, "Right"), (2, "Both")],
                    Some(0),
                    |_| ()
                ),
                widget::toggle(true, "On", ()),
                widget::toggle(false, "Off", ()),
            ]
            .spacing(16)
            .align_y(iced::Center),
            row![
                widget::stepper(look, "Get ready", "5 s", Some(()), Some(())),
                widget::slider(0.0..=100.0, 60.0, |_| ()).width(150),
                widget::key_cap(look, "Space"),
                widget::key_cap(look, "N"),
                widget::effort_dots(2),
            ]
            .spacing(16)
            .align_y(iced::Center),
        ]
        .spacing(12),
    )
}

fn inputs<'a>(look: Presentation) -> Element<'a, ()> {
    section(
        look,
        "Inputs",
        column![
            row![
                widget::input(look, "Name", "", "Glute bridge", None, None, |_| ()).width(230),
                widget::input(
                    look,
                    "Search",
                    "Search",
                    "",
                    Some(Icon::Search),
                    None,
                    |_| ()
                )
                .width(220),
            ]
            .spacing(12),
            row![
                widget::input(
                    look,
                    "Seconds",
                    "0 s",
                    "",
                    None,
                    Some("Enter 5 to 600 seconds.".into()),
                    |_| ()
                )
                .width(220),
            ]
            .spacing(12),
            widget::choice_row(look, "Going downhill or down stairs")
                .check_box()
                .on(true)
                .on_press(()),
            widget::choice_row(look, "Jumping or landing")
                .check_box()
                .on_press(()),
            widget::choice_row(look, "Make it easier")
                .text("Stand and hold a chair instead of kneeling")
                .icon(Icon::Feather)
                .key("1")
                .on_press(()),
        ]
        .spacing(12),
    )
}

fn banners<'a>(look: Presentation) -> Element<'a, ()> {
    section(
        look,
        "Pain scale and banners",
        column![
            widget::pain_scale(
                look,
                [("Left", Some(4)), ("Right", None)].map(|(label, chosen)| Scale {
                    label,
                    name: label,
                    chosen,
                    takes_keys: chosen.is_none(),
                }),
                [
                    "Fine to carry on".into(),
                    "Careful".into(),
                    "Ease off".into()
                ],
                |_, _| ()
            ),
            widget::banner(
                look,
                Tone::Ember,
                Icon::OctagonAlert,
                "Please get this knee checked first"
            )
            .line("Red flag. Nothing else competes with it."),
            widget::banner(look, Tone::Sun, Icon::TriangleAlert, "Careful")
                .line("Worth a look, you can carry on."),
            widget::banner(look, Tone::Sky, Icon::Info, "Good to know")
                .line("Neutral information."),
        ]
        .spacing(12),
    )
}

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

fn rings(look: Presentation, strips: &[Strip]) -> Element<'_, ()> {
    section(
        look,
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
            widget::step_bar(
                PlayerScale::default(),
                strips,
                vec![true, false],
                2,
                1.0,
                Tone::Spruce,
                |_| ()
            ),
            row![
                widget::stat(look, "Moving", "5:00", None, None),
                widget::stat(look, "Strength", "2", Some("of 2 to 3".into()), None),
                widget::stat(look, "Pain", "2", Some("out of 10".into()), None),
            ]
            .spacing(32),
            row![
                widget::state_label(PlayerScale::default(), Tone::Sun, Icon::Timer, "Get ready"),
                widget::cue_dots(Tone::Spruce, 3, 0),
                widget::picker(look, &["Any length", "Short"], Some("Any length"), |_| ()),
            ]
            .spacing(16)
            .align_y(Center),
        ]
        .spacing(12),
    )
}

fn types<'a>(look: Presentation) -> Element<'a, ()> {
    section(
        look,
        "Type",
        column![
            widget::digits("0:45", 120.0),
            type_role::title_1(look, "Title 1, 32 semibold"),
            type_role::title_2(look, "Title 2, 22 semibold"),
            type_role::title_3(look, "Title 3, 17 semibold"),
            type_role::body(look, "Body, 15 regular, line height 1.5"),
            type_role::SMALL
                .with_font(font::MEDIUM)
                .text(look, "Label, 14 medium"),
            type_role::caption(look, "Caption, 13 regular. Nothing is smaller.")
                .style(theme::text::soft),
        ]
        .spacing(4),
    )
}

fn player<'a>(look: Presentation, mannequin: Option<&'a Mannequin>) -> Element<'a, ()> {
    let scale = PlayerScale::default();
    let tone = Tone::Spruce;
    let figure: Element<'a, ()> = match mannequin {
        Some(mannequin) => widget::figure(mannequin, mannequin.looping(0.0), Backdrop::Soft(tone)),
        None => space::horizontal().into(),
    };
    let beats = [
        ("Lower", "3 s", 3.0),
        ("Hold", "1 s", 1.0),
        ("Rise", "2 s", 2.0),
    ];
    let beats = beats.map(|(word, time, seconds)| Beat {
        word: word.into(),
        time: time.into(),
        seconds,
    });
    let control = |glyph, name| widget::player_control(scale, glyph, name);
    section(
        look,
        "Player",
        row![
            container(
                widget::stage(scale, tone, Icon::Dumbbell, "Strength", figure)
                    .cue("Let your knee travel over your second toe.", 1, 3)
                    .flashing(true)
            )
            .width(520)
            .height(420),
            column![
                widget::side_switch(
                    scale,
                    tone,
                    type_role::SIDE,
                    [("LEFT".into(), false), ("RIGHT".into(), true)]
                ),
                widget::countdown(scale, "6"),
                widget::tempo_bar(scale, tone, beats, Some(0)),
                row![
                    control(Solid::Previous, "Previous").hint("P").on_press(()),
                    control(Solid::Pause, "Pause")
                        .main()
                        .hint("Space")
                        .on_press(()),
                    control(Solid::Next, "Next").hint("N").on_press(()),
                    control(Solid::Next, "Off").hint("N"),
                ]
                .spacing(12),
            ]
            .spacing(24)
            .width(Fill),
        ]
        .spacing(24),
    )
}

fn steps<'a>(look: Presentation) -> Element<'a, ()> {
    section(
        look,
        "Steps and shares",
        column![
            widget::way(look, Part::Questions, 0.5, "Question 3 of 6", 1180.0),
            row![
                named(look, "Fit", widget::match_bar(3, 5, Tone::Plum)),
                named(look, "Goal", widget::goal_strips(1, 2, Tone::Spruce)),
            ]
            .spacing(24),
        ]
        .spacing(16),
    )
}

fn layers<'a>(look: Presentation) -> Element<'a, ()> {
    let question = column![
        type_role::title_2(look, "Stop here?"),
        type_role::body(look, "What you have done is kept.").style(theme::text::soft),
        row![
            widget::button(look, "Carry on").quiet().on_press(()),
            widget::button(look, "Stop").primary().on_press(()),
        ]
        .spacing(12),
    ]
    .spacing(12);
    let toast = Toast::new("Jumped to step 4").action("Undo", ());
    section(
        look,
        "Layers",
        column![
            widget::dialog("Question", 440.0, question),
            container(widget::with_toast(
                look,
                space::horizontal(),
                0.0,
                Some(toast)
            ))
            .height(90),
        ]
        .spacing(12),
    )
}

fn frame<'a>(look: Presentation) -> Element<'a, ()> {
    let window = WindowSize::Medium;
    let entry = |place, icon, label| Entry { place, icon, label };
    let words = column![
        type_role::label(look, "After your run").style(theme::text::on_hero_soft),
        type_role::hero(look, "Post-Run\nKnee Reset"),
        row![
            widget::button(look, "Start")
                .on_hero()
                .icon(Solid::Play)
                .on_press(()),
            widget::button(look, "See steps")
                .hero_outline()
                .on_press(()),
        ]
        .spacing(12),
    ]
    .spacing(12);
    let sidebar = widget::sidebar(
        look,
        window,
        "Kneewise",
        &[
            entry(0, Icon::House, "Today"),
            entry(1, Icon::Layers, "Routines"),
        ],
        &[entry(2, Icon::Settings, "Settings")],
        0,
        |_| (),
    );
    section(
        look,
        "Frame",
        column![
            container(widget::page_header(
                look,
                window,
                "Today",
                Some("Saturday 22 November".into()),
                None
            )),
            container(sidebar).height(300),
            container(widget::hero(words, space::horizontal())).height(260),
        ]
        .spacing(16),
    )
}
