//! The speaker: turns the cues of a session into sound, each at its moment.
//!
//! [`Speaker`] is a handle that never blocks. Behind it a thread owns the output device, opens it when it
//! is asked to and opens it again when it was lost. Time is kept by the sample: the stream itself knows
//! at which of its frames each cue begins, so nothing has to wake up in time for one.
//!
//! * [`tone`] makes the sound of every cue,
//! * [`schedule`] knows which cues are to come, [`clock`] at which frame a moment is heard,
//! * [`mixer`] adds up what sounds, [`playback`] joins these into one source,
//! * [`device`] is the only place that opens an output, [`engine`] the thread that keeps it open.

pub mod clock;
pub mod device;
pub mod engine;
pub mod mixer;
pub mod playback;
pub mod schedule;
pub mod tone;

pub use device::Reason;
pub use engine::{Event, Events, Speaker};
pub use schedule::Due;
