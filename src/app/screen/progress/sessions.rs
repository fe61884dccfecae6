//! The sessions as a list that scrolls: what is in sight of it is built.

use iced::widget::text::Wrapping;
use iced::widget::{Id, column, container, keyed_column, row, space};
use iced::{Bottom, Center, Element, Fill, Padding};
use uuid::Uuid;

use super::list::{Line, OfKnees, Shown};
use super::{LIST, Message, Progress};
use crate::app::control::beside_each_other;
use crate::app::screen::Viewport;
use crate::app::screen::routines::{kind_icon, kind_tone};
use crate::app::shortcut::Stroke;
use crate::app::theme::size::{gap, radius};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::page::Frame;
use crate::app::widget::{Icon, WindowSize, button, chip, icon, icon_button, pain_tone, tag};
use crate::routine::Kind;
use crate::training::Score;
use crate::training::record::{Assessment, Session, State};
use crate::words::{grammar, page, progress as said, time};

/// Letters of a note that are shown: more would not fit into one line.
const MOST_LETTERS: usize = 90;

/// What the button that edits a session is in the code.
pub(super) fn edit_id(session: Uuid) -> Id {
    Id::from(format!("edit {session}"))
}

impl Progress {
    /// The list, or what it says while it is empty.
    pub(super) fn sessions<'a>(&'a self, viewport: &Viewport) -> Element<'a, Message> {
        const ABOVE: usize = usize::MAX;
        const BELOW: usize = usize::MAX - 1;

        let frame = Frame::of(viewport.size());
        if self.list.is_empty() {
            let none = if self.shown == Shown::All {
                said::no_sessions()
            } else {
                said::none_such()
            };
            return frame.still(type_role::body(none).style(theme::text::soft));
        }
        let (offset, height) = self.scrolled;
        let height = height.unwrap_or(viewport.window.height);
        let lines = self.list.in_sight(offset, height);
        let above = self.list.top(lines.start);
        let below = self.list.top(self.list.lines().len()) - self.list.top(lines.end);
        let in_sight = lines.map(|line| (line, self.line(line, viewport)));
        let all = std::iter::once((ABOVE, space().height(above).into()))
            .chain(in_sight)
            .chain([(BELOW, space().height(below).into())]);
        frame
            .scroll(beside_each_other(container(keyed_column(all))))
            .id(LIST)
            .on_scroll(|viewport| {
                Message::Scrolled(viewport.absolute_offset().y, viewport.bounds().height)
            })
            .into()
    }

    /// What narrows the list, where there is anything to choose among.
    pub(super) fn narrowing(&self) -> Element<'_, Message> {
        let log = self.log.as_deref();
        let kinds = Kind::ALL.into_iter().filter(|kind| {
            let sessions = log.map(|log| log.sessions.iter());
            sessions
                .into_iter()
                .flatten()
                .any(|session| session.kind == kind.id())
        });
        let chips = [(Shown::All, said::all_of_it())]
            .into_iter()
            .chain(kinds.map(|kind| (Shown::Kind(kind), page::kind(kind))))
            .chain([
                (Shown::Sore, said::sore_after()),
                (Shown::Results, said::results()),
            ]);
        row(chips.map(|(shown, label)| {
            chip(label)
                .on(self.shown == shown)
                .on_press(Message::Show(shown))
                .into()
        }))
        .spacing(gap::XS)
        .wrap()
        .into()
    }

    fn line<'a>(&'a self, line: usize, viewport: &Viewport) -> Element<'a, Message> {
        let height = self.list.height(line);
        let content = match self.list.lines().get(line) {
            Some(Line::Day { title, text, .. }) => day(title, text),
            Some(Line::Session { index, id }) => {
                let session = self.log.as_ref().and_then(|log| log.sessions.get(*index));
                match session {
                    Some(session) => self.session(session, *id, viewport),
                    None => space().into(),
                }
            }
            Some(Line::Result { index, .. }) => {
                let result = self.log.as_ref().and_then(|log| log.results.get(*index));
                match result {
                    Some(result) => self.result(result),
                    None => space().into(),
                }
            }
            None => space().into(),
        };
        container(content).height(height).width(Fill).into()
    }

    fn session<'a>(
        &'a self,
        session: &'a Session,
        id: Uuid,
        viewport: &Viewport,
    ) -> Element<'a, Message> {
        let kind = Kind::with_id(&session.kind);
        let (tone, picture) = kind.map_or((Tone::Slate, Icon::Activity), |kind| {
            (kind_tone(kind), kind_icon(kind))
        });
        let picture = container(icon(picture, 20.0))
            .center_x(40)
            .center_y(40)
            .style(theme::container::soft(tone, radius::CONTROL));
        let note = (!session.note.is_empty()).then(|| {
            type_role::small(shortened(&session.note))
                .wrapping(Wrapping::None)
                .style(theme::text::faint)
        });
        let words = column![
            type_role::strong(session.name.as_str()).wrapping(Wrapping::None),
            type_role::small(facts(session)).style(theme::text::soft),
            note,
        ]
        .spacing(gap::XXXS);
        let scores = self.list.scores(id);
        let is_small = viewport.size() == WindowSize::Small;
        let morning = if is_small {
            said::morning_short
        } else {
            said::morning_score
        };
        let action = |picture, name, message: Message| {
            icon_button(picture, name)
                .key(Stroke::Delete, Message::Delete(id))
                .key(Stroke::Backspace, Message::Delete(id))
                .on_press(message)
        };
        let content = row![
            picture,
            container(words)
                .width(Fill)
                .padding(Padding::ZERO.left(gap::XXS))
                .clip(true),
            score(scores.after, said::after_score),
            score(scores.next_morning, morning),
            action(Icon::Pencil, said::edit(), Message::Edit(id)).id(edit_id(id)),
            action(Icon::Trash2, said::delete(), Message::Delete(id)).id(format!("delete {id}")),
        ]
        .spacing(gap::XS)
        .align_y(Center);
        let card = container(content)
            .width(Fill)
            .height(Fill)
            .padding(Padding::from([0.0, gap::XS]).left(gap::S))
            .align_y(Center)
            .style(theme::container::card);
        container(card)
            .padding(Padding::ZERO.bottom(gap::XS))
            .into()
    }
}

impl Progress {
    /// A result of the knee map: what it was, how it stands, and the way to its page.
    fn result<'a>(&'a self, result: &'a Assessment) -> Element<'a, Message> {
        let (tone, picture) = match result.level() {
            Some(_) => (Tone::Ember, Icon::OctagonAlert),
            None => (Tone::Sky, Icon::Crosshair),
        };
        let picture = container(icon(picture, 20.0))
            .center_x(40)
            .center_y(40)
            .style(theme::container::soft(tone, radius::CONTROL));
        let what = match (result.level(), result.shown().next(), &self.knowledge) {
            (Some(level), ..) => said::flag(level).to_owned(),
            (None, Some(condition), Some(knowledge)) => knowledge.condition(condition).name.clone(),
            (None, Some(_), None) => String::new(),
            (None, None, _) => said::nothing_fitted().to_owned(),
        };
        let later = self.log.iter().flat_map(|log| &log.results);
        let replaced = later
            .filter(|other| other.knee == result.knee && other.at.utc_ms > result.at.utc_ms)
            .map(|other| other.at.day())
            .min();
        let standing = said::standing(result.standing, replaced, self.today);
        let open = Message::OpenResult(result.id);
        let content = row![
            picture,
            column![
                type_role::strong(said::knee_map(result.knee)).wrapping(Wrapping::None),
                type_role::small(grammar::facts([what].into_iter().chain(standing)))
                    .style(theme::text::soft),
            ]
            .spacing(gap::XXXS)
            .width(Fill)
            .padding(Padding::ZERO.left(gap::XXS))
            .clip(true),
            button(said::open_result())
                .small()
                .id(format!("result {}", result.id))
                .on_press(open),
        ]
        .spacing(gap::XS)
        .align_y(Center);
        let card = container(content)
            .width(Fill)
            .height(Fill)
            .padding(Padding::from([0.0, gap::S]))
            .align_y(Center)
            .style(theme::container::card);
        container(card)
            .padding(Padding::ZERO.bottom(gap::XS))
            .into()
    }
}

fn day<'a>(title: &'a str, text: &'a str) -> Element<'a, Message> {
    container(
        row![
            type_role::title_3(title).width(Fill),
            (!text.is_empty()).then(|| type_role::small(text).style(theme::text::faint)),
        ]
        .align_y(Bottom),
    )
    .height(Fill)
    .align_y(Bottom)
    .padding(Padding::ZERO.bottom(gap::XS).right(gap::XXXS))
    .into()
}

fn score<'a>(scores: OfKnees, name: fn(&str) -> String) -> Option<Element<'a, Message>> {
    let worse = scores.worse()?.get();
    let [left, right] = [scores.left, scores.right].map(|score| score.map(Score::get));
    let said = said::of_knees(left, right);
    Some(tag(pain_tone(worse), None, name(&said)))
}

/// When it was, how long, and how far one got.
fn facts(session: &Session) -> String {
    let began = session.began.local();
    let clock = time::of_day(began.hour(), began.minute());
    let steps = said::steps(session.done, session.steps);
    let how = match session.state {
        State::Completed { .. } => None,
        State::Stopped { .. } => Some(said::ended_early()),
        State::Open { .. } => Some(said::still_open()),
    };
    let time = time::hours(session.worked());
    grammar::facts(
        [clock, time, steps]
            .into_iter()
            .chain(how.map(str::to_owned)),
    )
}

/// The beginning of a note, in one line.
fn shortened(note: &str) -> String {
    let line = note.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_note_is_cut_between_letters_and_stays_one_line() {
        assert_eq!(shortened("Felt\n  fine."), "Felt fine.");
        let long = shortened(&"ä".repeat(200));
        assert_eq!(long.chars().count(), MOST_LETTERS + 1);
        assert!(long.ends_with('…'));
    }
}
