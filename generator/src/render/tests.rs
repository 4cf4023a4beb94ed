//! Pages of the content that ships, and of content with hostile texts.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::*;
use crate::check;
use crate::diag::Diagnostics;
use crate::model::{Audience, Mode, Route, Scope, Settings, Site};
use crate::read::{SourceFile, Sources, disk};

/// Most bytes, compressed, that the style sheet may have.
const CSS_BUDGET: usize = 12 * 1024;
/// Most bytes, compressed, of all scripts but the search.
const JS_BUDGET: usize = 8 * 1024;
/// Most bytes, compressed, of everything that the first page of a kommune loads.
const FIRST_VIEW_BUDGET: usize = 30 * 1024;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn settings() -> Settings {
    Settings {
        base_url: "https://nettungen.example".into(),
        dato: jiff::civil::date(2026, 11, 22),
        audience: Audience::Public,
        mode: Mode::Portal,
    }
}

fn resolve(sources: &Sources) -> Site {
    let mut sink = Diagnostics::default();
    let site = check::check(sources, &settings(), &mut check::Memory::default(), &mut sink).site;
    let errors: Vec<String> = sink.iter().map(|it| format!("{} {:?}", it.code, it.message)).collect();
    site.unwrap_or_else(|| panic!("the content has errors: {errors:#?}"))
}

fn shipped() -> Site {
    resolve(&disk::sources(&root().join("content"), Vec::new()).unwrap())
}

/// The portal's own pages and those of the fictional kommuner: every kind of page.
fn some_routes(site: &Site) -> Vec<Route> {
    let wanted = |route: &Route| match route {
        Route::Home(Scope::Kommune(id))
        | Route::Search(Scope::Kommune(id))
        | Route::Browse(Scope::Kommune(id))
        | Route::List(Scope::Kommune(id), _)
        | Route::TalkNow(Scope::Kommune(id)) => site.kommune(*id).eksempel,
        _ => true,
    };
    routes(site).into_iter().filter(wanted).collect()
}

fn pages(site: &Site) -> Vec<(String, String)> {
    let theme = Theme::embedded().unwrap();
    let renderer = Renderer::new(site, &theme);
    let page = |(url, route): (String, Route)| match renderer.render(&route) {
        Ok(output) => (url, String::from_utf8(output.bytes).unwrap()),
        Err(err) => panic!("{err}"),
    };
    let routes = some_routes(site).into_iter().map(|it| (site.url(&it), it));
    routes.filter(|(url, _)| url.ends_with('/') || url.ends_with(".html")).map(page).collect()
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(start.as_str()).skip(1).filter_map(|it| it.split('"').next()).collect()
}

/// What holds for every page: rendered without error, one `h1`, no inline style or
/// script, each `id` once, every link of the site leads to a page or file of it.
#[test]
fn every_page_of_the_shipped_content_holds_together() {
    let site = shipped();
    let theme = Theme::embedded().unwrap();
    let renderer = Renderer::new(&site, &theme);
    let mut known: BTreeSet<String> = routes(&site).iter().map(|it| site.url(it)).collect();
    known.extend(renderer.files().iter().map(assets::Asset::url));
    for (url, html) in pages(&site) {
        assert_eq!(html.matches("<h1").count(), 1, "{url}: one h1");
        assert!(!html.contains(" style=") && !html.contains("<style"), "{url}: inline style");
        assert!(!html.contains(" onclick=") && !html.contains("javascript:"), "{url}: inline script");
        let scripts = html.matches("<script").count();
        let allowed = html.matches("<script type=\"module\" src=").count()
            + html.matches("<script type=\"application/json\"").count()
            + html.matches("<script type=\"application/ld+json\"").count();
        assert_eq!(scripts, allowed, "{url}: every script is a file or data");
        let ids = values(&html, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{url}: an id twice: {ids:?}");
        for target in values(&html, "href").into_iter().chain(values(&html, "src")) {
            if let Some(fragment) = target.strip_prefix('#') {
                assert!(ids.contains(&fragment), "{url}: no `{target}` on the page");
            } else if target.starts_with('/') {
                let path = target.split('#').next().unwrap_or_default();
                // The index of search is written beside the pages, not for a route.
                let is_index = url.ends_with("/sok/") && path.starts_with("/filer/sok/kjerne.");
                assert!(is_index || known.contains(path), "{url}: nothing at `{target}`");
            }
        }
    }
}

/// Fictional kommuner say so on every page and are kept out of search engines.
#[test]
fn examples_are_marked_on_every_page() {
    let site = shipped();
    let examples = ["/fjordvik/", "/viddalen/"];
    let mut seen = 0;
    for (url, html) in pages(&site) {
        if examples.iter().any(|it| url.starts_with(it)) {
            assert!(html.contains("class=\"example\"") && html.contains("content=\"noindex\""), "{url}");
            seen += 1;
        }
    }
    assert!(seen > 200, "only {seen} pages of examples");
}

/// Sensitive pages have a neutral title, a way out and the emergency numbers.
#[test]
fn sensitive_pages_are_discreet() {
    let site = shipped();
    let theme = Theme::embedded().unwrap();
    let renderer = Renderer::new(&site, &theme);
    let sensitive = site.tilbud_ids().filter(|id| site.tilbud(*id).sensitiv && site.visible(*id));
    let mut seen = 0;
    for id in sensitive {
        let html = String::from_utf8(renderer.render(&Route::Tilbud(id)).unwrap().bytes).unwrap();
        let title = html.split("<title>").nth(1).and_then(|it| it.split('<').next()).unwrap_or_default();
        let name = site.tilbud(id).tittel.best(crate::model::Lang::Nb);
        assert!(!title.contains(name), "the title `{title}` tells what is read");
        assert!(html.contains("data-leave") && html.contains("href=\"tel:113\""), "{name}");
        seen += 1;
    }
    assert!(seen > 10, "only {seen} sensitive tilbud");
}

#[test]
fn budgets_hold() {
    let theme = Theme::embedded().unwrap();
    let size = |name: &str| compressed(&theme.assets().get(name).unwrap().bytes);
    let all = theme.assets().iter().map(|(name, _)| name);
    let scripts: usize = all.filter(|it| it.ends_with(".js") && !it.starts_with("sok/")).map(size).sum();
    assert!(size("nettungen.css") <= CSS_BUDGET, "style sheet: {} bytes", size("nettungen.css"));
    assert!(scripts <= JS_BUDGET, "scripts: {scripts} bytes");

    let site = shipped();
    let renderer = Renderer::new(&site, &theme);
    let kommune = site.find_kommune("fjordvik").unwrap();
    let home = renderer.render(&Route::Home(Scope::Kommune(kommune))).unwrap();
    let used = String::from_utf8(home.bytes.clone()).unwrap();
    let files: usize =
        renderer.files().iter().filter(|it| used.contains(&it.url())).map(|it| compressed(&it.bytes)).sum();
    let first_view = compressed(&home.bytes) + files + size("nett.svg");
    assert!(first_view <= FIRST_VIEW_BUDGET, "first view: {first_view} bytes");
}

fn compressed(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 9, 22);
    writer.write_all(bytes).unwrap();
    drop(writer);
    out.len()
}

/// Every message that the code asks for exists, and nynorsk is complete.
#[test]
fn no_message_is_missing() {
    let theme = Theme::embedded().unwrap();
    assert_eq!(theme.texts("nn").missing(), [""; 0], "nynorsk");
    assert!(!theme.texts("se").missing().is_empty(), "Northern Sámi falls back and lists what is missing");
    let nb = theme.texts("nb");
    for file in std::fs::read_dir(root().join("generator/src/render/pages")).unwrap() {
        let code = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for call in ["say(\"", "count(\"", "say_name(\"", "say_with(\""] {
            for id in code.split(call).skip(1).filter_map(|it| it.split('"').next()) {
                assert_ne!(nb.count(id, 1), id, "no message `{id}`");
            }
        }
    }
}

/// Markup in the texts of a record comes out as text, wherever it is shown.
#[test]
fn markup_in_texts_is_inert() {
    let planted = "\\\"><img src=x onerror=alert(1)></script><script>alert(2)</script>{{ t.skip }}";
    let record = format!(
        "---\ntittel: \"T{planted}\"\nsammendrag: \"S{planted}\"\nstatus: publisert\npyramidenivå: alle\ntema: [helse]\n\
         tilbudstype: [gruppe]\nmålgrupper: [barn]\ninngang: [direkte]\nslik_får_du_det: \"H{planted}\"\n\
         kontakt: {{telefon: \"00 00 00 00\", telefon_navn: \"W{planted}\"}}\nbeskjed: \"B{planted}\"\n\
         steder: [{{navn: \"P{planted}\", adresse: \"A{planted}\", merknad: \"M{planted}\"}}]\n\
         pris: {{merknad: \"K{planted}\"}}\nkilde: \"L{planted}\"\n\
         kontrollert: {{dato: 2026-11-01, av: \"V{planted}\"}}\n---\nTekst {planted}\n"
    );
    let site = resolve(&with(&[("kommuner/testvik/tilbud/prove.md", &record)]));
    let theme = Theme::embedded().unwrap();
    let renderer = Renderer::new(&site, &theme);
    let kommune = Scope::Kommune(site.find_kommune("testvik").unwrap());
    let id = site.tilbud_ids().next().unwrap();
    let list = Route::List(kommune, crate::model::ListKind::Alle);
    for route in [Route::Tilbud(id), Route::Home(kommune), list, Route::Search(kommune)] {
        let html = String::from_utf8(renderer.render(&route).unwrap().bytes).unwrap();
        assert!(!html.contains("<img") && !html.contains("<script>"), "{route:?}: markup came through");
    }
}

/// The portal's own files with one fictional kommune and `extra`.
fn with(extra: &[(&str, &str)]) -> Sources {
    let base = [
        "nettungen.yaml",
        "vokabular.yaml",
        "lovkrav.csv",
        "ikke-lovpålagt.csv",
        "register/kommuner.csv",
        "register/fylker.csv",
        "register/bydeler.csv",
    ];
    let read = |path: &str| SourceFile::text(path, std::fs::read_to_string(root().join("content").join(path)).unwrap());
    let own = [
        ("fylker/testfylket/eier.yaml", "navn: Testfylket\nmålform: bokmål\neksempel: true\n"),
        (
            "kommuner/testvik/kommune.yaml",
            "nummer: \"9999\"\nnavn: Testvik\neksempel: true\nfylke: testfylket\nmålform: bokmål\n",
        ),
    ];
    let written = own.iter().chain(extra).map(|(path, text)| SourceFile::text(*path, *text));
    Sources::new("content/", base.map(read).into_iter().chain(written))
}

/// More addresses than one file may hold are in several, each address once, and the first file names them.
#[test]
fn a_large_sitemap_is_in_parts() {
    let site = shipped();
    let all = routes(&site);
    let addresses = |text: &str| text.matches("<url>").count();
    let whole = feeds::Sitemap::of(&site, &all, feeds::MOST_ADDRESSES);
    assert_eq!(whole.n_parts(), 0);
    let in_parts = feeds::Sitemap::of(&site, &all, 100);
    let n_parts = in_parts.n_parts();
    assert_eq!(usize::from(n_parts), addresses(&whole.file()).div_ceil(100));
    let first = in_parts.file();
    let mut together = BTreeSet::new();
    for nr in 1..=n_parts {
        assert!(first.contains(&format!("<loc>https://nettungen.example/sitemap-{nr}.xml</loc>")), "{nr}");
        let part = in_parts.part(nr);
        assert!((1..=100).contains(&addresses(&part)), "{nr}");
        together.extend(part.lines().filter(|it| it.starts_with("<url>")).map(str::to_owned));
    }
    assert_eq!(together.len(), addresses(&whole.file()));
    assert!(whole.file().lines().filter(|it| it.starts_with("<url>")).all(|it| together.contains(it)));
}
