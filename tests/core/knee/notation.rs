//! Cases in short: "age=52 at=medial_plateau onset=gradual weeks=6-12 twist+ slow- fever? t_bone~", where "~" was passed
//! over in a check.

use std::sync::LazyLock;

use kneewise::content;
use kneewise::knee::{Age, AgeBand, Answer, AnswerSheet, Duration, Key, Knowledge, Mark, Onset};

/// What ships inside the binary, read once.
pub static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| content::knowledge().0);

/// The sheet that a case in short stands for. Marks and answers in the order in which they are written.
pub fn sheet(short: &str) -> AnswerSheet {
    let mut sheet = AnswerSheet::default();
    for word in short.split_whitespace() {
        if let Some(mark) = word.strip_prefix("at=") {
            sheet.marks.push(Mark::with_id(mark).expect(word));
        } else if let Some(age) = word.strip_prefix("age=") {
            let band = AgeBand::ALL.into_iter().find(|band| band.id() == age);
            let age = band.map_or_else(|| Age::Years(age.parse().expect(word)), Age::Band);
            sheet.age = Some(age);
        } else if let Some(onset) = word.strip_prefix("onset=") {
            sheet.onset = Some(match onset {
                "injury" => Onset::Injury,
                "sudden" => Onset::Sudden,
                "gradual" => Onset::Gradual,
                _ => panic!("{word}"),
            });
        } else if let Some(weeks) = word.strip_prefix("weeks=") {
            sheet.duration = Some(Duration::with_id(weeks).expect(word));
        } else if let Some(key) = word.strip_suffix('~') {
            let _ = sheet.unticked.insert(Key::with_id(key).expect(word));
        } else {
            let (key, answer) = word.split_at(word.len() - 1);
            let answer = match answer {
                "+" => Answer::Yes,
                "-" => Answer::No,
                "?" => Answer::NotSure,
                _ => panic!("{word}"),
            };
            let _ = sheet.answers.insert(Key::with_id(key).expect(word), answer);
        }
    }
    sheet
}
