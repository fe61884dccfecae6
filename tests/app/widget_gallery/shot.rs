//! Drawing parts without a window and looking at the pixels.
use iced::{Element, Point, Rectangle, Settings, Size, Theme};
use iced_test::Simulator;
use image::RgbaImage;
use kneewise::app::theme;

/// The number of pixels to a logical one in what [`shoot`] returns.
pub const SCALE: f32 = 2.0;

/// Puts an element into a window of its own.
pub fn window<'a, Message>(
    size: Size,
    element: impl Into<Element<'a, Message>>,
) -> Simulator<'a, Message> {
    theme::load_fonts();
    Simulator::with_size(
        Settings {
            default_font: theme::DEFAULT_FONT,
            default_text_size: theme::DEFAULT_TEXT_SIZE.into(),
            ..Settings::default()
        },
        size,
        element,
    )
}

/// What the window looks like.
pub fn shoot<Message>(window: &mut Simulator<'_, Message>, theme: &Theme) -> Shot {
    let directory = tempfile::tempdir().unwrap();
    let snapshot = window.snapshot(theme).unwrap();

    // iced_test gives its pixels to nobody but a new file.
    assert!(
        snapshot
            .matches_image(directory.path().join("shot"))
            .unwrap()
    );
    let file = std::fs::read_dir(directory.path())
        .unwrap()
        .next()
        .unwrap()
        .unwrap();

    Shot(image::open(file.path()).unwrap().into_rgba8())
}

/// What an element looks like in a window of its own.
pub fn shot<'a, Message: 'a>(
    size: Size,
    theme: &Theme,
    element: impl Into<Element<'a, Message>>,
) -> Shot {
    shoot(&mut window(size, element), theme)
}

/// The pixels of a window.
pub struct Shot(pub RgbaImage);

impl Shot {
    /// The colour at a point in logical pixels.
    pub fn at(&self, point: impl Into<Point>) -> [u8; 3] {
        let point = point.into();
        let [red, green, blue, _] = self
            .0
            .get_pixel((point.x * SCALE) as u32, (point.y * SCALE) as u32)
            .0;

        [red, green, blue]
    }

    /// The box around every pixel that differs from the one in the top left corner, in logical pixels.
    pub fn ink(&self) -> Option<Rectangle> {
        let paper = self.0.get_pixel(0, 0);
        let marks = self
            .0
            .enumerate_pixels()
            .filter(|(_, _, pixel)| *pixel != paper)
            .map(|(x, y, _)| (x as f32 / SCALE, y as f32 / SCALE));

        marks.fold(None, |ink: Option<Rectangle>, (x, y)| {
            let pixel = Rectangle::new(Point::new(x, y), Size::new(1.0 / SCALE, 1.0 / SCALE));

            Some(ink.map_or(pixel, |ink| ink.union(&pixel)))
        })
    }
}

/// The three bytes of a colour.
pub fn bytes(colour: iced::Color) -> [u8; 3] {
    let [red, green, blue, _] = colour.into_rgba8();

    [red, green, blue]
}
