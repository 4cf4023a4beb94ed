//! Help and complaints about arguments, in Norwegian, or in English with `--lang en`.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory as _};

use super::help_en::{ARGUMENTS, COMMANDS};
use crate::diag::{Language, Text};

/// The language that the arguments ask for: help has to know it before they are understood.
pub(super) fn language(args: &[std::ffi::OsString]) -> Language {
    let asked = |pair: &[std::ffi::OsString]| pair[0] == "--lang" && pair[1] == "en";
    let english = args.iter().any(|it| it == "--lang=en") || args.windows(2).any(asked);
    if english { Language::En } else { Language::Nb }
}

/// The whole command line, its help in `language`.
pub(super) fn command(language: Language) -> Command {
    let plain = speak(super::Cli::command(), "", language);
    let mut built = plain.clone();
    built.build();
    with_usage(plain, &built, language)
}

/// One command and those below it; `path` is its name with those above it, but for `nettungen`.
fn speak(command: Command, path: &str, language: Language) -> Command {
    let say = |nb, en| if language == Language::En { en } else { nb };
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let mut command = command
        .disable_help_flag(true)
        .arg(help.help(say("Vis hjelp", "Show help")))
        .subcommand_help_heading(say("Kommandoer", "Commands"))
        .subcommand_value_name(say("KOMMANDO", "COMMAND"))
        .help_template(match language {
            Language::Nb => "{about-with-newline}\nBruk: {usage}\n\n{all-args}{after-help}",
            Language::En => "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}",
        });
    if path.is_empty() {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
        command = command.disable_version_flag(true).arg(version.help(say("Vis versjonen", "Show the version")));
    }
    if let Some((_, about, long)) = COMMANDS.iter().find(|(it, ..)| language == Language::En && *it == path) {
        command = command.about(*about).long_about(format!("{about}\n\n{long}"));
    }
    command = command.mut_args(|arg| argument(arg, language));
    command.mut_subcommands(|sub| {
        let path = format!("{path} {}", sub.get_name()).trim_start().to_owned();
        speak(sub, &path, language)
    })
}

/// One argument: what it means, what it is when not given, what it may be.
fn argument(arg: Arg, language: Language) -> Arg {
    let say = |nb, en| if language == Language::En { en } else { nb };
    let heading = if arg.is_positional() { say("Argumenter", "Arguments") } else { say("Valg", "Options") };
    let about = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let english = ARGUMENTS.iter().find(|(nb, _)| *nb == about).map(|(_, en)| (*en).to_owned());
    let mut about = english.filter(|_| language == Language::En).unwrap_or(about);
    let takes_value = arg.get_action().takes_values();
    let choices = arg.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect::<Vec<_>>().join(", ");
    if takes_value && !choices.is_empty() {
        about = format!("{about}: {choices}");
    }
    let default: Vec<String> = arg.get_default_values().iter().map(|it| it.to_string_lossy().into_owned()).collect();
    let default = default.join(", ");
    if takes_value && !default.is_empty() && default != "0" {
        about = format!("{about} ({}: {default})", say("standard", "default"));
    }
    let arg = arg.help(about).long_help(None::<&str>).help_heading(heading);
    if takes_value { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
}

/// Puts the usage lines in, in words of the language.
fn with_usage(command: Command, built: &Command, language: Language) -> Command {
    let usage = built.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim().replace("Usage: ", "");
    let usage = if language == Language::Nb { usage.replace("[OPTIONS]", "[VALG]") } else { usage };
    command.override_usage(usage).mut_subcommands(|sub| match built.find_subcommand(sub.get_name()) {
        Some(twin) => with_usage(sub, twin, language),
        None => sub,
    })
}

/// The command that the arguments name, such as `new kommune`.
pub(super) fn named(args: &[std::ffi::OsString]) -> String {
    let (mut command, mut names) = (super::Cli::command(), Vec::new());
    for arg in args.iter().skip(1) {
        let Some(sub) = command.find_subcommand(arg).cloned() else { break };
        names.push(sub.get_name().to_owned());
        command = sub;
    }
    names.join(" ")
}

/// What is wrong with the arguments of the command `named`, in a line, and where to read more.
pub(super) fn complain(error: &clap::Error, named: &str, language: Language) -> String {
    let nb = language == Language::Nb;
    let got = |kind| context(error, kind);
    let (argument, value) = (got(ContextKind::InvalidArg), got(ContextKind::InvalidValue));
    let line = match error.kind() {
        ErrorKind::InvalidSubcommand if nb => format!("ukjent kommando «{}»", got(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidSubcommand => format!("unknown command “{}”", got(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument if !argument.starts_with('-') && nb => format!("`{named}` tar ikke «{argument}»"),
        ErrorKind::UnknownArgument if !argument.starts_with('-') => format!("`{named}` does not take “{argument}”"),
        ErrorKind::UnknownArgument if nb => format!("ukjent valg «{argument}»"),
        ErrorKind::UnknownArgument => format!("unknown option “{argument}”"),
        ErrorKind::InvalidValue if value.is_empty() && nb => format!("det mangler en verdi etter {argument}"),
        ErrorKind::InvalidValue if value.is_empty() => format!("a value is missing after {argument}"),
        ErrorKind::InvalidValue if nb => {
            format!("«{value}» kan ikke stå etter {argument}; velg {}", got(ContextKind::ValidValue))
        }
        ErrorKind::InvalidValue => {
            format!("“{value}” is not allowed for {argument}; one of {}", got(ContextKind::ValidValue))
        }
        ErrorKind::MissingRequiredArgument if nb => format!("det mangler {argument}"),
        ErrorKind::MissingRequiredArgument => format!("{argument} is missing"),
        ErrorKind::ArgumentConflict if nb => {
            format!("{argument} kan ikke brukes sammen med {}", got(ContextKind::PriorArg))
        }
        ErrorKind::ArgumentConflict => format!("{argument} cannot be used with {}", got(ContextKind::PriorArg)),
        ErrorKind::ValueValidation => {
            let option = argument.split(' ').next().unwrap_or(&argument).to_owned();
            format!("{option} {value}: {}", why(error, &option, language))
        }
        _ => error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned(),
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near = near.into_iter().map(got).find(|it| !it.is_empty());
    let near = near.map(|it| if nb { format!("; mente du «{it}»?") } else { format!("; did you mean “{it}”?") });
    let more = if nb { "Se nettungen --help" } else { "See nettungen --help" };
    format!("nettungen: {line}{}\n{more}\n", near.unwrap_or_default())
}

/// Why a value will not do. What the reader of numbers says is English, and tells not what to write.
fn why(error: &clap::Error, option: &str, language: Language) -> String {
    let Some(source) = std::error::Error::source(error) else { return String::new() };
    let own = source.to_string();
    let bounds = own.split_once(" is not in ").and_then(|(_, it)| it.split_once("..="));
    let text = if let Some((from, to)) = bounds {
        Text::new(
            format!("skriv et helt tall fra {from} til {to}"),
            format!("write a whole number from {from} to {to}"),
        )
    } else if let Some(error) = source.downcast_ref::<std::num::ParseIntError>() {
        let example = if option == "--port" { 8080 } else { 30 };
        match error.kind() {
            std::num::IntErrorKind::PosOverflow => Text::new("tallet er for stort", "the number is too large"),
            _ => Text::new(
                format!("skriv et helt tall, for eksempel {example}"),
                format!("write a whole number, such as {example}"),
            ),
        }
    } else {
        return own;
    };
    text.get(language).to_owned()
}

/// What clap knows of the mistake.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(list)) if kind == ContextKind::ValidValue => list.join(", "),
        Some(ContextValue::Strings(list)) => list.first().cloned().unwrap_or_default(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}
