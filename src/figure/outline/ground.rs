//! The ground: an ellipse of floor, and the shadow where the body meets it.

use super::camera::Camera;
use super::contour::Pen;
use super::drawing::Ink;
use crate::figure::skeleton::{Segment, Skeleton};
use crate::figure::surface::body::{Body, foot_shape};
use crate::figure::surface::section::Section;
use crate::figure::vector::Vector;
use crate::side::Side;

/// Half length and half depth of the floor that is drawn where there is no mat.
const FLOOR: (f32, f32) = (0.56, 0.40);

pub(crate) fn paint_floor(pen: &mut Pen<'_>) {
    let tilt = pen.camera.ground_tilt();
    pen.ellipse(pen.camera.project(Vector::ZERO), FLOOR.0, FLOOR.1 * tilt);
    pen.fill(Ink::Floor, 1.0);
}

/// The parts lower than this throw a contact shadow.
const SHADOW_HEIGHT: f32 = 0.15;
/// Two steps of softness: how much larger than the body, and how dark.
const SOFTNESS: [(f32, f32); 2] = [(0.026, 0.07), (0.009, 0.10)];

/// About so many pieces make the shadow of one tube.
const FOOTPRINTS: usize = 3;

/// A low round piece of the body: where it is, how wide, how high above the ground.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Footprint {
    at: Vector,
    radius: f32,
    height: f32,
    /// Whether the shadow goes on from the piece before.
    continues: bool,
}

pub(crate) fn paint_shadow(
    pen: &mut Pen<'_>,
    skeleton: &Skeleton,
    body: &Body,
    prints: &mut Vec<Footprint>,
) {
    let tilt = pen.camera.ground_tilt();
    if tilt < 0.02 {
        return;
    }
    prints.clear();
    for tube in [&body.pelvis, &body.trunk, &body.neck, &body.head] {
        add_tube(prints, tube);
    }
    for side in Side::BOTH {
        let limbs = body.limbs(side);
        for tube in [
            &limbs.thigh,
            &limbs.shank,
            &limbs.buttock,
            &limbs.upper_arm,
            &limbs.forearm,
        ] {
            add_tube(prints, tube);
        }
        add_sole(prints, skeleton, side);
    }
    for (grow, alpha) in SOFTNESS {
        let blob = move |camera: &Camera, print: &Footprint| {
            let nearness = 1.0 - print.height / SHADOW_HEIGHT * 0.5;
            let on_ground = Vector::new(print.at.x, 0.0, print.at.z);
            (
                camera.project(on_ground),
                ((print.radius + grow) * nearness).max(0.0),
            )
        };
        // A row hardly bends, so that one hull covers it: its pieces one by one would cost many times as much.
        let camera = pen.camera;
        let rows = prints
            .chunk_by(|_, next| next.continues)
            .filter(|row| row.len() > 1);
        let rows = rows.map(|row| row.iter().map(|print| blob(camera, print)));
        pen.hulls_of_rows(rows, tilt);
        pen.fill(Ink::Shadow, alpha);
    }
}

/// Adds a row of pieces; those too high are left out, and what is left is joined up.
fn add_row(prints: &mut Vec<Footprint>, row: impl Iterator<Item = Footprint>) {
    let mut continues = false;
    for print in row.filter(|print| print.height < SHADOW_HEIGHT) {
        prints.push(Footprint { continues, ..print });
        continues = true;
    }
}

fn add_tube(prints: &mut Vec<Footprint>, tube: &[Section]) {
    add_row(
        prints,
        tube.iter()
            .step_by((tube.len() / FOOTPRINTS).max(1))
            .chain(tube.last())
            .map(|section| Footprint {
                at: section.centre,
                radius: section.radii.mean() * 0.9,
                height: section.lowest(),
                continues: false,
            }),
    );
}

fn add_sole(prints: &mut Vec<Footprint>, skeleton: &Skeleton, side: Side) {
    let shape = foot_shape(false);
    let rear = skeleton.paired(Segment::Foot, side);
    let toes = skeleton.paired(Segment::Toes, side);
    let rings = shape.rear_sole.iter().map(|ring| (rear, ring));
    let rings = rings.chain(shape.toe_sole.iter().map(|ring| (toes, ring)));
    add_row(
        prints,
        rings.step_by(3).map(|(bone, ring)| {
            let edge = bone.place(Vector::new(ring[0].x, ring[0].y, ring[0].z * side.sign()));
            Footprint {
                at: edge,
                radius: 0.026,
                height: edge.y,
                continues: false,
            }
        }),
    );
}
