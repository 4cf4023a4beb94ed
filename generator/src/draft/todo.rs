//! The list of what is left to do in a new kommune.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::either;
use super::kommune::etat_name;
use crate::model::{Kommune, Lang, Mal, MalDekker, Site};

/// The list, by department: first what the law requires, then what is common, then papers.
pub(super) fn list(
    site: &Site,
    kommune: &Kommune,
    etater: &BTreeMap<&str, Vec<&Mal>>,
    left_out: &[u32],
    lang: Lang,
) -> String {
    let say = |nb, nn| either(lang, nb, nn);
    let mut out = format!("# {} {}\n\n", say("Gjøremål for", "Gjeremål for"), kommune.navn);
    out.push_str(say(INTRO_NB, INTRO_NN));
    for (etat, maler) in etater {
        let _ = writeln!(out, "\n## {}", etat_name(etat, kommune, lang));
        let _ = writeln!(
            out,
            "- [ ] [{}](organisasjoner/{etat}.md)",
            say("Navn, kontakt og hvem som registrerer", "Namn, kontakt og kven som registrerer")
        );
        section(&mut out, say("Tilbud loven krever", "Tilbod lova krev"), maler, lang, |it| {
            it.dekker == MalDekker::Tilbud && !it.lovkrav.is_empty()
        });
        section(
            &mut out,
            say(
                "Vanlige tilbud som loven ikke krever (slett filene til dem dere ikke har)",
                "Vanlege tilbod som lova ikkje krev (slett filene til dei de ikkje har)",
            ),
            maler,
            lang,
            |it| it.dekker == MalDekker::Tilbud && it.lovkrav.is_empty(),
        );
        section(&mut out, say("Dokumenter og rutiner", "Dokument og rutinar"), maler, lang, |it| {
            it.dekker != MalDekker::Tilbud
        });
    }
    skipped(&mut out, site, left_out, lang);
    out
}

const INTRO_NB: &str = "\
Hvert utkast er laget fra en mal. Det som står i malen, gjelder til dere skriver noe annet. Gjør slik:

1. Les utkastet, og rett det som er annerledes hos dere.
2. Skriv det som gjelder hos dere der teksten sier «fyll inn».
3. Sett `status: til-kvalitetssikring`. Den publiseringsansvarlige kontrollerer og publiserer.

`nettungen check --notices` viser hva som gjenstår, og `nettungen serve` viser hvordan det blir.

## Kommunen
- [ ] [Kontakt, servicetorg og farger](kommune.yaml)
- [ ] [Publiseringsansvarlig og registreringsansvarlige](kommune.yaml)
- [ ] [Koordineringsgruppe, mandat og framdriftsplan](kommune.yaml)
- [ ] [Tilgjengelighetserklæring](kommune.yaml)
";

const INTRO_NN: &str = "\
Kvart utkast er laga frå ein mal. Det som står i malen, gjeld til de skriv noko anna. Gjer slik:

1. Les utkastet, og rett det som er annleis hos dykk.
2. Skriv det som gjeld hos dykk der teksten seier «fyll inn».
3. Set `status: til-kvalitetssikring`. Den publiseringsansvarlege kontrollerer og publiserer.

`nettungen check --notices` viser kva som står att, og `nettungen serve` viser korleis det blir.

## Kommunen
- [ ] [Kontakt, servicetorg og fargar](kommune.yaml)
- [ ] [Publiseringsansvarleg og registreringsansvarlege](kommune.yaml)
- [ ] [Koordineringsgruppe, mandat og framdriftsplan](kommune.yaml)
- [ ] [Tilgjengeerklæring](kommune.yaml)
";

fn section(out: &mut String, heading: &str, maler: &[&Mal], lang: Lang, wanted: impl Fn(&Mal) -> bool) {
    let maler: Vec<&&Mal> = maler.iter().filter(|it| wanted(it)).collect();
    if maler.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n### {heading}");
    for mal in maler {
        let folder = if mal.dekker == MalDekker::Tilbud { "tilbud" } else { "dokumenter" };
        let things: Vec<&str> = mal.ma_fylles_inn.iter().map(|it| it.best(lang)).collect();
        let tittel = mal.tittel.best(lang);
        let _ = writeln!(out, "- [ ] [{tittel}]({folder}/{}.md): {}", mal.slug, things.join(", "));
    }
}

/// What was not laid out, and why.
fn skipped(out: &mut String, site: &Site, left_out: &[u32], lang: Lang) {
    if left_out.is_empty() {
        return;
    }
    let say = |nb, nn| either(lang, nb, nn);
    let _ = writeln!(out, "\n## {}", say("Dette er ikke med", "Dette er ikkje med"));
    let _ = writeln!(
        out,
        "{}\n",
        say(
            "Pliktene gjelder andre kommuner, etter registeret. Har dere tilbudet likevel, lag det med `nettungen new tilbud --mal NAVN`.",
            "Pliktene gjeld andre kommunar, etter registeret. Har de tilbodet likevel, lag det med `nettungen new tilbud --mal NAMN`."
        )
    );
    for at in left_out {
        let mal = &site.maler[*at as usize];
        let _ = writeln!(out, "- {} (`{}`)", mal.tittel.best(lang), mal.slug);
    }
}
