//! `cargo xtask site`: from a fresh clone to a site that can be looked at.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::Context as _;

use crate::process::{self, say};
use crate::project::Project;
use crate::wasm;

/// What `site` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct SiteArgs {
    /// Passed on to `nettungen build`, e.g. `-- --base-url https://…`
    #[arg(last = true)]
    build: Vec<String>,
}

/// Builds the search module, the generator and the site, in that order.
pub(crate) fn run(project: &Project, args: &SiteArgs) -> anyhow::Result<ExitCode> {
    generator(project)?;
    let code = build(project, &project.generator(), &project.dist(), &args.build)?;
    if code == ExitCode::SUCCESS {
        say("\nThe site is in dist/. To look at it: target/release/nettungen serve");
    }
    Ok(code)
}

/// Builds the search module and the generator's release binary.
pub(crate) fn generator(project: &Project) -> anyhow::Result<()> {
    wasm::build(project, None)?;
    let mut cargo = process::cargo(project.root());
    process::run(cargo.args(["build", "--release", "-p", "nettungen", "--bin", "nettungen"]))
}

/// Runs a binary's `build`; its exit code is handed on.
pub(crate) fn build(project: &Project, binary: &Path, out: &Path, arguments: &[String]) -> anyhow::Result<ExitCode> {
    let mut command = Command::new(binary);
    command.current_dir(project.root()).arg("build").arg("--out").arg(out).args(arguments);
    let status = command.status().context("cannot run the generator")?;
    Ok(status.code().and_then(|it| u8::try_from(it).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}
