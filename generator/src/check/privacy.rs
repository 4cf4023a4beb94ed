//! Personal data that does not belong in public records: tasks belong to positions, not people
//! (the method, step 1), so a person's mailbox or mobile number is a warning.

use crate::diag::{Diagnostics, Span, Spanned, Text};
use crate::model::Body;

/// Names of functional mailboxes that look like a person's name.
const FUNCTIONAL: [&str; 24] = [
    "post",
    "mottak",
    "kontakt",
    "info",
    "helse",
    "barn",
    "ungdom",
    "skole",
    "skule",
    "barnevern",
    "barneverntjeneste",
    "nav",
    "kultur",
    "fritid",
    "oppvekst",
    "familie",
    "service",
    "servicetorg",
    "legevakt",
    "krisesenter",
    "vakt",
    "leder",
    "epost",
    "firmapost",
];

/// Warns of a mailbox that seems to be a person's: `fornavn.etternavn@…`.
pub(super) fn check_mailbox(epost: &Spanned<Box<str>>, sink: &mut Diagnostics) {
    if is_personal(&epost.value) {
        warn_mailbox(&epost.value, epost.span, sink);
    }
}

fn warn_mailbox(address: &str, span: Span, sink: &mut Diagnostics) {
    sink.warning(
        "personlig-kontakt",
        span,
        Text::new(
            format!("`{address}` ser ut som en persons e-post"),
            format!("`{address}` looks like a person's mailbox"),
        ),
    )
    .help(Text::new("bruk en felles postkasse, for eksempel `post@…`", "use a functional mailbox, such as `post@…`"));
}

fn is_personal(address: &str) -> bool {
    let Some((local, _)) = address.split_once('@') else { return false };
    let parts: Vec<&str> = local.split('.').collect();
    let name = |it: &&str| it.chars().count() >= 2 && it.chars().all(char::is_alphabetic);
    parts.len() >= 2
        && parts.iter().all(name)
        && !parts.iter().any(|it| FUNCTIONAL.contains(&it.to_lowercase().as_str()))
}

/// Warns of persons' mailboxes, and of names beside mobile numbers, in a text.
pub(super) fn check_text(body: &Body, sink: &mut Diagnostics) {
    let text = &*body.markdown;
    let at = |start: usize, end: usize| Span {
        file: body.span.file,
        start: body.span.start + start as u32,
        end: body.span.start + end as u32,
    };
    for (start, word) in words(text) {
        let word = word.trim_matches(|it: char| !it.is_alphanumeric());
        if word.contains('@') && is_personal(word) {
            warn_mailbox(word, at(start, start + word.len()), sink);
        }
    }
    for (start, end) in mobile_numbers(text) {
        let before = &text[..start];
        let from = before.char_indices().rev().nth(40).map_or(0, |(at, _)| at);
        if has_person_name(&before[from..]) {
            let number = &text[start..end];
            sink.warning(
                "personlig-kontakt",
                at(start, end),
                Text::new(
                    format!("et navn ved mobilnummeret {number}: dette ser ut som en person"),
                    format!("a name beside the mobile number {number}: this looks like a person"),
                ),
            )
            .help(Text::new(
                "skriv stillingen, og bruk et felles nummer",
                "write the position, and use a shared number",
            ));
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Byte ranges of eight digits, spaces among them, that begin with 4 or 9.
fn mobile_numbers(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let (mut end, mut digits) = (at, 0);
        let mut last = at;
        while end < bytes.len() && (bytes[end].is_ascii_digit() || bytes[end] == b' ') {
            if bytes[end].is_ascii_digit() {
                digits += 1;
                last = end + 1;
            }
            end += 1;
        }
        if digits == 8 && matches!(bytes[at], b'4' | b'9') {
            found.push((at, last));
        }
        at = end.max(at + 1);
    }
    found
}

/// Two capitalised words in a row that do not begin a sentence's first word alone.
fn has_person_name(text: &str) -> bool {
    let capital = |it: &str| {
        let mut letters = it.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().count() >= 1
            && letters.all(char::is_lowercase)
    };
    let words: Vec<&str> = text.split_whitespace().map(|it| it.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    words.windows(2).any(|pair| capital(pair[0]) && capital(pair[1]))
}
