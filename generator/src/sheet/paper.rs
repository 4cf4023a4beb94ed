//! The kartleggingsskjema on paper: one A4 form per tilbud, for the mapping meeting.

use std::fmt::Write as _;

use super::columns::{Column, Kind, columns};
use super::form::Lists;

/// Most words that are printed with boxes to tick; longer lists get lines to write on.
const BOXES: usize = 32;

const STYLE: &str = "@page{size:A4;margin:16mm}body{font:11pt/1.35 system-ui,sans-serif;max-width:180mm;margin:0 auto;color:#000;background:#fff}\
h1{font-size:17pt;margin:0 0 2mm}p{margin:0 0 3mm}fieldset{border:0;border-top:1px solid #666;margin:0;padding:2.5mm 0;break-inside:avoid}\
legend,.navn{font-weight:700;padding:0;margin:0}.hjelp{font-size:9pt;color:#333;margin:0 0 1mm}\
.linje{border-bottom:1px solid #666;height:7mm}.valg{columns:3;font-size:9.5pt;margin:1mm 0 0;padding:0;list-style:none}\
.valg li{break-inside:avoid;padding:.4mm 0}.valg li::before{content:'☐ '}@media print{a{color:#000}}";

/// The form as one HTML page that needs nothing else.
pub fn paper(lists: &Lists) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"nb\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>Kartleggingsskjema</title>\n<style>{STYLE}</style>\n<h1>Kartleggingsskjema</h1>\n\
         <p>Ett skjema per tilbud. Skriv stillinger og felles telefonnumre, aldri navn på personer. Er adressen hemmelig, skal den ikke stå her.</p>\n"
    );
    for column in columns().iter().filter(|it| it.common) {
        field(&mut out, column, lists);
    }
    out.push_str("</html>\n");
    out
}

fn field(out: &mut String, column: &Column, lists: &Lists) {
    let words: Vec<String> = match column.kind {
        Kind::Bool => vec!["ja".to_owned(), "nei".to_owned()],
        Kind::Eier => Vec::new(),
        kind => lists.of(kind).iter().map(|(slug, _)| lists.label(kind, slug)).collect(),
    };
    let _ = write!(out, "<fieldset><legend>{}</legend>", escape(column.label));
    if !column.help.is_empty() {
        let _ = write!(out, "<p class=\"hjelp\">{}</p>", escape(column.help));
    }
    if words.is_empty() || words.len() > BOXES {
        let lines = match (column.kind, column.path) {
            (Kind::Body, _) => 7,
            (Kind::Hours, _) | (_, "sammendrag" | "slik_får_du_det" | "søkeord") => 2,
            _ => 1,
        };
        out.push_str(&"<div class=\"linje\"></div>".repeat(lines));
    } else {
        out.push_str("<ul class=\"valg\">");
        for word in words {
            let _ = write!(out, "<li>{}</li>", escape(&word));
        }
        out.push_str("</ul>");
    }
    out.push_str("</fieldset>\n");
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
