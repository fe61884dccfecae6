//! Brings a part of what scrolls into sight, wherever it lies.

use iced::advanced::widget::operation::scrollable::{AbsoluteOffset, scroll_to};
use iced::advanced::widget::operation::{Operation, Outcome, Scrollable};
use iced::advanced::widget::{Id, operate};
use iced::{Rectangle, Task, Vector};

use super::focus_ring;

/// Scrolls just as far as needed for the container `part` to be seen whole in the scrollable `scroller`.
pub fn reveal<Message: Send + 'static>(scroller: Id, part: Id) -> Task<Message> {
    operate(Reveal {
        scroller,
        part,
        window: None,
        found: None,
    })
    .discard()
}

struct Reveal {
    scroller: Id,
    part: Id,
    window: Option<Window>,
    found: Option<Rectangle>,
}

/// What scrolls: where it lies, where its content would lie unscrolled, and how far it is scrolled.
#[derive(Debug, Clone, Copy)]
struct Window {
    bounds: Rectangle,
    content: Rectangle,
    scrolled: f32,
}

impl Operation for Reveal {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        if id == Some(&self.part) {
            self.found = Some(bounds);
        }
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        if id == Some(&self.scroller) {
            let scrolled = translation.y;
            self.window = Some(Window {
                bounds,
                content,
                scrolled,
            });
        }
    }

    fn finish(&self) -> Outcome<()> {
        let (Some(window), Some(part)) = (self.window, self.found) else {
            return Outcome::None;
        };
        match offset(window, part) {
            Some(y) => {
                let y = AbsoluteOffset {
                    x: None,
                    y: Some(y),
                };
                Outcome::Chain(Box::new(scroll_to(self.scroller.clone(), y)))
            }
            None => Outcome::None,
        }
    }
}

/// How far to scroll for a part to be seen whole with the ring around it; none where it is.
fn offset(window: Window, part: Rectangle) -> Option<f32> {
    let room = focus_ring::GAP + focus_ring::WIDTH + 4.0;
    let top = (part.y - window.content.y - room).max(0.0);
    let bottom = part.y + part.height - window.content.y + room;
    if top < window.scrolled {
        Some(top)
    } else if bottom > window.scrolled + window.bounds.height {
        Some(bottom - window.bounds.height)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_scrolls_as_far_as_needed_and_no_further() {
        let rectangle = |y, height| Rectangle {
            x: 0.0,
            y,
            width: 300.0,
            height,
        };
        let at = |scrolled| Window {
            bounds: rectangle(100.0, 400.0),
            content: rectangle(100.0, 2_000.0),
            scrolled,
        };
        for (scrolled, part, wanted) in [
            (0.0, rectangle(200.0, 60.0), None),
            (0.0, rectangle(100.0, 60.0), None),
            (0.0, rectangle(470.0, 60.0), Some(39.0)),
            (500.0, rectangle(300.0, 60.0), Some(191.0)),
            (500.0, rectangle(100.0, 60.0), Some(0.0)),
        ] {
            assert_eq!(offset(at(scrolled), part), wanted, "{scrolled} {part:?}");
        }
    }
}
