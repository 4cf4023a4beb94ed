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
        put(&path, &file.bytes)?;
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
    let beside = Beside::name(target);
    put(&beside.path, bytes)?;
    Ok(beside)
}

/// Writes a file and waits until the disk has it.
fn put(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let context = || format!("kan ikke skrive {}", path.display());
    let mut out = fs::File::create_new(path).with_context(context)?;
    out.write_all(bytes).with_context(context)?;
    out.sync_all().with_context(context)
}

fn refuse_existing(target: &Path) -> anyhow::Result<()> {
    if fs::symlink_metadata(target).is_ok() {
        bail!("{} finnes fra før; ingenting er skrevet", target.display());
    }
    Ok(())
}

/// A file or folder beside its target; what is still there at the end is taken away.
struct Beside {
    path: PathBuf,
}

impl Beside {
    fn name(target: &Path) -> Beside {
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        Beside { path: target.with_file_name(format!(".{name}.{}.nytt", std::process::id())) }
    }

    fn folder(target: &Path) -> anyhow::Result<Beside> {
        let beside = Beside::name(target);
        fs::create_dir(&beside.path).with_context(|| format!("kan ikke skrive {}", beside.path.display()))?;
        Ok(beside)
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // After a rename nothing is there; a failure to tidy up changes nothing for the target.
        let _ = fs::remove_dir_all(&self.path);
        let _ = fs::remove_file(&self.path);
    }
}
