//! What a file's name says about it: a routine file, something that an editor or a system left behind, or neither.

use std::ffi::OsStr;

/// What a name is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FileName {
    /// That of a routine or an exercise.
    Routine,
    /// That of a routine with something after it, which Windows and mail programs add and may hide.
    Renamed {
        /// What is too much, as it is written.
        ending: String,
        /// The name without it.
        meant: String,
    },
    /// What editors, file managers and systems leave beside files. Nobody wants to hear of it.
    LeftOver,
    /// Anything else.
    Other,
}

impl FileName {
    pub fn of(name: &OsStr) -> Self {
        let bytes = name.as_encoded_bytes();
        if is_left_over(bytes) {
            return Self::LeftOver;
        }
        if ends_like(bytes, b".ron") {
            return Self::Routine;
        }
        let name = name.to_string_lossy();
        let lower = name.to_ascii_lowercase();
        let Some(end) = lower.rfind(".ron").map(|dot| dot + ".ron".len()) else {
            return Self::Other;
        };
        let (meant, ending) = name.split_at(end);
        let is_blank = |ending: &str| ending.trim_matches([' ', '.']).is_empty();
        match ending.strip_prefix('.') {
            _ if is_blank(ending) => {}
            Some(kind) if is_kind_of_text(&kind.to_ascii_lowercase()) => {}
            _ => return Self::Other,
        }
        Self::Renamed {
            ending: ending.to_owned(),
            meant: meant.to_owned(),
        }
    }
}

/// The endings that programs put after a text file's name.
fn is_kind_of_text(kind: &str) -> bool {
    matches!(
        kind.trim_end(),
        "txt"
            | "text"
            | "md"
            | "rtf"
            | "doc"
            | "docx"
            | "odt"
            | "pages"
            | "html"
            | "htm"
            | "json"
            | "bin"
            | "log"
            | "zip"
            | "gz"
    )
}

fn ends_like(name: &[u8], ending: &[u8]) -> bool {
    let start = name.len().checked_sub(ending.len());
    start.is_some_and(|start| name[start..].eq_ignore_ascii_case(ending))
}

/// Names with a point in front are hidden. The others are copies of editors (`x.ron~`, `#x.ron#`, `x.ron.swp`), unfinished
/// downloads, marks that a document is open (`~$x.ron`), and the number with which Vim tries whether it may write.
fn is_left_over(name: &[u8]) -> bool {
    const ENDINGS: [&[u8]; 18] = [
        b"~",
        b"#",
        b".swp",
        b".swo",
        b".swx",
        b".bak",
        b".old",
        b".orig",
        b".rej",
        b".save",
        b".tmp",
        b".temp",
        b".part",
        b".partial",
        b".crdownload",
        b".download",
        b".lock",
        b".kate-swp",
    ];
    name.starts_with(b".")
        || name.starts_with(b"~$")
        || name == b"4913"
        || ENDINGS.iter().any(|ending| ends_like(name, ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_they_are() {
        let renamed = |ending: &str, meant: &str| FileName::Renamed {
            ending: ending.to_owned(),
            meant: meant.to_owned(),
        };
        for (name, is) in [
            ("x.ron", FileName::Routine),
            ("x.RON", FileName::Routine),
            ("膝.ron", FileName::Routine),
            ("#x.ron", FileName::Routine),
            ("x (copy).ron", FileName::Routine),
            ("x.bak.ron", FileName::Routine),
            (".x.ron", FileName::LeftOver),
            ("._x.ron", FileName::LeftOver),
            (".#x.ron", FileName::LeftOver),
            (".DS_Store", FileName::LeftOver),
            (".git", FileName::LeftOver),
            ("#x.ron#", FileName::LeftOver),
            ("x.ron~", FileName::LeftOver),
            ("x.ron.~1~", FileName::LeftOver),
            ("x.ron.swp", FileName::LeftOver),
            ("x.ron.bak", FileName::LeftOver),
            ("x.ron.BAK", FileName::LeftOver),
            ("x.ron.orig", FileName::LeftOver),
            ("x.ron.part", FileName::LeftOver),
            ("~$x.ron", FileName::LeftOver),
            ("4913", FileName::LeftOver),
            ("x.ron.txt", renamed(".txt", "x.ron")),
            ("X.Ron.TXT", renamed(".TXT", "X.Ron")),
            ("x.ron.docx", renamed(".docx", "x.ron")),
            ("x.ron ", renamed(" ", "x.ron")),
            ("x.ron.", renamed(".", "x.ron")),
            ("x.ron.png", FileName::Other),
            ("notes.txt", FileName::Other),
            ("x.rony", FileName::Other),
            ("ron", FileName::Other),
            ("", FileName::Other),
        ] {
            assert_eq!(FileName::of(OsStr::new(name)), is, "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_text_are_names_too() {
        use std::os::unix::ffi::OsStrExt;

        for (name, is) in [
            (&b"caf\xe9.ron"[..], FileName::Routine),
            (b".caf\xe9.ron", FileName::LeftOver),
            (b"caf\xe9", FileName::Other),
        ] {
            assert_eq!(FileName::of(OsStr::from_bytes(name)), is);
        }
    }
}
