//! Heights of the rows of a long list: sums and places in logarithmic time (a Fenwick tree over the rows).

use std::ops::Range;

/// Heights of rows, some measured and the others guessed.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    rows: Vec<f64>,
    /// At `i` (from 1) the sum of the last `lowest bit of i` rows up to row `i - 1`.
    sums: Vec<f64>,
}

impl Heights {
    /// Of these rows, CSS pixels each.
    pub fn of(rows: impl IntoIterator<Item = f64>) -> Self {
        let rows: Vec<f64> = rows.into_iter().collect();
        let mut sums = Vec::with_capacity(rows.len() + 1);
        sums.push(0.0);
        sums.extend_from_slice(&rows);
        for at in 1..sums.len() {
            let next = at + lowest_bit(at);
            if next < sums.len() {
                sums[next] += sums[at];
            }
        }
        Self { rows, sums }
    }

    /// Row `at` turned out to be `height_px` high; a row that there is no more is passed over. Returns by how much it has grown.
    pub fn set(&mut self, at: usize, height_px: f64) -> f64 {
        let Some(row) = self.rows.get_mut(at) else { return 0.0 };
        let grown = height_px - *row;
        *row = height_px;
        let mut at = at + 1;
        while at < self.sums.len() {
            self.sums[at] += grown;
            at += lowest_bit(at);
        }
        grown
    }

    /// Height of the rows before row `at`.
    pub fn before(&self, at: usize) -> f64 {
        let mut at = at.min(self.rows.len());
        let mut sum = 0.0;
        while at > 0 {
            sum += self.sums[at];
            at -= lowest_bit(at);
        }
        sum
    }

    /// Height of all rows.
    pub fn total(&self) -> f64 {
        self.before(self.rows.len())
    }

    /// The rows that lie at least in part between two heights.
    pub fn between(&self, upper_px: f64, lower_px: f64) -> Range<usize> {
        let first = self.at(upper_px);
        let last = self.at(lower_px).max(first);
        first..(last + 1).min(self.rows.len())
    }

    /// The row that lies at a height; the first above all rows, the last below them.
    pub fn at(&self, mut height_px: f64) -> usize {
        let mut at = 0;
        let mut step = self.sums.len().next_power_of_two();
        while step > 0 {
            if let Some(&sum) = self.sums.get(at + step)
                && sum <= height_px
            {
                at += step;
                height_px -= sum;
            }
            step /= 2;
        }
        at.min(self.rows.len().saturating_sub(1))
    }
}

fn lowest_bit(number: usize) -> usize {
    number & number.wrapping_neg()
}
