//! `cargo xtask dist`: the program to hand out, what shells and manuals want beside it, and checksums.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context as _, bail};
use sha2::{Digest as _, Sha256};

use crate::process::say;
use crate::project::{Project, write_if_changed};
use crate::site;

/// What goes beside the program, by the names that shells and `man` look for, and how the program prints it.
const BESIDE: [(&str, &[&str]); 5] = [
    ("completions/nettungen.bash", &["completions", "bash"]),
    ("completions/_nettungen", &["completions", "zsh"]),
    ("completions/nettungen.fish", &["completions", "fish"]),
    ("completions/_nettungen.ps1", &["completions", "powershell"]),
    ("man/man1/nettungen.1", &["man"]),
];

/// Builds the program, puts it with completions, manual and checksums into `target/dist/`, and tries it in an
/// empty folder.
pub(crate) fn run(project: &Project) -> anyhow::Result<ExitCode> {
    is_in_changelog(project)?;
    site::generator(project)?;
    let folder = project.target().join("dist");
    let name = format!("nettungen-{}-{}", env!("CARGO_PKG_VERSION"), std::env::consts::ARCH);
    let program = folder.join(&name);
    fs::create_dir_all(&folder)?;
    fs::copy(project.generator(), &program).context("cannot copy the program")?;
    put_beside(&program, &folder)?;
    let files: Vec<&str> = std::iter::once(name.as_str()).chain(BESIDE.map(|(path, _)| path)).collect();
    let sums = checksums(&folder, &files)?;
    write_if_changed(&folder.join("SHA256SUMS"), sums.as_bytes())?;
    try_out(&program)?;
    let megabytes = fs::metadata(&program)?.len() as f64 / 1e6;
    say(&format!("{} ({megabytes:.1} MB)\n{sums}", program.display()));
    Ok(ExitCode::SUCCESS)
}

/// Has the program print what goes beside it into `folder`.
fn put_beside(program: &Path, folder: &Path) -> anyhow::Result<()> {
    for (path, args) in BESIDE {
        let output = Command::new(program).args(args).output().with_context(|| format!("cannot run {args:?}"))?;
        if !output.status.success() || !String::from_utf8_lossy(&output.stdout).contains("nettungen") {
            bail!("`nettungen {}` prints nothing of use ({})", args.join(" "), output.status);
        }
        write_if_changed(&folder.join(path), &output.stdout)?;
    }
    Ok(())
}

/// The checksums of `files` in `folder`, as `sha256sum --check` reads them.
fn checksums(folder: &Path, files: &[&str]) -> anyhow::Result<String> {
    let line = |name: &&str| {
        let bytes = fs::read(folder.join(name)).with_context(|| format!("cannot read {name}"))?;
        let sum: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(format!("{sum}  {name}\n"))
    };
    files.iter().map(line).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A stand-in for the program that prints what `script` says.
    #[cfg(unix)]
    fn program(folder: &Path, script: &str) -> std::path::PathBuf {
        use std::os::unix::fs::PermissionsExt as _;
        let path = folder.join("program");
        write_if_changed(&path, format!("#!/bin/sh\n{script}\n").as_bytes()).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    #[cfg(unix)]
    #[test]
    fn completions_and_manual_go_beside_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let dist = folder.path().join("dist");
        put_beside(&program(folder.path(), "echo \"nettungen: $*\""), &dist).unwrap();
        for (path, args) in BESIDE {
            let text = fs::read_to_string(dist.join(path)).unwrap();
            assert_eq!(text, format!("nettungen: {}\n", args.join(" ")));
        }
        let sums = checksums(&dist, &BESIDE.map(|(path, _)| path)).unwrap();
        assert_eq!(sums.lines().count(), BESIDE.len());
        let man = Sha256::digest("nettungen: man\n");
        assert!(sums.contains(&format!("{:02x}{:02x}", man[0], man[1])) && sums.contains("  man/man1/nettungen.1\n"));
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_prints_nothing_is_not_handed_out() {
        let folder = tempfile::tempdir().unwrap();
        for script in ["exit 0", "echo nettungen; exit 1"] {
            let program = program(folder.path(), script);
            assert!(put_beside(&program, &folder.path().join("dist")).is_err(), "{script}");
        }
    }
}
