//! The morning after: whether to ask how the knees are, and what to hold the answer against.

use jiff::ToSpan;
use jiff::civil::Date;
use uuid::Uuid;

use super::Score;
use super::pain::Knees;
use super::record::{Log, Occasion, Pain, Session};
use crate::side::Side;

/// A question for this morning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The session it is about: yesterday's last.
    pub session: Uuid,
    /// What was done in it.
    pub routine: String,
    /// The knees that were rated then.
    pub knees: Knees,
}

/// What to ask today: about yesterday's last session, unless this morning's score is there. One that was begun earlier and
/// carried on yesterday is yesterday's too, unless the score of a morning since then is there.
pub fn question(log: &Log, today: Date) -> Option<Question> {
    let yesterday = today.saturating_sub(1.day());
    let is_of_yesterday = |session: &&Session| {
        session.counts()
            && (session.began.day() == yesterday
                || session.last().day() == yesterday && !is_told_since(log, session))
    };
    let of_yesterday = log.sessions.iter().filter(is_of_yesterday);
    let session = of_yesterday.max_by_key(|session| session.last().utc_ms)?;
    let is_answered = log
        .pain
        .iter()
        .any(|pain| pain.occasion == Occasion::NextMorning && pain.at.day() == today);
    if is_answered {
        return None;
    }
    let rated: Vec<Side> = of_session(log, session.id).map(|pain| pain.knee).collect();
    Some(Question {
        session: session.id,
        routine: session.name.clone(),
        knees: knees(&rated),
    })
}

/// Whether a morning's score belongs to a session that was said after it was over: it began before midnight and was over
/// soon after, and its morning after has been.
fn is_told_since(log: &Log, session: &Session) -> bool {
    of_session(log, session.id).any(|pain| {
        pain.occasion == Occasion::NextMorning && pain.at.utc_ms > session.last().utc_ms
    })
}

/// What this morning's score of a knee is held against: the morning before, or else what was said before yesterday's
/// session, or else after it. None where nothing was said.
pub fn before(log: &Log, question: &Question, knee: Side, today: Date) -> Option<Score> {
    let yesterday = today.saturating_sub(1.day());
    let of_knee = || log.pain.iter().rev().filter(|pain| pain.knee == knee);
    let morning =
        of_knee().find(|pain| pain.occasion == Occasion::NextMorning && pain.at.day() == yesterday);
    let of_session = |occasion| {
        of_knee()
            .find(move |pain| pain.session == Some(question.session) && pain.occasion == occasion)
    };
    morning
        .or_else(|| of_session(Occasion::Before))
        .or_else(|| of_session(Occasion::After))
        .map(|pain| pain.score)
}

/// This morning's scores about a session.
pub fn answers(log: &Log, session: Uuid, today: Date) -> impl Iterator<Item = &Pain> {
    of_session(log, session)
        .filter(move |pain| pain.occasion == Occasion::NextMorning && pain.at.day() == today)
}

/// The knee a person is likely to speak of first: of those spoken of last the left one, and where none was, the left.
pub fn first_knee(log: &Log) -> Side {
    let Some(last) = log.pain.last() else {
        return Side::Left;
    };
    let mut together = log.pain.iter().rev().take_while(|pain| pain.at == last.at);
    if together.any(|pain| pain.knee == Side::Left) {
        Side::Left
    } else {
        Side::Right
    }
}

fn of_session(log: &Log, session: Uuid) -> impl Iterator<Item = &Pain> {
    log.pain
        .iter()
        .filter(move |pain| pain.session == Some(session))
}

fn knees(rated: &[Side]) -> Knees {
    match (rated.contains(&Side::Left), rated.contains(&Side::Right)) {
        (true, false) => Knees::Left,
        (false, true) => Knees::Right,
        _ => Knees::Both,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::Moment;
    use super::super::record::State;
    use super::*;

    const HOUR_MS: i64 = 3_600_000;
    /// Noon of Thursday 1 January 1970 in UTC.
    const NOON: i64 = 12 * HOUR_MS;

    fn moment(hours_after_noon: i64) -> Moment {
        Moment::new(NOON + hours_after_noon * HOUR_MS, 0)
    }

    fn session(hours: i64, done: u32) -> Session {
        Session {
            id: Uuid::from_u128(u128::try_from(hours + 1_000).unwrap()),
            routine: "r".to_owned(),
            name: "Knee Reset".to_owned(),
            kind: "recovery".to_owned(),
            began: moment(hours),
            state: State::Completed { at: moment(hours) },
            planned_ms: 300_000,
            worked_ms: 200_000,
            steps: 9,
            done,
            note: String::new(),
        }
    }

    fn pain(session: &Session, hours: i64, knee: Side, occasion: Occasion, score: u8) -> Pain {
        Pain {
            id: Uuid::from_u128(u128::try_from(hours + 5_000).unwrap() * 7 + u128::from(score)),
            session: Some(session.id),
            at: moment(hours),
            knee,
            occasion,
            score: Score::new(score).unwrap(),
            note: String::new(),
        }
    }

    #[test]
    fn yesterdays_session_is_asked_about_once() {
        let done = session(0, 9);
        let mut log = Log {
            sessions: vec![done.clone()],
            pain: vec![pain(&done, 0, Side::Right, Occasion::After, 3)],
            results: Vec::new(),
        };
        let day = |hours| moment(hours).day();

        assert_eq!(question(&log, day(0)), None, "the same day");
        let asked = question(&log, day(24)).unwrap();
        assert_eq!((asked.session, asked.knees), (done.id, Knees::Right));
        assert_eq!(question(&log, day(48)), None, "two days later");

        log.pain
            .push(pain(&done, 20, Side::Right, Occasion::NextMorning, 2));
        assert_eq!(question(&log, day(20)), None, "answered");
    }

    #[test]
    fn a_session_that_was_carried_on_yesterday_is_yesterdays() {
        let mut done = session(0, 9);
        done.state = State::Completed { at: moment(48) };
        let mut log = Log {
            sessions: vec![done.clone()],
            pain: vec![pain(&done, 20, Side::Left, Occasion::NextMorning, 2)],
            results: Vec::new(),
        };
        let asked = question(&log, moment(72).day()).unwrap();
        assert_eq!(asked.session, done.id);
        assert_eq!(question(&log, moment(48).day()), None, "the same day");

        // Over a few minutes after midnight, and asked about on the morning that came then.
        log.sessions[0].state = State::Completed { at: moment(13) };
        assert_eq!(question(&log, moment(44).day()), None, "told since");
    }

    #[test]
    fn a_session_without_a_step_done_asks_nothing() {
        let log = Log {
            sessions: vec![session(0, 0)],
            pain: Vec::new(),
            results: Vec::new(),
        };
        assert_eq!(question(&log, moment(24).day()), None);
    }

    #[test]
    fn the_morning_before_comes_first_then_before_the_session_then_after_it() {
        let done = session(0, 9);
        let log = |pain: Vec<Pain>| Log {
            sessions: vec![done.clone()],
            pain,
            results: Vec::new(),
        };
        let today = moment(24).day();
        let before = |log: &Log| {
            let asked = question(log, today).unwrap();
            before(log, &asked, Side::Left, today).map(Score::get)
        };
        let after = pain(&done, 1, Side::Left, Occasion::After, 3);
        let start = pain(&done, 0, Side::Left, Occasion::Before, 1);
        let morning = pain(&done, -5, Side::Left, Occasion::NextMorning, 4);
        let other = pain(&done, 0, Side::Right, Occasion::Before, 9);

        assert_eq!(before(&log(vec![other.clone()])), None);
        assert_eq!(before(&log(vec![other.clone(), after.clone()])), Some(3));
        assert_eq!(before(&log(vec![start.clone(), after.clone()])), Some(1));
        assert_eq!(before(&log(vec![morning, start, after])), Some(4));
    }
}
