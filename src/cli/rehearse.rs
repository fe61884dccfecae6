//! `kneewise rehearse`: a session without a window or a speaker, played by the clock and written down as in the player.
//! For trying out what the journal survives.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use iced::futures::StreamExt;
use jiff::ToSpan;
use tokio::runtime::Builder;

use super::{play, say};
use crate::app::clock::Clock;
use crate::journal::recorder::{Now, Recorder, pain};
use crate::journal::store::Error;
use crate::journal::{Event, Events, Journal, Looking, Recent, Saving, clock};
use crate::routine::Routine;
use crate::routine::timeline::Timeline;
use crate::session::{Command, Session};
use crate::side::Side;
use crate::training::Score;
use crate::training::record::{Entry, Occasion};
use crate::training::unfinished::{self, Begun};

/// How often the clock is looked at.
const ROUND: Duration = Duration::from_millis(2);

/// Rehearses the routine with this id or file, with the journal in this folder.
pub(super) fn run(routine: &OsStr, folder: PathBuf, speed: f64) -> ExitCode {
    let lines = match play::find(routine) {
        Ok(loaded) => match rehearse(&loaded.routine, folder, speed, &mut io::stdout().lock()) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(failure) => vec![failure.to_string()],
        },
        Err(lines) => lines,
    };
    say(io::stderr(), &lines);
    ExitCode::FAILURE
}

/// Plays a routine `speed` times as fast with the journal in this folder. An unfinished session of the same routine is
/// carried on. Every record is named in a line of `out` once it is on the disk: `segment`, `pain` or `session`, its id,
/// and for the session the segment it stands at; first of all comes `begin` with the segment it begins at.
///
/// # Errors
///
/// When the journal cannot be written, or nobody reads what is told.
fn rehearse(
    routine: &Routine,
    folder: PathBuf,
    speed: f64,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let (journal, mut events) = Journal::start(Some(folder));
    let recent = recent(&journal, &mut events)?;
    let real = Instant::now();
    let clock = Clock::new(real, speed);
    let now = || Now {
        session: clock.session(Instant::now()),
        moment: clock::now(),
    };

    let left = recent
        .open
        .filter(|left| left.routine == *routine.id)
        .and_then(|left| Some((unfinished::carry_on(routine, &left)?, left)))
        .and_then(|(session, left)| Some((session, Recorder::carry_on(left)?)));
    let (mut session, mut recorder) = if let Some((mut session, mut recorder)) = left {
        let now = now();
        let events = session.command(Command::Resume, now.session);
        recorder.follow(&session, &events, now);
        (session, recorder)
    } else {
        let begun = Begun {
            start: crate::side::Side::Left.into(),
            step: 0,
            easier: Vec::new(),
        };
        let now = now();
        let timeline = Timeline::begun(routine, begun.start, begun.step, &begun.easier);
        let (session, events) = Session::start(timeline, now.session);
        let mut recorder = Recorder::begin(routine, &session, begun, now);
        recorder.follow(&session, &events, now);
        (session, recorder)
    };
    writeln!(
        out,
        "begin {} {}",
        recorder.session().id,
        session.segment_index()
    )?;
    keep(&journal, &mut events, recorder.take(), &session, out)?;

    while session.ending().is_none() {
        let due = session
            .upcoming()
            .first()
            .map_or(ROUND, |(at, _)| clock.real(*at) - clock.real(now().session));
        thread::sleep(due.min(ROUND));
        let now = now();
        let happened = session.advance(now.session);
        recorder.follow(&session, &happened, now);
        let mut entries = recorder.take();
        if !entries.is_empty() {
            // Something else is written in between, as when a person edits.
            let score = Score::new(u8::try_from(session.segment_index() % 11).unwrap_or(0));
            entries.extend(score.map(|score| {
                Entry::Pain(pain(
                    Some(recorder.session().id),
                    Side::Left,
                    score,
                    Occasion::After,
                    now.moment,
                ))
            }));
        }
        keep(&journal, &mut events, entries, &session, out)?;
    }
    Ok(())
}

/// Why a rehearsal ended early.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// The journal could not be written.
    #[error("{0}")]
    Journal(#[from] Error),
    /// The journal is gone.
    #[error("the journal does not answer")]
    Silent,
    /// Nobody reads what is told.
    #[error("{0}")]
    Out(#[from] io::Error),
}

/// What the journal has of the last days.
fn recent(journal: &Journal, events: &mut Events) -> Result<Recent, Failure> {
    let since = clock::now()
        .day()
        .saturating_sub(unfinished::DAYS_OFFERED.days());
    journal.look(Looking::Today { since });
    loop {
        match next(events)? {
            Some(Event::Today(recent)) => return Ok((*recent).clone()),
            Some(_) => {}
            None => return Err(Failure::Silent),
        }
    }
}

/// What the journal says next.
fn next(events: &mut Events) -> io::Result<Option<Event>> {
    let waiting = Builder::new_current_thread().build()?;
    Ok(waiting.block_on(events.next()))
}

/// Writes entries down and waits until they are on the disk, then names them.
fn keep(
    journal: &Journal,
    events: &mut Events,
    entries: Vec<Entry>,
    session: &Session,
    out: &mut impl Write,
) -> Result<(), Failure> {
    if entries.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Segment(segment) => Some(format!("segment {} {}", segment.id, segment.segment)),
            Entry::Pain(pain) => Some(format!("pain {}", pain.id)),
            Entry::Session(row) => Some(format!("session {} {}", row.id, session.segment_index())),
            _ => None,
        })
        .collect();
    journal.write(entries);
    journal.flush();
    loop {
        match next(events)? {
            Some(Event::Flushed) => break,
            Some(Event::Saving(Saving::Waiting(error))) => return Err(error.into()),
            Some(_) => {}
            None => return Err(Failure::Silent),
        }
    }
    for line in lines {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(())
}
