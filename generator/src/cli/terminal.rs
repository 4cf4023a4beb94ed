//! Standard output and standard error.

use indicatif::{ProgressBar, ProgressStyle};
use std::error::Error;
use std::fs::TryLockError;
use std::io::{self, BufRead as _, IsTerminal as _, Write};

use crate::diag::Language;
use crate::read::disk::reason;

/// Where a command writes: results to `out`, everything else to `err`.
pub(super) struct Terminal {
    out: Box<dyn Write>,
    err: Box<dyn Write>,
    quiet: bool,
}

impl Terminal {
    /// The process's own.
    pub(super) fn std() -> Terminal {
        Terminal { out: Box::new(io::stdout()), err: Box::new(io::stderr()), quiet: false }
    }

    /// Leaves out what is said on the way.
    pub(super) fn set_quiet(&mut self, quiet: bool) {
        self.quiet = quiet;
    }

    /// Writes a result.
    pub(super) fn print(&mut self, text: &str) -> anyhow::Result<()> {
        self.out.write_all(text.as_bytes())?;
        self.out.flush()?;
        Ok(())
    }

    /// Writes a result that need not be text.
    pub(super) fn print_bytes(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        self.out.write_all(bytes)?;
        self.out.flush()?;
        Ok(())
    }

    /// Whether standard output is a screen that somebody looks at.
    pub(super) fn is_screen() -> bool {
        io::IsTerminal::is_terminal(&io::stdout())
    }

    /// Writes problems.
    pub(super) fn problems(&mut self, text: &str) -> anyhow::Result<()> {
        self.err.write_all(text.as_bytes())?;
        Ok(())
    }

    /// Whether there is a person to ask.
    pub(super) fn can_ask(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Asks for a line; `None` when nothing more is to be read.
    pub(super) fn ask(&mut self, question: &str) -> anyhow::Result<Option<String>> {
        write!(self.err, "{question} ")?;
        self.err.flush()?;
        let mut line = String::new();
        let n = io::stdin().lock().read_line(&mut line)?;
        Ok((n > 0).then(|| line.trim().to_owned()))
    }

    /// Shows a line that belongs to a question.
    pub(super) fn show(&mut self, line: &str) {
        // A terminal that is gone cannot be told so.
        let _ = writeln!(self.err, "{line}");
    }

    /// A bar of work to be done, `what` at a time; shown only to a person who wants to hear.
    pub(super) fn progress(&self, what: &str) -> ProgressBar {
        if self.quiet || !io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let template = format!("{{bar:32}} {{pos}} av {{len}} {what}");
        let style = ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
        ProgressBar::new(0).with_style(style)
    }

    /// Says one line on the way, unless quiet.
    pub(super) fn say(&mut self, line: &str) {
        if !self.quiet {
            // A terminal that is gone cannot be told so.
            let _ = writeln!(self.err, "{line}");
        }
    }

    /// Says why the command could not run, in one line.
    pub(super) fn complain(&mut self, error: &anyhow::Error, language: Language) {
        let said: Vec<String> = error.chain().map(|it| words(it, language)).collect();
        let _ = writeln!(self.err, "nettungen: {}", said.join(": "));
    }
}

/// One cause, in words of the language where it is the system that speaks.
fn words(cause: &(dyn Error + 'static), language: Language) -> String {
    if let Some(error) = cause.downcast_ref::<io::Error>() {
        return reason(error).get(language).to_owned();
    }
    match cause.downcast_ref::<TryLockError>() {
        Some(TryLockError::Error(error)) => reason(error).get(language).to_owned(),
        Some(TryLockError::WouldBlock) if language == Language::En => "it is in use".to_owned(),
        Some(TryLockError::WouldBlock) => "den er i bruk".to_owned(),
        None => cause.to_string(),
    }
}

/// Whether `error` is that nobody reads our output any more.
pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().filter_map(|it| it.downcast_ref::<io::Error>()).any(|it| it.kind() == io::ErrorKind::BrokenPipe)
}
