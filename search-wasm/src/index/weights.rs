//! What a word counts, by where it stands and how it came to be there.

use crate::format::Kind;

/// The texts of the core that are searched.
pub(crate) const FIELDS: [(Kind, f32); 5] =
    [(Kind::Tittel, 10.0), (Kind::Sokeord, 7.0), (Kind::Sammendrag, 4.0), (Kind::Organisasjon, 1.6), (Kind::Sted, 2.0)];
/// How soon more of a word stops counting.
const SATURATION: f32 = 3.0;
/// The usual length of a body, in bytes.
const USUAL_BODY: f32 = 1200.0;

/// What a part of a compound counts: what it is, or what it is about.
pub(crate) const LAST_PART: f32 = 0.75;
pub(crate) const OTHER_PART: f32 = 0.7;
/// What a facet value counts for words that mean it: one word may mean much
/// else, several are sure; and for its own name.
pub(crate) const VALUE: [f32; 2] = [0.35, 0.65];
pub(crate) const NAME: f32 = 0.6;
/// What a synonym counts beside what was asked: several words are surer than one.
pub(crate) const SYNONYM: [f32; 2] = [0.6, 0.9];

/// What a record counts for its owner's group: near before far, and what is
/// made up after all else.
const NEAR: [f32; 8] = [1.0, 0.75, 0.88, 0.88, 0.72, 0.98, 0.92, 0.01];
/// The least that those count who answer day and night, wherever they are; but
/// nobody answers where it is made up.
const ALWAYS_OPEN: f32 = 0.82;

/// What a record counts for where it is.
pub(crate) fn near(eiergruppe: u8, is_always_open: bool) -> f32 {
    let near = NEAR[usize::from(eiergruppe & 7)];
    if is_always_open && near > 0.5 && near < ALWAYS_OPEN { ALWAYS_OPEN } else { near }
}

/// What a word in a body counts: the longer it is, the more of what it has is
/// chance.
pub(crate) fn weight_of_body(length: usize) -> f32 {
    let share = length as f32 / USUAL_BODY;
    1.0 / (0.5 + if share < 2.0 { share * 0.5 } else { 1.0 })
}

/// How much a record is about a word, 0 to 1, of what the word counts there.
pub(crate) fn saturated(sum: f32) -> f32 {
    sum / (SATURATION + sum)
}

/// The same texts of a record that is being written.
#[cfg(feature = "write")]
pub(crate) fn fields_of(it: &crate::format::Document) -> impl Iterator<Item = (&str, f32)> {
    let text = |kind| match kind {
        Kind::Tittel => core::slice::from_ref(&it.tittel),
        Kind::Sokeord => &it.sokeord,
        Kind::Sammendrag => core::slice::from_ref(&it.sammendrag),
        Kind::Organisasjon => core::slice::from_ref(&it.organisasjon),
        _ => &it.steder,
    };
    FIELDS.into_iter().flat_map(move |(kind, weight)| text(kind).iter().map(move |it| (it.as_str(), weight)))
}
