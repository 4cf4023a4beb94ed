//! What changes in the content folder while it is shown.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// A save is over when nothing has changed for this long. Editors write a file in one or a few calls.
const QUIET: Duration = Duration::from_millis(3);
/// Longest time to wait for quiet: a checkout of many files is shown in steps.
const LONGEST: Duration = Duration::from_millis(200);
/// Time between looks, where the system cannot tell of changes.
const POLL: Duration = Duration::from_secs(1);

/// What has changed since the last look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files and folders, each with all that is in it.
    pub paths: BTreeSet<PathBuf>,
    /// Changes may have been missed: everything has to be read again.
    pub everything: bool,
}

impl Changes {
    fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.everything
    }

    fn add(&mut self, event: notify::Result<Event>) {
        match event {
            Ok(event) if event.need_rescan() => self.everything = true,
            Ok(event) if changes_content(&event.kind) => self.paths.extend(event.paths),
            Ok(_) => (),
            Err(_) => self.everything = true,
        }
    }
}

/// Reading a file changes nothing.
fn changes_content(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(kind) => *kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

/// A watch over a folder. It ends when it is dropped.
pub struct Watch {
    events: Receiver<notify::Result<Event>>,
    // Kept for as long as events are wanted.
    _watcher: Box<dyn Watcher + Send>,
}

impl Watch {
    /// Watches `folder`, whose path has no symbolic links in it, and all that is in it.
    ///
    /// Where the system has no more room for watches, the folder is looked through once a second.
    /// Fails when that is not possible either.
    pub fn new(folder: &Path) -> anyhow::Result<Watch> {
        let (sender, events) = mpsc::channel();
        let config = Config::default().with_follow_symlinks(false);
        let told = RecommendedWatcher::new(sender.clone(), config)
            .and_then(|mut it| it.watch(folder, RecursiveMode::Recursive).map(|()| it));
        let watcher: Box<dyn Watcher + Send> = match told {
            Ok(watcher) => Box::new(watcher),
            Err(_) => {
                let mut watcher = PollWatcher::new(sender, config.with_poll_interval(POLL))?;
                watcher
                    .watch(folder, RecursiveMode::Recursive)
                    .with_context(|| format!("kan ikke følge med på {}", folder.display()))?;
                Box::new(watcher)
            }
        };
        Ok(Watch { events, _watcher: watcher })
    }

    /// Waits for changes and until they are over; `None` when there is none within `patience`.
    pub fn next(&self, patience: Duration) -> Option<Changes> {
        let mut changes = Changes::default();
        let mut end = None;
        loop {
            let left = end.map_or(patience, |end: Instant| end.saturating_duration_since(Instant::now()).min(QUIET));
            match self.events.recv_timeout(left) {
                Ok(event) => changes.add(event),
                Err(RecvTimeoutError::Timeout) => break,
                // The watcher is gone: nothing can be trusted any more.
                Err(RecvTimeoutError::Disconnected) => {
                    std::thread::sleep(POLL);
                    changes.everything = true;
                    break;
                }
            }
            if !changes.is_empty() && end.is_none() {
                end = Some(Instant::now() + LONGEST);
            }
        }
        (!changes.is_empty()).then_some(changes)
    }
}
