//! The summary above the page: to be read, copied, saved as a file or printed.

use std::path::PathBuf;

use iced::widget::{column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::{Action, Dialog, FindingPage, Message};
use crate::app::screen::Viewport;
use crate::app::theme::size::gap;
use crate::app::theme::{self, type_role};
use crate::app::widget::page::scroll;
use crate::app::widget::{Icon, button, dialog, dialog_foot, icon};
use crate::knee::Level;
use crate::words::{data, finding as words};

/// How wide the dialog is, in logical pixels.
const WIDTH: f32 = 640.0;
/// What of the window's height the dialog has beside its text, in logical pixels.
const BESIDE_TEXT: f32 = 300.0;

/// The summary, and what became of it.
#[derive(Debug, Default)]
pub(super) struct Summary {
    told: Option<Told>,
}

/// What became of the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// It can be pasted.
    Copied,
    /// No file was chosen to save it as.
    NotChosen,
    /// It is in this file.
    Saved(PathBuf),
    /// Something did not work, and why.
    Failed(String),
}

/// What a person does with the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Summing {
    /// Put it where it can be pasted from.
    Copy,
    /// Save it as a file, and ask where.
    Save,
    /// Save it in the folder of documents.
    SaveInDocuments,
    /// Open it, to be printed.
    Print,
    /// Show the folder in which it was saved.
    Show,
    /// Close it.
    Close,
    /// Something became of it.
    Told(Told),
}

impl FindingPage {
    pub(super) fn update_summary(&mut self, summing: Summing) -> Action {
        let Some(Dialog::Summary(summary)) = &mut self.dialog else {
            return Action::None;
        };
        let text = words::plain(&self.lines);
        match summing {
            Summing::Copy => {
                summary.told = Some(Told::Copied);
                return Action::Copy(text);
            }
            Summing::Save => return Action::Save(text),
            Summing::SaveInDocuments => return Action::SaveInDocuments(text),
            Summing::Print => return Action::Print(text),
            Summing::Show => {
                if let Some(Told::Saved(file)) = &summary.told
                    && let Some(folder) = file.parent()
                {
                    return Action::ShowFolder(folder.to_path_buf());
                }
            }
            Summing::Told(told) => summary.told = Some(told),
            Summing::Close => self.dialog = None,
        }
        Action::None
    }

    /// Draws the dialog.
    pub(super) fn summary_dialog<'a>(
        &'a self,
        summary: &'a Summary,
        viewport: &Viewport,
    ) -> Element<'a, Message> {
        let title = if self.is_flag() && self.level() < Level::WithinTwoWeeks {
            words::for_doctor()
        } else {
            words::for_visit()
        };
        let lines = self.lines.iter().enumerate();
        let lines = lines.map(|(index, line)| self::line(line, index == 0));
        let text = scroll(
            column(lines)
                .spacing(gap::XXXS)
                .padding(Padding::from([gap::M, gap::L])),
        );
        let well = container(text)
            .width(Fill)
            .max_height((viewport.window.height - BESIDE_TEXT).max(160.0))
            .style(theme::container::page_of_text);
        let action = |label, summing: Summing| {
            let message = Message::Summing(summing);
            button(label).on_press(message)
        };
        let buttons = dialog_foot([
            action(words::close(), Summing::Close).quiet().into(),
            action(words::open_to_print(), Summing::Print)
                .icon(Icon::Printer)
                .into(),
            action(words::save_as_file(), Summing::Save)
                .icon(Icon::Download)
                .into(),
            action(words::copy(), Summing::Copy)
                .primary()
                .initial()
                .icon(Icon::Copy)
                .into(),
        ]);
        let content = column![
            column![
                type_role::title_2(title),
                type_role::small(words::nothing_sent()).style(theme::text::soft),
            ]
            .spacing(gap::XXS),
            well,
            self.told(summary),
            buttons,
        ]
        .spacing(gap::M);
        dialog(title, WIDTH, content)
    }

    fn told<'a>(&'a self, summary: &'a Summary) -> Option<Element<'a, Message>> {
        let told = summary.told.as_ref()?;
        let (mark, said) = match told {
            Told::NotChosen => (Icon::Info, data::not_chosen().to_owned()),
            Told::Copied => (Icon::Check, words::copied().to_owned()),
            Told::Saved(file) => (Icon::Check, words::saved_as(&file.display().to_string())),
            Told::Failed(sentence) => (Icon::TriangleAlert, sentence.clone()),
        };
        let next = match told {
            Told::Saved(_) => Some((words::show_file(), Summing::Show)),
            Told::NotChosen => Some((data::save_in_documents(), Summing::SaveInDocuments)),
            Told::Copied | Told::Failed(_) => None,
        };
        let next = next.map(|(label, summing)| {
            let next = button(label).small();
            next.on_press(Message::Summing(summing))
        });
        Some(
            row![
                icon(mark, 18.0).style(theme::text::primary),
                type_role::small(said).width(Fill),
                next,
            ]
            .spacing(gap::XS)
            .align_y(Center)
            .into(),
        )
    }
}

/// A line of the summary, with what it is about in front.
fn line<'a>(line: &'a words::Line, is_title: bool) -> Element<'a, Message> {
    let role = type_role::SMALL;
    let Some(label) = line.label else {
        let role = if is_title {
            role.with_font(theme::font::SEMIBOLD)
        } else {
            role
        };
        return role.text(line.text.as_str()).width(Fill).into();
    };
    row![
        role.with_font(theme::font::SEMIBOLD)
            .text(format!("{label}:")),
        role.text(line.text.as_str()).width(Fill),
    ]
    .spacing(gap::XS)
    .into()
}
