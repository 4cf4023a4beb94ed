//! Two folders change places.

use std::fs;
use std::io::ErrorKind;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Exchanges two folders, in one step where the system can.
#[cfg(target_os = "linux")]
pub(super) fn exchange(a: &Path, b: &Path) -> std::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        Err(_) => by_renames(a, b),
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn exchange(a: &Path, b: &Path) -> std::io::Result<()> {
    by_renames(a, b)
}

/// Where the system cannot exchange: three renames, with a moment in which `b` is not there.
fn by_renames(a: &Path, b: &Path) -> std::io::Result<()> {
    let aside = a.with_extension("gammelt");
    remove_folder(&aside)?;
    fs::rename(b, &aside)?;
    if let Err(error) = fs::rename(a, b) {
        fs::rename(&aside, b)?;
        return Err(error);
    }
    fs::rename(&aside, a)
}

/// Threads that remove files: most of the time the disk is waited for, not a core.
const REMOVERS: usize = 8;

/// Removes a folder with all that is in it, if it is there. It may be a whole site.
pub(super) fn remove_folder(folder: &Path) -> std::io::Result<()> {
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Ok(it) if it.is_dir() => (),
        _ => return fs::remove_dir_all(folder),
    }
    let entries: Vec<fs::DirEntry> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    let entries = Mutex::new(entries.into_iter());
    let next = || entries.lock().unwrap_or_else(PoisonError::into_inner).next();
    let remover = || -> std::io::Result<()> {
        while let Some(entry) = next() {
            match entry.file_type()?.is_dir() {
                true => fs::remove_dir_all(entry.path())?,
                false => fs::remove_file(entry.path())?,
            }
        }
        Ok(())
    };
    thread::scope(|scope| {
        let removers: Vec<_> = (0..REMOVERS).map(|_| scope.spawn(remover)).collect();
        let joined = removers.into_iter().map(|it| it.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.collect::<std::io::Result<()>>()
    })?;
    fs::remove_dir(folder)
}
