//! The shape of the body: cross-sections along every part, in body heights.
//!
//! Radii are those of a lean runner with ordinary circumferences, adjusted by eye.

use std::sync::LazyLock;

use crate::figure::skeleton::ANKLE_HEIGHT;
use crate::figure::vector::Vector;

/// Where along a part, then the radii to the front, back, outer and inner side.
pub(crate) type LimbRow = [f32; 5];
/// Height, centre's shift forward, then the extent to the front, to the back and half the width.
pub(crate) type TrunkRow = [f32; 5];
/// How far along the hand, half width on the thumb's and the little finger's side, half thickness.
pub(crate) type HandRow = [f32; 4];
/// Distance forward of the joint, height of the top, half width, shift of the centre outward.
type FootRow = [f32; 4];

const THIGH: [LimbRow; 11] = [
    [-0.14, 0.022, 0.022, 0.020, 0.022],
    [-0.09, 0.040, 0.042, 0.038, 0.036],
    [0.0, 0.050, 0.056, 0.049, 0.044],
    [0.12, 0.053, 0.056, 0.050, 0.047],
    [0.26, 0.053, 0.052, 0.048, 0.046],
    [0.42, 0.051, 0.046, 0.045, 0.043],
    [0.58, 0.0465, 0.0405, 0.0405, 0.039],
    [0.72, 0.041, 0.0355, 0.0365, 0.035],
    [0.84, 0.0365, 0.032, 0.0335, 0.032],
    [0.93, 0.0345, 0.0295, 0.0318, 0.0308],
    [1.0, 0.0340, 0.0285, 0.0312, 0.0305],
];

const SHANK: [LimbRow; 12] = [
    [0.0, 0.0340, 0.0285, 0.0312, 0.0305],
    [0.06, 0.0320, 0.0290, 0.0308, 0.0305],
    [0.13, 0.0280, 0.0325, 0.0310, 0.0312],
    [0.21, 0.0262, 0.0375, 0.0325, 0.0325],
    [0.30, 0.0255, 0.0400, 0.0330, 0.0325],
    [0.40, 0.0245, 0.0385, 0.0315, 0.0305],
    [0.51, 0.0232, 0.0325, 0.0275, 0.0270],
    [0.63, 0.0215, 0.0255, 0.0232, 0.0230],
    [0.76, 0.0195, 0.0205, 0.0196, 0.0198],
    [0.88, 0.0180, 0.0190, 0.0178, 0.0182],
    [1.0, 0.0180, 0.0205, 0.0186, 0.0190],
    [1.08, 0.0170, 0.0200, 0.0170, 0.0170],
];

const UPPER_ARM: [LimbRow; 11] = [
    [-0.165, 0.006, 0.006, 0.006, 0.006],
    [-0.150, 0.015, 0.016, 0.015, 0.014],
    [-0.10, 0.0255, 0.027, 0.0250, 0.022],
    [-0.02, 0.0305, 0.0315, 0.0305, 0.026],
    [0.10, 0.0315, 0.0315, 0.0318, 0.0265],
    [0.25, 0.0290, 0.0290, 0.0300, 0.0265],
    [0.42, 0.0285, 0.0270, 0.0265, 0.0255],
    [0.60, 0.0275, 0.0262, 0.0245, 0.0240],
    [0.80, 0.0238, 0.0232, 0.0222, 0.0220],
    [0.93, 0.0218, 0.0215, 0.0215, 0.0215],
    [1.0, 0.0212, 0.0212, 0.0212, 0.0212],
];

const FOREARM: [LimbRow; 9] = [
    [0.0, 0.0212, 0.0212, 0.0212, 0.0212],
    [0.08, 0.0222, 0.0215, 0.0222, 0.0212],
    [0.20, 0.0228, 0.0215, 0.0236, 0.0215],
    [0.34, 0.0222, 0.0206, 0.0228, 0.0208],
    [0.52, 0.0194, 0.0182, 0.0198, 0.0186],
    [0.72, 0.0162, 0.0152, 0.0165, 0.0158],
    [0.88, 0.0142, 0.0132, 0.0145, 0.0142],
    [1.0, 0.0138, 0.0125, 0.0138, 0.0138],
    [1.06, 0.0138, 0.0120, 0.0130, 0.0130],
];

const HAND: [HandRow; 8] = [
    [-0.06, 0.0135, 0.0130, 0.0120],
    [0.08, 0.0165, 0.0160, 0.0115],
    [0.26, 0.0215, 0.0200, 0.0120],
    [0.44, 0.0225, 0.0205, 0.0110],
    [0.60, 0.0205, 0.0190, 0.0098],
    [0.78, 0.0180, 0.0165, 0.0088],
    [0.92, 0.0135, 0.0120, 0.0074],
    [1.0, 0.0060, 0.0055, 0.0050],
];

const TRUNK: [TrunkRow; 21] = [
    [-0.062, -0.004, 0.012, 0.016, 0.014],
    [-0.050, -0.004, 0.030, 0.040, 0.044],
    [-0.030, -0.003, 0.046, 0.060, 0.076],
    [-0.010, -0.002, 0.053, 0.069, 0.090],
    [0.012, -0.002, 0.055, 0.070, 0.0935],
    [0.036, -0.002, 0.056, 0.064, 0.0915],
    [0.048, -0.002, 0.0561, 0.0592, 0.0886],
    [0.060, -0.002, 0.056, 0.054, 0.0850],
    [0.084, 0.0, 0.055, 0.045, 0.0775],
    [0.108, 0.002, 0.053, 0.042, 0.0725],
    [0.132, 0.002, 0.054, 0.043, 0.0720],
    [0.156, 0.0, 0.057, 0.048, 0.0755],
    [0.180, -0.002, 0.061, 0.053, 0.0805],
    [0.204, -0.004, 0.064, 0.056, 0.0850],
    [0.228, -0.006, 0.064, 0.057, 0.0885],
    [0.250, -0.009, 0.060, 0.056, 0.0910],
    [0.268, -0.012, 0.053, 0.053, 0.0930],
    [0.281, -0.014, 0.046, 0.049, 0.0905],
    [0.291, -0.015, 0.040, 0.044, 0.0800],
    [0.298, -0.015, 0.0365, 0.040, 0.0660],
    [0.304, -0.014, 0.0350, 0.037, 0.0540],
];

const HEAD: [TrunkRow; 13] = [
    [-0.030, 0.040, 0.010, 0.018, 0.012],
    [-0.026, 0.036, 0.020, 0.034, 0.025],
    [-0.018, 0.030, 0.028, 0.042, 0.033],
    [-0.006, 0.023, 0.0345, 0.048, 0.0385],
    [0.008, 0.015, 0.0420, 0.053, 0.0425],
    [0.024, 0.008, 0.0480, 0.056, 0.0450],
    [0.040, 0.004, 0.0520, 0.0585, 0.0462],
    [0.056, 0.002, 0.0535, 0.0590, 0.0460],
    [0.072, 0.001, 0.0510, 0.0560, 0.0435],
    [0.086, 0.0, 0.0445, 0.0485, 0.0380],
    [0.096, -0.001, 0.0355, 0.0385, 0.0300],
    [0.103, -0.002, 0.0230, 0.0250, 0.0195],
    [0.107, -0.003, 0.0080, 0.0090, 0.0070],
];

/// Height of the hairline and the angle from the front where the hair starts there.
const HAIRLINE: [[f32; 2]; 14] = [
    [-0.024, 158.0],
    [-0.012, 140.0],
    [0.0, 124.0],
    [0.012, 112.0],
    [0.024, 101.0],
    [0.034, 92.0],
    [0.042, 84.0],
    [0.050, 74.0],
    [0.058, 64.0],
    [0.065, 53.0],
    [0.071, 41.0],
    [0.076, 28.0],
    [0.079, 15.0],
    [0.081, 0.0],
];

pub(crate) const NECK: [TrunkRow; 7] = [
    [-0.016, -0.004, 0.036, 0.040, 0.062],
    [-0.004, -0.004, 0.034, 0.038, 0.048],
    [0.008, -0.003, 0.0325, 0.0355, 0.0390],
    [0.024, 0.0, 0.0300, 0.0325, 0.0330],
    [0.046, 0.004, 0.0290, 0.0315, 0.0315],
    [0.066, 0.010, 0.0290, 0.0320, 0.0320],
    [0.086, 0.014, 0.028, 0.032, 0.031],
];

const SHOE: [FootRow; 12] = [
    [-0.0440, -0.020, 0.006, 0.0],
    [-0.0425, -0.002, 0.0145, 0.0],
    [-0.0375, 0.009, 0.0205, 0.0],
    [-0.026, 0.0085, 0.0235, 0.0],
    [-0.012, 0.0045, 0.0245, 0.0],
    [0.002, 0.0065, 0.0248, 0.0],
    [0.013, 0.0110, 0.0248, 0.0],
    [0.022, 0.0080, 0.0252, 0.0003],
    [0.034, -0.0010, 0.0264, 0.0006],
    [0.048, -0.0075, 0.0288, 0.001],
    [0.063, -0.0125, 0.0308, 0.001],
    [0.078, -0.0165, 0.0315, 0.0005],
];

const BARE_FOOT: [FootRow; 9] = [
    [-0.036, -0.014, 0.010, 0.0],
    [-0.033, -0.002, 0.016, 0.0],
    [-0.024, 0.014, 0.019, 0.0],
    [-0.008, 0.020, 0.020, 0.0],
    [0.010, 0.018, 0.0205, 0.0],
    [0.026, 0.006, 0.0215, 0.0005],
    [0.044, -0.006, 0.0245, 0.001],
    [0.062, -0.015, 0.0275, 0.001],
    [0.078, -0.0205, 0.0290, 0.0005],
];

const TOES: [FootRow; 6] = [
    [0.0, -0.0165, 0.0315, 0.0005],
    [0.012, -0.0188, 0.0308, -0.0003],
    [0.024, -0.0215, 0.0283, -0.0016],
    [0.034, -0.0250, 0.0230, -0.0028],
    [0.041, -0.0295, 0.0150, -0.0038],
    [0.0445, -0.0350, 0.0060, -0.0044],
];

/// The shoe's heel counter: distance forward, height, half width.
pub(crate) const HEEL_COUNTER: [[f32; 3]; 6] = [
    [-0.0435, -0.032, 0.008],
    [-0.0418, 0.001, 0.015],
    [-0.036, 0.0075, 0.0195],
    [-0.027, 0.0080, 0.0225],
    [-0.017, 0.0030, 0.0235],
    [0.004, -0.032, 0.0245],
];

/// The toe joint lies this much above the sole.
const TOE_JOINT_HEIGHT: f32 = 0.034;

/// Cross-section of a foot, flat below and arched above, from the outer to the inner edge.
pub(crate) type FootRing = [Vector; 9];
/// Cross-section of a sole: inner and outer edge below, then outer and inner edge above.
pub(crate) type SoleRing = [Vector; 4];

/// One kind of foot, right side, in the frames of the foot and of the toes.
#[derive(Debug)]
pub(crate) struct FootShape {
    pub rear: Vec<FootRing>,
    pub toes: Vec<FootRing>,
    pub rear_sole: Vec<SoleRing>,
    pub toe_sole: Vec<SoleRing>,
    /// The upper as a union of convex pieces.
    pub upper: Vec<Piece>,
    /// The sole likewise, and its underside.
    pub sole: Vec<Piece>,
    pub tread: Vec<Piece>,
}

/// Points of a foot whose convex hull is part of it.
#[derive(Debug, Default)]
pub(crate) struct Piece {
    pub rear: Vec<Vector>,
    pub toes: Vec<Vector>,
}

/// Gathers rings into convex pieces, each a list of rings of the rear foot. One more piece reaches over the joint to
/// the toes, and the toes are the last. Of every ring the first `points` are taken.
fn pieces<const N: usize>(
    rear: &[[Vector; N]],
    toes: &[[Vector; N]],
    plan: &[&[usize]],
    points: usize,
) -> Vec<Piece> {
    let gather = |rings: &[[Vector; N]]| -> Vec<Vector> {
        rings
            .iter()
            .flat_map(|ring| ring.iter().take(points).copied())
            .collect()
    };
    let chosen = |rings: &&[usize]| Piece {
        rear: rings
            .iter()
            .filter_map(|i| rear.get(*i))
            .flat_map(|ring| ring.iter().take(points).copied())
            .collect(),
        toes: Vec::new(),
    };
    let over_the_joint = Piece {
        rear: gather(&rear[rear.len() - 1..]),
        toes: gather(&toes[..1]),
    };
    let tip = Piece {
        rear: Vec::new(),
        toes: gather(toes),
    };
    plan.iter()
        .map(chosen)
        .chain([over_the_joint, tip])
        .collect()
}

/// Which rings make convex pieces: where the foot is hollow the rings at both ends of the hollow do.
const SHOE_PIECES: [&[usize]; 5] = [&[0, 1, 2, 3], &[3, 5], &[5, 6, 7], &[7, 9], &[9, 11]];
const BARE_PIECES: [&[usize]; 4] = [&[0, 1, 2, 3, 4], &[4, 5], &[5, 6], &[6, 8]];
const SOLE_PIECES: [&[usize]; 3] = [&[0, 1, 2, 3], &[3, 8], &[8, 9, 10, 11]];
const TREAD_PIECES: [&[usize]; 3] = [&[1, 2, 3], &[3, 8], &[8, 9, 10, 11]];

/// One ring of the hair: the head's cross-section, and from which angle on it is covered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HairRow {
    pub row: TrunkRow,
    /// Radians from the front.
    pub hairline: f32,
    /// Above this the whole ring is covered.
    pub crown: bool,
}

/// All tables, smoothed once.
#[derive(Debug)]
pub(crate) struct Profiles {
    pub thigh: Vec<LimbRow>,
    pub shank: Vec<LimbRow>,
    pub upper_arm: Vec<LimbRow>,
    pub forearm: Vec<LimbRow>,
    pub hand: Vec<HandRow>,
    pub trunk: Vec<TrunkRow>,
    pub head: Vec<TrunkRow>,
    pub hair: Vec<HairRow>,
    pub shoe: FootShape,
    pub bare_foot: FootShape,
}

/// The tables every figure is drawn from.
pub(crate) static PROFILES: LazyLock<Profiles> = LazyLock::new(|| {
    let head = leaned_out(&HEAD);
    Profiles {
        thigh: leaned_out(&THIGH),
        shank: leaned_out(&SHANK),
        upper_arm: leaned_out(&UPPER_ARM),
        forearm: leaned_out(&FOREARM),
        hand: densified(&HAND),
        trunk: leaned_out(&TRUNK),
        hair: hair(&head),
        head,
        shoe: foot_shape(&SHOE, 0.009, &SHOE_PIECES),
        bare_foot: foot_shape(&BARE_FOOT, 0.001, &BARE_PIECES),
    }
});

/// Doubles a table with Catmull-Rom midpoints.
pub(crate) fn densified<const N: usize>(rows: &[[f32; N]]) -> Vec<[f32; N]> {
    let last = rows.len().saturating_sub(1);
    let mut dense = Vec::with_capacity(rows.len() * 2);
    for (i, &row) in rows.iter().enumerate() {
        dense.push(row);
        if i < last {
            let (before, next, after) = (
                rows[i.saturating_sub(1)],
                rows[i + 1],
                rows[(i + 2).min(last)],
            );
            dense.push(std::array::from_fn(|k| {
                (9.0 * (row[k] + next[k]) - (before[k] + after[k])) / 16.0
            }));
        }
    }
    dense
}

/// Outlines are rounded at their vertices, which pulls them in where they bend. The rows lean out by as much, so that
/// a table need not be dense to be smooth.
fn leaned_out<const N: usize>(rows: &[[f32; N]]) -> Vec<[f32; N]> {
    let mut leaned = rows.to_vec();
    for (row, three) in leaned.iter_mut().skip(1).zip(rows.windows(3)) {
        for k in 1..N {
            let bend = three[0][k] - 2.0 * three[1][k] + three[2][k];
            row[k] -= bend * LEAN;
        }
    }
    leaned
}

/// An eighth is what rounding pulls in; a quarter of that is left, as for rows twice as dense.
const LEAN: f32 = 3.0 / 32.0;

/// Catmull-Rom look-up in a table by its first column.
pub(crate) fn row_at<const N: usize>(rows: &[[f32; N]], at: f32) -> [f32; N] {
    let last = rows.len().saturating_sub(1);
    let above = rows.iter().position(|row| row[0] >= at).unwrap_or(last);
    let i = above.clamp(1, last.saturating_sub(1).max(1));
    let (a, b, c, d) = (
        rows[i.saturating_sub(2)],
        rows[i - 1],
        rows[i.min(last)],
        rows[(i + 1).min(last)],
    );
    let span = c[0] - b[0];
    let t = (at - b[0]) / if span == 0.0 { 1.0 } else { span };
    std::array::from_fn(|k| {
        0.5 * (2.0 * b[k]
            + (c[k] - a[k]) * t
            + (2.0 * a[k] - 5.0 * b[k] + 4.0 * c[k] - d[k]) * t * t
            + (3.0 * b[k] - a[k] - 3.0 * c[k] + d[k]) * t * t * t)
    })
}

/// Rows of hair are no closer than this, below this height.
const HAIR_STEP: f32 = 0.0045;
const HAIR_TOP: f32 = 0.079;

fn hair(head: &[TrunkRow]) -> Vec<HairRow> {
    let mut heights: Vec<f32> = head
        .iter()
        .map(|row| row[0])
        .filter(|height| *height >= -0.024)
        .chain(HAIRLINE.iter().map(|row| row[0]))
        .collect();
    heights.sort_by(f32::total_cmp);
    heights.dedup_by(|next, kept| *next - *kept < HAIR_STEP && *next < HAIR_TOP);
    heights
        .into_iter()
        .map(|height| HairRow {
            row: head_row(head, height),
            hairline: if height < 0.081 {
                row_at(&HAIRLINE, height)[1].to_radians()
            } else {
                0.0
            },
            crown: height >= 0.0805,
        })
        .collect()
}

/// The head's cross-section at a height above the joint of the skull.
pub(crate) fn head_row(head: &[TrunkRow], height: f32) -> TrunkRow {
    let mut row = row_at(head, height);
    row[0] = height;
    row
}

fn foot_shape(rows: &[FootRow], lift: f32, plan: &[&[usize]]) -> FootShape {
    let ring = |&[x, top, half_width, shift]: &FootRow, sole: f32, raise: f32| -> FootRing {
        let base = sole + lift;
        std::array::from_fn(|k| {
            let (sin, cos) = (std::f32::consts::PI * k as f32 / 8.0).sin_cos();
            let arch = sin.max(0.0).powf(0.8);
            Vector::new(
                x,
                base + (top + raise - base) * arch,
                shift + half_width * cos,
            )
        })
    };
    let slab = |&[x, _, half_width, shift]: &FootRow, sole: f32, height: f32, spring: f32| {
        let half_width = half_width * 1.03;
        [
            Vector::new(x, sole + spring, shift - half_width * 0.94),
            Vector::new(x, sole + spring, shift + half_width * 0.94),
            Vector::new(x, sole + height, shift + half_width),
            Vector::new(x, sole + height, shift - half_width),
        ]
    };
    let under_toes = -ANKLE_HEIGHT + TOE_JOINT_HEIGHT;
    let rear: Vec<_> = rows
        .iter()
        .map(|row| ring(row, -ANKLE_HEIGHT, 0.0))
        .collect();
    let toes: Vec<_> = TOES
        .iter()
        .map(|row| ring(row, under_toes, TOE_JOINT_HEIGHT))
        .collect();
    // The slab follows the shoe, whatever is on the foot: it also tells where the foot meets the ground.
    let rear_sole: Vec<_> = SHOE
        .iter()
        .map(|row| {
            let height = if row[0] < 0.05 { 0.0125 } else { 0.0115 };
            slab(row, -ANKLE_HEIGHT, height, (-0.038 - row[0]).max(0.0) * 0.8)
        })
        .collect();
    let toe_sole: Vec<_> = TOES
        .iter()
        .map(|row| slab(row, under_toes, 0.0115, (row[0] - 0.030).max(0.0) * 0.35))
        .collect();
    FootShape {
        upper: pieces(&rear, &toes, plan, 9),
        sole: pieces(&rear_sole, &toe_sole, &SOLE_PIECES, 4),
        tread: pieces(&rear_sole, &toe_sole, &TREAD_PIECES, 2),
        rear,
        toes,
        rear_sole,
        toe_sole,
    }
}
