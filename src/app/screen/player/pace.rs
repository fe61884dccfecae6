//! How often the player has to be looked at, and how the controls of a full screen go away.

use std::time::{Duration, Instant};

use super::showing::beat;
use super::{Player, RING_FRAME};
use crate::app::playback::Playback;
use crate::app::screen::Viewport;
use crate::app::widget::{FRAME, Mannequin, Next};
use crate::figure::Beat;
use crate::session::{Position, Repetition};
use crate::settings::Motion;

/// Without input for this long, the controls of a full screen go away.
const IDLE: Duration = Duration::from_secs(4);
/// How long they take to go.
const FADE: Duration = Duration::from_millis(320);
/// How often while nothing moves but something is about to go away.
pub(super) const QUIET_FRAME: Duration = Duration::from_millis(250);

impl Player {
    /// How often time has to be told while things are as they are; not at all while nothing moves.
    pub fn frame(&self, playback: &Playback, viewport: &Viewport) -> Option<Duration> {
        if playback.is_running() {
            return Some(self.running_frame(playback, viewport.motion == Motion::Reduced));
        }
        (playback.undo().is_some() || self.flash_until.is_some()).then_some(QUIET_FRAME)
    }

    /// How often time is told while the session runs: more often while controls go away.
    fn running_frame(&self, playback: &Playback, reduced_motion: bool) -> Duration {
        let gone = self.gone(playback, reduced_motion);
        if gone > 0.0 && gone < 1.0 {
            FRAME
        } else {
            RING_FRAME
        }
    }

    /// What the figure on the stage does at a real instant since time was told last. Between two times that are told it
    /// is looked at on its own.
    pub(super) fn act(
        &self,
        playback: &Playback,
        mannequin: &Mannequin,
        real: Instant,
        reduced_motion: bool,
    ) -> (Beat, Next) {
        let session = playback.current();
        let position = session.position(playback.clock().session(real));
        let beat = beat(session, position);
        let moves = !reduced_motion && mannequin.is_moving(&beat);
        let beat = if moves {
            beat
        } else {
            mannequin.stepped(&beat)
        };
        let again = real + FRAME;
        let told = playback.now().real + self.running_frame(playback, reduced_motion);
        let next = if !playback.is_running() {
            Next::Wait
        } else if is_over(playback, position) {
            Next::Tell
        } else if moves && again + FRAME / 2 <= told {
            Next::Look(again)
        } else {
            Next::Wait
        };
        (beat, next)
    }

    /// Whether the pointer has to be watched: to bring controls back.
    pub fn watches_pointer(&self) -> bool {
        self.is_full_screen
    }

    /// How far the controls have gone away, from 0 to 1.
    pub(super) fn gone(&self, playback: &Playback, reduced_motion: bool) -> f32 {
        if !self.is_full_screen || !playback.is_running() {
            return 0.0;
        }
        let unused = playback
            .now()
            .real
            .saturating_duration_since(self.last_input);
        match unused.checked_sub(IDLE) {
            None => 0.0,
            Some(_) if reduced_motion => 1.0,
            Some(faded) => (faded.as_secs_f32() / FADE.as_secs_f32()).min(1.0),
        }
    }
}

/// Whether what was true when time was told last is over at this position: the segment, the repetition or a part
/// of it.
fn is_over(playback: &Playback, position: Position) -> bool {
    let doing = |repetition: Repetition| match repetition {
        Repetition::Timed { number, .. } => (number, repetition.part()),
        Repetition::OwnPace { done, .. } => (done, None),
    };
    let is_segment_over = position.left.is_zero() && playback.current().segment().ends_by_itself();
    is_segment_over || playback.position().repetition.map(doing) != position.repetition.map(doing)
}
