//! Adds the sounding clips together, follows the volume and keeps the sum below a ceiling.

use super::tone::{Clip, LOUDEST};

/// The loudest the mix ever gets, whatever sounds at once: -6 dB below full scale.
pub const CEILING: f32 = 0.5;

/// How long a cut takes to fade what is sounding, in seconds.
const FADE: f32 = 0.006;

/// How long a change of volume takes, in seconds.
const GLIDE: f32 = 0.008;

/// A clip on its way through the speaker.
struct Voice {
    clip: Clip,
    /// How many samples of silence are left before the clip begins.
    wait: usize,
    /// The next sample of the clip.
    next: usize,
    /// How many samples are left before a cut has faded it out.
    fade: Option<usize>,
}

/// Mixes clips into mono blocks.
pub struct Mixer {
    voices: Vec<Voice>,
    /// The gain of this moment and the one it glides to.
    gain: f32,
    target: f32,
    /// How far the gain moves with each sample.
    glide: f32,
    /// How many samples a cut takes.
    fade: usize,
}

impl Mixer {
    /// A mixer with nothing sounding, for a device that plays `rate` samples a second.
    pub fn new(rate: u32, gain: f32) -> Self {
        let per_second = rate as f32;
        Self {
            voices: Vec::with_capacity(8),
            gain,
            target: gain,
            glide: 1.0 / (GLIDE * per_second).max(1.0),
            fade: (FADE * per_second).ceil().max(1.0) as usize,
        }
    }

    /// Begins a clip `wait` samples into the next block.
    pub fn begin(&mut self, clip: Clip, wait: usize) {
        self.voices.push(Voice {
            clip,
            wait,
            next: 0,
            fade: None,
        });
    }

    /// Fades out everything that sounds within a few milliseconds.
    pub fn cut(&mut self) {
        // A clip that waits for its first sample has nothing to fade.
        self.voices.retain(|voice| voice.wait == 0);
        for voice in &mut self.voices {
            voice.fade = voice.fade.or(Some(self.fade));
        }
    }

    /// Glides to a new gain; 1 leaves the clips as they are.
    pub fn set_gain(&mut self, gain: f32) {
        self.target = gain.clamp(0.0, 1.0);
    }

    /// How many clips are sounding or about to.
    #[cfg(test)]
    pub fn voices(&self) -> usize {
        self.voices.len()
    }

    /// Fills the next block of mono samples.
    pub fn render(&mut self, block: &mut [f32]) {
        block.fill(0.0);
        for voice in &mut self.voices {
            voice.add_to(block, self.fade);
        }
        self.voices.retain(Voice::is_sounding);

        for sample in block {
            self.gain += (self.target - self.gain).clamp(-self.glide, self.glide);
            *sample = limit(*sample * self.gain);
        }
    }
}

impl Voice {
    fn add_to(&mut self, block: &mut [f32], fade: usize) {
        let silence = self.wait.min(block.len());
        self.wait -= silence;
        for sample in &mut block[silence..] {
            let Some(value) = self.clip.get(self.next) else {
                break;
            };
            self.next += 1;
            let level = match &mut self.fade {
                None => 1.0,
                Some(0) => break,
                Some(left) => {
                    *left -= 1;
                    let share = *left as f32 / fade as f32;
                    share * share * (3.0 - 2.0 * share)
                }
            };
            *sample += value * level;
        }
    }

    fn is_sounding(&self) -> bool {
        self.next < self.clip.len() && self.fade != Some(0)
    }
}

/// Bends a sample below [`CEILING`]: untouched up to [`LOUDEST`], then ever flatter.
///
/// It has no memory and no corner, so it can neither pump nor click.
fn limit(sample: f32) -> f32 {
    let size = sample.abs();
    if size <= LOUDEST {
        return sample;
    }
    let room = CEILING - LOUDEST;
    (LOUDEST + room * ((size - LOUDEST) / room).tanh()).copysign(sample)
}
