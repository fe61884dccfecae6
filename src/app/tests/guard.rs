//! A double click answers one page: wherever a press leads to another page, the next press on the same point does nothing
//! for a moment.

use super::*;
use crate::app::screen::settings::{Doing, Message as Setting};
use crate::words::{data, knee_map as map, page, pain, player as session, progress, today};
use iced::Point;

/// When the second click of a double click comes, in milliseconds after the first.
const DOUBLE_CLICKS: [u64; 3] = [50, 150, 350];
/// When a page takes presses, in milliseconds after it appeared.
const TAKES_PRESSES: u64 = 400;
/// The same for a page with a red flag.
const FLAG_TAKES_PRESSES: u64 = 600;

/// What is pressed.
enum Target {
    /// The first of these texts.
    Text(&'static str),
    /// The last of these texts, which is the one in a dialog.
    Last(&'static str),
    Icon(widget::Icon),
    /// What leads on in the knee map.
    Way,
}

/// A press that leads to another page.
struct Turn {
    name: &'static str,
    desk: fn() -> Desk,
    target: Target,
}

const fn turn(name: &'static str, desk: fn() -> Desk, target: Target) -> Turn {
    Turn { name, desk, target }
}

use Target::{Icon, Last, Text, Way};

/// Wherever a press leads to another page.
fn turns() -> [Turn; 37] {
    [
        turn("today, start", Desk::open, Text("Start, 5 min")),
        turn("today, start with a question", asked, Text("Start, 5 min")),
        turn("today, steps", Desk::open, Text(page::see_steps())),
        turn("today, where it hurts", Desk::open, Text(map::open())),
        turn("today, a number", Desk::open, Text("Pain after sessions")),
        turn("routines, a routine", routines, Text(STANDING)),
        turn("routine, start", routine, Text(page::start_now())),
        turn("routine, back", routine, Icon(widget::Icon::ArrowLeft)),
        turn("routine, an exercise", routine, Text("Heel slide")),
        turn("pain check, skip", check, Last(pain::skip())),
        turn("pain check, knee map", high_check, Last(map::open())),
        turn("pain check, anyway", high_check, Last(pain::start_anyway())),
        turn("knee map, marked", marked, Way),
        turn("knee map, about you", about, Way),
        turn("knee map, first check", first_check, Way),
        turn("knee map, second check", second_check, Way),
        turn("knee map, question", question, Way),
        turn("knee map, conditions", knee_map, Text(map::browse())),
        turn("conditions, one", conditions, Text("IT band syndrome")),
        turn("banner, see why", flagged, Text(map::see_why())),
        turn("today, what to do", waiting, Text(today::what_to_do())),
        turn("today, locked", waiting, Text(page::locked())),
        turn("today, summary", waiting, Text(today::save_a_summary())),
        turn("player, end", playing, Text(session::end())),
        turn("player, it hurts", playing, Text(session::hurts())),
        turn("end, carry on", ending, Text(session::carry_on())),
        turn("end, end", ending, Text(session::end_at_once())),
        turn("it hurts, easier", hurting, Text(session::make_easier())),
        turn("it hurts, skip", hurting, Text(session::skip_exercise())),
        turn("it hurts, where", hurting, Text(map::show_where())),
        turn("it hurts, stop", hurting, Text(session::stop_here())),
        turn("it hurts, fine", hurting, Text(session::it_is_fine())),
        turn("finished, again", finished, Text(session::again())),
        turn("finished, finish", finished, Text(session::finish_button())),
        turn(
            "progress, sessions",
            progressing,
            Text(progress::sessions()),
        ),
        turn("session, edit", sessions, Icon(widget::Icon::Pencil)),
        turn("settings, erase", erasing, Last(data::erase())),
    ]
}

const STANDING: &str = "Standing Post-Run Knee Reset";

fn asked() -> Desk {
    Desk::launch(None, "(muted: true, ask_about_pain: true)")
}

fn routines() -> Desk {
    let mut desk = Desk::open();
    desk.click(page::routines());
    desk
}

fn routine() -> Desk {
    let mut desk = Desk::open();
    desk.click(page::see_steps());
    desk
}

fn check() -> Desk {
    let mut desk = asked();
    desk.click("Start, 5 min");
    desk
}

fn high_check() -> Desk {
    let mut desk = check();
    desk.type_in('8');
    desk
}

fn knee_map() -> Desk {
    let mut desk = Desk::open();
    desk.click(map::name());
    desk
}

fn marked() -> Desk {
    let mut desk = knee_map();
    desk.click(map::left_knee());
    desk.click("On or behind the kneecap");
    desk
}

fn about() -> Desk {
    let mut desk = marked();
    desk.go_on();
    desk.click(map::ages()[2]);
    desk.click("2 to 6 weeks");
    desk.click("Bit by bit");
    desk
}

fn first_check() -> Desk {
    let mut desk = about();
    desk.go_on();
    desk
}

fn second_check() -> Desk {
    let mut desk = first_check();
    desk.go_on();
    desk
}

fn question() -> Desk {
    let mut desk = second_check();
    for _ in 0..10 {
        if desk.says(map::not_sure()) {
            return desk;
        }
        desk.go_on();
    }
    panic!("no question comes: {:?}", desk.words());
}

fn conditions() -> Desk {
    let mut desk = knee_map();
    desk.click(map::browse());
    desk
}

/// A page with the banner above it.
fn flagged() -> Desk {
    let mut desk = waiting();
    desk.click(page::routines());
    desk
}

/// Today while a knee waits to be seen.
fn waiting() -> Desk {
    let mut desk = Desk::open();
    desk.find_red_flag();
    desk
}

fn playing() -> Desk {
    let mut desk = Desk::playing(SHORT);
    desk.play(10);
    desk
}

fn ending() -> Desk {
    let mut desk = playing();
    desk.press(Stroke::Escape);
    desk
}

fn hurting() -> Desk {
    let mut desk = playing();
    desk.type_in('h');
    desk
}

fn finished() -> Desk {
    let mut desk = Desk::playing(SHORT);
    desk.play(95);
    desk
}

fn progressing() -> Desk {
    Desk::progress(super::progress::days(60))
}

fn sessions() -> Desk {
    let mut desk = progressing();
    desk.click(progress::sessions());
    desk
}

fn erasing() -> Desk {
    let mut desk = Desk::open();
    desk.click(page::settings());
    desk.send(Message::Settings(Setting::Data(Doing::Erase)));
    desk
}

impl Desk {
    /// Where a target lies.
    fn point(&self, target: &Target) -> Point {
        let find = |text: &str| {
            self.window()
                .find(text)
                .map(|found| found.bounds().center())
        };
        match target {
            Text(text) => find(text).unwrap_or_else(|_| panic!("{text} in {:?}", self.words())),
            Icon(icon) => find(&icon.unicode().to_string()).expect("the icon"),
            Last(text) => {
                let words = self.words();
                let mut found = words.iter().filter(|words| words.content == *text);
                found.next_back().expect(text).bounds.center()
            }
            Way => {
                let ways = [map::none_of_these(), map::yes(), map::next()];
                let way = ways.iter().find_map(|way| find(way).ok());
                way.or_else(|| find(&map::continue_with(1)).ok())
                    .unwrap_or_else(|| panic!("a way on in {:?}", self.words()))
            }
        }
    }

    /// Goes on in the knee map, and sees what comes.
    fn go_on(&mut self) {
        let way = self.point(&Way);
        self.click_at(way);
        self.draw();
    }

    /// What is on the page, word for word and in order.
    fn page(&self) -> Vec<String> {
        self.words()
            .into_iter()
            .map(|words| words.content)
            .collect()
    }

    /// Clicks a point twice, so much time apart. Says what the second click asked for.
    fn double_click_at(&mut self, point: Point, after: Duration) -> Vec<String> {
        self.click_at(point);
        self.click_again_at(point, after)
    }

    /// Lets time pass and clicks at once, without a look at the page. Says what the click asked for.
    fn click_again_at(&mut self, point: Point, after: Duration) -> Vec<String> {
        self.wait(after);
        let said = self.said_by_click(point);
        let messages = self.messages_of_click(point);
        for message in messages {
            self.send(message);
        }
        said
    }
}

#[test]
fn a_double_click_never_answers_two_pages() {
    let mut works = Vec::new();
    for Turn { name, desk, target } in &turns() {
        for after in DOUBLE_CLICKS {
            let mut desk = desk();
            let point = desk.point(target);
            desk.click_at(point);
            let page = desk.page();
            let said = desk.click_again_at(point, Duration::from_millis(after));
            assert_eq!(said, [] as [String; 0], "{name}, {after} ms later");
            assert_eq!(desk.page(), page, "{name}, {after} ms later");
        }
        let mut desk = desk();
        let point = desk.point(target);
        let leads_to_flag = ["banner, see why", "today, what to do", "today, locked"];
        let takes_presses = if leads_to_flag.contains(name) || *name == "today, summary" {
            FLAG_TAKES_PRESSES
        } else {
            TAKES_PRESSES
        };
        let said = desk.double_click_at(point, Duration::from_millis(takes_presses));
        if !said.is_empty() {
            works.push(*name);
        }
    }
    // The test would see a second click: afterwards these points press something.
    for name in [
        "knee map, first check",
        "knee map, question",
        "player, it hurts",
        "settings, erase",
    ] {
        assert!(works.contains(&name), "{name} in {works:?}");
    }
}

#[test]
fn a_page_with_a_red_flag_ignores_presses_longer() {
    let mut desk = flagged();
    desk.click(map::see_why());
    let until = desk.app.guard.until().expect("a guard");
    assert_eq!(
        until - desk.now(),
        Duration::from_millis(FLAG_TAKES_PRESSES)
    );
    desk.wait(Duration::from_millis(FLAG_TAKES_PRESSES - 1));
    assert!(desk.app.guard.is_up());
    desk.wait(Duration::from_millis(1));
    assert!(!desk.app.guard.is_up());
}

#[test]
fn erasing_takes_two_presses_that_are_apart() {
    let mut desk = erasing();
    let erase = desk.point(&Last(data::erase()));
    for _ in 0..3 {
        let _ = desk.double_click_at(erase, Duration::from_millis(100));
        assert!(desk.says(data::erase_now()), "pressed once, however often");
        desk.press(Stroke::Escape);
        desk.send(Message::Settings(Setting::Data(Doing::Erase)));
    }
    let _ = desk.double_click_at(erase, Duration::from_millis(TAKES_PRESSES));
    assert!(!desk.says(data::erase_ask()), "meant and done");
}

#[test]
fn the_sidebar_is_never_in_the_way() {
    let mut desk = Desk::open();
    for place in [
        page::routines(),
        page::settings(),
        map::name(),
        page::today(),
    ] {
        let point = desk.point(&Text(place));
        assert!(desk.app.guard.is_up());
        let said = desk.click_again_at(point, Duration::from_millis(50));
        assert_eq!(said.len(), 1, "{place}");
    }
    assert!(matches!(desk.app.screens.open, Screen::Today(_)));
}

#[test]
fn what_is_marked_quickly_is_marked() {
    let mut desk = knee_map();
    desk.click(map::left_knee());
    desk.wait(Duration::from_millis(TAKES_PRESSES));
    for (spots, place) in ["On or behind the kneecap", map::whole_knee()]
        .into_iter()
        .enumerate()
    {
        let point = desk.point(&Text(place));
        let said = desk.click_again_at(point, Duration::from_millis(60));
        assert!(!said.is_empty(), "{place}");
        assert!(desk.says(&map::continue_with(spots + 1)), "{place}");
    }
}

#[test]
fn a_page_can_be_scrolled_at_once() {
    let mut desk = Desk::open();
    desk.resize(SIZES[0]);
    desk.app.section = settings_screen::Section::About;
    desk.click(page::settings());
    assert!(desk.app.guard.is_up());
    let mut window = desk.window();
    let seen = |window: &mut Simulator<'_, Message>| {
        let words = test_support::words(window);
        words
            .iter()
            .any(|words| words.content == page::not_a_diagnosis() && words.seen.is_some())
    };
    assert!(!seen(&mut window), "it stands at the end");
    window.point_at(Point::new(400.0, 400.0));
    let delta = iced::mouse::ScrollDelta::Pixels { x: 0.0, y: -9000.0 };
    let _ = window.simulate([iced::Event::Mouse(iced::mouse::Event::WheelScrolled {
        delta,
    })]);
    assert!(seen(&mut window));
}

#[test]
fn keys_that_press_wait_too_and_keys_that_move_do_not() {
    let mut desk = Desk::open();
    desk.press(Stroke::Enter);
    assert_eq!(desk.app.title(), "Kneewise: Post-Run Knee Reset");
    // An impatient Enter neither pauses nor counts.
    desk.press_at_once(Stroke::Enter);
    assert!(desk.playback().is_running());

    let mut desk = first_check();
    let page = desk.page();
    for stroke in [
        Stroke::Enter,
        Stroke::Space,
        Stroke::Backspace,
        Stroke::Character('1'),
        Stroke::Character('0'),
    ] {
        desk.press_at_once(stroke);
        assert_eq!(desk.page(), page, "{stroke:?}");
    }
    desk.press_key(tab_key(false));
    assert!(desk.is_ringed());
    desk.press_at_once(Stroke::Escape);
    assert_ne!(desk.page(), page, "Escape leads back at once");
    desk.wait(Duration::from_millis(TAKES_PRESSES));
    desk.press_at_once(Stroke::Enter);
    assert_eq!(desk.page(), page, "later Enter goes on");
}

#[test]
fn a_session_can_be_paused_at_any_moment() {
    let mut desk = Desk::open();
    desk.click("Start, 5 min");
    assert!(desk.app.guard.is_up());
    desk.press_at_once(Stroke::Space);
    assert!(!desk.playback().is_running());
    desk.press_at_once(Stroke::Space);
    assert!(desk.playback().is_running());

    // From one step to the next nothing is guarded.
    let mut desk = Desk::playing(SHORT);
    desk.play(4);
    assert!(!desk.app.guard.is_up());
    desk.play(2);
    assert!(desk.says("Wall lean"));
    let [_, pause, _] = desk.transport();
    let _ = desk.click_again_at(pause, Duration::ZERO);
    assert!(!desk.playback().is_running());
}

#[test]
fn the_end_that_comes_by_itself_is_not_answered_by_the_press_for_a_pause() {
    let mut desk = Desk::playing(SHORT);
    desk.play(95);
    assert!(desk.says(session::finish_button()));
    assert!(desk.app.guard.is_up());
    desk.press_at_once(Stroke::Space);
    assert!(desk.says(session::finish_button()));
    desk.wait(Duration::from_millis(TAKES_PRESSES));
    desk.press_at_once(Stroke::Space);
    assert!(matches!(desk.app.screens.open, Screen::Today(_)));
}

#[test]
fn the_guard_of_an_earlier_page_does_not_end_that_of_a_later_one() {
    let mut desk = Desk::open();
    desk.click(page::routines());
    let first = desk.app.guard.until().expect("a guard");
    desk.wait(Duration::from_millis(300));
    desk.send(Message::Go(Tab::Settings));
    desk.send(Message::Unguard(first));
    assert!(desk.app.guard.is_up());
    desk.wait(Duration::from_millis(TAKES_PRESSES));
    assert!(!desk.app.guard.is_up());
}
