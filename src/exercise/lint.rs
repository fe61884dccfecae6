//! A closer look at an exercise: what can be used as it is, but should be put right, in sentences for its author.

use super::{Catalogue, Exercise, Version, unknown};
use crate::authoring::problem::figure as words;
use crate::authoring::{Faults, Path};
use crate::figure::{Beat, Bone, Fault, Segment};
use crate::side::Side;

/// A body of 1.70 m, to speak of centimetres.
const BODY_CENTIMETRES: f32 = 170.0;

impl Exercise {
    /// Names what makes it less than it could be: versions that nobody has described, and postures that no body could
    /// take up. Such an exercise can be used all the same. This takes some milliseconds.
    pub(crate) fn lint(&self, known: &Catalogue, at: &Path<'_>, faults: &mut Faults<'_>) {
        for (field, version) in [("easier", &self.easier), ("harder", &self.harder)] {
            if let Some(Version::Exercise(id)) = version
                && known.get(id).is_none()
                && !faults.is_full()
            {
                faults.add(&at.field(field), unknown(id, known));
            }
        }
        self.check_figure(at, faults);
    }

    /// Names everything about its figure that no body could do: hands that do not reach, feet in the floor, joints bent
    /// too far.
    fn check_figure(&self, at: &Path<'_>, faults: &mut Faults<'_>) {
        let Some(movement) = &self.figure else { return };
        if faults.is_full() {
            return;
        }
        let figure = at.field("figure");
        let frames = figure.field("frames");
        for (beat, fault) in movement.faults() {
            let fault = sentence(&fault);
            let (frame, sentence) = match beat {
                Beat::Between { frame, .. } => {
                    let next = (frame + 1) % movement.frame_count();
                    (frame, words::between_frames(frame, next, &fault))
                }
                Beat::Still { frame } => (frame, words::in_frame(frame, &fault)),
                _ => (0, fault),
            };
            faults.add(&frames.entry(frame), sentence);
        }
    }
}

fn sentence(fault: &Fault) -> String {
    let centimetres = |by: f32| by * BODY_CENTIMETRES;
    match *fault {
        Fault::BelowFloor { bone, by } => words::below_floor(&part(bone), centimetres(by)),
        Fault::InsideProp { bone, by } => words::inside_prop(&part(bone), centimetres(by)),
        Fault::InTheAir { bone, by } => words::in_the_air(&part(bone), centimetres(by)),
        Fault::Hovering { bone, by } => words::hovering(&part(bone), centimetres(by)),
        Fault::OnNothing { bone, by } => words::on_nothing(&part(bone), centimetres(by)),
        Fault::OutOfReach { bone, by } => words::out_of_reach(&part(bone), centimetres(by)),
        Fault::Overbent {
            side,
            joint,
            angle,
            limits,
        } => words::overbent(word(side), joint, angle, limits),
    }
}

const fn word(side: Side) -> &'static str {
    match side {
        Side::Left => words::LEFT,
        Side::Right => words::RIGHT,
    }
}

fn part(bone: Bone) -> String {
    let Some((segment, side)) = bone.paired() else {
        let unpaired = match bone {
            Bone::Pelvis => words::PELVIS,
            Bone::Neck => words::NECK,
            Bone::Head => words::HEAD,
            _ => words::TRUNK,
        };
        return unpaired.to_owned();
    };
    let part = match segment {
        Segment::Thigh => words::THIGH,
        Segment::Shank => words::SHANK,
        Segment::Foot => words::FOOT,
        Segment::Toes => words::TOES,
        Segment::UpperArm => words::UPPER_ARM,
        Segment::Forearm => words::FOREARM,
        Segment::Hand => words::HAND,
    };
    words::of_side(word(side), part)
}
