//! Pictures of the knee for pages that only show it: made once for each view and leg, and shared.

use std::collections::HashMap;

use iced::widget::image::Handle;

use crate::app::screen::knee_map::{Layer, Wanted, picture};
use crate::knee::View;
use crate::side::Side;

/// The size of a picture, in pixels. On most pages the joint is up to 250 logical pixels high, which is sharp at twice
/// the density; twice this size would take four times the memory for views that few people look at.
const SIZE: (u32, u32) = (450, 600);
/// The size for lists: shrunk with care, as the renderer leaves out lines of a picture that is much too large.
const SMALL: (u32, u32) = (225, 300);

/// One view of one leg.
#[derive(Debug, Clone)]
pub struct Picture {
    large: Handle,
    small: Handle,
}

/// The pictures that pages have asked for.
#[derive(Debug, Default)]
pub struct Pictures(HashMap<(View, Side), Option<Picture>>);

impl Pictures {
    /// The picture of this view, once it is made.
    pub fn of(&self, view: View, leg: Side) -> Option<&Handle> {
        Some(&self.0.get(&(view, leg))?.as_ref()?.large)
    }

    /// The same for a list, in which it is not higher than a hundred logical pixels.
    pub fn small(&self, view: View, leg: Side) -> Option<&Handle> {
        Some(&self.0.get(&(view, leg))?.as_ref()?.small)
    }

    /// Notes that a picture is wanted. Says whether it has to be made.
    pub fn ask(&mut self, view: View, leg: Side) -> bool {
        let is_new = !self.0.contains_key(&(view, leg));
        if is_new {
            let _none = self.0.insert((view, leg), None);
        }
        is_new
    }

    /// Keeps a picture.
    pub fn keep(&mut self, view: View, leg: Side, picture: Option<Picture>) {
        let _before = self.0.insert((view, leg), picture);
    }
}

/// Makes a picture, which takes some tens of milliseconds: not on the thread that draws.
pub fn make(view: View, leg: Side) -> Option<Picture> {
    let prepared = |(width, height)| {
        picture::prepare(Wanted {
            view,
            leg,
            layer: Layer::Inside,
            width,
            height,
        })
    };
    Some(Picture {
        large: prepared(SIZE)?,
        small: prepared(SMALL)?,
    })
}
