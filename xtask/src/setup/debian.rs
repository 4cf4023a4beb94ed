//! Debian's packages, for the things that Cargo and npm cannot bring.

use anyhow::Context as _;

use super::machine::Machine;
use crate::process;

/// What `apt-get` may do on a machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Apt {
    /// There is no `apt-get`.
    Missing,
    /// There is one, but installing needs another user.
    NotRoot,
    /// Packages can be installed.
    Usable,
}

/// Looks for `apt-get` and whether we may use it.
pub(crate) fn apt(machine: &Machine) -> Apt {
    if process::output(machine.command("apt-get").arg("--version")).is_none() {
        return Apt::Missing;
    }
    match process::output(machine.command("id").arg("-u")).as_deref() {
        Some("0") => Apt::Usable,
        _ => Apt::NotRoot,
    }
}

/// Installs packages without asking; the package lists are brought up to date
/// first, since a new machine has none.
pub(crate) fn install(machine: &Machine, packages: &[&str]) -> anyhow::Result<()> {
    process::run(machine.command("apt-get").args(["update", "-qq"]))?;
    process::run(
        machine
            .command("apt-get")
            .args(["install", "-y", "-qq", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
    .with_context(|| format!("could not install; try as root: `{}`", command_line(packages)))
}

/// What a person would type to install these packages.
pub(crate) fn command_line(packages: &[&str]) -> String {
    format!("apt-get update && apt-get install {}", packages.join(" "))
}
