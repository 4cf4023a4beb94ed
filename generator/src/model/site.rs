//! The whole: one immutable value that every page, report and index is a function of.

use std::cmp::Ordering;
use std::sync::Arc;

use jiff::civil::Date;

use super::{
    Audience, Dokument, Fylke, FylkeId, Home, IkkeLovpalagt, IkkeLovpalagtId, Inheritance, Kommune, KommuneId, Kontakt,
    Lang, Lovkrav, LovkravId, Mal, MalChange, Organisasjon, OrganisasjonId, Region, RegionId, Scope, Side, Stat, Tekst,
    Tilbud, TilbudId, Vokabular,
};

/// Whether the portal with all kommuner is made, or one kommune's site alone at the root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Everything, kommuner in folders of their own.
    Portal,
    /// One kommune at the root; shared tilbud point to the portal with `rel=canonical`.
    Standalone(KommuneId),
}

/// What the caller decides, not the content.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Address of the site without a slash at the end, such as `https://nettungen.no`; empty when unknown.
    pub base_url: Box<str>,
    /// The day the site is made for.
    pub dato: Date,
    /// Who reads it.
    pub audience: Audience,
    /// What is made.
    pub mode: Mode,
}

/// A number for emergencies (`nettungen.yaml`).
#[derive(Clone, Debug, PartialEq)]
pub struct Emergency {
    /// As written, such as `116 117`.
    pub nummer: Box<str>,
    /// Who answers.
    pub navn: Tekst,
    /// When to call.
    pub beskrivelse: Option<Tekst>,
}

/// The portal's own facts (`nettungen.yaml`).
#[derive(Clone, Debug, PartialEq)]
pub struct Portal {
    /// Name of the site.
    pub navn: Tekst,
    /// What it is.
    pub beskrivelse: Option<Tekst>,
    /// How to reach those who run it.
    pub kontakt: Kontakt,
    /// Where «Forlat siden» leads when the kommune does not say.
    pub forlat_siden: Box<str>,
    /// Address of the statement on accessibility.
    pub tilgjengelighetserklaring: Option<Box<str>>,
    /// Numbers for emergencies, in order.
    pub nodnumre: Vec<Emergency>,
    /// The day the catalogue of duties is based on.
    pub lovkrav_dato: Option<Date>,
}

/// A tilbud as one place shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The tilbud.
    pub id: TilbudId,
    /// It is not the kommune's by dekning; the kommune chose to include it.
    pub included: bool,
}

/// A checked, resolved Nettungen.
///
/// Ids index the lists; every id in here is valid. All lists are in a stable
/// order that depends on the content alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// What the caller decided.
    pub settings: Settings,
    /// The portal's own facts.
    pub portal: Portal,
    /// The model's words.
    pub vokabular: Vokabular,
    /// Statutory duties.
    pub lovkrav: Vec<Lovkrav>,
    /// Common offers beyond the law.
    pub ikke_lovpalagt: Vec<IkkeLovpalagt>,
    /// The state.
    pub stat: Stat,
    /// Regions.
    pub regioner: Vec<Region>,
    /// Fylker, in the order of the alphabet.
    pub fylker: Vec<Fylke>,
    /// Kommuner, in the order of the alphabet.
    pub kommuner: Vec<Kommune>,
    /// Organisations, sorted by home and slug.
    pub organisasjoner: Vec<Organisasjon>,
    /// Records, sorted by home and slug, whatever their status.
    pub tilbud: Vec<Arc<Tilbud>>,
    /// Documents and routines, sorted by home and slug.
    pub dokumenter: Vec<Arc<Dokument>>,
    /// Templates, sorted by slug.
    pub maler: Vec<Mal>,
    /// Pages, sorted by kind and place.
    pub sider: Vec<Side>,
    /// What each kommune shows to the audience, in the order of [`Site::tilbud`]; indexed by [`KommuneId`].
    pub shown: Vec<Vec<Shown>>,
}

impl Site {
    /// The tilbud `id`.
    pub fn tilbud(&self, id: TilbudId) -> &Tilbud {
        &self.tilbud[id.0 as usize]
    }

    /// The kommune `id`.
    pub fn kommune(&self, id: KommuneId) -> &Kommune {
        &self.kommuner[usize::from(id.0)]
    }

    /// The fylke `id`.
    pub fn fylke(&self, id: FylkeId) -> &Fylke {
        &self.fylker[usize::from(id.0)]
    }

    /// The region `id`.
    pub fn region(&self, id: RegionId) -> &Region {
        &self.regioner[usize::from(id.0)]
    }

    /// The organisation `id`.
    pub fn organisasjon(&self, id: OrganisasjonId) -> &Organisasjon {
        &self.organisasjoner[id.0 as usize]
    }

    /// The duty `id`.
    pub fn krav(&self, id: LovkravId) -> &Lovkrav {
        &self.lovkrav[usize::from(id.0)]
    }

    /// The offer beyond the law `id`.
    pub fn ikke_krav(&self, id: IkkeLovpalagtId) -> &IkkeLovpalagt {
        &self.ikke_lovpalagt[usize::from(id.0)]
    }

    /// The kommune called `slug`.
    pub fn find_kommune(&self, slug: &str) -> Option<KommuneId> {
        let at = self.kommuner.iter().position(|it| it.slug.as_str() == slug)?;
        u16::try_from(at).ok().map(KommuneId)
    }

    /// The tilbud with the id `key`, such as `fjordvik/helsestasjon`.
    pub fn find_tilbud(&self, key: &str) -> Option<TilbudId> {
        let at = self.tilbud.binary_search_by(|it| tilbud_order(&it.key, key)).ok()?;
        u32::try_from(at).ok().map(TilbudId)
    }

    /// All kommuner with their ids.
    pub fn kommune_ids(&self) -> impl Iterator<Item = KommuneId> + use<> {
        (0..self.kommuner.len()).map(|at| KommuneId(u16::try_from(at).expect("the register has far fewer than 65,536")))
    }

    /// All fylker with their ids.
    pub fn fylke_ids(&self) -> impl Iterator<Item = FylkeId> + use<> {
        (0..self.fylker.len()).map(|at| FylkeId(u16::try_from(at).expect("there are far fewer than 65,536 fylker")))
    }

    /// All tilbud with their ids.
    pub fn tilbud_ids(&self) -> impl Iterator<Item = TilbudId> + use<> {
        (0..self.tilbud.len()).map(|at| TilbudId(u32::try_from(at).expect("ids are given while reading")))
    }

    /// What `kommune` shows to the audience.
    pub fn shown_in(&self, kommune: KommuneId) -> &[Shown] {
        &self.shown[usize::from(kommune.0)]
    }

    /// The tilbud that `scope` shows to the audience, in the order of [`Site::tilbud`].
    ///
    /// A kommune shows what covers it and what it includes; the others show what they own themselves,
    /// the portal everything.
    pub fn tilbud_in(&self, scope: Scope) -> Vec<TilbudId> {
        if let Scope::Kommune(kommune) = scope {
            return self.shown_in(kommune).iter().map(|it| it.id).collect();
        }
        self.tilbud_ids().filter(|id| self.visible(*id) && self.belongs(*id, scope)).collect()
    }

    /// What `tilbud` takes from the mal it builds on, and what it says itself; `None` when it builds on none.
    pub fn inheritance<'a>(&'a self, tilbud: &'a Tilbud) -> Option<Inheritance<'a>> {
        let (mal, versjon) = tilbud.basert_pa?;
        let mal = self.maler.get(mal as usize)?;
        let (i_stedet, bare_egne) = tilbud
            .egne
            .iter()
            .filter(|it| !["status", "basert_på"].contains(it))
            .partition::<Vec<&'static str>, _>(|it| mal.felt.contains(it));
        let since = |it: &&MalChange| versjon.is_some_and(|built_on| it.versjon > built_on);
        let endringer = mal.endringer.iter().filter(since).collect();
        Some(Inheritance { mal, versjon, fra_mal: &tilbud.fra_mal, i_stedet, bare_egne, endringer })
    }

    /// Whether a tilbud has a page: on a kommune's own site only what the kommune shows has.
    pub fn has_page(&self, id: TilbudId) -> bool {
        let shows = |kommune| self.shown_in(kommune).iter().any(|it| it.id == id);
        self.visible(id) && if let Mode::Standalone(kommune) = self.settings.mode { shows(kommune) } else { true }
    }

    /// Whether the audience may see the tilbud on the site's day.
    pub fn visible(&self, id: TilbudId) -> bool {
        self.tilbud(id).visible(self.settings.audience, self.settings.dato)
    }

    fn belongs(&self, id: TilbudId, scope: Scope) -> bool {
        let tilbud = self.tilbud(id);
        match scope {
            Scope::Portal => true,
            Scope::Organisasjon(organisasjon) => {
                tilbud.eier == Some(organisasjon) || tilbud.home == Home::Organisasjon(organisasjon)
            }
            Scope::Stat => tilbud.home == Home::Stat,
            Scope::Region(region) => tilbud.home == Home::Region(region),
            Scope::Fylke(fylke) => tilbud.home == Home::Fylke(fylke),
            Scope::Kommune(kommune) => tilbud.home == Home::Kommune(kommune),
        }
    }

    /// The language of the pages of `scope`.
    pub fn lang(&self, scope: Scope) -> Lang {
        match scope {
            Scope::Portal | Scope::Stat => Lang::Nb,
            Scope::Region(id) => self.region(id).lang,
            Scope::Fylke(id) => self.fylke(id).lang,
            Scope::Kommune(id) => self.kommune(id).lang,
            Scope::Organisasjon(id) => self.organisasjon(id).lang,
        }
    }

    /// The scope whose pages present what lives in `home`.
    pub fn scope_of(&self, home: Home) -> Scope {
        match home {
            Home::Stat => Scope::Stat,
            Home::Region(id) => Scope::Region(id),
            Home::Fylke(id) => Scope::Fylke(id),
            Home::Kommune(id) => Scope::Kommune(id),
            Home::Organisasjon(id) => Scope::Organisasjon(id),
        }
    }

    /// Whether the pages of `scope` are about something fictional.
    pub fn is_example(&self, scope: Scope) -> bool {
        match scope {
            Scope::Portal | Scope::Stat => false,
            Scope::Region(id) => self.region(id).eksempel,
            Scope::Fylke(id) => self.fylke(id).eksempel,
            Scope::Kommune(id) => self.kommune(id).eksempel,
            Scope::Organisasjon(id) => {
                let it = self.organisasjon(id);
                it.eksempel || it.home.is_some_and(|home| self.is_example(self.scope_of(home)))
            }
        }
    }
}

/// The order of ids in [`Site::tilbud`]: that of the paths of their files.
pub fn tilbud_order(a: &str, b: &str) -> Ordering {
    // In paths, the file's name ends with a dot.
    kind_of(a).cmp(&kind_of(b)).then_with(|| a.bytes().chain([b'.']).cmp(b.bytes().chain([b'.'])))
}

/// The place of an id's kind among the folders of the content, in whose order tilbud stand.
fn kind_of(key: &str) -> u8 {
    match key.split('/').next() {
        Some("fylke") => 0,
        Some("organisasjon") => 2,
        Some("region") => 3,
        Some("stat") => 4,
        _ => 1,
    }
}
