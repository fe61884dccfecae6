//! Today in the window: what was left, the morning after, and what the knee map found.

use std::sync::Arc;
use std::time::{Duration, Instant};

use iced::{Subscription, Task};
use jiff::ToSpan;
use jiff::civil::Date;

use super::control;
use super::navigation::Screen;
use super::screen::finding::ticked;
use super::screen::knee_map;
use super::screen::today::{self, Action, Finding, Known, Left, Match, Waiting};
use super::widget::Thumbnail;
use super::{Message, Ready};
use crate::catalog::about_me::{AboutMe, Aim, Welcome};
use crate::content::{RESET, REST_DAY, STRENGTH, WARM_UP};
use crate::journal::Recent;
use crate::journal::recorder::pain;
use crate::knee::{AreaId, View, assess, routines_for};
use crate::routine::{Kind, Routine};
use crate::session::Session;
use crate::settings::Settings;
use crate::side::Side;
use crate::training::Moment;
use crate::training::morning;
use crate::training::pain::Told;
use crate::training::record::{self, Entry, Occasion, Standing, State};
use crate::words::{finding as finding_words, grammar, time, today as words};

/// How often the calendar is asked whether the day is over.
const MINUTE: Duration = Duration::from_secs(60);

impl Ready {
    /// The day that the page shows as today, where it shows one.
    fn shown_day(&self) -> Option<Date> {
        match &self.screens.open {
            Screen::Today(today) => today.day(),
            Screen::Progress(progress) => Some(progress.day()),
            _ => None,
        }
    }

    /// Says when the page shows a day that is over. The calendar is asked, for a computer that sleeps wakes on another day
    /// without a minute having passed.
    pub(super) fn end_of_day(&self) -> Option<Subscription<Message>> {
        let shown = self.shown_day()?;
        Some(
            iced::time::every(MINUTE)
                .with((shown, self.history.clock))
                .filter_map(|((shown, clock), _)| is_over(shown, clock).then_some(Message::NewDay)),
        )
    }

    /// The page is shown as of the day that it is now.
    pub(super) fn new_day(&mut self) -> Task<Message> {
        self.look_back();
        self.history.look();
        self.inform_today()
    }

    /// Tells Today what is known of the last weeks. What is known about knees is read where a finding has to be named.
    pub(super) fn inform_today(&mut self) -> Task<Message> {
        let Some(recent) = self.history.recent.clone() else {
            return Task::none();
        };
        let today = self.history.today();
        let left = self
            .left()
            .map(|(_, session, row)| self.left_card(&session, &row));
        let findings: Vec<_> = recent
            .assessments
            .iter()
            .filter(|found| found.red_flags.is_empty())
            .map(|found| self.finding(found))
            .collect();
        let waiting = self.waiting_knee();
        let pictures: Vec<_> = match (&waiting, findings.first()) {
            (Some(waiting), _) => vec![(waiting.view, waiting.leg)],
            (None, Some(finding)) => vec![(finding.view, finding.knee)],
            (None, None) => vec![(View::Front, Side::Left), (View::Front, Side::Right)],
        };
        let settings = &self.preferences.settings;
        let asks_in_the_morning =
            settings.ask_in_the_morning && settings.morning_declined != Some(today);
        let asks_first = settings.welcome == Welcome::Open;
        let about_me = settings.welcome.told();
        let aim = about_me.and_then(|told| told.aim);
        let aimed = aim.and_then(|aim| self.library.content.routine(serving_aim(aim)));
        let aimed = aimed.filter(|routine| &*routine.id != RESET);
        let leg = about_me.map_or(Side::Left, AboutMe::leg);
        let Screen::Today(page) = &mut self.screens.open else {
            return Task::none();
        };
        page.know(Known {
            recent: &recent,
            left,
            findings,
            waiting,
            today,
            aimed,
            asks_in_the_morning,
            asks_first,
            leg,
        });
        if self.knees.knowledge().is_none() {
            return self.learn_names();
        }
        let wanted = pictures.into_iter();
        Task::batch(wanted.map(|(view, leg)| self.want_knee_picture(view, leg)))
    }

    fn left_card(&self, session: &Session, row: &record::Session) -> Left {
        let timeline = session.timeline();
        let steps = timeline.numbered_steps();
        let position = session.position(Instant::now());
        let on = row.last().day();
        let step = (session.step_index() + 1).min(steps.max(1));
        Left {
            title: words::carry_on(&row.name),
            place: words::from_step(&row.name, step, steps),
            line: words::stopped(
                on,
                self.history.today(),
                step,
                steps,
                &time::minutes(position.remaining),
            ),
            figure: session
                .work()
                .map(|work| Thumbnail::new(Arc::clone(&work.exercise))),
            kind: Kind::with_id(&row.kind),
        }
    }

    fn finding(&self, found: &record::Assessment) -> Finding {
        let on = grammar::date(found.at.day(), self.history.today());
        let first = found.conditions.first();
        let matched = first.and_then(|id| {
            let knowledge = self.knees.knowledge()?;
            let id = crate::knee::ConditionId::with_id(id)?;
            // Answers are weighed anew: what is known may have changed since.
            let weighed = assess(knowledge, &found.sheet());
            let candidate = weighed.shown().find(|shown| shown.condition == id);
            let fits = candidate.map(|candidate| {
                let (fitting, all) = candidate.signs();
                let fit = finding_words::fit(candidate.fit);
                words::fits(fit, &finding_words::signs(fitting, all), &on)
            });
            Some(Match {
                condition: knowledge.condition(id).name.clone(),
                fits: fits.unwrap_or_else(|| on.clone()),
            })
        });
        let routine = self.serving(found);
        let (marks, view) = self.marks(found);
        Finding {
            marks,
            view,
            id: found.id,
            knee: found.knee,
            matched,
            routine,
        }
    }

    /// The routine for what was found: the one that is meant for it before all others that serve it too.
    pub(super) fn serving(&self, found: &record::Assessment) -> Option<Arc<Routine>> {
        let id = found.conditions.first()?;
        let condition = self
            .knees
            .knowledge()?
            .condition(crate::knee::ConditionId::with_id(id)?);
        let serving = routines_for(condition, &self.findings()).ok()?;
        let routine = serving
            .offered()
            .find_map(|id| self.library.content.routine(id))?;
        Some(Arc::clone(routine))
    }

    /// The places that were marked, and the side from which the first of them is seen.
    fn marks(&self, found: &record::Assessment) -> (Vec<AreaId>, View) {
        let marks: Vec<_> = found
            .marks
            .iter()
            .filter_map(|id| AreaId::with_id(id))
            .collect();
        let view = self.knees.knowledge().zip(marks.first());
        let view = view.and_then(|(knowledge, first)| knowledge.diagram().views_of(*first).next());
        (marks, view.unwrap_or(View::Front))
    }

    /// The knee that waits to be seen and is most urgent.
    fn waiting_knee(&self) -> Option<Waiting> {
        let open = *self.findings().open().first()?;
        let recent = self.history.recent.as_ref();
        let found = recent.and_then(|recent| {
            let mut results = recent.assessments.iter();
            results.find(|found| found.open() == Some(open))
        });
        let (line, (marks, view)) = match found {
            Some(found) => {
                let ticked = match self.knees.knowledge() {
                    Some(knowledge) => ticked(knowledge, found),
                    None => Vec::new(),
                };
                let on = found.at.day();
                let line = words::waits_line(on, self.history.today(), &ticked, open.level);
                (line, self.marks(found))
            }
            None => {
                let today = self.history.today();
                let line = words::waits_line(today, today, &[], open.level);
                (line, (Vec::new(), View::Front))
            }
        };
        Some(Waiting {
            leg: open.leg,
            level: open.level,
            line,
            marks,
            view,
        })
    }

    pub(super) fn update_today(&mut self, message: today::Message, real: Instant) -> Task<Message> {
        let Screen::Today(today) = &mut self.screens.open else {
            return Task::none();
        };
        let action = today.update(message);
        self.apply_today(action, real)
    }

    /// Does what Today wants.
    pub(super) fn apply_today(&mut self, action: Action, real: Instant) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::Open(routine) => self.show(routine),
            Action::Start(routine) => self.start(routine, real),
            Action::KneeMap => self.open_knee_map(knee_map::Origin::Page),
            Action::Result(id) => {
                let results = self.history.results();
                match results.iter().find(|result| result.id == id).cloned() {
                    Some(result) => self.open_result(result),
                    None => self.open_knee_map(knee_map::Origin::Page),
                }
            }
            Action::Resume => self.carry_on(real),
            Action::PutOff => self.put_off(),
            Action::Welcomed(welcome) => {
                let changed = Settings {
                    welcome,
                    ..self.preferences.settings.clone()
                };
                let changed = self.change_settings(changed);
                Task::batch([changed, self.inform_today()])
            }
            Action::Rated(question, told) => self.rate_morning(&question, told),
            Action::AskAgain(question) => self.ask_again(&question),
            Action::NotNow => {
                let changed = Settings {
                    morning_declined: Some(self.history.today()),
                    ..self.preferences.settings.clone()
                };
                self.change_settings(changed)
            }
            Action::Better(id) => self.better(id),
            Action::Progress => self.open_progress(),
            Action::SeeWhy => self.see_why(),
            Action::Summary => self.summarise(),
        }
    }

    /// The session that was left is not offered again before tomorrow.
    fn put_off(&mut self) -> Task<Message> {
        let tomorrow = self.history.today().saturating_add(1.day());
        let Some((_, _, mut row)) = self.left() else {
            return Task::none();
        };
        if let State::Open { place, .. } = &mut row.state {
            place.not_before = Some(tomorrow);
        }
        self.history
            .journal
            .write(vec![Entry::Session(row.clone())]);
        self.change_recent(|recent| recent.open = Some(row))
    }

    /// Writes down how the knees are on the morning after, and says what that means. What was said about a knee this
    /// morning already is changed.
    fn rate_morning(&mut self, question: &morning::Question, told: Told) -> Task<Message> {
        let today = self.history.today();
        let moment = (self.history.clock)();
        let Some(recent) = self.history.recent.clone() else {
            return Task::none();
        };
        let said = |knee| {
            let mut answers = morning::answers(&recent.log, question.session, today);
            answers.find(|pain| pain.knee == knee)
        };
        let score = |(knee, score)| {
            let occasion = Occasion::NextMorning;
            let told = pain(Some(question.session), knee, score, occasion, moment);
            record::Pain {
                id: said(knee).map_or(told.id, |said| said.id),
                ..told
            }
        };
        let scores: Vec<_> = told.scores().map(score).collect();
        let taken = told.worse(|knee| morning::before(&recent.log, question, knee, today));
        let entries = scores.iter().cloned().map(Entry::Pain).collect();
        self.history.journal.write(entries);
        if let Screen::Today(page) = &mut self.screens.open {
            page.answered(taken);
        }
        let informed = self.change_recent(|recent| {
            let is_changed = |pain: &record::Pain| scores.iter().any(|score| score.id == pain.id);
            recent.log.pain.retain(|pain| !is_changed(pain));
            recent.log.pain.extend(scores);
        });
        Task::batch([informed, control::rest(today::UNDO)])
    }

    /// Takes back what was said this morning, and asks again.
    fn ask_again(&mut self, question: &morning::Question) -> Task<Message> {
        let today = self.history.today();
        let Some(recent) = self.history.recent.clone() else {
            return Task::none();
        };
        let said = morning::answers(&recent.log, question.session, today);
        let said: Vec<_> = said.map(|pain| pain.id).collect();
        let table = record::Table::Pain;
        let gone = said.iter().map(|&id| Entry::Gone { id, table });
        self.history.journal.write(gone.collect());
        self.change_recent(|recent| recent.log.pain.retain(|pain| !said.contains(&pain.id)))
    }

    /// The person says that a knee is better: what the map found no longer holds.
    fn better(&mut self, id: uuid::Uuid) -> Task<Message> {
        let at = (self.history.clock)();
        let Some(recent) = &self.history.recent else {
            return Task::none();
        };
        let better = recent.assessments.iter().find(|found| found.id == id);
        let entries = better.map(|found| {
            Entry::Assessment(record::Assessment {
                standing: Standing::Better { at },
                ..found.clone()
            })
        });
        self.history.journal.write(entries.into_iter().collect());
        self.change_recent(|recent| recent.assessments.retain(|found| found.id != id))
    }

    /// What was written shows at once; the journal's own word comes after it.
    fn change_recent(&mut self, change: impl FnOnce(&mut Recent)) -> Task<Message> {
        if let Some(recent) = &mut self.history.recent {
            change(Arc::make_mut(recent));
        }
        self.inform_today()
    }

    /// The knee that a question about both begins with.
    pub(super) fn first_knee(&self) -> Side {
        let recent = self.history.recent.as_ref();
        let told = recent.filter(|recent| !recent.log.pain.is_empty());
        match (told, self.preferences.settings.welcome.told()) {
            (Some(recent), _) => morning::first_knee(&recent.log),
            (None, Some(about_me)) => about_me.leg(),
            (None, None) => Side::Left,
        }
    }
}

/// The routine for what a person wants.
const fn serving_aim(aim: Aim) -> &'static str {
    match aim {
        Aim::CalmKnee => REST_DAY,
        Aim::RecoverAfterRuns => RESET,
        Aim::GetStronger => STRENGTH,
        Aim::RunAgain => WARM_UP,
    }
}

/// Whether it is another day than the one that is shown.
pub(super) fn is_over(shown: Date, clock: fn() -> Moment) -> bool {
    clock().day() != shown
}
