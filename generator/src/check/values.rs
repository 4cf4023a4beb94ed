//! Small values: from what was written to what the model holds, with the checks that need no other record.

use jiff::civil::Date;

use crate::diag::{Diagnostics, Span, Spanned, Text};
use crate::model::{Alder, Body, Closure, Day, Hours, Kontakt, Kontroll, OpeningHours, Pris, Tilgjengelighet};
use crate::read::markdown::is_safe_external;
use crate::read::raw::{
    RawAlder, RawClosure, RawHours, RawKontakt, RawKontroll, RawOpeningHours, RawPris, RawTilgjengelighet,
};

/// The value without its place.
pub(super) fn value<T>(spanned: Option<Spanned<T>>) -> Option<T> {
    spanned.map(|it| it.value)
}

/// Ways to reach somebody; addresses that lead elsewhere than the web are refused.
pub(super) fn kontakt(raw: Option<Spanned<RawKontakt>>, sink: &mut Diagnostics) -> Kontakt {
    let Some(Spanned { value: raw, .. }) = raw else { return Kontakt::default() };
    if let Some(epost) = &raw.epost {
        check_epost(epost, sink);
    }
    for number in [&raw.telefon, &raw.sms].into_iter().flatten() {
        check_number(number, sink);
    }
    Kontakt {
        telefon: value(raw.telefon),
        telefon_navn: value(raw.telefon_navn),
        sms: value(raw.sms),
        epost: value(raw.epost),
        nettside: web(raw.nettside, sink),
        chat: web(raw.chat, sink),
        skjema: web(raw.skjema, sink),
        stilling: value(raw.stilling),
    }
}

/// An address on the web; reported when it is something else.
pub(super) fn web(written: Option<Spanned<Box<str>>>, sink: &mut Diagnostics) -> Option<Box<str>> {
    let written = written?;
    let url = &written.value;
    if is_safe_external(url) && url.starts_with("http") {
        return Some(written.value);
    }
    let problem = sink.error(
        "ugyldig-lenke",
        written.span,
        Text::new(format!("`{url}` er ikke en nettadresse"), format!("`{url}` is not a web address")),
    );
    if !url.contains(':') && url.contains('.') && !url.contains(' ') {
        problem.help(Text::new(format!("skriv `https://{url}`"), format!("write `https://{url}`")));
    } else {
        problem.help(Text::new("en nettadresse begynner med `https://`", "a web address begins with `https://`"));
    }
    None
}

fn check_epost(epost: &Spanned<Box<str>>, sink: &mut Diagnostics) {
    let text = &epost.value;
    let whole = text.split_once('@').is_some_and(|(name, host)| {
        let plain = |it: &str| !it.is_empty() && it.chars().all(|c| c.is_alphanumeric() || ".-_+".contains(c));
        plain(name) && plain(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    });
    if !whole {
        let message =
            Text::new(format!("`{text}` er ikke en e-postadresse"), format!("`{text}` is not an e-mail address"));
        sink.error("ugyldig-epost", epost.span, message).help(Text::new(
            "skriv hele adressen, for eksempel `post@kommunen.example`",
            "write the whole address, such as `post@kommunen.example`",
        ));
    }
}

fn check_number(number: &Spanned<Box<str>>, sink: &mut Diagnostics) {
    let text = &number.value;
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let allowed = text.chars().all(|it| it.is_ascii_digit() || " +()-\u{a0}".contains(it));
    if !allowed || !(3..=15).contains(&digits) {
        sink.error(
            "ugyldig-telefon",
            number.span,
            Text::new(format!("`{text}` er ikke et telefonnummer"), format!("`{text}` is not a telephone number")),
        )
        .help(Text::new(
            "skriv bare sifrene her; hvem som svarer, hører til i `telefon_navn`",
            "write only the digits here; who answers goes into `telefon_navn`",
        ));
        return;
    }
    // Norwegian numbers have eight digits; short ones three to six.
    let is_foreign = text.starts_with('+') || text.starts_with("00");
    if !is_foreign && !matches!(digits, 3..=6 | 8) {
        sink.warning(
            "ugyldig-telefon",
            number.span,
            Text::new(
                format!("`{text}` har {digits} siffer; norske telefonnumre har 8"),
                format!("`{text}` has {digits} digits; Norwegian telephone numbers have 8"),
            ),
        )
        .help(Text::new(
            "se etter om et siffer mangler eller er for mye; utenlandske numre begynner med `+`",
            "see whether a digit is missing or too many; foreign numbers begin with `+`",
        ));
    }
}

/// Ages; impossible ones are reported.
pub(super) fn alder(raw: Option<Spanned<RawAlder>>, sink: &mut Diagnostics) -> Alder {
    let Some(Spanned { value: raw, span }) = raw else { return Alder::default() };
    let alder = Alder { fra: value(raw.fra), til: value(raw.til) };
    let (fra, til) = alder.bounds();
    if fra > til {
        sink.error(
            "umulig-alder",
            span,
            Text::new(format!("fra {fra} til {til} år er ingen alder"), format!("from {fra} to {til} years is no age")),
        )
        .help(Text::new(
            format!("mente du `{{fra: {til}, til: {fra}}}`?"),
            format!("did you mean `{{fra: {til}, til: {fra}}}`?"),
        ));
    } else if til > Alder::MAX || fra > Alder::MAX {
        let text = Text::new(format!("ingen blir {} år", fra.max(til)), "nobody gets that old");
        sink.error("umulig-alder", span, text);
    }
    alder
}

/// Reports `til` before `fra`.
pub(super) fn check_order(fra: Option<Date>, til: Option<Date>, at: Span, sink: &mut Diagnostics) {
    if let (Some(fra), Some(til)) = (fra, til)
        && til < fra
    {
        sink.error("feil-rekkefolge", at, Text::new(format!("{til} er før {fra}"), format!("{til} is before {fra}")))
            .help(Text::new("bytt om på datoene, eller rett årstallet", "swap the dates, or mend the year"));
    }
}

/// Opening hours.
pub(super) fn opening_hours(raw: Option<Spanned<RawOpeningHours>>, sink: &mut Diagnostics) -> OpeningHours {
    match value(raw) {
        None => OpeningHours::Unknown,
        Some(RawOpeningHours::Always) => OpeningHours::Always,
        Some(RawOpeningHours::Lines(lines)) => {
            OpeningHours::Weekly(lines.into_iter().filter_map(|it| hours(it, sink)).collect())
        }
    }
}

fn hours(raw: Spanned<RawHours>, sink: &mut Diagnostics) -> Option<Hours> {
    let Spanned { value: raw, span } = raw;
    let mut dager: Vec<Day> = value(raw.dager)?.iter().flat_map(|it| it.0.iter().copied()).collect();
    dager.sort_unstable();
    dager.dedup();
    let (fra, til) = (value(raw.fra)?, value(raw.til)?);
    if fra == til {
        sink.error(
            "umulig-tid",
            span,
            Text::new(format!("det åpner og stenger {fra}"), format!("it opens and closes at {fra}")),
        )
        .help(Text::new(
            "skriv `åpningstider: døgnåpent` hvis det aldri stenger",
            "write `åpningstider: døgnåpent` if it never closes",
        ));
        return None;
    }
    let (gyldig_fra, gyldig_til) = (value(raw.gyldig_fra), value(raw.gyldig_til));
    check_order(gyldig_fra, gyldig_til, span, sink);
    Some(Hours {
        dager,
        fra,
        til,
        merknad: value(raw.merknad),
        gyldig_fra,
        gyldig_til,
        helligdager: value(raw.helligdager).map(|it| it.0),
    })
}

/// Closed periods.
pub(super) fn closures(raw: Option<Spanned<Vec<Spanned<RawClosure>>>>, sink: &mut Diagnostics) -> Vec<Closure> {
    let closure = |it: Spanned<RawClosure>, sink: &mut Diagnostics| {
        let (fra, til) = (value(it.value.fra)?, value(it.value.til)?);
        check_order(Some(fra), Some(til), it.span, sink);
        Some(Closure { fra, til, grunn: value(it.value.grunn) })
    };
    value(raw).unwrap_or_default().into_iter().filter_map(|it| closure(it, sink)).collect()
}

/// What it costs.
pub(super) fn pris(raw: Option<Spanned<RawPris>>, sink: &mut Diagnostics) -> Option<Pris> {
    let Spanned { value: raw, span } = raw?;
    let pris = Pris {
        gratis: value(raw.gratis).unwrap_or(false),
        belop: value(raw.belop),
        enhet: value(raw.enhet),
        merknad: value(raw.merknad),
    };
    if pris.belop.is_some_and(|it| it < 0.0 || (pris.gratis && it > 0.0)) {
        let text = Text::new(
            "prisen er under null, eller både gratis og et beløp",
            "the price is negative, or both free and an amount",
        );
        sink.error("umulig-pris", span, text);
    }
    Some(pris)
}

/// Who gets in.
pub(super) fn tilgjengelighet(raw: Option<Spanned<RawTilgjengelighet>>) -> Option<Tilgjengelighet> {
    let raw = value(raw)?;
    Some(Tilgjengelighet {
        rullestol: value(raw.rullestol),
        teleslynge: value(raw.teleslynge),
        hc_toalett: value(raw.hc_toalett),
        hc_parkering: value(raw.hc_parkering),
        merknad: value(raw.merknad),
    })
}

/// When and by whom; a day after `today` is reported.
pub(super) fn kontroll(raw: Option<Spanned<RawKontroll>>, today: Date, sink: &mut Diagnostics) -> Option<Kontroll> {
    let Spanned { value: raw, .. } = raw?;
    let dato = raw.dato?;
    if dato.value > today {
        let written = dato.value;
        sink.error(
            "dato-i-framtiden",
            dato.span,
            Text::new(format!("{written} har ikke vært ennå"), format!("{written} has not been yet")),
        )
        .help(Text::new(format!("i dag er {today}"), format!("today is {today}")));
    }
    Some(Kontroll { dato: dato.value, av: value(raw.av)? })
}

/// The texts of a mal in the languages that the record itself lacks.
pub(super) fn inherit_body(own: &mut Vec<Body>, base: &[Body]) {
    if own.is_empty() {
        own.extend_from_slice(base);
    }
}
