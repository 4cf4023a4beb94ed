//! An index in memory, as it was decoded.

use crate::prelude::*;
use crate::text::{Lexicon, join};

/// Stands for «no day given» where a day number is expected.
pub const NO_DAY: i32 = i32::MIN;

/// Strings in one buffer, by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    text: String,
    ends: Vec<u32>,
}

impl Column {
    /// A column of the lines of `text`.
    pub fn from_lines(text: String) -> Column {
        let ends = text.bytes().enumerate().filter(|it| it.1 == b'\n').map(|it| it.0 as u32);
        Column { ends: ends.collect(), text }
    }

    /// The number of strings.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// String number `at`; empty past the end.
    pub fn get(&self, at: usize) -> &str {
        let start = match at.checked_sub(1).and_then(|it| self.ends.get(it)) {
            Some(&end) => end as usize + 1,
            None => 0,
        };
        let end = self.ends.get(at).map_or(start, |&it| it as usize);
        self.text.get(start..end).unwrap_or("")
    }
}

/// Who owns an offer, seen from the kommune whose index it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Eiergruppe {
    /// The kommune itself.
    Kommunen,
    /// Another kommune nearby.
    Nabo,
    /// The fylkeskommune.
    Fylke,
    /// A region: interkommunalt, helseforetak, Bufetat.
    Region,
    /// The state, or an organisation for the whole country.
    Nasjonalt,
    /// A voluntary organisation.
    Frivillig,
    /// A private provider.
    Privat,
}

impl Eiergruppe {
    /// All of them, in the order of their numbers in the bytes.
    pub const ALL: [Eiergruppe; 7] = [
        Eiergruppe::Kommunen,
        Eiergruppe::Nabo,
        Eiergruppe::Fylke,
        Eiergruppe::Region,
        Eiergruppe::Nasjonalt,
        Eiergruppe::Frivillig,
        Eiergruppe::Privat,
    ];

    /// The word used in results and in CSS.
    pub fn slug(self) -> &'static str {
        ["kommunen", "nabo", "fylke", "region", "nasjonalt", "frivillig", "privat"][self as usize]
    }
}

/// Whether an offer is running.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Drift {
    /// It is.
    Aktiv,
    /// Closed for a while.
    StengtMidlertidig,
    /// Not yet begun.
    Planlagt,
}

impl Drift {
    /// All of them, in the order of their numbers in the bytes.
    pub const ALL: [Drift; 3] = [Drift::Aktiv, Drift::StengtMidlertidig, Drift::Planlagt];

    /// The word used in results.
    pub fn slug(self) -> &'static str {
        ["aktiv", "stengt-midlertidig", "planlagt"][self as usize]
    }
}

/// What a facet's words do when they stand in a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Records with the value rank as if they had the words.
    Rank,
    /// The words become a filter that the user can take away again.
    Filter,
    /// The same, but only after «for» or «til»: «kurs for foreldre».
    Audience,
    /// Nothing: the facet is for choosing only.
    Choose,
}

impl Use {
    /// All of them, in the order of their numbers in the bytes.
    pub const ALL: [Use; 4] = [Use::Rank, Use::Filter, Use::Audience, Use::Choose];
}

/// A property that results can be narrowed by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Its name in the address: `tema`.
    pub slug: String,
    /// Its name for people: «Tema».
    pub label: String,
    /// What its words do in a query.
    pub usage: Use,
    /// The number of its first value; values are numbered across facets.
    pub first: u16,
    /// Its values, in the order they are shown.
    pub values: Vec<Value>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its name in the address: `psykisk-helse`.
    pub slug: String,
    /// Its name for people: «Psykisk helse».
    pub label: String,
    /// Other words and phrases for it, as people say them.
    pub words: Vec<String>,
}

/// A period of days, both ends in it; `NO_DAY` leaves an end open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day (days since 1 January 1970).
    pub from: i32,
    /// Last day.
    pub to: i32,
}

impl Period {
    /// No limits.
    pub const ALWAYS: Period = Period { from: NO_DAY, to: NO_DAY };

    /// Whether `day` lies in the period.
    pub fn contains(self, day: i32) -> bool {
        (self.from == NO_DAY || self.from <= day) && (self.to == NO_DAY || day <= self.to)
    }
}

/// Open on some weekdays between two times of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Bit 0 is Monday, bit 6 Sunday.
    pub days: u8,
    /// Minutes after midnight.
    pub from: u16,
    /// Minutes after midnight; before `from` when it is past midnight.
    pub to: u16,
    /// When these hours are in force.
    pub valid: Period,
    /// Whether they hold on public holidays too.
    pub on_holidays: bool,
}

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

/// What is known of a record besides its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Info {
    /// Who owns it.
    pub eiergruppe: Eiergruppe,
    /// Whether it is running.
    pub drift: Drift,
    /// Whether the page needs a neutral title and a quick exit.
    pub sensitiv: bool,
    /// Youngest age it is for, in whole years.
    pub alder_fra: u8,
    /// Oldest age it is for; 255 is no limit.
    pub alder_til: u8,
    /// The day it was last checked; `NO_DAY` when never.
    pub kontrollert: i32,
    /// Days until it should be checked again.
    pub intervall: u16,
    /// When it may be shown.
    pub gyldig: Period,
    /// Which of the core's hours it keeps.
    pub hours: u16,
}

/// Everything but the bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Core {
    /// Checksum of the part; the texts repeat it.
    pub checksum: u32,
    /// The facets, in the order they are shown.
    pub facets: Vec<Facet>,
    /// Groups of words and phrases that mean the same.
    pub synonyms: Vec<Vec<String>>,
    /// What compounds are split into.
    pub lexicon: Lexicon,
    /// The different opening hours there are.
    pub hours: Vec<Hours>,
    /// One for each record.
    pub infos: Vec<Info>,
    /// Each record's facet values, ascending.
    pub values: Vec<Vec<u16>>,
    /// Texts by record, in the order of `Kind`.
    pub texts: [Column; Kind::COUNT],
}

/// The texts that a record has in the core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `fjordvik/helsestasjon`.
    Id,
    /// Its address.
    Url,
    /// Title.
    Tittel,
    /// Search words, `;` between them.
    Sokeord,
    /// One sentence: what you get.
    Sammendrag,
    /// Who offers it.
    Organisasjon,
    /// Names of places, `;` between them.
    Sted,
    /// Telephone number as it is shown.
    Telefon,
    /// Who it is for, how you get it, what it costs: one line.
    Linje,
}

impl Kind {
    /// How many there are.
    pub const COUNT: usize = 9;
}

impl Core {
    /// The number of records.
    pub fn len(&self) -> usize {
        self.infos.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.infos.is_empty()
    }

    /// A text of a record.
    pub fn text(&self, kind: Kind, record: usize) -> &str {
        self.texts[kind as usize].get(record)
    }

    /// The address of a record's page.
    pub fn url(&self, record: usize) -> String {
        let slug = self.text(Kind::Id, record).rsplit('/').next().unwrap_or_default();
        let url = self.text(Kind::Url, record);
        match url.split_once('*') {
            Some((before, after)) => join(&[before, slug, after]),
            None => url.to_owned(),
        }
    }

    /// The opening hours of a record.
    pub fn hours_of(&self, record: usize) -> Option<&Hours> {
        self.hours.get(self.infos.get(record)?.hours as usize)
    }
}

/// The bodies, in the order of the core's records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// Body text by record.
    pub bodies: Column,
}
