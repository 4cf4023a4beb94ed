//! The content as it was: an older version from git.

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};
use jiff::civil::Date;

use super::{ProjectArgs, shipped};
use crate::check::{self, Memory};
use crate::diag::{Diagnostics, Severity};
use crate::model::{Audience, Site};
use crate::read::{MAX_FILE, SourceFile, Sources, disk, field::parse_date};

/// An older version of the content.
pub(super) struct Old {
    /// What it was, as far as it can be read: rules have changed since.
    pub site: Site,
    /// Which version, in words: «1. mars 2026 (versjon 3f2a9c1)».
    pub label: String,
    /// How many files of it could not be read.
    pub unread: usize,
}

/// The content at `since`: a revision that git knows, or a day, and then the last version from before it.
///
/// Fails, each time with what to do, without git, outside a repository, for what git does not know, and when
/// there is nothing that old.
pub(super) fn site(project: &ProjectArgs, since: &str, today: Date) -> anyhow::Result<Old> {
    let folder = &project.content;
    require_repository(folder)?;
    let revision = match parse_date(since) {
        Some(day) => before(folder, day, today)?,
        None => known(folder, since)?,
    };
    let written = git(folder, &["show", "-s", "--format=%cs", &revision])?;
    let day = parse_date(written.trim()).unwrap_or(today);
    let files = files(folder, &revision)?;
    if files.is_empty() {
        bail!("mappen {} fantes ikke i versjonen {since}", folder.display());
    }
    let short: String = revision.chars().take(9).collect();
    // Read as of today, since what ships with the program is newer than the old files.
    let (site, unread) = read(files, &project.settings(Audience::Public))
        .with_context(|| format!("innholdet slik det var i {short}"))?;
    Ok(Old { site: check::on_day(site, day), label: format!("{day} ({short})"), unread })
}

/// Runs git in the content folder; its output, or its own words when it fails.
fn git(folder: &Path, args: &[&str]) -> anyhow::Result<String> {
    let output = Command::new("git").arg("-C").arg(folder).args(args).stdin(Stdio::null()).output();
    let output = output.context("finner ikke programmet git, som trengs for --fra; installer git")?;
    if !output.status.success() {
        bail!("git: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn require_repository(folder: &Path) -> anyhow::Result<()> {
    let inside = git(folder, &["rev-parse", "--is-inside-work-tree"]);
    match inside {
        Ok(answer) if answer.trim() == "true" => Ok(()),
        Err(error) if error.downcast_ref::<std::io::Error>().is_some() => Err(error),
        _ => bail!(
            "mappen {} er ikke under versjonskontroll med git, så det går ikke å se hva som er endret",
            folder.display()
        ),
    }
}

/// The last version from before `day`.
fn before(folder: &Path, day: Date, today: Date) -> anyhow::Result<String> {
    if day > today {
        bail!("--fra {day} er etter dagen rapporten lages for, {today}");
    }
    let limit = format!("--before={day}T00:00:00");
    let found = git(folder, &["rev-list", "-1", &limit, "HEAD", "--", "."])?;
    if !found.trim().is_empty() {
        return Ok(found.trim().to_owned());
    }
    let first = git(folder, &["log", "--reverse", "--format=%cs", "--", "."])?;
    match first.lines().next() {
        Some(first) => bail!("det finnes ingen versjon av innholdet fra før {day}; den eldste er fra {first}"),
        None => bail!("det finnes ingen versjon av innholdet i git ennå"),
    }
}

/// The commit that a user's word for a revision means.
fn known(folder: &Path, since: &str) -> anyhow::Result<String> {
    let commit = format!("{since}^{{commit}}");
    let found = git(folder, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]);
    match found {
        Ok(id) => Ok(id.trim().to_owned()),
        Err(_) => {
            bail!("git kjenner ikke versjonen `{since}`; skriv en versjon, en merkelapp eller en dato som 2026-01-01")
        }
    }
}

/// The files of the content folder in `revision`.
fn files(folder: &Path, revision: &str) -> anyhow::Result<Vec<SourceFile>> {
    let listed = git(folder, &["ls-tree", "-r", "-z", "-l", revision])?;
    let wanted: Vec<(&str, &str)> = listed.split('\0').filter_map(entry).collect();
    let contents = contents(folder, wanted.iter().map(|(id, _)| *id))?;
    Ok(wanted.iter().zip(contents).map(|((_, path), bytes)| SourceFile::from_bytes(*path, bytes)).collect())
}

/// Id and path of a line of `ls-tree`: regular files that could be content.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (facts, path) = line.split_once('\t')?;
    let mut facts = facts.split_whitespace();
    let (mode, _, id, size) = (facts.next()?, facts.next()?, facts.next()?, facts.next()?);
    let regular = mode == "100644" || mode == "100755";
    let small = size.parse::<usize>().is_ok_and(|it| it <= MAX_FILE);
    let hidden = path.split('/').any(|it| it.starts_with('.'));
    (regular && small && !hidden).then_some((id, path))
}

/// What git holds under each id, in order, asked for in one run.
fn contents<'a>(folder: &Path, ids: impl Iterator<Item = &'a str>) -> anyhow::Result<Vec<Vec<u8>>> {
    let asked: Vec<&str> = ids.collect();
    let mut child = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("finner ikke programmet git")?;
    let mut input = child.stdin.take().context("git tar ikke imot spørsmål")?;
    let questions = asked.iter().map(|it| format!("{it}\n")).collect::<String>();
    // Asked from a thread of its own: git answers while it is asked.
    let asking = std::thread::spawn(move || input.write_all(questions.as_bytes()));
    let mut answers = Vec::new();
    child.stdout.take().context("git svarer ikke")?.read_to_end(&mut answers).context("kan ikke lese fra git")?;
    child.wait().context("git stoppet")?;
    asking.join().map_err(|_| anyhow::anyhow!("git stoppet"))?.context("kan ikke spørre git")?;
    parted(&answers, asked.len()).context("git svarte noe annet enn ventet")
}

/// The answers of `cat-file --batch`: a line with the size, the bytes, a line break.
fn parted(mut answers: &[u8], n: usize) -> Option<Vec<Vec<u8>>> {
    let mut found = Vec::with_capacity(n);
    for _ in 0..n {
        let end = answers.iter().position(|it| *it == b'\n')?;
        let head = std::str::from_utf8(&answers[..end]).ok()?;
        let size: usize = head.rsplit(' ').next()?.parse().ok()?;
        let body = answers.get(end + 1..end + 1 + size)?;
        found.push(body.to_vec());
        answers = answers.get(end + 2 + size..)?;
    }
    Some(found)
}

/// The site of old files. Files that cannot be read are left out, and their number is told.
fn read(mut files: Vec<SourceFile>, settings: &crate::model::Settings) -> anyhow::Result<(Site, usize)> {
    let mut tops: Vec<String> = files.iter().filter_map(|it| it.path.split('/').next()).map(str::to_owned).collect();
    tops.dedup();
    let shipped = shipped();
    let base: Vec<&SourceFile> = disk::lacking(&shipped, &tops).collect();
    let mut unread = 0;
    // What was left out may have been referred to; each round leaves out what did.
    for _ in 0..ROUNDS {
        let sources = Sources::new("", files.iter().cloned().chain(base.iter().map(|it| (*it).clone())));
        let mut sink = Diagnostics::default();
        let site = check::check(&sources, settings, &mut Memory::default(), &mut sink).site;
        let wrong: BTreeSet<String> = sink
            .iter()
            .filter(|it| it.severity == Severity::Error)
            .map(|it| sources.path(it.span.file).to_owned())
            .collect();
        // Records that could be read are compared, whatever today's rules say of them.
        if let Some(site) = site {
            return Ok((site, unread));
        }
        unread += wrong.len();
        let before = files.len();
        files.retain(|it| !wrong.contains(&*it.path));
        if files.len() == before {
            break;
        }
    }
    bail!("kan ikke leses med dagens regler")
}

/// How many times files are left out before giving up.
const ROUNDS: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_git_are_parted_by_their_sizes() {
        let answers = b"a1 blob 3\na\nb\nb2 blob 0\n\n";
        assert_eq!(parted(answers, 2), Some(vec![b"a\nb".to_vec(), Vec::new()]));
        assert_eq!(parted(b"a1 missing\n", 1), None);
        assert_eq!(parted(b"a1 blob 30\nab\n", 1), None);
    }

    #[test]
    fn only_files_that_could_be_content_are_asked_for() {
        assert_eq!(entry("100644 blob a1 12\tkommuner/x.md"), Some(("a1", "kommuner/x.md")));
        assert_eq!(entry("120000 blob a1 12\tkommuner/x.md"), None);
        assert_eq!(entry("100644 blob a1 12\t.git/x.md"), None);
        assert_eq!(entry("160000 commit a1 -\tsub"), None);
    }
}
