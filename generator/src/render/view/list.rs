//! Lists of tilbud, and of the terms one can browse by.

use serde::Serialize;

use super::{CountLink, Link, Text};

/// A list of tilbud. The cards themselves are in `groups`, which is a value of
/// its own so that cards can be shared between lists.
#[derive(Clone, Debug, Serialize)]
pub struct ListPage {
    /// What the list is of.
    pub title: Text,
    /// «Tema», «Alder» …; may be empty.
    pub kind: String,
    /// What the term means.
    pub lead: Option<Text>,
    /// How many.
    pub count: String,
    /// Search with this list's facet chosen; empty when search has no such facet.
    pub search_url: String,
    /// Other lists of the same kind.
    pub related: Vec<CountLink>,
    /// The letters of A–Å; empty for other lists.
    pub letters: Vec<Letter>,
}

/// A letter of A–Å.
#[derive(Clone, Debug, Serialize)]
pub struct Letter {
    /// The letter.
    pub letter: String,
    /// `#…` of its heading; none when nothing begins with it.
    pub url: Option<String>,
}

/// All terms one can browse by.
#[derive(Clone, Debug, Serialize)]
pub struct BrowsePage {
    /// The kinds of terms.
    pub sections: Vec<BrowseSection>,
    /// A–Å.
    pub all_url: String,
    /// How many tilbud in all.
    pub count: String,
}

/// One kind of terms.
#[derive(Clone, Debug, Serialize)]
pub struct BrowseSection {
    /// For `id` attributes.
    pub id: &'static str,
    /// «Tema».
    pub name: String,
    /// The terms.
    pub links: Vec<CountLink>,
}

/// The search page. Its facets are also the way to browse without scripts.
#[derive(Clone, Debug, Serialize)]
pub struct SearchPage {
    /// Where is searched.
    pub place: String,
    /// The file that tells the script where the index is.
    pub index_url: String,
    /// The first part of the index as it is now; empty where the script should look it up.
    pub core_url: String,
    /// The second part of the index as it is now.
    pub texts_url: String,
    /// What answers until all of a large index is there; empty where it is not large.
    pub quick_url: String,
    /// The module that searches; empty in a theme without it.
    pub module_url: String,
    /// The words of the script, as JSON that is safe inside `<script>`.
    pub words_html: String,
    /// The kinds of terms.
    pub sections: Vec<BrowseSection>,
    /// Ways on when nothing was found.
    pub help: Vec<Link>,
    /// A–Å.
    pub all_url: String,
}
