//! What the window wants to be heard: the player's signals, at the loudness of the settings.

use std::time::{Duration, Instant};

use super::clock::Clock;
use crate::audio::{self, Due, Speaker};
use crate::session::cue::{Count, Cue};
use crate::settings::Settings;

/// The speaker, and whether it has something to speak through.
#[derive(Debug, Clone)]
pub(super) struct Sound {
    speaker: Speaker,
    /// Whether there is no device to sound through.
    is_silent: bool,
}

impl Sound {
    /// A speaker that opens nothing before a screen with sound appears.
    pub(super) fn new(speaker: Speaker) -> Self {
        Self {
            speaker,
            is_silent: false,
        }
    }

    /// Takes in what the speaker says about the device.
    pub(super) fn heard(&mut self, event: &audio::Event) {
        self.is_silent = matches!(event, audio::Event::Silent { .. });
    }

    /// Whether there should be sound and is none.
    pub(super) fn is_silent(&self) -> bool {
        self.is_silent
    }

    /// A screen with sound appears.
    pub(super) fn open(&self) {
        self.speaker.open();
    }

    /// It is left.
    pub(super) fn release(&self) {
        self.speaker.release();
    }

    /// Sets loudness.
    pub(super) fn follow(&self, settings: &Settings) {
        self.speaker
            .set_volume(f32::from(settings.volume.percent()) / 100.0);
        self.speaker.set_muted(settings.muted);
    }

    /// Gives a session's signals to the speaker, instead of those that have not begun.
    pub(super) fn schedule(&self, signals: Vec<(Instant, Cue)>, clock: Clock, settings: &Settings) {
        self.speaker.play(dues(signals, clock, settings));
    }

    /// Cuts what sounds.
    pub(super) fn cut(&self) {
        self.speaker.silence();
    }

    /// Lets one hear how loud it is.
    pub(super) fn try_out(&self, now: Instant) {
        const PIPS: [(u64, Cue); 4] = [
            (100, Cue::Count(Count::Three)),
            (600, Cue::Count(Count::Two)),
            (1_100, Cue::Count(Count::One)),
            (1_600, Cue::Start),
        ];
        let dues = PIPS.map(|(after, cue)| Due {
            at: now + Duration::from_millis(after),
            cue,
        });
        self.speaker.play(dues.to_vec());
    }
}

/// The signals the settings want, at the real instants a session's fall on.
pub(super) fn dues(signals: Vec<(Instant, Cue)>, clock: Clock, settings: &Settings) -> Vec<Due> {
    signals
        .into_iter()
        .filter(|(_, cue)| is_wanted(*cue, settings))
        .map(|(at, cue)| Due {
            at: clock.real(at),
            cue,
        })
        .collect()
}

/// Whether the settings want this signal.
fn is_wanted(cue: Cue, settings: &Settings) -> bool {
    match cue {
        Cue::Count(_) | Cue::Halfway => settings.countdown,
        Cue::RepBeat => settings.rep_beats,
        Cue::GetReady | Cue::Start | Cue::SwitchSides | Cue::Rest | Cue::Finished => true,
    }
}
