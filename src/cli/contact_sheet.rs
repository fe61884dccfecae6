//! Contact sheets: every key frame of a figure and what lies half-way to the next, in one picture for the eye.
//!
//! The outlines and the colours are those of the window, so that what is looked at here is what will be seen there.

use iced::{Rectangle, Size};
use png::{BitDepth, ColorType, Encoder, EncodingError};
use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, PathBuilder, Pixmap, PixmapPaint, Stroke, Transform,
};

use crate::app::theme::{self, Tokens, Tone};
use crate::app::widget::figure::{Backdrop, Inks, Placement};
use crate::figure::{self, Beat, Command, Drawing, Movement, Scene};

/// Width and height of one frame, in pixels.
const CELL: u32 = 360;
/// Between frames, in pixels.
const GAP: u32 = 6;
/// Two key frames, each with the way to the next, in a row.
const COLUMNS: usize = 4;
const TONE: Tone = Tone::Spruce;

/// The sheet of a movement as a PNG.
///
/// # Errors
///
/// When there is no memory for so large a picture.
pub(super) fn png(movement: &Movement) -> Result<Vec<u8>, EncodingError> {
    let picture = paint(movement).ok_or(EncodingError::LimitsExceeded)?;
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    // The paper is opaque, so that nothing of the picture is multiplied by its opacity.
    writer.write_image_data(picture.data())?;
    writer.finish()?;
    Ok(bytes)
}

fn paint(movement: &Movement) -> Option<Pixmap> {
    let theme = theme::light();
    let tokens = Tokens::of(&theme);
    let scene = Scene::new(movement, movement.drawn_side());
    let placement = Placement::new(
        &scene.window(1.0),
        Rectangle::with_size(Size::new(CELL as f32, CELL as f32)),
    );
    let inks = Inks::new(&theme, Backdrop::Soft(TONE));

    let walk = movement.walk();
    let columns = walk.len().min(COLUMNS);
    let side = |count: usize| count as u32 * (CELL + GAP) + GAP;
    let mut sheet = Pixmap::new(side(columns), side(walk.len().div_ceil(columns.max(1))))?;
    sheet.fill(plain(tokens.background));

    let mut cell = Pixmap::new(CELL, CELL)?;
    let mut drawing = Drawing::new();
    for (number, (beat, seconds)) in walk.iter().enumerate() {
        cell.fill(plain(tokens.hue(TONE).soft));
        drawing.clear();
        scene.ground(&mut drawing);
        scene.draw(beat, &mut drawing);
        for (shape, outline) in drawing.shapes() {
            let colour = plain(inks.colour(shape.tint, shape.alpha));
            let width = match shape.paint {
                figure::Paint::Fill => None,
                figure::Paint::Stroke { width } => Some(width * placement.scale),
            };
            put(&mut cell, path_of(outline, &placement), width, colour);
        }
        write_digits(
            &mut cell,
            &caption(movement, beat, *seconds),
            plain(tokens.ink_soft),
        );

        let place = |at: usize| (at as u32 * (CELL + GAP) + GAP) as i32;
        sheet.draw_pixmap(
            place(number % columns),
            place(number / columns),
            cell.as_ref(),
            &PixmapPaint::default(),
            Transform::identity(),
            None,
        );
    }
    Some(sheet)
}

/// "1  2.0" for the second frame, reached after two seconds; "1-2  2.8" for the way to the third.
fn caption(movement: &Movement, beat: &Beat, seconds: f32) -> String {
    match *beat {
        Beat::Between { frame, .. } => {
            let next = (frame + 1) % movement.frame_count();
            format!("{frame}-{next}  {seconds:.1}")
        }
        Beat::Still { frame } => format!("{frame}  {seconds:.1}"),
        _ => format!("{seconds:.1}"),
    }
}

fn plain(colour: iced::Color) -> Color {
    let [red, green, blue, alpha] = colour.into_rgba8();
    Color::from_rgba8(red, green, blue, alpha)
}

fn path_of(outline: &[Command], placement: &Placement) -> PathBuilder {
    let mut path = PathBuilder::new();
    let place = |point| placement.place(point);
    for command in outline {
        match *command {
            Command::MoveTo(to) => path.move_to(place(to).x, place(to).y),
            Command::LineTo(to) => path.line_to(place(to).x, place(to).y),
            Command::QuadTo(control, to) => {
                let (control, to) = (place(control), place(to));
                path.quad_to(control.x, control.y, to.x, to.y);
            }
            Command::Close => path.close(),
        }
    }
    path
}

/// Paints an outline: filled, or as a line of this many pixels.
fn put(picture: &mut Pixmap, path: PathBuilder, width: Option<f32>, colour: Color) {
    let Some(path) = path.finish() else { return };
    let mut paint = Paint::default();
    paint.set_color(colour);
    let place = Transform::identity();
    match width {
        None => picture.fill_path(&path, &paint, FillRule::Winding, place, None),
        Some(width) => {
            let stroke = Stroke {
                width,
                line_cap: LineCap::Round,
                line_join: LineJoin::Round,
                ..Stroke::default()
            };
            picture.stroke_path(&path, &paint, &stroke, place, None);
        }
    }
}

/// Writes digits, points and hyphens into the corner, in strokes like those of a pocket calculator: a font would be
/// much machinery for so little.
fn write_digits(picture: &mut Pixmap, text: &str, colour: Color) {
    const SIZE: f32 = 6.0;
    const ADVANCE: f32 = 11.0;
    const CORNER: (f32, f32) = (14.0, 12.0);
    /// Top, upper right, lower right, bottom, lower left, upper left, middle.
    const STROKES: [[(f32, f32); 2]; 7] = [
        [(0.0, 0.0), (1.0, 0.0)],
        [(1.0, 0.0), (1.0, 1.0)],
        [(1.0, 1.0), (1.0, 2.0)],
        [(0.0, 2.0), (1.0, 2.0)],
        [(0.0, 1.0), (0.0, 2.0)],
        [(0.0, 0.0), (0.0, 1.0)],
        [(0.0, 1.0), (1.0, 1.0)],
    ];
    const POINT: [(f32, f32); 2] = [(0.5, 2.0), (0.55, 2.0)];

    let mut path = PathBuilder::new();
    for (number, sign) in text.chars().enumerate() {
        let left = CORNER.0 + number as f32 * ADVANCE;
        let mut stroke = |[from, to]: [(f32, f32); 2]| {
            path.move_to(left + from.0 * SIZE, CORNER.1 + from.1 * SIZE);
            path.line_to(left + to.0 * SIZE, CORNER.1 + to.1 * SIZE);
        };
        if sign == '.' {
            stroke(POINT);
        }
        for part in strokes_of(sign) {
            if let Some(line) = STROKES.get(*part) {
                stroke(*line);
            }
        }
    }
    put(picture, path, Some(1.6), colour);
}

/// The strokes of a sign, by their places in the list of all.
const fn strokes_of(sign: char) -> &'static [usize] {
    match sign {
        '0' => &[0, 1, 2, 3, 4, 5],
        '1' => &[1, 2],
        '2' => &[0, 1, 6, 4, 3],
        '3' => &[0, 1, 6, 2, 3],
        '4' => &[5, 6, 1, 2],
        '5' => &[0, 5, 6, 2, 3],
        '6' => &[0, 5, 4, 3, 2, 6],
        '7' => &[0, 1, 2],
        '8' => &[0, 1, 2, 3, 4, 5, 6],
        '9' => &[6, 5, 0, 1, 2, 3],
        '-' => &[6],
        _ => &[],
    }
}
