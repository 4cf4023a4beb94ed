//! Files that are made from the code and checked in: JSON Schemas and `netlify.toml`.
//!
//! The generator package makes them, in an example, so that this crate does not
//! depend on the generator: it has to be there before the generator can compile.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, bail};

use crate::process::{cargo, run, say};
use crate::project::{Project, write_if_changed};

/// Writes every generated file whose text has changed.
pub(crate) fn write(project: &Project) -> anyhow::Result<()> {
    for (name, text) in files(project)? {
        if write_if_changed(&project.root().join(&name), text.as_bytes())? {
            say(&format!("wrote {name}"));
        }
    }
    Ok(())
}

/// Fails when a generated file is missing or old, naming each.
pub(crate) fn check(project: &Project) -> anyhow::Result<()> {
    let old: Vec<String> = files(project)?
        .into_iter()
        .filter(|(name, text)| !fs::read(project.root().join(name)).is_ok_and(|it| it == text.as_bytes()))
        .map(|(name, _)| name)
        .collect();
    if !old.is_empty() {
        bail!("not up to date: {}; run `cargo xtask gen`", old.join(", "));
    }
    Ok(())
}

/// Each file's name from the repository's root, and its text.
fn files(project: &Project) -> anyhow::Result<Vec<(String, String)>> {
    // All targets of the workspace, as everything else here builds: for one package alone Cargo would
    // choose other features, and compile every library once more.
    run(cargo(project.root()).args(["build", "--quiet", "--workspace", "--all-targets"]))?;
    let output = Command::new(project.target().join("debug/examples/generated"))
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("cannot run the generator's example `generated`")?;
    if !output.status.success() {
        bail!("the generator's example `generated` failed ({})", output.status);
    }
    serde_json::from_slice(&output.stdout)
        .context("the generator's example `generated` printed something else than JSON")
}
