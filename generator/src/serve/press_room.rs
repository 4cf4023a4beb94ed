//! Where the pages of one edition are made.
//!
//! A [`Press`] borrows its site and keeps what pages share, so the room is a thread that owns both, with
//! workers that all have the press in common. Nobody waits for an old edition: each has its own room,
//! which closes when the last one who knows it has gone.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::diag::FileId;
use crate::model::{Home, Route, Scope, Site};
use crate::pipeline::Press;
use crate::render::Theme;
use crate::render::assets::content_type;
use crate::write::path_of;

/// Pages that are made at the same time.
const WORKERS: usize = 4;

/// A page that was made, or why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Print {
    /// What is at the address.
    Made {
        /// 200, or 404 for the page that says that there is nothing here.
        status: u16,
        /// The bytes as they would be published.
        bytes: Vec<u8>,
        /// For the `Content-Type` header.
        content_type: &'static str,
        /// The file that one edits to change the page.
        origin: Option<Origin>,
    },
    /// The page cannot be made; why.
    Failed(String),
}

/// The file behind a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// One of the files that were read.
    File(FileId),
    /// A path within the content folder, where the file is if the folder has it.
    Path(String),
}

struct Job {
    path: String,
    reply: SyncSender<Print>,
}

/// The room of one edition.
#[derive(Debug)]
pub(super) struct PressRoom {
    jobs: Sender<Job>,
    /// What is printed here.
    pub(super) site: Arc<Site>,
}

impl PressRoom {
    /// Opens a room for `site`.
    pub(super) fn open(site: Arc<Site>, theme: &Arc<Theme>) -> PressRoom {
        let (jobs, inbox) = mpsc::channel();
        let (own, theme) = (Arc::clone(&site), Arc::clone(theme));
        thread::spawn(move || run(&own, &theme, inbox));
        PressRoom { jobs, site }
    }

    /// Makes what is at `path`.
    pub(super) fn print(&self, path: &str) -> Print {
        let (reply, made) = mpsc::sync_channel(1);
        let sent = self.jobs.send(Job { path: path.to_owned(), reply });
        match sent.ok().and_then(|()| made.recv().ok()) {
            Some(print) => print,
            None => Print::Failed("trykkeriet er stengt".to_owned()),
        }
    }
}

fn run(site: &Site, theme: &Theme, inbox: Receiver<Job>) {
    let press = Press::new(site, theme);
    let inbox = Mutex::new(inbox);
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| work(site, &press, &inbox));
        }
    });
}

fn work(site: &Site, press: &Press<'_>, inbox: &Mutex<Receiver<Job>>) {
    loop {
        let job = inbox.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = job else { return };
        // A panic is our bug, and no reason to take the preview away from the editor.
        let made = catch_unwind(AssertUnwindSafe(|| print(site, press, &job.path)));
        let made = made.unwrap_or_else(|_| Print::Failed("programmet stoppet mens siden ble laget".to_owned()));
        // Who asked may have gone away.
        let _ = job.reply.send(made);
    }
}

fn print(site: &Site, press: &Press<'_>, path: &str) -> Print {
    if let Some(file) = press.asset(path) {
        let content_type = content_type(&file.path);
        return Print::Made { status: 200, content_type, bytes: file.bytes, origin: None };
    }
    let path = path.strip_suffix("index.html").unwrap_or(path);
    let folder = || press.find(&format!("{path}/"));
    let found = press.find(path).or_else(folder);
    let (status, route) = found.map_or_else(|| (404, not_found(site, press, path)), |it| (200, it));
    match press.page(&route) {
        Ok(file) => {
            let content_type = content_type(&path_of(&site.url(&route)));
            Print::Made { status, content_type, bytes: file.bytes, origin: origin(site, &route) }
        }
        Err(error) => Print::Failed(error.to_string()),
    }
}

/// The page that says that there is nothing at `path`: the kommune's own, if it lies within one.
fn not_found(site: &Site, press: &Press<'_>, path: &str) -> Route {
    let first = path.split('/').nth(1).unwrap_or_default();
    let own = press.find(&format!("/{first}/404.html"));
    own.unwrap_or_else(|| Route::NotFound(site.main_scope()))
}

/// The file that one edits to change a page: the record itself, or whose pages these are.
fn origin(site: &Site, route: &Route) -> Option<Origin> {
    match route {
        Route::Tilbud(id) => Some(Origin::File(site.tilbud(*id).span.file)),
        Route::Side(at) => Some(Origin::File(site.sider.get(*at as usize)?.span.file)),
        _ => Some(Origin::Path(owner_file(site, site.whose(route)))),
    }
}

/// Where the owner of a scope is described.
fn owner_file(site: &Site, scope: Scope) -> String {
    match scope {
        Scope::Portal => "nettungen.yaml".to_owned(),
        Scope::Stat => "stat/eier.yaml".to_owned(),
        Scope::Region(id) => format!("regioner/{}/eier.yaml", site.region(id).slug),
        Scope::Fylke(id) => format!("fylker/{}/eier.yaml", site.fylke(id).slug),
        Scope::Kommune(id) => format!("kommuner/{}/kommune.yaml", site.kommune(id).slug),
        Scope::Organisasjon(id) => organisation_file(site, id),
    }
}

fn organisation_file(site: &Site, id: crate::model::OrganisasjonId) -> String {
    let slug = &site.organisasjon(id).slug;
    let folder = match site.organisasjon(id).home {
        None | Some(Home::Organisasjon(_)) => return format!("organisasjoner/{slug}/eier.yaml"),
        Some(home) => owner_file(site, site.scope_of(home)),
    };
    let folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/organisasjoner/{slug}.md")
}
