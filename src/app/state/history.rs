//! History: the journal's handle, and what was looked up in it.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::journal::store::{Error, Notice};
use crate::journal::{self, Journal, Looking, Recent, Saving};
use crate::side::Side;
use crate::training::record::{Assessment, Entry, Log, Session, Standing, State};
use crate::training::{Moment, week};

/// How many days Today looks back: eight weeks, and the week they begin in.
const LOOK_BACK: i64 = 62;
/// For how many weeks the knee map opens on a result.
const WEEKS: i64 = 12;

/// The journal, and what it has said.
#[derive(Debug, Clone)]
pub struct History {
    /// The handle of the journal.
    pub journal: Journal,
    /// What moment it is.
    pub clock: fn() -> Moment,
    /// What Today is made from, once it was looked up.
    pub recent: Option<Arc<Recent>>,
    /// What there is to say about how the journal was opened.
    pub notices: Vec<Notice>,
    /// Why not everything is on the disk yet.
    pub waiting: Option<Error>,
}

/// What has come of something that the journal said.
#[derive(Debug, Clone)]
pub enum Event {
    /// It was opened, or could not be.
    Opened,
    /// Everything given before is on the disk, or cannot be.
    Flushed,
    /// Something was written: what shows history looks again.
    Changed,
    /// The last weeks are known. Another window may have erased what was known before.
    Recent {
        /// Whether there was a history and is none any more.
        was_erased: bool,
    },
    /// Everything since some day is known.
    Log(Arc<Log>),
    /// A person's data was written out, taken in or erased, or not.
    Data(journal::Event),
}

impl History {
    /// A journal that has said nothing yet.
    pub fn new(journal: Journal) -> Self {
        Self {
            journal,
            clock: journal::clock::now,
            recent: None,
            notices: Vec::new(),
            waiting: None,
        }
    }

    /// Takes in what the journal says.
    pub fn update(&mut self, event: journal::Event) -> Option<Event> {
        match event {
            journal::Event::Opened(notices) => {
                self.notices = notices;
                Some(Event::Opened)
            }
            journal::Event::Saving(Saving::Saved) => {
                self.waiting = None;
                Some(Event::Flushed)
            }
            journal::Event::Saving(Saving::Waiting(error)) => {
                self.waiting = Some(error);
                None
            }
            journal::Event::Flushed => Some(Event::Flushed),
            journal::Event::Changed => Some(Event::Changed),
            journal::Event::Today(recent) => {
                let is_empty = recent.is_empty;
                let before = self.recent.replace(recent);
                Some(Event::Recent {
                    was_erased: is_empty && before.is_some_and(|before| !before.is_empty),
                })
            }
            journal::Event::History(_, log) => Some(Event::Log(log)),
            journal::Event::Session(..) => None,
            journal::Event::Exported(_)
            | journal::Event::Imported(_)
            | journal::Event::Erased(_) => Some(Event::Data(event)),
        }
    }

    /// The day the person has.
    pub fn today(&self) -> Date {
        (self.clock)().day()
    }

    /// Asks for what Today is made from.
    pub fn look(&self) {
        let since = self.today().saturating_sub(LOOK_BACK.days());
        self.journal.look(Looking::Today { since });
    }

    /// Asks for everything that was written down.
    pub fn look_at_everything(&self) {
        self.journal.look(Looking::History { since: None });
    }

    /// Whether the journal has said what it knows about the knees, or that it cannot.
    pub fn has_answered(&self) -> bool {
        let is_silent = |notice: &Notice| matches!(notice, Notice::Absent(_) | Notice::Unread(_));
        self.recent.is_some() || self.notices.iter().any(is_silent)
    }

    /// The results of the knee map that hold, as far as they are known.
    pub fn results(&self) -> &[Assessment] {
        self.recent
            .as_ref()
            .map_or(&[], |recent| recent.assessments.as_slice())
    }

    /// The session that was left, where its routine has since been done to the end: it is over, for what was left of it was
    /// done after all.
    pub fn supersedes(&mut self, done: &Session) -> Option<Entry> {
        let State::Completed { at } = done.state else {
            return None;
        };
        let recent = Arc::make_mut(self.recent.as_mut()?);
        let left = recent
            .open
            .take_if(|left| left.id != done.id && left.routine == done.routine)?;
        Some(Entry::Session(Session {
            state: State::Stopped { at },
            ..left
        }))
    }

    /// How many sessions there were this week, with the one that goes on or has just ended.
    pub fn sessions_this_week(&self, now: &Session) -> Option<u32> {
        let recent = self.recent.as_ref()?;
        let before = |session: &&Session| session.id != now.id;
        let before = recent.log.sessions.iter().filter(before).cloned();
        let log = Log {
            sessions: before.chain([now.clone()]).collect(),
            pain: Vec::new(),
            results: Vec::new(),
        };
        Some(week::of(&log, self.today()).sessions())
    }

    // Results of the knee map.

    /// Writes how a result stands. It holds at once; the journal's own word comes after it.
    pub fn write_result(&mut self, result: Assessment) {
        self.journal.write(vec![Entry::Assessment(result.clone())]);
        self.change_result(result);
    }

    /// Writes a new result in the place of those of the same knee.
    pub fn replace_results(&mut self, result: Assessment) {
        let same_knee = |before: &&Assessment| before.knee == result.knee;
        let replaced = self.results().iter().filter(same_knee).map(|before| {
            Entry::Assessment(Assessment {
                standing: Standing::Replaced,
                ..before.clone()
            })
        });
        let entries = replaced.chain([Entry::Assessment(result.clone())]);
        self.journal.write(entries.collect());
        self.change_result(result);
    }

    fn change_result(&mut self, result: Assessment) {
        let recent = self.recent.get_or_insert_default();
        let recent = Arc::make_mut(recent);
        recent
            .assessments
            .retain(|before| before.knee != result.knee);
        if matches!(
            result.standing,
            Standing::Current | Standing::Checked { .. }
        ) {
            recent.assessments.push(result);
        }
    }

    /// The result of the knee that waits to be seen most urgently.
    pub fn result_that_waits(&self) -> Option<&Assessment> {
        self.results()
            .iter()
            .filter_map(|result| Some((result.open()?, result)))
            .min_by_key(|(open, _)| *open)
            .map(|(_, result)| result)
    }

    /// The newest result that can be read again: not one of a flag that someone has looked at since, for it said nothing
    /// beside the flag.
    pub fn newest_result(&self, is_wanted: impl Fn(&Assessment) -> bool) -> Option<&Assessment> {
        let oldest = self.today().saturating_sub(WEEKS.weeks());
        self.results()
            .iter()
            .filter(|result| is_wanted(result))
            .filter(|result| result.level().is_none() && result.at.day() >= oldest)
            .max_by_key(|result| result.at.utc_ms)
    }

    /// The result of one leg, if it has one that can be read.
    pub fn result_of(&self, leg: Side) -> Option<&Assessment> {
        let is_of_leg = |result: &Assessment| result.knee == leg;
        let mut results = self.results().iter();
        let waits = results.find(|result| is_of_leg(result) && result.open().is_some());
        waits.or_else(|| self.newest_result(is_of_leg))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::training::test_data::{date, life, moment};

    /// A history on Wednesday 25 November 2026 that knows nothing yet.
    fn history() -> History {
        History {
            clock: || moment("2026-11-25 09:00"),
            ..History::new(Journal::silent().0)
        }
    }

    fn recent(is_empty: bool) -> journal::Event {
        journal::Event::Today(Arc::new(Recent {
            is_empty,
            ..Recent::default()
        }))
    }

    #[test]
    fn what_another_window_erased_is_noticed_once() {
        let mut history = history();
        let erased = |event| matches!(event, Some(Event::Recent { was_erased: true }));
        assert!(!erased(history.update(recent(true))), "nothing was there");
        assert!(!erased(history.update(recent(false))));
        assert!(erased(history.update(recent(true))));
        assert!(!erased(history.update(recent(true))));
    }

    #[test]
    fn it_has_answered_when_it_knows_or_cannot() {
        let mut history = history();
        assert!(!history.has_answered());
        let _opened = history.update(journal::Event::Opened(vec![Notice::Absent(
            "no folder".to_owned(),
        )]));
        assert!(history.has_answered());
    }

    #[test]
    fn what_waits_is_said_until_it_is_saved() {
        let mut history = history();
        let waiting = Saving::Waiting(Error::Newer);
        assert!(history.update(journal::Event::Saving(waiting)).is_none());
        assert!(history.waiting.is_some());
        let saved = history.update(journal::Event::Saving(Saving::Saved));
        assert!(matches!(saved, Some(Event::Flushed)) && history.waiting.is_none());
    }

    #[test]
    fn the_session_that_goes_on_counts_once_in_its_week() {
        let mut history = history();
        let log = life(14, date("2026-11-25"));
        let now = log.sessions.last().unwrap().clone();
        let before = week::of(&log, history.today()).sessions();
        let _recent = history.update(journal::Event::Today(Arc::new(Recent {
            log,
            ..Recent::default()
        })));
        assert_eq!(history.sessions_this_week(&now), Some(before));
    }
}
