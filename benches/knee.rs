//! How long an assessment, the choice of the next question and a look at the diagram take.

use std::collections::BTreeSet;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kneewise::content;
use kneewise::knee::{
    Age, Answer, AnswerSheet, AreaId, Key, Mark, Point, View, assess, next_question,
};
use kneewise::side::Side;

/// Three marks, and answers that raise no flag and leave no clear lead, so that nothing is cut short. The touches of the
/// marks, which would come first, are answered with "not sure".
fn sheet(answers: usize) -> AnswerSheet {
    const YES: [Key; 2] = [Key::DownStairs, Key::Catching];
    const TOUCHES: [(Key, Answer); 2] = [
        (Key::TenderInnerJointLine, Answer::NotSure),
        (Key::TenderOuterJointLine, Answer::NotSure),
    ];
    let keys = YES.iter().chain(Key::ALL.iter().step_by(7));
    let yes_or_no = |key: &Key| {
        let answer = if YES.contains(key) {
            Answer::Yes
        } else {
            Answer::No
        };
        (*key, answer)
    };
    AnswerSheet {
        marks: vec![
            Mark::Area(AreaId::Patella),
            Mark::Area(AreaId::MedialJointLine),
            Mark::Area(AreaId::LateralCollateral),
        ],
        age: Some(Age::Years(47)),
        onset: None,
        duration: None,
        answers: keys.map(yes_or_no).take(answers).chain(TOUCHES).collect(),
        unticked: BTreeSet::new(),
    }
}

fn knee(criterion: &mut Criterion) {
    let (knowledge, _) = content::knowledge();
    let sheets = [("no answers", sheet(0)), ("6 answers", sheet(6))];
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
            bencher.iter(|| diagram.hit(View::Front, Side::Right, black_box(point), 14.0));
        });
    }

    let _ = criterion.bench_function("knee/read everything", |bencher| {
        bencher.iter(content::knowledge);
    });
}

criterion_group!(benches, knee);
criterion_main!(benches);
