//! How long an assessment, the choice of the next question and a look at the diagram take.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kneewise::content;
use kneewise::knee::{
    Age, Answer, AnswerSheet, Key, Leg, Mark, PlaceId, Point, View, assess, next_question,
};

/// Three marks and fifteen answers: more than most people give.
fn sheet(answers: usize) -> AnswerSheet {
    let yes_or_no = |(number, key): (usize, &Key)| {
        let answer = if number % 3 == 0 {
            Answer::Yes
        } else {
            Answer::No
        };
        (*key, answer)
    };
    // Every third question, from the ones that move conditions.
    let keys = Key::ALL.iter().skip(3).step_by(3);
    AnswerSheet {
        marks: vec![
            Mark::Place(PlaceId::Patella),
            Mark::Place(PlaceId::MedialJointLine),
            Mark::Place(PlaceId::LateralCollateral),
        ],
        age: Some(Age::Years(47)),
        onset: None,
        answers: keys.enumerate().map(yes_or_no).take(answers).collect(),
    }
}

fn knee(criterion: &mut Criterion) {
    let (knowledge, _) = content::knowledge();
    let sheets = [("no answers", sheet(0)), ("15 answers", sheet(15))];
    for (name, sheet) in &sheets {
        let _ = criterion.bench_function(&format!("knee/assess, {name}"), |bencher| {
            bencher.iter(|| assess(&knowledge, black_box(sheet)));
        });
        let _ = criterion.bench_function(&format!("knee/next question, {name}"), |bencher| {
            bencher.iter(|| next_question(&knowledge, black_box(sheet)));
        });
    }

    let diagram = knowledge.diagram();
    for (name, x, y) in [
        ("the kneecap", 297.0, 345.0),
        ("the calf, last in order", 360.0, 697.0),
        ("just beside the leg", 178.0, 422.0),
        ("nothing", 20.0, 20.0),
    ] {
        let _ = criterion.bench_function(&format!("knee/hit {name}"), |bencher| {
            let point = Point { x, y };
            bencher.iter(|| diagram.hit(View::Front, Leg::Left, black_box(point), 14.0));
        });
    }

    let _ = criterion.bench_function("knee/read everything", |bencher| {
        bencher.iter(content::knowledge);
    });
}

criterion_group!(benches, knee);
criterion_main!(benches);
