//! Who owns tilbud: stat, regioner, fylker, kommuner and organisasjoner.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Kontakt, Lang, OpeningHours, Slug, Tekst, TermId, TilbudId, tilbud::Dekning};

/// A kommune by its place in [`super::Site::kommuner`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KommuneId(pub u16);

/// A fylke by its place in [`super::Site::fylker`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FylkeId(pub u16);

/// A region by its place in [`super::Site::regioner`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionId(pub u16);

/// An organisation by its place in [`super::Site::organisasjoner`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganisasjonId(pub u32);

/// The level of government that owes a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ansvar {
    /// The kommune.
    Kommune,
    /// The fylkeskommune.
    Fylkeskommune,
    /// The state, health trusts and Bufetat among it.
    Stat,
}

/// The folder a record lives in: who keeps it, and what its address begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Home {
    /// `stat/`.
    Stat,
    /// `regioner/<slug>/`.
    Region(RegionId),
    /// `fylker/<slug>/`.
    Fylke(FylkeId),
    /// `kommuner/<slug>/`.
    Kommune(KommuneId),
    /// `organisasjoner/<slug>/`: a country-wide organisation.
    Organisasjon(OrganisasjonId),
}

/// The written standard a body has decided on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Malform {
    /// Bokmål.
    Bokmal,
    /// Nynorsk.
    Nynorsk,
    /// Neutral: the body's own file says which language its pages have.
    Noytral,
}

/// The state as an owner (`stat/eier.yaml`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stat {
    /// What it is.
    pub beskrivelse: Option<Tekst>,
}

/// A region, such as a health trust's area (`regioner/<slug>/eier.yaml`).
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Name in addresses.
    pub slug: Slug,
    /// Name for people.
    pub navn: Tekst,
    /// What it is.
    pub beskrivelse: Option<Tekst>,
    /// Language of its texts.
    pub lang: Lang,
    /// How to reach it.
    pub kontakt: Kontakt,
    /// The area.
    pub dekning: Dekning,
    /// Fictional, and marked so on every page.
    pub eksempel: bool,
}

/// A fylke of the register, or a fictional one.
#[derive(Clone, Debug, PartialEq)]
pub struct Fylke {
    /// Two digits; empty for fictional ones.
    pub nummer: Box<str>,
    /// Name for people.
    pub navn: Box<str>,
    /// Official name, Sámi and Kven forms among it.
    pub offisielt_navn: Box<str>,
    /// Name in addresses.
    pub slug: Slug,
    /// Language of the fylkeskommune's pages.
    pub lang: Lang,
    /// Whether part of it lies in the administrative area for Sámi languages.
    pub samisk_forvaltningsomrade: bool,
    /// The statsforvalter's name; may be empty.
    pub statsforvalter: Box<str>,
    /// What it says of itself.
    pub beskrivelse: Option<Tekst>,
    /// How to reach it.
    pub kontakt: Kontakt,
    /// Fictional, and marked so on every page.
    pub eksempel: bool,
    /// Its kommuner, in the order of the alphabet.
    pub kommuner: Vec<KommuneId>,
}

/// What kind of body an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganisasjonType {
    /// A department of the owner.
    Etat,
    /// Another public body.
    Offentlig,
    /// Shared by several kommuner.
    Interkommunal,
    /// A health trust.
    Helseforetak,
    /// Voluntary.
    Frivillig,
    /// Private.
    Privat,
}

impl OrganisasjonType {
    /// Whether it is a public body.
    pub fn is_public(self) -> bool {
        !matches!(self, OrganisasjonType::Frivillig | OrganisasjonType::Privat)
    }
}

/// A department, association, enterprise or other body that owns tilbud.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisasjon {
    /// Name in addresses, unique within its home.
    pub slug: Slug,
    /// The folder it is described in; `None` for country-wide ones, which have a folder of their own.
    pub home: Option<Home>,
    /// Name for people.
    pub navn: Tekst,
    /// Kind of body.
    pub kind: OrganisasjonType,
    /// What it is.
    pub beskrivelse: Option<Tekst>,
    /// The body it is part of.
    pub overordnet: Option<OrganisasjonId>,
    /// How to reach it.
    pub kontakt: Kontakt,
    /// Where it works; `None`: its home's area (the whole country for country-wide ones).
    pub dekning: Option<Dekning>,
    /// The position that registers its tilbud.
    pub registreringsansvarlig: Option<Responsible>,
    /// Language of its texts.
    pub lang: Lang,
    /// Fictional.
    pub eksempel: bool,
}

/// A position that answers for something. Tasks belong to positions, not people (the method, step 1).
#[derive(Clone, Debug, PartialEq)]
pub struct Responsible {
    /// The department, when the task is tied to one.
    pub etat: Option<OrganisasjonId>,
    /// The position.
    pub stilling: Box<str>,
    /// A functional mailbox.
    pub epost: Option<Box<str>>,
}

/// A number of people, with its year and source.
#[derive(Clone, Debug, PartialEq)]
pub struct Population {
    /// People.
    pub antall: u32,
    /// The year it was counted.
    pub ar: Option<i16>,
    /// Who counted.
    pub kilde: Option<Box<str>>,
}

/// The colours that a kommune sets, as `#rrggbb`; contrast was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colours {
    /// Header and main buttons.
    pub hoved: Box<str>,
    /// Text upon it.
    pub kontrast: Box<str>,
}

/// A kommune's logo: a picture that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// How the file's name ends: `svg`, `png`, `jpg` or `webp`.
    pub ending: &'static str,
    /// The picture.
    pub bytes: Box<[u8]>,
}

/// The group that coordinates the work (the method, step 2).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Koordineringsgruppe {
    /// Its name.
    pub navn: Option<Tekst>,
    /// What it may decide and must do.
    pub mandat: Option<Tekst>,
    /// Positions in it.
    pub medlemmer: Vec<Box<str>>,
    /// When it meets.
    pub moter: Option<Tekst>,
}

/// How far a step of the method has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MethodStatus {
    /// Not begun.
    IkkeStartet,
    /// Begun.
    IGang,
    /// Done.
    Ferdig,
}

/// Where a kommune is in one step of the method.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodProgress {
    /// How far.
    pub status: MethodStatus,
    /// Since when.
    pub dato: Option<Date>,
    /// A remark.
    pub merknad: Option<Tekst>,
}

/// One line of the framdriftsplan.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// What is to be done.
    pub tiltak: Tekst,
    /// By when.
    pub frist: Option<Date>,
    /// Which position does it.
    pub ansvarlig: Option<Box<str>>,
    /// How far.
    pub status: MethodStatus,
}

/// The service desk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Besok {
    /// Its telephone number.
    pub telefon: Option<Box<str>>,
    /// When somebody is there.
    pub apningstider: OpeningHours,
}

/// A kommune of the register, or a fictional one.
#[derive(Clone, Debug, PartialEq)]
pub struct Kommune {
    /// Four digits.
    pub nummer: Box<str>,
    /// Name for people.
    pub navn: Box<str>,
    /// Official name, Sámi and Kven forms among it.
    pub offisielt_navn: Box<str>,
    /// Sámi and Kven names by language tag (`se`, `smj`, `sma`, `fkv`).
    pub andre_navn: Vec<(&'static str, Box<str>)>,
    /// Name in addresses.
    pub slug: Slug,
    /// Its fylke.
    pub fylke: FylkeId,
    /// The written standard it has decided on.
    pub malform: Malform,
    /// Language of its pages.
    pub lang: Lang,
    /// Whether it lies in the administrative area for Sámi languages.
    pub samisk_forvaltningsomrade: bool,
    /// Its category there, such as `sprakutvikling`; empty outside the area and for fictional ones.
    pub samisk_kategori: Box<str>,
    /// Middle of its area, degrees north and east; `None` for fictional ones.
    pub midtpunkt: Option<(f64, f64)>,
    /// West, south, east and north edge in degrees; `None` for fictional ones.
    pub ramme: Option<[f64; 4]>,
    /// Districts: name in addresses, name for people.
    pub bydeler: Vec<(Slug, Box<str>)>,
    /// Whether it has a `kommune.yaml`, that is: takes part in Nettungen.
    pub med: bool,
    /// Fictional, and marked so on every page.
    pub eksempel: bool,
    /// How to reach it.
    pub kontakt: Kontakt,
    /// The service desk.
    pub servicetorg: Option<Besok>,
    /// Its colours.
    pub farger: Option<Colours>,
    /// Its logo.
    pub logo: Option<Logo>,
    /// Children and youth of 0–17 years.
    pub barn: Option<Population>,
    /// All inhabitants.
    pub innbyggere: Option<Population>,
    /// Kommuner it compares itself with.
    pub naboer: Vec<KommuneId>,
    /// Others' tilbud that it shows although they do not cover it, with the reason.
    pub inkluder: Vec<(TilbudId, Option<Tekst>)>,
    /// Tilbud that cover it but that it does not show, with the reason.
    pub skjul: Vec<(TilbudId, Option<Tekst>)>,
    /// The coordinating group.
    pub koordineringsgruppe: Option<Koordineringsgruppe>,
    /// One position per etat that registers its tilbud.
    pub ansvarlige: Vec<Responsible>,
    /// The position that checks quality and publishes.
    pub publiseringsansvarlig: Option<Responsible>,
    /// Progress by step of [`super::Liste::Metode`].
    pub metode: BTreeMap<TermId, MethodProgress>,
    /// The plan for the mapping.
    pub framdriftsplan: Vec<Milestone>,
    /// Address of the statement on accessibility.
    pub tilgjengelighetserklaring: Option<Box<str>>,
    /// Where «Forlat siden» leads.
    pub forlat_siden: Box<str>,
    /// Origins that may show our pages in a frame.
    pub innbygging: Vec<Box<str>>,
}
