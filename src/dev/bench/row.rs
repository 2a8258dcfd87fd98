//! One line of the table: what was measured, ours, the peer's, and what is asked for.

use serde::Deserialize;

/// A measurement. Scripts print it as one line of JSON.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    /// What, with its unit at the end after a comma.
    pub(super) what: String,
    /// Ours.
    pub(super) ours: f64,
    /// The peer's name.
    #[serde(default)]
    pub(super) peer: String,
    /// What the peer needed for the same, in the same unit.
    #[serde(default)]
    pub(super) theirs: Option<f64>,
    /// Ours should be at most this.
    #[serde(default)]
    pub(super) most: Option<f64>,
    /// Ours should be at least this.
    #[serde(default)]
    pub(super) least: Option<f64>,
    /// Ours should be at least so many times the peer's.
    #[serde(default)]
    pub(super) times: Option<f64>,
}

impl Row {
    /// A measurement with nothing beside it yet.
    pub(super) fn new(what: impl Into<String>, ours: f64) -> Self {
        Self { what: what.into(), ours, peer: String::new(), theirs: None, most: None, least: None, times: None }
    }

    /// What a peer needed.
    pub(super) fn beside(self, peer: &str, theirs: f64) -> Self {
        Self { peer: peer.to_owned(), theirs: Some(theirs), ..self }
    }

    /// It should be at most this.
    pub(super) fn at_most(self, most: f64) -> Self {
        Self { most: Some(most), ..self }
    }

    /// It should be at least this.
    pub(super) fn at_least(self, least: f64) -> Self {
        Self { least: Some(least), ..self }
    }

    /// The lines of a program's output that are measurements.
    pub(super) fn all_in(output: &str) -> Vec<Self> {
        output.lines().filter_map(|line| serde_json::from_str(line.get(line.find("{\"what\"")?..)?).ok()).collect()
    }

    fn ratio(&self) -> Option<f64> {
        self.theirs.map(|theirs| self.ours / theirs)
    }

    fn goal(&self) -> String {
        let goals = [
            self.most.map(|most| format!("≤ {}", number(most))),
            self.least.map(|least| format!("≥ {}", number(least))),
            self.times.map(|times| format!("≥ {} ×", number(times))),
        ];
        goals.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Nothing where nothing is asked for, `ok`, or by how much of the goal it misses.
    fn verdict(&self) -> String {
        let short = |is: f64, should: f64| (is / should - 1.0) * 100.0;
        let over = self.most.map(|most| short(self.ours, most));
        let under = self.least.map(|least| -short(self.ours, least));
        let behind = self.times.map(|times| -short(self.ratio().unwrap_or(f64::NAN), times));
        let misses: Vec<f64> = [over, under, behind].into_iter().flatten().collect();
        if misses.is_empty() {
            return String::new();
        }
        if misses.iter().any(|miss| miss.is_nan()) {
            return "**not measured**".to_owned();
        }
        if misses.iter().all(|miss| *miss <= 0.0) {
            return "ok".to_owned();
        }
        // Rounded up, but not for a last digit of the division.
        format!("**misses by {:.0} %**", (misses.into_iter().fold(0.0, f64::max) - 1e-6).ceil())
    }
}

/// Prints the rows as a table that can be put into a document as it is.
pub(super) fn print(rows: &[Row]) {
    let cells = rows.iter().map(|row| {
        let theirs = row.theirs.map(|theirs| format!("{} {}", number(theirs), row.peer)).unwrap_or_default();
        let ratio = row.ratio().map(|ratio| format!("{} ×", number(ratio))).unwrap_or_default();
        [row.what.clone(), number(row.ours), theirs, ratio, row.goal(), row.verdict()]
    });
    let head = ["what", "ours", "peer", "ratio", "goal", "verdict"].map(str::to_owned);
    let lines: Vec<[String; 6]> = [head].into_iter().chain(cells).collect();
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 6] = std::array::from_fn(width);
    for (number, line) in lines.iter().enumerate() {
        let cell = |column: usize| format!(" {:<width$} |", line[column], width = widths[column]);
        println!("|{}", (0..6).map(cell).collect::<String>());
        if number == 0 {
            println!("|{}", widths.map(|width| format!("{}|", "-".repeat(width + 2))).concat());
        }
    }
}

/// Three digits that count, thousands apart.
fn number(value: f64) -> String {
    if value.is_nan() {
        return "not measured".to_owned();
    }
    let decimals = match value.abs() {
        large if large >= 100.0 => 0,
        middle if middle >= 10.0 => usize::from((middle - middle.round()).abs() >= 0.05),
        small if (small - small.round()).abs() < 0.005 => 0,
        _ => 2,
    };
    let text = format!("{value:.decimals$}");
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut apart = String::new();
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if at > 0 && left.is_multiple_of(3) && !apart.ends_with('-') {
            apart.push(',');
        }
        apart.push(digit);
    }
    apart + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_says_by_how_much_a_goal_is_missed() {
        let row = Row::new("pushes, a second", 3_300.0);
        for (row, verdict) in [
            (row.clone(), ""),
            (row.clone().at_least(3_000.0), "ok"),
            (row.clone().at_least(6_600.0), "**misses by 50 %**"),
            (row.clone().at_most(3_000.0), "**misses by 10 %**"),
            (Row { times: Some(6.0), ..row.clone().beside("PouchDB", 1_100.0) }, "**misses by 50 %**"),
            (Row { times: Some(3.0), ..row.clone().beside("PouchDB", 1_100.0) }, "ok"),
            (Row { ours: f64::NAN, ..row.at_most(3_000.0) }, "**not measured**"),
        ] {
            assert_eq!(row.verdict(), verdict, "{row:?}");
        }
    }

    #[test]
    fn rows_are_found_among_other_output() {
        let output = "running 1 test\nlog: {\"what\":\"write, a second\",\"ours\":5.5,\"peer\":\"loop\",\"theirs\":1,\"times\":5}\nok";
        let [row] = &Row::all_in(output)[..] else { panic!("one row") };
        assert_eq!((row.what.as_str(), row.theirs, row.times), ("write, a second", Some(1.0), Some(5.0)));
    }

    #[test]
    fn numbers_have_as_many_digits_as_count() {
        for (value, text) in [
            (1_234_567.8, "1,234,568"),
            (95_200.0, "95,200"),
            (150.0, "150"),
            (33.4, "33.4"),
            (33.0, "33"),
            (1.3, "1.30"),
            (6.0, "6"),
            (0.05, "0.05"),
            (f64::NAN, "not measured"),
        ] {
            assert_eq!(number(value), text);
        }
    }
}
