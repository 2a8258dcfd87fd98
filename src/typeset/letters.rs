//! Which letters can be printed.

use serde_json::Value;
use typst::text::{Coverage, Font};

/// What stands for a letter that no font has.
const BOX: char = '\u{25a1}';

/// A word that is longer could be wider than its column.
const WORD_CHARS_MAX: usize = 32;

/// The field that names a photo and is not printed.
const NAMING: &str = "hash";

/// Where a word may be broken without a sign.
const BREAK: char = '\u{200b}';

/// The letters of some fonts.
pub(crate) struct Letters<'a>(Vec<&'a Coverage>);

impl<'a> Letters<'a> {
    /// Those that one of `fonts` has.
    pub(crate) fn of(fonts: &'a [Font]) -> Self {
        Self(fonts.iter().map(|font| &font.info().coverage).collect())
    }

    fn has(&self, letter: char) -> bool {
        letter.is_ascii_graphic() || self.0.iter().any(|font| font.contains(letter.into()))
    }

    /// Makes every text of `value` printable; whether a letter had to be replaced.
    pub(crate) fn fit(&self, value: &mut Value) -> bool {
        match value {
            Value::String(text) => {
                let (printable, replaced) = self.printable(text);
                *text = printable;
                replaced
            }
            Value::Array(all) => all.iter_mut().fold(false, |replaced, one| self.fit(one) || replaced),
            Value::Object(all) => {
                let read = all.iter_mut().filter(|(name, _)| *name != NAMING);
                read.fold(false, |replaced, (_, one)| self.fit(one) || replaced)
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }

    fn printable(&self, text: &str) -> (String, bool) {
        let (mut printable, mut replaced, mut word) = (String::with_capacity(text.len()), false, 0);
        for letter in text.chars().filter(|letter| !is_unseen(*letter)) {
            if letter.is_whitespace() {
                (word, _) = (0, printable.push(if letter == '\t' { ' ' } else { letter }));
                continue;
            }
            if word == WORD_CHARS_MAX {
                (word, _) = (0, printable.push(BREAK));
            }
            word += 1;
            let has = self.has(letter);
            replaced |= !has;
            printable.push(if has { letter } else { BOX });
        }
        (printable, replaced)
    }
}

/// Whether nothing is seen of it on paper: a control character but the end of a line, what joins or turns letters, what picks a variant.
fn is_unseen(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t'))
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn letters_that_no_font_has_stand_as_a_box_and_are_told() {
        let fonts = crate::fonts();
        let letters = Letters::of(&fonts);
        let rows = [
            ("Geyser\u{a0}150 l, R\u{a0}1\u{a0}250", "Geyser\u{a0}150 l, R\u{a0}1\u{a0}250", false),
            ("Müller › ŠĐŽ «Ωλ» Жук", "Müller › ŠĐŽ «Ωλ» Жук", false),
            ("a\u{0}b\u{202e}c\u{fe0f}d", "abcd", false),
            ("one\ntwo\tthree", "one\ntwo three", false),
            ("\u{1f525} burst", "□ burst", true),
            ("漏水", "□□", true),
        ];
        for (text, printable, replaced) in rows {
            let mut value = json!({ "a": [text] });
            assert_eq!(letters.fit(&mut value), replaced, "{text:?}");
            assert_eq!(value["a"][0], printable, "{text:?}");
        }
        let mut long = json!("x".repeat(50));
        letters.fit(&mut long);
        assert_eq!(long.as_str().expect("text").split(BREAK).map(str::len).collect::<Vec<_>>(), [32, 18]);
    }
}
