//! Whole numbers, and yes or no.

/// A whole number, however its thousands are grouped; a fraction of zeros is none.
pub(crate) fn whole(text: &str) -> Option<i64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
    let (number, fraction) = match plain.rfind(['.', ',']) {
        // Three digits behind a separator are thousands: nobody counts things in thousandths.
        Some(at) if plain.len() - at != 4 => (&plain[..at], &plain[at + 1..]),
        _ => (plain.as_str(), ""),
    };
    let number: String = number.chars().filter(|c| !matches!(c, '.' | ',')).collect();
    let fits = number.len() <= 15 && fraction.bytes().all(|byte| byte == b'0');
    if fits { number.parse().ok() } else { None }
}

/// Yes or no, in the ways that programs and people tick a box.
pub(crate) fn yes_no(text: &str) -> Option<bool> {
    match crate::text::fold(text).as_str() {
        "yes" | "y" | "true" | "t" | "1" | "x" | "on" | "ja" => Some(true),
        "no" | "n" | "false" | "f" | "0" | "off" | "nee" => Some(false),
        "" if matches!(text.trim(), "✓" | "✔" | "☑") => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_read_and_others_are_not() {
        let rows = [
            ("1", Some(1)),
            ("2.0", Some(2)),
            ("1 000", Some(1000)),
            ("1,000", Some(1000)),
            ("1\u{a0}000,00", Some(1000)),
            ("-3", Some(-3)),
            ("1.5", None),
            ("", None),
            ("two", None),
            ("9999999999999999", None),
        ];
        for (text, expected) in rows {
            assert_eq!(whole(text), expected, "{text:?}");
        }
    }

    #[test]
    fn boxes_are_ticked_in_many_ways() {
        for (text, expected) in
            [("TRUE", Some(true)), ("Nee", Some(false)), ("✓", Some(true)), ("maybe", None), ("", None)]
        {
            assert_eq!(yes_no(text), expected, "{text:?}");
        }
    }
}
