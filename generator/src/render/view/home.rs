//! First pages: the portal, a kommune, another owner.

use serde::Serialize;

use super::{CountLink, Link, Text};

/// The first page of a kommune.
#[derive(Clone, Debug, Serialize)]
pub struct KommuneHome {
    /// The kommune's name.
    pub name: String,
    /// Its names in Sámi languages and Kven.
    pub other_names: Vec<Text>,
    /// The kommune takes part in Nettungen.
    pub joined: bool,
    /// Search page.
    pub search_url: String,
    /// «Hvem kan jeg snakke med nå».
    pub talk_url: String,
    /// All terms to browse by.
    pub browse_url: String,
    /// A–Å.
    pub all_url: String,
    /// How many tilbud in all.
    pub count: String,
    /// Themes, with people's words.
    pub themes: Vec<CountLink>,
    /// Ages.
    pub ages: Vec<CountLink>,
    /// Whom it is for.
    pub groups: Vec<CountLink>,
    /// Levels of the pyramid.
    pub levels: Vec<CountLink>,
    /// Who gives the tilbud: the kommune's departments and associations.
    pub owners: Vec<CountLink>,
    /// Districts.
    pub districts: Vec<CountLink>,
    /// The service desk, when there is one.
    pub desk: Option<Desk>,
    /// The fylke's page.
    pub fylke: Link,
}

/// A service desk.
#[derive(Clone, Debug, Serialize)]
pub struct Desk {
    /// `tel:` address.
    pub href: String,
    /// As written.
    pub number: String,
    /// Opening hours in a line; may be empty.
    pub hours: String,
    /// For the script, as JSON.
    pub hours_json: Option<String>,
}

/// A kommune in the list to choose from.
#[derive(Clone, Debug, Serialize)]
pub struct KommuneLink {
    /// Its first page.
    pub url: String,
    /// Name.
    pub name: String,
    /// Other names, for the field that one types in.
    pub names: String,
    /// «west south east north» in degrees; empty for fictional ones.
    pub frame: String,
    /// «north east» of the middle; empty for fictional ones.
    pub middle: String,
    /// It takes part in Nettungen.
    pub joined: bool,
    /// It is fictional.
    pub example: bool,
}

/// A fylke and its kommuner.
#[derive(Clone, Debug, Serialize)]
pub struct FylkeGroup {
    /// Name.
    pub name: String,
    /// Its page.
    pub url: String,
    /// For `id` attributes.
    pub slug: String,
    /// Its kommuner.
    pub kommuner: Vec<KommuneLink>,
    /// It is fictional.
    pub example: bool,
}

/// The portal's first page, and the list of kommuner.
#[derive(Clone, Debug, Serialize)]
pub struct Choose {
    /// Name of the site.
    pub name: String,
    /// All fylker with their kommuner.
    pub fylker: Vec<FylkeGroup>,
    /// Fictional kommuner, shown apart.
    pub examples: Vec<KommuneLink>,
    /// National search.
    pub search_url: String,
    /// Other ways in.
    pub ways: Vec<CountLink>,
    /// The method.
    pub method_url: String,
}

/// The first page of the state, a region, a fylke or an organisation.
#[derive(Clone, Debug, Serialize)]
pub struct OwnerHome {
    /// Name.
    pub name: Text,
    /// What kind of body, or which level.
    pub kind: String,
    /// What it is.
    pub description: Option<Text>,
    /// How to reach it.
    pub contact: Vec<Link>,
    /// Kommuner of a fylke.
    pub kommuner: Vec<KommuneLink>,
    /// Names of its departments.
    pub owners: Vec<Link>,
    /// How many tilbud.
    pub count: String,
}
