//! Which files changed, as the system tells it, gathered until it is quiet for a moment.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::source::{Folders, Look, is_passed_over};

use super::shown::Blame;

/// Editors save in several steps, within a few milliseconds.
const QUIET: Duration = Duration::from_millis(15);

/// How much may happen at most until that is shown: whatever never is quiet must show, too.
const MOST: usize = 20_000;

/// The folders that a catalogue is made from, below its root.
const WATCHED: [&str; 3] = ["content", "seeds/sources", "themes"];

/// The folders above these, in which they may appear.
const ABOVE: [&str; 2] = [".", "seeds"];

/// What the preview must know of.
pub enum Notice {
    /// The system saw something happen to files.
    Files(notify::Result<Event>),
    /// Mistakes showed while a page was made.
    Broken(Blame),
    /// All files were looked at, and the state of the catalogue since which they were.
    Looked(u64, Box<Look>),
    /// Somebody wants it to end.
    Stop,
}

/// What changed since the last time.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The files and folders that changed.
    pub paths: BTreeSet<PathBuf>,
    /// Whether more may have changed, which nobody saw.
    pub is_unsure: bool,
}

/// Watches the folders of a catalogue.
pub struct Watcher {
    system: RecommendedWatcher,
    root: PathBuf,
    armed: Vec<PathBuf>,
    notices: Receiver<Notice>,
    /// What came while changes were gathered.
    waiting: Option<Notice>,
}

/// What comes next.
pub enum Next {
    /// Files changed.
    Changed(Changes),
    /// Mistakes showed while a page was made.
    Broken(Blame),
    /// All files were looked at.
    Looked(u64, Box<Look>),
    /// It is over.
    Stop,
}

impl Watcher {
    /// Watches from now on. `sender` also takes the notices of others.
    ///
    /// # Errors
    ///
    /// The system cannot watch.
    pub fn new(folders: &Folders, sender: Sender<Notice>, notices: Receiver<Notice>) -> notify::Result<Self> {
        // If nobody listens any more, it is over.
        let system = notify::recommended_watcher(move |event| drop(sender.send(Notice::Files(event))))?;
        let root = folders.root().to_owned();
        let mut watcher = Self { system, root, armed: Vec::new(), notices, waiting: None };
        watcher.arm()?;
        Ok(watcher)
    }

    /// Watches the folders that are there now.
    fn arm(&mut self) -> notify::Result<()> {
        for path in std::mem::take(&mut self.armed) {
            // It may be there no more.
            let _ = self.system.unwatch(&path);
        }
        let above = ABOVE.map(|name| (name, RecursiveMode::NonRecursive));
        let watched = WATCHED.map(|name| (name, RecursiveMode::Recursive));
        for (name, mode) in above.into_iter().chain(watched) {
            let path = if name == "." { self.root.clone() } else { crate::path::below(&self.root, name) };
            match self.system.watch(&path, mode) {
                Ok(()) => self.armed.push(path),
                // It may come later.
                Err(_) if !path.exists() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Waits until something happened.
    ///
    /// # Errors
    ///
    /// The system can no longer watch.
    pub fn wait(&mut self) -> notify::Result<Next> {
        loop {
            let notice = match self.waiting.take() {
                Some(notice) => notice,
                None => self.notices.recv().unwrap_or(Notice::Stop),
            };
            match notice {
                Notice::Stop => return Ok(Next::Stop),
                Notice::Broken(blame) => return Ok(Next::Broken(blame)),
                Notice::Looked(version, look) => return Ok(Next::Looked(version, look)),
                Notice::Files(event) => {
                    let mut changes = Changes::default();
                    self.add(event, &mut changes);
                    if changes != Changes::default() {
                        self.gather(&mut changes);
                        return self.settled(changes).map(Next::Changed);
                    }
                }
            }
        }
    }

    /// Adds what follows closely.
    fn gather(&mut self, changes: &mut Changes) {
        for _ in 0..MOST {
            match self.notices.recv_timeout(QUIET) {
                Ok(Notice::Files(event)) => self.add(event, changes),
                Ok(notice) => {
                    self.waiting = Some(notice);
                    return;
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn add(&self, event: notify::Result<Event>, changes: &mut Changes) {
        match event {
            Ok(event) if event.need_rescan() => changes.is_unsure = true,
            Ok(event) if is_change(event.kind) => {
                changes.paths.extend(event.paths.into_iter().filter(|path| self.is_ours(path)));
            }
            Ok(_) => {}
            Err(_) => changes.is_unsure = true,
        }
    }

    /// Whether a path may be part of the catalogue.
    fn is_ours(&self, path: &Path) -> bool {
        let Ok(below) = path.strip_prefix(&self.root) else {
            // A folder that is linked to from elsewhere.
            return true;
        };
        let mut parts = below.iter();
        let (first, second) = (parts.next(), parts.next());
        let is_top = match first.and_then(OsStr::to_str) {
            Some("content" | "themes") => true,
            Some("seeds") => second.is_none_or(|second| second == "sources"),
            _ => false,
        };
        is_top && !below.iter().any(is_passed_over)
    }

    /// Folders that came or went are watched anew; what happened in them meanwhile, nobody saw.
    fn settled(&mut self, mut changes: Changes) -> notify::Result<Changes> {
        let tops = WATCHED.iter().chain(&["seeds"]).map(|name| crate::path::below(&self.root, name));
        if changes.is_unsure || tops.into_iter().any(|top| changes.paths.contains(&top)) {
            self.arm()?;
            changes.is_unsure = true;
        }
        Ok(changes)
    }
}

/// Reading is no change, and the preview reads.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        EventKind::Any
        | EventKind::Create(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Other => true,
    }
}
