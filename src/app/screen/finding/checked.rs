//! It was checked: who looked at the knee, and whether they said that exercise is fine. Both answers are preset to the
//! safe side.

use iced::widget::{Space, column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::{Action, Dialog, FindingPage, Message};
use crate::app::control::{Kind, control, roving};
use crate::app::theme::size::{gap, picture, radius, target};
use crate::app::theme::{self, type_role};
use crate::app::widget::{button, dialog, dialog_foot, key_cap};
use crate::training::record::Examiner;
use crate::words::finding as words;

/// How wide the dialog is, in logical pixels.
const WIDTH: f32 = 600.0;
/// Above and below the words of a choice, in logical pixels.
const ABOVE: f32 = 9.0;

/// Who may have looked, in the order of their keys; none is nobody.
const WHO: [Option<Examiner>; 4] = [
    None,
    Some(Examiner::Doctor),
    Some(Examiner::Physiotherapist),
    Some(Examiner::SomeoneElse),
];

/// What was answered so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Check {
    by: Option<Examiner>,
    is_fine: bool,
}

/// What a person does in the dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checking {
    /// This is who looked; none is nobody.
    By(Option<Examiner>),
    /// Whether they said that exercise is fine.
    Fine(bool),
    /// Leave the routines locked.
    Keep,
    /// Open the routines.
    Open,
}

impl Checking {
    /// What a key answers.
    pub(super) fn of_key(key: char) -> Option<Self> {
        match key {
            '1'..='4' => WHO.get(key as usize - '1' as usize).map(|by| Self::By(*by)),
            '5' => Some(Self::Fine(false)),
            '6' => Some(Self::Fine(true)),
            _ => None,
        }
    }
}

impl Check {
    /// Who looked and said that exercise is fine, if both is so.
    fn cleared(self) -> Option<Examiner> {
        self.by.filter(|_| self.is_fine)
    }
}

impl FindingPage {
    pub(super) fn update_check(&mut self, checking: Checking) -> Action {
        let Some(Dialog::Check(check)) = &mut self.dialog else {
            return Action::None;
        };
        match checking {
            Checking::By(by) => check.by = by,
            Checking::Fine(is_fine) => check.is_fine = is_fine,
            Checking::Keep => self.dialog = None,
            Checking::Open => {
                if let Some(by) = check.cleared() {
                    self.dialog = None;
                    return Action::Checked(by);
                }
            }
        }
        Action::None
    }

    /// Draws the dialog.
    pub(super) fn check_dialog<'a>(&'a self, check: &Check) -> Element<'a, Message> {
        let who = WHO.map(|by| {
            let label = by.map_or(words::nobody_yet(), words::examiner);
            (label, Checking::By(by), check.by == by)
        });
        let fine = [(words::not_yet(), false), (words::it_is_fine(), true)]
            .map(|(label, fine)| (label, Checking::Fine(fine), check.is_fine == fine));
        let [nobody, doctor, physiotherapist, someone] = numbered(1, who);
        let [not_yet, yes] = numbered(5, fine);
        let pair = |one, other| row![one, other].spacing(gap::XS);
        let question = |text| type_role::SMALL.with_font(theme::font::MEDIUM).text(text);

        let open = Message::Checking(Checking::Open);
        let open = button(words::open_routines()).on_press_maybe(check.cleared().map(|_| open));
        let keep = Message::Checking(Checking::Keep);
        let keep = button(words::keep_locked())
            .primary()
            .initial()
            .on_press(keep);
        let title = words::has_someone_looked(self.leg());
        let content = column![
            type_role::title_2(title.clone()),
            type_role::body(words::routines_open_if()).style(theme::text::soft),
            Space::new().height(gap::S),
            question(words::who_looked()),
            roving(
                Kind::Choices,
                words::who_looked(),
                column![pair(nobody, doctor), pair(physiotherapist, someone)].spacing(gap::XS)
            ),
            Space::new().height(gap::XS),
            question(words::is_exercise_fine()),
            roving(Kind::Choices, words::is_exercise_fine(), pair(not_yet, yes)),
            Space::new().height(gap::XS),
            dialog_foot([open.into(), keep.into()]),
            type_role::caption(words::stays_in_journal()).style(theme::text::soft),
        ]
        .spacing(gap::XS);
        dialog(title, WIDTH, content)
    }
}

/// Choices of which one is chosen, with their keys from this one on.
fn numbered<'a, const N: usize>(
    from: usize,
    choices: [(&'a str, Checking, bool); N],
) -> [Element<'a, Message>; N] {
    let mut key = from;
    choices.map(|(label, checking, is_on)| {
        let cap = key.to_string();
        key += 1;
        choice(label, cap, is_on, Message::Checking(checking))
    })
}

/// One of several answers of which one holds.
fn choice<'a>(label: &'a str, key: String, is_on: bool, message: Message) -> Element<'a, Message> {
    let (role, style): (_, theme::button::StyleFn) = if is_on {
        (type_role::STRONG, theme::button::choice_on)
    } else {
        (type_role::LABEL, theme::button::choice)
    };
    let content = row![circle(is_on), role.text(label).width(Fill), key_cap(key),]
        .spacing(gap::S)
        .height(target::NORMAL - 2.0 * ABOVE)
        .align_y(Center);
    let face = iced::widget::button(content)
        .width(Fill)
        .padding(Padding::from([ABOVE, gap::S]).left(gap::S))
        .style(style)
        .on_press(message);
    control(Kind::Choice(is_on), face)
        .name(label)
        .radius(radius::ROW)
        .into()
}

/// The circle in front of an answer, filled where it holds.
fn circle<'a>(is_on: bool) -> Element<'a, Message> {
    let dot = is_on.then(|| {
        container(Space::new())
            .width(picture::DOT)
            .height(picture::DOT)
            .style(theme::container::dot)
    });
    container(dot)
        .center(22)
        .style(if is_on {
            theme::container::circle_on
        } else {
            theme::container::circle
        })
        .into()
}
