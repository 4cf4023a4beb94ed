//! `dekning`: where a tilbud is given, and whether that fits its owner.

use crate::diag::{Diagnostics, Span, Spanned, Text};
use crate::model::{Dekning, Home, KommuneId};
use crate::read::raw::Ref;

use super::names::Names;

/// The places that `raw` names.
pub(super) fn dekning(raw: &[Ref], names: &Names, sink: &mut Diagnostics) -> Dekning {
    let mut dekning = Dekning::default();
    for place in raw {
        one(place, names, &mut dekning, sink);
    }
    dekning.fylker.sort_unstable();
    dekning.fylker.dedup();
    dekning.kommuner.sort_unstable();
    dekning.kommuner.dedup();
    dekning.bydeler.sort_unstable();
    dekning.bydeler.dedup();
    dekning
}

fn one(place: &Ref, names: &Names, dekning: &mut Dekning, sink: &mut Diagnostics) {
    let part = |text: &str| Spanned { value: text.to_owned(), span: place.span };
    match place.value.split('/').collect::<Vec<_>>()[..] {
        ["landet"] => dekning.landet = true,
        ["fylke", slug] => dekning.fylker.extend(names.fylke(&part(slug), sink)),
        ["kommune", slug] => dekning.kommuner.extend(names.kommune(&part(slug), sink)),
        ["bydel", kommune, slug] => {
            let Some(kommune) = names.kommune(&part(kommune), sink) else { return };
            match names.bydel(kommune, slug) {
                Some(bydel) => dekning.bydeler.push((kommune, bydel)),
                // Which bydeler there are could not be read: the kommune stands for this one.
                None if names.bydeler[usize::from(kommune.0)].is_none() => dekning.kommuner.push(kommune),
                None => unknown_bydel(slug, kommune, place.span, names, sink),
            }
        }
        _ => unknown_place(place, sink),
    }
}

/// Reports that a kommune has no such bydel, if it can be known.
pub(super) fn unknown_bydel(slug: &str, kommune: KommuneId, span: Span, names: &Names, sink: &mut Diagnostics) {
    let Some(bydeler) = &names.bydeler[usize::from(kommune.0)] else { return };
    let known = || bydeler.iter().map(crate::model::Slug::as_str);
    let near = crate::diag::closest(slug, known()).map(str::to_owned);
    let text = Text::new(format!("kommunen har ingen bydel `{slug}`"), format!("the kommune has no bydel `{slug}`"));
    let problem = sink.error("ukjent-referanse", span, text);
    match near {
        Some(near) => problem.suggest(Some(&near)),
        None => {
            let list = known().collect::<Vec<_>>().join(", ");
            let list = if list.is_empty() { "ingen".to_owned() } else { list };
            problem.help(Text::new(format!("bydeler her: {list}"), format!("bydeler here: {list}")))
        }
    };
}

fn unknown_place(place: &Ref, sink: &mut Diagnostics) {
    let name = &place.value;
    sink.error(
        "ukjent-dekning",
        place.span,
        Text::new(format!("`{name}` er ikke et sted"), format!("`{name}` is not a place")),
    )
    .help(Text::new(
        "skriv landet, fylke/navn, kommune/navn eller bydel/kommune/navn",
        "write landet, fylke/name, kommune/name or bydel/kommune/name",
    ));
}

/// The area of the folder itself: what a record covers when it does not say.
pub(super) fn home_area(home: Home) -> Dekning {
    let mut dekning = Dekning::default();
    match home {
        Home::Stat | Home::Organisasjon(_) => dekning.landet = true,
        Home::Fylke(id) => dekning.fylker.push(id),
        Home::Kommune(id) => dekning.kommuner.push(id),
        Home::Region(_) => (),
    }
    dekning
}

/// Reports a dekning that the owner cannot have: a kommune's own service that covers the country or a
/// fylke, or that does not cover the kommune itself; a fylke's that covers the country or other fylker alone.
pub(super) fn check_owner(
    dekning: &Dekning,
    home: Home,
    public: bool,
    span: Span,
    names: &Names,
    sink: &mut Diagnostics,
) {
    if !public {
        return;
    }
    let problem = match home {
        Home::Kommune(id) if dekning.landet || !dekning.fylker.is_empty() => Some((
            Text::new(
                "et kommunalt tilbud kan ikke dekke et fylke eller hele landet",
                "a kommune's tilbud cannot cover a fylke or the country",
            ),
            Some(id),
        )),
        Home::Kommune(id) if !covers_kommune(dekning, id) => Some((
            Text::new(
                "et kommunalt tilbud må dekke kommunen selv",
                "a kommune's tilbud has to cover the kommune itself",
            ),
            Some(id),
        )),
        Home::Fylke(id) if dekning.landet || dekning.fylker.iter().any(|it| *it != id) => Some((
            Text::new(
                "et fylkeskommunalt tilbud kan ikke dekke andre fylker eller hele landet",
                "a fylke's tilbud cannot cover other fylker or the country",
            ),
            None,
        )),
        _ => None,
    };
    let Some((message, kommune)) = problem else { return };
    let problem = sink.error("dekning-mot-eier", span, message);
    if let Some(slug) = kommune.and_then(|id| names.kommuner.iter().find(|(_, it)| **it == id).map(|(slug, _)| slug)) {
        problem.help(Text::new(
            format!("skriv `dekning: [kommune/{slug}]`, eller sett `eier` til den som gir tilbudet"),
            format!("write `dekning: [kommune/{slug}]`, or set `eier` to the body that gives it"),
        ));
    }
}

fn covers_kommune(dekning: &Dekning, id: KommuneId) -> bool {
    dekning.kommuner.contains(&id) || dekning.bydeler.iter().any(|(it, _)| *it == id)
}
