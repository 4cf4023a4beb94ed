//! What the generator hands to the writer.

use super::types::{Drift, Eiergruppe, NO_DAY, Opening, Period, Use};
use crate::prelude::*;

/// When an offer can be reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// Open at all times; `weekly` then says nothing.
    pub always: bool,
    /// The weekly hours; empty when they are unknown.
    pub weekly: Vec<Opening>,
    /// Days on which it is closed whatever the week says.
    pub closed: Vec<Period>,
    /// The months it runs in: bit 0 is January; 0 is all year.
    pub months: u16,
}

/// A record as it goes into the index. Texts are plain, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// `fjordvik/helsestasjon`.
    pub id: String,
    /// The address of its page: `/fjordvik/tilbud/helsestasjon/`.
    pub url: String,
    /// Title.
    pub tittel: String,
    /// The words people use for it; the mal's too.
    pub sokeord: Vec<String>,
    /// One sentence: what you get.
    pub sammendrag: String,
    /// Body as plain text.
    pub tekst: String,
    /// Who offers it.
    pub organisasjon: String,
    /// Names of places and bydeler; never a hidden address.
    pub steder: Vec<String>,
    /// Telephone number as it is shown; empty for none.
    pub telefon: String,
    /// Who it is for, how you get it, what it costs: one line.
    pub linje: String,
    /// Who owns it, seen from where the index is used.
    pub eiergruppe: Eiergruppe,
    /// Whether it is running.
    pub drift: Drift,
    /// Whether the page needs a neutral title and a quick exit.
    pub sensitiv: bool,
    /// Youngest age, whole years; `None` is from birth.
    pub alder_fra: Option<u8>,
    /// Oldest age, in it; `None` is no limit.
    pub alder_til: Option<u8>,
    /// When it was last checked, in days since 1 January 1970.
    pub kontrollert: Option<i32>,
    /// Days until it should be checked again.
    pub intervall: u16,
    /// The day the index is made for, when what is outdated then shall rank
    /// last in the index of the country.
    pub dag: Option<i32>,
    /// When it may be shown.
    pub gyldig: Period,
    /// When it can be reached.
    pub apningstider: Hours,
    /// Facet values: (facet slug, value slug). Those that the settings do not
    /// define are left out.
    pub verdier: Vec<(String, String)>,
}

impl Document {
    /// A record with an id, an address and a title, and nothing else known.
    pub fn new(id: &str, url: &str, tittel: &str) -> Document {
        Document {
            id: id.to_owned(),
            url: url.to_owned(),
            tittel: tittel.to_owned(),
            sokeord: Vec::new(),
            sammendrag: String::new(),
            tekst: String::new(),
            organisasjon: String::new(),
            steder: Vec::new(),
            telefon: String::new(),
            linje: String::new(),
            eiergruppe: Eiergruppe::Kommunen,
            drift: Drift::Aktiv,
            sensitiv: false,
            alder_fra: None,
            alder_til: None,
            kontrollert: None,
            intervall: 180,
            dag: None,
            gyldig: Period { from: NO_DAY, to: NO_DAY },
            apningstider: Hours::default(),
            verdier: Vec::new(),
        }
    }
}

/// A facet as the site defines it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetDefinition {
    /// Its name in the address: `tema`.
    pub slug: String,
    /// Its name for people: «Tema».
    pub label: String,
    /// What its words do in a query.
    pub usage: Use,
    /// Its values, in the order they are shown; unused ones are left out.
    pub values: Vec<ValueDefinition>,
}

/// A value of a facet as the vocabulary defines it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueDefinition {
    /// Its name in the address.
    pub slug: String,
    /// Its name for people.
    pub label: String,
    /// The public's words and phrases for it.
    pub words: Vec<String>,
}

/// What the records of an index share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The facets, in the order they are shown.
    pub facets: Vec<FacetDefinition>,
    /// Words and phrases that mean the same.
    pub synonyms: Vec<SynonymGroup>,
    /// More words that compounds are made of.
    pub parts: Vec<String>,
}

/// Words and phrases that mean the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SynonymGroup {
    /// Those that the first answer knows. Each leads to all others.
    pub words: Vec<String>,
    /// Those that people say, known once the texts are there. They lead to the
    /// others, and nothing leads to them.
    pub later: Vec<String>,
}

impl SynonymGroup {
    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &String> {
        self.words.iter().chain(&self.later)
    }
}
