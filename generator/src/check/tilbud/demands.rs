//! What a record must have, may not have, and has still to get.

use jiff::civil::Date;

use crate::check::values::check_order;
use crate::diag::{Diagnostics, Span, Spanned, Text};
use crate::model::{Lang, Mal, Status, mal_field};
use crate::read::field::missing_text;
use crate::read::raw::{MAL_ONLY, RawKontakt, RawTilbud};

/// Reports dates that contradict each other, and a published tilbud whose last day is past.
pub(super) fn check_dates(raw: &RawTilbud, span: Span, today: Date, sink: &mut Diagnostics) {
    let day = |it: &Option<Spanned<Date>>| it.as_ref().map(|it| it.value);
    let at = |it: &Option<Spanned<Date>>| it.as_ref().map_or(span, |it| it.span);
    check_order(day(&raw.gyldig_fra), day(&raw.gyldig_til), at(&raw.gyldig_til), sink);
    let last = raw.kontrollert.as_ref().and_then(|it| day(&it.value.dato));
    check_order(last, day(&raw.neste_kontroll), at(&raw.neste_kontroll), sink);
    let published = raw.status.as_ref().is_some_and(|it| it.value == Status::Publisert);
    if let Some(end) = raw.gyldig_til.as_ref().filter(|it| published && it.value < today) {
        let text = Text::new(
            "tilbudet gjaldt til denne dagen, og vises ikke lenger",
            "the tilbud was valid until this day and is no longer shown",
        );
        sink.warning("utlopt", end.span, text).help(Text::new(
            "sett en ny dato, fjern linjen hvis tilbudet fortsetter, eller skriv `status: arkivert`",
            "set a new date, remove the line if the tilbud goes on, or write `status: arkivert`",
        ));
    }
}

/// Keys that only maler have.
pub(super) fn refuse_mal_keys(raw: &RawTilbud, sink: &mut Diagnostics) {
    let spans = [
        raw.versjon.as_ref().map(|it| it.span),
        raw.endringer.as_ref().map(|it| it.span),
        raw.dekker.as_ref().map(|it| it.span),
        raw.ansvar.as_ref().map(|it| it.span),
        raw.etat.as_ref().map(|it| it.span),
        raw.ma_fylles_inn.as_ref().map(|it| it.span),
    ];
    for (key, span) in MAL_ONLY.into_iter().zip(spans) {
        let Some(span) = span else { continue };
        sink.error(
            "bare-i-mal",
            span,
            Text::new(format!("`{key}` hører bare hjemme i maler"), format!("only maler have `{key}`")),
        )
        .help(Text::new("fjern linjen", "remove the line"));
    }
}

/// Reports the fields that a record of this status cannot lack.
pub(super) fn check_required(raw: &RawTilbud, at: Span, sink: &mut Diagnostics) {
    let Some(status) = &raw.status else {
        if !raw.unread.contains(&"status") {
            missing("status", at, "status: utkast", sink);
        }
        return;
    };
    if matches!(status.value, Status::Utkast | Status::Arkivert) {
        return;
    }
    let fields = [
        ("sammendrag", raw.sammendrag.is_none()),
        ("pyramidenivå", raw.pyramideniva.is_none()),
        ("tema", raw.tema.as_ref().is_none_or(|it| it.value.is_empty())),
        ("tilbudstype", raw.tilbudstype.as_ref().is_none_or(|it| it.value.is_empty())),
        ("målgrupper", raw.malgrupper.as_ref().is_none_or(|it| it.value.is_empty())),
        ("inngang", raw.inngang.as_ref().is_none_or(|it| it.value.is_empty())),
    ];
    for (key, _) in fields.into_iter().filter(|(key, missing)| *missing && !raw.unread.contains(key)) {
        missing(key, at, &format!("{key}: …"), sink);
    }
    if status.value == Status::Publisert {
        check_publishable(raw, status.span, sink);
    }
}

fn missing(key: &str, at: Span, example: &str, sink: &mut Diagnostics) {
    sink.error("mangler-felt", at, missing_text(key))
        .help(Text::new(format!("legg til en linje `{example}`"), format!("add a line `{example}`")));
}

/// A published record has been controlled by a position, and can be reached.
fn check_publishable(raw: &RawTilbud, at: Span, sink: &mut Diagnostics) {
    if raw.kontrollert.is_none() && !raw.unread.contains(&"kontrollert") {
        sink.error(
            "publisert-uten-kvalitetssikring",
            at,
            Text::new(
                "tilbudet er publisert uten å være kvalitetssikret",
                "the tilbud is published without quality control",
            ),
        )
        .help(Text::new(
            "legg til `kontrollert: {dato: …, av: stilling}`, eller sett `status: til-kvalitetssikring`",
            "add `kontrollert: {dato: …, av: position}`, or set `status: til-kvalitetssikring`",
        ));
    }
    let unread = raw.unread.iter().any(|it| ["kontakt", "steder", "inngang"].contains(it));
    let reachable =
        unread || raw.kontakt.as_ref().is_some_and(|it| !contact_is_empty(&it.value)) || raw.steder.is_some();
    let given_to_all = raw.inngang.as_ref().is_some_and(|it| it.value.iter().any(|it| it.value == "alle"));
    if !reachable && !given_to_all {
        sink.error(
            "ingen-vei-inn",
            at,
            Text::new(
                "tilbudet er publisert, men ingen kan se hvordan en får tak i det",
                "the tilbud is published, but nobody can see how to reach it",
            ),
        )
        .help(Text::new("legg til `kontakt` eller `steder`", "add `kontakt` or `steder`"));
    }
}

fn contact_is_empty(raw: &RawKontakt) -> bool {
    [&raw.telefon, &raw.sms, &raw.epost, &raw.nettside, &raw.chat, &raw.skjema].into_iter().all(Option::is_none)
}

/// Fields that the mal asks each owner to fill in and that `has` does not have yet.
pub(in crate::check) fn notice_to_fill_in(mal: &Mal, has: impl Fn(&str) -> bool, at: Span, sink: &mut Diagnostics) {
    for it in &mal.ma_fylles_inn {
        let key = it.best(Lang::Nb);
        let Some(what) = mal_field(key).filter(|_| !has(key)) else { continue };
        let text = Text::new(format!("her må det fylles inn: `{key}` ({what})"), format!("to be filled in: `{key}`"));
        sink.notice("ma-fylles-inn", at, text);
    }
}

/// What has to be confirmed: expected in drafts, a warning in what is published.
pub(super) fn notice_to_check(raw: &RawTilbud, span: Span, sink: &mut Diagnostics) {
    let published = raw.status.as_ref().is_some_and(|it| it.value == Status::Publisert);
    let at = raw.ma_sjekkes.as_ref().map_or(span, |it| it.span);
    for what in raw.ma_sjekkes.iter().flat_map(|it| &it.value) {
        if published {
            let text = Text::new(
                format!("tilbudet er publisert, men dette er ikke bekreftet: {what}"),
                format!("the tilbud is published, but this is not confirmed: {what}"),
            );
            sink.warning("ikke-bekreftet", at, text);
        } else {
            sink.notice("ma-sjekkes", at, Text::new(format!("må sjekkes: {what}"), format!("to check: {what}")));
        }
    }
}
