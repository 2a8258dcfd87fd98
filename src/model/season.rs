//! Seasons by which a home is looked after, and where in the country which of them counts.

use crate::choice::choice;
use crate::date::Date;
use crate::property::Property;

choice! {
    /// A time of the year by which something should be done.
    Season {
        /// Before the winter rain of the Cape, which falls from May to September.
        BeforeCapeWinter = "before_cape_winter",
        /// Before the summer storms of the Highveld, which come from October on.
        BeforeHighveldStorms = "before_highveld_storms",
        /// In autumn and in spring.
        AutumnAndSpring = "autumn_and_spring",
    }
}

impl Season {
    /// The months by whose end it should be done, from 1, in order.
    ///
    /// Rain in the Cape from May to September, and gutters in spring and autumn elsewhere: easyflowgutters.co.za; naked.insure; m.coastalpropertygroup.co.za.
    pub fn months(self) -> &'static [u32] {
        match self {
            Self::BeforeCapeWinter => &[4],
            Self::BeforeHighveldStorms => &[9],
            Self::AutumnAndSpring => &[4, 9],
        }
    }

    /// The first day after `day` by which it should be done: the last of one of its months.
    pub(crate) fn after(self, day: Date) -> Option<Date> {
        let ends = (day.year()..=day.year() + 1).flat_map(|year| self.months().iter().map(move |month| (year, *month)));
        ends.filter_map(|(year, month)| month_end(year, month)).find(|end| *end > day)
    }
}

/// The last day of a month.
fn month_end(year: i32, month: u32) -> Option<Date> {
    (28..=31).rev().find_map(|day| Date::of(year, month, day))
}

/// When it rains where a home stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// In winter: the Western Cape.
    WinterRain,
    /// In summer: elsewhere.
    SummerRain,
}

/// Postal codes of the Western Cape; from George (6500) eastwards it rains all year, and is counted with it.
const WESTERN_CAPE: std::ops::RangeInclusive<u32> = 6500..=8299;

impl Region {
    /// The region of a home by its postal code, or by its city where there is none; none where neither tells.
    pub fn of(home: &Property) -> Option<Self> {
        let by_code = |code: u32| if WESTERN_CAPE.contains(&code) { Self::WinterRain } else { Self::SummerRain };
        let code = Some(home.postal_code.trim()).filter(|code| code.len() == 4).and_then(|code| code.parse().ok());
        code.map(by_code).or_else(|| home.city.trim().eq_ignore_ascii_case("Cape Town").then_some(Self::WinterRain))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_comes_round_by_the_end_of_its_months() {
        let rows = [
            (Season::BeforeCapeWinter, "2026-04-29", "2026-04-30"),
            (Season::BeforeCapeWinter, "2026-04-30", "2027-04-30"),
            (Season::BeforeHighveldStorms, "2026-12-31", "2027-09-30"),
            (Season::AutumnAndSpring, "2026-04-30", "2026-09-30"),
            (Season::AutumnAndSpring, "2026-10-01", "2027-04-30"),
        ];
        for (season, day, expected) in rows {
            let next = season.after(day.parse().expect("a date")).expect("there is a next");
            assert_eq!(next.to_string(), expected, "{season} after {day}");
        }
    }

    #[test]
    fn a_region_is_told_by_the_postal_code_and_never_guessed() {
        let rows = [
            ("7405", "", Some(Region::WinterRain)),
            ("2196", "Cape Town", Some(Region::SummerRain)),
            ("", "cape town", Some(Region::WinterRain)),
            ("", "Johannesburg", None),
            ("x", "", None),
        ];
        for (postal_code, city, expected) in rows {
            let home = Property { postal_code: postal_code.into(), city: city.into(), ..Property::default() };
            assert_eq!(Region::of(&home), expected, "{postal_code} {city}");
        }
    }
}
