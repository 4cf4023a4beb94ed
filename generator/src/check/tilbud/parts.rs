//! The parts of a tilbud that need to know the names of others, or have rules of their own.

use std::collections::BTreeMap;

use crate::check::coverage;
use crate::check::names::Names;
use crate::check::values::{value, web};
use crate::diag::{Diagnostics, Span, Spanned, Text};
use crate::model::{
    Coordinates, Evaluering, GodPraksis, Home, Liste, Medvirkning, OrganisasjonId, OrganisasjonType, Ressurser, Sted,
    TermId, Verdict,
};
use crate::read::field::Entries;
use crate::read::raw::{RawCoordinates, RawDegree, RawRessurser, RawSted, Ref};

pub(super) fn is_sensitive(names: &Names, tema: &[TermId], risikogrupper: &[TermId]) -> bool {
    let any = |list: Liste, ids: &[TermId]| ids.iter().any(|it| names.vokabular.term(list, *it).sensitiv);
    any(Liste::Tema, tema) || any(Liste::Risikogrupper, risikogrupper)
}

/// Days between controls (DOMAIN, «Freshness»): 90 for emergencies and telephones, 365 for associations, else 180.
pub(super) fn interval(
    own: Option<u16>,
    names: &Names,
    tema: &[TermId],
    tilbudstype: &[TermId],
    eier: Option<OrganisasjonId>,
) -> u16 {
    let has = |list: Liste, ids: &[TermId], slug: &str| {
        ids.iter().any(|it| names.vokabular.term(list, *it).slug.as_str() == slug)
    };
    if let Some(own) = own.filter(|it| *it > 0) {
        own
    } else if has(Liste::Tema, tema, "akutt") || has(Liste::Tilbudstype, tilbudstype, "telefon-chat") {
        90
    } else if eier.is_some_and(|it| names.kind(it) == OrganisasjonType::Frivillig) {
        365
    } else {
        180
    }
}

pub(super) fn sted(raw: Spanned<RawSted>, home: Home, names: &Names, sink: &mut Diagnostics) -> Sted {
    let raw = raw.value;
    let hidden = value(raw.adresse_skjult).unwrap_or(false);
    if hidden {
        refuse_address(&raw.adresse, &raw.postnummer, raw.koordinater.as_ref().map(|it| it.span), sink);
    }
    let kommune = raw.kommune.and_then(|it| names.kommune(&it.value, sink));
    let owner = match home {
        Home::Kommune(id) => Some(id),
        _ => None,
    };
    let bydel = raw.bydel.and_then(|it| {
        let Some(kommune) = kommune.or(owner) else {
            let text = Text::new("en bydel trenger en kommune", "a bydel needs a kommune");
            sink.error("ukjent-referanse", it.span, text)
                .help(Text::new("legg til `kommune:` på stedet", "add `kommune:` to the place"));
            return None;
        };
        let found = names.bydel(kommune, &it.value.value);
        if found.is_none() {
            coverage::unknown_bydel(&it.value.value, kommune, it.span, names, sink);
        }
        found.map(|at| (kommune, at))
    });
    let koordinater = raw.koordinater.and_then(|it| coordinates(it, sink));
    if hidden {
        return Sted {
            navn: value(raw.navn),
            bydel,
            kommune,
            adresse_skjult: true,
            merknad: value(raw.merknad),
            ..Sted::default()
        };
    }
    if let Some(code) =
        raw.postnummer.as_ref().filter(|it| it.value.len() != 4 || !it.value.bytes().all(|b| b.is_ascii_digit()))
    {
        let text = Text::new(
            format!("`{}` er ikke et postnummer", code.value),
            format!("`{}` is not a postal code", code.value),
        );
        sink.error("ugyldig-postnummer", code.span, text).help(Text::new(
            "skriv fire siffer i anførselstegn, for eksempel \"0150\"",
            "write four digits in quotes, such as \"0150\"",
        ));
    }
    Sted {
        navn: value(raw.navn),
        adresse: value(raw.adresse),
        postnummer: value(raw.postnummer),
        poststed: value(raw.poststed),
        bydel,
        kommune,
        koordinater,
        adresse_skjult: false,
        merknad: value(raw.merknad),
    }
}

/// A hidden address beside what would reveal it.
fn refuse_address(
    adresse: &Option<Spanned<Box<str>>>,
    postnummer: &Option<Spanned<Box<str>>>,
    koordinater: Option<Span>,
    sink: &mut Diagnostics,
) {
    let spans = [adresse.as_ref().map(|it| it.span), postnummer.as_ref().map(|it| it.span), koordinater];
    for span in spans.into_iter().flatten() {
        sink.error(
            "skjult-adresse",
            span,
            Text::new(
                "adressen er skjult, men står her likevel",
                "the address is hidden, but stands here all the same",
            ),
        )
        .help(Text::new(
            "fjern adresse, postnummer og koordinater, eller `adresse_skjult`",
            "remove the address, postal code and coordinates, or `adresse_skjult`",
        ));
    }
}

fn coordinates(raw: Spanned<RawCoordinates>, sink: &mut Diagnostics) -> Option<Coordinates> {
    let (lat, lon) = (value(raw.value.lat)?, value(raw.value.lon)?);
    let in_norway = (57.0..=81.5).contains(&lat) && (-10.0..=35.0).contains(&lon);
    if !in_norway {
        let text = Text::new(format!("{lat}, {lon} er ikke i Norge"), format!("{lat}, {lon} is not in Norway"));
        let problem = sink.error("ugyldig-koordinat", raw.span, text);
        if (57.0..=81.5).contains(&lon) {
            problem.help(Text::new("bytt om på lat (nord) og lon (øst)", "swap lat (north) and lon (east)"));
        }
        return None;
    }
    Some(Coordinates { lat, lon })
}

/// A language a tilbud is given in: a code of BCP 47, or sign language.
pub(super) fn language_code(code: &Ref, sink: &mut Diagnostics) -> Option<Box<str>> {
    let text = code.value.as_str();
    let fine = text == "tegnspråk" || ((2..=3).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_lowercase()));
    if !fine {
        let known = [
            ("norsk", "nb"),
            ("bokmål", "nb"),
            ("nynorsk", "nn"),
            ("engelsk", "en"),
            ("samisk", "se"),
            ("arabisk", "ar"),
            ("ukrainsk", "uk"),
            ("somali", "so"),
            ("polsk", "pl"),
            ("tigrinja", "ti"),
        ];
        let near = known.into_iter().find(|(name, _)| *name == text.to_lowercase()).map(|(_, code)| code);
        sink.error(
            "ukjent-sprak",
            code.span,
            Text::new(format!("ukjent språkkode `{text}`"), format!("unknown language code `{text}`")),
        )
        .help(Text::new(
            "bruk koder som nb, nn, se, en, ar, uk, eller tegnspråk",
            "use codes such as nb, nn, se, en, ar, uk, or tegnspråk",
        ))
        .suggest(near);
    }
    fine.then(|| text.into())
}

pub(super) fn medvirkning(raw: RawDegree, names: &Names, sink: &mut Diagnostics) -> Option<Medvirkning> {
    let grad = names.term(Liste::Brukermedvirkning, &raw.grad?.value, sink)?;
    Some(Medvirkning { grad, beskrivelse: value(raw.beskrivelse) })
}

pub(super) fn evaluering(raw: RawDegree, names: &Names, sink: &mut Diagnostics) -> Option<Evaluering> {
    let grad = names.term(Liste::Evaluering, &raw.grad?.value, sink)?;
    Some(Evaluering { grad, ar: value(raw.ar), lenke: web(raw.lenke, sink), beskrivelse: value(raw.beskrivelse) })
}

pub(super) fn god_praksis(raw: RawDegree, names: &Names, sink: &mut Diagnostics) -> Option<GodPraksis> {
    let grad = names.term(Liste::GodPraksis, &raw.grad?.value, sink)?;
    Some(GodPraksis { grad, lenke: web(raw.lenke, sink), beskrivelse: value(raw.beskrivelse) })
}

pub(super) fn vurdering(
    raw: Option<Spanned<Entries<Verdict>>>,
    names: &Names,
    sink: &mut Diagnostics,
) -> BTreeMap<TermId, Verdict> {
    let entries = value(raw).map(|it| it.0).unwrap_or_default();
    entries
        .into_iter()
        .filter_map(|(criterion, verdict)| Some((names.term(Liste::Vurderingskriterier, &criterion, sink)?, verdict)))
        .collect()
}

pub(super) fn ressurser(raw: RawRessurser) -> Ressurser {
    Ressurser {
        arsverk: value(raw.arsverk),
        lokaler: value(raw.lokaler).unwrap_or_default(),
        midler: value(raw.midler),
        finansiering: value(raw.finansiering),
        ar: value(raw.ar),
    }
}

/// An address the page had before: from the root, no dots, no query. `owner` is where the owner's pages are, such as
/// `fjordvik`.
pub(super) fn old_address(written: &Ref, owner: &str, sink: &mut Diagnostics) -> Option<Box<str>> {
    let text = written.value.as_str();
    let plain = |it: char| it.is_ascii_alphanumeric() || "-_/.%".contains(it) || it.is_alphabetic();
    let fine = text.starts_with('/') && !text.starts_with("//") && !text.contains("..") && text.chars().all(plain);
    if !fine {
        let example = right_address(text, owner).unwrap_or_else(|| "/fjordvik/tilbud/hfu/".to_owned());
        sink.error(
            "ugyldig-adresse",
            written.span,
            Text::new(
                format!("`{text}` er ikke en adresse på dette nettstedet"),
                format!("`{text}` is not an address of this site"),
            ),
        )
        .help(Text::new(
            format!("skriv den fra roten, for eksempel `{example}`"),
            format!("write it from the root, such as `{example}`"),
        ));
    }
    fine.then(|| text.into())
}

/// What was probably meant: the page of a tilbud by its name alone, or what follows the host in a whole address.
fn right_address(text: &str, owner: &str) -> Option<String> {
    let is_plain = |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_alphanumeric() || "-_/".contains(it));
    let (path, is_name) = match text.split_once("://") {
        Some((_, rest)) => (rest.split_once('/')?.1, false),
        None => (text, !text.contains('/')),
    };
    let path = path.trim_matches('/');
    if !is_plain(path) || path.contains("//") {
        return None;
    }
    Some(if is_name { format!("/{owner}/tilbud/{path}/") } else { format!("/{path}/") })
}
