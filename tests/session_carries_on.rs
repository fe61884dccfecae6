//! A session that was left goes on to the second where it was.
#![allow(clippy::unwrap_used)]

use kneewise::authoring::Source;
use kneewise::exercise::{Catalogue, Side};
use kneewise::routine::Routine;
use kneewise::routine::timeline::Timeline;
use kneewise::session::cue::Cue;
use kneewise::session::{Command, EventKind, Halt, Outcome, Session};
use std::time::{Duration, Instant};

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
    let halt = session.halt(left);
    let later = left + seconds(86_400);
    let mut again = Session::carry_on(timeline(), halt.clone()).unwrap();

    assert!(!again.is_running());
    assert_eq!(again.position(later), session.position(left));
    assert_eq!(again.halt(later), halt);

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
    let halt = Halt {
        segment: 1,
        within: Duration::ZERO,
        counted: 0,
        outcomes: vec![Outcome::Open; timeline().steps().len()],
        worked: Duration::ZERO,
    };
    let start = Instant::now();
    let mut session = Session::carry_on(timeline(), halt).unwrap();
    let events = session.command(Command::Resume, start);
    let more = session.advance(start);

    let kinds: Vec<_> = events.iter().chain(&more).map(|event| event.kind).collect();
    assert!(kinds.contains(&EventKind::Cue(Cue::Start)), "{kinds:?}");
}

#[test]
fn a_place_the_routine_does_not_have_is_refused() {
    let steps = timeline().steps().len();
    let halt = Halt {
        segment: 1,
        within: seconds(20),
        counted: 0,
        outcomes: vec![Outcome::Open; steps],
        worked: Duration::ZERO,
    };
    assert!(Session::carry_on(timeline(), halt.clone()).is_some());
    for wrong in [
        Halt {
            segment: 99,
            ..halt.clone()
        },
        Halt {
            within: seconds(21),
            ..halt.clone()
        },
        Halt {
            outcomes: Vec::new(),
            ..halt.clone()
        },
    ] {
        assert!(Session::carry_on(timeline(), wrong).is_none());
    }
}
