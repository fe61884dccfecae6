//! "About": what Kneewise is, and everything one can check: how it reasons, what it read, what stops the routines, what
//! was left out, and whose work is inside.

mod left_out;
mod licences;
mod reasoning;
mod sources;

use iced::widget::{Id, column, container, row};
use iced::{Center, Element, Fill, Padding};

use super::section::group;
use super::{Context, Message, SettingsScreen};
use crate::app::control::{Kind, control};
use crate::app::theme::size::{gap, icon as icon_size, line, radius};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::page::{Frame, page_header};
use crate::app::widget::{Icon, banner, button, card, icon, mark};
use crate::words::{about as words, conditions, data as data_words, page as shared};

/// What scrolls on a page below About.
pub const CHAPTER: Id = Id::new("chapter");

/// The side of the mark of the product, in logical pixels.
const MARK: f32 = 64.0;
/// The side of the circle of a step's number, in logical pixels.
const NUMBER: f32 = 32.0;

/// A page below About.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The names say it.
pub enum Chapter {
    Reasoning,
    Sources,
    RedFlags,
    LeftOut,
    Kneewise,
    Fonts,
    Libraries,
}

impl Chapter {
    /// All of them, in their order.
    pub const ALL: [Self; 7] = [
        Self::Reasoning,
        Self::Sources,
        Self::RedFlags,
        Self::LeftOut,
        Self::Kneewise,
        Self::Fonts,
        Self::Libraries,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reasoning => words::reasoning(),
            Self::Sources => words::sources(),
            Self::RedFlags => words::red_flags(),
            Self::LeftOut => words::what_we_left_out(),
            Self::Kneewise => words::kneewise(),
            Self::Fonts => words::fonts(),
            Self::Libraries => words::libraries(),
        }
    }
}

/// What was copied last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub enum Copied {
    Version,
    Sources,
    Source(usize),
}

impl SettingsScreen {
    /// What Kneewise is, and the pages below.
    pub(super) fn about<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let copy = match self.copied {
            Some(Copied::Version) => button(conditions::copied()).icon(Icon::Check),
            _ => button(words::copy_version()).icon(Icon::Copy),
        };
        let version = words::version(env!("CARGO_PKG_VERSION"));
        let system = format!(
            "{version}, {} {}",
            std::env::consts::OS,
            std::env::consts::ARCH
        );
        let head = row![
            mark(MARK),
            column![
                type_role::title_2(version),
                type_role::body(words::what_it_is()).style(theme::text::soft),
            ]
            .spacing(gap::XXXS)
            .width(Fill),
            copy.small()
                .on_press(Message::Copy(Copied::Version, system)),
        ]
        .spacing(gap::L)
        .align_y(Center);

        let sources = context.knowledge.map(|knowledge| {
            words::sources_row(sources::sources(knowledge, context.catalogue).len())
        });
        let said = |line: &str| Some(line.to_owned());
        let checks = [
            way(Chapter::Reasoning, said(words::reasoning_row())),
            way(Chapter::Sources, sources),
            way(Chapter::RedFlags, said(words::red_flags_row())),
            way(Chapter::LeftOut, said(words::left_out_row())),
        ];
        let libraries = words::libraries_row(licences::count() - 1);
        let licences = [
            way(Chapter::Kneewise, said(words::kneewise_row())),
            way(Chapter::Fonts, said(words::fonts_row())),
            way(Chapter::Libraries, Some(libraries)),
        ];
        let log = super::section::setting(
            data_words::log_title(),
            said(data_words::log_line()),
            button(data_words::show_log())
                .small()
                .icon(Icon::FolderOpen)
                .on_press(Message::ShowLog),
        );
        let kept = context.folder.map(|folder| {
            let place = soft(super::data::place(folder));
            let title = type_role::label(data_words::settings_file());
            column![title, place].spacing(gap::XXXS).into()
        });
        let log = group(None, std::iter::once(log).chain(kept));
        column![
            head,
            group(None, checks),
            group(Some(words::licences()), licences),
            log,
            column![
                informing(shared::not_a_diagnosis()),
                informing(words::not_reviewed_short())
            ]
            .spacing(gap::XXS),
        ]
        .spacing(gap::L)
        .into()
    }

    /// Draws a page below About.
    pub(super) fn chapter<'a>(
        &'a self,
        chapter: Chapter,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let size = context.viewport.size();
        let back = button(words::back())
            .quiet()
            .icon(Icon::ArrowLeft)
            .on_press(Message::About);
        let cited = context
            .knowledge
            .map(|knowledge| (knowledge, sources::sources(knowledge, context.catalogue)));
        let subtitle = match chapter {
            Chapter::Reasoning => Some(words::reasoning_line().to_owned()),
            Chapter::Sources => cited.as_ref().map(|(_, all)| words::sources_row(all.len())),
            Chapter::RedFlags => Some(words::red_flags_row().to_owned()),
            Chapter::LeftOut => None,
            Chapter::Kneewise => Some(words::kneewise_row().to_owned()),
            Chapter::Fonts => Some(words::fonts_row().to_owned()),
            Chapter::Libraries => Some(words::libraries_row(licences::count() - 1)),
        };
        let content = match chapter {
            Chapter::Reasoning => {
                let known = cited.map(|(knowledge, all)| (knowledge, all.len()));
                Some(reasoning::reasoning(known, size))
            }
            Chapter::Sources => cited.map(|(_, all)| self.source_list(&all)),
            Chapter::RedFlags => context.knowledge.map(left_out::red_flags),
            Chapter::LeftOut => Some(left_out::left_out()),
            Chapter::Kneewise => Some(licences::own()),
            Chapter::Fonts => Some(licences::fonts()),
            Chapter::Libraries => Some(licences::libraries()),
        };
        let not_opened = self
            .not_opened
            .as_deref()
            .map(|line| banner(Tone::Sun, Icon::FileWarning, line));
        let content = column![not_opened, content].spacing(gap::M);
        let frame = Frame::of(size);
        let header = page_header(size, chapter.name(), subtitle.map(Into::into), None);
        let header = column![back, header].spacing(gap::XS);
        frame.page(header, frame.scroll(content).id(CHAPTER))
    }
}

/// The way to a page below About.
fn way<'a>(chapter: Chapter, line: Option<String>) -> Element<'a, Message> {
    let said = column![type_role::label(chapter.name()), line.map(soft)].spacing(gap::XXXS);
    let content = row![
        said.width(Fill),
        icon(Icon::ChevronRight, icon_size::BUTTON).style(theme::text::faint),
        iced::widget::Space::new().height(line::CONTROL),
    ]
    .spacing(gap::S)
    .align_y(Center);
    let face = iced::widget::button(content)
        .width(Fill)
        .padding(Padding::ZERO)
        .style(theme::button::line)
        .on_press(Message::Read(chapter));
    control(Kind::Button, face)
        .name(chapter.name())
        .radius(radius::SMALL)
        .into()
}

/// The number of a step, in a circle.
fn numbered<'a>(number: usize) -> Element<'a, Message> {
    container(type_role::strong(number.to_string()))
        .center(NUMBER)
        .style(theme::container::soft(Tone::Spruce, radius::FULL))
        .into()
}

fn informing<'a>(line: &'a str) -> Element<'a, Message> {
    row![
        icon(Icon::Info, icon_size::META).style(theme::text::soft),
        soft(line)
    ]
    .spacing(gap::XS)
    .align_y(Center)
    .into()
}

fn note<'a>(title: &'a str, text: String) -> Element<'a, Message> {
    card(column![type_role::strong(title), soft(text)].spacing(gap::XXS))
        .width(Fill)
        .into()
}

fn soft<'a>(text: impl iced::widget::text::IntoFragment<'a>) -> iced::widget::Text<'a> {
    type_role::small(text).style(theme::text::soft)
}
