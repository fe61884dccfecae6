//! What the catalog says when nothing is found, and about files that could not be read.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::Path;

use iced::widget::{column, container, row};
use iced::{Center, Element, Fill};

use super::{Message, RoutineIndex, Routines, filters};
use crate::app::theme::size::{gap, picture, width};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::{Backdrop, Icon, Mannequin, banner, button, figure};
use crate::authoring::Problem;
use crate::figure::Beat;
use crate::side::Side;
use crate::words::{catalog as said, page as words};

/// How many problems are shown at a time.
const AT_A_TIME: usize = 3;

/// What is wrong with files, a few at a time.
#[derive(Debug)]
pub(super) struct Problems {
    all: Vec<Problem>,
    files: usize,
    first: usize,
    is_hidden: bool,
    /// What to say when nothing opens the file.
    not_opened: Option<String>,
}

impl Problems {
    pub fn of(problems: &[Problem]) -> Self {
        let files: BTreeSet<_> = problems.iter().map(|problem| &problem.file).collect();
        Self {
            files: files.len(),
            all: problems.to_vec(),
            first: 0,
            is_hidden: false,
            not_opened: None,
        }
    }

    /// Whether these are the same.
    pub fn are(&self, problems: &[Problem]) -> bool {
        self.all == problems
    }

    pub fn hide(&mut self) {
        self.is_hidden = true;
    }

    /// Shows the next few, or those before.
    pub fn turn(&mut self, is_back: bool) {
        self.not_opened = None;
        self.first = match is_back {
            false if self.first + AT_A_TIME < self.all.len() => self.first + AT_A_TIME,
            false => self.first,
            true => self.first.saturating_sub(AT_A_TIME),
        };
    }

    fn is_shown(&self) -> bool {
        !self.is_hidden && !self.all.is_empty()
    }

    /// The problems that are shown.
    fn shown(&self) -> &[Problem] {
        let last = (self.first + AT_A_TIME).min(self.all.len());
        self.all.get(self.first..last).unwrap_or_default()
    }

    /// The first file among those that are shown, where it is one that can be opened.
    pub fn file(&self) -> Option<&Path> {
        let file = Path::new(&*self.shown().first()?.file);
        file.is_absolute().then_some(file)
    }

    /// Nothing opens that file.
    pub fn not_opened(&mut self, sentence: String) {
        self.not_opened = Some(sentence);
    }

    /// Draws them, if there are any.
    pub fn view<'a>(&'a self) -> Option<Element<'a, Message>> {
        if !self.is_shown() {
            return None;
        }
        let shown = self.shown();
        let last = self.first + shown.len();
        let mut text = match shown {
            [only] if self.all.len() == 1 => said::the_rest_are_fine(&line(only)),
            some => some.iter().map(line).collect::<Vec<_>>().join("\n"),
        };
        if let Some(not_opened) = &self.not_opened {
            text.push('\n');
            text.push_str(not_opened);
        }
        let action = |label, does: Message, is_possible: bool| {
            button(label)
                .small()
                .quiet_on(Tone::Ember)
                .on_press_maybe(is_possible.then_some(does))
        };
        let pages = (self.all.len() > AT_A_TIME).then(|| {
            let (earlier, later) = (self.first > 0, last < self.all.len());
            row![
                action(said::earlier(), Message::EarlierProblems, earlier),
                action(said::later(), Message::LaterProblems, later),
            ]
        });
        let title = if pages.is_some() {
            let of_all = said::of_all(self.first + 1, last, self.all.len());
            format!("{} ({of_all})", said::unread(self.files))
        } else {
            said::unread(self.files)
        };
        let open = self
            .file()
            .map(|_| action(said::open_file(), Message::OpenFile, true));
        let hide = action(words::hide(), Message::HideProblem, true);
        let note = banner(Tone::Ember, Icon::FileWarning, title)
            .line(text)
            .actions(row![pages, open, hide].spacing(gap::XS));
        Some(note.into())
    }
}

/// The file's name is enough: whoever wants to know where it is opens it.
fn line(problem: &Problem) -> String {
    let place = problem.place.map(|place| (place.line, place.column));
    let name = Path::new(&*problem.file).file_name();
    let name = name.and_then(OsStr::to_str).unwrap_or(&problem.file);
    said::problem(name, place, &problem.sentence)
}

impl Routines {
    /// The messages of what helps when nothing is found.
    pub(super) fn ways_out(&self) -> Vec<Message> {
        let filters = self.filter.narrows().then_some(Message::ClearFilters);
        let search = (!self.filter.query.is_empty()).then_some(Message::EmptySearch);
        filters.into_iter().chain(search).collect()
    }

    /// Says that nothing was found, and what to do.
    pub(super) fn nothing_found<'a>(&'a self, index: &'a RoutineIndex) -> Element<'a, Message> {
        let things = filters::things(&self.filter);
        let narrowed = self.narrowed(index, &things);
        let (title, line) = if !self.filter.query.trim().is_empty() {
            (said::no_match(&self.filter.query), narrowed.has_no_match())
        } else if self.filter.narrows() {
            (said::nothing_fits().to_owned(), narrowed.is_not_there())
        } else {
            (said::empty().to_owned(), String::new())
        };
        let resting = index.rest().map(|movement| {
            let mannequin = self
                .rest
                .get_or_init(|| Mannequin::new(movement, Side::Right));
            container(figure(mannequin, Beat::Key, Backdrop::Soft(Tone::Slate)))
                .padding([gap::XS, gap::M])
                .width(picture::LYING.0)
                .height(picture::LYING.1)
                .style(theme::container::soft(Tone::Slate, 24.0))
        });
        let mut actions = self.ways_out().into_iter().map(|does| {
            let label = match does {
                Message::ClearFilters => said::clear_filters(),
                _ => said::clear_search(),
            };
            button(label).on_press(does)
        });
        let first = actions.next().map(crate::app::widget::Button::primary);
        container(
            column![
                resting,
                type_role::title_2(title).align_x(Center),
                container(
                    type_role::body(line)
                        .style(theme::text::soft)
                        .align_x(Center)
                )
                .max_width(width::SENTENCES),
                row![first, actions.next()].spacing(gap::S),
            ]
            .spacing(gap::M)
            .align_x(Center),
        )
        .center(Fill)
        .into()
    }
}
