//! What reports about the whole country take on the command line.

use std::process::Command;

use super::measure::{Measured, median, timed};

/// The reports that are measured: those that look at every tilbud, at every duty in every kommune, at every kommune,
/// and all of them at once.
const NAMES: [&str; 4] = ["pyramide", "lovpalagt", "sammenligning", "plan"];

/// Makes each report about all kommuner as JSON; `command` begins `nettungen report` on the content. Reading and
/// checking the content is part of it.
pub(super) fn measure(runs: usize, command: impl Fn() -> Command) -> anyhow::Result<Vec<(&'static str, Measured)>> {
    let one = |name| Ok((name, median(runs, |_| timed(command().args([name, "--format", "json"])))?));
    NAMES.into_iter().map(one).collect()
}
