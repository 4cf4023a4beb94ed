//! Answers as JSON, for the page. Written by hand: a serialiser would weigh
//! more than the rest of the module.

use crate::prelude::*;
use super::answer::{Answer, Chip, FacetCount, Freshness, Hit, Segment};
use super::suggest::Suggestion;

/// The answer, as `sok.d.ts` describes it.
pub fn answer_json(answer: &Answer) -> String {
    let mut out = Json::default();
    out.open('{');
    out.key("total").number(answer.total as i32);
    out.key("hits").list(&answer.hits, hit);
    out.key("facets").list(&answer.facets, facet);
    out.key("chips").list(&answer.chips, chip);
    if let Some(text) = &answer.did_you_mean {
        out.key("mente").string(text);
    }
    out.key("whole").boolean(answer.is_whole);
    out.close('}');
    out.text
}

/// Suggestions: `[{"q": …}, {"title": …, "url": …}]`.
pub fn suggestions_json(suggestions: &[Suggestion]) -> String {
    let mut out = Json::default();
    out.list(suggestions, |out, it| {
        out.open('{');
        match it {
            Suggestion::Query(text) => out.key("q").string(text),
            Suggestion::Record(title, url) => {
                out.key("title").string(title);
                out.key("url").string(url);
            }
        }
        out.close('}');
    });
    out.text
}

fn hit(out: &mut Json, hit: &Hit) {
    out.open('{');
    out.key("id").string(&hit.id);
    out.key("url").string(&hit.url);
    out.key("title").list(&hit.title, segment);
    out.key("summary").list(&hit.summary, segment);
    out.key("excerpt").list(&hit.excerpt, segment);
    out.key("organisation").string(&hit.organisation);
    out.key("line").string(&hit.line);
    out.key("telephone").string(&hit.telephone);
    out.key("owner").string(hit.owner.slug());
    out.key("drift").string(hit.drift.slug());
    out.key("sensitive").boolean(hit.sensitive);
    if let Some(day) = hit.checked {
        out.key("checked").number(day);
    }
    let freshness = match hit.freshness {
        Freshness::Fersk => "fersk",
        Freshness::BorKontrolleres => "bor-kontrolleres",
        Freshness::Utdatert => "utdatert",
    };
    out.key("freshness").string(freshness);
    if let Some(open) = hit.open {
        out.key("open").boolean(open);
    }
    out.key("score").number((hit.score * 1000.0) as i32);
    out.close('}');
}

/// A plain string, or a list of one when it matched.
fn segment(out: &mut Json, segment: &Segment) {
    if segment.is_match {
        out.open('[');
        out.string(&segment.text);
        out.close(']');
    } else {
        out.string(&segment.text);
    }
}

fn facet(out: &mut Json, facet: &FacetCount) {
    out.open('{');
    out.key("slug").string(&facet.slug);
    out.key("label").string(&facet.label);
    out.key("values").list(&facet.values, |out, it| {
        out.open('{');
        out.key("slug").string(&it.slug);
        out.key("label").string(&it.label);
        out.key("count").number(it.count as i32);
        out.key("chosen").boolean(it.is_chosen);
        out.close('}');
    });
    out.close('}');
}

fn chip(out: &mut Json, chip: &Chip) {
    out.open('{');
    out.key("facet").string(&chip.facet);
    out.key("value").string(&chip.value);
    out.key("label").string(&chip.label);
    out.key("words").string(&chip.words);
    out.close('}');
}

#[derive(Default)]
struct Json {
    text: String,
}

impl Json {
    /// A comma, unless this is the first in its list or object.
    fn comma(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(['{', '[', ':']) {
            self.text.push(',');
        }
    }

    fn open(&mut self, bracket: char) {
        self.comma();
        self.text.push(bracket);
    }

    fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    fn key(&mut self, key: &str) -> &mut Json {
        self.string(key);
        self.text.push(':');
        self
    }

    fn list<T>(&mut self, items: &[T], each: impl Fn(&mut Json, &T)) {
        self.open('[');
        items.iter().for_each(|it| each(self, it));
        self.close(']');
    }

    fn boolean(&mut self, it: bool) {
        self.comma();
        self.text.push_str(if it { "true" } else { "false" });
    }

    fn number(&mut self, n: i32) {
        self.comma();
        if n < 0 {
            self.text.push('-');
        }
        let mut rest = n.unsigned_abs();
        let mut digits = [0u8; 10];
        let mut at = digits.len();
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.text.extend(digits[at..].iter().map(|&it| char::from(it)));
    }

    fn string(&mut self, text: &str) {
        self.comma();
        self.text.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.text.push('\\');
                    self.text.push(c);
                }
                '\0'..' ' => self.text.push(' '),
                _ => self.text.push(c),
            }
        }
        self.text.push('"');
    }
}
