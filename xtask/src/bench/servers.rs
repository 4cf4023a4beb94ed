//! The servers of other generators, where the programs are there: from a save to the new page, and to the list
//! that holds it. They get the same records; Hugo's site is the one that it builds from, Zola's is made here.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::bail;

use super::preview::{fetch, middle};
use crate::process::output;
use crate::project::write_if_changed;

/// What an editor waits for, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waits {
    page: f64,
    list: f64,
}

impl std::fmt::Display for Waits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.0} ms; the list {:.0} ms", self.page, self.list)
    }
}

/// The servers of Hugo and of Zola; none where there is no such program.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Servers {
    pub(super) hugo: Option<Waits>,
    pub(super) zola: Option<Waits>,
}

/// Longest time to wait for a server to begin, and for it to show what was saved.
const PATIENCE: Duration = Duration::from_secs(120);

/// Saves the first record of `content` `runs` times while each serves it. `hugo` is Hugo's site.
pub(super) fn measure(content: &Path, hugo: &Path, work: &Path, runs: usize) -> anyhow::Result<Servers> {
    let there = |name: &str, version: &str| output(Command::new(name).arg(version)).is_some();
    let mut servers = Servers::default();
    if there("hugo", "version") {
        let mut command = Command::new("hugo");
        command.args(["server", "--quiet", "--bind", "127.0.0.1", "--source"]).arg(hugo);
        servers.hugo = Some(waits(command, hugo, runs)?);
    }
    if there("zola", "--version") {
        let site = work.join("zola");
        zola_site(content, &site)?;
        let mut command = Command::new("zola");
        // Its shortest wait for more changes; the default is a second.
        command.arg("--root").arg(&site).args(["serve", "--debounce", "1", "--interface", "127.0.0.1"]);
        servers.zola = Some(waits(command, &site, runs)?);
    }
    Ok(servers)
}

const ZOLA_CONFIG: &str = "base_url = \"https://nettungen.example\"\n";

const ZOLA_PAGE: &str = "<!doctype html><html lang=\"nb\"><head><meta charset=\"utf-8\"><title>{{ page.title }}</title></head><body><main><h1>{{ page.title }}</h1><p>{{ page.extra.sammendrag }}</p>{{ page.content | safe }}<dl>{% for key, value in page.extra %}<dt>{{ key }}</dt><dd>{{ value }}</dd>{% endfor %}</dl></main></body></html>\n";

const ZOLA_LIST: &str = "<!doctype html><html lang=\"nb\"><head><meta charset=\"utf-8\"><title>{{ section.title }}</title></head><body><main><h1>{{ section.title }}</h1><ul>{% for page in section.pages %}<li><a href=\"{{ page.permalink }}\">{{ page.title }}</a> {{ page.extra.sammendrag }}</li>{% endfor %}</ul></main></body></html>\n";

/// The records as Zola takes them: what is not Zola's own below `extra`.
fn zola_site(content: &Path, site: &Path) -> anyhow::Result<()> {
    let list = "---\ntitle: Tilbud\nsort_by: title\n---\n";
    write_if_changed(&site.join("config.toml"), ZOLA_CONFIG.as_bytes())?;
    write_if_changed(&site.join("content/_index.md"), list.as_bytes())?;
    for (name, text) in [("page", ZOLA_PAGE), ("section", ZOLA_LIST), ("index", ZOLA_LIST)] {
        write_if_changed(&site.join(format!("templates/{name}.html")), text.as_bytes())?;
    }
    for kommune in fs::read_dir(content.join("kommuner"))? {
        let kommune = kommune?;
        let folder = site.join("content").join(kommune.file_name());
        write_if_changed(&folder.join("_index.md"), list.as_bytes())?;
        for tilbud in fs::read_dir(kommune.path().join("tilbud"))? {
            let tilbud = tilbud?;
            let text = fs::read_to_string(tilbud.path())?;
            let Some((front, body)) = text.trim_start_matches("---\n").split_once("\n---\n") else { continue };
            let title = front.lines().find_map(|it| it.strip_prefix("tittel: ")).unwrap_or_default();
            let extra: String = front.lines().map(|it| format!("  {it}\n")).collect();
            let text = format!("---\ntitle: {title}\nextra:\n{extra}---\n{body}");
            write_if_changed(&folder.join(tilbud.file_name()), text.as_bytes())?;
        }
    }
    Ok(())
}

/// A server that ends when it is dropped.
struct Peer(Child);

impl Drop for Peer {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts `command` on a free port and saves the first record of `site`; medians.
fn waits(mut command: Command, site: &Path, runs: usize) -> anyhow::Result<Waits> {
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let record = first(&site.join("content"))?.join("tilbud-0000.md");
    let kommune = record.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
    let (page, list) = (format!("/{kommune}/tilbud-0000/"), format!("/{kommune}/"));
    let log = Stdio::from(fs::File::create(site.with_extension("log"))?);
    let _peer = Peer(command.args(["--port", &port.to_string()]).stdout(Stdio::null()).stderr(log).spawn()?);
    until(|| fetch(address, &list).is_ok_and(|it| it.contains("</html>")), &record)?;
    let before = fs::read_to_string(&record)?;
    let (mut pages, mut lists) = (Vec::new(), Vec::new());
    let save = |nr: usize| -> anyhow::Result<()> {
        // It may still be at what was saved before.
        thread::sleep(Duration::from_secs(1));
        let title = format!("Målt {nr}");
        let shows = |path: &str| fetch(address, path).is_ok_and(|it| it.contains(&title));
        write_if_changed(&record, before.replacen("title: ", &format!("title: {title} "), 1).as_bytes())?;
        let saved = Instant::now();
        until(|| shows(&page), &record)?;
        pages.push(saved.elapsed().as_secs_f64() * 1000.0);
        until(|| shows(&list), &record)?;
        lists.push(saved.elapsed().as_secs_f64() * 1000.0);
        Ok(())
    };
    let done = (0..runs.max(1)).try_for_each(save);
    write_if_changed(&record, before.as_bytes())?;
    done.map(|()| Waits { page: middle(pages), list: middle(lists) })
}

fn until(mut is_there: impl FnMut() -> bool, what: &Path) -> anyhow::Result<()> {
    let begun = Instant::now();
    while !is_there() {
        if begun.elapsed() > PATIENCE {
            bail!("no server shows {} within {PATIENCE:?}", what.display());
        }
        thread::sleep(Duration::from_millis(2));
    }
    Ok(())
}

/// The first folder below `folder`.
fn first(folder: &Path) -> anyhow::Result<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)?.map(|it| it.map(|it| it.path())).collect::<Result<_, _>>()?;
    found.retain(|it| it.is_dir());
    found.sort();
    found.into_iter().next().ok_or_else(|| anyhow::anyhow!("{} has no folder", folder.display()))
}
