//! Time and peak memory of a program, and of just writing files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

/// How often a running program's memory is looked at.
const EVERY: Duration = Duration::from_millis(2);

/// One measurement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measured {
    /// Wall time.
    pub(super) seconds: f64,
    /// Most memory in use at once, in MB; 0 where the system does not tell.
    pub(super) megabytes: f64,
}

/// The median by time of several runs; the memory is the most that any of them took.
pub(super) fn median(runs: usize, mut run: impl FnMut(usize) -> anyhow::Result<Measured>) -> anyhow::Result<Measured> {
    let mut all = (0..runs.max(1)).map(&mut run).collect::<anyhow::Result<Vec<_>>>()?;
    all.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    let megabytes = all.iter().map(|it| it.megabytes).fold(0.0, f64::max);
    Ok(Measured { seconds: all[all.len() / 2].seconds, megabytes })
}

/// Runs a program to its end.
pub(super) fn timed(command: &mut Command) -> anyhow::Result<Measured> {
    let name = command.get_program().to_string_lossy().into_owned();
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().with_context(|| format!("cannot run {name}"))?;
    let mut megabytes: f64 = 0.0;
    let status = loop {
        megabytes = megabytes.max(peak(&child));
        match child.try_wait()? {
            Some(status) => break status,
            None => thread::sleep(EVERY),
        }
    };
    let seconds = start.elapsed().as_secs_f64();
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(Measured { seconds, megabytes })
}

/// The most memory that a process has had, in MB.
fn peak(child: &Child) -> f64 {
    megabytes(child, "VmHWM:")
}

/// The memory that a process has now, in MB.
pub(super) fn resident(child: &Child) -> f64 {
    megabytes(child, "VmRSS:")
}

fn megabytes(child: &Child, what: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix(what));
    let kilobytes = line.and_then(|it| it.trim().strip_suffix(" kB")?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1000.0
}

/// Writes the files of `site` again, from memory and on all cores: what the disk itself takes.
///
/// Gives the number of files, their bytes, and the time.
pub(super) fn bare_write(
    site: &Path,
    runs: usize,
    out: impl Fn(usize) -> PathBuf,
) -> anyhow::Result<(usize, usize, Measured)> {
    let mut files = Vec::new();
    collect(site, site, &mut files)?;
    let mut folders: Vec<&Path> = files.iter().filter_map(|(path, _)| path.parent()).collect();
    folders.sort_unstable();
    folders.dedup();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = files.len().div_ceil(threads).max(1);
    let measured = median(runs, |nr| {
        let out = out(nr);
        let start = Instant::now();
        folders.iter().try_for_each(|it| fs::create_dir_all(out.join(it)))?;
        thread::scope(|scope| {
            let write = |part: &[(PathBuf, Vec<u8>)]| {
                part.iter().try_for_each(|(path, bytes)| {
                    use std::io::Write as _;
                    fs::File::create_new(out.join(path))?.write_all(bytes)
                })
            };
            let jobs: Vec<_> = files.chunks(share).map(|part| scope.spawn(move || write(part))).collect();
            jobs.into_iter().try_for_each(|it| it.join().unwrap_or_else(|_| Err(std::io::Error::other("panic"))))
        })?;
        Ok(Measured { seconds: start.elapsed().as_secs_f64(), megabytes: 0.0 })
    })?;
    Ok((files.len(), files.iter().map(|(_, bytes)| bytes.len()).sum(), measured))
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            files.push((path.strip_prefix(root)?.to_owned(), fs::read(&path)?));
        }
    }
    Ok(())
}
