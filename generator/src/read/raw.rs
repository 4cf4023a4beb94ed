//! Records as written: every field optional and with its place. `check` turns them into the model.
//!
//! Closed sets of words are here, records by what they are about in the files below.

mod owner;
mod portal;
mod tilbud;

pub use owner::*;
pub use portal::*;
pub use tilbud::*;

use super::field::choice;
use super::said::said_days;
use crate::diag::{Spanned, Text};
use crate::model::{
    Ansvar, Day, DokumentArt, Drift, MalDekker, Malform, MethodStatus, OrganisasjonType, Status, Verdict,
};

/// A reference to another record or a word of a vocabulary, resolved later.
pub type Ref = Spanned<String>;

choice!(Status {
    "utkast" => Status::Utkast,
    "til-kvalitetssikring" => Status::TilKvalitetssikring,
    "publisert" => Status::Publisert,
    "arkivert" => Status::Arkivert,
});
choice!(Drift {
    "aktiv" => Drift::Aktiv,
    "stengt-midlertidig" => Drift::StengtMidlertidig,
    "planlagt" => Drift::Planlagt,
    "avsluttet" => Drift::Avsluttet,
});
choice!(Verdict {
    "ja" => Verdict::Ja,
    "delvis" => Verdict::Delvis,
    "nei" => Verdict::Nei,
    "ikke-vurdert" => Verdict::IkkeVurdert,
});
choice!(OrganisasjonType {
    "etat" => OrganisasjonType::Etat,
    "offentlig" => OrganisasjonType::Offentlig,
    "interkommunal" => OrganisasjonType::Interkommunal,
    "helseforetak" => OrganisasjonType::Helseforetak,
    "frivillig" => OrganisasjonType::Frivillig,
    "privat" => OrganisasjonType::Privat,
});
choice!(Malform {
    "bokmål" => Malform::Bokmal,
    "nynorsk" => Malform::Nynorsk,
    "nøytral" => Malform::Noytral,
});
choice!(MethodStatus {
    "ikke-startet" => MethodStatus::IkkeStartet,
    "i-gang" => MethodStatus::IGang,
    "ferdig" => MethodStatus::Ferdig,
});
choice!(MalDekker {
    "tilbud" => MalDekker::Tilbud,
    "dokument" => MalDekker::Dokument,
    "rutine" => MalDekker::Rutine,
});
choice!(DokumentArt {
    "dokument" => DokumentArt::Dokument,
    "rutine" => DokumentArt::Rutine,
});
choice!(Ansvar {
    "kommune" => Ansvar::Kommune,
    "fylkeskommune" => Ansvar::Fylkeskommune,
    "stat" => Ansvar::Stat,
});

/// Days as written: one day, or a word for several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days(pub &'static [Day]);

choice!(Days {
    "mandag" => Days(&[Day::Mandag]),
    "tirsdag" => Days(&[Day::Tirsdag]),
    "onsdag" => Days(&[Day::Onsdag]),
    "torsdag" => Days(&[Day::Torsdag]),
    "fredag" => Days(&[Day::Fredag]),
    "lørdag" => Days(&[Day::Lordag]),
    "søndag" => Days(&[Day::Sondag]),
    "hverdager" => Days(&[Day::Mandag, Day::Tirsdag, Day::Onsdag, Day::Torsdag, Day::Fredag]),
    "helg" => Days(&[Day::Lordag, Day::Sondag]),
    "alle-dager" => Days(&Day::ALL),
} instead list_of_days);

/// How to write a text that names several days.
fn list_of_days(text: &str) -> Option<Text> {
    let days = said_days(text)?.join(", ");
    Some(Text::new(format!("skriv `[{days}]`"), format!("write `[{days}]`")))
}

/// A month, 1–12.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month(pub u8);

choice!(Month {
    "januar" => Month(1), "februar" => Month(2), "mars" => Month(3), "april" => Month(4),
    "mai" => Month(5), "juni" => Month(6), "juli" => Month(7), "august" => Month(8),
    "september" => Month(9), "oktober" => Month(10), "november" => Month(11), "desember" => Month(12),
});

/// `stengt` or `åpent` on public holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenOnHolidays(pub bool);

choice!(OpenOnHolidays { "stengt" => OpenOnHolidays(false), "åpent" => OpenOnHolidays(true) });

/// `på` or `av`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switch(pub bool);

choice!(Switch { "på" => Switch(true), "av" => Switch(false), "true" => Switch(true), "false" => Switch(false) });
