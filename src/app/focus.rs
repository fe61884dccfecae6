//! Which control the keyboard is on.
//!
//! Buttons of iced hold no focus, so each screen lists the messages of its controls in order, and the one the
//! keyboard is on is remembered by its message.

/// The control the keyboard is on, named by the message it sends.
#[derive(Debug, Clone, PartialEq)]
pub struct Focus<Message> {
    current: Option<Message>,
    is_shown: bool,
}

impl<Message> Default for Focus<Message> {
    fn default() -> Self {
        Self {
            current: None,
            is_shown: false,
        }
    }
}

impl<Message: PartialEq + Clone> Focus<Message> {
    /// Rests on a control, without a ring until the keyboard is used.
    pub fn on(message: Message) -> Self {
        Self {
            current: Some(message),
            is_shown: false,
        }
    }

    /// Whether to draw the ring around the control that sends this message.
    pub fn is_on(&self, message: &Message) -> bool {
        self.is_shown && self.current.as_ref() == Some(message)
    }

    /// Whether the ring is drawn anywhere.
    pub fn is_shown(&self) -> bool {
        self.is_shown
    }

    /// The message of the control the keyboard is on, if that control is still there.
    pub fn current(&self, stops: &[Message]) -> Option<Message> {
        self.current
            .as_ref()
            .filter(|current| stops.contains(current))
            .cloned()
    }

    /// Goes on to the next of these controls, round and round.
    pub fn step(&mut self, stops: &[Message], direction: Direction) {
        if stops.is_empty() {
            return;
        }
        let last = stops.len() - 1;
        let here = self
            .current
            .as_ref()
            .and_then(|current| stops.iter().position(|stop| stop == current));
        let next = match (here, direction, self.is_shown) {
            // The first press only shows where one is.
            (Some(here), _, false) => here,
            (Some(here), Direction::Forward, true) if here < last => here + 1,
            (Some(here), Direction::Back, true) if here > 0 => here - 1,
            (_, Direction::Forward, _) => 0,
            (_, Direction::Back, _) => last,
        };
        self.current = stops.get(next).cloned();
        self.is_shown = true;
    }

    /// Goes on to the next of these controls. Says whether there was none left, and takes the ring away then.
    pub fn step_out(&mut self, stops: &[Message], direction: Direction) -> bool {
        let edge = match direction {
            Direction::Forward => stops.last(),
            Direction::Back => stops.first(),
        };
        let is_out = stops.is_empty() || self.is_shown && self.current.as_ref() == edge;
        if is_out {
            self.hide();
        } else {
            self.step(stops, direction);
        }
        is_out
    }

    /// Comes in from outside, at the first of these controls or the last.
    pub fn enter(&mut self, stops: &[Message], direction: Direction) {
        self.current = match direction {
            Direction::Forward => stops.first().cloned(),
            Direction::Back => stops.last().cloned(),
        };
        self.is_shown = true;
    }

    /// Goes to a control and keeps the ring as it is.
    pub fn rest_on(&mut self, message: Message) {
        self.current = Some(message);
    }

    /// Takes the ring away: the pointer is being used.
    pub fn hide(&mut self) {
        self.is_shown = false;
    }
}

/// Which way Tab goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Tab.
    Forward,
    /// Shift and Tab.
    Back,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tab_shows_then_moves_and_goes_round() {
        let stops = ["start", "steps", "side"];
        let mut focus = Focus::on("start");
        assert!(!focus.is_on(&"start"));
        let mut seen = Vec::new();
        for _ in 0..4 {
            focus.step(&stops, Direction::Forward);
            seen.push(focus.current(&stops));
        }
        assert_eq!(
            seen,
            [Some("start"), Some("steps"), Some("side"), Some("start")]
        );
        focus.step(&stops, Direction::Back);
        assert!(focus.is_on(&"side"));
    }

    #[test]
    fn tab_leaves_after_the_last_control_and_comes_in_at_the_first() {
        let stops = ["start", "steps"];
        let mut focus = Focus::on("start");
        let left: Vec<bool> = (0..3)
            .map(|_| focus.step_out(&stops, Direction::Forward))
            .collect();
        assert_eq!(left, [false, false, true]);
        assert!(!focus.is_shown());
        focus.enter(&stops, Direction::Forward);
        assert!(focus.is_on(&"start"));
        assert!(focus.step_out(&stops, Direction::Back));
        focus.enter(&stops, Direction::Back);
        assert!(focus.is_on(&"steps"));
    }

    #[test]
    fn a_control_that_is_gone_holds_no_focus() {
        let mut focus = Focus::on("start");
        assert_eq!(focus.current(&["steps"]), None);
        focus.step(&["steps", "side"], Direction::Back);
        assert_eq!(focus.current(&["steps", "side"]), Some("side"));
    }
}
