//! The frame of a page: everything on it begins on one line and ends on one line, in every size of window, and nothing
//! is narrower because it scrolls.

use super::*;
use crate::app::widget::WindowSize;
use crate::app::widget::page::Frame;
use crate::app::widget::sidebar::width;
use crate::knee::ConditionId;

fn at(place: Tab) -> Desk {
    let mut desk = Desk::open();
    desk.send(Message::Go(place));
    desk
}

/// A page, and whether something on it reaches the end of its content.
type Page = (&'static str, bool, fn() -> Desk);

const PAGES: [Page; 9] = [
    ("today", true, Desk::open),
    ("routines", true, || at(Tab::Routines)),
    ("which knee", true, || at(Tab::KneeMap)),
    ("marking", true, || {
        let mut desk = at(Tab::KneeMap);
        desk.type_in('l');
        desk
    }),
    ("settings", false, || at(Tab::Settings)),
    ("routine", true, || {
        let mut desk = Desk::open();
        desk.send(Message::Today(today_screen::Message::SeeSteps));
        desk
    }),
    ("exercise", true, || {
        let mut desk = Desk::open();
        desk.send(Message::Today(today_screen::Message::SeeSteps));
        desk.send(Message::Routine(routine::Message::Exercise(1)));
        desk
    }),
    ("conditions", true, || {
        let mut desk = at(Tab::KneeMap);
        desk.send(Message::KneeMap(knee_map::Message::Browse));
        desk
    }),
    ("condition", true, || {
        let mut desk = at(Tab::KneeMap);
        let _pictures = desk.app.read_about(ConditionId::PatellofemoralPain, "Back");
        desk
    }),
];

#[test]
fn everything_on_a_page_begins_and_ends_on_the_same_lines() {
    for (name, is_full, page) in PAGES {
        for size in [
            Size::new(800.0, 600.0),
            Size::new(1180.0, 780.0),
            Size::new(1920.0, 1080.0),
        ] {
            let mut desk = page();
            desk.resize(size);
            let viewport = desk.app.viewport();
            let frame = Frame::of(viewport.size());
            let sidebar = width(viewport.size());
            let room = size.width - sidebar - 2.0 * frame.gutter;
            let content = room.min(WindowSize::CONTENT);
            let begin = sidebar + frame.gutter + (room - content) / 2.0;
            let end = begin + content;

            desk.redraw();
            let stops = desk.live.map(desk.app.view()).stops;
            let controls = stops.iter().map(|stop| stop.bounds);
            let texts = desk.words().into_iter().map(|words| words.bounds);
            let on_page: Vec<_> = controls
                .chain(texts)
                .filter(|bounds| bounds.x >= sidebar)
                .collect();
            let first = on_page.iter().map(|bounds| bounds.x);
            let first = first.fold(f32::INFINITY, f32::min);
            let last = on_page.iter().map(|bounds| bounds.x + bounds.width);
            let last = last.fold(0.0, f32::max);
            assert!(
                (first - begin).abs() < 0.6,
                "{name} at {size:?} begins at {first}, not {begin}"
            );
            assert!(
                last < end + 0.6 && (!is_full || last > end - 34.0),
                "{name} at {size:?} ends at {last}, not {end}"
            );
        }
    }
}
