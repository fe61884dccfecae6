//! Asking where to save and what to open, in the dialogs of the desktop.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

use iced::{Task, window};
use rfd::{AsyncFileDialog, FileHandle};

use super::executor::spawn_blocking;
use crate::desktop;

/// What is to be chosen, with the title of the dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Choose {
    /// A folder to write into.
    Folder(&'static str),
    /// A file that is there.
    File(&'static str),
    /// A file that is to be written, with the name that is suggested.
    NewFile(&'static str, String),
}

/// What the person is choosing. It is `Send` as the dialogs are, which on a Mac belong to the thread of the window.
type Choosing = Pin<Box<dyn Future<Output = Option<FileHandle>> + Send>>;

/// Opens a dialog above the window, in the folder of documents. None where nothing was chosen, and where nothing on this
/// desktop can ask.
pub(super) fn choose(what: Choose) -> Task<Option<PathBuf>> {
    // Where documents are stands in a file.
    let documents = spawn_blocking(desktop::documents);
    let open = documents.then(move |documents| {
        let what = what.clone();
        window::latest().and_then(move |id| {
            let (what, documents) = (what.clone(), documents.clone());
            window::run(id, move |window| {
                let dialog = AsyncFileDialog::new().set_parent(window);
                let dialog = match documents {
                    Some(folder) => dialog.set_directory(folder),
                    None => dialog,
                };
                begin(dialog, what)
            })
        })
    });
    open.then(Task::future)
        .map(|file| file.map(|file| file.path().to_path_buf()))
}

fn begin(dialog: AsyncFileDialog, what: Choose) -> Choosing {
    match what {
        Choose::Folder(title) => Box::pin(dialog.set_title(title).pick_folder()),
        Choose::File(title) => Box::pin(dialog.set_title(title).pick_file()),
        Choose::NewFile(title, name) => {
            Box::pin(dialog.set_title(title).set_file_name(name).save_file())
        }
    }
}
