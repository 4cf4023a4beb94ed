//! Statutory duties (lovkrav), and what kommuner commonly have beyond the law.

use jiff::civil::Date;

use super::{Alder, Ansvar, Kommune, Slug, Tekst, TermId};

/// A duty by its place in [`super::Site::lovkrav`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LovkravId(pub u16);

/// An offer beyond the law, by its place in [`super::Site::ikke_lovpalagt`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IkkeLovpalagtId(pub u16);

/// How sure the catalogue is of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sikkerhet {
    /// May be shown as fact.
    Sure,
    /// Probably right.
    Probable,
    /// Has to be checked: keep it, mark it, never show it as fact.
    Check,
}

/// What meets a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DekkesAv {
    /// An offer of service.
    Tilbud,
    /// A document, such as a plan.
    Dokument,
    /// A routine.
    Rutine,
}

/// A condition for a duty to concern a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vilkar {
    /// Only in the administrative area for Sámi languages.
    SamiskForvaltningsomrade,
    /// Any other condition that the register does not know: the planner decides.
    Annet(Box<str>),
}

impl Vilkar {
    /// Whether the condition holds in `kommune`, which lies in the fylke called `fylke`; `None` when the
    /// register cannot tell. A condition in words holds when one of its words is the kommune's category
    /// for Sámi languages or the name of its fylke.
    pub fn holds(&self, kommune: &Kommune, fylke: &str) -> Option<bool> {
        let words = match self {
            Vilkar::SamiskForvaltningsomrade => return Some(kommune.samisk_forvaltningsomrade),
            Vilkar::Annet(_) if kommune.eksempel => return None,
            Vilkar::Annet(words) => words.split_whitespace().map(|it| Slug::suggest(it).map(|it| it.to_string())),
        };
        let words: Vec<String> = words.flatten().collect();
        if words.iter().any(|it| *it == *kommune.samisk_kategori || it == fylke) {
            return Some(true);
        }
        let known = |it: &String| SAMI_CATEGORIES.contains(&it.as_str()) || FYLKER_NAMED.contains(&it.as_str());
        words.iter().all(known).then_some(false)
    }
}

/// Categories of kommuner in the administrative area for Sámi languages, as the register writes them.
const SAMI_CATEGORIES: [&str; 3] = ["sprakutvikling", "sprakvitalisering", "sprakstimulering"];
/// Fylker that conditions of duties name.
const FYLKER_NAMED: [&str; 2] = ["troms", "finnmark"];

/// One statutory duty towards children, youth or families.
#[derive(Clone, Debug, PartialEq)]
pub struct Lovkrav {
    /// Name in files and addresses.
    pub slug: Slug,
    /// Title.
    pub tittel: Tekst,
    /// Plain description.
    pub beskrivelse: Tekst,
    /// Who owes it.
    pub ansvar: Ansvar,
    /// The service that usually meets it; `None` when the catalogue names none.
    pub tjeneste: Option<Tekst>,
    /// Short title of the law.
    pub lov: Box<str>,
    /// Paragraph, such as `§ 3-2`.
    pub paragraf: Box<str>,
    /// Heading of the paragraph.
    pub paragraf_overskrift: Box<str>,
    /// Path on Lovdata, such as `lov/2011-06-24-30/§3-2`; empty when unknown.
    pub lovdata_sti: Box<str>,
    /// Further legal bases, as Lovdata paths.
    pub andre_hjemler: Vec<Box<str>>,
    /// Target group in words.
    pub malgruppe: Box<str>,
    /// Ages it covers.
    pub alder: Alder,
    /// Level of the pyramid; `None` for duties of the system itself.
    pub pyramideniva: Option<TermId>,
    /// How it is granted, in the catalogue's word.
    pub tildeling: Box<str>,
    /// Kind of duty, in the catalogue's word.
    pub art: Box<str>,
    /// What meets it.
    pub dekkes_av: DekkesAv,
    /// How sure the row is.
    pub sikkerhet: Sikkerhet,
    /// Remark for planners; may be empty.
    pub merknad: Box<str>,
    /// In force from; `None`: already.
    pub gyldig_fra: Option<Date>,
    /// In force to and with; `None`: until further notice.
    pub gyldig_til: Option<Date>,
    /// Where it applies; `None`: everywhere.
    pub vilkar: Option<Vilkar>,
}

impl Lovkrav {
    /// The address of the paragraph on Lovdata; `None` when the catalogue has no path.
    pub fn lovdata_url(&self) -> Option<String> {
        (!self.lovdata_sti.is_empty()).then(|| lovdata_url(&self.lovdata_sti))
    }

    /// Whether the duty is in force on `date`.
    pub fn in_force(&self, date: Date) -> bool {
        self.gyldig_fra.is_none_or(|it| it <= date) && self.gyldig_til.is_none_or(|it| date <= it)
    }
}

/// The address of the paragraph at `path` on Lovdata.
pub fn lovdata_url(path: &str) -> String {
    format!("https://lovdata.no/{path}")
}

/// A common offer beyond the law.
#[derive(Clone, Debug, PartialEq)]
pub struct IkkeLovpalagt {
    /// Name in files and addresses.
    pub slug: Slug,
    /// Title.
    pub tittel: Tekst,
    /// Plain description.
    pub beskrivelse: Tekst,
    /// Who commonly runs it, in words.
    pub vanlig_ansvar: Option<Tekst>,
    /// Target group in words.
    pub malgruppe: Box<str>,
    /// Level of the pyramid.
    pub pyramideniva: Option<TermId>,
    /// Legal basis in part; may be empty.
    pub grunnlag: Box<str>,
    /// How sure the row is.
    pub sikkerhet: Sikkerhet,
}
