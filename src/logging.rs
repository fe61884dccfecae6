//! The log: what the program did, for whoever looks for a fault. No answer, note, mark or score is in it.
//!
//! Records go through the [`log`] crate, as those of the window's libraries do. [`start`] sends them to a thread of their
//! own that owns the file; whoever logs never waits for the disk. A panic is written by the thread it happens on, since
//! there may be no other moment.

pub mod file;
pub mod line;
mod panic;

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;
use std::time::Duration;

use jiff::Timestamp;
use log::{LevelFilter, Metadata, Record};

use file::LogFile;

/// How many lines may wait for the disk. Those that come while it is full are counted and left out.
const MOST_WAITING: usize = 1_000;
/// How long the end of the program waits for the last lines.
const PATIENCE: Duration = Duration::from_secs(1);

/// What the thread is told.
enum Order {
    Write(String),
    /// Answer when everything before was written.
    Flush(SyncSender<()>),
}

/// The log while it is kept. Dropping it waits for the last lines, for a second at most.
#[derive(Debug)]
#[must_use]
pub struct Running {
    orders: SyncSender<Order>,
}

impl Drop for Running {
    fn drop(&mut self) {
        let (done, written) = mpsc::sync_channel(1);
        if self.orders.try_send(Order::Flush(done)).is_ok() {
            let _ = written.recv_timeout(PATIENCE);
        }
    }
}

/// Starts the log in this folder, which is made if it is not there, and lets panics be written to it. Once for a process.
///
/// # Errors
///
/// When there is no thread to be had, or another log is already kept. What the disk says is not waited for: without a
/// file the program runs without a log.
pub fn start(folder: PathBuf) -> io::Result<Running> {
    let (orders, inbox) = mpsc::sync_channel(MOST_WAITING);
    let mut file = LogFile::new(folder.clone(), file::LIMITS);
    let _thread = thread::Builder::new()
        .name(String::from("log"))
        .spawn(move || write_all(&mut file, &inbox))?;
    let logger = Logger {
        orders: orders.clone(),
    };
    log::set_boxed_logger(Box::new(logger)).map_err(io::Error::other)?;
    log::set_max_level(LevelFilter::Info);
    panic::write_to(folder);
    Ok(Running { orders })
}

/// Writes what comes until nobody can send any more. A fault of the disk costs the line.
fn write_all(file: &mut LogFile, inbox: &Receiver<Order>) {
    while let Ok(order) = inbox.recv() {
        match order {
            Order::Write(line) => drop(file.write(&line)),
            // Nobody waits any longer if this fails.
            Order::Flush(done) => drop(done.try_send(())),
        }
    }
}

/// Sends records to the thread.
struct Logger {
    orders: SyncSender<Order>,
}

impl log::Log for Logger {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        line::is_wanted(metadata.target(), metadata.level())
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            let text = record.args().to_string();
            let line = line::line(Timestamp::now(), record.level(), record.target(), &text);
            // A full queue means a disk that does not answer: the window does not wait for it.
            drop(self.orders.try_send(Order::Write(line)));
        }
    }

    fn flush(&self) {}
}

/// What is said of the computer at the start: its system, its processor and how windows get to its screen.
pub fn system() -> String {
    let (system, processor) = (std::env::consts::OS, std::env::consts::ARCH);
    if cfg!(target_os = "linux") {
        let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        // As the window system is chosen when the window opens.
        let windows = if is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET") {
            "Wayland"
        } else {
            "X11"
        };
        let desktop = std::env::var("XDG_CURRENT_DESKTOP");
        let desktop = desktop.as_deref().unwrap_or("unknown");
        format!("{system} {processor}, {windows}, desktop {desktop}")
    } else {
        format!("{system} {processor}")
    }
}
