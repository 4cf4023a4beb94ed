//! The kartleggingsskjema as a workbook, and tables of tilbud.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Note,
    Workbook, Worksheet, XlsxError,
};

use super::columns::{Column, Kind, columns};
use super::export::Export;
use super::mapping::fold;
use super::read::is_formula;
use crate::model::{Home, KommuneId, Lang, Liste, Site};
use crate::read::field::parse_date;

/// The words that cells choose from: names in files and names for people.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lists {
    lists: BTreeMap<&'static str, Vec<(String, String)>>,
}

impl Lists {
    /// The words of `site`, and the organisations of `kommune`, for people who write `lang`.
    pub fn new(site: &Site, kommune: Option<KommuneId>, lang: Lang) -> Lists {
        let mut lists = BTreeMap::new();
        for list in Liste::ALL {
            let terms = site.vokabular.list(list).iter();
            lists.insert(list.key(), terms.map(|it| (it.slug.to_string(), it.navn.best(lang).to_owned())).collect());
        }
        let duties = site.lovkrav.iter().map(|it| (it.slug.to_string(), it.tittel.best(lang).to_owned()));
        lists.insert("lovkrav", duties.collect());
        let others = site.ikke_lovpalagt.iter().map(|it| (it.slug.to_string(), it.tittel.best(lang).to_owned()));
        lists.insert("ikke_lovpålagt", others.collect());
        let own = site.organisasjoner.iter().filter(|it| kommune.is_some() && it.home == kommune.map(Home::Kommune));
        lists.insert("eier", own.map(|it| (it.slug.to_string(), it.navn.best(lang).to_owned())).collect());
        Lists { lists }
    }

    /// The words that a cell of this kind chooses from: name in files, name for people.
    pub(super) fn of(&self, kind: Kind) -> &[(String, String)] {
        let key = match kind {
            Kind::Term(list) | Kind::Terms(list) => list.key(),
            Kind::Lovkrav => "lovkrav",
            Kind::IkkeLovpalagt => "ikke_lovpålagt",
            Kind::Eier => "eier",
            _ => return &[],
        };
        self.lists.get(key).map_or(&[], Vec::as_slice)
    }

    /// Whether the word is known, by either name.
    pub(super) fn knows(&self, kind: Kind, word: &str) -> bool {
        let folded = fold(word);
        self.of(kind).iter().any(|(slug, name)| slug == word || fold(name) == folded)
    }

    /// The name in files of what people call `word`; `word` itself when nobody knows it.
    pub(super) fn slug(&self, kind: Kind, word: &str) -> String {
        let list = self.of(kind);
        let folded = fold(word);
        let exact = list.iter().find(|(slug, _)| slug == word);
        let found = exact.or_else(|| list.iter().find(|(_, name)| name == word));
        let found = found.or_else(|| list.iter().find(|(slug, name)| fold(name) == folded || fold(slug) == folded));
        found.map_or_else(|| word.to_owned(), |(slug, _)| slug.clone())
    }

    /// What people call the word `slug`, where that leads back to it; else `slug`.
    pub(super) fn label(&self, kind: Kind, slug: &str) -> String {
        let name = self.of(kind).iter().find(|(it, _)| it == slug).map(|(_, name)| name);
        let usable = |it: &&String| !it.contains([';', '\n', ',']) && self.slug(kind, it) == slug;
        name.filter(usable).map_or_else(|| slug.to_owned(), Clone::clone)
    }
}

/// Rows of the form that are ready for use.
const FORM_ROWS: u32 = 300;
/// Most characters of a cell.
const MAX_TEXT: usize = 32_767;

/// The kartleggingsskjema: an empty sheet with choices and help, an example row, and the words explained.
pub fn form(lists: &Lists) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Tilbud")?;
    headings(sheet)?;
    let example = Format::new().set_italic().set_font_color("#595959").set_text_wrap().set_align(FormatAlign::Top);
    for (at, column) in columns().iter().enumerate() {
        sheet.write_string_with_format(1, column_number(at), example_cell(column, lists), &example)?;
    }
    choices(sheet, lists)?;
    word_lists(&mut book, lists)?;
    guide(&mut book)?;
    finish(book)
}

/// All tilbud as a workbook with the form's columns and choices.
pub fn table_xlsx(export: &Export, lists: &Lists) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Tilbud")?;
    headings(sheet)?;
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let day = Format::new().set_num_format("dd.mm.yyyy").set_align(FormatAlign::Top);
    for (row, cells) in (1..).zip(&export.rows) {
        for (at, (cell, column)) in cells.iter().zip(columns()).enumerate().filter(|(_, (cell, _))| !cell.is_empty()) {
            let at = column_number(at);
            match (column.kind, parse_date(cell), cell.parse::<f64>()) {
                (Kind::Date, Some(date), _) if date.year() >= 1900 => {
                    let year = u16::try_from(date.year()).unwrap_or(1900);
                    let (month, day_of) = (date.month().unsigned_abs(), date.day().unsigned_abs());
                    sheet.write_datetime_with_format(row, at, ExcelDateTime::from_ymd(year, month, day_of)?, &day)?;
                }
                (Kind::Number, _, Ok(n)) if n.to_string() == *cell && n.abs() < 1e15 => {
                    sheet.write_number_with_format(row, at, n, &text)?;
                }
                _ => {
                    sheet.write_string_with_format(row, at, cell, &text)?;
                }
            }
        }
    }
    choices(sheet, lists)?;
    word_lists(&mut book, lists)?;
    guide(&mut book)?;
    finish(book)
}

/// All tilbud as CSV for Excel: semicolons, UTF-8 with a mark. What a spreadsheet would take for a formula
/// gets an apostrophe, which reading takes away again.
pub fn table_csv(export: &Export) -> Result<Vec<u8>, csv::Error> {
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::from("\u{feff}".as_bytes()));
    out.write_record(columns().iter().map(|it| it.label))?;
    for row in &export.rows {
        out.write_record(row.iter().map(|it| if is_formula(it) { format!("'{it}") } else { it.clone() }))?;
    }
    out.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn column_number(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

fn headings(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let format = Format::new()
        .set_bold()
        .set_background_color("#1d5b79")
        .set_font_color("#ffffff")
        .set_border(FormatBorder::Thin)
        .set_text_wrap();
    for (at, column) in columns().iter().enumerate() {
        let number = column_number(at);
        sheet.write_string_with_format(0, number, column.label, &format)?;
        if !column.help.is_empty() {
            sheet.insert_note(0, number, &Note::new(column.help).add_author_prefix(false))?;
        }
        let width = match column.kind {
            Kind::Body => 60.0,
            Kind::Text if matches!(column.path, "tittel" | "sammendrag" | "slik_får_du_det") => 36.0,
            Kind::Number | Kind::Bool | Kind::Date => 12.0,
            _ => 22.0,
        };
        sheet.set_column_width(number, width)?;
    }
    let first_rare = columns().iter().position(|it| !it.common).unwrap_or_default();
    sheet.group_columns(column_number(first_rare), column_number(columns().len() - 1))?;
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

/// The row that shows how to fill in the form.
fn example_cell(column: &Column, lists: &Lists) -> String {
    let label = |slug: &str| lists.label(column.kind, slug);
    match column.path {
        "tittel" => format!("{} Helsestasjon for ungdom", super::EXAMPLE),
        "sammendrag" => "Gratis time hos helsesykepleier, uten timebestilling.".to_owned(),
        "" if column.kind == Kind::Body => "Kom innom når du vil. Alt du sier, er mellom deg og oss.".to_owned(),
        "pyramidenivå" => label("alle"),
        "tema" => format!("{}; {}", label("helse"), label("kropp-seksualitet")),
        "tilbudstype" => label("helsetjeneste"),
        "målgrupper" => label("ungdom"),
        "alder.fra" => "13".to_owned(),
        "alder.til" => "20".to_owned(),
        "lovkrav" => label("helsestasjonstilbud-ungdom"),
        "inngang" => label("direkte"),
        "pris.gratis" => "ja".to_owned(),
        "kontakt.telefon" => "00 00 00 00".to_owned(),
        "kontakt.epost" => "post@kommunen.example".to_owned(),
        "åpningstider" => "tirsdag, torsdag 14:00–17:00".to_owned(),
        "kontrollert.dato" => "01.09.2026".to_owned(),
        "kontrollert.av" => "Fagkoordinator ungdomshelse".to_owned(),
        _ => String::new(),
    }
}

/// Drop-down lists. Where several words may be chosen, others than those of the list may be written too.
fn choices(sheet: &mut Worksheet, lists: &Lists) -> Result<(), XlsxError> {
    let mut list_column = 0;
    for (at, column) in columns().iter().enumerate() {
        let number = column_number(at);
        let several = matches!(column.kind, Kind::Terms(_) | Kind::Lovkrav | Kind::IkkeLovpalagt);
        let rule = match column.kind {
            Kind::Choice(words) => DataValidation::new().allow_list_strings(words)?,
            Kind::Bool => DataValidation::new().allow_list_strings(&["ja", "nei"])?,
            kind if !lists.of(kind).is_empty() => {
                let (letters, last) = (letters(list_column), lists.of(kind).len() + 1);
                list_column += 1;
                DataValidation::new()
                    .allow_list_formula(Formula::new(format!("=Ordlister!${letters}$2:${letters}${last}")))
            }
            _ => continue,
        };
        let title: String = column.label.chars().take(32).collect();
        let help: String = column.help.chars().take(255).collect();
        let rule = rule.set_input_title(title)?.set_input_message(help)?.show_error_message(!several);
        let rule = rule.set_error_style(DataValidationErrorStyle::Warning);
        sheet.add_data_validation(1, number, FORM_ROWS, number, &rule)?;
    }
    Ok(())
}

/// The words that the drop-down lists show, on a sheet of their own, in the order of the columns.
fn word_lists(book: &mut Workbook, lists: &Lists) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet().set_name("Ordlister")?;
    let with_list = columns().iter().filter(|it| !lists.of(it.kind).is_empty());
    for (at, column) in with_list.enumerate() {
        let at = column_number(at);
        sheet.write_string_with_format(0, at, column.label, &bold)?;
        for (row, (slug, _)) in (1..).zip(lists.of(column.kind)) {
            sheet.write_string(row, at, lists.label(column.kind, slug))?;
        }
        sheet.set_column_width(at, 28.0)?;
    }
    sheet.set_hidden(true);
    Ok(())
}

/// What each column means.
fn guide(book: &mut Workbook) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let wrap = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = book.add_worksheet().set_name("Veiledning")?;
    let lines = [
        "Fyll inn ett tilbud per rad i arket «Tilbud». Raden som begynner med «Eksempel:», blir ikke lest.",
        "Skriv stillinger, felles telefonnumre og felles postkasser, aldri navn på personer.",
        "Skriv hemmelige adresser ingen steder: kryss av for «Skjult adresse», og la adressen stå tom.",
        "Les arket inn med: nettungen import FIL.xlsx --kommune KOMMUNE. Da ser dere hva som blir skrevet. Skriv med --skriv.",
    ];
    for (row, line) in (0..).zip(lines) {
        sheet.write_string(row, 0, line)?;
    }
    sheet.write_string_with_format(5, 0, "Kolonne", &bold)?;
    sheet.write_string_with_format(5, 1, "Hva du skriver", &bold)?;
    for (row, column) in (6..).zip(columns()) {
        sheet.write_string_with_format(row, 0, column.label, &wrap)?;
        sheet.write_string_with_format(row, 1, column.help, &wrap)?;
    }
    sheet.set_column_width(0, 32.0)?;
    sheet.set_column_width(1, 90.0)?;
    Ok(())
}

/// The bytes; the same content gives the same bytes, whatever the time.
fn finish(mut book: Workbook) -> Result<Vec<u8>, XlsxError> {
    let day = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(
        &rust_xlsxwriter::DocProperties::new().set_creation_datetime(&day).set_title("Kartleggingsskjema"),
    );
    book.save_to_buffer()
}

/// The letters of a column, from 0: A, B … Z, AA.
pub(super) fn letters(at: usize) -> String {
    let mut left = at + 1;
    let mut out = String::new();
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        out.insert(0, char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    out
}

/// The first cell of `export` that has more text than a workbook can hold: its row and heading.
pub fn too_long(export: &Export) -> Option<(usize, &'static str)> {
    let long = |cells: &Vec<String>| cells.iter().position(|it| it.chars().count() > MAX_TEXT);
    export.rows.iter().enumerate().find_map(|(row, cells)| Some((row, columns()[long(cells)?].label)))
}
