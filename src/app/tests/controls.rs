//! What holds of the keyboard on every page: whatever can be pressed is a control with a name, one of them has the
//! keyboard at most, and what Tab reaches is seen.

use std::path::{Path, PathBuf};

use super::*;
use crate::knee::ConditionId;

/// A window on some page.
type Page = (&'static str, fn() -> Desk);

fn at(place: Tab) -> Desk {
    let mut desk = Desk::open();
    desk.send(Message::Go(place));
    desk
}

fn hurting() -> Desk {
    let mut desk = Desk::playing(SHORT);
    desk.play(10);
    desk.type_in('h');
    desk
}

fn marking() -> Desk {
    let mut desk = at(Tab::KneeMap);
    desk.type_in('l');
    desk
}

const PAGES: [Page; 15] = [
    ("today", Desk::open),
    ("routines", || at(Tab::Routines)),
    ("knees", || at(Tab::KneeMap)),
    ("progress", || at(Tab::Progress)),
    ("settings", || at(Tab::Settings)),
    ("routine", || {
        let mut desk = Desk::open();
        desk.send(Message::Today(today_screen::Message::SeeSteps));
        desk
    }),
    ("exercise", || {
        let mut desk = Desk::open();
        desk.send(Message::Today(today_screen::Message::SeeSteps));
        desk.send(Message::Routine(routine::Message::Exercise(1)));
        desk
    }),
    ("marking", marking),
    ("about you", || {
        let mut desk = marking();
        desk.type_in('0');
        desk.press(Stroke::Enter);
        desk
    }),
    ("conditions", || {
        let mut desk = at(Tab::KneeMap);
        desk.send(Message::KneeMap(knee_map::Message::Browse));
        desk
    }),
    ("condition", || {
        let mut desk = at(Tab::KneeMap);
        let _pictures = desk.app.read_about(ConditionId::PatellofemoralPain, "Back");
        desk
    }),
    ("pain check", || {
        let mut desk = Desk::launch(None, "(muted: true, ask_about_pain: true)");
        desk.send(Message::Today(today_screen::Message::StartReset));
        desk
    }),
    ("player", || {
        let mut desk = Desk::playing(SHORT);
        desk.play(10);
        desk
    }),
    ("it hurts", hurting),
    ("finished", || {
        let mut desk = Desk::playing(SHORT);
        desk.play(95);
        desk
    }),
];

#[test]
fn every_control_has_a_name_and_what_tab_reaches_is_seen() {
    for (name, page) in PAGES {
        let mut desk = page();
        let nameless: Vec<_> = desk
            .hear()
            .into_iter()
            .filter(|about| about.name.as_deref().is_none_or(str::is_empty))
            .collect();
        assert_eq!(nameless, [], "{name}");
        assert_ne!(desk.focused_name(), "nothing", "{name} begins somewhere");
        let count = desk.live.map(desk.app.view()).stops.len().min(24);
        desk.tab(1);
        for _ in 0..count {
            desk.tab(1);
            // Two that have the keyboard would be a fault.
            let stop = desk.live.focused(desk.app.view()).expect("a stop");
            let seen = stop.seen.unwrap_or_default();
            let is_seen = (seen.height - stop.bounds.height).abs() < 1.5
                && (seen.width - stop.bounds.width).abs() < 1.5;
            assert!(is_seen, "{name}: {} {stop:?}", desk.focused_name());
        }
    }
}

#[test]
fn every_button_is_within_a_control() {
    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else {
                found.push(path);
            }
        }
    }
    let app = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app");
    let mut found = Vec::new();
    sources(&app.join("screen"), &mut found);
    sources(&app.join("widget"), &mut found);
    for path in found {
        let text = std::fs::read_to_string(&path).unwrap();
        let buttons =
            text.matches("iced::widget::button(").count() + text.matches(" press(").count();
        let controls = text.matches("control(").count();
        let is_helper = text.contains("fn pressable");
        assert!(
            buttons == 0 || controls > 0 || is_helper,
            "{}: a button of iced without a control",
            path.display()
        );
    }
}
