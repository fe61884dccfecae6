//! The thread that owns the database.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use iced::futures::channel::mpsc::{UnboundedSender, unbounded};

use super::store::{Error, Store};
use super::{Event, Events, Looking, Order, Recent, Saving};

/// Starts the thread.
pub(super) fn start(folder: Option<PathBuf>) -> (Sender<Order>, Events) {
    let (orders, inbox) = channel();
    let (events, stream) = unbounded();
    let spawned = thread::Builder::new()
        .name(String::from("journal"))
        .spawn(move || run(folder, &inbox, &events));
    drop(spawned);
    (orders, stream)
}

fn run(folder: Option<PathBuf>, inbox: &Receiver<Order>, events: &UnboundedSender<Event>) {
    let say = |event| drop(events.unbounded_send(event));
    let Some(folder) = folder else { return };
    let Ok((mut store, notices)) = Store::open(&folder) else {
        return;
    };
    say(Event::Opened(notices));
    for order in inbox {
        match order {
            Order::Write(entries) => match store.write(&entries) {
                Ok(()) => say(Event::Changed),
                Err(error) => say(Event::Saving(Saving::Waiting(error))),
            },
            Order::Look(Looking::Today { since }) => {
                let recent = || -> Result<Recent, Error> {
                    let log = store.log(Some(since))?;
                    Ok(Recent {
                        open: store.open_session()?,
                        assessments: store.assessments()?,
                        is_empty: log.sessions.is_empty(),
                        log,
                    })
                };
                if let Ok(recent) = recent() {
                    say(Event::Today(Arc::new(recent)));
                }
            }
            Order::Look(Looking::History { since }) => {
                if let Ok(log) = store.log(since) {
                    say(Event::History(since, Arc::new(log)));
                }
            }
            Order::Flush => say(Event::Flushed),
            Order::Export(_) | Order::Import(_) | Order::Erase => {}
            Order::Quit => return,
        }
    }
}
