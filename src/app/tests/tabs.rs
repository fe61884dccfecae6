//! Where one gets to, and back.

use super::*;

/// Which screen is open.
fn screen(desk: &Desk) -> &'static str {
    match desk.app.screens.open {
        Screen::Today(_) => "today",
        Screen::Routines(_) => "routines",
        Screen::Routine(_) => "routine",
        Screen::Exercise(_) => "exercise",
        Screen::KneeMap(_) => "knee map",
        Screen::Finding(_) => "finding",
        Screen::Conditions(_) => "conditions",
        Screen::Condition(_) => "condition",
        Screen::Progress(_) => "progress",
        Screen::Settings(_) => "settings",
        Screen::Player => "player",
    }
}

#[test]
fn the_first_frame_shows_the_frame_and_then_today_comes() {
    let (mut desk, read) = Desk::before_reading(None, "(muted: true)", 1.0);
    assert!(matches!(desk.app, App::Loading(_)));
    assert!(desk.says("Routines"), "the way around is there at once");
    desk.send(read);
    assert_eq!(screen(&desk), "today");
    assert_eq!(desk.app.title(), "Kneewise");
}

#[test]
fn a_routine_on_the_command_line_opens_behind_the_first_frame() {
    let (mut desk, read) = Desk::before_reading(Some(loaded(SHORT)), "(muted: true)", 1.0);
    assert!(!desk.says("Short"));
    desk.send(read);
    assert_eq!(screen(&desk), "player");
    assert_eq!(desk.app.title(), "Kneewise: Short");
    desk.send(Message::Player(player::Message::Leave));
    assert_eq!(screen(&desk), "today");
}

#[test]
fn a_routine_on_the_command_line_begins_as_the_settings_say() {
    let settings = "(muted: true, first_side: Right, get_ready_seconds: Some(9))";
    let desk = Desk::launch(Some(loaded(SHORT)), settings);
    let words = desk.words();
    let find = |content: &str| words.iter().find(|words| words.content == content);
    assert!(find("1:39 left").is_some(), "{words:?}");
    assert!(find("9").is_some());
    let next = words.iter().any(|words| words.content == "Left, 20 s");
    assert!(next, "after the right comes the left");
}

#[test]
fn what_was_done_leads_to_today() {
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::Routines));
    desk.send(Message::Routines(routines_screen::Message::Open(1)));
    desk.send(Message::Routine(routine::Message::Start));
    desk.play(120);
    desk.send(Message::Player(player::Message::Stop));
    desk.send(Message::Player(player::Message::Leave));
    assert_eq!(screen(&desk), "today");
    assert!(desk.app.screens.behind.is_empty());
}

#[test]
fn who_did_nothing_returns_to_where_they_came_from() {
    let mut desk = Desk::open();
    desk.send(Message::Today(today_screen::Message::StartReset));
    assert_eq!(screen(&desk), "player");
    desk.send(Message::Player(player::Message::Leave));
    assert_eq!(screen(&desk), "today");

    desk.send(Message::Go(Tab::Routines));
    desk.send(Message::Routines(routines_screen::Message::Open(1)));
    desk.send(Message::Routine(routine::Message::Start));
    assert_eq!(screen(&desk), "player");
    desk.send(Message::Player(player::Message::Again));
    desk.send(Message::Player(player::Message::Leave));
    assert_eq!(screen(&desk), "routine");
    desk.send(Message::Routine(routine::Message::Back));
    assert_eq!(screen(&desk), "routines");
    assert!(desk.app.screens.behind.is_empty());
}

#[test]
fn back_from_a_routine_leads_to_where_it_was_opened() {
    let mut desk = Desk::open();
    desk.send(Message::Today(today_screen::Message::SeeSteps));
    assert_eq!(screen(&desk), "routine");
    assert!(desk.says("Post-Run Knee Reset"));
    desk.press(Stroke::Escape);
    assert_eq!(screen(&desk), "today");

    desk.send(Message::Go(Tab::Routines));
    desk.tab(2);
    desk.press(Stroke::Enter);
    assert_eq!(screen(&desk), "routine");
    assert!(desk.says("Standing Post-Run Knee Reset"));
    desk.press(Stroke::Escape);
    assert_eq!(screen(&desk), "routines");
    // The keyboard is still on the card it was on.
    desk.press(Stroke::Enter);
    assert!(desk.says("Standing Post-Run Knee Reset"));
}

#[test]
fn a_place_in_the_sidebar_forgets_the_way_back() {
    let mut desk = Desk::open();
    desk.send(Message::Today(today_screen::Message::SeeSteps));
    desk.send(Message::Go(Tab::Settings));
    assert!(desk.app.screens.behind.is_empty());
    desk.press(Stroke::Escape);
    assert_eq!(screen(&desk), "today");
}

#[test]
fn control_with_a_number_opens_a_place_but_not_while_playing() {
    let mut desk = Desk::open();
    for (key, place) in [('2', "routines"), (',', "settings"), ('1', "today")] {
        desk.press_with_control(key);
        assert_eq!(screen(&desk), place);
    }
    desk.press_with_control('7');
    assert_eq!(screen(&desk), "today");
    desk.type_in('2');
    assert_eq!(screen(&desk), "today", "a digit alone is no way");

    desk.send(Message::Today(today_screen::Message::StartReset));
    for key in ['1', '2', ','] {
        desk.press_with_control(key);
        assert_eq!(screen(&desk), "player");
    }
}

#[test]
fn nothing_opens_before_there_is_something_to_open() {
    let (mut desk, read) = Desk::before_reading(None, "(muted: true)", 1.0);
    desk.press_with_control('2');
    desk.press(Stroke::Enter);
    desk.type_in('s');
    desk.tab(3);
    assert!(matches!(desk.app, App::Loading(_)));
    desk.send(read);
    assert_eq!(screen(&desk), "today", "keys were meant for no page");
}

#[test]
fn a_place_that_is_clicked_before_anything_was_read_opens_afterwards() {
    let (mut desk, read) = Desk::before_reading(None, "(muted: true)", 1.0);
    desk.send(Message::Go(Tab::Settings));
    desk.send(read);
    assert_eq!(screen(&desk), "settings");
}

#[test]
fn s_starts_wherever_there_is_one_thing_to_start() {
    for open in [
        None,
        Some(Message::Today(today_screen::Message::SeeSteps)),
        Some(Message::Go(Tab::Routines)),
    ] {
        let mut desk = Desk::open();
        if let Some(open) = open.clone() {
            desk.send(open);
        }
        desk.type_in('s');
        assert_eq!(
            desk.app.title(),
            "Kneewise: Post-Run Knee Reset",
            "{open:?}"
        );
    }
    // On the catalog it is the routine the keyboard is on.
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::Routines));
    desk.press(Stroke::Right);
    desk.press(Stroke::Right);
    desk.type_in('s');
    assert_eq!(desk.app.title(), "Kneewise: Standing Post-Run Knee Reset");
}

#[test]
fn once_more_stays_in_full_screen_and_leaving_ends_it() {
    let mut desk = Desk::playing(SHORT);
    desk.type_in('f');
    desk.send(Message::Player(player::Message::Stop));
    desk.send(Message::Player(player::Message::Again));
    assert!(desk.player().is_full_screen());
    // So Escape ends the full screen first, as it would have before.
    desk.press(Stroke::Escape);
    assert!(!desk.player().is_full_screen());
    assert!(desk.says("0:00 done"));
}

#[test]
fn time_is_told_only_while_something_moves() {
    use iced_test::futures::subscription::into_recipes;
    let asked = |desk: &Desk| into_recipes(desk.app.subscription()).len();

    // Keys, and what the window says.
    let mut desk = Desk::open();
    desk.send(Message::Go(Tab::Settings));
    let still = asked(&desk);
    // The folder with routines of one's own is watched, which draws nothing while nothing happens there.
    desk.send(Message::Go(Tab::Routines));
    assert_eq!(asked(&desk), still + 1);
    // Today asks once a minute whether the day is over.
    desk.send(Message::Go(Tab::Today));
    assert_eq!(asked(&desk), still + 1);
    desk.send(Message::Today(today_screen::Message::StartReset));
    assert_eq!(asked(&desk), still + 1, "playing");
    desk.play(1);
    desk.press(Stroke::Space);
    assert_eq!(asked(&desk), still, "paused");
    desk.press(Stroke::Escape);
    assert_eq!(asked(&desk), still, "asked whether to end");
    desk.send(Message::Player(player::Message::Stop));
    assert_eq!(asked(&desk), still, "finished");
    // A ring costs nothing while it is shown.
    desk.tab(1);
    assert!(desk.is_ringed());
    assert_eq!(asked(&desk), still);
}

#[test]
fn messages_of_a_screen_that_is_gone_do_nothing() {
    let mut desk = Desk::open();
    let late = [
        Message::Tick,
        Message::Player(player::Message::Leave),
        Message::Routine(routine::Message::Start),
        Message::Routines(routines_screen::Message::Open(0)),
        Message::Settings(settings_screen::Message::Muted),
    ];
    for message in late {
        desk.send(message);
        assert_eq!(screen(&desk), "today");
    }
    assert!(desk.app.preferences.settings.muted);
}

#[test]
fn at_twenty_times_the_speed_session_and_sound_agree() {
    let (mut desk, read) = Desk::before_reading(Some(loaded(SHORT)), "(muted: true)", 20.0);
    desk.send(read);
    for _ in 0..10 {
        desk.at += Duration::from_millis(100);
        desk.send(Message::Tick);
    }
    // A second is worth twenty: fifteen into the first hold, five left of it.
    assert!(desk.says("0:20 done"));
    assert!(desk.says("5"));
    // What begins at 25 s of the session is heard a quarter of a second from now.
    let cue = crate::session::cue::Cue::SwitchSides;
    let clock = desk.playback().clock();
    let at = clock.session(desk.now()) + Duration::from_secs(5);
    let dues = sound::dues(vec![(at, cue)], clock, &desk.app.preferences.settings);
    let due = desk.now() + Duration::from_millis(250);
    assert_eq!(dues, [audio::Due { at: due, cue }]);
}

#[test]
fn time_begins_when_the_first_signal_can_be_heard() {
    for (settings, done) in [("(muted: true)", "0:01 done"), ("()", "0:00 done")] {
        let mut desk = Desk::launch(Some(loaded(SHORT)), settings);
        desk.play(1);
        assert!(desk.says(done), "{settings}");
        desk.at += Duration::from_millis(200);
        desk.send(Message::Tick);
        assert!(desk.says("0:01 done"), "{settings}");
    }
}

#[test]
fn signals_that_are_not_wished_for_are_not_sent() {
    use crate::session::cue::{Count, Cue};
    let clock = crate::app::clock::Clock::new(Instant::now(), 1.0);
    let at = Instant::now() + Duration::from_secs(1);
    let all = [
        Cue::GetReady,
        Cue::Count(Count::Three),
        Cue::Start,
        Cue::Halfway,
        Cue::SwitchSides,
        Cue::Rest,
        Cue::RepBeat,
        Cue::Finished,
    ];
    let sent = |countdown, rep_beats| {
        let settings = Settings {
            countdown,
            rep_beats,
            ..Settings::default()
        };
        let signals = all.iter().map(|cue| (at, *cue)).collect();
        sound::dues(signals, clock, &settings)
            .into_iter()
            .map(|due| due.cue)
            .collect::<Vec<_>>()
    };
    let without = |left_out: &[Cue]| {
        let mut left = all.to_vec();
        left.retain(|cue| !left_out.contains(cue));
        left
    };
    assert_eq!(sent(true, true), all);
    assert_eq!(sent(true, false), without(&[Cue::RepBeat]));
    assert_eq!(
        sent(false, true),
        without(&[Cue::Count(Count::Three), Cue::Halfway])
    );
}
