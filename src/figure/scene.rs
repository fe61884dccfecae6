//! The scene of one exercise on one side: what stays the same is made once, and every beat is drawn from it.

use super::pose::Pose;
use super::prop::{Furniture, Prop};
use super::skeleton::{Segment, Skeleton};
use super::vector::Vector;
use crate::figure::outline::camera::{Bounds, Camera, Point, Window};
use crate::figure::outline::contour::{Pen, Tools};
use crate::figure::outline::drawing::Drawing;
use crate::figure::outline::ground::{self, Footprint};
use crate::figure::outline::order::Order;
use crate::figure::outline::part::{Part, Subject};
use crate::figure::outline::ring::Ring;
use crate::figure::pose::movement::{Beat, Movement, posture};
use crate::figure::skeleton::posed_skeleton::PosedSkeleton;
use crate::figure::skeleton::solve::solve;
use crate::figure::skeleton::stance::Stance;
use crate::figure::surface::body::{Body, foot_shape};
use crate::figure::surface::muscle::{Mark, marks};
use crate::figure::surface::section::Section;
use crate::side::Side;

/// One exercise on one side, ready to be drawn.
#[derive(Clone, Debug)]
pub struct Scene {
    movement: Movement,
    /// Whether the movement is drawn as its mirror image.
    mirrored: bool,
    camera: Camera,
    poses: Vec<Pose>,
    /// The muscles at work, and those at work while an alternating movement runs on the other side.
    marks: [Vec<Mark>; 2],
    props: Vec<Prop>,
    furniture: Furniture,
    view: Extent,
}

/// What a window has to show.
#[derive(Clone, Copy, Debug)]
enum Extent {
    /// Everything within these bounds.
    Whole(Bounds),
    /// A part of the body, with the window's width.
    Near { x: f32, y: f32, width: f32 },
}

/// Memory for one frame, kept between frames.
#[derive(Clone, Debug, Default)]
pub(crate) struct Workbench {
    body: Body,
    order: Order,
    sorted: Vec<Part>,
    rings: Vec<Ring>,
    spare: Vec<Ring>,
    prints: Vec<Footprint>,
    tools: Tools,
}

impl Scene {
    /// Prepares an exercise for one side. For exercises of both sides at once, use the movement's `drawn_side`.
    #[must_use]
    pub fn new(movement: &Movement, side: Side) -> Self {
        let mirrored = side != movement.side;
        let camera = Camera::new(movement.camera, mirrored, 0.0);
        let props: Vec<Prop> = if mirrored {
            movement.props.iter().map(Prop::mirrored).collect()
        } else {
            movement.props.clone()
        };
        let poses = movement.poses(side);
        let view = extent(movement, mirrored, &poses, &props, &camera);
        Self {
            mirrored,
            camera,
            marks: [mirrored, mirrored != movement.alternate]
                .map(|mirrored| marks(&movement.muscles, mirrored)),
            furniture: Furniture::new(&props, &camera),
            props,
            poses,
            view,
            movement: movement.clone(),
        }
    }

    /// The same scene with the figure turned from where it is seen at first, in degrees: what is nearest goes to the right.
    /// Turned once round it is the scene it was. Nothing is shown larger than in the scene it is made from.
    #[must_use]
    pub fn turned(&self, degrees: f32) -> Self {
        let camera = Camera::new(self.movement.camera, self.mirrored, degrees);
        let seen = extent(
            &self.movement,
            self.mirrored,
            &self.poses,
            &self.props,
            &camera,
        );
        let view = match (seen, self.view) {
            // A lying figure is not shown larger when it is seen end on.
            (Extent::Whole(seen), Extent::Whole(first)) => {
                Extent::Whole(seen.at_least(first.right - first.left, first.bottom - first.top))
            }
            (seen, _) => seen,
        };
        Self {
            furniture: Furniture::new(&self.props, &camera),
            camera,
            view,
            ..self.clone()
        }
    }

    /// Draws what never moves: floor or mat, walls. Clear the drawing first if it holds something else.
    pub fn ground(&self, drawing: &mut Drawing) {
        let Drawing { sheet, workbench } = drawing;
        if !self
            .props
            .iter()
            .any(|prop| matches!(prop, Prop::Mat { .. }))
        {
            ground::paint_floor(&mut Pen::new(&self.camera, sheet, &mut workbench.tools));
        }
        for piece in &self.furniture.behind {
            sheet.append(&piece.sheet);
        }
    }

    /// The body at one beat, ready to be drawn. None where there is no key posture.
    #[must_use]
    pub fn posed_skeleton(&self, beat: &Beat) -> Option<PosedSkeleton> {
        let moment = self.movement.moment(beat);
        let pose = posture(&self.poses, moment)?;
        Some(PosedSkeleton {
            skeleton: solve(&pose),
            grips: grips(&pose),
            on_other_side: moment.from >= self.movement.frames.len(),
        })
    }

    /// How far the point of the figure that moved most in the picture is from where it was in another pose, along one
    /// axis and in body heights. None where more has changed than where things are.
    #[must_use]
    pub fn moved(&self, now: &PosedSkeleton, before: &PosedSkeleton) -> Option<f32> {
        now.moved_from(before, &self.camera)
    }

    /// Draws the figure with its shadow and the props it is among, at one beat.
    pub fn draw(&self, beat: &Beat, drawing: &mut Drawing) {
        if let Some(posed) = self.posed_skeleton(beat) {
            self.draw_skeleton(&posed, drawing);
        }
    }

    /// Draws the figure with its shadow and the props it is among.
    pub fn draw_skeleton(&self, posed: &PosedSkeleton, drawing: &mut Drawing) {
        let PosedSkeleton {
            skeleton,
            grips,
            on_other_side,
        } = posed;
        let Drawing { sheet, workbench } = drawing;
        let Workbench {
            body,
            order,
            sorted,
            rings,
            spare,
            prints,
            tools,
        } = workbench;
        body.dress(skeleton, *grips);
        let mut pen = Pen::new(&self.camera, sheet, tools);
        ground::paint_shadow(&mut pen, skeleton, body, prints);
        let subject = Subject {
            camera: &self.camera,
            skeleton,
            body,
            marks: &self.marks[usize::from(*on_other_side)],
            props: &self.props,
            furniture: &self.furniture,
            bare_feet: self.movement.bare_feet,
        };
        subject.list(order);
        order.sort(|front, back| subject.bias(front, back), sorted);
        for part in sorted.iter() {
            subject.paint(*part, &mut pen, rings, spare);
        }
    }

    /// The posed body at one beat, for whoever wants to measure rather than look.
    #[must_use]
    pub fn stance(&self, beat: &Beat) -> Option<Stance> {
        posture(&self.poses, self.movement.moment(beat)).map(|pose| Stance::new(pose, grips(&pose)))
    }

    /// All key postures.
    pub(crate) fn poses(&self) -> &[Pose] {
        &self.poses
    }

    /// What is around the body.
    pub(crate) fn props(&self) -> &[Prop] {
        &self.props
    }

    /// The movement this scene shows.
    #[must_use]
    pub fn movement(&self) -> &Movement {
        &self.movement
    }

    /// The part of the picture to show in a frame of this aspect (width over height). It holds the figure in every key
    /// frame, so that the scale never changes during the movement.
    #[must_use]
    pub fn window(&self, aspect: f32) -> Window {
        let aspect = if aspect.is_finite() {
            aspect.clamp(0.05, 20.0)
        } else {
            1.0
        };
        match self.view {
            Extent::Near { x, y, width } => {
                let height = width / aspect;
                Window {
                    x: x - width / 2.0,
                    y: y - 0.66 * height,
                    width,
                    height,
                }
            }
            Extent::Whole(bounds) => {
                let (width, height) = (bounds.right - bounds.left, bounds.bottom - bounds.top);
                let whole = (width + 2.0 * PADDING)
                    .max((height + 1.6 * PADDING) * aspect)
                    .max(NARROWEST);
                let tall = whole / aspect;
                // What height is left over goes above the figure for the most part: it stands on the ground.
                let below = 0.09 + (tall - height - 0.2).max(0.0) * 0.25;
                Window {
                    x: (bounds.left + bounds.right - whole) / 2.0,
                    y: bounds.bottom + below - tall,
                    width: whole,
                    height: tall,
                }
            }
        }
    }
}

/// What need not be as far from the edge as the body itself.
fn near_the_edge(at: Point) -> Bounds {
    const NEARER: f32 = 0.06;
    Bounds {
        left: at.x + NEARER,
        right: at.x - NEARER,
        top: at.y + NEARER,
        bottom: at.y - NEARER,
    }
}

/// Around the figure, in body heights.
const PADDING: f32 = 0.10;
/// No window is narrower, so that exercises are not shown at wildly different scales.
const NARROWEST: f32 = 0.98;

fn grips(pose: &Pose) -> [f32; 2] {
    Side::BOTH.map(|side| pose.arms.on(side).hand().grip().get())
}

/// The surface of a shoe.
fn shoe(skeleton: &Skeleton, side: Side) -> impl Iterator<Item = Vector> {
    let shape = foot_shape(false);
    let parts = [(Segment::Foot, &shape.rear), (Segment::Toes, &shape.toes)];
    parts.into_iter().flat_map(move |(segment, rings)| {
        let bone = *skeleton.paired(segment, side);
        let points = rings.iter().flatten();
        points.map(move |p| bone.place(Vector::new(p.x, p.y, p.z * side.sign())))
    })
}

fn extent(
    movement: &Movement,
    mirrored: bool,
    poses: &[Pose],
    props: &[Prop],
    camera: &Camera,
) -> Extent {
    if let (Some(zoom), Some(pose)) = (movement.zoom, poses.first()) {
        let bone = if mirrored {
            zoom.on.mirrored()
        } else {
            zoom.on
        };
        let at = camera.project(solve(pose)[bone].origin);
        let width = zoom.width.get().abs().max(0.01);
        return Extent::Near {
            x: at.x,
            y: at.y,
            width,
        };
    }
    let mut body = Body::default();
    let mut bounds = Bounds::EMPTY;
    for pose in poses {
        let skeleton = solve(pose);
        body.dress(&skeleton, grips(pose));
        for side in Side::BOTH {
            for point in shoe(&skeleton, side) {
                bounds = bounds.around(near_the_edge(camera.project(point)));
            }
        }
        let seen = |bounds: Bounds, section: &Section| bounds.around(camera.bounds_of(section));
        bounds = body.sections().fold(bounds, seen);
    }
    for prop in props {
        // Walls go on outside the picture; steps and chairs should not.
        if matches!(prop, Prop::Box { .. } | Prop::Chair { .. }) {
            for shape in prop.shapes() {
                for corner in shape.corners() {
                    bounds = bounds.around(near_the_edge(camera.project(corner)));
                }
            }
        }
        if let Prop::Mat { at, size } = prop {
            for (along, across) in [(-0.5, -0.5), (-0.5, 0.5), (0.5, -0.5), (0.5, 0.5)] {
                let corner = camera.project(Vector::new(
                    at.0.get() + along * size.0.get(),
                    0.0,
                    at.1.get() + across * size.1.get(),
                ));
                bounds = Bounds {
                    left: bounds.left.min(corner.x + 0.6 * PADDING),
                    right: bounds.right.max(corner.x - 0.6 * PADDING),
                    top: bounds.top.min(corner.y),
                    bottom: bounds.bottom.max(corner.y - 0.05),
                };
            }
        }
    }
    bounds.bottom = bounds.bottom.max(0.03);
    Extent::Whole(bounds)
}
