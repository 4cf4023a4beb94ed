//! New files, all or none, and never over what is there.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::File;

/// Puts a whole new folder in place: it is made beside its target and renamed in one step.
///
/// Paths of `files` begin within the folder. Fails, with nothing left behind, when the target exists or
/// anything cannot be written.
pub fn new_folder(target: &Path, files: &[File]) -> anyhow::Result<()> {
    refuse_existing(target)?;
    let parent = target.parent().context("mappen må ligge i en mappe")?;
    fs::create_dir_all(parent).with_context(|| format!("kan ikke lage mappen {}", parent.display()))?;
    let beside = Beside::folder(target)?;
    for file in files {
        let path = beside.path.join(&file.path);
        let folder = path.parent().unwrap_or(&beside.path);
        fs::create_dir_all(folder).with_context(|| format!("kan ikke lage mappen {}", folder.display()))?;
        put(&path, &file.bytes).map(drop)?;
    }
    refuse_existing(target)?;
    fs::rename(&beside.path, target).with_context(|| format!("kan ikke lage {}", target.display()))
}

/// Makes the file `target`. Fails, with nothing left behind, when it exists or cannot be written.
pub fn new_file(target: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    refuse_existing(target)?;
    let beside = written_beside(target, bytes)?;
    // A hard link takes a name only when nobody has it, which a rename does not promise.
    match fs::hard_link(&beside.path, target) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => refuse_existing(target),
        Err(_) => {
            refuse_existing(target)?;
            fs::rename(&beside.path, target).with_context(|| format!("kan ikke skrive {}", target.display()))
        }
    }
}

/// Puts `bytes` in the place of the file `target`; whatever happens, it is the old or the new one, whole.
pub fn replace_file(target: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let beside = written_beside(target, bytes)?;
    fs::rename(&beside.path, target).with_context(|| format!("kan ikke skrive {}", target.display()))
}

fn written_beside(target: &Path, bytes: &[u8]) -> anyhow::Result<Beside> {
    let parent = target.parent().context("filen må ligge i en mappe")?;
    fs::create_dir_all(parent).with_context(|| format!("kan ikke lage mappen {}", parent.display()))?;
    let mut beside = Beside::name(target);
    beside.lock = Some(put(&beside.path, bytes)?);
    Ok(beside)
}

/// Writes a file and waits until the disk has it. The file comes back open and locked.
fn put(path: &Path, bytes: &[u8]) -> anyhow::Result<fs::File> {
    let context = || format!("kan ikke skrive {}", path.display());
    let mut out = fs::File::create_new(path).with_context(context)?;
    // Where the system has no locks, nothing of ours is taken away either.
    let _ = out.try_lock();
    out.write_all(bytes).with_context(context)?;
    out.sync_all().with_context(context)?;
    Ok(out)
}

fn refuse_existing(target: &Path) -> anyhow::Result<()> {
    if fs::symlink_metadata(target).is_ok() {
        bail!("{} finnes fra før; ingenting er skrevet", target.display());
    }
    Ok(())
}

/// A file or folder beside its target; what is still there at the end is taken away.
///
/// A program that is killed leaves it there. The next that writes in the same folder takes it away: it knows from the
/// lock, and from the number of the process in the name, that nobody is at it.
struct Beside {
    path: PathBuf,
    /// Tells others that somebody is at it.
    lock: Option<fs::File>,
}

/// How names of what is beside end, after the number of a process.
const ENDING: &str = ".nytt";

impl Beside {
    fn name(target: &Path) -> Beside {
        clear(target.parent().unwrap_or(Path::new(".")));
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let path = target.with_file_name(format!(".{name}.{}{ENDING}", std::process::id()));
        Beside { path, lock: None }
    }

    fn folder(target: &Path) -> anyhow::Result<Beside> {
        let mut beside = Beside::name(target);
        fs::create_dir(&beside.path).with_context(|| format!("kan ikke skrive {}", beside.path.display()))?;
        beside.lock = fs::File::open(&beside.path).ok().filter(|it| it.try_lock().is_ok());
        Ok(beside)
    }
}

/// Takes away what programs that were killed have left in `folder`. What cannot be taken away stays: it is in
/// nobody's way.
fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (name, path) = (entry.file_name(), entry.path());
        let Some(writer) = writer(&name.to_string_lossy()) else { continue };
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_symlink() || lives(writer) || !fs::File::open(&path).is_ok_and(|it| it.try_lock().is_ok()) {
            continue;
        }
        let _ = if kind.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
    }
}

/// The number of the process in a name such as `.klubben.md.4711.nytt`.
fn writer(name: &str) -> Option<u32> {
    let (target, writer) = name.strip_prefix('.')?.strip_suffix(ENDING)?.rsplit_once('.')?;
    writer.parse().ok().filter(|it: &u32| !target.is_empty() && it.to_string() == writer)
}

/// Whether the process `id` lives, as far as the system tells.
fn lives(id: u32) -> bool {
    id == std::process::id() || Path::new(&format!("/proc/{id}")).exists()
}

impl Drop for Beside {
    fn drop(&mut self) {
        // After a rename nothing is there; a failure to tidy up changes nothing for the target.
        let _ = fs::remove_dir_all(&self.path);
        let _ = fs::remove_file(&self.path);
    }
}
