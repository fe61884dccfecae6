//! The one scale pain is told on, and the traffic light that goes with it.
//!
//! Bands: 0 to 2 fine, 3 to 5 acceptable when the knee is back to normal the next morning, 6 to 10 ease off (Thomee
//! 1997, Silbernagel 2007; evidence section 8).

use serde::{Deserialize, Serialize};

use crate::side::Side;

/// How much a knee hurts, 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Score(u8);

impl Score {
    /// The highest score.
    pub const WORST: u8 = 10;

    /// A score from 0 to 10; none above that.
    pub const fn new(score: u8) -> Option<Self> {
        if score <= Self::WORST {
            Some(Self(score))
        } else {
            None
        }
    }

    /// From 0 to 10.
    pub const fn get(self) -> u8 {
        self.0
    }

    /// What it means for today.
    pub const fn zone(self) -> Zone {
        match self.0 {
            0..=2 => Zone::Fine,
            3..=5 => Zone::Careful,
            _ => Zone::EaseOff,
        }
    }
}

impl TryFrom<u8> for Score {
    type Error = OutOfScale;

    fn try_from(score: u8) -> Result<Self, OutOfScale> {
        Self::new(score).ok_or(OutOfScale(score))
    }
}

impl From<Score> for u8 {
    fn from(score: Score) -> Self {
        score.0
    }
}

/// A number that is no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a pain score: those go from 0 to 10")]
pub struct OutOfScale(u8);

/// The bands of the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// 0 to 2: carry on.
    Fine,
    /// 3 to 5: hold the dose, and see that the next morning is no worse.
    Careful,
    /// 6 to 10: rest.
    EaseOff,
}

/// Which knee a person speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The names say it.
pub enum Knees {
    Left,
    Right,
    Both,
}

impl Knees {
    /// All choices, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Left, Self::Right, Self::Both];

    /// The knees that are meant.
    pub const fn each(self) -> &'static [Side] {
        match self {
            Self::Left => &[Side::Left],
            Self::Right => &[Side::Right],
            Self::Both => &[Side::Left, Side::Right],
        }
    }

    /// The one knee that is meant; none where it is both.
    pub const fn only(self) -> Option<Side> {
        match self {
            Self::Left => Some(Side::Left),
            Self::Right => Some(Side::Right),
            Self::Both => None,
        }
    }
}

/// What a person said about their knees at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub enum Told {
    /// Of one of them.
    One(Side, Score),
    /// Of each.
    Each { left: Score, right: Score },
}

impl Told {
    /// What was said, where anything was.
    pub const fn of(left: Option<Score>, right: Option<Score>) -> Option<Self> {
        match (left, right) {
            (Some(left), Some(right)) => Some(Self::Each { left, right }),
            (Some(left), None) => Some(Self::One(Side::Left, left)),
            (None, Some(right)) => Some(Self::One(Side::Right, right)),
            (None, None) => None,
        }
    }

    /// The score of each knee that was spoken of.
    pub fn scores(self) -> impl Iterator<Item = (Side, Score)> {
        [Side::Left, Side::Right]
            .into_iter()
            .filter_map(move |knee| Some((knee, self.knee(knee)?)))
    }

    /// The score of this knee, where it was spoken of.
    pub fn knee(self, knee: Side) -> Option<Score> {
        match (self, knee) {
            (Self::One(told, score), _) => (told == knee).then_some(score),
            (Self::Each { left, .. }, Side::Left) => Some(left),
            (Self::Each { right, .. }, Side::Right) => Some(right),
        }
    }

    /// How the knee took it that took it worse, beside what was said `before` of each.
    pub fn worse(self, before: impl Fn(Side) -> Option<Score>) -> Taken {
        let of = |knee, score: Score| {
            let before = before(knee);
            Taken {
                knee,
                score,
                before,
                response: score.against(before),
            }
        };
        match self {
            Self::One(knee, score) => of(knee, score),
            Self::Each { left, right } => {
                let (left, right) = (of(Side::Left, left), of(Side::Right, right));
                let rank = |taken: &Taken| (taken.response.rank(), taken.score);
                if rank(&right) > rank(&left) {
                    right
                } else {
                    left
                }
            }
        }
    }
}

/// How a knee took something, in its score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Which.
    pub knee: Side,
    /// How much it hurts.
    pub score: Score,
    /// How much it hurt before.
    pub before: Option<Score>,
    /// What that says.
    pub response: Response,
}

/// How a knee took what it was asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Response {
    /// Well: carry on.
    Fine,
    /// As may be: hold the dose.
    Careful,
    /// Worse by two or more than before: step back one level.
    Worse {
        /// What it was before.
        before: Score,
    },
    /// Above five: rest, and see what it may be.
    Rest,
}

impl Response {
    /// Higher for what asks for more care.
    const fn rank(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Careful => 1,
            Self::Worse { .. } => 2,
            Self::Rest => 3,
        }
    }
}

impl Score {
    /// From how much more a knee counts as worse (evidence section 8, next-morning rule).
    const WORSE: u8 = 2;

    /// What a score says beside the one before it, where there is one.
    pub fn against(self, before: Option<Self>) -> Response {
        match (self.zone(), before) {
            (Zone::EaseOff, _) => Response::Rest,
            (_, Some(before)) if self.0 >= before.0 + Self::WORSE => Response::Worse { before },
            (Zone::Careful, _) => Response::Careful,
            (Zone::Fine, _) => Response::Fine,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_scale_has_three_bands() {
        let zones: Vec<Zone> = (0..=10)
            .map(|score| Score::new(score).unwrap().zone())
            .collect();
        assert_eq!(zones[..3], [Zone::Fine; 3]);
        assert_eq!(zones[3..6], [Zone::Careful; 3]);
        assert_eq!(zones[6..], [Zone::EaseOff; 5]);
        assert_eq!(Score::new(11), None);
    }

    #[test]
    fn a_knee_is_worse_from_two_more_and_rests_above_five() {
        let against = |score, before: Option<u8>| {
            let before = before.and_then(Score::new);
            Score::new(score).unwrap().against(before)
        };
        let before = |score| Response::Worse {
            before: Score::new(score).unwrap(),
        };
        assert_eq!(against(2, None), Response::Fine);
        assert_eq!(against(2, Some(1)), Response::Fine);
        assert_eq!(against(2, Some(0)), before(0));
        assert_eq!(against(4, Some(3)), Response::Careful);
        assert_eq!(against(5, Some(3)), before(3));
        assert_eq!(against(5, Some(9)), Response::Careful);
        for worst in 6..=10 {
            assert_eq!(against(worst, Some(0)), Response::Rest);
            assert_eq!(against(worst, None), Response::Rest);
        }
    }

    #[test]
    fn each_knee_has_its_own_score_and_the_worse_one_is_answered() {
        let score = |score| Score::new(score).unwrap();
        let told = |left: Option<u8>, right: Option<u8>| {
            Told::of(left.and_then(Score::new), right.and_then(Score::new))
        };
        let knee = |told: Option<Told>| {
            let before = |knee| (knee == Side::Left).then(|| score(4));
            let taken = told.unwrap().worse(before);
            (taken.knee, taken.score.get(), taken.before.map(Score::get))
        };

        assert_eq!(told(None, None), None);
        assert_eq!(
            told(Some(1), Some(3)).unwrap().scores().collect::<Vec<_>>(),
            [(Side::Left, score(1)), (Side::Right, score(3))]
        );
        assert_eq!(told(None, Some(3)).unwrap().knee(Side::Left), None);
        assert_eq!(knee(told(Some(2), None)), (Side::Left, 2, Some(4)));
        assert_eq!(knee(told(Some(2), Some(3))), (Side::Right, 3, None));
        assert_eq!(knee(told(Some(6), Some(5))), (Side::Left, 6, Some(4)));
        assert_eq!(knee(told(Some(6), Some(9))), (Side::Right, 9, None));
        // Of two that are alike the left one.
        assert_eq!(knee(told(Some(5), Some(5))), (Side::Left, 5, Some(4)));
    }
}
