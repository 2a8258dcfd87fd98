//! Names within an archive that every system can unpack.

use model::FileHash;

/// Characters of a file's name.
const CHARS_MAX: usize = 100;
/// Bytes of it: the file systems of Linux take 255.
const BYTES_MAX: usize = 200;
/// Characters of an ending that is kept when a name is cut.
const ENDING_CHARS_MAX: usize = 16;
/// Characters of a kind's name in the name of its file.
const KIND_CHARS_MAX: usize = 80;

/// Names of devices that Windows gives to no file, whatever its ending.
/// Source: Microsoft, "Naming Files, Paths, and Namespaces".
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// `name` so that it is one, and only one, file name everywhere: without characters that a system forbids or reads as a path, not too long, its ending kept.
pub(crate) fn readable(name: &str) -> String {
    let kept: String = name.chars().map(|c| if is_forbidden(c) { '_' } else { c }).collect();
    // Windows drops blanks and dots at the end, and so would take two names for one.
    let kept = kept.trim().trim_end_matches(['.', ' ']);
    let kept = if kept.is_empty() { "file" } else { kept };
    let kept = if is_reserved(kept) { format!("_{kept}") } else { kept.to_owned() };
    cut(&kept)
}

/// Control characters, what Windows forbids, and marks that turn the direction of text, which make `fdp.exe` look like `exe.pdf`.
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*')
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim().to_lowercase();
    let numbered =
        |device: &str| stem.strip_prefix(device).is_some_and(|rest| rest.chars().count() == 1 && is_port(rest));
    RESERVED.contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

/// Windows counts the raised digits too.
fn is_port(digit: &str) -> bool {
    digit.chars().all(|c| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³'))
}

fn cut(name: &str) -> String {
    let ending = match name.rfind('.') {
        Some(at) if at > 0 && name[at..].chars().count() <= ENDING_CHARS_MAX => &name[at..],
        _ => "",
    };
    let mut stem = name[..name.len() - ending.len()].to_owned();
    while stem.chars().count() + ending.chars().count() > CHARS_MAX || stem.len() + ending.len() > BYTES_MAX {
        stem.pop();
    }
    if ending.is_empty() { stem.trim_end_matches(['.', ' ']).to_owned() } else { format!("{stem}{ending}") }
}

/// The name of the file with the records of a kind, without its ending. A kind of this build is named as it is; of a name that another build has given,
/// characters that are not plain are written as their bytes, so that no two kinds share a file on any system.
pub(crate) fn of_kind(kind: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_' || byte == b'-';
    // `data/people.jsonl`, `data/files.jsonl` and `data/revisions.jsonl` are no kinds, and some names are no names on Windows.
    let taken = matches!(kind, "people" | "files" | "revisions") || is_reserved(kind);
    let code = |(at, byte): (usize, u8)| {
        if plain(byte) && !(taken && at == 0) { char::from(byte).to_string() } else { format!("%{byte:02x}") }
    };
    let named: String = kind.bytes().enumerate().map(code).collect();
    if named.is_empty() {
        return "%".to_owned();
    }
    if named.len() <= KIND_CHARS_MAX {
        return named;
    }
    let hash = FileHash::of(kind.as_bytes()).to_string();
    format!("{}-{}", &named[..KIND_CHARS_MAX - 17], &hash[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_names_everywhere() {
        let rows = [
            ("Invoice 20411.pdf", "Invoice 20411.pdf"),
            ("../../etc/passwd", ".._.._etc_passwd"),
            ("C:\\photos\\a.jpg", "C__photos_a.jpg"),
            ("", "file"),
            (".", "file"),
            ("..", "file"),
            (" . . ", "file"),
            ("con", "_con"),
            ("NUL.txt", "_NUL.txt"),
            ("com7.jpg", "_com7.jpg"),
            ("Lpt¹", "_Lpt¹"),
            ("com10.jpg", "com10.jpg"),
            ("name. ", "name"),
            ("a\u{202e}gpj.exe", "a_gpj.exe"),
            ("tab\there", "tab_here"),
            (".htaccess", ".htaccess"),
            ("Geyser – tank ★.jpeg", "Geyser – tank ★.jpeg"),
        ];
        for (name, expected) in rows {
            assert_eq!(readable(name), expected, "{name:?}");
        }
    }

    #[test]
    fn long_names_keep_their_ending() {
        let long = readable(&format!("{}.jpeg", "x".repeat(300)));
        assert_eq!((long.chars().count(), long.ends_with("x.jpeg")), (100, true));
        let wide = readable(&format!("{}.pdf", "😀".repeat(90)));
        assert!(wide.len() <= BYTES_MAX && wide.ends_with(".pdf"), "{wide}");
        assert_eq!(readable(&format!("a.{}", "y".repeat(200))).chars().count(), 100);
    }

    #[test]
    fn kinds_have_files_of_their_own() {
        let rows = [
            ("entry", "entry"),
            ("people", "%70eople"),
            ("files", "%66iles"),
            ("revisions", "%72evisions"),
            ("con", "%63on"),
            ("Entry", "%45ntry"),
            ("../x", "%2e%2e%2fx"),
            ("", "%"),
        ];
        for (kind, expected) in rows {
            assert_eq!(of_kind(kind), expected);
        }
        assert_ne!(of_kind(&"x".repeat(200)), of_kind(&"x".repeat(201)));
        assert!(of_kind(&"\u{7}".repeat(200)).len() <= KIND_CHARS_MAX);
    }
}
