//! Adding a file to a person's own folder: what it is, and a copy that writes over nothing.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::file::read_text;
use super::pictures::names_pictures;
use super::{picture, read_routine};
use crate::authoring::Source;
use crate::exercise::Catalogue;

/// What somebody may add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addition {
    /// A routine, by its name.
    Routine(String),
    /// A picture for one.
    Picture,
}

/// Why a file cannot be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is neither a routine nor a picture.
    Neither,
    /// It has faults. Says the first of them.
    Faults(String),
    /// It is a routine with pictures, which would be missing beside a copy.
    ShowsPictures,
    /// It is no picture that can be shown.
    NoPicture,
}

/// The endings of pictures, in small letters.
const PICTURES: [&str; 5] = ["png", "jpg", "jpeg", "gif", "webp"];

/// Looks what a file is.
///
/// # Errors
///
/// Why it cannot be added.
pub fn look(file: &Path, bundled: &Catalogue) -> Result<Addition, Refusal> {
    let ending = file.extension().map(OsStr::to_ascii_lowercase);
    let ending = ending.as_ref().and_then(|ending| ending.to_str());
    match ending {
        Some("ron") => match read_routine(file, bundled) {
            Ok(_) if shows_pictures(file) => Err(Refusal::ShowsPictures),
            Ok(loaded) => Ok(Addition::Routine(loaded.routine.name.clone())),
            Err(problems) => {
                let first = problems.first().map(ToString::to_string);
                Err(Refusal::Faults(first.unwrap_or_default()))
            }
        },
        Some(ending) if PICTURES.contains(&ending) => match picture::look(file) {
            Ok(()) => Ok(Addition::Picture),
            Err(_) => Err(Refusal::NoPicture),
        },
        _ => Err(Refusal::Neither),
    }
}

fn shows_pictures(file: &Path) -> bool {
    let name = file.display().to_string();
    let text = read_text(file);
    text.is_ok_and(|text| {
        let text = &text;
        names_pictures(&Source { name: &name, text })
    })
}

/// Copies a file into a folder. What is there already stays as it is: the copy gets a number where its name is taken, and
/// nothing is copied that is there in the same form.
///
/// # Errors
///
/// When the file cannot be read, or nothing can be written.
pub fn add(file: &Path, folder: &Path) -> io::Result<PathBuf> {
    let name = file.file_stem().unwrap_or(file.as_os_str());
    let ending = file.extension();
    let text = fs::read(file)?;
    fs::create_dir_all(folder)?;
    // It gets its name once it is whole: whoever watches the folder never reads half of it.
    let mut whole = NamedTempFile::new_in(folder)?;
    whole.write_all(&text)?;
    for number in 1_u32.. {
        let mut numbered = name.to_owned();
        if number > 1 {
            numbered.push(format!("-{number}"));
        }
        if let Some(ending) = ending {
            numbered.push(".");
            numbered.push(ending);
        }
        let copy = folder.join(numbered);
        match whole.persist_noclobber(&copy) {
            Ok(_) => return Ok(copy),
            Err(taken) if taken.error.kind() == io::ErrorKind::AlreadyExists => {
                if fs::read(&copy).is_ok_and(|there| there == text) {
                    return Ok(copy);
                }
                whole = taken.file;
            }
            Err(failed) => return Err(failed.error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const ROUTINE: &str = r#"(id: "mine", name: "Mine", kind: Mobility, items: [
        Exercise(id: "march", dose: Hold(20), sides: Both),
    ], exercises: [(id: "march", name: "March")])"#;

    #[test]
    fn what_is_there_is_never_written_over() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("mine.ron");
        let folder = home.path().join("deep").join("routines");
        fs::write(&file, "one").unwrap();
        let copies = |text| {
            fs::write(&file, text).unwrap();
            add(&file, &folder).unwrap()
        };
        assert_eq!(copies("one"), folder.join("mine.ron"));
        assert_eq!(copies("one"), folder.join("mine.ron"));
        assert_eq!(copies("two"), folder.join("mine-2.ron"));
        assert_eq!(copies("three"), folder.join("mine-3.ron"));
        let dotted = home.path().join("my.old.ron");
        fs::write(&dotted, "four").unwrap();
        assert_eq!(add(&dotted, &folder).unwrap(), folder.join("my.old.ron"));
        let read = |name| fs::read_to_string(folder.join(name)).unwrap();
        assert_eq!(read("mine.ron") + &read("mine-2.ron"), "onetwo");
    }

    #[test]
    fn a_file_is_known_for_what_it_is() {
        let home = tempfile::tempdir().unwrap();
        let (content, _) = crate::content::Content::read();
        let looked = |name: &str, text: &[u8]| {
            let file = home.path().join(name);
            fs::write(&file, text).unwrap();
            look(&file, &content.catalogue)
        };
        let picture = include_bytes!("../../assets/icon/kneewise-64.png");
        let routine = ROUTINE.as_bytes();
        assert_eq!(
            looked("a.ron", routine),
            Ok(Addition::Routine("Mine".to_owned()))
        );
        assert_eq!(looked("a.PNG", picture), Ok(Addition::Picture));
        assert_eq!(looked("b.png", routine), Err(Refusal::NoPicture));
        assert_eq!(looked("c.txt", routine), Err(Refusal::Neither));
        let shown = String::from_utf8_lossy(routine)
            .replace(r#"name: "March""#, r#"name: "March", picture: "a.PNG""#);
        let shown = looked("e.ron", shown.as_bytes());
        assert_eq!(shown, Err(Refusal::ShowsPictures));
        let faulty = looked("d.ron", b"(id: 3");
        assert!(matches!(faulty, Err(Refusal::Faults(said)) if said.contains("d.ron")));
        assert!(look(&home.path().join("gone.ron"), &content.catalogue).is_err());
    }
}
