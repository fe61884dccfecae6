//! The region the computer is set up for: what it says of the country its person is likely to be in.

use std::env;

/// A country or territory, by its two letters of ISO 3166-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region([u8; 2]);

impl Region {
    /// The region of a locale, written as Unix does (`en_GB.UTF-8`) or as BCP 47 does (`zh-Hant-TW`). None where it has
    /// none, as `C`, `POSIX` and `en` have.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let plain = locale.split(['.', '@']).next().unwrap_or_default();
        let mut parts = plain.split(['_', '-']).skip(1);
        let code = parts.find(|part| part.len() == 2)?;
        match *code.as_bytes() {
            [first, second] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => Some(
                Self([first, second].map(|letter| letter.to_ascii_uppercase())),
            ),
            _ => None,
        }
    }

    /// Its two letters, in capitals.
    pub fn code(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// The variables of the environment that name a region, the most telling first: how addresses and times are written says
/// more of where a person is than the language they read.
const VARIABLES: [&str; 7] = [
    "LC_ALL",
    "LC_TELEPHONE",
    "LC_ADDRESS",
    "LC_TIME",
    "LC_MONETARY",
    "LC_MESSAGES",
    "LANG",
];

/// The region this computer is set up for, if it is for any. The person may be elsewhere.
pub fn region() -> Option<Region> {
    // Windows and macOS have it in the settings of the system.
    first_of(|name| env::var(name).ok(), sys_locale::get_locales())
}

fn first_of(
    variable: impl Fn(&str) -> Option<String>,
    system: impl Iterator<Item = String>,
) -> Option<Region> {
    let set = VARIABLES.into_iter().filter_map(variable);
    set.chain(system)
        .find_map(|locale| Region::of_locale(&locale))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(locale: &str) -> Option<String> {
        Region::of_locale(locale).map(|region| region.code().to_owned())
    }

    #[test]
    fn a_locale_names_its_region_where_it_has_one() {
        for (locale, region) in [
            ("en_GB.UTF-8", "GB"),
            ("de_AT@euro", "AT"),
            ("en-AU", "AU"),
            ("zh-Hant-TW", "TW"),
            ("sr_RS.UTF-8@latin", "RS"),
            ("ca-es-valencia", "ES"),
            ("fr_CA", "CA"),
        ] {
            assert_eq!(code(locale).as_deref(), Some(region), "{locale}");
        }
        for locale in [
            "", "C", "C.UTF-8", "POSIX", "en", "de.UTF-8", "es-419", "_", "eo_",
        ] {
            assert_eq!(code(locale), None, "{locale}");
        }
    }

    #[test]
    fn what_says_where_one_lives_is_asked_before_the_language() {
        let found = |set: &[(&str, &str)], system: &[&str]| {
            let variable = |name: &str| {
                let mut set = set.iter();
                let (_, value) = set.find(|(known, _)| *known == name)?;
                Some((*value).to_owned())
            };
            let system = system.iter().map(|locale| (*locale).to_owned());
            first_of(variable, system).map(|region| region.code().to_owned())
        };
        let cases: [(&[_], &[_], Option<&str>); 6] = [
            (&[("LANG", "en_GB.UTF-8")], &[], Some("GB")),
            (
                &[("LANG", "en_US.UTF-8"), ("LC_TIME", "de_DE.UTF-8")],
                &[],
                Some("DE"),
            ),
            (
                &[("LC_ALL", "fr_FR"), ("LC_TIME", "de_DE")],
                &[],
                Some("FR"),
            ),
            (&[("LC_ALL", "C"), ("LANG", "en_IE.UTF-8")], &[], Some("IE")),
            (&[], &["en", "en-NZ"], Some("NZ")),
            (&[("LANG", "C.UTF-8")], &["en"], None),
        ];
        for (set, system, region) in cases {
            assert_eq!(found(set, system).as_deref(), region, "{set:?} {system:?}");
        }
    }
}
