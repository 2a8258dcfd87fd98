//! Bytes to text: which encoding a file is in, and text as a record may hold it.

use std::borrow::Cow;

/// A file as text.
pub(crate) struct Decoded {
    /// The text, without a byte order mark.
    pub(crate) text: String,
    /// How many letters could not be read; each stands as U+FFFD.
    pub(crate) lost: usize,
}

/// Reads UTF-8, UTF-16 (with or without a mark) and Windows-1252, which is what spreadsheets and phones write.
pub(crate) fn decode(bytes: Vec<u8>) -> Decoded {
    match bytes.as_slice() {
        [0xef, 0xbb, 0xbf, rest @ ..] => eight_bits(rest.to_vec()),
        [0xff, 0xfe, rest @ ..] => sixteen_bits(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => sixteen_bits(rest, u16::from_be_bytes),
        unmarked if zeros(unmarked, 1) => sixteen_bits(unmarked, u16::from_le_bytes),
        unmarked if zeros(unmarked, 0) => sixteen_bits(unmarked, u16::from_be_bytes),
        _ => eight_bits(bytes),
    }
}

/// Whether nearly every second byte from `first` on is zero, as in UTF-16 of Latin letters.
fn zeros(bytes: &[u8], first: usize) -> bool {
    let head = &bytes[..bytes.len().min(512)];
    let zero = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    head.len() >= 8 && zero(first) * 10 >= head.len() * 4 && zero(1 - first) * 10 < head.len()
}

fn sixteen_bits(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let mut lost = bytes.len() % 2;
    let mut text = String::with_capacity(bytes.len() / 2);
    for letter in char::decode_utf16(units) {
        text.push(letter.unwrap_or_else(|_| {
            lost += 1;
            char::REPLACEMENT_CHARACTER
        }));
    }
    Decoded { text, lost }
}

fn eight_bits(bytes: Vec<u8>) -> Decoded {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Decoded { text, lost: 0 },
        Err(error) => error.into_bytes(),
    };
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xc2).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if good > bad {
        return Decoded { text: String::from_utf8_lossy(&bytes).into_owned(), lost: bad };
    }
    let mut lost = 0;
    let text = bytes.iter().map(|byte| windows_1252(*byte, &mut lost)).collect();
    Decoded { text, lost }
}

/// Letters of the bytes 0x80 to 0x9f; five of them have none.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}', '\u{fffd}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8, lost: &mut usize) -> char {
    match byte {
        0x80..=0x9f => {
            let letter = WINDOWS_1252[usize::from(byte - 0x80)];
            *lost += usize::from(letter == char::REPLACEMENT_CHARACTER);
            letter
        }
        _ => char::from(byte),
    }
}

/// Text as a record may hold it, as [`model::canonical::normal`] makes it and with line feeds alone between lines; most cells are so already.
pub(crate) fn normal(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    if trimmed.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\t')) {
        return Cow::Borrowed(trimmed);
    }
    let lines = trimmed.replace("\r\n", "\n").replace('\r', "\n");
    let mut normal = model::canonical::normal(&lines);
    // What was dropped from its ends can leave letters that combine anew, and blanks that were inside.
    while model::canonical::normal(&normal) != normal {
        normal = model::canonical::normal(&normal);
    }
    Cow::Owned(normal)
}

/// The first `chars_max` characters.
pub(crate) fn cut(text: &str, chars_max: usize) -> &str {
    if text.len() <= chars_max {
        return text;
    }
    text.char_indices().nth(chars_max).map_or(text, |(at, _)| &text[..at])
}

/// Text in one line: line breaks and tabs are blanks.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\t']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What two names are compared by: small letters and digits alone, without accents.
pub(crate) fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).map(plain).collect()
}

/// A name that was made for programs as a person would write it: `sold_to` and `soldTo` are `Sold to`.
pub(crate) fn readable(name: &str) -> String {
    let mut label = String::with_capacity(name.len() + 4);
    let letters: Vec<char> = name.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let begins = at > 0 && letter.is_uppercase() && letters[at - 1].is_lowercase();
        if begins {
            label.push(' ');
        }
        // Of an abbreviation the capitals stay.
        let small = begins && letters.get(at + 1).is_some_and(|next| next.is_lowercase());
        match letter {
            '_' => label.push(' '),
            _ if at == 0 => label.extend(letter.to_uppercase()),
            _ if small => label.extend(letter.to_lowercase()),
            _ => label.push(*letter),
        }
    }
    label
}

/// The words of a text, folded.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold).collect()
}

/// A letter without its accent.
fn plain(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'š' => 's',
        'ž' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_that_people_send_is_read() {
        let utf16 = |text: &str, mark: bool| -> Vec<u8> {
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            [0xff, 0xfe].into_iter().filter(|_| mark).chain(units).collect()
        };
        let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
        let rows: [(Vec<u8>, &str, usize); 9] = [
            (b"Geyser".to_vec(), "Geyser", 0),
            ("\u{feff}Tuinhek, môre".into(), "Tuinhek, môre", 0),
            (utf16("Geyser, môre", true), "Geyser, môre", 0),
            (utf16("Geyser, 150 l", false), "Geyser, 150 l", 0),
            (big("Geyser, 150 l"), "Geyser, 150 l", 0),
            (b"M\xf4re \x80 5 \x96 6".to_vec(), "Môre € 5 – 6", 0),
            (b"M\x81".to_vec(), "M\u{fffd}", 1),
            ("môre, môre".bytes().chain([0xff]).collect(), "môre, môre\u{fffd}", 1),
            ([0xff, 0xfe, b'a', 0, b'b'].to_vec(), "a", 1),
        ];
        for (bytes, text, lost) in rows {
            let decoded = decode(bytes);
            assert_eq!((decoded.text.as_str(), decoded.lost), (text, lost));
        }
    }

    #[test]
    fn names_are_compared_without_case_blanks_and_accents() {
        for text in ["Purchase Date", "purchase_date", "PURCHASE-DATE", " Púrchase  date "] {
            assert_eq!(fold(text), "purchasedate");
        }
        assert_eq!(words("D.B. board, 2×"), ["d", "b", "board", "2"]);
    }
}
