//! Lighthouse on a first visit, as a phone on slow mobile data: the network and the processor are really slowed, not reckoned.

use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::row::Row;
use super::server::Server;
use super::{Bench, median};
use crate::{install, place, run};

/// What Chromium is told: no sandbox and little shared memory, as in containers, and nothing is asked of the world outside.
const CHROMIUM: &str = "--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

/// Where the report has it, what it is, and how it becomes the unit.
struct Figure {
    name: &'static str,
    at: &'static str,
    factor: f64,
    goal: fn(Row) -> Row,
}

const FIGURES: [Figure; 5] = [
    Figure {
        name: "first content, s",
        at: "/audits/first-contentful-paint/numericValue",
        factor: 0.001,
        goal: |row| row.at_most(0.8),
    },
    Figure { name: "usable, s", at: "/audits/interactive/numericValue", factor: 0.001, goal: |row| row.at_most(2.6) },
    Figure { name: "performance", at: "/categories/performance/score", factor: 100.0, goal: |row| row.at_least(95.0) },
    Figure {
        name: "accessibility",
        at: "/categories/accessibility/score",
        factor: 100.0,
        goal: |row| row.at_least(100.0),
    },
    Figure {
        name: "best practices",
        at: "/categories/best-practices/score",
        factor: 100.0,
        goal: |row| row.at_least(100.0),
    },
];

/// A row for each figure.
pub(super) fn measure(bench: &Bench) -> Result<Vec<Row>> {
    install::npm_packages(&place::bench())?;
    let server = Server::start(&bench.binary, "lighthouse")?;
    let reports = (0..bench.rounds).map(|_| report(&server)).collect::<Result<Vec<_>>>()?;
    let row = |figure: &Figure| {
        let values = reports.iter().map(|report| {
            report.pointer(figure.at).and_then(Value::as_f64).map_or(f64::NAN, |value| value * figure.factor)
        });
        let values: Vec<f64> = values.collect();
        println!("{}: {values:.2?}", figure.name);
        (figure.goal)(Row::new(format!("Lighthouse, mobile, really slowed: {}", figure.name), median(values)))
    };
    Ok(FIGURES.iter().map(row).collect())
}

/// One visit with an empty profile.
fn report(server: &Server) -> Result<Value> {
    let mut lighthouse = Command::new(place::bench().join("node_modules/.bin/lighthouse"));
    lighthouse.arg(server.origin()).args(["--output=json", "--quiet", "--no-enable-error-reporting"]);
    lighthouse.args(["--form-factor=mobile", "--throttling-method=devtools", &format!("--chrome-flags={CHROMIUM}")]);
    lighthouse.args(["--only-categories=performance,accessibility,best-practices"]);
    let text = run::output(lighthouse.env("CHROME_PATH", install::chromium()?))?;
    serde_json::from_str(&text).context("Lighthouse prints its report as JSON")
}
