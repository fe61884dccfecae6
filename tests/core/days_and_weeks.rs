//! Days and weeks are those the person had, whatever their clock does at night: properties around midnight and where
//! clocks are put forward and back.

use jiff::civil::{Date, DateTime, Weekday, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, ZonedDateTime};
use kneewise::training::calendar::{Calendar, days, days_between};
use kneewise::training::range::{Grain, Range, Span};
use kneewise::training::record::{Log, Session, State};
use kneewise::training::week::Week;
use kneewise::training::{Moment, week};
use proptest::prelude::*;
use uuid::Uuid;

/// Zones by their rules, so that no list of them has to be on the machine: Central Europe, New York, Sydney (where
/// summer is in January), an island that puts its clock forward by half an hour, and two without summer time at the
/// ends of the day.
const ZONES: [&str; 6] = [
    "CET-1CEST,M3.5.0,M10.5.0/3",
    "EST5EDT,M3.2.0,M11.1.0",
    "AEST-10AEDT,M10.1.0,M4.1.0/3",
    "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
    "<+14>-14",
    "<-11>11",
];

fn zones() -> impl Strategy<Value = TimeZone> {
    prop::sample::select(&ZONES[..]).prop_map(|rules| TimeZone::posix(rules).expect("rules"))
}

/// Seconds over ten years.
fn instants() -> impl Strategy<Value = Timestamp> {
    let from: Timestamp = "2019-01-01T00:00:00Z".parse().expect("an instant");
    let to: Timestamp = "2029-01-01T00:00:00Z".parse().expect("an instant");
    (from.as_second()..to.as_second()).prop_map(|second| Timestamp::from_second(second).unwrap())
}

/// Local midnights, those of nights in which clocks change among them.
fn midnights() -> impl Strategy<Value = Date> {
    let changes = [
        date(2026, 3, 29),
        date(2026, 3, 30),
        date(2026, 10, 25),
        date(2026, 10, 26),
        date(2026, 3, 8),
        date(2026, 11, 1),
        date(2026, 4, 5),
        date(2026, 10, 4),
        date(2027, 1, 1),
        date(2028, 2, 29),
    ];
    let any = (0_i64..3_600).prop_map(|day| date(2019, 1, 1).saturating_add(day.days()));
    prop_oneof![prop::sample::select(changes.to_vec()), any]
}

fn moment(at: &ZonedDateTime) -> Moment {
    Moment::new(at.timestamp().as_millisecond(), at.offset().seconds())
}

fn session(began: Moment, kind: &str) -> Session {
    Session {
        id: Uuid::now_v7(),
        routine: "reset".to_owned(),
        name: "Reset".to_owned(),
        kind: kind.to_owned(),
        began,
        state: State::Completed { at: began },
        planned_ms: 300_000,
        worked_ms: 240_000,
        steps: 6,
        done: 6,
        note: String::new(),
    }
}

fn log(sessions: Vec<Session>) -> Log {
    Log {
        sessions,
        pain: Vec::new(),
        results: Vec::new(),
    }
}

proptest! {
    #[test]
    fn a_session_is_on_the_day_the_persons_clock_showed(zone in zones(), at in instants()) {
        let lived = at.to_zoned_datetime(zone);
        let began = moment(&lived);
        prop_assert_eq!(began.day(), lived.date());
        let calendar = Calendar::of(&log(vec![session(began, "recovery")]));
        prop_assert_eq!(calendar.first(), Some(lived.date()));
        prop_assert_eq!(calendar.day(lived.date()).sessions, 1);
    }

    #[test]
    fn a_second_before_midnight_is_the_day_before(zone in zones(), midnight in midnights()) {
        // The first instant of the day, also where that is not 0:00.
        let first = midnight.to_zoned_datetime(zone).expect("a day begins");
        let last = first.checked_sub(1.second()).expect("an instant before");
        prop_assert_eq!(moment(&first).day(), midnight);
        prop_assert_eq!(moment(&last).day(), midnight.yesterday().expect("a day before"));
        let log = log(vec![session(moment(&last), "strength"), session(moment(&first), "strength")]);
        let days = days(&log, midnight.saturating_sub(1.day()), midnight);
        prop_assert_eq!(days.iter().map(|day| day.sessions).collect::<Vec<_>>(), [1, 1]);
        let is_monday = midnight.weekday() == Weekday::Monday;
        prop_assert_eq!(week::strength_days(&log, midnight), if is_monday { 1 } else { 2 });
    }

    #[test]
    fn weeks_have_seven_days_and_lose_no_session(
        zone in zones(),
        began in prop::collection::vec(instants(), 0..60),
    ) {
        let mut sessions: Vec<_> = began
            .into_iter()
            .map(|at| session(moment(&at.to_zoned_datetime(zone.clone())), "strength"))
            .collect();
        sessions.sort_by_key(|session| session.began.utc_ms);
        let count = sessions.len() as u32;
        let log = log(sessions);
        let weeks = week::weeks(&log, date(2018, 12, 31), date(2029, 1, 2));
        for week in &weeks {
            prop_assert_eq!(week.monday().weekday(), Weekday::Monday);
            for pair in week.days.windows(2) {
                prop_assert_eq!(pair[0].date.tomorrow().unwrap(), pair[1].date);
            }
            prop_assert!(week.strength_days() <= week.sessions());
            prop_assert!(week.strength_days() <= 7);
        }
        for pair in weeks.windows(2) {
            prop_assert_eq!(days_between(pair[0].monday(), pair[1].monday()), 7);
        }
        prop_assert_eq!(weeks.iter().map(Week::sessions).sum::<u32>(), count);
    }

    /// Someone flies from one zone to the next: what was done stays on the day it was done on.
    #[test]
    fn days_stay_what_they_were_when_one_travels(
        zones in prop::collection::vec(zones(), 1..6),
        began in prop::collection::vec(instants(), 1..40),
    ) {
        let mut began = began;
        began.sort();
        let lived: Vec<ZonedDateTime> = began
            .iter()
            .enumerate()
            .map(|(index, at)| at.to_zoned_datetime(zones[index % zones.len()].clone()))
            .collect();
        let log = log(lived.iter().map(|at| session(moment(at), "mobility")).collect());
        let calendar = Calendar::of(&log);
        for day in lived.iter().map(ZonedDateTime::date) {
            let there = lived.iter().filter(|at| at.date() == day).count() as u32;
            prop_assert_eq!(calendar.day(day).sessions, there);
        }
    }

    #[test]
    fn a_row_never_counts_more_weeks_than_had_enough(
        began in prop::collection::vec(0_i64..400, 0..120),
        today in 0_i64..400,
    ) {
        let start = date(2025, 6, 2);
        let today = start.saturating_add(today.days());
        let mut began = began;
        began.sort_unstable();
        let sessions = began
            .into_iter()
            .map(|day| {
                let noon: DateTime = start.saturating_add(day.days()).at(12, 0, 0, 0);
                session(moment(&noon.to_zoned_datetime(TimeZone::UTC).unwrap()), "mobility")
            })
            .collect();
        let log = log(sessions);
        let enough = week::weeks(&log, start, today).iter().filter(|week| week.counts()).count();
        let row = week::in_a_row(&log, today) as usize;
        prop_assert!(row <= enough);
        // What is done today never makes a row shorter.
        let mut more = log.clone();
        let noon = today.at(12, 0, 0, 0).to_zoned_datetime(TimeZone::UTC).unwrap();
        more.sessions.push(session(moment(&noon), "mobility"));
        prop_assert!(week::in_a_row(&more, today) as usize >= row);
    }

    #[test]
    fn every_day_of_a_range_lies_in_one_piece(day in 0_i64..20_000, back in 0_i64..20_000) {
        let today = date(1990, 1, 1).saturating_add(day.days());
        let first = today.saturating_sub(back.days());
        for range in Range::ALL {
            let span = range.span(today, Some(first));
            let grain = span.grain();
            let pieces: Vec<Span> = grain.pieces(span).collect();
            prop_assert!(pieces.len() <= 60);
            let days: i64 = pieces.iter().map(|piece| days_between(piece.from, piece.to) + 1).sum();
            prop_assert_eq!(days, days_between(span.from, span.to) + 1);
            for piece in pieces {
                prop_assert!(piece.from <= piece.to);
                prop_assert_eq!(grain.start(piece.from), grain.start(piece.to));
                prop_assert!(Grain::Day.start(piece.from) == piece.from);
            }
        }
    }
}

#[test]
fn weeks_in_which_clocks_change_have_seven_days() {
    let zone = TimeZone::posix(ZONES[0]).expect("rules");
    for (sunday, hours) in [(date(2026, 3, 29), 167), (date(2026, 10, 25), 169)] {
        let monday = week::monday(sunday);
        let begins = monday.to_zoned_datetime(zone.clone()).unwrap();
        let ends = sunday
            .tomorrow()
            .unwrap()
            .to_zoned_datetime(zone.clone())
            .unwrap();
        assert_eq!(begins.duration_until(&ends).as_hours(), hours);
        // One session an hour: all of them lie in this week.
        let sessions = (0..hours)
            .map(|hour| {
                session(
                    moment(&begins.checked_add(hour.hours()).unwrap()),
                    "mobility",
                )
            })
            .collect();
        let log = log(sessions);
        let week = week::of(&log, sunday);
        assert_eq!(i64::from(week.sessions()), hours);
        let sunday = week.days[6].sessions;
        assert_eq!(i64::from(sunday), hours - 6 * 24);
    }
}
