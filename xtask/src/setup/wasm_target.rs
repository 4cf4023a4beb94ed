//! The standard library for `wasm32-unknown-unknown`, in three ways.
//!
//! Not every machine can fetch rustup's, so there is a third way: Debian
//! packages a Rust that is newer than its own release, with the library's
//! source, and Cargo can compile the standard library from that.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, bail};

use super::debian::{self, Apt};
use super::machine::Machine;
use crate::process;
use crate::project::Project;

/// The target of the browser module.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src"];
const DEBIAN_RUSTC: &str = "usr/bin/rustc";
const DEBIAN_CARGO: &str = "usr/bin/cargo";
const DEBIAN_LINKER: &str = "usr/bin/rust-lld";
const DEBIAN_SOURCE: &str = "usr/lib/rustlib/src/rust/library/Cargo.lock";

/// The oldest Rust that can compile the project.
const NEEDED: &str = env!("CARGO_PKG_RUST_VERSION");

/// How the module can be compiled on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Way {
    /// The toolchain in use has the target
    Installed,
    /// `rustup target add` brings it
    Rustup,
    /// Debian's Rust compiles the standard library from source
    Debian,
}

/// What the choice rests on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Probe {
    /// The toolchain in use has the target's standard library.
    pub(crate) installed: bool,
    /// There is a `rustup`.
    pub(crate) rustup: bool,
    /// Debian's Rust and the library's source are there.
    pub(crate) debian_rust: bool,
    /// What `apt-get` may do.
    pub(crate) apt: Apt,
}

/// The next way to try, given those that were tried in vain.
///
/// # Errors
/// When there is none left: the text says what to run.
pub(crate) fn choose(probe: &Probe, failed: &[Way]) -> Result<Way, String> {
    let debian = probe.debian_rust || probe.apt == Apt::Usable;
    let ways = [(probe.installed, Way::Installed), (probe.rustup, Way::Rustup), (debian, Way::Debian)];
    ways.into_iter()
        .find(|(possible, way)| *possible && !failed.contains(way))
        .map(|(_, way)| way)
        .ok_or_else(|| advice(probe))
}

fn advice(probe: &Probe) -> String {
    let mut text = format!("there is no standard library for {TARGET} here, and it could not be installed. Run ");
    text.push_str(&match (probe.rustup, probe.apt) {
        (true, Apt::Missing) => {
            format!("`rustup target add {TARGET}` on a machine that reaches rustup's server")
        }
        (false, Apt::Missing) => format!("`rustup target add {TARGET}`, with rustup installed first"),
        (_, Apt::NotRoot) => format!("as root: `{}`", debian::command_line(DEBIAN_PACKAGES)),
        (_, Apt::Usable) => {
            format!("`{}` and read what it says", debian::command_line(DEBIAN_PACKAGES))
        }
    });
    text.push_str(", then this command again");
    text
}

/// Makes sure that the module can be compiled, and says how.
///
/// `only` keeps to one way, to prove that it works.
pub(crate) fn ensure(machine: &Machine, only: Option<Way>) -> anyhow::Result<Way> {
    if let Some(way) = only {
        return prepare(machine, way).map(|()| way);
    }
    let mut failed = Vec::new();
    loop {
        let way = choose(&probe(machine), &failed).map_err(anyhow::Error::msg)?;
        match prepare(machine, way) {
            Ok(()) => return Ok(way),
            Err(error) => process::complain(&format!("note: {error:#}")),
        }
        failed.push(way);
    }
}

fn probe(machine: &Machine) -> Probe {
    Probe {
        installed: is_installed(machine),
        rustup: process::output(machine.command("rustup").arg("--version")).is_some(),
        debian_rust: has_debian_rust(machine),
        apt: debian::apt(machine),
    }
}

fn prepare(machine: &Machine, way: Way) -> anyhow::Result<()> {
    match way {
        Way::Installed if is_installed(machine) => Ok(()),
        Way::Installed => bail!("the toolchain in use has no {TARGET}"),
        Way::Rustup => process::run(machine.command("rustup").args(["target", "add", TARGET])),
        Way::Debian => {
            let is_old = || too_old(&debian_version(machine), NEEDED);
            if !has_debian_rust(machine) || is_old() && debian::apt(machine) == Apt::Usable {
                debian::install(machine, DEBIAN_PACKAGES)?;
            }
            if is_old() {
                bail!(old_rust(&debian_version(machine)));
            }
            linker(machine).map(drop)
        }
    }
}

/// What Debian's Rust says that it is: `rustc 1.96.0 (ac68faa20 2026-05-25)`.
fn debian_version(machine: &Machine) -> String {
    process::output(Command::new(machine.file(DEBIAN_RUSTC)).arg("--version")).unwrap_or_default()
}

/// Whether what `said` names is older than `needed`; what cannot be read is left for Cargo to judge.
fn too_old(said: &str, needed: &str) -> bool {
    let numbers = |it: &str| -> Option<(u32, u32)> {
        let mut parts = it.split(['.', '-']).map(|it| it.parse().ok());
        Some((parts.next()??, parts.next()??))
    };
    let has = said.strip_prefix("rustc ").and_then(|it| numbers(it.split(' ').next()?));
    has.zip(numbers(needed)).is_some_and(|(has, needed)| has < needed)
}

fn old_rust(said: &str) -> String {
    let install = debian::command_line(DEBIAN_PACKAGES);
    format!(
        "Debian's Rust is too old: it is {said}, and this project needs {NEEDED} or newer. Run as root: `{install}`; \
         if that brings nothing newer, `rustup target add {TARGET}` with rustup installed. Then this command again"
    )
}

/// Whether the toolchain in use has the target's standard library.
pub(crate) fn is_installed(machine: &Machine) -> bool {
    sysroot(machine).is_some_and(|it| it.join("lib/rustlib").join(TARGET).join("lib").is_dir())
}

fn has_debian_rust(machine: &Machine) -> bool {
    [DEBIAN_RUSTC, DEBIAN_CARGO, DEBIAN_SOURCE].iter().all(|it| machine.file(it).exists())
}

fn sysroot(machine: &Machine) -> Option<PathBuf> {
    process::output(machine.command("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}

/// The linker for the Debian way: the one that rustup's toolchain carries, or
/// else Debian's, whose package is named by the link that `rustc-web` leaves.
fn linker(machine: &Machine) -> anyhow::Result<PathBuf> {
    let carried = sysroot(machine).into_iter().flat_map(|it| {
        let hosts = it.join("lib/rustlib").read_dir().into_iter().flatten().flatten();
        hosts.map(|host| host.path().join("bin/rust-lld"))
    });
    let debian = machine.file(DEBIAN_LINKER);
    if let Some(found) = carried.chain([debian.clone()]).find(|it| it.exists()) {
        return Ok(found);
    }
    let package = debian.read_link().context("no linker `rust-lld` came with Debian's Rust")?;
    debian::install(machine, &[&package.to_string_lossy()])?;
    Ok(debian)
}

/// The `cargo rustc` command that compiles for the target in this way.
pub(crate) fn cargo_build(machine: &Machine, project: &Project, way: Way) -> anyhow::Result<Command> {
    let mut command = match way {
        Way::Installed | Way::Rustup => process::cargo(project.root()),
        Way::Debian => Command::new(machine.file(DEBIAN_CARGO)),
    };
    command.current_dir(project.root()).args(["rustc", "--target", TARGET]);
    command.arg("--target-dir").arg(target_folder(project, way));
    if way == Way::Debian {
        command
            .arg("-Zbuild-std=std,panic_abort")
            // Compiling the standard library is a nightly option; this lets a stable Cargo take it.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTC", machine.file(DEBIAN_RUSTC))
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker(machine)?)
            // Cargo sets these for what it runs, and this xtask may be run by another Cargo.
            .env_remove("LD_LIBRARY_PATH")
            .env_remove("RUSTUP_TOOLCHAIN");
    }
    Ok(command)
}

/// Where Cargo puts what it compiles in this way. Debian's Rust has a folder of
/// its own, so that two compilers do not undo each other's work.
pub(crate) fn target_folder(project: &Project, way: Way) -> PathBuf {
    match way {
        Way::Debian => project.target().join("debian"),
        Way::Installed | Way::Rustup => project.target().to_path_buf(),
    }
}

#[cfg(test)]
mod tests;
