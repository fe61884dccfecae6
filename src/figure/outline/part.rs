//! The parts a picture of the figure is made of: what is sorted by depth, and how each is painted.

use super::camera::Camera;
use super::contour::Pen;
use super::drawing::Ink;
use super::foot::{self, Footwear};
use super::head;
use super::order::{Disc, Order};
use super::ring::{Ring, visible_arc};
use super::tube::{self, Bend, Coat, Cover, Layer};
use crate::figure::prop::{self, BandPlace, Furniture, Prop, disc};
use crate::figure::skeleton::{Bone, Segment, Skeleton};
use crate::figure::surface::body::{Body, foot_shape};
use crate::figure::surface::muscle::{Mark, Site};
use crate::figure::surface::section::Section;
use crate::figure::vector::{Vector, smoothstep};
use crate::side::Side;

/// Something that is painted at one depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Buttock(Side),
    Thigh(Side),
    Shank(Side),
    Foot(Side),
    UpperArm(Side),
    Forearm(Side),
    Hand(Side),
    Thumb(Side),
    Pelvis,
    /// The mark of gluteus medius, over the hip.
    SideOfHip(Side),
    Trunk,
    Neck,
    Head,
    Bun,
    /// A still piece of furniture, by its index.
    Furniture(usize),
    /// A band round both legs, by the prop's index.
    LoopBand(usize),
    PullLoop(usize, Side),
    /// The strap on the inner (false) or outer side of the knee.
    PullStrap(usize, Side, bool),
    Strap(usize),
}

impl Part {
    const fn side(self) -> Option<Side> {
        match self {
            Self::Buttock(side)
            | Self::Thigh(side)
            | Self::Shank(side)
            | Self::Foot(side)
            | Self::UpperArm(side)
            | Self::Forearm(side)
            | Self::Hand(side)
            | Self::Thumb(side)
            | Self::SideOfHip(side) => Some(side),
            _ => None,
        }
    }
}

/// Everything that is known when a posed body is painted.
pub(crate) struct Subject<'a> {
    pub camera: &'a Camera,
    pub skeleton: &'a Skeleton,
    pub body: &'a Body,
    pub marks: &'a [Mark],
    pub props: &'a [Prop],
    pub furniture: &'a Furniture,
    pub bare_feet: bool,
}

/// How far to the side of the view a normal may lie before a neighbour's order turns round.
mod threshold {
    /// The shirt covers waist and buttocks unless the trunk is seen from below.
    pub(super) const FROM_BELOW: f32 = -0.45;
    /// The neck covers the shirt when the chest faces the viewer by more than this.
    pub(super) const CHEST_FACES: f32 = 0.15;
    /// The foot covers the shank unless its top faces the viewer by as much.
    pub(super) const INSTEP_FACES: f32 = 0.6;
    /// The buttock covers the thigh unless the body is seen from the front by as much.
    pub(super) const FROM_THE_FRONT: f32 = 0.45;
    /// The mark on the hip is on top unless its side is turned away by as much.
    pub(super) const HIP_TURNED_AWAY: f32 = -0.2;
}

impl Subject<'_> {
    /// Lists the parts with their sample discs.
    pub(crate) fn list(&self, order: &mut Order) {
        order.clear();
        for side in Side::BOTH {
            let limbs = self.body.limbs(side);
            order.add(Part::Buttock(side), self.discs(&limbs.buttock, 3));
            order.add(Part::Thigh(side), self.discs(&limbs.thigh, 7));
            order.add(Part::Shank(side), self.discs(&limbs.shank, 7));
            order.add(Part::Foot(side), self.foot_discs(side));
            order.add(Part::UpperArm(side), self.discs(&limbs.upper_arm, 7));
            order.add(Part::Forearm(side), self.discs(&limbs.forearm, 7));
            order.add(Part::Hand(side), self.discs(&limbs.hand, 3));
            order.add(Part::Thumb(side), self.discs(&limbs.thumb, 2));
        }
        order.add(Part::Pelvis, self.discs(&self.body.pelvis, 5));
        for side in Side::BOTH {
            if self.marked(Site::SideOfHip(side)) {
                let balls = self.side_of_hip(side);
                order.add(
                    Part::SideOfHip(side),
                    balls.map(|(centre, radius)| disc(self.camera, centre, radius)),
                );
            }
        }
        order.add(Part::Trunk, self.discs(&self.body.trunk, 6));
        order.add(Part::Neck, self.discs(&self.body.neck, 2));
        order.add(Part::Head, self.discs(&self.body.head, 5));
        let bun = head::bun(&self.skeleton[Bone::Head]);
        order.add(Part::Bun, [disc(self.camera, bun, 0.02)]);
        for (i, piece) in self.furniture.among.iter().enumerate() {
            order.add(Part::Furniture(i), piece.discs.iter().copied());
        }
        self.list_attached(order);
    }

    fn list_attached(&self, order: &mut Order) {
        for (i, item) in self.props.iter().enumerate() {
            match item {
                Prop::LoopBand { on, along } => {
                    let discs = prop::loop_band_discs(self.banded(*on), along.get(), self.camera);
                    order.add(Part::LoopBand(i), discs);
                }
                Prop::Pull { leg, to } => {
                    for side in Side::BOTH
                        .into_iter()
                        .filter(|side| leg.is_none_or(|leg| leg == *side))
                    {
                        let shank = &self.body.limbs(side).shank;
                        order.add(
                            Part::PullLoop(i, side),
                            prop::pull_loop_discs(shank, *to, self.camera),
                        );
                        for outer in [false, true] {
                            order.add(
                                Part::PullStrap(i, side, outer),
                                prop::pull_strap_discs(shank, edge(outer), *to, self.camera),
                            );
                        }
                    }
                }
                Prop::Strap { through } => {
                    let discs = prop::strap_discs(through, self.skeleton, self.camera);
                    order.add(Part::Strap(i), discs);
                }
                _ => {}
            }
        }
    }

    /// How much one part belongs in front of another for reasons that depth does not know.
    pub(crate) fn bias(&self, front: Part, back: Part) -> f32 {
        if let (Some(a), Some(b)) = (front.side(), back.side())
            && a != b
        {
            return 0.0;
        }
        let pelvis = self.skeleton[Bone::Pelvis].rotation;
        let faces = |normal: Vector| self.camera.depth(normal);
        let sign = |condition: bool| if condition { 1.0 } else { -1.0 };
        match (front, back) {
            (Part::Head, Part::Neck) => 1.0,
            (Part::Trunk, Part::Pelvis | Part::Buttock(_) | Part::SideOfHip(_)) => {
                let hem = self.body.trunk.first().map_or(0.0, |ring| faces(ring.axis));
                sign(hem > threshold::FROM_BELOW)
            }
            (Part::Trunk, Part::Neck) => {
                let chest = self.skeleton[Bone::Chest].rotation.front;
                sign(faces(chest) <= threshold::CHEST_FACES)
            }
            (Part::Foot(side), Part::Shank(_)) => {
                let instep = self.skeleton.paired(Segment::Foot, side).rotation.up;
                sign(faces(instep) < threshold::INSTEP_FACES)
            }
            (Part::SideOfHip(side), Part::Thigh(_) | Part::Pelvis | Part::Buttock(_)) => {
                sign(faces(pelvis.right) * side.sign() > threshold::HIP_TURNED_AWAY)
            }
            (Part::Buttock(_), Part::Thigh(_)) => {
                sign(faces(pelvis.front) < threshold::FROM_THE_FRONT)
            }
            _ => 0.0,
        }
    }

    /// Sample discs of a tube: about `count` rings of it, several across where it is wide.
    fn discs(&self, tube: &[Section], count: usize) -> impl Iterator<Item = Disc> {
        let camera = self.camera;
        let step = (tube.len().saturating_sub(1) / count).max(1);
        tube.iter().step_by(step).flat_map(move |section| {
            let (width, depth) = (section.radii.half_width(), section.radii.half_depth());
            let (wide, narrow) = (width.max(depth), width.min(depth));
            let across = if width > depth {
                section.outer * width
            } else {
                section.front * depth
            };
            let places: &[f32] = if wide < 1.35 * narrow {
                &[0.0]
            } else {
                &[-0.62, 0.0, 0.62]
            };
            places
                .iter()
                .map(move |place| disc(camera, section.centre + across * *place, narrow))
        })
    }

    fn foot_discs(&self, side: Side) -> impl Iterator<Item = Disc> {
        let shape = foot_shape(self.bare_feet);
        let rear = self.skeleton.paired(Segment::Foot, side);
        let toes = self.skeleton.paired(Segment::Toes, side);
        let rings = shape.rear.iter().map(move |ring| (rear, ring));
        rings
            .chain(shape.toes.iter().map(move |ring| (toes, ring)))
            .step_by(3)
            .flat_map(move |(bone, ring)| {
                ring.iter().step_by(4).map(move |p| {
                    let point = bone.place(Vector::new(p.x, p.y, p.z * side.sign()));
                    disc(self.camera, point, 0.016)
                })
            })
    }

    fn marked(&self, site: Site) -> bool {
        self.marks.iter().any(|mark| mark.site == site)
    }

    /// An egg between the crest of the pelvis and the thigh bone.
    fn side_of_hip(&self, side: Side) -> [(Vector, f32); 4] {
        let z = side.sign();
        let pelvis = &self.skeleton[Bone::Pelvis];
        let thigh = self.skeleton.paired(Segment::Thigh, side);
        [
            (pelvis.place(Vector::new(-0.010, 0.064, 0.060 * z)), 0.026),
            (pelvis.place(Vector::new(-0.010, 0.036, 0.067 * z)), 0.027),
            (thigh.place(Vector::new(-0.004, 0.004, 0.025 * z)), 0.024),
            (thigh.place(Vector::new(-0.002, -0.026, 0.026 * z)), 0.021),
        ]
    }

    fn banded(&self, place: BandPlace) -> [&[Section]; 2] {
        Side::BOTH.map(|side| {
            let limbs = self.body.limbs(side);
            match place {
                BandPlace::Thigh => limbs.thigh.as_slice(),
                BandPlace::Shank => limbs.shank.as_slice(),
            }
        })
    }

    /// How far away a limb is: 0 on the near side and in front views, 1 on the far side.
    fn far(&self, root: Bone, reference: Bone, weight: f32) -> f32 {
        let depth = |bone: Bone| self.camera.depth(self.skeleton[bone].origin);
        smoothstep(0.012, 0.075, (depth(reference) - depth(root)) * weight)
    }

    fn leg_far(&self, side: Side) -> f32 {
        self.far(Segment::Thigh.on(side), Bone::Pelvis, 1.0)
    }

    fn arm_far(&self, side: Side) -> f32 {
        self.far(Segment::UpperArm.on(side), Bone::Chest, 0.75)
    }

    /// Paints one part.
    pub(crate) fn paint(
        &self,
        part: Part,
        pen: &mut Pen<'_>,
        rings: &mut Vec<Ring>,
        spare: &mut Vec<Ring>,
    ) {
        match part {
            Part::Buttock(side) => self.paint_buttock(pen, side),
            Part::Thigh(side) => {
                let coat = Coat {
                    cover: Cover::Sleeve {
                        skin: Layer::whole(Ink::Skin, 0.0),
                        cloth: Layer {
                            to: 0.50,
                            ..Layer::whole(Ink::Shorts, 0.0028)
                        },
                    },
                    far: self.leg_far(side),
                    caps: (true, false),
                    fades: (0.35, 0.0),
                    bend: Bend::Backward,
                    shaded: true,
                };
                self.paint_tube(
                    pen,
                    &self.body.limbs(side).thigh,
                    rings,
                    spare,
                    &coat,
                    Site::Thigh(side),
                );
            }
            Part::Shank(side) => {
                let skin = Layer::whole(Ink::Skin, 0.0);
                let sock = Layer {
                    from: 0.80,
                    ..Layer::whole(Ink::Sock, 0.0012)
                };
                let coat = Coat {
                    cover: if self.bare_feet {
                        Cover::Whole(skin)
                    } else {
                        Cover::Sock { skin, sock }
                    },
                    far: self.leg_far(side),
                    caps: (false, true),
                    fades: (0.0, 0.0),
                    bend: Bend::Backward,
                    shaded: true,
                };
                self.paint_tube(
                    pen,
                    &self.body.limbs(side).shank,
                    rings,
                    spare,
                    &coat,
                    Site::Shank(side),
                );
            }
            Part::Foot(side) => {
                let wear = Footwear {
                    bare: self.bare_feet,
                    arch: self.marked(Site::Foot(side)),
                    far: self.leg_far(side),
                };
                foot::paint(pen, self.skeleton, side, wear);
            }
            Part::UpperArm(side) => {
                let coat = Coat {
                    cover: Cover::Sleeve {
                        skin: Layer::whole(Ink::Skin, 0.0),
                        cloth: Layer {
                            to: 0.44,
                            ..Layer::whole(Ink::Top, 0.0032)
                        },
                    },
                    far: self.arm_far(side),
                    caps: (true, false),
                    fades: (0.30, 0.0),
                    bend: Bend::Forward,
                    shaded: true,
                };
                self.paint_plain(pen, &self.body.limbs(side).upper_arm, rings, spare, &coat);
            }
            Part::Forearm(side) => {
                let coat = Coat {
                    caps: (false, true),
                    bend: Bend::Forward,
                    shaded: true,
                    ..Coat::plain(Ink::Skin, self.arm_far(side))
                };
                self.paint_plain(pen, &self.body.limbs(side).forearm, rings, spare, &coat);
            }
            Part::Hand(side) => {
                let coat = Coat::plain(Ink::Skin, self.arm_far(side));
                self.paint_plain(pen, &self.body.limbs(side).hand, rings, spare, &coat);
            }
            Part::Thumb(side) => {
                let coat = Coat::plain(Ink::Skin, self.arm_far(side));
                self.paint_plain(pen, &self.body.limbs(side).thumb, rings, spare, &coat);
            }
            Part::Pelvis => {
                let coat = Coat {
                    cover: Cover::Whole(Layer::whole(Ink::Shorts, 0.001)),
                    fades: (0.4, 0.0),
                    shaded: true,
                    ..Coat::plain(Ink::Shorts, 0.0)
                };
                self.paint_plain(pen, &self.body.pelvis, rings, spare, &coat);
            }
            Part::SideOfHip(side) => {
                pen.hull_of_balls(self.side_of_hip(side));
                pen.fill(Ink::Accent, 1.0);
            }
            Part::Trunk => self.paint_trunk(pen, rings, spare),
            Part::Neck => self.paint_neck(pen, rings, spare),
            Part::Head => {
                see(&self.body.head, self.camera, rings);
                head::paint(pen, &self.skeleton[Bone::Head], rings, spare);
            }
            Part::Bun => head::paint_bun(pen, &self.skeleton[Bone::Head]),
            Part::Furniture(i) => {
                if let Some(piece) = self.furniture.among.get(i) {
                    pen.append(&piece.sheet);
                }
            }
            attached => self.paint_attached(attached, pen),
        }
    }

    fn paint_attached(&self, part: Part, pen: &mut Pen<'_>) {
        match part {
            Part::LoopBand(i) => {
                if let Some(Prop::LoopBand { on, along }) = self.props.get(i) {
                    prop::paint_loop_band(pen, self.banded(*on), along.get());
                }
            }
            Part::PullLoop(_, side) => prop::paint_pull_loop(pen, &self.body.limbs(side).shank),
            Part::PullStrap(i, side, outer) => {
                if let Some(Prop::Pull { to, .. }) = self.props.get(i) {
                    prop::paint_pull_strap(pen, &self.body.limbs(side).shank, edge(outer), *to);
                }
            }
            Part::Strap(i) => {
                if let Some(Prop::Strap { through }) = self.props.get(i) {
                    prop::paint_strap(pen, through, self.skeleton);
                }
            }
            _ => {}
        }
    }

    fn paint_tube(
        &self,
        pen: &mut Pen<'_>,
        tube: &[Section],
        rings: &mut Vec<Ring>,
        spare: &mut Vec<Ring>,
        coat: &Coat,
        site: Site,
    ) {
        see(tube, self.camera, rings);
        let here = self.marks.iter().filter(|mark| mark.site == site);
        tube::paint(pen, tube, rings, spare, coat, here.map(|mark| &mark.stripe));
    }

    fn paint_plain(
        &self,
        pen: &mut Pen<'_>,
        tube: &[Section],
        rings: &mut Vec<Ring>,
        spare: &mut Vec<Ring>,
        coat: &Coat,
    ) {
        see(tube, self.camera, rings);
        tube::paint(pen, tube, rings, spare, coat, std::iter::empty());
    }

    fn paint_buttock(&self, pen: &mut Pen<'_>, side: Side) {
        let far = self.leg_far(side);
        let balls = &self.body.limbs(side).buttock;
        let seen = |section: &Section| (self.camera.project(section.centre), section.radii.front);
        // Every other ball is a midpoint that the hull of its neighbours covers.
        for pair in balls.windows(3).step_by(2) {
            pen.capsule(seen(&pair[0]), seen(&pair[2]), 1.0);
        }
        pen.fill(Ink::Shorts.far(far), 1.0);
        for mark in self
            .marks
            .iter()
            .filter(|mark| mark.site == Site::Buttock(side))
        {
            // The middle of the bridge, a little inset towards the back.
            pen.hull_of_balls(std::array::from_fn::<_, 5, _>(|i| {
                let along = mark.stripe.from + (mark.stripe.to - mark.stripe.from) * i as f32 / 4.0;
                let ball = crate::figure::surface::section::section_at(balls, along);
                let radius = ball.radii.front;
                (ball.centre - ball.front * (0.26 * radius), 0.74 * radius)
            }));
            pen.fill(Ink::Accent.far(far * 0.7), 1.0);
        }
    }

    fn paint_trunk(&self, pen: &mut Pen<'_>, rings: &mut Vec<Ring>, spare: &mut Vec<Ring>) {
        let coat = Coat {
            cover: Cover::Whole(Layer::whole(Ink::Top, 0.0030)),
            caps: (true, false),
            fades: (0.0, 0.45),
            shaded: true,
            ..Coat::plain(Ink::Top, 0.0)
        };
        self.paint_tube(pen, &self.body.trunk, rings, spare, &coat, Site::Trunk);
        // The yoke carries the shirt from neck and ribs to the shoulder, wherever the arm has taken it.
        let chest = &self.skeleton[Bone::Chest];
        for side in Side::BOTH {
            let z = side.sign();
            pen.hull_of_balls([
                (chest.place(Vector::new(-0.014, 0.2705, 0.062 * z)), 0.0265),
                (chest.place(Vector::new(-0.008, 0.215, 0.052 * z)), 0.034),
                (self.skeleton.paired(Segment::UpperArm, side).origin, 0.0320),
            ]);
        }
        pen.fill(Ink::Top, 1.0);
    }

    fn paint_neck(&self, pen: &mut Pen<'_>, rings: &mut Vec<Ring>, spare: &mut Vec<Ring>) {
        let neck = &self.body.neck;
        self.paint_plain(pen, neck, rings, spare, &Coat::plain(Ink::Skin, 0.0));
        // The chin's shadow.
        spare.clear();
        let places = [0.030, 0.042, 0.055, 0.070, 0.086];
        spare.extend(places.map(|along| {
            Ring::new(
                &crate::figure::surface::section::section_at(neck, along),
                self.camera,
            )
        }));
        pen.stripe(spare, |_, ring| {
            Some(visible_arc(ring, 0.0, 84_f32.to_radians()))
        });
        pen.fill(Ink::Shade, 1.0);
    }
}

const fn edge(outer: bool) -> f32 {
    if outer { 1.0 } else { -1.0 }
}

fn see(tube: &[Section], camera: &Camera, rings: &mut Vec<Ring>) {
    rings.clear();
    rings.extend(tube.iter().map(|section| Ring::new(section, camera)));
}
