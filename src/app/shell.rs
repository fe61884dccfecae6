//! The frame around the pages: sidebar, notes, dialogs, and the events of the window.

use std::time::Instant;

use iced::keyboard::{Key, Modifiers, key::Named};
use iced::widget::{column, container, row, space};
use iced::{Center, Element, Event, Fill, Subscription, Task, event, keyboard, mouse, window};

use super::adding;
use super::control::{self, Kind, scope};
use super::loading::Loading;
use super::navigation::{Screen, Tab};
use super::playing::Playing;
use super::screen::{Page, Viewport};
use super::shortcut;
use super::state::knees::unlocked::Unlocked;
use super::theme::{Tokens, Tone, type_role};
use super::widget::page::Frame;
use super::widget::scale::PlayerScale;
use super::widget::sidebar::{Entry, sidebar};
use super::widget::{
    Icon, WindowSize, banner, button, damage, dialog, guarded, icon_button, key_line, modal_maybe,
    with_toast,
};
use super::{Message, Ready, placement, screen};
use crate::app::screen::{pain_check, player};
use crate::app::theme::size::{gap, line};
use crate::knee::OpenFinding;
use crate::side::Side;
use crate::words::{keys, knee_map, page as words, player as player_words, progress};

/// What the window says, and which keys are pressed. All of it goes through here: everybody who listens is told of
/// every frame.
pub(super) fn window_event(event: Event, status: event::Status, id: window::Id) -> Option<Message> {
    match event {
        Event::Window(window::Event::Opened { size, .. }) => {
            Some(Message::Placement(placement::Message::Opened(id, size)))
        }
        Event::Window(window::Event::Resized(size)) => Some(Message::Resized(size)),
        Event::Window(window::Event::Focused) => Some(Message::Focused),
        Event::Window(window::Event::CloseRequested) => Some(Message::Close),
        Event::Window(window::Event::FileDropped(file)) => Some(Message::Dropped(file)),
        // A field that is written in keeps Escape to itself and only loses its cursor.
        Event::Keyboard(keyboard::Event::KeyPressed {
            key: keyboard::Key::Named(keyboard::key::Named::Escape),
            ..
        }) if status == event::Status::Captured => Some(Message::EmptySearch),
        Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Back)) => Some(Message::Back),
        Event::Keyboard(event) => key_event(event, status),
        _ => None,
    }
}

/// What a key means, which is hardly anything where something else has taken it.
fn key_event(event: keyboard::Event, status: event::Status) -> Option<Message> {
    if let keyboard::Event::KeyPressed { key, modifiers, .. } = &event {
        match (key.as_ref(), status) {
            (Key::Named(Named::F11), _) => return Some(Message::FullScreen),
            (Key::Named(Named::ArrowLeft), event::Status::Ignored)
                if *modifiers == Modifiers::ALT =>
            {
                return Some(Message::Back);
            }
            // Whoever moves the keyboard sees where it goes.
            (
                Key::Named(
                    Named::Tab
                    | Named::ArrowLeft
                    | Named::ArrowRight
                    | Named::ArrowUp
                    | Named::ArrowDown,
                ),
                event::Status::Captured,
            ) => return Some(Message::Pointer),
            _ => {}
        }
    }
    (status == event::Status::Ignored)
        .then(|| shortcut::press(event).map(Message::Key))
        .flatten()
}

/// What the pointer does.
#[expect(
    clippy::needless_pass_by_value,
    reason = "iced hands events out by value"
)]
pub(super) fn pointer_event(event: Event, _: event::Status, _: window::Id) -> Option<Message> {
    match event {
        Event::Mouse(mouse::Event::CursorMoved { .. } | mouse::Event::ButtonPressed(_))
        | Event::Touch(_) => Some(Message::Pointer),
        _ => None,
    }
}

/// Draws the window.
pub(super) fn view(app: &Ready) -> Element<'_, Message> {
    let (dialog, close) = match &app.check {
        Some(check) => {
            let question = check.view().map(Message::PainCheck);
            let close = Message::PainCheck(pain_check::Message::Close);
            (Some(question), close)
        }
        None if app.adding.is_some() => {
            let adding = app.adding.as_ref().map(|adding| adding.view());
            let close = Message::Adding(adding::Message::Close);
            (adding.map(|adding| adding.map(Message::Adding)), close)
        }
        None => {
            let help = app.keys.is_help_open;
            let help = help.then(|| {
                keys_sheet(match app.screens.open {
                    Screen::KneeMap(_) => &shortcut::KNEE_MAP,
                    _ => &shortcut::PLACES,
                })
            });
            (help, Message::Keys(false))
        }
    };
    let window = modal_maybe(window(app), dialog, Some(close));
    // The sidebar stays free unless a dialog lies above it.
    let is_over_all = app.check.is_some() || app.has_dialog();
    // Painted as everything else is: a window's own background is not repainted in every buffer when it changes.
    let ground = match app.screens.open {
        Screen::Player => |tokens: &Tokens| tokens.surface,
        _ => |tokens: &Tokens| tokens.background,
    };
    let window = damage::ground(move |theme| ground(Tokens::of(theme)), 0.0, window);
    let window = guarded(app.guard.is_up() && is_over_all, window);
    control::keyboard(true, window)
}

/// What keys do on every page, to be laid over one.
fn keys_sheet<'a>(below: &'static [shortcut::KeyLine]) -> Element<'a, Message> {
    let line = |(caps, does): &shortcut::KeyLine| {
        container(key_line(caps, does())).center_y(line::KEY).into()
    };
    let lines: Vec<_> = below.iter().chain(&shortcut::PAGES).collect();
    let (left, right) = lines.split_at(lines.len().div_ceil(2));
    let content = column![
        row![
            type_role::title_2(keys::title()),
            space::horizontal(),
            icon_button(Icon::X, player_words::close()).on_press(Message::Keys(false)),
        ]
        .align_y(Center),
        row![
            column(left.iter().copied().map(line)).width(Fill),
            column(right.iter().copied().map(line)).width(Fill),
        ]
        .spacing(gap::XXL),
    ]
    .spacing(gap::S);
    dialog(keys::title(), 720.0, content)
}

/// How much larger than designed a cue and a name become in the player.
const LARGEST_IN_PLAYER: f32 = 1.3;

/// Draws everything but what lies above it.
fn window(app: &Ready) -> Element<'_, Message> {
    let viewport = app.viewport();
    let note = app.note();
    let page: Element<'_, Message> = match &app.screens.open {
        Screen::Player => {
            let Some(Playing {
                playback,
                player,
                next,
            }) = app.playing.as_deref()
            else {
                return space().into();
            };
            let context = player::Context {
                viewport,
                text: app
                    .preferences
                    .settings
                    .text_size
                    .factor()
                    .min(LARGEST_IN_PLAYER),
                is_muted: app.preferences.settings.muted,
                is_silent: app.sound.is_silent(),
                sessions_this_week: app.history.sessions_this_week(playback.written()),
                next: next.as_ref(),
            };
            let player = player.view(playback, &context).map(Message::Player);
            return guarded(app.guard.is_up(), app.scoped(player));
        }
        Screen::Today(today) => today
            .view(
                &viewport,
                app.knees
                    .knowledge()
                    .map(|knowledge| (&**knowledge, &app.knees.pictures)),
            )
            .map(Message::Today),
        Screen::Routines(routines) => routines.view(&viewport).map(Message::Routines),
        Screen::Routine(detail) => detail
            .view(
                &app.preferences.settings,
                &viewport,
                app.may_play(&detail.loaded().routine).err(),
            )
            .map(Message::Routine),
        Screen::Exercise(page) => page.view(&viewport).map(Message::Exercise),
        Screen::KneeMap(map) => map.view(&viewport).map(Message::KneeMap),
        Screen::Finding(finding) => finding
            .view(&viewport, &app.knees.pictures)
            .map(Message::Finding),
        Screen::Conditions(list) => list
            .view(&viewport, &app.knees.pictures)
            .map(Message::Conditions),
        Screen::Condition(condition) => condition
            .view(&viewport, &app.knees.pictures)
            .map(Message::Condition),
        Screen::Progress(progress) => progress.view(&viewport).map(Message::Progress),
        Screen::Settings(settings) => settings
            .view(screen::settings::Context {
                settings: &app.preferences.settings,
                folder: app.preferences.folder(),
                data: app.preferences.data_folder(),
                own: app.library.user.folder.as_deref(),
                problem: app.preferences.problem.as_ref(),
                is_silent: app.sound.is_silent(),
                knowledge: app.knees.knowledge().map(AsRef::as_ref),
                catalogue: &app.library.content.catalogue,
                viewport,
            })
            .map(Message::Settings),
    };

    let page = app.scoped(page);
    // While a session waits, there is only the way back to it.
    if app.has_session() {
        return guarded(app.guard.is_up(), page);
    }
    let page = guarded(app.guard.is_up(), column![note, page]);
    let toast = app
        .knees
        .unlocked
        .as_ref()
        .map(|unlocked| unlocked.toast(Message::Unlocked));
    let page = with_toast(container(page).width(Fill).height(Fill), 0.0, toast);
    let window = beside_sidebar(
        viewport.size(),
        app.page().map_or(Tab::Today, Page::tab),
        page,
    );
    // Above the sidebar too: what is being changed is not left by a stray click.
    match &app.screens.open {
        Screen::Progress(progress) => {
            let (dialog, close) = progress.dialog();
            let dialog = dialog.map(|dialog| dialog.map(Message::Progress));
            modal_maybe(window, dialog, Some(Message::Progress(close)))
        }
        Screen::Finding(finding) => {
            let (dialog, close) = finding.dialog(&viewport);
            let dialog = dialog.map(|dialog| dialog.map(Message::Finding));
            modal_maybe(window, dialog, Some(Message::Finding(close)))
        }
        Screen::Settings(settings) => {
            let (dialog, close) = settings.dialog();
            let dialog = dialog.map(|dialog| dialog.map(Message::Settings));
            modal_maybe(window, dialog, Some(Message::Settings(close)))
        }
        _ => window,
    }
}

/// Puts the sidebar beside a page.
fn beside_sidebar<'a>(
    size: WindowSize,
    open: Tab,
    page: Element<'a, Message>,
) -> Element<'a, Message> {
    let entry = |place, icon, label| Entry { place, icon, label };
    let sidebar = sidebar(
        size,
        words::name(),
        &[
            entry(Tab::Today, Icon::House, words::today()),
            entry(Tab::Routines, Icon::Layers, words::routines()),
            entry(Tab::KneeMap, Icon::Crosshair, knee_map::name()),
            entry(Tab::Progress, Icon::ChartNoAxesColumn, progress::name()),
        ],
        &[entry(Tab::Settings, Icon::Settings, words::settings())],
        open,
        Message::Go,
    );
    row![sidebar, page].into()
}

/// Draws the window before everything was read: the way around is there at once.
pub(super) fn view_of_loading(loading: &Loading) -> Element<'_, Message> {
    let size = WindowSize::of_width(loading.window.width);
    let window = beside_sidebar(size, Tab::Today, space().into());
    damage::ground(|theme| Tokens::of(theme).background, 0.0, window)
}

impl Ready {
    pub(super) fn title(&self) -> String {
        match (&self.screens.open, &self.playing) {
            (Screen::Player, Some(playing)) => {
                words::title(&playing.playback.loaded().routine.name)
            }
            _ => words::name().to_owned(),
        }
    }

    /// How much larger than designed everything is drawn. The player follows the window instead, and so does the end of a
    /// session, which is read from the same mat.
    pub(super) fn zoom(&self) -> f32 {
        let text = self.preferences.settings.text_size.factor();
        let playing = self.playing.as_ref();
        match (&self.screens.open, playing) {
            (Screen::Player, Some(playing)) if playing.playback.ending().is_some() => {
                text.max(PlayerScale::of_window(self.window).factor())
            }
            (Screen::Player, _) => 1.0,
            _ => text,
        }
    }

    /// What every page has to know about the window.
    pub(super) fn viewport(&self) -> Viewport {
        Viewport {
            motion: self.preferences.settings.motion,
            window: self.window / self.zoom(),
            withheld: self.findings().allow_routines().err(),
        }
    }

    /// The size of the window, keys, and time where something moves.
    pub(super) fn subscriptions(&self) -> Vec<Subscription<Message>> {
        // A session goes on below the knee map too.
        let playing = self.playing.as_ref();
        let frame =
            playing.and_then(|playing| playing.player.frame(&playing.playback, &self.viewport()));
        let pointer = match (&self.screens.open, playing) {
            (Screen::Player, Some(playing)) => playing.player.watches_pointer(),
            _ => false,
        };
        let unlocked = self.knees.unlocked.as_ref();
        let unlocked = unlocked.and_then(Unlocked::subscription);
        let frame = frame.map(|frame| iced::time::every(frame).map(|_| Message::Tick));
        let pointer = pointer.then(|| iced::event::listen_with(pointer_event));
        [
            self.watch_user_routines(),
            self.rest_of_window(),
            self.end_of_toast(),
            unlocked.map(|time| time.map(Message::Unlocked)),
            self.end_of_day(),
            frame,
            pointer,
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The pointer was used.
    pub(super) fn on_pointer(&mut self, real: Instant) -> Task<Message> {
        match self.screens.open {
            Screen::Player => self.update_player(player::Message::Pointer, real),
            _ => Task::none(),
        }
    }

    /// The window came to the front: another one may have written, or erased.
    pub(super) fn on_focus(&mut self) -> Task<Message> {
        self.history.look();
        self.look_back();
        self.ask_for_unknown_screen()
    }

    /// The page as a place of its own, where the keyboard has its beginning.
    fn scoped<'a>(&self, page: Element<'a, Message>) -> Element<'a, Message> {
        let name = self.page().map_or_else(|| words::name().into(), Page::name);
        scope(Kind::Main, self.visit(), name.into_owned(), page)
    }

    /// Whether a session is on or waits.
    pub(super) fn has_session(&self) -> bool {
        self.playing.is_some()
    }

    /// Whether a dialog lies above the page.
    pub(super) fn has_dialog(&self) -> bool {
        self.keys.is_help_open || self.adding.is_some() || self.page().is_some_and(Page::has_dialog)
    }

    /// The most important thing there is to say above a page.
    fn note(&self) -> Option<Element<'_, Message>> {
        self.waiting()
            .or_else(|| self.journal_note())
            .or_else(|| self.gone())
    }

    /// Says on every other page that a knee should be looked at first.
    fn waiting(&self) -> Option<Element<'_, Message>> {
        // Today and the knee map say it in their own way.
        if matches!(
            self.screens.open,
            Screen::Today(_) | Screen::KneeMap(_) | Screen::Finding(_)
        ) {
            return None;
        }
        let findings = self.findings();
        let knees = match findings.open() {
            [] => return None,
            [
                OpenFinding {
                    leg: Side::Left, ..
                },
            ] => knee_map::left_knee_low(),
            [
                OpenFinding {
                    leg: Side::Right, ..
                },
            ] => knee_map::right_knee_low(),
            _ => knee_map::both_knees_low(),
        };
        let note = banner(Tone::Ember, Icon::OctagonAlert, knee_map::waiting(knees))
            .line(knee_map::waiting_line())
            .actions(
                button(knee_map::see_why())
                    .small()
                    .on_press(Message::SeeWhy),
            );
        Some(self.above_page(note))
    }

    /// A note above a page, as wide as what is below it.
    pub(super) fn above_page<'a>(
        &self,
        note: impl Into<Element<'a, Message>>,
    ) -> Element<'a, Message> {
        Frame::of(self.viewport().size()).note(note)
    }
}
