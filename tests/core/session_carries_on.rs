//! A session that was left goes on to the second where it was.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use kneewise::authoring::Source;
use kneewise::content::Content;
use kneewise::exercise::Catalogue;
use kneewise::journal::recorder::{Now, Recorder};
use kneewise::journal::store::Store;
use kneewise::routine::Routine;
use kneewise::routine::timeline::{Start, Timeline};
use kneewise::session::cue::Cue;
use kneewise::session::{Command, EventKind, Outcome, Session, Snapshot};
use kneewise::side::Side;
use kneewise::training::Moment;
use kneewise::training::record::State;
use kneewise::training::unfinished::{self, Begun};
use proptest::prelude::*;
use tempfile::TempDir;

const ROUTINE: &str = r#"(id: "r", name: "R", kind: Mobility, get_ready: (seconds: 5), items: [
    Exercise(id: "a", dose: Hold(20), sides: Each(switch: 4)),
    Exercise(id: "b", dose: Reps(count: 4), sides: Both),
], exercises: [(id: "a", name: "A"), (id: "b", name: "B")])"#;

fn timeline() -> Timeline {
    let source = Source {
        name: "r.ron",
        text: ROUTINE,
    };
    let routine = Routine::read(&source, &Catalogue::default()).unwrap();
    Timeline::of(&routine, Side::Left.into())
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

#[test]
fn it_goes_on_to_the_second_where_it_was_left() {
    let start = Instant::now();
    let (mut session, _) = Session::start(timeline(), start);
    let left = start + seconds(17);
    let _ = session.advance(left);
    let snapshot = session.snapshot(left);
    let later = left + seconds(86_400);
    let mut again = Session::carry_on(timeline(), snapshot.clone()).unwrap();

    assert!(!again.is_running());
    assert_eq!(again.position(later), session.position(left));
    assert_eq!(again.snapshot(later), snapshot);

    let _ = again.command(Command::Resume, later);
    let events = |session: &mut Session, from: Instant| -> Vec<_> {
        session
            .advance(from + seconds(60))
            .into_iter()
            .map(|event| (event.at - from, event.kind))
            .collect()
    };
    assert_eq!(events(&mut again, later), events(&mut session, left));
    assert_eq!(again.worked(), session.worked());
}

#[test]
fn at_the_beginning_of_a_segment_its_signal_is_still_to_come() {
    let snapshot = Snapshot {
        segment: 1,
        within: Duration::ZERO,
        counted: 0,
        outcomes: vec![Outcome::Open; timeline().steps().len()],
        worked: Duration::ZERO,
        planned: timeline().total(),
    };
    let start = Instant::now();
    let mut session = Session::carry_on(timeline(), snapshot).unwrap();
    let events = session.command(Command::Resume, start);
    let more = session.advance(start);

    let kinds: Vec<_> = events.iter().chain(&more).map(|event| event.kind).collect();
    assert!(kinds.contains(&EventKind::Cue(Cue::Start)), "{kinds:?}");
}

#[test]
fn a_place_the_routine_does_not_have_is_refused() {
    let steps = timeline().steps().len();
    let snapshot = Snapshot {
        segment: 1,
        within: seconds(20),
        counted: 0,
        outcomes: vec![Outcome::Open; steps],
        worked: Duration::ZERO,
        planned: timeline().total(),
    };
    assert!(Session::carry_on(timeline(), snapshot.clone()).is_some());
    for wrong in [
        Snapshot {
            segment: 99,
            ..snapshot.clone()
        },
        Snapshot {
            within: seconds(21),
            ..snapshot.clone()
        },
        Snapshot {
            outcomes: Vec::new(),
            ..snapshot.clone()
        },
    ] {
        assert!(Session::carry_on(timeline(), wrong).is_none());
    }
}

/// What is pressed, each after a wait in milliseconds; nothing is a late tick.
fn script() -> impl Strategy<Value = Vec<(u64, Option<Command>)>> {
    let command = prop_oneof![
        3 => Just(Command::Pause),
        5 => Just(Command::Resume),
        4 => Just(Command::Next),
        2 => Just(Command::Previous),
        1 => Just(Command::Restart),
        3 => Just(Command::More),
        3 => Just(Command::Less),
        2 => (0_usize..40).prop_map(Command::JumpTo),
        2 => (0_u64..90_000).prop_map(|within| Command::Seek(Duration::from_millis(within))),
        3 => Just(Command::Easier),
        2 => Just(Command::SkipExercise),
        2 => Just(Command::CountRepetition),
        1 => Just(Command::Done),
    ];
    let entry = (0_u64..40_000, prop::option::weighted(0.7, command));
    prop::collection::vec(entry, 1..40)
}

fn content() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| Content::read().0)
}

thread_local! {
    /// The folder of a journal that many sessions are written to; gone with the test.
    static FOLDER: TempDir = tempfile::tempdir().unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_pressed_the_journal_brings_it_back_to_the_second(
        which in any::<prop::sample::Index>(),
        left_first in any::<bool>(),
        script in script(),
        after in 0_u64..40_000,
        begun_at in prop::option::weighted(0.2, 0_usize..6),
    ) {
        let routines = &content().routines;
        let routine = &routines[which.index(routines.len())];
        let side = if left_first { Side::Left } else { Side::Right };
        let start = Instant::now();
        let now = |at: u64| Now {
            session: start + Duration::from_millis(at),
            moment: Moment { utc_ms: 1_795_600_000_000 + at as i64, offset_s: 0 },
        };
        let mut begun = Begun { start: Start::from(side), step: 0, easier: Vec::new() };
        let plain = Timeline::begun(routine, begun.start, 0, &[]);
        begun.step = begun_at.unwrap_or(0).min(plain.steps().len() - 1);
        let timeline = Timeline::begun(routine, begun.start, begun.step, &begun.easier);
        let (mut session, events) = Session::start(timeline, start);
        let mut recorder = Recorder::begin(routine, &session, begun, now(0));
        recorder.follow(&session, &events, now(0));
        let mut at = 0;
        for (wait, command) in script {
            at += wait;
            let events = match command {
                Some(command) => session.command(command, now(at).session),
                None => session.advance(now(at).session),
            };
            recorder.follow(&session, &events, now(at));
        }
        // The window is closed some time after the last tick.
        at += after;
        let events = session.advance(now(at).session);
        recorder.follow(&session, &events, now(at));
        recorder.stand(&session, now(at));

        let folder = FOLDER.with(|folder| folder.path().to_path_buf());
        let id = recorder.session().id;
        let (mut store, _) = Store::open(&folder).unwrap();
        store.write(&recorder.take()).unwrap();
        drop(store);
        let (store, _) = Store::open(&folder).unwrap();
        let row = store.session(id).unwrap().unwrap().session;
        if session.ending().is_some() {
            prop_assert!(matches!(row.state, State::Completed { .. }), "{:?}", row.state);
            return Ok(());
        }

        let again = unfinished::carry_on(routine, &row);
        prop_assert!(again.is_some(), "{} is not carried on from {row:?}", routine.id);
        let mut again = again.unwrap();
        let later = now(at + 86_400_000).session;
        prop_assert!(!again.is_running());
        prop_assert_eq!(again.snapshot(later), session.snapshot(now(at).session));
        prop_assert_eq!(again.position(later), session.position(now(at).session));
        prop_assert_eq!(again.timeline().lengths(), session.timeline().lengths());

        // And from there it takes its course as it would have.
        let rest = session.position(now(at).session).remaining + Duration::from_secs(1);
        let _ = again.command(Command::Resume, later);
        let _ = session.command(Command::Resume, now(at).session);
        let _ = again.advance(later + rest);
        let _ = session.advance(now(at).session + rest);
        prop_assert_eq!(again.ending(), session.ending());
        prop_assert_eq!(again.snapshot(later + rest), session.snapshot(now(at).session + rest));
    }
}
