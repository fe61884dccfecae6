//! What came of the knee map in the window: written down, shown at once and read again, changed, and marked as checked.

use std::time::Instant;

use iced::{Task, clipboard};
use uuid::Uuid;

use crate::app::data::Purpose;
use crate::app::navigation::Screen;
use crate::app::screen::finding::{self, FindingPage, Known, Showing};
use crate::app::screen::knee_map::{self, Conclusion, KneeMap, Origin, Remembered};
use crate::app::state::knees::Then;
use crate::app::state::knees::unlocked::Unlocked;
use crate::app::state::library::Wanted;
use crate::app::{Message, Ready};
use crate::desktop::region::Region;
use crate::knee::{Age, Assessment, OpenFinding};
use crate::training::finding::finding;
use crate::training::record::{self, Examiner, Log, Standing};
use crate::words::conditions::your_result;

impl Ready {
    /// The page of a result. What its answers come to is given where it is known already.
    fn result_page(
        &self,
        record: record::Assessment,
        assessment: Option<Assessment>,
        showing: Showing,
        from: Origin,
    ) -> Option<FindingPage> {
        let knowledge = self.knees.knowledge()?;
        let no_log = Log::default();
        let recent = self.history.recent.as_ref();
        let other = record.knee.other();
        let has_other = showing == Showing::Again && self.history.result_of(other).is_some();
        let known = Known {
            knowledge,
            findings: self.findings(),
            content: &self.library.content,
            own: self.library.user.routines(),
            log: recent.map_or(&no_log, |recent| &recent.log),
            today: self.history.today(),
            region: self.desktop.region.as_ref().map(Region::code),
            next: self.knees.next,
            other: has_other.then_some(other),
        };
        Some(FindingPage::new(record, assessment, showing, from, &known))
    }

    /// Shows the page of a result by one of the ways in which screens follow each other.
    fn show_result(
        &mut self,
        page: Option<FindingPage>,
        by: impl FnOnce(&mut Self, Screen),
    ) -> Task<Message> {
        let Some(page) = page else {
            return self.read_knowledge(Then::SeeWhy);
        };
        let pictures = page.pictures().into_iter();
        by(self, Screen::Finding(Box::new(page)));
        Task::batch(pictures.map(|(view, leg)| self.want_knee_picture(view, leg)))
    }

    /// Shows a result in the place of the screen that is open.
    pub(super) fn turn_to_result(
        &mut self,
        record: record::Assessment,
        assessment: Option<Assessment>,
        showing: Showing,
        from: Origin,
    ) -> Task<Message> {
        let page = self.result_page(record, assessment, showing, from);
        self.show_result(page, Self::turn_to)
    }

    /// Shows a result again, as a place of its own.
    pub(super) fn leave_for_result(&mut self, record: record::Assessment) -> Task<Message> {
        let page = self.result_page(record, None, Showing::Again, Origin::Page);
        self.show_result(page, Self::leave_for)
    }

    /// Opens the page of any result, those that hold no more as well. One comes back to where it was opened.
    pub(in crate::app) fn open_result(&mut self, record: record::Assessment) -> Task<Message> {
        let page = self.result_page(record, None, Showing::Again, Origin::Page);
        self.show_result(page, Self::open)
    }

    /// Opens the page of the knee that waits most urgently, with its summary.
    pub(in crate::app) fn summarise(&mut self) -> Task<Message> {
        let shown = self.see_why();
        if let Screen::Finding(page) = &mut self.screens.open {
            page.open_summary();
        }
        shown
    }

    /// Opens the page of a knee that waits to be seen.
    pub(super) fn show_open(&mut self, open: OpenFinding) -> Task<Message> {
        let mut results = self.history.results().iter();
        let record = results.find(|result| result.open() == Some(open)).cloned();
        match record {
            Some(record) => self.leave_for_result(record),
            None => self.open_knee_map(Origin::Page),
        }
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
        // Whoever looks at the answers and changes none has said nothing new.
        let is_same = |before: &&record::Assessment| {
            before.knee == found.knee
                && before.standing == Standing::Current
                && before.sheet() == sheet
                && before.red_flags == found.red_flags
                && before.conditions == found.conditions
        };
        let record = match self.history.results().iter().find(is_same).cloned() {
            Some(same) => same,
            None => {
                self.history.replace_results(found.clone());
                found
            }
        };
        let from = match &self.screens.open {
            Screen::KneeMap(map) => map.from(),
            _ => Origin::Page,
        };
        self.knees.next = next;
        // An undo would bring back what was said anew since.
        self.knees.unlocked = None;
        let page = self.result_page(record, Some(assessment), Showing::First, from);
        self.show_result(page, |app, screen| {
            let before = std::mem::replace(&mut app.screens.open, screen);
            app.knees.kept = match before {
                Screen::KneeMap(map) if next.is_some() => Some(map),
                _ => None,
            };
        })
    }

    pub(in crate::app) fn update_finding(
        &mut self,
        message: finding::Message,
        real: Instant,
    ) -> Task<Message> {
        let Screen::Finding(page) = &mut self.screens.open else {
            return Task::none();
        };
        let from = page.from();
        match page.update(message) {
            finding::Action::None => Task::none(),
            finding::Action::Change => {
                let (leg, sheet) = page.said();
                if let Some(knowledge) = self.knees.knowledge().cloned() {
                    let map = KneeMap::change(knowledge, leg, &sheet, from, self.knees.remembered);
                    self.screens.open = Screen::KneeMap(Box::new(map));
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
                if let Some(knowledge) = self.knees.knowledge().cloned() {
                    let map = KneeMap::new(knowledge, from, remembered);
                    self.screens.open = Screen::KneeMap(Box::new(map));
                }
                Task::none()
            }
            finding::Action::Next(leg) => {
                self.knees.next = None;
                let Some(mut map) = self.knees.kept.take() else {
                    return Task::none();
                };
                let action = map.go_on_with(leg);
                self.screens.open = Screen::KneeMap(map);
                self.apply_knee_map(action, real)
            }
            finding::Action::Other(leg) => match self.history.result_of(leg).cloned() {
                Some(record) => self.turn_to_result(record, None, Showing::Again, from),
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
            finding::Action::Save(text) => self.choose(Purpose::Summary(text)),
            finding::Action::SaveInDocuments(text) => self.save_summary_in_documents(text),
            finding::Action::Print(text) => self.print_summary(text),
            finding::Action::ShowFolder(folder) => self.show_folder(folder),
        }
    }

    /// Someone has looked at the knee and said that exercise is fine. For a while that can be undone.
    fn check_finding(&mut self, by: Examiner, real: Instant) -> Task<Message> {
        let at = (self.history.clock)();
        let Screen::Finding(page) = &self.screens.open else {
            return Task::none();
        };
        let before = page.record().clone();
        let (is_flag, from) = (page.is_flag(), page.from());
        let checked = record::Assessment {
            standing: Standing::Checked { at, by },
            ..before.clone()
        };
        self.knees.unlocked = Some(Unlocked::new(before, real));
        self.history.write_result(checked.clone());
        let written = self.inform_today();
        let shown = if is_flag {
            // The page has said what it had to say.
            self.open_today()
        } else {
            self.turn_to_result(checked, None, Showing::Again, from)
        };
        Task::batch([written, shown])
    }
}
