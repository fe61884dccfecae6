//! Whatever a person presses and however late the window wakes, a session keeps its promises.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use kneewise::authoring::Source;
use kneewise::content::{Content, RESET};
use kneewise::routine::Routine;
use kneewise::routine::timeline::Timeline;
use kneewise::session::{Command, Event, EventKind, Session};
use kneewise::side::Side;
use proptest::prelude::*;

/// A routine with everything the format has: sets, rests, blocks, alternating sides, one's own pace.
const EVERYTHING: &str = r#"(
    id: "everything", name: "Everything", kind: Strength,
    get_ready: (seconds: 4),
    items: [
        Exercise(id: "glute-bridge", dose: Reps(count: 3, tempo: (1, 0.5, 1)), sets: 2, rest: 6),
        Block(times: 2, name: "Round", items: [
            Exercise(id: "heel-slide", dose: Reps(count: 2), sides: Each(switch: 3)),
            Move(seconds: 4.25, text: "Stand."),
            Rest(5),
        ]),
        Exercise(id: "hamstring-sweep", dose: Reps(count: 4, seconds: 2)),
        Exercise(id: "mini-squat", dose: Time(12)),
        Exercise(id: "half-kneeling-hip-flexor-stretch", dose: Hold(10.5)),
    ],
    finish: (seconds: 6),
)"#;

fn timelines() -> [Timeline; 2] {
    let (content, _) = Content::read();
    let source = Source {
        name: "everything.ron",
        text: EVERYTHING,
    };
    let everything = Routine::read(&source, &content.catalogue).unwrap();
    [
        Timeline::of(content.routine(RESET).unwrap(), Side::Left.into()),
        Timeline::of(&everything, Side::Right.into()),
    ]
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        2 => Just(Command::Pause),
        4 => Just(Command::Resume),
        2 => Just(Command::Next),
        2 => Just(Command::Previous),
        1 => Just(Command::Restart),
        2 => Just(Command::More),
        2 => Just(Command::Less),
        1 => (0_usize..16).prop_map(Command::JumpTo),
        1 => (0_u64..40_000).prop_map(|within| Command::Seek(Duration::from_millis(within))),
        1 => (0_usize..20, 0_u64..40_000).prop_map(|(segment, within)| Command::Return {
            segment,
            within: Duration::from_millis(within),
        }),
        1 => Just(Command::Easier),
        1 => Just(Command::SkipExercise),
        2 => Just(Command::CountRepetition),
        1 => Just(Command::Done),
    ]
}

/// What is done, each after a wait in milliseconds.
fn script() -> impl Strategy<Value = Vec<(u64, Option<Command>)>> {
    let entry = (0_u64..9_000, prop::option::weighted(0.6, command()));
    prop::collection::vec(entry, 1..60)
}

/// Plays a script; between its entries the session is also advanced at `ticks` milliseconds.
fn play(
    timeline: &Timeline,
    script: &[(u64, Option<Command>)],
    tick: Option<u64>,
) -> (Session, Vec<Event>) {
    let start = epoch();
    let (mut session, mut events) = Session::start(timeline.clone(), start);
    let mut now = start;
    for &(wait, command) in script {
        let until = now + Duration::from_millis(wait);
        if let Some(tick) = tick {
            while now + Duration::from_millis(tick) < until {
                now += Duration::from_millis(tick);
                events.extend(session.advance(now));
            }
        }
        now = until;
        match command {
            Some(command) => events.extend(session.command(command, now)),
            None => events.extend(session.advance(now)),
        }
    }
    (session, events)
}

/// One instant for all runs of a test, so that their events can be compared.
fn epoch() -> Instant {
    static EPOCH: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    *EPOCH.get_or_init(Instant::now)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn elapsed_and_remaining_are_the_total(which in 0_usize..2, script in script()) {
        let timeline = &timelines()[which];
        let start = epoch();
        let (mut session, _) = Session::start(timeline.clone(), start);
        let mut now = start;
        for (wait, command) in script {
            now += Duration::from_millis(wait);
            let _ = match command {
                Some(command) => session.command(command, now),
                None => session.advance(now),
            };
            for later in [0, 3_333] {
                let position = session.position(now + Duration::from_millis(later));
                prop_assert_eq!(position.elapsed + position.remaining, session.timeline().total());
                prop_assert_eq!(position.within + position.left, session.segment().length);
            }
            // The timeline itself stays without gaps.
            let mut end = Duration::ZERO;
            for segment in session.timeline().segments() {
                prop_assert_eq!(segment.start, end);
                end = segment.end();
            }
        }
    }

    #[test]
    fn the_rate_of_ticks_changes_nothing(
        which in 0_usize..2,
        script in script(),
        fast in 1_u64..40,
        slow in 300_u64..20_000,
    ) {
        let timeline = &timelines()[which];
        let (_, alone) = play(timeline, &script, None);
        let (_, fast) = play(timeline, &script, Some(fast));
        let (_, slow) = play(timeline, &script, Some(slow));
        prop_assert_eq!(&alone, &fast);
        prop_assert_eq!(&alone, &slow);
    }

    #[test]
    fn events_come_in_order_and_signals_once(which in 0_usize..2, script in script()) {
        let (_, events) = play(&timelines()[which], &script, Some(700));
        for pair in events.windows(2) {
            prop_assert!(pair[0].at <= pair[1].at, "{:?} before {:?}", pair[0], pair[1]);
        }
        // Between two beginnings no signal is given twice at one moment.
        let mut given = HashSet::new();
        for event in &events {
            match event.kind {
                EventKind::Began { .. } | EventKind::Changed => given.clear(),
                EventKind::Cue(cue) => prop_assert!(given.insert((event.at, cue)), "{cue:?} twice"),
                _ => {}
            }
        }
    }

    #[test]
    fn what_is_announced_is_what_happens(which in 0_usize..2, script in script()) {
        let (mut session, events) = play(&timelines()[which], &script, None);
        let now = epoch() + Duration::from_millis(script.iter().map(|(wait, _)| wait).sum());
        let announced = session.upcoming();
        drop(events);
        let happened: Vec<_> = session
            .advance(now + Duration::from_secs(5_000))
            .into_iter()
            .filter_map(|event| match event.kind {
                EventKind::Cue(cue) => Some((event.at, cue)),
                _ => None,
            })
            .collect();
        prop_assert_eq!(announced, happened);
    }
}
