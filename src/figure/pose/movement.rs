//! A movement: key postures, and which of them, or what between them, is asked for at one instant.

use serde::Deserialize;

use super::blend::Blend;
use super::{PartialPose, Pose};
use crate::figure::number::{Number, Seconds, given};
use crate::figure::outline::camera::View;
use crate::figure::prop::Prop;
use crate::figure::skeleton::Bone;
use crate::figure::surface::muscle::{Muscle, Sides};
use crate::side::Side;

/// How one exercise moves, as the `figure` field of an exercise file states it: camera, key postures, props, the
/// muscles it is for.
///
/// Every movement that could be read can be drawn: numbers are finite and bounded, and lists are short.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "MovementFile")]
pub struct Movement {
    pub(crate) camera: View,
    pub(crate) muscles: Vec<(Muscle, Sides)>,
    pub(crate) props: Vec<Prop>,
    pub(crate) frames: Vec<Frame>,
    pub(crate) alternate: bool,
    pub(crate) bare_feet: bool,
    pub(crate) side: Side,
    pub(crate) key: usize,
    pub(crate) middle_to: usize,
    pub(crate) zoom: Option<Zoom>,
}

/// One key posture, and how long it takes to get there and stays.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Frame {
    pub move_seconds: f32,
    pub hold_seconds: f32,
    pub pose: Pose,
}

/// Shows a small part of the body large.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Zoom {
    pub on: Bone,
    /// Width of the window in body heights.
    pub width: Number,
}

/// What stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MovementFile {
    camera: View,
    #[serde(default)]
    muscles: Vec<(Muscle, Sides)>,
    #[serde(default)]
    props: Vec<Prop>,
    /// What all frames share.
    #[serde(default)]
    base: PartialPose,
    frames: Vec<FrameFile>,
    /// The mirror image of all frames follows them: marching, lunges.
    #[serde(default)]
    alternate: bool,
    #[serde(default)]
    bare_feet: bool,
    /// The working side as written; the other side is its mirror image.
    #[serde(default)]
    side: Side,
    /// The frame that shows the exercise best, counted from 0; if left out, the one held longest.
    #[serde(default, deserialize_with = "given")]
    key: Option<usize>,
    /// Where the middle phase of a tempo goes on to from the key frame, if it moves at all.
    #[serde(default, deserialize_with = "given")]
    middle_to: Option<usize>,
    #[serde(default, deserialize_with = "given")]
    zoom: Option<Zoom>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameFile {
    /// Seconds to get into this frame from the one before; the first follows the last.
    #[serde(default = "move_seconds")]
    move_s: Seconds,
    /// Seconds it stays.
    #[serde(default = "hold_seconds")]
    hold_s: Seconds,
    #[serde(default)]
    pose: PartialPose,
}

fn move_seconds() -> Seconds {
    Seconds::constant(1.5)
}

fn hold_seconds() -> Seconds {
    Seconds::constant(0.5)
}

/// More frames, props or muscles than this are refused.
const LONGEST_LIST: usize = 64;

impl TryFrom<MovementFile> for Movement {
    type Error = String;

    fn try_from(file: MovementFile) -> Result<Self, String> {
        let count = file.frames.len();
        for (name, count) in [
            ("frames", count),
            ("props", file.props.len()),
            ("muscles", file.muscles.len()),
        ] {
            if count > LONGEST_LIST {
                return Err(format!(
                    "{count} {name}: at most {LONGEST_LIST} are possible"
                ));
            }
        }
        if count == 0 {
            return Err("a figure needs at least one frame".into());
        }
        let frames: Vec<Frame> = file
            .frames
            .iter()
            .map(|frame| Frame {
                move_seconds: frame.move_s.get(),
                hold_seconds: frame.hold_s.get(),
                pose: frame.pose.over(&file.base),
            })
            .collect();
        let longest_held = (0..count)
            .max_by(|a, b| frames[*a].hold_seconds.total_cmp(&frames[*b].hold_seconds))
            .unwrap_or(0);
        let key = file.key.unwrap_or(longest_held);
        let middle_to = file.middle_to.unwrap_or(key);
        if key >= count {
            return Err(format!("key: {key}, but the last frame is {}", count - 1));
        }
        if !(key..count).contains(&middle_to) {
            return Err(format!(
                "middle_to: {middle_to} must lie between key ({key}) and the last frame ({})",
                count - 1
            ));
        }
        Ok(Self {
            camera: file.camera,
            muscles: file.muscles,
            props: file.props,
            frames,
            alternate: file.alternate,
            bare_feet: file.bare_feet,
            side: file.side,
            key,
            middle_to,
            zoom: file.zoom,
        })
    }
}

/// What is asked of the figure at one instant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Beat {
    /// The first key frame: before an exercise starts.
    Start,
    /// The key frame: for thumbnails.
    Key,
    /// A hold: into the key frame, then still.
    Hold {
        /// Seconds since the hold began.
        elapsed: f32,
    },
    /// One repetition.
    Rep {
        /// Counted from 0. Where the movement alternates, odd ones are the mirror image.
        number: u32,
        /// Seconds since this repetition began.
        elapsed: f32,
        /// Seconds this repetition lasts.
        length: f32,
        /// Seconds towards the key frame, in it, and back. Without it, the frames' own times are stretched to `length`.
        tempo: Option<[f32; 3]>,
    },
    /// One key frame without movement, counted from 0; after the last follow the mirror images, if the movement
    /// alternates.
    Still {
        /// The frame.
        frame: usize,
    },
    /// Without movement on the way from one key frame to the one after it, with the first after the last.
    Between {
        /// The frame that is left, counted as for `Still`.
        frame: usize,
        /// Share of the way that is done, 0 to 1.
        share: f32,
    },
}

impl Beat {
    /// The same instant without movement between key frames, for people who prefer less motion: the frame that is
    /// being moved to.
    #[must_use]
    pub fn stepped(&self, movement: &Movement) -> Self {
        Self::Still {
            frame: movement.moment(self).to,
        }
    }
}

/// An instant between two key frames.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Moment {
    pub from: usize,
    pub to: usize,
    /// Share of the way, already eased.
    pub share: f32,
    pub moving: bool,
}

impl Moment {
    const fn still(frame: usize) -> Self {
        Self {
            from: frame,
            to: frame,
            share: 1.0,
            moving: false,
        }
    }
}

/// A stretch of a movement: into a frame within some seconds. A pause goes from a frame to itself.
#[derive(Clone, Copy, Debug)]
struct Leg {
    from: usize,
    to: usize,
    seconds: f32,
}

impl Movement {
    /// Whether the picture changes in the instants after this one. While it does not, no frames need be asked for.
    #[must_use]
    pub fn is_moving(&self, beat: &Beat) -> bool {
        self.moment(beat).moving
    }

    /// How many key frames there are, mirror images included.
    #[must_use]
    pub fn frame_count(&self) -> usize {
        self.frames.len() * if self.alternate { 2 } else { 1 }
    }

    /// Whether the sides take turns within the movement.
    #[must_use]
    pub fn alternates(&self) -> bool {
        self.alternate
    }

    /// The seconds one loop through all frames of one side takes, as written; never less than half a second.
    #[must_use]
    pub fn loop_seconds(&self) -> f32 {
        self.frames
            .iter()
            .map(|frame| frame.move_seconds + frame.hold_seconds)
            .sum::<f32>()
            .max(0.5)
    }

    /// Every key frame and the posture half-way to the next, in order, each with the seconds after the first frame at
    /// which it is reached when the frames take their own times.
    #[must_use]
    pub fn walk(&self) -> Vec<(Beat, f32)> {
        let count = self.frame_count();
        let mut reached = 0.0;
        let mut walk = Vec::with_capacity(2 * count);
        for frame in 0..count {
            let left = reached + self.pause(frame).seconds;
            let way = self.way(frame, frame + 1).seconds;
            walk.push((Beat::Still { frame }, reached));
            walk.push((Beat::Between { frame, share: 0.5 }, left + way / 2.0));
            reached = left + way;
        }
        walk
    }

    /// The side the movement was written for; the other one is drawn as its mirror image.
    #[must_use]
    pub fn drawn_side(&self) -> Side {
        self.side
    }

    /// All key postures as drawn on `side`, mirror images of an alternating movement last.
    pub(crate) fn poses(&self, side: Side) -> Vec<Pose> {
        let written = self.frames.iter().map(|frame| frame.pose);
        let image = self.frames.iter().map(|frame| frame.pose.mirrored());
        let (first, second): (Vec<_>, Vec<_>) = if side == self.side {
            (written.collect(), image.collect())
        } else {
            (image.collect(), written.collect())
        };
        if self.alternate {
            first.into_iter().chain(second).collect()
        } else {
            first
        }
    }

    /// Which key frames a beat lies between. Any number, even a senseless one, has an answer.
    pub(crate) fn moment(&self, beat: &Beat) -> Moment {
        match *beat {
            Beat::Start => Moment::still(0),
            Beat::Key => Moment::still(self.key),
            Beat::Still { frame } => Moment::still(frame.min(self.frame_count() - 1)),
            Beat::Between { frame, share } => {
                let from = frame.min(self.frame_count() - 1);
                Moment {
                    from,
                    to: (from + 1) % self.frame_count(),
                    // What is not a number counts as 0.
                    share: if share > 0.0 { share.min(1.0) } else { 0.0 },
                    moving: false,
                }
            }
            Beat::Hold { elapsed } => {
                let way_in = (1..=self.key).map(|frame| self.way(frame - 1, frame));
                along(way_in, elapsed, Moment::still(self.key))
            }
            Beat::Rep {
                number,
                elapsed,
                length,
                tempo,
            } => self.repetition(number, elapsed, length, tempo),
        }
    }

    fn way(&self, from: usize, to: usize) -> Leg {
        Leg {
            from,
            to,
            seconds: self.frames[to % self.frames.len()].move_seconds,
        }
    }

    fn repetition(
        &self,
        number: u32,
        elapsed: f32,
        length: f32,
        tempo: Option<[f32; 3]>,
    ) -> Moment {
        let count = self.frames.len();
        // On which half of the frames this repetition runs, and where the next one starts.
        let odd = self.alternate && number % 2 == 1;
        let first = if odd { count } else { 0 };
        let next = if self.alternate && !odd { count } else { 0 };
        let end = Moment::still(next);

        let Some([out, middle, back]) = tempo else {
            let steps = || {
                let forward = (1..count).flat_map(move |frame| {
                    [
                        self.way(first + frame - 1, first + frame),
                        self.pause(first + frame),
                    ]
                });
                let home = self.way(first + count - 1, next);
                forward.chain([home, self.pause(next)])
            };
            let own: f32 = steps().map(|leg| leg.seconds).sum();
            return along(stretched(steps(), own, length), elapsed, end);
        };
        let (key, middle_to) = (first + self.key, first + self.middle_to);
        let phase = |from: usize, to: usize, seconds: f32| {
            let steps = move || (from + 1..=to).map(move |frame| self.way(frame - 1, frame));
            let own: f32 = steps().map(|leg| leg.seconds).sum();
            stretched(steps(), own, seconds)
        };
        if elapsed < out && self.key > 0 {
            return along(phase(first, key, out), elapsed, Moment::still(key));
        }
        if elapsed < out + middle {
            return along(
                phase(key, middle_to, middle),
                elapsed - out,
                Moment::still(middle_to),
            );
        }
        let steps = || {
            let onward =
                (middle_to + 1..first + count).map(move |frame| self.way(frame - 1, frame));
            onward.chain([self.way(first + count - 1, next)])
        };
        let own: f32 = steps().map(|leg| leg.seconds).sum();
        along(stretched(steps(), own, back), elapsed - out - middle, end)
    }

    fn pause(&self, frame: usize) -> Leg {
        Leg {
            from: frame,
            to: frame,
            seconds: self.frames[frame % self.frames.len()].hold_seconds,
        }
    }
}

/// Scales legs that last `own` seconds together to last `length` instead; without times of their own they share it
/// evenly as if each took a second.
fn stretched(legs: impl Iterator<Item = Leg>, own: f32, length: f32) -> impl Iterator<Item = Leg> {
    let factor = if own > 0.0 { length / own } else { length };
    legs.map(move |leg| Leg {
        seconds: leg.seconds * factor,
        ..leg
    })
}

/// Finds the place `elapsed` seconds into a row of legs; past their end, `end`.
fn along(legs: impl Iterator<Item = Leg>, elapsed: f32, end: Moment) -> Moment {
    let mut left = if elapsed > 0.0 { elapsed } else { 0.0 };
    for leg in legs {
        if left < leg.seconds {
            if leg.from == leg.to {
                return Moment::still(leg.to);
            }
            return Moment {
                from: leg.from,
                to: leg.to,
                share: minimum_jerk(left / leg.seconds),
                moving: true,
            };
        }
        left -= leg.seconds.max(0.0);
    }
    end
}

/// Position on the smoothest way from rest to rest: 10t³ − 15t⁴ + 6t⁵ (Flash and Hogan 1985).
fn minimum_jerk(t: f32) -> f32 {
    let t = t.clamp(0.0, 1.0);
    t * t * t * (t * (6.0 * t - 15.0) + 10.0)
}

/// The posture at a moment.
pub(crate) fn posture(poses: &[Pose], moment: Moment) -> Option<Pose> {
    let to = poses.get(moment.to)?;
    if moment.share >= 1.0 {
        return Some(*to);
    }
    Some(poses.get(moment.from)?.blend(*to, moment.share))
}

#[cfg(test)]
mod tests;
