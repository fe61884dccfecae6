//! The two resets, second by second, as the routine tables have them.

use std::time::Duration;

use kneewise::content::{Content, RESET, STANDING_RESET};
use kneewise::routine::timeline::{Pace, Segment, SegmentKind, Timeline, WorkSide};
use kneewise::side::Side;

/// One line of a table: from, to, what, which exercise, which side, how.
type Line = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const RESET_TABLE: &[Line] = &[
    ("0:00", "0:05", "prep", "-", "-", "-"),
    (
        "0:05",
        "0:30",
        "work",
        "standing-quad-stretch",
        "left",
        "hold",
    ),
    ("0:30", "0:35", "switch", "-", "-", "-"),
    (
        "0:35",
        "1:00",
        "work",
        "standing-quad-stretch",
        "right",
        "hold",
    ),
    ("1:00", "1:08", "transition", "-", "-", "-"),
    (
        "1:08",
        "1:33",
        "work",
        "half-kneeling-hip-flexor-stretch",
        "left",
        "hold",
    ),
    ("1:33", "1:40", "switch", "-", "-", "-"),
    (
        "1:40",
        "2:05",
        "work",
        "half-kneeling-hip-flexor-stretch",
        "right",
        "hold",
    ),
    ("2:05", "2:13", "transition", "-", "-", "-"),
    (
        "2:13",
        "2:43",
        "work",
        "hamstring-sweep",
        "alternating",
        "10 x 3000",
    ),
    ("2:43", "2:52", "transition", "-", "-", "-"),
    (
        "2:52",
        "3:22",
        "work",
        "glute-bridge",
        "both",
        "10 x 1000-1000-1000",
    ),
    ("3:22", "3:26", "transition", "-", "-", "-"),
    ("3:26", "3:44", "work", "heel-slide", "left", "6 x 3000"),
    ("3:44", "3:47", "switch", "-", "-", "-"),
    ("3:47", "4:05", "work", "heel-slide", "right", "6 x 3000"),
    ("4:05", "4:14", "transition", "-", "-", "-"),
    (
        "4:14",
        "4:44",
        "work",
        "mini-squat",
        "both",
        "6 x 2000-1000-2000",
    ),
    ("4:44", "5:00", "finish", "-", "-", "-"),
];

const STANDING_TABLE: &[Line] = &[
    ("0:00", "0:05", "prep", "-", "-", "-"),
    (
        "0:05",
        "0:30",
        "work",
        "standing-quad-stretch",
        "left",
        "hold",
    ),
    ("0:30", "0:35", "switch", "-", "-", "-"),
    (
        "0:35",
        "1:00",
        "work",
        "standing-quad-stretch",
        "right",
        "hold",
    ),
    ("1:00", "1:05", "transition", "-", "-", "-"),
    (
        "1:05",
        "1:30",
        "work",
        "standing-lunge-hip-flexor-stretch",
        "left",
        "hold",
    ),
    ("1:30", "1:35", "switch", "-", "-", "-"),
    (
        "1:35",
        "2:00",
        "work",
        "standing-lunge-hip-flexor-stretch",
        "right",
        "hold",
    ),
    ("2:00", "2:05", "transition", "-", "-", "-"),
    (
        "2:05",
        "2:35",
        "work",
        "hamstring-sweep",
        "alternating",
        "10 x 3000",
    ),
    ("2:35", "2:40", "transition", "-", "-", "-"),
    (
        "2:40",
        "3:00",
        "work",
        "wall-press-hip-abduction",
        "left",
        "hold",
    ),
    ("3:00", "3:05", "switch", "-", "-", "-"),
    (
        "3:05",
        "3:25",
        "work",
        "wall-press-hip-abduction",
        "right",
        "hold",
    ),
    ("3:25", "3:30", "transition", "-", "-", "-"),
    (
        "3:30",
        "3:50",
        "work",
        "leg-swing-front-back",
        "left",
        "10 x 2000",
    ),
    ("3:50", "3:54", "switch", "-", "-", "-"),
    (
        "3:54",
        "4:14",
        "work",
        "leg-swing-front-back",
        "right",
        "10 x 2000",
    ),
    ("4:14", "4:19", "transition", "-", "-", "-"),
    (
        "4:19",
        "4:49",
        "work",
        "mini-squat",
        "both",
        "6 x 2000-1000-2000",
    ),
    ("4:49", "5:00", "finish", "-", "-", "-"),
];

#[test]
fn the_reset_is_its_table() {
    assert_table(RESET, Side::Left, RESET_TABLE);
}

#[test]
fn the_standing_reset_is_its_table() {
    assert_table(STANDING_RESET, Side::Left, STANDING_TABLE);
}

#[test]
fn beginning_on_the_right_swaps_sides_and_nothing_else() {
    let swapped: Vec<Line> = RESET_TABLE
        .iter()
        .map(|&(from, to, what, exercise, side, how)| {
            let side = match side {
                "left" => "right",
                "right" => "left",
                other => other,
            };
            (from, to, what, exercise, side, how)
        })
        .collect();
    assert_table(RESET, Side::Right, &swapped);
}

#[test]
fn both_resets_take_five_minutes_to_the_millisecond() {
    for id in [RESET, STANDING_RESET] {
        assert_eq!(
            timeline(id, Side::Left).total(),
            Duration::from_secs(300),
            "{id}"
        );
    }
}

#[test]
fn the_named_blocks_of_the_reset_take_what_the_table_says() {
    let timeline = timeline(RESET, Side::Left);
    let blocks: Vec<_> = timeline
        .groups()
        .iter()
        .filter_map(|group| {
            let name = group.name.as_deref()?;
            Some((name, timeline.length_of(&group.segments).as_secs()))
        })
        .collect();
    assert_eq!(
        blocks,
        [("Stretch", 120), ("Activate", 69), ("Mobilise", 78)]
    );
}

#[test]
fn a_step_is_a_set_on_one_side_with_what_leads_to_it() {
    let timeline = timeline(RESET, Side::Left);
    assert_eq!(timeline.numbered_steps(), 9);
    let lengths: Vec<_> = timeline
        .steps()
        .iter()
        .map(|step| timeline.step_length(step).as_secs())
        .collect();
    assert_eq!(lengths, [30, 30, 33, 32, 38, 39, 22, 21, 39, 16]);
}

fn timeline(id: &str, first: Side) -> Timeline {
    let (content, problems) = Content::read();
    assert_eq!(problems, []);
    Timeline::of(content.routine(id).unwrap(), first.into())
}

fn assert_table(id: &str, first: Side, table: &[Line]) {
    let timeline = timeline(id, first);
    let found: Vec<_> = timeline.segments().iter().map(describe).collect();
    let expected: Vec<_> = table
        .iter()
        .map(|(from, to, what, exercise, side, how)| {
            format!("{from} {to} {what} {exercise} {side} {how}")
        })
        .collect();
    assert_eq!(found, expected, "{id}");
}

fn describe(segment: &Segment) -> String {
    let (what, detail) = match &segment.kind {
        SegmentKind::GetReady { .. } => ("prep", None),
        SegmentKind::Switch { .. } => ("switch", None),
        SegmentKind::Move { .. } => ("transition", None),
        SegmentKind::Rest => ("rest", None),
        SegmentKind::Finish { .. } => ("finish", None),
        SegmentKind::Work(work) => ("work", Some(work)),
    };
    let detail = detail.map_or("- - -".to_owned(), |work| {
        let side = match work.side {
            WorkSide::Both => "both",
            WorkSide::One(Side::Left) => "left",
            WorkSide::One(Side::Right) => "right",
            WorkSide::Alternating(_) => "alternating",
        };
        let how = match work.pace {
            Pace::Hold => "hold".to_owned(),
            Pace::Time => "time".to_owned(),
            Pace::OwnPace { count } => format!("{count}"),
            Pace::Reps {
                count,
                each,
                parts: None,
            } => format!("{count} x {}", each.as_millis()),
            Pace::Reps {
                count,
                parts: Some(parts),
                ..
            } => {
                let [a, b, c] = parts.map(|part| part.as_millis());
                format!("{count} x {a}-{b}-{c}")
            }
        };
        format!("{} {side} {how}", work.exercise.id)
    });
    format!(
        "{} {} {what} {detail}",
        clock(segment.start),
        clock(segment.end())
    )
}

fn clock(time: Duration) -> String {
    let millis = time.as_millis();
    assert_eq!(millis % 1000, 0, "the tables have whole seconds");
    format!("{}:{:02}", millis / 60_000, millis / 1000 % 60)
}

/// Every routine of the evidence: id, seconds from get ready to finish, and steps: a set on one side, or a rest.
const TOTALS: &[(&str, u64, usize)] = &[
    ("post-run-reset-5", 300, 9),
    ("post-run-reset-5-standing", 300, 10),
    ("pre-run-dynamic", 401, 14),
    ("hip-mobility", 444, 13),
    ("ankle-dorsiflexion", 545, 16),
    ("core-stability", 489, 16),
    ("glute-strength", 857, 22),
    ("quad-strength", 1012, 19),
    ("foot-strength", 526, 12),
    ("eccentric-tendon", 1015, 16),
    ("isometric-tendon-relief", 667, 11),
    ("itb-lateral-hip-release", 564, 18),
    ("pfp-early", 774, 19),
    ("pfp-late", 1217, 28),
    ("itbs-strength", 1033, 22),
    ("full-body-cross-training", 1379, 32),
    ("rest-day-reset", 571, 14),
    ("posterior-chain", 1027, 22),
    ("stiff-knee-mobility", 524, 15),
    ("medial-knee-calm", 689, 21),
];

#[test]
fn every_routine_is_as_long_as_its_table_to_the_second() {
    let (content, problems) = Content::read();
    assert!(problems.is_empty(), "{problems:?}");
    for first in Side::BOTH {
        let mut ours: Vec<_> = content
            .routines
            .iter()
            .map(|routine| {
                let timeline = Timeline::of(routine, first.into());
                (
                    routine.id.as_ref(),
                    timeline.total(),
                    timeline.numbered_steps(),
                )
            })
            .collect();
        let mut table: Vec<_> = TOTALS
            .iter()
            .map(|(id, seconds, steps)| (*id, Duration::from_secs(*seconds), *steps))
            .collect();
        ours.sort();
        table.sort();
        assert_eq!(ours, table);
    }
}
