//! `kneewise --log` as it is typed.

use std::path::Path;

use crate::program::run;

#[test]
fn it_prints_where_the_log_is_and_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = run(folder.path(), &["--log"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let path = Path::new(out.trim_end());
    assert!(path.is_absolute(), "{out}");
    // Windows asks its registry, whatever the environment says.
    assert!(cfg!(windows) || path.starts_with(folder.path()), "{out}");
    assert!(path.ends_with("log/kneewise.log"), "{out}");
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);
}

#[test]
fn it_stands_alone_and_help_says_what_it_is_for() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, _) = run(folder.path(), &["--log", "--speed", "2"]);
    assert_eq!(code, 2);
    let (code, out, _) = run(folder.path(), &["--help"]);
    assert_eq!(code, 0);
    assert!(out.contains("--log"), "{out}");
}
