//! The pages for people who come to the repository lead to what is there.

use std::fs;
use std::path::Path;

const PAGES: [&str; 4] = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/architecture.md",
];

/// What a page points at inside the repository: targets of links, and paths in the type of code.
fn named(text: &str) -> Vec<&str> {
    let links = text
        .match_indices("](")
        .filter_map(|(at, found)| text[at + found.len()..].split(')').next())
        .filter(|target| !target.contains("://") && !target.starts_with('#'))
        .filter_map(|target| target.split('#').next());
    // Every other piece between single backticks is code; blocks of code have lines of their own.
    let prose = text.split("```").step_by(2);
    let paths = prose
        .flat_map(|prose| prose.split('`').skip(1).step_by(2))
        .filter(|code| {
            const FOLDERS: [&str; 7] = [
                ".ci/",
                "assets/",
                "benches/",
                "docs/",
                "routines/",
                "src/",
                "tests/",
            ];
            FOLDERS.iter().any(|folder| code.starts_with(folder)) && !code.contains(['<', ' ', '*'])
        });
    links.chain(paths).collect()
}

#[test]
fn every_page_leads_to_what_is_there() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut missing = Vec::new();
    for page in PAGES {
        let path = package.join(page);
        let text = fs::read_to_string(&path).unwrap();
        let folder = path.parent().unwrap();
        let found = named(&text);
        assert!(!found.is_empty(), "{page} leads nowhere");
        missing.extend(
            found
                .into_iter()
                .filter(|target| {
                    let is_there = |place: &Path| place.join(target).exists();
                    !is_there(folder) && !is_there(package)
                })
                .map(|target| format!("{page} names {target}, which is not there")),
        );
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn links_and_paths_are_seen_and_examples_are_not() {
    let page = "See [this](docs/a.md#part), [that](#here) and [there](https://a.b/c). `src/x.rs` and `src/<name>.rs`\n\
                ```sh\ncat `src/y.rs`\n```\nthen `tests/z`, `cargo test`.";
    assert_eq!(named(page), ["docs/a.md", "src/x.rs", "tests/z"]);
}
