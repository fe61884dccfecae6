//! The first day: three questions, and what their answers do.

use super::layout::{look_at, look_for_overlaps};
use super::today::KNOWN;
use super::*;
use crate::catalog::about_me::{Aim, Sore, Welcome};
use crate::content::STRENGTH;
use crate::exercise::Kit;
use crate::journal::Recent;
use crate::side::Side;
use crate::words::{page, today as words};

/// Nothing was ever done, and nothing asked.
fn first_day() -> Desk {
    Desk::on_today(Recent {
        is_empty: true,
        ..KNOWN
    })
}

#[test]
fn the_first_day_asks_three_questions_and_fits_today() {
    let mut desk = first_day();
    assert!(desk.says(words::which_knee()) && !desk.says("Start, 5 min"));
    desk.click(words::sore(Sore::Right));
    desk.click(words::aim(Aim::GetStronger));
    desk.click("Mat");
    desk.click(words::show_my_start());
    assert!(!desk.says(words::which_knee()));
    let strength = desk.app.library.content.routine(STRENGTH).unwrap();
    let name = strength.name.clone();
    assert!(desk.says(&name), "{:?}", desk.words());
    let reset = "Post-Run Knee Reset";
    assert!(desk.says(&words::after_run(reset)));
    assert_eq!(desk.app.first_knee(), Side::Right);
    let (settings, _) = settings::read(&desk.home.path().join("settings.ron"));
    let told = settings.welcome.told().unwrap();
    assert_eq!(told.kit, Some(vec![Kit::Mat]));

    // Settings hold the answers and change them.
    desk.send(Message::Go(Tab::Settings));
    desk.click(words::aim(Aim::RecoverAfterRuns));
    desk.send(Message::Go(Tab::Today));
    desk.knows(KNOWN);
    assert!(!desk.says(&name) && desk.says("Start, 5 min"));
}

#[test]
fn the_questions_of_the_first_day_can_be_passed_over() {
    let mut desk = first_day();
    desk.click(words::skip_for_now());
    assert!(desk.says(page::welcome()) && desk.says("Start, 5 min"));
    assert_eq!(desk.app.preferences.settings.welcome, Welcome::Skipped);
    desk.send(Message::Go(Tab::Routines));
    desk.send(Message::Go(Tab::Today));
    assert!(!desk.says(words::which_knee()));

    // Who has done something already is not asked.
    let desk = Desk::on_today(KNOWN);
    assert!(!desk.says(words::which_knee()));
}

#[test]
pub fn the_first_day_has_room_for_its_questions() {
    let mut desk = first_day();
    for size in SIZES {
        desk.resize(size);
        look_at(&desk, "the first day");
        look_for_overlaps(&desk, "the first day");
    }
}
