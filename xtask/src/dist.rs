//! `cargo xtask dist`: the program to hand out, and its checksum.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context as _, bail};
use sha2::{Digest as _, Sha256};

use crate::process::say;
use crate::project::{Project, write_if_changed};
use crate::site;

/// Builds the program, puts it with its checksum into `target/dist/`, and tries it in an empty folder.
pub(crate) fn run(project: &Project) -> anyhow::Result<ExitCode> {
    is_in_changelog(project)?;
    site::generator(project)?;
    let folder = project.target().join("dist");
    let name = format!("nettungen-{}-{}", env!("CARGO_PKG_VERSION"), std::env::consts::ARCH);
    let program = folder.join(&name);
    fs::create_dir_all(&folder)?;
    fs::copy(project.generator(), &program).context("cannot copy the program")?;
    let sum = Sha256::digest(fs::read(&program)?);
    let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    write_if_changed(&folder.join("SHA256SUMS"), format!("{sum}  {name}\n").as_bytes())?;
    try_out(&program)?;
    let megabytes = fs::metadata(&program)?.len() as f64 / 1e6;
    say(&format!("{} ({megabytes:.1} MB)\n{sum}", program.display()));
    Ok(ExitCode::SUCCESS)
}

/// A version goes out only when the change log tells what is in it.
fn is_in_changelog(project: &Project) -> anyhow::Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let log = fs::read_to_string(project.root().join("CHANGELOG.md")).context("cannot read CHANGELOG.md")?;
    if log.lines().any(|it| it.starts_with("## ") && it.contains(version)) {
        return Ok(());
    }
    bail!("CHANGELOG.md has no heading for {version}: write `## {version}` and what changed")
}

/// The copied program alone builds a site where nothing else is.
fn try_out(program: &Path) -> anyhow::Result<()> {
    let folder = program.with_extension("try");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("content"))?;
    let status = Command::new(program).current_dir(&folder).args(["build", "--quiet"]).status()?;
    let made = folder.join("dist/index.html").exists();
    fs::remove_dir_all(&folder)?;
    if !status.success() || !made {
        bail!("the program does not build a site by itself ({status})");
    }
    Ok(())
}
