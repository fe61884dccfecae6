//! Every component in every state and theme, in a window to look at: `cargo run --example gallery`.
//!
//! What a component does under the pointer is seen with the pointer; what the keyboard makes of it stands beside it.

use iced::widget::{column, container, row, scrollable, space};
use iced::{Center, Element, Fill, Size, Theme};
use jiff::civil::{Date, date};
use kneewise::app::theme::{self, Tone, font, type_role};
use kneewise::app::widget::chart::{self, Bars, Heat, PainLine};
use kneewise::app::widget::pain_scale::Scale;
use kneewise::app::widget::sidebar::Entry;
use kneewise::app::widget::{
    self, Backdrop, Beat, Count, Icon, Mannequin, Part, PlayerScale, Ring, Solid, Strip, Toast,
    WindowSize,
};
use kneewise::content::Content;
use kneewise::settings::TextSize;
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
const SIZES: [(TextSize, &str); 6] = {
    let [smallest, small, normal, large, larger, largest] = TextSize::ALL;
    [
        (smallest, "100 %"),
        (small, "115 %"),
        (normal, "130 %"),
        (large, "150 %"),
        (larger, "175 %"),
        (largest, "200 %"),
    ]
};

fn main() -> iced::Result {
    theme::load_fonts();
    iced::application(Gallery::new, Gallery::update, Gallery::view)
        .title("Components of Kneewise")
        .theme(Gallery::theme)
        .style(|_, theme| theme::window(theme))
        .scale_factor(|gallery| gallery.text.factor())
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
    text: TextSize,
    is_still: bool,

    strips: Vec<Strip>,
    mannequin: Option<Mannequin>,
    pain: PainLine,
    bars: Bars,
    year: Heat,
}

#[derive(Debug, Clone, Copy)]
enum Message {
    Dark(bool),
    Text(TextSize),
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
            text: TextSize::default(),
            is_still: false,
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
            Message::Text(text) => self.text = text,
            Message::Still(is_still) => self.is_still = is_still,
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
        let wishes = row![
            widget::mark(44.0),
            type_role::title_1("Components").width(Fill),
            widget::segmented("Theme", THEMES, Some(self.is_dark), Message::Dark),
            widget::segmented("Text", SIZES, Some(self.text), Message::Text),
            type_role::body("Reduced motion"),
            widget::toggle(
                self.is_still,
                "Reduced motion",
                Message::Still(!self.is_still)
            ),
        ]
        .spacing(16)
        .align_y(Center);
        let sheet = column![
            row![buttons(), chips()].spacing(16),
            row![inputs(), banners()].spacing(16),
            row![rings(&self.strips), types()].spacing(16),
            player(self.mannequin.as_ref()),
            row![steps(), layers()].spacing(16),
            row![self.charts(), frame()].spacing(16),
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
        section(
            "Charts",
            column![
                chart::pain_line(&self.pain, 180.0),
                chart::bars(&self.bars, 160.0),
                scrollable(chart::heat(&self.year, 15.0, |_| ())).horizontal(),
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

fn section<'a>(title: &'a str, content: impl Into<Element<'a, ()>>) -> Element<'a, ()> {
    container(column![type_role::title_3(title), content.into()].spacing(12))
        .padding(20)
        .width(Fill)
        .style(|theme| theme::container::rounded(theme::container::card(theme), 20.0))
        .into()
}

fn named<'a>(name: &'a str, content: impl Into<Element<'a, ()>>) -> Element<'a, ()> {
    column![
        type_role::caption(name).style(theme::text::soft),
        content.into()
    ]
    .spacing(4)
    .into()
}

fn buttons<'a>() -> Element<'a, ()> {
    let start = || {
        widget::button("Start")
            .primary()
            .icon(Solid::Play)
            .on_press(())
    };

    section(
        "Buttons",
        column![
            row![
                named("Primary", start()),
                named("Off", widget::button("Start").primary()),
            ]
            .spacing(16),
            row![
                named(
                    "Secondary",
                    widget::button("Log a run").icon(Icon::Plus).on_press(())
                ),
                named(
                    "Tonal",
                    widget::button("Resume")
                        .tonal()
                        .icon(Solid::Play)
                        .on_press(())
                ),
                named("Quiet", widget::button("Not today").quiet().on_press(())),
                named(
                    "Danger",
                    widget::button("It hurts")
                        .danger()
                        .icon(Icon::Hand)
                        .on_press(())
                ),
            ]
            .spacing(16),
            row![
                named("Large, 56", start().large()),
                named("Normal, 44", start()),
                named("Small, 36", widget::button("Open").small().on_press(())),
                named(
                    "Icon, 44",
                    widget::icon_button(Icon::Star, "Favourite")
                        .outlined()
                        .on_press(())
                ),
                named(
                    "Icon on",
                    widget::icon_button(Icon::VolumeX, "Mute")
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
                widget::chip("All").on(true).count("24").on_press(()),
                widget::chip("Mobility").count("6").on_press(()),
                widget::chip("Strength").count("8").on_press(()),
            ]
            .spacing(8),
            row![
                widget::tag(Tone::Spruce, Some(Icon::Leaf), "Recovery"),
                widget::tag(Tone::Plum, Some(Icon::Dumbbell), "Strength"),
                widget::tag(Tone::Sky, Some(Icon::WavesHorizontal), "Mobility"),
                widget::tag(Tone::Sun, Some(Icon::Sunrise), "Warm-up"),
                widget::tag(Tone::Ember, Some(Icon::HeartPulse), "Pain relief"),
                widget::tag(Tone::Slate, None, "Built in"),
            ]
            .spacing(8)
            .wrap(),
            row![
                widget::segmented(
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
                widget::stepper("Get ready", "5 s", Some(()), Some(())),
                widget::slider(0.0..=100.0, 60.0, |_| ()).width(150),
                widget::key_cap("Space"),
                widget::key_cap("N"),
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
                widget::input("Name", "", "Glute bridge", None, None, |_| ()).width(230),
                widget::input("Search", "Search", "", Some(Icon::Search), None, |_| ()).width(220),
            ]
            .spacing(12),
            row![
                widget::input(
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
            widget::choice_row("Going downhill or down stairs")
                .check_box()
                .on(true)
                .on_press(()),
            widget::choice_row("Jumping or landing")
                .check_box()
                .on_press(()),
            widget::choice_row("Make it easier")
                .text("Stand and hold a chair instead of kneeling")
                .icon(Icon::Feather)
                .key("1")
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
                Tone::Ember,
                Icon::OctagonAlert,
                "Please get this knee checked first"
            )
            .line("Red flag. Nothing else competes with it."),
            widget::banner(Tone::Sun, Icon::TriangleAlert, "Careful")
                .line("Worth a you can carry on."),
            widget::banner(Tone::Sky, Icon::Info, "Good to know").line("Neutral information."),
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
                widget::stat("Moving", "5:00", None, None),
                widget::stat("Strength", "2", Some("of 2 to 3".into()), None),
                widget::stat("Pain", "2", Some("out of 10".into()), None),
            ]
            .spacing(32),
            row![
                widget::state_label(PlayerScale::default(), Tone::Sun, Icon::Timer, "Get ready"),
                widget::cue_dots(Tone::Spruce, 3, 0),
                widget::picker(&["Any length", "Short"], Some("Any length"), |_| ()),
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
            type_role::title_1("Title 1, 32 semibold"),
            type_role::title_2("Title 2, 22 semibold"),
            type_role::title_3("Title 3, 17 semibold"),
            type_role::body("Body, 15 regular, line height 1.5"),
            type_role::SMALL
                .with_font(font::MEDIUM)
                .text("Label, 14 medium"),
            type_role::caption("Caption, 13 regular. Nothing is smaller.").style(theme::text::soft),
        ]
        .spacing(4),
    )
}

fn player<'a>(mannequin: Option<&'a Mannequin>) -> Element<'a, ()> {
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

fn steps<'a>() -> Element<'a, ()> {
    section(
        "Steps and shares",
        column![
            widget::way(Part::Questions, 0.5, "Question 3 of 6", 1180.0),
            row![
                named("Fit", widget::match_bar(3, 5, Tone::Plum)),
                named("Goal", widget::goal_strips(1, (2, 1), Tone::Spruce)),
            ]
            .spacing(24),
        ]
        .spacing(16),
    )
}

fn layers<'a>() -> Element<'a, ()> {
    let question = column![
        type_role::title_2("Stop here?"),
        type_role::body("What you have done is kept.").style(theme::text::soft),
        row![
            widget::button("Carry on").quiet().on_press(()),
            widget::button("Stop").primary().on_press(()),
        ]
        .spacing(12),
    ]
    .spacing(12);
    let toast = Toast::new("Jumped to step 4").action("Undo", ());
    section(
        "Layers",
        column![
            widget::dialog("Question", 440.0, question),
            container(widget::with_toast(space::horizontal(), 0.0, Some(toast))).height(90),
        ]
        .spacing(12),
    )
}

fn frame<'a>() -> Element<'a, ()> {
    let window = WindowSize::Medium;
    let entry = |place, icon, label| Entry { place, icon, label };
    let words = column![
        type_role::label("After your run").style(theme::text::on_hero_soft),
        type_role::hero("Post-Run\nKnee Reset"),
        row![
            widget::button("Start")
                .on_hero()
                .icon(Solid::Play)
                .on_press(()),
            widget::button("See steps").hero_outline().on_press(()),
        ]
        .spacing(12),
    ]
    .spacing(12);
    let sidebar = widget::sidebar(
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
        "Frame",
        column![
            container(widget::page_header(
                window,
                "Today",
                Some("Saturday 22 November".into()),
                None
            )),
            container(sidebar).height(300),
            container(widget::hero(words)).height(260),
        ]
        .spacing(16),
    )
}
