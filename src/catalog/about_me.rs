//! What a person said of themselves on the first day.

use serde::{Deserialize, Serialize};

use crate::exercise::Kit;
use crate::side::Side;

/// How the questions of the first day were taken.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Welcome {
    /// They were not answered yet.
    #[default]
    Open,
    /// They were passed over.
    Skipped,
    /// They were answered.
    Told(AboutMe),
}

/// The answers of the first day, as far as they were given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AboutMe {
    /// Which knee it is about.
    pub knee: Option<Sore>,
    /// What would help most.
    pub aim: Option<Aim>,
    /// What there is at home.
    pub kit: Option<Vec<Kit>>,
}

/// An answer, given or taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub enum Answer {
    Knee(Sore),
    Aim(Aim),
    Kit(Kit),
    NoKit,
}

impl AboutMe {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes in an answer, or back the one that is there already.
    pub fn answer(&mut self, answer: Answer) {
        match answer {
            Answer::Knee(knee) => self.knee = (self.knee != Some(knee)).then_some(knee),
            Answer::Aim(aim) => self.aim = (self.aim != Some(aim)).then_some(aim),
            Answer::Kit(kit) => {
                let has = self.kit.get_or_insert_default();
                match has.iter().position(|had| *had == kit) {
                    Some(index) => {
                        let _ = has.remove(index);
                    }
                    None => has.push(kit),
                }
                has.sort_unstable();
                // Without anything nothing was said, for who has nothing says so.
                if has.is_empty() {
                    self.kit = None;
                }
            }
            Answer::NoKit => {
                self.kit = match &self.kit {
                    Some(kit) if kit.is_empty() => None,
                    _ => Some(Vec::new()),
                };
            }
        }
    }

    /// The leg that is drawn, and asked about first.
    pub fn leg(&self) -> Side {
        match self.knee {
            Some(Sore::Right) => Side::Right,
            Some(Sore::Left | Sore::Both | Sore::Neither) | None => Side::Left,
        }
    }
}

/// Which knee is sore.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)] // The names say it.
pub enum Sore {
    Left,
    Right,
    Both,
    Neither,
}

impl Sore {
    /// All answers, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Both, Self::Neither];
}

/// What would help most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)] // The names say it.
pub enum Aim {
    CalmKnee,
    RecoverAfterRuns,
    GetStronger,
    RunAgain,
}

impl Aim {
    /// All answers, in the order in which they are offered.
    pub const ALL: [Self; 4] = [
        Self::CalmKnee,
        Self::RecoverAfterRuns,
        Self::GetStronger,
        Self::RunAgain,
    ];
}

impl Welcome {
    /// What was said, where it was.
    pub const fn told(&self) -> Option<&AboutMe> {
        match self {
            Self::Told(about) => Some(about),
            Self::Open | Self::Skipped => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(answers: &[Answer]) -> AboutMe {
        let mut about_me = AboutMe::default();
        for answer in answers {
            about_me.answer(*answer);
        }
        about_me
    }

    #[test]
    fn what_there_is_at_home_is_chosen_and_taken_back() {
        use Answer::{Kit as Has, NoKit};

        let kit = |answers: &[Answer]| said(answers).kit;
        let mat = Has(Kit::Mat);
        let step = Has(Kit::Step);
        assert_eq!(kit(&[step, mat]), Some(vec![Kit::Mat, Kit::Step]));
        assert_eq!(kit(&[step, mat, step]), Some(vec![Kit::Mat]));
        assert_eq!(kit(&[mat, mat]), None);
        assert_eq!(kit(&[mat, NoKit]), Some(Vec::new()));
        assert_eq!(kit(&[NoKit, mat]), Some(vec![Kit::Mat]));
        assert_eq!(kit(&[NoKit, NoKit]), None);
    }

    #[test]
    fn nothing_is_said_before_it_is() {
        assert!(said(&[]).is_empty());
        assert_eq!(said(&[]).leg(), Side::Left);
        assert_eq!(said(&[Answer::Knee(Sore::Right)]).leg(), Side::Right);
        assert!(!said(&[Answer::NoKit]).is_empty());
        let aim = Answer::Aim(Aim::GetStronger);
        assert_eq!(said(&[aim]).aim, Some(Aim::GetStronger));
        assert!(said(&[aim, aim]).is_empty());
    }
}
