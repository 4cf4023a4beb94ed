//! Open data: what there is.

use serde::Serialize;

use super::Link;
use super::pages::TextPage;

/// A file to fetch.
#[derive(Clone, Debug, Serialize)]
pub struct DataLink {
    /// Where it is.
    pub url: String,
    /// Its name.
    pub name: String,
    /// What it is good for.
    pub note: String,
}

/// The page of open data.
#[derive(Clone, Debug, Serialize)]
pub struct DataPage {
    /// Whose data.
    pub place: String,
    /// The files.
    pub files: Vec<DataLink>,
    /// How to use them; on the pages of a kommune of the portal only the link below.
    pub text: Option<TextPage>,
    /// Where that is said.
    pub more: Option<Link>,
    /// The same of others.
    pub others: Vec<Link>,
}
