//! What the drawn parts share.
use iced::widget::canvas::{Cache, Frame, Geometry};
use iced::{Rectangle, Renderer, Size};
use std::cell::Cell;

/// A drawing that is kept until what it shows changes. A plain [`Cache`] forgets when its size changes
/// but not when the theme does.
pub struct KeyedCache<K> {
    cache: Cache,
    key: Cell<Option<K>>,
    /// The room the drawing takes, where it says so.
    bounds: Cell<Rectangle>,
}

impl<K> Default for KeyedCache<K> {
    fn default() -> Self {
        Self {
            cache: Cache::new(),
            key: Cell::new(None),
            bounds: Cell::new(Rectangle::default()),
        }
    }
}

impl<K: Copy + PartialEq> KeyedCache<K> {
    /// The drawing for this key, made anew only where the last one was for another.
    pub fn draw(
        &self,
        renderer: &Renderer,
        size: Size,
        key: K,
        draw: impl FnOnce(&mut Frame),
    ) -> Geometry {
        if self.key.replace(Some(key)) != Some(key) {
            self.cache.clear();
        }

        self.cache.draw(renderer, size, draw)
    }

    /// The same for a drawing that knows how much room it takes: only that much is painted anew when it changes.
    /// `prepare` says so, in the coordinates of what is drawn, before `draw` is asked.
    pub fn draw_within<T>(
        &self,
        renderer: &Renderer,
        key: K,
        prepare: impl FnOnce() -> (Rectangle, T),
        draw: impl FnOnce(&mut Frame, T),
    ) -> Geometry {
        if self.key.replace(Some(key)) == Some(key) {
            return self
                .cache
                .draw_with_bounds(renderer, self.bounds.get(), |_| {});
        }
        let (bounds, prepared) = prepare();
        self.bounds.set(bounds);
        self.cache.clear();
        self.cache
            .draw_with_bounds(renderer, bounds, |frame| draw(frame, prepared))
    }
}
