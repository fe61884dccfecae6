//! The mannequin on a canvas: outlines from the core, filled with the theme's colours.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use iced::advanced::graphics::geometry::Renderer as _;
use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Tree, Widget, tree};
use iced::advanced::{mouse, renderer};
use iced::widget::canvas::{Fill, Frame, LineCap, LineJoin, Path, Stroke};
use iced::{Color, Element, Length, Point, Rectangle, Renderer, Size, Theme};

use super::canvas::KeyedCache;
use super::damage::apart;
use super::ground::{self, Trail};
use crate::app::theme::{FigureColours, Tokens, Tone, mix};
use crate::figure::{
    Beat, Command, Drawing, Ink, Movement, Paint, PosedSkeleton, Scene, Shape, Tint, Window,
};
use crate::side::Side;

/// How often a figure is looked at while it moves.
pub const FRAME: Duration = Duration::from_micros(33_333);

/// A figure ready to be shown: everything about it that does not change from frame to frame.
#[derive(Debug, Clone)]
pub struct Mannequin {
    scene: Scene,
    /// Tells drawings of different scenes apart.
    id: u64,
}

impl Mannequin {
    /// Prepares a movement, with this side working.
    pub fn new(movement: &Movement, side: Side) -> Self {
        Self::of(Scene::new(movement, side))
    }

    fn of(scene: Scene) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self {
            scene,
            id: NEXT.fetch_add(1, Ordering::Relaxed),
        }
    }

    /// The same figure turned by some degrees from where it is seen at first: what is nearest goes to the right.
    #[must_use]
    pub fn turned(&self, degrees: f32) -> Self {
        Self::of(self.scene.turned(degrees))
    }

    /// What it does some seconds after it began, when it repeats the movement at its own pace without end.
    pub fn looping(&self, seconds: f32) -> Beat {
        let length = self.scene.movement().loop_seconds();
        let number = (seconds / length) as u32;
        Beat::Rep {
            number,
            elapsed: seconds - number as f32 * length,
            length,
            tempo: None,
        }
    }

    /// Whether the picture changes in the next instants.
    pub fn is_moving(&self, beat: &Beat) -> bool {
        self.scene.movement().is_moving(beat)
    }

    /// The key pose that stands for this beat when nothing may move.
    pub fn stepped(&self, beat: &Beat) -> Beat {
        beat.stepped(self.scene.movement())
    }
}

/// What the figure stands on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Backdrop {
    /// A soft panel of this tone.
    Soft(Tone),
    /// The hero.
    Hero,
}

/// Shows a figure at one beat, as large as there is room, feet on one line for the whole movement.
pub fn figure<'a, Message: 'a>(
    mannequin: &'a Mannequin,
    beat: Beat,
    backdrop: Backdrop,
) -> Element<'a, Message> {
    apart(Element::new(Sheet {
        mannequin,
        beat,
        backdrop,
    }))
}

/// A figure at one beat.
pub(super) struct Sheet<'a> {
    pub mannequin: &'a Mannequin,
    pub beat: Beat,
    pub backdrop: Backdrop,
}

/// What a drawing depends on.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    scene: SceneKey,
    beat: Beat,
}

/// The same without what the figure does.
#[derive(Clone, Copy, PartialEq)]
struct SceneKey {
    scene: u64,
    backdrop: Backdrop,
    is_dark: bool,
    bounds: Rectangle,
}

/// Ground and body are one drawing. The ground is a few shapes; kept apart, it would be painted through a mask
/// wherever the body moves over it. Where the body has never been, floor and walls lie on their own.
#[derive(Default)]
pub(super) struct State {
    cache: KeyedCache<(Key, Option<Rectangle>)>,
    /// The floor and walls around a moving body.
    around: [KeyedCache<(SceneKey, Rectangle)>; 3],
    trail: Trail<SceneKey>,
    painted: RefCell<Drawing>,
    shown: RefCell<Option<Shown>>,
}

/// What was painted last.
struct Shown {
    key: Key,
    posed_skeleton: Option<PosedSkeleton>,
    /// The room that it takes without floor and walls.
    body: Option<Rectangle>,
}

impl State {
    /// What to show: the picture for this key, or the one before where nothing has moved by as much as can be seen.
    fn turn_to(&self, key: Key, scene: &Scene, placement: &Placement) -> Key {
        /// By less than this many logical pixels nothing is seen to move.
        const STILL: f32 = 0.4;

        let mut shown = self.shown.borrow_mut();
        if let Some(shown) = &*shown
            && shown.key == key
        {
            return key;
        }
        let posed = scene.posed_skeleton(&key.beat);
        if let Some(shown) = &*shown
            && shown.key.scene == key.scene
            && let (Some(now), Some(before)) = (&posed, &shown.posed_skeleton)
            && scene
                .moved(now, before)
                .is_some_and(|moved| moved * placement.scale < STILL)
        {
            return shown.key;
        }
        let mut drawing = self.painted.borrow_mut();
        drawing.clear();
        scene.ground(&mut drawing);
        if let Some(posed) = &posed {
            scene.draw_skeleton(posed, &mut drawing);
        }
        let body = room(&drawing, placement, |ink| !ground::is_cut(ink));
        if let Some(body) = body.filter(|_| ground::shapes(&drawing).next().is_some()) {
            let bounds = ground::whole(key.scene.bounds);
            self.trail.follow(key.scene, body, bounds);
        }
        *shown = Some(Shown {
            key,
            posed_skeleton: posed,
            body,
        });
        key
    }
}

/// A widget of its own rather than a canvas: a canvas is drawn from its corner and moved into its place, and the software
/// renderer copies every path that is moved. These paths lie where they are seen.
impl<Message> Widget<Message, Theme, Renderer> for Sheet<'_> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(
        &mut self,
        _tree: &mut Tree,
        _renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        layout::atomic(limits, Length::Fill, Length::Fill)
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        _viewport: &Rectangle,
    ) {
        self.paint(tree.state.downcast_ref(), renderer, theme, layout.bounds());
    }
}

impl Sheet<'_> {
    /// Paints the figure as large as it fits within these bounds.
    pub fn paint(&self, state: &State, renderer: &mut Renderer, theme: &Theme, bounds: Rectangle) {
        if bounds.width < 1.0 || bounds.height < 1.0 {
            return;
        }
        let scene = &self.mannequin.scene;
        let window = scene.window(bounds.width / bounds.height);
        let placement = Placement::new(&window, bounds);
        let scene_key = SceneKey {
            scene: self.mannequin.id,
            backdrop: self.backdrop,
            is_dark: theme.extended_palette().is_dark,
            bounds,
        };
        let beat = self.beat;
        let key = state.turn_to(
            Key {
                scene: scene_key,
                beat,
            },
            scene,
            &placement,
        );
        let inks = Inks::new(theme, self.backdrop);
        let part = state.trail.part(scene_key);
        let drawing = state.painted.borrow();
        let bounds = ground::whole(bounds);
        let prepare = || {
            let ground = ground_room(&drawing, &placement, part.unwrap_or(bounds));
            let body = state.shown.borrow().as_ref().and_then(|shown| shown.body);
            let rooms = [body, ground].into_iter().flatten();
            let room = rooms.reduce(|body, ground| body.union(&ground));
            let room = room.and_then(|room| room.intersection(&bounds));
            (room.unwrap_or_default(), ())
        };
        let geometry = state
            .cache
            .draw_within(renderer, (key, part), prepare, |frame, ()| {
                paint(frame, &drawing, &placement, &inks, part);
            });
        renderer.draw_geometry(geometry);

        let Some(part) = part else {
            return;
        };
        for (cache, part) in state.around.iter().zip(ground::around(part, bounds)) {
            let prepare = || {
                let room = ground_room(&drawing, &placement, part);
                (room.unwrap_or_default(), ())
            };
            let geometry = cache.draw_within(renderer, (scene_key, part), prepare, |frame, ()| {
                for (shape, outline) in ground::shapes(&drawing) {
                    paint_piece(frame, shape, outline, &placement, &inks, part);
                }
            });
            renderer.draw_geometry(geometry);
        }
    }
}

/// Where camera units come to lie in the window.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placement {
    /// Logical pixels to a body height.
    pub scale: f32,
    left: f32,
    top: f32,
}

impl Placement {
    /// The window as large as it fits within these bounds, in the middle.
    pub fn new(window: &Window, bounds: Rectangle) -> Self {
        let scale = (bounds.width / window.width).min(bounds.height / window.height);
        Self {
            scale,
            left: bounds.x + (bounds.width - window.width * scale) / 2.0 - window.x * scale,
            top: bounds.y - window.y * scale,
        }
    }

    pub fn place(&self, point: crate::figure::Point) -> Point {
        Point::new(
            self.left + point.x * self.scale,
            self.top + point.y * self.scale,
        )
    }
}

/// The room that the shapes of some inks take in the window in whole pixels, with one to spare for soft edges and half
/// of the widest stroke. None where there are none.
fn room(
    drawing: &Drawing,
    placement: &Placement,
    counts: impl Fn(Ink) -> bool,
) -> Option<Rectangle> {
    let mut low = Point::new(f32::MAX, f32::MAX);
    let mut high = Point::new(f32::MIN, f32::MIN);
    let mut widest = 0.0_f32;
    for (shape, commands) in drawing.shapes() {
        if !counts(shape.tint.ink) {
            continue;
        }
        if let Paint::Stroke { width } = shape.paint {
            widest = widest.max(width);
        }
        for command in commands {
            let point = match *command {
                Command::MoveTo(to) | Command::LineTo(to) => placement.place(to),
                // A curve stays between its control point and its ends.
                Command::QuadTo(control, to) => {
                    let control = placement.place(control);
                    low = Point::new(low.x.min(control.x), low.y.min(control.y));
                    high = Point::new(high.x.max(control.x), high.y.max(control.y));
                    placement.place(to)
                }
                Command::Close => continue,
            };
            low = Point::new(low.x.min(point.x), low.y.min(point.y));
            high = Point::new(high.x.max(point.x), high.y.max(point.y));
        }
    }
    if low.x > high.x {
        return None;
    }
    let spare = 1.0 + widest * placement.scale / 2.0;
    let low = Point::new((low.x - spare).floor(), (low.y - spare).floor());
    let high = Point::new((high.x + spare).ceil(), (high.y + spare).ceil());
    let size = Size::new(high.x - low.x, high.y - low.y);
    Some(Rectangle::new(low, size))
}

/// The room that floor and walls take within a part of the picture.
fn ground_room(drawing: &Drawing, placement: &Placement, part: Rectangle) -> Option<Rectangle> {
    room(drawing, placement, ground::is_cut)?.intersection(&part)
}

/// Paints what of a piece of ground lies within a part of the picture.
fn paint_piece(
    frame: &mut Frame,
    shape: &Shape,
    outline: &[Command],
    placement: &Placement,
    inks: &Inks,
    part: Rectangle,
) {
    if let Some(piece) = ground::piece(outline, placement, part) {
        frame.fill(&ground::path(&piece), inks.colour(shape.tint, shape.alpha));
    }
}

/// Paints a drawing; of floor and walls only what lies within a part of the picture, if one is named.
fn paint(
    frame: &mut Frame,
    drawing: &Drawing,
    placement: &Placement,
    inks: &Inks,
    part: Option<Rectangle>,
) {
    for (shape, commands) in drawing.shapes() {
        if let Some(part) = part
            && ground::is_cut(shape.tint.ink)
        {
            paint_piece(frame, shape, commands, placement, inks, part);
            continue;
        }
        let path = Path::new(|path| {
            for command in commands {
                match *command {
                    Command::MoveTo(to) => path.move_to(placement.place(to)),
                    Command::LineTo(to) => path.line_to(placement.place(to)),
                    Command::QuadTo(control, to) => {
                        path.quadratic_curve_to(placement.place(control), placement.place(to));
                    }
                    Command::Close => path.close(),
                }
            }
        });
        let colour = inks.colour(shape.tint, shape.alpha);
        match shape.paint {
            Paint::Fill => frame.fill(&path, Fill::from(colour)),
            Paint::Stroke { width } => frame.stroke(
                &path,
                Stroke::default()
                    .with_color(colour)
                    .with_width(width * placement.scale)
                    .with_line_cap(LineCap::Round)
                    .with_line_join(LineJoin::Round),
            ),
        }
    }
}

/// The colours of one picture.
pub(crate) struct Inks {
    colours: &'static FigureColours,
    /// What the ground is tinted with, so that it belongs to the panel it stands on.
    ground: Color,
    /// The panel's own colour where it is known: the ground, mixed beforehand, then hides it, which is painted faster.
    panel: Option<Color>,
}

impl Inks {
    pub fn new(theme: &Theme, backdrop: Backdrop) -> Self {
        let tokens = Tokens::of(theme);
        let (ground, panel) = match backdrop {
            Backdrop::Soft(tone) => (tokens.hue(tone).text, Some(tokens.hue(tone).soft)),
            Backdrop::Hero => (tokens.on_hero, None),
        };
        Self {
            colours: FigureColours::of(theme),
            ground,
            panel,
        }
    }

    /// The colour of a shape, with its opacity.
    pub fn colour(&self, tint: Tint, alpha: f32) -> Color {
        let colours = self.colours;
        let base = self.ink(tint.ink);
        let shaded = mix(base, opaque(colours.shade), tint.towards_shade);
        let mut colour = mix(shaded, colours.far, tint.towards_far * colours.far_share);
        colour.a = base.a * alpha;
        colour
    }

    fn ink(&self, ink: Ink) -> Color {
        let colours = self.colours;
        let ground = |share: f32| match self.panel {
            Some(panel) => mix(panel, self.ground, share),
            None => Color {
                a: share,
                ..self.ground
            },
        };
        match ink {
            Ink::Skin => colours.skin,
            Ink::Hair => colours.hair,
            Ink::Top => colours.shirt,
            Ink::Shorts => colours.shorts,
            Ink::Shoe => colours.shoe,
            Ink::ShoeTrim => colours.shoe_trim,
            Ink::Sole => colours.sole,
            Ink::Tread => colours.tread,
            Ink::Sock => colours.sock,
            Ink::Floor => ground(0.10),
            Ink::Wall => ground(0.13),
            Ink::WallEdge => ground(0.22),
            Ink::Mat => colours.mat,
            Ink::MatEdge => colours.mat_edge,
            Ink::PropTop => colours.prop_top,
            Ink::PropFace => colours.prop_face,
            Ink::PropSide => colours.prop_side,
            Ink::Band => colours.band,
            Ink::Roller => colours.roller,
            Ink::Towel => colours.towel,
            Ink::TowelEdge => colours.towel_edge,
            Ink::Accent => colours.accent,
            Ink::Shade => colours.shade,
            Ink::Shadow => colours.shadow,
            Ink::Line => colours.line,
        }
    }
}

fn opaque(colour: Color) -> Color {
    Color { a: 1.0, ..colour }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::content::Content;

    /// How large the stage is in these tests.
    const STAGE: Rectangle = Rectangle {
        x: 0.0,
        y: 0.0,
        width: 712.0,
        height: 430.0,
    };

    /// Looks at the figure of an exercise of these repetitions thirty times a second. Returns how many of so many frames
    /// show another picture than the one before, and in which part of the stage it has moved.
    fn watch(exercise: &str, length: f32, frames: u16) -> (usize, Option<Rectangle>) {
        let (content, _) = Content::read();
        let exercise = content.catalogue.get(exercise).unwrap();
        let movement = exercise.figure.as_ref().unwrap();
        let mannequin = Mannequin::new(movement, movement.drawn_side());
        let scene = &mannequin.scene;
        let placement = Placement::new(&scene.window(STAGE.width / STAGE.height), STAGE);
        let scene_key = SceneKey {
            scene: mannequin.id,
            backdrop: Backdrop::Hero,
            is_dark: false,
            bounds: STAGE,
        };
        let state = State::default();
        let mut shown: Vec<Key> = Vec::new();
        for frame in 0..frames {
            let seconds = f32::from(frame) / 30.0;
            let number = (seconds / length) as u32;
            let beat = Beat::Rep {
                number,
                elapsed: seconds - number as f32 * length,
                length,
                tempo: None,
            };
            let key = state.turn_to(
                Key {
                    scene: scene_key,
                    beat,
                },
                scene,
                &placement,
            );
            if shown.last() != Some(&key) {
                shown.push(key);
            }
        }
        (shown.len(), state.trail.part(scene_key))
    }

    #[test]
    fn what_nobody_would_see_move_is_not_painted_again() {
        let (slow, _) = watch("mini-squat", 12.0, 360);
        let (fast, _) = watch("mini-squat", 2.0, 60);
        assert!((60..200).contains(&slow), "{slow} of 360");
        assert!((30..48).contains(&fast), "{fast} of 60");
    }

    #[test]
    fn a_wall_is_painted_anew_only_where_the_body_moves() {
        let (_, free) = watch("mini-squat", 2.0, 60);
        let (_, beside_a_wall) = watch("leg-swing-front-back", 2.0, 60);
        for part in [free, beside_a_wall].map(Option::unwrap) {
            // The wall goes on beyond the left edge.
            assert!(part.x > 0.2 * STAGE.width, "{part:?}");
            assert!(part.width < 0.6 * STAGE.width, "{part:?}");
            assert!(part.height > 0.6 * STAGE.height, "{part:?}");
        }
    }

    #[test]
    fn another_place_is_another_picture() {
        let (content, _) = Content::read();
        let squat = content.catalogue.get("mini-squat").unwrap();
        let mannequin = Mannequin::new(squat.figure.as_ref().unwrap(), Side::Right);
        let state = State::default();
        let scene = &mannequin.scene;
        let mut scene_key = SceneKey {
            scene: mannequin.id,
            backdrop: Backdrop::Hero,
            is_dark: false,
            bounds: Rectangle::with_size(Size::new(300.0, 300.0)),
        };
        for changed in [false, true] {
            scene_key.is_dark = changed;
            let placement = Placement::new(&scene.window(1.0), scene_key.bounds);
            let key = Key {
                scene: scene_key,
                beat: Beat::Start,
            };
            assert!(state.turn_to(key, scene, &placement) == key, "{changed}");
        }
    }
}
