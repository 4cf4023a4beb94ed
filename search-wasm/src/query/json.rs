//! Answers as JSON, as `engine.d.ts` describes it. Written by hand: a
//! serialiser would weigh more than the rest of the module.

use super::excerpt::{excerpt, places, tokens};
use super::filter::facet_number;
use super::hours::is_open;
use super::rank::{Answer, Match, is_current, staleness};
use super::request::Request;
use super::understand::Wanted;
use crate::format::{Core, DRIFT, EIERGRUPPER, Kind, NO_DAY};
use crate::index::{Index, Token};
use crate::prelude::*;
use crate::text::{cut, join};

/// The answer with the hits that were asked for.
pub fn answer_json(index: &Index, request: &Request<'_>, answer: &Answer) -> String {
    write(index, request, answer, &|out| {
        out.key("facets");
        facets(out, index, Some(answer));
    })
}

/// The same with `counts` of all values and the numbers of those that are
/// `chosen` in place of `facets`: their names are two thirds of an answer, and
/// never change (`names_json`).
pub(super) fn short_json(index: &Index, request: &Request<'_>, answer: &Answer) -> String {
    write(index, request, answer, &|out| {
        out.key("counts");
        out.open("[");
        answer.counts.iter().for_each(|it| out.count(*it));
        out.close("]");
        out.key("chosen");
        out.open("[");
        for wanted in answer.conditions.iter().flat_map(|it| &it.any_of) {
            if let Wanted::Value(value) = wanted {
                out.count((*value).into());
            }
        }
        out.close("]");
    })
}

/// The facets and their values, uncounted.
pub fn names_json(index: &Index) -> String {
    let mut out = Json::default();
    facets(&mut out, index, None);
    out.text
}

fn write(index: &Index, request: &Request<'_>, answer: &Answer, facets: &dyn Fn(&mut Json)) -> String {
    let mut out = Json::default();
    out.open("{");
    out.number("total", answer.total as i32);
    let missing = missing(index, request, answer);
    out.key("hits");
    out.open("[");
    if !missing.iter().any(|it| it.starts_with('t')) {
        let wanted = answer.matches.iter().skip(request.offset).take(request.limit);
        // Those that are there, up to the first that is not.
        for (it, (core, record)) in wanted.map_while(|it| Some((it, index.record(it.record)?))) {
            if core.info(record).is_some_and(|it| is_current(it, request.now)) {
                hit(&mut out, index, request, answer, (it, core, record));
            }
        }
    }
    out.close("]");
    out.key("missing");
    out.open("[");
    missing.iter().for_each(|it| out.value(it));
    out.close("]");
    out.boolean("more", index.is_country() && answer.is_shortened(index));
    facets(&mut out);
    chips(&mut out, index, request, answer);
    if let Some(text) = answer.did_you_mean(index, request.q) {
        out.string("mente", &text);
    }
    out.boolean("whole", index.has_texts() || index.is_country());
    out.close("}");
    out.text
}

/// The parts of the index of the country that this answer lacks: of terms, as
/// long as it lacks any, else of records.
fn missing(index: &Index, request: &Request<'_>, answer: &Answer) -> Vec<String> {
    let mut missing = Vec::new();
    for part in index.wanted() {
        missing.push(join(&["t", &digits(part)]));
    }
    if missing.is_empty() {
        for it in answer.matches.iter().skip(request.offset).take(request.limit) {
            let part = join(&["r", &digits(index.part_of(it.record) as u32)]);
            if index.record(it.record).is_none() && !missing.contains(&part) {
                missing.push(part);
            }
        }
    }
    missing
}

fn hit(out: &mut Json, index: &Index, request: &Request<'_>, answer: &Answer, at: (&Match, &Core, usize)) {
    let (it, core, record) = at;
    let text = |kind| core.text(kind, record);
    out.open("{");
    out.string("id", text(Kind::Id));
    out.string("url", &core.url(record));
    for (key, kind) in [("title", Kind::Tittel), ("summary", Kind::Sammendrag)] {
        if index.is_country() {
            marked(out, answer, key, text(kind), &tokens(index, text(kind)), false);
        } else {
            marked(out, answer, key, text(kind), index.field(kind, record), false);
        }
    }
    marked(out, answer, "excerpt", index.body(it.record), index.body_words(it.record), true);
    out.string("organisation", text(Kind::Organisasjon));
    out.string("line", text(Kind::Linje));
    out.string("telephone", text(Kind::Telefon));
    if let Some(info) = core.info(record) {
        out.string("owner", EIERGRUPPER.get(usize::from(info.eiergruppe)).unwrap_or(&""));
        out.string("drift", DRIFT.get(usize::from(info.drift)).unwrap_or(&""));
        out.boolean("sensitive", info.sensitiv);
        if info.kontrollert != NO_DAY {
            out.number("checked", info.kontrollert);
        }
        let freshness = ["fersk", "bor-kontrolleres", "utdatert"];
        out.string("freshness", freshness.get(usize::from(staleness(info, request.now))).unwrap_or(&""));
        if let Some(open) = is_open(core, info, request.now) {
            out.boolean("open", open);
        }
    }
    out.number("score", (it.score * 1000.0) as i32);
    out.close("}");
}

/// A text, or the best place in it, in pieces: strings, and lists of one
/// string where it matched.
fn marked(out: &mut Json, answer: &Answer, key: &str, text: &str, tokens: &[Token], best: bool) {
    let mut worth = answer.asked;
    for (at, word) in answer.words.iter().enumerate() {
        worth |= u16::from(!word.is_stop_word) << at;
    }
    let places = places(tokens, &answer.scores.marks, worth);
    let (mut at, end) = if best { excerpt(text, &places) } else { (0, text.len()) };
    out.key(key);
    out.open("[");
    for it in &places {
        if at <= it.start && it.end <= end {
            if at < it.start {
                out.value(cut(text, at, it.start));
            }
            out.open("[");
            out.value(cut(text, it.start, it.end));
            out.close("]");
            at = it.end;
        }
    }
    if at < end {
        out.value(cut(text, at, end));
    }
    out.close("]");
}

/// All facets, with what is counted and chosen when there is an answer.
fn facets(out: &mut Json, index: &Index, answer: Option<&Answer>) {
    let core = &index.core;
    out.open("[");
    for facet in &core.facets {
        let (slug, label) = core.facet_name(facet);
        out.open("{");
        out.string("slug", slug);
        out.string("label", label);
        out.key("values");
        out.open("[");
        for value in 0..facet.n_values {
            let (slug, label, _) = core.value_name(facet, value);
            out.open("{");
            out.string("slug", slug);
            out.string("label", label);
            if let Some(answer) = answer {
                let wanted = Wanted::Value((facet.first + value) as u16);
                if let Some(count) = answer.counts.get(facet.first + value) {
                    out.number("count", *count as i32);
                }
                let is_chosen = answer.conditions.iter().any(|it| it.any_of.contains(&wanted));
                out.boolean("chosen", is_chosen);
            }
            out.close("}");
        }
        out.close("]");
        out.close("}");
    }
    out.close("]");
}

/// What words were understood as: the filter, and the words.
fn chips(out: &mut Json, index: &Index, request: &Request<'_>, answer: &Answer) {
    out.key("chips");
    out.open("[");
    for it in &answer.readings {
        let facet = index.core.facets.get(facet_number(index, it.wanted));
        let (mut value, mut label) = (String::new(), "");
        let mut slug = "apen";
        match it.wanted {
            Wanted::Value(number) => {
                let Some(facet) = facet else { continue };
                slug = index.core.facet_name(facet).0;
                let names = index.core.value_name(facet, (number as usize).wrapping_sub(facet.first));
                value.push_str(names.0);
                label = names.1;
            }
            Wanted::Age(from, to) => {
                slug = "alder";
                value = digits(from.into());
                if from != to {
                    value = join(&[&value, "-", &digits(to.into())]);
                }
            }
            Wanted::OpenNow => value.push_str("na"),
            Wanted::Weekend => value.push_str("helg"),
        }
        let start = answer.words.get(it.from).map_or(0, |it| it.start);
        let end = answer.words.get(it.to - 1).map_or(0, |it| it.end);
        out.open("{");
        out.string("facet", slug);
        out.string("value", &value);
        out.string("label", label);
        out.string("words", cut(request.q, start, end));
        out.close("}");
    }
    out.close("]");
}

/// A number as text.
pub(super) fn digits(n: u32) -> String {
    let mut text = String::new();
    push_digits(&mut text, n);
    text
}

fn push_digits(text: &mut String, n: u32) {
    if n > 9 {
        push_digits(text, n / 10);
    }
    text.push(char::from(b'0' + (n % 10) as u8));
}

/// JSON in the making.
#[derive(Default)]
pub(super) struct Json {
    pub(super) text: String,
}

impl Json {
    /// A comma, unless this is the first in its list or object.
    fn comma(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }

    pub(super) fn open(&mut self, bracket: &str) {
        self.comma();
        self.text.push_str(bracket);
    }

    pub(super) fn close(&mut self, bracket: &str) {
        self.text.push_str(bracket);
    }

    fn key(&mut self, key: &str) {
        self.value(key);
        self.text.push(':');
    }

    pub(super) fn string(&mut self, key: &str, text: &str) {
        self.key(key);
        self.value(text);
    }

    fn boolean(&mut self, key: &str, it: bool) {
        self.key(key);
        self.text.push_str(if it { "true" } else { "false" });
    }

    fn number(&mut self, key: &str, n: i32) {
        self.key(key);
        if n < 0 {
            self.text.push('-');
        }
        push_digits(&mut self.text, n.unsigned_abs());
    }

    fn count(&mut self, n: u32) {
        self.comma();
        push_digits(&mut self.text, n);
    }

    fn value(&mut self, text: &str) {
        self.comma();
        self.text.push('"');
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            let escaped = match byte {
                b'"' => "\\\"",
                b'\\' => "\\\\",
                0..b' ' => " ",
                _ => continue,
            };
            self.text.push_str(cut(text, from, at));
            self.text.push_str(escaped);
            from = at + 1;
        }
        self.text.push_str(cut(text, from, text.len()));
        self.text.push('"');
    }
}
