//! Preferences (to be merged).
use crate::exercise::Side;
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings { pub volume: u8, pub muted: bool, pub countdown: bool, pub rep_beats: bool, pub appearance: Appearance, pub motion: Motion, pub first_side: Side, pub get_ready_seconds: Option<u32> }
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appearance { System, Light, Dark }
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion { Full, Reduced }
impl Default for Settings { fn default() -> Self { Self { volume: 80, muted: false, countdown: true, rep_beats: false, appearance: Appearance::System, motion: Motion::Full, first_side: Side::Left, get_ready_seconds: None } } }
impl From<&Settings> for crate::routine::timeline::Start {
    /// How this person wants routines to begin.
    fn from(settings: &Settings) -> Self {
        Self {
            first: settings.first_side,
            get_ready: settings.get_ready_seconds.map(crate::authoring::Seconds::whole),
        }
    }
}
/// x
#[derive(Debug, Clone, thiserror::Error)]
#[error("x")]
pub struct Error;
pub fn read_own() -> (Settings, Vec<crate::authoring::Problem>) { (Settings::default(), vec![]) }
pub fn write_own(_: &Settings) -> Result<(), Error> { Ok(()) }
