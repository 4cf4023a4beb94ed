//! The list of what has to be controlled, of `nettungen check --due`.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::project::FormatArg;
use crate::diag::{Files as _, Language};
use crate::model::{Home, Site};
use crate::read::Sources;
use crate::report::frister::{self, Task};

/// What falls due on `until` or before, in the kommuner called `kommuner`, or everywhere when none is named.
pub(super) fn tasks(site: &Site, until: Date, kommuner: &[String]) -> Vec<Task> {
    let mut list = frister::due(site, until);
    let named = |home| match home {
        Home::Kommune(id) => kommuner.iter().any(|it| it == site.kommune(id).slug.as_str()),
        _ => false,
    };
    list.retain(|it| kommuner.is_empty() || named(site.tilbud(it.id).home));
    list
}

/// The list as text.
pub(super) fn show(list: &[Task], site: &Site, sources: &Sources, format: FormatArg, language: Language) -> String {
    match format {
        FormatArg::Human => human(list, site, language),
        FormatArg::Json => json(list, site, sources),
        FormatArg::Short | FormatArg::Github => short(list, site, sources),
    }
}

/// By owner and by who gives the tilbud, the earliest first.
fn human(list: &[Task], site: &Site, language: Language) -> String {
    let mut out = String::new();
    let mut last = None;
    for it in list {
        let tilbud = site.tilbud(it.id);
        let place = frister::place(site, site.scope_of(tilbud.home));
        let head = (place, &it.giver, &it.position);
        if last.as_ref() != Some(&head) {
            let gap = if last.is_none() { "" } else { "\n" };
            let (place, giver, position) = &head;
            let giver = if giver == &place { String::new() } else { format!(" – {giver}") };
            let position = if position.is_empty() { nobody(language) } else { position.as_str() };
            let _ = writeln!(out, "{gap}{place}{giver} ({position})");
        }
        last = Some(head);
        let late = it.due.is_some_and(|due| due <= site.settings.dato);
        let mark = if late { overdue(language) } else { "" };
        let due = it.due.map(|it| it.to_string()).unwrap_or_default();
        let _ = writeln!(out, "  {due}{mark}  {}  {}", tilbud.tittel.best(tilbud.lang), tilbud.key);
    }
    out
}

fn nobody(language: Language) -> &'static str {
    match language {
        Language::Nb => "ingen ansvarlig er oppgitt",
        Language::En => "nobody is named as responsible",
    }
}

fn overdue(language: Language) -> &'static str {
    match language {
        Language::Nb => " forfalt",
        Language::En => " overdue",
    }
}

fn short(list: &[Task], site: &Site, sources: &Sources) -> String {
    let line = |it: &Task| {
        let tilbud = site.tilbud(it.id);
        let due = it.due.map(|it| it.to_string()).unwrap_or_default();
        let fields = [&due, tilbud.tittel.best(tilbud.lang), &it.giver, &it.position].join("; ");
        format!("{}: {fields}\n", sources.name(tilbud.span.file))
    };
    list.iter().map(line).collect()
}

fn json(list: &[Task], site: &Site, sources: &Sources) -> String {
    let one = |it: &Task| {
        let tilbud = site.tilbud(it.id);
        serde_json::json!({
            "id": tilbud.key,
            "tittel": tilbud.tittel.best(tilbud.lang),
            "hvor": frister::place(site, site.scope_of(tilbud.home)),
            "gis_av": it.giver,
            "stilling": it.position,
            "kontrollert": tilbud.kontrollert.as_ref().map(|it| it.dato.to_string()),
            "frist": it.due.map(|it| it.to_string()),
            "fil": sources.name(tilbud.span.file),
        })
    };
    format!("{:#}\n", serde_json::Value::from(list.iter().map(one).collect::<Vec<_>>()))
}

/// One line that counts the list.
pub(super) fn summary(n: usize, days: u16, language: Language) -> String {
    match language {
        Language::Nb => format!("{n} tilbud skal kontrolleres innen {days} dager"),
        Language::En => format!("{n} tilbud are due for control within {days} days"),
    }
}
