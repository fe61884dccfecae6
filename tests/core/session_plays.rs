//! Playing a routine, press by press, as a person on the mat would meet it.

use std::time::{Duration, Instant};

use kneewise::authoring::Source;
use kneewise::content::{Content, RESET};
use kneewise::routine::Routine;
use kneewise::routine::timeline::{Timeline, Version};
use kneewise::session::cue::{Count, Cue};
use kneewise::session::{Command, Ending, Event, EventKind, Outcome, Repetition, Session};
use kneewise::side::Side;

/// A session with a clock one can turn.
struct Run {
    session: Session,
    start: Instant,
    now: Instant,
}

impl Run {
    fn of(timeline: Timeline) -> (Self, Vec<Event>) {
        let start = Instant::now();
        let (session, events) = Session::start(timeline, start);
        let run = Self {
            session,
            start,
            now: start,
        };
        (run, events)
    }

    fn reset() -> Self {
        let (content, _) = Content::read();
        let timeline = Timeline::of(content.routine(RESET).unwrap(), Side::Left.into());
        Self::of(timeline).0
    }

    fn routine(text: &str) -> Self {
        let (content, _) = Content::read();
        let source = Source {
            name: "test.ron",
            text,
        };
        let routine = Routine::read(&source, &content.catalogue).unwrap();
        Self::of(Timeline::of(&routine, Side::Left.into())).0
    }

    /// Lets this many seconds pass.
    fn wait(&mut self, seconds: f64) -> Vec<Event> {
        self.now += Duration::from_secs_f64(seconds);
        self.session.advance(self.now)
    }

    fn press(&mut self, command: Command) -> Vec<Event> {
        self.session.command(command, self.now)
    }

    /// Seconds from the start of the routine.
    fn elapsed(&self) -> f64 {
        self.session.position(self.now).elapsed.as_secs_f64()
    }

    fn left(&self) -> f64 {
        self.session.position(self.now).left.as_secs_f64()
    }

    /// What happened, as seconds from the start and a word.
    fn cues(&self, events: &[Event]) -> Vec<(f64, Cue)> {
        events
            .iter()
            .filter_map(|event| match event.kind {
                EventKind::Cue(cue) => Some(((event.at - self.start).as_secs_f64(), cue)),
                _ => None,
            })
            .collect()
    }
}

#[test]
fn a_stretch_counts_down_to_its_end() {
    let mut run = Run::reset();
    let _ = run.wait(5.0);
    let events = run.wait(25.0);
    assert_eq!(
        run.cues(&events),
        [
            (17.5, Cue::Halfway),
            (27.0, Cue::Count(Count::Three)),
            (28.0, Cue::Count(Count::Two)),
            (29.0, Cue::Count(Count::One)),
            (30.0, Cue::SwitchSides),
        ]
    );
}

#[test]
fn a_short_switch_has_only_the_counts_that_fit() {
    let mut run = Run::reset();
    // The switch of the heel slides, 3:44 to 3:47.
    let _ = run.wait(223.5);
    let events = run.wait(3.5);
    assert_eq!(
        run.cues(&events),
        [
            (224.0, Cue::SwitchSides),
            (225.0, Cue::Count(Count::Two)),
            (226.0, Cue::Count(Count::One)),
            (227.0, Cue::Start),
        ]
    );
}

#[test]
fn one_late_tick_after_the_end_brings_everything_in_order() {
    let mut run = Run::reset();
    let events = run.wait(1_000.0);
    assert_eq!(
        events.last().unwrap().kind,
        EventKind::Finished(Ending::Completed)
    );
    assert_eq!((events.last().unwrap().at - run.start).as_secs_f64(), 300.0);
    let began = events
        .iter()
        .filter(|event| matches!(event.kind, EventKind::Began { .. }))
        .count();
    assert_eq!(began, 18, "the first segment began at the start");
    assert_eq!(run.session.ending(), Some(Ending::Completed));
    assert!(
        run.session
            .outcomes()
            .iter()
            .all(|outcome| *outcome == Outcome::Done)
    );
    assert_eq!(run.session.worked(), Duration::from_secs(226));
}

#[test]
fn a_pause_keeps_its_place_however_long() {
    let mut run = Run::reset();
    let _ = run.wait(12.25);
    let _ = run.press(Command::Pause);
    assert_eq!(run.wait(3_600.0), []);
    assert_eq!(run.elapsed(), 12.25);
    assert_eq!(run.session.upcoming(), []);
    let _ = run.press(Command::Resume);
    let events = run.wait(5.25);
    assert_eq!(run.elapsed(), 17.5);
    assert_eq!(run.cues(&events).len(), 1, "halfway, once");
}

#[test]
fn next_goes_from_the_way_to_the_work_and_from_the_work_to_what_follows() {
    let mut run = Run::reset();
    let _ = run.wait(1.0);
    let events = run.press(Command::Next);
    assert_eq!(run.elapsed(), 5.0);
    assert_eq!(run.cues(&events).last().unwrap().1, Cue::Start);
    let _ = run.wait(4.0);
    let _ = run.press(Command::Next);
    assert_eq!(run.elapsed(), 30.0, "the switch");
    assert_eq!(run.session.outcomes()[0], Outcome::Skipped);
    let _ = run.press(Command::Next);
    assert_eq!(run.elapsed(), 35.0, "the right side");
}

#[test]
fn previous_is_the_step_before_at_first_and_this_one_later() {
    let mut run = Run::reset();
    let _ = run.wait(37.0);
    let _ = run.press(Command::Previous);
    assert_eq!(run.elapsed(), 5.0, "2 s into the right side: the left side");
    let _ = run.wait(10.0);
    let _ = run.press(Command::Previous);
    assert_eq!(run.elapsed(), 5.0, "10 s into the left side: again");
    let _ = run.press(Command::Previous);
    assert_eq!(run.elapsed(), 5.0, "there is nothing before the first step");
}

#[test]
fn more_time_moves_everything_after_it() {
    let mut run = Run::reset();
    let _ = run.wait(20.0);
    let _ = run.press(Command::More);
    assert_eq!(run.left(), 25.0);
    assert_eq!(run.session.timeline().total(), Duration::from_secs(315));
    assert_eq!(run.session.planned(), Duration::from_secs(300));
    let events = run.wait(25.0);
    let cues: Vec<_> = run.cues(&events).into_iter().map(|(_, cue)| cue).collect();
    assert!(!cues.contains(&Cue::Halfway), "it has sounded at 17.5 s");
    assert_eq!(cues.last(), Some(&Cue::SwitchSides));
}

#[test]
fn less_time_than_is_left_ends_the_hold() {
    let mut run = Run::reset();
    let _ = run.wait(20.0);
    let _ = run.press(Command::Less);
    assert_eq!(run.session.segment_index(), 2, "the switch");
    assert_eq!(run.session.outcomes()[0], Outcome::Done);
    assert_eq!(run.session.timeline().total(), Duration::from_secs(290));
}

#[test]
fn more_time_for_repetitions_is_whole_ones_and_pairs_when_sides_take_turns() {
    let mut run = Run::reset();
    let _ = run.press(Command::JumpTo(5));
    let _ = run.press(Command::Next);
    let _ = run.press(Command::More);
    assert_eq!(
        run.session.segment().length,
        Duration::from_secs(45),
        "bridge: 15 of 3 s"
    );
    let _ = run.press(Command::JumpTo(4));
    let _ = run.press(Command::Next);
    let _ = run.press(Command::More);
    assert_eq!(
        run.session.segment().length,
        Duration::from_secs(48),
        "sweeps: 16 of 3 s"
    );
}

#[test]
fn less_time_never_cuts_a_repetition_that_has_begun() {
    let mut run = Run::reset();
    let _ = run.press(Command::JumpTo(5));
    let _ = run.press(Command::Next);
    let _ = run.wait(16.0);
    for _ in 0..4 {
        let _ = run.press(Command::Less);
    }
    assert_eq!(
        run.session.segment().length,
        Duration::from_secs(18),
        "the sixth bridge is finished"
    );
}

#[test]
fn the_tempo_says_which_part_is_being_done() {
    let mut run = Run::reset();
    let _ = run.press(Command::JumpTo(8));
    let _ = run.press(Command::Next);
    let mut parts = Vec::new();
    for _ in 0..6 {
        let Some(
            repetition @ Repetition::Timed {
                number, count: 6, ..
            },
        ) = run.session.position(run.now).repetition
        else {
            panic!("mini-squats are repetitions");
        };
        parts.push((number, repetition.part().unwrap()));
        let _ = run.wait(1.0);
    }
    assert_eq!(parts, [(0, 0), (0, 0), (0, 1), (0, 2), (0, 2), (1, 0)]);
}

#[test]
fn an_easier_exercise_takes_its_whole_time_on_both_sides() {
    let mut run = Run::reset();
    let _ = run.wait(80.0);
    assert_eq!(
        &*run.session.work().unwrap().exercise.id,
        "half-kneeling-hip-flexor-stretch"
    );
    let _ = run.press(Command::Easier);
    assert_eq!(
        &*run.session.work().unwrap().exercise.id,
        "standing-lunge-hip-flexor-stretch"
    );
    assert_eq!(run.left(), 25.0);
    let _ = run.wait(33.0);
    let work = run.session.work().unwrap();
    assert_eq!(&*work.exercise.id, "standing-lunge-hip-flexor-stretch");
    assert_eq!(work.version, Version::Easier);
    assert_eq!(
        run.press(Command::Easier),
        [],
        "there is nothing easier still"
    );
}

#[test]
fn skipping_an_exercise_passes_over_both_sides() {
    let mut run = Run::reset();
    let _ = run.wait(10.0);
    let _ = run.press(Command::SkipExercise);
    assert_eq!(run.elapsed(), 60.0, "kneel on the mat");
    assert_eq!(
        run.session.outcomes()[..3],
        [Outcome::Skipped, Outcome::Skipped, Outcome::Open]
    );
    let minute = Duration::from_secs(60);
    assert_eq!(run.session.done(minute), Duration::ZERO);
    let _ = run.wait(10.0);
    assert_eq!(
        run.session.done(minute + Duration::from_secs(10)),
        Duration::from_secs(10)
    );
}

#[test]
fn repetitions_at_ones_own_pace_wait_for_the_person() {
    let mut run = Run::routine(
        r#"(id: "own", name: "Own", kind: Strength, get_ready: (seconds: 0),
            items: [Exercise(id: "glute-bridge", dose: Reps(count: 3), sets: 2)], finish: (seconds: 5))"#,
    );
    assert_eq!(run.wait(500.0), []);
    assert_eq!(run.left(), 0.0);
    let _ = run.press(Command::CountRepetition);
    let _ = run.press(Command::CountRepetition);
    assert_eq!(run.session.segment_index(), 0);
    let _ = run.press(Command::CountRepetition);
    assert_eq!(run.session.segment_index(), 1, "the third one ends the set");
    let _ = run.press(Command::Done);
    assert_eq!(run.session.segment_index(), 2, "the finish");
    assert_eq!(run.session.outcomes()[..2], [Outcome::Done, Outcome::Done]);
}

#[test]
fn stopping_keeps_what_was_done() {
    let mut run = Run::reset();
    let _ = run.wait(70.0);
    let events = run.press(Command::Stop);
    assert_eq!(
        events.last().unwrap().kind,
        EventKind::Finished(Ending::Stopped)
    );
    let done = run
        .session
        .outcomes()
        .iter()
        .filter(|outcome| **outcome == Outcome::Done)
        .count();
    assert_eq!(done, 2);
    assert_eq!(run.press(Command::Resume), []);
    assert_eq!(run.wait(100.0), []);
}

#[test]
fn seeking_moves_within_the_segment_and_gives_no_signal_of_the_past() {
    let mut run = Run::reset();
    let _ = run.wait(6.0);
    let events = run.press(Command::Seek(Duration::from_secs(20)));
    assert_eq!(run.elapsed(), 25.0);
    assert_eq!(run.cues(&events), []);
    let events = run.wait(2.0);
    assert_eq!(run.cues(&events).len(), 1, "three seconds left");
}
