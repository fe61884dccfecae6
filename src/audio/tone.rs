//! The sound of every cue: short bell-like clips made from a handful of sine partials.
//!
//! A person on the mat hears these without looking, so each cue has its own shape: the countdown
//! climbs towards the start, work opens high and rings, rest falls, a change of side swings to and
//! fro, half-way knocks twice, the end plays a chord upwards. Fundamentals stay between 500 and
//! 1600 Hz, where laptop speakers are strong and ears are keen.

use std::f32::consts::TAU;
use std::sync::Arc;

use crate::session::cue::{Count, Cue};

/// A mono sound, ready to be mixed: samples between -1 and 1 at the rate it was made for.
pub type Clip = Arc<[f32]>;

/// The loudest a single clip may be, and with it what the mixer passes on untouched.
///
/// It lies below [`super::mixer::CEILING`], so that one clip alone is never bent by the limiter.
pub const LOUDEST: f32 = 0.42;

/// Every cue there is, in the order of [`Palette`].
pub const CUES: [Cue; 10] = [
    Cue::GetReady,
    Cue::Count(Count::Three),
    Cue::Count(Count::Two),
    Cue::Count(Count::One),
    Cue::Start,
    Cue::Halfway,
    Cue::SwitchSides,
    Cue::Rest,
    Cue::RepBeat,
    Cue::Finished,
];

/// How long a note takes to reach its full level, in seconds: quick enough to mark a moment, slow
/// enough not to click.
const ATTACK: f32 = 0.004;

/// How long the end of a note takes to fall to nothing, in seconds.
const RELEASE: f32 = 0.025;

/// The partials of a note: multiple of the fundamental, level, and how much faster than the
/// fundamental it dies away. The slightly stretched fourth gives the colour of a small bell.
const PARTIALS: [(f32, f32, f32); 4] = [
    (1.0, 1.0, 1.0),
    (2.0, 0.28, 1.6),
    (3.0, 0.10, 2.4),
    (4.16, 0.06, 4.0),
];

/// One struck note inside a clip.
struct Note {
    /// When it is struck, in seconds from the start of the clip.
    at: f32,
    /// The pitch of its fundamental, in hertz.
    pitch: f32,
    /// From the strike to complete silence, in seconds.
    length: f32,
    /// In what time it falls to 1/e, in seconds.
    decay: f32,
    /// How loud it is against the other notes of the clip.
    level: f32,
}

/// A note that is struck and left to fade.
fn note(at: f32, pitch: f32, length: f32, decay: f32) -> Note {
    Note {
        at,
        pitch,
        length,
        decay,
        level: 1.0,
    }
}

/// A note that carries less weight than its neighbours.
fn under(at: f32, pitch: f32, length: f32, decay: f32, level: f32) -> Note {
    Note {
        at,
        pitch,
        length,
        decay,
        level,
    }
}

/// The notes of a cue, and the peak its clip is brought to.
///
/// Pitches are those of the equal-tempered scale with A4 at 440 Hz.
fn score(cue: Cue) -> (Vec<Note>, f32) {
    match cue {
        // D5 and G5, a fourth up: something is coming.
        Cue::GetReady => (
            vec![
                note(0.0, 587.33, 0.28, 0.09),
                note(0.17, 783.99, 0.45, 0.14),
            ],
            0.36,
        ),
        // E5, F sharp 5, G sharp 5: the next whole tone would be where the start rings.
        Cue::Count(Count::Three) => (vec![note(0.0, 659.26, 0.15, 0.06)], 0.34),
        Cue::Count(Count::Two) => (vec![note(0.0, 739.99, 0.15, 0.06)], 0.36),
        Cue::Count(Count::One) => (vec![note(0.0, 830.61, 0.15, 0.06)], 0.38),
        // E6 over B5: bright, open and long.
        Cue::Start => (
            vec![
                note(0.0, 1318.51, 0.75, 0.22),
                under(0.0, 987.77, 0.6, 0.18, 0.5),
            ],
            LOUDEST,
        ),
        // C6 twice, close together: a knock on the door.
        Cue::Halfway => (
            vec![
                note(0.0, 1046.50, 0.15, 0.05),
                note(0.16, 1046.50, 0.32, 0.09),
            ],
            0.36,
        ),
        // G5, D6, G5: there and back.
        Cue::SwitchSides => (
            vec![
                note(0.0, 783.99, 0.18, 0.06),
                note(0.14, 1174.66, 0.18, 0.06),
                note(0.28, 783.99, 0.40, 0.12),
            ],
            0.38,
        ),
        // A5 falling to D5: put it down.
        Cue::Rest => (
            vec![note(0.0, 880.0, 0.30, 0.10), note(0.2, 587.33, 0.6, 0.20)],
            0.36,
        ),
        // A short, quiet tap that is felt as a beat more than heard as a signal.
        Cue::RepBeat => (vec![note(0.0, 523.25, 0.07, 0.02)], 0.12),
        // C5, E5, G5, C6: home.
        Cue::Finished => (
            vec![
                under(0.0, 523.25, 0.45, 0.15, 0.9),
                under(0.15, 659.26, 0.45, 0.15, 0.9),
                under(0.30, 783.99, 0.55, 0.18, 0.9),
                note(0.45, 1046.50, 0.9, 0.28),
            ],
            0.40,
        ),
    }
}

/// Makes the clip of a cue for a device that plays `rate` samples a second.
///
/// The clip begins and ends at zero and its peak is at most [`LOUDEST`].
pub fn render(cue: Cue, rate: u32) -> Clip {
    let (notes, peak) = score(cue);
    let per_second = rate.max(1) as f32;
    let end = notes
        .iter()
        .map(|note| note.at + note.length)
        .fold(0.0, f32::max);
    let mut samples = vec![0.0_f32; (end * per_second).ceil() as usize + 1];
    for note in &notes {
        strike(note, per_second, &mut samples);
    }

    let loudest = samples
        .iter()
        .fold(0.0_f32, |loudest, sample| loudest.max(sample.abs()));
    if loudest > 0.0 {
        for sample in &mut samples {
            *sample *= peak / loudest;
        }
    }
    samples.into()
}

/// Adds one note to the clip.
fn strike(note: &Note, per_second: f32, samples: &mut [f32]) {
    let first = (note.at * per_second).round() as usize;
    let count = (note.length * per_second).floor() as usize;
    // A partial that the device cannot carry would fold back as a false pitch.
    let highest = per_second * 0.45;
    let partials = PARTIALS.map(|(multiple, level, haste)| {
        let pitch = note.pitch * multiple;
        let level = if pitch < highest { level } else { 0.0 };
        (pitch, level, haste / note.decay)
    });

    for (index, sample) in samples.iter_mut().skip(first).take(count).enumerate() {
        let time = index as f32 / per_second;
        let tone: f32 = partials
            .iter()
            .map(|(pitch, level, haste)| level * (-time * haste).exp() * (TAU * pitch * time).sin())
            .sum();
        *sample += note.level * edge(time, ATTACK) * edge(note.length - time, RELEASE) * tone;
    }
}

/// A smooth rise from 0 at no distance to 1 at `width`: the two ends of every note.
fn edge(distance: f32, width: f32) -> f32 {
    let share = (distance / width).clamp(0.0, 1.0);
    0.5 - 0.5 * (share * TAU * 0.5).cos()
}

/// All clips for one sample rate, made once when a device is opened.
pub struct Palette {
    rate: u32,
    clips: [Clip; CUES.len()],
}

impl Palette {
    /// Renders every cue for a device that plays `rate` samples a second.
    pub fn new(rate: u32) -> Self {
        Self {
            rate,
            clips: CUES.map(|cue| render(cue, rate)),
        }
    }

    /// The sample rate the clips were made for, in hertz.
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// The clip of a cue.
    pub fn clip(&self, cue: Cue) -> Clip {
        let index = match cue {
            Cue::GetReady => 0,
            Cue::Count(Count::Three) => 1,
            Cue::Count(Count::Two) => 2,
            Cue::Count(Count::One) => 3,
            Cue::Start => 4,
            Cue::Halfway => 5,
            Cue::SwitchSides => 6,
            Cue::Rest => 7,
            Cue::RepBeat => 8,
            Cue::Finished => 9,
        };
        Arc::clone(&self.clips[index])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATES: [u32; 6] = [16_000, 22_050, 44_100, 48_000, 96_000, 192_000];

    fn peak(samples: &[f32]) -> f32 {
        samples
            .iter()
            .fold(0.0, |peak, sample| peak.max(sample.abs()))
    }

    /// How strongly a pitch sounds in some samples.
    fn strength(samples: &[f32], pitch: f32, rate: u32) -> f32 {
        let (mut real, mut imaginary) = (0.0, 0.0);
        for (index, sample) in samples.iter().enumerate() {
            let angle = TAU * pitch * index as f32 / rate as f32;
            real += sample * angle.cos();
            imaginary += sample * angle.sin();
        }
        real.hypot(imaginary)
    }

    /// The melody of a clip: for every 50 ms the strongest note, counted in semitones above C5, or
    /// nothing where it has died away.
    fn melody(cue: Cue) -> Vec<Option<usize>> {
        let rate = 16_000;
        let clip = render(cue, rate);
        clip.chunks(800)
            .map(|window| {
                let notes = 0..24;
                let loud = peak(window) > 0.02;
                notes.filter(|_| loud).max_by(|one, other| {
                    let pitch = |note: &usize| 523.25 * (*note as f32 / 12.0).exp2();
                    strength(window, pitch(one), rate).total_cmp(&strength(
                        window,
                        pitch(other),
                        rate,
                    ))
                })
            })
            .collect()
    }

    #[test]
    fn every_clip_is_soft_at_its_edges_and_never_too_loud() {
        for rate in RATES {
            for cue in CUES {
                let clip = render(cue, rate);
                let name = format!("{cue:?} at {rate} Hz");
                assert!(peak(&clip) <= LOUDEST + 1e-6, "{name}");
                assert!(clip[0].abs() < 1e-4, "{name} begins with {}", clip[0]);
                let last = clip[clip.len() - 1];
                assert!(last.abs() < 1e-4, "{name} ends with {last}");
                // As steep as the loudest sine of 2.5 kHz, no click of a single sample.
                let steepest = LOUDEST * TAU * 2_500.0 / rate as f32;
                for pair in clip.windows(2) {
                    assert!((pair[1] - pair[0]).abs() <= steepest, "{name}: {pair:?}");
                }
            }
        }
    }

    #[test]
    fn every_clip_marks_its_moment() {
        for cue in CUES {
            let clip = render(cue, 48_000);
            let first = peak(&clip[..480]);
            assert!(
                first > 0.6 * peak(&clip),
                "{cue:?} reaches {first} in 10 ms"
            );
            assert!(peak(&clip[..96]) > 0.006, "{cue:?} can be heard after 2 ms");
        }
    }

    #[test]
    fn clips_are_as_long_as_their_part_allows() {
        for cue in CUES {
            let seconds = render(cue, 48_000).len() as f32 / 48_000.0;
            let longest = match cue {
                Cue::RepBeat => 0.1,
                Cue::Count(_) => 0.2,
                _ => 1.4,
            };
            assert!(seconds > 0.05 && seconds <= longest, "{cue:?}: {seconds} s");
        }
    }

    #[test]
    fn a_repetition_is_quieter_than_every_signal() {
        let beat = peak(&render(Cue::RepBeat, 48_000));
        for cue in CUES.into_iter().filter(|cue| *cue != Cue::RepBeat) {
            assert!(peak(&render(cue, 48_000)) > 2.0 * beat, "{cue:?}");
        }
    }

    #[test]
    fn no_two_cues_share_a_melody() {
        let melodies = CUES.map(|cue| (cue, melody(cue)));
        for (index, (cue, one)) in melodies.iter().enumerate() {
            for (other_cue, other) in &melodies[..index] {
                // A semitone more or less is not enough to tell two sounds apart.
                let is_alike = one.len() == other.len()
                    && one.iter().zip(other).all(|pair| match pair {
                        (Some(one), Some(other)) => one.abs_diff(*other) < 2,
                        (one, other) => one == other,
                    });
                assert!(!is_alike, "{cue:?} and {other_cue:?} sound alike: {one:?}");
            }
        }
    }

    #[test]
    fn melodies_are_what_their_names_say() {
        let first_and_last = |cue| {
            let notes: Vec<usize> = melody(cue).into_iter().flatten().collect();
            (notes[0], notes[notes.len() - 1])
        };
        for rising in [Cue::GetReady, Cue::Finished] {
            let (first, last) = first_and_last(rising);
            assert!(last > first, "{rising:?}");
        }
        let (first, last) = first_and_last(Cue::Rest);
        assert!(last < first, "rest falls");
        let counts = [Count::Three, Count::Two, Count::One].map(|count| {
            let (first, _) = first_and_last(Cue::Count(count));
            first
        });
        let (start, _) = first_and_last(Cue::Start);
        assert!(counts[0] < counts[1] && counts[1] < counts[2] && counts[2] < start);
    }

    #[test]
    fn the_palette_holds_every_cue_at_its_rate() {
        let palette = Palette::new(22_050);
        assert_eq!(palette.rate(), 22_050);
        for cue in CUES {
            assert_eq!(*palette.clip(cue), *render(cue, 22_050), "{cue:?}");
        }
    }
}
