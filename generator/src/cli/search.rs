//! `nettungen search`

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use nettungen_search::format::{Document, FacetDefinition, Kind, encode};
use nettungen_search::{Answer, Index, Now, Request, ages, answer_json, search};

use super::ProjectArgs;
use super::directory::wanted_kommune;
use super::terminal::Terminal;

use crate::diag::{Severity, Text, closest, summary};
use crate::index::{self, Oracle};
use crate::model::{Audience, Scope, Site};
use crate::pipeline;

/// Which engine answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Engine {
    /// Den samme som i nettleseren
    Egen,
    /// tantivy, til sammenligning
    Tantivy,
}

/// Søk slik nettleseren gjør det
///
/// Avslutter med 0 også når ingenting passer, 1 når innholdet har feil, 2 når søket ikke kunne kjøre.
#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    #[command(flatten)]
    project: ProjectArgs,

    /// Det det søkes etter
    #[arg(value_name = "SØK")]
    query: String,

    /// Kommunen det søkes i, slik den står i adressen; uten den søkes det i hele landet
    #[arg(long, value_name = "KOMMUNE")]
    kommune: Option<String>,

    /// Et filter, slik det står i adressen: tema=helse, alder=14
    #[arg(long = "filter", value_name = "FASETT=VERDI")]
    filters: Vec<String>,

    /// Hvor mange treff som vises
    #[arg(long, value_name = "ANTALL", default_value_t = 10)]
    limit: usize,

    /// Svar som JSON, slik siden får det
    #[arg(long, conflicts_with = "explain")]
    json: bool,

    /// Vis hva hvert ord gjorde for hvert treff
    #[arg(long)]
    explain: bool,

    /// Hvem som svarer
    #[arg(long, value_enum, default_value_t = Engine::Egen)]
    engine: Engine,
}

/// Runs the command.
pub(super) fn run(args: &SearchArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    terminal.set_quiet(args.project.quiet);
    let sources = args.project.sources()?;
    let (site, mut problems) = pipeline::check(&sources, &args.project.settings(Audience::Public));
    let Some(site) = site else {
        problems.retain(|it| it.severity == Severity::Error);
        terminal.problems(&args.project.show(&problems, &sources))?;
        terminal.say(&summary(&problems, args.project.language()));
        return Ok(ExitCode::from(1));
    };
    let scope = match &args.kommune {
        Some(name) => Scope::Kommune(wanted_kommune(&site, name)?),
        None => Scope::Portal,
    };
    let documents = index::documents(&site, scope);
    let text = match args.engine {
        Engine::Egen => own(args, &site, scope, &documents)?,
        Engine::Tantivy => tantivy(args, &documents)?,
    };
    terminal.print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// The answer of the engine that the browser runs, out of the very bytes it loads.
fn own(args: &SearchArgs, site: &Site, scope: Scope, documents: &[Document]) -> anyhow::Result<String> {
    let settings = index::settings(site, scope);
    for it in &args.filters {
        check_filter(it, &settings.facets).map_err(|it| anyhow!("{}", it.get(args.project.language())))?;
    }
    let parts = encode(documents, &settings);
    let mut index = Index::open(&parts.core).context("søkeindeksen lar seg ikke lese")?;
    index.add(&parts.texts).context("søkeindeksen lar seg ikke lese")?;
    let filters = args.filters.join("\n");
    let now = Now { day: day(args.project.today()), minute: minute() };
    let request = Request { q: &args.query, filters: &filters, limit: args.limit, offset: 0, now };
    let answer = search(&index, &request);
    if args.json {
        return Ok(answer_json(&index, &request, &answer) + "\n");
    }
    Ok(listed(args, &index, &answer))
}

/// Filters that are no facets of the vocabulary.
const MORE: [&str; 3] = ["alder", "apen", "uten"];

/// Refuses a filter that nothing can pass because it is misspelt: «0 treff» would look like an answer.
fn check_filter(filter: &str, facets: &[FacetDefinition]) -> Result<(), Text> {
    let Some((name, values)) = filter.split_once('=').filter(|(_, values)| !values.is_empty()) else {
        return Err(Text::new(
            format!("--filter {filter}: skriv FASETT=VERDI, for eksempel tema=helse"),
            format!("--filter {filter}: write FACET=VALUE, such as tema=helse"),
        ));
    };
    let names = || facets.iter().map(|it| it.slug.as_str());
    let facet = facets.iter().find(|it| it.slug == name);
    if facet.is_none() && !MORE.contains(&name) {
        return Err(wrong(("fasett", "facet"), filter, name, &names().chain(MORE).collect::<Vec<_>>()));
    }
    for value in values.split(',').filter(|it| !it.is_empty()) {
        let known: Vec<&str> = match (facet, name) {
            // «gratis=1» where the facet has but one value.
            (Some(it), _) if it.values.len() == 1 && value == "1" => continue,
            (Some(it), _) => it.values.iter().map(|it| it.slug.as_str()).collect(),
            (None, "alder") if ages(value).is_some() => continue,
            (None, "alder") => {
                return Err(Text::new(
                    format!("--filter {filter}: skriv alderen i hele år, for eksempel alder=14 eller alder=13-15"),
                    format!("--filter {filter}: write ages in whole years, such as alder=14 or alder=13-15"),
                ));
            }
            (None, "apen") => vec!["na", "helg"],
            (None, _) => names().chain(["alder", "apen"]).collect(),
        };
        if !known.contains(&value) {
            return Err(wrong(("verdi", "value"), filter, value, &known));
        }
    }
    Ok(())
}

/// What to write in the place of `written`: the nearest of those that are known, and which there are.
fn wrong((nb, en): (&str, &str), filter: &str, written: &str, known: &[&str]) -> Text {
    let (mut nb, mut en) =
        (format!("--filter {filter}: ukjent {nb} «{written}»"), format!("--filter {filter}: unknown {en} “{written}”"));
    let list = known.join(", ");
    if known.is_empty() {
        return Text::new(nb + "; her er det ingen å velge mellom", en + "; there is none to choose here");
    }
    match closest(written, known.iter().copied()) {
        Some(near) => {
            let _ = write!(nb, "; mente du «{near}»? Velg en av: {list}");
            let _ = write!(en, "; did you mean “{near}”? One of: {list}");
        }
        None => {
            let _ = write!(nb, "; velg en av: {list}");
            let _ = write!(en, "; one of: {list}");
        }
    }
    Text::new(nb, en)
}

/// Days since 1 January 1970.
fn day(date: Date) -> i32 {
    date.since(Date::constant(1970, 1, 1)).map_or(0, |it| it.get_days())
}

/// The time of day that «åpent nå» is taken at: noon, so that the answer is a function of its arguments.
fn minute() -> u16 {
    12 * 60
}

fn listed(args: &SearchArgs, index: &Index, answer: &Answer) -> String {
    let mut out = format!("{} treff\n", answer.total);
    for (n, it) in answer.matches.iter().take(args.limit).enumerate() {
        let text = |kind| index.core().text(kind, it.record);
        let _ = writeln!(out, "{:3}  {:6.3}  {}  ({})", n + 1, it.score, text(Kind::Tittel), text(Kind::Id));
        if args.explain {
            for word in answer.explain(it.record) {
                let role = if word.is_asked { "" } else { ", bare til hjelp" };
                // What is found in part counts in part.
                let fit = format!("{:.2}", word.fit).replace('.', ",");
                let _ = writeln!(
                    out,
                    "             {}: {} i om lag {:.0} tilbud, passer {fit} av 1{role}",
                    word.word, word.how, word.n_records
                );
            }
        }
    }
    out
}

fn tantivy(args: &SearchArgs, documents: &[Document]) -> anyhow::Result<String> {
    if args.explain || !args.filters.is_empty() {
        bail!("tantivy svarer uten --filter og --explain");
    }
    let hits = Oracle::new(documents)?.search(&args.query, args.limit)?;
    let title = |id: &str| documents.iter().find(|it| it.id == id).map_or("", |it| it.tittel.as_str());
    if args.json {
        let hits: Vec<_> = hits.iter().map(|(id, _)| serde_json::json!({ "id": id, "title": [title(id)] })).collect();
        return Ok(serde_json::json!({ "total": hits.len(), "hits": hits, "facets": [] }).to_string() + "\n");
    }
    let mut out = String::new();
    for (n, (id, score)) in hits.iter().enumerate() {
        let _ = writeln!(out, "{:3}  {score:6.2}  {}  ({id})", n + 1, title(id));
    }
    Ok(out)
}
