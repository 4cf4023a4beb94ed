//! An index in memory, as it was decoded: flat lists and one text.

use crate::prelude::*;
use crate::text::{cut, find, join};

/// Stands for «no day given» where a day number is expected.
pub const NO_DAY: i32 = i32::MIN;

/// More records than a country has; a part that says so is damaged.
pub(crate) const MOST_RECORDS: usize = 1 << 18;

/// The lines of a text, by number.
#[derive(Default)]
pub(crate) struct Lines {
    pub(super) text: String,
    pub(super) ends: Vec<u32>,
}

impl Lines {
    /// The number of lines.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// How many bytes they all have.
    pub(crate) fn length(&self) -> usize {
        self.text.len()
    }

    /// Line number `at`; empty past the end.
    pub(crate) fn get(&self, at: usize) -> &str {
        let end = self.ends.get(at).copied().unwrap_or(0);
        let start = self.ends.get(at.wrapping_sub(1)).map_or(0, |it| it + 1);
        cut(&self.text, start as usize, end as usize)
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
    /// Nobody: it is made up, and stands among what is real.
    Eksempel,
}

/// The words for `Eiergruppe` in results and in CSS, by number.
pub(crate) const EIERGRUPPER: [&str; 8] =
    ["kommunen", "nabo", "fylke", "region", "nasjonalt", "frivillig", "privat", "eksempel"];

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

/// The words for `Drift` in results, by number.
pub(crate) const DRIFT: [&str; 3] = ["aktiv", "stengt-midlertidig", "planlagt"];

/// What a facet's words do when they stand in a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Records with the value rank as if they had the words.
    Rank,
    /// The words (not the label) become a filter that the user can take away
    /// again.
    Filter,
    /// The same, but only after «for» or «til»: «kurs for foreldre».
    Audience,
    /// Nothing: the facet is for choosing only.
    Choose,
}

impl Use {
    pub(super) const ALL: [Use; 4] = [Use::Rank, Use::Filter, Use::Audience, Use::Choose];
}

/// A property that results can be narrowed by. Its slug and label are the
/// lines `line` and `line + 1`; three lines for each value follow: slug, label
/// and the words and phrases people say for it, `;` between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Where its lines begin.
    pub line: usize,
    /// What its words do in a query.
    pub usage: Use,
    /// The number of its first value; values are numbered across facets.
    pub first: usize,
    /// How many values it has.
    pub n_values: usize,
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
        self.from <= day && (self.to == NO_DAY || day <= self.to)
    }
}

/// Open on some weekdays between two times of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// When an offer can be reached: stretches of the core's lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct HoursOf {
    pub(crate) always: bool,
    /// Bit 0 is January; 0 is all year.
    pub(crate) months: u16,
    pub(crate) openings: (u32, u32),
    pub(crate) closed: (u32, u32),
}

/// What is known of a record besides its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Info {
    /// Number of its `Eiergruppe`.
    pub eiergruppe: u8,
    /// Number of its `Drift`.
    pub drift: u8,
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
    pub(crate) hours: u16,
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
    pub(super) const COUNT: usize = 9;
}

/// Everything but the bodies.
#[derive(Default)]
pub struct Core {
    /// Checksum of the part; the texts repeat it.
    pub(crate) checksum: u32,
    pub(crate) lines: Lines,
    /// The facets, in the order they are shown.
    pub(crate) facets: Vec<Facet>,
    /// Lines of words and phrases that mean the same, `;` between them.
    pub(crate) synonyms: (usize, usize),
    /// Lines of the words that compounds are made of.
    pub(crate) forms: (usize, usize),
    pub(crate) hours: Vec<HoursOf>,
    pub(crate) openings: Vec<Opening>,
    pub(crate) closed: Vec<Period>,
    pub(crate) infos: Vec<Info>,
    /// Each record's facet values: `values[starts[r]..starts[r + 1]]`.
    pub(crate) values: Vec<u16>,
    pub(crate) starts: Vec<u32>,
    /// The line where the records' texts begin.
    pub(crate) texts: usize,
    /// Of the country: how many records there are in all its parts, 0 when
    /// they are all here; and how many a part of records has.
    pub(crate) n_country: usize,
    pub(crate) per_part: usize,
    /// Of the country: the lines of the first key of each part of terms, and
    /// those of the commonest words.
    pub(crate) firsts: (usize, usize),
    pub(crate) common: (usize, usize),
    /// Of the country: how many records have each facet value.
    pub(crate) totals: Vec<u32>,
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
        self.lines.get(self.texts + kind as usize * self.len() + record)
    }

    /// The address of a record's page.
    pub fn url(&self, record: usize) -> String {
        let id = self.text(Kind::Id, record);
        let slug = cut(id, id.bytes().rposition(|it| it == b'/').map_or(0, |it| it + 1), id.len());
        let url = self.text(Kind::Url, record);
        match find(url, "*") {
            Some(at) => join(&[cut(url, 0, at), slug, cut(url, at + 1, url.len())]),
            None => url.to_owned(),
        }
    }

    /// The facet values of a record, ascending.
    pub fn values_of(&self, record: usize) -> &[u16] {
        let at = |it: usize| self.starts.get(it).copied().unwrap_or(0) as usize;
        self.values.get(at(record)..at(record + 1)).unwrap_or_default()
    }

    /// A facet's slug and label.
    pub fn facet_name(&self, facet: &Facet) -> (&str, &str) {
        (self.lines.get(facet.line), self.lines.get(facet.line + 1))
    }

    /// A facet value's slug, label and words; the value counted in its facet.
    pub fn value_name(&self, facet: &Facet, value: usize) -> (&str, &str, &str) {
        let line = facet.line + 2 + 3 * value;
        (self.lines.get(line), self.lines.get(line + 1), self.lines.get(line + 2))
    }

    /// The facets, in the order they are shown.
    pub fn facets(&self) -> &[Facet] {
        &self.facets
    }

    /// The number of facet values.
    pub(crate) fn n_values(&self) -> usize {
        self.facets.last().map_or(0, |it| it.first + it.n_values)
    }

    /// What is known of a record.
    pub fn info(&self, record: usize) -> Option<&Info> {
        self.infos.get(record)
    }

    /// The opening hours of a record.
    pub(crate) fn hours_of(&self, info: &Info) -> HoursOf {
        self.hours.get(info.hours as usize).copied().unwrap_or_default()
    }
}
