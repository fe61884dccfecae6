//! Every session, newest first, by day: which lines there are, where they lie, and which of them are in sight.

use std::collections::HashMap;
use std::ops;

use jiff::civil::Date;
use uuid::Uuid;

use crate::routine::Kind;
use crate::side::Side;
use crate::training::record::{Log, Occasion, Session};
use crate::training::{Score, Zone};
use crate::words::{grammar, progress as said};

/// How high the name of a day is, in logical pixels.
const DAY: f32 = 44.0;
/// How high a session is.
const SESSION: f32 = 76.0;
/// How much higher with a note.
const NOTE: f32 = 24.0;

/// The lines.
#[derive(Debug, Clone, Default)]
pub(super) struct List {
    lines: Vec<Line>,
    /// Where each line begins, and where the last one ends.
    tops: Vec<f32>,
    /// The line of each session.
    places: HashMap<Uuid, usize>,
    /// What was said about the knees after each session, and on the morning after it.
    scores: HashMap<Uuid, Scores>,
}

/// What is said in one line.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Line {
    /// A day.
    Day {
        date: Date,
        title: String,
        /// What was done, where that is more than one session.
        text: String,
    },
    /// A session, by its place in the log.
    Session { index: usize, id: Uuid },
    /// A result of the knee map, by its place in the log.
    Result { index: usize, id: Uuid },
}

/// What stands below a day, by its place in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Item {
    Session(usize),
    Result(usize),
}

/// What was said about the knees after a session, and on the morning after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Scores {
    pub after: OfKnees,
    pub next_morning: OfKnees,
}

/// The highest score of each knee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct OfKnees {
    pub left: Option<Score>,
    pub right: Option<Score>,
}

impl OfKnees {
    fn tell(&mut self, knee: Side, score: Score) {
        let told = match knee {
            Side::Left => &mut self.left,
            Side::Right => &mut self.right,
        };
        *told = (*told).max(Some(score));
    }

    /// The higher of both.
    pub fn worse(self) -> Option<Score> {
        self.left.max(self.right)
    }
}

/// Which of it all is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// Everything.
    #[default]
    All,
    /// Sessions of this kind.
    Kind(Kind),
    /// Sessions after which a knee was 3 or more.
    Sore,
    /// Results of the knee map.
    Results,
}

impl Shown {
    fn has_session(self, session: &Session, scores: Option<&Scores>) -> bool {
        let worse = |scores: &Scores| scores.after.worse().max(scores.next_morning.worse());
        match self {
            Self::All => true,
            Self::Kind(kind) => session.kind == kind.id(),
            Self::Sore => scores
                .and_then(worse)
                .is_some_and(|score| score.zone() != Zone::Fine),
            Self::Results => false,
        }
    }

    const fn has_results(self) -> bool {
        matches!(self, Self::All | Self::Results)
    }
}

impl List {
    /// The sessions of a log in which something was done, said or written, and every result of the knee map: what is to be
    /// shown of them.
    pub fn of(log: &Log, today: Date, wanted: Shown) -> Self {
        let mut scores: HashMap<Uuid, Scores> = HashMap::new();
        for pain in &log.pain {
            let Some(session) = pain.session else {
                continue;
            };
            let told = scores.entry(session).or_default();
            match pain.occasion {
                Occasion::After => told.after.tell(pain.knee, pain.score),
                Occasion::NextMorning => told.next_morning.tell(pain.knee, pain.score),
                Occasion::Before => {}
            }
        }
        let is_worth_it = |session: &Session| {
            session.counts() || !session.note.is_empty() || scores.contains_key(&session.id)
        };
        let mut shown: Vec<_> = log
            .sessions
            .iter()
            .enumerate()
            .filter(|(_, session)| {
                is_worth_it(session) && wanted.has_session(session, scores.get(&session.id))
            })
            .map(|(index, session)| {
                let began = session.began;
                (began.day(), began.utc_ms, Item::Session(index))
            })
            .collect();
        let results = log.results.iter().enumerate();
        let results = results.filter(|_| wanted.has_results());
        shown.extend(
            results.map(|(index, result)| (result.at.day(), result.at.utc_ms, Item::Result(index))),
        );
        shown.sort_unstable();
        let mut list = Self {
            scores,
            ..Self::default()
        };
        let mut top = 0.0;
        let newest_first: Vec<_> = shown.into_iter().rev().collect();
        for day in newest_first.chunk_by(|one, other| one.0 == other.0) {
            let Some((date, ..)) = day.first() else {
                continue;
            };
            let sessions: Vec<_> = day
                .iter()
                .filter_map(|(_, _, item)| match item {
                    Item::Session(index) => log.sessions.get(*index),
                    Item::Result(_) => None,
                })
                .collect();
            let worked = sessions.iter().map(|session| session.worked()).sum();
            list.push(
                Line::Day {
                    date: *date,
                    title: grammar::day(*date, today),
                    text: if sessions.len() > 1 {
                        said::done(sessions.len() as u32, worked)
                    } else {
                        String::new()
                    },
                },
                DAY,
                &mut top,
            );
            for (_, _, item) in day {
                let index = match item {
                    Item::Session(index) => index,
                    Item::Result(index) => {
                        if let Some(result) = log.results.get(*index) {
                            let (index, id) = (*index, result.id);
                            list.push(Line::Result { index, id }, SESSION, &mut top);
                        }
                        continue;
                    }
                };
                let Some(session) = log.sessions.get(*index) else {
                    continue;
                };
                let height = if session.note.is_empty() {
                    SESSION
                } else {
                    SESSION + NOTE
                };
                let _ = list.places.insert(session.id, list.lines.len());
                list.push(
                    Line::Session {
                        index: *index,
                        id: session.id,
                    },
                    height,
                    &mut top,
                );
            }
        }
        list.tops.push(top);
        list
    }

    fn push(&mut self, line: Line, height: f32, top: &mut f32) {
        self.lines.push(line);
        self.tops.push(*top);
        *top += height;
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub fn has(&self, session: Uuid) -> bool {
        self.places.contains_key(&session)
    }

    pub fn scores(&self, session: Uuid) -> Scores {
        self.scores.get(&session).copied().unwrap_or_default()
    }

    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// How high everything above a line is.
    pub fn top(&self, line: usize) -> f32 {
        self.tops.get(line).copied().unwrap_or_default()
    }

    /// How high a line is.
    pub fn height(&self, line: usize) -> f32 {
        self.top(line + 1) - self.top(line)
    }

    /// Where a day begins, at the size text has by itself.
    pub fn top_of(&self, day: Date) -> Option<f32> {
        let line = self.lines.iter().position(|line| match line {
            Line::Day { date, .. } => *date == day,
            Line::Session { .. } | Line::Result { .. } => false,
        })?;
        self.tops.get(line).copied()
    }

    /// The lines in sight, and two more on either side: one that the keyboard can go to, and the name of its day.
    pub fn in_sight(&self, offset: f32, height: f32) -> ops::Range<usize> {
        let tops = &self.tops;
        let from = tops.partition_point(|top| *top <= offset);
        let to = tops.partition_point(|top| *top < offset + height);
        let last = self.lines.len();
        from.saturating_sub(3).min(last)..(to + 2).min(last)
    }

    fn sessions(&self) -> impl Iterator<Item = Uuid> + '_ {
        self.lines.iter().filter_map(|line| match line {
            Line::Session { id, .. } => Some(*id),
            Line::Day { .. } | Line::Result { .. } => None,
        })
    }

    /// The newest session.
    pub fn first(&self) -> Option<Uuid> {
        self.sessions().next()
    }

    /// The session below one, or above it.
    pub fn step(&self, session: Uuid, is_down: bool) -> Option<Uuid> {
        let line = *self.places.get(&session)?;
        let id = |line: &Line| match line {
            Line::Session { id, .. } => Some(*id),
            Line::Day { .. } | Line::Result { .. } => None,
        };
        let next = if is_down {
            self.lines.get(line + 1..)?.iter().find_map(id)
        } else {
            self.lines.get(..line)?.iter().rev().find_map(id)
        };
        next.or(Some(session))
    }

    /// The session below one, or else the one above it; none where it is alone.
    pub fn beside(&self, session: Uuid) -> Option<Uuid> {
        [true, false]
            .into_iter()
            .filter_map(|is_down| self.step(session, is_down))
            .find(|next| *next != session)
    }
}
