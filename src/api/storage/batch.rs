//! Many rows in one statement, in a few sizes only, so that each statement is prepared once.

use std::fmt::Write;

/// Rows of one statement that writes. Beyond this, more rows save no time.
pub(super) const ROWS_MAX: usize = 64;

/// `items` in pieces of at most `most`, whose lengths are powers of two.
pub(super) fn pieces<T>(mut items: &[T], most: usize) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let length = most.min(1 << items.len().checked_ilog2()?);
        let (piece, rest) = items.split_at(length);
        items = rest;
        Some(piece)
    })
}

/// `($1, $2), ($3, $4)` for two rows of two columns, counting on from `after`.
pub(super) fn places(rows: usize, columns: usize, after: usize) -> String {
    let mut text = String::with_capacity(rows * columns * 5);
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns {
            let comma = if column == 0 { "" } else { ", " };
            write!(text, "{comma}${}", after + row * columns + column + 1).expect("a string takes everything");
        }
        text.push(')');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_in_one_piece_and_lengths_are_few() {
        for count in [0, 1, 3, 64, 65, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let joined: Vec<usize> = pieces(&items, ROWS_MAX).flatten().copied().collect();
            assert_eq!(joined, items);
            assert!(pieces(&items, ROWS_MAX).all(|piece| piece.len().is_power_of_two() && piece.len() <= ROWS_MAX));
        }
    }

    #[test]
    fn places_are_numbered_through() {
        assert_eq!(places(2, 2, 0), "($1, $2), ($3, $4)");
        assert_eq!(places(1, 3, 1), "($2, $3, $4)");
    }
}
