//! The order in which people read names.

/// Digits that a number in a name is filled up to.
const DIGITS: usize = 12;

/// A text by which names stand as people read them: unit 2 before unit 10, whatever the case of letters.
pub fn reading(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + DIGITS);
    let mut digits = String::new();
    for letter in name.trim().chars().flat_map(char::to_lowercase).chain(['\0']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if !digits.is_empty() {
            let number = digits.trim_start_matches('0');
            (number.len()..DIGITS).for_each(|_| text.push('0'));
            text.push_str(number);
            digits.clear();
        }
        text.push(letter);
    }
    text.pop();
    text
}

#[cfg(test)]
mod tests {
    use super::reading;

    #[test]
    fn names_stand_as_people_read_them() {
        for (first, second) in
            [("2", "10"), ("A2", "a10"), ("Unit 9", "unit 11"), ("1", "1A"), ("07", "8"), ("A", "B1")]
        {
            assert!(reading(first) < reading(second), "{first} {second}");
        }
        assert_eq!(reading(" 007 "), reading("7"));
    }
}
