//! `nettungen serve`: its start, and the time from a save to the new page and its list.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

use super::load::{self, Load};
use super::measure::resident;
use crate::project::write_if_changed;

/// What an editor waits for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Preview {
    /// From the command to the address, in seconds.
    pub(super) start: f64,
    /// From the end of a save until the new page has come, in milliseconds.
    pub(super) page: f64,
    /// Until the list that holds the record has come too.
    pub(super) list: f64,
    /// What it bears.
    pub(super) load: Load,
}

/// Longest time to wait for anything.
const PATIENCE: Duration = Duration::from_secs(60);

/// Saves `record` of `content` `runs` times while it is served; medians.
pub(super) fn measure(program: &Path, content: &Path, record: &Path, runs: usize) -> anyhow::Result<Preview> {
    let begun = Instant::now();
    let served = Served::start(program, content)?;
    let start = begun.elapsed().as_secs_f64();
    let kommune = record.ancestors().nth(2).and_then(|it| it.file_name()).context("the record has no kommune")?;
    let (kommune, stem) = (kommune.to_string_lossy(), record.file_stem().unwrap_or_default().to_string_lossy());
    let (page, list) = (format!("/{kommune}/tilbud/{stem}/"), format!("/{kommune}/a-a/"));
    let before = fs::read_to_string(record)?;
    let (mut pages, mut lists) = (Vec::new(), Vec::new());
    let mut news = served.news()?;
    let mut save = |nr: usize| -> anyhow::Result<()> {
        let title = format!("Målt {nr}");
        write_if_changed(record, before.replacen("tittel: ", &format!("tittel: {title} "), 1).as_bytes())?;
        let saved = Instant::now();
        news.next()?;
        let new_page = served.get(&page)?;
        pages.push(saved.elapsed().as_secs_f64() * 1000.0);
        let new_list = served.get(&list)?;
        lists.push(saved.elapsed().as_secs_f64() * 1000.0);
        if !new_page.contains(&title) || !new_list.contains(&title) {
            bail!("what was saved is not on {page} and {list}");
        }
        Ok(())
    };
    let done = (0..runs.max(1)).try_for_each(&mut save);
    write_if_changed(record, before.as_bytes())?;
    done?;
    // Last, since word of its own saves may come late.
    let load = load::measure(&served, &[&page, &list], record)?;
    Ok(Preview { start, page: middle(pages), list: middle(lists), load })
}

/// What a server on this machine answers, whole.
pub(super) fn fetch(address: SocketAddr, path: &str) -> anyhow::Result<String> {
    let mut answer = Vec::new();
    ask(address, path)?.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

fn ask(address: SocketAddr, path: &str) -> anyhow::Result<TcpStream> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    Ok(stream)
}

pub(super) fn middle(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// A preview that ends when it is dropped.
pub(super) struct Served {
    child: Child,
    address: SocketAddr,
}

impl Served {
    fn start(program: &Path, content: &Path) -> anyhow::Result<Served> {
        let mut child = Command::new(program)
            .args(["serve", "--quiet", "--dato", "2026-11-22", "--content"])
            .arg(content)
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot run nettungen")?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().context("it has an output")?).read_line(&mut line)?;
        let address = line.split("http://").nth(1).and_then(|it| it.trim().trim_end_matches('/').parse().ok());
        let address = address.with_context(|| format!("the preview said {line:?}"))?;
        Ok(Served { child, address })
    }

    /// Memory in use, in MB; 0 where the system does not tell.
    pub(super) fn megabytes(&self) -> f64 {
        resident(&self.child)
    }

    pub(super) fn get(&self, path: &str) -> anyhow::Result<String> {
        fetch(self.address, path)
    }

    /// Word of new editions, as open pages get it; that of the present one has come already.
    fn news(&self) -> anyhow::Result<News> {
        let mut news = News { lines: BufReader::new(ask(self.address, "/_hendelser")?) };
        news.next()?;
        Ok(news)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct News {
    lines: BufReader<TcpStream>,
}

impl News {
    fn next(&mut self) -> anyhow::Result<()> {
        let mut line = String::new();
        while !line.starts_with("data:") {
            line.clear();
            if self.lines.read_line(&mut line)? == 0 {
                bail!("the preview has ended");
            }
        }
        Ok(())
    }
}
