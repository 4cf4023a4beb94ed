//! A staged site.

use std::collections::HashSet;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use anyhow::{Context as _, bail};

use super::File;

/// Name of the file that marks a folder as a site that we made and may replace.
const MARK: &str = ".nettungen";

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Files.
    pub files: usize,
    /// Bytes in them.
    pub bytes: u64,
}

/// A site on its way: files go into a folder beside the target until [`Stage::publish`].
///
/// Dropped without being published, it takes its files with it.
pub struct Stage {
    target: PathBuf,
    folder: PathBuf,
    made: Mutex<HashSet<PathBuf>>,
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
        remove_folder(&folder).with_context(|| format!("kan ikke fjerne {}", folder.display()))?;
        fs::create_dir(&folder).with_context(|| format!("kan ikke skrive i {}", parent.display()))?;
        let stage = Stage {
            target,
            folder,
            made: Mutex::default(),
            files: AtomicUsize::new(0),
            bytes: AtomicU64::new(0),
            published: false,
        };
        stage.put(&File { path: MARK.to_owned(), bytes: b"Laget av nettungen build; skrives over.\n".to_vec() })?;
        Ok(stage)
    }

    /// Makes all folders for `paths` first, so that writing files does nothing else.
    pub fn make_folders<'a>(&self, paths: impl Iterator<Item = &'a str>) -> anyhow::Result<()> {
        let mut folders: Vec<&str> = paths.filter_map(|it| it.rsplit_once('/').map(|(folder, _)| folder)).collect();
        folders.sort_unstable();
        folders.dedup();
        for folder in folders {
            self.make_folder(&self.folder.join(folder))?;
        }
        Ok(())
    }

    fn make_folder(&self, folder: &Path) -> anyhow::Result<()> {
        let mut made = self.made.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if made.contains(folder) {
            return Ok(());
        }
        fs::create_dir_all(folder).with_context(|| format!("kan ikke lage mappen {}", folder.display()))?;
        made.insert(folder.to_owned());
        Ok(())
    }

    /// Writes one file. Two files at one path are a fault of ours and refused.
    pub fn put(&self, file: &File) -> anyhow::Result<()> {
        let path = self.folder.join(&file.path);
        let context = || format!("kan ikke skrive {}", path.display());
        let mut out = match fs::File::create_new(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                self.make_folder(path.parent().unwrap_or(&self.folder))?;
                fs::File::create_new(&path)
            }
            other => other,
        }
        .with_context(context)?;
        out.write_all(&file.bytes).with_context(context)?;
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(file.bytes.len() as u64, Ordering::Relaxed);
        Ok(())
    }

    /// Puts the staged site in the target's place.
    pub fn publish(mut self) -> anyhow::Result<Written> {
        let context = || format!("kan ikke legge nettstedet i {}", self.target.display());
        if self.target.exists() {
            exchange(&self.folder, &self.target).with_context(context)?;
            // What was published before now has the stage's name.
            remove_folder(&self.folder).with_context(|| format!("kan ikke fjerne {}", self.folder.display()))?;
        } else {
            fs::rename(&self.folder, &self.target).with_context(context)?;
        }
        self.published = true;
        Ok(Written { files: self.files.load(Ordering::Relaxed), bytes: self.bytes.load(Ordering::Relaxed) })
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

fn remove_folder(folder: &Path) -> std::io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Exchanges two folders in one step.
#[cfg(target_os = "linux")]
fn exchange(a: &Path, b: &Path) -> std::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        Err(_) => exchange_by_renames(a, b),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(a: &Path, b: &Path) -> std::io::Result<()> {
    exchange_by_renames(a, b)
}

/// Where the system cannot exchange: three renames, with a moment in which `b` is not there.
fn exchange_by_renames(a: &Path, b: &Path) -> std::io::Result<()> {
    let aside = a.with_extension("gammelt");
    remove_folder(&aside)?;
    fs::rename(b, &aside)?;
    if let Err(error) = fs::rename(a, b) {
        fs::rename(&aside, b)?;
        return Err(error);
    }
    fs::rename(&aside, a)
}
