//! A staged site.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use anyhow::{Context as _, bail};
use rayon::prelude::*;

use super::exchange::{exchange, remove_folder};
use super::state::{Kept, State};
use super::{File, MARK, Written};

/// A site on its way: files go into a folder beside the target until [`Stage::publish`].
///
/// A file that is byte for byte the same in the published site is linked, not written, and so keeps its
/// time. Dropped without being published, a stage takes its files with it.
pub struct Stage {
    target: PathBuf,
    folder: PathBuf,
    // Locked for as long as the stage lives, so that two builds never share a folder.
    _lock: fs::File,
    has_old: bool,
    /// What is known of the published site.
    old: Option<State>,
    shares: Mutex<BTreeMap<String, Kept>>,
    files: AtomicUsize,
    bytes: AtomicU64,
    published: bool,
}

impl Stage {
    /// Prepares to replace `target`.
    ///
    /// Fails when its parent cannot be written to, when another build is at it, or when the target holds
    /// something that is not a site of ours.
    pub fn new(target: &Path) -> anyhow::Result<Stage> {
        let target = std::path::absolute(target).with_context(|| format!("kan ikke bruke {}", target.display()))?;
        refuse_foreign(&target)?;
        let name = target.file_name().context("målet for bygget må være en mappe med navn")?.to_string_lossy();
        let parent = target.parent().context("målet for bygget må ligge i en mappe")?;
        fs::create_dir_all(parent).with_context(|| format!("kan ikke lage mappen {}", parent.display()))?;
        let folder = parent.join(format!(".{name}.nytt"));
        let lock = take(&folder, parent, &target)?;
        let stage = Stage {
            has_old: target.exists(),
            old: State::read(&target),
            shares: Mutex::default(),
            target,
            folder,
            _lock: lock,
            files: AtomicUsize::new(0),
            bytes: AtomicU64::new(0),
            published: false,
        };
        stage.write(&File { path: MARK.to_owned(), bytes: b"Laget av nettungen build; skrives over.\n".to_vec() })?;
        Ok(stage)
    }

    /// What is in the target, when it is a whole site that was made of just this.
    pub fn current(target: &Path, fingerprint: &str) -> Option<Written> {
        let target = std::path::absolute(target).ok()?;
        let known = State::read(&target).filter(|it| it.fingerprint == fingerprint)?;
        known.is_whole(&target).then_some(known.written)
    }

    /// Takes away what an interrupted build has left beside `target`, unless another build is at it.
    pub fn clear(target: &Path) -> anyhow::Result<()> {
        let target = std::path::absolute(target).with_context(|| format!("kan ikke bruke {}", target.display()))?;
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let folder = target.with_file_name(format!(".{name}.nytt"));
        let Ok(left) = fs::File::open(&folder) else { return Ok(()) };
        if left.try_lock().is_ok() {
            remove_folder(&folder).with_context(|| format!("kan ikke fjerne {}", folder.display()))?;
        }
        Ok(())
    }

    /// Makes all folders for `paths` first, so that writing files does nothing else.
    pub fn make_folders<'a>(&self, paths: impl Iterator<Item = &'a str>) -> anyhow::Result<()> {
        let mut folders: Vec<&str> = paths.filter_map(|it| it.rsplit_once('/').map(|(folder, _)| folder)).collect();
        folders.sort_unstable();
        folders.dedup();
        // Threads that make folders in one folder would wait for each other.
        let top = |it: &str| it.split('/').next().unwrap_or_default().to_owned();
        folders
            .par_chunk_by(|a, b| top(a) == top(b))
            .try_for_each(|it| it.iter().try_for_each(|folder| make_folder(&self.folder.join(folder))))
    }

    /// Writes one file. Two files at one path are a fault of ours and refused.
    pub fn put(&self, file: &File) -> anyhow::Result<()> {
        if !self.link(file) {
            self.write(file)?;
        }
        self.count(file.bytes.len() as u64);
        Ok(())
    }

    /// Takes the files of a share over from the published site, when it has them, made of the same: those at `paths`
    /// and, of those that no address leads to, which `is_new`. Whether it did.
    pub fn take_over(
        &self,
        share: &str,
        fingerprint: &str,
        paths: &[String],
        is_new: impl Fn(&str) -> bool,
    ) -> anyhow::Result<bool> {
        let kept = self.old.as_ref().and_then(|it| it.shares.get(share)).filter(|it| it.fingerprint == fingerprint);
        let Some(kept) = kept else { return Ok(false) };
        let all: Vec<&String> = paths.iter().chain(&kept.more).collect();
        let sizes: std::io::Result<Vec<u64>> = all.par_iter().map(|it| size(&self.target.join(it))).collect();
        let Some(sizes) = sizes.ok().filter(|it| it.iter().sum::<u64>() == kept.bytes) else { return Ok(false) };
        let files: Vec<(&String, u64)> = all.into_iter().zip(sizes).collect();
        let (own, more) = files.split_at(paths.len());
        let more = more.iter().filter(|(path, _)| is_new(path));
        let wanted: Vec<&(&String, u64)> = own.iter().chain(more).collect();
        wanted.into_par_iter().try_for_each(|(path, size)| self.link_over(path, *size))?;
        self.remember(share, kept.clone());
        Ok(true)
    }

    fn link_over(&self, path: &str, size: u64) -> anyhow::Result<()> {
        let (old, new) = (self.target.join(path), self.folder.join(path));
        if fs::hard_link(&old, &new).is_err() {
            make_folder(new.parent().unwrap_or(&self.folder))?;
            // Some systems have no links.
            let copied = fs::hard_link(&old, &new).or_else(|_| fs::copy(&old, &new).map(drop));
            copied.with_context(|| format!("kan ikke skrive {}", new.display()))?;
        }
        self.count(size);
        Ok(())
    }

    /// Remembers a share for the next build, made of what has `fingerprint`: `more` are its files that no address
    /// leads to, `bytes` is what all of its files hold.
    pub fn keep(&self, share: &str, fingerprint: &str, more: Vec<String>, bytes: u64) {
        self.remember(share, Kept { fingerprint: fingerprint.to_owned(), more, bytes });
    }

    fn remember(&self, share: &str, kept: Kept) {
        self.shares.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(share.to_owned(), kept);
    }

    fn count(&self, bytes: u64) {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Takes the file over from the published site, if it is the same there and the system can link.
    fn link(&self, file: &File) -> bool {
        if !self.has_old {
            return false;
        }
        let old = self.target.join(&file.path);
        is_same(&old, &file.bytes).unwrap_or(false) && fs::hard_link(&old, self.folder.join(&file.path)).is_ok()
    }

    fn write(&self, file: &File) -> anyhow::Result<()> {
        let path = self.folder.join(&file.path);
        let context = || format!("kan ikke skrive {}", path.display());
        let mut out = match fs::File::create_new(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                make_folder(path.parent().unwrap_or(&self.folder))?;
                fs::File::create_new(&path)
            }
            other => other,
        }
        .with_context(context)?;
        out.write_all(&file.bytes).with_context(context)
    }

    /// Puts the staged site in the target's place. `fingerprint` is of all that it was made of.
    pub fn publish(mut self, fingerprint: &str) -> anyhow::Result<Written> {
        let written = Written { files: self.files.load(Ordering::Relaxed), bytes: self.bytes.load(Ordering::Relaxed) };
        let target = self.target.clone();
        let context = || format!("kan ikke legge nettstedet i {}", target.display());
        if self.target.exists() {
            // What is published now gets the stage's name, and must then be nobody else's stage.
            let old = fs::File::open(&self.target).with_context(context)?;
            old.try_lock().with_context(context)?;
            // Killed after the exchange, a build must not leave word of the site before.
            State::forget(&target).with_context(context)?;
            exchange(&self.folder, &self.target).with_context(context)?;
            remove_folder(&self.folder).with_context(|| format!("kan ikke fjerne {}", self.folder.display()))?;
        } else {
            fs::rename(&self.folder, &self.target).with_context(context)?;
        }
        self.published = true;
        let shares = std::mem::take(&mut *self.shares.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
        State { fingerprint: fingerprint.to_owned(), written, shares }.keep(&self.target).with_context(context)?;
        Ok(written)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.published {
            // Nothing more can be done about a failure here; the next build removes the folder.
            let _ = remove_folder(&self.folder);
        }
    }
}

/// Makes an empty folder for the stage and locks it. What an interrupted build has left there goes.
fn take(folder: &Path, parent: &Path, target: &Path) -> anyhow::Result<fs::File> {
    let context = || format!("kan ikke skrive i {}", parent.display());
    let busy = || format!("et annet bygg holder på med {}; vent til det er ferdig", target.display());
    if let Ok(left) = fs::File::open(folder) {
        left.try_lock().with_context(busy)?;
        remove_folder(folder).with_context(|| format!("kan ikke fjerne {}", folder.display()))?;
    }
    match fs::create_dir(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => bail!(busy()),
        other => other.with_context(context)?,
    }
    let lock = fs::File::open(folder).with_context(context)?;
    lock.try_lock().with_context(busy)?;
    Ok(lock)
}

fn make_folder(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("kan ikke lage mappen {}", folder.display()))
}

/// The size of the file at `path`, which is no link to another.
fn size(path: &Path) -> std::io::Result<u64> {
    let meta = fs::symlink_metadata(path)?;
    if meta.is_file() { Ok(meta.len()) } else { Err(ErrorKind::InvalidInput.into()) }
}

/// Whether the file at `path` holds just `bytes`.
fn is_same(path: &Path, bytes: &[u8]) -> std::io::Result<bool> {
    let mut file = fs::File::open(path)?;
    if file.metadata()?.len() != bytes.len() as u64 {
        return Ok(false);
    }
    let mut old = Vec::with_capacity(bytes.len());
    file.read_to_end(&mut old)?;
    Ok(old == bytes)
}

/// Refuses to replace what is not a site of ours.
fn refuse_foreign(target: &Path) -> anyhow::Result<()> {
    let Ok(meta) = fs::symlink_metadata(target) else { return Ok(()) };
    if !meta.is_dir() {
        bail!("{} finnes og er ikke en mappe", target.display());
    }
    let empty = fs::read_dir(target).with_context(|| format!("kan ikke lese {}", target.display()))?.next().is_none();
    if !empty && !target.join(MARK).exists() {
        bail!("{} inneholder noe annet enn et nettsted fra nettungen; velg en annen mappe med --out", target.display());
    }
    Ok(())
}
