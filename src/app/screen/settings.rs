//! Settings. Changes apply at once; there is no Save button.

mod about;
mod data;
mod look;
mod section;

use std::borrow::Cow;
use std::path::Path;

use iced::widget::{Id, column, container, row};
use iced::{Element, Fill, Top};

use super::{Page, Viewport, key_of};
use crate::app::navigation::Tab;
pub use crate::app::state::preferences::Problem as SettingsProblem;
use crate::app::theme::Tone;
use crate::app::theme::size::{gap, width};
use crate::app::widget::page::{Frame, page_header};
use crate::app::widget::{Icon, WindowSize, banner, button};
use crate::catalog::about_me::{Answer, Welcome};
use crate::exercise::Catalogue;
use crate::knee::Knowledge;
use crate::settings::{Appearance, Motion, Settings, TextSize, Volume};
use crate::side::Side;
use crate::words::{page as words, user_routines};

pub use about::{CHAPTER, Chapter, Copied};
use data::Data;
pub use data::{Doing, PATH, Request, Told};
pub use section::Section;

/// What scrolls.
pub const LIST: Id = Id::new("settings");

/// The steps one presses the volume up and down by.
const VOLUME_STEP: u8 = 10;
/// The steps one presses the seconds to get ready up and down by, and the most of them.
const GET_READY_STEP: u32 = 5;
const MOST_GET_READY: u32 = 60;

/// The state of the screen: the settings themselves belong to the parent.
#[derive(Debug, Default)]
pub struct SettingsScreen {
    section: Section,
    data: Data,
    /// The page below About that is open.
    chapter: Option<Chapter>,
    copied: Option<Copied>,
    /// What could not be opened.
    not_opened: Option<String>,
}

/// What a person does here.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // The names say it.
pub enum Message {
    Section(Section),
    GetReadyLess,
    GetReadyMore,
    TextSize(TextSize),
    AskInTheMorning,
    AboutMe(Answer),
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
    /// Open a page below About.
    Read(Chapter),
    /// Put this where it can be pasted from.
    Copy(Copied, String),
    /// Open this in the browser.
    OpenAddress(String),
    /// That did not open. Says so.
    NotOpened(String),
    /// Show the folder of the log.
    ShowLog,
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
    /// Put this where it can be pasted from.
    Copy(String),
    /// Open this in the browser.
    OpenAddress(String),
    /// A page below About is open, from its beginning.
    Chapter,
    /// Another section is open, from its beginning.
    Section(Section),
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
    /// What is known about knees, once that was read.
    pub knowledge: Option<&'a Knowledge>,
    /// The exercises that ship with the program.
    pub catalogue: &'a Catalogue,
    /// The window.
    pub viewport: Viewport,
}

impl SettingsScreen {
    /// Opens this section.
    pub fn at(section: Section) -> Self {
        Self {
            section,
            ..Self::default()
        }
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message, settings: &Settings) -> Action {
        let mut changed = settings.clone();
        match message {
            Message::Section(section) => {
                self.section = section;
                return Action::Section(section);
            }
            // Below nothing at all the routine says how long.
            Message::GetReadyLess => {
                changed.get_ready_seconds = changed
                    .get_ready_seconds
                    .and_then(|seconds| seconds.checked_sub(GET_READY_STEP));
            }
            Message::GetReadyMore => {
                let more = |seconds: u32| (seconds + GET_READY_STEP).min(MOST_GET_READY);
                changed.get_ready_seconds = Some(changed.get_ready_seconds.map_or(0, more));
            }
            Message::AboutMe(answer) => {
                let mut about_me = changed.welcome.told().cloned().unwrap_or_default();
                about_me.answer(answer);
                changed.welcome = if about_me.is_empty() {
                    Welcome::Skipped
                } else {
                    Welcome::Told(about_me)
                };
            }
            Message::TextSize(size) => changed.text_size = size,
            Message::AskInTheMorning => {
                changed.ask_in_the_morning = !changed.ask_in_the_morning;
            }
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
            Message::Read(chapter) => {
                self.chapter = Some(chapter);
                return Action::Chapter;
            }
            Message::Copy(copied, text) => {
                self.copied = Some(copied);
                return Action::Copy(text);
            }
            Message::OpenAddress(address) => {
                self.not_opened = None;
                return Action::OpenAddress(address);
            }
            Message::NotOpened(sentence) => {
                self.not_opened = Some(sentence);
                return Action::None;
            }
            Message::ShowLog => return Action::Data(Request::ShowLog),
            Message::About => {
                self.chapter = None;
                self.copied = None;
                self.not_opened = None;
                return Action::Section(Section::About);
            }
        }
        Action::Change(changed)
    }

    /// Draws the screen.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        if let Some(chapter) = self.chapter {
            return self.chapter(chapter, &context);
        }
        let size = context.viewport.size();
        let problem = context.problem.map(|problem| {
            let (title, line) = match problem {
                SettingsProblem::NotRead(line) => (words::settings_problem(), line),
                SettingsProblem::NotSaved(line) => (words::not_saved(), line),
                SettingsProblem::FolderNotOpened(line) => {
                    (user_routines::folder_not_opened(), line)
                }
            };
            banner(Tone::Sun, Icon::FileWarning, title)
                .line(line.as_str())
                .actions(
                    button(words::hide())
                        .small()
                        .quiet_on(Tone::Sun)
                        .on_press(Message::HideProblem),
                )
        });
        let open = match self.section {
            Section::Player => self.player(&context),
            Section::Sound => self.sound(&context),
            Section::Look => self.look(&context),
            Section::Reminders => self.reminders(&context),
            Section::Data => self.your_data(&context),
            Section::Keys => self.keys(&context),
            Section::About => self.about(&context),
        };
        let silence = self
            .silence(&context)
            .filter(|_| self.section == Section::Sound);
        let list = section::list(self.section, size);
        let open = column![problem, silence, open].spacing(gap::M);
        let content: Element<'a, Message> = if size == WindowSize::Small {
            column![list, open].spacing(gap::M).into()
        } else {
            row![list, container(open).width(Fill).max_width(width::SECTION)]
                .spacing(gap::XL)
                .align_y(Top)
                .into()
        };

        let frame = Frame::of(size);
        let header = page_header(size, words::settings(), None, None);
        frame.page(header, frame.scroll(content).id(LIST))
    }

    /// What Escape means, from the top layer down; none leaves the page.
    pub fn escape(&self) -> Option<Message> {
        let back = self.chapter.map(|_| Message::About);
        self.escape_data().or(back)
    }

    /// The dialog above the window, while it is open, and what closes it.
    pub fn dialog(&self) -> (Option<Element<'_, Message>>, Message) {
        (self.erase_dialog(), Message::Data(Doing::Keep))
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
        key_of((self.data.erasing, self.chapter, self.section))
    }

    fn visit(&self) -> u64 {
        key_of((self.chapter, self.section))
    }

    fn has_dialog(&self) -> bool {
        self.data.erasing.is_some()
    }
}
