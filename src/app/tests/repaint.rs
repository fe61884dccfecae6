//! What a window paints: only what has changed is painted again, and the picture is the one that painting all of it gives.

use iced::advanced::graphics::{Viewport, damage};
use iced::advanced::renderer::Style;
use iced::{Color, Pixels, Rectangle, Renderer, mouse};
use iced_test::runtime::UserInterface;
use iced_test::runtime::user_interface::Cache;
use iced_tiny_skia::Layer;
use tiny_skia::{Mask, Pixmap};

use super::*;
use crate::app::theme;

/// A window that is painted as the program's own is: over the picture before, where something is another.
struct Painted {
    cache: Cache,
    renderer: Renderer,
    layers: Vec<Layer>,
    picture: Pixmap,
    mask: Mask,
    viewport: Viewport,
}

impl Painted {
    fn new(size: Size) -> Self {
        let physical = Size::new(size.width as u32, size.height as u32);
        Self {
            cache: Cache::new(),
            renderer: Renderer::new(theme::DEFAULT_FONT, Pixels(theme::DEFAULT_TEXT_SIZE)),
            layers: Vec::new(),
            picture: Pixmap::new(physical.width, physical.height).unwrap(),
            mask: Mask::new(physical.width, physical.height).unwrap(),
            viewport: Viewport::with_physical_size(physical, 1.0),
        }
    }

    /// Paints the window as it is now. Says where the picture is not what painting all of it gives.
    fn paint(&mut self, desk: &Desk) -> Option<Rectangle> {
        let size = self.viewport.logical_size();
        let cache = std::mem::take(&mut self.cache);
        let mut window = UserInterface::build(desk.app.view(), size, cache, &mut self.renderer);
        let mut said = Vec::new();
        let _ = window.update(
            &[live::redraw()],
            mouse::Cursor::Unavailable,
            &mut self.renderer,
            &mut iced::advanced::clipboard::Null,
            &mut said,
        );
        let theme = theme::light();
        let style = Style {
            text_color: theme::Tokens::of(&theme).ink,
        };
        window.draw(
            &mut self.renderer,
            &theme,
            &style,
            mouse::Cursor::Unavailable,
        );
        self.cache = window.into_cache();

        let whole = Rectangle::with_size(size);
        let changed = damage::diff(
            &self.layers,
            self.renderer.layers(),
            |layer| vec![layer.bounds],
            Layer::damage,
        );
        let changed = damage::group(changed, whole);
        self.layers = self.renderer.layers().to_vec();
        let ground = Color::WHITE;
        self.renderer.draw(
            &mut self.picture.as_mut(),
            &mut self.mask,
            &self.viewport,
            &changed,
            ground,
        );
        let mut anew = Pixmap::new(self.picture.width(), self.picture.height()).unwrap();
        self.renderer.draw(
            &mut anew.as_mut(),
            &mut self.mask,
            &self.viewport,
            &[whole],
            ground,
        );
        difference(&self.picture, &anew)
    }
}

/// Pixels of soft edges that may stay: the lowest line of a letter may lie below what its text says it measures.
const FEW: usize = 8;

/// Where two pictures differ by more than a few soft edges.
fn difference(one: &Pixmap, other: &Pixmap) -> Option<Rectangle> {
    let width = one.width();
    let mut found: Option<Rectangle> = None;
    let mut count = 0;
    for (at, (a, b)) in one.pixels().iter().zip(other.pixels()).enumerate() {
        let channels = [
            (a.red(), b.red()),
            (a.green(), b.green()),
            (a.blue(), b.blue()),
        ];
        if channels.iter().any(|(a, b)| a.abs_diff(*b) > 24) {
            let pixel = Rectangle {
                x: (at as u32 % width) as f32,
                y: (at as u32 / width) as f32,
                width: 1.0,
                height: 1.0,
            };
            count += 1;
            found = Some(found.map_or(pixel, |found| found.union(&pixel)));
        }
    }
    found.filter(|_| count > FEW)
}

#[test]
fn nothing_in_a_session_is_left_from_what_was_painted_before() {
    let mut desk = Desk::playing(SHORT);
    let mut painted = Painted::new(desk.app.window);
    for fifth in 0..480 {
        desk.wait(Duration::from_millis(200));
        desk.send(Message::Tick);
        let stale = painted.paint(&desk);
        let said: Vec<_> = desk
            .words()
            .into_iter()
            .map(|words| words.content)
            .collect();
        assert_eq!(
            stale, None,
            "after {fifth} fifths of a second, with {said:?}"
        );
    }
}

/// Presses and looks through the pages, with what is painted after each.
fn look_after(desk: &mut Desk, painted: &mut Painted, what: &str, act: impl FnOnce(&mut Desk)) {
    act(desk);
    let stale = painted.paint(desk);
    assert_eq!(stale, None, "{what}");
}

#[test]
fn nothing_on_a_page_is_left_from_the_one_before() {
    for size in SIZES {
        let mut desk = Desk::open();
        desk.resize(size);
        let mut painted = Painted::new(size);
        let desk = &mut desk;
        let painted = &mut painted;
        for tab in [Tab::Today, Tab::Routines, Tab::Progress, Tab::Settings] {
            let what = format!("{tab:?} at {size:?}");
            look_after(desk, painted, &what, |desk| desk.send(Message::Go(tab)));
        }
        for typed in ["hip", "hipz", "hipzz", "hip"] {
            let what = format!("{typed} is searched for at {size:?}");
            look_after(desk, painted, &what, |desk| {
                desk.send(Message::Go(Tab::Routines));
                let typed = routines_screen::Message::Typed(typed.to_owned());
                desk.send(Message::Routines(typed));
            });
        }
        look_after(desk, painted, "the keys", |desk| {
            desk.send(Message::Keys(true));
        });
        look_after(desk, painted, "no keys", |desk| {
            desk.send(Message::Keys(false));
        });
        for letter in ['l', '2', '3', '0', '0'] {
            let what = format!("the knee map after {letter} at {size:?}");
            look_after(desk, painted, &what, |desk| {
                if letter == 'l' {
                    desk.send(Message::Go(Tab::KneeMap));
                }
                desk.type_in(letter);
            });
        }
        look_after(desk, painted, "about you", |desk| desk.press(Stroke::Enter));
        for (index, name) in ["a routine", "an exercise"].into_iter().enumerate() {
            look_after(desk, painted, name, |desk| {
                if index == 0 {
                    desk.send(Message::Go(Tab::Today));
                    desk.send(Message::Today(today_screen::Message::SeeSteps));
                } else {
                    desk.send(Message::Routine(routine::Message::Exercise(1)));
                }
            });
        }
    }
}
