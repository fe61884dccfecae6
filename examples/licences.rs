//! Writes down which libraries are inside the program and under which licences, for the page that lists them:
//! `cargo run --example licences`, whenever `Cargo.lock` has changed. A test says when it is due.

#![allow(clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

/// What is inside: name, version and licence, a line each.
const INSIDE: &str = "assets/licences/inside.tsv";
/// What only builds or tests it, or draws with the graphics card: name and version.
const BESIDE: &str = "assets/licences/beside.tsv";

fn main() {
    let asked = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .output()
        .expect("cargo answers");
    assert!(
        asked.status.success(),
        "{}",
        String::from_utf8_lossy(&asked.stderr)
    );
    let metadata: Value = serde_json::from_slice(&asked.stdout).expect("JSON");

    let packages: BTreeMap<&str, &Value> = list(&metadata["packages"])
        .map(|package| (word(&package["id"]), package))
        .collect();
    let nodes: BTreeMap<&str, &Value> = list(&metadata["resolve"]["nodes"])
        .map(|node| (word(&node["id"]), node))
        .collect();
    let root = word(&metadata["resolve"]["root"]);
    let mut inside = BTreeSet::new();
    let mut to_visit = vec![root];
    while let Some(id) = to_visit.pop() {
        if runs_while_building(packages[id]) || !inside.insert(id) {
            continue;
        }
        let needed = list(&nodes[id]["deps"]).filter(|needed| {
            let mut kinds = list(&needed["dep_kinds"]);
            kinds.any(|kind| kind["kind"].is_null())
        });
        to_visit.extend(needed.map(|needed| word(&needed["pkg"])));
    }
    let _root = inside.remove(root);

    let inside: BTreeSet<_> = inside
        .into_iter()
        .map(|id| packages[id])
        .map(|package| (name(package), licence(package)))
        .collect();
    let lines: String = inside
        .iter()
        .map(|(name, licence)| format!("{name}\t{licence}\n"))
        .collect();
    std::fs::write(INSIDE, lines).expect("written");

    let lock = std::fs::read_to_string("Cargo.lock").expect("Cargo.lock");
    let known: BTreeSet<_> = inside.into_iter().map(|(name, _)| name).collect();
    let lines: String = locked(&lock)
        .difference(&known)
        .map(|name| format!("{name}\n"))
        .collect();
    std::fs::write(BESIDE, lines).expect("written");
}

/// Every package of a lock file that comes from elsewhere: name and version.
fn locked(lock: &str) -> BTreeSet<String> {
    let packages = lock
        .split("[[package]]")
        .filter(|package| package.contains("\nsource = "));
    let value = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(key));
        line.unwrap_or_default().trim_matches('"').to_owned()
    };
    packages
        .map(|package| {
            format!(
                "{}\t{}",
                value(package, "name = "),
                value(package, "version = ")
            )
        })
        .collect()
}

fn name(package: &Value) -> String {
    format!("{}\t{}", word(&package["name"]), word(&package["version"]))
}

/// The licence of a package, written as it is now, with its alternatives in one order.
fn licence(package: &Value) -> String {
    let said = package["license"].as_str().unwrap_or("OFL-1.1");
    let said = said.replace('/', " OR ").replace("  ", " ");
    if said.contains(" AND ") {
        return said;
    }
    let mut ways: Vec<_> = said.split(" OR ").collect();
    ways.sort_unstable_by_key(|way| std::cmp::Reverse(way.to_owned()));
    ways.join(" OR ")
}

fn runs_while_building(package: &Value) -> bool {
    let mut targets = list(&package["targets"]);
    targets.any(|target| list(&target["kind"]).any(|kind| kind == "proc-macro"))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
