//! Every address of the site, as a type.

use super::{FylkeId, Home, KommuneId, Mode, OrganisasjonId, RegionId, Site, TermId, TilbudId, tilbud::Audience};

/// Whose pages these are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The whole.
    Portal,
    /// `/stat/`.
    Stat,
    /// `/region/<slug>/`.
    Region(RegionId),
    /// `/fylke/<slug>/`.
    Fylke(FylkeId),
    /// `/<kommune>/`.
    Kommune(KommuneId),
    /// `/organisasjon/<slug>/` for country-wide ones, else a list within its home.
    Organisasjon(OrganisasjonId),
}

/// A way to browse the tilbud of a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListKind {
    /// By theme.
    Tema(TermId),
    /// By age band.
    Alder(TermId),
    /// By target group.
    Malgruppe(TermId),
    /// By group at risk.
    Risikogruppe(TermId),
    /// By group of diagnoses.
    Diagnose(TermId),
    /// By level of the pyramid.
    Niva(TermId),
    /// By type.
    Tilbudstype(TermId),
    /// By the body that gives it.
    Organisasjon(OrganisasjonId),
    /// By district, its place in the kommune's list.
    Bydel(u16),
    /// All, from A to Å.
    Alle,
}

/// A report (DESIGN: `/<kommune>/rapport/<name>/`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportName {
    /// Level × age × risk group.
    Pyramide,
    /// Statutory coverage.
    Lovpalagt,
    /// Gaps and overlaps.
    ManglerOgOverlapp,
    /// User participation, evaluation, good practice.
    Medvirkning,
    /// The criteria of step 5.
    Vurdering,
    /// Chains of tilbud.
    Tiltakskjeder,
    /// Freshness, what is due, progress.
    Kartlegging,
    /// Staff, premises, money.
    Ressurser,
    /// Strength beyond the law.
    IkkeLovpalagt,
    /// Beside others.
    Sammenligning,
    /// All on one page, for print.
    Plan,
    /// What was added, changed and closed since a version; made on the command line only.
    Endringer,
}

impl ReportName {
    /// All reports that a site has, in the order in which they are listed.
    pub const ALL: [ReportName; 11] = [
        ReportName::Pyramide,
        ReportName::Lovpalagt,
        ReportName::ManglerOgOverlapp,
        ReportName::Medvirkning,
        ReportName::Vurdering,
        ReportName::Tiltakskjeder,
        ReportName::Kartlegging,
        ReportName::Ressurser,
        ReportName::IkkeLovpalagt,
        ReportName::Sammenligning,
        ReportName::Plan,
    ];

    /// The name in addresses and on the command line.
    pub fn slug(self) -> &'static str {
        match self {
            ReportName::Pyramide => "pyramide",
            ReportName::Lovpalagt => "lovpalagt",
            ReportName::ManglerOgOverlapp => "mangler-og-overlapp",
            ReportName::Medvirkning => "medvirkning",
            ReportName::Vurdering => "vurdering",
            ReportName::Tiltakskjeder => "tiltakskjeder",
            ReportName::Kartlegging => "kartlegging",
            ReportName::Ressurser => "ressurser",
            ReportName::IkkeLovpalagt => "ikke-lovpalagt",
            ReportName::Sammenligning => "sammenligning",
            ReportName::Plan => "plan",
            ReportName::Endringer => "endringer",
        }
    }
}

/// A form a report comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportFormat {
    /// A page.
    Html,
    /// Semicolons, UTF-8 with BOM.
    Csv,
    /// A workbook.
    Xlsx,
    /// For programs.
    Json,
}

impl ReportFormat {
    /// The end of the name of its files.
    pub fn extension(self) -> &'static str {
        match self {
            ReportFormat::Html => "html",
            ReportFormat::Csv => "csv",
            ReportFormat::Xlsx => "xlsx",
            ReportFormat::Json => "json",
        }
    }
}

/// A form that the tilbud of a scope come in for programs and spreadsheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataFile {
    /// Semicolons, UTF-8 with BOM.
    Csv,
    /// A workbook.
    Xlsx,
    /// Our own keys.
    Json,
    /// Open Referral HSDS 3.1.
    Hsds,
    /// What was controlled last, as an Atom feed.
    Atom,
    /// The files themselves described, as DCAT in Turtle.
    Dcat,
}

impl DataFile {
    /// All of them, in the order in which they are listed.
    pub const ALL: [DataFile; 6] =
        [DataFile::Csv, DataFile::Xlsx, DataFile::Json, DataFile::Hsds, DataFile::Atom, DataFile::Dcat];

    /// The file's name.
    pub fn name(self) -> &'static str {
        match self {
            DataFile::Csv => "tilbud.csv",
            DataFile::Xlsx => "tilbud.xlsx",
            DataFile::Json => "tilbud.json",
            DataFile::Hsds => "hsds.json",
            DataFile::Atom => "endringer.atom",
            DataFile::Dcat => "katalog.ttl",
        }
    }

    /// What it is, for hosts and catalogues.
    pub fn media_type(self) -> &'static str {
        match self {
            DataFile::Csv => "text/csv",
            DataFile::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            DataFile::Json | DataFile::Hsds => "application/json",
            DataFile::Atom => "application/atom+xml",
            DataFile::Dcat => "text/turtle",
        }
    }
}

/// A page made to stand in a frame of another site, and the page that helps to put it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Embed {
    /// Where a web editor chooses what to show, and copies the code.
    Maker,
    /// Tilbud, chosen by what stands in the fragment.
    List,
    /// The search box.
    Search,
    /// «Hvem kan jeg snakke med nå».
    Talk,
}

impl Embed {
    /// All of them.
    pub const ALL: [Embed; 4] = [Embed::Maker, Embed::List, Embed::Search, Embed::Talk];

    fn path(self) -> &'static str {
        match self {
            Embed::Maker => "embed/",
            Embed::List => "embed/liste/",
            Embed::Search => "embed/sok/",
            Embed::Talk => "embed/snakk/",
        }
    }
}

/// One address of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// The first page of a scope.
    Home(Scope),
    /// Search within a scope.
    Search(Scope),
    /// «Hvem kan jeg snakke med nå», of a kommune or of the whole country.
    TalkNow(Scope),
    /// The pick-list of the service desk.
    MyList(KommuneId),
    /// One tilbud, on its own home's address.
    Tilbud(TilbudId),
    /// One list of a kommune; of the portal: what the whole country has.
    List(Scope, ListKind),
    /// The terms one can browse by: all themes, ages, groups …
    Browse(Scope),
    /// The reports of a scope.
    Reports(Scope),
    /// One report.
    Report(Scope, ReportName, ReportFormat),
    /// The lists behind the numbers of the first scope's reports: those too long for the reports themselves, or,
    /// of the portal's numbers, the part that is at home in the second scope.
    ReportLists(Scope, Scope),
    /// What there is of open data, and how to use it.
    Data(Scope),
    /// One file of open data.
    DataFile(Scope, DataFile),
    /// A page for frames, of a kommune that takes part.
    Embed(KommuneId, Embed),
    /// The script that puts a frame on another site.
    EmbedScript,
    /// Tells a browser how to search a scope.
    OpenSearch(Scope),
    /// The headers that the host sends.
    Headers,
    /// Where old addresses lead.
    Redirects,
    /// All kommuner.
    Kommuner,
    /// All fylker.
    Fylker,
    /// All country-wide organisations.
    Organisasjoner,
    /// A page of text, by its place in [`Site::sider`].
    Side(u32),
    /// The method in short.
    Metoden,
    /// The whole method on one page.
    HeleMetoden,
    /// The page for addresses that are not there: of the whole site, or of a kommune that takes part.
    NotFound(Scope),
    /// `sitemap.xml`.
    Sitemap,
    /// A part of it, where one file may not hold all: the first is 1.
    SitemapPart(u16),
    /// `robots.txt`.
    Robots,
}

impl Site {
    /// The address of `route` from the root of the site, such as `/fjordvik/tilbud/helsestasjon/`.
    pub fn url(&self, route: &Route) -> String {
        let at = |scope: Scope, rest: &str| self.scope_url(scope) + rest;
        match route {
            Route::Home(scope) => self.scope_url(*scope),
            Route::Search(scope) => at(*scope, "sok/"),
            Route::TalkNow(scope) => at(*scope, "snakk-med-noen/"),
            Route::MyList(kommune) => at(Scope::Kommune(*kommune), "min-liste/"),
            Route::Tilbud(id) => self.tilbud_url(*id),
            Route::List(scope, kind) => at(*scope, &self.list_path(*scope, *kind)),
            Route::Browse(scope) => at(*scope, "tema/"),
            Route::Reports(scope) => at(*scope, "rapport/"),
            Route::Report(scope, name, format) => at(*scope, &report_path(*name, *format)),
            Route::ReportLists(scope, part) => {
                let part = if part == scope { "/".to_owned() } else { self.scope_url(*part) };
                at(*scope, &format!("rapport/lister{part}"))
            }
            Route::Data(scope) => at(*scope, "data/"),
            Route::DataFile(scope, file) => at(*scope, &format!("data/{}", file.name())),
            Route::Embed(kommune, embed) => at(Scope::Kommune(*kommune), embed.path()),
            Route::EmbedScript => "/embed.js".to_owned(),
            Route::OpenSearch(scope) => at(*scope, "opensearch.xml"),
            Route::Headers => "/_headers".to_owned(),
            Route::Redirects => "/_redirects".to_owned(),
            Route::Kommuner => "/kommuner/".to_owned(),
            Route::Fylker => "/fylker/".to_owned(),
            Route::Organisasjoner => "/organisasjoner/".to_owned(),
            Route::Side(side) => self.side_url(*side),
            Route::Metoden => "/metoden/".to_owned(),
            Route::HeleMetoden => "/metoden/hele/".to_owned(),
            Route::NotFound(scope) => at(*scope, "404.html"),
            Route::Sitemap => "/sitemap.xml".to_owned(),
            Route::SitemapPart(nr) => format!("/sitemap-{nr}.xml"),
            Route::Robots => "/robots.txt".to_owned(),
        }
    }

    /// Whose page it is; the portal's when it is nobody else's.
    pub fn whose(&self, route: &Route) -> Scope {
        match route {
            Route::Home(scope) | Route::Search(scope) | Route::TalkNow(scope) | Route::NotFound(scope) => *scope,
            Route::List(scope, _) | Route::Browse(scope) => *scope,
            Route::Reports(scope) | Route::Report(scope, ..) | Route::ReportLists(scope, _) => *scope,
            Route::Data(scope) | Route::DataFile(scope, _) | Route::OpenSearch(scope) => *scope,
            Route::MyList(id) | Route::Embed(id, _) => Scope::Kommune(*id),
            Route::Tilbud(id) => self.scope_of(self.tilbud(*id).home),
            _ => Scope::Portal,
        }
    }

    /// Whose first page is the site's: the portal, or the kommune that stands alone.
    pub fn main_scope(&self) -> Scope {
        match self.settings.mode {
            Mode::Portal => Scope::Portal,
            Mode::Standalone(id) => Scope::Kommune(id),
        }
    }

    /// The address that the pages of `scope` begin with; ends with a slash.
    pub fn scope_url(&self, scope: Scope) -> String {
        match scope {
            Scope::Portal => "/".to_owned(),
            Scope::Kommune(id) if self.settings.mode == Mode::Standalone(id) => "/".to_owned(),
            Scope::Kommune(id) => ["/", self.kommune(id).slug.as_str(), "/"].concat(),
            Scope::Stat => "/stat/".to_owned(),
            Scope::Region(id) => format!("/region/{}/", self.region(id).slug),
            Scope::Fylke(id) => format!("/fylke/{}/", self.fylke(id).slug),
            Scope::Organisasjon(id) => self.organisasjon_url(id),
        }
    }

    fn organisasjon_url(&self, id: OrganisasjonId) -> String {
        let organisasjon = self.organisasjon(id);
        match organisasjon.home {
            None => format!("/organisasjon/{}/", organisasjon.slug),
            Some(home) => format!("{}organisasjon/{}/", self.scope_url(self.scope_of(home)), organisasjon.slug),
        }
    }

    fn tilbud_url(&self, id: TilbudId) -> String {
        let tilbud = self.tilbud(id);
        [self.scope_url(self.scope_of(tilbud.home)).as_str(), "tilbud/", tilbud.slug.as_str(), "/"].concat()
    }

    fn side_url(&self, side: u32) -> String {
        let side = &self.sider[side as usize];
        match side.kind {
            super::SideKind::Metode => format!("/metoden/{}/", side.slug),
            super::SideKind::Side => format!("/{}/", side.slug),
        }
    }

    fn list_path(&self, scope: Scope, kind: ListKind) -> String {
        use super::Liste;
        let of_term = |path: &str, list, id| [path, self.vokabular.term(list, id).slug.as_str(), "/"].concat();
        match kind {
            ListKind::Tema(id) => of_term("tema/", Liste::Tema, id),
            ListKind::Alder(id) => of_term("alder/", Liste::Aldersband, id),
            ListKind::Malgruppe(id) => of_term("malgruppe/", Liste::Malgrupper, id),
            ListKind::Risikogruppe(id) => of_term("risikogruppe/", Liste::Risikogrupper, id),
            ListKind::Diagnose(id) => of_term("diagnose/", Liste::Diagnosegrupper, id),
            ListKind::Niva(id) => of_term("niva/", Liste::Pyramideniva, id),
            ListKind::Tilbudstype(id) => of_term("tilbudstype/", Liste::Tilbudstype, id),
            ListKind::Organisasjon(id) => format!("organisasjon/{}/", self.organisasjon(id).slug),
            ListKind::Bydel(at) => match scope {
                Scope::Kommune(id) => format!("bydel/{}/", self.kommune(id).bydeler[usize::from(at)].0),
                _ => format!("bydel/{at}/"),
            },
            ListKind::Alle => "a-a/".to_owned(),
        }
    }

    /// The address on the portal, with its base: where a shared tilbud has its one home.
    pub fn canonical(&self, route: &Route) -> String {
        format!("{}{}", self.settings.base_url, self.url(route))
    }

    /// Whether drafts are shown.
    pub fn is_preview(&self) -> bool {
        self.settings.audience == Audience::Preview
    }

    /// The home of a scope that owns records; `None` for the portal.
    pub fn home_of(&self, scope: Scope) -> Option<Home> {
        match scope {
            Scope::Portal => None,
            Scope::Stat => Some(Home::Stat),
            Scope::Region(id) => Some(Home::Region(id)),
            Scope::Fylke(id) => Some(Home::Fylke(id)),
            Scope::Kommune(id) => Some(Home::Kommune(id)),
            Scope::Organisasjon(id) => Some(self.organisasjon(id).home.unwrap_or(Home::Organisasjon(id))),
        }
    }
}

fn report_path(name: ReportName, format: ReportFormat) -> String {
    let slug = name.slug();
    match format {
        ReportFormat::Html => format!("rapport/{slug}/"),
        file => format!("rapport/{slug}/{slug}.{}", file.extension()),
    }
}
