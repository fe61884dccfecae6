//! The mannequin on a canvas: outlines from the core, filled with the theme's colours.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};

use iced::advanced::mouse;
use iced::widget::canvas::{self, Canvas, Fill, Frame, Geometry, LineCap, LineJoin, Path, Stroke};
use iced::widget::stack;
use iced::{Color, Element, Point, Rectangle, Renderer, Size, Theme};

use super::canvas::KeyedCache;
use crate::app::theme::{FigureColours, Tokens, Tone, mix};
use crate::figure::{Beat, Drawing, Ink, Movement, Paint, Scene, Side, Tint, Window};

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
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self {
            scene: Scene::new(movement, side),
            id: NEXT.fetch_add(1, Ordering::Relaxed),
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
    let layer = |layer| {
        Canvas::new(Sheet {
            mannequin,
            beat,
            backdrop,
            layer,
        })
        .width(iced::Fill)
        .height(iced::Fill)
    };
    stack![layer(Layer::Ground), layer(Layer::Body)].into()
}

struct Sheet<'a> {
    mannequin: &'a Mannequin,
    beat: Beat,
    backdrop: Backdrop,
    layer: Layer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layer {
    /// Floor, mat and wall: the same for the whole movement.
    Ground,
    /// The body and what moves with it.
    Body,
}

/// What a drawing depends on besides its size.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    scene: u64,
    beat: Option<Beat>,
    backdrop: Backdrop,
    is_dark: bool,
}

#[derive(Default)]
struct State {
    cache: KeyedCache<Key>,
    drawing: RefCell<Drawing>,
}

impl<Message> canvas::Program<Message> for Sheet<'_> {
    type State = State;

    fn draw(
        &self,
        state: &State,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry> {
        let key = Key {
            scene: self.mannequin.id,
            beat: (self.layer == Layer::Body).then_some(self.beat),
            backdrop: self.backdrop,
            is_dark: theme.extended_palette().is_dark,
        };
        vec![state.cache.draw(renderer, bounds.size(), key, |frame| {
            let mut drawing = state.drawing.borrow_mut();
            drawing.clear();
            match self.layer {
                Layer::Ground => self.mannequin.scene.ground(&mut drawing),
                Layer::Body => self.mannequin.scene.draw(&self.beat, &mut drawing),
            }
            let inks = Inks::new(theme, self.backdrop);
            let window = self.mannequin.scene.window(bounds.width / bounds.height);
            paint(frame, &drawing, &window, &inks);
        })]
    }
}

fn paint(frame: &mut Frame, drawing: &Drawing, window: &Window, inks: &Inks) {
    let Size { width, height } = frame.size();
    let scale = (width / window.width).min(height / window.height);
    let left = (width - window.width * scale) / 2.0;
    let place = |point: crate::figure::Point| {
        Point::new(
            left + (point.x - window.x) * scale,
            (point.y - window.y) * scale,
        )
    };

    for (shape, commands) in drawing.shapes() {
        let path = Path::new(|path| {
            use crate::figure::Command;
            for command in commands {
                match *command {
                    Command::MoveTo(to) => path.move_to(place(to)),
                    Command::LineTo(to) => path.line_to(place(to)),
                    Command::QuadTo(control, to) => {
                        path.quadratic_curve_to(place(control), place(to));
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
                    .with_width(width * scale)
                    .with_line_cap(LineCap::Round)
                    .with_line_join(LineJoin::Round),
            ),
        }
    }
}

/// The colours of one picture.
struct Inks {
    colours: &'static FigureColours,
    /// What the ground is tinted with, so that it belongs to the panel it stands on.
    ground: Color,
}

impl Inks {
    fn new(theme: &Theme, backdrop: Backdrop) -> Self {
        let tokens = Tokens::of(theme);
        Self {
            colours: FigureColours::of(theme),
            ground: match backdrop {
                Backdrop::Soft(tone) => tokens.hue(tone).text,
                Backdrop::Hero => tokens.on_hero,
            },
        }
    }

    fn colour(&self, tint: Tint, alpha: f32) -> Color {
        let colours = self.colours;
        let base = self.ink(tint.ink);
        let shaded = mix(base, opaque(colours.shade), tint.towards_shade);
        let mut colour = mix(shaded, colours.far, tint.towards_far * colours.far_share);
        colour.a = base.a * alpha;
        colour
    }

    fn ink(&self, ink: Ink) -> Color {
        let colours = self.colours;
        let ground = |share: f32| Color {
            a: share,
            ..self.ground
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
