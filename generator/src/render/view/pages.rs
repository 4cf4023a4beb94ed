//! Pages of text: the method, about, and what is not there.

use serde::Serialize;

use super::{Link, Text};

/// A page of text.
#[derive(Clone, Debug, Serialize)]
pub struct TextPage {
    /// Title.
    pub title: Text,
    /// What it says, in a sentence.
    pub lead: Option<Text>,
    /// The text, rendered.
    pub body_html: String,
    /// Its language when that is another than the page's.
    pub body_lang: Option<&'static str>,
    /// «Denne teksten finnes bare på bokmål»; empty when it is in the page's language.
    pub language_note: String,
    /// Step of the method, 1–6; 0 for other pages.
    pub step: u8,
    /// The page before in the same row.
    pub previous: Option<Link>,
    /// The page after.
    pub next: Option<Link>,
}

/// A step of the method in the spiral.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// 1–6.
    pub n: u8,
    /// What it is called.
    pub name: String,
    /// What it is about.
    pub note: String,
    /// Its page.
    pub url: String,
    /// Where its node is in the drawing.
    pub x: f64,
    /// Where its node is in the drawing.
    pub y: f64,
}

/// The method in short.
#[derive(Clone, Debug, Serialize)]
pub struct MethodPage {
    /// The steps.
    pub steps: Vec<Step>,
    /// The thread of the spiral, as SVG path data.
    pub thread: String,
    /// The short text, rendered.
    pub body_html: String,
    /// Its language when that is another than the page's.
    pub body_lang: Option<&'static str>,
    /// The whole method on one page.
    pub whole_url: String,
}

/// The whole method on one page.
#[derive(Clone, Debug, Serialize)]
pub struct WholeMethod {
    /// All pages of the method, in order.
    pub parts: Vec<TextPage>,
}
