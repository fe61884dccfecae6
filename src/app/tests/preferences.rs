//! Settings: changed where one is, written one after another, and read kindly.

use super::*;
use crate::side::Side;
use settings_screen::Message as Setting;

/// What is on the disk.
fn on_disk(desk: &Desk) -> Settings {
    let (settings, problems) = settings::read(&desk.home.path().join("settings.ron"));
    assert!(problems.is_empty(), "{problems:?}");
    settings
}

#[test]
fn what_is_changed_on_a_routine_holds_for_its_next_start() {
    let mut desk = Desk::open();
    desk.send(Message::Today(today_screen::Message::SeeSteps));
    assert!(desk.says("5 min, from getting ready to the end"));
    for _ in 0..3 {
        desk.send(Message::Routine(routine::Message::MoreTime));
    }
    desk.click("Right");
    assert!(desk.says("5 min 3 s, from getting ready to the end"));
    assert_eq!(desk.app.preferences.settings.get_ready_seconds, Some(8));
    assert_eq!(on_disk(&desk), desk.app.preferences.settings);

    desk.click("Start");
    assert!(desk.says("5:03 left"));
    assert!(desk.says("Left, 25 s"), "the left side comes second");
}

#[test]
fn the_time_to_get_ready_stays_within_its_bounds() {
    let mut desk = Desk::open();
    desk.send(Message::Today(today_screen::Message::SeeSteps));
    for _ in 0..9 {
        desk.send(Message::Routine(routine::Message::LessTime));
    }
    assert_eq!(desk.app.preferences.settings.get_ready_seconds, Some(0));
    assert!(desk.says("4 min 55 s, from getting ready to the end"));
    for _ in 0..70 {
        desk.send(Message::Routine(routine::Message::MoreTime));
    }
    assert_eq!(desk.app.preferences.settings.get_ready_seconds, Some(60));
}

#[test]
fn settings_are_written_one_after_another_and_the_last_stays() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::Settings));
    let now = desk.now();
    let first = desk.app.update(Message::Settings(Setting::Volume(10)), now);
    // While that is being written, more changes come; none is written beside it.
    for setting in [
        Setting::Volume(20),
        Setting::Countdown,
        Setting::Volume(30),
        Setting::FirstSide(crate::side::Side::Right),
    ] {
        let task = desk.app.update(Message::Settings(setting.clone()), now);
        assert_eq!(messages(task).len(), 0, "{setting:?}");
    }
    let written = messages(first);
    assert_eq!(written.len(), 1);
    assert_eq!(on_disk(&desk).volume.percent(), 10);
    for message in written {
        desk.send(message);
    }
    assert_eq!(on_disk(&desk), desk.app.preferences.settings);
    assert_eq!(on_disk(&desk).volume.percent(), 30);
    assert_eq!(on_disk(&desk).first_side, Side::Right);
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::Settings));
    let now = desk.now();
    let task = desk.app.update(
        Message::Settings(Setting::Appearance(Appearance::System)),
        now,
    );
    assert_eq!(messages(task).len(), 0);
}

#[test]
fn mute_in_the_player_is_remembered() {
    let mut desk = Desk::playing(SHORT);
    desk.type_in('m');
    assert!(!desk.app.preferences.settings.muted);
    desk.type_in('m');
    assert!(desk.app.preferences.settings.muted);
    assert_eq!(on_disk(&desk), desk.app.preferences.settings);
}

#[test]
fn a_faulty_settings_file_costs_one_sentence_and_nothing_else() {
    let faulty = "(muted: true, volume: 300, appearance: Purple, first_side: Right)";
    let mut desk = Desk::launch(None, faulty);
    assert_eq!(desk.app.preferences.settings.first_side, Side::Right);
    assert!(desk.says("Post-Run\nKnee Reset"), "it opens all the same");
    desk.send(Message::Go(Tab::Settings));
    assert!(desk.says(crate::words::page::settings_problem()));
    let sentences: Vec<_> = desk
        .words()
        .into_iter()
        .filter(|words| words.content.contains("settings.ron"))
        .collect();
    assert_eq!(sentences.len(), 1, "{sentences:?}");
    assert!(sentences[0].content.contains("settings.ron:1:"));

    desk.click("Hide");
    assert!(!desk.says(crate::words::page::settings_problem()));
}

#[test]
fn text_grows_on_every_page_but_in_the_player_and_the_window_stays() {
    let mut desk = Desk::open();
    let window = desk.app.viewport().window;
    let larger = |desk: &mut Desk| desk.press_with_control('+');
    larger(&mut desk);
    assert_eq!(on_disk(&desk).text_size.percent(), 115);
    assert_eq!(desk.app.zoom(), 1.15);
    assert_eq!(desk.app.viewport().window, window / 1.15);
    for _ in 0..9 {
        larger(&mut desk);
    }
    assert_eq!(desk.app.zoom(), 2.0);
    // What the toolkit calls 590 pixels are 1180 on the screen.
    desk.resize(Size::new(590.0, 390.0));
    assert_eq!(desk.app.window, Size::new(1180.0, 780.0));
    assert_eq!(desk.app.viewport().window, Size::new(590.0, 390.0));

    desk.send(Message::Today(today_screen::Message::StartReset));
    assert_eq!(desk.app.zoom(), 1.0);
    assert_eq!(desk.app.viewport().window, Size::new(1180.0, 780.0));
    // A cue grows with it, as far as there is room.
    let cue = |desk: &Desk| {
        let words = desk.words();
        let cue = words
            .iter()
            .find(|words| words.bounds.y > 550.0 && words.bounds.x < 100.0);
        cue.unwrap().bounds.height
    };
    let large = cue(&desk);
    desk.app.preferences.settings.text_size = settings::TextSize::default();
    let normal = cue(&desk);
    assert!(large > 1.25 * normal, "{large} and {normal}");
    desk.app.preferences.settings.text_size = settings::TextSize::ALL[5];
    desk.send(Message::Player(player::Message::Leave));
    desk.press_with_control('-');
    assert_eq!(on_disk(&desk).text_size.percent(), 175);
    desk.press_with_control('0');
    assert_eq!(desk.app.zoom(), 1.0);
}

#[test]
fn the_keyboard_can_hide_the_problem() {
    let mut desk = Desk::launch(None, "(muted: true, volume: 300)");
    desk.send(Message::Go(Tab::Settings));
    desk.tab_to(crate::words::page::hide());
    desk.press(Stroke::Enter);
    assert!(!desk.says(crate::words::page::settings_problem()));
}

#[test]
fn what_could_not_be_saved_is_said_until_it_is() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::Settings));
    // A file where the folder should be.
    let folders = desk.app.preferences.folders.clone().unwrap();
    let blocked = desk.home.path().join("blocked");
    std::fs::write(&blocked, "").unwrap();
    desk.app.preferences.folders = Some(Folders {
        config: blocked.join("within"),
        ..folders.clone()
    });
    desk.send(Message::Settings(Setting::Volume(10)));
    assert!(desk.says(crate::words::page::not_saved()));
    assert!(!desk.says(crate::words::page::settings_problem()));
    assert_eq!(
        desk.app.preferences.settings.volume.percent(),
        10,
        "it holds for now"
    );

    desk.app.preferences.folders = Some(folders);
    desk.send(Message::Settings(Setting::Volume(20)));
    assert!(!desk.says(crate::words::page::not_saved()));
    assert_eq!(on_disk(&desk).volume.percent(), 20);
}

#[test]
fn without_a_home_nothing_is_written_and_nothing_is_claimed() {
    let mut desk = Desk::open();
    desk.app.preferences.folders = None;
    desk.send(Message::Go(Tab::Settings));
    desk.send(Message::Settings(Setting::Volume(10)));
    assert_eq!(desk.app.preferences.settings.volume.percent(), 10);
    desk.send(Message::Settings(Setting::Section(Section::About)));
    assert!(!desk.says(crate::words::data::settings_file()));
}

#[test]
fn the_theme_follows_the_settings_at_once() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::Settings));
    desk.click(crate::words::settings::look());
    assert!(desk.app.theme().is_none());
    desk.click("Dark");
    assert_eq!(desk.app.theme(), Some(theme::dark()));
    desk.click("Light");
    assert_eq!(desk.app.theme(), Some(theme::light()));
    desk.click("As the system");
    assert!(desk.app.theme().is_none());
}
