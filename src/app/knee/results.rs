//! What came of the knee map in the window: written down, shown at once and read again, changed, and marked as checked.

use std::sync::Arc;
use std::time::Instant;

use iced::{Task, clipboard};
use jiff::ToSpan;
use uuid::Uuid;

use super::unlocked::Unlocked;
use super::{Then, read_knowledge};
use crate::app::screen::finding::{self, FindingPage, Known, Showing};
use crate::app::screen::knee_map::{self, Conclusion, KneeMap, Origin, Remembered};
use crate::app::user_routines::Wanted;
use crate::app::{App, Message, Screen, Shelf};
use crate::desktop::region::Region;
use crate::knee::{Age, Assessment, OpenFinding};
use crate::side::Side;
use crate::training::finding::finding;
use crate::training::record::{self, Entry, Examiner, Log, Standing};
use crate::words::conditions::your_result;

/// For how many weeks the knee map opens on a result.
const WEEKS: i64 = 12;

impl App {
    /// The result of the knee that waits to be seen most urgently.
    pub(super) fn result_that_waits(&self) -> Option<record::Assessment> {
        let results = &self.history.recent.as_ref()?.assessments;
        results
            .iter()
            .filter_map(|result| Some((result.open()?, result)))
            .min_by_key(|(open, _)| *open)
            .map(|(_, result)| result.clone())
    }

    /// The result that the knee map opens on: the most urgent flag, or else the newest of the last weeks.
    pub(super) fn result_to_show(&self) -> Option<record::Assessment> {
        self.result_that_waits()
            .or_else(|| self.newest_result(|_| true))
    }

    /// The newest result that can be read again: not one of a flag that someone has looked at since, for it said nothing
    /// beside the flag.
    fn newest_result(
        &self,
        is_wanted: impl Fn(&record::Assessment) -> bool,
    ) -> Option<record::Assessment> {
        let oldest = self.today().saturating_sub(WEEKS.weeks());
        let results = &self.history.recent.as_ref()?.assessments;
        results
            .iter()
            .filter(|result| is_wanted(result))
            .filter(|result| result.level().is_none() && result.at.day() >= oldest)
            .max_by_key(|result| result.at.utc_ms)
            .cloned()
    }

    /// The result of one leg, if it has one that can be read.
    fn result_of(&self, leg: Side) -> Option<record::Assessment> {
        let results = &self.history.recent.as_ref()?.assessments;
        let is_of_leg = |result: &record::Assessment| result.knee == leg;
        let waits = results
            .iter()
            .find(|result| is_of_leg(result) && result.open().is_some());
        waits.cloned().or_else(|| self.newest_result(is_of_leg))
    }

    /// Opens the page of a result. What its answers come to is given where it is known already.
    pub(in crate::app) fn show_finding(
        &mut self,
        record: record::Assessment,
        assessment: Option<Assessment>,
        showing: Showing,
        from: Origin,
    ) -> Task<Message> {
        let (Some(knowledge), Shelf::Read { content, .. }) = (&self.knees.knowledge, &self.shelf)
        else {
            return read_knowledge(Then::SeeWhy);
        };
        let no_log = Log::default();
        let recent = self.history.recent.as_ref();
        let other = match record.knee {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
        };
        let is_again = showing == Showing::Again;
        let known = Known {
            knowledge,
            findings: self.findings(),
            content,
            own: self.user_routines.routines(),
            log: recent.map_or(&no_log, |recent| &recent.log),
            today: self.today(),
            region: self.desktop.region.as_ref().map(Region::code),
            next: self.knees.next,
            other: Some(other).filter(|leg| is_again && self.result_of(*leg).is_some()),
        };
        let page = FindingPage::new(record, assessment, showing, from, &known);
        let pictures = page.pictures();
        self.screen = Screen::Finding(Box::new(page));
        let made = pictures.into_iter();
        Task::batch(made.map(|(view, leg)| self.want_knee_picture(view, leg)))
    }

    /// Opens the page of the knee that waits most urgently, with its summary.
    pub(in crate::app) fn summarise(&mut self) -> Task<Message> {
        let shown = self.see_why();
        if let Screen::Finding(page) = &mut self.screen {
            page.open_summary();
        }
        shown
    }

    /// Opens the page of a knee that waits to be seen.
    pub(super) fn show_open(&mut self, open: OpenFinding) -> Task<Message> {
        if self.knees.knowledge.is_none() {
            return read_knowledge(Then::SeeWhy);
        }
        let recent = self.history.recent.as_ref();
        let record = recent.and_then(|recent| {
            let mut results = recent.assessments.iter();
            results.find(|result| result.open() == Some(open)).cloned()
        });
        let Some(record) = record else {
            return self.open_knee_map(Origin::Page);
        };
        self.leave_place();
        self.sound.release();
        self.show_finding(record, None, Showing::Again, Origin::Page)
    }

    /// Opens the page of any result, those that hold no more as well. One comes back to where it was opened.
    pub(in crate::app) fn open_result(&mut self, record: record::Assessment) -> Task<Message> {
        if self.knees.knowledge.is_none() {
            return Task::none();
        }
        let before = std::mem::replace(&mut self.screen, Screen::Opening);
        self.behind.push(before);
        self.show_finding(record, None, Showing::Again, Origin::Page)
    }

    /// Writes down what came of the knee map, once for each thing that was said, and shows it.
    pub(in crate::app) fn conclude(&mut self, conclusion: Conclusion) -> Task<Message> {
        let Conclusion {
            leg,
            sheet,
            assessment,
            next,
        } = conclusion;
        let at = (self.history.clock)();
        let found = finding(Uuid::now_v7(), at, leg, &sheet, &assessment);
        let before: Vec<_> = self
            .history
            .recent
            .iter()
            .flat_map(|recent| recent.assessments.iter())
            .filter(|before| before.knee == found.knee)
            .cloned()
            .collect();
        // Whoever looks at the answers and changes none has said nothing new.
        let is_same = |before: &&record::Assessment| {
            before.standing == Standing::Current
                && before.sheet() == sheet
                && before.red_flags == found.red_flags
                && before.conditions == found.conditions
        };
        let record = match before.iter().find(is_same) {
            Some(same) => same.clone(),
            None => {
                let replaced = before.into_iter().map(|before| {
                    Entry::Assessment(record::Assessment {
                        standing: Standing::Replaced,
                        ..before
                    })
                });
                let entries = replaced.chain([Entry::Assessment(found.clone())]);
                self.history.journal.write(entries.collect());
                self.change_result(found.clone());
                found
            }
        };
        let from = match std::mem::replace(&mut self.screen, Screen::Opening) {
            Screen::KneeMap(map) => {
                let from = map.from();
                self.knees.kept = next.is_some().then_some(map);
                from
            }
            _ => Origin::Page,
        };
        self.knees.next = next;
        // An undo would bring back what was said anew since.
        self.knees.unlocked = None;
        self.show_finding(record, Some(assessment), Showing::First, from)
    }

    /// What was written about a knee holds at once; the journal's own word comes after it.
    pub(super) fn change_result(&mut self, result: record::Assessment) {
        let recent = self.history.recent.get_or_insert_default();
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

    pub(in crate::app) fn update_finding(
        &mut self,
        message: finding::Message,
        real: Instant,
    ) -> Task<Message> {
        let Screen::Finding(page) = &mut self.screen else {
            return Task::none();
        };
        let from = page.from();
        match page.update(message) {
            finding::Action::None => Task::none(),
            finding::Action::Change => {
                let (leg, sheet) = page.said();
                if let Some(knowledge) = self.knees.knowledge.clone() {
                    let map = KneeMap::change(knowledge, leg, &sheet, from, self.knees.remembered);
                    self.screen = Screen::KneeMap(Box::new(map));
                }
                Task::none()
            }
            finding::Action::StartAgain => {
                let (_, sheet) = page.said();
                let remembered = Remembered {
                    age: self.knees.remembered.age.or(match sheet.age {
                        Some(Age::Band(band)) => Some(band),
                        Some(Age::Years(_)) | None => None,
                    }),
                    ..self.knees.remembered
                };
                if let Some(knowledge) = self.knees.knowledge.clone() {
                    let map = KneeMap::new(knowledge, from, remembered);
                    self.screen = Screen::KneeMap(Box::new(map));
                }
                Task::none()
            }
            finding::Action::Next(leg) => {
                self.knees.next = None;
                let Some(mut map) = self.knees.kept.take() else {
                    return Task::none();
                };
                let action = map.go_on_with(leg);
                self.screen = Screen::KneeMap(map);
                self.apply_knee_map(action, real)
            }
            finding::Action::Other(leg) => match self.result_of(leg) {
                Some(record) => self.show_finding(record, None, Showing::Again, from),
                None => Task::none(),
            },
            finding::Action::Read(condition) => self.read_about(condition, your_result()),
            finding::Action::Start(chosen) => self.take(chosen, Wanted::Session, real),
            finding::Action::Explain(withheld) => self.explain(withheld),
            finding::Action::Checked(by) => self.check_finding(by, real),
            finding::Action::BackToSession => {
                self.apply_knee_map(knee_map::Action::BackToSession, real)
            }
            finding::Action::Copy(text) => clipboard::write(text),
            finding::Action::Save(text) => self.save_summary(text),
            finding::Action::Print(text) => self.print_summary(text),
            finding::Action::ShowFolder(folder) => self.show_folder(folder),
        }
    }

    /// Someone has looked at the knee and said that exercise is fine. For a while that can be undone.
    fn check_finding(&mut self, by: Examiner, real: Instant) -> Task<Message> {
        let at = (self.history.clock)();
        let Screen::Finding(page) = &self.screen else {
            return Task::none();
        };
        let before = page.record().clone();
        let (is_flag, from) = (page.is_flag(), page.from());
        let checked = record::Assessment {
            standing: Standing::Checked { at, by },
            ..before.clone()
        };
        self.knees.unlocked = Some(Unlocked::new(before, real));
        let written = self.write_standing(checked.clone());
        let shown = if is_flag {
            // The page has said what it had to say.
            self.open_today()
        } else {
            self.show_finding(checked, None, Showing::Again, from)
        };
        Task::batch([written, shown])
    }

    /// Writes how a result stands now.
    pub(super) fn write_standing(&mut self, result: record::Assessment) -> Task<Message> {
        self.history
            .journal
            .write(vec![Entry::Assessment(result.clone())]);
        self.change_result(result);
        self.inform_today()
    }
}
