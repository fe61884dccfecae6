//! How long putting ten thousand routines on the shelf takes, and an answer to each key that is pressed.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use kneewise::content::{self, Content};
use kneewise::routine::{Kind, Routine};
use kneewise::shelf::{Having, KitSet, Length, Order, Owner, Shelf, Wish};

const ROUTINES: usize = 10_000;

/// Routines like the bundled ones, with names of their own. Every seventh name has a word that no other has.
fn generated(bundled: &[Arc<Routine>]) -> Vec<(Arc<Routine>, Owner)> {
    const FIRST: [&str; 8] = [
        "Morning", "Hill", "Track", "Trail", "Easy", "Slow", "Évening", "Marathon",
    ];
    const THEN: [&str; 8] = [
        "hamstring",
        "quadriceps",
        "balance",
        "step-down",
        "hip",
        "ankle",
        "stretch",
        "strength",
    ];
    let word = |words: [&'static str; 8], number: usize| words[number % words.len()];
    (0..ROUTINES)
        .zip(bundled.iter().cycle())
        .map(|(number, routine)| {
            let own = match number % 7 {
                0 => format!("zx{:x}", number.wrapping_mul(2_654_435_761) % 0xff_ffff),
                _ => number.to_string(),
            };
            let (first, then) = (word(FIRST, number), word(THEN, number / 3));
            let routine = Routine {
                id: format!("made-{number}").into(),
                name: format!("{first} {then} routine {own}"),
                ..(**routine).clone()
            };
            (Arc::new(routine), Owner::Mine)
        })
        .collect()
}

fn library(criterion: &mut Criterion) {
    let (content, _) = Content::read();
    let (knowledge, _) = content::knowledge();
    let routines = generated(&content.routines);
    let shelf = Shelf::new(routines.iter().cloned(), &knowledge);

    let typed = |query: &str| Wish {
        query: query.to_owned(),
        ..Wish::default()
    };
    let narrow = Wish {
        kind: Some(Kind::Strength),
        length: Some(Length::ElevenToTwenty),
        having: Having::Only(KitSet::default()),
        order: Order::Name,
        ..typed("s")
    };
    for (name, wish) in [
        ("nothing typed", typed("")),
        ("one letter", typed("s")),
        ("a word", typed("hamstring")),
        ("a word with a slip", typed("hamstrng")),
        (
            "two words with two slips each",
            typed("quadrcieps strenght"),
        ),
        ("nonsense", typed("wqxzvbkj")),
        ("by name, narrowed", narrow),
        (
            "as much as anybody types",
            typed(
                "easy hamstring stretch for the back of the thigh with a band on the mat before a run",
            ),
        ),
    ] {
        let _ = criterion.bench_function(&format!("library/{ROUTINES}, {name}"), |bencher| {
            bencher.iter(|| shelf.choose(black_box(&wish)));
        });
    }

    let mut slow = criterion.benchmark_group("library");
    let _ = slow.sample_size(10);
    let _ = slow.bench_function(format!("putting {ROUTINES} on the shelf"), |bencher| {
        bencher.iter(|| Shelf::new(routines.iter().cloned(), &knowledge));
    });
    slow.finish();
}

criterion_group!(benches, library);
criterion_main!(benches);
