//! `/_status`: all problems, what is due and what awaits quality control.

use std::fmt::Write as _;

use super::desk::Edition;
use super::overlay::{escape, list};
use super::problem::Problem;
use crate::diag::Severity;
use crate::model::{Route, Site, Status};
use crate::report::frister::{self, Task};

/// Most rows of a table: who has more works from `nettungen check --due`.
const MOST: usize = 300;
/// Days ahead that a control is announced.
const AHEAD: i32 = 30;

/// The content of the page.
pub(super) fn status(edition: &Edition) -> String {
    let mut html = String::new();
    let _ = write!(html, "<p>Innholdet har {}.", escape(&edition.tally.words()));
    if edition.tally.errors > 0 {
        html.push_str(
            " Så lenge det er feil, blir ingenting publisert, og sidene viser innholdet slik det var før feilen.",
        );
    }
    html.push_str("</p>\n");
    for (severity, heading) in
        [(Severity::Error, "Feil"), (Severity::Warning, "Advarsler"), (Severity::Notice, "Å fylle inn")]
    {
        problems(&mut html, edition, severity, heading);
    }
    if let Some(room) = &edition.room {
        tasks(&mut html, &room.site);
    }
    html
}

fn problems(html: &mut String, edition: &Edition, severity: Severity, heading: &str) {
    let shown: Vec<&Problem> = edition.problems.iter().filter(|it| it.severity == severity).collect();
    if shown.is_empty() {
        return;
    }
    let all = match severity {
        Severity::Error => edition.tally.errors,
        Severity::Warning => edition.tally.warnings,
        Severity::Notice => edition.tally.notices,
    };
    let _ = writeln!(html, "<h2>{heading} ({all})</h2>");
    html.push_str(&list(&shown));
    if all > shown.len() {
        let _ =
            writeln!(html, "<p>Og {} til. <code>nettungen check --notices</code> viser alle.</p>", all - shown.len());
    }
}

fn tasks(html: &mut String, site: &Site) {
    let until = site.settings.dato.saturating_add(jiff::Span::new().days(AHEAD));
    let due = frister::due(site, until);
    table(html, site, &format!("Skal kontrolleres innen {AHEAD} dager"), "Ingenting forfaller.", &due);
    let waiting = frister::of_status(site, Status::TilKvalitetssikring);
    table(html, site, "Venter på kvalitetssikring", "Ingenting venter.", &waiting);
    let drafts = frister::of_status(site, Status::Utkast);
    table(html, site, "Utkast", "Ingen utkast.", &drafts);
}

fn table(html: &mut String, site: &Site, heading: &str, none: &str, list: &[Task]) {
    let _ = writeln!(html, "<h2>{heading} ({})</h2>", list.len());
    if list.is_empty() {
        let _ = writeln!(html, "<p>{none}</p>");
        return;
    }
    html.push_str(
        "<table><thead><tr><th scope=\"col\">Tilbud</th><th scope=\"col\">Hvor</th><th scope=\"col\">Gis av</th>\
         <th scope=\"col\">Stilling</th><th scope=\"col\">Frist</th></tr></thead><tbody>\n",
    );
    for it in list.iter().take(MOST) {
        row(html, site, it);
    }
    html.push_str("</tbody></table>\n");
    if list.len() > MOST {
        let _ = writeln!(html, "<p>Og {} til.</p>", list.len() - MOST);
    }
}

fn row(html: &mut String, site: &Site, it: &Task) {
    let tilbud = site.tilbud(it.id);
    let title = escape(tilbud.tittel.best(tilbud.lang));
    let title = match site.visible(it.id) {
        true => format!("<a href=\"{}\">{title}</a>", escape(&site.url(&Route::Tilbud(it.id)))),
        false => title,
    };
    let place = frister::place(site, site.scope_of(tilbud.home));
    let due = it.due.map(|it| format!("<time datetime=\"{it}\">{it}</time>")).unwrap_or_default();
    let [place, giver, position] = [&place, &it.giver, &it.position].map(|it| escape(it));
    let _ =
        writeln!(html, "<tr><td>{title}</td><td>{place}</td><td>{giver}</td><td>{position}</td><td>{due}</td></tr>");
}
