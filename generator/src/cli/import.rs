//! `nettungen import`

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::slice;

use anyhow::{Context as _, bail};
use clap::Args;

use super::ProjectArgs;
use super::directory::Ground;
use super::form::ending;
use super::project::FormatArg;
use super::terminal::Terminal;
use crate::diag::{Diagnostics, Language, Severity};
use crate::model::Audience;
use crate::pipeline;
use crate::read::{Content, Place, SourceFile, Sources, place};
use crate::sheet::{self, CellProblem, Existing, Grid, Imported, Lists, Mapping, Outcome};
use crate::write::{new_file, replace_file};

/// Les et utfylt skjema, eller et annet regneark, og lag utkast av radene
///
/// Viser hva som ville blitt skrevet; skriver bare med --skriv. Det som finnes fra før, blir aldri endret uten --oppdater.
/// Avslutter med 0 når alt er i orden, 1 når noen rader har feil (de blir ikke skrevet), 2 når filen ikke kan leses.
///
/// Eksempler:
///   nettungen import kartlegging.xlsx --kommune fjordvik
///   nettungen import kartlegging.xlsx --kommune fjordvik --skriv
///   nettungen import gammel-liste.csv --kommune fjordvik --kolonner kolonner.yaml
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ImportArgs {
    /// Regnearket; .xlsx eller .csv
    #[arg(value_name = "FIL")]
    file: PathBuf,

    /// Kommunen tilbudene hører til
    #[arg(long, value_name = "KOMMUNE")]
    kommune: Option<String>,

    /// Fil som sier hvilken kolonne som er hvilket felt
    #[arg(long, value_name = "FIL")]
    kolonner: Option<PathBuf>,

    /// Navnet på arket; standard er alle synlige ark med tilbud
    #[arg(long, value_name = "ARK")]
    ark: Option<String>,

    /// Skriv utkastene
    #[arg(long, alias = "write")]
    skriv: bool,

    /// Endre også tilbud som finnes fra før, der arket sier noe annet
    #[arg(long)]
    oppdater: bool,

    #[command(flatten)]
    project: ProjectArgs,
}

/// The rows of one sheet, and what is wrong with them.
struct Sheet {
    grid: Grid,
    rows: Vec<Imported>,
    problems: Vec<CellProblem>,
}

/// Runs the command.
pub(super) fn run(args: &ImportArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    terminal.set_quiet(args.project.quiet);
    let Ground { sources, lists, folder } = Ground::new(&args.project, args.kommune.as_deref(), terminal)?;
    let Some(mapping) = mapping(args, terminal)? else { return Ok(ExitCode::from(1)) };
    let (existing, _) = records(&sources, &folder);
    let grids = grids(args, &mapping)?;
    let read = sheet::import(&grids, &mapping, &lists, &folder, &existing)?;
    let mut sheets: Vec<Sheet> =
        grids.into_iter().zip(read).map(|(grid, (rows, problems))| Sheet { grid, rows, problems }).collect();
    check(args, &sources, &mut sheets);
    terminal.print(&report(args, &sheets))?;
    if args.skriv {
        write(args, &sheets)?;
    }
    let failed = sheets.iter().flat_map(|it| &it.problems).any(|it| it.severity == Severity::Error);
    terminal.say(&summary(args, &sheets));
    Ok(if failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// The records of `folder` that can be read, by file name, and the paths of those that cannot.
pub(super) fn records(sources: &Sources, folder: &str) -> (BTreeMap<String, Existing>, Vec<String>) {
    let (mut found, mut unreadable) = (BTreeMap::new(), Vec::new());
    for (file, content) in sources.iter() {
        let path = sources.path(file);
        let Place::Tilbud(owner, stem) = place(path) else { continue };
        if owner.path() != folder {
            continue;
        }
        let text = match &content.content {
            Content::Text(text) => sheet::record(text),
            _ => None,
        };
        match text {
            Some((head, body)) => drop(found.insert(stem.into_string(), Existing { head, body })),
            None => unreadable.push(content.path.to_string()),
        }
    }
    (found, unreadable)
}

/// The bytes of a file that is read in one piece. Of one that is too large to be a sheet only so much is read
/// that whoever looks at it sees that it is.
fn whole_file(path: &Path) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|it| it.take(sheet::MAX_BYTES as u64 + 1).read_to_end(&mut bytes))
        .with_context(|| format!("kan ikke lese {}", path.display()))?;
    Ok(bytes)
}

/// The mapping of columns; `None` when it has errors, which were shown.
fn mapping(args: &ImportArgs, terminal: &mut Terminal) -> anyhow::Result<Option<Mapping>> {
    let Some(path) = &args.kolonner else { return Ok(Some(Mapping::default())) };
    let bytes = whole_file(path)?;
    let file = SourceFile::from_bytes(path.to_string_lossy().replace('\\', "/"), bytes);
    let sources = Sources::new("", [file]);
    let mut problems = Diagnostics::default();
    let mapping = sheet::mapping(&sources, &mut problems);
    terminal.problems(&args.project.show(&problems, &sources))?;
    Ok(mapping)
}

/// The sheets of the file that have headings we know; the first problem when none has.
fn grids(args: &ImportArgs, mapping: &Mapping) -> anyhow::Result<Vec<Grid>> {
    let path = &args.file;
    let bytes = whole_file(path)?;
    let only = args.ark.as_deref().or(mapping.ark.as_deref());
    let grids = match ending(path).as_str() {
        "xlsx" | "xlsm" => sheet::read_xlsx(&bytes, only),
        "csv" | "txt" => sheet::read_csv(&bytes).map(|it| vec![it]),
        "xls" | "ods" => bail!("{} er ikke .xlsx; lagre arket som .xlsx eller .csv", path.display()),
        _ => bail!("{} er ikke et regneark; bruk .xlsx eller .csv", path.display()),
    };
    let mut grids = grids.with_context(|| path.display().to_string())?;
    if only.is_none() && grids.len() > 1 {
        // Guides and notes stand beside the tilbud: they are passed over, unless nothing is left.
        let lists = Lists::default();
        let has_tilbud = |it: &Grid| sheet::import(slice::from_ref(it), mapping, &lists, "", &BTreeMap::new()).is_ok();
        if grids.iter().any(has_tilbud) {
            grids.retain(has_tilbud);
        } else {
            grids.truncate(1);
        }
    }
    Ok(grids)
}

/// Whether the row is to be written when it has no errors.
fn is_wanted(args: &ImportArgs, row: &Imported) -> bool {
    match row.outcome {
        Outcome::New | Outcome::Nameless => true,
        Outcome::Differs(_) => args.oppdater,
        Outcome::Unchanged | Outcome::Double(_) => false,
    }
}

/// Checks the drafts as files among all others; what is wrong with one is a problem of its row.
fn check(args: &ImportArgs, sources: &Sources, sheets: &mut [Sheet]) {
    let drafts: BTreeMap<&str, &Imported> = sheets
        .iter()
        .flat_map(|it| &it.rows)
        .filter(|it| is_wanted(args, it))
        .map(|it| (it.path.as_str(), it))
        .collect();
    let files = drafts.values().map(|it| SourceFile::text(it.path.as_str(), it.text.as_str()));
    let whole = sources.with(files);
    let (_, found) = pipeline::check(&whole, &args.project.settings(Audience::Preview));
    let mut by_path: BTreeMap<String, Vec<crate::diag::Diagnostic>> = BTreeMap::new();
    for problem in found.iter().filter(|it| it.severity != Severity::Notice) {
        let path = whole.path(problem.span.file);
        if drafts.contains_key(path) {
            by_path.entry(path.to_owned()).or_default().push(problem.clone());
        }
    }
    for sheet in sheets {
        for row in sheet.rows.iter().filter(|it| is_wanted(args, it)) {
            for problem in by_path.get(&row.path).into_iter().flatten() {
                sheet.problems.extend(row.at_cell(problem, &sheet.grid));
            }
        }
        sheet.problems.sort_by(|a, b| (a.row, &a.column, a.code).cmp(&(b.row, &b.column, b.code)));
    }
}

/// Whether the row has errors.
fn has_errors(sheet: &Sheet, row: &Imported) -> bool {
    sheet.problems.iter().any(|it| it.row == row.row && it.severity == Severity::Error)
}

fn write(args: &ImportArgs, sheets: &[Sheet]) -> anyhow::Result<()> {
    for sheet in sheets {
        for row in sheet.rows.iter().filter(|it| is_wanted(args, it) && !has_errors(sheet, it)) {
            let path = args.project.content.join(&row.path);
            if row.outcome == Outcome::New {
                new_file(&path, row.text.as_bytes())?;
            } else {
                replace_file(&path, row.text.as_bytes())?;
            }
        }
    }
    Ok(())
}

fn report(args: &ImportArgs, sheets: &[Sheet]) -> String {
    if args.project.format == FormatArg::Json {
        let list: Vec<_> = sheets.iter().flat_map(|it| &it.problems).map(|it| as_json(it, args)).collect();
        return format!("{:#}\n", serde_json::Value::Array(list));
    }
    let mut out = String::new();
    let file = args.file.display().to_string();
    for sheet in sheets {
        let name = if sheets.len() > 1 { format!("ark «{}», ", sheet.grid.name) } else { String::new() };
        for problem in &sheet.problems {
            out.push_str(&line(problem, &file, args.project.language()));
        }
        for row in &sheet.rows {
            let title = if row.tittel.is_empty() { "uten tittel".to_owned() } else { format!("«{}»", row.tittel) };
            let _ = writeln!(out, "{name}rad {}: {title}: {}", row.row, said(args, sheet, row));
        }
    }
    out
}

/// What is said of a row with errors.
const WRONG: &str = "har feil og blir ikke skrevet";

/// What becomes of a row, in words.
fn said(args: &ImportArgs, sheet: &Sheet, row: &Imported) -> String {
    let path = args.project.content.join(&row.path);
    let path = path.display();
    match &row.outcome {
        Outcome::Nameless => WRONG.to_owned(),
        _ if is_wanted(args, row) && has_errors(sheet, row) => WRONG.to_owned(),
        Outcome::New if args.skriv => format!("skrev {path}"),
        Outcome::New => format!("blir {path}"),
        Outcome::Unchanged => format!("er uendret i {path}"),
        Outcome::Differs(columns) if args.oppdater => format!("endrer {} i {path}", columns.join(", ")),
        Outcome::Differs(columns) => {
            format!("finnes i {path}, med noe annet i {}; blir ikke endret uten --oppdater", columns.join(", "))
        }
        Outcome::Double(of) => {
            format!("er trolig det samme som {of}; blir ikke skrevet. Er det et annet, gi det et annet navn")
        }
    }
}

/// One problem on one line: file, sheet, row, column and value.
fn line(it: &CellProblem, file: &str, language: Language) -> String {
    let sheet = if it.sheet.is_empty() { String::new() } else { format!(" ark «{}»,", it.sheet) };
    let column = it.column.as_ref().map(|(name, letters)| format!(", kolonne «{name}» ({letters}{})", it.row));
    let message = it.message.get(language);
    let is_said = message.contains(&format!("`{}`", it.value)) || message.contains(&format!("«{}»", it.value));
    let value = if it.value.is_empty() || is_said {
        String::new()
    } else {
        format!(" (det står «{}»)", it.value.replace('\n', " "))
    };
    let help = it.help.as_ref().map(|help| format!("; {}", help.get(language))).unwrap_or_default();
    let word = if it.severity == Severity::Error { "feil" } else { "advarsel" };
    format!(
        "{file}:{sheet} rad {}{}: {word}[{}]: {}{help}{value}\n",
        it.row,
        column.unwrap_or_default(),
        it.code,
        message
    )
}

fn as_json(it: &CellProblem, args: &ImportArgs) -> serde_json::Value {
    let language = args.project.language();
    serde_json::json!({
        "file": args.file.to_string_lossy(),
        "sheet": it.sheet,
        "row": it.row,
        "column": it.column.as_ref().map(|(name, _)| name),
        "cell": it.column.as_ref().map(|(_, letters)| format!("{letters}{}", it.row)),
        "value": it.value,
        "severity": if it.severity == Severity::Error { "error" } else { "warning" },
        "code": it.code,
        "message": it.message.get(language),
        "help": it.help.as_ref().map(|help| help.get(language)),
    })
}

fn summary(args: &ImportArgs, sheets: &[Sheet]) -> String {
    let rows = || sheets.iter().flat_map(|sheet| sheet.rows.iter().map(move |row| (sheet, row)));
    let count = |wanted: &dyn Fn(&Sheet, &Imported) -> bool| rows().filter(|(sheet, row)| wanted(sheet, row)).count();
    let fine = count(&|sheet, row| is_wanted(args, row) && !has_errors(sheet, row));
    let wrong = sheets.iter().flat_map(|it| &it.problems).filter(|it| it.severity == Severity::Error).count();
    let unchanged = count(&|_, row| row.outcome == Outcome::Unchanged);
    let left = count(&|_, row| !is_wanted(args, row)) - unchanged;
    let verb = if args.skriv { "skrev" } else { "ville skrevet" };
    let more = if args.skriv || fine == 0 { "" } else { ". Skriv dem med --skriv" };
    format!("{verb} {fine} utkast; {unchanged} uendret, {left} ikke tatt med, {wrong} feil{more}")
}
