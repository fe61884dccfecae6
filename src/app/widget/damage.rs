//! What is painted again when something on a page changes: grounds on which something moves, and drawings beside words.
//!
//! A renderer that paints only what has changed paints whatever lies there anew, from the lowest to the highest. The software
//! renderer paints each quad whole, through a mask where it reaches beyond the change: under a figure that moves these
//! are the page and the stage, thirty times a second. In small tiles only those at the place of the change are painted,
//! and the ones within it without a mask. What is seen is the same in every renderer and on every system.
use std::hash::{DefaultHasher, Hash, Hasher};

use iced::advanced::renderer::{Quad, Renderer as _};
use iced::advanced::widget::Tree;
use iced::advanced::{Layout, Widget, mouse, renderer};
use iced::border::{Border, Radius};
use iced::{Color, Element, Rectangle, Renderer, Theme};

use super::wrapper::{as_content, updates_as_content};

/// The least a tile measures, in logical pixels: more than two radii of any panel.
const SIDE: f32 = 56.0;
/// How far a tile reaches under the next, in logical pixels, so that no seam shows.
const OVERLAP: f32 = 1.0;

/// Draws something in a layer of its own, above what was drawn so far.
///
/// For a drawing that lies beside words. What is to be painted again the software renderer of iced 0.14 finds by going through
/// the texts of a layer in pairs, as it was and as it is, and takes both of a pair to be moved as the first was. A drawing
/// has a place among them even without a text, and is moved to where its widget lies: where the number of texts before it
/// changes, words beside it are looked for where they are not, and stay half unpainted. In its own layer it is paired with
/// itself alone. `tests/repaint.rs` shows it.
pub fn apart<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    Element::new(Apart {
        content: content.into(),
    })
}

struct Apart<'a, Message> {
    content: Element<'a, Message>,
}

impl<Message> Widget<Message, Theme, Renderer> for Apart<'_, Message> {
    as_content!();
    updates_as_content!();

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
        let Some(seen) = layout.bounds().intersection(viewport) else {
            return;
        };
        renderer.with_layer(seen, |renderer| {
            let content = self.content.as_widget();
            content.draw(tree, renderer, theme, style, layout, cursor, viewport);
        });
    }
}

/// Paints all of something again where `shown` is another than before.
///
/// For widgets of iced that set their text in the middle of its height: the software renderer looks for such a text as if it
/// began there, and would leave the upper half of the one before. What lies under it, unseen, is of another colour then.
pub fn renewed<'a, Message: 'a>(
    shown: impl Hash,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let mut hasher = DefaultHasher::new();
    shown.hash(&mut hasher);
    Element::new(Renewed {
        shown: hasher.finish(),
        content: content.into(),
    })
}

struct Renewed<'a, Message> {
    shown: u64,
    content: Element<'a, Message>,
}

impl<Message> Widget<Message, Theme, Renderer> for Renewed<'_, Message> {
    as_content!();
    updates_as_content!();

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
        let [red, green, blue, ..] = self.shown.to_le_bytes();
        let under = Quad {
            bounds: layout.bounds(),
            ..Quad::default()
        };
        renderer.fill_quad(under, Color::from_rgba8(red, green, blue, 0.0));
        let content = self.content.as_widget();
        content.draw(tree, renderer, theme, style, layout, cursor, viewport);
    }
}

/// Lays an opaque ground under something, in a colour of the theme, with corners of this radius in logical pixels.
pub fn ground<'a, Message: 'a>(
    colour: impl Fn(&Theme) -> Color + 'a,
    radius: f32,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Ground {
        colour: Box::new(colour),
        radius,
        content: content.into(),
    })
}

struct Ground<'a, Message> {
    colour: Box<dyn Fn(&Theme) -> Color + 'a>,
    radius: f32,
    content: Element<'a, Message>,
}

impl<Message> Widget<Message, Theme, Renderer> for Ground<'_, Message> {
    as_content!();
    updates_as_content!();

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
        let colour = (self.colour)(theme);
        for (bounds, radius) in tiles(layout.bounds(), self.radius) {
            let tile = Quad {
                bounds,
                border: Border::default().rounded(radius),
                ..Quad::default()
            };
            renderer.fill_quad(tile, colour);
        }
        self.content
            .as_widget()
            .draw(tree, renderer, theme, style, layout, cursor, viewport);
    }
}

/// The tiles of a ground, each with the corners that are the ground's own.
fn tiles(ground: Rectangle, radius: f32) -> impl Iterator<Item = (Rectangle, Radius)> {
    let columns = spans(ground.width);
    let rows = spans(ground.height);
    let (last_column, last_row) = (columns.len() - 1, rows.len() - 1);
    let tile = move |row: usize, column: usize, (y, height): (f32, f32), (x, width): (f32, f32)| {
        let bounds = Rectangle {
            x: ground.x + x,
            y: ground.y + y,
            width,
            height,
        };
        let corner = |is_own: bool| if is_own { radius } else { 0.0 };
        let (left, right) = (column == 0, column == last_column);
        let (top, bottom) = (row == 0, row == last_row);
        let radius = Radius {
            top_left: corner(top && left),
            top_right: corner(top && right),
            bottom_right: corner(bottom && right),
            bottom_left: corner(bottom && left),
        };
        (bounds, radius)
    };
    rows.into_iter().enumerate().flat_map(move |(row, down)| {
        let columns = columns.clone().into_iter().enumerate();
        columns.map(move |(column, across)| tile(row, column, down, across))
    })
}

/// Cuts a length into equal spans of at least [`SIDE`], each with its beginning and its length.
fn spans(length: f32) -> Vec<(f32, f32)> {
    let count = ((length / SIDE).floor() as u16).max(1);
    let edge = |index: u16| (length * f32::from(index) / f32::from(count)).round();
    let span = |index: u16| {
        let begin = edge(index);
        let end = if index + 1 == count {
            length
        } else {
            edge(index + 1) + OVERLAP
        };
        (begin, end - begin)
    };
    (0..count).map(span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::{Point, Size};

    #[test]
    fn tiles_cover_the_ground_and_nothing_else() {
        for size in [
            Size::new(1180.0, 780.0),
            Size::new(712.0, 556.5),
            Size::new(30.0, 300.0),
            Size::new(0.0, 0.0),
        ] {
            let ground = Rectangle::new(Point::new(24.0, 94.0), size);
            let tiles: Vec<_> = tiles(ground, 24.0).collect();
            for (tile, _) in &tiles {
                assert!(tile.is_within(&ground.expand(0.01)), "{tile:?} of {size:?}");
            }
            for x in 0..size.width as u16 {
                for y in (0..size.height as u16).step_by(7) {
                    let point =
                        Point::new(ground.x + f32::from(x) + 0.5, ground.y + f32::from(y) + 0.5);
                    let is_covered = tiles.iter().any(|(tile, _)| tile.contains(point));
                    assert!(is_covered, "{point:?} of {size:?}");
                }
            }
        }
    }

    #[test]
    fn each_corner_of_the_ground_is_round_once_and_in_a_tile_large_enough() {
        const RADIUS: f32 = 24.0;
        let ground = Rectangle::with_size(Size::new(712.0, 556.0));
        let tiles: Vec<_> = tiles(ground, RADIUS).collect();
        let round = |corner: fn(&Radius) -> f32| {
            let has = |(_, radius): &&(Rectangle, Radius)| corner(radius) == RADIUS;
            tiles.iter().filter(has).count()
        };
        let corners = [
            round(|radius| radius.top_left),
            round(|radius| radius.top_right),
            round(|radius| radius.bottom_right),
            round(|radius| radius.bottom_left),
        ];
        assert_eq!(corners, [1; 4]);
        for (tile, _) in &tiles {
            assert!(
                tile.width >= 2.0 * RADIUS && tile.height >= 2.0 * RADIUS,
                "{tile:?}"
            );
        }
    }
}
