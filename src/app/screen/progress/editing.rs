//! What was said about a session, changed afterwards: its scores and its note.

use iced::widget::text::Wrapping;
use iced::widget::{Id, column, container, row};
use iced::{Center, Element, Fill};
use jiff::civil::Date;
use uuid::Uuid;

use super::Message;
use crate::app::theme::size::{gap, width};
use crate::app::theme::{self, type_role};
use crate::app::widget::{button, dialog, dialog_foot, input, stepper};
use crate::journal::{edited_note, is_full};
use crate::side::Side;
use crate::training::record::{Entry, Log, Occasion, Pain, Session, State, Table};
use crate::training::{Moment, Score};
use crate::words::{journal, progress as said};

/// The field of the note.
pub const NOTE: Id = Id::new("note");

/// A score that can be changed: of which knee, and said when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    knee: Side,
    occasion: Occasion,
}

#[cfg(test)]
impl Field {
    pub(super) fn of(knee: Side, occasion: Occasion) -> Self {
        Self { knee, occasion }
    }
}

/// All of them, in the order in which they are shown: a line for each knee.
const FIELDS: [Field; 4] = [
    Field {
        knee: Side::Left,
        occasion: Occasion::After,
    },
    Field {
        knee: Side::Left,
        occasion: Occasion::NextMorning,
    },
    Field {
        knee: Side::Right,
        occasion: Occasion::After,
    },
    Field {
        knee: Side::Right,
        occasion: Occasion::NextMorning,
    },
];

/// A session that is being changed.
#[derive(Debug, Clone)]
pub(super) struct Editing {
    session: Session,
    title: String,
    note: String,
    scores: [Change; FIELDS.len()],
}

/// A score as it was written down and as it shall be.
#[derive(Debug, Clone)]
struct Change {
    was: Option<Pain>,
    now: Option<u8>,
}

impl Editing {
    /// The session of a log, as it was written down.
    pub fn of(log: &Log, session: Uuid, today: Date) -> Option<Self> {
        let session = log.sessions.iter().find(|known| known.id == session)?;
        let scores = FIELDS.map(|field| {
            let was = log.pain.iter().rev().find(|pain| {
                pain.session == Some(session.id)
                    && pain.knee == field.knee
                    && pain.occasion == field.occasion
            });
            Change {
                was: was.cloned(),
                now: was.map(|pain| pain.score.get()),
            }
        });
        Some(Self {
            title: said::session_on(&session.name, session.began.day(), today),
            note: session.note.clone(),
            session: session.clone(),
            scores,
        })
    }

    /// Which session it is.
    pub fn session(&self) -> Uuid {
        self.session.id
    }

    fn change(&mut self, field: Field) -> Option<&mut Change> {
        let index = FIELDS.iter().position(|known| *known == field)?;
        self.scores.get_mut(index)
    }

    /// One point less; less than nothing is no score.
    pub fn less(&mut self, field: Field) {
        if let Some(change) = self.change(field) {
            change.now = change.now.and_then(|score| score.checked_sub(1));
        }
    }

    /// One point more; from no score to 0.
    pub fn more(&mut self, field: Field) {
        if let Some(change) = self.change(field) {
            change.now = Some(change.now.map_or(0, |score| (score + 1).min(Score::WORST)));
        }
    }

    pub fn write(&mut self, note: String) {
        self.note = edited_note(&self.note, note);
    }

    /// What to write down for it to be so: nothing where nothing was changed.
    pub fn entries(self) -> Vec<Entry> {
        let mut entries = Vec::new();
        let note = self.note.trim();
        if note != self.session.note {
            entries.push(Entry::Session(Session {
                note: note.to_owned(),
                ..self.session.clone()
            }));
        }
        for (field, change) in FIELDS.into_iter().zip(self.scores) {
            let score = change.now.and_then(Score::new);
            match (change.was, score) {
                (Some(was), Some(score)) if was.score != score => {
                    entries.push(Entry::Pain(Pain { score, ..was }));
                }
                (Some(was), None) => entries.push(Entry::Gone {
                    id: was.id,
                    table: Table::Pain,
                }),
                (None, Some(score)) => entries.push(Entry::Pain(Pain {
                    id: Uuid::now_v7(),
                    session: Some(self.session.id),
                    at: said_at(&self.session, field.occasion),
                    knee: field.knee,
                    occasion: field.occasion,
                    score,
                    note: String::new(),
                })),
                (Some(_), Some(_)) | (None, None) => {}
            }
        }
        entries
    }

    /// Draws the dialog.
    pub fn view<'a>(&'a self) -> Element<'a, Message> {
        let score = |index: usize| {
            let field = FIELDS[index];
            let now = self.scores[index].now;
            let value = now.map_or_else(|| said::no_score().to_owned(), |score| score.to_string());
            container(stepper(
                said::score_of(field.knee, field.occasion == Occasion::NextMorning),
                value,
                now.is_some().then_some(Message::Less(field)),
                (now != Some(Score::WORST)).then_some(Message::More(field)),
            ))
            .width(Fill)
        };
        let label = |text| type_role::label(text).style(theme::text::soft);
        let knee = |name, after, morning| {
            row![
                label(name).width(width::LABEL),
                score(after),
                score(morning)
            ]
            .spacing(gap::S)
            .align_y(Center)
        };
        let names = row![
            container(label("")).width(width::LABEL),
            label(said::after_the_session()).width(Fill),
            label(said::next_morning_title()).width(Fill),
        ]
        .spacing(gap::S);
        let is_full = is_full(&self.note).then(|| journal::note_is_full().into());
        let note = input(
            said::note(),
            said::note_hint(),
            &self.note,
            None,
            is_full,
            Message::Note,
        )
        .id(NOTE)
        .on_submit(Message::Save);
        let action = |text, message: Message| button(text).on_press(message);
        dialog(
            said::edit_session(),
            520.0,
            column![
                type_role::title_2(said::edit_session()),
                type_role::body(self.title.as_str())
                    .wrapping(Wrapping::Word)
                    .style(theme::text::soft),
                names,
                knee(said::left_knee(), 0, 1),
                knee(said::right_knee(), 2, 3),
                label(said::note()),
                note,
                dialog_foot([
                    action(said::cancel(), Message::Cancel)
                        .quiet()
                        .initial()
                        .into(),
                    action(said::save(), Message::Save).primary().into(),
                ]),
            ]
            .spacing(gap::S),
        )
    }
}

/// When a score that is told later would have been said: at the end, or at the same time on the next day.
fn said_at(session: &Session, occasion: Occasion) -> Moment {
    const DAY_MS: i64 = 24 * 60 * 60 * 1000;

    let end = match session.state {
        State::Completed { at } | State::Stopped { at } | State::Open { at, .. } => at,
    };
    match occasion {
        Occasion::NextMorning => Moment::new(
            session.began.utc_ms.saturating_add(DAY_MS),
            session.began.offset_s,
        ),
        Occasion::After => end,
        Occasion::Before => session.began,
    }
}
