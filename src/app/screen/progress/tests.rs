//! Progress by itself: what it asks to be written down, where the keyboard goes, and how much of it is built.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::app::test_support::{self, SIZES};
use crate::routine::Kind;
use crate::side::Side;
use crate::training::Score;
use crate::training::record::Occasion;
use crate::training::test_data::{date, life, pain, session};

fn today() -> Date {
    date("2026-11-25")
}

fn progress(log: &Log) -> Progress {
    let (content, _) = Content::read();
    let mut progress = Progress::new(&content, today());
    progress.know(Arc::new(log.clone()), today());
    progress
}

fn sessions(log: &Log) -> Progress {
    let mut progress = progress(log);
    assert_eq!(
        progress.update(Message::Tab(Tab::Sessions)),
        Action::ScrollTo(0.0)
    );
    progress
}

/// The texts of a page.
fn told(progress: &Progress, window: iced::Size) -> Vec<String> {
    let viewport = test_support::viewport(window);
    let mut window = test_support::window(window, progress.view(&viewport));
    test_support::words(&mut window)
        .into_iter()
        .map(|words| words.content)
        .collect()
}

/// The log after these were written down.
fn after(log: &Log, entries: Vec<Entry>) -> Log {
    let mut log = log.clone();
    for entry in entries {
        match entry {
            Entry::Session(session) => {
                let place = log.sessions.iter().position(|known| known.id == session.id);
                log.sessions[place.expect("a session")] = session;
            }
            Entry::Pain(pain) => {
                log.pain.retain(|known| known.id != pain.id);
                log.pain.push(pain);
            }
            Entry::Gone { id, .. } => {
                log.sessions.retain(|session| session.id != id);
                log.pain.retain(|pain| pain.id != id);
            }
            other => panic!("{other:?}"),
        }
    }
    log
}

#[test]
fn a_session_that_is_deleted_is_said_when_it_is_gone_and_comes_back_whole() {
    let log = life(30, today());
    let mut progress = sessions(&log);
    let last = log.pain.iter().rev().find_map(|pain| pain.session).unwrap();
    let scores: Vec<_> = log
        .pain
        .iter()
        .filter(|pain| pain.session == Some(last))
        .collect();
    assert!(!scores.is_empty());
    let Action::Delete(gone, _) = progress.update(Message::Delete(last)) else {
        panic!("nothing is written");
    };
    assert_eq!(gone.len(), 1 + scores.len());
    assert_eq!(
        gone[0],
        Entry::Gone {
            id: last,
            table: Table::Session
        }
    );
    // Not before it is so.
    assert!(!told(&progress, SIZES[1]).contains(&said::deleted().to_owned()));
    assert_eq!(progress.toast(), None);
    progress.know(Arc::new(after(&log, gone.clone())), today());
    assert!(told(&progress, SIZES[1]).contains(&said::deleted().to_owned()));

    let Action::Write(back) = progress.update(Message::Undo) else {
        panic!("nothing is written");
    };
    let ids = |entries: &[Entry]| -> Vec<(Uuid, Table)> {
        entries
            .iter()
            .map(|entry| match entry {
                Entry::Gone { id, table } | Entry::Back { id, table } => (*id, *table),
                other => panic!("{other:?}"),
            })
            .collect()
    };
    assert_eq!(ids(&back), ids(&gone));
    assert!(back.iter().all(|entry| matches!(entry, Entry::Back { .. })));
    assert_eq!(progress.toast(), None);
}

#[test]
fn a_toast_ends_by_itself_and_not_a_later_one() {
    let log = life(30, today());
    let mut progress = sessions(&log);
    let mut log = log;
    for round in 1..=2 {
        let last = log.sessions.last().unwrap().id;
        let Action::Delete(gone, _) = progress.update(Message::Delete(last)) else {
            panic!("nothing is written");
        };
        log = after(&log, gone);
        progress.know(Arc::new(log.clone()), today());
        assert_eq!(progress.toast(), Some(round));
    }
    let _ = progress.update(Message::ToastOver(1));
    assert_eq!(progress.toast(), Some(2));
    let _ = progress.update(Message::ToastOver(2));
    assert_eq!(progress.toast(), None);
}

#[test]
fn scores_and_the_note_are_changed_together_and_only_what_changed_is_written() {
    let mut log = Log::default();
    log.sessions
        .push(session("2026-11-24 18:00", "strength", 20));
    let id = log.sessions[0].id;
    let left = Field::of(Side::Left, Occasion::After);
    let right = Field::of(Side::Right, Occasion::NextMorning);

    let mut progress = sessions(&log);
    let _ = progress.update(Message::Edit(id));
    assert_eq!(progress.update(Message::Save), Action::None);

    let _ = progress.update(Message::Edit(id));
    for message in [
        // From no score to 0 and on to 2.
        Message::More(left),
        Message::More(left),
        Message::More(left),
        Message::More(right),
        Message::Less(right),
        Message::Note("  Stiff on stairs. ".to_owned()),
    ] {
        assert_eq!(progress.update(message), Action::None);
    }
    let Action::Write(entries) = progress.update(Message::Save) else {
        panic!("nothing is written");
    };
    let log = after(&log, entries);
    assert_eq!(log.sessions[0].note, "Stiff on stairs.");
    assert_eq!(log.pain.len(), 1);
    let pain = &log.pain[0];
    assert_eq!(
        (pain.session, pain.knee, pain.occasion),
        (Some(id), Side::Left, Occasion::After)
    );
    assert_eq!(Some(pain.score), Score::new(2));
    assert_eq!(pain.at.day(), date("2026-11-24"));

    // Changed again: the same record, and gone below 0.
    progress.know(Arc::new(log.clone()), today());
    let _ = progress.update(Message::Edit(id));
    let _ = progress.update(Message::More(left));
    let Action::Write(entries) = progress.update(Message::Save) else {
        panic!("nothing is written");
    };
    let log = after(&log, entries);
    assert_eq!(log.pain.len(), 1);
    assert_eq!(Some(log.pain[0].score), Score::new(3));
    progress.know(Arc::new(log.clone()), today());
    let _ = progress.update(Message::Edit(id));
    for _ in 0..4 {
        let _ = progress.update(Message::Less(left));
    }
    let Action::Write(entries) = progress.update(Message::Save) else {
        panic!("nothing is written");
    };
    assert_eq!(
        entries,
        [Entry::Gone {
            id: log.pain[0].id,
            table: Table::Pain
        }]
    );
}

#[test]
fn a_morning_score_told_later_is_of_the_next_day() {
    let mut log = Log::default();
    log.sessions
        .push(session("2026-11-23 23:30", "strength", 20));
    let mut progress = sessions(&log);
    let _ = progress.update(Message::Edit(log.sessions[0].id));
    let morning = Field::of(Side::Left, Occasion::NextMorning);
    let _ = progress.update(Message::More(morning));
    let Action::Write(entries) = progress.update(Message::Save) else {
        panic!("nothing is written");
    };
    let Some(Entry::Pain(pain)) = entries.first() else {
        panic!("no score in {entries:?}");
    };
    assert_eq!(pain.at.day(), date("2026-11-24"));
}

#[test]
fn cancel_changes_nothing_and_escape_is_cancel() {
    let log = life(30, today());
    let mut progress = sessions(&log);
    let id = log.sessions.last().unwrap().id;
    assert_eq!(progress.escape(), None);
    let _ = progress.update(Message::Edit(id));
    let _ = progress.update(Message::Note("gone".to_owned()));
    let cancel = progress.escape().expect("a way out");
    assert_eq!(progress.update(cancel), Action::None);
    assert!(progress.editing.is_none());
}

#[test]
fn a_session_says_how_each_knee_took_it_and_the_list_shows_what_one_wants() {
    let mut log = Log::default();
    let strength = session("2026-11-23 19:00", "strength", 20);
    let recovery = session("2026-11-24 19:00", "recovery", 5);
    for (knee, score) in [(Side::Left, 5), (Side::Right, 1)] {
        let mut pain = pain("2026-11-23 19:30", Occasion::After, knee, score);
        pain.session = Some(strength.id);
        log.pain.push(pain);
    }
    log.sessions = vec![strength.clone(), recovery.clone()];
    let mut progress = sessions(&log);
    let listed = |progress: &Progress| {
        let ids = progress.list.lines().iter().filter_map(|line| match line {
            list::Line::Session { id, .. } => Some(*id),
            list::Line::Day { .. } | list::Line::Result { .. } => None,
        });
        ids.collect::<Vec<_>>()
    };
    let texts = told(&progress, SIZES[1]);
    let scores = said::after_score(&said::of_knees(Some(5), Some(1)));
    assert_eq!(scores, "After: left 5, right 1");
    assert!(texts.contains(&scores), "{texts:?}");
    assert_eq!(listed(&progress), [recovery.id, strength.id]);

    let mut show = |shown| {
        let _ = progress.update(Message::Show(shown));
        listed(&progress)
    };
    assert_eq!(show(Shown::Kind(Kind::Recovery)), [recovery.id]);
    assert_eq!(show(Shown::Sore), [strength.id]);
    assert!(show(Shown::Results).is_empty());
    assert!(told(&progress, SIZES[1]).contains(&said::none_such().to_owned()));
    // A day that is opened shows everything.
    let _ = progress.update(Message::OpenDay(date("2026-11-24")));
    assert_eq!(listed(&progress), [recovery.id, strength.id]);
}

#[test]
fn of_ten_years_only_what_is_in_sight_is_built() {
    let log = life(3_652, today());
    assert!(log.sessions.len() > 1_500, "{}", log.sessions.len());
    let mut progress = sessions(&log);
    for size in SIZES {
        let told = told(&progress, size);
        assert!(told.len() < 160, "{} texts at {size:?}", told.len());
    }
    // All of them can be reached.
    let end = progress.list.top(progress.list.lines().len());
    let _ = progress.update(Message::Scrolled(end - 500.0, 500.0));
    assert_eq!(
        progress.list.lines().last(),
        Some(&list::Line::Session {
            index: 0,
            id: log.sessions[0].id
        })
    );
    let in_sight = progress.list.in_sight(end - 500.0, 500.0);
    assert_eq!(in_sight.end, progress.list.lines().len());
    assert!(in_sight.len() < 14);
}

#[test]
fn what_lies_out_of_sight_has_the_room_it_takes() {
    let list = List::of(&life(200, today()), today(), Shown::All);
    let whole = list.top(list.lines().len());
    for offset in [0.0, 333.0, 2_000.0, whole - 600.0] {
        let seen = list.in_sight(offset, 600.0);
        assert!(list.top(seen.start) <= offset);
        assert!(list.top(seen.end) >= (offset + 600.0).min(whole));
    }
}

#[test]
fn a_day_of_the_calendar_leads_to_its_sessions() {
    let log = life(200, today());
    let mut progress = progress(&log);
    let day = log.sessions[20].began.day();
    let Action::ScrollTo(y) = progress.update(Message::OpenDay(day)) else {
        panic!("nothing scrolls");
    };
    let line = progress.list.in_sight(y + 1.0, 10.0);
    let days: Vec<_> = progress.list.lines()[line]
        .iter()
        .filter_map(|line| match line {
            list::Line::Day { date, .. } => Some(*date),
            list::Line::Session { .. } | list::Line::Result { .. } => None,
        })
        .collect();
    assert!(days.contains(&day), "{days:?}");
    assert_eq!(progress.tab, Tab::Sessions);
}

#[test]
fn the_calendar_turns_back_as_far_as_there_is_something() {
    let mut progress = progress(&life(800, today()));
    let mut turns = 0;
    while progress.charts.as_ref().is_some_and(Charts::has_earlier) {
        let _ = progress.update(Message::EarlierDays);
        turns += 1;
        assert!(turns < 10);
    }
    assert_eq!(turns, 2);
    for _ in 0..turns {
        assert!(progress.years_back > 0);
        let _ = progress.update(Message::LaterDays);
    }
    assert_eq!(progress.years_back, 0);
}
