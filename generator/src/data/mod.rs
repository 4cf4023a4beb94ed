//! Open data: the published tilbud of a place in the forms that spreadsheets and programs read.
//!
//! Every form is made from what [`record`] lets through, and from nothing else: no draft, no hidden
//! address, no internal note, no assessment and no resource gets further than that file.

mod atom;
mod dcat;
mod hsds;
mod json;
mod jsonld;
mod open_search;
mod record;
mod table;
mod uuid;
mod words;

use serde::{Serialize, Serializer};

use crate::model::{DataFile, Home, KommuneId, Lang, Mode, Scope, Site, Status, TilbudId};

pub use jsonld::json_ld;
pub use open_search::open_search;

/// The bytes of one file.
pub fn file(site: &Site, scope: Scope, file: DataFile) -> Vec<u8> {
    match file {
        DataFile::Csv => table::csv(site, scope),
        DataFile::Xlsx => table::xlsx(site, scope),
        DataFile::Json => record::json(site, scope),
        DataFile::Hsds => hsds::json(site, scope),
        DataFile::Atom => atom::feed(site, scope).into_bytes(),
        DataFile::Dcat => dcat::turtle(site, scope).into_bytes(),
    }
}

/// The places that publish data: the portal for what belongs to no kommune, and every kommune that takes part.
pub fn scopes(site: &Site) -> Vec<Scope> {
    let takes_part = |id: &KommuneId| site.kommune(*id).med;
    match site.settings.mode {
        Mode::Portal => {
            let kommuner = site.kommune_ids().filter(takes_part).map(Scope::Kommune);
            [Scope::Portal].into_iter().chain(kommuner).collect()
        }
        Mode::Standalone(id) => vec![Scope::Kommune(id)],
    }
}

/// What is exported for a place: what it shows and has published. The portal's files have nothing fictional,
/// and leave to each kommune what is its own: it is there once, and no file grows with the country.
fn exported(site: &Site, scope: Scope) -> Vec<TilbudId> {
    let mut ids = site.tilbud_in(scope);
    ids.retain(|id| {
        let tilbud = site.tilbud(*id);
        let is_common = || !matches!(tilbud.home, Home::Kommune(_)) && !site.is_example(site.scope_of(tilbud.home));
        tilbud.status == Status::Publisert && (scope != Scope::Portal || is_common())
    });
    ids
}

/// Records as a sequence, each made when it is written: all of them at once would fill the memory.
struct Each<F>(Vec<TilbudId>, F);

impl<T: Serialize, F: Fn(TilbudId) -> T> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|id| self.1(*id)))
    }
}

/// A file of JSON, which ends with a line break.
fn json_file(content: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(content).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The place's name in a file's title.
fn place(site: &Site, scope: Scope, lang: Lang) -> String {
    match scope {
        Scope::Kommune(id) => format!("{} kommune", site.kommune(id).navn),
        _ => site.portal.navn.best(lang).to_owned(),
    }
}
