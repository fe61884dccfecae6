//! Opening the default output, and what can go wrong with it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use rodio::cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use rodio::cpal::{
    self, BufferSize, Data, ErrorKind, FromSample, I24, OutputCallbackInfo, SampleFormat,
    SizedSample, StreamConfig, SupportedStreamConfig, U24,
};

use super::playback::{Order, Playback, SharedSchedule};
use super::tone::Palette;

/// Why there is no sound. Displays as a sentence for the person at the screen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The computer has no output, or the one it had is gone.
    #[error("No speaker or headphones were found.")]
    NoDevice,
    /// Another program has the output for itself.
    #[error("Another program is using the speaker.")]
    Busy,
    /// This program may not use the output.
    #[error("Kneewise is not allowed to use the speaker.")]
    Denied,
    /// The output is there but takes no samples.
    #[error("The speaker does not respond.")]
    Stalled,
    /// The output cannot play any form of samples Kneewise can make.
    #[error("The speaker cannot play the sounds of Kneewise.")]
    Unsupported,
    /// Something else, such as a sound server that is not running; in the words of the system.
    #[error("The computer’s sound does not work at the moment.")]
    Other(String),
}

impl From<&cpal::Error> for Reason {
    fn from(error: &cpal::Error) -> Self {
        match error.kind() {
            ErrorKind::DeviceNotAvailable
            | ErrorKind::HostUnavailable
            | ErrorKind::StreamInvalidated => Self::NoDevice,
            ErrorKind::DeviceBusy => Self::Busy,
            ErrorKind::PermissionDenied => Self::Denied,
            ErrorKind::UnsupportedConfig | ErrorKind::UnsupportedOperation => Self::Unsupported,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<cpal::Error> for Reason {
    fn from(error: cpal::Error) -> Self {
        Self::from(&error)
    }
}

/// What a running stream has to say.
#[derive(Debug, PartialEq, Eq)]
pub enum Report {
    /// The device has taken a few blocks: there is sound.
    Alive,
    /// The device ran out of samples for a moment.
    Stumbled,
    /// The system moved the stream to another device.
    Moved,
    /// The stream is of no use any more.
    Lost(Reason),
}

/// How long a block should be, in the order in which it is tried. Short blocks let a pause fall silent at
/// once; a device or machine that cannot keep up with them gets longer ones.
const BLOCKS: [Duration; 4] = [
    Duration::from_millis(10),
    Duration::from_millis(15),
    Duration::from_millis(20),
    Duration::from_millis(40),
];

/// How patient to be with a machine: an index into the block lengths that are tried.
#[derive(Debug, Clone, Copy, Default)]
pub struct Patience(usize);

impl Patience {
    /// The next longer block, if there is one.
    pub fn more(self) -> Option<Self> {
        let next = self.0 + 1;
        (next < BLOCKS.len()).then_some(Self(next))
    }
}

/// After how many blocks a stream counts as alive: more than any device takes in before it plays.
const FIRST_BLOCKS: u64 = 8;

/// A delay beyond this is a device's mistake.
const LONGEST_DELAY: Duration = Duration::from_secs(2);

/// An open output. Dropping it closes the device.
pub struct Output {
    host: cpal::Host,
    id: Option<cpal::DeviceId>,
    name: String,
    orders: Sender<Order>,
    blocks: Arc<AtomicU64>,
    _stream: cpal::Stream,
}

impl Output {
    /// Opens the default output and starts a silent stream on it.
    ///
    /// `tell` is called from the device's thread with everything that happens to the stream. The clips are
    /// rendered into `palette` when it does not hold them at the device's rate yet.
    pub fn open(
        palette: &mut Option<Arc<Palette>>,
        schedule: &SharedSchedule,
        gain: f32,
        patience: Patience,
        tell: impl Fn(Report) + Clone + Send + 'static,
    ) -> Result<Self, Reason> {
        quieten_alsa();
        // A new host each time reads the system's configuration anew, so that a device that has appeared
        // since is found.
        let host = cpal::default_host();
        let device = host.default_output_device().ok_or(Reason::NoDevice)?;
        let supported = device.default_output_config()?;
        let rate = supported.sample_rate();
        let clips = match palette.take() {
            Some(clips) if clips.rate() == rate => clips,
            _ => Arc::new(Palette::new(rate)),
        };
        *palette = Some(Arc::clone(&clips));

        let sizes = BLOCKS[patience.0..]
            .iter()
            .map(|block| BufferSize::Fixed((block.as_secs_f64() * f64::from(rate)) as u32))
            .chain([BufferSize::Default]);
        let mut refused = Reason::Unsupported;
        for size in sizes {
            let (orders, inbox) = channel();
            let playback = Playback::new(
                Arc::clone(&clips),
                Arc::clone(schedule),
                gain,
                Instant::now(),
            );
            let blocks = Arc::new(AtomicU64::new(0));
            let feed = Feed {
                playback,
                inbox,
                tell: tell.clone(),
                channels: usize::from(supported.channels()).max(1),
                mono: Vec::new(),
                blocks: Arc::clone(&blocks),
            };
            match stream(
                &device,
                &supported,
                size,
                feed,
                orders.clone(),
                tell.clone(),
            ) {
                Ok(stream) => {
                    stream.play()?;
                    return Ok(Self {
                        id: device.id().ok(),
                        name: name_of(&device),
                        host,
                        orders,
                        blocks,
                        _stream: stream,
                    });
                }
                Err(error) if error.kind() == ErrorKind::UnsupportedConfig => {
                    refused = error.into();
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(refused)
    }

    /// The name of the device as the system gives it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Reads the name again after the system has moved the stream.
    pub fn read_name(&mut self) {
        if let Some(device) = self.host.default_output_device() {
            self.name = name_of(&device);
            self.id = device.id().ok();
        }
    }

    /// Whether another device has become the default since this one was opened.
    pub fn is_outdated(&self) -> bool {
        let default = self
            .host
            .default_output_device()
            .and_then(|device| device.id().ok());
        default.is_some() && default != self.id
    }

    /// How many blocks the device has taken so far.
    pub fn blocks(&self) -> u64 {
        self.blocks.load(Ordering::Relaxed)
    }

    /// Passes an order to the stream; a dead stream ignores it.
    pub fn order(&self, order: Order) {
        // The stream reports its own end, so there is nothing to do about it here.
        let _unheard = self.orders.send(order);
    }
}

fn name_of(device: &cpal::Device) -> String {
    device.description().map_or_else(
        |_| String::from("Default output"),
        |description| description.name().to_owned(),
    )
}

/// How long a stream may report errors and take no block before it counts as broken. A sound server that
/// makes up for a gap can fail to answer hundreds of times in a few milliseconds, and then goes on.
const BROKEN: Duration = Duration::from_millis(500);

/// How long the device's thread rests after an error in a row. It would ask again at once and take from the
/// sound server the time to answer.
const BREATH: Duration = Duration::from_millis(2);

/// Judges the errors of a stream.
struct Faults {
    /// After how many blocks the present row of errors began, and when.
    row: Option<(u64, Instant)>,
    is_told: bool,
}

/// What an error means for the stream.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    /// Nothing yet; it is the first of a row.
    First,
    /// Nothing new.
    Another,
    /// The stream is broken. Said once.
    Broken,
}

impl Faults {
    /// Judges an error that came at `now`, after so many blocks.
    fn judge(&mut self, kind: ErrorKind, blocks: u64, now: Instant) -> Verdict {
        // After these the stream ends of itself.
        let is_end = matches!(
            kind,
            ErrorKind::DeviceNotAvailable | ErrorKind::StreamInvalidated
        );
        let since = match self.row {
            Some((after, since)) if after == blocks => since,
            _ => {
                self.row = Some((blocks, now));
                now
            }
        };
        let is_broken = is_end || now.saturating_duration_since(since) > BROKEN;
        if is_broken && !self.is_told {
            self.is_told = true;
            Verdict::Broken
        } else if since == now {
            Verdict::First
        } else {
            Verdict::Another
        }
    }
}

/// Builds a stream in the device's own sample format.
fn stream(
    device: &cpal::Device,
    supported: &SupportedStreamConfig,
    size: BufferSize,
    mut feed: Feed<impl Fn(Report) + Send + 'static>,
    orders: Sender<Order>,
    tell: impl Fn(Report) + Send + 'static,
) -> Result<cpal::Stream, cpal::Error> {
    let config = StreamConfig {
        buffer_size: size,
        ..supported.config()
    };
    let blocks = Arc::clone(&feed.blocks);
    let mut faults = Faults {
        row: None,
        is_told: false,
    };
    device.build_output_stream_raw(
        config,
        supported.sample_format(),
        move |data, info| feed.fill(data, info),
        move |error| match error.kind() {
            ErrorKind::Xrun => {
                let _unheard = orders.send(Order::Resume);
                tell(Report::Stumbled);
            }
            ErrorKind::DeviceChanged => {
                let _unheard = orders.send(Order::Resume);
                tell(Report::Moved);
            }
            ErrorKind::RealtimeDenied => {}
            kind => match faults.judge(kind, blocks.load(Ordering::Relaxed), Instant::now()) {
                Verdict::First => quieten_alsa(),
                Verdict::Another => thread::sleep(BREATH),
                Verdict::Broken => tell(Report::Lost(Reason::from(&error))),
            },
        },
        None,
    )
}

/// Carries the mono blocks of the playback into the device's buffers.
struct Feed<T> {
    playback: Playback,
    inbox: Receiver<Order>,
    tell: T,
    channels: usize,
    mono: Vec<f32>,
    blocks: Arc<AtomicU64>,
}

impl<T: Fn(Report)> Feed<T> {
    fn fill(&mut self, data: &mut Data, info: &OutputCallbackInfo) {
        let now = Instant::now();
        match self.blocks.fetch_add(1, Ordering::Relaxed) {
            0 => quieten_alsa(),
            FIRST_BLOCKS => (self.tell)(Report::Alive),
            _ => {}
        }
        for order in self.inbox.try_iter() {
            self.playback.apply(order);
        }

        let heard = info.timestamp();
        let delay = heard
            .playback
            .saturating_duration_since(heard.callback)
            .min(LONGEST_DELAY);
        self.mono.resize(data.len() / self.channels, 0.0);
        self.playback.render(now, delay, &mut self.mono);
        match data.sample_format() {
            SampleFormat::F32 => self.copy_to::<f32>(data),
            SampleFormat::F64 => self.copy_to::<f64>(data),
            SampleFormat::I8 => self.copy_to::<i8>(data),
            SampleFormat::I16 => self.copy_to::<i16>(data),
            SampleFormat::I24 => self.copy_to::<I24>(data),
            SampleFormat::I32 => self.copy_to::<i32>(data),
            SampleFormat::I64 => self.copy_to::<i64>(data),
            SampleFormat::U8 => self.copy_to::<u8>(data),
            SampleFormat::U16 => self.copy_to::<u16>(data),
            SampleFormat::U24 => self.copy_to::<U24>(data),
            SampleFormat::U32 => self.copy_to::<u32>(data),
            SampleFormat::U64 => self.copy_to::<u64>(data),
            _ => (self.tell)(Report::Lost(Reason::Unsupported)),
        }
    }

    /// Gives every channel the same samples.
    fn copy_to<S: SizedSample + FromSample<f32>>(&self, data: &mut Data) {
        let Some(samples) = data.as_slice_mut::<S>() else {
            return;
        };
        for (frame, value) in samples.chunks_exact_mut(self.channels).zip(&self.mono) {
            frame.fill(S::from_sample_(*value));
        }
    }
}

/// Keeps what the sound library has to say about missing devices off the terminal, for this thread.
///
/// The library collects its words in a buffer instead; asking anew empties it.
#[cfg(target_os = "linux")]
fn quieten_alsa() {
    // Without memory for the buffer the words go to the terminal, which does no harm.
    let _buffer = alsa::Output::local_error_handler();
}

/// Other systems say nothing.
#[cfg(not(target_os = "linux"))]
fn quieten_alsa() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_is_given_up_when_it_ends_or_fails_for_long() {
        let begun = Instant::now();
        let after = |milliseconds| begun + Duration::from_millis(milliseconds);
        let passing = ErrorKind::BackendError;
        let mut faults = Faults {
            row: None,
            is_told: false,
        };
        // Errors now and then, with blocks between them, mean nothing, and neither does a short row.
        for block in 0..100 {
            let now = after(block * 10);
            assert_eq!(faults.judge(passing, block, now), Verdict::First);
        }
        for millisecond in 1..500 {
            let now = after(990 + millisecond);
            assert_eq!(faults.judge(passing, 99, now), Verdict::Another);
        }
        assert_eq!(faults.judge(passing, 99, after(1_491)), Verdict::Broken);
        assert_eq!(faults.judge(passing, 99, after(1_492)), Verdict::Another);

        let mut faults = Faults {
            row: None,
            is_told: false,
        };
        let end = ErrorKind::DeviceNotAvailable;
        assert_eq!(faults.judge(end, 7, after(0)), Verdict::Broken);
    }

    #[test]
    fn reasons_are_sentences() {
        let kinds = [
            (ErrorKind::DeviceNotAvailable, Reason::NoDevice),
            (ErrorKind::DeviceBusy, Reason::Busy),
            (ErrorKind::PermissionDenied, Reason::Denied),
            (ErrorKind::UnsupportedConfig, Reason::Unsupported),
        ];
        for (kind, reason) in kinds {
            assert_eq!(Reason::from(cpal::Error::new(kind)), reason);
            assert!(reason.to_string().ends_with('.'));
        }
    }
}
