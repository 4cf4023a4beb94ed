//! When the world fails: a full disk, a kill at any moment, files that come and go, folders that are closed.
//! What was there is there still, whole, and nothing is left lying.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use nettungen_tests::{KOMMUNE, TODAY, show};

use super::build::{names, tree};
use super::cli::{binary, content, put, run};

/// How many builds are killed, unless the environment says otherwise: `NETTUNGEN_KILLS=200`.
const KILLS: u32 = 30;

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Runs the program where no file may become larger than `blocks` of 512 bytes. What it wants to write beyond
/// that fails, as on a full disk; or, where `dies`, ends the program in the middle of writing.
fn on_a_small_disk(folder: &Path, blocks: u32, dies: bool, args: &[&str]) -> Output {
    let trap = if dies { "" } else { "trap '' XFSZ; " };
    let script = format!("{trap}ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut shell = Command::new("sh");
    shell.args(["-c", &script]).arg(binary()).args(args).current_dir(folder);
    shell.output().expect("there is a shell")
}

/// A folder with a kommune, a form, and a sheet that has a new row and one that changes what is there.
fn editor() -> tempfile::TempDir {
    let folder = content("");
    put(folder.path(), "gammelt.xlsx", "det som var der");
    let export = run(folder.path(), &["export", "--kommune", "testvik", "--out", "ark.csv"]);
    assert_eq!(export.status.code(), Some(0), "{}", text(&export.stderr));
    let path = folder.path().join("ark.csv");
    let sheet = fs::read_to_string(&path).expect("it was written").replace(" råd for", " hjelp til");
    assert!(sheet.contains(" hjelp til"), "{sheet}");
    put(folder.path(), "ark.csv", &sheet);
    folder
}

/// What an editor has the program write, and the largest file that still fits, in blocks.
const WRITES: [(&[&str], u32); 8] = [
    (&["form", "--out", "gammelt.xlsx", "--overskriv"], 1),
    (&["form", "--out", "nytt.html"], 1),
    (&["export", "--kommune", "testvik", "--out", "gammelt.xlsx", "--overskriv"], 1),
    (&["export", "--kommune", "testvik", "--out", "nytt.csv"], 0),
    (&["report", "lovpalagt", "--kommune", "testvik", "--out", "gammelt.xlsx"], 1),
    (&["new", "tilbud", "--tittel", "Klubben"], 0),
    (&["new", "kommune", "Vinje"], 2),
    (&["import", "ark.csv", "--kommune", "testvik", "--skriv", "--oppdater"], 0),
];

#[test]
fn a_full_disk_changes_nothing_for_editors() {
    let folder = editor();
    let before = tree(folder.path());
    for (args, blocks) in WRITES {
        let output = on_a_small_disk(folder.path(), blocks, false, args);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}{}", text(&output.stdout));
        assert!(said.contains("kan ikke skrive") || said.contains("kan ikke lage"), "{args:?}: {said}");
        assert!(tree(folder.path()) == before, "{args:?} changed something: {:?}", names(folder.path()));
    }
    for (args, _) in WRITES {
        let output = run(folder.path(), args);
        assert_eq!(output.status.code(), Some(0), "{args:?} works with room: {}", text(&output.stderr));
        assert!(tree(folder.path()) != before, "{args:?} writes something");
    }
}

/// Ended in the middle of writing, the program leaves at most a hidden file beside, which is no content.
#[test]
fn a_program_that_dies_changes_nothing_for_editors() {
    let folder = editor();
    let seen = |folder: &Path| -> BTreeMap<String, Vec<u8>> {
        tree(folder).into_iter().filter(|(name, _)| !name.split('/').any(|it| it.starts_with('.'))).collect()
    };
    let before = seen(folder.path());
    for (args, blocks) in WRITES {
        let output = on_a_small_disk(folder.path(), blocks, true, args);
        assert!(output.status.signal().is_some(), "{args:?} was not ended: {}", text(&output.stderr));
        assert!(seen(folder.path()) == before, "{args:?} changed something");
    }
    let check = run(folder.path(), &["check", "--dato", TODAY, "--deny", "warnings"]);
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stdout));
    let left = |folder: &Path| tree(folder).into_keys().filter(|it| it.contains(".nytt")).count();
    assert!(left(folder.path()) > 0, "something was left: {:?}", names(folder.path()));
    for (args, _) in WRITES {
        run(folder.path(), args);
    }
    assert_eq!(left(folder.path()), 0, "the next writer takes it away: {:?}", names(folder.path()));
}

/// What others are at, or only looks alike, is left where it is.
#[test]
fn nothing_of_others_is_taken_away() {
    let folder = editor();
    let mut dead = Command::new("true").spawn().expect("it is there");
    dead.wait().expect("it ends");
    let (gone, own) = (dead.id(), std::process::id());
    let names = [
        (format!(".notat.md.{own}.nytt"), true),
        (".notat.md.nytt".to_owned(), true),
        (format!(".notat.md.{gone}a.nytt"), true),
        (format!("notat.md.{gone}.nytt"), true),
        (format!(".notat.md.{gone}.nytt"), false),
    ];
    for (name, _) in &names {
        put(folder.path(), &format!("content/kommuner/testvik/tilbud/{name}"), "halvt");
    }
    let output = run(folder.path(), &["new", "tilbud", "--tittel", "Klubben"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    for (name, stays) in names {
        let there = folder.path().join("content/kommuner/testvik/tilbud").join(&name).exists();
        assert_eq!(there, stays, "{name}");
    }
}

/// A disk of its own, taken away again at the end.
struct Disk(PathBuf);

impl Disk {
    /// A disk of `size` bytes at `at`; `None` where that is not allowed.
    fn new(at: PathBuf, size: usize) -> Option<Disk> {
        fs::create_dir_all(&at).expect("it can be made");
        let mount =
            Command::new("mount").args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]).arg(&at).output();
        let done = mount.as_ref().is_ok_and(|it| it.status.success());
        if !done {
            show(&format!("skipped: no disk can be mounted here: {mount:?}"));
        }
        done.then_some(Disk(at))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_disk_that_is_really_full() {
    let folder = editor();
    let Some(disk) = Disk::new(folder.path().join("disk"), 8192) else { return };
    put(&disk.0, "gammelt.xlsx", "det som var der");
    for args in [
        &["form", "--out", "disk/gammelt.xlsx", "--overskriv"][..],
        &["form", "--out", "disk/nytt.html"],
        &["new", "kommune", "Vinje", "--content", "disk/innhold"],
    ] {
        let output = run(folder.path(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", text(&output.stderr));
        assert!(text(&output.stderr).contains("kan ikke"), "{args:?}: {}", text(&output.stderr));
        let left: Vec<String> = tree(&disk.0).into_keys().collect();
        assert_eq!(left, ["gammelt.xlsx"], "{args:?}");
        assert_eq!(fs::read_to_string(disk.0.join("gammelt.xlsx")).expect("it is there"), "det som var der");
    }
}

/// Two contents, and what a build of each gives, byte for byte.
struct Sites {
    folder: tempfile::TempDir,
    good: [BTreeMap<String, Vec<u8>>; 2],
    /// How long a build takes here and now.
    time: Duration,
}

/// The second has another name in it, which is on every page, and one tilbud more.
const CONTENTS: [&str; 2] = ["en", "to"];

impl Sites {
    fn new() -> Sites {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let second = KOMMUNE.replace("navn: Testvik\n", "navn: Nye Testvik\n")
            + "//- kommuner/testvik/tilbud/ekstra.md\n---\ntittel: Ekstra\nstatus: utkast\n---\n";
        for (name, text) in CONTENTS.into_iter().zip([KOMMUNE, &second]) {
            for it in text.split("//- ").skip(1) {
                let (path, text) = it.split_once('\n').expect("each has a path");
                put(folder.path(), &format!("{name}/{path}"), text);
            }
        }
        let mut sites = Sites { folder, good: Default::default(), time: Duration::ZERO };
        for at in 0..2 {
            let begun = Instant::now();
            let output = sites.command(at, "godt").output().expect("it can be run");
            assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
            sites.time = begun.elapsed();
            sites.good[at] = tree(&sites.path("godt"));
            fs::remove_dir_all(sites.path("godt")).expect("it is there");
        }
        assert!(sites.good[0] != sites.good[1] && sites.good[0].len() > 50);
        sites
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn args(at: usize, out: &str) -> [&str; 9] {
        ["build", "--content", CONTENTS[at], "--out", out, "--kommune", "testvik", "--standalone", "--dato=2026-11-22"]
    }

    fn command(&self, at: usize, out: &str) -> Command {
        let mut command = Command::new(binary());
        command.args(Sites::args(at, out)).current_dir(self.folder.path());
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        command
    }

    /// Which of the two sites is published in `out`; a mixture, or a part of one, is a failure.
    fn published(&self, out: &str) -> usize {
        let found = tree(&self.path(out));
        let which = self.good.iter().position(|it| *it == found);
        which.unwrap_or_else(|| {
            let lacks: Vec<_> = self.good[0].keys().filter(|it| !found.contains_key(*it)).take(5).collect();
            panic!("{out} is neither site: {} files; of the first it lacks {lacks:?} …", found.len())
        })
    }
}

/// Starts a build and kills it after a while, unless it has ended by then; how it ended, and how long it lived.
fn killed_after(mut build: Command, moment: Duration) -> (ExitStatus, Duration) {
    let begun = Instant::now();
    let mut child = build.stderr(Stdio::null()).spawn().expect("it can be started");
    while begun.elapsed() < moment && child.try_wait().expect("it is ours").is_none() {
        thread::sleep(Duration::from_millis(1).min(moment.saturating_sub(begun.elapsed())));
    }
    let lived = begun.elapsed();
    let _ = child.kill();
    (child.wait().expect("it ends"), lived)
}

/// Whatever the moment of the kill, the published folder is one whole site, and the next build clears up.
#[test]
fn killed_builds_leave_one_whole_site() {
    let n_kills = std::env::var("NETTUNGEN_KILLS").ok().and_then(|it| it.parse().ok()).unwrap_or(KILLS);
    let sites = Sites::new();
    let output = sites.command(0, "ut/dist").output().expect("it can be run");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let (mut n, mut n_killed, mut n_left) = (0, 0, 0);
    let (mut there, mut time) = (0, sites.time);
    // Until enough were caught alive, one of them at least while it wrote: on a busy machine some end too early.
    while (n_killed < n_kills || n_left == 0) && n < 5 * n_kills {
        // Spread evenly over the time of a build, and the more often the nearer to its end, where it publishes.
        let part = (f64::from(n) * 0.618_033_988_75).fract();
        // Never what is there already: such a build has nothing to do.
        let (status, took) = killed_after(sites.command(1 - there, "ut/dist"), time.mul_f64(part.sqrt()));
        if status.signal().is_some() {
            n_killed += 1;
            // The machine may have become slower; then the end of a build comes later.
            time = time.mul_f64(1.05);
        } else {
            assert!(status.success(), "a build that was not killed failed: {status}");
            time = took;
        }
        there = sites.published("ut/dist");
        n_left += u32::from(sites.path("ut/.dist.nytt").exists());
        n += 1;
    }
    show(&format!("{n_killed} of {n} builds were killed, {n_left} left a stage behind"));
    assert!(n_killed >= n_kills, "only {n_killed} of {n} builds were killed");
    assert!(n_left > 0, "no build was killed while it wrote");
    // Twice each: the second finds nothing to do, and clears up all the same.
    for at in [0, 0, 1, 1] {
        fs::create_dir_all(sites.path("ut/.dist.nytt/rest")).expect("it can be made");
        let output = sites.command(at, "ut/dist").output().expect("it can be run");
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        assert_eq!(sites.published("ut/dist"), at);
        assert_eq!(names(&sites.path("ut")), [".dist.nettungen", "dist"], "nothing is left lying");
    }
}

#[test]
fn builds_at_once_publish_one_whole_site() {
    let sites = Sites::new();
    for _ in 0..4 {
        let children = [0, 1, 0].map(|at| sites.command(at, "ut/dist").spawn().expect("it can be started"));
        let outputs = children.map(|it| it.wait_with_output().expect("it ends"));
        for output in &outputs {
            let (code, said) = (output.status.code(), text(&output.stderr));
            assert!(
                code == Some(0) || (code == Some(2) && said.contains("et annet bygg holder på")),
                "{code:?}: {said}"
            );
        }
        assert!(outputs.iter().any(|it| it.status.success()), "one of them gets through");
        sites.published("ut/dist");
        assert_eq!(names(&sites.path("ut")), [".dist.nettungen", "dist"]);
    }
}

#[test]
fn a_build_on_a_full_disk_leaves_the_old_site() {
    let sites = Sites::new();
    let first = sites.command(0, "ut/dist").output().expect("it can be run");
    assert_eq!(first.status.code(), Some(0), "{}", text(&first.stderr));
    for blocks in [0, 1, 40] {
        let output = on_a_small_disk(sites.folder.path(), blocks, false, &Sites::args(1, "ut/dist"));
        assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
        assert!(text(&output.stderr).contains("kan ikke skrive"), "{}", text(&output.stderr));
        assert_eq!(sites.published("ut/dist"), 0);
        assert_eq!(names(&sites.path("ut")), [".dist.nettungen", "dist"]);
    }
    let size: usize = sites.good[0].values().map(|it| it.len().next_multiple_of(4096)).sum();
    let Some(disk) = Disk::new(sites.path("disk"), size * 3 / 2) else { return };
    let first = sites.command(0, "disk/dist").output().expect("it can be run");
    assert_eq!(first.status.code(), Some(0), "{}", text(&first.stderr));
    let output = sites.command(1, "disk/dist").output().expect("it can be run");
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("kan ikke"), "{}", text(&output.stderr));
    assert_eq!(sites.published("disk/dist"), 0);
    assert_eq!(names(&disk.0), [".dist.nettungen", "dist"]);
}

/// Files that come and go while they are read: each build is of the one content or the other.
#[test]
fn vanishing_files_give_one_whole_site_or_the_other() {
    let sites = Sites::new();
    // The two contents but for the name on every page.
    for it in KOMMUNE.split("//- ").skip(1) {
        let (path, text) = it.split_once('\n').expect("each has a path");
        put(sites.folder.path(), &format!("to/{path}"), text);
    }
    let file = sites.path("to/kommuner/testvik/tilbud/ekstra.md");
    put(sites.folder.path(), "ferdig.md", "---\ntittel: Ekstra\nstatus: utkast\n---\n");
    let mut good = Vec::new();
    for is_there in [true, false] {
        if !is_there {
            fs::remove_file(&file).expect("it is there");
        }
        let output = sites.command(1, "godt").output().expect("it can be run");
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        good.push(tree(&sites.path("godt")));
    }
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                // A hard link puts a whole file in place, as a rename does.
                fs::hard_link(sites.path("ferdig.md"), &file).expect("nothing is there");
                thread::sleep(Duration::from_micros(300));
                fs::remove_file(&file).expect("it is there");
                thread::sleep(Duration::from_micros(300));
            }
        });
        for _ in 0..8 {
            let output = sites.command(1, "ut/dist").output().expect("it can be run");
            let (code, said) = (output.status.code(), text(&output.stderr));
            // A file that goes between being listed and being read cannot be read, and that is told.
            assert!(code == Some(0) || (code == Some(1) && said.contains("[kan-ikke-leses]")), "{code:?}: {said}");
            assert!(!sites.path("ut/dist").exists() || good.contains(&tree(&sites.path("ut/dist"))));
        }
        stop.store(true, Ordering::Relaxed);
    });
}

/// Runs the program as somebody to whom permissions apply; `None` where that cannot be.
fn as_nobody(folder: &Path, args: &[&str]) -> Option<Output> {
    if fs::metadata(folder).expect("it is there").uid() != 0 {
        return Some(run(folder, args));
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(binary()).args(args).current_dir(folder);
    let output = command
        .output()
        .ok()
        .filter(|it| !matches!(it.status.code(), Some(1 | 126 | 127)) || !it.stderr.starts_with(b"setpriv"));
    if output.is_none() {
        show("skipped: the program cannot be run as somebody else than root here");
    }
    output
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
}

#[test]
fn closed_files_and_folders_leave_the_old_site() {
    let sites = Sites::new();
    let first = sites.command(0, "ut/dist").output().expect("it can be run");
    assert_eq!(first.status.code(), Some(0), "{}", text(&first.stderr));
    allow(sites.folder.path(), 0o755);
    allow(&sites.path("ut"), 0o777);
    for (closed, open) in [("to/kommuner/testvik/tilbud/ekstra.md", 0o644), ("to/kommuner/testvik/tilbud", 0o755)] {
        allow(&sites.path(closed), 0);
        let output = as_nobody(sites.folder.path(), &Sites::args(1, "ut/dist"));
        allow(&sites.path(closed), open);
        let Some(output) = output else { return };
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{closed}: {said}");
        assert!(said.contains("[kan-ikke-leses]") && said.contains(closed), "{said}");
        assert_eq!(sites.published("ut/dist"), 0);
    }
    allow(&sites.path("ut"), 0o555);
    let output = as_nobody(sites.folder.path(), &Sites::args(1, "ut/dist")).expect("it was run above");
    allow(&sites.path("ut"), 0o755);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("kan ikke skrive i"), "{}", text(&output.stderr));
    assert_eq!(sites.published("ut/dist"), 0);
    assert_eq!(names(&sites.path("ut")), [".dist.nettungen", "dist"]);
}

/// A disk without room to say so is still told of on the other stream.
#[test]
fn a_reader_that_cannot_take_more_is_told_of() {
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else { return };
    let mut child = Command::new(binary())
        .args(["completions", "bash"])
        .stdout(full)
        .stderr(Stdio::piped())
        .stdin(Stdio::piped())
        .spawn()
        .expect("it can be started");
    let _ = child.stdin.take().map(|mut it| it.write_all(b""));
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stderr.is_empty());
}
