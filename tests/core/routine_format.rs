//! The routine format, entry by entry: what an author writes, and what it comes to.

use kneewise::authoring::Source;
use kneewise::content::Content;
use kneewise::exercise::{Kit, Sidedness, Target};
use kneewise::routine::item::Easier;
use kneewise::routine::timeline::{Pace, Segment, SegmentKind, Timeline, WorkSide};
use kneewise::routine::{Effort, Kind, Routine};
use kneewise::side::Side;
use kneewise::words::exercise::phases;
use kneewise::words::player::said;

fn read(text: &str) -> Routine {
    let (content, _) = Content::read();
    let name = "mine.ron";
    Routine::read(&Source { name, text }, &content.catalogue)
        .unwrap_or_else(|problems| panic!("{problems:#?} in\n{text}"))
}

/// What these items come to, without getting ready and the finish: one word or two for each segment.
fn comes_to(items: &str) -> Vec<String> {
    let routine = read(&format!(
        "(id: \"mine\", name: \"Mine\", kind: Strength, get_ready: (seconds: 0), items: [{items}], finish: (seconds: 0))"
    ));
    let timeline = Timeline::of(&routine, Side::Left.into());
    let segments = timeline.segments();
    let (finish, rest) = segments.split_last().expect("a finish");
    assert!(matches!(finish.kind, SegmentKind::Finish { .. }));
    rest.iter().map(in_words).collect()
}

fn in_words(segment: &Segment) -> String {
    let seconds = segment.length.as_secs_f64();
    let text = said(&segment.kind);
    let what = match &segment.kind {
        SegmentKind::GetReady { .. } => "get ready".to_owned(),
        SegmentKind::Move { .. } => "move".to_owned(),
        SegmentKind::Switch { .. } => "switch".to_owned(),
        SegmentKind::Finish { .. } => "finish".to_owned(),
        SegmentKind::Rest => "rest".to_owned(),
        SegmentKind::Work(work) => {
            let pace = match work.pace {
                Pace::Hold => "hold".to_owned(),
                Pace::Time => "keep moving".to_owned(),
                Pace::Reps {
                    count,
                    parts: None,
                    each,
                } => {
                    format!("{count} x {}", each.as_secs_f64())
                }
                Pace::Reps {
                    count,
                    parts: Some(parts),
                    ..
                } => {
                    let [there, hold, back] = parts.map(|part| part.as_secs_f64());
                    format!("{count} x {there}-{hold}-{back}")
                }
                Pace::OwnPace { count } => format!("{count} at own pace"),
            };
            let side = match work.side {
                WorkSide::Both => "",
                WorkSide::One(Side::Left) => " left",
                WorkSide::One(Side::Right) => " right",
                WorkSide::Alternating(_) => " in turns",
            };
            let set = if work.sets > 1 {
                format!(" set {} of {}", work.set, work.sets)
            } else {
                String::new()
            };
            format!("{} {pace}{side}{set}", work.exercise.id)
        }
    };
    let text = if text.is_empty() {
        String::new()
    } else {
        format!(" \"{text}\"")
    };
    format!("{what}{text}: {seconds}")
}

fn assert_table(table: &[(&str, &[&str])]) {
    for (written, expected) in table {
        assert_eq!(comes_to(written), *expected, "from {written}");
    }
}

#[test]
fn doses() {
    assert_table(&[
        (
            r#"Exercise(id: "glute-bridge", dose: Hold(25))"#,
            &["glute-bridge hold: 25"],
        ),
        (
            r#"Exercise(id: "glute-bridge", dose: Hold(7.25))"#,
            &["glute-bridge hold: 7.25"],
        ),
        (
            r#"Exercise(id: "glute-bridge", dose: Time(40))"#,
            &["glute-bridge keep moving: 40"],
        ),
        (
            r#"Exercise(id: "glute-bridge", dose: Reps(count: 10, seconds: 3))"#,
            &["glute-bridge 10 x 3: 30"],
        ),
        (
            r#"Exercise(id: "glute-bridge", dose: Reps(count: 6, tempo: (2, 1, 1.5)))"#,
            &["glute-bridge 6 x 2-1-1.5: 27"],
        ),
        // How long one's own pace takes is an estimate: three seconds for each.
        (
            r#"Exercise(id: "glute-bridge", dose: Reps(count: 12))"#,
            &["glute-bridge 12 at own pace: 36"],
        ),
    ]);
}

#[test]
fn sides() {
    let left_right = &[
        "glute-bridge hold left: 9",
        "switch \"Change sides.\": 5",
        "glute-bridge hold right: 9",
    ];
    assert_table(&[
        // An exercise knows how it uses the sides; the routine may say otherwise.
        (
            r#"Exercise(id: "glute-bridge", dose: Hold(9))"#,
            &["glute-bridge hold: 9"],
        ),
        (
            r#"Exercise(id: "heel-slide", dose: Hold(9))"#,
            &[
                "heel-slide hold left: 9",
                "switch \"Change sides.\": 5",
                "heel-slide hold right: 9",
            ],
        ),
        (
            r#"Exercise(id: "hamstring-sweep", dose: Reps(count: 4, seconds: 2))"#,
            &["hamstring-sweep 4 x 2 in turns: 8"],
        ),
        (
            r#"Exercise(id: "heel-slide", dose: Hold(9), sides: Both)"#,
            &["heel-slide hold: 9"],
        ),
        (
            r#"Exercise(id: "glute-bridge", dose: Hold(9), sides: Alternating)"#,
            &["glute-bridge hold in turns: 9"],
        ),
        // Each stands alone or with fields in brackets.
        (
            r#"Exercise(id: "glute-bridge", dose: Hold(9), sides: Each)"#,
            left_right,
        ),
        (
            r#"Exercise(id: "glute-bridge", sides: Each , dose: Hold(9))"#,
            left_right,
        ),
        (
            r#"Exercise(id: "glute-bridge", dose: Hold(9), sides: Each())"#,
            left_right,
        ),
        (
            r#"Exercise(id: "glute-bridge", dose: Hold(9), sides: Each(switch: 3, text: "Other leg."))"#,
            &[
                "glute-bridge hold left: 9",
                "switch \"Other leg.\": 3",
                "glute-bridge hold right: 9",
            ],
        ),
        (
            r#"Exercise(id: "glute-bridge", dose: Hold(9), sides: Each(switch: 0))"#,
            &["glute-bridge hold left: 9", "glute-bridge hold right: 9"],
        ),
    ]);
}

#[test]
fn sets_rests_ways_and_blocks() {
    assert_table(&[
        (
            r#"Exercise(id: "glute-bridge", dose: Hold(9), sets: 2)"#,
            &[
                "glute-bridge hold set 1 of 2: 9",
                "glute-bridge hold set 2 of 2: 9",
            ],
        ),
        (
            r#"Exercise(id: "glute-bridge", dose: Hold(9), sides: Each(switch: 2), sets: 2, rest: 15)"#,
            &[
                "glute-bridge hold left set 1 of 2: 9",
                "switch \"Change sides.\": 2",
                "glute-bridge hold right set 1 of 2: 9",
                "rest: 15",
                "glute-bridge hold left set 2 of 2: 9",
                "switch \"Change sides.\": 2",
                "glute-bridge hold right set 2 of 2: 9",
            ],
        ),
        (
            r#"Move(seconds: 8, text: "Lie down."), Exercise(id: "glute-bridge", dose: Hold(9)), Rest(30)"#,
            &["move \"Lie down.\": 8", "glute-bridge hold: 9", "rest: 30"],
        ),
        (
            r#"Move(seconds: 4), Exercise(id: "glute-bridge", dose: Hold(9)), Rest(0)"#,
            &["move: 4", "glute-bridge hold: 9"],
        ),
        (
            r#"Block(items: [Exercise(id: "glute-bridge", dose: Hold(9))])"#,
            &["glute-bridge hold: 9"],
        ),
        (
            r#"Block(name: "Round", times: 2, items: [
                Exercise(id: "glute-bridge", dose: Hold(9)),
                Block(times: 2, items: [Exercise(id: "mini-squat", dose: Hold(4)), Rest(1)]),
            ])"#,
            &[
                "glute-bridge hold: 9",
                "mini-squat hold: 4",
                "rest: 1",
                "mini-squat hold: 4",
                "rest: 1",
                "glute-bridge hold: 9",
                "mini-squat hold: 4",
                "rest: 1",
                "mini-squat hold: 4",
                "rest: 1",
            ],
        ),
    ]);
}

#[test]
fn only_four_fields_have_to_be_there() {
    let routine = read(
        r#"(id: "mine", name: "Mine", kind: WarmUp, items: [Exercise(id: "mini-squat", dose: Hold(20))])"#,
    );
    let timeline = Timeline::of(&routine, Side::Left.into());
    let words: Vec<_> = timeline.segments().iter().map(in_words).collect();
    let expected = [
        "get ready \"Clear some floor and get ready.\": 5",
        "mini-squat hold: 20",
        "finish \"Stand easy and breathe.\": 10",
    ];
    assert_eq!(words, expected);

    assert_eq!(routine.kind, Kind::WarmUp);
    assert_eq!(routine.effort, Effort::Easy);
    assert_eq!(routine.purpose, "");
    assert_eq!((routine.honest, routine.how_often), (None, None));
    assert!(routine.serves.is_empty() && routine.leave_if.is_empty() && routine.sources.is_empty());
    // The first exercise stands for the whole.
    assert_eq!(&*routine.cover.unwrap().id, "mini-squat");
}

#[test]
fn the_rest_of_the_head() {
    let routine = read(
        r#"Routine(
            format: 1, id: "mine", name: "Mine", kind: PainRelief, effort: Hard, purpose: "Why.", honest: "Really?",
            how_often: "Daily.", serves: ["pfp"], leave_if: ["it hurts"], sources: ["Own."], cover: "glute-bridge",
            get_ready: (seconds: 12, text: "Sit."),
            items: [Exercise(id: "mini-squat", dose: Hold(20))],
            finish: (seconds: 3),
        )"#,
    );
    assert_eq!(
        (routine.kind, routine.effort),
        (Kind::PainRelief, Effort::Hard)
    );
    assert_eq!(routine.purpose, "Why.");
    assert_eq!(routine.honest.as_deref(), Some("Really?"));
    assert_eq!(routine.how_often.as_deref(), Some("Daily."));
    assert_eq!(routine.serves, ["pfp"]);
    assert_eq!(routine.leave_if, ["it hurts"]);
    assert_eq!(routine.sources, ["Own."]);
    assert_eq!(&*routine.cover.as_ref().unwrap().id, "glute-bridge");
    let timeline = Timeline::of(&routine, Side::Left.into());
    let words: Vec<_> = timeline.segments().iter().map(in_words).collect();
    assert_eq!(
        words,
        ["get ready \"Sit.\": 12", "mini-squat hold: 20", "finish: 3"]
    );
}

#[test]
fn exercises_of_ones_own() {
    let routine = read(
        r#"(
            id: "mine", name: "Mine", kind: Mobility,
            items: [
                Exercise(id: "frog", dose: Reps(count: 2, tempo: (1, 1, 1))),
                Exercise(id: "plain", dose: Hold(5)),
                Exercise(id: "glute-bridge", dose: Hold(5)),
            ],
            exercises: [
                (
                    id: "frog", name: "Frog", targets: [Adductors], kit: [Mat], sides: Each,
                    setup: "Kneel.", cues: ["Sit back."], easier: Exercise("plain"), harder: Text("Sit lower."),
                    leave_if: ["it pinches"], phases: ("Back", "Stay", "Up"), sources: ["Own."], picture: "frog.webp",
                ),
                (id: "plain", name: "Plain", easier: Exercise("not-there-yet")),
                // One of the catalogue's, described anew for this routine.
                (id: "glute-bridge", name: "Bridge my way"),
            ],
        )"#,
    );
    let mut items = Vec::new();
    for item in &routine.items {
        item.each_exercise(&mut |item| items.push(item));
    }
    let [frog, plain, bridge] = items[..] else {
        panic!("three exercises expected")
    };

    assert_eq!(frog.exercise.targets, [Target::Adductors]);
    assert_eq!(frog.exercise.sides, Sidedness::Each);
    assert_eq!(phases(&frog.exercise), ["Back", "Stay", "Up"]);
    assert_eq!(frog.exercise.picture.as_deref(), Some("frog.webp"));
    assert!(matches!(&frog.easier, Some(Easier::Exercise(easier)) if &*easier.id == "plain"));

    assert_eq!(plain.exercise.sides, Sidedness::Both);
    assert_eq!(phases(&plain.exercise), ["Lower", "Hold", "Rise"]);
    assert_eq!(
        (&plain.exercise.figure, &plain.exercise.picture),
        (&None, &None)
    );
    assert!(matches!(&plain.easier, Some(Easier::Text(text)) if text == "not there yet"));

    assert_eq!(bridge.exercise.name, "Bridge my way");
}

#[test]
fn what_one_needs_is_what_the_exercises_name_unless_the_routine_says_otherwise() {
    let needs = |kit: &str| {
        let routine = read(&format!(
            r#"(id: "mine", name: "Mine", kind: Strength, {kit}
                items: [Exercise(id: "lateral-band-walk", dose: Hold(5)), Exercise(id: "own", dose: Hold(5))],
                exercises: [(id: "own", name: "Own", kit: [Wall, Mat])])"#
        ));
        routine.kit()
    };
    assert_eq!(needs(""), [Kit::Mat, Kit::Wall, Kit::LoopBand]);
    assert_eq!(needs("kit: [Wall, Mat, Wall],"), [Kit::Mat, Kit::Wall]);
    assert_eq!(needs("kit: [],"), []);
}
