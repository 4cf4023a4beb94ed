//! What every record is resolved against: the register, owners, vocabularies, duties, organisations
//! and maler.

use std::sync::Arc;

use super::klarsprak::{self, WordList};
use super::names::Names;
use super::owners::Owners;
use super::{Listing, catalogue, content, owners, portal};
use crate::diag::{Diagnostics, FileId};
use crate::model::{Organisasjon, Portal, Settings};
use crate::read::{Place, Sources};

/// The ground, and the files it was read from.
pub(super) struct Ground {
    pub(super) portal: Portal,
    pub(super) names: Names,
    pub(super) owners: Owners,
    pub(super) organisasjoner: Vec<Organisasjon>,
    pub(super) maler: Vec<content::MalSource>,
    /// Words of the language check.
    pub(super) words: WordList,
    settings: Settings,
    /// The files, and the revisions at which they were read.
    inputs: Vec<(FileId, u64)>,
    problems: Diagnostics,
}

/// The ground of `sources`: `kept` when it still holds. `None` when it cannot be understood.
pub(super) fn ground(
    sources: &Sources,
    listing: &Listing<'_>,
    settings: &Settings,
    kept: Option<&Arc<Ground>>,
    sink: &mut Diagnostics,
) -> Option<Arc<Ground>> {
    let inputs = inputs(sources);
    if let Some(kept) = kept.filter(|it| it.inputs == inputs && it.settings == *settings) {
        sink.append(&kept.problems);
        return Some(Arc::clone(kept));
    }
    let mut problems = Diagnostics::default();
    let read = read(sources, listing, &mut problems);
    sink.append(&problems);
    let (portal, names, owners, organisasjoner, maler, words) = read?;
    let settings = settings.clone();
    Some(Arc::new(Ground { portal, names, owners, organisasjoner, maler, words, settings, inputs, problems }))
}

impl Ground {
    /// Whether every record that was resolved against `other` would be resolved alike against this.
    pub(super) fn means_the_same(&self, other: &Ground) -> bool {
        self.settings == other.settings
            && self.names == other.names
            && self.maler == other.maler
            && self.words == other.words
    }
}

/// The files that the ground is read from. Of pages only the names matter.
fn inputs(sources: &Sources) -> Vec<(FileId, u64)> {
    let input = |(file, place): (FileId, &Place)| match place {
        Place::Tilbud(..) | Place::Dokument(..) | Place::Picture | Place::Unknown => None,
        Place::Side(_) | Place::Metode(_) => Some((file, 0)),
        _ => Some((file, sources.revision(file))),
    };
    sources.places().filter_map(input).collect()
}

type Read = (Portal, Names, Owners, Vec<Organisasjon>, Vec<content::MalSource>, WordList);

fn read(sources: &Sources, listing: &Listing<'_>, sink: &mut Diagnostics) -> Option<Read> {
    let portal = portal::portal(sources, sink);
    let vokabular = catalogue::vokabular(sources, sink);
    let (portal, vokabular) = (portal?, vokabular?);
    let lovkrav = catalogue::lovkrav(sources, &vokabular, sink);
    let ikke_lovpalagt = catalogue::ikke_lovpalagt(sources, &vokabular, sink);
    let mut names = Names::new(vokabular, lovkrav, ikke_lovpalagt, listing);
    let owners = owners::owners(sources, listing, &mut names, sink)?;
    names.register_records(listing, sink);
    let organisasjoner = owners::organisasjoner(sources, listing, &names, sink);
    names.take_organisations(&organisasjoner);
    let words = klarsprak::word_list(sources, sink);
    let maler = content::maler(sources, listing, &names, &words, sink);
    Some((portal, names, owners, organisasjoner, maler, words))
}
