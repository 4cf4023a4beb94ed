//! What can go wrong while a page is made.

use std::fmt;

/// A template failed: on which page, where in which template, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderError {
    /// Address of the page.
    pub page: String,
    /// The template, from the theme's `templates/`.
    pub template: String,
    /// Line in the template, counted from 1; 0 when unknown.
    pub line: usize,
    /// Column, counted from 1; 0 when unknown.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

impl RenderError {
    /// Reads the place out of the engine's error; `template` is the one that was asked for.
    pub(super) fn new(page: &str, template: &str, err: &tera::Error) -> RenderError {
        let (template, line, column, message) = match err.kind() {
            tera::ErrorKind::RenderingError(it) | tera::ErrorKind::SyntaxError(it) => {
                (it.filename(), it.span().start_line, it.span().start_col + 1, it.message().to_owned())
            }
            _ => (template, 0, 0, err.to_string()),
        };
        RenderError { page: page.to_owned(), template: template.to_owned(), line, column, message }
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "templates/{}:{}:{}: {} (on the page {})", self.template, self.line, self.column, self.message, self.page)
    }
}

impl std::error::Error for RenderError {}
