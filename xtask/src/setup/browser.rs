//! A browser, a web server, and the Node packages that drive them.

use std::fs;

use anyhow::{Context as _, bail};

use super::debian::{self, Apt};
use super::machine::Machine;
use crate::process;
use crate::project::{Project, write_if_changed};

/// Makes sure that the browser tests can run.
pub(crate) fn ensure(machine: &Machine, project: &Project) -> anyhow::Result<()> {
    program(machine, "chromium", "--version", &["chromium"])?;
    program(machine, "npm", "--version", &["nodejs", "npm"])?;
    program(machine, "java", "--version", &["default-jre-headless"])?;
    // Debian has it where only the system's own programs are looked for.
    if !machine.file("usr/sbin/nginx").exists() {
        program(machine, "nginx", "-v", &["nginx-light"])?;
    }
    node_packages(machine, project)
}

/// Installs Debian's packages when a program is missing.
fn program(machine: &Machine, name: &str, version: &str, packages: &[&str]) -> anyhow::Result<()> {
    if process::output(machine.command(name).arg(version)).is_some() {
        return Ok(());
    }
    match debian::apt(machine) {
        Apt::Usable => debian::install(machine, packages),
        Apt::NotRoot => {
            bail!("the browser tests need {name}. Run as root: `{}`", debian::command_line(packages))
        }
        Apt::Missing => {
            bail!("the browser tests need {name}: install it so that it is on the PATH, then run this again")
        }
    }
}

/// Installs what `package-lock.json` says, unless that was done before.
fn node_packages(machine: &Machine, project: &Project) -> anyhow::Result<()> {
    let folder = project.browser_tests();
    let wanted =
        fs::read(folder.join("package-lock.json")).context("cannot read the browser tests' package-lock.json")?;
    let done = folder.join("node_modules/.installed-lock.json");
    if fs::read(&done).is_ok_and(|it| it == wanted) {
        return Ok(());
    }
    let flags = ["ci", "--no-audit", "--no-fund", "--ignore-scripts"];
    process::run(machine.command("npm").args(flags).current_dir(&folder))?;
    write_if_changed(&done, &wanted).map(drop)
}
