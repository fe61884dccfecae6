//! What must hold of any bytes whatever, one check for each thing that Kneewise reads. The fuzzer tries them on bytes it makes
//! up, and the test beside this file on those that are kept.

use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use jiff::civil::{Date, date};
use kneewise::authoring::plain::{is_active, one_line};
use kneewise::authoring::{Problem, Source, decode};
use kneewise::catalog::Summary;
use kneewise::content::{self, Content};
use kneewise::exercise::Exercise;
use kneewise::figure::{self, Beat, Drawing, Scene};
use kneewise::journal::store::Store;
use kneewise::knee::Knowledge;
use kneewise::library::{self, RoutineFolder, picture};
use kneewise::routine::Routine;
use kneewise::routine::timeline::Timeline;
use kneewise::session::{Command, Session};
use kneewise::side::Side;
use kneewise::training::calendar::Calendar;
use kneewise::training::overview::{Overview, heat};
use kneewise::training::range::Range;
use kneewise::training::record::{Log, Occasion, Pain, Session as Record, State};
use kneewise::training::{Moment, Score, morning, pain, trend};
use kneewise::{cli::assess, settings};
use tempfile::TempDir;

/// A check: it panics where something does not hold.
pub type Check = fn(&[u8]);

/// Every check, by the name of its fuzz target and of the folder with its kept bytes.
pub const ALL: [(&str, Check); 10] = [
    ("assess", assessed),
    ("calendar", calendar),
    ("exercise", exercise),
    ("folder", folder),
    ("import", import),
    ("journal", journal),
    ("picture", shown),
    ("routine", routine),
    ("session", session),
    ("settings", preferences),
];

const TODAY: Date = date(2026, 11, 30);

fn content() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| Content::read().0)
}

/// A folder of its own, in memory where there is one.
fn scratch() -> TempDir {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() {
        tempfile::tempdir_in(memory)
    } else {
        tempfile::tempdir()
    };
    folder.expect("a folder can be made")
}

/// What is said of a file is at least one line, and nothing in it would be obeyed by a terminal.
fn said(problems: &[Problem]) {
    assert!(!problems.is_empty());
    for problem in problems {
        let line = problem.to_string();
        assert!(line.len() < 4_000, "{line}");
        assert!(!one_line(&line).chars().any(is_active), "{line:?}");
        assert!(!problem.sentence.chars().any(is_active), "{line:?}");
    }
}

fn text(data: &[u8]) -> Option<String> {
    match decode("x.ron", data.to_vec()) {
        Ok(text) => Some(text),
        Err(problem) => {
            said(&[problem]);
            None
        }
    }
}

/// A routine can be played, or it is said why not.
pub fn routine(data: &[u8]) {
    let Some(text) = text(data) else { return };
    let source = Source {
        name: "x.ron",
        text: &text,
    };
    let routine = match Routine::read(&source, &content().catalogue) {
        Ok(routine) => routine,
        Err(problems) => return said(&problems),
    };
    assert!(routine.name.chars().count() <= 200 && !routine.name.chars().any(is_active));
    for side in [Side::Left, Side::Right] {
        let timeline = Timeline::of(&routine, side.into());
        assert!(!timeline.segments().is_empty());
        for step in timeline.steps() {
            let _ = timeline.step_length(step);
            let _ = timeline.aim(step);
        }
        for (index, segment) in timeline.segments().iter().enumerate() {
            assert!(segment.end() <= timeline.total());
            let _ = timeline.work_from(index);
        }
    }
    let _ = Summary::of(&routine);
}

/// An exercise can be drawn, or it is said why not.
pub fn exercise(data: &[u8]) {
    let Some(text) = text(data) else { return };
    let source = Source {
        name: "x.ron",
        text: &text,
    };
    let exercise = match Exercise::read(&source) {
        Ok(exercise) => exercise,
        Err(problems) => return said(&problems),
    };
    assert!(!kneewise::words::exercise::repetitions(&exercise, 3).is_empty());
    assert_eq!(kneewise::words::exercise::phases(&exercise).len(), 3);
    let Some(movement) = &exercise.figure else {
        return;
    };
    let mut drawing = Drawing::new();
    let scene = Scene::new(movement, Side::Left);
    let window = scene.window(1.5);
    let sizes = [window.x, window.y, window.width, window.height];
    assert!(sizes.iter().all(|number| number.is_finite()));
    let mut beats: Vec<Beat> = movement
        .walk()
        .into_iter()
        .map(|(beat, _)| beat)
        .take(6)
        .collect();
    beats.push(Beat::Rep {
        number: 3,
        elapsed: 0.7,
        length: 3.0,
        tempo: None,
    });
    for beat in &beats {
        drawing.clear();
        scene.ground(&mut drawing);
        scene.draw(beat, &mut drawing);
        for (shape, outline) in drawing.shapes() {
            assert!((0.0..=1.0).contains(&shape.alpha));
            for command in outline {
                match *command {
                    figure::Command::MoveTo(to) | figure::Command::LineTo(to) => {
                        assert!(to.x.is_finite() && to.y.is_finite());
                    }
                    figure::Command::QuadTo(by, to) => {
                        assert!(
                            [by.x, by.y, to.x, to.y]
                                .iter()
                                .all(|number| number.is_finite())
                        );
                    }
                    figure::Command::Close => {}
                }
            }
        }
    }
}

/// Files in a folder of one's own are read or named; a good one among them is there whatever the others are. Between two
/// files stands a line `=== name`.
pub fn folder(data: &[u8]) {
    const GOOD: &str = r#"(id: "good-one", name: "Good", kind: Mobility, items: [Exercise(id: "mini-squat", dose: Hold(5))])"#;
    let scratch = scratch();
    for (number, part) in data.split(|byte| *byte == 0x1e).take(12).enumerate() {
        let end = part
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap_or(part.len());
        let name = String::from_utf8_lossy(&part[..end]).replace(['/', '\\', '\0'], "-");
        let name: String = name.chars().take(60).collect();
        let name = if name.trim_matches('.').is_empty() {
            format!("{number}.ron")
        } else {
            name
        };
        let _ = std::fs::write(
            scratch.path().join(name),
            &part[(end + 1).min(part.len())..],
        );
    }
    std::fs::write(scratch.path().join("good.ron"), GOOD).expect("the good one can be written");

    let user_routines = RoutineFolder::read(scratch.path(), &content().catalogue, |_| false);
    let has_id = |routine_file: &&library::RoutineFile| &*routine_file.summary.id == "good-one";
    assert_eq!(user_routines.routines.iter().filter(has_id).count(), 1);
    for routine_file in &user_routines.routines {
        assert!(user_routines.open(routine_file).is_ok());
    }
    let again = user_routines.read_again(scratch.path(), &content().catalogue, |_| false);
    assert_eq!(
        (again.routines.len(), again.problems),
        (user_routines.routines.len(), user_routines.problems)
    );
    let report = library::check(&[scratch.path().to_path_buf()], content());
    assert!(report.files >= 1);
    let _ = library::routines(&[scratch.path().to_path_buf()], &content().catalogue);
}

/// Preferences are always there, and within their bounds.
pub fn preferences(data: &[u8]) {
    let scratch = scratch();
    let path = scratch.path().join("settings.ron");
    std::fs::write(&path, data).expect("the file can be written");
    let (read, problems) = settings::read(&path);
    for problem in &problems {
        assert!(!problem.sentence.chars().any(is_active), "{problem:?}");
    }
    assert!(read.volume.percent() <= 100);
    assert!(read.get_ready_seconds.is_none_or(|seconds| seconds <= 600));
    if settings::write(&path, &read).is_ok() {
        assert_eq!(settings::read(&path), (read, Vec::new()));
    }
}

/// Every line of cases has at most one answer, and it is a line.
pub fn assessed(data: &[u8]) {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    let knowledge = KNOWLEDGE.get_or_init(|| content::knowledge().0);
    let mut out = Vec::new();
    if assess::review(knowledge, data, &mut out).is_err() {
        return;
    }
    let ends = |bytes: &[u8]| bytes.iter().filter(|byte| **byte == b'\n').count();
    assert!(ends(&out) <= ends(data) + 1);
    let out = String::from_utf8(out).expect("answers are text");
    assert!(
        out.chars()
            .all(|character| character == '\n' || !is_active(character))
    );
}

/// A picture is shown within its bounds, or not at all.
pub fn shown(data: &[u8]) {
    let scratch = scratch();
    let path = scratch.path().join("x.png");
    std::fs::write(&path, data).expect("the file can be written");
    let is_fine = picture::look(&path).is_ok();
    if let Ok(read) = picture::read(&path) {
        assert!(is_fine);
        assert!(read.width <= 1600 && read.height <= 1600);
        assert_eq!(
            read.rgba.len(),
            read.width as usize * read.height as usize * 4
        );
    }
}

/// A journal of another program or version is taken in once, and comes out the same.
pub fn import(data: &[u8]) {
    let scratch = scratch();
    let at = |name: &str| scratch.path().join(name);
    std::fs::write(at("in.json"), data).expect("the file can be written");
    let (mut store, _) = Store::open(&at("one")).expect("a new journal can be made");
    let Ok(added) = store.import(&at("in.json")) else {
        return;
    };
    look_at(&store);
    let again = store
        .import(&at("in.json"))
        .expect("what was taken in once can be read");
    assert_eq!((again.sessions, again.scores), (0, 0));
    if added.sessions + added.scores > 0 {
        let exported = store
            .export(&at("out"))
            .expect("a journal can be written out");
        let (mut other, _) = Store::open(&at("two")).expect("a new journal can be made");
        let _ = other
            .import(&exported.join("kneewise-journal.json"))
            .expect("what was written out can be read");
        assert_eq!(other.log(None).ok(), store.log(None).ok());
    }
}

/// A file in the place of the journal is opened or set aside.
pub fn journal(data: &[u8]) {
    let scratch = scratch();
    std::fs::write(scratch.path().join("journal.sqlite"), data).expect("the file can be written");
    if let Ok((mut store, _)) = Store::open(scratch.path()) {
        let _ = store.check();
        look_at(&store);
        let _ = store.write(&[]);
    }
}

fn look_at(store: &Store) {
    if let Ok(log) = store.log(None) {
        digest(&log);
        for session in log.sessions.iter().take(20) {
            let _ = store.session(session.id);
        }
    }
    let _ = (
        store.recent(TODAY),
        store.all_assessments(),
        store.assessments(),
    );
}

fn digest(log: &Log) {
    let calendar = Calendar::of(log);
    for range in Range::ALL {
        for knees in [pain::Knees::Both, pain::Knees::Left] {
            let _ = Overview::of(log, &calendar, range, knees, TODAY);
        }
    }
    let _ = heat(&calendar, TODAY);
    if let Some(question) = morning::question(log, TODAY) {
        let _ = morning::before(log, &question, Side::Left, TODAY);
    }
    let _ = trend::recent(log, TODAY);
}

/// Numbers out of bytes; zeros when there are no more.
struct Numbers<'a>(&'a [u8]);

impl Numbers<'_> {
    fn is_over(&self) -> bool {
        self.0.is_empty()
    }

    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        *first
    }

    fn wide(&mut self) -> i64 {
        i64::from_le_bytes(std::array::from_fn(|_| self.byte()))
    }

    fn medium(&mut self) -> u32 {
        u32::from_le_bytes(std::array::from_fn(|_| self.byte()))
    }

    fn moment(&mut self) -> Moment {
        let is_near = !self.byte().is_multiple_of(4);
        let (at, offset) = (self.wide(), self.medium() as i32);
        if is_near {
            Moment {
                utc_ms: 1_796_000_000_000 - (at.unsigned_abs() % 50_000_000_000) as i64,
                offset_s: offset % 86_400,
            }
        } else {
            Moment {
                utc_ms: at,
                offset_s: offset,
            }
        }
    }
}

/// Whatever was done at whatever times, it can be counted.
pub fn calendar(data: &[u8]) {
    let mut numbers = Numbers(data);
    let mut log = Log::default();
    for index in 0..80_u128 {
        if numbers.is_over() {
            break;
        }
        let at = numbers.moment();
        let kind = numbers.byte();
        if index % 2 == 0 {
            let worked_ms = numbers.wide().unsigned_abs();
            log.sessions.push(Record {
                id: uuid::Uuid::from_u128(index),
                routine: "r".into(),
                name: "n".into(),
                kind: ["strength", "recovery", "x"][usize::from(kind) % 3].into(),
                began: at,
                state: if kind > 127 {
                    State::Stopped { at }
                } else {
                    State::Completed { at }
                },
                planned_ms: worked_ms,
                worked_ms,
                steps: 3,
                done: 2,
                note: String::new(),
            });
        } else {
            log.pain.push(Pain {
                id: uuid::Uuid::from_u128(index),
                session: None,
                at,
                knee: if kind > 127 { Side::Left } else { Side::Right },
                occasion: [Occasion::Before, Occasion::After, Occasion::NextMorning]
                    [usize::from(kind) % 3],
                score: Score::new(kind % 11).expect("ten is the most"),
                note: String::new(),
            });
        }
    }
    log.sessions.sort_by_key(|session| session.began);
    log.pain.sort_by_key(|pain| pain.at);
    digest(&log);
}

const EVERYTHING: &str = r#"(
    id: "everything", name: "Everything", kind: Strength, get_ready: (seconds: 4),
    items: [
        Exercise(id: "glute-bridge", dose: Reps(count: 3, tempo: (1, 0.5, 1)), sets: 2, rest: 6),
        Block(times: 2, name: "Round", items: [
            Exercise(id: "heel-slide", dose: Reps(count: 2), sides: Each(switch: 3)),
            Move(seconds: 4.25, text: "Stand."),
            Rest(5),
        ]),
        Exercise(id: "hamstring-sweep", dose: Reps(count: 4, seconds: 2)),
        Exercise(id: "mini-squat", dose: Time(12)),
        Exercise(id: "half-kneeling-hip-flexor-stretch", dose: Hold(10.5)),
    ],
    finish: (seconds: 6),
)"#;

fn timelines() -> &'static [Timeline] {
    static TIMELINES: OnceLock<Vec<Timeline>> = OnceLock::new();
    TIMELINES.get_or_init(|| {
        let source = Source {
            name: "everything.ron",
            text: EVERYTHING,
        };
        let everything = Routine::read(&source, &content().catalogue).expect("it has no fault");
        let bundled = content().routines.iter();
        std::iter::once(Timeline::of(&everything, Side::Right.into()))
            .chain(bundled.map(|routine| Timeline::of(routine, Side::Left.into())))
            .collect()
    })
}

/// Whatever is pressed at whatever moments, the session stands somewhere in its routine.
pub fn session(data: &[u8]) {
    let mut numbers = Numbers(data);
    let timelines = timelines();
    let timeline = timelines[usize::from(numbers.byte()) % timelines.len()].clone();
    let mut now = Instant::now();
    let (mut session, _) = Session::start(timeline, now);
    for _ in 0..200 {
        if numbers.is_over() {
            break;
        }
        let (what, amount) = (numbers.byte() % 20, numbers.medium());
        now += Duration::from_millis(u64::from(amount % 100_000));
        let within = Duration::from_millis(amount.into());
        let command = match what {
            0 => Command::Pause,
            1 => Command::Resume,
            2 => Command::Next,
            3 => Command::Previous,
            4 => Command::Restart,
            5 => Command::More,
            6 => Command::Less,
            7 => Command::JumpTo(amount as usize % 70),
            8 => Command::JumpTo(usize::MAX - amount as usize),
            9 => Command::Seek(within),
            10 => Command::Seek(Duration::from_secs(u64::MAX - u64::from(amount))),
            11 => Command::Return {
                segment: amount as usize % 70,
                within,
            },
            12 => Command::Return {
                segment: usize::MAX,
                within: Duration::MAX,
            },
            13 => Command::Easier,
            14 => Command::SkipExercise,
            15 => Command::CountRepetition,
            16 => Command::Done,
            17 => Command::Stop,
            18 => {
                now = now.checked_sub(within).unwrap_or(now);
                continue;
            }
            _ => {
                let _ = session.advance(now);
                continue;
            }
        };
        let _ = session.command(command, now);
        assert!(session.segment_index() < session.timeline().segments().len());
        let _ = (
            session.position(now),
            session.upcoming(),
            session.worked(),
            session.planned(),
        );
        let _ = (session.step_index(), session.work());
        assert_eq!(session.outcomes().len(), session.timeline().steps().len());
    }
}
