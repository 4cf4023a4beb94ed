//! Whether something is open at a given moment, with Norwegian holidays.

use super::request::Now;
use crate::format::{Core, Info, Opening};

/// Whether an offer is open now; `None` when its hours are not known.
pub(super) fn is_open(core: &Core, info: &Info, now: Now) -> Option<bool> {
    let hours = core.hours_of(info);
    let openings = openings(core, info);
    if openings.is_empty() && !hours.always {
        return None;
    }
    let closed = core.closed.get(hours.closed.0 as usize..hours.closed.1 as usize).unwrap_or_default();
    let out_of_season = hours.months != 0 && hours.months & 1 << (civil(now.day).1 - 1) == 0;
    if out_of_season || closed.iter().any(|it| it.contains(now.day)) {
        return Some(false);
    }
    let yesterday = Now { day: now.day - 1, minute: now.minute + 24 * 60 };
    Some(hours.always || openings.iter().any(|it| opens(it, now) || opens(it, yesterday)))
}

/// Whether an offer is open on some Saturday or Sunday.
pub(super) fn is_open_at_weekends(core: &Core, info: &Info) -> bool {
    core.hours_of(info).always || openings(core, info).iter().any(|it| it.days & 0b110_0000 != 0)
}

fn openings<'a>(core: &'a Core, info: &Info) -> &'a [Opening] {
    let (from, to) = core.hours_of(info).openings;
    core.openings.get(from as usize..to as usize).unwrap_or_default()
}

/// Whether the opening that begins on the day of `now` holds at its minute,
/// which may be after midnight.
fn opens(it: &Opening, now: Now) -> bool {
    let end = if it.to <= it.from { it.to + 24 * 60 } else { it.to };
    it.days & 1 << weekday(now.day) != 0
        && it.from <= now.minute
        && now.minute < end
        && it.valid.contains(now.day)
        && (it.on_holidays || !is_holiday(now.day))
}

/// 0 is Monday. Day 0 was a Thursday.
fn weekday(day: i32) -> u32 {
    (day.wrapping_add(3)).rem_euclid(7) as u32
}

/// Norwegian public holidays, Sundays apart.
fn is_holiday(day: i32) -> bool {
    let (year, month, date) = civil(day);
    let fixed = [(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)];
    // Skjærtorsdag, langfredag, two days of Easter, Ascension, two of Whitsun.
    let after_easter = [-3, -2, 0, 1, 39, 49, 50];
    fixed.contains(&(month, date)) || after_easter.contains(&(day_of_year(year, month, date) - easter(year)))
}

/// Year, month and date of a day number (proleptic Gregorian calendar).
fn civil(day: i32) -> (i32, u32, u32) {
    let day = day.clamp(-700_000, 10_000_000) + 719_468;
    let era = day.div_euclid(146_097);
    let of_era = day.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let date = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + i32::from(month <= 2), month as u32, date as u32)
}

/// Easter Sunday (Meeus), as a day of the year.
fn easter(year: i32) -> i32 {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    day_of_year(year, (sum / 31) as u32, (sum % 31 + 1) as u32)
}

/// Counted from 1.
fn day_of_year(year: i32, month: u32, date: u32) -> i32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    // February is taken to have 30 days, and what is too much taken off.
    let too_much = if month > 2 { 2 - i32::from(leap) } else { 0 };
    ((month * 367).saturating_sub(362) / 12 + date) as i32 - too_much
}

#[cfg(all(test, feature = "write"))]
mod tests {
    use super::*;
    use crate::format::{Document, Hours, Period, Settings, encode};
    use crate::prelude::*;

    /// Days since 1970 by counting months, not by `civil`.
    fn day(year: i32, month: u32, date: u32) -> i32 {
        let before = (1970..year).map(|it| 365 + i32::from(it % 4 == 0 && (it % 100 != 0 || it % 400 == 0)));
        before.sum::<i32>() + day_of_year(year, month, date) - 1
    }

    fn at(year: i32, month: u32, date: u32, hour: u16) -> Now {
        Now { day: day(year, month, date), minute: hour * 60 }
    }

    fn weekly(days: u8, from: u16, to: u16) -> Hours {
        let opening = Opening { days, from: from * 60, to: to * 60, valid: Period::ALWAYS, on_holidays: false };
        Hours { weekly: vec![opening], ..Hours::default() }
    }

    /// Through the bytes, as the browser sees it.
    fn is_open(hours: &Hours, now: Now) -> Option<bool> {
        let mut document = Document::new("a/b", "/a/b/", "B");
        document.apningstider = hours.clone();
        let parts = encode(&[document], &Settings::default());
        let index = crate::Index::open(&parts.core).unwrap();
        super::is_open(index.core(), index.core().info(0).unwrap(), now)
    }

    #[test]
    fn days_and_dates_agree() {
        for (date, expected) in [((1970, 1, 1), 0), ((2000, 2, 29), 11_016), ((2026, 11, 22), 20_779)] {
            assert_eq!(day(date.0, date.1, date.2), expected);
            assert_eq!(civil(expected), date);
        }
    }

    #[test]
    fn movable_holidays_follow_easter() {
        for (year, month, date) in [(2026, 4, 5), (2027, 3, 28), (2028, 4, 16), (2038, 4, 25)] {
            let sunday = day(year, month, date);
            assert_eq!(day(year, 1, 1) + easter(year) - 1, sunday, "{year}");
            assert!(is_holiday(sunday + 39) && !is_holiday(sunday + 38));
        }
    }

    #[test]
    fn a_weekly_opening_holds_on_its_days_and_hours() {
        let tuesday = weekly(0b10, 14, 17);
        assert_eq!(is_open(&tuesday, at(2026, 11, 24, 14)), Some(true));
        assert_eq!(is_open(&tuesday, at(2026, 11, 24, 17)), Some(false));
        assert_eq!(is_open(&tuesday, at(2026, 11, 25, 15)), Some(false));
        assert_eq!(is_open(&Hours::default(), at(2026, 11, 25, 15)), None);
    }

    #[test]
    fn a_holiday_closes_unless_the_hours_say_otherwise() {
        let mut fridays = weekly(0b1_0000, 9, 15);
        let good_friday = at(2027, 3, 26, 10);
        assert_eq!(is_open(&fridays, good_friday), Some(false));
        fridays.weekly[0].on_holidays = true;
        assert_eq!(is_open(&fridays, good_friday), Some(true));
    }

    #[test]
    fn hours_may_go_past_midnight() {
        let friday_night = weekly(0b1_0000, 20, 2);
        assert_eq!(is_open(&friday_night, at(2026, 11, 27, 23)), Some(true));
        assert_eq!(is_open(&friday_night, at(2026, 11, 28, 1)), Some(true));
        assert_eq!(is_open(&friday_night, at(2026, 11, 28, 2)), Some(false));
    }

    #[test]
    fn a_season_and_a_closed_period_close() {
        let mut always = Hours { always: true, months: 0b111 << 5, ..Hours::default() };
        assert_eq!(is_open(&always, at(2026, 7, 1, 3)), Some(true));
        assert_eq!(is_open(&always, at(2026, 11, 1, 3)), Some(false));
        always.months = 0;
        always.closed = vec![Period { from: day(2026, 12, 24), to: day(2027, 1, 2) }];
        assert_eq!(is_open(&always, at(2026, 12, 31, 12)), Some(false));
        assert_eq!(is_open(&always, at(2027, 1, 3, 12)), Some(true));
    }
}
