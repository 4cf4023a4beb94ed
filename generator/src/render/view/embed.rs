//! Pages for frames on other sites.

use serde::Serialize;

use super::Text;
use super::tilbud::Card;

/// A tilbud that can be chosen by what stands in the fragment.
#[derive(Clone, Debug, Serialize)]
pub struct EmbedItem {
    /// What is shown.
    pub card: Card,
    /// What it can be chosen by: `tema=helse alder=ungdom …`.
    pub facets: String,
    /// Youngest and oldest age it is for, such as `13-20`.
    pub ages: String,
}

/// Tilbud in a frame.
#[derive(Clone, Debug, Serialize)]
pub struct EmbedList {
    /// All of the kommune's.
    pub items: Vec<EmbedItem>,
    /// «Se alle tilbud i Fjordvik».
    pub more: String,
    /// Where they are.
    pub more_url: String,
}

/// The search box in a frame.
#[derive(Clone, Debug, Serialize)]
pub struct EmbedSearch {
    /// The search page.
    pub search_url: String,
    /// «Se alle tilbud i Fjordvik».
    pub more: String,
    /// Where they are.
    pub more_url: String,
}

/// A value that tilbud can be chosen by.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// In the fragment.
    pub value: String,
    /// For people.
    pub name: Text,
}

/// One way to choose tilbud.
#[derive(Clone, Debug, Serialize)]
pub struct Chooser {
    /// In the fragment.
    pub key: &'static str,
    /// For people.
    pub name: String,
    /// Its values.
    pub choices: Vec<Choice>,
}

/// The page where a web editor puts a frame together.
#[derive(Clone, Debug, Serialize)]
pub struct EmbedMaker {
    /// Name of the kommune.
    pub name: String,
    /// The frame with tilbud.
    pub list_url: String,
    /// The frame with the search box.
    pub search_url: String,
    /// The frame with those one can talk to.
    pub talk_url: String,
    /// The script for other sites.
    pub script_url: String,
    /// The kommune's first page.
    pub home_url: String,
    /// Where the site is; empty when the base address is unknown.
    pub base: String,
    /// «Tilbud i Fjordvik».
    pub title: String,
    /// Ways to choose tilbud.
    pub choosers: Vec<Chooser>,
    /// Sites that may show the frames.
    pub hosts: Vec<String>,
}
