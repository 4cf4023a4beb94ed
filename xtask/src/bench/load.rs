//! What the preview bears: many requests a second for a while, and files that change meanwhile.

use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::preview::Served;
use crate::project::write_if_changed;

/// Requests a second, and for how long.
const RATE: usize = 200;
const LENGTH: Duration = Duration::from_secs(60);
/// Those who ask, each in its own thread.
const ASKERS: usize = 8;

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Load {
    requests: usize,
    errors: usize,
    /// Milliseconds that one in two, and one in a hundred, took longer than.
    p50: f64,
    p99: f64,
    /// Memory before and after, in MB.
    before: f64,
    after: f64,
}

/// Asks for `paths` in turn while `record` is saved every second.
pub(super) fn measure(served: &Served, paths: &[&str], record: &Path) -> anyhow::Result<Load> {
    for path in paths {
        served.get(path)?;
    }
    let text = fs::read_to_string(record)?;
    let before = served.megabytes();
    let done = AtomicBool::new(false);
    let answers: Vec<(f64, bool)> = thread::scope(|scope| {
        let askers: Vec<_> = (0..ASKERS).map(|nr| scope.spawn(move || ask(served, paths, nr))).collect();
        let saver = scope.spawn(|| save(record, &text, &done));
        let answers = askers.into_iter().flat_map(|it| it.join().unwrap_or_default()).collect();
        done.store(true, Ordering::Relaxed);
        saver.join().unwrap_or_else(|_| Err(anyhow::anyhow!("the saver panicked"))).map(|()| answers)
    })?;
    let after = served.megabytes();
    let errors = answers.iter().filter(|(_, is_right)| !is_right).count();
    let mut times: Vec<f64> = answers.iter().map(|(time, _)| *time).collect();
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or_default();
    Ok(Load { requests: answers.len(), errors, p50: at(0.5), p99: at(0.99), before, after })
}

/// One asker's share: milliseconds of each answer, and whether it was a whole page.
fn ask(served: &Served, paths: &[&str], nr: usize) -> Vec<(f64, bool)> {
    let between = Duration::from_secs_f64(ASKERS as f64 / RATE as f64);
    let begun = Instant::now() + between.mul_f64(nr as f64 / ASKERS as f64);
    let mut answers = Vec::new();
    for (turn, path) in (0..).zip(paths.iter().cycle()) {
        let due = begun + between * turn;
        if due.saturating_duration_since(begun) >= LENGTH {
            break;
        }
        thread::sleep(due.saturating_duration_since(Instant::now()));
        let asked = Instant::now();
        let answer = served.get(path).unwrap_or_default();
        let is_right = answer.starts_with("HTTP/1.1 200") && answer.contains("</html>");
        answers.push((asked.elapsed().as_secs_f64() * 1000.0, is_right));
    }
    answers
}

fn save(record: &Path, text: &str, done: &AtomicBool) -> anyhow::Result<()> {
    let mut nr = 0;
    while !done.load(Ordering::Relaxed) {
        nr += 1;
        write_if_changed(record, text.replacen("tittel: ", &format!("tittel: Lagret {nr} "), 1).as_bytes())?;
        thread::sleep(Duration::from_secs(1));
    }
    write_if_changed(record, text.as_bytes()).map(drop)
}

impl fmt::Display for Load {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Load { requests, errors, p50, p99, before, after } = self;
        write!(f, "{requests} requests, {errors} errors, p50 {p50:.0} ms, p99 {p99:.0} ms, {before:.0} → {after:.0} MB")
    }
}
