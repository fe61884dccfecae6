//! What a ground in tiles is worth: painting anew what lies under a figure that moves, on the player's stage in a window
//! of 1180 x 780, once in tiles and once as what it would be otherwise.
#![allow(clippy::unwrap_used, missing_docs)]

use criterion::{Criterion, criterion_group, criterion_main};
use iced::advanced::graphics::Viewport;
use iced::widget::{container, space};
use iced::{Color, Element, Fill, Font, Pixels, Rectangle, Renderer, Size, Theme, mouse};
use iced_test::runtime::UserInterface;
use iced_test::runtime::user_interface::Cache;
use kneewise::app::widget::damage::ground;

const WINDOW: Size<u32> = Size::new(1180, 780);
/// The corners of the stage, in logical pixels.
const CORNERS: f32 = 24.0;
/// Where a figure moves: about a limb and what is between two of its places.
const MOVED: Rectangle = Rectangle {
    x: 300.0,
    y: 200.0,
    width: 180.0,
    height: 220.0,
};

/// The page and the stage on it, in tiles.
fn in_tiles<'a>() -> Element<'a, ()> {
    let stage = ground(|_| Color::WHITE, CORNERS, space().width(Fill).height(Fill));
    ground(|_| Color::BLACK, 0.0, container(stage).padding(24))
}

/// The same, each as one.
fn whole<'a>() -> Element<'a, ()> {
    let stage = container(space()).width(Fill).height(Fill).style(|_| {
        container::Style::default()
            .background(Color::WHITE)
            .border(iced::border::rounded(CORNERS))
    });
    container(stage)
        .padding(24)
        .style(|_| container::Style::default().background(Color::BLACK))
        .into()
}

fn paint(bencher: &mut criterion::Bencher<'_>, page: Element<'_, ()>) {
    let size = Size::new(WINDOW.width as f32, WINDOW.height as f32);
    let mut renderer = Renderer::new(Font::DEFAULT, Pixels(16.0));
    let mut interface = UserInterface::build(page, size, Cache::default(), &mut renderer);
    let style = iced::advanced::renderer::Style {
        text_color: Color::BLACK,
    };
    interface.draw(
        &mut renderer,
        &Theme::Light,
        &style,
        mouse::Cursor::Unavailable,
    );
    let viewport = Viewport::with_physical_size(WINDOW, 1.0);
    let mut pixels = tiny_skia::Pixmap::new(WINDOW.width, WINDOW.height).unwrap();
    let mut mask = tiny_skia::Mask::new(WINDOW.width, WINDOW.height).unwrap();
    bencher.iter(|| {
        renderer.draw(
            &mut pixels.as_mut(),
            &mut mask,
            &viewport,
            &[MOVED],
            Color::BLACK,
        );
    });
}

fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("under a moving figure");
    let _tiles = group.bench_function("in tiles", |bencher| paint(bencher, in_tiles()));
    let _whole = group.bench_function("whole", |bencher| paint(bencher, whole()));
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
