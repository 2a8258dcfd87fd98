//! Lines of a file, one after the other, none of them longer in memory than is allowed.

use super::LINE_BYTES_MAX;
use crate::trouble::DamageCode;
use std::io::{BufRead, BufReader, ErrorKind, Read};

/// Gives every line of `from` to `take`, without its line feed and blank ones left out. What `take` refuses, what is too long and where the file
/// breaks off is told with the number of the line, from 1.
pub(super) fn each_line(
    from: &mut dyn Read,
    take: &mut dyn FnMut(&[u8]) -> Result<(), DamageCode>,
    tell: &mut dyn FnMut(u64, DamageCode),
) {
    let mut from = BufReader::with_capacity(64 * 1024, from);
    let (mut line, mut number, mut is_long) = (Vec::new(), 1, false);
    loop {
        let piece = match from.fill_buf() {
            Ok(piece) => piece,
            Err(error) if error.kind() == ErrorKind::InvalidData && line.is_empty() => {
                return tell(0, DamageCode::Checksum);
            }
            Err(_) => return tell(number, DamageCode::BrokenOff),
        };
        let is_last = piece.is_empty();
        let end = piece.iter().position(|byte| *byte == b'\n');
        let part = &piece[..end.unwrap_or(piece.len())];
        is_long |= line.len() + part.len() > LINE_BYTES_MAX;
        if is_long {
            line.clear();
        } else {
            line.extend_from_slice(part);
        }
        let used = part.len() + usize::from(end.is_some());
        if end.is_some() || is_last {
            match is_long {
                true => tell(number, DamageCode::TooLong),
                false if line.iter().all(u8::is_ascii_whitespace) => {}
                false => {
                    if let Err(why) = take(&line) {
                        tell(number, why);
                    }
                }
            }
            (number, is_long) = (number + 1, false);
            line.clear();
        }
        if is_last {
            return;
        }
        from.consume(used);
    }
}
