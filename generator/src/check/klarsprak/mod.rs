//! Plain language, which the law asks of public bodies (språklova § 9): long sentences, heavy words,
//! passives, and two written standards in one text. Warnings, never errors; a record turns them off
//! with `klarspråk: av`.
//!
//! Only what stands in the record's own file is checked: what a mal says is the mal's matter.

mod list;
mod prose;

use std::ops::Range;

use crate::diag::{Diagnostics, Span, Spanned, Text};
use crate::model::{Body, Lang, Status, Tekst};
use crate::read::Sources;
use crate::read::raw::RawTilbud;
use list::Standard;
pub(super) use list::{WordList, word_list};
use prose::Prose;

/// Longest sentence, in words. Språkrådet's advice is 15–20 on average; single ones may be longer.
const SENTENCE: usize = 30;
/// Highest LIX of a text for everybody: above 45 it is no longer easy for most.
const LIX: usize = 45;
/// Fewest words for which LIX says anything.
const ENOUGH: usize = 40;
/// Passives that are too many, and how many words there may be for each.
const PASSIVES: (usize, usize) = (3, 40);
/// Different words of the other written standard that are no accident.
const FOREIGN: usize = 2;

/// Checks what a tilbud or mal says itself.
pub(super) fn check(raw: &RawTilbud, body: &[Body], list: &WordList, sources: &Sources, sink: &mut Diagnostics) {
    if raw.klarsprak.as_ref().is_some_and(|it| !it.value.0) {
        return;
    }
    if raw.sammendrag.is_none()
        && raw.basert_pa.is_none()
        && raw.status.as_ref().is_none_or(|it| it.value == Status::Utkast)
    {
        let at = raw.tittel.as_ref().map(|it| it.span);
        let text = Text::new("sammendraget mangler", "there is no summary");
        if let Some(at) = at {
            sink.notice("mangler-sammendrag", at, text).help(Text::new(
                "skriv i én setning hva du får: `sammendrag: …`",
                "write in a sentence what you get: `sammendrag: …`",
            ));
        }
    }
    for text in body {
        if let Some(standard) = list.standard(text.lang) {
            check_body(text, standard, sink);
        }
    }
    for field in [&raw.sammendrag, &raw.slik_far_du_det, &raw.beskjed].into_iter().flatten() {
        check_field(field, list, sources, sink);
    }
}

/// The prose of a field or text, and where the bytes of it stand in the file.
struct Checked<'a> {
    prose: Prose<'a>,
    lang: Lang,
    standard: &'a Standard,
    place: &'a dyn Fn(Range<usize>) -> Span,
}

fn check_body(body: &Body, standard: &Standard, sink: &mut Diagnostics) {
    let start = body.span.start as usize;
    let place = |it: Range<usize>| Span::new(body.span.file, start + it.start..start + it.end);
    let it = Checked { prose: Prose::new(&body.markdown), lang: body.lang, standard, place: &place };
    heavy_words(&it, sink);
    long_sentences(&it, sink);
    passives(&it, sink);
    mixed(&it, sink);
    let lix = it.prose.lix();
    if it.prose.words.len() >= ENOUGH && lix > LIX {
        let first = it.prose.sentences.first().map_or(0..1, |first| it.prose.range(first));
        let text = Text::new(
            format!("teksten er tung å lese (LIX {lix}, helst under {LIX})"),
            format!("the text is hard to read (LIX {lix}, preferably below {LIX})"),
        );
        sink.warning("tung-tekst", place(first), text).help(Text::new(
            "del lange setninger, og bytt ut lange ord",
            "split long sentences, and replace long words",
        ));
    }
}

fn check_field(field: &Spanned<Tekst>, list: &WordList, sources: &Sources, sink: &mut Diagnostics) {
    let span = field.span;
    let written =
        crate::diag::Files::text(sources, span.file).get(span.start as usize..span.end as usize).unwrap_or("");
    for (lang, text) in field.value.entries() {
        let Some(standard) = list.standard(lang) else { continue };
        // Quotes and escapes move the bytes: the words are looked for where the field was written.
        let place = |it: Range<usize>| {
            let found = written.find(&text[it.clone()]).map(|at| span.start as usize + at);
            found.map_or(span, |at| Span::new(span.file, at..at + it.len()))
        };
        let it = Checked { prose: Prose::new(text), lang, standard, place: &place };
        heavy_words(&it, sink);
        long_sentences(&it, sink);
        mixed(&it, sink);
    }
}

fn heavy_words(it: &Checked<'_>, sink: &mut Diagnostics) {
    let lower: Vec<String> = (0..it.prose.words.len()).map(|at| it.prose.word(at).to_lowercase()).collect();
    for (at, word) in lower.iter().enumerate() {
        let Some(phrases) = it.standard.heavy.get(word.as_str()) else { continue };
        let fits = |words: &[Box<str>]| {
            lower.get(at..at + words.len()).is_some_and(|found| found.iter().zip(words).all(|(a, b)| **a == **b))
        };
        let Some((words, plain)) = phrases.iter().filter(|(it, _)| fits(it)).max_by_key(|(it, _)| it.len()) else {
            continue;
        };
        let range = it.prose.range(&(at..at + words.len()));
        let heavy = words.join(" ");
        let text = Text::new(format!("«{heavy}» er tungt å lese"), format!("“{heavy}” is heavy to read"));
        sink.warning("tungt-ord", (it.place)(range), text)
            .help(Text::new(format!("skriv heller «{plain}»"), format!("write “{plain}”")));
    }
}

fn long_sentences(it: &Checked<'_>, sink: &mut Diagnostics) {
    for sentence in it.prose.sentences.iter().filter(|it| it.len() > SENTENCE) {
        let n = sentence.len();
        let text = Text::new(format!("setningen har {n} ord"), format!("the sentence has {n} words"));
        sink.warning("lang-setning", (it.place)(it.prose.range(sentence)), text).help(Text::new(
            format!("del den; {SENTENCE} ord er mye å holde fast i"),
            format!("split it; {SENTENCE} words are much to keep in mind"),
        ));
    }
}

fn passives(it: &Checked<'_>, sink: &mut Diagnostics) {
    let is_passive = |at: &usize| it.standard.passive.contains(it.prose.word(*at).to_lowercase().as_str());
    let found: Vec<usize> = (0..it.prose.words.len()).filter(is_passive).collect();
    let (most, words_each) = PASSIVES;
    if found.len() < most || found.len() * words_each < it.prose.words.len() {
        return;
    }
    let mut names: Vec<String> = found.iter().map(|at| it.prose.word(*at).to_lowercase()).collect();
    names.dedup();
    let names = names.join(", ");
    let n = found.len();
    let text =
        Text::new(format!("teksten har {n} passive verb: {names}"), format!("the text has {n} passives: {names}"));
    let first = it.prose.range(&(found[0]..found[0] + 1));
    sink.warning("mye-passiv", (it.place)(first), text)
        .help(Text::new("skriv hvem som gjør det: «du søker», «vi gir»", "write who does it: “you apply”, “we give”"));
}

fn mixed(it: &Checked<'_>, sink: &mut Diagnostics) {
    let mut found: Vec<(usize, String)> = Vec::new();
    for at in 0..it.prose.words.len() {
        let word = it.prose.word(at).to_lowercase();
        if it.standard.foreign.contains(word.as_str()) && !found.iter().any(|(_, it)| *it == word) {
            found.push((at, word));
        }
    }
    if found.len() < FOREIGN {
        return;
    }
    let (own, other) = if it.lang == Lang::Nn { ("nynorsk", "bokmål") } else { ("bokmål", "nynorsk") };
    let words: Vec<&str> = found.iter().map(|(_, it)| it.as_str()).take(5).collect();
    let words = words.join(", ");
    let text = Text::new(
        format!("teksten er på {own}, men har ord på {other}: {words}"),
        format!("the text is in {own}, but has words in {other}: {words}"),
    );
    let first = it.prose.range(&(found[0].0..found[0].0 + 1));
    sink.warning("blandet-malform", (it.place)(first), text).help(Text::new(
        format!("rett ordene, eller sett teksten på {other} etter en linje `<!-- språk: … -->`"),
        format!("mend the words, or put the text in {other} after a line `<!-- språk: … -->`"),
    ));
}
