//! A kommune by whatever name or number it is asked for.

use crate::diag::closest;
use crate::model::{Kommune, KommuneId, Site, Slug};

/// What a name led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// This one.
    One(KommuneId),
    /// Several have that name.
    Several(Vec<KommuneId>),
    /// None has it; the nearest names, best first.
    None(Vec<KommuneId>),
}

/// Finds a kommune by number, address, Norwegian, Sámi or Kven name; case, accents, hyphens and slashes around it
/// don't matter.
pub fn find_kommune(site: &Site, wanted: &str) -> Found {
    let wanted = wanted.trim().trim_matches('/');
    let (number, slug) = (format!("{wanted:0>4}"), wanted.to_lowercase());
    let folded = fold(wanted);
    let mut found: Vec<KommuneId> = Vec::new();
    for id in site.kommune_ids() {
        let it = site.kommune(id);
        if *it.nummer == *number || it.slug.as_str() == slug {
            return Found::One(id);
        }
        if names(it).any(|name| fold(name) == folded) {
            found.push(id);
        }
    }
    match found[..] {
        [one] => Found::One(one),
        [] => Found::None(nearest(site, &folded)),
        _ => Found::Several(found),
    }
}

/// Every name it has.
fn names(it: &Kommune) -> impl Iterator<Item = &str> {
    let others = it.andre_navn.iter().map(|(_, name)| &**name);
    [&*it.navn, &*it.offisielt_navn].into_iter().chain(others)
}

/// A name without what people leave out: case, accents, spaces and hyphens, «kommune» at the end.
fn fold(name: &str) -> String {
    let slug = Slug::suggest(name).map(|it| it.to_string()).unwrap_or_default();
    let bare = slug.strip_suffix("-kommune").or_else(|| slug.strip_suffix("-kommun")).unwrap_or(&slug);
    bare.replace('-', "")
}

fn nearest(site: &Site, folded: &str) -> Vec<KommuneId> {
    let all: Vec<(String, KommuneId)> = site
        .kommune_ids()
        .flat_map(|id| names(site.kommune(id)).map(move |name| (fold(name), id)).collect::<Vec<_>>())
        .collect();
    let near = closest(folded, all.iter().map(|(name, _)| name.as_str()));
    let begins = |name: &str| folded.len() >= 3 && (name.starts_with(folded) || folded.starts_with(name));
    let mut list: Vec<KommuneId> = Vec::new();
    let best = all.iter().filter(|(name, _)| Some(name.as_str()) == near);
    for (_, id) in best.chain(all.iter().filter(|(name, _)| begins(name))) {
        if !list.contains(id) {
            list.push(*id);
        }
    }
    list.truncate(5);
    list
}
