//! `kneewise figures` as it is typed: a contact sheet for each exercise.

use std::fs;
use std::path::Path;

use crate::program;

const EXERCISE: &str = r#"(
    id: "sway", name: "Sway", cues: [],
    figure: (
        camera: (yaw: 90),
        muscles: [(Quadriceps, Both)],
        props: [Ball(at: (0.3, 0.1, 0.3), radius: 0.1), Wedge(at: (0, 0), size: (0.3, 0.3), rise: 0.1)],
        frames: [
            (move_s: 1, hold_s: 2),
            (move_s: 1, hold_s: 1, pose: (pelvis: (roll: 10))),
            (move_s: 1, hold_s: 1, pose: (pelvis: (roll: -10))),
        ],
    ),
)"#;

fn figures(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    program::run(folder, &[&["figures"], arguments].concat())
}

/// How many different colours a part of a picture has, counted from its upper left corner.
fn colours(picture: &image::RgbaImage, (x, y): (u32, u32), (width, height): (u32, u32)) -> usize {
    let part = image::imageops::crop_imm(picture, x, y, width, height).to_image();
    let colours: std::collections::HashSet<_> = part.pixels().map(|pixel| pixel.0).collect();
    colours.len()
}

#[test]
fn every_frame_and_every_way_has_its_cell() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("sway.ron"), EXERCISE).unwrap();
    let (code, out, err) = figures(folder.path(), &["--out", "deep/sheets", "."]);
    assert_eq!(
        (code, out.as_str(), err.as_str()),
        (0, "1 contact sheet in deep/sheets.\n", "")
    );

    let sheet = image::open(folder.path().join("deep/sheets/sway.png"))
        .unwrap()
        .to_rgba8();
    // Three frames and three ways in rows of four; each cell is 360 wide, with 6 around it.
    assert_eq!(sheet.dimensions(), (4 * 366 + 6, 2 * 366 + 6));
    assert!(sheet.pixels().all(|pixel| pixel.0[3] == 255));
    let cell = |column: u32, row: u32| (column * 366 + 6, row * 366 + 6);
    for (column, row) in [(0, 0), (1, 0), (2, 0), (3, 0), (0, 1), (1, 1)] {
        let drawn = colours(&sheet, cell(column, row), (360, 360));
        assert!(drawn > 50, "column {column}, row {row}: {drawn} colours");
    }
    assert_eq!(
        colours(&sheet, cell(2, 1), (360, 360)),
        1,
        "nothing is left to draw"
    );
    // The body leans more in the second frame than half-way to it.
    let at = |place| image::imageops::crop_imm(&sheet, cell(place, 0).0, 6, 360, 360).to_image();
    assert_ne!(at(0), at(1));
    assert_ne!(at(1), at(2));
}

#[test]
fn without_paths_all_bundled_exercises_are_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, err) = figures(folder.path(), &["--out", "sheets"]);
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/exercises");
    let count = fs::read_dir(files).unwrap().count();
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out, format!("{count} contact sheets in sheets.\n"));
    assert_eq!(
        fs::read_dir(folder.path().join("sheets")).unwrap().count(),
        count
    );
}

#[test]
fn what_cannot_be_drawn_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("sway.ron"), EXERCISE).unwrap();
    fs::write(
        folder.path().join("plain.ron"),
        r#"(id: "plain", name: "Plain", cues: [])"#,
    )
    .unwrap();
    fs::write(
        folder.path().join("faulty.ron"),
        EXERCISE.replace("roll: 10", "rol: 10"),
    )
    .unwrap();
    fs::write(folder.path().join("taken"), "").unwrap();

    let (code, out, err) = figures(folder.path(), &["--out", "sheets", "sway.ron", "plain.ron"]);
    assert_eq!((code, out.as_str()), (0, "1 contact sheet in sheets.\n"));
    assert_eq!(err, "The exercise \"plain\" has no figure.\n");

    let (code, out, err) = figures(
        folder.path(),
        &["--out", "sheets", "sway.ron", "faulty.ron"],
    );
    assert_eq!((code, out.as_str()), (1, "1 contact sheet in sheets.\n"));
    assert!(err.starts_with("faulty.ron:9:"), "{err}");
    assert!(err.contains("Did you mean \"roll\"?"), "{err}");

    let (code, _, err) = figures(folder.path(), &["--out", "taken", "sway.ron"]);
    assert_eq!(code, 1);
    assert!(
        err.starts_with("taken: This could not be written: "),
        "{err}"
    );

    let (code, _, err) = figures(folder.path(), &["--out", "sheets", "nowhere"]);
    assert_eq!(code, 1);
    assert_eq!(
        err,
        "nowhere: There is no such file or folder.\nThere is no exercise in these files.\n"
    );

    let (code, _, err) = figures(folder.path(), &["sway.ron"]);
    assert_eq!(code, 2);
    assert!(err.contains("--out <DIR>"), "{err}");
}

#[test]
fn exercises_that_a_routine_describes_are_drawn_too() {
    let folder = tempfile::tempdir().unwrap();
    let routine = |exercise: &str| {
        format!(
            r#"(id: "x", name: "X", kind: Mobility, items: [Exercise(id: "sway", dose: Hold(5))], exercises: [{exercise}])"#
        )
    };
    fs::write(folder.path().join("x.ron"), routine(EXERCISE)).unwrap();
    let (code, out, err) = figures(folder.path(), &["--out", "sheets", "x.ron"]);
    assert_eq!(
        (code, out.as_str(), err.as_str()),
        (0, "1 contact sheet in sheets.\n", "")
    );
    assert!(folder.path().join("sheets/sway.png").is_file());

    // An id is also the name of the picture.
    let outside = EXERCISE.replace(r#"id: "sway""#, r#"id: "../sway""#);
    fs::write(folder.path().join("x.ron"), routine(&outside)).unwrap();
    let (code, out, err) = figures(folder.path(), &["--out", "sheets", "x.ron"]);
    assert_eq!((code, out.as_str()), (1, "0 contact sheets in sheets.\n"));
    assert!(err.starts_with("x.ron:"), "{err}");
    assert!(!folder.path().join("sway.png").exists());
}
