//! How long one frame of the figure's outlines takes, solving included, for every bundled exercise.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use kneewise::figure::{Beat, Drawing, Movement, Scene};
use serde::Deserialize;

/// The part of an exercise file that is drawn.
#[derive(Deserialize)]
struct Exercise {
    figure: Movement,
}

fn frames(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("figure/one frame");
    for (name, movement) in movements() {
        let scene = Scene::new(&movement, movement.drawn_side());
        let mut drawing = Drawing::new();
        let mut elapsed = 0.0;
        let _ = group.bench_function(name, |bencher| {
            bencher.iter(|| {
                elapsed = (elapsed + 1.0 / 60.0) % 4.0;
                drawing.clear();
                let beat = Beat::Rep {
                    number: 0,
                    elapsed,
                    length: 4.0,
                    tempo: None,
                };
                scene.draw(black_box(&beat), &mut drawing);
            });
        });
    }
    group.finish();

    let mut group = criterion.benchmark_group("figure/scene");
    for (name, movement) in movements() {
        let _ = group.bench_function(name, |bencher| {
            bencher.iter(|| Scene::new(black_box(&movement), movement.drawn_side()));
        });
    }
    group.finish();
}

fn movements() -> Vec<(String, Movement)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/exercises");
    let mut movements: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let text = fs::read_to_string(entry.path()).ok()?;
            let exercise: Exercise = ron::from_str(&text).ok()?;
            let name = entry.path().file_stem()?.to_str()?.to_owned();
            Some((name, exercise.figure))
        })
        .collect();
    movements.sort_by(|a, b| a.0.cmp(&b.0));
    movements
}

criterion_group!(benches, frames);
criterion_main!(benches);
