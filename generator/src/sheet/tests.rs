//! Workbooks as Excel and its users make them, and as nobody should.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

use super::*;
use crate::draft::yaml::Value as Yaml;

/// A workbook with one sheet, filled by `fill`.
fn book(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet().set_name("Ark").expect("a name")).expect("it can be filled");
    book.save_to_buffer().expect("it can be saved")
}

fn rows(bytes: &[u8]) -> (Vec<Imported>, Vec<CellProblem>) {
    let grids = read_xlsx(bytes, None).expect("it can be read");
    import(&grids[..1], &Mapping::default(), &Lists::default(), "kommuner/testvik", &BTreeMap::new())
        .expect("it has headings")
        .remove(0)
}

fn refused(bytes: &[u8]) -> String {
    read_xlsx(bytes, None).expect_err("it is refused").0
}

/// A zip archive that looks like a workbook, with this content as the list of texts.
fn archive(name: &str, chunk: &[u8], n: usize) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    out.start_file(name, options).expect("it can be begun");
    for _ in 0..n {
        out.write_all(chunk).expect("it can be written");
    }
    out.finish().expect("it can be finished").into_inner()
}

#[test]
fn dates_are_read_however_they_are_kept() {
    let bytes = book(|sheet| {
        sheet.write_row(0, 0, ["Tittel", "Gyldig fra", "Gyldig til", "Postnummer"])?;
        let day = Format::new().set_num_format("dd.mm.yyyy");
        sheet.write(1, 0, "Som dato")?;
        sheet.write_with_format(1, 1, &ExcelDateTime::from_ymd(2026, 9, 1)?, &day)?;
        sheet.write(1, 2, 46_266)?;
        sheet.write(1, 3, 150)?;
        sheet.write_row(2, 0, ["Som tekst", "1.9.2026", "2026-09-01"])?;
        Ok(())
    });
    let (rows, problems) = rows(&bytes);
    assert_eq!(problems, []);
    for row in &rows {
        assert!(row.text.contains("gyldig_fra: \"2026-09-01\""), "{}", row.text);
        assert!(row.text.contains("gyldig_til: \"2026-09-01\""), "{}", row.text);
    }
    assert!(rows[0].text.contains("postnummer: \"0150\""), "{}", rows[0].text);
}

#[test]
fn merged_cells_and_formulas() {
    let bytes = book(|sheet| {
        sheet.write_row(0, 0, ["Tittel", "Etat eller organisasjon", "Telefon"])?;
        sheet.write(1, 0, "En")?;
        sheet.write(2, 0, "To")?;
        sheet.merge_range(1, 1, 2, 1, "helse", &Format::new())?;
        sheet.write_formula(1, 2, Formula::new("=1+1").set_result("22 22 22 22"))?;
        sheet.write_formula(2, 2, Formula::new("=1/0").set_result("#DIV/0!"))?;
        Ok(())
    });
    let (rows, problems) = rows(&bytes);
    assert!(!rows[1].text.contains("kontakt"), "of a broken formula there is nothing to write: {}", rows[1].text);
    assert!(rows[0].text.contains("eier: helse") && rows[0].text.contains("22 22 22 22"), "{}", rows[0].text);
    let problem = &problems[0];
    assert_eq!((problem.row, problem.code), (3, "ugyldig-celle"));
    assert_eq!(problem.column, Some(("Telefon".to_owned(), "C".to_owned())));
    let both = book(|sheet| {
        sheet.write_row(0, 0, ["Tittel", "Etat eller organisasjon"])?;
        sheet.write(1, 0, "En")?;
        sheet.write(2, 0, "To")?;
        sheet.merge_range(1, 1, 2, 1, "helse", &Format::new())?;
        Ok(())
    });
    let (rows, _) = self::rows(&both);
    assert!(rows.iter().all(|it| it.text.contains("eier: helse")), "a merged cell counts for each of its rows");
}

#[test]
fn a_heading_that_stands_twice_is_told() {
    let bytes = book(|sheet| {
        sheet.write_row(0, 0, ["Tittel", "Tittel", "Telefon"])?;
        sheet.write_row(1, 0, ["En", "To", "22 22 22 22"]).map(drop)
    });
    let (rows, problems) = rows(&bytes);
    assert!(rows[0].text.contains("tittel: En"), "{}", rows[0].text);
    let told: Vec<_> = problems.iter().map(|it| (it.code, it.column.as_ref().map(|it| it.1.as_str()))).collect();
    assert_eq!(told, [("dobbel-kolonne", Some("B"))]);
}

#[test]
fn numbers_as_people_write_them() {
    let read = |path: &str, cell: Value| super::convert::decode(Kind::Number, path, &cell, &Lists::default());
    for (written, kept) in [
        ("200", "200"),
        ("1.800", "1800"),
        ("1.800,50", "1800,50"),
        ("1 800 kr", "1 800"),
        ("kr. 200,-", "200"),
        ("12.50", "12.50"),
        ("150 kroner", "150"),
        // What is no amount stays as it is written, and is told.
        ("10-12", "10-12"),
        ("gratis", "gratis"),
        ("kr", "kr"),
    ] {
        let value = read("pris.beløp", Value::Text(written.to_owned()));
        assert_eq!(value, Ok(Some(Yaml::Text(kept.to_owned()))), "{written}");
    }
    let text = |it: &str| Ok(Some(Yaml::Text(it.to_owned())));
    assert_eq!(read("ressurser.årsverk", Value::Text("1.125".to_owned())), text("1.125"));
    assert_eq!(read("pris.beløp", Value::Number(1.125)), text("1.125"));
}

#[test]
fn days_that_excel_saved_as_numbers_in_text() {
    let read = |written: &str| {
        super::convert::decode(Kind::Date, "gyldig_til", &Value::Text(written.to_owned()), &Lists::default())
    };
    for (written, kept) in [("46266", "2026-09-01"), ("31.12.2026", "2026-12-31"), ("31122", "31122"), ("-1", "-1")] {
        assert_eq!(read(written), Ok(Some(Yaml::Text(kept.to_owned()))), "{written}");
    }
}

#[test]
fn hidden_sheets_are_passed_over_unless_named() {
    let mut book = Workbook::new();
    book.add_worksheet()
        .set_name("Synlig")
        .and_then(|it| it.write_row(0, 0, ["Tittel", "Tema"]))
        .expect("it can be made");
    book.add_worksheet().set_name("Skjult").expect("a name").set_hidden(true);
    let bytes = book.save_to_buffer().expect("it can be saved");
    let names = |only| read_xlsx(&bytes, only).map(|it| it.into_iter().map(|it| it.name).collect::<Vec<_>>());
    assert_eq!(names(None), Ok(vec!["Synlig".to_owned()]));
    assert_eq!(names(Some("Skjult")), Ok(vec!["Skjult".to_owned()]));
    assert!(names(Some("Borte")).is_err_and(|it| it.0.contains("Synlig, Skjult")));
}

#[test]
fn what_would_fill_the_memory_is_refused() {
    let zeros = vec![b' '; 1 << 20];
    assert!(refused(&archive("xl/sharedStrings.xml", &zeros, 70)).contains("pakkes ut"));
    assert!(refused(&archive("xl/worksheets/sheet1.xml", &zeros, 260)).contains("pakkes ut"));
    assert!(refused(b"PK\x03\x04 not really").contains("ikke et Excel-ark"));
    assert!(refused(b"").contains("ikke et Excel-ark"));
    assert!(refused(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]).contains("gammelt Excel-ark"));
    assert!(refused(&archive("mimetype", b"x", 1)).contains("kan ikke leses"));
    let far = book(|sheet| {
        sheet.write_row(0, 0, ["Tittel", "Tema"])?;
        sheet.write(1_048_575, 16_383, "langt borte")?;
        sheet.write(1_048_575, 0, "Nederst")?;
        Ok(())
    });
    let (rows, _) = rows(&far);
    assert_eq!((rows.len(), rows[0].row), (1, 1_048_576));
}

#[test]
fn too_many_rows_are_refused_with_their_number() {
    let many = book(|sheet| {
        for row in 0..100_000 {
            sheet.write(row, 0, "Tittel")?;
        }
        Ok(())
    });
    assert!(refused(&many).contains("flere enn 5000 rader"));
    let text = "Tittel\n".repeat(100_000);
    assert!(read_csv(text.as_bytes()).is_err_and(|it| it.0.contains("flere enn 5000 rader")));
}

#[test]
fn csv_as_excel_in_norway_saves_it() {
    let grid = read_csv(b"Tittel;Tema\r\n\xc5pen barnehage;helse\r\n").expect("it can be read");
    assert_eq!(grid.at(1, 0), &Value::Text("Åpen barnehage".to_owned()));
    let grid = read_csv("\u{feff}Tittel\tTema\nA\tb".as_bytes()).expect("it can be read");
    assert_eq!(grid.at(1, 1), &Value::Text("b".to_owned()));
    assert!(read_csv(format!("Tittel\n\"{}", "a".repeat(200_000)).as_bytes()).is_err());
}

#[test]
fn opening_hours_as_people_write_them() {
    let read = |text: &str| {
        let cell = Value::Text(text.to_owned());
        convert::decode(Kind::Hours, "åpningstider", &cell, &Lists::default())
    };
    let flow = |text: &str| read(text).expect("it is understood").map(|it: Yaml| it.flow());
    assert_eq!(
        flow("mandag–onsdag 08.00–15.30; lørdag 10-14"),
        Some("[{dager: [mandag, tirsdag, onsdag], fra: \"08:00\", til: \"15:30\"}, {dager: [lørdag], fra: \"10:00\", til: \"14:00\"}]".to_owned())
    );
    assert_eq!(flow("Tirsdag og torsdag kl. 14–17"), flow("tirsdag, torsdag 14:00–17:00"));
    assert_eq!(flow("hverdager 8:00 - 15:30"), flow("hverdager 08:00–15:30"));
    assert_eq!(flow("døgnåpent"), Some("døgnåpent".to_owned()));
    for wrong in ["når vi kan", "mandag", "fredag–mandag 08–12", "mandag 25–26", "mandag 08:00–"] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn the_form_is_a_workbook_with_choices() {
    let bytes = form(&Lists::default()).expect("it can be made");
    assert_eq!(bytes, form(&Lists::default()).expect("it can be made"), "the same form has the same bytes");
    let (rows, problems) = rows(&bytes);
    assert_eq!((rows, problems), (Vec::new(), Vec::new()), "the example row is no tilbud");
    let all = read_xlsx(&bytes, None).expect("it can be read");
    assert_eq!(all.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Tilbud", "Veiledning"]);
}

#[test]
fn columns_have_letters_as_in_excel() {
    assert_eq!([0, 25, 26, 51, 52, 701, 702].map(form::letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
}
