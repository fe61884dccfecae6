//! A person on the mat hears every cue at its moment, through a real sound server.
//!
//! The test starts a PulseAudio of its own with nothing behind it, plays through the real engine and
//! records what comes out. The player runs in a process of its own (this program again, with the name of a
//! scene), because the sound library reads from its environment where the server is.
//!
//! It needs Debian's pulseaudio, pulseaudio-utils and libasound2-plugins:
//! `cargo test --test sound_keeps_time`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::env;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use kneewise::audio::schedule::LEAD;
use kneewise::audio::{Due, Event, Events, Speaker};
use kneewise::session::cue::{Count, Cue};

/// Samples a second in the server and the recording.
///
/// A server without a device keeps its time in whole microseconds for each block. At this rate that is
/// exact; at 48 000 the recording would run fast by up to 250 parts in a million.
const RATE: f64 = 50_000.0;

/// What counts as sound: well above the rounding of the recording, well below the quietest cue.
const AUDIBLE: f64 = 0.006;

/// A cue counts as on time when it is this close to its moment, in seconds.
const ON_TIME: f64 = 0.010;

fn main() {
    match env::args().nth(1).as_deref() {
        Some("routine") => play_routine(),
        Some("pause") => play_pause(),
        Some("late device") => play_late_device(),
        _ => {
            every_cue_is_on_time();
            a_pause_is_silent_at_once();
            a_device_that_comes_late_or_goes_is_taken_up();
        }
    }
}

// -- a routine ----------------------------------------------------------------------------------------

/// The cues of a routine of segments of 5 s, in milliseconds. It lasts `seconds`.
fn routine(seconds: u64) -> Vec<(u64, Cue)> {
    let mut cues = Vec::new();
    for start in (0..seconds * 1000).step_by(5000) {
        cues.extend([
            (start, Cue::Start),
            (start + 1013, Cue::RepBeat),
            (start + 1377, Cue::RepBeat),
            (start + 2200, Cue::Halfway),
            (start + 3029, Cue::Count(Count::Three)),
            (start + 4029, Cue::Count(Count::Two)),
            (start + 4529, Cue::Count(Count::One)),
        ]);
    }
    cues
}

/// How long the routine is, in seconds; more can be asked for by hand.
fn routine_length() -> u64 {
    env::var("KNEEWISE_ROUTINE_SECONDS").map_or(15, |seconds| seconds.parse().unwrap())
}

fn play_routine() {
    let (speaker, mut events) = Speaker::start();
    speaker.open();
    assert!(matches!(next(&mut events), Event::Sounding { .. }));

    let origin = Instant::now();
    let moment = |milliseconds| origin + Duration::from_millis(milliseconds);
    let cues = routine(routine_length());
    for segment in (0..routine_length() * 1000).step_by(5000) {
        // The first cue falls due in this very moment, as it does when a segment starts or resumes.
        sleep(moment(segment).saturating_duration_since(Instant::now()));
        let left: Vec<Due> = cues
            .iter()
            .filter(|(at, _)| *at >= segment)
            .map(|&(at, cue)| Due {
                at: moment(at),
                cue,
            })
            .collect();
        speaker.play(left.clone());
        // Sent again while the first of them sounds, as after a change of speed. After that this thread is
        // blocked for almost 5 s, and nobody else looks after the cues either.
        sleep(Duration::from_millis(40));
        speaker.play(left);
    }
    sleep(Duration::from_millis(6000));
}

fn every_cue_is_on_time() {
    let ear = Ear::new();
    let server = ear.serve();
    let recording = ear.record();
    let player = ear.player("routine");
    finish(player);
    let heard = onsets(&recording.stop());
    drop(server);

    let due: Vec<f64> = routine(routine_length())
        .iter()
        .map(|(at, _)| *at as f64 / 1000.0)
        .collect();
    // On an overloaded machine the server breaks a sound now and then, which then seems to begin again.
    let extra = heard.len().abs_diff(due.len());
    assert!(extra <= due.len() / 100, "each is heard once: {heard:?}");

    let nearest = |moment: f64| {
        let off = heard.iter().map(|onset| onset - moment);
        off.min_by(|one, other| one.abs().total_cmp(&other.abs()))
            .expect("something is heard")
    };
    let roughly = heard[0] - due[0];
    let latency = roughly
        + median(
            &due.iter()
                .map(|due| nearest(due + roughly))
                .collect::<Vec<_>>(),
        );
    let mut errors: Vec<f64> = due.iter().map(|due| nearest(due + latency).abs()).collect();
    errors.sort_unstable_by(f64::total_cmp);
    let percentile = |share: f64| errors[((errors.len() - 1) as f64 * share).ceil() as usize];
    println!(
        "{} cues: off by {:.2} ms (median), {:.2} ms (99 %), {:.2} ms (most)",
        errors.len(),
        percentile(0.5) * 1000.0,
        percentile(0.99) * 1000.0,
        percentile(1.0) * 1000.0,
    );
    assert!(percentile(0.99) <= ON_TIME, "late cues: {errors:?}");
}

// -- pause and mute -----------------------------------------------------------------------------------

/// When the long cue of the scene falls, and when the pause comes, in milliseconds.
const RINGING: u64 = 600;
const PAUSED: u64 = 1_290;

/// A cue that falls after the pause and must not be heard, one that is muted, and one after both.
const DROPPED: u64 = 1_700;
const MUTED: u64 = 2_400;
const RESUMED: u64 = 3_000;

/// When a cue is sent after a pause long enough for the device to be closed, and when it falls.
const WOKEN: u64 = 10_000;
const AFTER_REST: u64 = 10_300;

/// What counts as at once, in seconds: 30 ms with the blocks that are asked for first, the rest for the
/// longer ones that a machine gets which cannot keep up with these.
const AT_ONCE: f64 = 0.050;

fn play_pause() {
    let (speaker, mut events) = Speaker::start();
    speaker.open();
    assert!(matches!(next(&mut events), Event::Sounding { .. }));
    let origin = Instant::now();
    let due = |at, cue| Due {
        at: origin + Duration::from_millis(at),
        cue,
    };
    let wait = |at| {
        let moment = origin + Duration::from_millis(at);
        sleep(moment.saturating_duration_since(Instant::now()));
    };
    speaker.play(vec![
        due(0, Cue::Count(Count::One)),
        due(RINGING, Cue::Finished),
        due(DROPPED, Cue::Start),
    ]);
    wait(PAUSED);
    speaker.silence();
    wait(DROPPED + 200);
    speaker.set_muted(true);
    speaker.play(vec![
        due(MUTED, Cue::Count(Count::Two)),
        due(RESUMED, Cue::Count(Count::One)),
    ]);
    wait(MUTED + 400);
    speaker.set_muted(false);
    wait(WOKEN);
    speaker.play(vec![due(AFTER_REST, Cue::Count(Count::One))]);
    wait(AFTER_REST + 500);
}

fn a_pause_is_silent_at_once() {
    let ear = Ear::new();
    let _server = ear.serve();
    let recording = ear.record();
    finish(ear.player("pause"));
    let samples = recording.stop();

    let heard = onsets(&samples);
    assert_eq!(
        heard.len(),
        4,
        "two before, one of them cut off, and two after: {heard:?}"
    );
    let after = |index: usize, due: u64| heard[index] - heard[0] - due as f64 / 1000.0;
    assert!(after(1, RINGING).abs() < ON_TIME, "{heard:?}");
    assert!(after(2, RESUMED).abs() < ON_TIME, "{heard:?}");
    assert!(after(3, AFTER_REST).abs() < ON_TIME, "{heard:?}");

    let end = last_sound_before(&samples, heard[2] - 0.1);
    // Cues are heard a constant time after their moment, a pause as soon as it can be.
    let cut = end - heard[0] - PAUSED as f64 / 1000.0 + LEAD.as_secs_f64();
    println!("a pause falls silent after {:.1} ms", cut * 1000.0);
    assert!(cut < AT_ONCE, "a pause takes {cut} s");
}

// -- a device that comes and goes -----------------------------------------------------------------------

/// Plays a cue at every full second from the start of the scene, and says what it is told.
fn play_late_device() {
    let (speaker, mut events) = Speaker::start();
    speaker.open();
    let origin = Instant::now();
    let cues: Vec<Due> = (0..60)
        .map(|second| Due {
            at: origin + Duration::from_secs(second),
            cue: Cue::Count(Count::One),
        })
        .collect();
    speaker.play(cues);
    for _ in 0..4 {
        match next(&mut events) {
            Event::Silent { reason } => println!("silent: {reason}"),
            Event::Sounding { device } => println!("sounding: {device}"),
        }
    }
    drop(speaker);
    assert_eq!(
        block_on(events.next()),
        None,
        "the engine ends with its handle"
    );
}

fn a_device_that_comes_late_or_goes_is_taken_up() {
    let ear = Ear::new();
    let mut player = ear.player("late device");
    let mut words = BufReader::new(player.stdout.take().unwrap()).lines();
    let mut hear = |what: &str| {
        let begun = Instant::now();
        let word = words.next().expect("the player goes on").unwrap();
        assert!(word.starts_with(what), "{word} instead of {what}");
        println!("{word} ({} ms)", begun.elapsed().as_millis());
    };

    hear("silent");
    let server = ear.serve();
    hear("sounding");
    let recording = ear.record();
    sleep(Duration::from_millis(3_500));
    let heard = onsets(&recording.stop());
    assert!(heard.len() >= 3, "later cues are heard: {heard:?}");
    for pair in heard.windows(2) {
        let apart = pair[1] - pair[0];
        assert!((apart - 1.0).abs() < ON_TIME, "every second: {heard:?}");
    }
    drop(server);
    hear("silent");
    let _server = ear.serve();
    hear("sounding");
    finish(player);
}

// -- the world around ---------------------------------------------------------------------------------

/// A sound server that plays to nobody, and what is needed to talk to it.
struct Ear {
    folder: tempfile::TempDir,
}

impl Ear {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(
            folder.path().join("asound.conf"),
            "</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n",
        )
        .unwrap();
        Self { folder }
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("native")
    }

    fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        let _command = command
            .env("XDG_RUNTIME_DIR", self.folder.path())
            .env("HOME", self.folder.path())
            .env("ALSA_CONFIG_PATH", self.folder.path().join("asound.conf"))
            .env("PULSE_SERVER", format!("unix:{}", self.socket().display()))
            .stdin(Stdio::null());
        command
    }

    /// Starts the server and waits until it can be reached. It opens the door last, when all is ready.
    fn serve(&self) -> Running {
        let server = self
            .command("pulseaudio")
            .args(["-n", "--daemonize=no", "--use-pid-file=no"])
            .args(["--exit-idle-time=-1", "--log-level=error"])
            .arg("-L")
            .arg("module-null-sink sink_name=ear rate=50000 format=s16le channels=2 norewinds=1")
            .arg("-L")
            .arg(format!(
                "module-native-protocol-unix auth-anonymous=1 socket={}",
                self.socket().display()
            ))
            .stderr(Stdio::null())
            .spawn()
            .expect("this test needs pulseaudio (Debian: pulseaudio)");
        let server = Running(server);
        let until = Instant::now() + Duration::from_secs(10);
        while !self.socket().exists() {
            assert!(Instant::now() < until, "pulseaudio does not start");
            sleep(Duration::from_millis(20));
        }
        server
    }

    /// Records what the server plays.
    fn record(&self) -> Recording {
        let file = self.folder.path().join("heard.raw");
        let recorder = self
            .command("parec")
            .args(["--device=ear.monitor", "--raw", "--format=s16le"])
            .args(["--rate=50000", "--channels=1", "--latency-msec=10"])
            .stdout(File::create(&file).unwrap())
            .spawn()
            .expect("this test needs parec (Debian: pulseaudio-utils)");
        let recording = Recording {
            file,
            recorder: Running(recorder),
        };
        let until = Instant::now() + Duration::from_secs(10);
        while recording.length() == 0 {
            assert!(Instant::now() < until, "parec records nothing");
            sleep(Duration::from_millis(20));
        }
        recording
    }

    /// Starts this program again to play a scene.
    fn player(&self, scene: &str) -> Child {
        self.command(env::current_exe().unwrap())
            .arg(scene)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }
}

/// A process that ends with its owner.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _already_gone = self.0.kill();
        let _status = self.0.wait();
    }
}

struct Recording {
    file: PathBuf,
    recorder: Running,
}

impl Recording {
    fn length(&self) -> u64 {
        fs::metadata(&self.file).map_or(0, |file| file.len())
    }

    /// Ends the recording and gives its samples, between -1 and 1.
    fn stop(self) -> Vec<f64> {
        drop(self.recorder);
        let bytes = fs::read(&self.file).unwrap();
        if let Ok(p) = env::var("KEEP") {
            fs::write(p, &bytes).unwrap();
        }
        bytes
            .chunks_exact(2)
            .map(|pair| f64::from(i16::from_le_bytes([pair[0], pair[1]])) / 32768.0)
            .collect()
    }
}

/// Waits for the player, which must succeed and leave nothing on the terminal.
fn finish(player: Child) {
    let output = player.wait_with_output().unwrap();
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the player failed: {words}");
    assert_eq!(words, "", "the player leaves the terminal clean");
}

/// The next event of a speaker.
fn next(events: &mut Events) -> Event {
    block_on(events.next()).expect("the engine runs")
}

// -- listening ----------------------------------------------------------------------------------------

/// When sounds begin, in seconds: the first sample that can be heard after a silence of 60 ms.
fn onsets(samples: &[f64]) -> Vec<f64> {
    let mut found = Vec::new();
    let mut silent_since = 0;
    for (index, sample) in samples.iter().enumerate() {
        if sample.abs() > AUDIBLE {
            if (index - silent_since) as f64 > 0.06 * RATE {
                found.push(index as f64 / RATE);
            }
            silent_since = index;
        }
    }
    found
}

/// When the last sound before a moment ends, in seconds.
fn last_sound_before(samples: &[f64], moment: f64) -> f64 {
    let before = &samples[..(moment * RATE) as usize];
    let last = before.iter().rposition(|sample| sample.abs() > AUDIBLE);
    last.expect("there is a sound") as f64 / RATE
}

/// The middle of some figures.
fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}
