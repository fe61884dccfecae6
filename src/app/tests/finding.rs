//! The page of what came of the knee map: a flag that cannot be lost, and a result that can be read again.

mod results;

use super::*;
use crate::app::screen::Page;
use crate::app::screen::finding::{self, FindingPage, Known, Showing, Summing};
use crate::app::screen::knee_map::{Conclusion, Origin};
use crate::content::Content;
use crate::knee::{Answer, AnswerSheet, AreaId, Findings, Key, Knowledge, Level, Mark, assess};
use crate::side::Side;
use crate::training::finding::{carried_over, finding as written};
use crate::training::record::{Examiner, Log, Standing};
use crate::words::finding as words;
use crate::words::grammar::lower_first;

fn knowledge() -> Knowledge {
    crate::content::knowledge().0
}

/// A front knee that hurts in squats and on stairs, without any flag.
fn front_knee() -> AnswerSheet {
    AnswerSheet {
        marks: vec![
            Mark::Area(AreaId::Patella),
            Mark::Area(AreaId::LateralJointLine),
        ],
        onset: Some(crate::knee::Onset::Gradual),
        answers: [
            (Key::Squatting, Answer::Yes),
            (Key::DownStairs, Answer::Yes),
            (Key::SittingBent, Answer::Yes),
        ]
        .into(),
        ..AnswerSheet::default()
    }
}

fn with(sheet: AnswerSheet, yes: &[Key]) -> AnswerSheet {
    let answers = yes.iter().map(|key| (*key, Answer::Yes));
    AnswerSheet {
        answers: sheet.answers.into_iter().chain(answers).collect(),
        ..sheet
    }
}

impl Desk {
    /// The knee map is gone through, and this was said.
    fn conclude(&mut self, leg: Side, sheet: AnswerSheet) {
        self.send(Message::Go(Tab::KneeMap));
        let assessment = assess(&knowledge(), &sheet);
        let conclusion = Conclusion {
            leg,
            sheet,
            assessment,
            next: None,
        };
        let task = self.app.conclude(conclusion);
        for message in messages(task) {
            self.send(message);
        }
        // The page is new: it is guarded like any other.
        self.send(Message::HideNotice);
    }

    /// The same program on another day: what the journal has, and nothing else.
    fn restart(&self) -> Self {
        let mut again = Self::open();
        let recent = self.app.history.recent.clone().unwrap_or_default();
        again.send(Message::Journal(crate::journal::Event::Today(recent)));
        again
    }

    fn finding(&self) -> &FindingPage {
        match &self.app.screens.open {
            Screen::Finding(page) => page,
            other => panic!("not a result but {other:?}"),
        }
    }

    /// How the left knee's result stands.
    fn standing(&self) -> Standing {
        let recent = self.app.history.recent.as_ref().unwrap();
        recent.assessments[0].standing
    }

    fn says_part(&self, part: &str) -> bool {
        self.words()
            .iter()
            .any(|words| words.content.contains(part))
    }
}

fn hot_and_feverish() -> AnswerSheet {
    with(front_knee(), &[Key::HotKnee, Key::Fever])
}

/// A desk whose left knee waits to be seen, on the page as it is read again.
fn read_again() -> Desk {
    let mut desk = Desk::open();
    desk.conclude(Side::Left, hot_and_feverish());
    desk.send(Message::Go(Tab::Today));
    desk.send(Message::Go(Tab::KneeMap));
    desk
}

#[test]
fn a_new_flag_says_what_was_ticked_and_nothing_on_it_unlocks() {
    for size in SIZES {
        let mut desk = Desk::open();
        desk.resize(size);
        desk.conclude(Side::Left, hot_and_feverish());
        assert!(desk.says(words::same_day()), "{:?}", desk.words());
        let hot = knowledge()
            .statement(crate::knee::StatementId::HotKnee)
            .say
            .clone();
        assert!(desk.says_part(&lower_first(&hot)));
        assert!(desk.says(words::save_for_doctor()));
        assert!(!desk.says(words::it_was_checked()));
        let heard = desk.hear();
        let checks = |about: &About| about.name.as_deref() == Some(words::it_was_checked());
        assert!(!heard.iter().any(checks), "{heard:?}");
        // Not by its message either.
        desk.send(Message::Finding(finding::Message::ItWasChecked));
        assert!(!desk.finding().has_dialog());
    }
}

#[test]
fn enter_on_a_new_flag_opens_the_summary_and_unlocks_nothing() {
    let mut desk = Desk::open();
    desk.conclude(Side::Left, hot_and_feverish());
    desk.press(Stroke::Enter);
    assert!(desk.says(words::for_doctor()));
    desk.press(Stroke::Escape);
    assert!(desk.says(words::same_day()));
    assert_eq!(desk.standing(), Standing::Current);
    assert!(desk.app.findings().allow_routines().is_err());
}

#[test]
fn two_quick_clicks_on_one_point_never_leave_a_flag_page() {
    for (label, millis) in [50, 150, 350, 590]
        .into_iter()
        .flat_map(|millis| [words::change(), words::save_for_doctor()].map(|label| (label, millis)))
    {
        let mut desk = Desk::open();
        desk.conclude(Side::Left, hot_and_feverish());
        let point = desk.window().find(label).expect(label).bounds().center();
        desk.wait(Duration::from_millis(millis));
        for message in desk.messages_of_click(point) {
            desk.send(message);
        }
        let page = desk.finding();
        assert!(
            page.is_flag() && !page.has_dialog(),
            "{label} after {millis} ms"
        );
    }
}

#[test]
fn a_flag_can_be_read_after_a_restart_from_everywhere() {
    let mut before = Desk::open();
    before.conclude(Side::Left, hot_and_feverish());
    let mut desk = before.restart();
    desk.send(Message::SeeWhy);
    assert!(desk.says(words::same_day()));
    assert!(desk.says(words::it_was_checked()));
    assert!(desk.says_part("Answered on"));

    let mut desk = before.restart();
    desk.send(Message::Go(Tab::KneeMap));
    assert!(desk.says(words::same_day()));

    let mut desk = before.restart();
    desk.send(Message::Go(Tab::Today));
    desk.press(Stroke::Character('s'));
    assert!(desk.says(words::same_day()), "{:?}", desk.words());
}

#[test]
fn an_emergency_looks_like_nothing_else_and_keeps_its_way_to_be_checked_for_later() {
    for size in SIZES {
        let mut desk = Desk::open();
        desk.resize(size);
        desk.conclude(Side::Left, with(front_knee(), &[Key::Breathless]));
        assert!(desk.says(words::emergency_lines()));
        assert!(desk.says(words::cannot_wait()));
        assert!(!desk.says(words::it_was_checked()));
        desk.send(Message::Go(Tab::Today));
        desk.send(Message::Go(Tab::KneeMap));
        assert!(desk.says(words::emergency_lines()));
        assert!(desk.says(words::it_was_checked()));
        assert!(desk.says_part("You answered this on"));
    }
}

#[test]
fn of_several_flags_the_most_urgent_gives_the_page_and_all_say_what_was_ticked() {
    let mut desk = Desk::open();
    let sheet = with(front_knee(), &[Key::Breathless, Key::HotKnee, Key::Fever]);
    desk.conclude(Side::Left, sheet);
    assert!(desk.says(words::emergency_lines()));
    let fever = knowledge()
        .statement(crate::knee::StatementId::Fever)
        .say
        .clone();
    assert!(desk.says_part(&lower_first(&fever)));
}

#[test]
fn opening_the_routines_takes_two_answers() {
    let mut desk = read_again();
    desk.click(words::it_was_checked());
    desk.press(Stroke::Enter);
    assert!(!desk.finding().has_dialog(), "Enter keeps them locked");
    for answers in ["", "2", "6", "16", "25", "36" /* opens */] {
        desk.click(words::it_was_checked());
        for key in answers.chars() {
            desk.type_in(key);
        }
        let open = finding::Checking::Open;
        desk.send(Message::Finding(finding::Message::Checking(open)));
        let is_open = desk.app.findings().allow_routines().is_ok();
        assert_eq!(is_open, answers == "36", "{answers}");
        if !is_open {
            desk.press(Stroke::Escape);
            assert!(!desk.finding().has_dialog());
            assert_eq!(desk.standing(), Standing::Current);
        }
    }
    assert!(matches!(
        desk.standing(),
        Standing::Checked {
            by: Examiner::Physiotherapist,
            ..
        }
    ));
}

#[test]
fn a_check_can_be_undone_with_everything_for_ten_seconds() {
    let mut desk = read_again();
    let before = desk.finding().record().clone();
    desk.click(words::it_was_checked());
    desk.type_in('2');
    desk.type_in('6');
    desk.click(words::open_routines());
    assert!(desk.says(&words::marked_as_checked(Side::Left)));
    // It goes along to other pages.
    desk.send(Message::Go(Tab::Routines));
    assert!(desk.says(&words::marked_as_checked(Side::Left)));
    desk.press_with_control('z');
    let recent = desk.app.history.recent.clone().unwrap();
    assert_eq!(recent.assessments, [before]);
    assert!(!desk.says(words::undo()));
    desk.send(Message::SeeWhy);
    assert!(desk.says(words::same_day()));
}

#[test]
fn the_time_to_undo_passes_and_waits_below_the_pointer() {
    let mut desk = read_again();
    desk.click(words::it_was_checked());
    desk.type_in('4');
    desk.type_in('6');
    desk.click(words::open_routines());
    let seconds = |desk: &mut Desk, seconds: u64| {
        desk.at += Duration::from_secs(seconds);
        desk.send(Message::Unlocked(unlocked::Message::Tick));
    };
    seconds(&mut desk, 9);
    assert!(desk.says(words::undo()));
    desk.send(Message::Unlocked(unlocked::Message::Pause));
    seconds(&mut desk, 60);
    assert!(desk.says(words::undo()), "the pointer rests on it");
    desk.send(Message::Unlocked(unlocked::Message::Resume));
    seconds(&mut desk, 2);
    assert!(!desk.says(words::undo()));
    desk.press_with_control('z');
    assert!(desk.app.findings().allow_routines().is_ok());
}

#[test]
fn answers_that_are_changed_keep_the_flag_until_a_pass_without_it() {
    let mut desk = Desk::open();
    desk.conclude(Side::Left, hot_and_feverish());
    desk.click(words::change());
    assert!(matches!(desk.app.screens.open, Screen::KneeMap(_)));
    assert!(desk.app.findings().allow_routines().is_err());
    desk.send(Message::Go(Tab::Today));
    desk.send(Message::Go(Tab::KneeMap));
    assert!(
        desk.says(words::same_day()),
        "left half way, it is as before"
    );
    desk.click(words::change());
    let sheet = front_knee();
    let assessment = assess(&knowledge(), &sheet);
    let conclusion = Conclusion {
        leg: Side::Left,
        sheet,
        assessment,
        next: None,
    };
    let task = desk.app.conclude(conclusion);
    for message in messages(task) {
        desk.send(message);
    }
    assert!(desk.app.findings().allow_routines().is_ok());
    assert!(desk.says("Runner’s knee"));
}

#[test]
fn a_knee_that_an_earlier_version_remembered_has_a_page_too() {
    let mut desk = Desk::open();
    let recent = crate::journal::Recent {
        assessments: vec![carried_over(
            uuid::Uuid::from_u128(3),
            test_support::MOMENT,
            Side::Right,
        )],
        ..crate::journal::Recent::default()
    };
    desk.send(Message::Journal(crate::journal::Event::Today(Arc::new(
        recent,
    ))));
    desk.send(Message::SeeWhy);
    assert!(desk.says(words::within_two_weeks()));
    assert!(desk.says(words::carried_over()));
    assert!(!desk.says(words::you_ticked()));
}

#[test]
fn the_summary_says_what_was_ticked_and_what_not_and_is_saved_as_a_file() {
    let mut desk = Desk::open();
    desk.app.desktop.documents = || None;
    let mut sheet = hot_and_feverish();
    sheet.unticked = [Key::Breathless, Key::ColdFoot].into();
    desk.conclude(Side::Left, sheet);
    desk.click(words::save_for_doctor());
    desk.click(words::save_as_file());
    let day = desk.app.history.today();
    // Whoever chooses no file, or cannot, has it among the documents.
    desk.click(crate::words::data::save_in_documents());
    let file = desk.home.path().join(format!("kneewise-summary-{day}.txt"));
    let text = std::fs::read_to_string(&file).expect("the file");
    for line in [
        "Left knee, ",
        "Where: on or behind the kneecap; outer joint line",
        "Ticked: ",
        "Not ticked: ",
        "Answers: ",
        "Advice shown: have this knee seen today (",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    assert!(desk.says(&words::saved_as(&file.display().to_string())));
    assert!(desk.says(words::show_file()));
    let chosen = desk.home.path().join("chosen.txt");
    std::fs::write(&chosen, "something longer ".repeat(1000)).unwrap();
    let wish = crate::app::data::Purpose::Summary(text.clone());
    desk.send(Message::Desktop(crate::app::data::Message::Chosen(
        wish,
        Some(chosen.clone()),
    )));
    assert_eq!(std::fs::read_to_string(&chosen).unwrap(), text);
    assert!(desk.says(&words::saved_as(&chosen.display().to_string())));
    desk.click(words::save_as_file());
    desk.click(crate::words::data::save_in_documents());
    let second = desk
        .home
        .path()
        .join(format!("kneewise-summary-{day}-2.txt"));
    assert!(second.is_file());
    desk.send(Message::Finding(finding::Message::Summing(Summing::Close)));
    assert!(!desk.finding().has_dialog());
}

#[test]
pub fn every_text_of_a_result_and_of_a_flag_has_its_room() {
    let sheets = [
        front_knee(),
        hot_and_feverish(),
        with(front_knee(), &[Key::Breathless]),
        with(front_knee(), &[Key::GivesWay, Key::LocksBriefly]),
        with(
            front_knee(),
            &[
                Key::FootDrop,
                Key::Numb,
                Key::WeakLeg,
                Key::SaddleNumbness,
                Key::ColdFoot,
            ],
        ),
        AnswerSheet {
            marks: vec![Mark::Area(AreaId::LateralQuadriceps)],
            ..AnswerSheet::default()
        },
    ];
    for size in SIZES {
        for (number, sheet) in sheets.iter().enumerate() {
            let mut desk = Desk::open();
            desk.resize(size);
            desk.conclude(Side::Left, sheet.clone());
            for state in ["new", "again"] {
                let state = format!("sheet {number}, {state}");
                layout::look_at(&desk, &state);
                layout::look_for_overlaps(&desk, &state);
                desk.send(Message::Go(Tab::Today));
                desk.send(Message::Go(Tab::KneeMap));
            }
        }
    }
}

/// At 200 % nothing of a flag is lost: what to do, what not to do, and the way on can be scrolled into sight.
#[test]
fn flags_and_their_dialogs_are_whole_in_magnified_windows() {
    for size in layout::MAGNIFIED {
        for keys in [&[Key::HotKnee, Key::Fever][..], &[Key::Breathless]] {
            let mut desk = Desk::open();
            desk.resize(size);
            desk.conclude(Side::Left, with(front_knee(), keys));
            layout::look_at(&desk, "a new flag");
            desk.send(Message::Finding(finding::Message::Summarise));
            layout::look_at(&desk, "the summary");
            assert!(desk.says(words::copy()) && desk.says(words::close()));
            desk.send(Message::Finding(finding::Message::Summing(Summing::Close)));
            desk.send(Message::Go(Tab::Today));
            layout::look_at(&desk, "Today");
            desk.send(Message::Go(Tab::KneeMap));
            layout::look_at(&desk, "the flag again");
            desk.send(Message::Finding(finding::Message::ItWasChecked));
            layout::look_at(&desk, "has someone looked");
            assert!(desk.says(words::keep_locked()) && desk.says(words::open_routines()));
        }
    }
}

#[test]
fn a_session_ends_where_a_flag_is_found_and_goes_on_where_none_is() {
    for (sheet, ends) in [(hot_and_feverish(), true), (front_knee(), false)] {
        let mut desk = Desk::playing(SHORT);
        desk.play(8);
        desk.send(Message::Player(player::Message::Hurts));
        desk.send(Message::Player(player::Message::ShowWhere));
        let assessment = assess(&knowledge(), &sheet);
        let conclusion = Conclusion {
            leg: Side::Left,
            sheet,
            assessment,
            next: None,
        };
        let task = desk.app.conclude(conclusion);
        for message in messages(task) {
            desk.send(message);
        }
        if ends {
            desk.press(Stroke::Escape);
            assert!(desk.says(words::same_day()), "Escape ends no session");
            desk.click(words::end_session());
            assert!(matches!(desk.app.screens.open, Screen::Today(_)));
        } else {
            assert!(!desk.says_part("Start, "), "one session at a time");
            desk.click(words::back_to_session());
            let _ = desk.player();
        }
    }
}

#[test]
fn the_most_urgent_of_two_knees_is_what_one_comes_back_to() {
    let mut desk = Desk::open();
    desk.conclude(
        Side::Left,
        with(front_knee(), &[Key::GivesWay, Key::LocksBriefly]),
    );
    let level = desk.finding().record().level();
    assert_eq!(level, Some(Level::WithinTwoWeeks));
    desk.send(Message::Go(Tab::Today));
    desk.send(Message::Go(Tab::KneeMap));
    desk.conclude(Side::Right, hot_and_feverish());
    desk.send(Message::Go(Tab::Today));
    desk.send(Message::Go(Tab::KneeMap));
    assert_eq!(desk.finding().record().knee, Side::Right);
    assert!(desk.says(&words::result_of_the(Side::Left)));
}
