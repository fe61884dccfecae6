//! How the fields and words of the exercise and routine formats are written: what to say after "such as".

/// An example of a field with its value.
pub fn of_field(field: &str) -> Option<&'static str> {
    Some(match field {
        "format" => "format: 1",
        "id" => "id: \"hip-opener\"",
        "name" => "name: \"Hip opener\"",
        "kind" => "kind: Mobility",
        "effort" => "effort: Easy",
        "purpose" => "purpose: \"Opens the hips after sitting.\"",
        "honest" => "honest: \"Feels good; no more is known.\"",
        "how_often" => "how_often: \"Every evening.\"",
        "serves" => "serves: [\"pfp\"]",
        "leave_if" => "leave_if: [\"kneeling is painful\"]",
        "sources" => "sources: [\"ACSM position stand, 2011.\"]",
        "cover" => "cover: \"glute-bridge\"",
        "get_ready" => "get_ready: (seconds: 5, text: \"Find a wall.\")",
        "finish" => "finish: (seconds: 10, text: \"Stand easy.\")",
        "items" => "items: [Exercise(id: \"glute-bridge\", dose: Hold(25))]",
        "exercises" => "exercises: [(id: \"frog\", name: \"Frog stretch\")]",
        "dose" => "dose: Hold(25)",
        "count" => "count: 10",
        "tempo" => "tempo: (2, 1, 2)",
        "sides" => "sides: Each",
        "switch" => "switch: 5",
        "seconds" => "seconds: 5",
        "text" => "text: \"Change legs.\"",
        "sets" => "sets: 2",
        "rest" => "rest: 30",
        "times" => "times: 3",
        "targets" => "targets: [Quadriceps, Calf]",
        "kit" => "kit: [Mat, Wall]",
        "setup" => "setup: \"Lie on your back.\"",
        "cues" => "cues: [\"Press through the heels.\"]",
        "easier" => "easier: Text(\"Use a smaller range.\")",
        "harder" => "harder: Text(\"Use one leg.\")",
        "counted" => "counted: Breaths",
        "phases" => "phases: (\"Lower\", \"Hold\", \"Rise\")",
        "picture" => "picture: \"bridge.png\"",
        _ => return None,
    })
}

/// An example of a value of this field or, for a routine's items, of one entry.
pub fn of_entry(field: &str) -> Option<&'static str> {
    match field {
        "items" => of_word("Exercise"),
        _ => of_field(field),
    }
}

/// An example of a word that has something in brackets after it.
pub fn of_word(word: &str) -> Option<&'static str> {
    Some(match word {
        "Exercise" => "Exercise(id: \"glute-bridge\", dose: Hold(25))",
        "Move" => "Move(seconds: 5, text: \"Stand up.\")",
        "Rest" => "Rest(30)",
        "Block" => "Block(times: 2, items: [Rest(5)])",
        "Hold" => "Hold(25)",
        "Time" => "Time(40)",
        "Reps" => "Reps(count: 10)",
        "Each" => "Each(switch: 5)",
        "Text" => "Text(\"Use a smaller range.\")",
        _ => return None,
    })
}
