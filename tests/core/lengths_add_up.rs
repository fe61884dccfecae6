//! What `kneewise list` says about lengths, against sums that share nothing with the program but the files: neither its
//! reader nor its timeline.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// A value of a file: a name if it has one, and what stands in its brackets, each with its field's name if it has one.
#[derive(Debug, Default)]
struct Node {
    name: String,
    number: Option<f64>,
    inside: Vec<(String, Node)>,
}

impl Node {
    fn field(&self, name: &str) -> Option<&Node> {
        self.inside
            .iter()
            .find_map(|(field, node)| (field == name).then_some(node))
    }

    /// A field that is a number.
    fn number(&self, name: &str) -> Option<f64> {
        self.field(name)?.number
    }

    /// The sum of the numbers in its brackets.
    fn sum(&self) -> f64 {
        self.inside.iter().filter_map(|(_, node)| node.number).sum()
    }
}

/// The words, numbers, texts and signs of a file, without what is said beside.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        match sign {
            '/' if rest.peek() == Some(&'/') => drop(rest.by_ref().find(|sign| *sign == '\n')),
            '"' => {
                let mut word = String::from('"');
                while let Some(sign) = rest.next() {
                    match sign {
                        '"' => break,
                        '\\' => word.extend(rest.next()),
                        other => word.push(other),
                    }
                }
                words.push(word);
            }
            '(' | ')' | '[' | ']' | ':' | ',' => words.push(sign.into()),
            sign if sign.is_whitespace() => {}
            sign => {
                let mut word = String::from(sign);
                while let Some(next) =
                    rest.next_if(|sign| sign.is_alphanumeric() || matches!(sign, '_' | '.' | '-'))
                {
                    word.push(next);
                }
                words.push(word);
            }
        }
    }
    words
}

/// The value that begins at a word, and where the next thing begins.
fn node(words: &[String], at: usize) -> (Node, usize) {
    let mut node = Node::default();
    let mut at = at;
    if !matches!(words[at].as_str(), "(" | "[") {
        node.name = words[at].clone();
        node.number = words[at].parse().ok();
        at += 1;
    }
    if at < words.len() && matches!(words[at].as_str(), "(" | "[") {
        at += 1;
        while !matches!(words[at].as_str(), ")" | "]") {
            let has_name = words[at + 1] == ":";
            let name = if has_name {
                words[at].clone()
            } else {
                String::new()
            };
            let (inside, next) = self::node(words, if has_name { at + 2 } else { at });
            node.inside.push((name, inside));
            at = if words[next] == "," { next + 1 } else { next };
        }
        at += 1;
    }
    (node, at)
}

fn files(folder: &str) -> BTreeMap<String, Node> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let read = |entry: Result<fs::DirEntry, _>| {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let (node, _) = node(&words(&text), 0);
        (node.field("id").unwrap().name.clone(), node)
    };
    fs::read_dir(folder).unwrap().map(read).collect()
}

/// Seconds and numbered steps.
type Sum = (f64, usize);

/// The formulas of the routine tables: `sets × work + (sets - 1) × rest`, where the work of an exercise on each side is
/// twice its dose and the change between.
fn of_exercise(item: &Node, exercises: &BTreeMap<String, Node>) -> Sum {
    let dose = item.field("dose").unwrap();
    let length = match dose.name.as_str() {
        "Hold" | "Time" => dose.sum(),
        "Reps" => {
            let each = match dose.field("tempo") {
                Some(tempo) => tempo.sum(),
                None => dose.number("seconds").unwrap_or(3.0),
            };
            dose.number("count").unwrap() * each
        }
        other => panic!("a dose of {other}"),
    };
    let own = item.field("sides");
    let usual = exercises[&item.field("id").unwrap().name].field("sides");
    let is_each = own.or(usual).is_some_and(|sides| sides.name == "Each");
    let (work, sides) = if is_each {
        let change = own.and_then(|sides| sides.number("switch")).unwrap_or(5.0);
        (2.0 * length + change, 2)
    } else {
        (length, 1)
    };
    let sets = item.number("sets").unwrap_or(1.0);
    let rest = item.number("rest").unwrap_or(0.0);
    let rests = if rest > 0.0 { sets as usize - 1 } else { 0 };
    (
        sets * work + (sets - 1.0) * rest,
        sets as usize * sides + rests,
    )
}

fn of_items(items: &Node, exercises: &BTreeMap<String, Node>) -> Sum {
    items
        .inside
        .iter()
        .fold((0.0, 0), |(length, steps), (_, item)| {
            let (more, further) = match item.name.as_str() {
                "Exercise" => of_exercise(item, exercises),
                "Move" => (item.number("seconds").unwrap(), 0),
                "Rest" => (item.sum(), 1),
                "Block" => {
                    let times = item.number("times").unwrap_or(1.0);
                    let (length, steps) = of_items(item.field("items").unwrap(), exercises);
                    (times * length, times as usize * steps)
                }
                other => panic!("an item of {other}"),
            };
            (length + more, steps + further)
        })
}

#[test]
fn every_bundled_routine_takes_what_its_file_adds_up_to() {
    let nowhere = tempfile::tempdir().unwrap();
    let listed = Command::new(env!("CARGO_BIN_EXE_kneewise"))
        .args(["list", "--json"])
        .env("XDG_DATA_HOME", nowhere.path())
        .env("HOME", nowhere.path())
        .env("APPDATA", nowhere.path())
        .output()
        .unwrap();
    let listed: Vec<Value> = serde_json::from_slice(&listed.stdout).unwrap();
    let exercises = files("assets/exercises");
    let routines = files("routines");
    assert_eq!((listed.len(), routines.len()), (20, 20));
    for entry in listed {
        let id = format!("\"{}", entry["id"].as_str().unwrap());
        let routine = &routines[&id];
        let pause = |name, usual| {
            let pause = routine.field(name);
            pause
                .and_then(|pause| pause.number("seconds"))
                .unwrap_or(usual)
        };
        let (length, steps) = of_items(routine.field("items").unwrap(), &exercises);
        let whole = pause("get_ready", 5.0) + length + pause("finish", 10.0);
        assert_eq!(entry["seconds"].as_f64(), Some(whole), "{id}");
        assert_eq!(entry["steps"].as_u64(), Some(steps as u64), "{id}");
    }
}
