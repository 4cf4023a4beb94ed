//! What passed and what failed, over all steps, for the closing line.

use std::process::{Command, ExitCode};

use crate::process::{self, complain, say};

/// Counts tests and steps, and remembers which steps failed.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    passed: usize,
    failed: usize,
    failed_steps: Vec<&'static str>,
}

impl Tally {
    /// Counts a step that holds or does not.
    pub(crate) fn step(&mut self, name: &'static str, work: impl FnOnce() -> anyhow::Result<()>) {
        say(&format!("\n== {name}"));
        match work() {
            Ok(()) => self.passed += 1,
            Err(error) => {
                complain(&format!("error: {error:#}"));
                self.fail(name);
            }
        }
    }

    /// Counts the tests that a test runner reports.
    pub(crate) fn tests(&mut self, name: &'static str, command: &mut Command) {
        say(&format!("\n== {name}"));
        let (mut passed, mut failed) = (0, 0);
        let success = process::run_reading(command, |line| {
            let counts = counts(line);
            passed += counts.0;
            failed += counts.1;
        });
        self.passed += passed;
        self.failed += failed;
        match success {
            Ok(true) if failed == 0 && passed > 0 => {}
            Ok(true) if failed == 0 => {
                complain("error: no test ran");
                self.fail(name);
            }
            // Its failures are counted already.
            Ok(_) if failed > 0 => self.failed_steps.push(name),
            Ok(_) => self.fail(name),
            Err(error) => {
                complain(&format!("error: {error:#}"));
                self.fail(name);
            }
        }
    }

    fn fail(&mut self, name: &'static str) {
        self.failed += 1;
        self.failed_steps.push(name);
    }

    /// Says how it went; the last line is `N passed, N failed`.
    pub(crate) fn close(self) -> ExitCode {
        say("");
        if !self.failed_steps.is_empty() {
            say(&format!("failed: {}", self.failed_steps.join(", ")));
        }
        say(&format!("{} passed, {} failed", self.passed, self.failed));
        if self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Passed and failed tests that one line of a runner's output reports: Cargo's
/// `test result: ok. 3 passed; 1 failed; …` or Node's `ℹ pass 3` and `ℹ fail 1`.
fn counts(line: &str) -> (usize, usize) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let number = |word: &str| word.parse().unwrap_or(0);
    match words.as_slice() {
        ["test", "result:", _, passed, "passed;", failed, "failed;", ..] => (number(passed), number(failed)),
        ["ℹ", "pass", passed] => (number(passed), 0),
        ["ℹ", "fail", failed] => (0, number(failed)),
        _ => (0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_read() {
        let cargo =
            "test result: FAILED. 12 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.04s";
        assert_eq!(counts(cargo), (12, 2));
        assert_eq!(counts("ℹ pass 7"), (7, 0));
        assert_eq!(counts("ℹ fail 1"), (0, 1));
        assert_eq!(counts("ℹ duration_ms 1200"), (0, 0));
        assert_eq!(counts("test result: unknown"), (0, 0));
    }

    #[test]
    fn a_runner_that_runs_nothing_fails() {
        let mut tally = Tally::default();
        tally.tests("silent", Command::new("true").arg("--"));
        assert_eq!((tally.passed, tally.failed), (0, 1));
    }

    #[test]
    fn a_runner_that_breaks_before_its_tests_fails() {
        let mut tally = Tally::default();
        tally.tests("broken", &mut Command::new("false"));
        tally.tests("missing", &mut Command::new("no-such-program-anywhere"));
        assert_eq!((tally.passed, tally.failed_steps), (0, vec!["broken", "missing"]));
    }

    #[test]
    fn failed_tests_are_counted_once() {
        let mut tally = Tally::default();
        let said = "echo 'test result: FAILED. 3 passed; 2 failed; 0 ignored'; exit 101";
        tally.tests("cargo test", Command::new("sh").args(["-c", said]));
        assert_eq!((tally.passed, tally.failed), (3, 2));
    }
}
