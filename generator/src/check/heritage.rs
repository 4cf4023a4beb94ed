//! What a record has to do about the mal it builds on.

use crate::diag::{Diagnostics, Span, Text};
use crate::model::Tilbud;

use super::content::MalSource;

/// Tells editors what changed in a mal since their record was built on it, and what still stands as «fyll inn».
pub(super) fn check_heritage(tilbud: &Tilbud, maler: &[MalSource], sink: &mut Diagnostics) {
    for body in &tilbud.body {
        check_fill_in(body, tilbud, sink);
    }
    let Some((id, Some(version))) = tilbud.basert_pa else { return };
    let Some(mal) = maler.get(id as usize).map(|it| &it.mal) else { return };
    for change in mal.endringer.iter().filter(|it| it.versjon > version) {
        let what = change.tekst.best(tilbud.lang);
        let name = &mal.slug;
        let text = Text::new(
            format!("malen `{name}` er endret {}: {what}", change.dato),
            format!("mal `{name}` changed on {}: {what}", change.dato),
        );
        let newest = mal.versjon;
        sink.notice("mal-endret", tilbud.span, text).help(Text::new(
            format!("se over tilbudet, og skriv `versjon: {newest}` i `basert_på`"),
            format!("look the tilbud over, and write `versjon: {newest}` in `basert_på`"),
        ));
    }
}

/// Reports «fyll inn: …» that was left in a text: expected in drafts, an error in what is published.
fn check_fill_in(body: &crate::model::Body, tilbud: &Tilbud, sink: &mut Diagnostics) {
    let own = body.span.file == tilbud.span.file;
    let mut from = 0;
    while let Some(at) = body.markdown[from..].find("«fyll inn") {
        let start = from + at;
        let end = body.markdown[start..].find('»').map_or(body.markdown.len(), |it| start + it + '»'.len_utf8());
        let what = &body.markdown[start..end];
        let offset = body.span.start as usize;
        let span = if own { Span::new(body.span.file, offset + start..offset + end) } else { tilbud.span };
        let text = Text::new(format!("her må det fylles inn: {what}"), format!("to be filled in: {what}"));
        if tilbud.status == crate::model::Status::Publisert {
            sink.error("ikke-fylt-inn", span, text);
        } else {
            sink.notice("ma-fylles-inn", span, text);
        }
        from = end;
    }
}
