//! The muscles an exercise is for, as marks on the body's surface.

use serde::Deserialize;

use crate::side::Side;

/// A muscle group that can be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub(crate) enum Muscle {
    Quadriceps,
    VastusMedialis,
    Hamstrings,
    Adductors,
    IliotibialBand,
    HipFlexors,
    GluteusMaximus,
    GluteusMedius,
    Calf,
    Soleus,
    TibialisAnterior,
    Knee,
    Core,
    Obliques,
    Back,
    Foot,
}

/// On which side a muscle is marked, for the movement as drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub(crate) enum Sides {
    Left,
    Right,
    Both,
}

impl Sides {
    fn has(self, side: Side) -> bool {
        matches!(
            (self, side),
            (Self::Both, _) | (Self::Left, Side::Left) | (Self::Right, Side::Right)
        )
    }

    fn mirrored(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            Self::Both => Self::Both,
        }
    }
}

/// The part of the body a mark lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Site {
    Thigh(Side),
    Shank(Side),
    Trunk,
    Buttock(Side),
    SideOfHip(Side),
    Foot(Side),
}

/// A lens on a tube's surface: from and to along the part, angle of its middle and half its width in radians from the
/// front towards the outer side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stripe {
    pub from: f32,
    pub to: f32,
    pub centre: f32,
    pub half_width: f32,
}

/// One mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Mark {
    pub site: Site,
    pub stripe: Stripe,
}

/// All marks of an exercise.
pub(crate) fn marks(muscles: &[(Muscle, Sides)], mirrored: bool) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for &(muscle, sides) in muscles {
        let sides = if mirrored { sides.mirrored() } else { sides };
        for side in Side::BOTH.into_iter().filter(|side| sides.has(*side)) {
            for mark in on_side(muscle, side) {
                if !marks.contains(&mark) {
                    marks.push(mark);
                }
            }
        }
    }
    marks
}

fn on_side(muscle: Muscle, side: Side) -> Vec<Mark> {
    use Site::{Buttock, Foot, Shank, SideOfHip, Thigh, Trunk};
    let mark = |site: Site, from: f32, to: f32, centre: f32, half_width: f32| Mark {
        site,
        stripe: Stripe {
            from,
            to,
            centre: centre.to_radians(),
            half_width: half_width.to_radians(),
        },
    };
    // The trunk has no outer side: there the angle counts towards the right.
    let lateral = side.sign();
    match muscle {
        Muscle::Quadriceps => vec![mark(Thigh(side), 0.10, 0.93, 6.0, 70.0)],
        Muscle::VastusMedialis => vec![mark(Thigh(side), 0.62, 0.96, -50.0, 34.0)],
        Muscle::Hamstrings => vec![mark(Thigh(side), 0.16, 0.95, 176.0, 70.0)],
        Muscle::Adductors => vec![mark(Thigh(side), 0.04, 0.70, -95.0, 48.0)],
        Muscle::IliotibialBand => vec![mark(Thigh(side), 0.02, 0.97, 90.0, 32.0)],
        Muscle::HipFlexors => vec![mark(Thigh(side), -0.09, 0.44, 6.0, 46.0)],
        Muscle::GluteusMaximus => vec![mark(Buttock(side), 0.20, 0.62, 0.0, 0.0)],
        Muscle::GluteusMedius => vec![mark(SideOfHip(side), 0.0, 0.0, 0.0, 0.0)],
        Muscle::Calf => vec![mark(Shank(side), 0.05, 0.60, 176.0, 80.0)],
        Muscle::Soleus => vec![mark(Shank(side), 0.28, 0.84, 174.0, 76.0)],
        Muscle::TibialisAnterior => vec![mark(Shank(side), 0.10, 0.74, 28.0, 30.0)],
        Muscle::Knee => vec![
            mark(Thigh(side), 0.88, 1.01, 0.0, 46.0),
            mark(Shank(side), -0.01, 0.12, 0.0, 46.0),
        ],
        Muscle::Core => vec![mark(Trunk, 0.062, 0.205, 0.0, 50.0)],
        Muscle::Obliques => vec![mark(Trunk, 0.065, 0.200, 72.0 * lateral, 34.0)],
        Muscle::Back => vec![mark(Trunk, 0.060, 0.220, 180.0, 34.0)],
        Muscle::Foot => vec![mark(Foot(side), 0.0, 1.0, 0.0, 0.0)],
    }
}
