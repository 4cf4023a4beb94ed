//! A kommune's logo: a small picture that can do nothing but be looked at.
//!
//! Pages show it as `<img>`, where scripts do not run; but the file has an address of its own too. So an SVG
//! may hold only elements that draw, and refer to nothing outside itself. What it may hold is listed, not what
//! it may not.

use crate::diag::{Diagnostics, Span, Text};
use crate::model::{Logo, Slug};
use crate::read::raw::Ref;
use crate::read::{Content, Sources};

/// The most bytes: it is on every page of the kommune.
const MAX: usize = 24 * 1024;

/// Elements of SVG that draw.
const ELEMENTS: [&str; 26] = [
    "svg",
    "g",
    "path",
    "circle",
    "rect",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "defs",
    "lineargradient",
    "radialgradient",
    "stop",
    "clippath",
    "mask",
    "pattern",
    "title",
    "desc",
    "text",
    "tspan",
    "symbol",
    "use",
    "metadata",
    "style",
    "marker",
    "switch",
];

/// The picture that `written` names in the kommune's folder; `None`, and a problem, when it cannot be used.
pub(super) fn logo(written: &Ref, kommune: &Slug, sources: &Sources, sink: &mut Diagnostics) -> Option<Logo> {
    let path = format!("kommuner/{kommune}/{}", written.value);
    let found = sources.find(&path).map(|file| sources.content(file));
    match found {
        Some(Content::Binary(bytes)) => checked(bytes).map_err(|why| refuse(why, written.span, sink)).ok(),
        Some(Content::TooLarge(size)) => {
            refuse(too_large(*size), written.span, sink);
            None
        }
        Some(_) => {
            refuse(Text::new("logoen er ikke et bilde", "the logo is no picture"), written.span, sink);
            None
        }
        None => {
            let text = Text::new(format!("det er ingen fil `{path}`"), format!("there is no file `{path}`"));
            refuse(text, written.span, sink);
            None
        }
    }
}

fn refuse(why: Text, span: Span, sink: &mut Diagnostics) {
    sink.error("ugyldig-logo", span, why).help(Text::new(
        "bruk en SVG uten skript og lenker, eller en PNG, på høyst 24 KiB, i kommunens mappe",
        "use an SVG without scripts and links, or a PNG, of at most 24 KiB, in the kommune's folder",
    ));
}

fn too_large(size: u64) -> Text {
    let (kib, limit) = (size.div_ceil(1024), MAX / 1024);
    Text::new(
        format!("logoen er på {kib} KiB; grensen er {limit} KiB"),
        format!("the logo has {kib} KiB; the limit is {limit} KiB"),
    )
}

fn checked(bytes: &[u8]) -> Result<Logo, Text> {
    if bytes.len() > MAX {
        return Err(too_large(bytes.len() as u64));
    }
    let picture = |ending| Ok(Logo { ending, bytes: bytes.into() });
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => return picture("png"),
        [0xff, 0xd8, 0xff, ..] => return picture("jpg"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => return picture("webp"),
        _ => (),
    }
    let text =
        std::str::from_utf8(bytes).map_err(|_| Text::new("logoen er ikke et bilde", "the logo is no picture"))?;
    svg(text).and_then(|()| picture("svg"))
}

/// Goes through the markup, element by element.
fn svg(text: &str) -> Result<(), Text> {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    if let Some(after) = rest.strip_prefix("<?xml ") {
        rest = after.split_once("?>").map_or("", |(_, rest)| rest);
    }
    let mut first = true;
    while let Some((before, from)) = rest.split_once('<') {
        if first && !before.trim().is_empty() {
            return Err(Text::new("logoen er ikke et bilde", "the logo is no picture"));
        }
        style(before)?;
        if let Some(comment) = from.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let end = tag_end(from).ok_or_else(|| Text::new("logoen er ikke hel", "the logo is not whole"))?;
        let (tag, after) = from.split_at(end);
        let name = element(tag)?;
        if first && name != "svg" {
            return Err(Text::new("logoen er ikke et bilde", "the logo is no picture"));
        }
        attributes(tag)?;
        first = false;
        rest = &after[1..];
    }
    if first { Err(Text::new("logoen er ikke et bilde", "the logo is no picture")) } else { Ok(()) }
}

/// Where a tag ends: a `>` that is in no quotes.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    tag.char_indices().find_map(|(at, it)| {
        match quote {
            Some(open) if open == it => quote = None,
            None if matches!(it, '"' | '\'') => quote = Some(it),
            None if it == '>' => return Some(at),
            _ => (),
        }
        None
    })
}

/// The name of a tag's element, if it is one that draws.
fn element(tag: &str) -> Result<String, Text> {
    let name: String = tag.trim_start_matches('/').chars().take_while(|it| !it.is_whitespace() && *it != '/').collect();
    let name = name.to_lowercase();
    if ELEMENTS.contains(&name.as_str()) {
        return Ok(name);
    }
    let shown: String = name.chars().take(40).collect();
    Err(Text::new(format!("logoen inneholder `<{shown}>`"), format!("the logo holds `<{shown}>`")))
}

/// Refuses what acts, and what refers to anything but a part of the picture itself.
fn attributes(tag: &str) -> Result<(), Text> {
    let outside = |what: &str| {
        let shown: String = what.chars().take(40).collect();
        Err(Text::new(
            format!("logoen viser til noe utenfor seg selv: `{shown}`"),
            format!("the logo refers to something outside itself: `{shown}`"),
        ))
    };
    let squeezed: String =
        tag.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ").replace(" =", "=").replace("= ", "=");
    for (at, _) in squeezed.match_indices("href=") {
        let value = squeezed[at + "href=".len()..].trim_start_matches(['"', '\'']);
        if !value.starts_with('#') {
            return outside(value);
        }
    }
    let acts = squeezed.split([' ', '"', '\'', '/']).find(|it| it.starts_with("on") && it.contains('='));
    if let Some(name) = acts {
        let name = name.split('=').next().unwrap_or(name);
        return Err(Text::new(format!("logoen inneholder `{name}`"), format!("the logo holds `{name}`")));
    }
    style(&squeezed)
}

/// Refuses styles that fetch, and entities that could hide them.
fn style(text: &str) -> Result<(), Text> {
    let lower = text.to_lowercase();
    let fetches = lower
        .match_indices("url(")
        .any(|(at, _)| !lower[at + "url(".len()..].trim_start_matches([' ', '"', '\'']).starts_with('#'));
    let hides = lower.contains("&#") || lower.contains('\\');
    if fetches || hides || lower.contains("@import") || lower.contains("javascript:") {
        return Err(Text::new("logoen viser til noe utenfor seg selv", "the logo refers to something outside itself"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawings_are_taken() {
        for fine in [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg>",
            "\u{feff}<?xml version=\"1.0\"?>\n<!-- made > by hand -->\n<svg><defs><linearGradient id='a'><stop/></linearGradient></defs><use href=\"#a\"/><rect fill=\"url(#a)\"/></svg>",
            "<svg><style>.a{fill:red}</style><title>A &amp; B</title></svg>",
        ] {
            assert!(checked(fine.as_bytes()).is_ok_and(|it| it.ending == "svg"), "{fine}");
        }
        assert!(checked(b"\x89PNG\r\n").is_ok_and(|it| it.ending == "png"));
    }

    #[test]
    fn what_acts_or_refers_outside_is_refused() {
        for bad in [
            "<svg><script>alert(1)</script></svg>",
            "<svg onload=alert(1)></svg>",
            "<svg><path d=\"\"onclick=\"x\"/></svg>",
            "<svg/onload=alert(1)>",
            "<svg><a href=\"javascript:alert(1)\"><path/></a></svg>",
            "<svg><use href=\"https://ond.example/x.svg#a\"/></svg>",
            "<svg><use xlink:href = 'data:image/svg+xml,x'/></svg>",
            "<svg><image href=\"x.png\"/></svg>",
            "<svg><foreignObject><body/></foreignObject></svg>",
            "<svg><rect fill=\"url( 'https://ond.example')\"/></svg>",
            "<svg><style>@import 'x'</style></svg>",
            "<svg><style>a{background:u\\72l(//ond.example)}</style></svg>",
            "<svg><animate attributeName=\"href\"/></svg>",
            "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg>&a;</svg>",
            "<?xml-stylesheet href=\"x\"?><svg/>",
            "<html><body/></html>",
            "GIF89a",
            "<svg",
            "",
        ] {
            assert!(checked(bad.as_bytes()).is_err(), "{bad}");
        }
        assert!(checked(&vec![b' '; 10 << 20]).is_err(), "ten megabytes");
    }
}
