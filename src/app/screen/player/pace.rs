//! How often the player has to be looked at, and how the controls of a full screen go away.

use std::time::Duration;

use super::{Player, RING_FRAME};
use crate::app::screen::Surroundings;

/// Without input for this long, the controls of a full screen go away.
const IDLE: Duration = Duration::from_secs(4);
/// How long they take to go.
const FADE: Duration = Duration::from_millis(320);
/// How often the picture is looked at while the figure moves.
pub(super) const FIGURE_FRAME: Duration = Duration::from_micros(33_333);
/// How often while nothing moves but something is about to go away.
pub(super) const QUIET_FRAME: Duration = Duration::from_millis(250);

impl Player {
    /// How often time has to be told while things are as they are; not at all while nothing moves.
    pub fn frame(&self, surroundings: &Surroundings) -> Option<Duration> {
        if self.session.is_running() {
            let moves = !surroundings.look.reduced_motion
                && self.showing.is_moving(&self.session, self.position());
            let gone = self.gone(surroundings.look.reduced_motion);
            let fades = gone > 0.0 && gone < 1.0;
            return Some(if moves || fades {
                FIGURE_FRAME
            } else {
                RING_FRAME
            });
        }
        (self.undo.is_some() || self.flash_until.is_some()).then_some(QUIET_FRAME)
    }

    /// Whether the pointer has to be watched: to bring controls back, or to take the focus ring away.
    pub fn watches_pointer(&self) -> bool {
        self.is_full_screen || self.focus.is_shown()
    }

    /// How far the controls have gone away, from 0 to 1.
    pub(super) fn gone(&self, reduced_motion: bool) -> f32 {
        if !self.is_full_screen || !self.session.is_running() {
            return 0.0;
        }
        let unused = self.now.real.saturating_duration_since(self.last_input);
        match unused.checked_sub(IDLE) {
            None => 0.0,
            Some(_) if reduced_motion => 1.0,
            Some(fading) => (fading.as_secs_f32() / FADE.as_secs_f32()).min(1.0),
        }
    }
}
