//! One tilbud: its page, and its card in lists.

use serde::Serialize;

use super::{Link, Text};

/// A level of the pyramid.
#[derive(Clone, Debug, Serialize)]
pub struct Level {
    /// What it is called.
    pub name: String,
    /// 1 (for all) to 3 (help); which row of the small pyramid is filled.
    pub n: u8,
    /// The list of that level.
    pub url: Option<String>,
}

/// A tilbud in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// The record's id.
    pub id: String,
    /// Its page.
    pub url: String,
    /// Title.
    pub title: Text,
    /// What you get.
    pub summary: Option<Text>,
    /// Level of the pyramid.
    pub level: Option<Level>,
    /// Ages: «13–20 år»; empty for all.
    pub age: String,
    /// Who gives it.
    pub owner: String,
    /// Telephone as written.
    pub phone: Option<String>,
    /// `tel:` address.
    pub phone_href: Option<String>,
    /// It costs nothing.
    pub free: bool,
    /// «Midlertidig stengt» and the like; empty when it runs.
    pub stopped: String,
    /// Opening hours for the script, as JSON.
    pub hours_json: Option<String>,
    /// Day after which it should be controlled again (ISO).
    pub due: Option<String>,
    /// Day after which it is outdated (ISO).
    pub stale: Option<String>,
    /// It is a draft, shown in preview only.
    pub draft: bool,
    /// Months (1–12, with commas) in which it exists; empty: all year.
    pub months: String,
    /// The same in words.
    pub season: String,
    /// Last day (ISO) on which it counts as new.
    pub new_until: Option<String>,
    /// Opening hours in a line; empty when not said.
    pub when: String,
    /// The first place in a line; empty when not said.
    pub place: String,
    /// How you get it, in a line.
    pub how: String,
}

/// One way to get in touch.
#[derive(Clone, Debug, Serialize)]
pub struct Way {
    /// `sms`, `chat`, `epost`, `nettside` or `skjema`.
    pub kind: &'static str,
    /// Address.
    pub url: String,
    /// What the link says.
    pub label: String,
}

/// The telephone.
#[derive(Clone, Debug, Serialize)]
pub struct Phone {
    /// `tel:` address.
    pub href: String,
    /// As written.
    pub number: String,
    /// Who answers.
    pub who: Option<Text>,
}

/// One line of opening hours.
#[derive(Clone, Debug, Serialize)]
pub struct HoursRow {
    /// «Mandag–torsdag».
    pub days: String,
    /// Days as numbers (1 Monday) with commas, for the script.
    pub day_numbers: String,
    /// «08.00–15.30».
    pub time: String,
    /// Remark, and the period the line counts for; may be empty.
    pub note: String,
    /// First day (ISO) of the period; may be empty.
    pub since: String,
    /// Last day (ISO) of the period; may be empty.
    pub until: String,
}

/// When somebody is there.
#[derive(Clone, Debug, Serialize)]
pub struct Hours {
    /// Day and night, all year.
    pub always: bool,
    /// The lines.
    pub rows: Vec<HoursRow>,
    /// Remark.
    pub note: Option<Text>,
    /// Closed periods still ahead, in words.
    pub closures: Vec<Closure>,
    /// «Bare i juni–august»; empty: all year.
    pub season: String,
    /// For the script, as JSON.
    pub json: String,
}

/// A period in which it is closed.
#[derive(Clone, Debug, Serialize)]
pub struct Closure {
    /// In words.
    pub text: String,
    /// Last day (ISO): shown until then.
    pub until: String,
}

/// A place.
#[derive(Clone, Debug, Serialize)]
pub struct Place {
    /// Its name.
    pub name: Option<Text>,
    /// Address, a line each; empty when hidden.
    pub lines: Vec<String>,
    /// The address is confidential.
    pub hidden: bool,
    /// How to find it.
    pub note: Option<Text>,
}

/// A duty that the tilbud meets.
#[derive(Clone, Debug, Serialize)]
pub struct Duty {
    /// What the duty is.
    pub title: Text,
    /// «barnevernsloven § 3-1».
    pub basis: String,
    /// The paragraph on Lovdata.
    pub url: Option<String>,
}

/// When the information was controlled.
#[derive(Clone, Debug, Serialize)]
pub struct Checked {
    /// In words.
    pub date: String,
    /// ISO.
    pub iso: String,
    /// By which position.
    pub by: String,
    /// Day after which it should be controlled again (ISO).
    pub due: String,
    /// Day after which it is outdated (ISO).
    pub stale: String,
}

/// Terms of one kind, as links to lists.
#[derive(Clone, Debug, Serialize)]
pub struct TermGroup {
    /// «Tema».
    pub name: String,
    /// The terms.
    pub links: Vec<Link>,
}

/// What comes from the mal; shown in preview only.
#[derive(Clone, Debug, Serialize)]
pub struct FromMal {
    /// «Bygger på malen «Helsestasjon» (versjon 1)».
    pub lead: String,
    /// Names of the fields that come from the mal, with commas.
    pub inherited: String,
    /// Names of the fields that stand in place of the mal's, with commas.
    pub replaced: String,
    /// Names of the fields that only the record has, with commas.
    pub own: String,
    /// What changed in the mal since, one sentence each.
    pub changes: Vec<String>,
}

/// The page of one tilbud.
#[derive(Clone, Debug, Serialize)]
pub struct TilbudPage {
    /// The record's id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What you get.
    pub summary: Option<Text>,
    /// A message shown first.
    pub message: Option<Text>,
    /// It does not run: «Midlertidig stengt».
    pub stopped: String,
    /// It is a draft, shown in preview only.
    pub draft: bool,
    /// «Denne teksten finnes bare på bokmål»; empty when all is in the page's language.
    pub language_note: String,
    /// Telephone.
    pub phone: Option<Phone>,
    /// Other ways.
    pub ways: Vec<Way>,
    /// For whom: target groups.
    pub groups: Vec<Link>,
    /// Ages in words.
    pub age: String,
    /// How you get it, in the vocabulary's words.
    pub access: Vec<String>,
    /// How you get it, in the record's own words.
    pub how: Option<Text>,
    /// What it costs; empty when not said.
    pub price: String,
    /// Remark on the price.
    pub price_note: Option<Text>,
    /// When.
    pub hours: Option<Hours>,
    /// Where.
    pub places: Vec<Place>,
    /// The area it is given in.
    pub area: String,
    /// Languages it is given in; empty when not said.
    pub languages: String,
    /// Who gets in: «Rullestol: ja».
    pub accessibility: Vec<String>,
    /// Remark on who gets in.
    pub accessibility_note: Option<Text>,
    /// The text, rendered.
    pub body_html: String,
    /// Its language when that is another than the page's.
    pub body_lang: Option<&'static str>,
    /// Level of the pyramid.
    pub level: Option<Level>,
    /// Themes, types, groups … as links to lists.
    pub terms: Vec<TermGroup>,
    /// Who gives it.
    pub owner: Link,
    /// Steps before this one in its tiltakskjede.
    pub before: Vec<Link>,
    /// Steps after this one.
    pub after: Vec<Link>,
    /// Duties it meets.
    pub duties: Vec<Duty>,
    /// When it was controlled.
    pub checked: Option<Checked>,
    /// Where the facts are from; empty when not said.
    pub source: String,
    /// `mailto:` to report an error, with the id.
    pub report_url: Option<String>,
    /// The page for search engines: JSON-LD that is safe inside `<script>`.
    pub ld_html: String,
    /// The page as plain text, to copy.
    pub copy_text: String,
    /// What comes from the mal; in preview only.
    pub mal: Option<FromMal>,
    /// The pick-list with this tilbud in it; only on the pages of kommuner.
    pub my_list_url: Option<String>,
}
