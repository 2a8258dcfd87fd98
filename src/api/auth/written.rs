//! Codes that people copy from paper or from a mail: groups of four of Crockford's base 32, in which no two signs look alike.

/// Digits and capitals without I, L, O and U (Crockford, "Base 32").
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs of a group.
const GROUP: usize = 4;
/// Signs of a typed code at most, blanks and hyphens included.
const TYPED_CHARS_MAX: usize = 100;

/// A new code of so many groups, of 20 random bits each, with hyphens between them.
pub(super) fn random(groups: usize) -> String {
    let mut bytes = vec![0; groups * GROUP];
    getrandom::fill(&mut bytes).expect("the system has random numbers");
    let signs: Vec<char> = bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect();
    let groups: Vec<String> = signs.chunks(GROUP).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// A code as it is hashed: capitals without blanks and hyphens, and what was taken for another sign put right.
pub(super) fn plain(typed: &str) -> String {
    let sign = |sign: char| match sign.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        sign => sign,
    };
    typed.chars().take(TYPED_CHARS_MAX).filter(|c| !c.is_whitespace() && *c != '-').map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_however_it_is_typed() {
        let code = random(4);
        assert_eq!((code.len(), code.matches('-').count()), (19, 3));
        assert_eq!(plain(&code).len(), 16);
        for typed in [code.to_lowercase(), code.replace('-', " "), code.replace('0', "O"), code.replace('1', "l")] {
            assert_eq!(plain(&typed), plain(&code), "{typed}");
        }
        assert_eq!(plain(&"9".repeat(100_000)).len(), TYPED_CHARS_MAX);
    }
}
