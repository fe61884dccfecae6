//! Playing a routine: commands and the time in, events out. A pure state machine.
//!
//! The position is derived from the moment the clock was last started and never counted in ticks, so a late or
//! missing tick neither stretches nor skips anything: whatever has fallen due since the last call comes out in order,
//! each event with the instant at which it was due.

pub mod cue;
mod position;
mod snapshot;

use std::time::{Duration, Instant};

use crate::routine::item::Easier;
use crate::routine::timeline::{Change, Pace, Segment, SegmentKind, Timeline, Work};
use cue::Cue;

pub use position::{Position, Repetition};
pub use snapshot::Snapshot;

/// Within this time after a segment began, going back means the step before.
const BACK_TO_PREVIOUS: Duration = Duration::from_secs(3);
/// What "more time" and "less time" add and take away.
pub const ADJUSTMENT: Duration = Duration::from_secs(15);

/// One run through a routine.
#[derive(Debug, Clone)]
pub struct Session {
    timeline: Timeline,
    planned: Duration,
    playhead: Playhead,
    state: State,
    outcomes: Vec<Outcome>,
    worked: Duration,
}

/// Whether time passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Since this instant, at which the spot was exactly right.
    Running { since: Instant },
    /// The spot is where it stays.
    Paused,
    /// It is over.
    Finished(Ending),
}

/// Where in the routine.
#[derive(Debug, Clone)]
struct Playhead {
    segment: usize,
    /// Time spent in the segment.
    within: Duration,
    /// Repetitions counted by the person, at their own pace.
    counted: u32,
    cues: Vec<(Duration, Cue)>,
    /// How many of the cues have been given.
    given: usize,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It was played to the end.
    Completed,
    /// The person stopped it.
    Stopped,
}

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Not reached, or left before its end.
    Open,
    /// Done to its end.
    Done,
    /// Passed over on purpose.
    Skipped,
}

/// What a person can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Stop the clock.
    Pause,
    /// Start the clock again.
    Resume,
    /// From the way to a step to the step itself; from a step to what follows it.
    Next,
    /// In the first three seconds of a segment the step before, later this segment again.
    Previous,
    /// This segment again.
    Restart,
    /// Fifteen seconds more, or as many whole repetitions as that takes.
    More,
    /// Fifteen seconds less, likewise.
    Less,
    /// The beginning of this step, counted from 0.
    JumpTo(usize),
    /// This moment of the running segment.
    Seek(Duration),
    /// This moment of any segment: back to where one was.
    Return {
        /// The segment, from 0.
        segment: usize,
        /// Time spent in it.
        within: Duration,
    },
    /// The easier version of the exercise, from now on.
    Easier,
    /// Past everything that is left of this exercise, both sides and all sets.
    SkipExercise,
    /// One repetition more is done, at one's own pace.
    CountRepetition,
    /// The repetitions at one's own pace are done.
    Done,
    /// End here.
    Stop,
}

/// Something that happened, with the instant at which it was due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// When it was due.
    pub at: Instant,
    /// What happened.
    pub kind: EventKind,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind {
    /// A segment began, or begins again.
    Began {
        /// Which one.
        segment: usize,
    },
    /// A segment was left.
    Left {
        /// Which one.
        segment: usize,
        /// How.
        how: Leaving,
        /// How much time was spent in it.
        within: Duration,
    },
    /// A signal is due.
    Cue(Cue),
    /// The clock was stopped.
    Paused,
    /// The clock was started again.
    Resumed,
    /// What is left of the routine changed: its length, its position or its exercises.
    Changed,
    /// It is over.
    Finished(Ending),
}

/// How a segment was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// At its end.
    Completed,
    /// Before its end, at the person's wish.
    Left,
}

impl Session {
    /// Starts at the beginning of a routine.
    pub fn start(timeline: Timeline, now: Instant) -> (Self, Vec<Event>) {
        let mut session = Self {
            planned: timeline.total(),
            outcomes: vec![Outcome::Open; timeline.steps().len()],
            playhead: Playhead::at(&timeline, 0),
            timeline,
            state: State::Running { since: now },
            worked: Duration::ZERO,
        };
        let mut events = vec![event(now, EventKind::Began { segment: 0 })];
        session.run_until(now, &mut events);
        (session, events)
    }

    /// Lets time pass up to `now` and tells what fell due.
    pub fn advance(&mut self, now: Instant) -> Vec<Event> {
        let mut events = Vec::new();
        self.run_until(now, &mut events);
        events
    }

    /// Lets time pass up to `now`, then does what is asked. What makes no sense at the moment changes nothing.
    pub fn command(&mut self, command: Command, now: Instant) -> Vec<Event> {
        let mut events = Vec::new();
        self.run_until(now, &mut events);
        if !matches!(self.state, State::Finished(_)) {
            self.apply(command, now, &mut events);
        }
        events
    }

    fn apply(&mut self, command: Command, now: Instant, events: &mut Vec<Event>) {
        match command {
            Command::Pause => {
                if let State::Running { .. } = self.state {
                    self.state = State::Paused;
                    events.push(event(now, EventKind::Paused));
                }
            }
            Command::Resume => {
                if self.state == State::Paused {
                    self.state = State::Running { since: now };
                    events.push(event(now, EventKind::Resumed));
                }
            }
            Command::Next => self.go_on(now, events),
            Command::Previous => self.go_back(now, events),
            Command::Restart => self.go_to(self.playhead.segment, now, events),
            Command::More => self.resize(Change::Longer(ADJUSTMENT), now, events),
            Command::Less => self.resize(Change::Shorter(ADJUSTMENT), now, events),
            Command::JumpTo(step) => {
                if let Some(step) = self.timeline.steps().get(step) {
                    self.go_to(step.segments.start, now, events);
                }
            }
            Command::Seek(within) => self.seek(within, now, events),
            Command::Return { segment, within } => {
                if segment < self.timeline.segments().len() {
                    self.leave(now, Leaving::Left, events);
                    self.enter(segment, now, events);
                    self.seek(within, now, events);
                }
            }
            Command::Easier => self.ease(now, events),
            Command::SkipExercise => self.skip_exercise(now, events),
            Command::CountRepetition => {
                if let Some(count) = self.own_pace() {
                    self.playhead.counted += 1;
                    if self.playhead.counted >= count {
                        self.complete_own_pace(now, events);
                    }
                }
            }
            Command::Done => {
                if self.own_pace().is_some() {
                    self.complete_own_pace(now, events);
                }
            }
            Command::Stop => {
                self.leave(now, Leaving::Left, events);
                self.finish(Ending::Stopped, now, events);
            }
        }
    }

    /// Everything that falls due up to `now`, in order.
    fn run_until(&mut self, now: Instant, events: &mut Vec<Event>) {
        loop {
            let State::Running { since } = self.state else {
                return;
            };
            let came_in_at = self.playhead.within;
            let reached = came_in_at + now.saturating_duration_since(since);
            let segment = &self.timeline.segments()[self.playhead.segment];
            let (length, step) = (segment.length, segment.step);
            let is_work = segment.work().is_some();
            let ends = segment.ends_by_itself() && reached >= length;
            let until = if ends { length } else { reached };

            while let Some(&(moment, cue)) = self.playhead.cues.get(self.playhead.given) {
                if moment > until {
                    break;
                }
                self.playhead.given += 1;
                let at = since + moment.saturating_sub(came_in_at);
                events.push(event(at, EventKind::Cue(cue)));
            }

            if is_work {
                self.worked += until - came_in_at;
            }
            self.playhead.within = until;
            if !ends {
                self.state = State::Running {
                    since: since.max(now),
                };
                return;
            }

            let at = since + (length - came_in_at);
            self.state = State::Running { since: at };
            self.outcomes[step] = self.outcome_of_end(step);
            self.leave(at, Leaving::Completed, events);
            self.enter(self.playhead.segment + 1, at, events);
        }
    }

    /// A step is done when its last segment is; the ways that lead to it change nothing.
    fn outcome_of_end(&self, step: usize) -> Outcome {
        let is_aim = self.timeline.steps()[step].segments.end == self.playhead.segment + 1;
        if is_aim {
            Outcome::Done
        } else {
            self.outcomes[step]
        }
    }

    fn leave(&self, at: Instant, how: Leaving, events: &mut Vec<Event>) {
        let Playhead {
            segment, within, ..
        } = self.playhead;
        let kind = EventKind::Left {
            segment,
            how,
            within,
        };
        events.push(event(at, kind));
    }

    /// Begins a segment, or ends the routine when there is none.
    fn enter(&mut self, segment: usize, at: Instant, events: &mut Vec<Event>) {
        if segment < self.timeline.segments().len() {
            self.playhead = Playhead::at(&self.timeline, segment);
            events.push(event(at, EventKind::Began { segment }));
        } else {
            self.finish(Ending::Completed, at, events);
        }
    }

    fn finish(&mut self, ending: Ending, at: Instant, events: &mut Vec<Event>) {
        self.state = State::Finished(ending);
        events.push(event(at, EventKind::Finished(ending)));
    }

    /// Leaves the running segment for the beginning of another. Time keeps passing if it did.
    fn go_to(&mut self, segment: usize, now: Instant, events: &mut Vec<Event>) {
        self.leave(now, Leaving::Left, events);
        self.enter(segment, now, events);
        if let State::Running { .. } = self.state {
            self.state = State::Running { since: now };
            // The signal that opens the segment is due at once.
            self.run_until(now, events);
        }
    }

    fn go_on(&mut self, now: Instant, events: &mut Vec<Event>) {
        let step = self.timeline.segments()[self.playhead.segment].step;
        let end = self.timeline.steps()[step].segments.end;
        if self.playhead.segment + 1 < end {
            self.go_to(end - 1, now, events);
        } else {
            if self.outcomes[step] == Outcome::Open {
                self.outcomes[step] = Outcome::Skipped;
            }
            self.go_to(end, now, events);
        }
    }

    fn go_back(&mut self, now: Instant, events: &mut Vec<Event>) {
        let segment = self.playhead.segment;
        let step = self.timeline.segments()[segment].step;
        let target = if self.playhead.within < BACK_TO_PREVIOUS && step > 0 {
            self.timeline.steps()[step - 1].segments.end - 1
        } else {
            segment
        };
        self.go_to(target, now, events);
    }

    fn resize(&mut self, change: Change, now: Instant, events: &mut Vec<Event>) {
        let before = self.timeline.total();
        self.timeline
            .resize(self.playhead.segment, change, self.playhead.within);
        if self.timeline.total() != before {
            self.playhead.reset_cues(&self.timeline);
            events.push(event(now, EventKind::Changed));
            self.run_until(now, events);
        }
    }

    fn seek(&mut self, within: Duration, now: Instant, events: &mut Vec<Event>) {
        let length = self.timeline.segments()[self.playhead.segment].length;
        self.playhead.within = within.min(length);
        self.playhead.reset_cues(&self.timeline);
        if let State::Running { .. } = self.state {
            self.state = State::Running { since: now };
        }
        events.push(event(now, EventKind::Changed));
        self.run_until(now, events);
    }

    fn ease(&mut self, now: Instant, events: &mut Vec<Event>) {
        let Some(work) = self.timeline.work_from(self.playhead.segment) else {
            return;
        };
        let swaps = matches!(work.easier, Some(Easier::Exercise(_)));
        let entry = work.entry;
        if !self.timeline.ease(self.playhead.segment, entry) {
            return;
        }
        events.push(event(now, EventKind::Changed));
        // Another exercise needs its whole time; a change to the same one does not.
        let is_working = self.timeline.segments()[self.playhead.segment]
            .work()
            .is_some();
        if swaps && is_working {
            self.go_to(self.playhead.segment, now, events);
        }
    }

    fn skip_exercise(&mut self, now: Instant, events: &mut Vec<Event>) {
        let Some(entry) = self
            .timeline
            .work_from(self.playhead.segment)
            .map(|work| work.entry)
        else {
            return self.go_on(now, events);
        };
        let segments = self.timeline.segments();
        let is_of_entry =
            |segment: &Segment| segment.work().is_some_and(|work| work.entry == entry);
        // Sets of one entry follow one another with only switches and rests between them.
        let last = (self.playhead.segment..segments.len())
            .take_while(|&index| match &segments[index].kind {
                SegmentKind::Work(work) => work.entry == entry,
                _ => true,
            })
            .filter(|&index| is_of_entry(&segments[index]))
            .last()
            .unwrap_or(self.playhead.segment);
        let steps = segments[self.playhead.segment].step..=segments[last].step;
        for step in steps {
            if self.outcomes[step] == Outcome::Open {
                self.outcomes[step] = Outcome::Skipped;
            }
        }
        self.go_to(last + 1, now, events);
    }

    /// How many repetitions are asked for, when they are at one's own pace.
    fn own_pace(&self) -> Option<u32> {
        match self.timeline.segments()[self.playhead.segment].work()?.pace {
            Pace::OwnPace { count } => Some(count),
            Pace::Hold | Pace::Time | Pace::Reps { .. } => None,
        }
    }

    fn complete_own_pace(&mut self, now: Instant, events: &mut Vec<Event>) {
        let step = self.timeline.segments()[self.playhead.segment].step;
        self.outcomes[step] = Outcome::Done;
        self.leave(now, Leaving::Completed, events);
        self.enter(self.playhead.segment + 1, now, events);
        self.run_until(now, events);
    }
}

impl Playhead {
    fn at(timeline: &Timeline, segment: usize) -> Self {
        Self {
            segment,
            within: Duration::ZERO,
            counted: 0,
            cues: cue::of(&timeline.segments()[segment]),
            given: 0,
        }
    }

    /// Finds the signals anew after the segment or the place in it changed. Those of the past are not given again,
    /// nor is a halfway signal that has sounded.
    fn reset_cues(&mut self, timeline: &Timeline) {
        let had_halfway = self.cues[..self.given]
            .iter()
            .any(|(_, cue)| *cue == Cue::Halfway);
        self.cues = cue::of(&timeline.segments()[self.segment]);
        if had_halfway {
            self.cues
                .retain(|(moment, cue)| *cue != Cue::Halfway || *moment <= self.within);
        }
        self.given = self
            .cues
            .partition_point(|(moment, _)| *moment <= self.within);
    }
}

impl Session {
    /// The routine as it is played, with everything added, taken away or made easier on the way.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// The running segment, or the last one when it is over.
    pub fn segment(&self) -> &Segment {
        &self.timeline.segments()[self.playhead.segment]
    }

    /// The running segment's number, from 0.
    pub fn segment_index(&self) -> usize {
        self.playhead.segment
    }

    /// The running step's number, from 0.
    pub fn step_index(&self) -> usize {
        self.segment().step
    }

    /// The set being done, or the next one while leading to it or resting.
    pub fn work(&self) -> Option<&Work> {
        self.timeline.work_from(self.playhead.segment)
    }

    /// Whether time passes.
    pub fn is_running(&self) -> bool {
        matches!(self.state, State::Running { .. })
    }

    /// How it ended, if it did.
    pub fn ending(&self) -> Option<Ending> {
        match self.state {
            State::Finished(ending) => Some(ending),
            State::Running { .. } | State::Paused => None,
        }
    }

    /// What became of each step.
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// How much of the routine is done where so much of it has passed: without the steps that were passed over.
    pub fn done(&self, elapsed: Duration) -> Duration {
        let passed = self.timeline.segments()[..self.playhead.segment].iter();
        let passed_over = passed.filter(|segment| {
            segment.step != self.step_index() && self.outcomes[segment.step] != Outcome::Done
        });
        elapsed.saturating_sub(passed_over.map(|segment| segment.length).sum())
    }

    /// Time spent working, without getting ready, changing over and resting.
    pub fn worked(&self) -> Duration {
        self.worked
    }

    /// How long the routine was at the start.
    pub fn planned(&self) -> Duration {
        self.planned
    }

    /// Where it stands at `now`, without letting anything happen. Asked before [`Session::advance`] it stays within
    /// the running segment.
    pub fn position(&self, now: Instant) -> Position {
        let within = match self.state {
            State::Running { since } => self.playhead.within + now.saturating_duration_since(since),
            State::Paused | State::Finished(_) => self.playhead.within,
        };
        Position::new(
            &self.timeline,
            self.playhead.segment,
            within,
            self.playhead.counted,
        )
    }

    /// Every signal that is still to come with the instant at which it is due, up to the first repetitions at one's
    /// own pace. None while the clock stands still.
    pub fn upcoming(&self) -> Vec<(Instant, Cue)> {
        let State::Running { since } = self.state else {
            return Vec::new();
        };
        let position = &self.playhead;
        let mut upcoming: Vec<_> = position.cues[position.given..]
            .iter()
            .map(|&(moment, cue)| (since + moment.saturating_sub(position.within), cue))
            .collect();

        let segments = &self.timeline.segments()[position.segment..];
        let mut start = since;
        let mut spent = position.within;
        for pair in segments.windows(2) {
            if !pair[0].ends_by_itself() {
                break;
            }
            start += pair[0].length.saturating_sub(spent);
            spent = Duration::ZERO;
            upcoming.extend(
                cue::of(&pair[1])
                    .into_iter()
                    .map(|(moment, cue)| (start + moment, cue)),
            );
        }
        upcoming
    }
}

fn event(at: Instant, kind: EventKind) -> Event {
    Event { at, kind }
}
