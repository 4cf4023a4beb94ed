//! The choice as a table, and each way on a made-up machine whose programs are
//! shell scripts.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use tempfile::TempDir;

use super::*;
use crate::project::write_if_changed;

const NOTHING: Probe = Probe { installed: false, rustup: false, debian_rust: false, apt: Apt::Missing };

#[test]
fn the_nearest_way_is_taken() {
    let all = Probe { installed: true, rustup: true, debian_rust: true, apt: Apt::Usable };
    assert_eq!(choose(&all, &[]), Ok(Way::Installed));
    assert_eq!(choose(&Probe { installed: false, ..all }, &[]), Ok(Way::Rustup));
    assert_eq!(choose(&Probe { installed: false, rustup: false, ..all }, &[]), Ok(Way::Debian));
}

#[test]
fn debian_rust_serves_without_root() {
    let probe = Probe { debian_rust: true, apt: Apt::NotRoot, ..NOTHING };
    assert_eq!(choose(&probe, &[]), Ok(Way::Debian));
    assert_eq!(choose(&Probe { apt: Apt::Usable, ..NOTHING }, &[]), Ok(Way::Debian));
}

#[test]
fn a_way_that_failed_is_not_tried_again() {
    let probe = Probe { rustup: true, apt: Apt::Usable, ..NOTHING };
    assert_eq!(choose(&probe, &[Way::Rustup]), Ok(Way::Debian));
    assert!(choose(&probe, &[Way::Rustup, Way::Debian]).is_err());
}

#[test]
fn without_a_way_the_error_says_what_to_run() {
    let said = |probe: Probe| choose(&probe, &[Way::Rustup, Way::Debian]).unwrap_err();
    assert!(said(NOTHING).contains("`rustup target add wasm32-unknown-unknown`, with rustup"));
    assert!(said(Probe { rustup: true, ..NOTHING }).contains("`rustup target add wasm32-unknown-unknown` on"));
    let apt = "apt-get update && apt-get install rustc-web cargo-web rust-web-src`";
    assert!(said(Probe { apt: Apt::NotRoot, ..NOTHING }).contains(&format!("as root: `{apt}")));
    assert!(said(Probe { rustup: true, apt: Apt::Usable, ..NOTHING }).contains(apt));
}

/// Puts a shell script on the made-up machine.
fn program(system: &Path, name: &str, body: &str) {
    let file = system.join("usr/bin").join(name);
    write_if_changed(&file, format!("#!/bin/sh\n{body}\n").as_bytes()).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
}

/// A machine with a Rust that lacks the target, and the folder it lives in.
fn machine() -> (TempDir, Machine) {
    let system = TempDir::new().unwrap();
    program(system.path(), "rustc", &format!("echo {}/rust", system.path().display()));
    write_if_changed(&system.path().join("rust/lib/rustlib/host/bin/rust-lld"), b"").unwrap();
    let machine = Machine::made_up(system.path());
    (system, machine)
}

/// An `apt-get` that writes down what it was asked, and brings Debian's Rust.
fn apt_get(system: &Path) {
    program(system, "id", "echo 0");
    let brings = [DEBIAN_CARGO, DEBIAN_SOURCE].map(|it| format!("/bin/mkdir -p $(/usr/bin/dirname {it}); : > {it}"));
    program(system, "apt-get", &format!("echo \"$*\" >> asked\n[ \"$1\" != install ] || {{ {}; }}", brings.join("; ")));
}

fn asked(system: &Path) -> String {
    std::fs::read_to_string(system.join("asked")).unwrap_or_default()
}

#[test]
fn an_installed_target_needs_nothing() {
    let (system, machine) = machine();
    program(system.path(), "rustup", "echo \"$*\" >> asked");
    std::fs::create_dir_all(system.path().join("rust/lib/rustlib").join(TARGET).join("lib")).unwrap();
    assert_eq!(ensure(&machine, None).unwrap(), Way::Installed);
    assert!(!asked(system.path()).contains("target add"));
}

#[test]
fn rustup_is_asked_for_the_target() {
    let (system, machine) = machine();
    program(system.path(), "rustup", "echo \"$*\" >> asked");
    assert_eq!(ensure(&machine, None).unwrap(), Way::Rustup);
    assert!(asked(system.path()).contains("target add wasm32-unknown-unknown"));
}

#[test]
fn debian_helps_when_rustup_reaches_no_server() {
    let (system, machine) = machine();
    program(system.path(), "rustup", "[ \"$1\" = --version ]");
    apt_get(system.path());
    assert_eq!(ensure(&machine, None).unwrap(), Way::Debian);
    let asked = asked(system.path());
    assert!(asked.contains("update"), "a new machine has no package lists: {asked}");
    assert!(asked.contains("install -y -qq --no-install-recommends rustc-web cargo-web rust-web-src"), "{asked}");
}

#[test]
fn versions_are_compared_as_numbers() {
    assert!(too_old("rustc 1.85.0 (4d91de4e4 2025-02-17) (built from a source tarball)", "1.95"));
    assert!(too_old("rustc 1.9.0", "1.95") && too_old("rustc 1.94.1-nightly (x)", "1.95.1"));
    assert!(!too_old("rustc 1.95.0 (59807616e 2026-04-14)", "1.95") && !too_old("rustc 1.100.0", "1.95"));
    assert!(!too_old("rustc 2.0.0", "1.95") && !too_old("rustc 1.96.0-beta.2", "1.95"));
    for unknown in ["", "rustc", "rustc x.y", "/usr/lib/rust"] {
        assert!(!too_old(unknown, "1.95"), "{unknown:?} is left for Cargo to judge");
    }
}

/// Debian's Rust of an old release; the script says `--version` alone.
fn old_debian_rust(system: &Path) {
    program(system, "rustc", "[ \"$1\" != --version ] || echo 'rustc 1.85.0 (4d91de4e4 2025-02-17)'");
    for it in [DEBIAN_CARGO, DEBIAN_SOURCE, DEBIAN_LINKER] {
        write_if_changed(&system.join(it), b"").unwrap();
    }
}

#[test]
fn an_old_debian_rust_is_told_of() {
    let (system, machine) = machine();
    old_debian_rust(system.path());
    let said = ensure(&machine, Some(Way::Debian)).unwrap_err().to_string();
    assert!(said.contains("it is rustc 1.85.0 (4d91de4e4 2025-02-17), and this project needs 1."), "{said}");
    assert!(said.contains("`apt-get update && apt-get install rustc-web cargo-web rust-web-src`"), "{said}");
    assert!(said.contains("`rustup target add wasm32-unknown-unknown`"), "{said}");
}

#[test]
fn an_old_debian_rust_is_brought_up_to_date_where_that_is_allowed() {
    let (system, machine) = machine();
    old_debian_rust(system.path());
    let new = "#!/bin/sh\necho rustc 1.999.0\n";
    program(system.path(), "id", "echo 0");
    program(
        system.path(),
        "apt-get",
        &format!("echo \"$*\" >> asked\n[ \"$1\" != install ] || printf '{new}' > {DEBIAN_RUSTC}"),
    );
    assert_eq!(ensure(&machine, Some(Way::Debian)).unwrap(), Way::Debian);
    assert!(asked(system.path()).contains("install -y -qq --no-install-recommends rustc-web"));
}

#[test]
fn debians_linker_is_installed_when_no_toolchain_carries_one() {
    let (system, machine) = machine();
    std::fs::remove_dir_all(system.path().join("rust")).unwrap();
    std::os::unix::fs::symlink("lld-22", system.path().join(DEBIAN_LINKER)).unwrap();
    apt_get(system.path());
    ensure(&machine, None).unwrap();
    assert!(asked(system.path()).contains("--no-install-recommends lld-22"));
}

#[test]
fn a_bare_machine_is_told_what_to_run() {
    let (_system, machine) = machine();
    let said = ensure(&machine, None).unwrap_err().to_string();
    assert!(said.contains("rustup target add wasm32-unknown-unknown"), "{said}");
}
