//! Participation quotas as people write them.

use super::row::UnitRow;
use super::talk::QuotaForm;
use model::estate::levy::QUOTA_WHOLE;

/// Decimal places that are read of a figure; what stands behind them is rounded.
const PLACES: usize = 8;
/// A figure of so many places as a whole number.
const ONE: u64 = 100_000_000;
/// Parts of a hundred by which parts of one may miss it, all together.
const MISS_PERCENT: u64 = 2;

/// A quota as it stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// The figure, with eight places.
    amount: u64,
    /// A per cent sign stands behind it.
    is_percent: bool,
}

/// Reads `2.0833`, `2,0833`, `2.0833 %`; none for anything else.
pub(super) fn read(text: &str) -> Option<Figure> {
    let text = text.trim();
    let bare = text.strip_suffix('%').unwrap_or(text).trim_end();
    let amount = amount(bare)?;
    // No unit has more than everything.
    (amount <= 100 * ONE).then_some(Figure { amount, is_percent: bare.len() < text.len() })
}

/// Square metres in thousandths: `85`, `85.5 m²`, `1 250 sqm`.
pub(super) fn area(text: &str) -> Option<u64> {
    let folded = text.trim().to_lowercase();
    let endings = ["m²", "m2", "sqm", "sq m", "sq. m", "square metres"];
    let bare = endings.iter().find_map(|ending| folded.strip_suffix(ending)).unwrap_or(&folded);
    let amount = amount(bare.trim_end())? / (ONE / 1000);
    (amount > 0 && amount < 100_000_000).then_some(amount)
}

/// A figure with eight places: point or comma before the fraction, blanks between thousands.
fn amount(text: &str) -> Option<u64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (whole, fraction) = match plain.rfind(['.', ',']) {
        Some(at) => (&plain[..at], &plain[at + 1..]),
        None => (plain.as_str(), ""),
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || whole.len() > 7 || whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let whole: u64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let kept: String = fraction.chars().chain(std::iter::repeat('0')).take(PLACES).collect();
    let next = fraction.as_bytes().get(PLACES).is_some_and(|digit| *digit >= b'5');
    Some(whole * ONE + kept.parse::<u64>().ok()? + u64::from(next))
}

/// How figures are meant that stand together: as parts of one where they come to one and none has a sign, else as per cent.
pub(super) fn form(figures: &[Figure]) -> QuotaForm {
    let sum: u64 = figures.iter().map(|figure| figure.amount).sum();
    let is_one = sum.abs_diff(ONE) <= ONE / 100 * MISS_PERCENT;
    let plain = figures.iter().all(|figure| !figure.is_percent && figure.amount <= ONE);
    if !figures.is_empty() && is_one && plain { QuotaForm::Fraction } else { QuotaForm::Percent }
}

/// A figure in ten-thousandths of a per cent.
pub(super) fn value(figure: Figure, form: QuotaForm) -> u32 {
    let places = if form == QuotaForm::Fraction { 100 } else { 10_000 };
    let rounded = (figure.amount + places / 2) / places;
    u32::try_from(rounded.min(QUOTA_WHOLE.unsigned_abs())).unwrap_or(u32::MAX)
}

/// Gives units without a quota the part that their floor is of all floors: section 32(1) of the Sectional Titles Act. Whether it did: only where no unit has a quota and
/// every one has an area.
pub(super) fn by_area(units: &mut [UnitRow]) -> bool {
    let all: Option<Vec<u64>> = units.iter().map(|unit| unit.area).collect();
    let Some(areas) = all.filter(|areas| !areas.is_empty()) else { return false };
    if units.iter().any(|unit| unit.unit.quota.is_some()) {
        return false;
    }
    let sum: u64 = areas.iter().sum();
    for (unit, area) in units.iter_mut().zip(areas) {
        let part = (area * QUOTA_WHOLE.unsigned_abs() + sum / 2) / sum;
        unit.unit.quota = u32::try_from(part).ok();
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotas_are_read_as_people_write_them() {
        let rows = [
            ("2.0833", Some(20_833)),
            ("2,0833", Some(20_833)),
            ("2.0833%", Some(20_833)),
            (" 2,0833 % ", Some(20_833)),
            ("2.08333333333", Some(20_833)),
            ("2.08335", Some(20_834)),
            (".5", Some(5_000)),
            ("100", Some(1_000_000)),
            ("0", Some(0)),
            ("100.1", None),
            ("-1", None),
            ("tbc", None),
            ("=1/48", None),
            ("", None),
            ("%", None),
        ];
        for (text, expected) in rows {
            assert_eq!(read(text).map(|figure| value(figure, QuotaForm::Percent)), expected, "{text:?}");
        }
    }

    #[test]
    fn parts_of_one_are_told_from_per_cent_by_what_they_come_to() {
        let figures = |texts: &[&str]| texts.iter().filter_map(|text| read(text)).collect::<Vec<_>>();
        let rows = [
            (figures(&["0.5", "0.5"]), QuotaForm::Fraction),
            (figures(&["0.333333333", "0.333333333", "0.333333333"]), QuotaForm::Fraction),
            (figures(&["1"]), QuotaForm::Fraction),
            (figures(&["50", "50"]), QuotaForm::Percent),
            (figures(&["0.5%", "0.5%"]), QuotaForm::Percent),
            (figures(&["0.5", "0.4"]), QuotaForm::Percent),
            (figures(&[]), QuotaForm::Percent),
        ];
        for (figures, expected) in rows {
            assert_eq!(form(&figures), expected, "{figures:?}");
        }
        assert_eq!(value(read("0.020833333333333332").expect("a figure"), QuotaForm::Fraction), 20_833);
    }

    #[test]
    fn floors_are_read_with_and_without_their_unit() {
        for (text, expected) in [
            ("85", Some(85_000)),
            ("85,5 m²", Some(85_500)),
            ("1 250 sqm", Some(1_250_000)),
            ("0", None),
            ("big", None),
        ] {
            assert_eq!(area(text), expected, "{text:?}");
        }
    }
}
