//! What a query is answered with.

use crate::prelude::*;
use crate::format::{Drift, Eiergruppe};

/// A piece of a text, marked where it matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The piece.
    pub text: String,
    /// Whether it matched.
    pub is_match: bool,
}

/// How long ago a record was checked, against its interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// Within its interval.
    Fersk,
    /// Past it: should be checked.
    BorKontrolleres,
    /// Past twice the interval, or never checked: «ring først».
    Utdatert,
}

/// A record that answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its number in the index.
    pub record: usize,
    /// `fjordvik/helsestasjon`.
    pub id: String,
    /// Its address.
    pub url: String,
    /// Title, with what matched.
    pub title: Vec<Segment>,
    /// The one sentence, with what matched.
    pub summary: Vec<Segment>,
    /// The best place in the body, when it says more; else empty.
    pub excerpt: Vec<Segment>,
    /// Who offers it.
    pub organisation: String,
    /// Who it is for, how you get it, what it costs.
    pub line: String,
    /// Telephone number; empty for none.
    pub telephone: String,
    /// Who owns it.
    pub owner: Eiergruppe,
    /// Whether it is running.
    pub drift: Drift,
    /// Whether it is sensitive.
    pub sensitive: bool,
    /// Day of the last check.
    pub checked: Option<i32>,
    /// How fresh it is.
    pub freshness: Freshness,
    /// Whether it is open now; `None` when not known.
    pub open: Option<bool>,
    /// For the curious: higher is better.
    pub score: f32,
}

/// A value of a facet and how many records have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount {
    /// The value's slug.
    pub slug: String,
    /// Its name for people.
    pub label: String,
    /// Records that would be left with it.
    pub count: u32,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// A facet with its counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// The facet's slug.
    pub slug: String,
    /// Its name for people.
    pub label: String,
    /// Its values.
    pub values: Vec<ValueCount>,
}

/// A filter that words of the query were understood as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The facet's slug; `alder` and `apen` too.
    pub facet: String,
    /// The value as it stands in the address.
    pub value: String,
    /// The value for people; empty for `alder` and `apen`, which the page names.
    pub label: String,
    /// The words it was understood from.
    pub words: String,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// How many records answer.
    pub total: usize,
    /// The best ones, from the offset.
    pub hits: Vec<Hit>,
    /// Counts, under all filters but a facet's own.
    pub facets: Vec<FacetCount>,
    /// What words were understood as.
    pub chips: Vec<Chip>,
    /// The query as it was probably meant, when words were misspelt.
    pub did_you_mean: Option<String>,
    /// Whether the bodies were searched too.
    pub is_whole: bool,
}
