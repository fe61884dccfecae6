//! A session that is killed at any instant loses at most the segment that was running.
//!
//! The real program plays a routine without a window (`kneewise rehearse`) and is killed, and started again, two hundred
//! times. Each record that it named was on the disk when it named it.

#![allow(clippy::print_stdout)]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use kneewise::journal::store::Store;
use kneewise::training::record::State;
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

const KILLS: usize = 200;
/// The longest time from the first line to the kill, in milliseconds.
const LONGEST: u64 = 250;
/// The same from the start of the program, for kills while it opens the journal.
const LONGEST_EARLY: u64 = 40;
/// Where the choice of instants begins. Each failure names it, and the kill at which it was.
const SEED: u64 = 20_260_301;
const SIGKILL: i32 = 9;
/// Longer than anything may take, on a slow machine too.
const PATIENCE: Duration = Duration::from_secs(60);

/// A routine of many short segments, so that the kills fall into all of them and between them.
const ROUTINE: &str = r#"(
    format: 1,
    id: "short-segments",
    name: "Short segments",
    kind: Recovery,
    purpose: "Is interrupted.",
    get_ready: (seconds: 2),
    items: [
        Block(
            times: 3,
            items: [
                Exercise(id: "standing-quad-stretch", dose: Hold(3), sides: Each(switch: 1)),
                Move(seconds: 2, text: "Lie down."),
                Exercise(id: "glute-bridge", dose: Hold(4), sets: 2, rest: 1),
                Rest(2),
            ],
        ),
    ],
)"#;

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % most
    }
}

/// What the program named, line by line.
#[derive(Debug, PartialEq, Eq)]
enum Named {
    Begin { session: Uuid, segment: usize },
    Segment { id: Uuid, segment: usize },
    Pain { id: Uuid },
    Session { id: Uuid, segment: usize },
}

impl Named {
    fn read(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let what = words.next()?;
        let id = words.next()?.parse().ok()?;
        let mut segment = || words.next()?.parse().ok();
        Some(match what {
            "begin" => Self::Begin {
                session: id,
                segment: segment()?,
            },
            "segment" => Self::Segment {
                id,
                segment: segment()?,
            },
            "pain" => Self::Pain { id },
            "session" => Self::Session {
                id,
                segment: segment()?,
            },
            _ => return None,
        })
    }
}

/// Plays the routine. Its lines come as it writes them; the end of them is when it has ended.
fn play(routine: &Path, folder: &Path) -> (Child, Receiver<Named>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kneewise"))
        .arg("rehearse")
        .arg(routine)
        .args(["--speed", "100", "--data"])
        .arg(folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap());
    let (to, from) = channel();
    let _reading = thread::spawn(move || {
        for line in lines.split(b'\n').map_while(Result::ok) {
            // The last one may break off where it was killed.
            if let Some(named) = std::str::from_utf8(&line).ok().and_then(Named::read) {
                drop(to.send(named));
            }
        }
    });
    (child, from)
}

/// Looks at the file as the killed program left it: sound, and with every record that was named.
fn look(folder: &Path, named: &[Named], case: &str) {
    let file = folder.join("journal.sqlite");
    let database = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
    let verdict: String = database
        .query_row("PRAGMA integrity_check", (), |row| row.get(0))
        .unwrap();
    assert_eq!(verdict, "ok", "{case}");
    let stray = database
        .prepare("PRAGMA foreign_key_check")
        .unwrap()
        .exists(())
        .unwrap();
    assert!(!stray, "{case}: a record without its session");
    for named in named {
        let (table, id) = match named {
            Named::Begin { .. } => continue,
            Named::Segment { id, .. } => ("segment", id),
            Named::Pain { id } => ("pain", id),
            Named::Session { id, .. } => ("session", id),
        };
        let is_there = database
            .prepare_cached(&format!("SELECT 1 FROM {table} WHERE id = ?"))
            .unwrap()
            .exists([id])
            .unwrap();
        assert!(
            is_there,
            "{case}: the {table} {id} was named and is not there"
        );
    }
}

#[test]
fn at_most_the_running_segment_is_lost_at_any_of_two_hundred_kills() {
    println!("seed {SEED}");
    let around = tempfile::tempdir().unwrap();
    let routine = around.path().join("short-segments.ron");
    std::fs::write(&routine, ROUTINE).unwrap();
    let folder = around.path().join("kneewise");
    let mut dice = Dice(SEED);
    // Where the next start should go on: the session and the segment; none if it should begin anew.
    let mut expected: Option<(Uuid, usize)> = None;
    let (mut kills, mut unbegun, mut carried_on, mut completed) = (0, 0, 0, 0);

    while kills < KILLS {
        // Every fifth is killed while it opens the journal, before it says anything or just then.
        let is_early = kills % 5 == 0;
        let longest = if is_early { LONGEST_EARLY } else { LONGEST };
        let wait = Duration::from_micros(dice.below(longest * 1000));
        let case = format!("seed {SEED}, kill {kills} after {wait:?}");
        let (mut child, lines) = play(&routine, &folder);
        let mut named = Vec::new();
        if !is_early {
            let begin = lines.recv_timeout(PATIENCE);
            named.push(begin.unwrap_or_else(|_| panic!("{case}: it does not begin")));
        }
        thread::sleep(wait);
        child.kill().unwrap();
        let status = child.wait().unwrap();
        let was_killed = status.signal() == Some(SIGKILL);
        assert!(
            was_killed || status.success(),
            "{case}: it ended by itself: {status}"
        );
        kills += usize::from(was_killed);
        named.extend(lines.iter());
        let Some(&Named::Begin { session, segment }) = named.first() else {
            assert!(is_early && named.is_empty(), "{case}: {named:?}");
            unbegun += 1;
            continue;
        };
        look(&folder, &named, &case);
        match expected {
            Some(place) => {
                assert_eq!(
                    (session, segment),
                    place,
                    "{case}: it goes on where it stood"
                );
                carried_on += 1;
            }
            None => assert_eq!(segment, 0, "{case}: it begins anew"),
        }

        // The program itself finds nothing to mend, and the place: no segment that was over is played again.
        let (store, notices) = Store::open(&folder).unwrap();
        assert_eq!(notices, [], "{case}");
        let Some(whole) = store.session(session).unwrap() else {
            assert_eq!(named.len(), 1, "{case}: {named:?}");
            expected = expected.filter(|(known, _)| *known == session);
            continue;
        };
        let over: BTreeSet<_> = whole.segments.iter().map(|part| part.segment).collect();
        let last_named = named.iter().filter_map(|named| match named {
            Named::Segment { segment, .. } => Some(*segment),
            _ => None,
        });
        let open = store.open_session().unwrap();
        match whole.session.state {
            State::Open { place, .. } => {
                assert_eq!(open.map(|open| open.id), Some(session), "{case}");
                // Every segment before the place is over and kept: at most the running one is lost.
                let before: BTreeSet<_> = (0..place.segment).collect();
                assert_eq!(over, before, "{case}");
                for last in last_named {
                    assert!(last < place.segment, "{case}: {last} is over");
                }
                expected = Some((session, place.segment));
            }
            State::Completed { .. } => {
                assert_eq!(open, None, "{case}");
                let segments = over.len();
                assert_eq!(over, (0..segments).collect(), "{case}");
                completed += 1;
                expected = None;
            }
            State::Stopped { .. } => panic!("{case}: nobody stopped it"),
        }
    }
    println!(
        "{kills} kills, {unbegun} before it began, {carried_on} times carried on, {completed} completed"
    );
    assert!(carried_on > KILLS / 2, "most kills fall within a session");
    assert!(completed > 0, "sessions are completed in between");
}
