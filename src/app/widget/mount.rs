//! The paper around the player's stage.
//!
//! The stage is the window itself: its colour is the window's background, and everything else is paper laid around
//! it. A moving figure then stands on nothing that would have to be painted anew beneath it in every frame. Where
//! something else moves, the ring, the paper is cut into small sheets: where a sheet is painted anew in part, every
//! pixel of it is weighed against a mask.
use super::canvas::KeyedCache;
use crate::app::theme::Tokens;
use iced::advanced::graphics::geometry::Renderer as _;
use iced::advanced::layout::{self, Layout};
use iced::advanced::overlay;
use iced::advanced::renderer::{Quad, Renderer as _};
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse, renderer};
use iced::widget::canvas::Path;
use iced::{Color, Element, Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector};

/// Lays paper around the container `around`, whose corners are this round in logical pixels. What the window is
/// painted with shows within that container, and nowhere else. The container `under`, to the right of it, lies on small
/// sheets.
pub fn mount<'a, Message: 'a>(
    around: Id,
    under: Id,
    radius: f32,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Mount {
        around,
        under,
        radius,
        content: content.into(),
    })
}

struct Mount<'a, Message> {
    around: Id,
    under: Id,
    radius: f32,
    content: Element<'a, Message>,
}

#[derive(Default)]
struct State {
    /// What is left free, as seen from the upper left corner of the whole.
    opening: Option<Rectangle>,
    /// What lies on small sheets.
    plate: Option<Rectangle>,
    corners: [KeyedCache<Key>; 4],
}

/// What the drawing of a corner depends on.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    radius: f32,
    paper: Color,
}

/// Asks where two containers are.
struct Find<'a> {
    ids: [&'a Id; 2],
    found: [Option<Rectangle>; 2],
}

impl Operation for Find<'_> {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        for (wanted, found) in self.ids.into_iter().zip(&mut self.found) {
            if id == Some(wanted) {
                *found = Some(bounds);
            }
        }
    }
}

/// The four sheets of paper from an opening to the edges: above, below, left and right of it. They overlap, so that
/// no seam shows between them.
fn sheets(whole: Rectangle, opening: Rectangle) -> [Rectangle; 4] {
    let (right, bottom) = (opening.x + opening.width, opening.y + opening.height);
    [
        Rectangle {
            height: opening.y - whole.y,
            ..whole
        },
        Rectangle {
            y: bottom,
            height: whole.y + whole.height - bottom,
            ..whole
        },
        Rectangle {
            width: opening.x - whole.x,
            ..whole
        },
        Rectangle {
            x: right,
            width: whole.x + whole.width - right,
            ..whole
        },
    ]
}

/// Small sheets that make up a large one. They overlap, so that no seam shows between them.
fn tiles(large: Rectangle) -> impl Iterator<Item = Rectangle> {
    /// About so long is a side of one, in logical pixels: a larger one is more often painted in part, and each costs
    /// something.
    const SIDE: f32 = 56.0;
    const OVERLAP: f32 = 1.0;

    let (across, down) = (
        (large.width / SIDE).ceil() as u16,
        (large.height / SIDE).ceil() as u16,
    );
    let tile = move |column: u16, row: u16| Rectangle {
        x: large.x + f32::from(column) * SIDE,
        y: large.y + f32::from(row) * SIDE,
        width: SIDE + OVERLAP,
        height: SIDE + OVERLAP,
    };
    (0..down)
        .flat_map(move |row| (0..across).map(move |column| tile(column, row)))
        .filter_map(move |tile| tile.intersection(&large))
}

/// All sheets around the opening, with small ones for the plate.
fn sheets_of(whole: Rectangle, opening: Rectangle, plate: Option<Rectangle>) -> Vec<Rectangle> {
    /// How far the sheets stay away from what moves on the plate, and how far the plate's sheets reach under them.
    const MARGIN: f32 = 4.0;
    const UNDER: f32 = 2.0;

    let [above, below, left, right] = sheets(whole, opening);
    let mut all = vec![above, below, left];
    match plate {
        Some(plate) => {
            let hole = plate.expand(MARGIN);
            all.extend(sheets(right, hole));
            all.extend(tiles(hole.expand(UNDER)));
        }
        None => all.push(right),
    }
    all.retain(|sheet| sheet.width > 0.0 && sheet.height > 0.0);
    all
}

/// The paper in one corner of an opening: what a quarter of a circle leaves of its square. `right` and `bottom` say
/// which corner, 0 or 1. It reaches under the sheets beside it.
fn corner(radius: f32, right: f32, bottom: f32) -> Path {
    const UNDER: f32 = 1.0;
    /// How far the control points of a quarter of a circle are from its ends, in radii: 4/3 (√2 - 1).
    const ROUND: f32 = 0.552_284_8;

    let side = radius + UNDER;
    let at = |x: f32, y: f32| {
        let place = |along: f32, mirrored: f32| {
            if mirrored > 0.0 { side - along } else { along }
        };
        Point::new(place(x, right), place(y, bottom))
    };
    Path::new(|path| {
        path.move_to(at(0.0, 0.0));
        path.line_to(at(side, 0.0));
        path.line_to(at(side, UNDER));
        path.bezier_curve_to(
            at(side - radius * ROUND, UNDER),
            at(UNDER, side - radius * ROUND),
            at(UNDER, side),
        );
        path.line_to(at(0.0, side));
        path.close();
    })
}

impl<Message> Widget<Message, Theme, Renderer> for Mount<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.content.as_widget().size_hint()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let child = &mut tree.children[0];
        let node = self.content.as_widget_mut().layout(child, renderer, limits);
        let mut find = Find {
            ids: [&self.around, &self.under],
            found: [None; 2],
        };
        self.content
            .as_widget_mut()
            .operate(child, Layout::new(&node), renderer, &mut find);
        let [opening, plate] = find.found;
        let state = tree.state.downcast_mut::<State>();
        state.opening = opening;
        state.plate = plate;
        layout::Node::with_children(node.size(), vec![node])
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let paper = Tokens::of(theme).surface;
        let State {
            opening,
            plate,
            corners,
        } = tree.state.downcast_ref();
        let whole = layout.bounds();

        if let Some(opening) = opening {
            let origin = Vector::new(whole.x, whole.y);
            let opening = *opening + origin;
            for bounds in sheets_of(whole, opening, plate.map(|plate| plate + origin)) {
                let sheet = Quad {
                    bounds,
                    ..Quad::default()
                };
                renderer.fill_quad(sheet, paper);
            }
            let key = Key {
                radius: self.radius,
                paper,
            };
            let side = self.radius + 1.0;
            let places = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)];
            for (cache, (right, bottom)) in corners.iter().zip(places) {
                let geometry = cache.draw(renderer, Size::new(side, side), key, |frame| {
                    frame.fill(&corner(self.radius, right, bottom), paper);
                });
                let place = Vector::new(
                    opening.x - 1.0 + right * (opening.width + 2.0 - side),
                    opening.y - 1.0 + bottom * (opening.height + 2.0 - side),
                );
                renderer.with_translation(place, |renderer| renderer.draw_geometry(geometry));
            }
        }

        for (layout, tree) in layout.children().zip(&tree.children) {
            self.content
                .as_widget()
                .draw(tree, renderer, theme, style, layout, cursor, viewport);
        }
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        for (layout, tree) in layout.children().zip(&mut tree.children) {
            self.content
                .as_widget_mut()
                .operate(tree, layout, renderer, operation);
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        for (layout, tree) in layout.children().zip(&mut tree.children) {
            self.content.as_widget_mut().update(
                tree, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        layout
            .children()
            .zip(&tree.children)
            .map(|(layout, tree)| {
                self.content
                    .as_widget()
                    .mouse_interaction(tree, layout, cursor, viewport, renderer)
            })
            .max()
            .unwrap_or_default()
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let (child, layout) = (tree.children.first_mut()?, layout.children().next()?);
        self.content
            .as_widget_mut()
            .overlay(child, layout, renderer, viewport, translation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_reaches_from_the_opening_to_every_edge() {
        let whole = Rectangle::new(Point::ORIGIN, Size::new(100.0, 80.0));
        let opening = Rectangle::new(Point::new(10.0, 20.0), Size::new(40.0, 40.0));
        let plate = Rectangle::new(Point::new(60.0, 30.0), Size::new(20.0, 20.0));
        for plate in [None, Some(plate)] {
            let sheets = sheets_of(whole, opening, plate);
            for x in 0..100 {
                for y in 0..80 {
                    let point = Point::new(x as f32 + 0.5, y as f32 + 0.5);
                    let is_covered = sheets.iter().any(|sheet| sheet.contains(point));
                    assert_eq!(is_covered, !opening.contains(point), "{point:?}");
                }
            }
        }
    }

    #[test]
    fn what_moves_on_the_plate_lies_on_small_sheets_only() {
        let whole = Rectangle::new(Point::ORIGIN, Size::new(1180.0, 780.0));
        let opening = Rectangle::new(Point::new(24.0, 94.0), Size::new(712.0, 556.0));
        let plate = Rectangle::new(Point::new(799.0, 257.0), Size::new(318.0, 318.0));
        let sheets = sheets_of(whole, opening, Some(plate));
        let touched: Vec<_> = sheets
            .iter()
            .filter(|sheet| sheet.intersects(&plate))
            .collect();
        assert!(touched.len() > 16, "{touched:?}");
        for sheet in touched {
            assert!(sheet.width <= 57.0 && sheet.height <= 57.0, "{sheet:?}");
        }
        // A short arc needs few of them.
        let arc = Rectangle::new(Point::new(900.0, 257.0), Size::new(40.0, 30.0));
        let under_arc = sheets.iter().filter(|sheet| sheet.intersects(&arc)).count();
        assert!((1..=4).contains(&under_arc), "{under_arc}");
    }
}
