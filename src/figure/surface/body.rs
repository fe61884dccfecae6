//! The body's surface: bones dressed in tubes of oval rings.

use super::profile::{FootShape, LimbRow, NECK, PROFILES};
use super::section::{Radii, Section};
use crate::figure::skeleton::{
    Bone, FOREARM, HAND, Placed, SHANK, Segment, Skeleton, THIGH, UPPER_ARM, pivot,
};
use crate::figure::vector::{Rotation, Vector, smoothstep};
use crate::side::Side;

/// The tubes of one arm and one leg.
#[derive(Clone, Debug, Default)]
pub(crate) struct Limbs {
    pub buttock: Vec<Section>,
    pub thigh: Vec<Section>,
    pub shank: Vec<Section>,
    pub upper_arm: Vec<Section>,
    pub forearm: Vec<Section>,
    pub hand: Vec<Section>,
    pub thumb: Vec<Section>,
}

/// All tubes of the body. The feet are not tubes: see `foot`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Body {
    pub pelvis: Vec<Section>,
    pub trunk: Vec<Section>,
    pub neck: Vec<Section>,
    pub head: Vec<Section>,
    right: Limbs,
    left: Limbs,
}

impl Body {
    pub(crate) fn limbs(&self, side: Side) -> &Limbs {
        match side {
            Side::Right => &self.right,
            Side::Left => &self.left,
        }
    }

    /// Every ring of the body, feet excepted.
    pub(crate) fn sections(&self) -> impl Iterator<Item = &Section> {
        let limbs = [&self.right, &self.left].into_iter().flat_map(|limbs| {
            [
                &limbs.buttock,
                &limbs.thigh,
                &limbs.shank,
                &limbs.upper_arm,
                &limbs.forearm,
                &limbs.hand,
                &limbs.thumb,
            ]
        });
        [&self.pelvis, &self.trunk, &self.neck, &self.head]
            .into_iter()
            .chain(limbs)
            .flatten()
    }

    /// Dresses a skeleton, reusing the memory of the last one. `grip` curls the fingers, right hand first.
    pub(crate) fn dress(&mut self, skeleton: &Skeleton, grip: [f32; 2]) {
        self.pelvis.clear();
        self.trunk.clear();
        for row in &PROFILES.trunk {
            let section = trunk_section(skeleton, row);
            if row[0] <= PELVIS_TOP {
                self.pelvis.push(section);
            }
            if row[0] >= SHIRT_HEM {
                self.trunk.push(section);
            }
        }
        refill(
            &mut self.neck,
            NECK.iter().map(|row| neck_section(skeleton, row)),
        );
        refill(&mut self.head, head_sections(skeleton));

        for (side, grip) in Side::BOTH.into_iter().zip(grip) {
            let limbs = match side {
                Side::Right => &mut self.right,
                Side::Left => &mut self.left,
            };
            refill(&mut limbs.buttock, buttock_sections(skeleton, side));
            refill(&mut limbs.thigh, thigh_sections(skeleton, side));
            refill(&mut limbs.shank, shank_sections(skeleton, side));
            refill(&mut limbs.upper_arm, upper_arm_sections(skeleton, side));
            refill(&mut limbs.forearm, forearm_sections(skeleton, side));
            refill(&mut limbs.hand, hand_sections(skeleton, side, grip));
            refill(&mut limbs.thumb, thumb_sections(skeleton, side, grip));
        }
    }
}

fn refill(tube: &mut Vec<Section>, sections: impl IntoIterator<Item = Section>) {
    tube.clear();
    tube.extend(sections);
}

/// Shorts and shirt overlap between these heights.
const PELVIS_TOP: f32 = 0.085;
const SHIRT_HEM: f32 = 0.048;
/// Between these heights the trunk's rings tip forward, by up to this many degrees: a crew neck.
const COLLAR: (f32, f32, f32) = (0.272, 0.304, 16.0);

/// A ring of the trunk blends the two bones of the spine around the nearest joint.
fn trunk_section(skeleton: &Skeleton, row: &[f32; 5]) -> Section {
    const JOINTS: [(Bone, Bone); 3] = [
        (Bone::Pelvis, Bone::Lumbar),
        (Bone::Lumbar, Bone::Waist),
        (Bone::Waist, Bone::Chest),
    ];
    let [height, shift, ..] = *row;
    // Half-way between the pivots at heights .055, .130 and .205.
    let joint = if height <= 0.0925 {
        JOINTS[0]
    } else if height <= 0.1675 {
        JOINTS[1]
    } else {
        JOINTS[2]
    };
    let (lower, upper) = (&skeleton[joint.0], &skeleton[joint.1]);
    let share = smoothstep(-0.040, 0.040, height - pivot(joint.1).y);
    let tip = -COLLAR.2 * smoothstep(COLLAR.0, COLLAR.1, height);
    let mut frame = between(lower, upper, share);
    if tip != 0.0 {
        frame = frame * Rotation::about_right(tip);
    }
    let centre = Vector::new(shift, height, 0.0);
    Section::upright(
        lower.place(centre).towards(upper.place(centre), share),
        frame,
        *row,
    )
}

fn between(a: &Placed, b: &Placed, share: f32) -> Rotation {
    Rotation::facing(
        a.rotation.up.towards(b.rotation.up, share),
        a.rotation.front.towards(b.rotation.front, share),
    )
}

fn neck_section(skeleton: &Skeleton, row: &[f32; 5]) -> Section {
    let (chest, neck, head) = (
        &skeleton[Bone::Chest],
        &skeleton[Bone::Neck],
        &skeleton[Bone::Head],
    );
    let [height, shift, ..] = *row;
    let share = smoothstep(0.0, 0.085, height);
    let base = pivot(Bone::Neck);
    let point = Vector::new(base.x + shift + 0.004, base.y + height, 0.0);
    let centre = chest.place(point).towards(
        neck.place(point).towards(head.place(point), share),
        smoothstep(-0.02, 0.03, height),
    );
    Section::upright(centre, between(neck, head, share), *row)
}

fn head_sections(skeleton: &Skeleton) -> impl Iterator<Item = Section> {
    let head = skeleton[Bone::Head];
    PROFILES
        .head
        .iter()
        .map(move |row| head_section(&head, row))
}

/// A ring of the head; heights count from the joint of the skull.
pub(crate) fn head_section(head: &Placed, row: &[f32; 5]) -> Section {
    let [height, shift, ..] = *row;
    let centre = head.origin + head.rotation.apply(Vector::new(shift, height, 0.0));
    Section::upright(centre, head.rotation, *row)
}

/// A straight stretch of limb.
fn limb(
    bone: &Placed,
    length: f32,
    rows: &'static [LimbRow],
    side: Side,
) -> impl Iterator<Item = Section> {
    let bone = *bone;
    rows.iter().map(move |row| {
        Section::hanging(
            bone.down(length * row[0]),
            bone.rotation,
            side.sign(),
            Radii::from_row(*row),
            row[0],
        )
    })
}

/// How many steps the rings of one half of a bent hinge take.
const FAN_STEPS: usize = 4;

/// A bent hinge: rings that turn about the joint from one share of its angle to another. The convex side is enlarged,
/// which makes the rounded knee and elbow.
#[derive(Clone, Copy)]
struct Hinge {
    joint: Vector,
    upper: Rotation,
    /// Degrees; negative bends backward, like the knee.
    angle: f32,
    bulge: f32,
    side: Side,
}

impl Hinge {
    fn fan(self, from: f32, to: f32, row: LimbRow) -> impl Iterator<Item = Section> {
        let (radii, along) = (Radii::from_row(row), row[0]);
        (0..=FAN_STEPS).map(move |step| {
            let share = from + (to - from) * step as f32 / FAN_STEPS as f32;
            let frame = self.upper * Rotation::about_right(self.angle * share);
            let bulge = 1.0
                + self.bulge
                    * (std::f32::consts::PI * share).sin()
                    * (self.angle.abs() / 110.0).min(1.0);
            let radii = if self.angle < 0.0 {
                Radii {
                    front: radii.front * bulge,
                    ..radii
                }
            } else {
                Radii {
                    back: radii.back * bulge,
                    ..radii
                }
            };
            Section::hanging(self.joint, frame, self.side.sign(), radii, along)
        })
    }
}

fn knee(skeleton: &Skeleton, side: Side) -> Hinge {
    Hinge {
        joint: skeleton.paired(Segment::Shank, side).origin,
        upper: skeleton.paired(Segment::Thigh, side).rotation,
        angle: skeleton.hinge(Segment::Thigh.on(side), Segment::Shank.on(side)),
        bulge: 0.16,
        side,
    }
}

fn elbow(skeleton: &Skeleton, side: Side) -> Hinge {
    Hinge {
        joint: skeleton.paired(Segment::Forearm, side).origin,
        upper: skeleton.paired(Segment::UpperArm, side).rotation,
        angle: skeleton.hinge(Segment::UpperArm.on(side), Segment::Forearm.on(side)),
        bulge: 0.10,
        side,
    }
}

/// The part above a hinge: its limb, its half of the fan, and a little beyond.
fn above_hinge(
    bone: &Placed,
    length: f32,
    rows: &'static [LimbRow],
    hinge: Hinge,
) -> impl Iterator<Item = Section> {
    let (end, shaft) = rows
        .split_last()
        .map_or(([0.0; 5], rows), |(end, shaft)| (*end, shaft));
    let overlap = hinge.fan(0.5, 0.5, end).take(1).map(Section::overlapping);
    limb(bone, length, shaft, hinge.side)
        .chain(hinge.fan(0.0, 0.5, end))
        .chain(overlap)
}

/// The part below a hinge: its half of the fan, then its limb.
fn below_hinge(
    bone: &Placed,
    length: f32,
    rows: &'static [LimbRow],
    hinge: Hinge,
) -> impl Iterator<Item = Section> {
    let (start, shaft) = rows
        .split_first()
        .map_or(([0.0; 5], rows), |(start, shaft)| (*start, shaft));
    hinge
        .fan(0.5, 1.0, start)
        .chain(limb(bone, length, shaft, hinge.side))
}

fn thigh_sections(skeleton: &Skeleton, side: Side) -> impl Iterator<Item = Section> {
    let bone = skeleton.paired(Segment::Thigh, side);
    above_hinge(bone, THIGH, &PROFILES.thigh, knee(skeleton, side))
}

fn shank_sections(skeleton: &Skeleton, side: Side) -> impl Iterator<Item = Section> {
    let bone = skeleton.paired(Segment::Shank, side);
    below_hinge(bone, SHANK, &PROFILES.shank, knee(skeleton, side))
}

fn upper_arm_sections(skeleton: &Skeleton, side: Side) -> impl Iterator<Item = Section> {
    let bone = skeleton.paired(Segment::UpperArm, side);
    above_hinge(bone, UPPER_ARM, &PROFILES.upper_arm, elbow(skeleton, side))
}

fn forearm_sections(skeleton: &Skeleton, side: Side) -> impl Iterator<Item = Section> {
    let bone = skeleton.paired(Segment::Forearm, side);
    below_hinge(bone, FOREARM, &PROFILES.forearm, elbow(skeleton, side))
}

/// The buttock: a soft bridge of balls from the back of the pelvis to the back of the thigh.
fn buttock_sections(skeleton: &Skeleton, side: Side) -> impl Iterator<Item = Section> {
    let z = side.sign();
    let pelvis = skeleton[Bone::Pelvis];
    let thigh = *skeleton.paired(Segment::Thigh, side);
    let half_way = if pelvis.rotation.up.dot(thigh.rotation.up) > -0.9 {
        Rotation::facing(
            pelvis.rotation.up + thigh.rotation.up,
            pelvis.rotation.front + thigh.rotation.front,
        )
    } else {
        pelvis.rotation
    };
    let middle = thigh.origin + half_way.apply(Vector::new(-0.026, -0.016, -0.002 * z));
    let balls = [
        (pelvis.place(Vector::new(-0.012, 0.075, 0.040 * z)), 0.020),
        (pelvis.place(Vector::new(-0.020, 0.052, 0.044 * z)), 0.034),
        (pelvis.place(Vector::new(-0.026, 0.022, 0.047 * z)), 0.0425),
        (middle, 0.0465),
        (thigh.place(Vector::new(-0.013, -0.052, 0.0)), 0.0455),
        (thigh.place(Vector::new(-0.006, -0.086, 0.0)), 0.044),
    ];
    ball_chain(
        balls.map(|(c, r)| [c.x, c.y, c.z, r]),
        move |i, n, axis| {
            let along = i as f32 / n as f32;
            let turned = smoothstep(0.30, 0.75, along);
            let front = pelvis.rotation.front.towards(thigh.rotation.front, turned);
            (Rotation::facing(-axis, front), along)
        },
        z,
    )
}

/// A tube along a smoothed chain of balls; `frame` orients each ring and says where along the part it is.
fn ball_chain<const N: usize>(
    balls: [[f32; 4]; N],
    frame: impl Fn(usize, usize, Vector) -> (Rotation, f32),
    side: f32,
) -> impl Iterator<Item = Section> {
    let smooth = move |i: usize| -> [f32; 4] {
        let k = i / 2;
        if i.is_multiple_of(2) {
            return balls[k];
        }
        let (a, b, c, d) = (
            balls[k.saturating_sub(1)],
            balls[k],
            balls[k + 1],
            balls[(k + 2).min(N - 1)],
        );
        std::array::from_fn(|j| (9.0 * (b[j] + c[j]) - (a[j] + d[j])) / 16.0)
    };
    let last = 2 * (N - 1);
    (0..=last).map(move |i| {
        let centre = |i: usize| {
            let [x, y, z, _] = smooth(i);
            Vector::new(x, y, z)
        };
        let axis = (centre((i + 1).min(last)) - centre(i.saturating_sub(1))).unit_or(Vector::UP);
        let (rotation, along) = frame(i, last, axis);
        Section {
            axis,
            ..Section::hanging(centre(i), rotation, side, Radii::round(smooth(i)[3]), along)
        }
    })
}

/// A mitt: flat rings that curl towards the palm from the knuckles on.
fn hand_sections(skeleton: &Skeleton, side: Side, grip: f32) -> impl Iterator<Item = Section> {
    let hand = skeleton.paired(Segment::Hand, side);
    let (mut origin, mut rotation, mut before) = (hand.origin, hand.rotation, 0.0);
    let z = side.sign();
    PROFILES
        .hand
        .iter()
        .map(move |&[along, thumb, little, half_thickness]| {
            if along > 0.38 {
                rotation = rotation * Rotation::about_front(z * grip * (along - before) * 1.7);
            }
            origin = origin - rotation.up * (HAND * (along - before));
            before = along;
            let radii = Radii {
                front: thumb,
                back: little,
                outer: half_thickness,
                inner: half_thickness,
            };
            Section::hanging(origin, rotation, z, radii, along)
        })
}

fn thumb_sections(skeleton: &Skeleton, side: Side, grip: f32) -> impl Iterator<Item = Section> {
    const BALLS: [(f32, f32, f32, f32); 5] = [
        (0.008, -0.012, -0.002, 0.0095),
        (0.017, -0.028, -0.005, 0.0098),
        (0.0235, -0.044, -0.007, 0.0086),
        (0.0265, -0.058, -0.0075, 0.0070),
        (0.0275, -0.065, -0.0075, 0.0035),
    ];
    let hand = *skeleton.paired(Segment::Hand, side);
    let z = side.sign();
    let curl = grip / 90.0;
    let centre = move |i: usize| {
        let (x, y, inward, _) = BALLS[i];
        let bend = curl * i as f32 / 4.0;
        hand.place(Vector::new(
            x - 0.010 * bend,
            y,
            (inward - 0.018 * bend) * z,
        ))
    };
    (0..BALLS.len()).map(move |i| {
        let axis = (centre((i + 1).min(4)) - centre(i.saturating_sub(1))).unit_or(Vector::DOWN);
        let frame = Rotation::facing(-axis, hand.rotation.front);
        Section {
            axis,
            ..Section::hanging(centre(i), frame, z, Radii::round(BALLS[i].3), i as f32)
        }
    })
}

/// The foot's rings for a bare or a shod foot.
pub(crate) fn foot_shape(bare: bool) -> &'static FootShape {
    if bare {
        &PROFILES.bare_foot
    } else {
        &PROFILES.shoe
    }
}

// What is lowest decides how the body meets the ground: it is the drawn surface that touches it, not the bones.

fn lowest(sections: impl Iterator<Item = Section>) -> f32 {
    sections.fold(f32::INFINITY, |low, section| low.min(section.lowest()))
}

fn lowest_point<const N: usize>(bone: &Placed, rings: &[[Vector; N]], side: Side) -> f32 {
    let up = Vector::new(
        bone.rotation.front.y,
        bone.rotation.up.y,
        bone.rotation.right.y * side.sign(),
    );
    rings
        .iter()
        .flatten()
        .fold(f32::INFINITY, |low, point| low.min(up.dot(*point)))
        + bone.origin.y
}

pub(crate) fn lowest_of_sole(skeleton: &Skeleton, side: Side) -> f32 {
    let shape = &PROFILES.shoe;
    lowest_point(skeleton.paired(Segment::Foot, side), &shape.rear_sole, side).min(lowest_point(
        skeleton.paired(Segment::Toes, side),
        &shape.toe_sole,
        side,
    ))
}

pub(crate) fn lowest_of_foot(skeleton: &Skeleton, side: Side) -> f32 {
    let shape = &PROFILES.shoe;
    lowest_of_sole(skeleton, side)
        .min(lowest_point(
            skeleton.paired(Segment::Foot, side),
            &shape.rear,
            side,
        ))
        .min(lowest_point(
            skeleton.paired(Segment::Toes, side),
            &shape.toes,
            side,
        ))
}

pub(crate) fn lowest_of_knee(skeleton: &Skeleton, side: Side) -> f32 {
    lowest(shank_sections(skeleton, side).take_while(|section| section.along < 0.18))
}

pub(crate) fn lowest_of_forearm(skeleton: &Skeleton, side: Side) -> f32 {
    lowest(forearm_sections(skeleton, side))
}

pub(crate) fn lowest_of_thigh(skeleton: &Skeleton, side: Side) -> f32 {
    lowest(thigh_sections(skeleton, side))
}

pub(crate) fn lowest_of_buttock(skeleton: &Skeleton, side: Side) -> f32 {
    lowest(buttock_sections(skeleton, side))
}

pub(crate) fn lowest_of_pelvis(skeleton: &Skeleton) -> f32 {
    lowest_of_trunk_between(skeleton, f32::NEG_INFINITY, PELVIS_TOP)
}

pub(crate) fn lowest_of_trunk(skeleton: &Skeleton) -> f32 {
    lowest_of_trunk_between(skeleton, SHIRT_HEM, f32::INFINITY)
}

fn lowest_of_trunk_between(skeleton: &Skeleton, from: f32, to: f32) -> f32 {
    lowest(
        PROFILES
            .trunk
            .iter()
            .filter(|row| (from..=to).contains(&row[0]))
            .map(|row| trunk_section(skeleton, row)),
    )
}

pub(crate) fn lowest_of_head(skeleton: &Skeleton) -> f32 {
    lowest(head_sections(skeleton))
}

/// Keeps the smoothing of tables in one place.
#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::surface::profile::densified;

    #[test]
    fn smoothing_keeps_the_rows_and_puts_one_between_each_two() {
        let dense = densified(&NECK);
        assert_eq!(dense.len(), 2 * NECK.len() - 1);
        assert_eq!(dense[4], NECK[2]);
    }
}
