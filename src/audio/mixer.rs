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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::audio::tone::{CUES, render};

    const RATE: u32 = 48_000;

    fn steepest(samples: &[f32]) -> f32 {
        samples
            .windows(2)
            .map(|pair| (pair[1] - pair[0]).abs())
            .fold(0.0, f32::max)
    }

    /// Mixes all that has begun until it has rung out, in blocks of 480 frames.
    fn ring_out(mixer: &mut Mixer) -> Vec<f32> {
        let mut heard = Vec::new();
        while !mixer.voices.is_empty() {
            let mut block = [0.0; 480];
            mixer.render(&mut block);
            heard.extend(block);
        }
        heard
    }

    #[test]
    fn one_cue_alone_is_left_as_it_is() {
        for cue in CUES {
            let clip = render(cue, RATE);
            let mut mixer = Mixer::new(RATE, 1.0);
            mixer.begin(Clip::clone(&clip), 7);
            let heard = ring_out(&mut mixer);
            assert_eq!(heard[7..7 + clip.len()], *clip, "{cue:?}");
        }
    }

    #[test]
    fn all_cues_at_once_stay_below_the_ceiling() {
        let mut mixer = Mixer::new(RATE, 1.0);
        for cue in CUES {
            mixer.begin(render(cue, RATE), 0);
            mixer.begin(render(cue, RATE), 100);
        }
        let heard = ring_out(&mut mixer);
        let loudest = heard
            .iter()
            .fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
        assert!(loudest > LOUDEST, "the limiter had something to do");
        assert!(loudest <= CEILING);
        assert!(20.0 * CEILING.log10() <= -6.0);
    }

    proptest! {
        #[test]
        fn cues_in_any_overlap_stay_below_the_ceiling(
            starts in proptest::collection::vec((0..CUES.len(), 0..480_usize, 0..40_usize), 1..20),
            gain in 0.0..1.0_f32,
        ) {
            let mut mixer = Mixer::new(RATE, gain);
            let mut heard = Vec::new();
            for (cue, wait, blocks) in starts {
                mixer.begin(render(CUES[cue], 8_000), wait);
                for _ in 0..blocks {
                    let mut block = [0.0; 480];
                    mixer.render(&mut block);
                    heard.extend(block);
                }
            }
            heard.extend(ring_out(&mut mixer));
            prop_assert!(heard.iter().all(|sample| sample.abs() <= CEILING));
        }

        #[test]
        fn the_limiter_bends_without_a_corner(sample in -50.0..50.0_f32) {
            let bent = limit(sample);
            prop_assert!(bent.abs() <= CEILING);
            prop_assert!(bent.abs() <= sample.abs());
            prop_assert_eq!(limit(-sample), -bent);
            // No steeper than the line it bends, and never downhill.
            let step = limit(sample + 0.001) - bent;
            prop_assert!((-1e-6..=0.001 + 1e-5).contains(&step));
        }
    }

    #[test]
    fn the_volume_glides() {
        let clip: Clip = vec![0.3; 4800].into();
        let mut mixer = Mixer::new(RATE, 0.0);
        mixer.begin(clip, 0);
        mixer.set_gain(1.0);
        let heard = ring_out(&mut mixer);
        assert!(steepest(&heard[..4800]) < 0.001);
        assert_eq!(heard[480], 0.3);
    }
}
