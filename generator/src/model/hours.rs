//! When somebody is there.

use jiff::civil::Date;

use super::Tekst;

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Day {
    /// mandag
    Mandag,
    /// tirsdag
    Tirsdag,
    /// onsdag
    Onsdag,
    /// torsdag
    Torsdag,
    /// fredag
    Fredag,
    /// lørdag
    Lordag,
    /// søndag
    Sondag,
}

impl Day {
    /// The week, Monday first.
    pub const ALL: [Day; 7] =
        [Day::Mandag, Day::Tirsdag, Day::Onsdag, Day::Torsdag, Day::Fredag, Day::Lordag, Day::Sondag];
}

/// A time of day in minutes after midnight, 0–1440.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayTime(pub u16);

impl std::fmt::Display for DayTime {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// One line of opening hours. `til` before `fra` means that it lasts past midnight.
#[derive(Clone, Debug, PartialEq)]
pub struct Hours {
    /// Days of the week, sorted.
    pub dager: Vec<Day>,
    /// Opens.
    pub fra: DayTime,
    /// Closes.
    pub til: DayTime,
    /// A remark, such as «drop-in».
    pub merknad: Option<Tekst>,
    /// First day on which the line counts.
    pub gyldig_fra: Option<Date>,
    /// Last day on which the line counts.
    pub gyldig_til: Option<Date>,
    /// Whether it is open on public holidays too; not said means closed.
    pub helligdager: Option<bool>,
}

impl Hours {
    /// Whether it is open on public holidays too.
    pub fn on_holidays(&self) -> bool {
        self.helligdager == Some(true)
    }
}

/// A period in which the service is closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Closure {
    /// First day.
    pub fra: Date,
    /// Last day.
    pub til: Date,
    /// Why.
    pub grunn: Option<Tekst>,
}

/// When somebody is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum OpeningHours {
    /// Not said.
    #[default]
    Unknown,
    /// Day and night, all year.
    Always,
    /// These hours.
    Weekly(Vec<Hours>),
}
