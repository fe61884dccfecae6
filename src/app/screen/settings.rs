//! Settings. Changes apply at once; there is no Save button.

mod about;
mod data;

use std::borrow::Cow;
use std::path::Path;

use iced::widget::{Id, column, row};
use iced::{Center, Element, Fill};

use super::{Page, Viewport, key_of, name};
use crate::app::navigation::Tab;
pub use crate::app::state::preferences::Problem as SettingsProblem;
use crate::app::theme::size::{gap, line, width};
use crate::app::theme::{self, Tone, type_role};
use crate::app::widget::page::{Frame, page_header};
use crate::app::widget::{Icon, banner, button, card, divider, segmented, slider, stepper, toggle};
use crate::settings::{Appearance, Motion, Settings, Volume};
use crate::side::Side;
use crate::words::{page as words, player, user_routines};

pub use about::{Counts, REASONING};
use data::Data;
pub use data::{Doing, PATH, Request, Told};

/// What scrolls.
pub const LIST: Id = Id::new("settings");

/// The steps one presses the volume up and down by.
const VOLUME_STEP: u8 = 10;

/// The state of the screen: the settings themselves belong to the parent.
#[derive(Debug, Default)]
pub struct SettingsScreen {
    data: Data,
    /// Whether the page about reasoning is open.
    reasoning: bool,
}

/// What a person does here.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The names say it.
pub enum Message {
    Volume(u8),
    Quieter,
    Louder,
    Muted,
    Countdown,
    RepBeats,
    Try,
    Appearance(Appearance),
    Motion,
    FirstSide(Side),
    AskAboutPain,
    OpenFolder,
    HideProblem,
    Data(Doing),
    /// Show how Kneewise reasons.
    Reasoning,
    /// Back to About.
    About,
}

/// What the screen wants from its parent.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing.
    None,
    /// Remember these.
    Change(Settings),
    /// Play a sound.
    Try,
    /// Show the folder with routines of one's own.
    OpenFolder,
    /// Hide the message about the settings file.
    HideProblem,
    /// Do something with the person's data.
    Data(Request),
    /// Read what is known about knees, to count it.
    Knowledge,
    /// Scroll back to About.
    ToAbout,
}

/// What the screen shows that it does not own.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The settings.
    pub settings: &'a Settings,
    /// Where they are kept, if anywhere.
    pub folder: Option<&'a Path>,
    /// Where the journal is kept, if anywhere.
    pub data: Option<&'a Path>,
    /// Where routines of one's own are.
    pub own: Option<&'a Path>,
    /// What is wrong with the file they are kept in, or with that folder.
    pub problem: Option<&'a SettingsProblem>,
    /// Whether there is no device to sound through.
    pub is_silent: bool,
    /// How much the knee map knows, once that was read.
    pub counts: Option<Counts>,
    /// The window.
    pub viewport: Viewport,
}

impl SettingsScreen {
    /// Lets something happen.
    pub fn update(&mut self, message: Message, settings: &Settings) -> Action {
        let mut changed = settings.clone();
        match message {
            Message::Volume(volume) => changed.volume = Volume::new(volume),
            Message::Quieter => {
                changed.volume = Volume::new(changed.volume.percent().saturating_sub(VOLUME_STEP));
            }
            Message::Louder => {
                changed.volume = Volume::new(changed.volume.percent().saturating_add(VOLUME_STEP));
            }
            Message::Muted => changed.muted = !changed.muted,
            Message::Countdown => changed.countdown = !changed.countdown,
            Message::RepBeats => changed.rep_beats = !changed.rep_beats,
            Message::Appearance(appearance) => changed.appearance = appearance,
            Message::Motion => {
                changed.motion = match changed.motion {
                    Motion::Full => Motion::Reduced,
                    Motion::Reduced => Motion::Full,
                };
            }
            Message::FirstSide(side) => changed.first_side = side,
            Message::AskAboutPain => changed.ask_about_pain = !changed.ask_about_pain,
            Message::Try => return Action::Try,
            Message::OpenFolder => return Action::OpenFolder,
            Message::HideProblem => return Action::HideProblem,
            Message::Data(doing) => return self.update_data(doing),
            Message::Reasoning => {
                self.reasoning = true;
                return Action::Knowledge;
            }
            Message::About => {
                self.reasoning = false;
                return Action::ToAbout;
            }
        }
        Action::Change(changed)
    }

    /// Draws the screen.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        if self.reasoning {
            return self.reasoning(context.counts, context.viewport);
        }
        let look = context.viewport.look;
        let size = context.viewport.size();
        let problem = context.problem.map(|problem| {
            let (title, line) = match problem {
                SettingsProblem::NotRead(line) => (words::settings_problem(), line),
                SettingsProblem::NotSaved(line) => (words::not_saved(), line),
                SettingsProblem::FolderNotOpened(line) => {
                    (user_routines::folder_not_opened(), line)
                }
            };
            banner(look, Tone::Sun, Icon::FileWarning, title)
                .line(line.as_str())
                .actions(
                    button(look, words::hide())
                        .small()
                        .quiet_on(Tone::Sun)
                        .on_press(Message::HideProblem),
                )
        });
        let silence = context
            .is_silent
            .then(|| banner(look, Tone::Sun, Icon::VolumeX, player::no_sound()));

        let content = column![
            problem,
            silence,
            section(
                look,
                words::sound(),
                vec![
                    self.volume(context.settings, look),
                    self.switch(look, words::muted(), context.settings.muted, Message::Muted),
                    self.switch(
                        look,
                        words::countdown_beeps(),
                        context.settings.countdown,
                        Message::Countdown
                    ),
                    self.switch(
                        look,
                        words::rep_beats(),
                        context.settings.rep_beats,
                        Message::RepBeats
                    ),
                ]
            ),
            section(
                look,
                words::session(),
                vec![
                    self.first_side(context.settings, look),
                    self.switch(
                        look,
                        words::ask_about_pain(),
                        context.settings.ask_about_pain,
                        Message::AskAboutPain
                    ),
                ]
            ),
            section(
                look,
                words::look(),
                vec![
                    self.appearance(context.settings, look),
                    self.switch(
                        look,
                        words::reduced_motion(),
                        context.settings.motion == Motion::Reduced,
                        Message::Motion
                    ),
                    type_role::small(look, words::reduced_motion_line())
                        .style(theme::text::soft)
                        .into(),
                ]
            ),
            context.own.map(|folder| self.own_routines(folder, look)),
            context.data.map(|folder| self.your_data(folder, look)),
            self.about(context.folder, look),
        ]
        .spacing(gap::M)
        .max_width(width::READING);

        let frame = Frame::of(size);
        let header = page_header(look, size, words::settings(), None, None);
        frame.page(header, frame.scroll(content).id(LIST))
    }

    /// What Escape means, from the top layer down; none leaves the page.
    pub fn escape(&self) -> Option<Message> {
        let back = self.reasoning.then_some(Message::About);
        self.escape_data().or(back)
    }

    /// The dialog above the window, while it is open, and what closes it.
    pub fn dialog(&self, look: theme::Presentation) -> (Option<Element<'_, Message>>, Message) {
        (self.erase_dialog(look), Message::Data(Doing::Keep))
    }

    fn own_routines<'a>(
        &'a self,
        folder: &Path,
        look: theme::Presentation,
    ) -> Element<'a, Message> {
        let kept_in = user_routines::kept_in(&folder.display().to_string());
        let open = button(look, user_routines::open_folder())
            .icon(Icon::FolderOpen)
            .on_press(Message::OpenFolder);
        let line = type_role::small(look, kept_in)
            .style(theme::text::soft)
            .width(Fill);
        let line = row![line, open].spacing(gap::M).align_y(Center);
        section(look, user_routines::your_routines(), vec![line.into()])
    }

    fn volume<'a>(
        &'a self,
        settings: &Settings,
        look: theme::Presentation,
    ) -> Element<'a, Message> {
        let volume = settings.volume.percent();
        row![
            type_role::body(look, words::volume()).width(Fill),
            slider(0.0..=100.0, f32::from(volume), |volume| Message::Volume(
                volume.round() as u8
            ))
            .width(width::SLIDER),
            stepper(
                look,
                words::volume(),
                volume.to_string(),
                (volume > 0).then_some(Message::Quieter),
                (volume < Volume::LOUDEST).then_some(Message::Louder),
            ),
            button(look, words::try_it()).on_press(Message::Try),
        ]
        .spacing(gap::M)
        .align_y(Center)
        .height(line::SETTING)
        .into()
    }

    fn switch<'a>(
        &'a self,
        look: theme::Presentation,
        label: &'a str,
        is_on: bool,
        message: Message,
    ) -> Element<'a, Message> {
        row![
            type_role::body(look, label).width(Fill),
            toggle(is_on, label, message),
        ]
        .align_y(Center)
        .height(line::SETTING)
        .into()
    }

    fn first_side<'a>(
        &'a self,
        settings: &Settings,
        look: theme::Presentation,
    ) -> Element<'a, Message> {
        let sides = [Side::Left, Side::Right];
        row![
            type_role::body(look, words::start_with()).width(Fill),
            segmented(
                look,
                words::start_with(),
                sides.map(|side| (side, name::side(side))),
                Some(settings.first_side),
                Message::FirstSide,
            ),
        ]
        .align_y(Center)
        .height(line::CONTROL)
        .into()
    }

    fn appearance<'a>(
        &'a self,
        settings: &Settings,
        look: theme::Presentation,
    ) -> Element<'a, Message> {
        let choices = [
            (Appearance::System, words::same_as_system()),
            (Appearance::Light, words::light()),
            (Appearance::Dark, words::dark()),
        ];
        row![
            type_role::body(look, words::appearance()).width(Fill),
            segmented(
                look,
                words::appearance(),
                choices,
                Some(settings.appearance),
                Message::Appearance,
            ),
        ]
        .align_y(Center)
        .height(line::CONTROL)
        .into()
    }
}

impl Page for SettingsScreen {
    fn name(&self) -> Cow<'_, str> {
        words::settings().into()
    }

    fn tab(&self) -> Tab {
        Tab::Settings
    }

    fn face(&self) -> u64 {
        key_of((self.data.erasing, self.reasoning))
    }

    fn visit(&self) -> u64 {
        key_of(self.reasoning)
    }

    fn has_dialog(&self) -> bool {
        self.data.erasing.is_some()
    }
}

fn section<'a>(
    look: theme::Presentation,
    title: &'a str,
    rows: Vec<Element<'a, Message>>,
) -> Element<'a, Message> {
    let mut content = column![type_role::title_3(look, title), divider()].spacing(gap::XS);
    for row in rows {
        content = content.push(row);
    }
    card(content).width(Fill).into()
}

fn line<'a>(look: theme::Presentation, text: String) -> Element<'a, Message> {
    type_role::small(look, text).style(theme::text::soft).into()
}
