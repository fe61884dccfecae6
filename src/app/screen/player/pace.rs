//! How often the player has to be looked at, and how the controls of a full screen go away.

use std::time::{Duration, Instant};

use super::showing::beat;
use super::{Player, RING_FRAME};
use crate::app::clock::Clock;
use crate::app::screen::Surroundings;
use crate::app::widget::{Mannequin, Next, Pose};
use crate::session::{Position, Repetition};

/// Without input for this long, the controls of a full screen go away.
const IDLE: Duration = Duration::from_secs(4);
/// How long they take to go.
const FADE: Duration = Duration::from_millis(320);
/// How often the figure is looked at while it moves, and the controls while they go.
pub(super) const FIGURE_FRAME: Duration = Duration::from_micros(33_333);
/// How often while nothing moves but something is about to go away.
pub(super) const QUIET_FRAME: Duration = Duration::from_millis(250);

impl Player {
    /// How often time has to be told while things are as they are; not at all while nothing moves.
    pub fn frame(&self, surroundings: &Surroundings) -> Option<Duration> {
        if self.session.is_running() {
            let gone = self.gone(surroundings.look.reduced_motion);
            let fades = gone > 0.0 && gone < 1.0;
            return Some(if fades { FIGURE_FRAME } else { RING_FRAME });
        }
        (self.undo.is_some() || self.flash_until.is_some()).then_some(QUIET_FRAME)
    }

    /// What the figure on the stage does at a real instant since time was told last. Between two times that are told it
    /// is looked at on its own.
    pub(super) fn pose(
        &self,
        mannequin: &Mannequin,
        real: Instant,
        clock: Clock,
        reduced_motion: bool,
    ) -> Pose {
        let position = self.session.position(clock.session(real));
        let beat = beat(&self.session, position);
        let moves = !reduced_motion && mannequin.is_moving(&beat);
        let beat = if moves {
            beat
        } else {
            mannequin.stepped(&beat)
        };
        let again = real + FIGURE_FRAME;
        let next = if !self.session.is_running() {
            Next::Wait
        } else if self.is_over(position) {
            Next::Tell
        } else if moves && again + FIGURE_FRAME / 2 <= self.now.real + RING_FRAME {
            Next::Look(again)
        } else {
            Next::Wait
        };
        Pose { beat, next }
    }

    /// Whether what was true when time was told last is over at this position: the segment, the repetition or a part
    /// of it.
    fn is_over(&self, position: Position) -> bool {
        let count = |repetition| match repetition {
            Some(Repetition::Timed { number, .. }) => Some(number),
            Some(Repetition::OwnPace { done, .. }) => Some(done),
            None => None,
        };
        let (before, now) = (self.position().repetition, position.repetition);
        let is_segment_over = position.left.is_zero() && self.session.segment().ends_by_itself();
        is_segment_over
            || count(before) != count(now)
            || before.and_then(|repetition| repetition.part())
                != now.and_then(|repetition| repetition.part())
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
