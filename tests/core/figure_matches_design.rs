//! The mannequin is the designed one: joints and outlines of the design's library, taken from its reference drawings,
//! agree with ours. All fixtures are read only; a missing one fails.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kneewise::figure::{Beat, Bone, Command, Drawing, Ink, Movement, Paint, Scene, Tint, Vector};
use kneewise::side::Side;
use tiny_skia::{Color, FillRule, LineCap, LineJoin, PathBuilder, Pixmap, Stroke, Transform};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/figure")
}

fn movement(id: &str) -> Movement {
    let path = fixtures().join(id).with_extension("ron");
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    ron::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every line of `joints.txt`: exercise, frame (or `mid`, half-way from the first to the second), then x, y, z of every
/// bone in units of 10^-4 body heights.
#[test]
fn every_joint_of_the_library_is_where_the_design_puts_it() {
    let text = fs::read_to_string(fixtures().join("joints.txt")).unwrap();
    let mut exercises = BTreeMap::new();
    let mut worst = (0.0_f32, String::new());
    for line in text.lines() {
        let mut words = line.split(' ');
        let (id, frame) = (words.next().unwrap(), words.next().unwrap());
        let coordinates: Vec<f32> = words
            .map(|word| word.parse::<f32>().unwrap() / 1e4)
            .collect();
        assert_eq!(coordinates.len(), 3 * Bone::ALL.len(), "{id} {frame}");
        let movement = exercises
            .entry(id.to_owned())
            .or_insert_with(|| movement(id));
        let beat = match frame {
            "mid" => Beat::Rep {
                number: 0,
                elapsed: 0.5,
                length: 3.0,
                tempo: Some([1.0; 3]),
            },
            frame => Beat::Still {
                frame: frame.parse().unwrap(),
            },
        };
        let scene = Scene::new(movement, movement.drawn_side());
        let stance = scene.stance(&beat).unwrap();
        for (bone, place) in Bone::ALL.into_iter().zip(coordinates.chunks_exact(3)) {
            let wanted = Vector::new(place[0], place[1], place[2]);
            let off = (stance.skeleton()[bone].origin - wanted).length();
            if off > worst.0 {
                worst = (off, format!("{id} {frame} {bone:?}"));
            }
        }
    }
    assert_eq!(exercises.len(), 42);
    assert!(
        worst.0 < 1e-3,
        "{} is {} body heights off",
        worst.1,
        worst.0
    );
}

/// The largest share of the figure's area that may differ in any one picture, in percent.
const LARGEST_DIFFERENCE: f32 = 1.0;
/// Pictures are compared at this width; the figure is then about 350 pixels tall.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 480;
/// Two colours are the same where no channel differs by more than this: half the step that shade makes on skin.
const SAME: u8 = 15;

/// Whether one picture has a colour at a pixel that the other has nowhere next to it. A contour may so lie one pixel
/// (0.002 body heights) beside the designed one; a missing, misplaced or miscoloured surface is found.
fn strays(at: u32, picture: &Pixmap, other: &Pixmap) -> bool {
    let (x, y) = (at % WIDTH, at / WIDTH);
    let here = picture.pixels()[at as usize];
    let around = (y.saturating_sub(1)..(y + 2).min(HEIGHT))
        .flat_map(|y| (x.saturating_sub(1)..(x + 2).min(WIDTH)).map(move |x| y * WIDTH + x));
    around.map(|at| other.pixels()[at as usize]).all(|there| {
        here.red().abs_diff(there.red()) > SAME
            || here.green().abs_diff(there.green()) > SAME
            || here.blue().abs_diff(there.blue()) > SAME
    })
}

#[test]
fn every_outline_of_the_library_is_drawn_as_designed() {
    let mut files: Vec<PathBuf> = fs::read_dir(fixtures().join("outlines"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert_eq!(files.len(), 54);

    let mut report = Vec::new();
    for file in &files {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let mut words = name.split('.');
        let (id, frame, side) = (
            words.next().unwrap(),
            words.next().unwrap(),
            words.next().unwrap(),
        );
        let movement = movement(id);
        let side = if side == "right" {
            movement.drawn_side()
        } else {
            movement.drawn_side().other()
        };
        let beat = Beat::Still {
            frame: frame.parse().unwrap(),
        };

        let reference = Reference::read(file);
        let (wanted, figure) = (reference.rasterised(), reference.figure_area());
        let ours = rasterised(&movement, side, &beat, reference.window);
        let differing = (0..WIDTH * HEIGHT)
            .filter(|at| strays(*at, &ours, &wanted) || strays(*at, &wanted, &ours))
            .count();
        let percent = 100.0 * differing as f32 / figure as f32;
        report.push((percent, name.to_owned()));
    }
    report.sort_by(|a, b| b.0.total_cmp(&a.0));
    assert!(
        report[0].0 < LARGEST_DIFFERENCE,
        "percent of the figure's area that differ, the worst first: {:?}",
        &report[..12]
    );
}

fn rasterised(movement: &Movement, side: Side, beat: &Beat, window: [f32; 4]) -> Pixmap {
    let scene = Scene::new(movement, side);
    let mut drawing = Drawing::new();
    scene.ground(&mut drawing);
    scene.draw(beat, &mut drawing);
    let mut picture = Pixmap::new(WIDTH, HEIGHT).unwrap();
    picture.fill(Color::WHITE);
    let place = placement(window);
    for (shape, outline) in drawing.shapes() {
        let mut path = PathBuilder::new();
        for command in outline {
            match *command {
                Command::MoveTo(p) => path.move_to(p.x, p.y),
                Command::LineTo(p) => path.line_to(p.x, p.y),
                Command::QuadTo(c, p) => path.quad_to(c.x, c.y, p.x, p.y),
                Command::Close => path.close(),
            }
        }
        let width = match shape.paint {
            Paint::Fill => None,
            Paint::Stroke { width } => Some(width),
        };
        let strength = if shape.tint.ink == Ink::Shade {
            0.17
        } else {
            1.0
        };
        paint(
            &mut picture,
            path,
            width,
            colour(shape.tint),
            shape.alpha * strength,
            place,
        );
    }
    picture
}

fn placement([x, y, width, _]: [f32; 4]) -> Transform {
    let scale = WIDTH as f32 / width;
    Transform::from_row(scale, 0.0, 0.0, scale, -x * scale, -y * scale)
}

fn paint(
    picture: &mut Pixmap,
    path: PathBuilder,
    width: Option<f32>,
    [red, green, blue]: [f32; 3],
    alpha: f32,
    place: Transform,
) {
    let Some(path) = path.finish() else { return };
    // Without smoothing every pixel has the colour of one surface, or of one under shade.
    let mut colour = tiny_skia::Paint {
        anti_alias: false,
        ..tiny_skia::Paint::default()
    };
    colour.set_color(Color::from_rgba(red / 255.0, green / 255.0, blue / 255.0, alpha).unwrap());
    match width {
        None => picture.fill_path(&path, &colour, FillRule::Winding, place, None),
        Some(width) => {
            let stroke = Stroke {
                width,
                line_cap: LineCap::Round,
                line_join: LineJoin::Round,
                ..Stroke::default()
            };
            picture.stroke_path(&path, &colour, &stroke, place, None);
        }
    }
}

/// The design's colours in light.
fn colour(tint: Tint) -> [f32; 3] {
    let hex = |ink: Ink| match ink {
        Ink::Skin => 0xD9_A9_8A,
        Ink::Hair => 0x4A_3B_38,
        Ink::Top => 0x3F_7C_85,
        Ink::Shorts => 0x33_41_5A,
        Ink::Shoe => 0x62_72_8F,
        Ink::ShoeTrim => 0x4C_5A_75,
        Ink::Sole => 0xFB_FA_F7,
        Ink::Tread => 0xC3_CA_D3,
        Ink::Sock => 0xFF_FF_FF,
        Ink::Floor => 0xE9_E3_D8,
        Ink::Mat => 0xA9_C3_B8,
        Ink::MatEdge => 0x8D_AA_9E,
        Ink::Wall => 0xE3_DC_CF,
        Ink::WallEdge => 0xCF_C6_B6,
        Ink::PropTop => 0xCD_BB_A3,
        Ink::PropFace => 0xB9_A5_8C,
        Ink::PropSide => 0xA1_8D_74,
        Ink::Band => 0x7A_5B_A6,
        Ink::Roller => 0x6C_7F_94,
        Ink::Towel => 0xDC_E4_EC,
        Ink::TowelEdge => 0xB9_C6_D3,
        Ink::Accent => 0xFF_5A_43,
        Ink::Shadow => 0x3A_33_50,
        Ink::Shade | Ink::Line => 0x2B_21_40,
    };
    const FAR: u32 = 0x5C_55_66;
    let split = |hex: u32| [16, 8, 0].map(|shift| (hex >> shift & 0xFF) as f32);
    let mix = |a: [f32; 3], b: [f32; 3], share: f32| -> [f32; 3] {
        std::array::from_fn(|i| a[i] + (b[i] - a[i]) * share)
    };
    let shaded = mix(
        split(hex(tint.ink)),
        split(hex(Ink::Shade)),
        tint.towards_shade,
    );
    mix(shaded, split(FAR), tint.towards_far * 0.30)
}

/// A reference picture. The file holds the window as four little-endian floats (x, y, width, height in body heights),
/// then shapes until its end: kind (0 fill, 1 stroke), red, green, blue, alpha as bytes; for strokes the width in
/// 1/65536; the number of outlines; per outline twice the number of vertices, plus one where its edges stay straight,
/// and the vertices as differences in 1/4096 body heights. Numbers are zigzag-coded in groups of seven bits.
struct Reference {
    window: [f32; 4],
    shapes: Vec<ReferenceShape>,
}

struct ReferenceShape {
    width: Option<f32>,
    colour: [f32; 3],
    alpha: f32,
    outlines: Vec<(bool, Vec<(f32, f32)>)>,
}

impl Reference {
    fn read(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap();
        let mut rest = bytes.as_slice();
        let mut take = |count: usize| {
            let (head, tail) = rest.split_at(count);
            rest = tail;
            (head.to_vec(), tail.is_empty())
        };
        let number = |take: &mut dyn FnMut(usize) -> (Vec<u8>, bool)| -> i64 {
            let (mut value, mut shift) = (0_i64, 0);
            loop {
                let byte = take(1).0[0];
                value |= i64::from(byte & 0x7F) << shift;
                shift += 7;
                if byte & 0x80 == 0 {
                    break if value & 1 == 0 {
                        value >> 1
                    } else {
                        -((value + 1) >> 1)
                    };
                }
            }
        };
        let window = std::array::from_fn(|_| f32::from_le_bytes(take(4).0.try_into().unwrap()));
        let mut shapes = Vec::new();
        loop {
            let head = take(5).0;
            let width = (head[0] == 1).then(|| number(&mut take) as f32 / 65_536.0);
            let (mut x, mut y) = (0, 0);
            let outlines = (0..number(&mut take))
                .map(|_| {
                    let header = number(&mut take);
                    let vertices = (0..header / 2)
                        .map(|_| {
                            x += number(&mut take);
                            y += number(&mut take);
                            (x as f32 / 4096.0, y as f32 / 4096.0)
                        })
                        .collect();
                    (header % 2 == 1, vertices)
                })
                .collect();
            shapes.push(ReferenceShape {
                width,
                colour: [head[1], head[2], head[3]].map(f32::from),
                alpha: f32::from(head[4]) / 255.0,
                outlines,
            });
            if take(0).1 {
                return Self { window, shapes };
            }
        }
    }

    fn rasterised(&self) -> Pixmap {
        let mut picture = Pixmap::new(WIDTH, HEIGHT).unwrap();
        picture.fill(Color::WHITE);
        for shape in &self.shapes {
            self.paint(shape, &mut picture, shape.colour);
        }
        picture
    }

    fn paint(&self, shape: &ReferenceShape, picture: &mut Pixmap, colour: [f32; 3]) {
        let mut path = PathBuilder::new();
        for (straight, vertices) in &shape.outlines {
            if shape.width.is_some() || *straight {
                for (i, (x, y)) in vertices.iter().enumerate() {
                    if i == 0 {
                        path.move_to(*x, *y);
                    } else {
                        path.line_to(*x, *y);
                    }
                }
            } else {
                round(&mut path, vertices);
            }
            if shape.width.is_none() {
                path.close();
            }
        }
        paint(
            picture,
            path,
            shape.width,
            colour,
            shape.alpha,
            placement(self.window),
        );
    }

    /// Pixels that the body covers: everything opaque except what belongs to the surroundings.
    fn figure_area(&self) -> usize {
        const SURROUNDINGS: [Ink; 5] =
            [Ink::Floor, Ink::Mat, Ink::MatEdge, Ink::Wall, Ink::WallEdge];
        let viewport = SURROUNDINGS.map(|ink| colour(ink.into()));
        let mut picture = Pixmap::new(WIDTH, HEIGHT).unwrap();
        for shape in &self.shapes {
            if shape.alpha == 1.0 && !viewport.contains(&shape.colour) {
                self.paint(shape, &mut picture, [0.0; 3]);
            }
        }
        picture
            .pixels()
            .iter()
            .filter(|pixel| pixel.alpha() > 127)
            .count()
    }
}

/// The design's rounding: quadratics through the middles of the edges; sharp corners stay.
fn round(path: &mut PathBuilder, vertices: &[(f32, f32)]) {
    let count = vertices.len();
    let middle = |a: (f32, f32), b: (f32, f32)| ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
    let start = middle(vertices[count - 1], vertices[0]);
    path.move_to(start.0, start.1);
    for i in 0..count {
        let (a, b, c) = (
            vertices[(i + count - 1) % count],
            vertices[i],
            vertices[(i + 1) % count],
        );
        let (u, v) = ((b.0 - a.0, b.1 - a.1), (c.0 - b.0, c.1 - b.1));
        let lengths = u.0.hypot(u.1) * v.0.hypot(v.1);
        let end = middle(b, c);
        if lengths > 0.0 && (u.0 * v.0 + u.1 * v.1) / lengths < 0.55 {
            path.line_to(b.0, b.1);
            path.line_to(end.0, end.1);
        } else {
            path.quad_to(b.0, b.1, end.0, end.1);
        }
    }
}
