//! Records beside the tilbud: maler, documents and routines, pages.

use jiff::civil::Date;

use super::owner::Ansvar;
use super::{Body, Home, Kontroll, Lang, LovkravId, OrganisasjonId, Slug, Status, Tekst};
use crate::diag::Span;

/// What a mal is a template for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MalDekker {
    /// A tilbud.
    Tilbud,
    /// A document.
    Dokument,
    /// A routine.
    Rutine,
}

/// One change of a mal that editors of records based on it are told of.
#[derive(Clone, Debug, PartialEq)]
pub struct MalChange {
    /// The version that brought it.
    pub versjon: u32,
    /// When.
    pub dato: Date,
    /// What changed.
    pub tekst: Tekst,
}

/// A national template. What records inherit was merged when they were read; here is what the site needs to know of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mal {
    /// Name in files.
    pub slug: Slug,
    /// Title.
    pub tittel: Tekst,
    /// What you get.
    pub sammendrag: Option<Tekst>,
    /// What it is a template for.
    pub dekker: MalDekker,
    /// Which level would own it.
    pub ansvar: Ansvar,
    /// The department it usually belongs to.
    pub etat: Option<Box<str>>,
    /// Version, counted up at each change.
    pub versjon: u32,
    /// What changed, newest last.
    pub endringer: Vec<MalChange>,
    /// What the kommune has to fill in: keys of fields, or things in words.
    pub ma_fylles_inn: Vec<Tekst>,
    /// Duties that a record based on it meets.
    pub lovkrav: Vec<LovkravId>,
    /// Names of the fields that it says, `tekst` among them when it has one.
    pub felt: Vec<&'static str>,
    /// Text, at most one a language.
    pub body: Vec<Body>,
    /// Its file.
    pub span: Span,
}

/// What a record and its mal have to do with each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Inheritance<'a> {
    /// The mal.
    pub mal: &'a Mal,
    /// The mal's version that the record was built on, when it says so.
    pub versjon: Option<u32>,
    /// Fields that come from the mal.
    pub fra_mal: &'a [&'static str],
    /// Fields that the record says in place of the mal.
    pub i_stedet: Vec<&'static str>,
    /// Fields that the record alone has.
    pub bare_egne: Vec<&'static str>,
    /// What changed in the mal since.
    pub endringer: Vec<&'a MalChange>,
}

/// What a field means that a mal may ask each owner to fill in; `None` when `key` is no such field.
pub fn mal_field(key: &str) -> Option<&'static str> {
    Some(match key {
        "kontakt" => "telefon, e-post eller nettside",
        "skjema" => "adressen til søknads- eller påmeldingsskjemaet",
        "steder" => "hvor det er",
        "åpningstider" => "når det er åpent",
        "pris" => "hva det koster",
        "alder" => "hvilken alder det er for hos dere",
        "inngang" => "hvordan en får det hos dere",
        "slik_får_du_det" => "hva en gjør for å få det",
        "språk" => "hvilke språk det gis på",
        "dekning" => "hvor det gis",
        "pyramidenivå" => "hvilket nivå det er på hos dere",
        "lenke" => "hvor det kan leses",
        "vedtatt" => "når det ble vedtatt, og av hvem",
        "ansvarlig" => "hvilken stilling som har ansvaret",
        "neste_kontroll" => "når det skal kontrolleres igjen",
        _ => return None,
    })
}

impl Mal {
    /// The text that a writer in `lang` begins with.
    pub fn body_for(&self, lang: Lang) -> Option<&Body> {
        lang.fallbacks().into_iter().find_map(|wanted| self.body.iter().find(|it| it.lang == wanted))
    }
}

/// Kind of a document record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DokumentArt {
    /// A plan, agreement or other document.
    Dokument,
    /// A routine.
    Rutine,
}

/// A document or routine that meets duties.
#[derive(Clone, Debug, PartialEq)]
pub struct Dokument {
    /// Name in addresses, unique within its home.
    pub slug: Slug,
    /// The folder it lives in.
    pub home: Home,
    /// The department it belongs to.
    pub eier: Option<OrganisasjonId>,
    /// Title.
    pub tittel: Tekst,
    /// What it settles.
    pub sammendrag: Option<Tekst>,
    /// Kind.
    pub art: DokumentArt,
    /// On its way to the public.
    pub status: Status,
    /// Duties it meets.
    pub lovkrav: Vec<LovkravId>,
    /// Where it can be read.
    pub lenke: Option<Box<str>>,
    /// When it was adopted, and by whom.
    pub vedtatt: Option<Kontroll>,
    /// First day it counts.
    pub gyldig_fra: Option<Date>,
    /// Last day it counts.
    pub gyldig_til: Option<Date>,
    /// Position that answers for it.
    pub ansvarlig: Option<Box<str>>,
    /// Last control.
    pub kontrollert: Option<Kontroll>,
    /// Next control.
    pub neste_kontroll: Option<Date>,
    /// What has to be confirmed before publishing.
    pub ma_sjekkes: Vec<Box<str>>,
    /// Text, at most one a language.
    pub body: Vec<Body>,
    /// Its file.
    pub span: Span,
}

/// Where a page of text belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SideKind {
    /// `metode/`.
    Metode,
    /// `sider/`.
    Side,
}

/// A page of text: the method, about, privacy, documents to copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Name in addresses (method pages without their number).
    pub slug: Slug,
    /// Where it belongs.
    pub kind: SideKind,
    /// Title.
    pub tittel: Tekst,
    /// What it says, in a sentence.
    pub sammendrag: Option<Tekst>,
    /// Step of the method, 1–6.
    pub trinn: Option<u8>,
    /// Place in menus.
    pub rekkefolge: i32,
    /// Text, at most one a language.
    pub body: Vec<Body>,
    /// Its file.
    pub span: Span,
}

impl Side {
    /// The body that a reader of `lang` gets.
    pub fn body_for(&self, lang: Lang) -> Option<&Body> {
        lang.fallbacks().into_iter().find_map(|wanted| self.body.iter().find(|it| it.lang == wanted))
    }
}
