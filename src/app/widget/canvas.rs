//! What the drawn parts share.
use iced::widget::canvas::{Cache, Frame, Geometry};
use iced::{Renderer, Size};
use std::cell::Cell;

/// A drawing that is kept until what it shows changes. A plain [`Cache`] forgets when its size changes
/// but not when the theme does.
pub struct KeyedCache<K> {
    cache: Cache,
    key: Cell<Option<K>>,
}

impl<K> Default for KeyedCache<K> {
    fn default() -> Self {
        Self {
            cache: Cache::new(),
            key: Cell::new(None),
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
}
