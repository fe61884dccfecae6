//! The thread that keeps the output open while it is wanted, and the handle to it.

use std::mem;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use iced::futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};

use super::device::{Output, Patience, Reason, Report};
use super::playback::{Order, SharedSchedule};
use super::schedule::{Due, Schedule};
use super::tone::Palette;

/// What the listener should know about the sound. Sent only when it changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Cues can be heard.
    Sounding {
        /// The name of the output as the system gives it.
        device: String,
    },
    /// Cues cannot be heard, though a screen wants them. The engine keeps trying.
    Silent {
        /// Why not.
        reason: Reason,
    },
}

/// The stream of events that comes with a [`Speaker`]. It ends after the speaker was dropped.
pub type Events = UnboundedReceiver<Event>;

/// A handle to the engine. No call blocks or fails; dropping the last one closes the device and ends the thread.
#[derive(Debug, Clone)]
pub struct Speaker {
    engine: Arc<Handle>,
}

/// The way to the engine, which ends with it.
#[derive(Debug)]
struct Handle(Sender<Message>);

impl Drop for Handle {
    fn drop(&mut self) {
        // Without a thread there is nothing to end.
        let _unheard = self.0.send(Message::Quit);
    }
}

impl Speaker {
    /// Starts the engine. It opens no device until [`Speaker::open`].
    pub fn start() -> (Self, Events) {
        let (engine, inbox) = channel();
        let (events, stream) = unbounded();
        let messages = engine.clone();
        let words = events.clone();
        let thread = thread::Builder::new()
            .name(String::from("speaker"))
            .spawn(move || Engine::new(messages, events).run(&inbox));
        if let Err(error) = thread {
            let reason = Reason::Other(error.to_string());
            let _unheard = words.unbounded_send(Event::Silent { reason });
        }
        (Self::over(engine), stream)
    }

    /// One that no engine hears, and that says nothing.
    #[cfg(test)]
    pub(crate) fn silent() -> (Self, Events) {
        let (engine, _) = channel();
        let (_, events) = unbounded();
        (Self::over(engine), events)
    }

    fn over(engine: Sender<Message>) -> Self {
        Self {
            engine: Arc::new(Handle(engine)),
        }
    }

    /// A screen with sound has appeared: opens the device, and keeps it open but for long pauses, in which
    /// nothing is to come; the next [`Speaker::play`] opens it again.
    pub fn open(&self) {
        self.tell(Message::Open);
    }

    /// The last screen with sound has gone: drops the cues still to come, lets what sounds ring out and
    /// closes the device.
    pub fn release(&self) {
        self.tell(Message::Release);
    }

    /// Replaces every cue that has not begun.
    ///
    /// What sounds already rings out, and a cue that is sent again after it began is not begun twice. Cues
    /// are heard a constant [`super::schedule::LEAD`] after their moment.
    pub fn play(&self, cues: Vec<Due>) {
        self.tell(Message::Play(cues));
    }

    /// Falls silent at once and drops the cues still to come.
    pub fn silence(&self) {
        self.tell(Message::Silence);
    }

    /// Sets the volume from 0, nothing, to 1, full.
    pub fn set_volume(&self, volume: f32) {
        self.tell(Message::Volume(volume));
    }

    /// Mutes or unmutes; muted cues keep their time.
    pub fn set_muted(&self, muted: bool) {
        self.tell(Message::Muted(muted));
    }

    fn tell(&self, message: Message) {
        // Without a thread there is no sound, which the events have said already.
        let _unheard = self.engine.0.send(message);
    }
}

/// What reaches the engine: wishes of the handle and reports of the stream.
#[derive(Debug)]
enum Message {
    Open,
    Release,
    Play(Vec<Due>),
    Silence,
    Volume(f32),
    Muted(bool),
    Quit,
    /// From the stream with this number.
    Stream(u64, Report),
}

/// How often an open device is looked after.
const ROUND: Duration = Duration::from_secs(1);

/// How often a missing device is looked for while there are cues to come. Each time the system's settings of sound are
/// read anew.
const SEARCH_ROUND: Duration = Duration::from_secs(2);

/// How often a missing device is looked for while there is nothing to play: a pause is to cost nothing.
const SLOW_ROUND: Duration = Duration::from_secs(15);

/// How long a released device stays open: the longest clip and what the device holds back.
const RING_OUT: Duration = Duration::from_secs(2);

/// The device, as far as the engine has it.
enum State {
    /// Nobody wants sound.
    Closed,
    /// Sound is wanted and a stream is open.
    Open(Session),
    /// Sound is wanted, but there has been nothing to play for a while: the device is closed until there is,
    /// so that a pause costs nothing.
    Resting,
    /// Nobody wants sound any more, but the last clip may still ring.
    Closing { session: Session, until: Instant },
    /// Sound is wanted, but there is no device.
    Waiting { until: Instant },
}

/// One life of a stream.
struct Session {
    output: Output,
    /// Whether the device has been heard to play.
    is_alive: bool,
    /// How many blocks the device had taken when that number last changed, and when that was.
    progress: (u64, Instant),
    /// When to look after it next.
    round: Instant,
    /// When it last had cues to come.
    busy: Instant,
    /// The stream this one took over from, and when that has rung out.
    former: Option<(Output, Instant)>,
}

/// What a look at a session finds.
enum Health {
    Well,
    /// The device has taken no samples for too long.
    Stalled,
    /// Another device has become the default.
    Outdated,
    /// There has been nothing to play for a while.
    Idle,
}

impl Session {
    /// Looks at the session once in a round.
    fn check(&mut self, now: Instant, is_schedule_empty: bool) -> Health {
        self.round = now + ROUND;
        let _rung_out = self.former.take_if(|(_, until)| now >= *until);
        let blocks = self.output.blocks();
        if blocks != self.progress.0 {
            self.progress = (blocks, now);
        }
        if !is_schedule_empty {
            self.busy = now;
        }

        if now.saturating_duration_since(self.progress.1) > STALL {
            Health::Stalled
        } else if now.saturating_duration_since(self.busy) > REST {
            Health::Idle
        } else if self.output.is_outdated() {
            Health::Outdated
        } else {
            Health::Well
        }
    }
}

/// How long a device stays open with no cue to come.
const REST: Duration = Duration::from_secs(5);

/// How long a device may take no samples before it counts as lost.
const STALL: Duration = Duration::from_secs(3);

struct Engine {
    state: State,
    events: UnboundedSender<Event>,
    /// What the listener was told last.
    told: Option<Event>,
    messages: Sender<Message>,
    volume: f32,
    muted: bool,
    schedule: SharedSchedule,
    palette: Option<Arc<Palette>>,
    patience: Patience,
    /// The number of the latest stream, so that late reports of a former one can be told apart.
    number: u64,
}

impl Engine {
    fn new(messages: Sender<Message>, events: UnboundedSender<Event>) -> Self {
        Self {
            state: State::Closed,
            events,
            told: None,
            messages,
            volume: 1.0,
            muted: false,
            schedule: SharedSchedule::default(),
            palette: None,
            patience: Patience::default(),
            number: 0,
        }
    }

    fn run(mut self, inbox: &Receiver<Message>) {
        loop {
            let message = match self.deadline() {
                None => inbox.recv().ok(),
                Some(deadline) => {
                    let wait = deadline.saturating_duration_since(Instant::now());
                    match inbox.recv_timeout(wait) {
                        Ok(message) => Some(message),
                        Err(RecvTimeoutError::Timeout) => {
                            self.look_after(Instant::now());
                            continue;
                        }
                        Err(RecvTimeoutError::Disconnected) => None,
                    }
                }
            };
            match message {
                None | Some(Message::Quit) => return,
                Some(message) => self.apply(message),
            }
        }
    }

    /// When something is to be done without being asked, if at all.
    fn deadline(&self) -> Option<Instant> {
        match &self.state {
            State::Closed | State::Resting => None,
            State::Open(session) => Some(session.round),
            State::Closing { until, .. } | State::Waiting { until } => Some(*until),
        }
    }

    fn apply(&mut self, message: Message) {
        match message {
            Message::Open => match mem::replace(&mut self.state, State::Closed) {
                State::Closed => self.connect(),
                State::Closing { session, .. } => self.state = State::Open(session),
                state => self.state = state,
            },
            Message::Release => {
                self.replace(Vec::new());
                self.state = match mem::replace(&mut self.state, State::Closed) {
                    State::Open(session) => State::Closing {
                        session,
                        until: Instant::now() + RING_OUT,
                    },
                    State::Waiting { .. } | State::Resting => State::Closed,
                    state => state,
                };
            }
            Message::Play(cues) => {
                let is_call = !cues.is_empty();
                self.replace(cues);
                let soon = Instant::now() + SEARCH_ROUND;
                match self.state {
                    State::Resting if is_call => self.connect(),
                    State::Waiting { until } if is_call && until > soon => self.connect(),
                    _ => {}
                }
            }
            Message::Silence => {
                self.replace(Vec::new());
                self.order(Order::Cut);
            }
            Message::Volume(volume) => {
                self.volume = volume;
                self.order(Order::Gain(self.gain()));
            }
            Message::Muted(muted) => {
                self.muted = muted;
                self.order(Order::Gain(self.gain()));
            }
            Message::Stream(number, report) if number == self.number => self.hear(report),
            Message::Stream(..) | Message::Quit => {}
        }
    }

    /// Takes in what the present stream reports.
    fn hear(&mut self, report: Report) {
        if let Report::Lost(reason) = report {
            return self.lose(reason);
        }
        let State::Open(session) = &mut self.state else {
            return;
        };
        match report {
            Report::Alive => {
                session.is_alive = true;
                self.tell_device();
            }
            Report::Moved => {
                session.output.read_name();
                self.tell_device();
            }
            Report::Stumbled => {
                if let Some(patience) = self.patience.more() {
                    self.patience = patience;
                    self.hand_over();
                }
            }
            Report::Lost(_) => {}
        }
    }

    /// Does what is due at the deadline.
    fn look_after(&mut self, now: Instant) {
        let is_empty = self.schedule().is_empty();
        match &mut self.state {
            State::Closed | State::Resting => {}
            State::Waiting { .. } => self.connect(),
            State::Closing { .. } => self.state = State::Closed,
            State::Open(session) => match session.check(now, is_empty) {
                Health::Well => {}
                Health::Stalled => self.lose(Reason::Stalled),
                Health::Outdated => self.hand_over(),
                Health::Idle => self.state = State::Resting,
            },
        }
    }

    /// Opens the device, or says that it cannot be opened and tries again a round later.
    fn connect(&mut self) {
        self.state = match self.session() {
            Ok(session) => State::Open(session),
            Err(reason) => self.wait(reason),
        };
    }

    /// Opens another stream and lets it take over, so that no cue is lost between the two. An output that
    /// cannot be opened twice is closed first.
    fn hand_over(&mut self) {
        let State::Open(Session { output, .. }) = mem::replace(&mut self.state, State::Closed)
        else {
            return;
        };
        if let Ok(mut session) = self.session() {
            output.order(Order::Retire);
            // The device has proved itself; should the new stream fail, it is worth another at once.
            session.is_alive = true;
            session.former = Some((output, Instant::now() + RING_OUT));
            self.state = State::Open(session);
        } else {
            drop(output);
            self.connect();
        }
    }

    /// Opens a stream.
    fn session(&mut self) -> Result<Session, Reason> {
        self.number += 1;
        let number = self.number;
        let messages = self.messages.clone();
        let tell = move |report| {
            // An engine that has ended needs no reports.
            let _unheard = messages.send(Message::Stream(number, report));
        };
        let gain = self.gain();
        let output = Output::open(&mut self.palette, &self.schedule, gain, self.patience, tell)?;
        let now = Instant::now();
        Ok(Session {
            output,
            is_alive: false,
            progress: (0, now),
            round: now + ROUND,
            busy: now,
            former: None,
        })
    }

    /// Says that there is no sound, and what to do about it.
    fn wait(&mut self, reason: Reason) -> State {
        self.tell(Event::Silent { reason });
        let round = if self.schedule().is_empty() {
            SLOW_ROUND
        } else {
            SEARCH_ROUND
        };
        State::Waiting {
            until: Instant::now() + round,
        }
    }

    /// Gives up the stream. One that has played may come back at once, on another device perhaps.
    fn lose(&mut self, reason: Reason) {
        match mem::replace(&mut self.state, State::Closed) {
            State::Open(session) if session.is_alive => {
                drop(session);
                self.connect();
            }
            State::Open(_) => self.state = self.wait(reason),
            State::Closing { .. } | State::Closed => {}
            State::Resting => self.state = State::Resting,
            waiting @ State::Waiting { .. } => self.state = waiting,
        }
    }

    /// Replaces the cues that have not begun.
    fn replace(&self, cues: Vec<Due>) {
        self.schedule().replace(cues);
    }

    fn schedule(&self) -> MutexGuard<'_, Schedule> {
        self.schedule.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn order(&self, order: Order) {
        if let State::Open(session) | State::Closing { session, .. } = &self.state {
            session.output.order(order);
            if let Some((former, _)) = &session.former {
                former.order(order);
            }
        }
    }

    /// How much the clips are turned down. Ears judge loudness by ratios, so the square of the volume
    /// makes its steps sound alike.
    fn gain(&self) -> f32 {
        if self.muted {
            0.0
        } else {
            let volume = self.volume.clamp(0.0, 1.0);
            volume * volume
        }
    }

    /// Says on which device the present stream sounds.
    fn tell_device(&mut self) {
        if let State::Open(session) = &self.state {
            let device = session.output.name().to_owned();
            self.tell(Event::Sounding { device });
        }
    }

    /// Tells the listener what is new. A second reason for the same silence is not.
    fn tell(&mut self, event: Event) {
        let is_known = match (&self.told, &event) {
            (Some(Event::Silent { .. }), Event::Silent { .. }) => true,
            (told, event) => told.as_ref() == Some(event),
        };
        if !is_known {
            self.told = Some(event.clone());
            // A listener that has gone needs no news.
            let _unheard = self.events.unbounded_send(event);
        }
    }
}

#[cfg(test)]
mod tests {
    use iced::futures::StreamExt;
    use iced::futures::executor::block_on;

    use super::*;
    use crate::session::cue::Cue;

    #[test]
    fn a_speaker_nobody_opens_takes_every_wish_in_silence_and_ends_when_dropped() {
        let (speaker, events) = Speaker::start();
        speaker.play(vec![Due {
            at: Instant::now(),
            cue: Cue::Start,
        }]);
        speaker.set_volume(0.5);
        speaker.set_muted(true);
        speaker.silence();
        speaker.release();
        drop(speaker);
        assert_eq!(block_on(events.collect::<Vec<_>>()), []);
    }
}
