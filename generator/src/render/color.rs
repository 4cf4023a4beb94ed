//! Colours and whether people can see the difference between two of them.
//!
//! The formulas are those of WCAG 2.2 (relative luminance, contrast ratio).

use std::fmt;

/// The contrast that WCAG 2.2 AA asks of ordinary text (1.4.3).
pub const TEXT_CONTRAST: f64 = 4.5;

/// An opaque sRGB colour, written `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// Red, 0–255.
    pub red: u8,
    /// Green, 0–255.
    pub green: u8,
    /// Blue, 0–255.
    pub blue: u8,
}

impl Color {
    /// White.
    pub const WHITE: Color = Color::new(255, 255, 255);
    /// Black.
    pub const BLACK: Color = Color::new(0, 0, 0);

    /// Makes a colour of its three channels.
    pub const fn new(red: u8, green: u8, blue: u8) -> Color {
        Color { red, green, blue }
    }

    /// Reads `#rgb` or `#rrggbb`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Color> {
        let digits = text.strip_prefix('#')?;
        let nibbles: Vec<u8> = digits
            .chars()
            .map(|it| it.to_digit(16).and_then(|it| u8::try_from(it).ok()))
            .collect::<Option<_>>()?;
        match nibbles[..] {
            [r, g, b] => Some(Color::new(r * 17, g * 17, b * 17)),
            [r1, r0, g1, g0, b1, b0] => {
                Some(Color::new(r1 * 16 + r0, g1 * 16 + g0, b1 * 16 + b0))
            }
            _ => None,
        }
    }

    /// Relative luminance, from 0 (black) to 1 (white).
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let it = f64::from(channel) / 255.0;
            if it <= 0.040_45 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// The colour `percent` of the way towards `target`.
    fn mix(self, target: Color, percent: u16) -> Color {
        let channel = |from: u8, to: u8| {
            let mixed = (u16::from(from) * (100 - percent) + u16::from(to) * percent + 50) / 100;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        Color::new(
            channel(self.red, target.red),
            channel(self.green, target.green),
            channel(self.blue, target.blue),
        )
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// The contrast between two colours, from 1 (the same) to 21 (black on white).
pub fn contrast_ratio(a: Color, b: Color) -> f64 {
    let (a, b) = (a.luminance(), b.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The colour nearest to `color` that has at least `ratio` against `against`.
///
/// The hue is kept: the colour is only made darker or lighter, whichever way
/// gets there first. When neither does, black or white, whichever is better.
pub fn nearest_passing(color: Color, against: Color, ratio: f64) -> Color {
    for percent in 0..=100 {
        for end in [Color::BLACK, Color::WHITE] {
            let mixed = color.mix(end, percent);
            if contrast_ratio(mixed, against) >= ratio {
                return mixed;
            }
        }
    }
    readable_on(against)
}

/// Black or white, whichever is easier to read on `background`.
pub fn readable_on(background: Color) -> Color {
    let black = contrast_ratio(Color::BLACK, background);
    if black > contrast_ratio(Color::WHITE, background) { Color::BLACK } else { Color::WHITE }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The end points are given by WCAG; #767676 is its known limit on white.
    #[test]
    fn ratios_are_those_of_wcag() {
        assert!((contrast_ratio(Color::BLACK, Color::WHITE) - 21.0).abs() < 1e-9);
        let grey = |it| contrast_ratio(Color::new(it, it, it), Color::WHITE);
        assert!(grey(0x76) >= TEXT_CONTRAST && grey(0x77) < TEXT_CONTRAST);
    }

    #[test]
    fn both_ways_of_writing_a_colour() {
        assert_eq!(Color::parse("#1d5b79"), Some(Color::new(0x1d, 0x5b, 0x79)));
        assert_eq!(Color::parse("#fA0"), Color::parse("#ffaa00"));
        for bad in ["1d5b79", "#1d5b7", "#12345g", "", "#", "rgb(0,0,0)", "#æøå"] {
            assert_eq!(Color::parse(bad), None, "{bad}");
        }
    }

    /// A passing colour is left alone; a failing one moves as little as it must.
    #[test]
    fn the_nearest_colour_passes_and_keeps_what_passes() {
        let dark = Color::new(0x1d, 0x5b, 0x79);
        assert_eq!(nearest_passing(dark, Color::WHITE, TEXT_CONTRAST), dark);
        for start in [Color::new(250, 210, 60), Color::new(128, 128, 128), Color::WHITE] {
            for against in [Color::WHITE, Color::BLACK, Color::new(20, 28, 32), start] {
                let found = nearest_passing(start, against, TEXT_CONTRAST);
                assert!(contrast_ratio(found, against) >= TEXT_CONTRAST, "{start} on {against}");
            }
        }
    }
}
