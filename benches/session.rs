//! How fast a routine is written out and played.
#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use kneewise::content::{Content, RESET};
use kneewise::routine::timeline::Timeline;
use kneewise::session::Session;
use kneewise::side::Side;

fn routines(criterion: &mut Criterion) {
    let (content, _) = Content::read();
    let reset = content.routine(RESET).unwrap();

    let _ = criterion.bench_function("reading all bundled content", |bencher| {
        bencher.iter(|| black_box(Content::read()));
    });
    let _ = criterion.bench_function("writing out the reset", |bencher| {
        bencher.iter(|| black_box(Timeline::of(black_box(reset), Side::Left.into())));
    });

    let timeline = Timeline::of(reset, Side::Left.into());
    let start = Instant::now();
    let (mut session, _) = Session::start(timeline.clone(), start);
    let quiet = start + Duration::from_secs(8);
    let _ = session.advance(quiet);
    let _ = criterion.bench_function("advancing when nothing happens", |bencher| {
        bencher.iter(|| black_box(session.advance(black_box(quiet))));
    });
    let _ = criterion.bench_function("where the session stands", |bencher| {
        bencher.iter(|| black_box(session.position(black_box(quiet))));
    });
    let _ = criterion.bench_function("every signal that is left", |bencher| {
        bencher.iter(|| black_box(session.upcoming()));
    });
    let _ = criterion.bench_function("the whole reset in one late tick", |bencher| {
        bencher.iter(|| {
            let (mut session, _) = Session::start(timeline.clone(), start);
            black_box(session.advance(start + Duration::from_secs(400)))
        });
    });
}

criterion_group!(benches, routines);
criterion_main!(benches);
