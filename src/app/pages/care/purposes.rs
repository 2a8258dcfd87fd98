//! What a certificate is good for: a word for each purpose, and the whole of it with reason and source.

use crate::components::{FactLine, Facts, Status, Tone};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::Date;
use model::basis::{Finding, Home, Paper, Purpose, Reason, Verdict, finding};

/// How a verdict is shown.
pub fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Holds => Tone::Good,
        Verdict::Fails => Tone::Bad,
        Verdict::Unknown => Tone::Unknown,
        Verdict::NotRequired => Tone::Info,
    }
}

/// A word for each purpose.
pub fn verdicts(desk: Desk, home: &Home, paper: &Paper, on: Date) -> AnyView {
    let said = desk.words().basis();
    let word = |purpose: &Purpose| {
        let found = finding(home, paper, on, *purpose);
        let word = format!("{}: {}", (said.purpose)(*purpose), (said.verdict)(found.verdict));
        view! { <Status tone=tone(found.verdict) word /> }
    };
    Purpose::ALL.iter().map(word).collect_view().into_any()
}

/// Each purpose with what was found, until when, why, and where the rule comes from.
#[component]
pub fn Purposes(
    /// The home.
    home: Home,
    /// The certificate.
    paper: Paper,
    /// The day.
    on: Date,
) -> impl IntoView {
    let desk = use_desk();
    let lines = Purpose::ALL.iter().map(|purpose| {
        let found = finding(&home, &paper, on, *purpose);
        FactLine::view((desk.words().basis().purpose)(*purpose), told(desk, &found))
    });
    view! { <Facts lines=lines.collect() /> }
}

/// What was found, in words.
pub fn told(desk: Desk, found: &Finding) -> AnyView {
    let words = desk.words();
    let said = words.basis();
    let until = found.until.map(|day| words.day(day)).and_then(|day| match (found.verdict, found.reason) {
        (Verdict::Holds, _) => Some((said.until)(&day)),
        (_, Reason::Over) => Some((said.was_until)(&day)),
        _ => None,
    });
    let source = (said.source)(&(words.choice().source)(found.source));
    view! {
        <Status tone=tone(found.verdict) word=(said.verdict)(found.verdict) />
        {until.map(|until| format!(" {until}"))}
        <div>{(said.reason)(found.reason, found.basis)}</div>
        <div class="small soft">{(said.basis)(found.basis)} ". " {source}</div>
    }
    .into_any()
}
