//! The record that everything turns on.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Closure, FylkeId, Home, IkkeLovpalagtId, KommuneId, Lang, LovkravId, OpeningHours, OrganisasjonId, Slug, Tekst,
    TermId,
};
use crate::diag::Span;

/// A tilbud by its place in [`super::Site::tilbud`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TilbudId(pub u32);

/// How far a record is on its way to the public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Being written.
    Utkast,
    /// Awaits the publiseringsansvarlig.
    TilKvalitetssikring,
    /// Public.
    Publisert,
    /// Kept, not shown.
    Arkivert,
}

/// Whether the service runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Drift {
    /// It runs.
    Aktiv,
    /// Closed for a while.
    StengtMidlertidig,
    /// Not begun yet.
    Planlagt,
    /// Ended.
    Avsluttet,
}

/// Ages in whole years, both ends included; an open end means «no limit».
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Alder {
    /// Youngest.
    pub fra: Option<u8>,
    /// Oldest.
    pub til: Option<u8>,
}

impl Alder {
    /// Oldest age that is told apart.
    pub const MAX: u8 = 120;

    /// The closed interval, open ends filled in.
    pub fn bounds(self) -> (u8, u8) {
        (self.fra.unwrap_or(0), self.til.unwrap_or(Alder::MAX))
    }

    /// Whether the two share at least one year of age.
    pub fn overlaps(self, other: Alder) -> bool {
        let ((a, b), (c, d)) = (self.bounds(), other.bounds());
        a <= d && c <= b
    }

    /// Whether no limit is set.
    pub fn is_open(self) -> bool {
        self.fra.is_none() && self.til.is_none()
    }
}

/// Where a tilbud is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dekning {
    /// The whole country.
    pub landet: bool,
    /// Whole fylker.
    pub fylker: Vec<FylkeId>,
    /// Whole kommuner.
    pub kommuner: Vec<KommuneId>,
    /// Districts: the kommune and the district's place in [`super::Kommune::bydeler`].
    pub bydeler: Vec<(KommuneId, u16)>,
}

/// Ways to reach somebody. Functional ones: positions and shared mailboxes, not people.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kontakt {
    /// Telephone number as written.
    pub telefon: Option<Box<str>>,
    /// Who answers there.
    pub telefon_navn: Option<Tekst>,
    /// Number for text messages.
    pub sms: Option<Box<str>>,
    /// E-mail address.
    pub epost: Option<Box<str>>,
    /// Web page.
    pub nettside: Option<Box<str>>,
    /// Chat.
    pub chat: Option<Box<str>>,
    /// Form for applications or bookings.
    pub skjema: Option<Box<str>>,
    /// Position that answers for the service.
    pub stilling: Option<Box<str>>,
}

impl Kontakt {
    /// Whether one can talk or write with somebody at once.
    pub fn answers(&self) -> bool {
        [&self.telefon, &self.sms, &self.chat].into_iter().any(Option::is_some)
    }

    /// Whether it gives no way to reach anybody.
    pub fn is_empty(&self) -> bool {
        [&self.telefon, &self.sms, &self.epost, &self.nettside, &self.chat, &self.skjema]
            .into_iter()
            .all(Option::is_none)
    }
}

/// A point on earth, degrees north and east.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

/// A place where the service is given.
///
/// With `adresse_skjult` there is neither address nor coordinates here: the
/// checker refuses them, so nothing later can leak them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sted {
    /// Name of the place.
    pub navn: Option<Tekst>,
    /// Street address.
    pub adresse: Option<Box<str>>,
    /// Postal code.
    pub postnummer: Option<Box<str>>,
    /// Postal town.
    pub poststed: Option<Box<str>>,
    /// District, by its place in the kommune's list.
    pub bydel: Option<(KommuneId, u16)>,
    /// The kommune, when it is another than the owner's.
    pub kommune: Option<KommuneId>,
    /// Where on the map.
    pub koordinater: Option<Coordinates>,
    /// The address is confidential: «Adressen får du når du tar kontakt».
    pub adresse_skjult: bool,
    /// How to find it.
    pub merknad: Option<Tekst>,
}

/// What it costs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pris {
    /// It costs nothing.
    pub gratis: bool,
    /// Kroner.
    pub belop: Option<f64>,
    /// For what, such as «per gang».
    pub enhet: Option<Tekst>,
    /// A remark.
    pub merknad: Option<Tekst>,
}

/// Who gets in. `None` means: not said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tilgjengelighet {
    /// Step-free for wheelchairs.
    pub rullestol: Option<bool>,
    /// Hearing loop.
    pub teleslynge: Option<bool>,
    /// Accessible toilet.
    pub hc_toalett: Option<bool>,
    /// Accessible parking.
    pub hc_parkering: Option<bool>,
    /// A remark.
    pub merknad: Option<Tekst>,
}

/// Whether users take part.
#[derive(Clone, Debug, PartialEq)]
pub struct Medvirkning {
    /// Term of [`super::Liste::Brukermedvirkning`].
    pub grad: TermId,
    /// How.
    pub beskrivelse: Option<Tekst>,
}

/// Whether the tilbud has been evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluering {
    /// Term of [`super::Liste::Evaluering`].
    pub grad: TermId,
    /// When.
    pub ar: Option<i16>,
    /// The report.
    pub lenke: Option<Box<str>>,
    /// What was found.
    pub beskrivelse: Option<Tekst>,
}

/// Whether the tilbud is part of good practice.
#[derive(Clone, Debug, PartialEq)]
pub struct GodPraksis {
    /// Term of [`super::Liste::GodPraksis`].
    pub grad: TermId,
    /// The guideline.
    pub lenke: Option<Box<str>>,
    /// What makes it so.
    pub beskrivelse: Option<Tekst>,
}

/// The answer to one criterion of step 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Yes.
    Ja,
    /// In part.
    Delvis,
    /// No.
    Nei,
    /// Not assessed.
    IkkeVurdert,
}

/// Staff, premises and money tied to a tilbud.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ressurser {
    /// Full-time equivalents.
    pub arsverk: Option<f64>,
    /// Premises.
    pub lokaler: Vec<Box<str>>,
    /// Kroner a year.
    pub midler: Option<u64>,
    /// Where the money comes from.
    pub finansiering: Option<Box<str>>,
    /// The year the figures are for.
    pub ar: Option<i16>,
}

/// The last control of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Kontroll {
    /// When.
    pub dato: Date,
    /// By which position.
    pub av: Box<str>,
}

/// Body text in one language: Markdown as written, links not yet turned into addresses.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Its language.
    pub lang: Lang,
    /// Markdown.
    pub markdown: Box<str>,
    /// Where it stands.
    pub span: Span,
}

/// What one reader may see: the public only published records, the preview drafts as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Published records only.
    Public,
    /// Drafts and records that await quality control too.
    Preview,
}

/// One offer of service.
#[derive(Clone, Debug, PartialEq)]
pub struct Tilbud {
    /// Name in addresses, unique within its home.
    pub slug: Slug,
    /// `fjordvik/helsestasjon`: the record's name everywhere outside the model.
    pub key: Box<str>,
    /// The folder it lives in.
    pub home: Home,
    /// The body that gives it; `None`: the home itself.
    pub eier: Option<OrganisasjonId>,
    /// Language of the plain texts.
    pub lang: Lang,
    /// Its file.
    pub span: Span,
    /// Title.
    pub tittel: Tekst,
    /// What you get, in one sentence.
    pub sammendrag: Option<Tekst>,
    /// On its way to the public.
    pub status: Status,
    /// Whether it runs.
    pub drift: Drift,
    /// Term of [`super::Liste::Pyramideniva`]; only drafts lack it.
    pub pyramideniva: Option<TermId>,
    /// Terms of [`super::Liste::Tema`], the first the main one.
    pub tema: Vec<TermId>,
    /// Terms of [`super::Liste::Tilbudstype`].
    pub tilbudstype: Vec<TermId>,
    /// Terms of [`super::Liste::Malgrupper`].
    pub malgrupper: Vec<TermId>,
    /// Ages it is for.
    pub alder: Alder,
    /// Terms of [`super::Liste::Risikogrupper`].
    pub risikogrupper: Vec<TermId>,
    /// Terms of [`super::Liste::Diagnosegrupper`].
    pub diagnosegrupper: Vec<TermId>,
    /// Terms of [`super::Liste::BtiNiva`].
    pub bti_niva: Vec<TermId>,
    /// Duties it meets.
    pub lovkrav: Vec<LovkravId>,
    /// Common offers beyond the law that it is an instance of.
    pub ikke_lovpalagt: Vec<IkkeLovpalagtId>,
    /// Where it is given.
    pub dekning: Dekning,
    /// How to reach it.
    pub kontakt: Kontakt,
    /// Where it is given, as addresses.
    pub steder: Vec<Sted>,
    /// When.
    pub apningstider: OpeningHours,
    /// A remark on when.
    pub apningstider_merknad: Option<Tekst>,
    /// Closed periods.
    pub stengt: Vec<Closure>,
    /// Months (1–12) in which it exists; empty: all year.
    pub sesong: Vec<u8>,
    /// What it costs; `None`: not said.
    pub pris: Option<Pris>,
    /// Terms of [`super::Liste::Inngang`].
    pub inngang: Vec<TermId>,
    /// How you get it, in a sentence or two.
    pub slik_far_du_det: Option<Tekst>,
    /// Languages it is given in: BCP 47 tags, or `tegnspråk`.
    pub sprak: Vec<Box<str>>,
    /// Whether an interpreter can come.
    pub tolk: Option<bool>,
    /// Who gets in.
    pub tilgjengelighet: Option<Tilgjengelighet>,
    /// Whether users take part.
    pub brukermedvirkning: Option<Medvirkning>,
    /// Whether it has been evaluated.
    pub evaluering: Option<Evaluering>,
    /// Whether it is good practice.
    pub god_praksis: Option<GodPraksis>,
    /// Verdict by criterion of [`super::Liste::Vurderingskriterier`]. Internal: reports only.
    pub vurdering: BTreeMap<TermId, Verdict>,
    /// What it takes. Internal: reports only.
    pub ressurser: Option<Ressurser>,
    /// Where the way leads on (tiltakskjede).
    pub neste: Vec<TilbudId>,
    /// Where the way comes from (tiltakskjede).
    pub forrige: Vec<TilbudId>,
    /// Last control; only what is not published lacks it.
    pub kontrollert: Option<Kontroll>,
    /// Next control, when the record sets it.
    pub neste_kontroll: Option<Date>,
    /// Days between controls.
    pub kontrollintervall: u16,
    /// First day it counts.
    pub gyldig_fra: Option<Date>,
    /// Last day it counts.
    pub gyldig_til: Option<Date>,
    /// Where the facts are from.
    pub kilde: Option<Box<str>>,
    /// A message shown first.
    pub beskjed: Option<Tekst>,
    /// The words people use, by language.
    pub sokeord: Vec<(Lang, Box<str>)>,
    /// A visit may reveal something private.
    pub sensitiv: bool,
    /// What has to be confirmed before publishing.
    pub ma_sjekkes: Vec<Box<str>>,
    /// The mal it builds on, by its place in [`super::Site::maler`], and the mal's version then.
    pub basert_pa: Option<(u32, Option<u32>)>,
    /// Names of the fields that come from the mal.
    pub fra_mal: Vec<&'static str>,
    /// Names of the fields that its own file says.
    pub egne: Vec<&'static str>,
    /// Addresses it had before.
    pub tidligere_adresser: Vec<Box<str>>,
    /// For editors only; never published or exported.
    pub internt_notat: Option<Box<str>>,
    /// Whether the language check is on.
    pub klarsprak: bool,
    /// The text, at most one a language.
    pub body: Vec<Body>,
}

impl Tilbud {
    /// The body that a reader of `lang` gets.
    pub fn body_for(&self, lang: Lang) -> Option<&Body> {
        lang.fallbacks().into_iter().find_map(|wanted| self.body.iter().find(|it| it.lang == wanted))
    }

    /// Whether `audience` may see it on `date`.
    pub fn visible(&self, audience: Audience, date: Date) -> bool {
        let status = match audience {
            Audience::Public => self.status == Status::Publisert,
            Audience::Preview => self.status != Status::Arkivert,
        };
        status && self.drift != Drift::Avsluttet && self.gyldig_til.is_none_or(|it| date <= it)
    }

    /// The day from which it should be controlled again; `None` when it never was.
    pub fn due(&self) -> Option<Date> {
        let from_interval = |it: &Kontroll| it.dato.saturating_add(jiff::Span::new().days(self.kontrollintervall));
        self.neste_kontroll.or_else(|| self.kontrollert.as_ref().map(from_interval))
    }

    /// The day from which it is outdated: twice the interval after the last control.
    pub fn outdated_from(&self) -> Option<Date> {
        let it = self.kontrollert.as_ref()?;
        let twice = it.dato.saturating_add(jiff::Span::new().days(2 * i32::from(self.kontrollintervall) + 1));
        Some(self.neste_kontroll.map_or(twice, |next| next.max(twice)))
    }

    /// Whether it may count as full coverage on `date`: not outdated.
    pub fn fresh(&self, date: Date) -> bool {
        self.outdated_from().is_some_and(|it| date < it)
    }
}
