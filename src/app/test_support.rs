//! What the tests of the window share: routines to play, a player with made-up instants, and windows to click in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use iced::keyboard::{Key, Modifiers, key::Named};
use iced::{Color, Element, Event, Point, Rectangle, Settings, Size, Theme};
use iced_test::Simulator;
use iced_test::selector::Candidate;

use super::clock::Clock;
use super::control::live::{self, Live};
use super::control::{self, About, Kind};
use super::playback::{self, Beginning, Input, Playback};
use super::screen::Viewport;
use super::screen::player::{self, AtEase, Effect, Message, Player};
use super::shortcut::{Press, Stroke};
use super::theme::{self};
use crate::authoring::Source;
use crate::content::Content;
use crate::exercise::Catalogue;
use crate::library::LoadedRoutine;
use crate::routine::Routine;
use crate::session::cue::Cue;
use crate::settings::Motion;
use crate::side::Side;
use crate::training::Moment;
use crate::training::record::Entry;

/// The smallest window, the usual one, and a whole screen.
pub const SIZES: [Size; 3] = [
    Size::new(800.0, 600.0),
    Size::new(1180.0, 780.0),
    Size::new(1920.0, 1080.0),
];

/// Four steps: holds on both sides, a rest, then repetitions with a tempo. The times are those of [`times`].
pub const SHORT: &str = r#"(
    id: "short", name: "Short", kind: Recovery,
    get_ready: (seconds: 5, text: "Find a wall."),
    items: [
        Exercise(id: "lean", dose: Hold(20), sides: Each(switch: 4, text: "Turn round.")),
        Rest(10),
        Exercise(id: "squat", dose: Reps(count: 6, tempo: (2, 1, 2))),
    ],
    finish: (seconds: 6, text: "Stand easy."),
    exercises: [
        (id: "lean", name: "Wall lean", setup: "Face the wall.", cues: ["Heel down.", "Knee straight.", "Breathe."],
            easier: Exercise("sit")),
        (id: "sit", name: "Seated lean", cues: ["Sit tall."]),
        (id: "squat", name: "Squat", cues: ["Knees over toes."], easier: Text("Half as deep.")),
    ],
)"#;

/// When the segments of [`SHORT`] begin, in seconds.
pub mod times {
    pub const LEFT: u64 = 5;
    pub const RIGHT: u64 = 29;
    pub const REST: u64 = 49;
    pub const SQUAT: u64 = 59;
    pub const END: u64 = 95;
}

/// Repetitions at one's own pace, then a hold.
pub const OWN_PACE: &str = r#"(
    id: "own", name: "Own pace", kind: Strength,
    get_ready: (seconds: 0),
    items: [
        Exercise(id: "raise", dose: Reps(count: 4), sides: Both, sets: 2, rest: 10),
        Exercise(id: "hold", dose: Hold(30), sides: Both),
    ],
    exercises: [
        (id: "raise", name: "Calf raise"),
        (id: "hold", name: "Wall sit"),
    ],
)"#;

/// Reads a routine.
pub fn routine(text: &str) -> Arc<Routine> {
    let source = Source {
        name: "trial.ron",
        text,
    };
    let routine = Routine::read(&source, &Catalogue::default());
    Arc::new(routine.unwrap_or_else(|problems| panic!("{problems:?}")))
}

/// A routine without a folder.
pub fn loaded(text: &str) -> LoadedRoutine {
    LoadedRoutine {
        routine: routine(text),
        folder: None,
    }
}

/// When trials are: Saturday 22 November 2025, ten in the morning in central Europe.
pub const MOMENT: Moment = Moment {
    utc_ms: 1_763_802_000_000,
    offset_s: 3_600,
};

/// A session and its player with a clock of their own.
pub struct Trial {
    pub playback: Playback,
    pub player: Player,
    start: Instant,
    /// Time since the start.
    pub at: Duration,
    /// What the speaker was given, and when in milliseconds since the start, oldest first.
    pub orders: Vec<(u128, Order)>,
    /// What the journal was given, oldest first.
    pub entries: Vec<Entry>,
    /// What the player wanted when the session began.
    pub first: Vec<Effect>,
    /// The window the player is shown in.
    pub live: Live,
}

/// What the speaker is given.
#[derive(Debug, Clone)]
pub struct Order {
    /// Whether what sounds is cut.
    pub cuts: bool,
    /// What is to be heard from then on.
    pub signals: Vec<(Instant, Cue)>,
}

impl Trial {
    /// Starts a routine.
    pub fn of(text: &str) -> Self {
        Self::with(loaded(text), AtEase::default())
    }

    /// Starts the bundled reset with its figures.
    pub fn of_reset() -> Self {
        let (content, _) = Content::read();
        let routine = Arc::clone(content.routine(crate::content::RESET).expect("the reset"));
        let at_ease = AtEase {
            standing: content.standing,
            seated: content.seated_rest,
        };
        let folder = None;
        Self::with(LoadedRoutine { routine, folder }, at_ease)
    }

    /// Starts a routine.
    pub fn with(loaded: LoadedRoutine, at_ease: AtEase) -> Self {
        let start = Instant::now();
        let (playback, effects) = Playback::start(
            loaded,
            &Beginning::default(),
            Side::Left.into(),
            None,
            Clock::new(start, 1.0),
            (start, MOMENT),
            Duration::ZERO,
        );
        let player = Player::of(&playback, at_ease, Side::Left);
        let mut trial = Self {
            playback,
            player,
            start,
            at: Duration::ZERO,
            orders: Vec::new(),
            entries: Vec::new(),
            first: Vec::new(),
            live: Live::new(SIZES[1]),
        };
        trial.first = trial.apply(effects);
        trial
    }

    /// This instant.
    pub fn now(&self) -> Instant {
        self.start + self.at
    }

    fn moment(&self) -> Moment {
        Moment {
            utc_ms: MOMENT.utc_ms + self.at.as_millis() as i64,
            ..MOMENT
        }
    }

    /// Gives playback something at this moment. What is left is what the player wants from the window.
    pub fn give(&mut self, input: Input) -> Vec<Effect> {
        let effects = self.playback.update(input, self.now(), self.moment());
        self.apply(effects)
    }

    fn apply(&mut self, effects: Vec<playback::Effect>) -> Vec<Effect> {
        let mut wanted = Vec::new();
        for effect in effects {
            let mut order = |cuts, signals| {
                let given = self.at.as_millis();
                self.orders.push((given, Order { cuts, signals }));
            };
            match effect {
                playback::Effect::Schedule(signals) => order(false, signals),
                playback::Effect::Cut(signals) => order(true, signals),
                playback::Effect::Write(entries) => self.entries.extend(entries),
                playback::Effect::Happened(events) => {
                    wanted.extend(self.player.follow(&events, &self.playback));
                }
            }
        }
        wanted
    }

    /// What the player wants is done as far as playback does it, and the keyboard goes where it is sent; the rest is left.
    fn apply_wanted(&mut self, mut left: Vec<Effect>, wanted: Vec<Effect>) -> Vec<Effect> {
        for effect in wanted {
            match effect {
                Effect::Command(command) => left.extend(self.give(Input::Command(command))),
                Effect::Focus(id) => self
                    .live
                    .focus(view(&self.player, &self.playback), id, false),
                Effect::Rest(id) => self
                    .live
                    .focus(view(&self.player, &self.playback), id, true),
                other => left.push(other),
            }
        }
        left
    }

    /// The window is drawn as it is now.
    pub fn draw(&mut self) {
        let _ = self
            .live
            .event(view(&self.player, &self.playback), &live::redraw());
    }

    /// What can be heard in the window, in order.
    pub fn hear(&mut self) -> Vec<About> {
        self.draw();
        let heard = self.live.hear(view(&self.player, &self.playback));
        heard.into_iter().map(|(_, about, _)| about).collect()
    }

    /// Whether a ring shows where the keyboard is.
    pub fn is_ringed(&mut self) -> bool {
        self.draw();
        let stop = self.live.focused(view(&self.player, &self.playback));
        stop.is_some_and(|stop| stop.is_ringed)
    }

    /// Something happens at this moment.
    pub fn send(&mut self, message: Message) -> Vec<Effect> {
        let left = self.give(Input::Tick);
        let wanted = self.player.update(message, &self.playback, self.now());
        self.apply_wanted(left, wanted)
    }

    /// A key is pressed at this moment.
    pub fn press(&mut self, stroke: Stroke) -> Vec<Effect> {
        let press = Press {
            stroke,
            command: false,
        };
        let left = self.give(Input::Tick);
        let (messages, was_captured) = self.event(&key_of(stroke, Modifiers::empty()));
        let mut wanted: Vec<_> = messages
            .into_iter()
            .flat_map(|message| self.player.update(message, &self.playback, self.now()))
            .collect();
        if !was_captured {
            wanted.extend(self.player.key(press, &self.playback, self.now()));
        }
        self.apply_wanted(left, wanted)
    }

    /// Tab, or with Shift.
    pub fn tab(&mut self, is_back: bool) {
        let (_, was_captured) = self.event(&tab_key(is_back));
        assert!(was_captured, "the root takes it");
        let _ = self.send(Message::Pointer);
    }

    /// What the window says to an event, and whether a control took it.
    fn event(&mut self, event: &Event) -> (Vec<Message>, bool) {
        self.draw();
        let mut said = self.live.event(view(&self.player, &self.playback), event);
        let was_captured = self.live.was_captured;
        // What an arrow has chosen says so at the next event.
        let drawn = self
            .live
            .event(view(&self.player, &self.playback), &live::redraw());
        said.extend(drawn.into_iter().filter(|said| *said != Message::Tick));
        (said, was_captured)
    }

    /// A letter, digit or sign is typed at this moment.
    pub fn type_in(&mut self, character: char) -> Vec<Effect> {
        self.press(Stroke::Character(character))
    }

    /// Lets time pass up to this many milliseconds since the start, with a tick every 80.
    pub fn play_to(&mut self, milliseconds: u64) {
        let to = Duration::from_millis(milliseconds);
        while self.at < to {
            self.at = to.min(self.at + Duration::from_millis(80));
            let _ = self.send(Message::Tick);
        }
    }

    /// The same in seconds.
    pub fn play_to_second(&mut self, seconds: u64) {
        self.play_to(seconds * 1_000);
    }

    /// Lets this many milliseconds pass without a tick.
    pub fn sleep(&mut self, milliseconds: u64) {
        self.at += Duration::from_millis(milliseconds);
    }

    /// Lets this many milliseconds pass with a tick every 80.
    pub fn wait(&mut self, milliseconds: u64) {
        let now = u64::try_from(self.at.as_millis()).unwrap();
        self.play_to(now + milliseconds);
    }

    /// How many milliseconds after the start an instant is.
    pub fn since_start(&self, instant: Instant) -> u128 {
        (instant - self.start).as_millis()
    }

    /// Signals with milliseconds since the start.
    pub fn timed(&self, signals: &[(Instant, Cue)]) -> Vec<(u128, Cue)> {
        signals
            .iter()
            .map(|(at, cue)| (self.since_start(*at), *cue))
            .collect()
    }

    /// What the last order lets be heard, and whether it cut off what sounded.
    pub fn ordered(&self) -> (bool, Vec<(u128, Cue)>) {
        let (_, order) = self.orders.last().expect("an order to the speaker");
        (order.cuts, self.timed(&order.signals))
    }
}

/// The window with the player.
fn view<'a>(player: &'a Player, playback: &'a Playback) -> Element<'a, Message> {
    let context = player::Context {
        viewport: viewport(SIZES[1]),
        is_muted: false,
        is_silent: false,
        text: 1.0,
        sessions_this_week: None,
        next: None,
    };
    let key = u64::from(playback.ending().is_some());
    let player = player.view(playback, &context);
    control::keyboard(true, control::scope(Kind::Main, key, "player", player))
}

/// Tab, or with Shift.
pub fn tab_key(is_back: bool) -> Event {
    let modifiers = if is_back {
        Modifiers::SHIFT
    } else {
        Modifiers::empty()
    };
    live::key_pressed(Key::Named(Named::Tab), modifiers, false)
}

/// The key that means this, pressed.
pub fn key_of(stroke: Stroke, modifiers: Modifiers) -> Event {
    let key = match stroke {
        Stroke::Space => Key::Named(Named::Space),
        Stroke::Enter => Key::Named(Named::Enter),
        Stroke::Escape => Key::Named(Named::Escape),
        Stroke::Backspace => Key::Named(Named::Backspace),
        Stroke::Delete => Key::Named(Named::Delete),
        Stroke::Left => Key::Named(Named::ArrowLeft),
        Stroke::Right => Key::Named(Named::ArrowRight),
        Stroke::Up => Key::Named(Named::ArrowUp),
        Stroke::Down => Key::Named(Named::ArrowDown),
        Stroke::PageDown => Key::Named(Named::PageDown),
        Stroke::Character(character) => Key::Character(character.to_string().into()),
    };
    live::key_pressed(key, modifiers, false)
}

/// The window as tests see it.
pub fn viewport(window: Size) -> Viewport {
    Viewport {
        motion: Motion::Full,
        window,
        withheld: None,
    }
}

/// A window without a screen, with the letters of the real one.
pub fn window<'a, Message>(
    size: Size,
    element: impl Into<Element<'a, Message>>,
) -> Simulator<'a, Message> {
    theme::load_fonts();
    let settings = Settings {
        default_font: theme::DEFAULT_FONT,
        default_text_size: theme::DEFAULT_TEXT_SIZE.into(),
        ..Settings::default()
    };
    Simulator::with_size(settings, size, element)
}

/// The colour at a point of a window in logical pixels.
pub fn colour_at<Message>(
    window: &mut Simulator<'_, Message>,
    theme: &Theme,
    point: Point,
) -> [u8; 3] {
    // There is no other way to the pixels than a file that does not exist yet.
    let folder = tempfile::tempdir().unwrap();
    let snapshot = window.snapshot(theme).unwrap();
    assert!(snapshot.matches_image(folder.path().join("shot")).unwrap());
    let file = std::fs::read_dir(folder.path()).unwrap().next().unwrap();
    let shot = image::open(file.unwrap().path()).unwrap().into_rgb8();
    // It has two pixels to a logical one.
    shot.get_pixel((point.x * 2.0) as u32, (point.y * 2.0) as u32)
        .0
}

/// The three bytes of a colour.
pub fn bytes(colour: Color) -> [u8; 3] {
    let [red, green, blue, _] = colour.into_rgba8();
    [red, green, blue]
}

/// What scrolls in a window: where everything in it would lie.
pub fn scrolled<Message>(window: &mut Simulator<'_, Message>) -> Vec<Rectangle> {
    collect(window, |candidate| match candidate {
        Candidate::Scrollable { content_bounds, .. } => Some(content_bounds),
        _ => None,
    })
}

/// Everything in a window that a question finds.
fn collect<Message, T: Send + Clone + 'static>(
    window: &mut Simulator<'_, Message>,
    question: impl Fn(Candidate<'_>) -> Option<T> + Send,
) -> Vec<T> {
    let found = Arc::new(Mutex::new(Vec::new()));
    let all = Arc::clone(&found);
    // A selector stops at the first thing it selects, so this one selects nothing and is shown everything.
    let nothing = window.find(move |candidate: Candidate<'_>| -> Option<()> {
        all.lock().unwrap().extend(question(candidate));
        None
    });
    assert!(nothing.is_err());
    let found = found.lock().unwrap();
    found.clone()
}

/// A text on a screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    pub content: String,
    pub bounds: Rectangle,
    /// What of it can be seen; less than the bounds where it lies in something that scrolls.
    pub seen: Option<Rectangle>,
}

/// Every text of a window, icons left out.
pub fn words<Message>(window: &mut Simulator<'_, Message>) -> Vec<Words> {
    collect(window, |candidate| match candidate {
        Candidate::Text {
            bounds,
            visible_bounds,
            content,
            ..
        } if content.chars().any(|letter| !is_icon(letter)) => Some(Words {
            content: content.to_owned(),
            bounds,
            seen: visible_bounds,
        }),
        _ => None,
    })
}

/// Whether a text of one line is wider than its room, whichever of the roles with such a line it is in.
pub fn is_cut(words: &Words) -> bool {
    use theme::type_role as role;
    const ROLES: [role::Role; 12] = [
        role::FINISH,
        role::HERO,
        role::TITLE_1,
        role::NUMBER,
        role::QUESTION,
        role::TITLE_2,
        role::TITLE_3,
        role::BODY,
        role::LABEL,
        role::STRONG,
        role::SMALL,
        role::CAPTION,
    ];

    let has_such_a_line =
        |role: &&role::Role| (role.size * role.line_height - words.bounds.height).abs() < 0.3;
    let mut roles = ROLES.iter().filter(has_such_a_line).peekable();
    roles.peek().is_some()
        && roles.all(|role| role.measure(&words.content).width > words.bounds.width + 1.0)
}

/// The icons are letters of the area for private use.
fn is_icon(letter: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&letter)
}
