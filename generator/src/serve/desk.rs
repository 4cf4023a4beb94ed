//! The editor's desk: the content as it was last read, and the edition that is shown.
//!
//! An edition never changes. A change of content makes a new one, which is put in the place of the
//! last; requests that have begun keep theirs.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use super::editor::Editor;
use super::press_room::PressRoom;
use super::problem::{Problem, Tally};
use crate::diag::Language;
use crate::model::{Settings, Site};
use crate::pipeline::{self, Memory};
use crate::read::Sources;
use crate::read::disk::Tree;
use crate::render::{Theme, ThemeFile};

/// What a preview is made of.
pub struct Setup {
    /// The content folder.
    pub tree: Tree,
    /// What the caller decides; asked for before each edition, since a preview may live past midnight.
    pub settings: Box<dyn Fn() -> Settings + Send>,
    /// The files of the theme.
    pub theme: Vec<ThemeFile>,
    /// The language of problems.
    pub language: Language,
    /// How files are opened.
    pub editor: Editor,
}

/// What is shown at one moment.
pub(super) struct Edition {
    /// How many came before it.
    pub(super) number: u64,
    /// The newest site without errors, if there has been one.
    pub(super) room: Option<Arc<PressRoom>>,
    /// What is wrong, the worst first.
    pub(super) problems: Vec<Problem>,
    /// How much is wrong.
    pub(super) tally: Tally,
    /// The name of each file as it is shown, by its id.
    pub(super) names: Arc<Vec<Box<str>>>,
}

/// The content and the edition made of it.
pub struct Desk {
    work: Mutex<Work>,
    edition: RwLock<Arc<Edition>>,
    newest: Mutex<u64>,
    published: Condvar,
    root: PathBuf,
    /// What stands before paths when they are shown.
    prefix: String,
    theme: Arc<Theme>,
    /// How files are opened.
    pub(super) editor: Editor,
    language: Language,
}

/// What was read, and what it was made into.
struct Work {
    tree: Tree,
    sources: Sources,
    settings: Box<dyn Fn() -> Settings + Send>,
    made_for: Settings,
    /// Lost when a check stops: the next one begins anew.
    memory: Memory,
    names: Arc<Vec<Box<str>>>,
}

impl Desk {
    /// Reads the theme and the content, and makes the first edition. Fails when the theme cannot be used or
    /// the folder cannot be listed.
    pub fn new(setup: Setup) -> anyhow::Result<Desk> {
        let Setup { tree, settings, theme, language, editor } = setup;
        let (root, prefix) = (tree.root().to_owned(), tree.prefix().to_owned());
        let first = || {
            let mut work = Work::begin(tree, settings)?;
            let findings = work.check(language);
            Ok::<_, std::io::Error>((work, findings))
        };
        let (theme, first) = rayon::join(|| Theme::new(theme), first);
        let (theme, (work, findings)) = (Arc::new(theme?), first?);
        let edition = Arc::new(work.edition(findings, None, &theme));
        Ok(Desk {
            newest: Mutex::new(edition.number),
            edition: RwLock::new(edition),
            work: Mutex::new(work),
            published: Condvar::new(),
            root,
            prefix,
            theme,
            editor,
            language,
        })
    }

    /// The content folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The name of a file as the user named the folder; `path` is within it.
    pub(super) fn shown(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    /// The path within the folder of a file that is shown as `name`.
    pub(super) fn path<'n>(&self, name: &'n str) -> &'n str {
        name.strip_prefix(&self.prefix).unwrap_or(name)
    }

    /// How much is wrong with the content.
    pub fn tally(&self) -> Tally {
        self.edition().tally
    }

    /// What is shown now.
    pub(super) fn edition(&self) -> Arc<Edition> {
        Arc::clone(&self.edition.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether a program is in the middle of saving one of `paths`.
    pub(super) fn is_being_saved(&self, paths: &BTreeSet<PathBuf>) -> bool {
        let work = lock(&self.work);
        paths.iter().any(|it| work.tree.is_being_saved(&work.sources, it))
    }

    /// Reads again what stands at `changed`, and makes a new edition if anything is different.
    ///
    /// Fails when the folder cannot be listed; then the edition stays.
    pub fn update(&self, changed: &[PathBuf]) -> std::io::Result<bool> {
        let mut work = lock(&self.work);
        let Work { tree, sources, .. } = &mut *work;
        let different = tree.update(sources, changed)?;
        Ok(self.publish_if(different, &mut work))
    }

    /// Reads everything again, and makes a new edition if anything is different.
    ///
    /// Fails as [`Desk::update`].
    pub fn refresh(&self) -> std::io::Result<bool> {
        let mut work = lock(&self.work);
        let Work { tree, sources, .. } = &mut *work;
        let different = tree.refresh(sources)?;
        Ok(self.publish_if(different, &mut work))
    }

    /// Makes a new edition if the day has changed.
    pub fn new_day(&self) {
        self.publish_if(false, &mut lock(&self.work));
    }

    fn publish_if(&self, different: bool, work: &mut Work) -> bool {
        let settings = (work.settings)();
        if !different && settings == work.made_for {
            return false;
        }
        work.made_for = settings;
        work.name_files();
        let findings = work.check(self.language);
        let edition = Arc::new(work.edition(findings, Some(&self.edition()), &self.theme));
        let number = edition.number;
        *self.edition.write().unwrap_or_else(PoisonError::into_inner) = edition;
        *lock(&self.newest) = number;
        self.published.notify_all();
        true
    }

    /// Waits until there is another edition than `seen`; `None` when there is none within `patience`.
    pub(super) fn wait(&self, seen: u64, patience: Duration) -> Option<Arc<Edition>> {
        let newest = lock(&self.newest);
        let waited = self.published.wait_timeout_while(newest, patience, |it| *it == seen);
        let (newest, _) = waited.unwrap_or_else(PoisonError::into_inner);
        (*newest != seen).then(|| self.edition())
    }
}

/// What a thread that panicked has left behind is still whole: every change is a single assignment.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a check of the content came to.
struct Findings {
    /// The site, when it has no errors.
    site: Option<Site>,
    problems: Vec<Problem>,
    tally: Tally,
}

impl Work {
    fn begin(mut tree: Tree, settings: Box<dyn Fn() -> Settings + Send>) -> std::io::Result<Work> {
        let (sources, made_for) = (tree.read()?, settings());
        let mut work = Work { tree, sources, settings, made_for, memory: Memory::default(), names: Arc::default() };
        work.name_files();
        Ok(work)
    }

    fn check(&mut self, language: Language) -> Findings {
        // A panic is our bug; the editor keeps the preview.
        let checked = catch_unwind(AssertUnwindSafe(|| {
            let mut memory = std::mem::take(&mut self.memory);
            let checked = pipeline::recheck(&self.sources, &self.made_for, &mut memory);
            self.memory = memory;
            checked
        }));
        match checked {
            Ok((site, found)) => {
                Findings { site, problems: Problem::worst(&found, &self.sources, language), tally: Tally::of(&found) }
            }
            Err(_) => {
                let tally = Tally { errors: 1, ..Tally::default() };
                Findings { site: None, problems: vec![Problem::ours()], tally }
            }
        }
    }

    /// What is shown of the findings; the site of the edition before it stays while there are errors.
    fn edition(&self, findings: Findings, last: Option<&Edition>, theme: &Arc<Theme>) -> Edition {
        let Findings { site, problems, tally } = findings;
        let room = match site {
            Some(site) => Some(Arc::new(PressRoom::open(Arc::new(site), theme))),
            None => last.and_then(|it| it.room.clone()),
        };
        let number = last.map_or(0, |it| it.number + 1);
        Edition { number, room, problems, tally, names: Arc::clone(&self.names) }
    }

    /// Names files that have come since the last edition. A file never changes its id.
    fn name_files(&mut self) {
        if self.names.len() < self.sources.id_limit() {
            self.names = Arc::new(self.sources.names().map(Into::into).collect());
        }
    }
}
