//! Ten thousand routines of one's own: how long reading their files takes, putting them into the catalog, looking whether
//! anything has changed, and an answer to each key that is pressed.
//!
//! To see them in the window, `cargo run --example made_routines -- 10000 FOLDER` writes the same files into a folder.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use kneewise::catalog::{Catalog, Filter, KitFilter, KitSet, Length, Order, Owner};
use kneewise::content::{self, Content};
use kneewise::knee::Findings;
use kneewise::library::{self, Fingerprint};
use kneewise::routine::Kind;
use kneewise::words::catalog::LEXICON;

#[path = "library/made.rs"]
mod made;

const ROUTINES: usize = 10_000;

/// What is read of a folder. `before` is what is known of it already.
fn read(
    before: &library::RoutineFolder,
    folder: &Path,
    content: &Content,
) -> library::RoutineFolder {
    before.read_again(folder, &content.catalogue, |id| {
        content.routine(id).is_some()
    })
}

fn library(criterion: &mut Criterion) {
    let (content, _) = Content::read();
    let (knowledge, _) = content::knowledge();
    let Ok(folder) = tempfile::tempdir() else {
        return;
    };
    let folder = folder.path();
    let write = |(id, text)| fs::write(folder.join(id + ".ron"), text).is_ok();
    assert!(made::texts(ROUTINES).all(write), "the files can be written");
    let own = read(&library::RoutineFolder::default(), folder, &content);
    assert_eq!((own.routines.len(), own.problems.len()), (ROUTINES, 0));
    let routines = || {
        let own = own.routines.iter();
        own.map(|routine_file| (Arc::clone(&routine_file.summary), Owner::Mine))
    };
    let catalog = Catalog::new(routines(), &knowledge, &Findings::default(), &LEXICON);

    let typed = |query: &str| Filter {
        query: query.to_owned(),
        ..Filter::default()
    };
    let narrow = Filter {
        kind: Some(Kind::Strength),
        length: Some(Length::of_minutes(20)),
        having: KitFilter::Only(KitSet::default()),
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
            bencher.iter(|| catalog.choose(black_box(&wish)));
        });
    }

    let mut slow = criterion.benchmark_group("library");
    let _ = slow.sample_size(10);
    let _ = slow.bench_function(format!("putting {ROUTINES} into the catalog"), |bencher| {
        bencher.iter(|| Catalog::new(routines(), &knowledge, &Findings::default(), &LEXICON));
    });
    let _ = slow.bench_function(format!("reading {ROUTINES} files"), |bencher| {
        bencher.iter(|| read(&library::RoutineFolder::default(), folder, &content));
    });
    let _ = slow.bench_function("the same again when nothing has changed", |bencher| {
        bencher.iter(|| read(&own, folder, &content));
    });
    let _ = slow.bench_function(format!("a glance at {ROUTINES} files"), |bencher| {
        bencher.iter(|| Fingerprint::at(folder));
    });
    slow.finish();
}

criterion_group!(benches, library);
criterion_main!(benches);
