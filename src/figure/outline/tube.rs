//! Painting a tube of the body: clothes and skin, then muscle stripes, then shade.

use std::f32::consts::PI;

use super::contour::Pen;
use super::drawing::Ink;
use super::ring::{Ring, shaded_arc, visible_arc};
use crate::figure::surface::muscle::Stripe;
use crate::figure::surface::section::{Section, section_at};
use crate::figure::vector::{lerp, smoothstep};

/// A stretch of a tube in one material.
#[derive(Clone, Copy)]
pub(crate) struct Layer {
    pub from: f32,
    pub to: f32,
    pub ink: Ink,
    /// How much thicker than the body the material is.
    pub grow: f32,
}

impl Layer {
    pub(crate) const fn whole(ink: Ink, grow: f32) -> Self {
        Self {
            from: f32::NEG_INFINITY,
            to: f32::INFINITY,
            ink,
            grow,
        }
    }
}

/// What covers a tube.
#[derive(Clone, Copy)]
pub(crate) enum Cover {
    /// One material from end to end.
    Whole(Layer),
    /// Skin, and cloth from the root to the hem over it: a sleeve or trouser leg.
    Sleeve { skin: Layer, cloth: Layer },
    /// Skin, and something over its lower end: a sock.
    Sock { skin: Layer, sock: Layer },
}

/// The bend at one end of a tube.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Bend {
    None,
    /// Knee: closes towards the back.
    Backward,
    /// Elbow: closes towards the front.
    Forward,
}

/// How to paint a tube.
#[derive(Clone, Copy)]
pub(crate) struct Coat {
    pub cover: Cover,
    /// 0 near to 1 far.
    pub far: f32,
    /// Whether the first and last ring close the outline.
    pub caps: (bool, bool),
    /// Over which share of its rings the shade fades in from the root and out to the end.
    pub fades: (f32, f32),
    pub bend: Bend,
    pub shaded: bool,
}

impl Coat {
    pub(crate) const fn plain(ink: Ink, far: f32) -> Self {
        Self {
            cover: Cover::Whole(Layer::whole(ink, 0.0)),
            far,
            caps: (true, true),
            fades: (0.0, 0.0),
            bend: Bend::None,
            shaded: false,
        }
    }
}

/// How far skin reaches under cloth, as a share of the limb: the rest of it would never be seen.
const TUCK: f32 = 0.04;

/// Rings of a muscle stripe.
const STRIPE_STEPS: usize = 12;

/// Paints one tube. `rings` is the viewer's image of `tube`, `spare` is memory.
pub(crate) fn paint<'m>(
    pen: &mut Pen<'_>,
    tube: &[Section],
    rings: &[Ring],
    spare: &mut Vec<Ring>,
    coat: &Coat,
    stripes: impl Iterator<Item = &'m Stripe>,
) {
    if tube.len() < 2 || rings.len() != tube.len() {
        return;
    }
    let mut lay = |pen: &mut Pen<'_>, layer: Layer| {
        lay_rings(pen, tube, rings, layer, spare);
        let caps = (
            coat.caps.0 || layer.from > f32::NEG_INFINITY,
            coat.caps.1 || layer.to < f32::INFINITY,
        );
        pen.silhouette(spare, caps);
        pen.fill(layer.ink.far(coat.far), 1.0);
    };
    match coat.cover {
        Cover::Whole(layer) => lay(pen, layer),
        Cover::Sock { skin, sock } => {
            let to = sock.from + TUCK;
            lay(pen, Layer { to, ..skin });
            lay(pen, sock);
        }
        Cover::Sleeve { skin, cloth } => {
            // A hem that faces the viewer shows what comes out of it.
            if pen.camera.depth(section_at(tube, cloth.to).axis) > 0.0 {
                lay(pen, cloth);
                let from = cloth.to;
                lay(pen, Layer { from, ..skin });
            } else {
                let from = cloth.to - TUCK;
                lay(pen, Layer { from, ..skin });
                lay(pen, cloth);
            }
        }
    }
    for stripe in stripes {
        paint_stripe(pen, tube, spare, *stripe, coat.far);
    }
    if coat.shaded {
        paint_shade(pen, tube, rings, spare, coat);
    }
}

fn lay_rings(pen: &Pen<'_>, tube: &[Section], rings: &[Ring], layer: Layer, out: &mut Vec<Ring>) {
    let (first, last) = (rings[0].along, rings[rings.len() - 1].along);
    let end = |along: f32| Ring::new(&section_at(tube, along), pen.camera).grown(layer.grow);
    out.clear();
    if layer.from > first {
        out.push(end(layer.from));
    }
    out.extend(
        rings
            .iter()
            .filter(|ring| layer.from < ring.along && ring.along < layer.to)
            .map(|ring| ring.grown(layer.grow)),
    );
    if layer.to < last {
        out.push(end(layer.to));
    }
}

fn paint_stripe(
    pen: &mut Pen<'_>,
    tube: &[Section],
    spare: &mut Vec<Ring>,
    stripe: Stripe,
    far: f32,
) {
    let swell = |i: usize| PI * i as f32 / STRIPE_STEPS as f32;
    spare.clear();
    spare.extend((0..=STRIPE_STEPS).map(|i| {
        let along = lerp(stripe.from, stripe.to, (1.0 - swell(i).cos()) / 2.0);
        Ring::new(&section_at(tube, along), pen.camera).grown(0.0012)
    }));
    pen.stripe(spare, |i, ring| {
        let half = stripe.half_width * swell(i).sin().max(0.0).powf(0.8);
        Some(visible_arc(ring, stripe.centre, half))
    });
    pen.fill(Ink::Accent.far(far * 0.7), 1.0);
}

/// The smallest share of light that still counts as lit.
const LIT: f32 = 0.14;

fn paint_shade(
    pen: &mut Pen<'_>,
    tube: &[Section],
    rings: &[Ring],
    spare: &mut Vec<Ring>,
    coat: &Coat,
) {
    let grow = |along: f32| {
        let thickness = |layer: Layer| {
            let inside = layer.from - 1e-6 <= along && along <= layer.to + 1e-6;
            if inside { layer.grow } else { 0.0 }
        };
        match coat.cover {
            Cover::Whole(layer) => thickness(layer),
            Cover::Sleeve { skin: a, cloth: b } | Cover::Sock { skin: a, sock: b } => {
                thickness(a).max(thickness(b))
            }
        }
    };
    for side in [-1.0, 1.0] {
        let joint = shut_joint(tube, rings, coat.bend, side);
        spare.clear();
        spare.extend(
            rings
                .iter()
                .filter(|ring| Some(ring.along) != joint)
                .map(|ring| ring.grown(grow(ring.along))),
        );
        let last = spare.len().saturating_sub(1).max(1) as f32;
        let (from_root, to_end) = coat.fades;
        let fade = |i: usize| {
            let along = i as f32 / last;
            let rise = if from_root > 0.0 {
                smoothstep(0.0, from_root, along)
            } else {
                1.0
            };
            let fall = if to_end > 0.0 {
                smoothstep(0.0, to_end, 1.0 - along)
            } else {
                1.0
            };
            rise * fall
        };
        pen.stripe(spare, |i, ring| shaded_arc(ring, side, LIT, fade(i)));
        pen.fill(Ink::Shade, 1.0);
    }
}

/// On the inside of a bent joint the fan's rings pile up: there the shade leaves them out. Returns their place.
fn shut_joint(tube: &[Section], rings: &[Ring], bend: Bend, side: f32) -> Option<f32> {
    let closes = match bend {
        Bend::None => return None,
        Bend::Backward => -1.0,
        Bend::Forward => 1.0,
    };
    let last = tube.len() - 1;
    let (near, across) = if tube[last].along == 1.0 {
        (last, last.checked_sub(5)?)
    } else {
        (0, 4.min(last))
    };
    let bent = tube[near].axis.dot(tube[across].axis) < 0.97;
    (bent && rings[near].edge_faces_front(side) * closes > 0.0).then_some(tube[near].along)
}
