//! What runs beside the window: time, messages on their way, files.

use std::future::Future;
use std::io;
use std::thread;

use iced::Task;
use iced::futures::channel::oneshot;
use tokio::runtime::{Builder, Runtime};

/// One worker. With one for every core, iced's own runtime wakes a second worker for every tick of a clock, which costs
/// as much as the tick.
#[derive(Debug)]
pub(super) struct OneWorker(Runtime);

impl iced::Executor for OneWorker {
    fn new() -> io::Result<Self> {
        Builder::new_multi_thread()
            .worker_threads(1)
            .enable_time()
            .build()
            .map(Self)
    }

    fn spawn(&self, future: impl Future<Output = ()> + Send + 'static) {
        drop(self.0.spawn(future));
    }

    fn block_on<T>(&self, future: impl Future<Output = T>) -> T {
        self.0.block_on(future)
    }

    fn enter<R>(&self, enter: impl FnOnce() -> R) -> R {
        let _guard = self.0.enter();
        enter()
    }
}

/// Does long work on a thread of its own: the one worker also brings a session its time. Work that is lost says nothing.
pub(super) fn spawn_blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Task<T> {
    let (tell, told) = oneshot::channel();
    // The window may be closed before it is done.
    let spawned = thread::Builder::new().spawn(move || drop(tell.send(work())));
    match spawned {
        Ok(_) => Task::future(told).then(|told| told.map_or_else(|_| Task::none(), Task::done)),
        Err(_) => Task::none(),
    }
}
