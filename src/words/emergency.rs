//! The number to call in an emergency, by the region the computer is set up for.

use super::language::{phrase, sentences, text};

sentences! {
    /// Where the region is not known.
    common = "999 in the UK, 112 across Europe, 911 in the US and Canada.";
    /// Below the number: the computer may be set up for another country than the one a person is in.
    elsewhere = "Elsewhere: 112 or the local number.";
}

/// The numbers that bring an ambulance, by region, with the name of the region as it stands after "in".
///
/// Each agrees with the Android project's table of emergency numbers (`ecc/input/eccdata.txt`). A region about which
/// sources differ is left out.
const NUMBERS: [(&str, &str, &str); 88] = [
    // With numbers of their own, in English.
    ("GB", "999", "the UK"),
    ("GG", "999", "Guernsey"),
    ("JE", "999", "Jersey"),
    ("IM", "999", "the Isle of Man"),
    ("IE", "112 or 999", "Ireland"),
    ("US", "911", "the US"),
    ("CA", "911", "Canada"),
    ("AU", "000", "Australia"),
    ("NZ", "111", "New Zealand"),
    ("IN", "112, or 108 for an ambulance,", "India"),
    ("ZA", "10177, or 112 from a mobile phone,", "South Africa"),
    ("SG", "995", "Singapore"),
    ("HK", "999", "Hong Kong"),
    ("KE", "999", "Kenya"),
    ("PH", "911", "the Philippines"),
    ("PR", "911", "Puerto Rico"),
    ("GU", "911", "Guam"),
    ("VI", "911", "the US Virgin Islands"),
    ("BM", "911", "Bermuda"),
    ("BZ", "911", "Belize"),
    // The European Union, and who shares its number.
    ("AT", "112", "Austria"),
    ("BE", "112", "Belgium"),
    ("BG", "112", "Bulgaria"),
    ("HR", "112", "Croatia"),
    ("CY", "112", "Cyprus"),
    ("CZ", "112", "Czechia"),
    ("DK", "112", "Denmark"),
    ("EE", "112", "Estonia"),
    ("FI", "112", "Finland"),
    ("FR", "112", "France"),
    ("DE", "112", "Germany"),
    ("GR", "112", "Greece"),
    ("HU", "112", "Hungary"),
    ("IT", "112", "Italy"),
    ("LV", "112", "Latvia"),
    ("LT", "112", "Lithuania"),
    ("LU", "112", "Luxembourg"),
    ("MT", "112", "Malta"),
    ("NL", "112", "the Netherlands"),
    ("PL", "112", "Poland"),
    ("PT", "112", "Portugal"),
    ("RO", "112", "Romania"),
    ("SK", "112", "Slovakia"),
    ("SI", "112", "Slovenia"),
    ("ES", "112", "Spain"),
    ("SE", "112", "Sweden"),
    ("IS", "112", "Iceland"),
    ("LI", "112", "Liechtenstein"),
    ("NO", "113 or 112", "Norway"),
    ("CH", "144 or 112", "Switzerland"),
    ("MC", "112", "Monaco"),
    ("FO", "112", "the Faroe Islands"),
    ("GL", "112", "Greenland"),
    ("GE", "112", "Georgia"),
    ("TR", "112", "Türkiye"),
    // The rest of Europe, and Central Asia.
    ("BA", "124", "Bosnia and Herzegovina"),
    ("ME", "124", "Montenegro"),
    ("MK", "194", "North Macedonia"),
    ("RS", "194", "Serbia"),
    ("BY", "103", "Belarus"),
    ("KZ", "103", "Kazakhstan"),
    ("KG", "103", "Kyrgyzstan"),
    ("UZ", "103", "Uzbekistan"),
    // Latin America.
    ("MX", "911", "Mexico"),
    ("CR", "911", "Costa Rica"),
    ("DO", "911", "the Dominican Republic"),
    ("PA", "911", "Panama"),
    ("EC", "911", "Ecuador"),
    ("UY", "911", "Uruguay"),
    ("AR", "107 or 911", "Argentina"),
    ("BR", "192", "Brazil"),
    ("CL", "131", "Chile"),
    ("CO", "123", "Colombia"),
    // Asia and Africa.
    ("JP", "119", "Japan"),
    ("KR", "119", "South Korea"),
    ("TW", "119", "Taiwan"),
    ("CN", "120", "China"),
    ("MO", "999", "Macao"),
    ("MY", "999", "Malaysia"),
    ("TH", "1669", "Thailand"),
    ("VN", "115", "Vietnam"),
    ("BD", "999", "Bangladesh"),
    ("NP", "102", "Nepal"),
    ("IL", "101", "Israel"),
    ("AE", "998", "the United Arab Emirates"),
    ("SA", "997", "Saudi Arabia"),
    ("QA", "999", "Qatar"),
    ("EG", "123", "Egypt"),
];

/// Which number to call, in two lines: the one of the region with these two letters, or else the most common ones, and
/// what holds elsewhere.
pub fn line(region: Option<&str>) -> String {
    let known = region.and_then(|region| {
        let mut numbers = NUMBERS.iter();
        numbers.find(|(code, ..)| *code == region)
    });
    match known {
        Some((_, number, place)) => {
            phrase!("{} in {}.\n{}", text(number), text(place), elsewhere())
        }
        None => format!("{}\n{}", common(), elsewhere()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_that_of_the_computer_s_region() {
        for (region, begins) in [
            ("GB", "999 in the UK."),
            ("US", "911 in the US."),
            ("DE", "112 in Germany."),
            ("AU", "000 in Australia."),
            ("NZ", "111 in New Zealand."),
            ("JP", "119 in Japan."),
            ("BR", "192 in Brazil."),
            ("ZA", "10177, or 112 from a mobile phone, in South Africa."),
        ] {
            let line = line(Some(region));
            assert!(line.starts_with(begins), "{region}: {line}");
        }
    }

    #[test]
    fn without_a_region_or_a_number_the_common_ones_are_named() {
        for region in [None, Some("AQ"), Some("XX"), Some("")] {
            assert!(line(region).starts_with(common()), "{region:?}");
        }
        for number in ["999", "112", "911"] {
            assert!(common().contains(number));
        }
    }

    #[test]
    fn whoever_is_elsewhere_finds_a_number_too() {
        let regions = NUMBERS.iter().map(|(code, ..)| Some(*code));
        for region in regions.chain([None]) {
            let line = line(region);
            assert!(line.ends_with(elsewhere()), "{region:?}: {line}");
            assert_eq!(line.lines().count(), 2, "{region:?}: {line}");
        }
    }

    #[test]
    fn each_region_stands_there_once() {
        let mut codes: Vec<_> = NUMBERS.iter().map(|(code, ..)| *code).collect();
        codes.sort_unstable();
        let count = codes.len();
        codes.dedup();
        assert_eq!(codes.len(), count);
        for (code, number, place) in NUMBERS {
            assert!(code.len() == 2 && code.chars().all(|it| it.is_ascii_uppercase()));
            assert!(number.chars().any(|digit| digit.is_ascii_digit()), "{code}");
            assert!(!place.is_empty(), "{code}");
        }
    }
}
