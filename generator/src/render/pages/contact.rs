//! Ways to get in touch, as links.

use super::Ctx;
use crate::model::{Kontakt, Scope};
use crate::render::view::Link;
use crate::render::view::tilbud::{Phone, Way};

/// The `tel:` address of a number as people write it.
pub(crate) fn tel(number: &str) -> String {
    format!("tel:{}", digits(number))
}

fn digits(number: &str) -> String {
    number.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect()
}

/// The telephone of a record.
pub(super) fn phone(ctx: &Ctx<'_>, kontakt: &Kontakt) -> Option<Phone> {
    let number = kontakt.telefon.as_deref()?;
    Some(Phone {
        href: tel(number),
        number: number.to_owned(),
        who: kontakt.telefon_navn.as_ref().map(|it| ctx.text(it)),
    })
}

/// The other ways, most direct first.
pub(super) fn ways(ctx: &Ctx<'_>, kontakt: &Kontakt) -> Vec<Way> {
    let mut ways = Vec::new();
    if let Some(number) = &kontakt.sms {
        ways.push(Way { kind: "sms", url: format!("sms:{}", digits(number)), label: ctx.say_name("way_sms", number) });
    }
    web(&mut ways, "chat", kontakt.chat.as_deref(), ctx.say("way_chat"));
    web(&mut ways, "skjema", kontakt.skjema.as_deref(), ctx.say("way_form"));
    if let Some(address) = &kontakt.epost {
        ways.push(Way { kind: "epost", url: format!("mailto:{address}"), label: address.to_string() });
    }
    let host = kontakt.nettside.as_deref().map(host).unwrap_or_default();
    web(&mut ways, "nettside", kontakt.nettside.as_deref(), host.to_owned());
    ways
}

/// Telephone and the rest, as plain links for lists of facts.
pub(super) fn links(ctx: &Ctx<'_>, kontakt: &Kontakt) -> Vec<Link> {
    let phone = phone(ctx, kontakt).map(|it| Link { url: it.href, name: it.number, lang: None });
    let others = ways(ctx, kontakt).into_iter().map(|it| Link { url: it.url, name: it.label, lang: None });
    phone.into_iter().chain(others).collect()
}

fn web(ways: &mut Vec<Way>, kind: &'static str, url: Option<&str>, label: String) {
    if let Some(url) = url.filter(|it| it.starts_with("https://") || it.starts_with("http://")) {
        ways.push(Way { kind, url: url.to_owned(), label });
    }
}

/// The host of a web address, which is what people recognise.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// A `mailto:` address with subject and text.
pub(super) fn mailto(address: &str, subject: &str, body: &str) -> String {
    format!("mailto:{address}?subject={}&body={}", percent(subject), percent(body))
}

/// Percent-encodes everything that has a meaning in an address (RFC 6068 asks for UTF-8).
fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Where a reader of `scope` reports errors and gives feedback: the nearest mailbox.
pub(super) fn mailbox<'a>(ctx: &Ctx<'a>, scope: Scope) -> Option<&'a str> {
    let own = match scope {
        Scope::Kommune(id) => {
            let kommune = ctx.site.kommune(id);
            let publisher = kommune.publiseringsansvarlig.as_ref().and_then(|it| it.epost.as_deref());
            publisher.or(kommune.kontakt.epost.as_deref())
        }
        Scope::Organisasjon(id) => {
            let organisasjon = ctx.site.organisasjon(id);
            let registers = organisasjon.registreringsansvarlig.as_ref().and_then(|it| it.epost.as_deref());
            registers.or(organisasjon.kontakt.epost.as_deref())
        }
        Scope::Fylke(id) => ctx.site.fylke(id).kontakt.epost.as_deref(),
        Scope::Region(id) => ctx.site.region(id).kontakt.epost.as_deref(),
        Scope::Portal | Scope::Stat => None,
    };
    own.or(ctx.site.portal.kontakt.epost.as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        assert_eq!(tel("+47 00 00 00 00"), "tel:+4700000000");
        assert_eq!(host("https://www.fjordvik.example/ung?x"), "fjordvik.example");
        assert_eq!(mailto("a@b.example", "Feil: å", "1\n2"), "mailto:a@b.example?subject=Feil%3A%20%C3%A5&body=1%0A2");
    }
}
