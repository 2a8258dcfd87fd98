//! Many rows in one statement, in a few sizes only, so that each statement is prepared once.

use sqlx::AnyConnection;
use std::fmt::Write;

/// Rows of one statement. Beyond this, more rows save no time.
pub(super) const ROWS_MAX: usize = 256;

/// How the parameters of a statement are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// `?`. Both engines take numbers, but in SQLite a number is a name, each of which is looked for among all of them.
    Plain,
    /// `$4`, `$5`, … after so many others.
    NumberedAfter(usize),
}

impl Marks {
    /// The cheapest for an engine, where rows are all that is bound.
    pub(super) fn of(connection: &AnyConnection) -> Self {
        if connection.backend_name() == "SQLite" { Self::Plain } else { Self::NumberedAfter(0) }
    }
}

/// `items` in pieces of at most `most`, whose lengths are powers of two.
pub(super) fn pieces<T>(mut items: &[T], most: usize) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let length = most.min(1 << items.len().checked_ilog2()?);
        let (piece, rest) = items.split_at(length);
        items = rest;
        Some(piece)
    })
}

/// `(?, ?), (?, ?)` or `($1, $2), ($3, $4)` for two rows of two columns.
pub(super) fn places(marks: Marks, rows: usize, columns: usize) -> String {
    let mut text = String::with_capacity(rows * columns * 5);
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns {
            text.push_str(if column == 0 { "" } else { ", " });
            match marks {
                Marks::Plain => text.push('?'),
                Marks::NumberedAfter(others) => {
                    write!(text, "${}", others + row * columns + column + 1).expect("a string takes everything");
                }
            }
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
        for count in [0, 1, 3, 256, 257, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let joined: Vec<usize> = pieces(&items, ROWS_MAX).flatten().copied().collect();
            assert_eq!(joined, items);
            assert!(pieces(&items, ROWS_MAX).all(|piece| piece.len().is_power_of_two() && piece.len() <= ROWS_MAX));
        }
    }

    #[test]
    fn places_are_numbered_through_or_not_at_all() {
        assert_eq!(places(Marks::NumberedAfter(0), 2, 2), "($1, $2), ($3, $4)");
        assert_eq!(places(Marks::NumberedAfter(1), 1, 3), "($2, $3, $4)");
        assert_eq!(places(Marks::Plain, 2, 2), "(?, ?), (?, ?)");
    }
}
