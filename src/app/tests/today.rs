//! Today as a person sees it: what was left, the morning after, what the knee map found, and the question before a routine.

use super::layout::{look_at, look_for_overlaps};
use super::*;
use crate::app::screen::rating::Message as Rated;
use crate::app::today::is_over;
use crate::journal::store::Notice;
use crate::journal::{Event as Told, Recent};
use crate::session::Position;
use crate::side::Side;
use crate::training::record::{Assessment, Entry, Log, Occasion, Session, Standing, State};
use crate::training::test_data::{life, moment, pain, session};
use crate::words::{knee_map, page, pain as scale, player as playing, today as words};
use uuid::Uuid;

/// The clock of Wednesday 25 November 2026, nine in the morning.
const MORNING: fn() -> crate::training::Moment = || moment("2026-11-25 09:00");
/// Something is known, so that nobody is new here.
pub(super) const KNOWN: Recent = Recent {
    log: Log {
        sessions: Vec::new(),
        pain: Vec::new(),
        results: Vec::new(),
    },
    open: None,
    assessments: Vec::new(),
    is_empty: false,
};

impl Desk {
    pub(super) fn on_today(recent: Recent) -> Self {
        let mut desk = Self::open();
        desk.app.history.clock = MORNING;
        desk.knows(recent);
        desk
    }

    /// The journal has looked up what Today is made from.
    pub(super) fn knows(&mut self, recent: Recent) {
        self.send(Message::Journal(Told::Today(Arc::new(recent))));
    }

    fn position(&self) -> Position {
        self.playback().position_at(self.now())
    }
}

/// The reset, left in its second step; with where it stood.
fn left() -> (Session, Position) {
    let mut desk = Desk::on_today(KNOWN);
    let minutes = crate::words::time::minutes(Duration::from_secs(300));
    desk.click(&page::start(&minutes));
    desk.play(47);
    desk.press(Stroke::Escape);
    let position = desk.position();
    desk.click(playing::end_session());
    (desk.playback().written().clone(), position)
}

fn with_left(open: Session) -> Recent {
    Recent {
        open: Some(open),
        ..KNOWN
    }
}

#[test]
fn what_was_left_is_carried_on_to_the_second() {
    let (row, position) = left();
    let mut desk = Desk::on_today(with_left(row.clone()));
    assert!(desk.says(&words::carry_on("Post-Run Knee Reset")));
    assert!(desk.says("You stopped today at step 2 of 9. 4 min left."));
    desk.click(words::resume());

    assert!(desk.says(playing::paused()));
    assert_eq!(desk.position(), position);
    // It goes on in the same record.
    assert_eq!(desk.playback().written().id, row.id);
    desk.press(Stroke::Space);
    desk.play(2);
    assert_eq!(
        desk.position().elapsed,
        position.elapsed + Duration::from_secs(2)
    );
}

#[test]
fn not_today_means_tomorrow_and_a_week_later_never() {
    let (row, _) = left();
    let mut desk = Desk::on_today(with_left(row.clone()));
    desk.click(words::not_today());
    assert!(!desk.says(words::resume()));
    let put_off = desk
        .app
        .history
        .recent
        .clone()
        .unwrap()
        .open
        .clone()
        .unwrap();
    for (day, open, is_offered) in [
        ("2026-11-25 21:00", &put_off, false),
        ("2026-11-26 00:01", &put_off, true),
        ("2026-12-02 23:59", &row, true),
        ("2026-12-03 00:01", &row, false),
    ] {
        let mut desk = Desk::open();
        desk.app.history.clock = match day {
            "2026-11-25 21:00" => || moment("2026-11-25 21:00"),
            "2026-11-26 00:01" => || moment("2026-11-26 00:01"),
            "2026-12-02 23:59" => || moment("2026-12-02 23:59"),
            _ => || moment("2026-12-03 00:01"),
        };
        desk.knows(with_left(open.clone()));
        assert_eq!(desk.says(words::resume()), is_offered, "{day}");
    }
}

#[test]
fn a_routine_that_is_no_longer_the_same_is_not_carried_on() {
    let (row, _) = left();
    let elsewhere = Session {
        routine: "gone".to_owned(),
        ..row.clone()
    };
    let changed = Session {
        planned_ms: row.planned_ms + 1_000,
        ..row
    };
    for row in [elsewhere, changed] {
        assert!(!Desk::on_today(with_left(row)).says(words::resume()));
    }
}

#[test]
fn done_to_the_end_it_makes_up_for_what_was_left() {
    let (row, _) = left();
    let mut desk = Desk::on_today(with_left(row.clone()));
    desk.click("Start, 5 min");
    desk.play(310);
    assert!(desk.playback().written().id != row.id);
    assert_eq!(desk.app.history.recent.clone().unwrap().open, None);
    let over = desk.app.history.supersedes(&row);
    assert!(!matches!(over, Some(Entry::Session(_))), "said once");
}

#[test]
fn what_was_done_is_written_as_it_happens() {
    let (row, _) = left();
    let State::Open { place, .. } = &row.state else {
        panic!("{:?}", row.state);
    };
    assert_eq!((row.done, row.steps, place.step), (1, 9, 1));
    assert!(place.within_ms > 0);
}

fn yesterday() -> Recent {
    let done = session("2026-11-24 19:00", "recovery", 5);
    let mut before = pain("2026-11-24 18:59", Occasion::Before, Side::Left, 1);
    before.session = Some(done.id);
    Recent {
        log: Log {
            sessions: vec![done],
            pain: vec![before],
            results: Vec::new(),
        },
        ..KNOWN
    }
}

#[test]
fn the_morning_after_one_is_asked_once_and_told_what_it_means() {
    for (score, line) in [
        (1, scale::morning_fine().to_owned()),
        (3, scale::morning_worse(1)),
        (8, scale::morning_rest().to_owned()),
    ] {
        let mut desk = Desk::on_today(yesterday());
        assert!(desk.says(scale::this_morning()));
        desk.click(&score.to_string());
        assert!(desk.says(&line), "{score}");
        assert!(!desk.says(scale::this_morning()));
        desk.click(page::hide());
        desk.send(Message::Go(Tab::Today));
        assert!(!desk.says(scale::this_morning()), "asked again");
    }
    let mut desk = Desk::on_today(yesterday());
    desk.type_in('2');
    assert!(desk.says(scale::morning_fine()), "by keys");
    let mut desk = Desk::on_today(yesterday());
    desk.click(scale::not_now());
    desk.send(Message::Go(Tab::Today));
    assert!(!desk.says(scale::this_morning()), "not now");
}

#[test]
fn the_mornings_answer_is_undone_with_one_press() {
    for undo in [
        (|desk: &mut Desk| desk.click(scale::undo())) as fn(&mut Desk),
        |desk| desk.type_in('u'),
        |desk: &mut Desk| desk.press_with_control('z'),
    ] {
        let mut desk = Desk::on_today(yesterday());
        let before = desk.app.history.recent.as_ref().unwrap().log.pain.clone();
        desk.type_in('7');
        assert!(desk.says(scale::morning_rest()));
        undo(&mut desk);
        assert!(desk.says(scale::this_morning()) && !desk.says(scale::morning_rest()));
        assert_eq!(desk.app.history.recent.as_ref().unwrap().log.pain, before);
        desk.type_in('2');
        assert!(desk.says(scale::morning_fine()));
    }
}

#[test]
fn a_ten_is_typed_with_two_figures_in_the_morning_too() {
    let mut desk = Desk::on_today(yesterday());
    desk.type_in('1');
    assert!(desk.says(scale::morning_fine()));
    desk.type_in('0');
    assert!(desk.says(scale::morning_rest()));
    let log = &desk.app.history.recent.as_ref().unwrap().log;
    let this_morning = log
        .pain
        .iter()
        .filter(|pain| pain.occasion == Occasion::NextMorning);
    let scores: Vec<_> = this_morning.map(|pain| pain.score.get()).collect();
    assert_eq!(scores, [10], "one answer, not two");
}

#[test]
fn not_now_holds_for_the_day_whenever_the_program_is_opened() {
    let mut desk = Desk::on_today(yesterday());
    desk.click(scale::not_now());
    let settings = desk.app.preferences.settings.clone();
    assert_eq!(settings.morning_declined, Some(MORNING().day()));

    let mut again = Desk::open();
    again.app.preferences.settings = settings.clone();
    again.app.history.clock = MORNING;
    again.knows(yesterday());
    assert!(!again.says(scale::this_morning()), "the same day");

    let mut tomorrow = Desk::open();
    tomorrow.app.preferences.settings = Settings {
        morning_declined: settings
            .morning_declined
            .and_then(|day| day.yesterday().ok()),
        ..settings
    };
    tomorrow.app.history.clock = MORNING;
    tomorrow.knows(yesterday());
    assert!(tomorrow.says(scale::this_morning()), "the day after one");
}

#[test]
fn today_turns_over_at_midnight() {
    let evening = || moment("2026-11-24 23:59");
    let mut desk = Desk::open();
    desk.app.history.clock = evening;
    desk.knows(yesterday());
    assert!(desk.says("Tuesday 24 November") && !desk.says(scale::this_morning()));
    let shown = evening().day();
    assert!(desk.app.end_of_day().is_some());
    assert!(!is_over(shown, evening) && is_over(shown, MORNING));

    desk.app.history.clock = MORNING;
    desk.send(Message::NewDay);
    assert!(desk.says("Wednesday 25 November") && desk.says(scale::this_morning()));

    // What was answered was that morning's.
    desk.type_in('2');
    assert!(desk.says(scale::morning_fine()));
    desk.app.history.clock = || moment("2026-11-26 09:00");
    desk.send(Message::NewDay);
    assert!(!desk.says(scale::morning_fine()));

    desk.send(Message::Go(Tab::Settings));
    assert!(desk.app.end_of_day().is_none(), "no day is shown");
}

fn found() -> Assessment {
    Assessment {
        id: Uuid::from_u128(7),
        at: moment("2026-11-24 20:00"),
        knee: Side::Right,
        marks: vec!["lateral_epicondyle".to_owned()],
        age: None,
        onset: None,
        duration: None,
        unticked: Vec::new(),
        answers: std::collections::BTreeMap::default(),
        conditions: vec!["itbs".to_owned()],
        red_flags: Vec::new(),
        standing: Standing::Current,
    }
}

#[test]
fn what_the_map_found_stays_until_it_is_better() {
    let mut desk = Desk::on_today(Recent {
        assessments: vec![found()],
        ..KNOWN
    });
    assert!(desk.says("IT band syndrome"));
    desk.click(words::better());
    assert!(desk.says(words::where_it_hurts()));
    assert!(!desk.says(words::better()));
}

#[test]
fn the_routine_for_what_was_found_is_started_from_here() {
    let mut desk = Desk::on_today(Recent {
        assessments: vec![found()],
        ..KNOWN
    });
    assert!(desk.says(words::for_your_knee(Side::Right)));
    desk.send(Message::Today(today_screen::Message::Start));
    let routine = &desk.playback().loaded().routine;
    assert!(
        routine.serves.iter().any(|served| served == "itbs"),
        "{}",
        routine.id
    );
}

#[test]
fn a_high_score_asks_for_rest_first() {
    let log = Log {
        sessions: Vec::new(),
        pain: vec![pain("2026-11-24 19:00", Occasion::After, Side::Left, 8)],
        results: Vec::new(),
    };
    let mut desk = Desk::on_today(Recent { log, ..KNOWN });
    assert!(desk.says(words::rest_today()));
    assert!(desk.says(&words::rest_line(Side::Left, 8, None)));
    let words = desk.words();
    let start = words
        .iter()
        .find(|words| words.content.starts_with("Start"));
    assert!(start.is_none(), "nothing asks for more: {start:?}");
    desk.type_in('s');
    assert!(matches!(desk.app.screens.open, Screen::Today(_)));
    desk.send(Message::Today(today_screen::Message::ShowWhere));
    assert!(matches!(desk.app.screens.open, Screen::KneeMap(_)));
}

#[test]
fn of_two_knees_the_worse_one_asks_for_rest() {
    let told = |left, right| {
        let at = "2026-11-24 19:00";
        let log = Log {
            sessions: Vec::new(),
            pain: vec![
                pain(at, Occasion::After, Side::Left, left),
                pain(at, Occasion::After, Side::Right, right),
            ],
            results: Vec::new(),
        };
        Desk::on_today(Recent { log, ..KNOWN })
    };
    assert!(told(7, 1).says(&words::rest_line(Side::Left, 7, None)));
    assert!(told(1, 7).says(&words::rest_line(Side::Right, 7, None)));
    assert!(!told(1, 2).says(words::rest_today()));
}

#[test]
fn who_wants_to_is_asked_before_a_routine() {
    let ask = || {
        let mut desk = Desk::launch(None, "(muted: true, ask_about_pain: true)");
        desk.app.history.clock = MORNING;
        desk.knows(KNOWN);
        desk.click("Start, 5 min");
        assert!(desk.says(scale::knees_right_now()));
        desk
    };
    let mut desk = ask();
    desk.press(Stroke::Escape);
    assert!(matches!(desk.app.screens.open, Screen::Today(_)));

    let mut desk = ask();
    desk.click(scale::skip());
    assert!(matches!(desk.app.screens.open, Screen::Player));

    let mut desk = ask();
    desk.type_in('7');
    desk.click(scale::start_anyway());
    desk.play(310);
    desk.send(Message::Player(player::Message::Rate(Rated::Score(
        Side::Left,
        1,
    ))));
    let said = desk.words();
    let before = scale::said_before(7);
    assert!(said.iter().any(|words| words.content.starts_with(&before)));

    let mut desk = ask();
    desk.type_in('7');
    desk.press(Stroke::Enter);
    assert!(desk.says(knee_map::name()) && matches!(desk.app.screens.open, Screen::KneeMap(_)));
}

/// Whatever the window hears of first when the computer wakes up: the clock, a picture, a key or a press.
#[test]
fn a_session_waits_while_the_computer_sleeps_and_says_so() {
    let first: [fn(&mut Desk); 5] = [
        |desk| desk.play(1),
        |desk| {
            let missing = Err(crate::library::picture::Error::TooLarge);
            let loaded = player::Message::PictureLoaded("one.png".to_owned(), missing);
            desk.send(Message::Player(loaded));
        },
        |desk| desk.press(Stroke::Space),
        |desk| desk.type_in('n'),
        |desk| desk.send(Message::Player(player::Message::End)),
    ];
    for happens in first {
        sleeps_until(happens);
    }
}

fn sleeps_until(happens: fn(&mut Desk)) {
    let mut desk = Desk::on_today(KNOWN);
    desk.click("Start, 5 min");
    desk.play(8);
    let stood = desk.position();
    let now = desk.now();
    desk.app.playing.as_mut().unwrap().playback.fall_asleep(now);
    happens(&mut desk);
    assert_eq!(desk.position().segment, stood.segment);
    assert!(desk.says(playing::paused()) && desk.says(playing::slept()));
    let stood = desk.position();
    desk.at += Duration::from_secs(60);
    assert_eq!(desk.position(), stood);
    desk.press(Stroke::Space);
    desk.play(3);
    assert!(!desk.says(playing::paused()));
}

/// Everything that Today can have at once.
fn full() -> Recent {
    let (row, _) = left();
    Recent {
        log: Log {
            pain: yesterday().log.pain,
            ..life(40, moment("2026-11-25 09:00").day())
        },
        open: Some(row),
        assessments: vec![found()],
        is_empty: false,
    }
}

/// How large a text is drawn.
fn size_of(desk: &Desk, text: &str) -> Size {
    let said = desk.words();
    let found = said.iter().find(|words| words.content == text);
    found
        .unwrap_or_else(|| panic!("{text} in {said:?}"))
        .bounds
        .size()
}

#[test]
fn what_starts_the_reset_keeps_its_size_in_every_window_and_under_every_note() {
    let resting = Recent {
        log: Log {
            sessions: Vec::new(),
            pain: vec![pain("2026-11-24 19:00", Occasion::After, Side::Left, 8)],
            results: Vec::new(),
        },
        ..KNOWN
    };
    // As long as it gets: three lines.
    let file = "/home/ada/.local/share/kneewise/journal.sqlite";
    let note = Notice::ReadOnly(crate::words::journal::not_writable(file));
    for recent in [Recent::default(), KNOWN, full(), resting] {
        let mut desk = Desk::on_today(recent);
        desk.resize(SIZES[2]);
        let buttons = [
            "Start, 5 min",
            page::see_steps(),
            knee_map::open(),
            words::check_knee_map(),
        ];
        let roomy: Vec<_> = buttons
            .into_iter()
            .filter(|button| desk.says(button))
            .map(|button| (button, size_of(&desk, button)))
            .collect();
        assert!(!roomy.is_empty());
        for notices in [Vec::new(), vec![note.clone()]] {
            desk.app.history.notices = notices;
            for (width, height) in [
                (960.0, 600.0),
                (1020.0, 720.0),
                (1179.0, 780.0),
                (1180.0, 780.0),
            ] {
                desk.resize(Size::new(width, height));
                look_at(&desk, "Today");
                look_for_overlaps(&desk, "Today");
                for &(button, size) in &roomy {
                    assert_eq!(
                        size_of(&desk, button),
                        size,
                        "{button} at {width} x {height}"
                    );
                }
            }
        }
    }
}

#[test]
fn without_a_score_it_is_said_in_full_what_will_be_there() {
    let desk = Desk::on_today(Recent::default());
    let [long, short] =
        [words::no_pain_yet(), words::not_moved_yet()].map(|text| size_of(&desk, text).height);
    assert!(
        long > short * 1.4,
        "three lines, not two: {long} and {short}"
    );
}

#[test]
pub fn today_has_room_for_everything() {
    for recent in [Recent::default(), KNOWN, full()] {
        let mut desk = Desk::on_today(recent);
        for size in SIZES {
            desk.resize(size);
            look_at(&desk, "Today");
            look_for_overlaps(&desk, "Today");
        }
    }
}

#[test]
pub fn the_card_of_a_result_holds_the_longest_name_of_a_routine() {
    let (content, _) = crate::content::Content::read();
    let longest = content
        .routines
        .iter()
        .max_by_key(|routine| routine.name.len());
    let longest = longest.unwrap().name.clone();
    for size in SIZES {
        let mut desk = Desk::open();
        desk.app.history.clock = MORNING;
        {
            let content = &mut desk.app.library.content;
            for routine in &mut content.routines {
                Arc::make_mut(routine).name.clone_from(&longest);
            }
        }
        desk.resize(size);
        desk.knows(Recent {
            assessments: vec![found()],
            ..KNOWN
        });
        assert!(desk.says(&longest), "{size:?}");
        let words = desk.words();
        let start = page::start("")
            .trim_matches(['[', ']', '~', ' '])
            .to_owned();
        let in_a_button =
            |words: &&Words| words.content.trim_start_matches('[').starts_with(&start);
        assert!(words.iter().any(|words| in_a_button(&words)));
        look_at(&desk, "today with a result");
        look_for_overlaps(&desk, "today with a result");
    }
}
