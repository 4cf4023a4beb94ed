//! `nettungen.yaml`.

use crate::diag::{Diagnostics, FileId, Span, Text};
use crate::model::{Emergency, Lang, Portal};
use crate::read::raw::RawPortal;
use crate::read::{Sources, yaml_record};

use super::values::{kontakt, value};

/// Where «Forlat siden» leads when nobody says: the weather.
pub(super) const NEUTRAL_SITE: &str = "https://www.yr.no/";

/// Reads the portal's own facts.
pub(super) fn portal(sources: &Sources, sink: &mut Diagnostics) -> Option<Portal> {
    let Some(file) = sources.find("nettungen.yaml") else {
        sink.error(
            "mangler-fil",
            Span::file(FileId(0)),
            Text::new("filen `nettungen.yaml` mangler", "file `nettungen.yaml` is missing"),
        );
        return None;
    };
    let raw: RawPortal = yaml_record(sources, file, Lang::Nb, sink)?;
    let emergency = |it: crate::diag::Spanned<crate::read::raw::RawEmergency>| {
        let raw = it.value;
        Some(Emergency { nummer: value(raw.nummer)?, navn: value(raw.navn)?, beskrivelse: value(raw.beskrivelse) })
    };
    Some(Portal {
        navn: value(raw.navn)?,
        beskrivelse: value(raw.beskrivelse),
        kontakt: kontakt(raw.kontakt, sink),
        forlat_siden: value(raw.forlat_siden).unwrap_or_else(|| NEUTRAL_SITE.into()),
        tilgjengelighetserklaring: value(raw.tilgjengelighetserklaring),
        nodnumre: value(raw.nodnumre).unwrap_or_default().into_iter().filter_map(emergency).collect(),
        lovkrav_dato: value(raw.lovkrav_dato),
    })
}
